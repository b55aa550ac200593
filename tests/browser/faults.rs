//! Whatever goes wrong at the start ends on a page that helps.

use xtask::server::{Served, Travel};
use xtask::tools::Engine;

use crate::driver::Wishes;
use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case("without JavaScript the page still helps", no_script)
        .except(&[(Engine::WebKit, "WebKitGTK's driver cannot switch JavaScript off")]),
    case("where WebAssembly is forbidden the page still helps", wasm_forbidden),
    case("one changed byte in the WebAssembly never runs", |visit| changed_byte(visit, ".wasm")),
    case("one changed byte in the content never shows", |visit| changed_byte(visit, ".json")),
    case("one changed byte in the script never runs", changed_script),
    case("a missing file ends on a page that helps", missing),
    case("an answer that never comes ends on a page that helps", stalled),
    case("a line that breaks in the middle of a file ends on a page that helps", cut_off),
    case("over a slow line the questions start all the same", slow_line),
];

/// The urgent numbers and help for every family can be read, and the questions are not promised.
fn helps(visit: &mut Visit) {
    visit.see("116 123").see("Health visitor").see("Help for every family").see("Find help that fits your family");
}

fn no_script(visit: &mut Visit) {
    visit.with(Wishes { no_script: true, ..Wishes::default() }).open();
    visit.see("The questions need JavaScript").unfold("Help right now").unfold("Help for every family");
    helps(visit);
}

fn failed(visit: &mut Visit) {
    visit.open().see("The questions could not start in this browser.").see("Print this page");
    helps(visit);
}

fn wasm_forbidden(visit: &mut Visit) {
    visit.spoiled_by(Box::new(|_, served| {
        let Some(policy) = served.header("Content-Security-Policy").map(|it| it.replace(" 'wasm-unsafe-eval'", ""))
        else {
            return served;
        };
        served.with_header("Content-Security-Policy", &policy)
    }));
    visit.open();
    if visit.engine == Engine::WebKit {
        // WebKitGTK 2.50 still compiles WebAssembly under such a policy: then the questions really start.
        visit.ready().press_link("Start").see("Who is your list for?");
        return;
    }
    failed(visit);
}

fn flipped(mut served: Served) -> Served {
    let middle = served.body.len() / 2;
    if let Some(byte) = served.body.get_mut(middle) {
        *byte ^= 1;
    }
    served
}

fn changed_byte(visit: &mut Visit, ending: &'static str) {
    visit.spoiled_by(Box::new(move |path, served| if path.ends_with(ending) { flipped(served) } else { served }));
    failed(visit);
}

/// The script cannot say anything itself: Start is a link down the page.
fn changed_script(visit: &mut Visit) {
    visit.spoiled_by(Box::new(|path, served| if path.ends_with(".js") { flipped(served) } else { served }));
    visit.open().see("Start").press_link("Start").unfold("Help right now").unfold("Help for every family");
    helps(visit);
}

fn missing(visit: &mut Visit) {
    visit.spoiled_by(Box::new(
        |path, served| {
            if path.ends_with(".wasm") { Served::refused(404, "Not here.") } else { served }
        },
    ));
    failed(visit);
}

fn stalled(visit: &mut Visit) {
    visit.travelling(Box::new(|path| if path.ends_with(".json") { Travel::Stall } else { Travel::Whole }));
    visit.open().press_link("Start").see("Getting ready").see("The questions could not start in this browser.");
    helps(visit);
}

fn cut_off(visit: &mut Visit) {
    visit.travelling(Box::new(|path| if path.ends_with(".wasm") { Travel::Cut(1000) } else { Travel::Whole }));
    failed(visit);
}

/// A telephone's line where the signal is weak.
fn slow_line(visit: &mut Visit) {
    visit.travelling(Box::new(|_| Travel::Slowly(400_000)));
    visit.open_ready().press_link("Start").see("Who is your list for?");
}
