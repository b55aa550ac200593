//! The sheet and its preview: the parent ticks what goes on it, and sees what will be printed.

mod paper;

use leptos::prelude::*;
use signpost_core::catalogue::ChoiceId;
use signpost_core::sheet::{Chosen, Meeting, Sentence, Sheet as Made};
use signpost_core::sitting::{Happened, Printing};
use signpost_core::texts::{WordKey, key};
use signpost_core::visit::Event;

use crate::view::app::App;
use crate::view::kit::asking::{back, text_area};
use crate::view::kit::choices::{fieldset, row};
use crate::view::kit::heading::heading;
use crate::view::kit::node::{Node, block, button, tag};
use crate::view::kit::take::{appointment, take};
use crate::view::screens::sheet::paper::paper;

/// What goes on the sheet, and the sheet.
#[inline(never)]
pub fn sheet(app: App) -> Node {
    let of = move || app.open(|open| (open.sheet().clone(), open.visit().note.trim().to_owned()));
    let write = move |words| app.tell(Event::NoteWritten(words));
    let large = RwSignal::new(false);
    let ways = block("div", "ways").with_all(printing(app)).with(back(app));
    let choices = block("div", "sheet-choices")
        .with(heading(app.word(key::SHEET_TITLE)))
        .with(block("p", "list-intro").text(app.word(key::SHEET_INTRO)))
        .with(meetings(app))
        .with(parts(app))
        .with(supports(app))
        .with(text_area(app.word(key::SHEET_NOTE), app.glance(|visit| visit.note.clone()), write))
        .with(row("checkbox", "large", app.word(key::SHEET_LARGE), move || large.get(), move |on| large.set(on)))
        .with(block("p", "sheet-safe").text(app.word(key::SHEET_SAFE)))
        .with(ways)
        .with_all((!app.is_kiosk()).then(|| appointment(app)))
        .with(take(app))
        .with(tag("h2").text(app.word(key::SHEET_PREVIEW)));
    block("div", "sheet")
        .with(choices)
        .with(paper_place(large).live(of, move |place, (made, note)| place.with(paper(app, made, note))))
}

/// Where the paper stands; what is written large there is printed large.
fn paper_place(large: RwSignal<bool>) -> Node {
    tag("div").live_attr("class", move || if large.get() { "large" } else { "" }.to_owned())
}

/// How the sheet comes to paper. What a shared screen prints could lie in a tray that others take from, so there it waits
/// for somebody who works there; kiosk.js puts a number where one is wanted.
fn printing(app: App) -> Vec<Node> {
    let print = |words| button("button main", app.word(words), move || app.happen(Happened::AskedToPrint));
    match app.kiosk().map_or(Printing::On, |kiosk| kiosk.printing) {
        Printing::On => vec![print(key::SHEET_PRINT)],
        Printing::Off => vec![tag("p").text(app.word(key::KIOSK_NO_PRINT))],
        Printing::Ask => {
            let number = tag("strong").attr("data-desk", "");
            vec![tag("p").text(app.word(key::KIOSK_DESK)).text(" ").with(number), print(key::KIOSK_STAFF_PRINT)]
        }
    }
}

/// Reads something from the sheet once.
fn glance<T: Default>(app: App, read: impl FnOnce(&Made) -> T) -> T {
    untrack(|| app.open(|open| read(open.sheet())))
}

fn meetings(app: App) -> Node {
    fieldset(tag("h2").text(app.word(key::SHEET_MEETING))).with_all(Meeting::ALL.map(|meeting| {
        let is_on = move || app.read(|visit| visit.sheet.meeting == meeting);
        row("radio", "meeting", app.word(words(meeting)), is_on, move |_| app.tell(Event::MeetingChosen(meeting)))
    }))
}

fn parts(app: App) -> Node {
    let choices: Vec<_> = glance(app, |made| made.blocks.iter().map(|block| block.choice).collect());
    let question = choices.first().map(|&choice| app.content.choice(choice).question);
    let title = question.map_or("", |question| app.content.texts.question(question).text.as_str());
    fieldset(tag("h2").text(title)).with_all(choices.into_iter().flat_map(|choice| {
        let is_on = move || is_on(app, choice);
        let label = app.content.texts.choice(choice).label.as_str();
        let part = row("checkbox", "sheet", label, is_on, move |on| app.tell(Event::SheetBlockSet(choice, on)));
        std::iter::once(part).chain(sentences(app, choice))
    }))
}

fn is_on(app: App, choice: ChoiceId) -> bool {
    app.open(|open| open.sheet().blocks.iter().any(|block| block.choice == choice && block.on))
}

/// The sentences of a part, to leave single ones out.
fn sentences(app: App, choice: ChoiceId) -> Option<Node> {
    let part = glance(app, |made| made.blocks.iter().find(|block| block.choice == choice).cloned())?;
    let label = app.fill(key::SHEET_SENTENCES, &[("part", &app.content.texts.choice(choice).label)]);
    (!part.sentences.is_empty()).then(|| {
        block("details", "sheet-sentences")
            .state("hidden", move || !is_on(app, choice))
            .with(tag("summary").text(&label))
            .folds(move |opened| {
                let rows = part.sentences.iter().map(|sentence| one_sentence(app, sentence));
                opened.with(fieldset(block("span", "for-readers").text(label)).with_all(rows))
            })
    })
}

fn one_sentence(app: App, sentence: &Sentence) -> Node {
    let id = sentence.id;
    let is_on = move || app.open(|open| open.sheet().sentences().any(|other| other.id == id && other.on));
    row("checkbox", "sheet", app.speak(|speaker| speaker.sentence(sentence)), is_on, move |on| {
        app.tell(Event::SheetSentenceSet(id, on))
    })
}

fn supports(app: App) -> Node {
    block("details", "sheet-supports").with(tag("summary").text(app.word(key::SHEET_CHOOSE))).folds(move |opened| {
        let supports = glance(app, |made| made.supports.clone());
        let none = supports.is_empty().then(|| tag("p").text(app.word(key::SHEET_NONE)));
        let heading = block("span", "for-readers").text(app.word(key::SHEET_SUPPORTS));
        let rows = supports.iter().map(|chosen| one_support(app, chosen));
        opened.with(fieldset(heading).with_all(none).with_all(rows))
    })
}

fn one_support(app: App, chosen: &Chosen) -> Node {
    let support = chosen.support;
    let is_on = move || app.open(|open| open.sheet().supports.iter().any(|other| other.support == support && other.on));
    let name = app.content.texts.support(support).name.as_str();
    let row = row("checkbox", "sheet", name, is_on, move |on| app.tell(Event::SheetSupportSet(support, on)));
    if chosen.private { row.with(tag("small").text(app.word(key::SHEET_PRIVATE))) } else { row }
}

fn words(meeting: Meeting) -> WordKey {
    match meeting {
        Meeting::School => key::SHEET_MEETING_SCHOOL,
        Meeting::Health => key::SHEET_MEETING_HEALTH,
        Meeting::Hub => key::SHEET_MEETING_HUB,
        Meeting::Review => key::SHEET_MEETING_REVIEW,
        Meeting::Other => key::SHEET_MEETING_OTHER,
    }
}
