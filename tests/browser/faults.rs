//! Whatever goes wrong at the start ends on a page that helps.

use xtask::server::Travel;
use xtask::tools::Engine;

use crate::driver::Wishes;
use crate::starting::{flipped, promises_nothing, sees_numbers};
use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case("without JavaScript the page still helps", no_script)
        .except(&[(Engine::WebKit, "WebKitGTK's driver cannot switch JavaScript off")]),
    case("where WebAssembly is forbidden the page still helps", wasm_forbidden),
    case("where every script is altered the page says so and helps, by its style alone", altered_scripts),
    case("over a slow line the questions start all the same", slow_line),
];

/// The urgent numbers and help for every family can be read, and the questions are not promised.
fn helps(visit: &mut Visit) {
    visit.see("116 123").see("Health visitor").see("For every family").see("Find help that fits your family");
}

fn no_script(visit: &mut Visit) {
    visit.with(Wishes { no_script: true, ..Wishes::default() }).open();
    visit.see("The questions need JavaScript").unfold("Help right now").unfold("For every family");
    helps(visit);
}

fn failed(visit: &mut Visit) {
    visit.open().see("The questions could not start in this browser.").see("Print this page");
    helps(visit);
}

fn wasm_forbidden(visit: &mut Visit) {
    visit.spoiled_by(Box::new(|_, served| served.with_header("Content-Security-Policy", "script-src 'self'")));
    visit.open();
    if visit.engine == Engine::WebKit {
        // WebKitGTK 2.50 still compiles WebAssembly under such a policy: then the questions really start.
        visit.ready().press_link("Start").see("Who is your list for?");
        return;
    }
    failed(visit);
}

/// No script can say anything then: the sentence comes up by style, and Start is a link to help that is open.
fn altered_scripts(visit: &mut Visit) {
    visit.spoiled_by(Box::new(|path, served| if path.ends_with(".js") { flipped(served) } else { served }));
    visit.open().see("Start").see("The questions do not seem to start.");
    promises_nothing(visit);
    visit.tap("link", "Start").until("open help", sees_numbers);
    helps(visit);
}

/// A telephone's line where the signal is weak.
fn slow_line(visit: &mut Visit) {
    visit.travelling(Box::new(|_| Travel::Slowly(400_000)));
    visit.open_ready().press_link("Start").see("Who is your list for?");
}
