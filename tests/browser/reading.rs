//! Read, heard, translated and enlarged: the words on the screen are right, in reach, and nobody else's business.

use serde_json::{Value, json};
use xtask::tools::Engine;

use crate::accessibility::fits;
use crate::driver::Wishes;
use crate::gesture::keys;
use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case("a browser that translates the page always shows the words of now", translated),
    case("an extension that adds its own everywhere breaks nothing", extended),
    case("every screen keeps what is typed to itself, and has an Exit at its foot", to_itself),
    case("going back through the list by keyboard, no stop is hidden under the bar", under_the_bar),
    case("with text of twice the size and long names nothing is wider than a phone, and Exit is on it", enlarged),
    case("what is announced stands in regions that were there before, and is announced every time", announced),
    case("a notice is heard, and closing it leaves focus on the screen", noticed),
    case("two children of one name are told apart", two_adas),
    case("two Arabic names side by side keep their places", arabic),
];

/// Puts other nodes in place of every text, now and whenever one comes, as a browser that translates does.
const TRANSLATE: &str = r#"
const wrap = (node) => {
  if (!node.data.trim() || !node.parentElement || node.parentElement.closest('font, script, style, textarea, option, svg, title')) return;
  const [outer, inner] = [document.createElement('font'), document.createElement('font')];
  outer.style.verticalAlign = 'inherit';
  inner.append(node.data);
  outer.append(inner);
  node.replaceWith(outer);
};
const each = (root) => {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) found.push(walk.currentNode);
  if (root.nodeType === Node.TEXT_NODE) found.push(root);
  found.forEach(wrap);
};
each(document.body);
window.translating = new MutationObserver((changes) => changes.forEach(({ type, target, addedNodes }) => {
  if (type === 'characterData') each(target);
  addedNodes.forEach((node) => node.isConnected && each(node));
}));
window.translating.observe(document.body, { childList: true, subtree: true, characterData: true });
window.broken = [];
addEventListener('error', (event) => window.broken.push(event.message));
addEventListener('unhandledrejection', (event) => window.broken.push(String(event.reason)));
"#;

/// Translates the page, which has at least so many texts.
pub(crate) fn translates(visit: &mut Visit, texts: usize) {
    visit.script(TRANSLATE);
    visit.until("the translation", |visit| {
        visit.script_with("return document.querySelectorAll('font font').length > arguments[0]", json!([texts]))
            == json!(true)
    });
}

pub(crate) fn nothing_broke(visit: &mut Visit) {
    visit.not_see("Sorry, something went wrong");
    assert_eq!(visit.script("return window.broken ?? []"), json!([]));
}

/// Everything live, in a visit to the sheet: labels, headings, what is announced, what is wrong, what is noticed.
fn translated(visit: &mut Visit) {
    visit.open_ready();
    translates(visit, 20);
    visit.tap("link", "Start").see("Who is your list for?").write("First name or nickname", "Ada");
    visit.press("Add another child").see("Remove Ada").see("Remove child 2");
    visit.write_nth("First name or nickname", "Ben", 1).see("Remove Ben").press("Remove Ben").not_see("Remove Ada");
    says(visit, "Ben");
    visit.write("Month", "March").press("Next").see("Please choose both");
    visit.write("Year", "2019").next().see("What does Ada enjoy").tick("Music or dance").next();
    visit.see("What is going well").next().back().see("What is going well");
    visit.answer("Is there anything about Ada", &["Sleep"]);
    visit.press("Your list so far").see("Help with sleep").see("Back to questions").not_see("Your list so far");
    visit.press("Back to questions").see("Your list so far").not_see("Help with sleep");
    visit.press("Your list so far").see("Help with sleep").press("I'd like this");
    visit.leave_by("Make a sheet for an appointment").see("Ada enjoys or is good at music or dance");
    visit.write("Anything you want to say", "Please speak slowly.").see("What I want to say");
    visit.write("Anything you want to say", "No hurry.");
    paper_says(visit, "No hurry.", "slowly");
    visit.tick("An annual review").see("My notes for the review meeting");
    visit.unfold("Your answers").see("Music or dance");
    visit.press("See all support").see("All support").unfold("Sleep").see("Help with sleep");
    visit.press("Delete my answers").press("Yes, delete them").see("Your answers are deleted.");
    visit.see("Start").not_see("Carry on").press_link("Start").see("Who is your list for?").not_see("Ada");
    nothing_broke(visit);
}

