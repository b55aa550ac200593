//! The content that is shipped, built and tried as authors and the release do it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod common;

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use common::command::{End, Said, root, signpost};
use common::day_of_the_shipped_content;
use common::parts::{Parts, travelled};
use signpost_author::families::journey::{self, Journey};
use signpost_author::judge::check;
use signpost_author::make::build;
use signpost_author::make::pages;
use signpost_author::prove::{Essentials, prove};
use signpost_author::source::files::Files;
use signpost_author::source::problem::Level;
use signpost_author::source::report;
use signpost_core::catalogue::{QuestionId, Support, SupportId};
use signpost_core::content::Content;
use signpost_core::family::{Answer, Answers, Who};
use signpost_core::home;
use signpost_core::plan::Plan;
use signpost_core::search::search;
use signpost_core::sheet::{Sentence, SentenceId, Told};
use signpost_core::speech::Speaker;
use signpost_core::time::Day;
use signpost_core::written::Written;

fn scratch(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("signpost-{name}-{}", std::process::id()))
}

/// What a command says on that day.
fn said(words: &[&OsStr]) -> Said {
    signpost(day_of_the_shipped_content(), words)
}

/// Read once for all tests that look at it, as it is written and as the browser has it.
static WRITTEN: LazyLock<Written> =
    LazyLock::new(|| build::written(&check::check(&Files::read(&root().join("content")).unwrap()).0));
static CONTENT: LazyLock<Content> = LazyLock::new(|| travelled(&WRITTEN.clone().content().0));

/// Every family of the journeys, read once too.
static JOURNEYS: LazyLock<Vec<Journey>> = LazyLock::new(|| {
    let read = |path: &PathBuf| journey::read(&CONTENT, &Files::read_one(path).unwrap()).unwrap();
    families().iter().map(read).collect()
});

/// The files of the journeys, in order.
fn families() -> Vec<PathBuf> {
    let folder = fs::read_dir(root().join("tests/journeys")).unwrap();
    let mut families: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    families.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    families.sort();
    families
}

/// The ids of the supports for which a claim holds.
fn named(claim: impl Fn(SupportId, &Support) -> bool) -> Vec<&'static str> {
    CONTENT.supports().filter(|(id, support)| claim(*id, support)).map(|(_, support)| support.name.as_str()).collect()
}

fn built(folder: &Path, out: &Path) -> Said {
    said(&["build".as_ref(), folder.as_ref(), "--out".as_ref(), out.as_ref()])
}

#[test]
fn the_shipped_content_has_no_problem() {
    let said = said(&["check".as_ref(), root().join("content").as_ref()]);
    assert_eq!(said.end, End::Clean, "{}", said.text);
}

#[test]
fn nothing_that_is_shipped_needs_mending() {
    let files = Files::read(&root().join("content")).unwrap();
    let (_, mut problems) = check::all(&files, day_of_the_shipped_content());
    problems.retain(|problem| problem.level < Level::Note);
    // Facts grow old by themselves. `check` warns of them; whoever mends one thing need not mend all that day.
    problems.retain(|problem| !["checked-long-ago", "figure-past-review"].contains(&problem.rule));
    let lines: Vec<String> = problems.iter().map(|problem| report::line(&files, problem)).collect();
    assert_eq!(lines, [""; 0]);
}

/// The four parts that are built.
const BUILT: [&str; 4] = ["asked.txt", "asked.en.txt", "offered.txt", "offered.en.txt"];

/// The texts of the content that boot.js finds in the page.
fn said_by_the_page(page: &str) -> Vec<String> {
    let spans = page.split("<span data-says>").skip(1).filter_map(|rest| rest.split("</span>").next());
    let read =
        |text: &str| text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    spans.map(read).collect()
}

