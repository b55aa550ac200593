//! What the parent says of an offer: I'd like this, we have this, not for us. Pressing again takes it back.

use leptos::prelude::*;
use signpost_core::catalogue::SupportId;
use signpost_core::family::Who;
use signpost_core::plan::{Mark, Marks, Offer};
use signpost_core::texts::{WordKey, key};
use signpost_core::visit::Event;

use crate::view::app::App;
use crate::view::kit::node::{Node, block, button};

/// Whom the offers of one card are for; cheap to copy into the closures of its buttons.
pub type Whos = StoredValue<Vec<Who>>;

/// The three marks of one card.
pub fn marks(app: App, support: SupportId, whos: Whos) -> Node {
    let name = &app.content.texts.support(support).name;
    block("div", "marks")
        .attr("role", "group")
        .attr("aria-label", app.fill(key::MARK_TITLE, &[("name", name)]))
        .with_all(Mark::ALL.map(|mark| one_mark(app, support, whos, mark)))
}

fn one_mark(app: App, support: SupportId, whos: Whos, mark: Mark) -> Node {
    let press = move || {
        let after = (!is_marked(app, support, whos, mark)).then_some(mark);
        app.tell(Event::Marked(support, whos.get_value(), after));
    };
    button("mark", app.word(words(mark)), press).live_flag("aria-pressed", move || is_marked(app, support, whos, mark))
}

/// Whether every one of these offers carries this mark.
pub fn is_marked(app: App, support: SupportId, whos: Whos, mark: Mark) -> bool {
    whos.with_value(|whos| app.read(|visit| whos.iter().all(|who| visit.marks.get(&(support, *who)) == Some(&mark))))
}

/// Whether all of these offers carry this mark now.
pub fn all_marked(app: App, offers: &[Offer], mark: Mark) -> bool {
    let is_so = |offer: &Offer, marks: &Marks| marks.get(&(offer.support, offer.who)) == Some(&mark);
    app.glance(|visit| offers.iter().all(|offer| is_so(offer, &visit.marks)))
}

fn words(mark: Mark) -> WordKey {
    match mark {
        Mark::Want => key::MARK_WANT,
        Mark::Have => key::MARK_HAVE,
        Mark::NotForUs => key::MARK_NOT_FOR_US,
    }
}
