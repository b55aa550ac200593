//! What is said, as it travels.

use crate::texts::{AlsoTexts, ChoiceTexts, Door, OfferedTexts, QuestionTexts, SectionTexts, SupportTexts, Texts};
use crate::wire::carrier::{Carried, Carrier, list, maybe};

/// What is said of what is asked, and the words of the interface.
pub(super) fn asked(by: &mut dyn Carrier, texts: &mut Texts) {
    let Texts { language, words, sections, questions, choices, offered: _ } = texts;
    by.text(language);
    list(by, &mut words.0);
    list(by, sections);
    list(by, questions);
    list(by, choices);
}

/// What is said of what is offered.
pub(super) fn offered(by: &mut dyn Carrier, texts: &mut OfferedTexts) {
    let OfferedTexts { topics, supports, warnings } = texts;
    list(by, warnings);
    list(by, topics);
    list(by, supports);
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
    SupportTexts {
        name: line, what: line, who: line, one_of: list, all_of: list, how: line, hours: line, questions: list,
        soon: list, also: list
    }
    AlsoTexts { name: line, says: line }
}

fn line(by: &mut dyn Carrier, text: &mut String) {
    by.text(text);
}
