//! The officer's guide, `content/README.md`, followed exactly as it is written: every block it shows is used, and
//! what it says the commands answer is what they answer.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on must stop")]

mod common;

use std::fs;

use common::guide::{Desk, shape};

const GUIDE: &str = include_str!("../../../content/README.md");

/// The file to which the guide adds a support.
const TOPIC: &str = "support/learning-at-home.toml";

/// A desk on which somebody may have followed the guide already, and kept what it adds.
fn desk(name: &str) -> Desk {
    let desk = Desk::new(name, GUIDE);
    for content in ["project/content", "content-before"] {
        let file = desk.beside(content).join(TOPIC);
        let text = fs::read_to_string(&file).unwrap();
        let others = text.split_inclusive("\n[[support]]\n").filter(|one| !one.starts_with("id = \"toy-library\""));
        let others: String = others.collect();
        fs::write(&file, others.strip_suffix("[[support]]\n").unwrap_or(&others)).unwrap();
    }
    desk
}

/// What an officer does in the editor: the template at the end of the file becomes the block of the guide.
fn fill_in(desk: &Desk) {
    let file = desk.file("content").join(TOPIC);
    let text = fs::read_to_string(&file).unwrap();
    let template = text.find("[[support]]\nid = \"toy-library\"").unwrap();
    fs::write(&file, format!("{}{}", &text[..template], desk.block("toml", "[[support]]"))).unwrap();
}

/// How many supports `check` says there are.
fn supports(said: &str) -> usize {
    let (before, _) = said.split_once(" supports").expect(said);
    before.rsplit(' ').next().unwrap().parse().unwrap()
}

#[test]
fn every_command_of_the_guide_works_in_its_order() {
    let desk = desk("whole");
    let before = desk.all_is_well("cargo signpost check --level warning");
    assert!(before.contains(" supports, ") && desk.block("", "56 questions").contains(" supports, "), "{before}");
    let begun = desk.all_is_well("cargo signpost new support toy-library --topic learning-at-home");
    assert!(shape(&begun).starts_with(&shape(&desk.block("", "`toy-library` stands"))), "{begun}");
    let (well, said) = desk.types("cargo signpost check --level warning");
    assert!(!well && said.contains("TODO"), "what is not filled in yet is an error\n{said}");
    fill_in(&desk);
    let checked = desk.all_is_well("cargo signpost check --level warning");
    assert_eq!(supports(&checked), supports(&before) + 1);
    assert!(desk.all_is_well("cargo signpost why toy-library").contains("from birth until the 5th birthday"));
    let family = "tests/journeys/a-boy-who-loves-toys.txt";
    fs::write(desk.file(family), desk.block("text", "# A dad")).unwrap();
    assert!(desk.all_is_well(&format!("cargo signpost try {family}")).ends_with("1 as expected, 0 not\n"));
    let why = desk.all_is_well(&format!("cargo signpost why toy-library --for {family}"));
    assert!(why.contains("For Leo: offered from now.") && why.contains("For Mia: not offered."), "{why}");
    let all = supports(&checked);
    assert!(desk.all_is_well("cargo signpost prove --level warning").contains(&format!("{all} of {all} supports")));
    desk.all_is_well("cargo signpost schema --out content/schemas");
    let changed = desk.all_is_well("cargo signpost diff ../content-before");
    assert!(changed.starts_with("Supports\n  new: toy-library\n"), "{changed}");
    desk.all_is_well("cargo signpost map --out map.html");
    desk.all_is_well("cargo signpost pages --out pages");
}

#[test]
fn the_mistake_that_the_guide_shows_is_shown_as_it_says() {
    let desk = desk("mistake");
    desk.all_is_well("cargo signpost new support toy-library --topic learning-at-home");
    fill_in(&desk);
    let file = desk.file("content").join(TOPIC);
    let text = fs::read_to_string(&file).unwrap();
    fs::write(
        &file,
        text.replace("\"goals.learn-home\", \"c-areas.talk\"", "\"goals.learn-at-home\", \"c-areas.talk\""),
    )
    .unwrap();
    let (well, said) = desk.types("cargo signpost check --level warning");
    assert!(!well);
    desk.is_said(&desk.block("", "Error:"), &said);
}

#[test]
fn the_schemas_are_up_to_date_after_the_guide_was_followed() {
    let desk = desk("schemas");
    desk.all_is_well("cargo signpost new support toy-library --topic learning-at-home");
    fill_in(&desk);
    desk.all_is_well("cargo signpost schema --out content/schemas");
    let invariants = fs::read_to_string(desk.file("content/schemas/invariants.json")).unwrap();
    assert!(invariants.contains("toy-library"), "the new id is completed in editors");
}
