//! The pages that need no JavaScript: whole, safe, and leading somewhere.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must stop")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use common::command::{End, root, shipped, signpost};
use signpost_author::make::pages;
use signpost_core::catalogue::{Asked, Means};
use signpost_core::content::Content;
use signpost_core::texts::fill;
use signpost_core::time::Day;

static CONTENT: LazyLock<Content> = LazyLock::new(shipped);
static PAGES: LazyLock<Vec<(&'static str, String)>> = LazyLock::new(|| pages::whole(&CONTENT, None));

fn today() -> Day {
    Day::parse("2026-11-24").unwrap()
}

fn page(name: &str) -> &'static str {
    PAGES.iter().find(|(file, _)| *file == name).map_or("", |(_, text)| text.as_str())
}

/// Every value of an attribute, in order.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    page.split(&format!(" {attribute}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Whether a link leads to one of the pages, and to something on it.
fn leads_to_a_page(link: &str) -> bool {
    let (file, place) = link.split_once('#').unwrap_or((link, "main"));
    values(page(file), "id").contains(&place)
}

fn shown(text: &str) -> String {
    let your =
        [("child", "your child"), ("child's", "your child's"), ("Child", "Your child"), ("Child's", "Your child's")];
    let text = fill(text, &your);
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[test]
fn every_page_has_its_language_a_skip_link_landmarks_and_one_main_heading() {
    for (name, text) in PAGES.iter() {
        assert!(text.starts_with("<!DOCTYPE html><html lang=\"en-GB\" dir=\"ltr\">"), "{name}");
        for tag in ["<h1>", "<main ", "<header>", "<footer>", "<title>"] {
            assert_eq!(text.matches(tag).count(), 1, "{name} {tag}");
        }
        assert!(text.contains("<body><a class=\"skip-link\" href=\"#main\">"), "{name}");
        assert_eq!(values(text, "aria-current"), ["page"], "{name}");
    }
}

#[test]
fn no_heading_skips_a_level() {
    for (name, text) in PAGES.iter() {
        let levels = text.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10));
        levels.fold(0, |before, level| {
            assert!(level <= before + 1, "{name}: h{level} after h{before}");
            level
        });
    }
}

#[test]
fn a_page_holds_nothing_that_a_strict_policy_forbids_and_fetches_nothing_from_elsewhere() {
    for (name, text) in PAGES.iter() {
        for bad in ["<script", "<style", " style=", " onclick", "<img", "<iframe", "<form", "<table"] {
            assert!(!text.contains(bad), "{name}: {bad}");
        }
        assert_eq!(values(text, "src"), [""; 0], "{name}");
        assert_eq!(text.matches("<link ").count(), 1, "{name}: only its style sheet");
    }
    assert!(!pages::STYLE.1.contains("url(") && !pages::STYLE.1.contains("@import"));
}

#[test]
fn every_link_inside_the_pages_leads_somewhere_and_no_id_stands_twice() {
    for (name, text) in PAGES.iter() {
        let ids = values(text, "id");
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "{name}: an id stands twice");
        for link in values(text, "href") {
            let inside = link.strip_prefix('#').is_some_and(|id| known.contains(id));
            let beside = leads_to_a_page(link) || link == pages::STYLE.0;
            let outside = ["https://", "tel:", "sms:", "mailto:"].iter().any(|start| link.starts_with(start));
            assert!(inside || beside || outside, "{name}: {link}");
        }
        for id in values(text, "aria-labelledby") {
            assert!(known.contains(id), "{name}: {id}");
        }
    }
}

#[test]
fn every_website_opens_a_new_tab_that_knows_nothing_of_this_page_and_exit_leaves_it_whole() {
    let own = [("the start", pages::start(&CONTENT).0), ("the crash panel", pages::crash(&CONTENT))];
    let all = || PAGES.iter().map(|(name, text)| (*name, text)).chain(own.iter().map(|(name, text)| (*name, text)));
    for (name, text) in all() {
        for link in text.split("<a ").skip(1).filter_map(|rest| rest.split('>').next()) {
            let outside = link.contains("href=\"http");
            let exit = link.contains("data-exit");
            let apart = link.contains("target=\"_blank\" rel=\"noopener noreferrer\"");
            assert_eq!(outside && !exit, apart, "{name}: <a {link}>");
            assert_eq!(exit, link.contains("target=\"_top\" rel=\"nofollow noreferrer\""), "{name}: <a {link}>");
        }
    }
    assert!(all().any(|(_, text)| text.contains("target=\"_blank\"")));
}

#[test]
fn whoever_hears_a_website_hears_what_is_shown_whose_it_is_and_that_it_opens_a_new_tab() {
    for (name, text) in PAGES.iter() {
        for link in text.split("<a class=\"web\"").skip(1).filter_map(|rest| rest.split("</a>").next()) {
            let (start, shown) = link.split_once('>').unwrap();
            let heard = values(start, "aria-label")[0];
            assert!(
                heard.starts_with(&format!("{shown}: ")) && heard.ends_with("(opens a new tab)"),
                "{name}: {heard}"
            );
        }
    }
}

