//! The map of the path: picture and list say the same, every link leads somewhere, and the page stands alone.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must stop")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use common::command::{End, root, shipped, signpost};
use common::{QUESTIONS, SUPPORT, with};
use signpost_author::judge::check::check;
use signpost_author::make::build;
use signpost_author::make::map;
use signpost_author::source::files::Files;
use signpost_core::catalogue::{Asked, Question};
use signpost_core::content::Content;
use signpost_core::time::Day;

static CONTENT: LazyLock<Content> = LazyLock::new(shipped);
static MAP: LazyLock<String> = LazyLock::new(|| map::page(&CONTENT));

fn today() -> Day {
    Day::parse("2026-11-24").unwrap()
}

fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    page.split(&format!(" {attribute}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// What stands from here up to there.
fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = page.split_once(from).unwrap_or_else(|| panic!("{from} is not there"));
    rest.split(to).next().unwrap_or_default()
}

/// What the list says about a question.
fn about<'a>(page: &'a str, question: &str) -> &'a str {
    between(page, &format!("id=\"question-{question}\""), "<li class=\"question\"")
}

fn made(questions: &str, supports: &str) -> String {
    let files = with(QUESTIONS, |base| format!("{base}{questions}"));
    let files = files
        .iter()
        .map(|(name, text)| (name.as_str(), if name == SUPPORT { format!("{text}{supports}") } else { text.clone() }));
    let files: Vec<(&str, String)> = files.collect();
    let (draft, problems) = check(&Files::of(files.iter().map(|(name, text)| (*name, text.as_str()))));
    assert_eq!(problems, []);
    map::page(&build::written(&draft).content().0)
}

#[test]
fn every_question_is_a_stop_of_the_picture_and_a_part_of_the_list() {
    let picture = between(&MAP, "<svg", "</svg>");
    assert_eq!(picture.matches("<circle class=\"stop").count(), CONTENT.questions().count());
    for (place, question) in in_order().into_iter().enumerate() {
        assert!(picture.contains(&format!("<tspan class=\"number\">{}</tspan>", place + 1)), "{}", question.name);
        let said = about(&MAP, &question.name);
        assert!(said.starts_with(&format!(" value=\"{}\">", place + 1)), "{}", question.name);
        assert!(said.contains("Asked "), "{}", question.name);
    }
    let order: Vec<&str> = values(&MAP, "id").into_iter().filter_map(|id| id.strip_prefix("question-")).collect();
    assert_eq!(order, in_order().into_iter().map(|question| question.name.as_str()).collect::<Vec<_>>());
}

/// What is asked with the names comes first.
fn in_order() -> Vec<&'static Question> {
    let questions = || CONTENT.questions().map(|(_, question)| question);
    let (first, later): (Vec<_>, Vec<_>) = questions().partition(|question| question.asked == Asked::WithName);
    [first, later].concat()
}

#[test]
fn every_arc_of_the_picture_is_a_link_of_the_list() {
    let arcs = MAP.matches("<path class=\"arc").count();
    let links = CONTENT.questions().map(|(_, question)| {
        let said = between(about(&MAP, &question.name), "Questions that depend on it:", "</p>");
        said.matches("href=").count()
    });
    assert_eq!(links.sum::<usize>(), arcs);
    assert!(arcs > 20, "{arcs}");
}

