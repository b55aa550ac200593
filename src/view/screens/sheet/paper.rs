//! The paper itself: what is printed is what is shown here, black on white.

use signpost_core::catalogue::{Contact, Means, SheetPart, SupportId};
use signpost_core::family::Who;
use signpost_core::sheet::{Chosen, Meeting, Sheet};
use signpost_core::texts::{WordKey, key};

use crate::view::app::App;
use crate::view::kit::contacts::phone;
use crate::view::kit::here::called;
use crate::view::kit::node::{Node, block, tag};

/// How many questions to ask each support brings to the paper.
const QUESTIONS_EACH: usize = 2;

/// How many questions to ask the paper holds.
const QUESTIONS_IN_ALL: usize = 6;

/// The longest website address that is worth copying from paper, in characters.
const LONGEST_ADDRESS: usize = 60;

/// The paper, with a note in the parent's own words.
pub fn paper(app: App, made: &Sheet, note: &str) -> Node {
    let children: Vec<Who> = made.children.iter().map(|&child| Who::Child(child)).collect();
    let names = app.speak(|speaker| speaker.everyone(&children));
    let today = app.today().filter(|today| today.is_sure()).map(|today| app.speak(|speaker| speaker.day(today.day)));
    let (checked, unchecked) = made.checked(app.content);
    let checked = checked.or(app.content.checked).map(|day| app.speak(|speaker| speaker.day(day))).unwrap_or_default();
    let foot = if unchecked { key::SHEET_NOT_CHECKED } else { key::SHEET_MADE };
    let with = block("span", "paper-with").text(app.word(key::SHEET_WITH));
    let today = app.fill(key::SHEET_DAY, &[("date", &today.unwrap_or_default())]);
    block("article", "paper")
        .with(block("h2", "paper-title").text(app.word(title(made.meeting))))
        .with(block("p", "paper-about").text(app.fill(key::SHEET_ABOUT, &[("names", &names)])))
        .with_all(people(app, made.meeting))
        .with(block("p", "paper-line").text(today).with(with))
        .with_all(
            [SheetPart::Strengths, SheetPart::Goals, SheetPart::Needs]
                .into_iter()
                .filter_map(|part| sentences(app, made, part)),
        )
        .with_all(own_words(app, note))
        .with_all(questions(app, made))
        .with_all(supports(app, made))
        .with_all(sentences(app, made, SheetPart::Access))
        .with(agreed(app))
        .with(block("p", "paper-foot").text(app.fill(foot, &[("date", &checked)])))
}

/// The people of the site, on a sheet for a meeting there.
fn people(app: App, meeting: Meeting) -> Option<Node> {
    let people = &app.content.texts.site()?.people;
    let there = !people.is_empty() && !matches!(meeting, Meeting::Health | Meeting::Other);
    let names: Vec<String> = people.iter().map(|person| called(app, person)).collect();
    let names = app.speak(|speaker| speaker.joined(&names, key::LIST_TICKED));
    there.then(|| block("p", "paper-about").text(app.fill(key::SITE_SHEET, &[("people", &names)])))
}

fn part(heading: &str) -> Node {
    block("section", "paper-part").with(tag("h3").text(heading))
}

fn sentences(app: App, made: &Sheet, which: SheetPart) -> Option<Node> {
    let block = made.block_on(which).filter(|block| block.sentences_on().next().is_some())?;
    let lines = block.sentences_on().map(|sentence| tag("li").text(app.speak(|speaker| speaker.sentence(sentence))));
    Some(part(&app.content.texts.choice(block.choice).label).with(tag("ul").with_all(lines)))
}

fn own_words(app: App, note: &str) -> Option<Node> {
    (!note.is_empty())
        .then(|| part(app.word(key::SHEET_WORDS)).with(block("p", "paper-words").attr("dir", "auto").text(note)))
}

