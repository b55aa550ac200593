//! What a site adds to what everybody is offered: whom to ask there, what is near, and supports of its own; and what cannot
//! be had there. A site adds and never forks.

use crate::catalogue::{ChoiceId, Contact, SupportId};

/// The school, hub or council that put the widget there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// Its name in the content, such as `oak-primary`.
    pub name: String,
    /// The choice that a family who lives in its council area ticks, of the question that only sites ask.
    pub area: Option<ChoiceId>,
    /// Whom to ask there, in the order in which they are named.
    pub people: Vec<Person>,
    /// What is near.
    pub services: Vec<LocalService>,
    /// What cannot be had there: never a support of the urgent box.
    pub hidden: Vec<SupportId>,
    /// How many supports are its own: the last ones of all.
    pub own: usize,
}

/// Somebody to ask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// How to reach them; nothing where one asks at the door.
    pub contacts: Vec<Contact>,
    /// The supports about which they are asked.
    pub concerns: Vec<SupportId>,
}

/// Something near that provides a support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalService {
    /// The support.
    pub support: SupportId,
    /// How to reach it.
    pub contacts: Vec<Contact>,
}

impl Site {
    /// Whom to ask about this support, by their places among the people.
    pub fn people_for(&self, support: SupportId) -> impl Iterator<Item = usize> {
        let concerned = move |(_, person): &(usize, &Person)| person.concerns.contains(&support);
        self.people.iter().enumerate().filter(concerned).map(|(place, _)| place)
    }

    /// What is near that provides this support, by their places among the services.
    pub fn services_for(&self, support: SupportId) -> impl Iterator<Item = usize> {
        let provides = move |(_, service): &(usize, &LocalService)| service.support == support;
        self.services.iter().enumerate().filter(provides).map(|(place, _)| place)
    }
}
