//! From a draft without problems to what the browser fetches: figures filled in, rules written out, one version
//! for the whole.

use std::collections::HashSet;
use std::path::Path;

use sha2::{Digest, Sha256};
use signpost_core::content::Content;
use signpost_core::sitting::Printing;
use signpost_core::texts::{COUNTED, Direction, Texts, fill, key};
use signpost_core::wire;
use signpost_core::written::{self, Written};

use crate::format::draft::{
    Concerns, Draft, Says, WrittenCase, WrittenFigure, WrittenKiosk, WrittenLine, WrittenQuestion, WrittenSection,
    WrittenSite, WrittenSoon, WrittenSupport, WrittenTopic,
};
use crate::format::figures::{figures_of, lines, texts};
use crate::format::vocabulary::Vocabulary;
use crate::format::wanted::forms;
use crate::languages::{ENGLISH, Language, OTHER};
use crate::make::pages;
use crate::source::problem::At;
use crate::source::put::{make, put_all};

/// The English content. Its version is the first 16 hexadecimal digits of a SHA-256 of all the rest.
pub fn written(draft: &Draft) -> Written {
    let written = compiled(draft, &ENGLISH);
    Written { version: version(&written), ..written }
}

/// The English content, ready to be asked. The error says which names do not fit together.
pub fn content(draft: &Draft) -> Result<Content, String> {
    let (content, problems) = written(draft).content();
    if problems.is_empty() { Ok(content) } else { Err(problems.join("\n")) }
}

/// The content in a language: the same as in English, down to the version, but for what is said.
pub fn written_in(draft: &Draft, language: &Language) -> Written {
    Written { version: written(draft).version, ..compiled(draft, language) }
}

fn compiled(draft: &Draft, language: &Language) -> Written {
    let figures = Figures::of(&draft.figures, language);
    let days = || draft.supports().map(|support| support.written.checked.clone()).filter(|day| !day.is_empty());
    Written {
        version: String::new(),
        language: language.tag.into(),
        right_to_left: language.right_to_left,
        forms: language.forms().into_iter().map(str::to_owned).collect(),
        numbers: language.numbers(),
        checked: days().min().unwrap_or_default(),
        newest: days().max().unwrap_or_default(),
        unchecked: draft.supports().any(|support| support.written.checked.is_empty()),
        words: words(draft, language).map(|(key, text)| (key, figures.filled(text))).collect(),
        sections: draft.sections.iter().map(|section| figures.section(section)).collect(),
        conditions: draft.conditions.iter().map(condition).collect(),
        hiding: draft.hiding.iter().map(hiding).collect(),
        topics: draft.topics.iter().map(|topic| figures.topic(topic)).collect(),
    }
}

/// Every word in English. A form that English does not have is made of the one for all other numbers.
fn words<'a>(draft: &'a Draft, language: &Language) -> impl Iterator<Item = (String, &'a str)> {
    let plain = draft.words.iter().map(|word| (word.key.value.clone(), word.text.as_str()));
    let counted = COUNTED.iter().flat_map(move |wanted| {
        let of = |key: &str| draft.words.iter().find(|word| word.key.value == key).map(|word| word.text.as_str());
        let other = of(&format!("{}.{OTHER}", wanted.name)).unwrap_or_default();
        forms(wanted, language).map(|key| (key.clone(), of(&key).unwrap_or(other))).collect::<Vec<_>>()
    });
    plain.chain(counted)
}

/// Writes the parts of the content into a folder, and for each language what is said and what stands in its page, all
/// beside first and then renamed, so that nobody ever reads half of one and a write that fails leaves the old ones.
/// `languages.txt` says which there are. The error is a sentence.
pub fn write(draft: &Draft, languages: &[Language], folder: &Path) -> Result<Content, String> {
    let content = content(draft)?;
    let mut files = catalogue(&content);
    let mut list = String::new();
    for language in languages {
        let content = written_in(draft, language).content().0;
        list += &line_of(language, &content.texts);
        files.extend(of_language(language, &content));
    }
    files.push(("languages.txt".to_owned(), list.into_bytes()));
    files.extend(sites(draft, &content, languages)?);
    make(folder)?;
    let files: Vec<_> = files.into_iter().map(|(name, bytes)| (folder.join(name), bytes)).collect();
    put_all(&files).map(|()| content)
}

type File = (String, Vec<u8>);

/// What is asked and what is offered, the same in every language.
fn catalogue(content: &Content) -> Vec<File> {
    let catalogue = content.clone().travelling().catalogue;
    vec![("asked.txt".into(), wire::asked(&catalogue)), ("offered.txt".into(), wire::offered(&catalogue))]
}