fn supports(app: App, made: &Sheet) -> Option<Node> {
    made.block_on(SheetPart::Options)?;
    let lines: Vec<Node> = made.supports_on().map(|chosen| line(app, chosen)).collect();
    (!lines.is_empty()).then(|| part(app.word(key::SHEET_SUPPORTS)).with(tag("ul").with_all(lines)))
}

fn line(app: App, chosen: &Chosen) -> Node {
    let children: Vec<Who> = chosen.whos.iter().copied().filter(|who| *who != Who::Family).collect();
    let several = app.glance(|visit| visit.answers.children().len() > 1) && !children.is_empty();
    let whom = several.then(|| app.speak(|speaker| speaker.everyone(&children)));
    let name = &app.content.texts.support(chosen.support).name;
    tag("li")
        .with(tag("strong").text(name))
        .text(" ")
        .text(whom.map(|whom| app.fill(key::SHEET_FOR, &[("who", &whom)])).unwrap_or_default())
        .with_all(soon(app, chosen).map(|soon| block("span", "paper-soon").text(soon)))
        .with_all(warnings(app, chosen).into_iter().map(|warning| block("span", "paper-contact").text(warning)))
        .with_all(contact(app, chosen.support).map(|contact| block("span", "paper-contact").text(contact)))
}

/// What to do and by when, and for whom if that is not all of them.
fn soon(app: App, chosen: &Chosen) -> Option<String> {
    let (place, whos) = chosen.soon.as_ref()?;
    app.speak(|speaker| {
        let says = speaker.soon_in_case(chosen.support, *place, *whos.first()?)?;
        Some(speaker.said_of(whos, chosen.whos.len(), says))
    })
}

/// What to know before asking, about each of them whom it names.
fn warnings(app: App, chosen: &Chosen) -> Vec<String> {
    let warnings = chosen.warnings.iter();
    let about = warnings.flat_map(|&warning| chosen.whos.iter().map(move |&who| (warning, who)));
    app.speak(|speaker| speaker.warnings(about))
}

fn contact(app: App, support: SupportId) -> Option<String> {
    let support = app.content.support(support);
    let phone = support.contact(Means::Call).map(|contact| phone(app, contact));
    let web = support.contact(Means::Web).map(Contact::typed).filter(|address| address.len() <= LONGEST_ADDRESS);
    let parts: Vec<String> = phone.into_iter().chain(web.map(|address| app.isolated(address))).collect();
    (!parts.is_empty()).then(|| app.speak(|speaker| speaker.joined(&parts, key::LIST_APART)))
}

fn questions(app: App, made: &Sheet) -> Option<Node> {
    made.block_on(SheetPart::Questions)?;
    let asked = made.supports_on().flat_map(|chosen| {
        let who = chosen.whos.first().copied().unwrap_or(Who::Family);
        let questions = &app.content.texts.support(chosen.support).questions;
        questions.iter().take(QUESTIONS_EACH).map(move |question| tag("li").text(app.about(question, who)))
    });
    let lines: Vec<Node> = asked.take(QUESTIONS_IN_ALL).collect();
    (!lines.is_empty()).then(|| part(app.word(key::SHEET_ASK)).with(tag("ul").with_all(lines)))
}

fn agreed(app: App) -> Node {
    let rules = |number| (0..number).map(|_| block("div", "paper-rule"));
    part(app.word(key::SHEET_AGREED))
        .with_all(rules(5))
        .with(tag("p").text(app.word(key::SHEET_AGREED_WHO)))
        .with_all(rules(3))
}

fn title(meeting: Meeting) -> WordKey {
    match meeting {
        Meeting::School => key::SHEET_PAPER_SCHOOL,
        Meeting::Health => key::SHEET_PAPER_HEALTH,
        Meeting::Hub => key::SHEET_PAPER_HUB,
        Meeting::Review => key::SHEET_PAPER_REVIEW,
        Meeting::Other => key::SHEET_PAPER_OTHER,
    }
}
