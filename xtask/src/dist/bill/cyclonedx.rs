//! The bill of materials as CycloneDX 1.5 writes it in JSON (<https://cyclonedx.org/docs/1.5/json/>). It has no time and
//! no random number: its serial number comes from what it says.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::crates::{Crate, Id, WIDGET};

/// The whole bill.
pub(super) fn bill(crates: &[Crate]) -> Result<String> {
    let widget = crates.iter().find(|it| it.id.name == WIDGET).context("The widget is not among its crates.")?;
    let others = crates.iter().filter(|it| it.id != widget.id);
    let mut bill = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": component(widget, "application") },
        "components": others.map(|it| component(it, "library")).collect::<Vec<_>>(),
        "dependencies": crates.iter().map(dependency).collect::<Vec<_>>(),
    });
    bill["serialNumber"] = json!(serial(&bill.to_string()));
    Ok(serde_json::to_string_pretty(&bill)? + "\n")
}

fn component(it: &Crate, kind: &str) -> Value {
    let mut component = json!({
        "type": kind,
        "bom-ref": reference(&it.id),
        "name": it.id.name,
        "version": it.id.version,
        "licenses": [{ "expression": it.licence }],
    });
    if let Some(checksum) = &it.checksum {
        component["purl"] = json!(package_url(&it.id));
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    if it.is_script {
        component["purl"] = json!(format!("pkg:npm/{}@{}", it.id.name, it.id.version));
    }
    if let Some(repository) = &it.repository {
        component["externalReferences"] = json!([{ "type": "vcs", "url": repository }]);
    }
    component
}

fn dependency(it: &Crate) -> Value {
    json!({ "ref": reference(&it.id), "dependsOn": it.needs.iter().map(reference).collect::<Vec<_>>() })
}

fn reference(id: &Id) -> String {
    format!("{}@{}", id.name, id.version)
}

/// <https://github.com/package-url/purl-spec>
fn package_url(id: &Id) -> String {
    format!("pkg:cargo/{}@{}", id.name, id.version.replace('+', "%2B"))
}

/// A UUID of the eighth kind, which is for whatever its maker likes (RFC 9562): here it is a hash.
fn serial(text: &str) -> String {
    let hex: String = Sha256::digest(text).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let [first, second, third, fourth, last] = [&hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..]];
    format!("urn:uuid:{first}-{second}-8{third}-8{fourth}-{last}")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::dist::bill::crates::tests::ours;

    fn texts<'a>(values: &'a Value, key: &str) -> Vec<&'a str> {
        values.as_array().unwrap().iter().map(|it| it[key].as_str().unwrap_or_default()).collect()
    }

    #[test]
    fn the_bill_has_every_field_that_the_format_requires_and_every_reference_leads_somewhere() {
        let bill = bill(&ours()).unwrap();
        let bill: Value = serde_json::from_str(&bill).unwrap();
        assert_eq!(
            (&bill["bomFormat"], &bill["specVersion"], &bill["version"]),
            (&json!("CycloneDX"), &json!("1.5"), &json!(1))
        );
        let mut all = bill["components"].as_array().unwrap().clone();
        all.push(bill["metadata"]["component"].clone());
        let known: BTreeSet<_> = all.iter().map(|it| it["bom-ref"].as_str().unwrap()).collect();
        assert_eq!(known.len(), all.len(), "two have one reference");
        for component in &all {
            assert!(["library", "application"].contains(&component["type"].as_str().unwrap()), "{component}");
            assert!(component["name"].is_string() && component["version"].is_string(), "{component}");
            let licences = component["licenses"].as_array().unwrap();
            assert!(
                licences.len() == 1 && !texts(&component["licenses"], "expression")[0].contains('/'),
                "{component}"
            );
        }
        let dependencies = bill["dependencies"].as_array().unwrap();
        assert_eq!(texts(&bill["dependencies"], "ref").into_iter().collect::<BTreeSet<_>>(), known);
        let needed = dependencies.iter().flat_map(|it| it["dependsOn"].as_array().unwrap());
        assert!(needed.into_iter().all(|it| known.contains(it.as_str().unwrap())));
    }

    #[test]
    fn what_comes_from_the_registry_has_its_address_there_and_its_hash() {
        let bill = bill(&ours()).unwrap();
        let bill: Value = serde_json::from_str(&bill).unwrap();
        let components = bill["components"].as_array().unwrap();
        let leptos = components.iter().find(|it| it["name"] == "leptos").unwrap();
        assert!(leptos["purl"].as_str().unwrap().starts_with("pkg:cargo/leptos@0."), "{leptos}");
        let hash = &leptos["hashes"][0];
        assert!(hash["alg"] == "SHA-256" && hash["content"].as_str().unwrap().len() == 64, "{leptos}");
        let core = components.iter().find(|it| it["name"] == "signpost-core").unwrap();
        assert!(core["purl"].is_null() && core["hashes"].is_null());
    }

    #[test]
    fn the_same_crates_give_the_same_bill_and_others_another_number() {
        assert_eq!(serial("a"), serial("a"));
        assert_ne!(serial("a"), serial("b"));
        let serial = serial("a");
        let parts: Vec<_> = serial.strip_prefix("urn:uuid:").unwrap().split('-').map(str::len).collect();
        assert_eq!(parts, [8, 4, 4, 4, 12]);
    }

    #[test]
    fn a_version_with_a_plus_is_written_as_addresses_write_it() {
        let id = Id { name: "toml".to_owned(), version: "1.2.1+spec-1.1.0".to_owned() };
        assert_eq!(package_url(&id), "pkg:cargo/toml@1.2.1%2Bspec-1.1.0");
    }
}
