//! The path as a picture: one line downwards with a stop for every question, an arc to each question from those it
//! looks at, and a dashed way past every door.
//!
//! It is drawn here and not by a layout library: those choose where things stand, and here the order says it all.

use maud::{Markup, html};
use signpost_core::catalogue::{QuestionId, Section, SectionId};
use signpost_core::texts::key;

use crate::make::map::links::Links;
use crate::source::say::count;

/// In units of the picture, which is so wide.
const WIDTH: i32 = 900;
/// Where the line runs; arcs are left of it, words right of it.
const LINE: i32 = 190;
/// How far a stop stands below the one before.
const STEP: i32 = 23;
/// Where the ways past the doors run.
const PAST: i32 = 880;
/// How many letters of a question fit.
const LETTERS: usize = 62;

/// The picture, and what it shows in words.
pub(super) fn picture(links: &Links<'_>) -> Markup {
    let layout = Layout::of(links);
    let height = layout.end + STEP;
    html! {
        section aria-labelledby="picture-heading" {
            h2 #picture-heading { "The path as a picture" }
            p { (described(links)) }
            div.scroll tabindex="0" role="region" aria-labelledby="picture-heading" {
                svg.map viewBox={ "0 0 " (WIDTH) " " (height) } role="img" aria-labelledby="picture-title picture-desc" {
                    title #picture-title { "The path from the first question to the list" }
                    desc #picture-desc { (described(links)) }
                    defs {
                        marker #arrow viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto" {
                            path.head d="M0 0 8 4 0 8z" {}
                        }
                    }
                    path.line d={ "M" (LINE) " " (STEP) "V" (layout.end) } {}
                    @for (looked, depends) in links.edges() { (layout.arc(looked, depends)) }
                    (end(links.content.texts.words.get(key::CHILDREN_TITLE), STEP))
                    @for id in links.with_names() { (stop(links, id, layout.question(id))) }
                    @for (place, (id, section)) in layout.sections.iter().zip(links.sections()) {
                        (self::section(links, &layout, place, id, section))
                    }
                    (end(links.content.texts.words.get(key::LIST_TITLE), layout.end))
                }
            }
        }
    }
}

/// How far down everything stands.
struct Layout {
    /// By section: its heading, and the end of its last question.
    sections: Vec<(i32, i32)>,
    /// By question.
    questions: Vec<i32>,
    /// The list.
    end: i32,
}

impl Layout {
    fn of(links: &Links<'_>) -> Self {
        let questions = vec![0; links.content.questions().count()];
        let mut layout = Self { sections: Vec::new(), questions, end: STEP };
        layout.place(&links.with_names(), STEP);
        for (_, section) in links.sections() {
            let top = layout.end + 2 * STEP;
            let first = if section.has_door { top + STEP } else { top };
            layout.place(&links.asked_in(section), first);
            layout.sections.push((top, layout.end));
        }
        layout.end += 2 * STEP;
        layout
    }

    /// One stop below the other.
    fn place(&mut self, questions: &[QuestionId], above: i32) {
        self.end = above;
        for id in questions {
            self.end += STEP;
            self.questions[id.index()] = self.end;
        }
    }

    fn question(&self, id: QuestionId) -> i32 {
        self.questions.get(id.index()).copied().unwrap_or_default()
    }

    /// The longer the way, the further out the arc, but never out of the picture.
    fn arc(&self, looked: QuestionId, depends: QuestionId) -> Markup {
        let (from, to) = (self.question(looked), self.question(depends));
        let out = LINE - (30 + (to - from).abs() / 4).min(LINE * 5 / 4);
        let (start, end) = (LINE - 7, LINE - 9);
        let way = format!("M{start} {from}C{out} {from} {out} {to} {end} {to}");
        html! { path.arc d=(way) marker-end="url(#arrow)" {} }
    }
}

fn section(links: &Links<'_>, layout: &Layout, (top, bottom): &(i32, i32), id: SectionId, section: &Section) -> Markup {
    let texts = links.content.texts.section(id);
    let past = bottom + STEP;
    let way = format!("M{} {}H{PAST}V{past}H{}", LINE + 9, top + STEP - 9, LINE + 4);
    html! {
        text.section-title x=(LINE + 16) y=(*top) { (texts.title) }
        @if let Some(door) = &texts.door {
            path.past d=(way) marker-end="url(#arrow)" {}
            rect.door x=(LINE - 9) y=(top + STEP - 9) width="18" height="18" {}
            text.door-title x=(LINE + 16) y=(top + STEP + 5) {
                "Door: " (shortened(&links.english.text(&door.title))) " (or: " (door.skip) ")"
            }
        }
        @for id in links.asked_in(section) { (stop(links, id, layout.question(id))) }
    }
}

fn stop(links: &Links<'_>, id: QuestionId, at: i32) -> Markup {
    let question = links.content.question(id);
    let supports = links.supports_of(id).count().max(links.serving(id).count());
    html! {
        circle.stop.sensitive[question.sensitive] cx=(LINE) cy=(at) r="6" {}
        text x=(LINE + 16) y=(at + 5) { tspan.number { (links.number(id)) } "  " (shortened(&links.text(id))) }
        @if supports > 0 { text.count x=(PAST - 16) y=(at + 5) { (count(supports, "support")) } }
    }
}

fn end(title: &str, at: i32) -> Markup {
    html! {
        circle.end cx=(LINE) cy=(at) r="9" {}
        text.section-title x=(LINE + 16) y=(at + 5) { (title) }
    }
}

fn described(links: &Links<'_>) -> String {
    let (questions, arcs) = (links.content.questions().count(), links.edges().count());
    let doors = links.sections().filter(|(_, section)| section.has_door).count();
    let parts = [
        format!("A line with {} in {}.", count(questions, "stop"), count(links.sections().count(), "part")),
        format!("On its left, {} from a question to one that depends on it.", count(arcs, "arc")),
        format!("On its right, a dashed way past each door: {}.", count(doors, "door")),
        "A dark stop is a sensitive question. The list below says all of this in words.".to_owned(),
    ];
    parts.join(" ")
}

/// The first words of a text that fit.
fn shortened(text: &str) -> String {
    if text.chars().count() <= LETTERS {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LETTERS).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', '.', ';']))
}
