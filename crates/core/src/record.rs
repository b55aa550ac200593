//! The written form of a visit, so that it can be taken up again. Reading never fails: any text at all gives
//! one of the outcomes below, and what was understood is kept.

use crate::catalogue::{About, Catalogue, ChoiceId, QuestionId, SupportId};
use crate::family::{Answer, Answers, Child, Given, Who, cut};
use crate::json::{Json, ReadJson};
use crate::judge::{Asking, Judge};
use crate::path::Stop;
use crate::plan::Mark;
use crate::plan::verdict;
use crate::sheet::{Meeting, SentenceId, stands_alone};
use crate::time::{Month, Today};
use crate::visit::{Event, Keeping, Page, Place, Visit};

/// The version this code writes. Every version ever released stays readable.
pub const VERSION: i64 = 1;

/// How long a visit saved on a device can be taken up again.
pub const DAYS_KEPT: i64 = 7;

/// What came of looking for a saved visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loaded {
    /// All of it was understood.
    Loaded(Visit),
    /// The content has changed since: what could not be kept is named, such as `question`, `question.choice`,
    /// `door`, `support`.
    Migrated(Visit, Vec<String>),
    /// It cannot be read. It is not overwritten unless the parent says so.
    Corrupt,
    /// A newer version wrote it. It is not overwritten unless the parent says so.
    TooNew,
    /// Its time is over.
    Expired,
}

/// What stands for the time where the clock was wrong when a visit was written.
const UNDATED: i64 = -1;

/// Writes a visit. What was confided is not in it: there is no way to write it. Nor is what would tell of it: a mark, a
/// choice for the sheet, or a screen to which nothing else leads.
pub fn write(visit: &Visit, catalogue: &Catalogue, today: Today) -> String {
    let Visit { answers, doors, note, sheet, keeping, .. } = visit;
    let place = visit.place_told(catalogue, today.day);
    let plain = answers.without_confided();
    let on_paper = Judge::new(catalogue, &plain, today.day);
    let child = |child: &Child| {
        let (name, answers) = (Json::text(&child.name), given(catalogue, &child.given));
        match sheet.without.contains(&child.key) {
            true => Json::object([("name", name), ("answers", answers), ("off", Json::Flag(true))]),
            false => Json::object([("name", name), ("answers", answers)]),
        }
    };
    let mut record = vec![
        ("v", Json::Whole(VERSION)),
        ("content", Json::text(&catalogue.version)),
        ("minute", Json::Whole(today.minute.unwrap_or(UNDATED))),
        ("keeping", Json::text(keeping.name())),
        ("family", given(catalogue, answers.family())),
        ("children", Json::List(answers.children().iter().map(child).collect())),
        ("doors", Json::List(doors.open().map(|door| Json::text(&catalogue.section(door).name)).collect())),
        ("marks", marks(visit, catalogue, &on_paper)),
        ("note", Json::text(note)),
        ("meeting", Json::text(sheet.meeting.map_or("", Meeting::name))),
        ("sheet", sheet_supports(visit, catalogue, &on_paper)),
        ("page", Json::text(place.page.name())),
        ("stop", stop(visit, catalogue, place.stop)),
    ];
    // Came later, and most visits have none: a reader that does not know one of them loses only that.
    if !sheet.sentences.is_empty() {
        record.push(("sentences", sentences(visit, catalogue)));
    }
    if !visit.asks.is_empty() {
        record.push(("asks", Json::text(&visit.asks)));
    }
    if doors.hurried {
        record.push(("hurried", Json::Flag(true)));
    }
    let record = record.into_iter().map(|(name, value)| (name.to_owned(), value));
    Json::Object(record.collect()).written()
}

