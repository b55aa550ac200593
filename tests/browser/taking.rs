//! Taking a list home: as words, by a link, by a code that a phone reads, and an appointment for the calendar.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use icalendar::{Calendar, CalendarComponent, Component};
use libtest_mimic::Trial;
use serde_json::{Value, json};
use signpost_core::catalogue::{Contact, Means, SupportId};
use signpost_core::home;
use signpost_core::texts::key;
use xtask::server::{Fault, Served, ServerOptions};
use xtask::tools::{self, Breadth, Engine};

use crate::accessibility::check;
use crate::gesture::keys;
use crate::host::{FRAME, Host};
use crate::pages::CONTENT;
use crate::starting::flipped;
use crate::visit::Visit;
use crate::{Case, case, plain, release, workspace};

pub(crate) const CASES: &[Case] = &[
    case("a link opens its list, leaves the address at once, and is kept nowhere", by_link),
    case(
        "a link that was altered on its way opens its list or says that it leads to none, and leaves the address",
        altered,
    ),
    case("where what takes a list home is missing or spoilt, the press says so and the visit goes on", cannot_be_taken),
    case("the code of a kiosk is read from the screen and opens the same list on a phone", by_code)
        .daily_in(Engine::Chromium),
    case(
        "each number and website of a kiosk can be taken by a code, one at a time, which goes away after a minute",
        contact,
    )
    .daily_in(Engine::Chromium),
    case("the list is copied as words and as a link, and the appointment is a calendar's", copied)
        .daily_in(Engine::Chromium),
    case(
        "in a frame that may not use the clipboard a link is copied in another way, or stands there to be copied",
        framed,
    )
    .daily_in(Engine::Chromium),
];

const TESTS: [(&str, fn()); 3] = [
    ("the code of every number and website is read again by another program", every_contact),
    ("every code of 1,000 lists, nightly of 10,000, is read again by another program", every_code),
    ("every appointment is read again by another program, in lines of 75 bytes", every_appointment),
];

/// What needs no browser.
pub(crate) fn trials() -> impl Iterator<Item = Trial> {
    TESTS.into_iter().map(|(sentence, test)| plain("taking home", sentence, test))
}

