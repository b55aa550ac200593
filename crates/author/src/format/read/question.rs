//! Sections, questions and choices.

use signpost_core::catalogue::{About, Asked, Kind};
use signpost_core::written;
use toml::Spanned;
use toml::de::DeTable;

use crate::format::draft::{Draft, WrittenQuestion, WrittenSection};
use crate::format::read::book::Book;
use crate::format::read::speech::Speech;
use crate::format::read::table::Table;
use crate::format::read::value::Value;
use crate::format::shape;
use crate::source::problem::{At, Problem, Spot};

/// Reads one file of questions.
pub(crate) fn read(book: &Book<'_>, file: &Spanned<DeTable<'_>>, draft: &mut Draft) {
    let mut table = Table::whole(book, file, &shape::QUESTIONS);
    let section = table.must("section").and_then(Value::table);
    let questions = table.tables("question").into_iter().map(question).collect();
    draft.sections.extend(section.map(|section| self::section(section, questions)));
    table.finish();
}

fn section(mut table: Table<'_>, questions: Vec<WrittenQuestion>) -> WrittenSection {
    let id = table.id();
    let title = table.text("title", Speech::Plain);
    let door = table.may("door").and_then(Value::table).map(door);
    table.finish();
    WrittenSection {
        written: written::Section { id: id.value.clone(), title, door, questions: Vec::new() },
        id,
        questions,
    }
}

fn door(mut table: Table<'_>) -> written::Door {
    let mut text = |key| table.text(key, Speech::Plain);
    let door = written::Door { title: text("title"), text: text("text"), open: text("open"), skip: text("skip") };
    table.finish();
    door
}

fn question(mut table: Table<'_>) -> WrittenQuestion {
    let id = table.id();
    let about: Option<About> = table.must("about").and_then(Value::word);
    let kind: Option<Kind> = table.must("kind").and_then(Value::word);
    let mut written = words(&mut table, &id, about);
    written.kind = kind.unwrap_or_default();
    written.asked = table.may("asked").and_then(Value::word).unwrap_or_default();
    (written.joins, written.lifts) = (table.flag("joins"), table.flag("lifts"));
    let sheet = table.may("sheet").and_then(Value::string);
    let (when, unless) = (table.cases("ask_when"), table.cases("ask_unless"));
    let asked = Asks { about, kind, asked: written.asked };
    let (choices, labels): (Vec<_>, Vec<_>) =
        table.tables("choice").into_iter().map(|choice| self::choice(choice, asked)).unzip();
    written.choices = labels;
    asked.has_choices(&table, &choices);
    asked.can_be_confided(&mut table);
    asked.can_stand_with_names(&mut table, when.is_empty() && unless.is_empty());
    asked.can_lift(&mut table);
    written.sheet = sheet.as_ref().map_or_else(String::new, |sheet| sheet.value.clone());
    table.finish();
    WrittenQuestion { id, about, written, choices, sheet, when, unless }
}

fn words(table: &mut Table<'_>, id: &At<String>, about: Option<About>) -> written::Question {
    written::Question {
        id: id.value.clone(),
        about: about.unwrap_or_default(),
        text: table.text("text", Speech::Of(about)),
        help: table.text_if_any("help", Speech::Of(about)),
        why: table.text_if_any("why", Speech::Of(about)),
        said: table.text_if_any("said", Speech::Said(about)),
        written: table.text_if_any("written", Speech::Said(about)),
        sensitive: table.flag("sensitive"),
        quiet: table.flag("quiet"),
        essential: table.flag("essential"),
        ..written::Question::default()
    }
}

/// What parts of a question must know about it.
#[derive(Clone, Copy)]
struct Asks {
    about: Option<About>,
    kind: Option<Kind>,
    asked: Asked,
}

impl Asks {
    fn has_choices(self, table: &Table<'_>, choices: &[At<String>]) {
        let by_site = self.asked == Asked::BySite;
        match self.kind {
            Some(Kind::One | Kind::Many) if choices.is_empty() && !by_site => {
                table.book.note(
                    Problem::new(table.spot, "this question has no choices")
                        .rule("no-choices")
                        .meant("add a [[question.choice]], or set kind = \"text\""),
                );
            }
            Some(Kind::Text) if !choices.is_empty() => {
                let spot = choices.first().map_or(table.spot, |choice| choice.spot);
                let problem = Problem::new(spot, "a text question has no choices").rule("out-of-place");
                table.book.note(problem.meant("set kind = \"one\" or \"many\""));
            }
            _ => {}
        }
    }
}

