//! Every family that a proof or a comparison names is what it is said to be, by the judge of the list and by nothing
//! but what is told of them: on contents that nobody wrote, changed in small ways that nobody thought of.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;
use signpost_author::format::draft::Draft;
use signpost_author::judge::check;
use signpost_author::make::build;
use signpost_author::make::generate::{Size, content};
use signpost_author::prove::diff::{Difference, compare};
use signpost_author::prove::{Family, prove};
use signpost_author::source::files::Files;
use signpost_author::source::problem::Level;
use signpost_core::content::Content;
use signpost_core::family::{Answer, Answers, Who};
use signpost_core::judge::Judge;
use signpost_core::plan::Plan;
use signpost_core::time::{Day, Month};

type Texts = Vec<(String, String)>;

/// A change of one file: of the places where it can be made, the how-manieth.
#[derive(Clone, Debug)]
struct Change {
    what: usize,
    place: usize,
}

/// What stands there, and what stands there instead. A change that no content may have is not made.
const CHANGES: [(&str, &str); 17] = [
    ("{ any = ", "{ none = "),
    ("{ any = ", "{ all = "),
    ("{ none = ", "{ any = "),
    ("{ is = ", "{ is_not = "),
    ("{ is_not = ", "{ is = "),
    ("kind = \"many\"", "kind = \"one\""),
    ("kind = \"one\"", "kind = \"many\""),
    ("alone = true\n", ""),
    ("unsure = true\n", "urgent = true\n"),
    (".answer-1\"", ".answer-2\""),
    (".answer-2\"", ".answer-3\""),
    (".goal-1\"", ".goal-2\""),
    ("2 years", "16 years"),
    ("[[question.choice]]\n", "[[question.choice]]\nid = \"play\"\nlabel = \"Play\"\n[[question.choice]]\n"),
    ("[[question.choice]]\nid = \"answer-3\"\nlabel = \"Yes, answer-3\"\n", ""),
    (
        "[[support.offer_when]]\n",
        "[[support.offer_unless]]\nlines = [{ none = [\"goals.goal-1\"] }]\n[[support.offer_when]]\n",
    ),
    (
        "[[support.offer_when]]\n",
        "[[support.offer_when]]\nlines = [{ any = [\"goals.goal-3\"] }]\n[[support.offer_when]]\n",
    ),
];

fn change() -> impl Strategy<Value = Change> {
    (0..CHANGES.len(), 0..1_000_usize).prop_map(|(what, place)| Change { what, place })
}

fn made(texts: &Texts, change: &Change) -> Texts {
    let (from, to) = CHANGES[change.what];
    let places: Vec<(usize, usize)> = texts
        .iter()
        .enumerate()
        .flat_map(|(file, (_, text))| text.match_indices(from).map(move |(start, _)| (file, start)))
        .collect();
    let mut changed = texts.clone();
    if let Some((file, start)) = places.get(change.place % places.len().max(1)) {
        changed[*file].1.replace_range(*start..start + from.len(), to);
    }
    changed
}

/// The content, if it is one. A content that nobody changed must be.
fn draft(texts: &Texts) -> Option<Draft> {
    let (draft, problems) = check::check(&Files::of(texts.iter().map(|(name, text)| (name.as_str(), text.as_str()))));
    problems.iter().all(|problem| problem.level != Level::Error).then_some(draft)
}

fn changed(texts: Texts, changes: &[Change]) -> Texts {
    changes.iter().fold(texts, |texts, change| {
        let changed = made(&texts, change);
        if draft(&changed).is_some() { changed } else { texts }
    })
}

fn compiled(draft: &Draft) -> Content {
    build::written(draft).content().0
}

fn today() -> Day {
    Day::parse("2026-11-24").unwrap()
}

/// A family as one content understands what is told of them. Whatever is marked as known to the other content only is
/// unknown here, and everything else must be known.
struct Told<'a> {
    content: &'a Content,
    answers: Answers,
    today: Day,
}

