//! A verdict in an author's words: names of choices and questions, not the sentences parents read.

use signpost_core::catalogue::{About, ChoiceId};
use signpost_core::content::Content;
use signpost_core::family::{Answers, Who};
use signpost_core::judge::{Asking, Because, Ruling, Tick, Verdict};
use signpost_core::time::{AgeSpan, Start};

use crate::source::say::joined;

/// Speaks about one family.
#[derive(Clone, Copy)]
pub struct Author<'a> {
    /// The content.
    pub content: &'a Content,
    /// The family.
    pub answers: &'a Answers,
}

impl Author<'_> {
    /// "First", "family".
    pub fn who(&self, who: Who) -> String {
        match who {
            Who::Family => "family".into(),
            Who::Child(key) => self.answers.child(key).map_or_else(String::new, |child| child.name.clone()),
        }
    }

    /// Why a verdict is as it is: "yes, because of f-work.on-leave and age", "no, because f-over-100k.yes is ticked".
    pub fn verdict(&self, verdict: &Verdict) -> String {
        match verdict {
            Verdict::Yes(because) => format!("yes, because of {}", self.because(because)),
            Verdict::Maybe { unknown, .. } => {
                let asked: Vec<String> = unknown.iter().map(|asking| self.asking(*asking)).collect();
                format!("perhaps: an answer to {} would settle it", joined(&asked, "and"))
            }
            Verdict::No(rulings) => {
                let mut ruled: Vec<String> = rulings.iter().map(|ruling| self.ruling(ruling)).collect();
                ruled.dedup();
                format!("no, because {}", joined(&ruled, "and"))
            }
        }
    }

    /// When something begins: "now", "from 2027-01-01", "from some day of 2027-01".
    pub fn start(start: Start) -> String {
        match start {
            Start::Now => "now".into(),
            Start::On(day) => format!("from {day}"),
            Start::In(month) => format!("from some day of {month}"),
            Start::Soon => "soon, on a day that depends on the month of birth".into(),
        }
    }

    fn because(&self, because: &Because) -> String {
        let mut reasons: Vec<String> = because.ticks.iter().map(|tick| self.tick(*tick)).collect();
        if because.age {
            reasons.push("age".into());
        }
        if reasons.is_empty() { "nothing that was said: it holds for everyone".into() } else { joined(&reasons, "and") }
    }

    fn ruling(&self, ruling: &Ruling) -> String {
        match ruling {
            Ruling::Ticked(tick) => format!("{} is ticked", self.tick(*tick)),
            Ruling::NoneOf(choices, who) => format!("{} is not ticked", self.names(choices, *who)),
            Ruling::Age(span, who) => format!("{} is not {}", self.who(*who), ages(*span)),
            Ruling::NoChild => "no child fits".into(),
        }
    }

    fn names(&self, choices: &[ChoiceId], who: Who) -> String {
        let about = |choice: ChoiceId| self.content.question(self.content.choice(choice).question).about;
        let name = |&choice: &ChoiceId| match about(choice) {
            About::Family => self.content.choice_name(choice),
            About::Child => self.tick(Tick { choice, who }),
        };
        joined(&choices.iter().map(name).collect::<Vec<_>>(), "or")
    }

    fn tick(&self, tick: Tick) -> String {
        format!("{}{}", self.content.choice_name(tick.choice), self.of(tick.who))
    }

    fn asking(&self, asking: Asking) -> String {
        format!("{}{}", self.content.question(asking.question).name, self.of(asking.who))
    }

    fn of(&self, who: Who) -> String {
        if who == Who::Family { String::new() } else { format!(" ({})", self.who(who)) }
    }
}

fn ages(span: AgeSpan) -> String {
    match (span.from, span.until) {
        (Some(from), Some(until)) => format!("between `{from}` and `{until}`"),
        (Some(from), None) => format!("past `{from}`"),
        (None, Some(until)) => format!("before `{until}`"),
        (None, None) => "of any age".into(),
    }
}
