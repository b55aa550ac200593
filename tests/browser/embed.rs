//! One line on any website: the widget is there or its link is, as high as what is in it, and the website is left alone.

use std::fs;

use serde_json::{Value, json};
use signpost_author::languages::MIRRORED;
use xtask::server::{Fault, Server, ServerOptions, Travel};
use xtask::tools::{Breadth, Engine};

use crate::altered::{SUNNY, altered, weather};
use crate::driver::Wishes;
use crate::embedded::{EXIT, FRAME, LINK, Website};
use crate::frames::only_documented;
use crate::gesture::keys;
use crate::heights::is_fitting;
use crate::visit::Visit;
use crate::{Case, case, release};

pub(crate) const CASES: &[Case] = &[
    case("one line shows the widget in the place of its link", shows),
    case("one line of a version is checked by its digest", checked),
    case("whoever has the keyboard on the link of the line keeps it", keeps_keyboard),
    case("where the frame does not answer, the link of the line stays", silent),
    case("a site and a language are folders, and a wrong one leaves the link of the line", folders),
    case("in the frame of the line whoever changes the language stays in the frame", changed_language),
    case("a line of a fixed height scrolls inside its frame, which stays as high as it is", fixed),
    case("on a new screen of the line the website brings the heading into view, only where it is not", headings),
    case("the dialog in the long frame of the line opens where the press was", dialog),
    case("the line takes neither the focus nor the place of a page that loads", left_alone),
    case("the line is light or dark as the website says", themes),
    case("ten thousand strange messages to the frame of the line change nothing", strange_to_frame),
    case("ten thousand strange messages to the element of the line change nothing", strange_to_element),
    case("ten lines on one page load when they are near", ten),
    case("a thousand lines that came and went leave nothing", come_and_gone).daily_in(Engine::Chromium),
    case("the line leaves the styles and the globals of its website alone", no_traces),
    case("exit over the website wipes the frame of the line and leaves the page", exit_by_press),
    case("three taps on Shift in the website leave it while the questions of the line are open", exit_by_shift),
    case("exit in the frame of the line leaves the page", exit_in_frame),
    case("exit over the website leaves also where the frame of the line does not answer any more", exit_from_silence),
];

// ------------------------------------------------------------------------------------------------- there or not

fn shows(visit: &mut Visit) {
    visit.open_line(&Website::plain()).answered().until("the widget", |visit| visit.stands() == (false, true));
    let frame = visit.script("const frame = deep('parent-signpost >>> iframe'); return [frame.title, frame.src]");
    assert_eq!(frame, json!([LINK, format!("{}/", visit.server.address())]));
    visit.in_frame(FRAME).ready().tap("link", "Start").see("Who is your list for?");
}

fn keeps_keyboard(visit: &mut Visit) {
    let focus = "<script>addEventListener('DOMContentLoaded', () => document.querySelector('a').focus())</script>";
    visit.open_line(&Website::plain().with_head(focus)).answered();
    assert_eq!(visit.stands(), (true, true));
    assert_eq!(visit.script("return text(document.activeElement)"), json!(LINK));
}

/// The lines to copy that the release brings along, from a host that sends what the guide says.
fn checked(visit: &mut Visit) {
    visit.served_by(ServerOptions::new(release()).with_headers(only_documented()));
    let lines = fs::read_to_string(release().join("embed.txt")).expect("the lines to copy");
    let (_, line) = lines.split_once("checked by the browser:").expect("the line of a version");
    assert!(line.contains("integrity=\"sha384-"), "{line}");
    let line = line.replace("https://help.example.org/signpost", &visit.server.address());
    visit.open_website(&format!("<!doctype html><title>Oak</title>{line}"));
    visit.in_frame(FRAME).ready().see(LINK);
    let other = line.replace("sha384-", "sha384-AAAA");
    visit.open_website(&format!("<!doctype html><title>Oak</title>{other}")).see(LINK);
    assert_eq!(visit.stands(), (true, false));
}

