//! A screen that many people share: the next family finds nothing of the last one, and nothing leads out of the page.

use std::collections::BTreeMap;
use std::thread::sleep;
use std::time::Duration;

use serde_json::{Value, json};
use signpost_author::languages::{ACCENTED, ALL, Language, MIRRORED};
use xtask::tools::{Breadth, Engine};

use crate::accessibility::check;
use crate::driver::Wishes;
use crate::gesture::keys;
use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case("a shared screen asks whether somebody is there, waits for whoever is, and is cleared for the next", idle),
    case("whoever comes next to a shared screen finds a clean start, whatever they try", next_family),
    case(
        "whoever comes next to a shared screen finds nobody by undo, in a tab opened again, or after the browser ended",
        taken_back,
    ),
    case(
        "the way on is in sight and in reach on three shared screens, and nothing with the focus is behind it",
        in_reach,
    )
    .except(&[(
        Engine::WebKit,
        "what a script gives the focus to stays behind the foot there; the guide is for Chromium",
    )])
    .daily_in(Engine::Chromium),
    case("on a phone that opens its address a shared screen's page is one like any other", on_a_phone)
        .daily_in(Engine::Chromium),
    case("nothing leads out of a shared screen, and nothing is asked there that others must not see", no_way_out)
        .daily_in(Engine::Chromium),
    case("the start of a shared screen invites in every language of its site, in large letters", attracts),
    case("whatever language a family chose on a shared screen, the next one finds the usual one", usual_language),
    case("many families later a shared screen has kept nothing of any, not on the disk either", many),
    case("in a window that keeps no history a shared screen writes nothing of any family either", in_private)
        .except(NO_FLAG)
        .daily_in(Engine::Chromium),
];

/// The guide is for Chromium, and so is its flag.
const NO_FLAG: &[(Engine, &str)] = &[
    (Engine::Firefox, "its private windows are no flag of a whole run that its driver knows"),
    (Engine::WebKit, "each of its windows under a driver is one already"),
];

const START: &str = "Find help that fits your family";
const STILL: &str = "Are you still there?";
const MORE: &str = "I need more time";
const FINISHED: &str = "I have finished";

/// A name that stands nowhere else.
const CANARY: &str = "Zebulonette";

/// At the first question about a child of this name.
fn sits_down<'v>(visit: &'v mut Visit, name: &str) -> &'v mut Visit {
    visit.ready().press_link("Start").see("Who is your list for?").name_child(name).next()
}

/// So many seconds later than now, by the clock on the wall; the page looks as when it comes back into view.
fn later(visit: &mut Visit, seconds: u32) -> &mut Visit {
    let wait = "window.name = 'clock ' + new Date(performance.timeOrigin + performance.now() + arguments[0] * 1000).toISOString();\
        dispatchEvent(new Event('focus'));";
    visit.script_with(wait, json!([seconds]));
    visit
}

/// Whether the dialog is open, what has the focus, and what a screen reader hears.
const DIALOG: &str = "const dialog = document.querySelector('#still');\
    return [dialog.open, document.activeElement.id, document.querySelector('#still-said').textContent];";

fn idle(visit: &mut Visit) {
    visit.with_clock().open_at("example-hub/");
    let entries = sits_down(visit, "Ada").script("return history.length");
    later(visit, 80).not_see(STILL);
    let [open, focused, said] = dialog(later(visit, 95).see(STILL));
    assert_eq!([open, focused], [json!(true), json!("still-yes")]);
    let said = said.as_str().unwrap_or_default();
    assert!(
        said.starts_with("To keep your answers private") && said.ends_with(|it: char| it.is_ascii_digit()),
        "{said}"
    );
    visit.press("I am still here").not_see(STILL).see("What does Ada enjoy");
    later(visit, 200).see(STILL).press(MORE).not_see(STILL);
    later(visit, 1000).not_see(STILL).see("What does Ada enjoy");
    later(visit, 1105).see(STILL);
    later(visit, 3600).see(START).ready().not_see("Ada");
    assert_eq!(visit.script("return history.length"), entries, "nothing to go back to");
    assert_eq!(visit.stored(), "{}{}");
    later(visit, 9000).see(START).not_see(STILL);
}