/// Reads what [`write()`] wrote, now or long ago. It may speak of what is offered, which has to be here.
#[inline(never)]
pub fn read(text: &str, reads: ReadJson, catalogue: &Catalogue, today: Today) -> Loaded {
    let Some(saved) = reads(text) else { return Loaded::Corrupt };
    match saved.get("v").and_then(Json::as_i64) {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Loaded::TooNew,
        _ => return Loaded::Corrupt,
    }
    let Some(written) = saved.get("minute").and_then(Json::as_i64) else { return Loaded::Corrupt };
    if is_expired(written, today) {
        return Loaded::Expired;
    }
    let mut reader = Reader { catalogue, saved: &saved, visit: blank(), lost: Vec::new() };
    reader.read_all();
    let (place, path) = (reader.place(), reader.visit.path(catalogue, today.day));
    let (visit, _) = reader.visit.after(catalogue, today.day, &path, Event::Returned(place));
    if reader.lost.is_empty() { Loaded::Loaded(visit) } else { Loaded::Migrated(visit, reader.lost) }
}

/// What of a record is where the parent is and when, and nothing that was told.
const PASSING: [&str; 3] = ["minute", "page", "stop"];

/// Whether two texts tell the same, whatever screen was on and whenever they were written: walking through the
/// questions in one tab is no news to another.
pub fn tell_the_same(one: &str, other: &str, reads: ReadJson) -> bool {
    let told = |text: &str| match reads(text) {
        Some(Json::Object(members)) => {
            Some(members.into_iter().filter(|(name, _)| !PASSING.contains(&&**name)).collect::<Vec<_>>())
        }
        _ => None,
    };
    one == other || told(one).is_some_and(|one| told(other) == Some(one))
}

/// Only a clock that is believed can say that the time is over. A visit from the future was written before the clock
/// was set back, so its age is not known.
fn is_expired(written: i64, today: Today) -> bool {
    let age = today.minute.map(|minute| minute.saturating_sub(written));
    written >= 0 && age.is_some_and(|age| age >= DAYS_KEPT * 24 * 60)
}

fn blank() -> Visit {
    Visit { answers: Answers::without_children(), ..Visit::default() }
}

fn given(catalogue: &Catalogue, given: &Given) -> Json {
    let written = given.iter().map(|(id, answer)| (catalogue.question(id).name.clone(), written(catalogue, answer)));
    Json::Object(written.collect())
}

fn written(catalogue: &Catalogue, answer: &Answer) -> Json {
    match answer {
        Answer::Ticked(ticks) => {
            Json::List(ticks.iter().map(|&tick| Json::text(&catalogue.choice(tick).name)).collect())
        }
        Answer::Month(month) => Json::object([("month", Json::Text(month.written()))]),
        Answer::Text(text) => Json::object([("text", Json::text(text))]),
        Answer::Skipped => Json::text("skip"),
        Answer::PreferNotToSay => Json::text("pna"),
    }
}

/// A mark on a support that plain answers alone would not offer says that something was confided.
fn marks(visit: &Visit, catalogue: &Catalogue, on_paper: &Judge<'_>) -> Json {
    let named = |(&(id, who), mark): (&(SupportId, Who), &Mark)| {
        let support = catalogue.support(id);
        let number = who_number(visit, who).filter(|_| verdict(on_paper, support, who).is_yes())?;
        Some(Json::List(vec![Json::text(&support.name), number, Json::text(mark.name())]))
    };
    Json::List(visit.marks.iter().filter_map(named).collect())
}

/// Supports put on the sheet or taken off by hand, but for those that plain answers alone would offer nobody.
fn sheet_supports(visit: &Visit, catalogue: &Catalogue, on_paper: &Judge<'_>) -> Json {
    let whos = || [About::Family, About::Child].into_iter().flat_map(|about| on_paper.everyone(about));
    let told = |id: &SupportId| whos().any(|who| verdict(on_paper, catalogue.support(*id), who).is_yes());
    let supports = visit.sheet.supports.iter().filter(|(id, _)| told(id));
    Json::Object(supports.map(|(id, on)| (catalogue.support(*id).name.clone(), Json::Flag(*on))).collect())
}

/// Sentences put on the sheet or taken off by hand, in the parent's order.
fn sentences(visit: &Visit, catalogue: &Catalogue) -> Json {
    let written = |(id, on): &(SentenceId, bool)| {
        let question = &catalogue.question(id.question).name;
        let choice = id.choice.map_or(Json::Null, |choice| Json::text(&catalogue.choice(choice).name));
        Some(Json::List(vec![Json::text(question), who_number(visit, id.who)?, choice, Json::Flag(*on)]))
    };
    Json::List(visit.sheet.sentences.iter().filter_map(written).collect())
}

