//! A long visit takes no more than a short one: what a screen took is given back when it goes. Nothing here is timed.

use serde_json::json;
use xtask::tools::Engine;

use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] =
    &[case("a thousand screens and two hundred lists later the page takes no more than after the first", lasting)
        .daily_in(Engine::Chromium)];

/// How many pairs of screens, there and back, before the first look, and between the looks.
const PAIRS: [u32; 2] = [100, 500];

/// How many openings of the list, there and back, before the first look, and between the looks.
const LISTS: [u32; 2] = [20, 200];

/// The most presses in one script, which a driver waits for no longer than half a minute.
const AT_ONCE: u32 = 50;

/// The memory may grow by so many hundredths: what is free lies otherwise each time.
const LEEWAY: u64 = 5;

/// Presses this and what then stands there in turn, so many times; gives the screens between which that went. A screen
/// is there as soon as the page has had its turn.
const TO_AND_FRO: &str = r#"
const [there, back, times, done] = arguments;
const press = async (css) => {
  document.querySelector(css).click();
  for (let turns = 0; turns < 3; turns += 1) await turn();
  return document.querySelector('#app h1').textContent;
};
const go = async () => {
  const headings = new Set();
  for (let time = 0; time < times; time += 1) headings.add(await press(there)).add(await press(back));
  await new Promise((go) => setTimeout(go, 400));
  return [...headings];
};
go().then(done, (error) => done([String(error)]));
"#;

/// What the page takes now: pages of memory, listeners on its elements, its elements and what else is in it.
const TAKES: &str = r#"
const all = document.createTreeWalker(document);
let nodes = 0;
while (all.nextNode()) nodes += 1;
return [window.memory.buffer.byteLength / 65536, window.listening, nodes];
"#;

fn lasting(visit: &mut Visit) {
    visit.with_counts().start().name_child("Ada").next();
    live_on(visit, PAIRS[0], LISTS[0]);
    let before = takes(visit);
    live_on(visit, PAIRS[1], LISTS[1]);
    let after = takes(visit);
    assert_eq!(after[1..], before[1..], "listeners and nodes");
    let most = before[0] + before[0] * LEEWAY / 100;
    assert!(after[0] <= most, "{} pages of memory have become {}", before[0], after[0]);
}

fn live_on(visit: &Visit, pairs: u32, lists: u32) {
    to_and_fro(visit, ".ways .main", ".ways-back", pairs, 2);
    to_and_fro(visit, ".shell-bar .quiet", ".shell-bar .quiet", lists, 2);
}

fn to_and_fro(visit: &Visit, there: &str, back: &str, times: u32, screens: usize) {
    for begun in (0..times).step_by(AT_ONCE as usize) {
        let some = AT_ONCE.min(times - begun);
        let went = visit.session().script_later(TO_AND_FRO, json!([there, back, some]));
        assert_eq!(went.as_array().map(Vec::len), Some(screens), "{went}");
    }
}

fn takes(visit: &Visit) -> [u64; 3] {
    let found = visit.script(TAKES);
    [0, 1, 2].map(|place| found[place].as_u64().unwrap_or_else(|| panic!("{found}")))
}