fn dialog(visit: &Visit) -> [Value; 3] {
    let told = visit.look(DIALOG);
    [0, 1, 2].map(|place| told[place].clone())
}

fn next_family(visit: &mut Visit) {
    visit.open_at("example-school/").ready();
    let ways: [fn(&mut Visit); 5] = [
        |visit| visit.session().go_back(),
        |visit| visit.session().go_forward(),
        |visit| visit.session().reload(),
        |visit| {
            visit.open_at("example-hub/");
        },
        // Away without a word, and back: the page may have been put aside as it was.
        |visit| {
            sits_down(visit, "Ada");
            visit.open_at("example-school/").ready().session().go_back();
        },
    ];
    for (number, way) in ways.into_iter().enumerate() {
        visit.open_at("example-hub/");
        sits_down(visit, "Ada").press(FINISHED).see(START);
        visit.ready();
        way(visit);
        visit.ready().see("Start").not_see("Ada");
        assert!(!visit.text().contains("Carry on"), "way {number}");
        visit.open_at("example-hub/").ready().press_link("Start").see("Who is your list for?").not_see("Ada");
    }
}

/// Whatever leads elsewhere, or could; but for the start in the other languages of the site.
const WAYS_OUT: &str = "return [...document.querySelectorAll('a[href]:not([href^=\"#\"], #start-page [hreflang]), form, \
    iframe, [target], [download]')]\
    .map((it) => it.outerHTML)";

/// What a finger could miss: a field stands in its label, and both are pressed alike.
const SMALL: &str = "return [...document.querySelectorAll('button, summary, select, label, textarea, a[href], input')]\
    .filter(shown).map((it) => it.closest('label') ?? it).filter((it) => {\
      const { width, height } = it.getBoundingClientRect();\
      return width < 59.5 || height < 59.5;\
    }).map((it) => it.outerHTML)";

fn leads_nowhere(visit: &Visit) {
    assert_eq!(visit.look(SMALL), json!([]), "less than 60 pixels, on the screen \"{}\"", visit.heading());
    assert_eq!(visit.look(WAYS_OUT), json!([]), "on the screen \"{}\"", visit.heading());
    let reset = "return [...document.querySelectorAll('[data-exit]')].filter(shown).length";
    assert!(visit.look(reset).as_u64() > Some(0), "no way to finish on \"{}\"", visit.heading());
}

/// Through a door, and on.
const GO_ON: &str = "(find('button', 'Next') ?? document.querySelector('#main .button.main')).click();";

fn no_way_out(visit: &mut Visit) {
    visit.open_at("example-hub/").ready();
    leads_nowhere(visit);
    sits_down(visit, "Ada");
    for _ in 0..80 {
        if visit.heading() == "Your list" {
            break;
        }
        leads_nowhere(visit);
        let (heading, text) = (visit.heading(), visit.text());
        visit.not_see("Do you feel safe").not_see("allowed to stay").script(GO_ON);
        visit.until("the next screen", |visit| visit.heading() != heading || visit.text() != text);
    }
    visit.unfold_all().see("To talk in private");
    leads_nowhere(visit);
    visit.press("See all support").until("all support", |visit| visit.heading() == "All support").unfold_all();
    leads_nowhere(visit);
    visit.go_to_list().press("Make a sheet for an appointment").see("Say this number:");
    leads_nowhere(visit);
    let number = visit.look("return document.querySelector('[data-desk]').textContent");
    assert!(number.as_str().is_some_and(|it| it.len() == 3 && it.bytes().all(|it| it.is_ascii_digit())), "{number}");
    visit.see("For staff: print it now");
}