#[test]
fn every_support_stands_on_both_lists_and_at_the_end_of_the_paper() {
    for (id, support) in CONTENT.supports() {
        let said = CONTENT.texts.support(id);
        for (name, text) in PAGES.iter() {
            assert!(values(text, "id").contains(&support.name.as_str()), "{name}: {}", support.name);
            assert!(text.contains(&shown(&said.name)), "{name}: {}", said.name);
            assert!(text.contains(&shown(&said.how)), "{name}: {}", said.how);
            let phone = support.contact(Means::Call).map_or("", |phone| &phone.to);
            assert!(text.contains(phone), "{name}: {phone}");
        }
    }
}

#[test]
fn the_urgent_numbers_stand_first_on_every_page() {
    for (name, text) in PAGES.iter() {
        let first = text.split("<h2 ").nth(1).unwrap_or_default();
        assert!(first.starts_with("id=\"urgent\">") && first.contains("tel:999"), "{name}");
    }
}

#[test]
fn from_a_to_z_is_in_order_whatever_the_capitals() {
    let text = page("support-a-to-z.html");
    let names: Vec<String> = text
        .split("<h3>")
        .skip(1)
        .filter_map(|rest| rest.split("</h3>").next())
        .map(|name| name.replace("&amp;", "&").to_lowercase())
        .collect();
    assert!(names.is_sorted(), "{names:?}");
    assert_eq!(names.len(), CONTENT.supports().count());
}

#[test]
fn the_paper_asks_every_question_but_the_sensitive_ones_and_prints_the_urgent_numbers_instead() {
    let text = page("questions-on-paper.html");
    for (id, question) in CONTENT.questions() {
        let there = text.contains(&format!(". {}", shown(&CONTENT.texts.question(id).text)));
        let asked = matches!(question.asked, Asked::OnPath | Asked::WithName);
        assert_eq!(there, !question.sensitive && asked, "{}", question.name);
    }
    let confiding = CONTENT
        .sections()
        .filter(|(_, section)| section.questions.iter().any(|&question| CONTENT.question(question).sensitive));
    assert_eq!(
        text.matches("tel:116123").count(),
        2 + confiding.count(),
        "at the top, in their place, and in the list"
    );
}

#[test]
fn beside_an_answer_stands_what_its_rules_and_goals_name_and_beside_none_of_these_nothing() {
    let text = page("questions-on-paper.html");
    let answer = |label: &str| {
        let rest = text.split(&format!("{label}</span>")).nth(1).unwrap_or_default();
        rest.split("<span class=\"box\">").next().unwrap_or_default()
    };
    assert!(answer("Sleep").contains("Help with sleep"), "in its rule");
    assert!(answer("I am pregnant").contains("Family Nurse Partnership"), "through a named condition");
    assert!(answer("Money to go further").contains("Universal Credit"), "as a goal");
    assert!(answer("Under 9 months").contains("Health visitor"), "by age alone");
    assert!(!answer("Under 9 months").contains("School nurse"), "by age alone");
    assert!(!answer("Nothing right now").contains("href"), "none of these");
}

#[test]
fn the_number_beside_an_answer_is_the_place_of_the_support_in_the_list_at_the_end() {
    let text = page("questions-on-paper.html");
    let (answers, list) = text.split_once("The help, by number").unwrap();
    let places: Vec<&str> = list.split("<li id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let pointers: Vec<&str> = answers.split("<a class=\"number\" href=\"#").skip(1).collect();
    for pointer in &pointers {
        let id = pointer.split('"').next().unwrap_or_default();
        let place = places.iter().position(|place| *place == id).unwrap_or_else(|| panic!("{id} is not in the list"));
        assert!(pointer.contains(&format!("\">{}</a>", place + 1)), "{id}");
    }
    assert!(pointers.len() > CONTENT.supports().count() && places.len() == CONTENT.supports().count());
}

#[test]
fn the_pages_lead_back_to_the_questions_only_where_these_are_asked() {
    for (name, text) in pages::whole(&CONTENT, Some("index.html")) {
        assert!(text.contains("<a href=\"index.html\">"), "{name}");
    }
    assert!(PAGES.iter().all(|(_, text)| !text.contains("index.html")));
}

#[test]
fn nothing_is_left_open_in_the_texts() {
    for (name, text) in PAGES.iter() {
        assert!(!text.contains(['{', '}']), "{name}");
    }
}

#[test]
fn the_command_writes_the_pages_and_their_style_sheet_and_nothing_else() {
    let out = std::env::temp_dir().join(format!("signpost-pages-{}", std::process::id()));
    let said =
        signpost(today(), ["pages".as_ref(), root().join("content").as_os_str(), "--out".as_ref(), out.as_os_str()]);
    assert_eq!(said.end, End::Clean, "{}", said.text);
    let mut names: Vec<_> = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["pages.css", "questions-on-paper.html", "support-a-to-z.html", "support-by-topic.html"]);
    fs::remove_dir_all(out).unwrap();
}
