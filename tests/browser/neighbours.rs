//! Several of us, and browsers that meddle: two websites at once, each with its own answers; and a browser that translates
//! the website and the frame.

use crate::embedded::{FRAME, LINK, Website};
use crate::heights::is_fitting;
use crate::reading::{nothing_broke, translates};
use crate::spare;
use crate::visit::Visit;
use crate::{Case, case};

use serde_json::json;
use xtask::server::ServerOptions;
use xtask::tools::Engine;

pub(crate) const CASES: &[Case] = &[
    case("what is answered on one website is not known on another that is open beside it", two_websites),
    case("a browser that translates the website and the frame of the line breaks neither", translated)
        .daily_in(Engine::Chromium),
];

/// One website is called `localhost` and the other by its number: other sites to a browser, whose storages are apart.
fn two_websites(visit: &mut Visit) {
    visit.open_questions(&Website::plain()).name_child("Zebedee").press("Next").see("What does Zebedee enjoy");
    visit.unfold("Keeping your answers").tick("For 7 days on this device");
    visit.until("a record", |visit| visit.stored().contains("Zebedee"));
    let first = visit.session().tab();
    let page = Website::plain().page(&visit.server.address());
    let other = spare::server(ServerOptions::empty().with_page("/college", page));
    visit.new_tab();
    visit.go(&format!("{}/college", other.address())).answered().in_frame(FRAME).ready();
    visit.see(LINK).not_see("Carry on").not_see("Zebedee");
    assert_eq!(visit.stored(), "{}{}");
    visit.press_link("Start").see("Who is your list for?").name_child("Ada").press("Next").see("What does Ada enjoy");
    visit.press("Delete my answers").press("Yes, delete them").see("Your answers are deleted.");
    visit.switch_to(&first).in_frame(FRAME).see("What does Zebedee enjoy");
    assert!(visit.stored().contains("Zebedee"), "{}", visit.stored());
}

/// A browser also says on the page's root that it translated, and in which language the page is now.
const SAYS_SO: &str = "document.documentElement.lang = 'pl'; document.documentElement.classList.add('translated-ltr');";

fn translated(visit: &mut Visit) {
    visit.open_questions(&Website::plain()).in_top();
    visit.script(SAYS_SO);
    translates(visit, 5);
    visit.in_frame(FRAME).script(SAYS_SO);
    translates(visit, 20);
    visit.until("the frame to fit", is_fitting).name_child("Ada").tap("button", "Next").see("What does Ada enjoy");
    visit.tap("button", "Your list so far").see("For every family").until("the frame to fit", is_fitting);
    visit.tap("button", "Make a sheet for an appointment").see("What we agreed").until("the frame to fit", is_fitting);
    nothing_broke(visit);
    assert_eq!(visit.around("return [broken, shown(deep('parent-signpost >>> button'))]"), json!([[], true]));
}
