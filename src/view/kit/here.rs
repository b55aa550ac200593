//! What a site adds to a support: whom to ask there, and what is near.

use signpost_core::catalogue::{Contact, SupportId};
use signpost_core::texts::{PersonTexts, ServiceTexts, key};

use crate::view::app::App;
use crate::view::kit::contacts::in_short;
use crate::view::kit::node::{Node, block, tag};

/// Whom to ask here about a support and what is near, where the site says so.
pub fn here(app: App, support: SupportId) -> Option<Node> {
    let (site, said) = (app.content.site()?, app.content.texts.site()?);
    let people: Vec<Node> =
        site.people_for(support).map(|at| person(app, &said.people[at], &site.people[at].contacts)).collect();
    let near: Vec<Node> =
        site.services_for(support).map(|at| service(app, &said.services[at], &site.services[at].contacts)).collect();
    let parts = [(key::SITE_ASK, people), (key::SITE_NEAR, near)].into_iter().filter(|(_, lines)| !lines.is_empty());
    let parts: Vec<[Node; 2]> = parts
        .map(|(title, lines)| [tag("h4").text(app.word(title)), block("ul", "contacts").with_all(lines)])
        .collect();
    (!parts.is_empty()).then(|| block("div", "at-site").with_all(parts.into_iter().flatten()))
}

/// Somebody to ask, in words: "Mr Khan, SENCO", or the role alone.
pub fn called(app: App, person: &PersonTexts) -> String {
    if person.name.is_empty() {
        return person.role.clone();
    }
    app.fill(key::SITE_PERSON, &[("name", &app.isolated(&person.name)), ("role", &person.role)])
}

fn person(app: App, person: &PersonTexts, contacts: &[Contact]) -> Node {
    tag("li").with(tag("strong").text(called(app, person))).with_all(links(app, &person.role, contacts))
}

fn service(app: App, service: &ServiceTexts, contacts: &[Contact]) -> Node {
    let says = [&service.place, &service.hours].into_iter().filter(|says| !says.is_empty());
    tag("li")
        .with(tag("strong").text(&service.name))
        .with_all(says.map(|says| block("span", "contacts-says").text(says)))
        .with_all(links(app, &service.name, contacts))
}

fn links(app: App, name: &str, contacts: &[Contact]) -> impl Iterator<Item = Node> {
    contacts.iter().map(move |contact| in_short(app, "", name, contact))
}