/// A fault that makes the element give its frame up soon.
pub(crate) fn hasty() -> Fault {
    altered(|script| script.replace("2e4", "400"))
}

/// The frame was given up, or never came, and the link of the line can be read.
pub(crate) fn link_stays(visit: &mut Visit) {
    let no_frame = |visit: &Visit| visit.look("return !deep('parent-signpost >>> iframe')") == json!(true);
    visit.until("no frame", no_frame).see(LINK);
    assert_eq!(visit.stands(), (true, false));
}

fn silent(visit: &mut Visit) {
    let fault = hasty();
    visit.with(Wishes { unfinished: true, ..Wishes::default() });
    visit.spoiled_by(Box::new(
        move |path, served| {
            if path == "/" { served.travelling(Travel::Stall) } else { fault(path, served) }
        },
    ));
    visit.open_line(&Website::plain()).until("the element", |visit| {
        visit.look("return Boolean(document.querySelector('parent-signpost')?.shadowRoot)") == json!(true)
    });
    link_stays(visit);
}

fn folders(visit: &mut Visit) {
    for attributes in ["site=\"ar-XB\"", "language=\"ar-XB\"", "site=\"example-school\" language=\"ar-XB\""] {
        visit.open_line(&Website::plain().with(attributes)).answered().in_frame(FRAME).ready();
        assert_eq!(visit.script("return document.dir"), json!("rtl"));
    }
    visit.spoiled_by(hasty());
    for attributes in ["site=\"no-such-school\"", "site=\"../secret\"", "site=\"\"", "language=\"x/y\""] {
        link_stays(visit.open_line(&Website::plain().with(attributes)));
    }
}

/// The element greets the page in the other language, too.
fn changed_language(visit: &mut Visit) {
    visit.open_line(&Website::plain().with("site=\"example-school\"")).answered().in_frame(FRAME).ready();
    visit.press_link(MIRRORED.own).in_top();
    visit.until("a second greeting", |visit| visit.look("return readies") == json!(2)).in_frame(FRAME);
    visit.in_language("ar-XB", "/example-school/ar-XB/").press_first("#start").comes(".children");
    assert_eq!(visit.script("return document.documentElement.dataset.hosted"), json!("fit"));
}

// ------------------------------------------------------------------------------------------------- heights

fn fixed(visit: &mut Visit) {
    visit
        .open_questions(&Website::plain().with("fixed-height=\"500\""))
        .press("Your list so far")
        .see("For every family");
    let seen = visit.around("return [deep('parent-signpost >>> iframe').offsetHeight, heights.length]");
    assert_eq!(seen, json!([500, 0]));
    let scrolls =
        "scrollTo(0, 100); return [innerHeight, scrollY, [...document.querySelectorAll('[data-exit]')].some(shown)]";
    assert_eq!(visit.script(scrolls), json!([500, 100, true]));
}

// ------------------------------------------------------------------------------------------------- headings and focus

/// Where what matches in the frame stands in the window of the website: top, bottom, the window's height, how far that is
/// scrolled.
fn stands_at(visit: &mut Visit, css: &str) -> [f64; 4] {
    let inside = "const box = [...document.querySelectorAll(arguments[0])].find(shown).getBoundingClientRect();\
        return [box.top, box.bottom]";
    let inside = visit.script_with(inside, json!([css]));
    let around =
        visit.around("return [deep('parent-signpost >>> iframe').getBoundingClientRect().top, innerHeight, scrollY]");
    let number = |value: &Value| value.as_f64().expect("a number");
    let start = number(&around[0]);
    [start + number(&inside[0]), start + number(&inside[1]), number(&around[1]), number(&around[2])]
}

fn comes_into_view(visit: &mut Visit, css: &str) {
    for _ in 0..100 {
        let [top, bottom, height, _] = stands_at(visit, css);
        if top >= 0.0 && bottom <= height {
            return;
        }
        visit.breathe();
    }
    panic!("{css} is at {:?}", stands_at(visit, css));
}

