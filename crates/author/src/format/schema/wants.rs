//! Tables and what their keys want, as JSON Schema.

use serde_json::{Map, Value, json};

use crate::format::schema::names::Known;
use crate::format::schema::object;
use crate::format::shape::{Key, Shape, Wants};

impl Known<'_> {
    /// A table with these keys and no others.
    pub(super) fn shape(&self, shape: &Shape) -> Value {
        let required: Vec<String> = shape.keys.iter().filter(|key| key.must).map(|key| key.name.to_owned()).collect();
        let property = |key: &Key| (key.name.to_owned(), self.key(key));
        let mut table = object(&required, shape.keys.iter().map(property).collect::<Map<_, _>>());
        table["description"] = json!(shape.says);
        if shape.least > 0 {
            table["minProperties"] = json!(shape.least);
        }
        if shape.most < usize::MAX {
            table["maxProperties"] = json!(shape.most);
        }
        table
    }

    /// In draft 7 nothing counts beside a `$ref`, so a reference stands in an `allOf`.
    fn key(&self, key: &Key) -> Value {
        let wants = self.wants(&key.wants);
        let mut schema = if wants.get("$ref").is_some() { json!({ "allOf": [wants] }) } else { wants };
        schema["description"] = json!(key.says);
        schema
    }

    fn wants(&self, wants: &Wants) -> Value {
        match wants {
            Wants::Text => json!({ "$ref": "#/definitions/text" }),
            Wants::Name(of) => json!({ "$ref": Self::reference(*of) }),
            Wants::Note => json!({ "type": "string", "minLength": 1 }),
            Wants::Flag => json!({ "type": "boolean" }),
            Wants::Number => json!({ "type": "integer", "minimum": 0 }),
            Wants::Day => json!({ "type": "string", "format": "date" }),
            Wants::Word(words) => json!({ "type": "string", "enum": words() }),
            Wants::List(least, wants) => {
                json!({ "type": "array", "minItems": least, "uniqueItems": true, "items": self.wants(wants) })
            }
            Wants::Table(shape) => self.shape(shape),
            Wants::Tables(least, shape) => json!({ "type": "array", "minItems": least, "items": self.shape(shape) }),
            _ => json!({ "type": "string", "pattern": pattern(wants) }),
        }
    }
}

/// Looser than the reader, which says more exactly what is wrong.
fn pattern(wants: &Wants) -> &'static str {
    match wants {
        Wants::Id => "^[a-z0-9]+(-[a-z0-9]+)*$",
        Wants::Figure => "^[^{}]+$",
        Wants::Length => "^[0-9]+ (months?|years?)$",
        Wants::Days => "^[0-9]+ (days?|weeks?|months?)$",
        Wants::Milestone => {
            "^(birth|[0-9]+ (months?|years?)( before birth)?|(term|september) after [0-9]+ (months?|years?))$"
        }
        Wants::Phone => "^[0-9]+( [0-9]+)*$",
        Wants::Email => "^[^@ ]+@[^@ ]+\\.[^@ ]+$",
        Wants::Url => "^https://[^ ]+$",
        Wants::Colour => "^#[0-9a-fA-F]{6}$",
        Wants::Picture => "^[^/\\\\:]+\\.(svg|png)$",
        Wants::Language => "^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$",
        _ => "",
    }
}
