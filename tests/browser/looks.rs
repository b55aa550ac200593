//! What the main screens and the two papers look like is kept in `tests/looks/`, a small picture for each in each engine.
//! Whatever looks otherwise fails, with a picture that shows where.

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;
use std::{env, fs};

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ImageFormat, RgbImage, imageops};
use serde_json::json;
use xtask::tools::Engine;

use crate::driver::Wishes;
use crate::heard::ACCEPT;
use crate::host::{FRAME, Host};
use crate::pages::CONTENT;
use crate::picture::{PLACE, beside, otherwise, small};
use crate::print::NO_PRINTER;
use crate::visit::Visit;
use crate::{Case, case, workspace};

pub(crate) const CASES: &[Case] = &[
    case("every main screen looks as its picture, on a telephone, a tablet and a desk", |visit| screens(visit, false))
        .nightly(),
    case("every main screen looks as its picture in the dark", |visit| screens(visit, true))
        .except(&[(Engine::WebKit, "WebKitGTK's driver cannot ask for a dark screen")])
        .nightly(),
    case("every page of the list and the sheet looks as its picture on paper", papers).except(NO_PRINTER).nightly(),
];

/// What to do where all is well with what is seen.
const ANEW: &str = "If it is right, `SIGNPOST_ACCEPT=1 cargo xtask test \"its picture\" --only browser --all` keeps new \
    pictures. docs/tasks/what-is-seen.md says more.";

/// A telephone, a tablet and a desk, in CSS pixels: each as high as is worth looking at.
const SIZES: [(u32, u32); 3] = [(360, 1300), (768, 1100), (1280, 900)];

/// Whoever sees the screens, and what looks otherwise than it did.
struct Eyes {
    engine: Engine,
    otherwise: Vec<String>,
}

impl Eyes {
    fn of(visit: &Visit) -> Self {
        Self { engine: visit.engine, otherwise: Vec::new() }
    }

    /// Sees what is in the frame, in every size.
    fn see(&mut self, visit: &mut Visit, screen: &str) {
        for (width, height) in SIZES {
            let name = if visit.is_dark() { format!("{screen}-{width}-dark") } else { format!("{screen}-{width}") };
            self.compare(&name, &small(&sized(visit, width, height)));
        }
    }

    fn compare(&mut self, name: &str, now: &RgbImage) {
        let file = format!("{}/{name}.png", self.engine.name().to_lowercase());
        let kept = workspace().join("tests/looks").join(&file);
        if env::var_os(ACCEPT).is_some() {
            write(&kept, now);
            return;
        }
        let was = image::open(&kept).map(|picture| picture.to_rgb8()).unwrap_or_default();
        let places = otherwise(&was, now);
        if let (Some((_, first)), Some((_, last))) = (places.first(), places.last()) {
            let shows = workspace().join("target/looks").join(&file);
            write(&shows, &beside(&was, now, &places));
            let (first, last) = (first * 2, (last + PLACE) * 2);
            self.otherwise.push(format!(
                "In {} \"{name}\" looks otherwise in {} places, from {first} to {last} pixels below its top: {}",
                self.engine.name(),
                places.len(),
                shows.display()
            ));
        }
    }

    fn end(self) {
        assert!(self.otherwise.is_empty(), "{}\n{ANEW}", self.otherwise.join("\n"));
    }
}

fn write(file: &Path, picture: &RgbImage) {
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    let file = BufWriter::new(File::create(file).expect("a file"));
    let small = PngEncoder::new_with_quality(file, CompressionType::Best, FilterType::NoFilter);
    picture.write_with_encoder(small).expect("a file");
}

