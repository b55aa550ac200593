//! Lines, cases and named conditions, in the proportions in which authors write them.

use signpost_core::catalogue::About;

use crate::make::generate::Known;
use crate::make::generate::asked::Asked;
use crate::make::generate::dice::Dice;

/// Ages that rules ask for.
const AGES: [&str; 8] = [
    "until = \"birth\"",
    "from = \"birth\", until = \"2 years\"",
    "from = \"birth\", until = \"september after 4 years\"",
    "from = \"term after 9 months\", until = \"september after 4 years\"",
    "from = \"term after 2 years\", until = \"september after 4 years\"",
    "from = \"september after 4 years\", until = \"september after 11 years\"",
    "from = \"8 years\", until = \"16 years\"",
    "from = \"16 years\", until = \"18 years\"",
];

/// A condition that exists.
pub(super) struct Named {
    id: String,
    about: About,
}

/// The file of conditions with its hiding rules, and what it names: ages of a child first, then so many others.
pub(super) fn conditions(count: usize, asked: &[Asked], dice: &mut Dice) -> (String, Vec<Named>) {
    let (mut text, mut named) = (String::new(), Vec::new());
    for (number, span) in AGES.iter().enumerate() {
        add(&mut text, &mut named, format!("age-{number}"), About::Child, &[format!("{{ age = {{ {span} }} }}")]);
    }
    for number in 1..=count.max(4) {
        let about = if number % 3 == 0 { About::Child } else { About::Family };
        let known = Known { asked, named: &named };
        let lines: Vec<String> = (0..dice.between(1, 2)).filter_map(|_| known.line(about, dice)).collect();
        add(&mut text, &mut named, format!("known-{number}"), about, &lines);
    }
    for (tag, condition) in [("public-fund", "known-1"), ("couple-work", "known-2")] {
        text += &format!("[[hiding]]\ntag = \"{tag}\"\nwhen = \"{condition}\"\n\n");
    }
    (text, named)
}

fn add(text: &mut String, named: &mut Vec<Named>, id: String, about: About, cases: &[String]) {
    *text += &format!("[[condition]]\nid = \"{id}\"\nabout = \"{}\"\n", about_word(about));
    text.extend(cases.iter().map(|line| format!("[[condition.case]]\nlines = [{line}]\n")));
    text.push('\n');
    named.push(Named { id, about });
}

impl Known<'_> {
    /// All lines of one case: mostly one or two, seldom three.
    pub(super) fn case(&self, about: About, dice: &mut Dice) -> String {
        let lines = [1, 2, 2, 2, 3][dice.between(0, 4)];
        (0..lines).filter_map(|_| self.line(about, dice)).collect::<Vec<_>>().join(", ")
    }

    fn line(&self, about: About, dice: &mut Dice) -> Option<String> {
        self.any_line(about, dice).or_else(|| any_of(4, about, self.asked, dice))
    }

    fn any_line(&self, about: About, dice: &mut Dice) -> Option<String> {
        match dice.between(1, 100) {
            1..=60 => any_of(4, about, self.asked, dice),
            61..=65 => several("all", 2, about, self.asked, dice),
            66..=70 => several("none", 3, about, self.asked, dice),
            71..=85 if about == About::Child => self::age(dice),
            71..=85 => self.naming("any_child", About::Child, dice),
            86..=96 => self.naming("is", about, dice),
            _ => self.naming("is_not", about, dice),
        }
    }

    fn naming(&self, key: &str, about: About, dice: &mut Dice) -> Option<String> {
        let fitting: Vec<&Named> = self.named.iter().filter(|named| named.about == about).collect();
        dice.one(&fitting).map(|named| format!("{{ {key} = \"{}\" }}", named.id))
    }
}

/// "At least one of these": choices of one question, now and then of two.
pub(super) fn any_of<'a>(
    most: usize,
    about: About,
    asked: impl IntoIterator<Item = &'a Asked>,
    dice: &mut Dice,
) -> Option<String> {
    several("any", most, about, asked, dice)
}

/// A child of one of the ages that rules ask for.
pub(super) fn age(dice: &mut Dice) -> Option<String> {
    dice.one(&AGES).map(|span| format!("{{ age = {{ {span} }} }}"))
}

/// A baby on the way.
pub(super) fn unborn() -> &'static str {
    "{ age = { until = \"birth\" } }"
}

fn several<'a>(
    key: &str,
    most: usize,
    about: About,
    asked: impl IntoIterator<Item = &'a Asked>,
    dice: &mut Dice,
) -> Option<String> {
    let fitting: Vec<&Asked> = asked.into_iter().filter(|asked| asked.fits(about)).collect();
    let questions = dice.some(if key == "any" { 2 } else { 1 }, &fitting);
    let choices: Vec<&String> = questions.iter().flat_map(|asked| dice.some(most, &asked.choices)).collect();
    let names: Vec<String> = choices.iter().map(|name| format!("\"{name}\"")).collect();
    (!names.is_empty()).then(|| format!("{{ {key} = [{}] }}", names.join(", ")))
}

/// The word of the format.
pub(super) fn about_word(about: About) -> &'static str {
    match about {
        About::Child => "child",
        About::Family => "family",
    }
}
