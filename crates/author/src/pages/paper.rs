//! The questions to fill in by hand, and beside each answer what it could point to. What is sensitive is left off:
//! where it would stand, the urgent numbers stand.

use std::collections::BTreeMap;

use maud::{Markup, html};
use signpost_core::catalogue::{
    About, Asked, ChoiceId, Condition, Kind, Line, Question, QuestionId, Section, SectionId, SupportId,
};
use signpost_core::milestone::AgeSpan;
use signpost_core::texts::key;

use crate::english::ages;
use crate::explain::joined;
use crate::pages::by_number::number_of;
use crate::pages::frame::{PAPER, Site};
use crate::pages::points::Points;
use crate::uses::looked_at;

/// The page.
pub(super) fn page(site: &Site<'_>) -> Markup {
    let paper = Paper::new(site);
    let intro = "Print this and tick what fits. You can leave out any question. Beside an answer stand the numbers of \
                 the help it could point to: the list at the end says what they are and how to get them. No answer \
                 decides anything by itself.";
    let main = html! {
        p.intro { "Questions marked “for each child” are about one child: take another copy for the next child." }
        (site.urgent("urgent"))
        (paper.with_names())
        @for (id, section) in site.content.sections() { (paper.section(id, section)) }
        (site.by_number())
    };
    site.page(PAPER, intro, &main)
}

struct Paper<'a> {
    site: &'a Site<'a>,
    points: Points,
    /// From 1, in the order they stand on the paper.
    numbers: BTreeMap<QuestionId, usize>,
}

impl<'a> Paper<'a> {
    fn new(site: &'a Site<'a>) -> Self {
        let asked = |asked| site.content.questions().filter(move |(_, question)| is_on_paper(question, asked));
        let in_order = asked(Asked::WithName).chain(asked(Asked::OnPath));
        let numbers = in_order.enumerate().map(|(index, (id, _))| (id, index + 1)).collect();
        Self { site, points: Points::of(site.content), numbers }
    }

    /// What is asked with the names stands first.
    fn with_names(&self) -> Markup {
        let asked = self.site.content.questions().filter(|(_, question)| is_on_paper(question, Asked::WithName));
        html! {
            section.part aria-labelledby="part-names" {
                h2 #part-names { (self.site.voice.word(key::CHILDREN_TITLE)) }
                @for (id, _) in asked { (self.question(id)) }
            }
        }
    }

    fn section(&self, id: SectionId, section: &Section) -> Markup {
        let texts = self.site.content.texts.section(id);
        let questions: Vec<QuestionId> = section
            .questions
            .iter()
            .copied()
            .filter(|id| is_on_paper(self.site.content.question(*id), Asked::OnPath))
            .collect();
        let confides = section.questions.iter().any(|&id| self.site.content.question(id).sensitive);
        html! {
            @if !questions.is_empty() {
                section.part aria-labelledby={ "part-" (section.name) } {
                    h2 id={ "part-" (section.name) } { (texts.title) }
                    @if let Some(door) = &texts.door { p { (self.site.voice.text(&door.text)) } }
                    @for id in questions { (self.question(id)) }
                }
            }
            @if confides {
                p.left-off { "Some questions are too private for paper. If things are hard, these numbers are for you:" }
                (self.site.urgent(&format!("urgent-{}", section.name)))
            }
        }
    }

    fn question(&self, id: QuestionId) -> Markup {
        let question = self.site.content.question(id);
        let number = self.numbers.get(&id).copied().unwrap_or_default();
        let short = question.choices.iter().all(|&choice| self.points.get(choice).next().is_none());
        html! {
            div.question.short[short] id={ "question-" (number) } {
                h3 {
                    (number) ". " (self.site.voice.text(&self.site.content.texts.question(id).text))
                    @if question.about == About::Child { " " span.each { "(for each child)" } }
                }
                @let notes = self.notes(id);
                @if !notes.is_empty() { p.help { (notes) } }
                @match question.kind {
                    Kind::Text => div.ruled { span {} span {} span {} },
                    Kind::Month => p.month { "Month " span.blank {} " Year " span.blank {} @if !question.choices.is_empty() { ", or an age:" } },
                    Kind::One | Kind::Many => "",
                }
                @if !question.choices.is_empty() {
                    ul.choices { @for &choice in &question.choices { (self.choice(choice)) } }
                }
            }
        }
    }

    fn notes(&self, id: QuestionId) -> String {
        let help = self.site.voice.text(&self.site.content.texts.question(id).help);
        [help, self.follows(self.site.content.question(id))].join(" ").trim().to_owned()
    }

    /// Who can leave a question out: it goes by an age, or on from what was asked before.
    fn follows(&self, question: &Question) -> String {
        let rule = &question.rule;
        if let Some(span) = rule.when.as_ref().and_then(only_age) {
            return format!("Only for a child aged {}.", ages(span));
        }
        let before = rule.when.iter().flat_map(|when| looked_at(self.site.content, when));
        let mut numbers: Vec<usize> = before.filter_map(|id| self.numbers.get(&id).copied()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let named: Vec<String> = numbers.iter().map(usize::to_string).collect();
        match named.as_slice() {
            [] => String::new(),
            [one] => format!("This goes on from question {one}: leave it out if it does not fit."),
            _ => format!("This goes on from questions {}: leave it out if it does not fit.", joined(&named, "and")),
        }
    }

    fn choice(&self, id: ChoiceId) -> Markup {
        let label = self.site.voice.text(&self.site.content.texts.choice(id).label);
        let points: Vec<SupportId> = self.points.get(id).collect();
        html! {
            li.alone[points.is_empty()] {
                span.box {} " " span.label { (label) }
                @if !points.is_empty() {
                    ul.points aria-label="Could point to" { @for id in points { li { (self.pointer(id)) } } }
                }
            }
        }
    }

    /// On a screen with its name; on paper the number is enough, and leaves room.
    fn pointer(&self, id: SupportId) -> Markup {
        let support = self.site.content.support(id);
        html! {
            a href={ "#" (support.name) } {
                span.named { (self.site.voice.text(&self.site.content.texts.support(id).name)) " (" } (number_of(id)) span.named { ")" }
            }
        }
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