/// What is said of it in a language, and what stands in the page itself.
fn of_language(language: &Language, content: &Content) -> [File; 6] {
    let travelling = content.clone().travelling();
    let (start, on_page) = pages::start(content);
    let name = language.name;
    [
        (format!("asked.{name}.txt"), wire::asked_texts(&travelling)),
        (format!("offered.{name}.txt"), wire::offered_texts(&travelling, &on_page)),
        (format!("start.{name}.html"), start.into_bytes()),
        (format!("crash.{name}.html"), pages::crash(content).into_bytes()),
        (format!("kiosk-start.{name}.html"), pages::kiosk_start(content).into_bytes()),
        (format!("kiosk-crash.{name}.html"), pages::kiosk_crash(content).into_bytes()),
    ]
}

/// What each site adds and how it looks there; `sites.txt` says which there are. The error is a sentence.
fn sites(draft: &Draft, content: &Content, languages: &[Language]) -> Result<Vec<File>, String> {
    let travelling = content.clone().travelling();
    let (mut files, mut list) = (Vec::new(), String::new());
    for site in &draft.sites {
        let (added, problems) = site.written(draft).added(&travelling);
        if !problems.is_empty() {
            return Err(problems.join("\n"));
        }
        let (id, spoken) = (&site.id.value, site.spoken(languages).join(" "));
        let logo = site.logo.as_ref().map_or("", |logo| logo.kind());
        let (kiosk, offline) =
            (site.kiosk.as_ref().map(kiosk).unwrap_or_default(), if site.offline { "offline" } else { "" });
        let (keeping, name) = (site.keeping.name(), &site.written.name);
        list += &format!("{id}\t{spoken}\t{keeping}\t{name}\t{logo}\t{kiosk}\t{offline}\n");
        files.extend(site.logo.as_ref().map(|it| (format!("site.{id}.{logo}"), it.bytes.clone())));
        files.extend([
            (format!("site.{id}.txt"), wire::site(&travelling, &added)),
            (format!("site.{id}.css"), pages::site_style(site).into_bytes()),
            (format!("site.{id}.html"), pages::site(site).into_bytes()),
        ]);
    }
    files.push(("sites.txt".to_owned(), list.into_bytes()));
    Ok(files)
}

/// As the page says it: the seconds, the printing, whether others can see the screen, and its address.
fn kiosk(kiosk: &WrittenKiosk) -> String {
    let word = Printing::WORDS.iter().find(|(_, printing)| *printing == kiosk.printing).map_or("off", |(word, _)| word);
    let open_plan = kiosk.open_plan.then_some("open-plan");
    let more = open_plan.into_iter().chain(kiosk.address.as_deref());
    more.fold(format!("{} {word}", kiosk.idle), |all, one| all + " " + one)
}

impl WrittenSite {
    /// What it adds, with what each of its people is asked about.
    fn written(&self, draft: &Draft) -> written::Site {
        let mut written = self.written.clone();
        for (person, asked) in written.people.iter_mut().zip(&self.asked) {
            person.concerns = self.concerns(draft, asked);
        }
        written
    }

    /// The supports and topics that are named; where none is, whatever is got through such a place, and all of its own.
    fn concerns(&self, draft: &Draft, asked: &Concerns) -> Vec<String> {
        let named = |names: &[At<String>], name: &At<String>| names.iter().any(|it| it.value == name.value);
        let nothing_named = asked.supports.is_empty() && asked.topics.is_empty();
        let shared = draft.topics.iter().flat_map(|topic| topic.supports.iter().map(move |support| (topic, support)));
        let is_asked = |topic: &WrittenTopic, support: &WrittenSupport| {
            let through = nothing_named && support.written.ways.contains(&self.way) && !support.written.urgent;
            through || named(&asked.supports, &support.id) || named(&asked.topics, &topic.id)
        };
        let shared = shared.filter(|(topic, support)| is_asked(topic, support)).map(|(_, support)| &support.id);
        let is_own = |id: &At<String>, topic: &Option<At<String>>| {
            let in_topic = topic.as_ref().is_some_and(|topic| named(&asked.topics, topic));
            nothing_named || in_topic || named(&asked.supports, id)
        };
        let own = self.extra.iter().filter(|(id, topic)| is_own(id, topic)).map(|(id, _)| id);
        shared.chain(own).map(|id| id.value.clone()).collect()
    }

