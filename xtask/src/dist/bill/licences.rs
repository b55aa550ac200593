//! The licences of everything in the release, for people: a list, and below it each text once.
//!
//! Where a package may be used by the MIT licence, that is the one: its text is short and says all that must be passed on.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

use super::crates::Crate;
use crate::dist::finish;

/// How the names of files with a licence begin, in capitals.
const NAMES: [&str; 6] = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];

/// The list and the texts. `ours` is our own text of the MIT licence.
pub(super) fn text(crates: &[Crate], ours: &str) -> Result<String> {
    let list: String = crates.iter().map(line).collect();
    let (mut texts, mut without) = (Vec::<(String, Vec<String>)>::new(), Vec::new());
    for it in crates {
        match its_texts(it, ours)? {
            found if found.is_empty() => without.push(it),
            found => found.into_iter().for_each(|text| add(&mut texts, text, name(it))),
        }
    }
    let texts: String = texts.iter().map(|(text, names)| section(&names.join(", "), text)).collect();
    Ok(format!("{OPENING}\n{list}{texts}{}", section(WITHOUT, &by_authors(&without, ours)?)))
}

const OPENING: &str = "What the questions are made of, and by which licence each may be used.\n\n\
    Everything here is compiled into the WebAssembly and the JavaScript of this folder; much of it leaves nothing there,\n\
    because it is never called. Nothing else of others is in this folder: no fonts, no pictures, no other scripts.\n\
    The texts that parents read are ours, under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).\n\
    sbom.cdx.json in this folder says the same to programs.\n";

/// The heading over those whose packages bring no text.
const WITHOUT: &str = "Packages that bring no text of their own: by the MIT licence, with the authors that they name";

fn line(it: &Crate) -> String {
    format!("{:<44}{}\n", name(it), it.licence)
}

fn name(it: &Crate) -> String {
    format!("{} {}", it.id.name, it.id.version)
}

fn section(heading: &str, text: &str) -> String {
    format!("\n{}\n{heading}\n\n{text}\n", "-".repeat(80))
}

/// A text that several have stands once.
fn add(texts: &mut Vec<(String, Vec<String>)>, text: String, name: String) {
    match texts.iter_mut().find(|(known, _)| *known == text) {
        Some((_, names)) => names.push(name),
        None => texts.push((text, vec![name])),
    }
}

fn may_be_mit(it: &Crate) -> bool {
    it.licence.split(" OR ").any(|one| one.trim() == "MIT")
}

/// The texts that its package brings: only that of the MIT licence where it may be used by that.
fn its_texts(it: &Crate, ours: &str) -> Result<Vec<String>> {
    let Some(source) = it.source.as_deref() else { return Ok(vec![]) };
    if it.checksum.is_none() && !it.is_script {
        return Ok(vec![tidy(ours)]);
    }
    let mut files = named_so(source)?;
    let mit: Vec<_> = files.iter().filter(|file| file.to_uppercase().contains("MIT")).cloned().collect();
    if may_be_mit(it) && !mit.is_empty() {
        files = mit;
    }
    files.iter().map(|file| Ok(tidy(&finish::read(&source.join(file))?))).collect()
}

fn named_so(source: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(source).with_context(|| format!("{} cannot be read.", source.display()))?;
    let files = entries.filter_map(Result::ok).filter(|entry| entry.path().is_file());
    let names = files.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<_> = names.filter(|name| NAMES.iter().any(|it| name.to_uppercase().starts_with(it))).collect();
    names.sort();
    Ok(names)
}

/// Without what differs between systems and editors only.
fn tidy(text: &str) -> String {
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_matches('\n').to_owned()
}

/// The authors of each, and the words of the licence once.
fn by_authors(without: &[&Crate], ours: &str) -> Result<String> {
    if let Some(other) = without.iter().find(|it| !may_be_mit(it)) {
        bail!("{} is under {} and brings no text of it: add the text here.", name(other), other.licence);
    }
    let words = ours.find("Permission is hereby granted").and_then(|at| ours.get(at..));
    let words = words.context("LICENSE-MIT is not the MIT licence.")?;
    let lines = without.iter().map(|it| format!("{:<44}{}\n", name(it), authors(it)));
    Ok(format!("{}\n{}", lines.collect::<String>(), words.trim_end()))
}

/// Where a package names nobody, its repository does.
fn authors(it: &Crate) -> String {
    let somewhere = || it.repository.clone().unwrap_or_default();
    if it.authors.is_empty() { somewhere() } else { it.authors.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dist::bill::crates::tests::{id, ours};

    const MIT: &str = "MIT License\n\nCopyright us\n\nPermission is hereby granted, free of charge\n";

    fn bare(name: &str, licence: &str) -> Crate {
        Crate {
            id: id(name),
            licence: licence.to_owned(),
            authors: vec!["Ada".to_owned()],
            repository: None,
            checksum: None,
            source: None,
            is_script: false,
            needs: vec![],
        }
    }

    #[test]
    fn every_crate_has_a_line_and_each_text_stands_once() {
        let crates = ours();
        let text = text(&crates, MIT).unwrap();
        for it in &crates {
            assert!(text.contains(&line(it)), "{}", it.id.name);
        }
        let sections: Vec<_> = text.split(&"-".repeat(80)).skip(1).collect();
        let texts: Vec<_> =
            sections.iter().filter_map(|it| it.trim().split_once("\n\n")).map(|(_, text)| text).collect();
        let mut once = texts.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!((once.len(), sections.len()), (texts.len(), texts.len()));
    }

    #[test]
    fn a_package_without_a_text_is_named_with_its_authors_over_the_words_of_the_licence() {
        let text = text(&[bare("a", "Apache-2.0 OR MIT")], MIT).unwrap();
        let [_, section] = text.split(WITHOUT).collect::<Vec<_>>()[..] else { panic!("{text}") };
        assert!(section.contains("a 1.0.0") && section.contains("Ada"), "{section}");
        assert!(section.ends_with("Permission is hereby granted, free of charge\n"), "{section}");
    }

    #[test]
    fn a_package_without_the_text_that_must_be_passed_on_is_refused() {
        let error = text(&[bare("a", "Zlib")], MIT).unwrap_err();
        assert_eq!(error.to_string(), "a 1.0.0 is under Zlib and brings no text of it: add the text here.");
    }
}
