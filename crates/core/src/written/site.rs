//! A site as it is written, on its way to what it adds to a content.

use crate::catalogue::{self, Catalogue, SupportId, TopicId};
use crate::content::Content;
use crate::texts::{PersonTexts, ServiceTexts, SiteTexts};
use crate::wire::Added;
use crate::written::Support;
use crate::written::link::{contacts, said_of_support, without_names};

/// What a site adds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Site {
    /// Such as `oak-primary`.
    pub id: String,
    /// What parents call it.
    pub name: String,
    /// What its council area is called; empty: it is in none.
    pub area: String,
    /// Whom to ask there.
    pub people: Vec<Person>,
    /// What is near.
    pub services: Vec<LocalService>,
    /// Supports that cannot be had there.
    pub hide: Vec<String>,
    /// Supports of its own.
    pub own: Vec<Own>,
}

/// Somebody to ask.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// What they do.
    pub role: String,
    /// Their name; may be empty.
    pub name: String,
    /// As parents dial it; may be empty.
    pub phone: String,
    /// A mailbox; may be empty.
    pub email: String,
    /// The supports about which they are asked.
    pub concerns: Vec<String>,
}

/// Something near that provides a support.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LocalService {
    /// The support.
    pub support: String,
    /// What it is called here.
    pub name: String,
    /// How to find it; may be empty.
    pub place: String,
    /// When it is there; may be empty.
    pub hours: String,
    /// As parents dial it; may be empty.
    pub phone: String,
    /// A mailbox; may be empty.
    pub email: String,
    /// A page of its own; may be empty.
    pub url: String,
}

/// A support that only this site has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Own {
    /// The topic it belongs to.
    pub topic: String,
    /// The support.
    pub support: Support,
}

impl Site {
    /// What the site adds to this content, and a sentence for every name that leads nowhere.
    pub fn added(&self, content: &Content) -> (Added, Vec<String>) {
        let mut names = Names { catalogue: &content.catalogue, own: Vec::new(), of: &self.id, problems: Vec::new() };
        let own: Vec<_> = self.own.iter().filter_map(|own| Some((names.topic(&own.topic)?, &own.support))).collect();
        names.own = own.iter().map(|(_, support)| support.id.as_str()).collect();
        let people = self.people.iter().map(|person| names.person(person)).collect();
        let services: Vec<_> = self.services.iter().filter_map(|it| Some((names.service(it)?, said_of(it)))).collect();
        let (services, said_of_services) = services.into_iter().unzip();
        let area = names.area().filter(|_| !self.area.is_empty());
        let hidden = names.supports(&self.hide);
        let (name, own_many) = (self.id.clone(), own.len());
        let added = Added {
            site: catalogue::Site { name, area, people, services, hidden, own: own_many },
            texts: SiteTexts {
                name: self.name.clone(),
                area: self.area.clone(),
                people: self.people.iter().map(said_of_person).collect(),
                services: said_of_services,
            },
            supports: own.iter().map(|(topic, support)| without_names(support, *topic)).collect(),
            said: own.iter().map(|(_, support)| said_of_support(support)).collect(),
        };
        (added, names.problems)
    }
}

/// What names stand for, of the content and then of the site itself.
struct Names<'a> {
    catalogue: &'a Catalogue,
    own: Vec<&'a str>,
    of: &'a str,
    problems: Vec<String>,
}

impl Names<'_> {
    fn topic(&mut self, name: &str) -> Option<TopicId> {
        let found = self.catalogue.topics().find(|(_, topic)| topic.name == name).map(|(id, _)| id);
        self.missing(found.is_none(), "topic", name);
        found
    }

    fn support(&mut self, name: &str) -> Option<SupportId> {
        let shared = self.catalogue.all_supports().len();
        let own = || self.own.iter().position(|own| *own == name).map(|place| SupportId::at(shared + place));
        let found = self.catalogue.support_named(name).or_else(own);
        self.missing(found.is_none(), "support", name);
        found
    }

    fn supports(&mut self, names: &[String]) -> Vec<SupportId> {
        names.iter().filter_map(|name| self.support(name)).collect()
    }

    fn person(&mut self, person: &Person) -> catalogue::Person {
        let contacts = contacts([&person.phone, &String::new(), &person.email, &String::new()]);
        catalogue::Person { contacts, concerns: self.supports(&person.concerns) }
    }

    fn service(&mut self, service: &LocalService) -> Option<catalogue::LocalService> {
        let contacts = contacts([&service.phone, &String::new(), &service.email, &service.url]);
        Some(catalogue::LocalService { support: self.support(&service.support)?, contacts })
    }

    /// The choice of the first kind: who lives in the council area of a site.
    fn area(&self) -> Option<catalogue::ChoiceId> {
        self.catalogue.area()?.1.choices.first().copied()
    }

    fn missing(&mut self, is_missing: bool, kind: &str, name: &str) {
        if is_missing {
            self.problems.push(format!("{} names the {kind} {name}, which there is not", self.of));
        }
    }
}

fn said_of_person(person: &Person) -> PersonTexts {
    PersonTexts { role: person.role.clone(), name: person.name.clone() }
}

fn said_of(service: &LocalService) -> ServiceTexts {
    ServiceTexts { name: service.name.clone(), place: service.place.clone(), hours: service.hours.clone() }
}
