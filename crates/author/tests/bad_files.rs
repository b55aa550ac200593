//! Files that are cut off, in another encoding, too large, or no files at all: a sentence, never a panic, and
//! never half of something written.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod common;

use std::fs::{self, File};
use std::path::PathBuf;

use common::command::{End, Said, root, signpost};
use signpost_author::judge::check;
use signpost_author::source::files::Files;
use signpost_author::source::report;
use signpost_core::time::Day;

fn today() -> Day {
    Day::parse("2026-11-24").unwrap()
}

fn shipped() -> PathBuf {
    root().join("content")
}

/// A folder of its own, gone when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("signpost-bad-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn with(name: &str, file: &str, bytes: &[u8]) -> Self {
        let folder = Self::new(name);
        fs::write(folder.0.join(file), bytes).unwrap();
        folder
    }

    fn checked(&self) -> Said {
        signpost(today(), ["check".as_ref(), self.0.as_os_str()])
    }

    fn lines(&self) -> Vec<String> {
        let files = Files::read(&self.0).unwrap();
        let (_, problems) = check::check(&files);
        problems.iter().map(|problem| report::line(&files, problem)).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[track_caller]
fn could_not(said: &Said, sentence: &str) {
    assert_eq!(said.end, End::CouldNotRun, "{}", said.text);
    assert!(said.text.contains(sentence), "{}", said.text);
    assert_eq!(said.text.matches('\n').count(), 1, "one sentence: {}", said.text);
}

/// The text up to that part of it, in sixteenths and a little.
fn cut(text: &str, sixteenths: usize) -> &str {
    let end = (text.len() * sixteenths / 16 + sixteenths).min(text.len());
    let end = (0..=end).rev().find(|end| text.is_char_boundary(*end)).unwrap();
    &text[..end]
}

fn survives(files: &Files) {
    let (draft, problems) = check::all(files, today());
    drop(report::json(files, &problems));
    drop(signpost_author::make::build::written(&draft));
}

#[test]
fn a_file_that_was_cut_off_anywhere_is_read_as_far_as_it_goes() {
    let shipped = Files::read(&shipped()).unwrap();
    for file in shipped.iter() {
        (0..16).for_each(|part| survives(&Files::of([(file.name.as_str(), cut(&file.text, part))])));
    }
}

#[test]
fn a_file_that_was_cut_off_does_not_hide_the_others() {
    let shipped = Files::read(&shipped()).unwrap();
    let whole = check::check(&shipped).0.counted();
    let questions = whole.split(',').next().unwrap();
    for (part, name) in ["figures.toml", "conditions.toml", "language.toml", "support/health.toml"].iter().enumerate() {
        let cut_off = |text, own: &str| if own == *name { cut(text, 4 * part + 3) } else { text };
        let files = Files::of(shipped.iter().map(|file| (file.name.as_str(), cut_off(&file.text, &file.name))));
        survives(&files);
        let (draft, _) = check::check(&files);
        assert!(draft.counted().starts_with(questions), "{}", draft.counted());
    }
}

#[test]
fn a_figure_that_was_cut_off_inside_its_text_is_shown_there() {
    let folder = Folder::with("cut", "figures.toml", b"[[figure]]\nid = \"limit\"\ntext = \"a hundr");
    let line = folder.lines().into_iter().find(|line| line.contains("is not closed")).unwrap();
    assert!(line.contains("figures.toml:3:"), "{line}");
}

#[test]
fn a_file_saved_as_utf_16_is_named_so_and_not_taken_for_nonsense() {
    let text = "[[figure]]\nid = \"limit\"\ntext = \"£100\"\nfrom = 2026-04-06\nreview = 2027-04-06\nsource = \"a\"\nsure = \"high\"\n";
    let units: Vec<u16> = text.encode_utf16().collect();
    let little: Vec<u8> = [0xff, 0xfe].into_iter().chain(units.iter().flat_map(|unit| unit.to_le_bytes())).collect();
    let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(units.iter().flat_map(|unit| unit.to_be_bytes())).collect();
    for bytes in [little, big] {
        let folder = Folder::with("utf16", "figures.toml", &bytes);
        let lines: Vec<String> = folder.lines().into_iter().filter(|line| line.contains("figures.toml")).collect();
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(
            lines[0]
                .ends_with(":1:1: this file is saved as UTF-16, not as UTF-8; save the file as UTF-8 in your editor")
        );
    }
}

#[test]
fn a_file_saved_as_latin_1_is_shown_at_its_first_strange_letter() {
    let folder = Folder::with("latin", "figures.toml", b"# caf\xe9\n# \xa35\n");
    let lines: Vec<String> = folder.lines().into_iter().filter(|line| line.contains("figures.toml")).collect();
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].contains("figures.toml:1:6: this is not UTF-8 text"), "{lines:?}");
}

