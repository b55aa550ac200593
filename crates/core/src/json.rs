//! JSON as saved visits need it: a tree that is read whole and written whole. Numbers are whole; what no number here can
//! be reads as null.
//!
//! Whoever sits in a browser has a reader of JSON already, so it is handed in ([`ReadJson`]) instead of carried.

use crate::digits::digits;

/// Reads a text; `None` where it is no JSON.
pub type ReadJson = fn(&str) -> Option<Json>;

/// A value, with the members of an object in the order in which they were written.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// Nothing, or what is nothing here.
    Null,
    /// True or false.
    Flag(bool),
    /// A whole number.
    Whole(i64),
    /// A text.
    Text(String),
    /// Several values.
    List(Vec<Json>),
    /// Values by their names.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// An object of these members.
    pub fn object<const N: usize>(members: [(&str, Self); N]) -> Self {
        Self::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// A text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// The member of this name, where this is an object that has one.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.members().iter().find(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// The members of an object; none of anything else.
    pub fn members(&self) -> &[(String, Self)] {
        if let Self::Object(members) = self { members } else { &[] }
    }

    /// The values of a list; none of anything else.
    pub fn list(&self) -> &[Self] {
        if let Self::List(values) = self { values } else { &[] }
    }

    /// A text; nothing of anything else.
    pub fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// True or false; nothing of anything else.
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Flag(flag) = self { Some(*flag) } else { None }
    }

    /// A whole number; nothing of anything else.
    pub fn as_i64(&self) -> Option<i64> {
        if let Self::Whole(number) = self { Some(*number) } else { None }
    }
}

impl std::fmt::Display for Json {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.written())
    }
}

impl Json {
    /// As it is written down.
    pub fn written(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Self::Whole(number) => out.push_str(&digits(*number)),
            Self::Text(text) => quote(text, out),
            Self::List(values) => {
                out.push('[');
                for (place, value) in values.iter().enumerate() {
                    part(place, out);
                    value.write(out);
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (place, (name, value)) in members.iter().enumerate() {
                    part(place, out);
                    quote(name, out);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

/// Between two values.
fn part(place: usize, out: &mut String) {
    if place > 0 {
        out.push(',');
    }
}

/// A text as JSON has it (RFC 8259, section 7): what must be escaped is, and nothing else.
fn quote(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\0'..='\u{1f}' => {
                let (high, low) = (u32::from(letter) / 16, u32::from(letter) % 16);
                out.push_str("\\u00");
                out.extend([high, low].into_iter().filter_map(|digit| char::from_digit(digit, 16)));
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_by_others_whatever_a_parent_typed() {
        let typed = "a \"quote\", a \\, a new\nline, \u{2028}, \u{0}, \u{1f}, \u{7f}, {child}, 😀 and يوسف";
        let json = Json::object([
            ("typed", Json::text(typed)),
            (typed, Json::List(vec![Json::Null, Json::Flag(true), Json::Flag(false), Json::Whole(-7)])),
            ("empty", Json::List(vec![Json::Object(Vec::new()), Json::List(Vec::new())])),
        ]);
        let read: serde_json::Value = serde_json::from_str(&json.to_string()).expect("it is JSON");
        let meant = serde_json::json!({ "typed": typed, typed: [null, true, false, -7], "empty": [{}, []] });
        assert_eq!(read, meant);
        assert_eq!(json.get("typed").and_then(Json::as_str), Some(typed));
    }
}
