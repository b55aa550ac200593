//! The files of a content folder as text. Which file is read, and in which order, is decided here and nowhere else.

use std::fs;
use std::path::{Path, PathBuf};

use ariadne::Source;

use crate::source::bytes::{self, Decoded, Fault, cannot_read};
use crate::source::near::nearest;
use crate::source::problem::{Problem, Spot};

/// One file.
#[derive(Debug)]
pub struct File {
    /// Where it is, as an author would type it.
    pub path: String,
    /// Its place inside the content folder, such as `questions/05-home.toml`.
    pub name: String,
    /// What is in it; what could not be read as text is replaced.
    pub text: String,
    fault: Option<Fault>,
    lines: Source<String>,
}

/// All files, in the order in which they are read, and the pictures that stand beside them.
#[derive(Debug, Default)]
pub struct Files(Vec<File>, Vec<Picture>);

/// A picture beside the sites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What its file is called.
    pub name: String,
    /// How large the file is.
    pub size: u64,
    /// What is in it; of a file that is too large only the beginning.
    pub bytes: Vec<u8>,
}

/// How the names of pictures end.
const PICTURES: [&str; 2] = ["svg", "png"];

/// Where they stand.
const SITES: &str = "sites";

/// Single files of the content folder.
const SINGLE: [&str; 5] = ["conditions.toml", "invariants.toml", "figures.toml", "language.toml", "words.toml"];
/// Folders of the content folder whose files are all read.
const FOLDERS: [&str; 3] = ["questions", "support", "sites"];

impl Files {
    /// Reads a content folder. The error is a sentence: it could not be read, or there is nothing in it.
    pub fn read(folder: &Path) -> Result<Self, String> {
        if !folder.exists() {
            return Err(elsewhere(folder));
        }
        let mut names: Vec<String> = top_files(folder)?;
        for inner in FOLDERS {
            names.extend(files_in(folder, inner)?);
        }
        if names.is_empty() {
            let wanted =
                "questions/*.toml, support/*.toml, conditions.toml, figures.toml, language.toml and words.toml";
            let says = format!("There is no content in {}: it should hold {wanted}.", folder.display());
            return Err(says + " Or go to the project's folder, the one that holds `content`, and try again.");
        }
        let files = names.iter().map(|name| File::read(folder, name)).collect::<Result<_, _>>()?;
        Ok(Self(files, pictures(&folder.join(SITES))?))
    }

    /// Reads one file of its own, such as a journey. The error is a sentence.
    pub fn read_one(path: &Path) -> Result<Self, String> {
        let bytes = bytes::read(path)?;
        Ok(Self(vec![File::new(path.display().to_string(), path.display().to_string(), &bytes)], Vec::new()))
    }

    /// Files that are already in memory, by their place inside the content folder.
    pub fn of<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let file = |(name, text): (&str, &str)| File::new(name.to_owned(), name.to_owned(), text.as_bytes());
        Self(files.into_iter().map(file).collect(), Vec::new())
    }

    /// The same, and one more that is already in memory.
    #[must_use]
    pub fn with(mut self, name: &str, text: &str) -> Self {
        self.0.push(File::new(name.to_owned(), name.to_owned(), text.as_bytes()));
        self
    }

    /// The same, and a picture beside the sites.
    #[must_use]
    pub fn with_picture(mut self, name: &str, bytes: &[u8]) -> Self {
        self.1.push(Picture { name: name.to_owned(), size: bytes.len() as u64, bytes: bytes.to_vec() });
        self
    }

    /// The pictures beside the sites.
    pub(crate) fn pictures(&self) -> &[Picture] {
        &self.1
    }

    /// The same but for some.
    #[must_use]
    pub(crate) fn without(mut self, unwanted: impl Fn(&File) -> bool) -> Self {
        self.0.retain(|file| !unwanted(file));
        self
    }

    /// All files in order.
    pub fn iter(&self) -> impl Iterator<Item = &File> {
        self.0.iter()
    }

    /// The file with that number, if there is one.
    pub fn get(&self, file: usize) -> Option<&File> {
        self.0.get(file)
    }

    /// Line and column of a place, both from 1; the column counts characters.
    pub fn line_and_column(&self, spot: Spot) -> (usize, usize) {
        self.get(spot.file).map_or((1, 1), |file| file.line_and_column(spot.start))
    }

    /// A place as people say it: `content/words.toml, line 12`.
    pub(crate) fn place(&self, spot: Spot) -> String {
        let path = self.get(spot.file).map_or("", |file| file.path.as_str());
        format!("{path}, line {}", self.line_and_column(spot).0)
    }

    /// Puts problems into the order of the files and their lines; what keeps a file from being read comes first,
    /// for much of the rest may follow from it.
    pub fn sort(&self, problems: &mut Vec<Problem>) {
        let follows = |problem: &Problem| !matches!(problem.rule, "not-toml" | "not-utf8" | "unknown-file");
        let place = |problem: &Problem| (follows(problem), problem.spot);
        problems.sort_by(|one, other| (place(one), &one.what).cmp(&(place(other), &other.what)));
        problems.dedup();
    }

    /// What is wrong with the files themselves, whatever is in them.
    pub(crate) fn problems(&self) -> Vec<Problem> {
        self.0.iter().enumerate().flat_map(|(index, file)| file.problems(index)).collect()
    }
}