/// Two that every family may have, by their names among the texts.
fn two() -> ([SupportId; 2], [&'static str; 2]) {
    let mut supports = CONTENT.supports().filter(|(_, support)| support.is_universal() && !support.urgent);
    let two = [0, 7].map(|place| supports.nth(place).expect("a support for every family").0);
    (two, two.map(|id| CONTENT.texts.support(id).name.as_str()))
}

fn by_link(visit: &mut Visit) {
    let (supports, names) = two();
    let link = format!("#list={}", home::write(&CONTENT, &supports).text);
    let word = |key| CONTENT.texts.words.get(key);
    visit.open_at(&link).see(word(key::HOME_TITLE)).see(names[0]).see(names[1]).not_see("Why it is here");
    assert_eq!(visit.script("return location.hash + document.querySelectorAll('.cards > .card').length"), json!("2"));
    assert_eq!(visit.stored(), "{}{}");
    check(visit);
    visit.press(word(key::HOME_ANSWER)).see("Who is your list for?").name_child("Ada").next();
    visit.open_at("?again#list=nothing-that-we-wrote").see(word(key::HOME_BROKEN)).see("Carry on");
    visit.open_at(&format!("?{link}")).see(word(key::HOME_KEPT)).see(names[0]).not_see("Ada");
    visit.press("Carry on").see("What does Ada enjoy");
}

/// What mail programs and websites make of a link: an equals sign in other letters, other capitals, line breaks, and
/// their own behind and before it.
fn altered(visit: &mut Visit) {
    let (supports, names) = two();
    let text = home::write(&CONTENT, &supports).text;
    let (begins, ends) = text.split_at(text.len() / 2);
    let word = |key| CONTENT.texts.words.get(key);
    for link in [
        format!("#list%3D{text}."),
        format!("?fbclid=IwAR0_x#LIST={begins}%20%0A{ends}&utm_source=list"),
        format!("#list=3D{}%3E%", text.replace('-', "%2D").replace('_', "%5f")),
    ] {
        visit.open_at("example-school/").ready().open_at(&link).see(word(key::HOME_TITLE)).see(names[0]).see(names[1]);
        has_no_list_in_its_address(visit, &link);
        visit.open().ready().script_with("location.hash = arguments[0]", json!([link.split_once('#').map(|it| it.1)]));
        visit.see(word(key::HOME_TITLE)).see(names[1]);
        has_no_list_in_its_address(visit, &link);
    }
    for link in [format!("#list={begins}"), format!("#LIST%3D{}", text.to_uppercase()), "#list".to_owned()] {
        visit.open_at("example-school/").ready().open_at(&link).ready().see(word(key::HOME_BROKEN)).see("Start");
        has_no_list_in_its_address(visit, &link);
    }
}

fn has_no_list_in_its_address(visit: &Visit, link: &str) {
    let address = "return location.hash + history.state";
    assert!(visit.script(address).as_str().is_some_and(|address| !address.contains('#')), "{link}");
    assert_eq!(visit.script("return location.href.toLowerCase().includes('list')"), json!(false), "{link}");
}

fn cannot_be_taken(visit: &mut Visit) {
    let spoilings: [fn(Served) -> Served; 2] = [flipped, |_| Served::refused(404, "Not here.")];
    for (script, page, press) in [("/take-", "", "Copy a link to this list"), ("/code-", "example-hub/", "Show a code")]
    {
        for spoil in spoilings {
            let spoilt: Fault =
                Box::new(move |path, served| if path.starts_with(script) { spoil(served) } else { served });
            visit.spoiled_by(spoilt).open_at(page).ready().press_link("Start").see("Who is your list for?");
            visit.name_child("Ada").next().go_to_list().unfold("Take this list with you");
            visit.see(CONTENT.texts.words.get(key::TAKE_NOT_NOW)).not_see(press);
            visit.press("Make a sheet for an appointment").see("What will be printed");
        }
    }
    visit.served_by(ServerOptions::new(release())).open().ready().press_link("Start").see("Who is your list for?");
    visit.go_to_list().unfold("Take this list with you").see("Copy a link to this list");
    visit.not_see(CONTENT.texts.words.get(key::TAKE_NOT_NOW));
}

/// The names on the screen, in order of the alphabet.
fn names_of(visit: &Visit, cards: &str) -> Vec<String> {
    let script = format!("return [...new Set([...document.querySelectorAll('{cards}')].map(text))].sort()");
    serde_json::from_value(visit.script(&script)).expect("names")
}

fn by_code(visit: &mut Visit) {
    visit.open_at("example-hub/").ready().press_link("Start").see("Who is your list for?");
    visit.go_to_list().unfold_all().session().resize(1_280);
    let on_list = names_of(visit, ".group .card h3");
    visit.press("Show a code for my phone").see("No camera?");
    let in_sight = "const { top, bottom } = document.querySelector('.code svg').getBoundingClientRect();\
        return top >= 0 && bottom <= document.querySelector('.shell-bar').getBoundingClientRect().top;";
    assert_eq!(visit.script(in_sight), json!(true), "the code comes into view by itself");
    let link = read_from(visit);
    assert!(link.len() <= 212 && link.contains("/example-hub/#list="), "{link}");
    check(visit);
    let phone = visit.session().new_tab(Engine::Chromium);
    visit.session().switch_to(&phone);
    visit.session().go(&link);
    visit.see(CONTENT.texts.words.get(key::HOME_TITLE));
    assert_eq!(names_of(visit, ".card h2"), on_list);
    assert_eq!(visit.script("return location.hash"), json!(""));
}

const CODE: &str = "Show a code to scan";
const GONE: &str = "The code has gone, so that nobody else can scan it. Press again to see it.";

/// What the one code on the screen says, once the picture of the screen has it.
fn read_from(visit: &mut Visit) -> String {
    visit.script("document.querySelector('.code svg').scrollIntoView({ block: 'center', behavior: 'instant' })");
    let picture = |visit: &Visit| visit.session().screenshot().and_then(|png| read(&png));
    visit.until("a code that can be read", |visit| picture(visit).is_some());
    picture(visit).expect("a code that can be read")
}

/// Presses for the code of a contact, counted from 0, and gives where it is to lead.
fn press_for(visit: &Visit, place: usize) -> String {
    let press = "const all = [...document.querySelectorAll('[data-code] + button')].filter(shown);\
        const at = all[arguments[0] % all.length];\
        at.click();\
        return at.previousElementSibling.dataset.code;";
    visit.script_with(press, json!([place])).as_str().expect("an address").to_owned()
}

/// Moves the clock on the wall by so many seconds, and lets it stand; the page looks as when it comes back into view.
fn moved(visit: &mut Visit, seconds: i32) -> &mut Visit {
    let move_by = "const stands = window.name.startsWith('clock ') ? Date.parse(window.name.slice(6)) : Date.now();\
        window.name = 'clock ' + new Date(stands + arguments[0] * 1000).toISOString();\
        dispatchEvent(new Event('focus'));";
    visit.script_with(move_by, json!([seconds]));
    visit
}

fn codes_shown(visit: &Visit) -> Value {
    visit.look("return document.querySelectorAll('.code svg').length")
}

fn contact(visit: &mut Visit) {
    visit.with_clock().open_at("example-hub/").ready().press_link("Start").see("Who is your list for?");
    visit.go_to_list().session().resize(1_280);
    visit.unfold_all().see(CODE);
    for place in [0, 3, 7, 20] {
        let leads = press_for(visit, place);
        assert_eq!((codes_shown(visit), read_from(visit)), (json!(1), leads));
    }
    check(visit);
    moved(visit, 0);
    press_for(visit, 0);
    moved(visit, 59).not_see(GONE);
    assert_eq!(codes_shown(moved(visit, 1).see(GONE)), json!(0));
    press_for(visit, 0);
    moved(visit, 59).not_see(GONE);
    // A clock that was set back.
    moved(visit, -100).see(GONE).press("Show a code for my phone").not_see(GONE);
    assert_eq!(codes_shown(moved(visit, 60).see(GONE)), json!(0));
    let of_mail = visit.look("return document.querySelectorAll('[data-code^=mailto] + button').length");
    assert_eq!(of_mail, json!(0));
    visit.press("See all support").until("all support", |visit| visit.heading() == "All support").unfold_all();
    let leads = press_for(visit, 5);
    assert_eq!(read_from(visit), leads);
}

/// What the one code in a picture says.
fn read(png: &[u8]) -> Option<String> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().expect("a picture");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a picture that is not too large")];
    let frame = reader.next_frame(&mut bytes).expect("a picture");
    let (wide, high, each) = (frame.width as usize, frame.height as usize, frame.color_type.samples());
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(wide, high, |x, y| bytes[(y * wide + x) * each]);
    let [code] = &image.detect_grids()[..] else { return None };
    Some(code.decode().ok()?.1)
}

