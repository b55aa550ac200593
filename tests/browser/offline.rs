//! The page of a site that opens without a network: it opens with the server gone, a version is whole or it is not used,
//! another one is taken between two sittings and at no other time, and whoever did not ask for it has nothing of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha384};
use signpost_author::languages::MIRRORED;
use tempfile::TempDir;
use xtask::server::{ServerOptions, Travel};
use xtask::tools::{Breadth, Engine};

use crate::host::{FRAME, Host};
use crate::visit::Visit;
use crate::{Case, case, release, workspace};

pub(crate) const CASES: &[Case] = &[
    case("a page that was open once opens again and again with the server gone", cold).daily_in(Engine::Chromium),
    case("two releases are never mixed, and another one is taken only between two sittings", versions)
        .daily_in(Engine::Chromium),
    case("nothing is registered or kept by a page that did not ask for it, nor in a frame", absent)
        .daily_in(Engine::Chromium),
];

const HUB: &str = "example-hub/";

/// How often a page is opened without a network.
fn often() -> usize {
    if Breadth::chosen() == Breadth::All { 100 } else { 10 }
}

/// Opens the hub and waits until a version of it is kept.
fn keep(visit: &mut Visit) -> &mut Visit {
    keep_from(visit, HUB)
}

fn keep_from<'v>(visit: &'v mut Visit, page: &str) -> &'v mut Visit {
    visit.open_at(page).ready().until("a version that is kept", |visit| visit.look(ACTIVE) == json!(true))
}

const ACTIVE: &str = "return navigator.serviceWorker.getRegistration()\
    .then((it) => it?.active?.state === 'activated' && !it.installing)";

// ------------------------------------------------------------------------------------------------- without a network

/// Chromium itself ends and begins again each time: its profile lasts. The other drivers begin with an empty one, so there
/// it is another window.
fn cold(visit: &mut Visit) {
    keep_from(visit, "example-hub/ar-XB/");
    let address = format!("{}/{HUB}", visit.server.address());
    visit.served_by(ServerOptions::empty());
    for time in 0..often() {
        if visit.engine == Engine::Chromium {
            visit.restart();
        } else {
            visit.new_window();
        }
        visit.go(&address).ready();
        if time == 0 {
            visit.press_link("Start").see("Who is your list for?").go_to_list().unfold_all().see("Near here");
            visit.go(&format!("{address}index.html?from=here")).ready();
            visit.go(&format!("{address}en-XA/")).ready().press_link(MIRRORED.own);
            visit.in_language("ar-XB", "/example-hub/ar-XB/");
        }
    }
}

// ------------------------------------------------------------------------------------------------- two releases

/// What the page says and how it looks: both of one release or both of the other.
const FIRST: [&str; 2] = ["Example Family Hub", "#8a3b12"];
const SECOND: [&str; 2] = ["Example Family Hut", "#12408a"];

const LOOKS: &str = "return [document.querySelector('#start-page').textContent.includes('Family Hut') ? \
    'Example Family Hut' : 'Example Family Hub', \
    getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()]";

const WAITS: &str = "return navigator.serviceWorker.getRegistration().then((it) => Boolean(it?.waiting))";

const LOOK_FOR_ANOTHER: &str = "return navigator.serviceWorker.getRegistration()\
    .then((it) => it.update()).then(() => 'asked', (error) => error.name)";

const REGISTER_ANOTHER: &str =
    "return navigator.serviceWorker.register('other.js').then(() => 'taken', () => 'refused')";

const KEPT: &str = "return caches.keys().then((names) => names.length)";

fn versions(visit: &mut Visit) {
    let folder = TempDir::new().expect("a folder");
    xtask::copy(&release(), folder.path(), |_| true).expect("a copy");
    let is_cut = Arc::new(AtomicBool::new(true));
    let cuts = Arc::clone(&is_cut);
    let cut = move |path: &str| is_second_style(path) && cuts.load(Ordering::SeqCst);
    let route = move |path: &str| if cut(path) { Travel::Cut(9) } else { Travel::Whole };
    visit.served_by(ServerOptions::new(folder.path()).with_route(Box::new(route)));
    keep(visit);
    publish_second(folder.path());
    cut_off(visit);
    is_cut.store(false, Ordering::SeqCst);
    while_questions_are_open(visit);
    between_two_sittings(visit);
    spoiled(visit, "cache.put('./', new Response('spoiled', { headers: { 'Content-Type': 'text/html' } }))");
    spoiled(visit, "cache.keys().then((all) => Promise.all(all.map((it) => cache.delete(it))))");
    taken_off(visit, folder.path());
}

/// A download that is cut off is no version: the one before goes on, whole, and nothing of the other stays.
fn cut_off(visit: &mut Visit) {
    visit.open_at(HUB).ready();
    visit.until("a download that is cut off", |visit| {
        visit.server.requests().iter().any(|it| is_second_style(&it.path))
    });
    visit.until("the end of it", |visit| visit.look(ACTIVE) == json!(true));
    assert_eq!(visit.look(KEPT), json!(1));
    assert_eq!(visit.open_at(HUB).ready().look(LOOKS), json!(FIRST));
}

