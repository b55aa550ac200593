//! JSON Schemas of the files of a content folder, for editors: made from the same table of keys that the reader
//! goes by (`shape` and `vocabulary`), with the names that this content has.

mod names;
mod wants;

use serde_json::{Map, Value, json};
use signpost_core::texts::{ALL, COUNTED};

use crate::format::draft::Draft;
use crate::format::schema::names::Known;
use crate::format::shape::{CONDITIONS, FIGURES, INVARIANTS, LANGUAGE, QUESTIONS, SITE_FILE, Shape, TOPIC_FILE, WORDS};
use crate::languages::ENGLISH;

/// Every schema, by the name of its file.
pub fn all(draft: &Draft) -> Vec<(&'static str, Value)> {
    let known = Known::of(draft);
    let whole = |shape: &'static Shape| whole(shape, known.shape(shape), known.definitions());
    vec![
        ("questions.json", whole(&QUESTIONS)),
        ("support.json", whole(&TOPIC_FILE)),
        ("conditions.json", whole(&CONDITIONS)),
        ("invariants.json", whole(&INVARIANTS)),
        ("figures.json", whole(&FIGURES)),
        ("language.json", whole(&LANGUAGE)),
        ("words.json", self::whole(&WORDS, words(), json!({}))),
        ("sites.json", whole(&SITE_FILE)),
    ]
}

/// Draft 7 is what the editors' plug-ins understand. Only the definitions it refers to come with it.
fn whole(shape: &Shape, table: Value, mut definitions: Value) -> Value {
    let (text, mut whole) = (table.to_string(), table);
    if let Some(all) = definitions.as_object_mut() {
        all.retain(|name, _| text.contains(&format!("\"#/definitions/{name}\"")));
    }
    whole["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    whole["title"] = json!(shape.says.trim_end_matches('.'));
    whole["definitions"] = definitions;
    whole
}

/// The words of the interface: `start.title` is the key `title` of the table `start`.
fn words() -> Value {
    let mut groups: Map<String, Value> = Map::new();
    let text = || json!({ "type": "string", "minLength": 1 });
    let plain = ALL.iter().map(|wanted| (wanted.name, text()));
    let forms = || ENGLISH.forms().into_iter().map(|form| (form.to_owned(), text())).collect::<Map<_, _>>();
    let required: Vec<String> = ENGLISH.forms().into_iter().map(str::to_owned).collect();
    let counted = COUNTED.iter().map(|wanted| (wanted.name, object(&required, forms())));
    for (name, wants) in plain.chain(counted) {
        let Some((group, key)) = name.split_once('.') else { continue };
        let group = groups.entry(group).or_insert_with(|| object(&[], Map::new()));
        group["properties"][key] = wants;
        if let Some(required) = group["required"].as_array_mut() {
            required.push(json!(key));
        }
    }
    let required: Vec<String> = groups.keys().cloned().collect();
    // Which warnings there are, the tags of the content say.
    groups.insert("warning".into(), json!({ "type": "object", "additionalProperties": text() }));
    object(&required, groups)
}

fn object(required: &[String], properties: Map<String, Value>) -> Value {
    json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties })
}
