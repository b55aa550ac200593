//! Twelve policies that websites have, and what the guide to hosting has people paste into them: the line, a bare frame, a
//! link. Each shows the widget, or a link that leads to it stays: never a blank space.

use std::fs;

use serde_json::json;

use crate::embed::{hasty, link_stays};
use crate::embedded::{FRAME, LINK};
use crate::matrix::{Row, daily, every, row};
use crate::visit::Visit;
use crate::{Case, case, workspace};
use xtask::server::ServerOptions;

pub(crate) const CASES: &[Case] = &[case(
    "under twelve policies of websites the line, the bare frame and the link show the widget or lead to it",
    |visit| every(&POLICIES, |policy| holds(visit, policy)),
)];

/// A policy of a website, with WIDGET for the address of the folder, and what it lets in.
struct Policy {
    says: &'static str,
    line: bool,
    frame: bool,
}

const fn both(says: &'static str) -> Policy {
    Policy { says, line: true, frame: true }
}

const fn only_frame(says: &'static str) -> Policy {
    Policy { says, line: false, frame: true }
}

const fn neither(says: &'static str) -> Policy {
    Policy { says, line: false, frame: false }
}

const POLICIES: [Row<Policy>; 12] = [
    row("no policy", both("")),
    daily(
        "the two words of the guide and nothing else",
        both("default-src 'none'; script-src WIDGET; frame-src WIDGET; require-trusted-types-for 'script'"),
    ),
    row("child-src for frames", both("default-src 'self'; script-src WIDGET; child-src WIDGET")),
    row("default-src for all", both("default-src WIDGET")),
    row("whole schemes", both("default-src https: http:; object-src 'none'")),
    row("a nonce", both("script-src 'nonce-oak' 'strict-dynamic'; object-src 'none'; base-uri 'none'")),
    row(
        "no styles, pictures, fonts and connections",
        both(
            "style-src 'none'; img-src 'none'; font-src 'none'; connect-src 'none'; media-src 'none'; form-action 'none'",
        ),
    ),
    row("no scripts", only_frame("script-src 'none'")),
    daily("scripts of its own", only_frame("script-src 'self' 'unsafe-inline'")),
    row("no frames", neither("frame-src 'none'")),
    daily("nothing but its own", neither("default-src 'self' 'unsafe-inline'")),
    row("frames of others", neither("script-src WIDGET; frame-src https://video.example.org")),
];

/// What stands below a bare frame, for where it stays empty.
const BELOW: &str = "Open it in a page of its own";

fn holds(visit: &mut Visit, policy: &Policy) {
    if policy.line {
        visit.served_by(ServerOptions::new(crate::release()));
    } else {
        visit.spoiled_by(hasty());
    }
    let page = page(policy, &visit.server.address());
    visit.open_website(&page).see(BELOW);
    if policy.line {
        visit.until("the widget in the place of the line", |visit| visit.stands() == (false, true));
        visit.in_frame(FRAME).ready().see(LINK).in_top();
    } else {
        link_stays(visit);
    }
    if policy.frame {
        visit.in_frame("body > iframe").ready().see(LINK);
    } else {
        let leads = "return find('link', arguments[0]).href";
        assert_eq!(visit.script_with(leads, json!([BELOW])), json!(format!("{}/", visit.server.address())));
    }
}

/// The page of a school, with what the guide says as it stands there.
fn page(policy: &Policy, widget: &str) -> String {
    let says = policy.says.replace("WIDGET", widget);
    let [line, frame] = ["<parent-signpost>", "<iframe"].map(|what| of_the_guide(what, widget));
    let line = line.replacen("<script", "<script nonce=\"oak\"", 1);
    format!(
        "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Oak Primary School</title>\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{says}\"></head><body><h1>Oak Primary School</h1>\
         {line}{frame}</body></html>"
    )
}

/// The example of the guide to hosting that has this in it.
fn of_the_guide(what: &str, widget: &str) -> String {
    let guide = fs::read_to_string(workspace().join("docs/hosting.md")).expect("the guide to hosting");
    let examples = guide.split("```html\n").skip(1).filter_map(|rest| rest.split_once("```"));
    let example = examples.map(|(example, _)| example).find(|example| example.contains(what));
    let example = example.unwrap_or_else(|| panic!("the guide to hosting has no example with {what}"));
    example.replace("https://help.example.org/signpost", widget)
}
