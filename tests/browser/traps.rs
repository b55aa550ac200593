//! A crash at whatever somebody presses or types into: the calm panel comes, what was kept stays as it was, and trying
//! again leads back to the same screen.

use serde_json::json;
use xtask::tools::Engine;

use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case("a crash at anything that can be pressed loses nothing, and trying again goes on there", everywhere)
        .daily_in(Engine::Chromium),
    case("a crash on a shared screen leaves nothing, and the next start is clean", on_a_shared_screen)
        .daily_in(Engine::Chromium),
];

/// Each kind of thing on the screen that somebody can do something to, once: `it` is the one that was asked for.
const CONTROLS: &str = r#"
const kinds = new Map();
for (const it of document.querySelectorAll('#app :is(button:not([data-exit]), input, textarea, select, summary)')) {
  const kind = [it.tagName, it.type, it.className, it.tagName === 'BUTTON' ? text(it) : ''].join(' ');
  if (shown(it) && !kinds.has(kind)) kinds.set(kind, it);
}
const it = [...kinds.values()][arguments[0]];
"#;

/// Arms the trap and does to it what hands do.
const ACT: &str = r#"
(window.wrappedJSObject ?? window).armed = true;
if (it.matches('textarea, input:not([type=checkbox], [type=radio])')) {
  it.value += 'x';
  it.dispatchEvent(new Event('input', { bubbles: true }));
} else if (it.tagName === 'SELECT') {
  it.selectedIndex = it.options.length - 1;
  it.dispatchEvent(new Event('change', { bubbles: true }));
} else {
  it.click();
}
"#;

/// Whether what was done led into the WebAssembly: then the trap is spent.
const SPENT: &str = "return (window.wrappedJSObject ?? window).armed === false";

const KEPT: &str = "return sessionStorage.getItem('parent-signpost')";

/// A second crash within a minute would start clean, which another test is about.
const AS_IF_LONG_AGO: &str = "sessionStorage.removeItem('parent-signpost-crashed')";

/// Crashes at every kind of thing on this screen; says at how many.
fn on_this_screen(visit: &mut Visit) -> usize {
    let count = visit.script_with(&format!("{CONTROLS} return kinds.size;"), json!([0])).as_u64().unwrap_or(0);
    (0..count).filter(|index| crashes_at(visit, *index)).count()
}

/// Whether that thing does anything at all in the WebAssembly.
fn crashes_at(visit: &mut Visit, index: u64) -> bool {
    let (heading, kept) = (visit.heading(), visit.script(KEPT));
    let called = visit.script_with(&format!("{CONTROLS} return it ? it.outerHTML.slice(0, 200) : '';"), json!([index]));
    visit.script_with(&format!("{CONTROLS} if (!it) return; {ACT}"), json!([index]));
    if visit.look(SPENT) != json!(true) {
        visit.script("(window.wrappedJSObject ?? window).armed = undefined");
        return false;
    }
    visit.see("Sorry, something went wrong");
    assert_eq!(visit.script(KEPT), kept, "after a crash at {called}");
    visit.script(AS_IF_LONG_AGO);
    visit.press("Try again").until("the same screen again", |visit| visit.heading() == heading);
    visit.ready();
    assert_eq!(visit.script(KEPT), kept, "once more after a crash at {called}");
    true
}

fn everywhere(visit: &mut Visit) {
    visit.with_traps().start().name_child("Ada").next().see("What does Ada enjoy");
    let mut crashes = on_this_screen(visit);
    visit.tick("Music or dance").back().see("Who is your list for?");
    crashes += on_this_screen(visit);
    visit.walk_to("Shall we ask");
    crashes += on_this_screen(visit);
    visit.go_to_list();
    crashes += on_this_screen(visit);
    visit.press("See all support").until("all support", |visit| visit.heading() == "All support");
    crashes += on_this_screen(visit);
    visit.go_to_list().press("Make a sheet for an appointment").see("What we agreed");
    crashes += on_this_screen(visit);
    assert!(crashes > 40, "{crashes} crashes");
}

fn on_a_shared_screen(visit: &mut Visit) {
    visit.with_traps().open_at("example-hub/").ready().press_link("Start").see("Who is your list for?");
    visit.name_child("Ada").next().see("What does Ada enjoy");
    visit.script_with(&format!("{CONTROLS} {ACT}"), json!([0]));
    visit.see("Sorry, something went wrong");
    assert_eq!(visit.stored(), "{}{}");
    visit.press("Try again").see("Find help that fits your family").ready().not_see("Ada");
}