#[test]
fn a_file_of_fifty_megabytes_is_refused_before_it_is_read() {
    let folder = Folder::new("large");
    File::create(folder.0.join("figures.toml")).unwrap().set_len(50 * 1024 * 1024).unwrap();
    could_not(&folder.checked(), "figures.toml has 50 MB: a file of content has at most 4.");
}

#[test]
fn what_is_named_like_a_file_and_is_none_is_a_sentence() {
    let folder = Folder::new("folder");
    fs::create_dir(folder.0.join("figures.toml")).unwrap();
    could_not(&folder.checked(), "figures.toml is not a file: a folder may not be named so.");
    let file = Folder::with("file", "content", b"");
    let said = signpost(today(), ["check".as_ref(), file.0.join("content").as_os_str()]);
    could_not(&said, "content could not be read: ");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_a_sentence() {
    let folder = Folder::new("link");
    std::os::unix::fs::symlink("nowhere.toml", folder.0.join("figures.toml")).unwrap();
    could_not(&folder.checked(), "figures.toml could not be read: ");
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_opened_is_a_sentence() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with("rights", "figures.toml", b"");
    let rights = |mode| fs::set_permissions(&folder.0, fs::Permissions::from_mode(mode)).unwrap();
    rights(0o000);
    let said = folder.checked();
    let barred = fs::read_dir(&folder.0).is_err();
    rights(0o700);
    // Rights do not bind the administrator, who then finds an empty file of figures and no words.
    let end = if barred { End::CouldNotRun } else { End::Problems };
    assert_eq!(said.end, end, "{}", said.text);
    assert!(!barred || said.text.contains("could not be read: "), "{}", said.text);
}

/// Everything that is built, in the order in which it is written.
const BUILT: [&str; 14] = [
    "asked.txt",
    "asked.en.txt",
    "offered.txt",
    "offered.en.txt",
    "start.en.html",
    "crash.en.html",
    "languages.txt",
    "site.example-hub.txt",
    "site.example-hub.css",
    "site.example-hub.html",
    "site.example-school.txt",
    "site.example-school.css",
    "site.example-school.html",
    "sites.txt",
];

#[test]
fn a_build_that_cannot_write_leaves_every_old_file_as_it_was() {
    let out = Folder::new("out");
    for name in BUILT {
        fs::write(out.0.join(name), "old").unwrap();
    }
    // The last of them cannot be put beside its place: a folder stands there.
    fs::create_dir(out.0.join("sites.txt.part")).unwrap();
    let said = signpost(today(), ["build", shipped().to_str().unwrap(), "--out", out.0.to_str().unwrap()]);
    could_not(&said, "sites.txt.part could not be written: ");
    for name in BUILT {
        assert_eq!(fs::read_to_string(out.0.join(name)).unwrap(), "old", "{name}");
    }
    let left: Vec<_> = fs::read_dir(&out.0).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), BUILT.len() + 1, "nothing half-written stays: {left:?}");
}
