//! Families as text, and what the tests ask of them, as text again.

use std::sync::LazyLock;

use signpost_core::catalogue::{About, Case, ChoiceId, Condition, Line, QuestionId, Rule, SupportId};
use signpost_core::content::Content;
use signpost_core::family::{Answer, Answers, ChildKey, Who};
use signpost_core::json::Json;
use signpost_core::judge::{Asking, Because, Judge, Tick, Verdict};
use signpost_core::path::Stop;
use signpost_core::plan::{GroupKind, Offer, Plan};
use signpost_core::time::{AgeSpan, Day, Milestone, Month, Start};
use signpost_core::visit::{Event, Visit};
use signpost_core::written::Written;

static SMALL: LazyLock<Content> = LazyLock::new(|| {
    let (content, problems) = written(include_str!("small.json")).content();
    assert_eq!(problems, [""; 0], "small.json");
    content
});

/// Content as it is written, from JSON.
pub fn written(json: &str) -> Written {
    serde_json::from_str(json).expect("content as it is written")
}

/// JSON as the tests read it: by another library than any browser's.
pub fn json(text: &str) -> Option<Json> {
    serde_json::from_str(text).ok().map(tree)
}

fn tree(value: serde_json::Value) -> Json {
    match value {
        serde_json::Value::Null => Json::Null,
        serde_json::Value::Bool(flag) => Json::Flag(flag),
        serde_json::Value::Number(number) => number.as_i64().map_or(Json::Null, Json::Whole),
        serde_json::Value::String(text) => Json::Text(text),
        serde_json::Value::Array(values) => Json::List(values.into_iter().map(tree).collect()),
        serde_json::Value::Object(members) => {
            Json::Object(members.into_iter().map(|(name, value)| (name, tree(value))).collect())
        }
    }
}

/// The small content.
pub fn small() -> &'static Content {
    &SMALL
}

/// The small content, as it is after this change.
pub fn changed(change: impl FnOnce(&mut Written)) -> &'static Content {
    let mut written = written(include_str!("small.json"));
    change(&mut written);
    Box::leak(Box::new(written.content().0))
}

/// One family on one day, and what it is asked and offered.
#[derive(Clone)]
pub struct Family {
    pub content: &'static Content,
    pub answers: Answers,
    pub today: Day,
}

/// Reads lines such as `role: mum, dad`, `child Ada`, `areas: skip`, `born: 2024-11`, `born: under-2`, `good-at: "chess"`.
/// What is asked about a child is about the child named last.
pub fn family(text: &str) -> Family {
    family_of(small(), text)
}

/// The same of another content.
pub fn family_of(content: &'static Content, text: &str) -> Family {
    let mut family = Family { content, answers: Answers::without_children(), today: day("2026-11-23") };
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.split_once(':') {
            Some((question, answer)) => family.tell(question, answer.trim()),
            None => family.add(line.strip_prefix("child").expect("a line is an answer or a child").trim()),
        }
    }
    family
}

pub fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

pub fn question(name: &str) -> QuestionId {
    small().question_named(name).unwrap_or_else(|| panic!("no question {name}"))
}

pub fn choice(name: &str) -> ChoiceId {
    small().choice_named(name).unwrap_or_else(|| panic!("no choice {name}"))
}

pub fn support(name: &str) -> SupportId {
    small().support_named(name).unwrap_or_else(|| panic!("no support {name}"))
}

/// `sleep, talk`, `skip`, `pna`, a month, or words in quotes.
pub fn answer(of: &str, text: &str) -> Answer {
    answer_of(small(), of, text)
}

fn answer_of(content: &Content, of: &str, text: &str) -> Answer {
    let choice = |name: &str| content.choice_named(name).unwrap_or_else(|| panic!("no choice {name}"));
    match text {
        "skip" => Answer::Skipped,
        "pna" => Answer::PreferNotToSay,
        text if text.starts_with('"') => Answer::Text(text.trim_matches('"').to_owned()),
        text => match Month::parse(text) {
            Some(month) => Answer::Month(month),
            None => Answer::Ticked(text.split(", ").map(|name| choice(&format!("{of}.{name}"))).collect()),
        },
    }
}

impl Family {
    fn add(&mut self, name: &str) {
        let key = self.answers.add_child().expect("room for a child");
        self.answers.name_child(key, name);
    }

    fn tell(&mut self, of: &str, text: &str) {
        let answer = answer_of(self.content, of, text);
        self.answers.set(self.content, self.question(of), self.asked(of), Some(answer));
    }

    fn question(&self, name: &str) -> QuestionId {
        self.content.question_named(name).unwrap_or_else(|| panic!("no question {name}"))
    }

    fn asked(&self, of: &str) -> Who {
        match self.content.question(self.question(of)).about {
            About::Family => Who::Family,
            About::Child => Who::Child(self.answers.children().last().expect("a child first").key),
        }
    }

    pub fn on(self, today: &str) -> Self {
        Self { today: day(today), ..self }
    }

    /// `family`, or a child by its name.
    pub fn who(&self, name: &str) -> Who {
        let child = self.answers.children().iter().find(|child| child.name == name);
        child.map_or(Who::Family, |child| Who::Child(child.key))
    }

    /// The child of this name.
    pub fn child(&self, name: &str) -> ChildKey {
        let Who::Child(child) = self.who(name) else { panic!("{name} is a child") };
        child
    }

    pub fn name(&self, who: Who) -> &str {
        match who {
            Who::Family => "family",
            Who::Child(key) => self.answers.child(key).map_or("?", |child| &child.name),
        }
    }