#[test]
fn the_browser_understands_everything_that_is_built() {
    let out = scratch("understood");
    let said = built(&root().join("content"), &out);
    assert_eq!(said.end, End::Clean, "{}", said.text);
    let four = BUILT.map(|name| fs::read(out.join(name)).unwrap());
    let on_page = said_by_the_page(&fs::read_to_string(out.join("start.en.html")).unwrap());
    fs::remove_dir_all(out).unwrap();
    let (whole, problems) = WRITTEN.clone().content();
    assert_eq!(problems, [""; 0]);
    assert_eq!(on_page, pages::start(&whole).1);
    let alone = Parts::of(&whole, &[]).weight();
    let parts = Parts { four, on_page };
    assert!(parts.weight() < alone, "what stands in the page does not travel a second time");
    let content = parts.read().unwrap();
    assert!(content == whole.travelling());
    assert_eq!(content.version, WRITTEN.version);
    assert_eq!(content.version.len(), 16);
    assert!(content.checked.is_some());
    assert!(content.born().is_some());
}

#[test]
fn no_figure_is_left_open_and_each_has_its_day_to_look_again() {
    assert!(!serde_json::to_string(&*WRITTEN).unwrap().contains("{figures."));
    let hours = WRITTEN
        .topics
        .iter()
        .flat_map(|topic| &topic.supports)
        .find(|support| support.id == "two-year-old-15-hours")
        .unwrap();
    assert_eq!(hours.review, "2027-04-06");
    let whom = [vec![hours.who.clone()], hours.one_of.clone(), hours.all_of.clone()].concat().join(" ");
    assert!(whom.contains("£15,400"), "{whom}");
}

#[test]
fn building_twice_gives_the_same_bytes() {
    let (one, other) = (scratch("one"), scratch("other"));
    let content = root().join("content");
    for out in [&one, &other] {
        let said = built(&content, out);
        assert_eq!(said.end, End::Clean, "{}", said.text);
    }
    for name in BUILT.into_iter().chain(["start.en.html", "crash.en.html", "kiosk-start.en.html", "languages.txt"]) {
        assert_eq!(fs::read(one.join(name)).unwrap(), fs::read(other.join(name)).unwrap());
    }
    let mut names: Vec<_> = fs::read_dir(&one).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    let [asked, asked_texts, offered, offered_texts] = BUILT;
    let kiosk = ["kiosk-crash.en.html", "kiosk-start.en.html"];
    let all =
        [[asked_texts, asked, "crash.en.html"].as_slice(), &kiosk, &["languages.txt", offered_texts, offered]].concat();
    let of_sites = ["hub.css", "hub.html", "hub.txt", "school.css", "school.html", "school.svg", "school.txt"]
        .map(|file| format!("site.example-{file}"));
    let all = all.into_iter().map(str::to_owned).chain(of_sites).chain(["sites.txt".into(), "start.en.html".into()]);
    assert_eq!(names, all.map(std::ffi::OsString::from).collect::<Vec<_>>(), "nothing is left beside them");
    [one, other].iter().for_each(|out| fs::remove_dir_all(out).unwrap());
}

#[test]
fn another_word_is_another_version() {
    let files = Files::read(&root().join("content")).unwrap();
    let versions = ["", "!"].map(|more| {
        let texts =
            files.iter().map(|file| (file.name.as_str(), file.text.replace("£15,400", &format!("£15,400{more}"))));
        let texts: Vec<(&str, String)> = texts.collect();
        let (draft, _) = check::check(&Files::of(texts.iter().map(|(name, text)| (*name, text.as_str()))));
        build::written(&draft).version
    });
    assert_ne!(versions[0], versions[1]);
}

#[test]
fn with_a_problem_nothing_is_written() {
    let (content, out) = (scratch("bad"), scratch("none"));
    fs::create_dir_all(&content).unwrap();
    fs::write(content.join("figures.toml"), "[[figure]]\n").unwrap();
    let said = built(&content, &out);
    assert_eq!(said.end, End::Problems);
    assert!(!out.exists());
    fs::remove_dir_all(content).unwrap();
    assert_eq!(built(&out, &out).end, End::CouldNotRun);
}