#[test]
fn a_question_says_who_depends_on_it_through_named_conditions_too() {
    let page = made(
        "[[question]]\nid = \"f-hours\"\nabout = \"family\"\nkind = \"one\"\ntext = \"Many hours?\"\n\
         choice = [{ id = \"yes\", label = \"Yes\" }]\nask_when = [{ lines = [{ is = \"working\" }] }]\n",
        "[[support]]\nid = \"sitter\"\nkind = \"targeted\"\nabout = \"family\"\nname = \"A sitter\"\nwhat = \"A\"\n\
         who = \"A\"\nhow = \"A\"\ncost = \"free\"\nchecked = 2026-11-23\nsource = \"A\"\nsure = \"high\"\n\
         tags = [\"couple-work\"]\ngoals = [\"c-areas.sleep\"]\n\
         offer_when = [{ lines = [{ any_child = \"baby\" }] }]\n",
    );
    let depends = |question: &str| between(about(&page, question), "Questions that depend on it:", "</p>").to_owned();
    let looks = |question: &str| between(about(&page, question), "Supports that look at it:", "</p>").to_owned();
    assert!(depends("f-work").contains("href=\"#question-f-hours\""), "{}", depends("f-work"));
    assert!(depends("f-safe").contains("none"));
    assert!(looks("c-born").contains("href=\"#support-sitter\""), "by an age, through a condition");
    assert!(looks("f-safe").contains("href=\"#support-sitter\""), "by a tag");
    assert!(looks("f-work").contains("none"));
    let first = between(about(&page, "c-areas"), "Supports that an answer puts first:", "</p>").to_owned();
    assert!(first.contains("href=\"#support-sitter\""), "as a goal");
    assert!(between(&page, "id=\"support-sitter\"", "</li>").contains("href=\"#question-c-born\""));
}

#[test]
fn doors_and_ends_say_where_they_lead() {
    let home = between(&MAP, "id=\"section-5-home\"", "id=\"section-6-you-ok\"");
    assert!(home.contains("“Yes, ask me” leads into this part, “Not now” past it to <a href=\"#section-6-you-ok\">"));
    assert!(home.contains("The end of this part leads to <a href=\"#section-6-you-ok\">"));
    let last = between(&MAP, "id=\"section-10-end\"", "id=\"the-list\"");
    assert!(last.contains("The end of this part leads to <a href=\"#the-list\">“Your list”</a>"), "{last}");
    let doors = CONTENT.sections().filter(|(_, section)| section.has_door).count();
    assert_eq!(MAP.matches("<path class=\"past\"").count(), doors);
}

#[test]
fn every_link_leads_somewhere_and_no_id_stands_twice() {
    let ids = values(&MAP, "id");
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), known.len(), "an id stands twice");
    for link in values(&MAP, "href") {
        assert!(link.strip_prefix('#').is_some_and(|id| known.contains(id)), "{link}");
    }
    for names in values(&MAP, "aria-labelledby") {
        names.split(' ').for_each(|id| assert!(known.contains(id), "{id}"));
    }
}

#[test]
fn the_page_stands_alone_and_the_picture_is_described() {
    for bad in ["<script", "<link", " src=", " style=", "url(http", "@import", "https://"] {
        assert!(!MAP.contains(bad), "{bad}");
    }
    assert!(MAP.contains("role=\"img\" aria-labelledby=\"picture-title picture-desc\"><title id=\"picture-title\">"));
    let described = between(&MAP, "<desc id=\"picture-desc\">", "</desc>");
    let stops = CONTENT.questions().count();
    assert!(described.starts_with(&format!("A line with {stops} stops in 10 parts.")), "{described}");
}

#[test]
fn what_is_written_in_the_content_is_text_and_never_html() {
    let page =
        made("[[question]]\nid = \"f-odd\"\nabout = \"family\"\nkind = \"text\"\ntext = \"1 < 2 & \\\"3\\\"?\"\n", "");
    assert!(page.contains("1 &lt; 2 &amp; &quot;3&quot;?"), "{}", about(&page, "f-odd"));
}

#[test]
fn the_command_writes_one_file() {
    let out = std::env::temp_dir().join(format!("signpost-map-{}.html", std::process::id()));
    let said =
        signpost(today(), ["map".as_ref(), root().join("content").as_os_str(), "--out".as_ref(), out.as_os_str()]);
    assert_eq!(said.end, End::Clean, "{}", said.text);
    assert_eq!(fs::read_to_string(&out).unwrap(), *MAP);
    fs::remove_file(out).unwrap();
}