impl Asks {
    /// What is confided is never shown again. Several ticks would have to be, so that one can be taken back; and words
    /// of their own would be more than the list needs to know.
    fn can_be_confided(self, table: &mut Table<'_>) {
        let sensitive = table.may("sensitive").filter(|value| value.flag() == Some(true));
        let (Some(value), Some(kind)) = (sensitive, self.kind.filter(|kind| *kind != Kind::One)) else { return };
        let kind = match kind {
            Kind::Text => "text",
            Kind::Month => "month",
            Kind::Many | Kind::One => "many",
        };
        let says = format!("a confided answer is one choice, and this question is of kind `{kind}`");
        let problem = Problem::new(value.spot(), says).rule("sensitive-kind");
        table.book.note(problem.meant("set kind = \"one\", or leave `sensitive` out"));
    }
}

impl Asks {
    /// On the first screen there are only the children, and nothing is known yet.
    fn can_stand_with_names(self, table: &mut Table<'_>, always: bool) {
        let fits = self.about == Some(About::Child) && self.kind == Some(Kind::Month) && always;
        if let Some(value) = table.may("asked").filter(|_| self.asked == Asked::WithName && !fits) {
            let says = "only a month question about a child that is always asked can stand with the names";
            table.book.note(Problem::new(value.spot(), says).rule("out-of-place"));
        }
    }

    /// What a family wants is asked once, and is more than one thing.
    fn can_lift(self, table: &mut Table<'_>) {
        let fits = self.about == Some(About::Family) && self.kind == Some(Kind::Many);
        let lifts = table.may("lifts").filter(|value| value.flag() == Some(true) && !fits);
        if let Some(value) = lifts {
            let says = "`lifts` means something only on a question of kind `many` about the family";
            table.book.note(Problem::new(value.spot(), says).rule("out-of-place"));
        }
    }
}

fn choice(mut table: Table<'_>, asks: Asks) -> (At<String>, written::Choice) {
    let id = table.id();
    let written = written::Choice {
        id: id.value.clone(),
        heading: table.text_if_any("heading", Speech::Of(asks.about)),
        label: table.text("label", Speech::Of(asks.about)),
        said: table.text_if_any("said", Speech::Of(asks.about)),
        picture: table.may("picture").and_then(Value::line_picture).unwrap_or_default(),
        alone: only(
            &mut table,
            "alone",
            asks.kind.is_none_or(|kind| matches!(kind, Kind::One | Kind::Many)),
            "of kind `one` or `many`",
        ),
        unsure: table.flag("unsure"),
        urgent: table.flag("urgent"),
        usual: only(&mut table, "usual", asks.asked == Asked::OnSheet, "that is asked `on-sheet`"),
        private: table.flag("private"),
        prefers: table
            .may("prefers")
            .map(Value::list)
            .unwrap_or_default()
            .into_iter()
            .filter_map(Value::word)
            .collect(),
        born: born(&mut table, asks),
    };
    table.finish();
    (id, written)
}

fn only(table: &mut Table<'_>, key: &'static str, fits: bool, kind: &str) -> bool {
    let value = table.may(key);
    if let Some(value) = value.filter(|_| !fits) {
        let says = format!("`{key}` means something only on a question {kind}");
        table.book.note(Problem::new(value.spot(), says).rule("out-of-place"));
    }
    value.and_then(Value::flag).unwrap_or_default()
}

fn born(table: &mut Table<'_>, asks: Asks) -> Option<written::Span> {
    let value = table.may("born")?;
    if asks.kind.is_some_and(|kind| kind != Kind::Month) {
        let says = "`born` means something only on a question of kind `month`";
        table.book.note(Problem::new(value.spot(), says).rule("out-of-place"));
    }
    table.span("born")
}

impl Table<'_> {
    /// The id of this thing; empty where it has none.
    pub(crate) fn id(&mut self) -> At<String> {
        let id = self.must("id").and_then(Value::string);
        id.unwrap_or_else(|| At::new(String::new(), Spot { end: self.spot.start, ..self.spot }))
    }
}
