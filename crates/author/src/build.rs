//! From a draft without problems to what the browser fetches: figures filled in, rules written out, one version
//! for the whole.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use signpost_core::content::Content;
use signpost_core::texts::{fill, placeholders};
use signpost_core::wire;
use signpost_core::written::{self, Written};

use crate::draft::{Case, Draft, Figure, Line, Question, Says, Section, Soon, Support, Topic};
use crate::pages;
use crate::problem::At;

/// The English content. Its version is the first 16 hexadecimal digits of a SHA-256 of all the rest.
pub fn written(draft: &Draft) -> Written {
    let figures = Figures::of(&draft.figures);
    let days = || draft.supports().map(|support| support.written.checked.clone()).filter(|day| !day.is_empty());
    let written = Written {
        version: String::new(),
        language: "en-GB".into(),
        checked: days().min().unwrap_or_default(),
        newest: days().max().unwrap_or_default(),
        unchecked: draft.supports().any(|support| support.written.checked.is_empty()),
        words: draft.words.iter().map(|word| (word.key.value.clone(), figures.filled(&word.text))).collect(),
        sections: draft.sections.iter().map(|section| figures.section(section)).collect(),
        conditions: draft.conditions.iter().map(condition).collect(),
        hiding: draft.hiding.iter().map(hiding).collect(),
        topics: draft.topics.iter().map(|topic| figures.topic(topic)).collect(),
    };
    Written { version: version(&written), ..written }
}

/// Writes the parts of the content, `start.html` and `crash.html` into a folder, all beside first and then renamed, so
/// that nobody ever reads half of one and a write that fails leaves the old ones. The error is a sentence.
pub fn write(draft: &Draft, folder: &Path) -> Result<Content, String> {
    let (content, problems) = written(draft).content();
    if !problems.is_empty() {
        return Err(problems.join("\n"));
    }
    let files = parts(&content);
    make(folder)?;
    let put = files.iter().try_for_each(|(name, bytes)| put_beside(&folder.join(name), bytes));
    let named = put.and_then(|()| files.iter().try_for_each(|(name, _)| put_in_place(&folder.join(name))));
    if named.is_err() {
        // What was put beside is of no use without the rest; where it cannot be removed, the first error says why.
        files.iter().for_each(|(name, _)| drop(fs::remove_file(beside(&folder.join(name)))));
    }
    named.map(|()| content)
}

/// What is asked and what is offered, each as a catalogue and as texts, and what stands in the page itself.
fn parts(content: &Content) -> [(&'static str, Vec<u8>); 6] {
    let travelling = content.clone().travelling();
    let (start, on_page) = pages::start(content);
    [
        ("asked.txt", wire::asked(&travelling.catalogue)),
        ("asked.en.txt", wire::asked_texts(&travelling)),
        ("offered.txt", wire::offered(&travelling.catalogue)),
        ("offered.en.txt", wire::offered_texts(&travelling, &on_page)),
        ("start.html", start.into_bytes()),
        ("crash.html", pages::crash(content).into_bytes()),
    ]
}

/// Makes a folder, and those it stands in. The error is a sentence.
pub(crate) fn make(folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|error| cannot_write(folder, &error))
}

/// Writes a file beside and then renames it. The error is a sentence.
pub(crate) fn put(path: &Path, text: &str) -> Result<(), String> {
    put_beside(path, text.as_bytes())?;
    put_in_place(path)
}

fn beside(path: &Path) -> PathBuf {
    path.with_extension("part")
}

fn put_beside(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let beside = beside(path);
    fs::write(&beside, bytes).map_err(|error| cannot_write(&beside, &error))
}

fn put_in_place(path: &Path) -> Result<(), String> {
    fs::rename(beside(path), path).map_err(|error| cannot_write(path, &error))
}

pub(crate) fn cannot_write(path: &Path, error: &std::io::Error) -> String {
    format!("{} could not be written: {error}.", path.display())
}

