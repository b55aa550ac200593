//! In a frame of somebody else's page, with the rights that such a page gives: everything works there, or says why not,
//! and the page around it is left alone.

use std::fs;

use serde_json::{Value, json};
use xtask::server::{Headers, ServerOptions};
use xtask::tools::Engine;

use crate::gesture::keys;
use crate::host::{FRAME, Host};
use crate::starting::{asked_once, sees_numbers};
use crate::visit::Visit;
use crate::{Case, case, release, workspace};

pub(crate) const CASES: &[Case] = &[
    case("with exactly the documented headers the questions start in the strictest sandbox, in their style", headers),
    case("a frame that may not send forms goes on all the same", no_forms),
    case("a frame that may not print says how, and opens the sheet in a tab of its own", no_print),
    case("a frame that may neither print nor open a tab says how", no_tab),
    case("a frame whose tab is out of its reach closes it and says how", tab_out_of_reach)
        .except(&[(Engine::WebKit, "there the questions do not start in a frame of no origin")]),
    case("a visit in a page that is loaded again leaves the page's own search alone", reloaded),
    case("in a frame as long as its screen the heading of a new screen comes into view", long_frame)
        .except(&[(Engine::WebKit, "WebKit lets no frame of another origin scroll the page around it")]),
    case("an Exit at the foot of the screen blanks the frame", exit_at_the_foot),
    case("a website opens in a tab of its own and leaves the frame alone", websites),
];

/// The table of headers in the guide to hosting: the header, which files it is for, its value.
pub(crate) fn documented() -> Vec<[String; 3]> {
    let guide = fs::read_to_string(workspace().join("docs/hosting.md")).expect("the guide to hosting");
    let table = guide.lines().skip_while(|line| !line.starts_with("| Header |")).take_while(|line| !line.is_empty());
    let rows = table.filter(|line| line.starts_with("| `"));
    let cells = rows.map(|row| row.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect());
    let cells = cells.map(|cells: Vec<String>| <[String; 3]>::try_from(cells).expect("three cells"));
    cells.map(|[header, files, value]| [bare(&header), files, bare(&value)]).collect()
}

fn bare(code: &str) -> String {
    code.trim_matches('`').to_owned()
}

/// Whether a file is among those that the guide names: by kind, by its end, by its hash, or by name.
pub(crate) fn is_meant(files: &str, name: &str) -> bool {
    match files {
        "every file" => true,
        "every page" => name.ends_with(".html"),
        "files with a hash in their name" => xtask::server::is_hashed(name),
        "files without a hash in their name" => !xtask::server::is_hashed(name),
        names => {
            names.split(", ").map(bare).any(|it| it.strip_prefix('*').map_or(it == name, |end| name.ends_with(end)))
        }
    }
}

/// Exactly the headers of the guide.
pub(crate) fn only_documented() -> Headers {
    let table = documented();
    assert!(table.len() > 5, "the guide to hosting has no table of headers: {table:?}");
    Box::new(move |name| {
        let meant = table.iter().filter(|[_, files, _]| is_meant(files, name));
        meant.map(|[header, _, value]| (header.clone(), value.clone())).collect()
    })
}

fn headers(visit: &mut Visit) {
    visit.served_by(ServerOptions::new(release()).with_headers(only_documented()));
    visit.open_host(&Host::sandboxed("allow-scripts")).in_frame(FRAME);
    if visit.engine == Engine::WebKit {
        // There a page of no origin may load nothing by its own policy: it says so, and helps.
        visit.see("do not seem to start").tap("link", "Start").until("open help", sees_numbers);
        return;
    }
    visit.ready();
    let styled = "return getComputedStyle(document.querySelector('#start')).borderTopLeftRadius !== '0px'";
    assert_eq!(visit.script(styled), json!(true), "the page has no style");
    visit.tap("link", "Start").see("Who is your list for?").tap("button", "Next").see("What does your child enjoy");
    asked_once(visit);
}

fn no_forms(visit: &mut Visit) {
    visit.open_host(&Host::sandboxed("allow-scripts allow-same-origin")).in_frame(FRAME).ready();
    visit.tap("link", "Start").see("Who is your list for?").tap("field", "First name or nickname").type_keys("Ada");
    visit.press_keys(&[keys::ENTER]).see("What does Ada enjoy").tap("button", "Next").see("What is going well");
}

fn to_sheet(visit: &mut Visit, rights: &str) {
    visit.open_host(&Host::sandboxed(rights)).in_frame(FRAME).ready();
    visit.tap("link", "Start").see("Who is your list for?").tap("field", "First name or nickname").type_keys("Ada");
    visit.tap("button", "Your list so far").see("For every family").tap("button", "Make a sheet for an appointment");
    visit.see("What we agreed").tap("button", "Print").see("This page could not open the print window.");
}

fn no_print(visit: &mut Visit) {
    to_sheet(visit, "allow-scripts allow-same-origin allow-popups");
    let before = visit.session().tabs();
    visit.tap("button", "Open the sheet in a new tab");
    visit.until("a new tab", |visit| visit.session().tabs().len() == 2);
    let opened = visit.session().tabs().into_iter().find(|tab| !before.contains(tab)).expect("a new tab");
    visit.switch_to(&opened).see("What we agreed").see("Ada").not_see("Exit this page");
    let styled = "return getComputedStyle(document.querySelector('.paper-rule')).borderBottomStyle";
    assert_eq!(visit.script(styled), json!("solid"), "the sheet has no style");
}

