//! Numbers and addresses as links, for pages of any kind. Where they lead, [`Contact`] says.
//!
//! A website opens a new tab: these pages may stand in a frame of a school's page, where another site would take their
//! place or refuse to be shown.

use maud::{Markup, html};
use signpost_core::catalogue::{Contact, Means};
use signpost_core::texts::{AlsoTexts, key};

use crate::make::pages::spoken::Spoken;
use crate::make::pages::voice::Voice;

/// The number to call, or to send a text to.
pub(super) fn number(voice: &Voice<'_>, spoken: Spoken<'_>) -> Markup {
    let calls = spoken.support.contact(Means::Call).or_else(|| spoken.support.contact(Means::Text));
    html! { @if let Some(contact) = calls { (link(voice, contact)) } }
}

/// A contact to tap: a number to call or to text, a mailbox, or the name of a website.
pub(super) fn link(voice: &Voice<'_>, contact: &Contact) -> Markup {
    if voice.in_kiosk {
        return words(voice, contact);
    }
    html! {
        @match contact.means {
            Means::Call | Means::Text => a.urgent-number href=(contact.address()) { (voice.shown(contact)) },
            Means::Mail => a href=(contact.address()) { (voice.shown(contact)) },
            Means::Web => a href=(contact.to) target="_blank" rel="noopener noreferrer" { (voice.isolated(contact.host())) },
        }
    }
}

/// A contact to write down or to remember: of a website, what is typed.
fn words(voice: &Voice<'_>, contact: &Contact) -> Markup {
    html! {
        @match contact.means {
            Means::Call | Means::Text => strong.urgent-number { (voice.shown(contact)) },
            Means::Mail => span { (voice.shown(contact)) },
            Means::Web => span { (voice.isolated(contact.typed())) },
        }
    }
}

/// Somebody else to reach: the name, every way there is, and what they are for.
pub(super) fn other(voice: &Voice<'_>, contacts: &[Contact], also: &AlsoTexts) -> Markup {
    let reached = voice.joined(contacts.iter().map(|contact| link(voice, contact)), key::LIST_NEXT);
    let named = reach(voice, &html! { (voice.text(&also.name)) }, &reached);
    aside(voice, named, &also.says)
}

/// A name, and how to reach whoever has it, if there is a way.
pub(super) fn reach(voice: &Voice<'_>, name: &Markup, contacts: &Markup) -> Markup {
    let named = || voice.around(key::PAGES_REACH, &[("name", name), ("contacts", contacts)]);
    if contacts.0.is_empty() { name.clone() } else { named() }
}

/// With something said beside it, if there is something to say.
pub(super) fn aside(voice: &Voice<'_>, words: Markup, says: &str) -> Markup {
    if says.is_empty() {
        return words;
    }
    voice.around(key::PAGES_ASIDE, &[("words", &words), ("aside", &html! { (voice.text(says)) })])
}

/// All others that a support names.
pub(super) fn others<'a>(voice: &'a Voice<'_>, spoken: Spoken<'a>) -> impl Iterator<Item = Markup> + 'a {
    let all = spoken.support.also.iter().zip(&spoken.texts.also);
    all.map(|(contacts, also)| other(voice, contacts, also))
}

/// When it is time for a number of the urgent box, and what to do until somebody comes.
pub(super) fn when(voice: &Voice<'_>, spoken: Spoken<'_>) -> Markup {
    html! {
        @if !spoken.texts.one_of.is_empty() {
            div {
                ul.urgent-when { @for line in &spoken.texts.one_of { li { (voice.text(line)) } } }
                (voice.text(&spoken.texts.how))
            }
        }
    }
}

/// The website of a support by the name of its host.
pub(super) fn website(voice: &Voice<'_>, spoken: Spoken<'_>) -> Markup {
    html! { @if let Some(contact) = spoken.support.contact(Means::Web) { (link(voice, contact)) } }
}

/// The whole address of a support's website, so that it can be typed from paper; it breaks where it must. Whoever hears
/// it hears whose it is, and that it opens a new tab.
pub(super) fn web(voice: &Voice<'_>, spoken: Spoken<'_>) -> Markup {
    let name = voice.text(&spoken.texts.name);
    html! {
        @if let Some(contact) = spoken.support.contact(Means::Web) {
            @let typed = voice.isolated(contact.typed());
            @let label = voice.fill(key::SUPPORT_WEB_OF, &[("site", &typed), ("name", &name)]);
            a.web href=(contact.to) target="_blank" rel="noopener noreferrer" aria-label=(label) { (typed) }
        }
    }
}