fn stop(visit: &Visit, catalogue: &Catalogue, stop: Stop) -> Json {
    match stop {
        Stop::Children => Json::Null,
        Stop::Door(section) => Json::object([("door", Json::text(&catalogue.section(section).name))]),
        Stop::Question(asking) => Json::object([
            ("question", Json::text(&catalogue.question(asking.question).name)),
            ("who", who_number(visit, asking.who).unwrap_or(Json::Null)),
        ]),
    }
}

/// 0 is the family, 1 the first child.
fn who_number(visit: &Visit, who: Who) -> Option<Json> {
    let number = match who {
        Who::Family => Some(0),
        Who::Child(key) => visit.answers.children().iter().position(|child| child.key == key).map(|index| index + 1),
    };
    number.and_then(|number| i64::try_from(number).ok()).map(Json::Whole)
}

struct Reader<'a> {
    catalogue: &'a Catalogue,
    saved: &'a Json,
    visit: Visit,
    lost: Vec<String>,
}

impl Reader<'_> {
    fn read_all(&mut self) {
        self.answers_of(Who::Family, self.saved.get("family"));
        for child in list(self.saved.get("children")) {
            self.child(child);
        }
        self.doors();
        self.visit.doors.hurried = self.saved.get("hurried").and_then(Json::as_bool).unwrap_or_default();
        for mark in list(self.saved.get("marks")) {
            self.mark(mark);
        }
        self.visit.note = cut(text(self.saved.get("note")));
        self.visit.asks = cut(text(self.saved.get("asks")));
        self.visit.keeping = Keeping::named(text(self.saved.get("keeping"))).unwrap_or_default();
        self.visit.sheet.meeting = Meeting::named(text(self.saved.get("meeting")));
        self.sheet_supports();
        for sentence in list(self.saved.get("sentences")) {
            self.sheet_sentence(sentence);
        }
    }

    fn child(&mut self, child: &Json) {
        let Some(key) = self.visit.answers.add_child() else { return self.lose("child") };
        self.visit.answers.name_child(key, text(child.get("name")));
        self.visit.sheet.without.extend(child.get("off").map(|_| key));
        self.answers_of(Who::Child(key), child.get("answers"));
    }

    fn answers_of(&mut self, who: Who, answers: Option<&Json>) {
        for (name, answer) in answers.map_or(&[][..], Json::members) {
            match self.catalogue.question_named(name) {
                Some(question) if !self.catalogue.question(question).sensitive => self.answer(who, question, answer),
                _ => self.lose(name),
            }
        }
    }

    fn answer(&mut self, who: Who, question: QuestionId, answer: &Json) {
        let catalogue = self.catalogue;
        let name = &catalogue.question(question).name;
        let read = match answer {
            Json::Text(word) if word == "skip" => Some(Answer::Skipped),
            Json::Text(word) if word == "pna" => Some(Answer::PreferNotToSay),
            Json::List(choices) => Some(Answer::Ticked(self.ticks(name, choices))),
            Json::Object(_) => match answer.get("text") {
                Some(words) => Some(Answer::Text(text(Some(words)).to_owned())),
                None => Month::parse(text(answer.get("month"))).map(Answer::Month),
            },
            _ => None,
        };
        self.visit.answers.set(self.catalogue, question, who, read);
        if self.visit.answers.get(self.catalogue, question, who).is_none() {
            self.lose(name);
        }
    }

    /// Each is named once.
    fn lose(&mut self, name: &str) {
        if !self.lost.iter().any(|lost| lost == name) {
            self.lost.push(name.to_owned());
        }
    }

    fn ticks(&mut self, question: &str, choices: &[Json]) -> Vec<ChoiceId> {
        let names: Vec<String> = choices.iter().map(|choice| [question, ".", text(Some(choice))].concat()).collect();
        let known = |name: &String| self.catalogue.choice_named(name);
        let ticks = names.iter().filter_map(known).collect();
        names.iter().filter(|name| known(name).is_none()).for_each(|name| self.lose(name));
        ticks
    }

    fn doors(&mut self) {
        for door in list(self.saved.get("doors")) {
            let name = text(Some(door));
            let found = self.catalogue.sections().find(|(_, section)| section.name == name && section.has_door);
            match found {
                Some((id, _)) => self.visit.doors.set(id, true),
                None => self.lose(name),
            }
        }
    }

    fn mark(&mut self, mark: &Json) {
        let name = text(item(mark, 0));
        let support = self.catalogue.support_named(name);
        let who = item(mark, 1).and_then(Json::as_i64).and_then(|number| self.who(number));
        match (support, who, Mark::named(text(item(mark, 2)))) {
            (Some(support), Some(who), Some(mark)) => drop(self.visit.marks.insert((support, who), mark)),
            _ => self.lose(name),
        }
    }

    fn sheet_supports(&mut self) {
        for (name, on) in self.saved.get("sheet").map_or(&[][..], Json::members) {
            match (self.catalogue.support_named(name), on.as_bool()) {
                (Some(support), Some(on)) => drop(self.visit.sheet.supports.insert(support, on)),
                _ => self.lose(name),
            }
        }
    }

    fn sheet_sentence(&mut self, sentence: &Json) {
        let name = text(item(sentence, 0));
        match (self.sentence_id(sentence), item(sentence, 3).and_then(Json::as_bool)) {
            (Some(id), Some(on)) => self.set_sentence(id, on),
            _ => self.lose(name),
        }
    }

    /// What was one sentence once may be several now: then it speaks of each that is not private.
    fn set_sentence(&mut self, id: SentenceId, on: bool) {
        let catalogue = self.catalogue;
        let is_one = |&choice: &ChoiceId| stands_alone(catalogue, choice) && !catalogue.choice(choice).private;
        let choices = catalogue.question(id.question).choices.iter().copied().filter(is_one);
        let mut ids: Vec<SentenceId> = choices.map(|choice| SentenceId { choice: Some(choice), ..id }).collect();
        if id.choice.is_some() || ids.is_empty() {
            ids = vec![id];
        }
        self.visit.sheet.sentences.extend(ids.into_iter().map(|id| (id, on)));
    }

    /// Nothing is on the sheet of a question that is asked in confidence now.
    fn sentence_id(&self, sentence: &Json) -> Option<SentenceId> {
        let name = text(item(sentence, 0));
        let question = self.catalogue.question_named(name).filter(|&id| !self.catalogue.question(id).sensitive)?;
        let who = self.who(item(sentence, 1)?.as_i64()?)?;
        let choice = match item(sentence, 2)?.as_str() {
            Some(choice) => Some(self.catalogue.choice_named(&[name, ".", choice].concat())?),
            None => None,
        };
        Some(SentenceId { question, who, choice })
    }

    fn place(&self) -> Place {
        let page = Page::named(text(self.saved.get("page"))).unwrap_or_default();
        Place { page, stop: self.stop().unwrap_or(Stop::Children) }
    }

    fn stop(&self) -> Option<Stop> {
        let stop = self.saved.get("stop")?;
        if let Some(door) = stop.get("door") {
            let (id, _) = self.catalogue.sections().find(|(_, section)| section.name == text(Some(door)))?;
            return Some(Stop::Door(id));
        }
        let question = self.catalogue.question_named(text(stop.get("question")))?;
        let who = self.who(stop.get("who")?.as_i64()?)?;
        Some(Stop::Question(Asking { question, who }))
    }

    fn who(&self, number: i64) -> Option<Who> {
        let child = |index: usize| self.visit.answers.children().get(index).map(|child| Who::Child(child.key));
        match usize::try_from(number).ok()? {
            0 => Some(Who::Family),
            number => child(number - 1),
        }
    }
}

fn text(value: Option<&Json>) -> &str {
    value.and_then(Json::as_str).unwrap_or_default()
}

fn list(value: Option<&Json>) -> &[Json] {
    value.map_or(&[], Json::list)
}

fn item(list: &Json, index: usize) -> Option<&Json> {
    list.list().get(index)
}
