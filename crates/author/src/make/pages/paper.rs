//! The questions to fill in by hand, and beside each answer what it could point to. What is sensitive is left off:
//! where it would stand, the urgent numbers stand.

use std::collections::BTreeMap;

use maud::{Markup, html};
use signpost_core::catalogue::{
    About, Asked, ChoiceId, Condition, Kind, Line, Question, QuestionId, Section, SectionId, SupportId,
};
use signpost_core::texts::key;
use signpost_core::time::AgeSpan;

use crate::make::pages::by_number::number_of;
use crate::make::pages::frame::{PAPER, Pages};
use crate::make::pages::points::Points;
use crate::make::uses::looked_at;

/// The page.
pub(super) fn page(pages: &Pages<'_>) -> Markup {
    let paper = Paper::new(pages);
    let main = html! {
        p.intro { (pages.voice.fill(key::PAPER_CHILDREN, &[("mark", pages.voice.word(key::PAPER_EACH))])) }
        (pages.urgent("urgent"))
        (paper.with_names())
        @for (id, section) in pages.content.sections() { (paper.section(id, section)) }
        (pages.by_number())
    };
    pages.page(&PAPER, key::PAPER_INTRO, &main)
}

struct Paper<'a> {
    pages: &'a Pages<'a>,
    points: Points,
    /// From 1, in the order they stand on the paper.
    numbers: BTreeMap<QuestionId, usize>,
}

impl<'a> Paper<'a> {
    fn new(pages: &'a Pages<'a>) -> Self {
        let asked = |asked| pages.content.questions().filter(move |(_, question)| is_on_paper(question, asked));
        let in_order = asked(Asked::WithName).chain(asked(Asked::OnPath));
        let numbers = in_order.enumerate().map(|(index, (id, _))| (id, index + 1)).collect();
        Self { pages, points: Points::of(pages.content), numbers }
    }

    /// What is asked with the names stands first.
    fn with_names(&self) -> Markup {
        let asked = self.pages.content.questions().filter(|(_, question)| is_on_paper(question, Asked::WithName));
        html! {
            section.part aria-labelledby="part-names" {
                h2 #part-names { (self.pages.voice.word(key::CHILDREN_TITLE)) }
                @for (id, _) in asked { (self.question(id)) }
            }
        }
    }

    fn section(&self, id: SectionId, section: &Section) -> Markup {
        let texts = self.pages.content.texts.section(id);
        let questions: Vec<QuestionId> = section
            .questions
            .iter()
            .copied()
            .filter(|id| is_on_paper(self.pages.content.question(*id), Asked::OnPath))
            .collect();
        let confides = section.questions.iter().any(|&id| self.pages.content.question(id).sensitive);
        html! {
            @if !questions.is_empty() {
                section.part aria-labelledby={ "part-" (section.name) } {
                    h2 id={ "part-" (section.name) } { (texts.title) }
                    @if let Some(door) = &texts.door { p { (self.pages.voice.text(&door.text)) } }
                    @for id in questions { (self.question(id)) }
                }
            }
            @if confides {
                p.left-off { (self.pages.voice.word(key::PAPER_PRIVATE)) }
                (self.pages.urgent(&format!("urgent-{}", section.name)))
            }
        }
    }

    fn question(&self, id: QuestionId) -> Markup {
        let question = self.pages.content.question(id);
        let number = self.numbers.get(&id).copied().unwrap_or_default();
        let short = question.choices.iter().all(|&choice| self.points.get(choice).next().is_none());
        html! {
            div.question.short[short] id={ "question-" (number) } {
                h3 { (self.heading(id, number)) }
                @let notes: Vec<String> = self.notes(id).collect();
                @if !notes.is_empty() { p.help { @for note in &notes { span { (note) } " " } } }
                @match question.kind {
                    Kind::Text => div.ruled { span {} span {} span {} },
                    Kind::Month => p.month { (self.month(!question.choices.is_empty())) },
                    Kind::One | Kind::Many => "",
                }
                @if !question.choices.is_empty() {
                    ul.choices { @for &choice in &question.choices { (self.choice(choice)) } }
                }
            }
        }
    }

