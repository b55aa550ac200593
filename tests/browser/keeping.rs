//! How long answers live, and storage as it really is: it throws, it fills, it holds what nobody can read.

use serde_json::json;
use xtask::server::Travel;
use xtask::tools::Engine;

use crate::altered::SUNNY;
use crate::driver::Wishes;
use crate::embedded::Website;
use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case("nothing is stored before the first action", nothing_at_first),
    case("a reload goes on where the parent was", a_reload),
    case("seven days on this device is the parent's choice and nothing else's", on_this_device),
    case("keeping nowhere leaves nothing behind", nowhere),
    case("deleting the answers deletes them and says so", deleting),
    case("where storage is blocked the visit goes on and says so", blocked)
        .except(&[(Engine::WebKit, "WebKitGTK's driver cannot block storage")]),
    case("where storage is full the visit goes on, says so, and keeps the old record", full),
    case("answers that cannot be read stay until the parent deletes them", corrupt),
    case("answers of a newer version stay untouched", newer),
    case("answers older than seven days are not opened, and stay until the parent deletes them", expired),
    case("exit hides the page and forgets everything", exit),
    case("after a crash the answers are still there, after two in a row it starts clean", crashes),
];

const KEY: &str = "parent-signpost";

fn begin(visit: &mut Visit) {
    visit.start().name_child("Ada").next().see("What does Ada enjoy");
}

fn nothing_at_first(visit: &mut Visit) {
    visit.open_ready();
    assert_eq!(visit.stored(), "{}{}");
    visit.press_link("Start").see("Who is your list for?").next();
    assert_eq!(visit.stored(), "{}{}");
    assert_eq!(visit.script("return document.cookie"), json!(""));
}

fn a_reload(visit: &mut Visit) {
    begin(visit);
    visit.tick("Music or dance").session().reload();
    visit.see("What does Ada enjoy");
    assert_eq!(visit.ticked(), ["Music or dance"]);
}

fn on_this_device(visit: &mut Visit) {
    begin(visit);
    assert_eq!(visit.script("return localStorage.length"), json!(0));
    visit.unfold("Keeping your answers").tick("For 7 days on this device");
    assert_eq!(visit.script("return [localStorage.length, sessionStorage.length]"), json!([1, 0]));
    visit.session().reload();
    visit.see("Carry on where you left off").not_see("Ada").press_link("Carry on").see("What does Ada enjoy");
}

fn nowhere(visit: &mut Visit) {
    begin(visit);
    visit.unfold("Keeping your answers").tick("Do not keep them at all").tick("Music or dance");
    assert_eq!(visit.stored(), "{}{}");
    visit.session().reload();
    visit.see("Find help that fits your family").see("Start");
}

fn deleting(visit: &mut Visit) {
    begin(visit);
    visit.press("Delete my answers").see("Delete all your answers?").press("No, keep them").see("What does Ada enjoy");
    visit.press("Delete my answers").press("Yes, delete them").see("Your answers are deleted.");
    assert_eq!(visit.stored(), "{}{}");
    visit
        .press_link("Start")
        .see("Who is your list for?")
        .not_see("Remove Ada")
        .next()
        .see("What does your child enjoy");
}

fn blocked(visit: &mut Visit) {
    visit.with(Wishes { no_storage: true, ..Wishes::default() });
    begin(visit);
    goes_on_without(visit);
    // In a frame a browser keeps the storage of other websites away more often than from a page of its own.
    visit.open_questions(&Website::plain());
    visit.name_child("Ada").next().see("What does Ada enjoy");
    goes_on_without(visit);
}

fn goes_on_without(visit: &mut Visit) {
    visit.see("This browser does not let us keep your answers.").tick("Music or dance").next();
    visit.go_to_list().see("For every family");
}

/// Writes ever smaller pieces until not one more letter fits.
const FILL_UP: &str = r#"
let piece = 'x'.repeat(1 << 22);
for (let number = 0; piece.length; number++) {
  try { sessionStorage.setItem('fill' + number, piece); } catch { piece = piece.slice(Math.ceil(piece.length / 2)); }
}
"#;

fn full(visit: &mut Visit) {
    begin(visit);
    let before = visit.script(&format!("return sessionStorage.getItem('{KEY}')"));
    visit.script(FILL_UP);
    visit.tick("Music or dance").see("There is no more room in this browser");
    assert_eq!(visit.script(&format!("return sessionStorage.getItem('{KEY}')")), before);
    visit.next().go_to_list().see("For every family");
}

fn with_record(visit: &mut Visit, record: &str) {
    visit.open_ready().script(&format!("sessionStorage.setItem('{KEY}', {})", json!(record)));
    visit.session().reload();
    visit.until("the widget to be ready", |visit| {
        visit.script("return document.documentElement.dataset.signpost") == json!("ready")
    });
}

fn stays_until_deleted(visit: &mut Visit, record: &str) {
    visit.press_link("Start").name_child("Ada").next();
    assert_eq!(visit.script(&format!("return sessionStorage.getItem('{KEY}')")), json!(record));
    visit.press("Delete the old answers");
    assert!(visit.stored().contains("Ada"), "{}", visit.stored());
}

fn corrupt(visit: &mut Visit) {
    with_record(visit, "{{{ not a record");
    visit.press_link("Start").see("There are saved answers here that we cannot read.").back();
    stays_until_deleted(visit, "{{{ not a record");
}

fn newer(visit: &mut Visit) {
    with_record(visit, r#"{"v":99}"#);
    visit.press_link("Start").see("from a newer version of this page").back();
    stays_until_deleted(visit, r#"{"v":99}"#);
}

fn expired(visit: &mut Visit) {
    let record = r#"{"v":1,"minute":1000,"family":{},"children":[{"name":"Zebedee","answers":{}}]}"#;
    with_record(visit, record);
    visit.see("more than 7 days old").see("Start").not_see("Carry on");
    stays_until_deleted(visit, record);
    assert!(!visit.stored().contains("Zebedee"), "{}", visit.stored());
}

/// What a browser reports when the widget traps. In Firefox the page's own objects lie behind `wrappedJSObject`.
const TRAP: &str = r#"
const { RuntimeError } = (window.wrappedJSObject ?? window).WebAssembly;
dispatchEvent(new ErrorEvent('error', { error: new RuntimeError('unreachable') }));
"#;

/// The widget crashes.
pub(crate) fn trap(visit: &mut Visit) {
    visit.script(TRAP);
    visit.see("Sorry, something went wrong");
}

/// It crashes, and the parent tries again.
pub(crate) fn crash(visit: &mut Visit) {
    trap(visit);
    visit.press("Try again");
}

fn crashes(visit: &mut Visit) {
    begin(visit);
    crash(visit);
    visit.see("What does Ada enjoy");
    crash(visit);
    visit.see("Find help that fits your family").see("Start");
}

fn exit(visit: &mut Visit) {
    visit.with_weather(Travel::Whole);
    begin(visit);
    assert!(visit.stored().contains("Ada"));
    visit.press("Exit this page").see(SUNNY);
    visit.open_ready().see("Start");
    assert_eq!(visit.stored(), "{}{}");
    visit.press_link("Start").see("Who is your list for?").next().see("What does your child enjoy");
}