fn screens(visit: &mut Visit, dark: bool) {
    let mut eyes = Eyes::of(visit);
    open(visit, dark);
    eyes.see(visit, "start");
    visit.press_link("Start").see("Who is your list for?");
    eyes.see(visit, "names");
    visit.name_child("Ada").write("Month", "March").write("Year", "2021").press("Add another child").see("Child 2");
    visit.write_nth("First name or nickname", "Ben", 1);
    visit.walk_to("What does Ada enjoy");
    eyes.see(visit, "question");
    visit.walk_to("Is there anything about Ada").tick("Sleep").tick("Behaviour");
    eyes.see(visit, "areas");
    visit.walk_to("Is there anything about Ben").tick("Worry, sadness").tick("Behaviour");
    visit.walk_to("Shall we ask about home");
    eyes.see(visit, "door");
    visit.go_to_list();
    eyes.see(visit, "list");
    visit.unfold("How to get it").press("I'd like this");
    eyes.see(visit, "card");
    visit.leave_by("Make a sheet for an appointment").see("A sheet to take");
    eyes.see(visit, "sheet");
    visit.press("See all support").see("All support").write("Or say what you need", "blue badge").see("found.");
    eyes.see(visit, "search");
    eyes.end();
}

/// Opens the widget in a frame, on the day of the newest check of the content and with the same letters on every machine:
/// then nothing looks otherwise but what was changed.
fn open(visit: &mut Visit, dark: bool) {
    visit.with(Wishes { dark, own_letters: true, ..Wishes::default() }).with_clock();
    let newest = CONTENT.newest.expect("content that was checked");
    let clock = format!("<iframe name=\"clock {newest}T12:00:00\" ");
    let page = Host::phone("360", 900).replace("<iframe ", &clock).replace("WIDGET", &visit.server.address());
    visit.open_website(&page).session().resize_to(1320, 1500);
    visit.in_frame(FRAME).ready();
}

/// The frame in this size, from its top, with no pointer over it and nothing on its way.
fn sized(visit: &mut Visit, width: u32, height: u32) -> RgbImage {
    visit.in_top().script_with(
        "Object.assign(deep('#signpost'), { width: arguments[0], height: arguments[1] })",
        json!([width, height]),
    );
    visit.in_frame(FRAME).script("scrollTo({ top: 0, behavior: 'instant' })");
    visit.in_top();
    let away = json!([{ "type": "pointerMove", "duration": 0, "x": 1300, "y": 4 }]);
    visit.session().act(json!({ "type": "pointer", "id": "hand", "actions": away }));
    sleep(SETTLING);
    let window = visit.session().screenshot().expect("a picture");
    let window = image::load_from_memory_with_format(&window, ImageFormat::Png).expect("a picture").to_rgb8();
    assert!(window.width() >= width && window.height() >= height, "the window is only {:?}", window.dimensions());
    visit.in_frame(FRAME);
    imageops::crop_imm(&window, 0, 0, width, height).to_image()
}

/// Until what moves has come to rest.
const SETTLING: Duration = Duration::from_millis(400);

fn papers(visit: &mut Visit) {
    let mut eyes = Eyes::of(visit);
    visit.with(Wishes { own_letters: true, ..Wishes::default() }).with_clock();
    visit.open_on_newest_day("");
    visit
        .press_link("Start")
        .see("Who is your list for?")
        .name_child("Ada")
        .write("Month", "March")
        .write("Year", "2021");
    visit.walk_to("What does Ada enjoy").tick("Being with people").walk_to("Is there anything about Ada");
    visit.tick("Sleep").tick("Behaviour").go_to_list();
    eyes.read(visit, "list");
    visit.press("I'd like this").leave_by("Make a sheet for an appointment").see("A sheet to take");
    visit.write("Anything you want to say", "Please speak slowly.");
    eyes.read(visit, "sheet");
    eyes.end();
}

impl Eyes {
    /// Sees every page of what is printed.
    fn read(&mut self, visit: &Visit, paper: &str) {
        let folder = tempfile::TempDir::new().expect("a folder");
        let file = folder.path().join("page.pdf");
        fs::write(&file, visit.session().print([21.0, 29.7])).expect("a file");
        let made =
            Command::new("pdftoppm").args(["-r", "96", "-png"]).arg(&file).arg(folder.path().join("page")).status();
        assert!(made.is_ok_and(|made| made.success()), "pdftoppm makes no pictures");
        for (index, page) in pages(folder.path()).iter().enumerate() {
            let page = image::open(page).expect("a picture").to_rgb8();
            self.compare(&format!("{paper}-paper-{}", index + 1), &small(&page));
        }
    }
}

/// The pictures of the pages, in their order.
fn pages(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut pages: Vec<_> = files.filter(|path| path.extension().is_some_and(|ending| ending == "png")).collect();
    pages.sort();
    pages
}
