//! What happens in the browser becomes something that happened to the sitting. Nothing is decided on the way.

use signpost_core::sitting::{Beginning, Happened, Kiosk, Printing};
use signpost_core::visit::{Event, Keeping, Page};

use crate::browser::{event, focus, history, page, store};
use crate::load;
use crate::obey::Desk;

/// What a field or a button tells when something happens to it.
pub type Happening = web_sys::Event;

/// Who calls back when something happens to one element of a view, for as long as it is kept.
pub type Listener = event::Listener;

/// What the browser says when the page is ready.
pub fn beginning() -> Beginning {
    Beginning {
        tab: store::look(Keeping::ThisVisit),
        device: store::look(Keeping::ThisDevice),
        crashed_twice: page::is("clean"),
        reloaded: page::is("reloaded"),
        framed: history::is_framed(),
        focused: page::has_focus(),
        awaited: page::is("waiting"),
        nowhere: page::is("nowhere"),
        kiosk: kiosk(),
        entry: history::entry(),
        brought: page::said("list"),
    }
}

/// How the screen is that many people share; nothing on any other.
fn kiosk() -> Option<Kiosk> {
    let printing = match (page::is("printsHere"), page::is("printsAtDesk")) {
        (true, _) => Printing::On,
        (_, true) => Printing::Ask,
        _ => Printing::Off,
    };
    page::is("kiosk").then(|| Kiosk { open_plan: page::is("openPlan"), printing })
}

/// From now on the desk hears of everything that happens outside the views.
pub fn listen(desk: &'static Desk) {
    for (id, happened) in presses() {
        page::on_press(id, move || desk.happen(happened()));
    }
    for (name, happened) in calls() {
        page::on_call(name, move || desk.happen(happened()));
    }
    page::on_call("arrived", move || {
        if let Some(happened) = load::offered(desk.content) {
            desk.happen(happened);
        }
    });
    page::on_call("shown", move || {
        let [tab, device] = [Keeping::ThisVisit, Keeping::ThisDevice].map(store::look);
        desk.happen(Happened::Restored(tab, device));
    });
    store::on_change(move |keeping| desk.happen(Happened::Seen(keeping, store::look(keeping))));
    history::on_step(move |entry| desk.happen(Happened::Stepped(entry)));
}

/// What has a name outside, and what it comes to.
type Named = (&'static str, fn() -> Happened);

/// The buttons of the page that stands without us.
fn presses() -> [Named; 6] {
    [
        ("start", || Happened::Started),
        ("start-afresh", || Happened::StartedAfresh),
        ("start-forget", || Happened::AskedToForget),
        ("start-everything", || Happened::Told(Event::Opened(Page::Everything))),
        ("forget-yes", || Happened::Told(Event::Forgotten)),
        ("forget-no", || Happened::KeptAfterAll),
    ]
}

/// What boot.js tells us of.
fn calls() -> [Named; 6] {
    [
        ("missing", || Happened::PartsMissing),
        ("left", || Happened::Left),
        ("hid", || Happened::Hid),
        ("forgotten", || Happened::ForgottenElsewhere),
        ("notPrinted", || Happened::PrintRefused),
        ("notOpened", || Happened::TabRefused),
    ]
}

/// What stands in the field now.
pub fn value(happening: &Happening) -> String {
    event::value(happening)
}

/// Whether the box is ticked now.
pub fn is_checked(happening: &Happening) -> bool {
    event::is_checked(happening)
}

/// Whether what folds away is open now.
pub fn is_open(happening: &Happening) -> bool {
    event::is_open(happening)
}

/// Puts the row of a pressed button before the one that stands before it.
pub fn raise(happening: &Happening) {
    event::raise(happening);
}

/// Whether it is the second press of a double-click, which was meant for what stood there before.
pub fn is_repeated(happening: &Happening) -> bool {
    event::is_repeated(happening)
}

/// Whether it is Enter where Enter goes on. It then does nothing else.
pub fn goes_on(happening: &Happening) -> bool {
    let goes_on = event::is_enter_in_field(happening);
    if goes_on {
        event::stop(happening);
    }
    goes_on
}

/// The skip link leads to the heading of the screen.
pub fn skipped_to_heading(happening: &Happening) {
    focus::instead_of(happening, "h1");
}
