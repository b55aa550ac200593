//! Within 15 seconds the questions work, or the page says that they do not and Start leads to help that is open:
//! whichever file is missing, altered, blocked, late or cut off. Many troubles share one browser, each in a window of
//! its own with a server of its own, so that they share one wait, too.

use std::fs;
use std::time::{Duration, Instant};

use serde_json::json;
use xtask::server::{Fault, Route, Served, Server, ServerOptions, Travel};
use xtask::tools::Engine;

use crate::driver::Wishes;
use crate::session::Tab;
use crate::spare;
use crate::visit::Visit;
use crate::{Case, case, release};

pub(crate) const CASES: &[Case] = &[
    case("a file that is altered, missing or blocked leaves no dead Start", spoiled),
    case("a file that never comes or comes last leaves no dead Start", late),
    case("a page that is cut off leaves no dead Start", cut),
    case("a page that comes in two pieces starts, the first time and the second", in_two_pieces),
    case("an old browser without this or that starts, or says that it cannot", old_browsers),
    case("Start that is pressed before the script has come is not lost", early),
    case("a first visit asks for every file once", once),
];

/// By then a page has said how it stands. It does so after 14 seconds at the latest; many windows that lie behind others
/// on a busy machine are slow to say it.
const LIMIT: Duration = Duration::from_secs(40);

/// What comes of a trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// The questions work all the same.
    Starts,
    /// The page says that they do not, and helps.
    Helps,
}

/// Something that goes wrong.
struct Trouble {
    what: String,
    end: End,
    server: Server,
    /// Which page is opened.
    page: &'static str,
}

impl Trouble {
    fn new(what: impl Into<String>, end: End, options: ServerOptions) -> Self {
        Self { what: what.into(), end, server: spare::server(options), page: "" }
    }

    /// The same on another page.
    fn at(self, page: &'static str) -> Self {
        Self { page, ..self }
    }

    fn fault(what: impl Into<String>, end: End, fault: Fault) -> Self {
        Self::new(what, end, ServerOptions::new(release()).with_fault(fault))
    }

    /// How files travel, uncompressed: then a number of bytes is a place in the file.
    fn route(what: impl Into<String>, end: End, route: Route) -> Self {
        Self::new(what, end, ServerOptions::new(release()).with_fault(Box::new(|_, served| served)).with_route(route))
    }
}

/// The files of a first visit beside the page: how their names begin and end, and what comes of it where one of them
/// cannot be had. Without its style, and before what is offered, the page still starts.
const FILES: [(&str, &str, End); 8] = [
    ("/app-", ".css", End::Starts),
    ("/late-", ".js", End::Starts),
    ("/take-", ".js", End::Starts),
    ("/app-", ".js", End::Helps),
    ("/app-", ".wasm", End::Helps),
    ("/asked", ".txt", End::Helps),
    ("/later-", ".wasm", End::Starts),
    ("/offered", ".txt", End::Starts),
];

/// What the page of a kiosk asks for beside them.
const OF_KIOSKS: (&str, &str, End) = ("/code-", ".js", End::Starts);

/// Each file, with the page that is opened without it.
fn files() -> impl Iterator<Item = ((&'static str, &'static str, End), &'static str)> {
    FILES.into_iter().map(|file| (file, "")).chain([(OF_KIOSKS, "example-hub/")])
}

fn is(path: &str, (begins, ends, _): (&str, &str, End)) -> bool {
    path.starts_with(begins) && path.ends_with(ends)
}

/// Opens every trouble in a window of its own, all at once; then each has to come to its end.
fn all(visit: &mut Visit, troubles: &[Trouble]) {
    visit.with(Wishes { unfinished: true, ..Wishes::default() });
    let opened: Vec<(Tab, Instant)> = troubles.iter().map(|trouble| open(visit, trouble)).collect();
    for (trouble, (tab, since)) in troubles.iter().zip(&opened) {
        visit.switch_to(tab);
        comes_to_its_end(visit, trouble, *since);
    }
}