/// What is written smaller than 24 pixels.
const SMALL_WORDS: &str = "const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);\
    const found = [];\
    while (walk.nextNode()) {\
      const { data, parentElement } = walk.currentNode;\
      const size = parseFloat(getComputedStyle(parentElement).fontSize);\
      if (data.trim() && shown(parentElement) && size < 24) found.push(`${size}: ${data}`);\
    }\
    return found";

/// Each other language: where its link leads, what it says of itself, and what can be read there on the screen.
const INVITATIONS: &str = "return [...document.querySelectorAll('[hreflang]')].filter(shown)\
    .map((it) => [new URL(it.href).pathname, it.hreflang, it.lang, it.dir, text(it)])";

/// The start of the hub in a language.
fn path(language: &Language) -> String {
    let is_usual = language.name == ALL[0].name;
    if is_usual { "/example-hub/".into() } else { format!("/example-hub/{}/", language.name) }
}

fn invitation(language: &Language) -> Value {
    let direction = if language.right_to_left { "rtl" } else { "ltr" };
    let says = format!("{} {}", language.own, language.says("Start"));
    json!([path(language), language.tag, language.tag, direction, says])
}

fn attracts(visit: &mut Visit) {
    for language in &ALL {
        visit.open_at(&path(language)[1..]).ready().session().resize(1280);
        let others: Vec<_> = ALL.iter().filter(|it| it.name != language.name).map(invitation).collect();
        assert_eq!(visit.look(INVITATIONS), json!(others), "in {}", language.tag);
        let here =
            "const it = document.querySelector('nav [aria-current=page]'); return [it.tagName, it.lang, text(it)]";
        assert_eq!(visit.look(here), json!(["STRONG", language.tag, language.own]));
        visit.see(&language.says("Start")).unfold_all();
        assert_eq!(visit.look(SMALL_WORDS), json!([]), "in {}", language.tag);
        leads_nowhere(visit);
        check(visit);
    }
}

const PRESS_A_LANGUAGE: &str = "document.querySelector('[hreflang]').click()";

fn usual_language(visit: &mut Visit) {
    visit.with_clock().open_at("example-hub/").ready();
    let entries = visit.script("return history.length");
    visit.press_link(ACCENTED.own).in_language("en-XA", &path(&ACCENTED));
    visit.press_link(MIRRORED.own).in_language("ar-XB", &path(&MIRRORED));
    visit.press_first("#start").comes(".children").put(".child-name input", 0, CANARY).script(PRESS_A_LANGUAGE);
    visit.press_first(".ways .main").comes(".question").press_first("[data-exit]");
    at_the_usual_start(visit, &entries);
    visit.press_link(MIRRORED.own).in_language("ar-XB", &path(&MIRRORED));
    let asks = MIRRORED.says(STILL);
    later(visit, 95).see(&asks).press_first("#still-yes").not_see(&asks);
    later(visit, 300).in_language("en-GB", &path(&ALL[0]));
    at_the_usual_start(visit, &entries);
}

/// Nothing of the family before, and no way back to it.
fn at_the_usual_start(visit: &mut Visit, entries: &Value) {
    visit.in_language("en-GB", &path(&ALL[0])).see(START).not_see(CANARY);
    assert_eq!((visit.script("return history.length"), visit.stored()), (entries.clone(), "{}{}".to_owned()));
}

/// The field of a name, with the focus.
const NAME: &str = "const field = fields('First name')[0]; field.focus(); return field.value;";

fn name_is_blank(visit: &mut Visit) {
    assert_eq!(visit.script(NAME), json!(""));
}

/// What undoes and does again in a field, by real keys.
fn take_back(visit: &mut Visit) {
    visit.hold(keys::CONTROL, |visit| {
        visit.press_keys(&["z", "z", "y"]);
    });
}

