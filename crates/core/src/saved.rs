//! The written form of a visit, so that it can be taken up again. Reading never fails: any text at all gives
//! one of the outcomes below, and what was understood is kept.

use serde_json::{Map, Value, json};

use crate::answers::{Answer, Answers, Given, Who};
use crate::content::{Content, QuestionId, SupportId};
use crate::month::{Day, Month};
use crate::path::Stop;
use crate::plan::verdict;
use crate::sheet::{Meeting, SentenceId};
use crate::today::Today;
use crate::verdict::{Asking, Judge};
use crate::visit::{Event, Keeping, Mark, Page, Place, Visit};

/// The version this code writes. Every version ever released stays readable.
pub const VERSION: u64 = 1;

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

/// Writes a visit. What was confided is not in it: there is no way to write it. Nor is a mark that would tell of it.
pub fn write(visit: &Visit, content: &Content, today: Today) -> String {
    let children = visit.answers.children().iter();
    let mut record = json!({
        "v": VERSION,
        "content": content.version,
        "minute": today.minute.unwrap_or(UNDATED),
        "keeping": visit.keeping.name(),
        "family": given(content, visit.answers.family()),
        "children": children.map(|child| json!({ "name": child.name, "answers": given(content, &child.given) })).collect::<Vec<_>>(),
        "doors": visit.doors.open().map(|door| content.section(door).name.clone()).collect::<Vec<_>>(),
        "marks": marks(visit, content, today.day),
        "note": visit.note,
        "meeting": visit.sheet.meeting.name(),
        "sheet": visit.sheet.supports.iter().map(|(id, on)| (content.support(*id).text.id.clone(), Value::Bool(*on))).collect::<Map<_, _>>(),
        "page": visit.place.page.name(),
        "stop": stop(visit, content),
    });
    // Came later, and most visits have none: a reader that does not know it loses only this choice.
    if !visit.sheet.sentences.is_empty() {
        record["sentences"] = sentences(visit, content);
    }
    record.to_string()
}

/// Reads what [`write()`] wrote, now or long ago.
pub fn read(text: &str, content: &Content, today: Today) -> Loaded {
    let Ok(Value::Object(saved)) = serde_json::from_str::<Value>(text) else { return Loaded::Corrupt };
    match saved.get("v").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Loaded::TooNew,
        _ => return Loaded::Corrupt,
    }
    let Some(written) = saved.get("minute").and_then(Value::as_i64) else { return Loaded::Corrupt };
    if is_expired(written, today) {
        return Loaded::Expired;
    }
    let mut reader = Reader { content, saved: &saved, visit: blank(), lost: Vec::new() };
    reader.read_all();
    let (place, path) = (reader.place(), reader.visit.path(content, today.day));
    let (visit, _) = reader.visit.after(content, today.day, &path, Event::Returned(place));
    if reader.lost.is_empty() { Loaded::Loaded(visit) } else { Loaded::Migrated(visit, reader.lost) }
}

