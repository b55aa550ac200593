//! How the cost of checking, building and planning grows with the number of supports, on content that is generated.
//! It prints and asserts nothing: `cargo bench -p signpost-author`.
#![allow(
    missing_docs,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "it prints, and stops where it cannot go on"
)]

use std::cell::Cell;
use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion};
use signpost_author::judge::check;
use signpost_author::make::build;
use signpost_author::make::generate::{self, Size};
use signpost_author::source::files::Files;
use signpost_core::catalogue::Kind;
use signpost_core::content::Content;
use signpost_core::family::{Answer, Answers, Who};
use signpost_core::judge::Asking;
use signpost_core::plan::{Kept, Plan};
use signpost_core::time::{Day, Month};
use signpost_core::visit::{Event, Visit};
use signpost_core::wire;

const SUPPORTS: [usize; 3] = [100, 1_000, 10_000];
const QUESTIONS: usize = 200;
const SEED: u64 = 1;

/// The time of one run, as criterion asked for it, by what was run and with how many supports.
type Times = BTreeMap<(&'static str, usize), Vec<Duration>>;

fn main() {
    let quick = Criterion::default().sample_size(10).warm_up_time(Duration::from_millis(500));
    let mut criterion = quick.measurement_time(Duration::from_secs(2)).configure_from_args();
    let mut times = Times::new();
    for supports in SUPPORTS {
        measure(&mut criterion, &mut times, supports);
    }
    criterion.final_summary();
    table(&times);
}

fn measure(criterion: &mut Criterion, times: &mut Times, supports: usize) {
    let texts = generate::content(Size { supports, questions: QUESTIONS }, SEED);
    let parts = built(&texts);
    let content = opened(&parts);
    let visit = visit(&content);
    let today = today();
    let mut run = |what, step: &dyn Fn()| one(criterion, times, (what, supports), step);
    run("check", &|| drop(black_box(check::check(&files(&texts)))));
    run("build", &|| drop(black_box(built(&texts))));
    run("open the parts", &|| drop(black_box(opened(&parts))));
    run("plan", &|| drop(black_box(Plan::of(&content, &visit.answers, today))));
    let (path, plan) = (visit.path(&content, today), Kept::nothing(&content).again(&visit.answers, today));
    let kept = Cell::new(Some((visit.clone(), path, plan)));
    run("one tick: event, path, plan", &|| {
        let (before, path, plan) = kept.take().unwrap();
        let event = tick(&content, &before);
        let (after, path) = before.after(&content, today, &path, event);
        let plan = plan.again(&after.answers, today);
        kept.set(Some((after, path, plan)));
    });
}

fn one(criterion: &mut Criterion, times: &mut Times, (what, supports): (&'static str, usize), step: &dyn Fn()) {
    let taken = times.entry((what, supports)).or_default();
    let mut group = criterion.benchmark_group(what);
    group.bench_function(BenchmarkId::from_parameter(supports), |bencher| {
        bencher.iter_custom(|runs| {
            let begun = Instant::now();
            (0..runs).for_each(|_| step());
            let whole = begun.elapsed();
            taken.push(whole / u32::try_from(runs).unwrap());
            whole
        });
    });
}

fn table(times: &Times) {
    println!("{:30}{:>9} {:>12} {:>12} {:>8}", "", "supports", "least", "median", "ratio");
    let mut before: Option<(&str, Duration)> = None;
    for ((what, supports), taken) in times {
        let mut taken = taken.clone();
        taken.sort();
        let (Some(least), Some(median)) = (taken.first(), taken.get(taken.len() / 2)) else { continue };
        let smaller = before.filter(|(other, _)| other == what);
        let ratio = smaller.map_or(String::new(), |(_, smaller)| format!("× {:.1}", median.div_duration_f64(smaller)));
        println!("{what:30}{supports:>9} {:>12} {:>12} {ratio:>8}", shown(*least), shown(*median));
        before = Some((what, *median));
    }
}

fn shown(time: Duration) -> String {
    format!("{:.3} ms", time.as_secs_f64() * 1_000.0)
}

fn files(texts: &[(String, String)]) -> Files {
    Files::of(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())))
}

/// Everything that `cargo signpost build` does, short of the pages and of writing it down.
fn built(texts: &[(String, String)]) -> [Vec<u8>; 4] {
    let (draft, problems) = check::check(&files(texts));
    assert_eq!(problems, [], "generated content has no problems");
    let (content, problems) = build::written(&draft).content();
    assert_eq!(problems, [""; 0]);
    let (asked, offered) = (wire::asked(&content), wire::offered(&content));
    [asked, wire::asked_texts(&content), offered, wire::offered_texts(&content, &[])]
}

/// The content as the widget has it when all of it has come.
fn opened([asked, asked_texts, offered, offered_texts]: &[Vec<u8>; 4]) -> Content {
    let content = wire::read(asked, asked_texts).unwrap();
    wire::bring(&content, offered, offered_texts, &[]).unwrap();
    content
}

fn today() -> Day {
    Day::new(2026, 11, 23).unwrap()
}

/// A family with two children that answered two questions in three, each with one choice or two.
fn visit(content: &Content) -> Visit {
    let mut dice = fastrand::Rng::with_seed(SEED);
    let mut answers = Answers::without_children();
    let born = [Month::new(2024, 5), Month::new(2017, 2)].map(|month| (answers.add_child().unwrap(), month.unwrap()));
    for (id, question) in content.questions().filter(|(_, question)| question.kind != Kind::Text) {
        for who in answers.everyone(question.about) {
            let ticks = dice.choose_multiple(&question.choices, 2);
            let told = dice.u8(0..3) > 0;
            answers.set(content, id, who, told.then(|| Answer::Ticked(ticks.into_iter().copied().collect())));
        }
    }
    for (child, month) in born {
        answers.set(content, content.born().unwrap(), Who::Child(child), Some(Answer::Month(month)));
    }
    Visit { answers, ..Visit::default() }
}

/// The first thing a parent may want is ticked, or unticked where it was ticked.
fn tick(content: &Content, visit: &Visit) -> Event {
    let goal = content.choice_named("goals.goal-1").unwrap();
    let asking = Asking { question: content.choice(goal).question, who: Who::Family };
    let answer = visit.answers.get(content, asking.question, asking.who);
    let ticked = matches!(answer, Some(Answer::Ticked(ticks)) if ticks.contains(&goal));
    Event::ChoiceSet(asking, goal, !ticked)
}