/// A tab that opens may be out of the frame's reach: then it is closed again.
fn tab_out_of_reach(visit: &mut Visit) {
    to_sheet(visit, "allow-scripts allow-popups");
    visit.tap("button", "Open the sheet in a new tab").see("This page could not open a tab either.");
    visit.until("one tab", |visit| visit.session().tabs().len() == 1);
}

fn no_tab(visit: &mut Visit) {
    to_sheet(visit, "allow-scripts allow-same-origin");
    visit.tap("button", "Open the sheet in a new tab").see("This page could not open a tab either.");
}

const SEARCH: &str = "return [document.activeElement?.type ?? '', Math.round(scrollY)]";

fn reloaded(visit: &mut Visit) {
    let host = Host::plain()
        .with_head("<script>addEventListener('load', () => document.querySelector('input').focus())</script>");
    visit.open_host(&host).in_frame(FRAME).ready().tap("link", "Start").see("Who is your list for?");
    visit.tap("field", "First name or nickname").type_keys("Ada").tap("button", "Next").see("What does Ada enjoy");
    visit.in_top().script("scrollTo(0, 0)");
    visit.reload().in_frame(FRAME).ready();
    // Chromium does not say in a frame that the page around it was loaded again: there the visit waits behind Carry on.
    let is_back = |visit: &Visit| ["What does Ada enjoy", "Carry on"].iter().any(|it| visit.text().contains(it));
    visit.until("the visit", is_back).rested();
    assert_eq!(visit.in_top().script(SEARCH), json!(["search", 0]));
    if visit.engine == Engine::WebKit {
        // After a reload its driver types into nothing until something is pressed.
        return;
    }
    visit.type_keys("lunch");
    assert_eq!(visit.script("return document.querySelector('input').value"), json!("lunch"));
}

/// Where the heading stands in the window of the host: its top, and the window's height.
fn heading_in_window(visit: &mut Visit) -> (f64, f64) {
    let inside =
        visit.script("return [...document.querySelectorAll('h1')].filter(shown)[0].getBoundingClientRect().top");
    let around = "return [document.querySelector('iframe').getBoundingClientRect().top, innerHeight]";
    let around = visit.in_top().script(around);
    visit.in_frame(FRAME);
    (number(&inside) + number(&around[0]), number(&around[1]))
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn long_frame(visit: &mut Visit) {
    visit.open_host(&Host::tall()).in_frame(FRAME).ready().tap("link", "Start").see("Who is your list for?");
    visit.in_top().script("scrollTo(0, 900)");
    visit.in_frame(FRAME).tap("button", "Next").see("What does your child enjoy").rested();
    let (top, height) = heading_in_window(visit);
    assert!((0.0..height).contains(&top), "the heading is at {top} of {height}");
}

fn exit_at_the_foot(visit: &mut Visit) {
    visit.open_host(&Host::sandboxed("allow-scripts allow-same-origin")).in_frame(FRAME).ready();
    visit.tap("link", "Start").see("Who is your list for?").tap("field", "First name or nickname").type_keys("Ada");
    let aim = "document.querySelectorAll('[data-exit]').forEach((it) => { if (!it.closest('footer')) it.textContent = 'Above'; })";
    visit.script(aim);
    visit.tap("button", "Exit this page").see("This page is closed.").not_see("Ada");
    assert_eq!(visit.stored(), "{}{}");
}

fn websites(visit: &mut Visit) {
    visit.open_host(&Host::plain()).in_frame(FRAME).ready().unfold("For every family");
    opens_a_tab(visit, "Find help that fits your family");
    visit
        .open_host(&Host::plain())
        .in_frame(FRAME)
        .ready()
        .tap("link", "All help from A to Z")
        .see("All support, A to Z");
    opens_a_tab(visit, "All support, A to Z");
}

/// The first website on the screen opens a tab, and the frame shows what it showed.
fn opens_a_tab(visit: &mut Visit, heading: &str) {
    let before = visit.session().tabs();
    let all = r#"
const links = [...document.querySelectorAll('a[href^="http"]:not([data-exit])')].filter(shown);
const bad = links.filter((link) => link.target !== '_blank' || !/noopener/.test(link.rel) || !/noreferrer/.test(link.rel));
return [links.length, bad.map(text), links.find((link) => !link.hasAttribute('aria-label'))?.innerText ?? name(links[0])];
"#;
    let found = visit.script(all);
    assert!(number(&found[0]) > 3.0 && found[1] == json!([]), "{found}");
    let label = found[2].as_str().expect("a website").to_owned();
    visit.tap("link", &label);
    visit.until("another tab", |visit| visit.session().tabs().len() == before.len() + 1);
    let [there] = &before[..] else { panic!("one tab") };
    visit.switch_to(there).in_frame(FRAME).see(heading);
    let opened = visit.session().tabs().into_iter().find(|tab| tab != there).expect("the new tab");
    visit.switch_to(&opened).close_tab(there);
}