fn taken_back(visit: &mut Visit) {
    visit.open_at("example-hub/").ready().press_link("Start").see("Who is your list for?");
    name_is_blank(visit);
    visit.type_keys(CANARY);
    take_back(visit);
    visit.type_keys(CANARY).press(FINISHED).see(START).ready().press_link("Start").see("Who is your list for?");
    name_is_blank(visit);
    take_back(visit);
    name_is_blank(visit);
    visit.name_child(CANARY).next().see(CANARY);
    // Closed in the middle of a visit, and opened again.
    let closed = visit.session().tab();
    let opened = visit.new_tab();
    visit.switch_to(&closed).session().close_tab();
    visit.switch_to(&opened).open_at("example-hub/");
    knows_nobody(visit);
    if visit.engine == Engine::Chromium {
        opened_by_itself(visit);
    }
}

fn knows_nobody(visit: &mut Visit) {
    visit.ready().see(START).not_see(CANARY).press_link("Start").see("Who is your list for?");
    name_is_blank(visit);
    take_back(visit);
    name_is_blank(visit);
    assert_eq!(visit.stored(), "{}{}");
}

/// A browser that ended in the middle of a visit begins again, and brings back by itself what was open.
fn opened_by_itself(visit: &mut Visit) {
    visit.with(Wishes { restores: true, unused: true, ..Wishes::default() }).open_at("example-hub/");
    sits_down(visit, CANARY).see(CANARY).restart();
    visit.until("the page of before", |visit| {
        visit.session().tabs().iter().any(|tab| {
            visit.session().switch_to(tab);
            visit.look("return location.pathname") == json!("/example-hub/")
        })
    });
    knows_nobody(visit);
}

/// How wide and how high: two that hang on a wall or stand on a desk, and one that stands upright.
const SCREENS: [(u32, u32); 3] = [(1_280, 800), (1_920, 1_080), (1_080, 1_920)];

/// The ways on and out that somebody who sits does not reach, or that something else covers.
const OUT_OF_REACH: &str = "const ways = [...document.querySelectorAll('.ways button, .shell-bar button')].filter(shown);\
    const upright = innerHeight > innerWidth;\
    return ways.filter((it) => {\
      const { top, bottom, left, right } = it.getBoundingClientRect();\
      const free = it.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));\
      return !free || bottom > innerHeight || upright && top < innerHeight / 3;\
    }).map((it) => it.outerHTML)";

/// What is covered while it has the focus.
const COVERED: &str = "const all = [...document.querySelectorAll('#main input, #main select, #main summary, #main button')];\
    return all.filter(shown).filter((it) => {\
      it.focus();\
      const { top, bottom, left, right } = (it.closest('label') ?? it).getBoundingClientRect();\
      const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);\
      return !(it.closest('label') ?? it).contains(at);\
    }).map((it) => it.outerHTML)";

fn in_reach(visit: &mut Visit) {
    for (width, height) in SCREENS {
        visit.open_at("example-hub/").ready().session().resize_to(width, height);
        visit.press_link("Start").see("Who is your list for?");
        for _ in 0..80 {
            let (heading, text) = (visit.heading(), visit.text());
            if heading == "Your list" {
                break;
            }
            let at = format!("{width} by {height}, on \"{heading}\"");
            visit.rested().script("scrollTo({ top: 0, behavior: 'instant' })");
            assert_eq!(visit.look(OUT_OF_REACH), json!([]), "{at}");
            assert_eq!(visit.script(COVERED), json!([]), "{at}");
            visit.script(GO_ON);
            visit.until("the next screen", |visit| visit.heading() != heading || visit.text() != text);
        }
        assert_eq!(visit.heading(), "Your list");
    }
}