/// A version that has come waits. The lock holds although something stands between the page and the network.
fn while_questions_are_open(visit: &mut Visit) {
    visit.press_link("Start").see("Who is your list for?").script(LOOK_FOR_ANOTHER);
    visit.until("another version", |visit| visit.look(WAITS) == json!(true));
    visit.name_child("Ada").next().see("What does Ada enjoy").server.clear_requests();
    assert_eq!(visit.script("return fetch('/leak').then(() => 'sent', () => 'refused')"), json!("refused"));
    assert_eq!(visit.script(REGISTER_ANOTHER), json!("refused"));
    visit.go_to_list().unfold_all().see("Near here");
    assert_eq!((visit.look(LOOKS), visit.look(WAITS)), (json!(FIRST), json!(true)));
    assert_eq!(visit.server.requests(), []);
}

fn between_two_sittings(visit: &mut Visit) {
    visit.open_at(HUB).until("the other release", |visit| visit.look(LOOKS) == json!(SECOND)).ready();
    visit.until("only what is used", |visit| visit.look(KEPT) == json!(1));
}

/// What a disk spoiled or a browser threw away comes by the network, and is kept once more.
fn spoiled(visit: &mut Visit, how: &str) {
    let spoil =
        format!("return caches.keys().then(([name]) => caches.open(name)).then((cache) => {how}).then(() => 'done')");
    assert_eq!(visit.script(&spoil), json!("done"));
    assert_eq!(visit.open_at(HUB).ready().look(LOOKS), json!(SECOND));
    visit.until("all of it, once more", |visit| visit.look(PAGE_IS_KEPT) == json!(true));
}

const PAGE_IS_KEPT: &str = "return caches.match('./', { ignoreVary: true })\
    .then((page) => page?.text()).then((text) => Boolean(text?.includes('Family Hut')))";

/// The line in the guide, in the place of the script, is the end of it.
fn taken_off(visit: &mut Visit, folder: &Path) {
    let guide = fs::read_to_string(workspace().join("docs/hosting.md")).expect("the guide to hosting");
    let line = guide.lines().find(|line| line.starts_with("addEventListener(\"install\"")).expect("the line");
    fs::write(folder.join(HUB).join("sw.js"), line).expect("a script");
    remove_packed(&folder.join(HUB).join("sw.js"));
    visit.open_at(HUB).ready();
    let gone = "return navigator.serviceWorker.getRegistrations().then((all) => all.length)";
    visit.until("no registration", |visit| visit.look(gone) == json!(0));
    visit.until("nothing kept", |visit| visit.look(KEPT) == json!(0));
}

fn is_second_style(path: &str) -> bool {
    path.ends_with("/site-0000000000000002.css")
}

/// Another release: the page says something else, in another colour, and both files have other hashes.
fn publish_second(folder: &Path) {
    let hub = folder.join(HUB);
    let (page, worker) = (hub.join("index.html"), hub.join("sw.js"));
    let old = the_style(&hub);
    let style = change(&hub.join(&old), &[(FIRST[1], SECOND[1])]);
    fs::rename(hub.join(&old), hub.join("site-0000000000000002.css")).expect("another name");
    let name = [(old.as_str(), "site-0000000000000002.css"), (&style[0], &style[1])];
    let page = change(&page, &[&name[..], &[(FIRST[0], SECOND[0])]].concat());
    let version = the_version(&worker);
    change(&worker, &[&name[..], &[(&page[0], &page[1]), (&version, "0000000000000002")]].concat());
    [hub.join(old), hub.join("index.html"), worker].iter().for_each(|file| remove_packed(file));
}

fn the_style(hub: &Path) -> String {
    let names =
        fs::read_dir(hub).expect("the hub").map(|it| it.expect("a file").file_name().into_string().expect("a name"));
    let is_style = |name: &String| name.starts_with("site-") && name.ends_with(".css");
    names.into_iter().find(is_style).expect("a style sheet")
}

/// The only digits of a hash in the script that are in no name of a file.
fn the_version(worker: &Path) -> String {
    let script = fs::read_to_string(worker).expect("a script");
    let mut parts = script.split(|letter: char| !letter.is_ascii_hexdigit() && letter != '-');
    let is_hash = |part: &&str| part.len() == 16 && part.chars().all(|letter| letter.is_ascii_hexdigit());
    parts.find(is_hash).expect("a version").to_owned()
}

/// Replaces words in a file, each of which is there, and gives the digests from before and after.
fn change(file: &Path, words: &[(&str, &str)]) -> [String; 2] {
    let old = fs::read_to_string(file).expect("a file");
    words.iter().for_each(|(word, _)| assert!(old.contains(word), "{} has no {word}", file.display()));
    let new = words.iter().fold(old.clone(), |text, (from, to)| text.replace(from, to));
    fs::write(file, &new).expect("a file");
    [old, new].map(|text| format!("sha384-{}", STANDARD.encode(Sha384::digest(text))))
}

fn remove_packed(file: &Path) {
    for end in ["br", "gz"] {
        let packed = PathBuf::from(format!("{}.{end}", file.display()));
        if packed.exists() {
            fs::remove_file(packed).expect("gone");
        }
    }
}

// ------------------------------------------------------------------------------------------------- nothing of it

const NOTHING: &str = "return Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()])\
    .then(([workers, kept]) => [workers.length, kept.length, document.cookie, localStorage.length, sessionStorage.length])";

fn absent(visit: &mut Visit) {
    for page in ["", "example-school/"] {
        visit.open_at(page).ready();
        assert_eq!(visit.look(NOTHING), json!([0, 0, "", 0, 0]), "/{page}");
    }
    let page = Host::plain().page("/example-hub");
    visit.served_by(ServerOptions::new(release()).with_page("/framed", page));
    visit.open_at("framed").in_frame(FRAME).ready();
    assert_eq!(visit.look(NOTHING), json!([0, 0, "", 0, 0]), "in a frame");
}