fn copied(visit: &mut Visit) {
    visit.start().name_child("Zebedee").next();
    visit.answer("Is there anything about", &["Sleep"]).go_to_list();
    visit.unfold("Take this list with you").tap("button", "Copy a link to this list").see("Copied.");
    let link = pasted(visit);
    assert!(link.contains("/#list=") && home::read(&CONTENT, link.split_once("#list=").expect("a list").1).is_some());
    visit.unfold("Take this list with you").tap("button", "Copy the list as plain text").see("Copied.");
    let words = pasted(visit);
    assert!(words.contains("A list of support") && words.contains("https://"), "{words}");
    assert!(!words.contains("Zebedee") && !words.contains("Why it is here"), "{words}");
    visit.press("Make a sheet for an appointment").unfold("Do you know the day?");
    check(visit);
    visit.script(SAVED);
    visit
        .press("Make the calendar file")
        .until("the calendar", |visit| visit.look("return window.saved ?? ''") != json!(""));
    let saved = visit.script("return window.saved");
    let event = only_event(saved.as_str().expect("a calendar"));
    assert_eq!(event, ("Appointment".to_owned(), "20270114T0930".to_owned() + "00"));
    visit.until("no request that was refused", |visit| visit.look("return window.refused ?? 0") == json!(0));
}