fn on_a_phone(visit: &mut Visit) {
    visit.with_narrow_screen().open_at("example-hub/").ready();
    visit
        .see("Exit this page")
        .not_see(FINISHED)
        .see("not even to the school")
        .not_see("Your answers stay on this screen");
    sits_down(visit, "Ada").see("Exit this page").not_see(FINISHED);
    visit.press("Delete my answers").see("Yes, delete them").not_see(FINISHED).press("Yes, delete them");
    visit.see("Your answers are deleted.").press_link("Start").see("Who is your list for?").not_see("Ada");
    visit.go_to_list().unfold_all().see("Copy a link to this list").not_see("Show a code");
    assert_ne!(visit.look(WAYS_OUT), json!([]), "a number can be pressed there");
}

/// Three minutes after its start Chromium starts a service of its own (for models on the device), whatever is on the
/// screen: some 50 MB that are no family's. It is given that time each time, so that it has as long to clear up.
const CHROMIUM_IS_UP: Duration = Duration::from_secs(200);

/// What all of the browser holds, in bytes, by what its processes are for. Chromium clears up first, as it does on a device
/// that runs short: what it leaves lying until then is nobody's, and far more than what a family costs.
fn held(visit: &mut Visit) -> BTreeMap<String, u64> {
    visit.ready();
    if visit.engine == Engine::Chromium {
        clear_up(visit);
    }
    visit.session().memory()
}

fn clear_up(visit: &Visit) {
    sleep(CHROMIUM_IS_UP);
    let collect = ("HeapProfiler.collectGarbage", json!({}));
    let short = ("Memory.simulatePressureNotification", json!({ "level": "critical" }));
    for (command, params) in [collect.clone(), short, collect] {
        visit.session().tell_chromium(command, params);
        // No process says when it has done so.
        sleep(Duration::from_secs(2));
    }
}

/// As the guide starts Chromium; a hundred families by night.
fn in_private(visit: &mut Visit) {
    let families = if Breadth::chosen() == Breadth::All { 100 } else { 10 };
    visit.with(Wishes { private: true, unused: true, ..Wishes::default() }).open_at("example-hub/");
    for _ in 0..families {
        sits_down(visit, CANARY).press(FINISHED).see(START);
    }
    assert_eq!(visit.ready().stored(), "{}{}");
    visit.session().end();
    for words in [CANARY, "example-hub"] {
        assert_eq!(visit.session().on_disk(words), Vec::<std::path::PathBuf>::new(), "{words}");
    }
}

fn many(visit: &mut Visit) {
    let all = Breadth::chosen() == Breadth::All;
    let families = match (all, visit.engine) {
        (true, Engine::Chromium) => 5_000,
        (true, _) => 1_000,
        _ => 10,
    };
    // The first families fill what a browser keeps for good: compiled scripts, and the like. Firefox takes longest.
    let first = if visit.engine == Engine::Firefox { 300 } else { 100 };
    visit.with(Wishes { unused: true, ..Wishes::default() }).open_at("example-hub/");
    let mut before = None;
    for family in 1..=families {
        sits_down(visit, CANARY).press(FINISHED).see(START);
        if all && family == first {
            before = Some(held(visit));
        }
    }
    assert_eq!(visit.ready().stored(), "{}{}");
    if let Some(before) = before {
        let after = held(visit);
        let says = format!("bytes after {first} families: {before:?}; after {families}: {after:?}");
        let [before, after] = [before, after].map(|held| held.values().sum::<u64>());
        println!("{}: {before}, then {after}; {says}", visit.engine.name());
        assert!(after < before / 20 * 21, "{before}, then {after}; {says}");
    }
    // Firefox's driver clears the profile away when it ends.
    if visit.engine == Engine::Chromium {
        visit.session().end();
    }
    assert_eq!(visit.session().on_disk(CANARY), Vec::<std::path::PathBuf>::new());
    // That nothing of the family is found counts only because the browser does write on the disk what it may.
    let writes = visit.engine != Engine::WebKit;
    assert!(!writes || !visit.session().on_disk("example-hub").is_empty(), "the profile is somewhere else");
}
