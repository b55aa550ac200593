//! Questions: sections of a dozen, about the family and about each child in turn, with branches between them.

use signpost_core::catalogue::About;

use crate::make::generate::asked::Asked;
use crate::make::generate::dice::Dice;
use crate::make::generate::rules::{about_word, any_of, unborn};

/// How many questions stand in one section.
const IN_A_SECTION: usize = 12;

/// How far back a branch looks.
const MEMORY: usize = 30;

/// One file a section, and the questions of all of them in order.
pub(super) fn files(count: usize, dice: &mut Dice) -> (Vec<(String, String)>, Vec<Asked>) {
    let mut asked = vec![Asked::goals(), Asked::ways()];
    let mut files = vec![("questions/000.toml".into(), opening())];
    let mut left = count.saturating_sub(3);
    while left > 0 {
        let number = files.len();
        let about = if number % 2 == 1 { About::Family } else { About::Child };
        let questions = left.min(IN_A_SECTION);
        files.push((format!("questions/{number:03}.toml"), section(number, about, questions, &mut asked, dice)));
        left -= questions;
    }
    (files, asked)
}

/// What every content asks: what the parent wants, how they like to get help, and when each child was born.
fn opening() -> String {
    let goals: String = (1..=12).map(|goal| choice(&format!("goal-{goal}"), "")).collect();
    let ways = choice("phone", "prefers = [\"phone\"]\n") + &choice("web", "prefers = [\"web\"]\n");
    let band = |id: &str, ages: &str| choice(id, &format!("born = {{ {ages} }}\n"));
    let bands = [
        band("not-born", "until = \"birth\""),
        band("under-2", "from = \"birth\", until = \"2 years\""),
        band("age-2-to-4", "from = \"2 years\", until = \"september after 4 years\""),
        band("school", "from = \"september after 4 years\", until = \"september after 16 years\""),
    ];
    [
        "[section]\nid = \"3-child\"\ntitle = \"You and your children\"\n\n".to_owned(),
        question("goals", About::Family, "many") + &goals,
        question("ways", About::Family, "many") + &ways,
        question("born", About::Child, "month") + &bands.concat(),
    ]
    .concat()
}

fn section(number: usize, about: About, questions: usize, asked: &mut Vec<Asked>, dice: &mut Dice) -> String {
    let mut text = format!("[section]\nid = \"part-{number}\"\ntitle = \"Part {number}\"\n");
    if number % 4 == 3 {
        text +=
            "door = { title = \"Shall we ask?\", text = \"What is behind it.\", open = \"Yes\", skip = \"Not now\" }\n";
    }
    for own in 1..=questions {
        text += &branching(&format!("about-{number}-{own}"), about, asked, dice);
    }
    text
}

fn branching(id: &str, about: About, asked: &mut Vec<Asked>, dice: &mut Dice) -> String {
    let kind = ["many", "many", "many", "one", "one", "text"][dice.between(0, 5)];
    let mut text = question(id, about, kind);
    let sensitive = kind == "one" && dice.in_a_hundred(12);
    if sensitive {
        text += "sensitive = true\n";
    }
    if dice.in_a_hundred(30) {
        let near = asked[asked.len().saturating_sub(MEMORY)..].iter().filter(|near| sensitive || !near.sensitive);
        text += &any_of(3, about, near, dice).map(|line| case("ask_when", &line)).unwrap_or_default();
    }
    if about == About::Child && dice.in_a_hundred(15) {
        text += &case("ask_unless", unborn());
    }
    let ids: Vec<String> = (1..=dice.between(3, 9)).map(|number| format!("answer-{number}")).collect();
    let ids = if kind == "text" { &[] } else { ids.as_slice() };
    text.extend(ids.iter().map(|id| choice(id, "")));
    text += &closing(kind);
    let choices = ids.iter().map(|choice| format!("{id}.{choice}")).collect();
    asked.push(Asked { about, choices, goals: false, sensitive });
    text
}

/// "None of these" and "not sure": what a choice can be beside itself.
fn closing(kind: &str) -> String {
    match kind {
        "many" => choice("none", "alone = true\n"),
        "one" => choice("not-sure", "unsure = true\n"),
        _ => String::new(),
    }
}

fn question(id: &str, about: About, kind: &str) -> String {
    let about = about_word(about);
    format!(
        "\n[[question]]\nid = \"{id}\"\nabout = \"{about}\"\nkind = \"{kind}\"\n\
         text = \"What would you say about {id}?\"\nwhy = \"Some help depends on it.\"\nsaid = \"You said {{choices}}\"\n"
    )
}

fn choice(id: &str, more: &str) -> String {
    format!("[[question.choice]]\nid = \"{id}\"\nlabel = \"Yes, {id}\"\n{more}")
}

fn case(key: &str, line: &str) -> String {
    format!("[[question.{key}]]\nlines = [{line}]\n")
}
