//! How to reach a support: numbers that a phone can dial, and addresses.

use signpost_core::contact::{Sms, host, mail, tel};
use signpost_core::content::SupportId;
use signpost_core::pack::{Also, Cost, Support};
use signpost_core::words::key;

use crate::view::app::App;
use crate::view::html::{Node, block, tag};

/// All ways to reach a support.
pub fn contacts(app: App, support: SupportId) -> Node {
    let text = &app.content.support(support).text;
    let also = text.also.iter().map(|also| other(app, also));
    let hours = (!text.hours.is_empty()).then(|| app.fill(key::SUPPORT_HOURS, &[("hours", &text.hours)]));
    let yourself = text.ask_yourself.then(|| app.word(key::SUPPORT_ASK_YOURSELF).to_owned());
    let facts = [hours, yourself, Some(app.word(cost(text.cost)).to_owned())].into_iter().flatten();
    block("ul", "contacts")
        .with_all(phone(app, text))
        .with_all(by_text(app, text))
        .with_all(also)
        .with_all(email(app, text))
        .with_all(web(app, text))
        .with_all(facts.map(|fact| tag("li").text(fact)))
}

/// Somebody else to reach, and what they are for.
fn other(app: App, also: &Also) -> Node {
    let says = (!also.says.is_empty()).then(|| block("span", "contacts-says").text(also.says.as_str()));
    tag("li").text(format!("{}: ", also.name)).with_all(numbers("", also)).with_all(addresses(app, also)).with_all(says)
}

/// The numbers of somebody else.
pub fn numbers(class: &'static str, also: &Also) -> impl Iterator<Item = Node> {
    let phone = (!also.phone.is_empty()).then(|| link(class, tel(&also.phone), also.phone.as_str()));
    let text = Sms::of(&also.text).map(|sms| link(class, sms.address(), also.text.as_str()));
    phone.into_iter().chain(text)
}

fn addresses(app: App, also: &Also) -> impl Iterator<Item = Node> {
    let email = (!also.email.is_empty()).then(|| link("", mail(&also.email), also.email.as_str()));
    email.into_iter().chain(site(app, &also.name, &also.url))
}

/// The one contact to begin with: its number, else its website.
pub fn first_contact(app: App, support: SupportId) -> Node {
    let text = &app.content.support(support).text;
    block("ul", "contacts").with_all(phone(app, text).or_else(|| by_text(app, text)).or_else(|| web(app, text)))
}

/// A link.
pub fn link(class: &'static str, address: String, words: impl AsRef<str>) -> Node {
    block("a", class).attr("href", address).text(words)
}

fn cost(cost: Cost) -> &'static str {
    match cost {
        Cost::Free => key::SUPPORT_FREE,
        Cost::LowCost => key::SUPPORT_LOW_COST,
        Cost::Paid => key::SUPPORT_PAID,
    }
}

fn phone(app: App, text: &Support) -> Option<Node> {
    let label = app.fill(key::SUPPORT_PHONE, &[("number", &text.phone)]);
    (!text.phone.is_empty()).then(|| tag("li").with(link("contacts-main", tel(&text.phone), label)))
}

fn by_text(app: App, text: &Support) -> Option<Node> {
    let sms = Sms::of(&text.text)?;
    let words = app.fill(key::SUPPORT_TEXT, &[("number", &text.text)]);
    Some(tag("li").with(link("contacts-main", sms.address(), words)))
}

fn email(app: App, text: &Support) -> Option<Node> {
    let label = format!("{}: {}", app.word(key::SUPPORT_EMAIL), text.email);
    (!text.email.is_empty()).then(|| tag("li").with(link("", mail(&text.email), label)))
}

fn web(app: App, text: &Support) -> Option<Node> {
    let site = site(app, &text.name, &text.url)?;
    Some(tag("li").text(format!("{}: ", app.word(key::SUPPORT_WEB))).with(site))
}

/// A website, by the name of its host.
fn site(app: App, name: &str, url: &str) -> Option<Node> {
    let host = host(url);
    let label = app.fill(key::SUPPORT_WEB_OF, &[("name", name), ("site", host)]);
    (!url.is_empty()).then(|| {
        let link = link("", url.to_owned(), host).attr("target", "_blank").attr("rel", "noopener noreferrer");
        link.attr("aria-label", label)
    })
}
