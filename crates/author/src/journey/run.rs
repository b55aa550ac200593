//! Runs a journey: works out the list and compares it with what is expected.

use signpost_core::answers::Who;
use signpost_core::content::{Content, SupportId};
use signpost_core::milestone::Start;
use signpost_core::plan::{Plan, verdict};
use signpost_core::verdict::Judge;

use crate::explain::Author;
use crate::journey::{Expected, From, Journey, Whom};
use crate::problem::{At, Problem};

/// What came of a journey.
#[derive(Debug)]
pub struct Outcome {
    /// How many supports were looked for.
    pub checked: usize,
    /// Answers that do not count, and why. They fail nothing.
    pub warnings: Vec<Problem>,
    /// What was not as expected; `meant` says what was found instead, and why.
    pub failures: Vec<Problem>,
}

/// Works out the family's list on the journey's day and compares.
pub fn run(content: &Content, journey: &Journey) -> Outcome {
    let judge = Judge::new(content, &journey.answers, journey.today);
    let plan = Plan::of(content, &journey.answers, journey.today);
    let author = Author { content, answers: &journey.answers };
    let run = Run { content, journey, plan, judge, author };
    let warnings = journey.given.iter().filter_map(|given| run.not_asked(given));
    Outcome {
        checked: journey.expected.len(),
        warnings: journey.warnings.iter().cloned().chain(warnings).collect(),
        failures: journey.expected.iter().filter_map(|expected| run.failure(expected)).collect(),
    }
}

struct Run<'a> {
    content: &'a Content,
    journey: &'a Journey,
    plan: Plan,
    judge: Judge<'a>,
    author: Author<'a>,
}

impl Run<'_> {
    fn not_asked(&self, given: &At<(signpost_core::content::QuestionId, Who)>) -> Option<Problem> {
        let (question, who) = given.value;
        let asked = self.content.question(question);
        let verdict = self.judge.rule(&asked.rule, who, 0);
        (!self.judge.asks(question, who)).then(|| {
            let says = format!(
                "`{}` is not asked of {} here, so this answer does not count",
                asked.name,
                self.author.who(who)
            );
            Problem::new(given.spot, says).meant(format!("is it asked? {}", self.author.verdict(&verdict)))
        })
    }

    fn failure(&self, expected: &At<Expected>) -> Option<Problem> {
        let Expected { offered, whom, support, from } = expected.value;
        let found = self.found(support, whom);
        let met = found.iter().any(|(_, start)| from.is_none_or(|from| from.is_met_by(*start)));
        (met != offered).then(|| {
            let wanted = if offered { "should be offered" } else { "should never be offered" };
            let since = from.map(|from| format!(" {from}")).unwrap_or_default();
            let says = format!("{} {wanted} `{}`{since}", self.name(whom), self.content.support(support).text.id);
            Problem::new(expected.spot, says).meant(self.got(support, whom, &found))
        })
    }

    /// Who is offered this, and from when. The urgent box is there for everybody.
    fn found(&self, support: SupportId, whom: Whom) -> Vec<(Who, Start)> {
        let urgent = self.plan.urgent.contains(&support).then_some((Who::Family, Start::Now));
        let offers = self.plan.offers().filter(|offer| offer.support == support);
        let found = offers.map(|offer| (offer.who, offer.because.start)).chain(urgent);
        found.filter(|(who, _)| whom == Whom::Anyone || whom == Whom::Only(*who)).collect()
    }

    fn got(&self, support: SupportId, whom: Whom, found: &[(Who, Start)]) -> String {
        let judged = self.judged(support, whom);
        if found.is_empty() {
            return if judged.is_empty() {
                self.cannot(support, whom)
            } else {
                format!("not offered; {}", judged.join("; "))
            };
        }
        let starts =
            found.iter().map(|(who, start)| format!("offered to {} {}", self.author.who(*who), Author::start(*start)));
        starts.chain(judged).collect::<Vec<_>>().join("; ")
    }

    /// The verdict for everybody it can concern.
    fn judged(&self, id: SupportId, whom: Whom) -> Vec<String> {
        let support = self.content.support(id);
        let everyone = self.journey.answers.everyone(support.about()).into_iter();
        let concerned = everyone.filter(|who| whom == Whom::Anyone || whom == Whom::Only(*who));
        let judge = |who: Who| {
            format!("{}: {}", self.author.who(who), self.author.verdict(&verdict(&self.judge, support, who)))
        };
        concerned.map(judge).collect()
    }

    fn cannot(&self, support: SupportId, whom: Whom) -> String {
        let about = match self.content.support(support).about() {
            signpost_core::pack::About::Child => "for a child: name the child, or `anyone`",
            signpost_core::pack::About::Family => "for the family: write `family` or `anyone`",
        };
        format!("never offered to {}: it is {about}", self.name(whom))
    }

    fn name(&self, whom: Whom) -> String {
        match whom {
            Whom::Anyone => "anyone".into(),
            Whom::Only(who) => self.author.who(who),
        }
    }
}

impl From {
    /// A month is met by any day of it.
    fn is_met_by(self, start: Start) -> bool {
        match (self, start) {
            (Self::Now, Start::Now) => true,
            (Self::Day(day), Start::On(start)) => day == start,
            (Self::Month(month), Start::On(start)) => month == start.month(),
            (Self::Month(month), Start::In(start)) => month == start,
            _ => false,
        }
    }
}

impl std::fmt::Display for From {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Now => write!(out, "from now"),
            Self::Day(day) => write!(out, "from {day}"),
            Self::Month(month) => write!(out, "from {month}"),
        }
    }
}