#[test]
fn the_page_without_javascript_has_every_urgent_number_and_every_universal_support() {
    let (page, _) = pages::start(&CONTENT);
    let universal = CONTENT.supports().filter(|(_, support)| !support.urgent && support.is_universal());
    assert_eq!(page.matches("<li class=\"everyone-support\">").count(), universal.count());
    for number in ["tel:999", "tel:111", "tel:116123", "tel:08001111", "SHOUT to 85258"] {
        assert!(page.contains(number), "{number}");
    }
    assert!(!page.contains(['{', '}']), "no placeholder is left");
    assert!(!page.contains("style=") && !page.contains("<script"), "nothing that the security policy forbids");
}

#[test]
fn every_family_of_the_journeys_gets_the_list_it_should() {
    let families = families();
    assert!(families.len() >= 60, "{} families", families.len());
    let content = root().join("content");
    let words = ["try".as_ref(), "--content".as_ref(), content.as_os_str()];
    let said = said(&words.into_iter().chain(families.iter().map(|path| path.as_os_str())).collect::<Vec<_>>());
    assert_eq!(said.end, End::Clean, "{}", said.text);
}

/// What the sheet would say of an answer in one sentence, whether it has a place for it or not.
fn on_paper(answers: &Answers, question: QuestionId, who: Who) -> Option<Sentence> {
    let told = match answers.get(&CONTENT, question, who).filter(|_| !CONTENT.question(question).sensitive)? {
        Answer::Ticked(ticks) => Told::Ticked(ticks.clone()),
        Answer::Text(text) => Told::Words(text.clone()),
        _ => return None,
    };
    Some(Sentence { id: SentenceId { question, who, choice: None }, told, on: true })
}

#[test]
fn no_family_reads_a_placeholder_in_what_it_told_us() {
    for (journey, file) in JOURNEYS.iter().zip(families()) {
        let answers = journey.answers();
        let speaker = Speaker::new(&CONTENT, answers);
        let plan = Plan::of(&CONTENT, answers, journey.today());
        let reasons = plan.offers().flat_map(|offer| speaker.reasons(offer));
        let everyone = CONTENT.questions().flat_map(|(id, question)| {
            let written = move |who| Some(speaker.sentence(&on_paper(answers, id, who)?));
            answers
                .everyone(question.about)
                .into_iter()
                .flat_map(move |who| [speaker.answer(id, who), written(who)].into_iter().flatten())
        });
        for sentence in reasons.chain(everyone) {
            assert!(!sentence.contains(['{', '}']), "{}: {sentence}", file.display());
        }
    }
}

#[test]
fn every_support_is_expected_of_some_family() {
    let expected: BTreeSet<SupportId> = JOURNEYS.iter().flat_map(Journey::offers).collect();
    assert_eq!(named(|id, _| !expected.contains(&id)), [""; 0]);
}

#[test]
fn every_support_that_is_not_for_all_is_withheld_from_some_family() {
    let withheld: BTreeSet<SupportId> = JOURNEYS.iter().flat_map(Journey::never).collect();
    let for_all =
        |support: &Support| support.is_universal() && support.rule.when.is_none() && support.rule.unless.is_none();
    assert_eq!(named(|id, support| !for_all(support) && !withheld.contains(&id)), [""; 0]);
}

#[test]
fn every_support_gives_the_parent_two_or_three_questions_to_ask() {
    let few_or_many = |id| !(2..=3).contains(&CONTENT.texts.support(id).questions.len());
    assert_eq!(named(|id, support| !support.urgent && few_or_many(id)), [""; 0]);
}

#[test]
fn every_family_opens_with_a_sentence_saying_who_it_is() {
    for entry in fs::read_dir(root().join("tests/journeys")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("# "), "{}", path.display());
    }
}

/// What a family takes home.
fn taken_home(journey: &Journey) -> Vec<SupportId> {
    let (answers, today) = (journey.answers(), journey.today());
    home::of(&CONTENT, answers, &Plan::of(&CONTENT, answers, today), today)
}

