//! How to reach a support: numbers that a phone can dial, and addresses.

use signpost_core::catalogue::{Contact, Cost, Means, SupportId};
use signpost_core::family::Who;
use signpost_core::texts::{AlsoTexts, WordKey, key};

use crate::view::app::App;
use crate::view::kit::node::{Node, block, tag};

/// All ways to reach a support.
pub fn contacts(app: App, id: SupportId, who: Who) -> Node {
    let (support, texts) = (app.content.support(id), app.content.texts.support(id));
    let own = |means| support.contact(means).map(|contact| line(app, &texts.name, contact));
    let hours =
        (!texts.hours.is_empty()).then(|| app.fill(key::SUPPORT_HOURS, &[("hours", &app.about(&texts.hours, who))]));
    let yourself = support.ask_yourself.then(|| app.word(key::SUPPORT_ASK_YOURSELF).to_owned());
    let facts = [hours, yourself, Some(app.word(cost(support.cost)).to_owned())].into_iter().flatten();
    block("ul", "contacts")
        .with_all([Means::Call, Means::Text].into_iter().filter_map(own))
        .with_all(others(app, id).map(|(contacts, also)| other(app, contacts, also, who)))
        .with_all([Means::Mail, Means::Web].into_iter().filter_map(own))
        .with_all(facts.map(|fact| tag("li").text(fact)))
}

/// Others to reach, each with their name.
pub fn others(app: App, id: SupportId) -> impl Iterator<Item = (&'static [Contact], &'static AlsoTexts)> {
    let (support, texts) = (app.content.support(id), app.content.texts.support(id));
    support.also.iter().map(Vec::as_slice).zip(&texts.also)
}

/// Somebody else to reach, and what they are for.
fn other(app: App, contacts: &[Contact], also: &AlsoTexts, who: Who) -> Node {
    let says = (!also.says.is_empty()).then(|| block("span", "contacts-says").text(app.about(&also.says, who)));
    let links = contacts.iter().map(|contact| in_short(app, "", &app.about(&also.name, who), contact));
    tag("li").text(named(app, also, who)).text(" ").with_all(links).with_all(says)
}

/// "Their crisis line:"
pub fn named(app: App, also: &AlsoTexts, who: Who) -> String {
    app.fill(key::SUPPORT_OTHER, &[("name", &app.about(&also.name, who))])
}

/// The one contact to begin with: its number, else its website.
pub fn first_contact(app: App, id: SupportId) -> Node {
    let (support, texts) = (app.content.support(id), app.content.texts.support(id));
    let first = [Means::Call, Means::Text, Means::Web].into_iter().find_map(|means| support.contact(means));
    block("ul", "contacts").with_all(first.map(|contact| line(app, &texts.name, contact)))
}

/// A contact alone: the number or the address and no more.
pub fn in_short(app: App, class: &'static str, name: &str, contact: &Contact) -> Node {
    match contact.means {
        Means::Web => site(app, name, contact),
        Means::Text => link(app, class, contact, text_line(app, contact)),
        Means::Call | Means::Mail => link(app, class, contact, app.isolated(&contact.to)),
    }
}

/// A contact on a line of its own, saying what it is.
fn line(app: App, name: &str, contact: &Contact) -> Node {
    match contact.means {
        Means::Call => tag("li").with(link(app, "contacts-main", contact, phone(app, contact))),
        Means::Text => tag("li").with(link(app, "contacts-main", contact, text_line(app, contact))),
        Means::Mail => tag("li").with(link(
            app,
            "",
            contact,
            app.fill(key::SUPPORT_EMAIL, &[("mailbox", &app.isolated(&contact.to))]),
        )),
        Means::Web => tag("li").text(app.word(key::SUPPORT_WEB)).text(" ").with(site(app, name, contact)),
    }
}

/// "Phone 116 123".
pub fn phone(app: App, contact: &Contact) -> String {
    app.fill(key::SUPPORT_PHONE, &[("number", &app.isolated(&contact.to))])
}

/// "Text SHOUT to 85258".
fn text_line(app: App, contact: &Contact) -> String {
    let words = if contact.word.is_empty() { key::SUPPORT_TEXT } else { key::SUPPORT_TEXT_WORD };
    app.fill(words, &[("word", &app.isolated(&contact.word)), ("number", &app.isolated(&contact.to))])
}

/// A contact where no link can be.
pub fn in_words(app: App, contact: &Contact) -> String {
    match contact.means {
        Means::Call => phone(app, contact),
        Means::Text => text_line(app, contact),
        Means::Mail => contact.to.clone(),
        Means::Web => contact.address(),
    }
}

/// A number or an address to press.
fn link(app: App, class: &'static str, contact: &Contact, words: impl AsRef<str>) -> Node {
    if app.is_kiosk() {
        return words_alone(class, contact, words);
    }
    block("a", class).attr("href", contact.address()).text(words)
}

/// On a shared screen, because nothing leads out of it. code.js draws a code of where it would lead.
fn words_alone(class: &'static str, contact: &Contact, words: impl AsRef<str>) -> Node {
    block("strong", class).attr("data-code", contact.address()).text(words)
}

/// A website, by the name of its host.
fn site(app: App, name: &str, contact: &Contact) -> Node {
    if app.is_kiosk() {
        return words_alone("", contact, app.isolated(contact.typed()));
    }
    let host = app.isolated(contact.host());
    let label = app.fill(key::SUPPORT_WEB_OF, &[("name", name), ("site", &host)]);
    let link = link(app, "", contact, host).attr("target", "_blank").attr("rel", "noopener noreferrer");
    link.attr("aria-label", label)
}

fn cost(cost: Cost) -> WordKey {
    match cost {
        Cost::Free => key::SUPPORT_FREE,
        Cost::LowCost => key::SUPPORT_LOW_COST,
        Cost::Paid => key::SUPPORT_PAID,
    }
}
