//! Addresses of pages and of post: secure, whole, and carrying nothing about the parent.

use crate::format::read::flaw::Flaw;

/// What may stand behind the `?` of an address: which page it is, and nothing else.
const QUERY: [&str; 3] = ["id", "page", "lang"];

/// Names that lead nowhere: RFC 2606 keeps them for examples.
const NOWHERE: [&str; 7] = ["example.com", "example.org", "example.net", "example", "test", "invalid", "localhost"];

const HINT: &str = "write it as https://www.example.org/page";

/// Whether this is the address of a page that is safe to open.
pub(crate) fn url(text: &str) -> Result<(), Flaw> {
    let no_address = || Flaw::new("bad-link", "is not a web address", HINT);
    let rest = text.strip_prefix("https://").ok_or_else(no_address)?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err(Flaw::new("unsafe-link", "carries a name or a password", "leave out what stands before the @"));
    }
    if authority.contains(':') {
        return Err(Flaw::new("unsafe-link", "names a port", "leave out the colon and the number"));
    }
    if !text.chars().all(|letter| letter.is_ascii_graphic() && !"\"<>\\`{}|^".contains(letter)) || !is_host(authority) {
        return Err(no_address());
    }
    leads_somewhere(authority)?;
    says_nothing(rest)
}

/// Whether this is an address that mail can be sent to.
pub(crate) fn email(text: &str) -> Result<(), Flaw> {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_' | '+');
    match text.split_once('@') {
        Some((name, host)) if !name.is_empty() && name.chars().all(plain) && is_host(host) => leads_somewhere(host),
        _ => Err(Flaw::new("bad-email", "is not an email address", "write it as help@example.org")),
    }
}

/// Two names or more, the last of them letters: an address of numbers names no place that a parent could trust.
fn is_host(host: &str) -> bool {
    let part = |part: &str| {
        let plain = part.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
        !part.is_empty() && plain && !part.starts_with('-') && !part.ends_with('-')
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    let letters = last.len() >= 2 && last.bytes().all(|byte| byte.is_ascii_alphabetic());
    host.contains('.') && host.split('.').all(part) && letters
}

fn leads_somewhere(host: &str) -> Result<(), Flaw> {
    let inside = |name: &str| host.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    if NOWHERE.iter().any(|name| inside(name)) {
        return Err(Flaw::new("unfinished", "leads nowhere: such names are for examples", "write the real address"));
    }
    Ok(())
}

fn says_nothing(rest: &str) -> Result<(), Flaw> {
    let query = rest.split('#').next().and_then(|rest| rest.split_once('?')).map_or("", |(_, query)| query);
    let keys = query.split('&').filter(|part| !part.is_empty()).map(|part| part.split('=').next().unwrap_or(part));
    match keys.into_iter().find(|key| !QUERY.contains(key)) {
        None => Ok(()),
        Some(key) => {
            let meant =
                format!("`{key}` could tell the website something about the parent: leave out the part from the ?");
            Err(Flaw::new("link-query", "carries more than the address of a page", &meant))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_secure_and_whole() {
        for good in ["https://www.gov.uk/a#d", "https://111.nhs.uk", "https://fis.kent.gov.uk/service.page?id=x_7"] {
            assert_eq!(url(good), Ok(()), "{good}");
        }
        for bad in [
            "http://www.gov.uk",
            "www.gov.uk",
            "https://",
            "https://gov",
            "https://www.gov.uk/a b",
            "https://www..uk",
            "https://192.168.0.1/a",
            "https://-a.uk",
            "https://www.gov.uk/{child}",
        ] {
            assert_eq!(url(bad).expect_err(bad).rule, "bad-link", "{bad}");
        }
    }

    #[test]
    fn an_address_carries_no_password_no_port_and_nothing_about_the_parent() {
        for (bad, rule) in [
            ("https://me:secret@www.gov.uk", "unsafe-link"),
            ("https://www.gov.uk:8443/a", "unsafe-link"),
            ("https://www.gov.uk/a?postcode=M1", "link-query"),
            ("https://www.gov.uk/a?id=3&utm_source=signpost", "link-query"),
            ("https://www.example.org/page", "unfinished"),
        ] {
            assert_eq!(url(bad).expect_err(bad).rule, rule, "{bad}");
        }
    }

    #[test]
    fn mail_goes_to_a_name_at_a_place() {
        assert_eq!(email("jo@samaritans.org"), Ok(()));
        for bad in ["jo", "@samaritans.org", "jo@samaritans", "jo @samaritans.org", "jo@sam@x.org", "a@example.org"] {
            assert!(email(bad).is_err(), "{bad}");
        }
    }
}