fn headings(visit: &mut Visit) {
    visit.open_questions(&Website::plain());
    comes_into_view(visit, "h1");
    let [.., before] = stands_at(visit, "h1");
    visit.press("Next").see("What does your child enjoy").rested();
    comes_into_view(visit, "h1");
    let [.., after] = stands_at(visit, "h1");
    assert!((before - after).abs() < 1.0, "the heading was in view, and the page moved from {before} to {after}");
    visit.press("Your list so far").see("For every family").rested();
    visit.around("scrollBy({ top: 1500, behavior: 'instant' })");
    assert!(stands_at(visit, "h1")[1] < 0.0, "the heading is still in view");
    visit.press("Make a sheet for an appointment").see("What we agreed").rested();
    comes_into_view(visit, "h1");
    under_a_header(visit);
}

/// What lies under a header that stays at the top is not in view either.
fn under_a_header(visit: &mut Visit) {
    let header = "const style = document.createElement('style'); document.head.append(style);\
        style.textContent = 'h1 { position: sticky; inset-block-start: 0; block-size: 60px; z-index: 9 }'";
    visit.around(header);
    let [top, ..] = stands_at(visit, "h1");
    visit.around(&format!("scrollBy({{ top: {top} - 10, behavior: 'instant' }})"));
    visit.press("Back").see("For every family").rested();
    for _ in 0..100 {
        if stands_at(visit, "h1")[0] >= 60.0 {
            return;
        }
        visit.breathe();
    }
    panic!("the heading is at {:?}, under the header", stands_at(visit, "h1"));
}

fn dialog(visit: &mut Visit) {
    visit.open_questions(&Website::plain()).press("Your list so far").see("For every family");
    visit
        .until("the frame to be as high as the list", is_fitting)
        .tap("button", "Delete my answers")
        .see("Delete all your answers?");
    comes_into_view(visit, "dialog");
    let [.., before] = stands_at(visit, "dialog");
    visit.tap("button", "No").until("no dialog", |visit| !visit.text().contains("Delete all your answers?"));
    let after = visit.around("return scrollY").as_f64().expect("a number");
    assert!((before - after).abs() < 300.0, "the page went from {before} to {after}");
}

fn left_alone(visit: &mut Visit) {
    let focus = "<script>addEventListener('DOMContentLoaded', () => document.querySelector('input').focus())</script>";
    visit.open_line(&Website::plain().with_head(focus)).answered().in_frame(FRAME).ready().rested();
    let seen = visit.in_top().script("return [document.activeElement.type, scrollX, scrollY]");
    assert_eq!(seen, json!(["search", 0, 0]));
}

/// How dark the page is, and how many rules are for the screen alone: paper is black on white in every theme.
const DRESSED: &str = "const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);\
    return [getComputedStyle(document.documentElement).backgroundColor,\
      rules.filter(({ media, cssText }) => /^screen\\b/.test(media?.mediaText) && cssText.includes('--accent')).length]";

fn themes(visit: &mut Visit) {
    let [light, dark] = [json!(["rgb(253, 248, 240)", 2]), json!(["rgb(28, 26, 33)", 2])];
    let is_dark = visit.engine != Engine::WebKit;
    visit.with(Wishes { dark: is_dark, ..Wishes::default() });
    let auto = if is_dark { dark.clone() } else { light.clone() };
    visit.open_line(&Website::plain().with("theme=\"auto\" site=\"example-school\"")).answered();
    for (theme, dressed) in [("auto", auto.clone()), ("light", light), ("dark", dark), ("auto", auto)] {
        let says = "document.querySelector('parent-signpost').setAttribute('theme', arguments[0])";
        visit.in_top().script_with(says, json!([theme]));
        visit.in_frame(FRAME).until(theme, |visit| visit.look(DRESSED) == dressed);
    }
}