fn framed(visit: &mut Visit) {
    visit.open_host(&Host::sandboxed("allow-scripts allow-same-origin")).in_frame(FRAME).ready();
    visit.tap("link", "Start").see("Who is your list for?").tap("button", "Your list so far").see("For every family");
    visit.unfold("Take this list with you").tap("button", "Copy a link to this list").see("Copied.");
    assert!(pasted(visit).contains("/#list="));
    // As where a browser forbids that, too.
    visit.script("document.execCommand = () => false");
    visit.unfold("Take this list with you").tap("button", "Copy a link to this list").see("does not let the page copy");
    let selected =
        "const area = document.activeElement; return area.value.slice(area.selectionStart, area.selectionEnd)";
    assert!(visit.script(selected).as_str().is_some_and(|link| link.contains("/#list=")));
}

/// Puts what was copied into the note of the sheet by real keys, and comes back to the list.
fn pasted(visit: &mut Visit) -> String {
    visit.press("Make a sheet for an appointment").until("the sheet", |visit| visit.is_at("A sheet to take with you"));
    visit.script("const note = [...document.querySelectorAll('textarea')].find((area) => !area.readOnly); note.value = ''; note.focus()");
    visit.hold(keys::CONTROL, |visit| {
        visit.press_keys(&["v"]);
    });
    let note = visit.script("return document.activeElement.value");
    visit.script("const note = document.activeElement; note.value = ''; note.dispatchEvent(new Event('input', { bubbles: true }))");
    visit.back().until("the list", |visit| visit.is_at("Your list"));
    note.as_str().unwrap_or_default().to_owned()
}

/// Fills in the day and the time, and reads what is saved: the file itself lands in a folder of the browser's.
const SAVED: &str = "const [day, time] = document.querySelectorAll('.take input');\
    [day.value, time.value] = ['2027-01-14', '09:30'];\
    document.addEventListener('securitypolicyviolation', () => { window.refused = (window.refused ?? 0) + 1; });\
    const make = URL.createObjectURL;\
    URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); return make.call(URL, blob); };";

/// What the one appointment of a calendar is called, and when it is.
fn only_event(text: &str) -> (String, String) {
    let calendar: Calendar = text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"));
    let [CalendarComponent::Event(event)] = &calendar.components[..] else { panic!("not one event: {text}") };
    let start = event.property_value("DTSTART").expect("a beginning").to_owned();
    (event.get_summary().expect("a title").to_owned(), start)
}

/// Runs this script with Node, and gives what it writes.
fn node(script: &str) -> String {
    let mut node = Command::new("node");
    let node = node.args(["--input-type=module", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut running = node.spawn().expect("Node runs");
    running.stdin.take().expect("its input").write_all(script.as_bytes()).expect("Node reads");
    let out = running.wait_with_output().expect("Node ends");
    assert!(out.status.success(), "Node failed");
    String::from_utf8(out.stdout).expect("text")
}

fn public(name: &str) -> String {
    fs::read_to_string(workspace().join("public").join(name)).expect("a script of ours")
}

/// Numbers that look like chance and are the same every time.
fn dice(mut seed: u64) -> impl FnMut(usize) -> usize {
    move |sides| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).expect("31 bits") % sides
    }
}