impl<'a> Told<'a> {
    fn of(family: &Family, content: &'a Content, unknown: &str) -> Self {
        let (mut told, mut who) = (Self { content, answers: Answers::without_children(), today: today() }, Who::Family);
        for line in family.journey().lines() {
            match line.split_once(' ') {
                Some(("today", day)) => told.today = Day::parse(day).unwrap(),
                Some(("child", _)) => who = Who::Child(told.answers.add_child().unwrap()),
                Some(("", answer)) => told.answer(answer.trim(), who, unknown),
                _ => {}
            }
        }
        told
    }

    fn answer(&mut self, answer: &str, who: Who, unknown: &str) {
        let (question, said) = answer.split_once(": ").unwrap();
        let known = said.split(", ").filter(|said| !said.ends_with(unknown));
        let known: Vec<&str> = known.map(|said| said.split(" (only").next().unwrap()).collect();
        if known.is_empty() {
            return;
        }
        let id = self.content.question_named(question).unwrap_or_else(|| panic!("{question} is not marked"));
        let tick = |name: &&str| {
            let tick = self.content.choice_named(&format!("{question}.{name}"));
            tick.unwrap_or_else(|| panic!("{question}.{name} is not marked"))
        };
        let month = Month::parse(known[0]).map(Answer::Month);
        let answer = month.unwrap_or_else(|| Answer::Ticked(known.iter().map(tick).collect()));
        self.answers.set(self.content, id, who, Some(answer));
    }

    fn is_asked(&self, name: &str) -> bool {
        let judge = Judge::new(self.content, &self.answers, self.today);
        let id = self.content.question_named(name).unwrap();
        let first = self.answers.everyone(self.content.question(id).about).into_iter().next();
        first.is_some_and(|who| judge.asks(id, who))
    }

    fn is_offered(&self, name: &str) -> bool {
        let plan = Plan::of(self.content, &self.answers, self.today);
        let id = self.content.support_named(name).unwrap();
        let first = self.answers.everyone(self.content.support(id).about).into_iter().next();
        plan.urgent.contains(&id) || first.is_some_and(|who| plan.offer(id, who).is_some())
    }
}