// ------------------------------------------------------------------------------------------------- messages

/// Makes strange messages; among them everything that looks like a true one and is not.
const STRANGE: &str = r#"
let seed = 7;
const some = (list) => { seed = (seed * 48271) % 2147483647; return list[seed % list.length]; };
const WORDS = ['hello', 'ready ', 'height', 'heading', 'open', 'gone ', 'Exit', '', '__proto__', 'constructor', 7, null];
const VALUES = [null, undefined, NaN, Infinity, -5, 0, 1e300, '900', [], [1], ['a', 'b'], [NaN, 1], {}, 9n, new Date(0), 'x'];
const strange = () => some([
  null, undefined, 7, 'hello', 'Exit', [], new Map([['signpost', 'hello']]), { signpost: some(WORDS) },
  { signpost: some(WORDS), value: some(VALUES) }, { [some(WORDS)]: some(VALUES) }, [some(WORDS), some(VALUES)],
  { signpost: 'ready', value: 7 }, { signpost: { signpost: some(WORDS) }, fit: some(VALUES), theme: some(VALUES) },
]);
"#;

fn strange_to_frame(visit: &mut Visit) {
    visit.open_questions(&Website::plain()).name_child("Ada").press("Next").see("What does Ada enjoy").rested();
    let (text, stored) = (visit.text(), visit.stored());
    let before = visit.around("return heights.length");
    visit
        .script("window.signpostErrors = []; addEventListener('error', (event) => signpostErrors.push(event.message))");
    // First to its window, then over a channel of somebody who greets as the element does.
    visit.around(&format!(
        "{STRANGE}const frame = deep('parent-signpost >>> iframe').contentWindow;\
         for (let count = 0; count < 10000; count += 1) frame.postMessage(strange(), '*');\
         const {{ port1, port2 }} = new MessageChannel();\
         frame.postMessage({{ signpost: 'hello', fit: true, theme: '__proto__' }}, '*', [port2]);\
         for (let count = 0; count < 10000; count += 1) port1.postMessage(strange());\
         window.port = port1; port1.onmessage = ({{ data }}) => {{ window.last = data; }};"
    ));
    visit.around("last = undefined; port.postMessage('the last')");
    visit.until("the screen", |visit| visit.text() == text);
    assert_eq!(visit.stored(), stored);
    assert_eq!(visit.script("return signpostErrors"), json!([]));
    assert_eq!(visit.around("return [heights.length, signpostErrors]"), json!([before, []]));
    visit.press("Next").see("What is going well");
}

/// In the place of a site's page stands one that sends strange messages, and then answers.
fn strange_to_element(visit: &mut Visit) {
    let page = format!(
        "<!doctype html><title>Strange</title><script>{STRANGE}\
         onmessage = ({{ ports: [port] }}) => {{\
           for (let count = 0; count < 10000; count += 1) {{ port.postMessage(strange()); parent.postMessage(strange(), '*'); }}\
           port.postMessage({{ signpost: 'height', value: 432 }});\
           port.postMessage({{ signpost: 'ready', value: ['Leave', 'en', 'ltr'] }});\
         }}</script>"
    );
    visit.served_by(ServerOptions::new(release()).with_page("/strange/", page));
    visit.open_line(&Website::plain().with("site=\"strange\"")).answered();
    let seen = "const [frame, exit] = ['iframe', 'button'].map((it) => deep('parent-signpost >>> ' + it));\
        return [heights.at(-1), frame.offsetHeight, shown(exit), scrollY, signpostErrors.length, location.pathname]";
    assert_eq!(visit.script(seen), json!([432, 432, false, 0, 0, "/school"]));
}

// ------------------------------------------------------------------------------------------------- many, and gone

fn pages_asked_for(visit: &Visit) -> usize {
    visit.server.requests().iter().filter(|request| request.path == "/").count()
}

