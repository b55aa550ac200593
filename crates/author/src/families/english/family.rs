//! Whether a line is so for one family, and what makes it so: what was ticked, what is open, the child's age.
//! Every verdict comes from the same [`Judge`] as the list.

use std::fmt;

use signpost_core::catalogue::{About, Case, ChoiceId, Line, QuestionId};
use signpost_core::content::Content;
use signpost_core::family::{Answer, Answers, Who};
use signpost_core::judge::{Asking, Because, Judge, Look, Verdict};
use signpost_core::speech::Speaker;
use signpost_core::time::{AgeSpan, Day, Month, Standing, Start};

/// One family on one day.
#[derive(Clone, Copy)]
pub struct Family<'a> {
    /// The content.
    pub content: &'a Content,
    /// What they answered.
    pub answers: &'a Answers,
    /// The day.
    pub today: Day,
    /// Judges for them.
    pub judge: &'a Judge<'a>,
}

/// What was found out about a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Whether it is so.
    pub mark: Mark,
    /// Why; may be empty where the lines under it say so.
    pub because: String,
}

/// Whether something is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// It depends on what is not answered.
    Unknown,
}

impl Mark {
    /// What a verdict comes to.
    pub fn of(verdict: &Verdict) -> Self {
        match verdict {
            Verdict::Yes(_) => Self::Yes,
            Verdict::No(_) => Self::No,
            Verdict::Maybe { .. } => Self::Unknown,
        }
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "not known yet",
        })
    }
}

impl<'a> Family<'a> {
    /// Every child, and what to call them.
    pub fn children(self) -> impl Iterator<Item = (Who, String)> {
        self.answers.everyone(About::Child).into_iter().map(move |who| (who, self.called(who)))
    }

    /// "First", "child 2", "the family".
    pub fn called(self, who: Who) -> String {
        if who == Who::Family { "the family".into() } else { self.speaker().who(who) }
    }

    /// A day, a month or "now", after "from".
    pub fn start(self, start: Start) -> String {
        match start {
            Start::Now => "now".into(),
            Start::On(day) => self.speaker().day(day),
            Start::In(month) => format!("the birthday in {}", self.speaker().month(month)),
            Start::Soon => "a day before long, which depends on the month of birth".into(),
        }
    }

    /// A question and whom it is about: "“Do you work?” [f-work]".
    pub fn asking(self, asking: Asking) -> String {
        let question = self.content.question(asking.question);
        format!(
            "“{}” [{}]",
            self.speaker().about(&self.content.texts.question(asking.question).text, asking.who),
            question.name
        )
    }

    /// Says a day in full.
    pub fn day(self, day: Day) -> String {
        self.speaker().day(day)
    }

    pub(super) fn case(self, case: &Case, look: Look) -> Found {
        Found { mark: Mark::of(&self.judge.case(case, look)), because: String::new() }
    }

    pub(super) fn line(self, line: &Line, look: Look) -> Found {
        let verdict = self.judge.line(line, look);
        let because = match line {
            Line::Any(choices) | Line::All(choices) | Line::None(choices) => self.ticked(choices, look.who()),
            Line::Age(span) => self.age(*span, look.who(), &verdict),
            Line::AnyChild(_) if self.answers.children().is_empty() => "there is no child".into(),
            Line::Is(_) | Line::IsNot(_) | Line::AnyChild(_) | Line::NotSurely(_) => String::new(),
        };
        Found { mark: Mark::of(&verdict), because }
    }

    fn ticked(self, choices: &[ChoiceId], who: Who) -> String {
        let question = |choice: &ChoiceId| self.content.choice(*choice).question;
        let runs = choices.chunk_by(|one, other| question(one) == question(other));
        let told = runs.filter_map(|run| Some(self.answered(question(run.first()?), run, who)));
        told.collect::<Vec<_>>().join("; ")
    }

