//! The documents hang together: whoever follows a link finds what it promises. Nothing of this is in a release, and it is
//! no test of its own beside the program: cargo would make the program once more while it runs.

use std::{
    fs,
    path::{Path, PathBuf},
};

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every document below a folder; nothing that is made or fetched.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let kept = entries.filter(|path| !["target", "dist", "node_modules", ".git"].iter().any(|it| path.ends_with(it)));
    let each = kept.flat_map(|path| if path.is_dir() { documents(&path) } else { vec![path] });
    each.filter(|path| path.extension().is_some_and(|it| it == "md")).collect()
}

/// Where the links of a document lead, but for websites and for what only shows how a link is written.
fn links(text: &str) -> Vec<&str> {
    let prose = text.split("```").step_by(2).flat_map(|part| part.split('`').step_by(2));
    let links = prose.flat_map(|part| part.split("](").skip(1)).filter_map(|rest| rest.split_once(')'));
    links.map(|(link, _)| link).filter(|link| !link.contains("://") && !link.starts_with("mailto:")).collect()
}

/// What a heading is called in an address.
fn anchors(text: &str) -> Vec<String> {
    let headings = text
        .lines()
        .filter_map(|line| line.trim_start_matches('#').strip_prefix(' ').filter(|_| line.starts_with('#')));
    let letter = |letter: char| match letter {
        ' ' => Some('-'),
        '-' | '_' => Some(letter),
        _ if letter.is_alphanumeric() => letter.to_lowercase().next(),
        _ => None,
    };
    headings.map(|heading| heading.chars().filter_map(letter).collect()).collect()
}

fn leads_nowhere(document: &Path, link: &str) -> bool {
    let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
    let file = if file.is_empty() { document.to_owned() } else { document.parent().unwrap().join(file) };
    let found = file.exists()
        && (anchor.is_empty() || anchors(&fs::read_to_string(&file).unwrap()).iter().any(|it| it == anchor));
    !found
}

#[test]
fn every_link_of_the_documents_leads_to_a_file_and_a_heading_that_are_there() {
    let documents = documents(&workspace());
    assert!(documents.len() > 30, "{documents:?}");
    let mut lost = Vec::new();
    for document in &documents {
        let text = fs::read_to_string(document).unwrap();
        let nowhere = links(&text).into_iter().filter(|link| leads_nowhere(document, link));
        lost.extend(nowhere.map(|link| format!("{}: {link}", document.display())));
    }
    assert!(lost.is_empty(), "these lead nowhere:\n{}", lost.join("\n"));
}

#[test]
fn a_link_is_found_in_prose_and_not_in_what_is_only_shown() {
    let text = "See [this](a.md#b) and `[that](c.md)`.\n```\n[no](d.md)\n```\n[web](https://x.example) [there](#e)";
    assert_eq!(links(text), ["a.md#b", "#e"]);
    assert_eq!(anchors("# One line for any website\n## `x`: how?\ntext"), ["one-line-for-any-website", "x-how"]);
}