    fn heading(&self, id: QuestionId, number: usize) -> Markup {
        let text = self.pages.voice.text(&self.pages.content.texts.question(id).text);
        let numbered =
            self.pages.voice.fill(key::PAPER_QUESTION, &[("number", &number.to_string()), ("question", &text)]);
        match self.pages.content.question(id).about {
            About::Family => html! { (numbered) },
            About::Child => {
                let each = html! { span.each { (self.pages.voice.word(key::PAPER_EACH)) } };
                self.pages.voice.around(key::PAGES_ASIDE, &[("words", &html! { (numbered) }), ("aside", &each)])
            }
        }
    }

    /// Room for a month, and what to do without one.
    fn month(&self, or_age: bool) -> Markup {
        let blank = html! { span.blank {} };
        let words = if or_age { key::PAPER_MONTH_OR_AGE } else { key::PAPER_MONTH };
        self.pages.voice.around(words, &[("month", &blank), ("year", &blank)])
    }

    fn notes(&self, id: QuestionId) -> impl Iterator<Item = String> {
        let help = self.pages.voice.text(&self.pages.content.texts.question(id).help);
        let follows = self.follows(self.pages.content.question(id));
        [help, follows].into_iter().filter(|note| !note.is_empty())
    }

    /// Who can leave a question out: it goes by an age, or on from what was asked before.
    fn follows(&self, question: &Question) -> String {
        let rule = &question.rule;
        if let Some(span) = rule.when.as_ref().and_then(only_age) {
            return self.pages.voice.fill(key::PAPER_AGES, &[("ages", &self.pages.voice.speaker().span(span))]);
        }
        let before = rule.when.iter().flat_map(|when| looked_at(self.pages.content, when));
        let mut numbers: Vec<usize> = before.filter_map(|id| self.numbers.get(&id).copied()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let named: Vec<String> = numbers.iter().map(usize::to_string).collect();
        if named.is_empty() {
            return String::new();
        }
        let listed = self.pages.voice.speaker().list(&named);
        self.pages.voice.counted(key::PAPER_FOLLOWS, named.len(), &[("numbers", &listed)])
    }

    fn choice(&self, id: ChoiceId) -> Markup {
        let label = self.pages.voice.text(&self.pages.content.texts.choice(id).label);
        let points: Vec<SupportId> = self.points.get(id).collect();
        html! {
            li.alone[points.is_empty()] {
                span.box {} " " span.label { (label) }
                @if !points.is_empty() {
                    ul.points aria-label=(self.pages.voice.word(key::PAPER_POINTS)) {
                        @for &id in &points { li { (self.pointer(id)) } }
                    }
                    (self.numbers(&points))
                }
            }
        }
    }

    /// On a screen with its name.
    fn pointer(&self, id: SupportId) -> Markup {
        let name = html! { (self.pages.voice.text(&self.pages.content.texts.support(id).name)) };
        let number = html! { (number_of(id)) };
        let named = self.pages.voice.around(key::PAGES_ASIDE, &[("words", &name), ("aside", &number)]);
        html! { a href={ "#" (self.pages.content.support(id).name) } { (named) } }
    }

    /// On paper the numbers are enough, and leave room.
    fn numbers(&self, points: &[SupportId]) -> Markup {
        let number = |&id: &SupportId| {
            let name = &self.pages.content.support(id).name;
            html! { a.number href={ "#" (name) } { (number_of(id)) } }
        };
        html! { span.numbers { (self.pages.voice.joined(points.iter().map(number), key::LIST_NEXT)) } }
    }
}

fn is_on_paper(question: &Question, asked: Asked) -> bool {
    !question.sensitive && question.asked == asked
}

/// The ages of a condition that looks at nothing else.
fn only_age(condition: &Condition) -> Option<AgeSpan> {
    match condition.cases.as_slice() {
        [only] => match only.lines.as_slice() {
            [Line::Age(span)] => Some(*span),
            _ => None,
        },
        _ => None,
    }
}