fn open(visit: &mut Visit, trouble: &Trouble) -> (Tab, Instant) {
    if visit.is_open() {
        visit.new_window();
    }
    visit.go(&format!("{}/{}", trouble.server.address(), trouble.page));
    (visit.session().tab(), Instant::now())
}

/// How the page stands: whether the questions can begin, or which sentence says that they cannot.
const STANDS: &str = r#"
if (!document.body) return '';
const says = [...document.querySelectorAll('#start-failed, #start-unsure')].filter(shown).map(text).join();
if (document.documentElement.dataset.signpost === 'ready' && !says) return 'Starts';
return says ? 'Helps' : '';
"#;

fn comes_to_its_end(visit: &mut Visit, trouble: &Trouble, since: Instant) {
    let Trouble { what, end, .. } = trouble;
    let wanted = json!(format!("{end:?}"));
    while visit.look(STANDS) != wanted {
        let stands = visit.look(STANDS);
        assert!(since.elapsed() < LIMIT, "{what}: {end:?} is not so after {LIMIT:?}, but {stands}");
        visit.breathe();
    }
    promises_nothing(visit);
    match end {
        End::Starts => press_start(visit).see("Who is your list for?"),
        End::Helps => press_start(visit).until(&format!("open help: {what}"), sees_numbers),
    };
}

/// By a real pointer; WebKitGTK's cannot reach a window that lies behind others.
fn press_start(visit: &mut Visit) -> &mut Visit {
    if visit.engine == Engine::WebKit { visit.press_link("Start") } else { visit.tap("link", "Start") }
}

/// Nobody pressed Start, so nothing says that the questions are on their way. In a page that has not been drawn yet
/// Firefox gives all of its text, so what counts is what is drawn.
pub(crate) fn promises_nothing(visit: &Visit) {
    let promised =
        "return [...document.querySelectorAll('body *')].some((it) => shown(it) && /^Getting ready/.test(text(it)))";
    assert_eq!(visit.script(promised), json!(false), "Getting ready stands there unasked");
}

/// A number to call can be read on the screen as it is, without scrolling, and nothing lies over it.
pub(crate) fn sees_numbers(visit: &Visit) -> bool {
    let read = r#"
return ['tel:999', 'tel:111', 'tel:116123'].every((number) => [...document.querySelectorAll(`a[href="${number}"]`)].some((link) => {
  const box = link.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  return box.top >= 0 && box.bottom <= innerHeight && link.contains(document.elementFromPoint(x, y));
}));
"#;
    visit.script(read) == json!(true)
}

/// With one byte changed in its middle.
pub(crate) fn flipped(mut served: Served) -> Served {
    let middle = served.body.len() / 2;
    if let Some(byte) = served.body.get_mut(middle) {
        *byte ^= 1;
    }
    served
}

/// What a filter of a school or a hotel says in place of a file.
fn blocked(kind: &str, served: &Served) -> Served {
    let page = b"<!doctype html><title>Blocked</title><h1>This site is blocked</h1>".to_vec();
    Served { body: page, ..served.clone() }.with_header("Content-Type", kind)
}

/// What becomes of an answer.
type Spoiling = fn(&Served) -> Served;

fn spoiled(visit: &mut Visit) {
    let spoilings: [(&str, Spoiling); 4] = [
        ("altered by a byte", |served| flipped(served.clone())),
        ("missing", |_| Served::refused(404, "Not here.")),
        ("a block page", |served| blocked("text/html", served)),
        ("a block page that is only text", |served| blocked("text/plain", served)),
    ];
    let troubles: Vec<Trouble> = files()
        .flat_map(|file| spoilings.map(|spoiling| (file, spoiling)))
        .map(|((file, page), (how, spoil))| {
            let spoil: Fault = Box::new(move |path, served| if is(path, file) { spoil(&served) } else { served });
            Trouble::fault(format!("{}…{}: {how}", file.0, file.1), file.2, spoil).at(page)
        })
        .collect();
    all(visit, &troubles);
}

