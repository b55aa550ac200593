//! A support in full: what it is, who it is for, how to get it, and how to reach it.

use maud::{Markup, html};
use signpost_core::content::Support;
use signpost_core::pack::{self, Cost};
use signpost_core::words::key;

use crate::pages::contact::{mailbox, number, other, web};
use crate::pages::frame::Site;

impl Site<'_> {
    /// A support under a heading of the third level.
    pub(super) fn entry(&self, support: &Support) -> Markup {
        let text = &support.text;
        html! {
            article.support id=(text.id) {
                h3 { (self.voice.text(&text.name)) }
                p.tier { (self.tier(support)) }
                p { (self.voice.text(&text.what)) }
                dl {
                    dt { (self.voice.word(key::SUPPORT_WHO)) }
                    dd {
                        (self.voice.text(&text.who))
                        (self.list(key::SUPPORT_ONE_OF, &text.one_of))
                        (self.list(key::SUPPORT_ALL_OF, &text.all_of))
                    }
                    (self.soon(text))
                    dt { "How to get it" }
                    dd { (self.how(support)) }
                    dt { "Contact" }
                    dd { (self.reach(text)) }
                    (self.ask(text))
                }
            }
        }
    }

    /// How to get it: what to know before asking stands first, and that somebody should check it last.
    pub(super) fn how(&self, support: &Support) -> Markup {
        html! {
            @for warning in &support.warnings { p.warning { (self.voice.text(self.content.words.get(&warning.word))) } }
            (self.voice.text(&support.text.how))
            @if support.text.checked.is_empty() { " " (self.voice.word(key::SUPPORT_PLEASE_CHECK)) }
        }
    }

    fn list(&self, words: &'static str, lines: &[String]) -> Markup {
        html! {
            @if !lines.is_empty() {
                p { (self.voice.word(words)) }
                ul { @for line in lines { li { (self.voice.text(line)) } } }
            }
        }
    }

    /// What can be pressing about it, in whatever case.
    fn soon(&self, text: &pack::Support) -> Markup {
        let mut says: Vec<String> = text.soon.iter().map(|soon| self.voice.text(&soon.says)).collect();
        says.dedup();
        html! {
            @if !says.is_empty() {
                dt { (self.voice.word(key::LIST_SOON)) }
                @for says in says { dd { (says) } }
            }
        }
    }

    /// How to reach it, on one line each.
    pub(super) fn reach(&self, text: &pack::Support) -> Markup {
        html! {
            ul.reach {
                @if !text.phone.is_empty() || !text.text.is_empty() { li { (self.numbers(text)) } }
                @for also in &text.also { li { (other(&self.voice, also)) } }
                @if !text.email.is_empty() { li { (mailbox(&text.email)) } }
                @if !text.url.is_empty() { li { (web(&self.voice, text)) } }
                li { (self.cost(text)) }
            }
        }
    }

    fn numbers(&self, text: &pack::Support) -> Markup {
        let texts = !text.phone.is_empty() && !text.text.is_empty();
        html! {
            (number(text))
            @if texts { ", " (self.voice.fill(key::SUPPORT_TEXT, &[("number", &text.text)])) }
            @if !text.hours.is_empty() { " (" (self.voice.text(&text.hours)) ")" }
        }
    }

    fn cost(&self, text: &pack::Support) -> String {
        let cost = match text.cost {
            Cost::Free => key::SUPPORT_FREE,
            Cost::LowCost => key::SUPPORT_LOW_COST,
            Cost::Paid => key::SUPPORT_PAID,
        };
        let yourself = text.ask_yourself.then(|| self.voice.word(key::SUPPORT_ASK_YOURSELF));
        let parts = [Some(self.voice.word(cost)), yourself].into_iter().flatten();
        parts.map(|part| format!("{part}.")).collect::<Vec<_>>().join(" ")
    }

    fn ask(&self, text: &pack::Support) -> Markup {
        html! {
            @if !text.questions.is_empty() {
                dt { (self.voice.word(key::SUPPORT_ASK)) }
                dd { ul { @for question in &text.questions { li { (self.voice.text(question)) } } } }
            }
        }
    }

    fn tier(&self, support: &Support) -> &str {
        match (support.text.urgent, support.is_universal()) {
            (true, _) => self.voice.word(key::URGENT_TITLE),
            (_, true) => self.voice.word(key::EVERYTHING_UNIVERSAL),
            _ => self.voice.word(key::EVERYTHING_TARGETED),
        }
    }
}