impl File {
    fn read(folder: &Path, name: &str) -> Result<Self, String> {
        let path = folder.join(name);
        let bytes = bytes::read(&path)?;
        Ok(Self::new(path.display().to_string(), name.to_owned(), &bytes))
    }

    fn new(path: String, name: String, bytes: &[u8]) -> Self {
        let Decoded { text, fault } = bytes::text(bytes);
        Self { path, name, lines: Source::from(text.clone()), text, fault }
    }

    /// The lines of this file, for drawing.
    pub(crate) fn lines(&self) -> &Source<String> {
        &self.lines
    }

    /// Whether this is a file that the content folder has.
    pub(crate) fn is_known(&self) -> bool {
        SINGLE.contains(&self.name.as_str()) || FOLDERS.iter().any(|folder| self.is_in(folder))
    }

    /// Whether it stands in that folder of the content folder.
    pub(crate) fn is_in(&self, folder: &str) -> bool {
        self.name.split_once('/').is_some_and(|(own, _)| own == folder)
    }

    fn line_and_column(&self, at: usize) -> (usize, usize) {
        let at = boundary(&self.text, at);
        let Some((_, line, in_line)) = self.lines.get_byte_line(at) else { return (1, 1) };
        let before = self.text.get(at - in_line..at).unwrap_or_default();
        (line + 1, before.chars().count() + 1)
    }

    fn problems(&self, index: usize) -> Vec<Problem> {
        let encoding = self.fault.map(|fault| encoding(fault, index));
        let unknown = (!self.is_known()).then(|| {
            let says = format!("nothing reads a file named `{}`", self.name);
            Problem::new(Spot::top(index), says).rule("unknown-file").guess(nearest(&self.name, SINGLE))
        });
        encoding.into_iter().chain(unknown).collect()
    }
}

fn encoding(fault: Fault, file: usize) -> Problem {
    let (start, says) = match fault {
        Fault::NotUtf8(start) => (start, "this is not UTF-8 text"),
        Fault::Utf16 => (0, "this file is saved as UTF-16, not as UTF-8"),
    };
    let spot = Spot { file, start, end: start + char::REPLACEMENT_CHARACTER.len_utf8() };
    Problem::new(spot, says).rule("not-utf8").meant("save the file as UTF-8 in your editor")
}

/// The nearest place at or before `at` where a character begins.
pub(crate) fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default()
}

/// The sentence for whoever started a command in the wrong folder.
fn elsewhere(folder: &Path) -> String {
    let folder = folder.display();
    format!(
        "There is no folder `{folder}` here: go to the project's folder, the one that holds `content`, and try again."
    )
}

fn top_files(folder: &Path) -> Result<Vec<String>, String> {
    let mut names = toml_names(folder)?;
    names.sort_by_key(|name| (SINGLE.iter().position(|known| known == name).unwrap_or(SINGLE.len()), name.clone()));
    Ok(names)
}

fn files_in(folder: &Path, inner: &str) -> Result<Vec<String>, String> {
    let path = folder.join(inner);
    if !path.exists() {
        return Ok(Vec::new());
    }
    let mut names = toml_names(&path)?;
    names.sort();
    Ok(names.into_iter().map(|name| format!("{inner}/{name}")).collect())
}

fn pictures(folder: &Path) -> Result<Vec<Picture>, String> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let is_picture =
        |path: &Path| path.extension().is_some_and(|end| PICTURES.iter().any(|it| end.eq_ignore_ascii_case(it)));
    let entries = fs::read_dir(folder).map_err(|error| cannot_read(folder, &error))?;
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let mut paths: Vec<PathBuf> = paths.filter(|path| path.is_file() && is_picture(path)).collect();
    paths.sort();
    paths.iter().map(|path| picture(path)).collect()
}

fn picture(path: &Path) -> Result<Picture, String> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (size, bytes) = bytes::beginning(path)?;
    Ok(Picture { name, size, bytes })
}

fn toml_names(folder: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(folder).map_err(|error| cannot_read(folder, &error))?;
    let paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    let names = paths.iter().filter(|path| path.extension().is_some_and(|end| end == "toml"));
    let names = names.filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
    Ok(names.filter(|name| !name.starts_with('.')).collect())
}
