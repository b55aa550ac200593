//! When a question is asked.

use signpost_core::catalogue::{About, Asked, Question, QuestionId};
use signpost_core::family::Who;

use crate::families::english::{English, Family, Item, Mark};
use crate::families::why::{Halves, page};

const HALVES: Halves =
    Halves { when: "Asked where", always: "Asked of everyone.", unless: "Never asked where we surely know that" };

/// Everything about when this question is asked; for a family, of whom of them, and why.
pub fn question(english: &English<'_>, id: QuestionId) -> String {
    let question = english.content.question(id);
    let asked = match english.family {
        None => vec![rule(english, question, Who::Family)],
        Some(family) => {
            let everyone = family.answers.everyone(question.about).into_iter();
            everyone.map(|who| verdict(family, question, who) + &rule(english, question, who)).collect()
        }
    };
    page(&[vec![about(english, id)], asked].concat())
}

/// The halves of its rule, as items: for whoever shows them in another form.
pub(crate) fn halves(english: &English<'_>, question: &Question, who: Who) -> Vec<Item> {
    HALVES.spelled(english, &question.rule, who, 0)
}

/// What is special about a question, a sentence each.
pub(crate) fn remarks(question: &Question) -> Vec<&'static str> {
    let whom = match question.about {
        About::Child => "Asked for each child.",
        About::Family => "Asked once.",
    };
    let place = match question.asked {
        Asked::OnPath => None,
        Asked::OnSheet => Some("It is asked beside the preview of the sheet, not on the way to the list."),
        Asked::BySite => Some("It is asked only where the site brings its choices."),
        Asked::WithName => Some("It is asked on the first screen, under each child's name."),
    };
    let sensitive = question.sensitive.then_some("It is sensitive: never shown again, never kept, never printed.");
    let quiet = question.quiet.then_some("It is not asked on a screen in an open room.");
    let essential = question.essential.then_some("It is asked of a parent who has only two minutes, too.");
    [Some(whom), place, sensitive, quiet, essential].into_iter().flatten().collect()
}

fn about(english: &English<'_>, id: QuestionId) -> String {
    let question = english.content.question(id);
    let section = english.content.section(question.section);
    let door = if section.has_door { ", which a parent chooses to open" } else { "" };
    let heading =
        Item::of(format!("{} [{}]", english.text(&english.content.texts.question(id).text), question.name)).drawn();
    let place = format!(
        "In the part “{}”{door}. {}",
        english.content.texts.section(question.section).title,
        remarks(question).join(" ")
    );
    heading + &Item::of(place).drawn()
}

fn rule(english: &English<'_>, question: &Question, who: Who) -> String {
    halves(english, question, who).iter().map(Item::drawn).collect::<Vec<_>>().join("\n")
}

fn verdict(family: Family<'_>, question: &Question, who: Who) -> String {
    let says = match Mark::of(&family.judge.rule(&question.rule, who, 0)) {
        Mark::Yes => "asked",
        Mark::No => "not asked",
        Mark::Unknown => "not asked, because not enough is known",
    };
    let heading = format!("For {}: {says}.", family.called(who));
    Item::of(&heading).drawn() + &"=".repeat(heading.chars().count()) + "\n"
}
