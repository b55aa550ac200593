//! Whatever names a command names it as it is typed: `cargo signpost check`. The program alone is on nobody's path.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The program's name, in a piece that this file itself may hold.
const PROGRAM: &str = concat!("sign", "post ");

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every command that the program has, from its own help.
fn commands() -> Vec<String> {
    let help = Command::new(env!("CARGO_BIN_EXE_signpost")).arg("--help").output().unwrap().stdout;
    let help = String::from_utf8(help).unwrap();
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names: Vec<String> = listed.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect();
    assert!(names.len() > 8 && names.contains(&"check".to_owned()), "{help}");
    names
}

/// Every file that somebody reads or that holds what somebody reads.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let hidden = name.starts_with('.') || ["target", "node_modules", "dist", "saved", "schemas"].contains(&&*name);
        let read =
            ["rs", "md", "toml", "txt", "html", "js"].iter().any(|end| path.extension().is_some_and(|it| it == *end));
        if hidden {
        } else if path.is_dir() {
            files(&path, found);
        } else if read {
            found.push(path);
        }
    }
}

/// The lines that name a command without `cargo` before it.
fn bare<'a>(text: &'a str, commands: &[String]) -> Vec<&'a str> {
    let wrong = |line: &&str| {
        line.match_indices(PROGRAM).any(|(at, _)| {
            let next: String = line[at + PROGRAM.len()..].chars().take_while(char::is_ascii_alphabetic).collect();
            commands.contains(&next)
                && !line[..at].ends_with("cargo ")
                && !line[..at].ends_with(|it: char| it.is_alphanumeric())
        })
    };
    text.lines().filter(wrong).collect()
}

#[test]
fn every_document_and_every_message_names_commands_as_they_are_typed() {
    let (commands, mut all) = (commands(), Vec::new());
    files(&root(), &mut all);
    assert!(all.len() > 200, "{}", all.len());
    for path in all {
        let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
        assert_eq!(bare(&text, &commands), [""; 0], "{}", path.display());
    }
}

#[test]
fn a_command_without_cargo_is_noticed() {
    let text = format!("Run `{PROGRAM}check`.\nRun `cargo {PROGRAM}check`.\nThe {PROGRAM}that stands.");
    assert_eq!(bare(&text, &commands()), [format!("Run `{PROGRAM}check`.")]);
}

#[test]
fn every_help_shows_its_command_as_it_is_typed() {
    for command in commands().into_iter().filter(|command| command != "help") {
        let help = Command::new(env!("CARGO_BIN_EXE_signpost")).args([&command, "--help"]).output().unwrap().stdout;
        let help = String::from_utf8(help).unwrap();
        assert!(help.contains("Usage: cargo signpost"), "{command}\n{help}");
        assert_eq!(bare(&help, &commands()), [""; 0]);
    }
}
