//! A screen as the guide for installers sets it up, by the same start: the folder of one kiosk, served by Caddy on the
//! computer itself, in Chromium on a real X server, whose picture is read.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use xtask::hosting::Hosting;
use xtask::kiosk::{Kiosk, Screen};
use xtask::tools::Engine;

use crate::visit::Visit;
use crate::{Case, case, release};

pub(crate) const CASES: &[Case] =
    &[case("a kiosk fills its screen with the page, comes again when it ends, and shows no other website", installed)
        .except(&[(Engine::Firefox, THE_GUIDE), (Engine::WebKit, THE_GUIDE)])];

const THE_GUIDE: &str = "the guide is for Chromium";

const PATIENCE: Duration = Duration::from_secs(40);

/// What the hub's buttons are made of, as a screen holds it: blue, green, red.
const OF_THE_HUB: [u8; 3] = [0x12, 0x3b, 0x8a];

/// So many points of that colour are a button.
const BUTTON: usize = 1_500;

/// More shades than a window without letters has.
const SHADES: usize = 24;

fn installed(visit: &mut Visit) {
    let screen = Screen::start().expect("a screen");
    let device = Hosting::on_device(&release(), "example-hub").expect("a server");
    let mut kiosk = Kiosk::start(&device.address(), "", Some(&screen)).expect("a kiosk");
    until("the hub", || is_shown(&screen));
    fills(&screen);
    Command::new("kill").arg("-9").arg(kiosk.id().to_string()).status().expect("an end");
    until("it is gone", || !is_shown(&screen));
    until("Chromium again", || kiosk.mind().expect("a start"));
    until("the hub again", || is_shown(&screen));
    let has_policies = kiosk.has_policies();
    drop(kiosk);
    if has_policies {
        shows_no_other(visit, &device.address(), &screen);
    }
}

/// The page of another website is not even asked for.
fn shows_no_other(visit: &Visit, own: &str, screen: &Screen) {
    until("nothing on the screen", || is_blank(screen));
    let other = format!("{}/example-hub/", visit.server.address());
    let _kiosk = Kiosk::showing(&other, own, Some(screen)).expect("a kiosk");
    until("what Chromium says instead", || is_written_on(screen));
    assert_eq!(visit.server.requests(), []);
    assert!(!is_shown(screen));
}

/// Nothing of the screen is left over, but for the last line and column where nobody manages windows.
fn fills(screen: &Screen) {
    let picture = Picture::of(screen);
    let (right, foot) = (picture.width - 2, picture.height - 2);
    for (column, row) in [(0, 0), (right, 0), (0, foot), (right, foot)] {
        assert_ne!(picture.at(column, row), [0, 0, 0], "nothing is at {column}, {row}");
    }
}

fn is_shown(screen: &Screen) -> bool {
    Picture::of(screen).points().filter(|point| *point == OF_THE_HUB).count() > BUTTON
}

fn is_blank(screen: &Screen) -> bool {
    Picture::of(screen).points().all(|point| point == [0, 0, 0])
}

/// Letters have many shades at their edges; a page that has not come yet has one.
fn is_written_on(screen: &Screen) -> bool {
    Picture::of(screen).points().collect::<BTreeSet<_>>().len() > SHADES
}

fn until(what: &str, is_so: impl FnMut() -> bool) {
    let (begun, mut is_so) = (Instant::now(), is_so);
    while !is_so() {
        assert!(begun.elapsed() < PATIENCE, "waited for {what}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// What an X server has on its screen, as an X window dump: a head of big-endian numbers, then a table of colours, then
/// four bytes a point.
struct Picture {
    bytes: Vec<u8>,
    begins: usize,
    width: usize,
    height: usize,
    line: usize,
}

impl Picture {
    fn of(screen: &Screen) -> Self {
        let bytes = fs::read(screen.picture()).expect("the picture of the screen");
        let number = |place: usize| {
            let four = bytes[place * 4..place * 4 + 4].try_into().expect("four bytes");
            u32::from_be_bytes(four) as usize
        };
        let (begins, width, height, line) = (number(0) + number(19) * 12, number(4), number(5), number(12));
        Self { begins, width, height, line, bytes }
    }

    fn at(&self, column: usize, row: usize) -> [u8; 3] {
        let place = self.begins + row * self.line + column * 4;
        [self.bytes[place], self.bytes[place + 1], self.bytes[place + 2]]
    }

    fn points(&self) -> impl Iterator<Item = [u8; 3]> {
        (0..self.height).flat_map(move |row| (0..self.width).map(move |column| self.at(column, row)))
    }
}
