//! The sheet and its preview: the parent ticks what goes on it, and sees what will be printed.

mod paper;

use leptos::prelude::*;
use signpost_core::catalogue::{ChoiceId, SheetPart};
use signpost_core::family::ChildKey;
use signpost_core::sheet::{Chosen, Meeting, Sentence, Sheet as Made};
use signpost_core::sitting::{Happened, Printing};
use signpost_core::texts::{WordKey, key};
use signpost_core::visit::{Event, Visit};

use crate::hear;
use crate::view::app::App;
use crate::view::kit::asking::{back, text_area};
use crate::view::kit::choices::{fieldset, row, tick};
use crate::view::kit::heading::heading;
use crate::view::kit::node::{Node, block, button, tag};
use crate::view::kit::take::{appointment, take};
use crate::view::screens::sheet::paper::Paper;

/// What goes on the sheet, and the sheet.
#[inline(never)]
pub fn sheet(app: App) -> Node {
    let ways = block("div", "ways").with_all(printing(app)).with(back(app));
    // Another child on the sheet or off it, and there are other sentences and other support to choose from.
    let without = move || app.read(|visit| visit.sheet.without.clone());
    let choices = block("div", "sheet-choices")
        .with(heading(app.word(key::SHEET_TITLE)))
        .with(block("p", "list-intro").text(app.word(key::SHEET_INTRO)))
        .with(meetings(app))
        .with_all((!app.is_kiosk()).then(|| appointment(app)))
        .with_all(children(app))
        .with(tag("div").live(without, move |place, _| place.with(parts(app)).with(supports(app))))
        .with(own_words(app, key::SHEET_NOTE, "room-says", |visit| &visit.note, Event::NoteWritten))
        .with(own_words(app, key::SHEET_ASKS, "room-asks", |visit| &visit.asks, Event::AsksWritten))
        .with(tick("sheet-large", app.word(key::SHEET_LARGE)))
        .with(block("p", "sheet-safe").text(app.word(key::SHEET_SAFE)))
        .with(ways)
        .with(take(app))
        .with(tag("h2").text(app.word(key::SHEET_PREVIEW)));
    block("div", "sheet").with(choices).with(on_paper(app))
}

/// The paper as it is now: it is written again whatever happens.
fn on_paper(app: App) -> Node {
    tag("div").live_always(
        move || app.open(|_| ()),
        move |place| place.with_all(app.open(|open| Some(Paper::of(app, open.visit(), open.sheet()).written()))),
    )
}

/// A box for the parent's own words.
fn own_words(
    app: App,
    label: WordKey,
    id: &'static str,
    words: fn(&Visit) -> &String,
    written: fn(String) -> Event,
) -> Node {
    let text = move || app.read(|visit| words(visit).clone());
    text_area(app, app.word(label), id, text, move |text| app.tell(written(text)))
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
        let is_on = move || app.open(|open| open.sheet().meeting == meeting);
        row("radio", "meeting", app.word(words(meeting)), is_on, move |_| app.tell(Event::MeetingChosen(meeting)))
    }))
}

/// Of several children, those whom it is about: a teacher need not read of the others.
fn children(app: App) -> Option<Node> {
    let children: Vec<_> = app.glance(|visit| visit.answers.children().iter().map(|child| child.key).collect());
    let one = |child: ChildKey| {
        let is_on = move || app.read(|visit| !visit.sheet.without.contains(&child));
        row("checkbox", "about", app.child(child), is_on, move |on| app.tell(Event::SheetChildSet(child, on)))
    };
    let several = children.len() > 1;
    several.then(|| fieldset(tag("h2").text(app.word(key::SHEET_CHILDREN))).with_all(children.into_iter().map(one)))
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

/// The sentences of a part, to leave single ones out, and to put first what is to be talked about first.
fn sentences(app: App, choice: ChoiceId) -> Option<Node> {
    let part = glance(app, |made| made.blocks.iter().find(|block| block.choice == choice).cloned())?;
    let needs = part.part == SheetPart::Needs;
    let words = if needs { key::SHEET_NEEDS } else { key::SHEET_SENTENCES };
    let label = app.fill(words, &[("part", &app.content.texts.choice(choice).label)]);
    (!part.sentences.is_empty()).then(|| {
        block("details", "sheet-sentences")
            .state("hidden", move || !is_on(app, choice))
            .with(tag("summary").text(&label))
            .folds(move |opened| {
                let rows = part.sentences.iter().map(|sentence| {
                    let row = one_sentence(app, sentence);
                    if needs { with_up(app, row, sentence) } else { row }
                });
                let heading = block("span", "for-readers").text(label);
                opened.with(fieldset(heading).with(tag("div").with_all(rows)))
            })
    })
}

fn one_sentence(app: App, sentence: &Sentence) -> Node {
    let id = sentence.id;
    let is_on = move || app.open(|open| open.sheet().sentences().any(|other| other.id == id && other.on));
    row("checkbox", "sheet", app.speak(|speaker| speaker.sentence(sentence)), is_on, move |on| {
        app.tell(Event::SheetSentencesSet(glance(app, |made| made.with_set(id, on)), None))
    })
}

/// A sentence that can be moved up. It is moved in the page, and not shown anew, so that its button keeps the focus.
fn with_up(app: App, row: Node, sentence: &Sentence) -> Node {
    let (id, says) = (sentence.id, app.speak(|speaker| speaker.sentence(sentence)));
    let raise = move |happening| {
        hear::raise(&happening);
        let (sentences, before) = glance(app, |made| made.with_raised(id));
        app.tell(Event::SheetSentencesSet(sentences, Some(before)));
    };
    let label = app.fill(key::SHEET_UP, &[("sentence", &says)]);
    let up = block("button", "button quiet").attr("type", "button").attr("aria-label", label).text("↑");
    block("div", "sheet-row").with(row).with(up.on("click", raise))
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
        Meeting::Senco => key::SHEET_MEETING_SENCO,
        Meeting::Health => key::SHEET_MEETING_HEALTH,
        Meeting::Gp => key::SHEET_MEETING_GP,
        Meeting::Hub => key::SHEET_MEETING_HUB,
        Meeting::Review => key::SHEET_MEETING_REVIEW,
        Meeting::Other => key::SHEET_MEETING_OTHER,
    }
}
