//! What is offered comes after the questions: what a parent sees before that, when it comes, and where it cannot be had.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::json;
use xtask::server::{Fault, Route, Served, Travel};

use crate::visit::Visit;
use crate::{Case, case};

pub(crate) const CASES: &[Case] = &[
    case("a list that is opened before it has come is there when it comes", opened_early),
    case("what is offered is asked for a second time where it did not come the first time", second_try),
    case("without what is offered the questions go on, say so, and nothing is sent any more", without),
    case("the page loaded again has the list, and the answers that were given without it", loaded_again),
    case("answers that are kept here wait for all that they speak of", kept_wait),
];

/// Of one of the files about what is offered: its half of the WebAssembly, what it is, what is said of it.
fn is_offered(path: &str) -> bool {
    path.starts_with("/offered") || path.starts_with("/later")
}

/// Long enough to answer something before it comes.
const LATE: Travel = Travel::Delay(Duration::from_secs(5));

fn opened_early(visit: &mut Visit) {
    let late: Route = Box::new(|path| if is_offered(path) { LATE } else { Travel::Whole });
    visit.travelling(late).start().press("Your list so far").see("Your list is on its way");
    visit.see("For every family").see("These are here for all families, always.");
}

fn second_try(visit: &mut Visit) {
    let asked = AtomicUsize::new(0);
    let first: Fault = Box::new(move |path, served| {
        let is_first = is_offered(path) && asked.fetch_add(1, Ordering::SeqCst) < 3;
        if is_first { Served::refused(503, "Not now.") } else { served }
    });
    visit.spoiled_by(first).start().press("Your list so far").see("For every family");
}

/// Refused until it is mended.
fn refused_until(mended: &Arc<AtomicBool>) -> Fault {
    let mended = Arc::clone(mended);
    Box::new(move |path, served| {
        let refused = is_offered(path) && !mended.load(Ordering::SeqCst);
        if refused { Served::refused(404, "Not here.") } else { served }
    })
}

fn goes_on_without(visit: &mut Visit, mended: &Arc<AtomicBool>) {
    visit.spoiled_by(refused_until(mended)).start().see("there is no list before you load the page again");
    visit.name_child("Ada").born("May", "2020").next().answer("What does Ada enjoy", &["Music or dance"]);
    visit.press("Your list so far").see("The list of help has not reached this page");
}

fn without(visit: &mut Visit) {
    goes_on_without(visit, &Arc::new(AtomicBool::new(false)));
    visit.server.clear_requests();
    let tried = "fetch('./offered').then(() => 'sent', () => 'refused').then(arguments[0])";
    assert_eq!(visit.session().script_later(tried, json!([])), json!("refused"));
    assert_eq!(visit.server.requests().len(), 0);
}

fn loaded_again(visit: &mut Visit) {
    let mended = Arc::new(AtomicBool::new(false));
    goes_on_without(visit, &mended);
    mended.store(true, Ordering::SeqCst);
    visit.press("Load the page again").see("For every family").see("Ada");
}

fn kept_wait(visit: &mut Visit) {
    let late: Route = Box::new(|path| if is_offered(path) { LATE } else { Travel::Whole });
    visit.travelling(late).start().press("Your list so far").see("These are here for all families, always.");
    let wanted = "return document.querySelectorAll('.mark[aria-pressed=true]').length";
    visit.press("I'd like this").until("the mark", |visit| visit.look(wanted) == json!(1));
    visit
        .reload()
        .see("These are here for all families, always.")
        .until("the mark", |visit| visit.look(wanted) == json!(1));
}