fn ten(visit: &mut Visit) {
    visit.open_line(&Website::plain().times(10)).answered().in_frame(FRAME).ready().in_top();
    assert_eq!(pages_asked_for(visit), 1);
    visit.script("[...document.querySelectorAll('parent-signpost')].at(-1).scrollIntoView({ behavior: 'instant' })");
    visit.until("the last one", |visit| visit.look("return readies") == json!(2));
    assert_eq!(pages_asked_for(visit), 2);
    visit.in_frame(FRAME).see("Find help that fits your family").in_top();
    if Breadth::chosen() == Breadth::All {
        all_ten(visit);
    }
}

/// Each comes when it is near, and a visit in one of them is none in another.
fn all_ten(visit: &mut Visit) {
    for place in 1..10_u64 {
        let near = "document.querySelectorAll('parent-signpost')[arguments[0]].scrollIntoView({ behavior: 'instant' })";
        visit.script_with(near, json!([place]));
        visit.until("one more", |visit| visit.look("return readies").as_u64() >= Some(place + 1));
    }
    visit.until("all ten", |visit| visit.look("return readies") == json!(10));
    assert_eq!(pages_asked_for(visit), 10);
    visit.script("scrollTo(0, 0)");
    visit.in_frame(FRAME).ready().press_link("Start").see("Who is your list for?");
    visit.in_frame("div:nth-of-type(3) > parent-signpost >>> iframe").see(LINK).not_see("Who is your list for?");
}

/// Counts who listens, waits, watches, talks and is in the page.
const TAKES: &str = r#"<script>
window.takes = { listeners: 0, timers: 0, observers: 0, ports: 0 };
const count = (of, name, kind, more) => {
  const real = of[name];
  of[name] = function (...given) { more(this, ...given); return real.apply(this, given); };
};
count(EventTarget.prototype, 'addEventListener', 'listeners', (on, name, heard, options) => {
  if (on !== window && on !== document) return;
  takes.listeners += 1;
  options?.signal?.addEventListener('abort', () => { takes.listeners -= 1; });
});
const running = new Set();
const realSet = setTimeout;
window.setTimeout = (act, ...rest) => { const id = realSet(() => { running.delete(id); act(); }, ...rest); running.add(id); return id; };
const realClear = clearTimeout;
window.clearTimeout = (id) => { running.delete(id); realClear(id); };
const watching = new Set();
count(IntersectionObserver.prototype, 'observe', '', (on) => watching.add(on));
count(IntersectionObserver.prototype, 'disconnect', '', (on) => watching.delete(on));
const open = new Set();
const Real = MessageChannel;
window.MessageChannel = class extends Real { constructor() { super(); open.add(this.port1); } };
count(MessagePort.prototype, 'close', '', (on) => open.delete(on));
window.taken = () => [takes.listeners, running.size, watching.size, open.size, document.querySelectorAll('*').length, frames.length];
</script>"#;

/// Fifty elements, in turn, some of them moved, one of them answered.
const COME_AND_GO: &str = r#"
const done = arguments[0];
const go = async () => {
  for (let count = 0; count < 50; count += 1) {
    const element = document.createElement('parent-signpost');
    element.textContent = 'Help';
    document.body.append(element);
    if (count % 10 === 0) document.body.prepend(element);
    if (count === 0) await new Promise((go) => element.addEventListener('signpost-ready', go, { once: true }));
    element.remove();
    if (count % 5 === 0) await new Promise((go) => requestAnimationFrame(go));
  }
};
go().then(() => done(true), (error) => done(String(error)));
"#;

/// What Chromium itself counts once it has cleared up; no other driver can say it.
fn counted(visit: &Visit) -> Vec<Value> {
    if visit.engine != Engine::Chromium {
        return vec![];
    }
    let ask = |of: &str| visit.session().tell_chromium(of, json!({}));
    for of in ["Performance.enable", "HeapProfiler.collectGarbage", "HeapProfiler.collectGarbage"] {
        ask(of);
    }
    let told = ask("Performance.getMetrics");
    let metrics = told["metrics"].as_array().cloned().expect("figures");
    let counts = ["Documents", "Frames", "Nodes", "JSEventListeners"];
    let counted: Vec<_> =
        metrics.into_iter().filter(|metric| counts.iter().any(|name| metric["name"] == *name)).collect();
    assert_eq!(counted.len(), counts.len(), "{counted:?}");
    counted
}

