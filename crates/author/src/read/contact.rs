//! Numbers and addresses that a parent will tap: written so that they work.

use crate::problem::{At, Problem};
use crate::read::table::Table;

impl Table<'_> {
    /// A phone number that may be left out; empty where it is.
    pub(crate) fn phone(&mut self, key: &'static str) -> String {
        let hint = "write it as 0300 123 4097, 116 123 or 999";
        self.contact(key, is_phone, "is not a UK phone number", hint)
    }

    /// A web address that may be left out; empty where it is.
    pub(crate) fn url(&mut self, key: &'static str) -> String {
        self.contact(key, is_url, "is not a web address", "write it as https://www.example.org/page")
    }

    /// An email address that may be left out; empty where it is.
    pub(crate) fn email(&mut self, key: &'static str) -> String {
        self.contact(key, is_email, "is not an email address", "write it as help@example.org")
    }

    fn contact(&mut self, key: &'static str, good: fn(&str) -> bool, says: &str, hint: &str) -> String {
        let Some(At { value, spot }) = self.may(key).and_then(|value| value.string()) else { return String::new() };
        if !good(&value) {
            self.book.note(Problem::new(spot, format!("`{value}` {says}")).meant(hint));
        }
        value
    }
}

/// 10 or 11 digits from 0 (`0800 1111` and `0845 46 47` are shorter and real), three-digit and 116 numbers, 18000.
fn is_phone(text: &str) -> bool {
    let groups: Vec<&str> = text.split(' ').collect();
    let written = groups.iter().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    let digits = groups.concat();
    let right = match digits.len() {
        10 | 11 => digits.starts_with('0'),
        8 => digits.starts_with("08"),
        6 => digits.starts_with("116"),
        5 => digits.starts_with("180"),
        3 => digits.starts_with(['1', '9']),
        _ => false,
    };
    written && right
}

fn is_url(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let plain = text.chars().all(|letter| letter.is_ascii_graphic() && !matches!(letter, '"' | '<' | '>' | '\\' | '`'));
    plain && is_host(host)
}

fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_' | '+');
    !name.is_empty() && name.chars().all(plain) && is_host(host)
}

fn is_host(host: &str) -> bool {
    let part =
        |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    host.contains('.') && host.split('.').all(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_number_in_the_uk_is_known() {
        let good = [
            "0300 123 4097",
            "020 7946 0000",
            "01332 717 575",
            "0800 1111",
            "116 123",
            "116 000",
            "999",
            "111",
            "18000",
        ];
        good.iter().for_each(|number| assert!(is_phone(number), "{number}"));
        let bad = [
            "",
            "0300",
            "12345",
            "0300  123 4097",
            "+44 300 123 4097",
            "0300-123-4097",
            " 999",
            "300 123 4097 1",
            "Text 85258",
        ];
        bad.iter().for_each(|number| assert!(!is_phone(number), "{number}"));
    }

    #[test]
    fn an_address_is_secure_and_whole() {
        assert!(is_url("https://www.gov.uk/a?b=c#d"));
        for bad in
            ["http://www.gov.uk", "www.gov.uk", "https://", "https://gov", "https://www.gov.uk/a b", "https://www..uk"]
        {
            assert!(!is_url(bad), "{bad}");
        }
        assert!(is_email("jo@samaritans.org"));
        for bad in ["jo", "@samaritans.org", "jo@samaritans", "jo @samaritans.org", "jo@sam@x.org"] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
