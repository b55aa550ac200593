//! JSON as the pack and saved visits need it: a tree that is read whole and written whole. Numbers are whole; what no
//! number here can be reads as null.

use nojson::{DisplayJson, JsonFormatter, JsonValueKind, RawJson, RawJsonValue};

/// A value, with the members of an object in the order in which they were written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json {
    Null,
    Flag(bool),
    Whole(i64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a text. The error is the byte at which it stops being JSON.
    pub(crate) fn parse(text: &str) -> Result<Self, usize> {
        RawJson::parse(text).map(|raw| Self::of(raw.value())).map_err(|error| error.position())
    }

    fn of(raw: RawJsonValue<'_, '_>) -> Self {
        match raw.kind() {
            JsonValueKind::Boolean => Self::Flag(raw.as_raw_str() == "true"),
            JsonValueKind::Integer => raw.as_raw_str().parse().map_or(Self::Null, Self::Whole),
            JsonValueKind::String => Self::Text(unquoted(raw)),
            JsonValueKind::Array => Self::List(raw.to_array().into_iter().flatten().map(Self::of).collect()),
            JsonValueKind::Object => {
                let members = raw.to_object().into_iter().flatten();
                Self::Object(members.map(|(name, value)| (unquoted(name), Self::of(value))).collect())
            }
            JsonValueKind::Null | JsonValueKind::Float => Self::Null,
        }
    }

    /// An object of these members.
    pub(crate) fn object<const N: usize>(members: [(&str, Self); N]) -> Self {
        Self::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// A text.
    pub(crate) fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// The member of this name, where this is an object that has one.
    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        self.members().iter().find(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// The members of an object; none of anything else.
    pub(crate) fn members(&self) -> &[(String, Self)] {
        if let Self::Object(members) = self { members } else { &[] }
    }

    /// The values of a list; none of anything else.
    pub(crate) fn list(&self) -> &[Self] {
        if let Self::List(values) = self { values } else { &[] }
    }

    /// A text; nothing of anything else.
    pub(crate) fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// True or false; nothing of anything else.
    pub(crate) fn as_bool(&self) -> Option<bool> {
        if let Self::Flag(flag) = self { Some(*flag) } else { None }
    }

    /// A whole number; nothing of anything else.
    pub(crate) fn as_i64(&self) -> Option<i64> {
        if let Self::Whole(number) = self { Some(*number) } else { None }
    }
}

fn unquoted(raw: RawJsonValue<'_, '_>) -> String {
    raw.to_unquoted_string_str().map_or_else(|_| String::new(), |text| text.into_owned())
}

impl DisplayJson for Json {
    fn fmt(&self, out: &mut JsonFormatter<'_, '_>) -> std::fmt::Result {
        match self {
            Self::Null => out.value(()),
            Self::Flag(flag) => out.value(flag),
            Self::Whole(number) => out.value(number),
            Self::Text(text) => out.value(text),
            Self::List(values) => out.array(|out| values.iter().try_for_each(|value| out.element(value))),
            Self::Object(members) => {
                out.object(|out| members.iter().try_for_each(|(name, value)| out.member(name, value)))
            }
        }
    }
}

impl std::fmt::Display for Json {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        nojson::Json(self).fmt(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again_whatever_a_parent_typed() {
        let typed = "a \"quote\", a \\, a new\nline, \u{2028}, \u{0}, {child}, 😀 and يوسف";
        let json = Json::object([
            ("typed", Json::text(typed)),
            (typed, Json::List(vec![Json::Null, Json::Flag(true), Json::Whole(-7)])),
        ]);
        assert_eq!(Json::parse(&json.to_string()), Ok(json.clone()));
        assert_eq!(json.get("typed").and_then(Json::as_str), Some(typed));
    }

    #[test]
    fn what_is_no_json_says_where_and_what_is_deep_is_refused() {
        assert_eq!(Json::parse("{\"a\": x}"), Err(6));
        assert!(Json::parse(&"[".repeat(100_000)).is_err());
    }

    #[test]
    fn a_number_that_is_not_whole_is_nothing() {
        assert_eq!(
            Json::parse("[1.5, 1e3, 99999999999999999999]").map(|it| it.list().to_vec()),
            Ok(vec![Json::Null; 3])
        );
    }
}