fn come_and_gone(visit: &mut Visit) {
    visit.with(Wishes { unused: true, ..Wishes::default() });
    visit.open_questions(&Website::plain().with_head(TAKES));
    visit.in_top().until("Exit", |visit| visit.look("return shown(deep('parent-signpost >>> button'))") == json!(true));
    visit.script("document.querySelector('parent-signpost').remove()");
    let before = visit.script("return taken()");
    let counted_before = counted(visit);
    for _ in 0..20 {
        assert_eq!(visit.session().script_later(COME_AND_GO, json!([])), json!(true));
    }
    assert_eq!(visit.script("return taken()"), before);
    assert_eq!(counted(visit), counted_before, "documents, frames, elements and listeners that Chromium has");
    // WebKit's driver has a timer of its own running while it looks.
    assert_eq!([&before[2], &before[3], &before[5]], [0, 0, 0], "{before}");
    assert_eq!(visit.script("return signpostErrors"), json!([]));
}

/// Everything of a page that a script could change: its globals, but for one of the driver's, its sheets of styles, and
/// how each element looks; and where the page is scrolled.
const LOOKS: &str = r#"
const looks = [...document.body.querySelectorAll(':not(parent-signpost, parent-signpost *)')].map((element) => {
  const style = getComputedStyle(element);
  return [...style].map((name) => style.getPropertyValue(name)).join();
});
const sheets = [document.styleSheets.length, document.adoptedStyleSheets.length];
const globals = Object.getOwnPropertyNames(window).filter((name) => isNaN(name) && !name.startsWith('se_')).sort();
return [...globals, ...looks, String(sheets), String([scrollX, scrollY])];
"#;

fn no_traces(visit: &mut Visit) {
    let page = "<!doctype html><title>Oak</title><style>* { letter-spacing: 1px } button, iframe { border: 3px solid red }\
        body { direction: rtl }</style><body><h1>Oak</h1><button>Menu</button><div style=\"block-size: 3000px\"></div>";
    visit.open_website(page).see("Oak");
    // An engine makes some globals when they are first asked for.
    visit.script(LOOKS);
    let looks = |visit: &Visit| visit.script(LOOKS).as_array().cloned().expect("a list");
    let before = looks(visit);
    let add = "window.addEventListener('signpost-ready', () => document.body.classList.add('there'), { once: true });\
        const script = document.createElement('script'); script.type = 'module'; script.src = arguments[0];\
        document.querySelector('div').append(document.createElement('parent-signpost')); document.head.append(script);";
    visit.script_with(add, json!([format!("{}/embed.js", visit.server.address())]));
    visit.until("an answer", |visit| visit.look("return document.body.classList.contains('there')") == json!(true));
    // Before a driver looks into the frame, which may take the focus there.
    assert_eq!(visit.script("return document.activeElement.tagName"), json!("BODY"));
    visit.in_frame(FRAME).ready().in_top();
    same(&before, &looks(visit));
    visit.in_frame(FRAME).press_link("Start").see("Who is your list for?").in_top();
    same(&before, &looks(visit));
    visit.script("document.querySelector('parent-signpost').remove()");
    same(&before, &looks(visit));
}

fn same(before: &[Value], after: &[Value]) {
    let other: Vec<_> = after.iter().filter(|it| !before.contains(it)).collect();
    assert!(other.is_empty() && after.len() == before.len(), "{} became {}: {other:?}", before.len(), after.len());
}

// ------------------------------------------------------------------------------------------------- exit