fn paper_says(visit: &mut Visit, words: &str, not: &str) {
    let paper = |visit: &Visit| visit.script("return document.querySelector('article').innerText").to_string();
    visit.until(words, |visit| paper(visit).contains(words) && !paper(visit).contains(not));
}

/// What a screen reader was told last.
const SAID: &str = "return [...document.querySelectorAll('[role=status]')].map((it) => it.textContent).join(' ')";

fn says(visit: &mut Visit, words: &str) {
    visit.until(words, |visit| visit.script(SAID).as_str().unwrap_or_default().contains(words));
}

/// A dictionary, a password keeper or a reader's ruler adds elements and attributes wherever it likes.
const EXTEND: &str = r#"
const add = (element) => {
  element.setAttribute('data-ext', 'on');
  if (element.matches('input, textarea, select')) element.after(document.createElement('ext-icon'));
  if (element.matches('p, h1, h2, li, legend, label, button, ul, main, section, .notices, .question')) {
    element.prepend(document.createElement('ext-mark'));
    element.append(document.createElement('ext-mark'));
  }
};
const each = (root) => [root, ...root.querySelectorAll('*')].filter((it) => !/^EXT/.test(it.tagName)).forEach(add);
each(document.body);
window.extending = new MutationObserver((changes) => {
  const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
  added.filter((it) => it.nodeType === 1 && it.isConnected && !/^EXT/.test(it.tagName) && !it.dataset.ext).forEach(each);
});
window.extending.observe(document.body, { childList: true, subtree: true });
window.broken = [];
addEventListener('error', (event) => window.broken.push(event.message));
"#;

fn extended(visit: &mut Visit) {
    visit.open_ready().script(EXTEND);
    visit.tap("link", "Start").see("Who is your list for?").write("First name or nickname", "Ada");
    visit.press("Add another child").see("Child 2").press("Remove child 2").not_see("Child 2");
    visit.born("March", "2019").next().answer("What does Ada enjoy", &["Music or dance"]);
    visit.answer("Is there anything about Ada", &["Sleep"]);
    visit.go_to_list().see("Help with sleep").press("I'd like this").leave_by("Make a sheet for an appointment");
    visit.write("Anything you want to say", "Please speak slowly.").see("What I want to say");
    visit.press("See all support").see("All support").unfold("Sleep").see("Help with sleep");
    nothing_broke(visit);
}

/// What is wrong on this screen: a field that tells somebody else what is typed, or no Exit at the foot.
const LEAKS: &str = r#"
const wanted = { spellcheck: 'false', autocorrect: 'off', writingsuggestions: 'false', autocomplete: 'off' };
const all = [...document.querySelectorAll('input, textarea, select, [contenteditable]')];
const leaks = all.flatMap((field) => Object.entries(wanted)
  .filter(([name, value]) => field.getAttribute(name) !== value).map(([name]) => `${name} of ${called(field)}`));
const exits = [...document.querySelectorAll('footer [data-exit]')].filter(shown);
return [all.length, exits.length === 1 ? leaks : [...leaks, 'no Exit at the foot']];
"#;

/// The most screens that the questions may have.
const MOST_SCREENS: usize = 120;

fn to_itself(visit: &mut Visit) {
    visit.start();
    let mut fields = keeps_to_itself(visit);
    for _ in 0..MOST_SCREENS {
        let before = visit.heading();
        if before == "Your list" {
            break;
        }
        visit.script("document.querySelector('.ways .main').click()");
        visit.until("the next screen", |visit| visit.heading() != before);
        fields += keeps_to_itself(visit);
    }
    visit.see("Your list").leave_by("Make a sheet for an appointment").see("What we agreed");
    fields += keeps_to_itself(visit);
    visit.press("See all support").see("All support");
    keeps_to_itself(visit);
    assert!(fields > 150, "only {fields} fields were seen");
}

fn keeps_to_itself(visit: &Visit) -> u64 {
    let found = visit.script(LEAKS);
    assert_eq!(found[1], json!([]), "on the screen \"{}\"", visit.heading());
    found[0].as_u64().unwrap_or_default()
}

