//! Numbers and addresses that a parent will tap: written so that they work.

use crate::format::read::flaw::Flaw;
use crate::format::read::table::Table;
use crate::format::read::{link, phone};
use crate::source::problem::{At, Problem};

impl Table<'_> {
    /// A phone number that may be left out; empty where it is.
    pub(crate) fn phone(&mut self, key: &'static str) -> String {
        self.contact(key, phone::phone)
    }

    /// A web address that may be left out; empty where it is.
    pub(crate) fn url(&mut self, key: &'static str) -> String {
        self.contact(key, link::url)
    }

    /// An email address that may be left out; empty where it is.
    pub(crate) fn email(&mut self, key: &'static str) -> String {
        self.contact(key, link::email)
    }

    /// Notes what is wrong with a text that says where to send a text.
    pub(crate) fn text_line(&mut self, key: &'static str) {
        if !self.may(key).and_then(|value| value.string()).is_none_or(|text| text.value.trim().is_empty()) {
            self.contact(key, phone::text_line);
        }
    }

    fn contact(&mut self, key: &'static str, works: fn(&str) -> Result<(), Flaw>) -> String {
        let Some(At { value, spot }) = self.may(key).and_then(|value| value.string()) else { return String::new() };
        if let Err(Flaw { rule, mild, says, meant }) = works(&value) {
            let says = format!("`{value}` {says}");
            let problem = if mild { Problem::warning(spot, says) } else { Problem::new(spot, says) };
            self.book.note(problem.rule(rule).meant(meant));
        }
        value
    }
}