/// Zebedee's question on a website, with something in storage. The weather is there as long as what is given.
fn begin(visit: &mut Visit) -> Server {
    let (there, fault) = weather(Travel::Whole);
    visit.spoiled_by(fault).open_website("<!doctype html><title>Before</title><h1>The page before</h1>");
    let before = visit.host.take();
    visit.open_questions(&Website::plain()).name_child("Zebedee").press("Next").see("What does Zebedee enjoy").rested();
    assert!(visit.stored().contains("Zebedee"), "{}", visit.stored());
    let count = "addEventListener('beforeunload', () => { localStorage.left = 1 + Number(localStorage.left ?? 0); })";
    visit.in_top().script(&format!("delete localStorage.left; {count}"));
    visit.in_frame(FRAME);
    drop(before);
    there
}

/// The whole page is left for the weather, once, because a website may ask each time; Back leads to no answer, and the frame has kept none.
fn has_left(visit: &mut Visit) {
    visit.in_top().see(SUNNY);
    visit.session().go_back();
    visit.breathe();
    let text = visit.script("return document.documentElement.outerHTML").to_string();
    assert!(!text.contains("Zebedee") && !text.contains("parent-signpost"), "{text}");
    visit.open_again().answered().in_frame(FRAME).ready().see(LINK).not_see("Carry on").not_see("Zebedee");
    assert_eq!(visit.stored(), "{}{}");
    assert_eq!(visit.in_top().script("return localStorage.left"), json!("1"), "how often the page was to be left");
}

fn exit_by_press(visit: &mut Visit) {
    let _there = begin(visit);
    visit.in_top().until("Exit", |visit| visit.look("return shown(deep('parent-signpost >>> button'))") == json!(true));
    let stays = "scrollTo({ top: 200, behavior: 'instant' }); const box = deep('parent-signpost >>> button').getBoundingClientRect();\
        return [box.top >= 0, box.bottom <= innerHeight, box.height >= 44, text(deep('parent-signpost >>> button'))]";
    assert_eq!(visit.script(stays), json!([true, true, true, "Exit this page"]));
    visit.tap_on(EXIT);
    has_left(visit);
}

fn exit_by_shift(visit: &mut Visit) {
    let (_there, fault) = weather(Travel::Whole);
    visit.spoiled_by(fault).open_line(&Website::plain()).answered().in_frame(FRAME).ready();
    visit.in_top().tap_on("h1").press_keys(&[keys::SHIFT, keys::SHIFT, keys::SHIFT]);
    visit.in_frame(FRAME).see(LINK);
    let _there = begin(visit);
    visit.in_top().tap_on("h1").press_keys(&[keys::SHIFT, "a", keys::SHIFT, keys::SHIFT]);
    visit.in_frame(FRAME).see("What does Zebedee enjoy").in_top();
    visit.tap_on("h1").press_keys(&[keys::SHIFT, keys::SHIFT, keys::SHIFT]);
    has_left(visit);
}

fn exit_in_frame(visit: &mut Visit) {
    let _there = begin(visit);
    visit.tap("button", "Exit this page");
    has_left(visit);
}

/// In the place of a site's page stands one that says that it is open, and then hears nothing.
fn exit_from_silence(visit: &mut Visit) {
    let page = "<!doctype html><title>Silent</title><script>onmessage = ({ ports: [port] }) => {\
        port.postMessage({ signpost: 'ready', value: ['Leave', 'en', 'ltr'] });\
        port.postMessage({ signpost: 'height', value: 300 }); port.postMessage({ signpost: 'open', value: true }); }</script>";
    let (_there, fault) = weather(Travel::Whole);
    visit.served_by(ServerOptions::new(release()).with_page("/silent/", page).with_fault(fault));
    visit.open_line(&Website::plain().with("site=\"silent\"")).answered();
    visit.until("Exit", |visit| visit.look("return shown(deep('parent-signpost >>> button'))") == json!(true));
    visit.tap_on(EXIT).see(SUNNY);
}
