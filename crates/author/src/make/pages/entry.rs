//! A support in full: what it is, who it is for, how to get it, and how to reach it.

use maud::{Markup, html};
use signpost_core::catalogue::{Cost, Means};
use signpost_core::texts::{WordKey, key};

use crate::make::pages::contact::{aside, link, number, others, web};
use crate::make::pages::frame::Pages;
use crate::make::pages::spoken::Spoken;

impl Pages<'_> {
    /// A support under a heading of the third level.
    pub(super) fn entry(&self, spoken: Spoken<'_>) -> Markup {
        let texts = spoken.texts;
        html! {
            article.support id=(spoken.support.name) {
                h3 { (self.voice.text(&texts.name)) }
                p.tier { (self.tier(spoken)) }
                p { (self.voice.text(&texts.what)) }
                dl {
                    dt { (self.voice.word(key::SUPPORT_WHO)) }
                    dd {
                        (self.voice.text(&texts.who))
                        (self.list(key::SUPPORT_ONE_OF, &texts.one_of))
                        (self.list(key::SUPPORT_ALL_OF, &texts.all_of))
                    }
                    (self.soon(spoken))
                    dt { (self.voice.word(key::PAGES_HOW)) }
                    dd { (self.how(spoken)) }
                    dt { (self.voice.word(key::PAGES_CONTACT)) }
                    dd { (self.reach(spoken)) }
                    (self.ask(spoken))
                }
            }
        }
    }

    /// How to get it: what to know before asking stands first, and that somebody should check it last.
    pub(super) fn how(&self, spoken: Spoken<'_>) -> Markup {
        html! {
            @for warning in &spoken.support.warnings {
                p.warning { (self.voice.text(self.content.texts.warning(warning.says))) }
            }
            p {
                (self.voice.text(&spoken.texts.how))
                @if spoken.support.checked.is_none() { " " (self.voice.word(key::SUPPORT_PLEASE_CHECK)) }
            }
        }
    }

    fn list(&self, words: WordKey, lines: &[String]) -> Markup {
        html! {
            @if !lines.is_empty() {
                p { (self.voice.word(words)) }
                ul { @for line in lines { li { (self.voice.text(line)) } } }
            }
        }
    }

    /// What can be pressing about it, in whatever case.
    fn soon(&self, spoken: Spoken<'_>) -> Markup {
        let mut says: Vec<String> = spoken.texts.soon.iter().map(|says| self.voice.text(says)).collect();
        says.dedup();
        html! {
            @if !says.is_empty() {
                dt { (self.voice.word(key::LIST_SOON)) }
                @for says in says { dd { (says) } }
            }
        }
    }

    /// How to reach it, on one line each.
    pub(super) fn reach(&self, spoken: Spoken<'_>) -> Markup {
        let numbers = self.numbers(spoken);
        html! {
            ul.reach {
                @if !numbers.0.is_empty() { li { (numbers) } }
                @for other in others(&self.voice, spoken) { li { (other) } }
                @if let Some(mailbox) = spoken.support.contact(Means::Mail) { li { (link(&self.voice, mailbox)) } }
                @if spoken.support.contact(Means::Web).is_some() { li { (web(&self.voice, spoken)) } }
                li { (self.cost(spoken)) }
            }
        }
    }

    fn numbers(&self, spoken: Spoken<'_>) -> Markup {
        let number = number(&self.voice, spoken);
        if number.0.is_empty() {
            return number;
        }
        let numbers = [Some(number), self.second_number(spoken)].into_iter().flatten();
        aside(&self.voice, self.voice.joined(numbers, key::LIST_NEXT), &spoken.texts.hours)
    }

    /// The text line, where a number to call stands first.
    pub(super) fn second_number(&self, spoken: Spoken<'_>) -> Option<Markup> {
        spoken.support.contact(Means::Call)?;
        let text = spoken.support.contact(Means::Text)?;
        Some(html! { (self.voice.shown(text)) })
    }

    fn cost(&self, spoken: Spoken<'_>) -> Markup {
        let cost = match spoken.support.cost {
            Cost::Free => key::SUPPORT_FREE,
            Cost::LowCost => key::SUPPORT_LOW_COST,
            Cost::Paid => key::SUPPORT_PAID,
        };
        let yourself = spoken.support.ask_yourself.then(|| self.voice.word(key::SUPPORT_ASK_YOURSELF));
        let parts = [Some(self.voice.word(cost)), yourself].into_iter().flatten();
        self.voice.joined(parts.map(|part| html! { (part) }), key::LIST_APART)
    }

    fn ask(&self, spoken: Spoken<'_>) -> Markup {
        html! {
            @if !spoken.texts.questions.is_empty() {
                dt { (self.voice.word(key::SUPPORT_ASK)) }
                dd { ul { @for question in &spoken.texts.questions { li { (self.voice.text(question)) } } } }
            }
        }
    }

    fn tier(&self, spoken: Spoken<'_>) -> &str {
        match (spoken.support.urgent, spoken.support.is_universal()) {
            (true, _) => self.voice.word(key::URGENT_TITLE),
            (_, true) => self.voice.word(key::EVERYTHING_UNIVERSAL),
            _ => self.voice.word(key::EVERYTHING_TARGETED),
        }
    }
}