fn version(written: &Written) -> String {
    let hash = Sha256::digest(serde_json::to_string(written).unwrap_or_default());
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn condition(condition: &crate::draft::Condition) -> written::Condition {
    let about = condition.about.unwrap_or_default();
    written::Condition { id: condition.id.value.clone(), about, cases: cases(&condition.cases) }
}

fn hiding(hiding: &crate::draft::Hiding) -> written::Hiding {
    let name = |name: &Option<At<String>>| name.as_ref().map_or_else(String::new, |name| name.value.clone());
    written::Hiding {
        tag: hiding.tag.value.clone(),
        when: name(&hiding.when),
        except: name(&hiding.except),
        warn: name(&hiding.warn),
        warn_unless: name(&hiding.warn_unless),
    }
}

/// Cases as content holds them.
pub(crate) fn cases(cases: &[Case]) -> Vec<written::Case> {
    cases.iter().map(|case| written::Case { lines: case.lines.iter().map(line).collect() }).collect()
}

fn line(line: &Line) -> written::Line {
    match &line.says {
        Says::Any(choices) => written::Line::Any(values(choices)),
        Says::All(choices) => written::Line::All(values(choices)),
        Says::None(choices) => written::Line::None(values(choices)),
        Says::Age(span) => written::Line::Age(span.clone()),
        Says::Is(name) => written::Line::Is(name.value.clone()),
        Says::IsNot(name) => written::Line::IsNot(name.value.clone()),
        Says::AnyChild(name) => written::Line::AnyChild(name.value.clone()),
    }
}

fn values(names: &[At<String>]) -> Vec<String> {
    names.iter().map(|name| name.value.clone()).collect()
}

/// Everything that a text can have a figure of.
struct Figures<'a> {
    figures: &'a [Figure],
    /// What each is called inside a text.
    names: Vec<String>,
}

impl<'a> Figures<'a> {
    fn of(figures: &'a [Figure]) -> Self {
        Self { figures, names: figures.iter().map(|figure| format!("figures.{}", figure.id.value)).collect() }
    }

    fn section(&self, section: &Section) -> written::Section {
        let mut written = section.written.clone();
        if let Some(door) = &mut written.door {
            self.fill([&mut door.title, &mut door.text, &mut door.open, &mut door.skip]);
        }
        self.fill([&mut written.title]);
        written::Section {
            questions: section.questions.iter().map(|question| self.question(question)).collect(),
            ..written
        }
    }

    fn question(&self, question: &Question) -> written::Question {
        let mut written = question.written.clone();
        self.fill([&mut written.text, &mut written.help, &mut written.why, &mut written.said, &mut written.written]);
        for choice in &mut written.choices {
            self.fill([&mut choice.heading, &mut choice.label, &mut choice.said]);
        }
        written::Question { ask_when: cases(&question.when), ask_unless: cases(&question.unless), ..written }
    }

    fn topic(&self, topic: &Topic) -> written::Topic {
        let supports = topic.supports.iter().map(|support| self.support(support)).collect();
        written::Topic { supports, ..topic.written.clone() }
    }

    fn support(&self, support: &Support) -> written::Support {
        let mut written = support.written.clone();
        written.review = self.review(&written);
        self.fill(texts(&mut written));
        written::Support {
            tags: values(&support.tags),
            goals: values(&support.goals),
            offer_when: cases(&support.when),
            offer_unless: cases(&support.unless),
            soon: support.soon.iter().map(|soon| self.soon(soon)).collect(),
            ..written
        }
    }

    fn soon(&self, soon: &Soon) -> written::Soon {
        let mut written = soon.written.clone();
        self.fill([&mut written.says]);
        written::Soon { lines: soon.case.lines.iter().map(line).collect(), ..written }
    }

    /// The first day on which a figure of this support must be looked at again.
    fn review(&self, written: &written::Support) -> String {
        let used = figures_of(written);
        let used = self.figures.iter().filter(|figure| used.contains(&figure.id.value));
        used.filter_map(|figure| Some(figure.review?.value)).min().map_or_else(String::new, |day| day.to_string())
    }

    fn filled(&self, text: &str) -> String {
        let mut text = text.to_owned();
        self.fill([&mut text]);
        text
    }

    fn fill<'t>(&self, texts: impl IntoIterator<Item = &'t mut String>) {
        let values =
            || self.names.iter().map(String::as_str).zip(self.figures.iter().map(|figure| figure.text.as_str()));
        let filled = texts.into_iter().filter(|text| text.contains("{figures."));
        filled.for_each(|text| *text = fill(text, &values().collect::<Vec<_>>()));
    }
}

/// Every text of a support that parents read.
fn texts(written: &mut written::Support) -> Vec<&mut String> {
    let own = [
        &mut written.name,
        &mut written.what,
        &mut written.who,
        &mut written.how,
        &mut written.hours,
        &mut written.text,
    ];
    let also = written.also.iter_mut().flat_map(|also| [&mut also.name, &mut also.says, &mut also.text]);
    let lists = written.one_of.iter_mut().chain(&mut written.all_of).chain(&mut written.questions);
    let soon = written.soon.iter_mut().map(|soon| &mut soon.says);
    own.into_iter().chain(also).chain(lists).chain(soon).collect()
}

/// The figures that the texts of a support use, by their ids.
pub(crate) fn figures_of(support: &written::Support) -> Vec<String> {
    let mut support = support.clone();
    texts(&mut support).into_iter().flat_map(|text| figures_in(text)).collect()
}

fn figures_in(text: &str) -> Vec<String> {
    let names = placeholders(text).unwrap_or_default().into_iter();
    names.filter_map(|name| name.strip_prefix("figures.")).map(str::to_owned).collect()
}
