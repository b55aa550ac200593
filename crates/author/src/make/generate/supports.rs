//! Supports: topics of two dozen, most of them targeted, half of them about a child.

use std::collections::BTreeSet;

use signpost_core::catalogue::About;
use signpost_core::stamp::stamp;

use crate::make::generate::dice::Dice;
use crate::make::generate::rules::{about_word, age};
use crate::make::generate::{FIGURES, Known};

/// How many supports stand in one topic.
const IN_A_TOPIC: usize = 24;

const WAYS: [&str; 6] = ["phone", "web", "school", "gp", "hub", "council"];

/// One file a topic. No two supports have the same stamp, so some numbers are left out.
pub(super) fn files(count: usize, known: &Known<'_>, dice: &mut Dice) -> Vec<(String, String)> {
    let mut stamps = BTreeSet::new();
    let numbers: Vec<usize> = (1..).filter(|&number| stamps.insert(stamp(&id(number)))).take(count).collect();
    let topic = |(number, supports): (usize, &[usize])| {
        (format!("support/{number:04}.toml"), topic(number, supports, known, dice))
    };
    numbers.chunks(IN_A_TOPIC).enumerate().map(topic).collect()
}

fn id(number: usize) -> String {
    format!("support-{number}")
}

fn topic(number: usize, supports: &[usize], known: &Known<'_>, dice: &mut Dice) -> String {
    let group = ["family", "money", "school"][number % 3];
    let head = format!(
        "[topic]\nid = \"topic-{number}\"\nname = \"Topic {number}\"\ngroup = \"{group}\"\npicture = \"money\"\n"
    );
    supports.iter().fold(head, |text, number| text + &support(*number, known, dice))
}

fn support(number: usize, known: &Known<'_>, dice: &mut Dice) -> String {
    let about = if dice.in_a_hundred(50) { About::Child } else { About::Family };
    match number {
        1 => words(number, "universal", About::Family, dice) + "phone = \"999\"\nurgent = true\n",
        _ if dice.in_a_hundred(12) => universal(number, about, dice),
        _ => targeted(number, about, known, dice),
    }
}

fn universal(number: usize, about: About, dice: &mut Dice) -> String {
    let text = words(number, "universal", about, dice);
    match age(dice).filter(|_| about == About::Child) {
        Some(line) => text + &case("offer_when", &line),
        None => text,
    }
}

fn targeted(number: usize, about: About, known: &Known<'_>, dice: &mut Dice) -> String {
    let mut text = words(number, "targeted", about, dice) + &chosen(known, dice);
    for _ in 0..[1, 1, 2, 3][dice.between(0, 3)] {
        text += &case("offer_when", &known.case(about, dice));
    }
    if dice.in_a_hundred(30) {
        text += &case("offer_unless", &known.case(about, dice));
    }
    text
}

fn chosen(known: &Known<'_>, dice: &mut Dice) -> String {
    let goals = known.asked.iter().find(|asked| asked.goals).map_or(&[][..], |asked| &asked.choices);
    let mut text = String::new();
    if dice.in_a_hundred(40) {
        let names: Vec<String> = dice.some(2, goals).iter().map(|goal| format!("\"{goal}\"")).collect();
        text += &format!("goals = [{}]\n", names.join(", "));
    }
    if dice.in_a_hundred(12) {
        text += if dice.in_a_hundred(70) { "tags = [\"public-fund\"]\n" } else { "tags = [\"couple-work\"]\n" };
    }
    text + if dice.in_a_hundred(8) { "ahead = \"6 months\"\n" } else { "" }
}

fn words(number: usize, kind: &str, about: About, dice: &mut Dice) -> String {
    let amount = format!("{{figures.amount-{}}}", dice.between(1, FIGURES));
    let who = if dice.in_a_hundred(15) { format!("Families below {amount}.") } else { "Any parent who asks.".into() };
    let ways: Vec<String> = dice.some(3, &WAYS).iter().map(|way| format!("\"{way}\"")).collect();
    let cost = ["free", "free", "free", "low-cost", "paid"][dice.between(0, 4)];
    format!(
        "\n[[support]]\nid = \"{}\"\nkind = \"{kind}\"\nabout = \"{}\"\nname = \"Support number {number}\"\n\
         what = \"Somebody who knows the way sits down with you and helps with what you want to change.\"\n\
         who = \"{who}\"\nhow = \"Call or write, and say what you would like. You need not be referred.\"\n\
         ways = [{}]\nask_yourself = {}\nurl = \"https://www.gov.uk/support-{number}\"\ncost = \"{cost}\"\n\
         questions = [\"How soon could it begin?\", \"Who else will know?\"]\nchecked = 2026-11-23\n\
         source = \"https://www.example.org/support-{number}\"\nsure = \"high\"\n",
        id(number),
        about_word(about),
        ways.join(", "),
        dice.in_a_hundred(70),
    )
}

fn case(key: &str, lines: &str) -> String {
    format!("[[support.{key}]]\nlines = [{lines}]\n")
}