#[test]
fn the_list_of_every_family_fits_a_link_whole_and_is_the_same_at_home() {
    for (journey, file) in JOURNEYS.iter().zip(families()) {
        let mut list = taken_home(journey);
        let taken = home::write(&CONTENT, &list);
        let brought = home::read(&CONTENT, &taken.text).unwrap();
        list.sort_unstable();
        assert!(taken.left_out == 0 && taken.text.len() <= home::MOST_LETTERS, "{}", file.display());
        assert_eq!((brought.supports, brought.gone, brought.elsewhere), (list, 0, false), "{}", file.display());
    }
}

/// Of everything that no answer behind a door can bring: no family has a longer list.
#[test]
fn the_longest_list_that_can_be_taken_home_fits_a_link() {
    let supports = CONTENT.supports().filter(|(_, support)| !support.urgent && !home::tells(&CONTENT, support));
    let longest: Vec<SupportId> = supports.map(|(id, _)| id).collect();
    let taken = home::write(&CONTENT, &longest);
    assert_eq!(taken.left_out, 0, "{} supports take more than {} letters", longest.len(), home::MOST_LETTERS);
}

#[test]
fn what_only_private_answers_bring_is_never_taken_home() {
    let specialist = ["child-hurt", "domestic-abuse-local", "food-bank", "debt-advice", "perinatal-mental-health"];
    let taken: BTreeSet<SupportId> = JOURNEYS.iter().flat_map(taken_home).collect();
    for name in specialist {
        assert!(!taken.contains(&CONTENT.support_named(name).unwrap()), "{name}");
    }
    assert!(taken.len() > 40, "{} supports are taken home by somebody", taken.len());
}

/// What a parent types, and the support that must come first.
const SEARCHES: [(&str, &str); 26] = [
    ("money for nappies", "bills-help"),
    ("nappys", "bills-help"),
    ("won't sleep", "sleep-help"),
    ("slepe", "sleep-help"),
    ("free hours", "universal-15-hours"),
    ("kicked out of nursery", "exclusion-advice"),
    ("expelled", "exclusion-advice"),
    ("speach therapy", "speech-and-language"),
    ("autsim", "autism-adhd-assessment"),
    ("damp", "shelter-housing"),
    ("no food", "food-bank"),
    ("bailiffs", "debt-advice"),
    ("my child hits me", "child-hurts-parent"),
    ("EHCP", "ehc-needs-assessment"),
    ("breastfeeding", "new-baby-helplines"),
    ("miscarriage", "pregnancy-and-baby-loss"),
    ("nappies", "bills-help"),
    ("childcare", "tax-free-childcare"),
    ("childline", "childline"),
    ("kill myself", "samaritans"),
    ("i want to die", "samaritans"),
    ("suicide", "samaritans"),
    ("womens aid", "national-domestic-abuse-helpline"),
    ("homless", "council-homelessness"),
    ("child benefit", "child-benefit"),
    ("fsm", "free-school-meals"),
];

#[test]
fn everyday_words_find_what_a_parent_means_by_them() {
    let named = |id: SupportId| CONTENT.support(id).name.as_str();
    let first = |typed| search(&CONTENT, typed).into_iter().take(3).map(named).collect::<Vec<_>>();
    let found = SEARCHES.map(|(typed, wanted)| (typed, wanted, first(typed)));
    let missed: Vec<_> = found.iter().filter(|(_, wanted, found)| found.first() != Some(wanted)).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn words_that_nothing_goes_by_find_nothing() {
    for typed in ["", "  ", "?", "a", "xylophone"] {
        assert_eq!(search(&CONTENT, typed), [], "{typed}");
    }
}

/// Whoever has two minutes is asked what decides most: hardly less than the best questions that there are.
#[test]
fn the_essential_questions_are_those_that_decide_most() {
    let files = Files::read(&root().join("content")).unwrap();
    let proof = prove(&check::check(&files).0, Day::parse("2026-11-26").unwrap()).unwrap();
    let Essentials { marked, enough, best, .. } = proof.essentials;
    let most = best.last().map_or(0, |(_, enough)| *enough);
    assert_eq!(marked.len(), best.len(), "{marked:?}");
    assert!(enough * 10 >= most * 9, "{marked:?} are enough for {enough} supports, {best:?} for {most}");
}
