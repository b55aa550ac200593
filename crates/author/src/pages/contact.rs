//! Numbers and addresses as links, for pages of any kind.

use maud::{Markup, html};
use signpost_core::pack::Support;

/// The number to call, or to send a text to.
pub(super) fn number(support: &Support) -> Markup {
    match support.text.rsplit(' ').next().filter(|number| !number.is_empty()) {
        _ if !support.phone.is_empty() => phone(&support.phone),
        Some(number) => html! { a.urgent-number href={ "sms:" (number) } { (support.text) } },
        None => html! {},
    }
}

/// A number to tap.
pub(super) fn phone(number: &str) -> Markup {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    html! { a.urgent-number href={ "tel:" (digits) } { (number) } }
}

/// The name of a website, as a link to its page.
pub(super) fn website(url: &str) -> Markup {
    let host = url.trim_start_matches("https://").trim_start_matches("www.").split('/').next().unwrap_or_default();
    html! { @if !host.is_empty() { a href=(url) rel="noreferrer" { (host) } } }
}
