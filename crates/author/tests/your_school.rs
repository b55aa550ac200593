//! The guide for a school, `docs/your-school.md`, followed exactly as it is written: every block it shows is used, and what
//! it says the commands answer is what they answer.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on must stop")]

mod common;

use std::fs;

use common::guide::{Desk, shape};

const GUIDE: &str = include_str!("../../../docs/your-school.md");
const FILE: &str = "content/sites/oak-primary.toml";
const CHECK: &str = "cargo signpost check --level warning";

/// The guide as far as its second step: begun, and filled in.
fn filled_in(name: &str) -> Desk {
    let desk = Desk::new(name, GUIDE);
    let begun = desk.all_is_well("cargo signpost new site oak-primary");
    assert!(shape(&begun).starts_with(&shape(&desk.block("", "`oak-primary` stands"))), "{begun}");
    fs::write(desk.file(FILE), desk.block("toml", "[site]")).unwrap();
    desk
}

#[test]
fn every_command_of_the_guide_works_in_its_order() {
    let desk = filled_in("school");
    let (well, said) = desk.types(CHECK);
    assert!(!well);
    desk.is_said(&desk.block("", "Error:"), &said);
    let text = fs::read_to_string(desk.file(FILE)).unwrap();
    let logo = desk.block("toml", "logo = ");
    let mended = text.replace("colour = \"#ffcc00\"\n", &format!("colour = \"#926200\"\n{logo}"));
    fs::write(desk.file(FILE), mended).unwrap();
    let (well, said) = desk.types(CHECK);
    assert!(!well && said.contains("there is no picture `oak-primary.svg`"), "{said}");
    let shipped = desk.file("content/sites/example-school.svg");
    fs::copy(shipped, desk.file("content/sites/oak-primary.svg")).unwrap();
    let checked = desk.all_is_well(CHECK);
    assert!(!checked.contains("oak-primary"), "not even a warning\n{checked}");
    let (well, said) = desk.types("cargo signpost build --out built");
    assert!(well, "{said}");
    let page = fs::read_to_string(desk.file("built/site.oak-primary.html")).unwrap();
    assert!(page.contains("alt=\"An oak in a circle\"") && page.ends_with("Oak Primary School</p>"), "{page}");
}

#[test]
fn the_sheet_of_many_schools_is_begun_and_tried_as_the_guide_says() {
    let desk = Desk::new("schools", GUIDE);
    let sheet = desk.all_is_well("cargo signpost sites template").replace("example.org", "oak.sch.uk");
    fs::write(desk.file("schools.csv"), sheet).unwrap();
    let planned = desk.all_is_well("cargo signpost sites import schools.csv --dry-run");
    assert_eq!(planned, format!("1 site would be written:\n  {FILE} (new)\n"));
    assert!(!desk.file(FILE).exists());
    let lines = desk.all_is_well("cargo signpost sites lines https://help.example.org/signpost/");
    assert!(
        lines.contains("example-school,Example Primary School,https://help.example.org/signpost/example-school/,"),
        "{lines}"
    );
}
