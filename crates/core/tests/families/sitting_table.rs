//! The table of `sitting.txt`: what was given, what happened then, what the browser must do, what stands in storage.
//! A number in brackets is that of the symptom that somebody reported.

use std::collections::BTreeSet;

use crate::desk::{KINDS, World};

const TABLE: &str = include_str!("sitting.txt");

/// A title and its lines, each a word and what it says.
fn stories() -> impl Iterator<Item = (&'static str, Vec<(&'static str, &'static str)>)> {
    TABLE.split("\n\n").map(|story| {
        let (title, lines) = story.trim().split_once('\n').expect("a title and its lines");
        let line = |line: &'static str| line.trim().split_once(": ").expect("a word and what it says");
        (title, lines.lines().map(line).collect())
    })
}

/// Whose place a story speaks of.
fn world(of: &str) -> World {
    match of {
        "two tabs" => World::two_tabs(),
        "two frames" => World::two_frames(),
        "a frame" => World::framed(),
        other => panic!("nobody sits at {other}"),
    }
}

/// What is seen of this desk in this regard.
fn seen(world: &World, word: &str) -> String {
    if let Some(asked) = word.strip_prefix("shown ") {
        return world.shown(0, asked);
    }
    let (word, at) = word.split_once(" at ").map_or((word, 0), |(word, at)| (word, at.parse().expect("a desk")));
    let seen = match word {
        "does" => world.did(at),
        "stands" => world.stands(at),
        "brought" => world.desks[at].brought(),
        "note" => world.desks[at].note(),
        "screen" => world.desks[at].screen(),
        "notices" => world.notices(at),
        "said" => world.said(at),
        "list" => world.list(at),
        "paper" => world.paper(at),
        "birth" => world.birth(at),
        other => panic!("what is {other}?"),
    };
    if seen.is_empty() { "nothing".into() } else { seen }
}

/// Tries one story, and tells what kinds of things happened in it.
fn tried(title: &str, lines: Vec<(&str, &str)>) -> BTreeSet<&'static str> {
    let mut world_of_it = World::new();
    for (word, says) in lines {
        match word {
            "with" => world_of_it = world(says),
            "given" | "then" => drop(world_of_it.does(says)),
            word => assert_eq!(seen(&world_of_it, word), says, "{title}: {word}"),
        }
    }
    world_of_it.kinds
}

#[test]
fn what_happens_does_what_the_table_says() {
    let happened: BTreeSet<&str> = stories().flat_map(|(title, lines)| tried(title, lines)).collect();
    assert_eq!(happened, BTreeSet::from(KINDS), "everything that can happen happens somewhere in the table");
}