/// Where the keyboard is: its label, whether the bar lies over all of it, and whether that is the bar's own.
const STOP: &str = r#"
const at = document.activeElement;
const bar = document.querySelector('.shell-bar');
if (!at || at === document.body || bar.contains(at)) return ['', false];
const box = at.getBoundingClientRect();
const over = bar.getBoundingClientRect();
const hidden = box.bottom <= over.bottom + 1 && getComputedStyle(bar).position === 'sticky';
return [name(at), hidden || box.top >= innerHeight || box.bottom <= 0];
"#;

/// The most stops of the list.
const MOST_STOPS: usize = 140;

fn under_the_bar(visit: &mut Visit) {
    visit.start().go_to_list().rested();
    visit.script("document.querySelector('.group-rest').open = true");
    visit.rested().script("document.querySelector('footer [data-exit]').focus()");
    let mut stops = Vec::new();
    for _ in 0..MOST_STOPS {
        visit.shift_tab();
        let stop = visit.script(STOP);
        let label = stop[0].as_str().unwrap_or_default().to_owned();
        if label.is_empty() {
            break;
        }
        assert_eq!(stop[1], json!(false), "\"{label}\" is hidden under the bar");
        stops.push(label);
    }
    assert!(stops.len() > 25, "{stops:?}");
}

const LONG: &str = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewis";

/// What sticks out of the screen on either side, and whether Exit is on it.
const OVER: &str = r#"
const out = [...document.querySelectorAll('body *')].filter(shown).filter((it) => {
  const box = it.getBoundingClientRect();
  return box.width > 1 && (box.right > document.documentElement.clientWidth + 0.5 || box.left < -0.5) && box.bottom > 0 && !it.closest('.shell-skip');
});
const exits = [...document.querySelectorAll('[data-exit]')].filter(shown);
const on = exits.some((it) => { const box = it.getBoundingClientRect(); return box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight; });
return [out.slice(0, 3).map((it) => it.tagName + ' ' + text(it).slice(0, 60)), on];
"#;

/// The reader's own size of text is set in the browser where its driver can do that, else at the page's root.
fn enlarged(visit: &mut Visit) {
    visit.with(Wishes { big_text: true, ..Wishes::default() }).open_phone("320", 640);
    enlarge(visit);
    on_the_screen(visit, true);
    visit.tap("link", "Start").see("Who is your list for?").write("First name or nickname", LONG);
    visit.press("Add another child").write_nth("First name or nickname", LONG, 1);
    on_the_screen(visit, false);
    for heading in [
        format!("What does {LONG} (1) enjoy"),
        format!("Is there anything about {LONG} (1)"),
        "Shall we ask about home".into(),
    ] {
        visit.walk_to(&heading).rested();
        on_the_screen(visit, true);
    }
    visit.unfold("Your answers").unfold("Keeping your answers");
    on_the_screen(visit, false);
    visit.back().walk_to("Is there anything about").tick("Sleep").go_to_list().rested();
    on_the_screen(visit, true);
    visit.unfold_all();
    on_the_screen(visit, false);
    visit.press("I'd like this").leave_by("Make a sheet for an appointment").rested();
    on_the_screen(visit, true);
    visit.press("Delete my answers").see("Delete all your answers?");
    on_the_screen(visit, true);
}

fn enlarge(visit: &mut Visit) {
    if visit.engine == Engine::WebKit {
        visit.script("document.documentElement.style.fontSize = '36px'");
    }
    let size = "return parseFloat(getComputedStyle(document.body).fontSize)";
    assert_eq!(visit.script(size), json!(36));
}

/// Nothing is wider than the screen; at the top of a new one, Exit is to be seen.
fn on_the_screen(visit: &Visit, new: bool) {
    let found = visit.script(OVER);
    assert_eq!(found[0], json!([]), "too wide on the screen \"{}\"", visit.heading());
    fits(visit);
    assert!(!new || found[1] == json!(true), "no Exit on the screen \"{}\"", visit.heading());
}

/// Remembers the live regions of now, and counts what changes in the one for what is said.
const LISTEN: &str = r#"
window.regions = [...document.querySelectorAll('[role=status], [role=alert], [aria-live]')];
window.heard = [];
const said = document.querySelector('p.announcement');
new MutationObserver(() => window.heard.push(said.textContent)).observe(said, { childList: true, characterData: true, subtree: true });
return window.regions.length;
"#;