    pub fn asking(&self, of: &str, name: &str) -> Asking {
        Asking { question: self.question(of), who: self.who(name) }
    }

    /// The verdict on one case of these lines, about the first child if there is one.
    pub fn judged(&self, lines: Vec<Line>) -> String {
        self.ruled(&Rule { when: Some(one_case(lines)), unless: None }, 0)
    }

    /// The verdict on a rule, about the first child if there is one.
    pub fn ruled(&self, rule: &Rule, ahead: i32) -> String {
        let who = self.answers.children().first().map_or(Who::Family, |child| Who::Child(child.key));
        self.verdict(&Judge::new(self.content, &self.answers, self.today).rule(rule, who, ahead))
    }

    /// `yes areas.sleep`, `maybe care`, `maybe care, pointed`, `no`.
    pub fn verdict(&self, verdict: &Verdict) -> String {
        match verdict {
            Verdict::Yes(because) => format!("yes {}", reasons(because)).trim().to_owned(),
            Verdict::Maybe { unknown, pointed } => {
                let names = unknown.iter().map(|asking| self.content.question(asking.question).name.clone());
                format!("maybe {}{}", joined(names), if *pointed { ", pointed" } else { "" })
            }
            Verdict::No(_) => "no".into(),
        }
    }

    pub fn plan(&self) -> Plan {
        Plan::of(self.content, &self.answers, self.today)
    }

    /// `Ada: sleep-clinic`, `family: grant`, in the order of the list, universal ones left out.
    pub fn targeted(&self) -> String {
        let plan = self.plan();
        let targeted = plan.offers().filter(|offer| !self.content.support(offer.support).is_universal());
        joined(targeted.map(|offer| self.offer(offer)))
    }

    /// Every offer of the list.
    pub fn offered(&self) -> String {
        joined(self.plan().offers().map(|offer| self.offer(offer)))
    }

    /// `Child(Ada): talk-web | Universal: hub`.
    pub fn groups(&self) -> String {
        let plan = self.plan();
        let group = |kind: GroupKind| match kind {
            GroupKind::Child(key) => self.name(Who::Child(key)).to_owned(),
            kind => format!("{kind:?}").to_lowercase(),
        };
        let groups = plan.groups.iter().map(|each| {
            let names = each.offers.iter().map(|offer| self.content.support(offer.support).name.clone());
            format!("{}: {}", group(each.kind), joined(names))
        });
        groups.collect::<Vec<_>>().join(" | ")
    }

    /// `Ada: care-break after care`.
    pub fn possible(&self) -> String {
        let plan = self.plan();
        joined(plan.possible.iter().map(|possible| {
            let support = &self.content.support(possible.support).name;
            let asked = &self.content.question(possible.asking.question).name;
            format!("{}: {support} after {asked}", self.name(possible.who))
        }))
    }

    fn offer(&self, offer: &Offer) -> String {
        let start = start(offer.because.start);
        format!("{}: {}{start}", self.name(offer.who), self.content.support(offer.support).name)
    }

    /// A visit in which all this was told, and all doors are open.
    pub fn visit(&self) -> Visit {
        let mut visit = Visit { answers: self.answers.clone(), ..Visit::default() };
        self.content.sections().for_each(|(id, section)| visit.doors.set(id, section.has_door));
        visit
    }

    /// `children`, `door 3-home`, `areas of Ada`, `goals`.
    pub fn stop(&self, stop: Stop) -> String {
        match stop {
            Stop::Children => "children".into(),
            Stop::Door(section) => format!("door {}", self.content.section(section).name),
            Stop::Question(asking) => {
                let name = &self.content.question(asking.question).name;
                if asking.who == Who::Family { name.clone() } else { format!("{name} of {}", self.name(asking.who)) }
            }
        }
    }

    /// The stops of a visit in order.
    pub fn stops(&self, visit: &Visit) -> String {
        joined(visit.path(self.content, self.today).stops().map(|stop| self.stop(stop)))
    }

    pub fn after(&self, visit: Visit, event: Event) -> Visit {
        let path = visit.path(self.content, self.today);
        visit.after(self.content, self.today, &path, event).0
    }
}

pub fn one_case(lines: Vec<Line>) -> Condition {
    Condition { cases: vec![Case { lines }] }
}

pub fn any(names: &[&str]) -> Line {
    Line::Any(choices(names))
}

pub fn all(names: &[&str]) -> Line {
    Line::All(choices(names))
}

pub fn none(names: &[&str]) -> Line {
    Line::None(choices(names))
}

/// From one milestone until another; an empty end is open.
pub fn age(from: &str, until: &str) -> Line {
    let milestone = |text: &str| (!text.is_empty()).then(|| Milestone::parse(text).expect("a milestone"));
    Line::Age(AgeSpan { from: milestone(from), until: milestone(until) })
}

fn choices(names: &[&str]) -> Vec<ChoiceId> {
    names.iter().map(|name| choice(name)).collect()
}

fn reasons(because: &Because) -> String {
    let ticks = because.ticks.iter().map(|tick: &Tick| small().choice_name(tick.choice));
    let age = because.age.then(|| "age".to_owned());
    let ends = because.ends_this_month.then(|| "(ends this month)".to_owned());
    joined(ticks.chain(age)) + &start(because.start) + &ends.map(|ends| format!(" {ends}")).unwrap_or_default()
}

fn start(start: Start) -> String {
    match start {
        Start::Now => String::new(),
        Start::On(day) => format!(" from {day}"),
        Start::In(month) => format!(" from {month}"),
        Start::Soon => " soon".into(),
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}