/// Each file never comes, breaks off in the middle, or comes last of all, after 3 seconds.
fn late(visit: &mut Visit) {
    let travels = [("never comes", Travel::Stall), ("is cut off", Travel::Cut(200)), ("comes last", LAST)];
    let cases = files().flat_map(|file| travels.map(|travel| (file, travel)));
    let troubles: Vec<Trouble> = cases
        .map(|((file, page), (how, travel))| {
            let end = if travel == LAST { End::Starts } else { file.2 };
            let route: Route = Box::new(move |path| if is(path, file) { travel } else { Travel::Whole });
            Trouble::route(format!("{}…{}: {how}", file.0, file.1), end, route).at(page)
        })
        .collect();
    all(visit, &troubles);
}

const LAST: Travel = Travel::Delay(Duration::from_secs(3));

fn page_travels(what: &str, end: End, travel: Travel) -> Trouble {
    Trouble::route(what, end, Box::new(move |path| if path == "/" { travel } else { Travel::Whole }))
}

/// Cut off before the help begins, the page has nothing to help with: there Start asks for the whole page again.
fn cut(visit: &mut Visit) {
    let for_ever = |bytes| Travel::Pause(bytes, Duration::MAX);
    let mut troubles = vec![
        page_travels("stands still in the help", End::Helps, for_ever(in_the_help())),
        page_travels("stands still behind the help", End::Helps, for_ever(behind_the_help())),
        page_travels("stands still at the end", End::Helps, for_ever(place("id=app"))),
    ];
    // WebKitGTK puts a page of its own in place of one that was cut off.
    if visit.engine != Engine::WebKit {
        troubles.push(page_travels("cut off in the help", End::Helps, Travel::Cut(in_the_help())));
        troubles.push(page_travels("cut off behind the help", End::Helps, Travel::Cut(behind_the_help())));
        troubles.push(page_travels("cut off before the app", End::Helps, Travel::Cut(place("id=app"))));
    }
    all(visit, &troubles);
    if visit.engine != Engine::WebKit {
        start_asks_again(visit);
    }
}

/// The byte of the page at which this stands.
fn place(mark: &str) -> usize {
    let page = fs::read_to_string(release().join("index.html")).expect("the page of the release");
    // What the compiler of the content writes has quotes around what is marked, and the rest of the page has none.
    let quoted = mark.replacen('=', "=\"", 1);
    page.find(mark).or_else(|| page.find(&quoted)).unwrap_or_else(|| panic!("the page has no {mark}"))
}

fn in_the_help() -> usize {
    usize::midpoint(place("id=instead"), place("start-promises"))
}

fn behind_the_help() -> usize {
    usize::midpoint(place("start-promises"), place("id=everyone"))
}

fn start_asks_again(visit: &mut Visit) {
    let options =
        ServerOptions::new(release()).with_fault(Box::new(|_, served| served)).with_route(Box::new(once_cut()));
    let server = spare::server(options);
    visit.go(&server.address()).see("do not seem to start").until("Start to ask again", |visit| {
        visit.script("return document.querySelector('#start')?.getAttribute('href')") == json!("")
    });
    visit.tap("link", "Start").until("the whole page", |visit| visit.script(STANDS) == json!("Starts"));
    visit.tap("link", "Start").see("Who is your list for?");
}

/// The first page is cut off before the help, the next ones are whole.
fn once_cut() -> impl Fn(&str) -> Travel + Send + Sync {
    let cut = std::sync::atomic::AtomicBool::new(false);
    move |path| {
        let first = path == "/" && !cut.swap(true, std::sync::atomic::Ordering::SeqCst);
        if first { Travel::Cut(place("<noscript")) } else { Travel::Whole }
    }
}