/// Whether these words stand in a region that was there when listening began.
const HEARD: &str = "return window.regions.some((it) => it.isConnected && it.textContent.includes(arguments[0]))";

fn hears(visit: &mut Visit, words: &str) {
    visit.until(&format!("\"{words}\" to be heard"), |visit| visit.script_with(HEARD, json!([words])) == json!(true));
}

fn announced(visit: &mut Visit) {
    visit.start();
    assert!(visit.script(LISTEN).as_u64() > Some(1));
    visit.press("Add another child").press("Add another child").see("Child 3").press("Remove child 2");
    visit.not_see("Child 3").press("Remove child 2").not_see("Child 2");
    visit.until("four announcements", |visit| visit.script("return window.heard.filter(Boolean).length") == json!(4));
    let heard = visit.script("return window.heard.map((it) => it.trim())");
    assert!(heard[2] == heard[3] && heard[2] != json!(""), "{heard}");
    visit.script(LISTEN);
    visit.write("Month", "March").press("Next");
    hears(visit, "Please choose both");
    let focused = "return document.activeElement.tagName";
    visit.until("focus on what is wrong", |visit| visit.script(focused) == json!("SELECT"));
}

/// The browser says that it cannot print; in Firefox the page's own objects lie behind `wrappedJSObject`.
pub(crate) const NO_PRINT: &str = "(window.wrappedJSObject ?? window).signpost.notPrinted()";

fn noticed(visit: &mut Visit) {
    visit.start();
    visit.script("sessionStorage.setItem('parent-signpost', '{{{ not a record')");
    visit.reload();
    visit.ready().press_link("Start").see("Who is your list for?").name_child("Ada");
    visit.script(LISTEN);
    visit.script(NO_PRINT);
    hears(visit, "This page could not open the print window.");
    visit.until("the notice in focus", |visit| visit.script(page_focus()) == json!("Open the sheet in a new tab"));
    visit.tap("button", "Close this message").until("one notice less", |visit| {
        visit.script("return document.querySelectorAll('.notice').length") == json!(1)
    });
    visit.until("focus on the heading", |visit| visit.script(page_focus()) == json!("Who is your list for?"));
    visit.press_keys(&[keys::TAB]).until("focus in the screen", |visit| {
        visit.script("return document.activeElement.closest('main') !== null") == json!(true)
    });
}

fn page_focus() -> &'static str {
    "return name(document.activeElement)"
}

fn two_children(visit: &mut Visit, first: &str, second: &str) {
    visit.start().name_child(first).press("Add another child").write_nth("First name or nickname", second, 1);
}

fn two_adas(visit: &mut Visit) {
    two_children(visit, "Ada", "Ada");
    visit.see("Remove Ada (1)").see("Remove Ada (2)").next().see("What does Ada (1) enjoy").see("About Ada (1)");
    visit.tick("Music or dance").next().see("What does Ada (2) enjoy").tick("Stories and books");
    visit.go_to_list().leave_by("Make a sheet for an appointment").see("Ada (1) and Ada (2)");
    visit.see("Ada (1) enjoys or is good at music or dance").see("Ada (2) enjoys or is good at stories and books");
    visit.unfold("Your answers").see("What does Ada (2) enjoy");
}

/// From where to where each name stands in the line that names both, from the left.
const PLACES: &str = r#"
const line = document.querySelector('.paper-about').firstChild;
return [...arguments].map((name) => {
  const range = document.createRange();
  const from = line.data.indexOf(name);
  range.setStart(line, from);
  range.setEnd(line, from + name.length);
  return range.getBoundingClientRect().left;
});
"#;

fn arabic(visit: &mut Visit) {
    let [first, second] = ["سارة", "ليلى"];
    two_children(visit, first, second);
    visit.go_to_list().leave_by("Make a sheet for an appointment").see("What we agreed");
    let places = visit.script_with(PLACES, json!([first, second]));
    let at = |index: usize| places.get(index).and_then(Value::as_f64).expect("a place");
    assert!(at(0) < at(1), "the names have swapped places: {places}");
}
