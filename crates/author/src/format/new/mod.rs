//! A commented beginning of a support, a question or a site, put where it belongs. What an author must fill in says
//! TODO, which `check` refuses. Nothing that is there already is ever changed.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use signpost_core::time::Day;

use crate::format::draft::Draft;
use crate::format::{folder, id, read};
use crate::source::files::Files;
use crate::source::near::{nearest, one_of};
use crate::source::put::{cannot_write, make};

/// What is begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A support of that topic. `fresh` says that the topic is meant to be new, however near it is to another.
    Support {
        /// The topic's id.
        topic: String,
        /// The topic is meant to be new.
        fresh: bool,
    },
    /// A question of that section.
    Question {
        /// The section's id.
        section: String,
    },
    /// A site.
    Site,
}

/// Where something begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// Its file.
    pub path: PathBuf,
    /// Its first line, from 1.
    pub line: usize,
    /// The file is new.
    pub new: bool,
}

/// Begins one thing in a content folder. The error is a sentence, and then nothing was written.
/// Content with problems will do: what was begun before is such a problem.
pub fn begin(folder: &Path, id: &str, thing: &Thing, today: Day) -> Result<Begun, String> {
    well_formed(id)?;
    let files = Files::read(folder)?;
    let (draft, _) = read::read(&files);
    let new = New { folder, files: &files, draft: &draft, id, today };
    match thing {
        Thing::Support { topic, fresh } => new.support(topic, *fresh),
        Thing::Question { section } => new.question(section),
        Thing::Site => new.site(),
    }
}

struct New<'a> {
    folder: &'a Path,
    files: &'a Files,
    draft: &'a Draft,
    id: &'a str,
    today: Day,
}

impl New<'_> {
    fn support(&self, topic: &str, fresh: bool) -> Result<Begun, String> {
        let own = self.draft.sites.iter().flat_map(|site| site.extra.iter().map(|(id, _)| id));
        self.free("support", self.draft.supports().map(|support| &support.id).chain(own))?;
        let text = self.filled(include_str!("support.toml"));
        if let Some(topic) = self.draft.topics.iter().find(|known| known.id.value == topic) {
            return append(&self.path_of(topic.id.spot.file), &text);
        }
        well_formed(topic)?;
        self.new_topic(topic, fresh)?;
        let heading = include_str!("topic.toml").replace("@topic@", topic);
        create(&self.folder.join("support").join(format!("{topic}.toml")), &(heading + &text))
    }

    /// A topic that is nearly called as another, or as a part of it, is more likely a slip of the pen.
    fn new_topic(&self, topic: &str, fresh: bool) -> Result<(), String> {
        let mut known = self.draft.topics.iter().map(|topic| topic.id.value.as_str());
        let near = nearest(topic, known.clone());
        let near = near.or_else(|| known.find(|known| known.split('-').any(|part| part == topic)).map(str::to_owned));
        match near.filter(|_| !fresh) {
            Some(near) => Err(format!(
                "There is no topic `{topic}`. Did you mean `{near}`? If it is to be a new topic, add --new-topic."
            )),
            None => Ok(()),
        }
    }

    fn question(&self, section: &str) -> Result<Begun, String> {
        self.free("question", self.draft.questions().map(|(_, question)| &question.id))?;
        let known = self.draft.sections.iter().map(|section| section.id.value.as_str());
        let Some(found) = self.draft.sections.iter().find(|known| known.id.value == section) else {
            return Err(format!("There is no section `{section}`: it is {}.", one_of(known)));
        };
        let about = if self.id.starts_with("c-") { "child" } else { "family" };
        let text = self.filled(include_str!("question.toml")).replace("@about@", about);
        append(&self.path_of(found.id.spot.file), &text)
    }

    fn site(&self) -> Result<Begun, String> {
        self.free("site", self.draft.sites.iter().map(|site| &site.id))?;
        if let Some(says) = folder::refused(self.id) {
            return Err(format!("No site can be called `{}`: {says}. Choose another id.", self.id));
        }
        let path = self.folder.join("sites").join(format!("{}.toml", self.id));
        create(&path, &self.filled(include_str!("site.toml")))
    }

    fn free<'i>(
        &self,
        kind: &str,
        mut taken: impl Iterator<Item = &'i crate::source::problem::At<String>>,
    ) -> Result<(), String> {
        let Some(taken) = taken.find(|taken| taken.value == self.id) else { return Ok(()) };
        let (line, _) = self.files.line_and_column(taken.spot);
        let path = self.path_of(taken.spot.file);
        Err(format!("There is already a {kind} `{}`: {}, line {line}. Nothing was written.", self.id, path.display()))
    }

    fn path_of(&self, file: usize) -> PathBuf {
        self.files.get(file).map_or_else(PathBuf::new, |file| PathBuf::from(&file.path))
    }

    fn filled(&self, template: &str) -> String {
        template.replace("@id@", self.id).replace("@today@", &self.today.to_string())
    }
}

fn well_formed(id: &str) -> Result<(), String> {
    if id::is_id(id) {
        return Ok(());
    }
    let mended = id::mended(id).map_or_else(String::new, |mended| format!(" Did you mean `{mended}`?"));
    Err(format!("`{id}` is not an id: lower-case words joined by hyphens.{mended}"))
}

fn create(path: &Path, text: &str) -> Result<Begun, String> {
    path.parent().map_or(Ok(()), make)?;
    // `create_new` fails where the file is there, even if it came this very moment.
    let opened = OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = opened.map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => format!("{} is there already. Nothing was written.", path.display()),
        _ => cannot_write(path, &error),
    })?;
    file.write_all(text.as_bytes()).map_err(|error| cannot_write(path, &error))?;
    Ok(Begun { path: path.to_owned(), line: 1, new: true })
}

/// Adds to the end of a file, with the line ends that the file has.
fn append(path: &Path, text: &str) -> Result<Begun, String> {
    let bytes = fs::read(path).map_err(|error| format!("{} could not be read: {error}.", path.display()))?;
    let ended = if bytes.is_empty() || bytes.ends_with(b"\n") { text.to_owned() } else { format!("\n{text}") };
    let windows = bytes.windows(2).any(|two| two == b"\r\n");
    let text = if windows { ended.replace('\n', "\r\n") } else { ended };
    let opened = OpenOptions::new().append(true).open(path);
    let written = opened.and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| cannot_write(path, &error))?;
    let before = bytes.iter().filter(|&&byte| byte == b'\n').count() + usize::from(!bytes.ends_with(b"\n"));
    Ok(Begun { path: path.to_owned(), line: before + 2, new: false })
}
