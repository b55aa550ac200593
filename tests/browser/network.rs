//! From the first answer on nothing leaves the browser, not even by force.

use serde_json::json;
use xtask::tools::{Breadth, Engine};

use crate::page::LOOK;
use crate::visit::Visit;
use crate::whole::a_family;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case(
        "after the first answer not one request is made, and nothing is tried that the policy of the page forbids",
        no_requests,
    ),
    case("after the first answer nothing can be sent by force", nothing_by_force),
    case("whatever is pressed, in whatever order, nothing is sent", nothing_at_random).daily_in(Engine::Chromium),
    case("the page asks nobody but its own host", own_host_only),
];

fn no_requests(visit: &mut Visit) {
    visit.open_ready().script(VIOLATIONS);
    visit.press_link("Start").see("Who is your list for?").server.clear_requests();
    visit.name_child("Ada").born("May", "2020").next();
    a_family_goes_on(visit);
    let seen: Vec<_> = visit.server.requests().into_iter().map(|request| request.path).collect();
    assert_eq!(seen, Vec::<String>::new());
    assert_eq!(visit.script("return window.violations"), json!([]));
}

/// Notes what the page's policy forbids from now on.
const VIOLATIONS: &str = "window.violations = [];\
    addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective + event.blockedURI));";

/// Presses whatever is there, types into it and chooses from it, so many times, in an order that a number makes. Nobody
/// leaves, deletes or prints. Says on how many screens it was.
const AT_RANDOM: &str = r#"
const done = arguments[arguments.length - 1];
let seed = arguments[0];
const some = (list) => { seed = (seed * 48271) % 2147483647; return list[seed % list.length]; };
const may = (it) => shown(it) && !/Delete|Print|Open/.test(text(it));
const act = (it) => {
  if (it.matches('textarea, input:not([type=checkbox], [type=radio])')) {
    it.value = 'Zoë ' + seed;
    it.dispatchEvent(new Event('input', { bubbles: true }));
  } else if (it.tagName === 'SELECT') {
    it.selectedIndex = seed % it.options.length;
    it.dispatchEvent(new Event('change', { bubbles: true }));
  } else it.click();
};
const walk = async () => {
  const screens = new Set();
  for (let count = 0; count < arguments[1]; count += 1) {
    const all = [...document.querySelectorAll('#start, #app :is(button:not([data-exit]), input, textarea, select, summary)')];
    const on = all.filter(may).filter((it) => /^(Next|Start|Carry on|Back to questions)/.test(text(it)));
    act(count % 3 === 0 && on.length ? on[0] : some(all.filter(may)));
    screens.add(text([...document.querySelectorAll('h1, h2.question-title')].filter(shown)[0] ?? document.body));
    await new Promise((go) => setTimeout(go));
  }
  return screens.size;
};
walk().then(done, (error) => done(String(error)));
"#;

/// How often something is done at a time, and how many times over: every day, and nightly.
const PRESSES: usize = 250;
const DAILY: usize = 1;
const NIGHTLY: usize = 160;

fn nothing_at_random(visit: &mut Visit) {
    visit.open_ready().script(VIOLATIONS);
    visit.press_link("Start").see("Who is your list for?").server.clear_requests();
    let times = if Breadth::chosen() == Breadth::All { NIGHTLY } else { DAILY };
    for seed in 1..=times {
        let screens = visit.session().script_later(&format!("{LOOK}{AT_RANDOM}"), json!([seed, PRESSES]));
        assert!(screens.as_u64().is_some_and(|screens| screens > 5), "{screens} screens from the seed {seed}");
        let seen: Vec<_> = visit.server.requests().into_iter().map(|request| request.path).collect();
        assert_eq!(seen, Vec::<String>::new(), "from the seed {seed}");
    }
    assert_eq!(visit.script("return window.violations"), json!([]));
}

fn a_family_goes_on(visit: &mut Visit) {
    visit.answer("What does Ada enjoy", &["Music or dance"]).answer("Who are you", &["Dad"]);
    visit.answer("Is there anything about Ada", &["Behaviour"]);
    visit.go_to_list().press("I'd like this").leave_by("Make a sheet for an appointment").see("What we agreed");
    visit.press("See all support").see("All support");
}

/// The same attempts before and after the first answer: that nothing is seen after it counts only because all of them
/// are seen before it.
fn nothing_by_force(visit: &mut Visit) {
    let mut seen = attempts(visit.open_ready());
    // What is offered may just be on its way.
    seen.retain(|path| path.starts_with("/leak-"));
    seen.sort_unstable();
    assert_eq!(seen, OPEN_AT_FIRST);
    a_family(visit);
    assert_eq!(attempts(visit), Vec::<String>::new());
}

/// The ways out to its own host that the page's own policy leaves open until the first answer. A frame and a form are
/// attempted too, but the policy refuses those from the start.
const OPEN_AT_FIRST: [&str; 9] = [
    "/leak-beacon",
    "/leak-events",
    "/leak-fetch",
    "/leak-image",
    "/leak-script",
    "/leak-socket",
    "/leak-style",
    "/leak-worker",
    "/leak-xhr",
];

/// What the server sees of attempts that a script of the page itself makes, as an attacker's would.
fn attempts(visit: &Visit) -> Vec<String> {
    visit.server.clear_requests();
    let tried = visit.session().script_later(ATTEMPTS, json!([]));
    assert_eq!(tried, json!("tried"), "the attempts were not made");
    visit.server.requests().into_iter().map(|request| request.path).collect()
}

const ATTEMPTS: &str = r#"
const done = arguments[arguments.length - 1];
const page = window.wrappedJSObject ?? window;
const add = (name, set) => { const element = document.createElement(name); set(element); document.body.append(element); };
const attempts = [
  () => page.fetch('/leak-fetch').catch(() => 0),
  () => { const request = new page.XMLHttpRequest(); request.open('GET', '/leak-xhr'); request.send(); },
  () => page.navigator.sendBeacon('/leak-beacon', 'answer'),
  () => add('img', (image) => { image.src = '/leak-image'; }),
  () => add('script', (script) => { script.src = '/leak-script'; }),
  () => add('link', (link) => { link.rel = 'stylesheet'; link.href = '/leak-style'; }),
  () => add('iframe', (frame) => { frame.src = '/leak-frame'; }),
  () => add('form', (form) => { form.action = '/leak-form'; form.method = 'post'; form.submit(); }),
  () => new page.Worker('/leak-worker'),
  () => new page.EventSource('/leak-events'),
  () => new page.WebSocket('ws://' + location.host + '/leak-socket'),
];
for (const attempt of attempts) { try { attempt(); } catch { /* refused at once */ } }
setTimeout(() => done('tried'), 1500);
"#;

fn own_host_only(visit: &mut Visit) {
    a_family(visit);
    let foreign = "return performance.getEntriesByType('resource').map((it) => it.name).filter((it) => !it.startsWith(location.origin))";
    assert_eq!(visit.script(foreign), json!([]));
}
