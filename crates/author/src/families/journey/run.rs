//! Runs a journey: works out the list and compares it with what is expected.

use signpost_core::catalogue::SupportId;
use signpost_core::content::Content;
use signpost_core::family::Who;
use signpost_core::judge::Judge;
use signpost_core::path::{Doors, Path};
use signpost_core::plan::{Plan, verdict};
use signpost_core::time::Start;

use crate::families::explain::Author;
use crate::families::journey::{Expected, From, Journey, Wants, Whole, Whom};
use crate::source::problem::{At, Problem};

/// How many cards are told of a list that begins otherwise.
const BEGINNING: usize = 5;

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
    let failures = journey.expected.iter().filter_map(|expected| run.failure(expected));
    let whole = journey.whole.iter().filter_map(|whole| run.otherwise(whole));
    Outcome {
        checked: journey.expected.len() + journey.whole.len(),
        warnings: journey.warnings.iter().cloned().chain(warnings).collect(),
        failures: failures.chain(whole).collect(),
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
    fn not_asked(&self, given: &At<(signpost_core::catalogue::QuestionId, Who)>) -> Option<Problem> {
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
        let Expected { wants, whom, support, from } = expected.value;
        let found = self.found(support, whom);
        let offered = found.iter().any(|(_, start)| from.is_none_or(|from| from.is_met_by(*start)));
        let met = match wants {
            Wants::Offered => offered,
            Wants::First => offered && self.is_in_first_group(support, whom),
            Wants::Nowhere => !offered,
        };
        (!met).then(|| {
            let wanted = match wants {
                Wants::Offered => "should be offered",
                Wants::First => "should be offered, in the first group of the list,",
                Wants::Nowhere => "should never be offered",
            };
            let since = from.map(|from| format!(" {from}")).unwrap_or_default();
            let says = format!("{} {wanted} `{}`{since}", self.name(whom), self.content.support(support).name);
            Problem::new(expected.spot, says).meant(self.got(support, whom, &found))
        })
    }

    /// What is not so of the list as a whole.
    fn otherwise(&self, whole: &At<Whole>) -> Option<Problem> {
        match &whole.value {
            Whole::Screens(most) => {
                let screens = self.screens();
                let says = format!("the questions should take at most {most} screens, and take {screens}");
                (screens > *most).then(|| Problem::new(whole.spot, says))
            }
            Whole::Begins(wanted) => {
                let cards = self.cards();
                let begins = cards.iter().take(wanted.len()).eq(wanted);
                let says = format!("the list should begin with {}", self.names(wanted, "; "));
                let begin = self.names(&cards[..cards.len().min(wanted.len().max(BEGINNING))], "; ");
                (!begins).then(|| Problem::new(whole.spot, says).meant(format!("it begins with {begin}")))
            }
            Whole::InOrder(wanted) => {
                let cards = self.cards();
                let place = |support: &SupportId| cards.iter().position(|card| card == support);
                let pair = wanted.windows(2).find(|pair| match (place(&pair[0]), place(&pair[1])) {
                    (Some(one), Some(other)) => one > other,
                    _ => true,
                })?;
                let says = format!("`{}` should stand before `{}`", self.id(pair[0]), self.id(pair[1]));
                let where_is = |support: SupportId| match place(&support) {
                    Some(place) => format!("`{}` is card {}", self.id(support), place + 1),
                    None => format!("`{}` is not on the list", self.id(support)),
                };
                let found = format!("{}, {}", where_is(pair[0]), where_is(pair[1]));
                Some(Problem::new(whole.spot, says).meant(found))
            }
        }
    }

    /// The cards of the list in their order.
    fn cards(&self) -> Vec<SupportId> {
        self.plan.cards().filter_map(|offers| offers.first()).map(|offer| offer.support).collect()
    }

    fn names(&self, supports: &[SupportId], by: &str) -> String {
        supports.iter().map(|&support| self.id(support)).collect::<Vec<_>>().join(by)
    }

    fn id(&self, support: SupportId) -> &str {
        &self.content.support(support).name
    }

    fn is_in_first_group(&self, support: SupportId, whom: Whom) -> bool {
        let offers = self.plan.groups.first().map_or(&[][..], |group| &group.offers);
        offers.iter().any(|offer| offer.support == support && (whom == Whom::Anyone || whom == Whom::Only(offer.who)))
    }

    /// How many screens it takes to be asked everything. Where something is answered, the door was opened.
    fn screens(&self) -> usize {
        let mut doors = Doors::default();
        for given in &self.journey.given {
            let section = self.content.question(given.value.0).section;
            doors.set(section, self.content.section(section).has_door);
        }
        Path::of(self.content, &self.journey.answers, &doors, &self.judge).stops().count()
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
        let everyone = self.journey.answers.everyone(support.about).into_iter();
        let concerned = everyone.filter(|who| whom == Whom::Anyone || whom == Whom::Only(*who));
        let judge = |who: Who| {
            format!("{}: {}", self.author.who(who), self.author.verdict(&verdict(&self.judge, support, who)))
        };
        concerned.map(judge).collect()
    }

    fn cannot(&self, support: SupportId, whom: Whom) -> String {
        let about = match self.content.support(support).about {
            signpost_core::catalogue::About::Child => "for a child: name the child, or `anyone`",
            signpost_core::catalogue::About::Family => "for the family: write `family` or `anyone`",
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