/// Whether both contents say of every family that was named what the comparison says.
fn holds(
    (old, new): (&Content, &Content),
    differences: &[Difference],
    met: fn(&Told<'_>, &str) -> bool,
) -> Result<(), TestCaseError> {
    for difference in differences {
        let of = |family: &Family| {
            let before = met(&Told::of(family, old, "(only in the new content)"), &difference.name);
            (before, met(&Told::of(family, new, "(only in the old content)"), &difference.name))
        };
        if let Some(family) = &difference.gains {
            prop_assert_eq!(of(family), (false, true), "{} gains {}", difference.name, family.line());
        }
        if let Some(family) = &difference.loses {
            prop_assert_eq!(of(family), (true, false), "{} loses {}", difference.name, family.line());
        }
    }
    Ok(())
}

/// What mostly is not so, for all families and for some: each is broken by a family that the proof has to name.
const INVARIANTS: &str = r#"
[[invariant]]
id = "for-nobody"
about = "family"
says = "Nobody is offered these."
never = ["support-2", "support-3", "support-4", "support-5"]
[[invariant]]
id = "for-everybody"
about = "family"
says = "Everybody is offered these."
always = ["support-6", "support-7", "support-8"]
[[invariant]]
id = "for-some"
about = "family"
says = "Who wants the first goal is not offered these."
never = ["support-9", "support-10", "support-11"]
always = ["support-12"]
case = [{ lines = [{ any = ["goals.goal-1"] }] }, { lines = [{ any_child = "age-3" }] }]
[[invariant]]
id = "for-a-child"
about = "child"
says = "Children of this age are not offered these."
never = ["support-3", "support-9"]
never_tagged = ["public-fund"]
case = [{ lines = [{ is = "age-2" }, { is_not = "known-1" }] }]
"#;

/// Contents for each property; `SIGNPOST_CONTENTS=2000` looks longer.
fn cases() -> u32 {
    std::env::var("SIGNPOST_CONTENTS").ok().and_then(|number| number.parse().ok()).unwrap_or(30)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_family_who_gains_or_loses_something_does_by_the_list_of_either_content(seed in 0..1_000_u64, changes in prop::collection::vec(change(), 1..5)) {
        let before = content(Size { supports: 14, questions: 12 }, seed);
        let after = changed(before.clone(), &changes);
        let (old, new) = (draft(&before).unwrap(), draft(&after).unwrap());
        let found = compare(&old, &new, today()).unwrap_or_else(|sentence| panic!("{sentence}"));
        let both = (compiled(&old), compiled(&new));
        holds((&both.0, &both.1), &found.questions.changed, |told, name| told.is_asked(name))?;
        holds((&both.0, &both.1), &found.supports.changed, |told, name| told.is_offered(name))?;
    }

    #[test]
    fn a_family_who_meets_something_by_proof_meets_it_by_the_list(seed in 0..1_000_u64, changes in prop::collection::vec(change(), 0..5)) {
        let mut texts = content(Size { supports: 14, questions: 12 }, seed);
        texts.push(("invariants.toml".into(), INVARIANTS.into()));
        let draft = draft(&changed(texts, &changes)).unwrap();
        let proof = prove(&draft, today()).unwrap_or_else(|sentence| panic!("{sentence}"));
        prop_assert!(proof.problems.iter().any(|problem| problem.rule == "broken-invariant"));
        let content = compiled(&draft);
        for reached in &proof.questions {
            let met = reached.family.as_ref().is_none_or(|it| Told::of(it, &content, "-").is_asked(&reached.name));
            prop_assert!(met, "{} {}", reached.name, reached.family.as_ref().map(Family::line).unwrap_or_default());
        }
        for reached in &proof.supports {
            let met = reached.family.as_ref().is_none_or(|it| Told::of(it, &content, "-").is_offered(&reached.name));
            prop_assert!(met, "{} {}", reached.name, reached.family.as_ref().map(Family::line).unwrap_or_default());
        }
    }
}

#[test]
fn the_changes_that_are_tried_are_real_ones() {
    let before = content(Size { supports: 40, questions: 30 }, 1);
    for (what, change) in CHANGES.iter().enumerate() {
        let real = (0..40).any(|place| {
            let after = made(&before, &Change { what, place });
            after != before && draft(&after).is_some()
        });
        assert!(real, "{change:?}");
    }
}

#[test]
fn a_new_goal_takes_nothing_from_a_family_who_cannot_see_why() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let files = Files::read(&folder).unwrap();
    let of_all = files.iter().filter(|file| !file.name.starts_with("sites"));
    let before: Texts = of_all.map(|file| (file.name.clone(), file.text.clone())).collect();
    let play = "id = \"play\"\nlabel = \"Play more together\"\n[[question.choice]]\n";
    let mut after = before.clone();
    let (_, text) = after.iter_mut().find(|(_, text)| text.contains("\nid = \"goals\"\n")).unwrap();
    let goals = text.find("\nid = \"goals\"\n").unwrap();
    let first = goals + text[goals..].find("[[question.choice]]\n").unwrap() + "[[question.choice]]\n".len();
    text.insert_str(first, play);
    let (old, new) = (draft(&before).unwrap(), draft(&after).unwrap());
    let found = compare(&old, &new, today()).unwrap();
    let both = (compiled(&old), compiled(&new));
    holds((&both.0, &both.1), &found.supports.changed, |told, name| told.is_offered(name)).unwrap();
    let loses = found.supports.changed.iter().filter_map(|changed| changed.loses.as_ref()).map(Family::line);
    assert!(
        loses.clone().all(|line| line.contains("goals: play (only in the new content)")),
        "{:?}",
        loses.collect::<Vec<_>>()
    );
}