    /// Those of its languages that there are, the usual one first; English where there is none. Whoever makes languages
    /// that nobody speaks tries every site in them.
    fn spoken(&self, there: &[Language]) -> Vec<&'static str> {
        let named = |wanted: &String| there.iter().find(|it| it.tag == *wanted || it.name == *wanted);
        let mut spoken: Vec<_> = self.languages.iter().filter_map(named).map(|it| it.name).collect();
        if spoken.is_empty() {
            spoken.push(ENGLISH.name);
        }
        spoken.extend(there.iter().filter(|it| it.is_made).map(|it| it.name));
        let mut seen = HashSet::new();
        spoken.retain(|name| seen.insert(*name));
        spoken
    }
}

/// What pages say of a language: the name of its files, its tag, its direction, the title of its page; what it calls
/// itself, and what the button says in it that starts; and what a list of languages is called in it.
fn line_of(language: &Language, texts: &Texts) -> String {
    let [title, start, all] = [key::START_TAB, key::START_GO, key::START_LANGUAGES].map(|key| texts.words.get(key));
    let (name, own) = (language.name, language.own);
    format!("{name}\t{}\t{}\t{title}\t{own}\t{start}\t{all}\n", texts.language, texts.direction.name())
}

fn version(written: &Written) -> String {
    let hash = Sha256::digest(serde_json::to_string(written).unwrap_or_default());
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn condition(condition: &crate::format::draft::WrittenCondition) -> written::Condition {
    let about = condition.about.unwrap_or_default();
    written::Condition { id: condition.id.value.clone(), about, cases: cases(&condition.cases) }
}

fn hiding(hiding: &crate::format::draft::WrittenHiding) -> written::Hiding {
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
pub(crate) fn cases(cases: &[WrittenCase]) -> Vec<written::Case> {
    cases.iter().map(|case| written::Case { lines: case.lines.iter().map(line).collect() }).collect()
}

fn line(line: &WrittenLine) -> written::Line {
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

/// Says a text in a language, and fills its figures in.
struct Figures<'a> {
    language: Language,
    figures: &'a [WrittenFigure],
    /// What each is called inside a text.
    names: Vec<String>,
    /// What each stands for there.
    texts: Vec<String>,
}

fn direction(language: &Language) -> Direction {
    if language.right_to_left { Direction::RightToLeft } else { Direction::LeftToRight }
}

impl<'a> Figures<'a> {
    fn of(figures: &'a [WrittenFigure], language: &Language) -> Self {
        let texts = figures.iter().map(|figure| direction(language).isolated(&figure.text)).collect();
        Self {
            language: *language,
            texts,
            figures,
            names: figures.iter().map(|figure| format!("figures.{}", figure.id.value)).collect(),
        }
    }

    fn section(&self, section: &WrittenSection) -> written::Section {
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

    fn question(&self, question: &WrittenQuestion) -> written::Question {
        let mut written = question.written.clone();
        self.fill([&mut written.text, &mut written.help, &mut written.why, &mut written.said, &mut written.written]);
        for choice in &mut written.choices {
            self.fill([&mut choice.heading, &mut choice.label, &mut choice.said]);
        }
        written::Question { ask_when: cases(&question.when), ask_unless: cases(&question.unless), ..written }
    }

    fn topic(&self, topic: &WrittenTopic) -> written::Topic {
        let mut written = topic.written.clone();
        self.fill([&mut written.name]);
        written::Topic { supports: topic.supports.iter().map(|support| self.support(support)).collect(), ..written }
    }

    fn support(&self, support: &WrittenSupport) -> written::Support {
        let mut written = support.written.clone();
        written.review = self.review(&written);
        self.fill(texts(&mut written));
        self.put_in(lines(&mut written));
        written::Support {
            tags: values(&support.tags),
            goals: values(&support.goals),
            offer_when: cases(&support.when),
            offer_unless: cases(&support.unless),
            soon: support.soon.iter().map(|soon| self.soon(soon)).collect(),
            ..written
        }
    }

    fn soon(&self, soon: &WrittenSoon) -> written::Soon {
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
        let says = |text: &'t mut String| {
            *text = self.language.says(text);
            text
        };
        self.put_in(texts.into_iter().map(says));
    }

    fn put_in<'t>(&self, texts: impl IntoIterator<Item = &'t mut String>) {
        let values = || self.names.iter().map(String::as_str).zip(self.texts.iter().map(String::as_str));
        let filled = texts.into_iter().filter(|text| text.contains("{figures."));
        filled.for_each(|text| *text = fill(text, &values().collect::<Vec<_>>()));
    }
}
