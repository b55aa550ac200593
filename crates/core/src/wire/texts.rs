//! What is said, as it travels.

use crate::texts::{
    AlsoTexts, ChoiceTexts, Direction, Door, OfferedTexts, PersonTexts, Plurals, QuestionTexts, Run, SectionTexts,
    ServiceTexts, SiteTexts, SupportTexts, Texts, Words,
};
use crate::wire::carrier::{Carried, Carrier, each, flags, length, list, maybe};

/// What is said of what is asked, and the words of the interface.
pub(super) fn asked(by: &mut dyn Carrier, texts: &mut Texts) {
    let Texts { language, direction, plurals: Plurals(runs), words, sections, questions, choices, offered: _ } = texts;
    by.text(language);
    facing(by, direction);
    list(by, runs);
    let Words { plain, counted, later: _ } = words;
    list(by, plain);
    each(by, counted, Vec::new, |by, forms| list(by, forms));
    list(by, sections);
    list(by, questions);
    list(by, choices);
}

/// What is said of a site.
pub(super) fn of_site(by: &mut dyn Carrier, texts: &mut SiteTexts) {
    texts.carry(by);
}

/// What is said of what is offered, and the words of the interface that only its screens say.
pub(super) fn offered(by: &mut dyn Carrier, texts: &mut OfferedTexts, words: &mut Vec<String>) {
    let OfferedTexts { topics, supports, warnings, site: _ } = texts;
    list(by, words);
    list(by, warnings);
    list(by, topics);
    of_supports(by, supports);
}

/// What is said of supports, field by field and not support by support: what is alike stands together, and packs better.
pub(super) fn of_supports(by: &mut dyn Carrier, supports: &mut Vec<SupportTexts>) {
    let many = length(by, supports.len());
    supports.resize_with(many, SupportTexts::default);
    supports.iter_mut().for_each(|it| {
        // All by name, so that a field that nobody carries is found by the compiler.
        let SupportTexts {
            name,
            found_by: _,
            what: _,
            who: _,
            one_of: _,
            all_of: _,
            how: _,
            hours: _,
            questions: _,
            soon: _,
            also: _,
        } = it;
        line(by, name);
    });
    supports.iter_mut().for_each(|it| line(by, &mut it.found_by));
    supports.iter_mut().for_each(|it| line(by, &mut it.what));
    supports.iter_mut().for_each(|it| line(by, &mut it.who));
    supports.iter_mut().for_each(|it| list(by, &mut it.one_of));
    supports.iter_mut().for_each(|it| list(by, &mut it.all_of));
    supports.iter_mut().for_each(|it| line(by, &mut it.how));
    supports.iter_mut().for_each(|it| line(by, &mut it.hours));
    supports.iter_mut().for_each(|it| list(by, &mut it.questions));
    supports.iter_mut().for_each(|it| list(by, &mut it.soon));
    supports.iter_mut().for_each(|it| list(by, &mut it.also));
}

fn facing(by: &mut dyn Carrier, direction: &mut Direction) {
    let mut from_right = *direction == Direction::RightToLeft;
    flags(by, [&mut from_right]);
    *direction = if from_right { Direction::RightToLeft } else { Direction::LeftToRight };
}

impl Carried for Run {
    fn blank() -> Self {
        Self::default()
    }

    fn carry(&mut self, by: &mut dyn Carrier) {
        let Self { form, many } = self;
        by.number(form);
        by.number(many);
    }
}

macro_rules! carried {
    ($($texts:ident { $($field:ident: $carry:expr),* })*) => {$(
        impl Carried for $texts {
            fn blank() -> Self {
                Self::default()
            }

            fn carry(&mut self, by: &mut dyn Carrier) {
                let Self { $($field),* } = self;
                $($carry(by, $field);)*
            }
        }
    )*};
}

carried! {
    SectionTexts { title: line, door: maybe }
    Door { title: line, text: line, open: line, skip: line }
    QuestionTexts { text: line, help: line, why: line, said: line, written: line }
    ChoiceTexts { heading: line, label: line, said: line }
    AlsoTexts { name: line, says: line }
    SiteTexts { name: line, area: line, people: list, services: list }
    PersonTexts { role: line, name: line }
    ServiceTexts { name: line, place: line, hours: line }
}

fn line(by: &mut dyn Carrier, text: &mut String) {
    by.text(text);
}