    fn answered(self, question: QuestionId, choices: &[ChoiceId], who: Who) -> String {
        let asked = self.content.question(question);
        let who = if asked.about == About::Family { Who::Family } else { who };
        let (name, of) = (&asked.name, self.called(who));
        if !self.judge.asks(question, who) {
            let verdict = self.judge.rule(&asked.rule, who, 0);
            let not = if verdict.is_no() { "is not asked" } else { "is not asked until more is known" };
            return format!("{name} {not} of {of}");
        }
        match self.answers.get(self.content, question, who) {
            Some(Answer::Ticked(ticks)) => self.ticks(name, ticks, choices, who),
            Some(Answer::Skipped) => format!("{name} was skipped for {of}"),
            Some(Answer::PreferNotToSay) => format!("{name}: they would rather not say for {of}"),
            Some(Answer::Month(_) | Answer::Text(_)) => format!("{name} is answered for {of} with no choice"),
            None => format!("{name} is not answered for {of}"),
        }
    }

    fn ticks(self, question: &str, ticks: &[ChoiceId], choices: &[ChoiceId], who: Who) -> String {
        let label =
            |tick: &ChoiceId| format!("“{}”", self.speaker().about(&self.content.texts.choice(*tick).label, who));
        let met: Vec<String> = ticks.iter().filter(|tick| choices.contains(tick)).map(label).collect();
        let all: Vec<String> = ticks.iter().map(label).collect();
        if met.is_empty() {
            format!("{question} is answered {}", all.join(", "))
        } else {
            format!("{question}: ticked {}", met.join(", "))
        }
    }

    fn age(self, span: AgeSpan, who: Who, verdict: &Verdict) -> String {
        let Who::Child(key) = who else { return "a family has no age".into() };
        let name = self.called(who);
        match self.judge.birth_months(key).as_slice() {
            [] => format!("the month of birth of {name} is not known"),
            [born] => format!("{name} {}{}", self.born(*born), self.of_month(span, *born, verdict)),
            _ => format!("only an age group is known: {name} {}", self.of_band(verdict)),
        }
    }

    fn born(self, born: Month) -> String {
        let was = if born > self.today.month() { "is due in" } else { "was born in" };
        format!("{was} {}", self.speaker().month(born))
    }

    fn of_month(self, span: AgeSpan, born: Month, verdict: &Verdict) -> String {
        let possible = span.standing(born, self.today, 0) == Standing::Possibly;
        match verdict {
            Verdict::Yes(Because { ends_this_month: true, .. }) => ", and it ends this month, on the birthday".into(),
            Verdict::Yes(_) if possible => ", and the birthday is this month, so both ages count".into(),
            Verdict::Yes(Because { start: Start::Now, .. }) => String::new(),
            Verdict::Yes(because) => format!(", so it begins from {}", self.start(because.start)),
            Verdict::Maybe { .. } => ", and the birthday is this month, so the age is not certain".into(),
            Verdict::No(_) => self.outside(span, born),
        }
    }

    fn outside(self, span: AgeSpan, born: Month) -> String {
        let later = span.from.map(|from| from.earliest(born)).filter(|&day| day > self.today);
        match (later, span.until.map(|until| until.latest(born))) {
            (Some(day), _) => format!(", so it does not begin before {}", self.day(day)),
            (None, Some(day)) => format!(", so it was over by {}", self.day(day)),
            (None, None) => String::new(),
        }
    }

    fn of_band(self, verdict: &Verdict) -> String {
        match verdict {
            Verdict::Yes(because) if because.start == Start::Now => "is inside these ages whatever the month".into(),
            Verdict::Yes(_) => "comes into these ages before long, whatever the month".into(),
            Verdict::Maybe { .. } => "may be inside these ages or not, depending on the month".into(),
            Verdict::No(_) => "is outside these ages whatever the month".into(),
        }
    }

    fn speaker(self) -> Speaker<'a> {
        Speaker::new(self.content, self.answers)
    }
}