/// As a kiosk would show them, with an address of 80 letters.
fn random_links() -> Vec<String> {
    let all: Vec<SupportId> = CONTENT.supports().map(|(id, _)| id).collect();
    let address = format!("https://{}/signpost/example-hub/", "h".repeat(80 - 30));
    assert_eq!(address.len(), 80);
    let mut roll = dice(7);
    let list = |_| {
        let most = roll(60);
        let supports: Vec<SupportId> = (0..most).map(|_| all[roll(all.len())]).collect();
        format!("{address}#list={}", home::write(&CONTENT, &supports).text)
    };
    let many = if Breadth::chosen() == Breadth::All { 10_000 } else { 1_000 };
    (0..many).map(list).collect()
}

/// Draws these as a kiosk does, and reads each again.
fn read_again(texts: &[String]) {
    let library = tools::path("lean-qr").expect("the library that draws codes");
    let script = format!(
        "import {{ correction, generate }} from {};\nfor (const text of {}) {{\
            const code = generate(text, {{ minCorrectionLevel: correction.M }});\
            let dark = '';\
            for (let row = 0; row < code.size; row++) for (let at = 0; at < code.size; at++) dark += code.get(at, row) ? 1 : 0;\
            console.log(dark);\
        }}",
        json!(library),
        json!(texts)
    );
    let drawn = node(&script);
    assert_eq!(drawn.lines().count(), texts.len());
    for (code, text) in drawn.lines().zip(texts) {
        let size = code.len().isqrt();
        let dark = code.as_bytes();
        let grid = rqrr::SimpleGrid::from_func(size, |x, y| dark[y * size + x] == b'1');
        assert_eq!(&rqrr::Grid::new(grid).decode().expect("a code").1, text);
        assert!(size <= 57, "version 10 is the largest: {text}");
    }
}

fn every_code() {
    read_again(&random_links());
}

fn every_contact() {
    let all = CONTENT.supports().flat_map(|(_, support)| support.contacts.iter().chain(support.also.iter().flatten()));
    let addresses: BTreeSet<String> = all.filter(|it| it.means != Means::Mail).map(Contact::address).collect();
    assert!(addresses.len() > 100 && addresses.iter().any(|it| it.starts_with("sms:")), "{}", addresses.len());
    read_again(&addresses.into_iter().collect::<Vec<_>>());
}

fn every_appointment() {
    let titles = ["Appointment", "Termin; mit Frau Müller, Zimmer 3\\4", "موعد", &"長い".repeat(60), "two\nlines"];
    let script = format!(
        "{}\nconst all = [];\
        for (const title of {}) for (const day of ['2026-02-28', '2028-02-29', '2027-12-31']) for (const time of ['00:00', '09:30', '23:59:30'])\
            all.push([title, day, time, calendar(day, time, title, new Date(Date.UTC(2026, 10, 26, 16, 5, 4)), new Uint8Array([1, 2, 255]))]);\
        console.log(JSON.stringify(all));",
        public("take.js")
            .split_once("/** A calendar with")
            .expect("what makes a calendar")
            .1
            .split_once("*/")
            .expect("it")
            .1,
        json!(titles)
    );
    let all: Vec<[String; 4]> = serde_json::from_str(&node(&script)).expect("calendars");
    assert_eq!(all.len(), titles.len() * 9);
    for [title, day, time, text] in &all {
        let start = format!("{}T{:0<6}", day.replace('-', ""), time.replace(':', ""));
        assert_eq!(only_event(text), (title.clone(), start), "{text}");
        assert!(text.ends_with("END:VCALENDAR\r\n") && text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']) && text.contains("TRIGGER:-P1D"), "{text}");
        assert!(text.contains("UID:0102ff\r\n") && text.contains("DTSTAMP:20261126T160504Z"), "{text}");
    }
}