/// Whether two texts tell the same, whatever screen was on and whenever they were written: walking through the
/// questions in one tab is no news to another.
pub fn tell_the_same(one: &str, other: &str, content: &Content) -> bool {
    let timeless = Today { day: Day::UNKNOWN, minute: None };
    let told = |text: &str| match read(text, content, timeless) {
        Loaded::Loaded(visit) => Some(Visit { place: Visit::default().place, ..visit }),
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

fn given(content: &Content, given: &Given) -> Value {
    let written = given.iter().map(|(id, answer)| (content.question(id).name.clone(), written(content, answer)));
    Value::Object(written.collect())
}

fn written(content: &Content, answer: &Answer) -> Value {
    match answer {
        Answer::Ticked(ticks) => ticks.iter().map(|&tick| content.choice(tick).name.clone()).collect(),
        Answer::Month(month) => json!({ "month": month.to_string() }),
        Answer::Text(text) => json!({ "text": text }),
        Answer::Skipped => json!("skip"),
        Answer::PreferNotToSay => json!("pna"),
    }
}

/// A mark on a support that plain answers alone would not offer says that something was confided.
fn marks(visit: &Visit, content: &Content, today: Day) -> Value {
    let plain = visit.answers.without_confided();
    let on_paper = Judge::new(content, &plain, today);
    let named = |(&(id, who), mark): (&(SupportId, Who), &Mark)| {
        let support = content.support(id);
        let number = who_number(visit, who).filter(|_| verdict(&on_paper, support, who).is_yes())?;
        Some(json!([support.text.id, number, mark.name()]))
    };
    visit.marks.iter().filter_map(named).collect()
}

/// Sentences put on the sheet or taken off by hand.
fn sentences(visit: &Visit, content: &Content) -> Value {
    let written = |(id, on): (&SentenceId, &bool)| {
        let question = &content.question(id.question).name;
        let private = id.private.map(|choice| content.choice(choice).name.clone());
        Some(json!([question, who_number(visit, id.who)?, private, on]))
    };
    visit.sheet.sentences.iter().filter_map(written).collect()
}

fn stop(visit: &Visit, content: &Content) -> Value {
    match visit.place.stop {
        Stop::Children => json!(null),
        Stop::Door(section) => json!({ "door": content.section(section).name }),
        Stop::Question(asking) => {
            json!({ "question": content.question(asking.question).name, "who": who_number(visit, asking.who) })
        }
    }
}

/// 0 is the family, 1 the first child.
fn who_number(visit: &Visit, who: Who) -> Option<usize> {
    match who {
        Who::Family => Some(0),
        Who::Child(key) => visit.answers.children().iter().position(|child| child.key == key).map(|index| index + 1),
    }
}

struct Reader<'a> {
    content: &'a Content,
    saved: &'a Map<String, Value>,
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
        for mark in list(self.saved.get("marks")) {
            self.mark(mark);
        }
        self.visit.note = text(self.saved.get("note")).chars().take(crate::answers::LONGEST_TEXT).collect();
        self.visit.keeping = Keeping::named(text(self.saved.get("keeping"))).unwrap_or_default();
        self.visit.sheet.meeting = Meeting::named(text(self.saved.get("meeting"))).unwrap_or_default();
        self.sheet_supports();
        for sentence in list(self.saved.get("sentences")) {
            self.sheet_sentence(sentence);
        }
    }

    fn child(&mut self, child: &Value) {
        let Some(key) = self.visit.answers.add_child() else { return self.lose("child") };
        self.visit.answers.name_child(key, text(child.get("name")));
        self.answers_of(Who::Child(key), child.get("answers"));
    }

    fn answers_of(&mut self, who: Who, answers: Option<&Value>) {
        for (name, answer) in answers.and_then(Value::as_object).into_iter().flatten() {
            match self.content.question_named(name) {
                Some(question) if !self.content.question(question).sensitive => self.answer(who, question, answer),
                _ => self.lose(name),
            }
        }
    }

    fn answer(&mut self, who: Who, question: QuestionId, answer: &Value) {
        let content = self.content;
        let name = &content.question(question).name;
        let read = match answer {
            Value::String(word) if word == "skip" => Some(Answer::Skipped),
            Value::String(word) if word == "pna" => Some(Answer::PreferNotToSay),
            Value::Array(choices) => Some(Answer::Ticked(self.ticks(name, choices))),
            Value::Object(object) if object.contains_key("text") => {
                Some(Answer::Text(text(object.get("text")).to_owned()))
            }
            Value::Object(object) => Month::parse(text(object.get("month"))).map(Answer::Month),
            _ => None,
        };
        self.visit.answers.set(self.content, question, who, read);
        if self.visit.answers.get(self.content, question, who).is_none() {
            self.lose(name);
        }
    }

    /// Each is named once.
    fn lose(&mut self, name: &str) {
        if !self.lost.iter().any(|lost| lost == name) {
            self.lost.push(name.to_owned());
        }
    }

    fn ticks(&mut self, question: &str, choices: &[Value]) -> Vec<crate::content::ChoiceId> {
        let names: Vec<String> = choices.iter().map(|choice| format!("{question}.{}", text(Some(choice)))).collect();
        let known = |name: &String| self.content.choice_named(name);
        let ticks = names.iter().filter_map(known).collect();
        names.iter().filter(|name| known(name).is_none()).for_each(|name| self.lose(name));
        ticks
    }

    fn doors(&mut self) {
        for door in list(self.saved.get("doors")) {
            let name = text(Some(door));
            let found = self.content.sections().find(|(_, section)| section.name == name && section.door.is_some());
            match found {
                Some((id, _)) => self.visit.doors.set(id, true),
                None => self.lose(name),
            }
        }
    }

    fn mark(&mut self, mark: &Value) {
        let name = text(mark.get(0));
        let support = self.content.support_named(name);
        let who = mark.get(1).and_then(Value::as_u64).and_then(|number| self.who(number));
        match (support, who, Mark::named(text(mark.get(2)))) {
            (Some(support), Some(who), Some(mark)) => drop(self.visit.marks.insert((support, who), mark)),
            _ => self.lose(name),
        }
    }

    fn sheet_supports(&mut self) {
        for (name, on) in self.saved.get("sheet").and_then(Value::as_object).into_iter().flatten() {
            match (self.content.support_named(name), on.as_bool()) {
                (Some(support), Some(on)) => drop(self.visit.sheet.supports.insert(support, on)),
                _ => self.lose(name),
            }
        }
    }

    fn sheet_sentence(&mut self, sentence: &Value) {
        let name = text(sentence.get(0));
        match (self.sentence_id(sentence), sentence.get(3).and_then(Value::as_bool)) {
            (Some(id), Some(on)) => drop(self.visit.sheet.sentences.insert(id, on)),
            _ => self.lose(name),
        }
    }

    /// Nothing is on the sheet of a question that is asked in confidence now.
    fn sentence_id(&self, sentence: &Value) -> Option<SentenceId> {
        let name = text(sentence.get(0));
        let question = self.content.question_named(name).filter(|&id| !self.content.question(id).sensitive)?;
        let who = self.who(sentence.get(1)?.as_u64()?)?;
        let private = match sentence.get(2)?.as_str() {
            Some(choice) => Some(self.content.choice_named(&format!("{name}.{choice}"))?),
            None => None,
        };
        Some(SentenceId { question, who, private })
    }

    fn place(&self) -> Place {
        let page = Page::named(text(self.saved.get("page"))).unwrap_or_default();
        Place { page, stop: self.stop().unwrap_or(Stop::Children) }
    }

    fn stop(&self) -> Option<Stop> {
        let stop = self.saved.get("stop")?;
        if let Some(door) = stop.get("door") {
            let (id, _) = self.content.sections().find(|(_, section)| section.name == text(Some(door)))?;
            return Some(Stop::Door(id));
        }
        let question = self.content.question_named(text(stop.get("question")))?;
        let who = self.who(stop.get("who")?.as_u64()?)?;
        Some(Stop::Question(Asking { question, who }))
    }

    fn who(&self, number: u64) -> Option<Who> {
        let child = |index: usize| self.visit.answers.children().get(index).map(|child| Who::Child(child.key));
        match usize::try_from(number).ok()? {
            0 => Some(Who::Family),
            number => child(number - 1),
        }
    }
}

fn text(value: Option<&Value>) -> &str {
    value.and_then(Value::as_str).unwrap_or_default()
}

fn list(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}