fn in_two_pieces(visit: &mut Visit) {
    let pause = Duration::from_millis(300);
    for bytes in [place("id=start"), in_the_help(), place("id=app")] {
        let pieces = page_travels("in two pieces", End::Starts, Travel::Pause(bytes, pause));
        for time in ["cold", "warm"] {
            visit.go(&pieces.server.address()).ready();
            promises_nothing(visit);
            visit.tap("link", "Start").see("Who is your list for?");
            assert!(visit.heading().starts_with("Who"), "{bytes} bytes, {time}");
        }
    }
}

/// Every script with something in front of it, also the one in the page, and no hash to check it against.
fn with_script(before: &'static str) -> Fault {
    Box::new(move |path, served| {
        let text = String::from_utf8_lossy(&served.body).into_owned();
        let changed = if path == "/" {
            let hash =
                text.split('\'').find(|it| it.starts_with("sha384-")).expect("the hash of the page's own script");
            let any = text.replace(hash, "unsafe-inline").replace(" integrity=", " data-hash=");
            any.replacen("<script>", &format!("<script>{before}\n"), 1)
        } else if path.ends_with(".js") {
            format!("{before}\n{text}")
        } else {
            return served;
        };
        Served { body: changed.into_bytes(), ..served }
    })
}

fn old_browsers(visit: &mut Visit) {
    let troubles = [
        ("no AbortController", End::Starts, "delete globalThis.AbortController;"),
        ("no AbortSignal.timeout", End::Starts, "delete AbortSignal.timeout; delete AbortSignal.any;"),
        ("no BroadcastChannel", End::Starts, "delete globalThis.BroadcastChannel;"),
        ("no entries of performance", End::Starts, "Performance.prototype.getEntriesByType = undefined;"),
        ("no streaming of WebAssembly", End::Starts, "delete WebAssembly.instantiateStreaming;"),
        ("no WebAssembly", End::Helps, "delete globalThis.WebAssembly;"),
        ("no fetch", End::Helps, "globalThis.fetch = undefined;"),
    ];
    all(visit, &troubles.map(|(what, end, before)| Trouble::fault(what, end, with_script(before))));
}

/// Start leads to the help as long as no script has come, and says that it waits when one has; then the questions open.
fn early(visit: &mut Visit) {
    visit.with(Wishes { unfinished: true, ..Wishes::default() });
    let late = |ends: &'static str| -> Route {
        Box::new(move |path| if path.ends_with(ends) { Travel::Delay(Duration::from_secs(3)) } else { Travel::Whole })
    };
    visit.travelling(late(".js")).open().see("Start");
    promises_nothing(visit);
    visit.tap("link", "Start");
    visit.until("open help", sees_numbers).see("Who is your list for?");
    visit.travelling(late(".wasm")).open().see("Most parents take").until("the script", |visit| {
        visit.script("return typeof (window.wrappedJSObject ?? window).signpost") == json!("object")
    });
    promises_nothing(visit);
    visit.tap("link", "Start").see("Getting ready").see("Who is your list for?");
}

fn once(visit: &mut Visit) {
    visit.open_ready().tap("link", "Start").see("Who is your list for?");
    asked_once(visit);
}

/// Every file of a first visit was asked for, and none twice; in a frame also what talks with the page around it.
pub(crate) fn asked_once(visit: &Visit) {
    let mut asked: Vec<String> = visit.server.requests().into_iter().map(|request| request.path).collect();
    asked.retain(|path| path != "/favicon.ico");
    asked.sort_unstable();
    let files = FILES.map(|file| asked.iter().filter(|path| is(path, file)).count());
    let framed = asked.iter().filter(|path| path.starts_with("/framed-")).count();
    assert_eq!(framed, usize::from(visit.frame().is_some()), "asked for {asked:?}");
    assert!(asked.len() == 11 + framed && files == [1, 1, 1, 1, 1, 2, 1, 2], "asked for {asked:?}");
}
