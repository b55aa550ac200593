//! Numbers and addresses as links, for pages of any kind. Where they lead, [`signpost_core::contact`] says.
//!
//! A website opens a new tab: these pages may stand in a frame of a school's page, where another site would take their
//! place or refuse to be shown.

use maud::{Markup, html};
use signpost_core::contact::{Sms, host, mail, tel, typed};
use signpost_core::pack::{Also, Support};
use signpost_core::words::key;

use crate::pages::voice::Voice;

/// The number to call, or to send a text to.
pub(super) fn number(support: &Support) -> Markup {
    if support.phone.is_empty() { text_line(&support.text) } else { phone(&support.phone) }
}

/// A number to tap.
pub(super) fn phone(number: &str) -> Markup {
    html! { a.urgent-number href=(tel(number)) { (number) } }
}

/// Somebody else to reach: the name, every way there is, and what they are for.
pub(super) fn other(voice: &Voice, also: &Also) -> Markup {
    let ways = [&also.phone, &also.text, &also.email, &also.url];
    let reach = ways.iter().any(|way| !way.is_empty());
    html! {
        (voice.text(&also.name))
        @if reach { ": " }
        @if !also.phone.is_empty() { (phone(&also.phone)) " " }
        @if !also.text.is_empty() { (text_line(&also.text)) " " }
        @if !also.email.is_empty() { (mailbox(&also.email)) " " }
        (website(&also.url))
        @if !also.says.is_empty() { " (" (voice.text(&also.says)) ")" }
    }
}

/// When it is time for a number of the urgent box, and what to do until somebody comes.
pub(super) fn when(voice: &Voice, support: &Support) -> Markup {
    html! {
        @if !support.one_of.is_empty() {
            ul.urgent-when {
                @for line in support.one_of.iter().chain([&support.how]) { li { (voice.text(line)) } }
            }
        }
    }
}

/// A mailbox to write to.
pub(super) fn mailbox(address: &str) -> Markup {
    html! { a href=(mail(address)) { (address) } }
}

/// The name of a website, as a link to its page.
pub(super) fn website(url: &str) -> Markup {
    html! { @if !url.is_empty() { a href=(url) target="_blank" rel="noopener noreferrer" { (host(url)) } } }
}

/// The whole address of a support's website, so that it can be typed from paper; it breaks where it must. Whoever hears
/// it hears whose it is, and that it opens a new tab.
pub(super) fn web(voice: &Voice, support: &Support) -> Markup {
    let shown = typed(&support.url);
    let label = voice.fill(key::SUPPORT_WEB_OF, &[("site", shown), ("name", &voice.text(&support.name))]);
    html! {
        @if !shown.is_empty() {
            a.web href=(support.url) target="_blank" rel="noopener noreferrer" aria-label=(label) { (shown) }
        }
    }
}

fn text_line(line: &str) -> Markup {
    html! { @if let Some(sms) = Sms::of(line) { a.urgent-number href=(sms.address()) { (line) } } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_to_a_spaced_number_goes_to_all_of_it() {
        let support = Support { text: "a message to 07860 039 967".into(), ..Support::default() };
        let link = "<a class=\"urgent-number\" href=\"sms:07860039967\">a message to 07860 039 967</a>";
        assert_eq!(number(&support).into_string(), link);
    }
}
