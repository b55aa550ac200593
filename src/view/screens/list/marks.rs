//! What the parent says of an offer: I'd like this, we have this, not for us. Pressing again takes it back.

use std::rc::Rc;

use leptos::prelude::untrack;
use signpost_core::catalogue::SupportId;
use signpost_core::family::Who;
use signpost_core::plan::{Mark, Marks, Offer};
use signpost_core::texts::{WordKey, key};
use signpost_core::visit::Event;

use crate::view::app::App;
use crate::view::kit::node::{Node, block, button};

/// Whom the offers of one card are for; cheap to have in each closure of its buttons.
pub type Whos = Rc<Vec<Who>>;

/// The three marks of one card.
pub fn marks(app: App, support: SupportId, whos: &Whos) -> Node {
    let name = &app.content.texts.support(support).name;
    block("div", "marks")
        .attr("role", "group")
        .attr("aria-label", app.fill(key::MARK_TITLE, &[("name", name)]))
        .with_all(Mark::ALL.map(|mark| one_mark(app, support, whos.clone(), mark)))
}

fn one_mark(app: App, support: SupportId, whos: Whos, mark: Mark) -> Node {
    let all = whos.clone();
    let press = move || {
        let after = (!is_marked(app, support, &all, mark)).then_some(mark);
        app.tell(Event::Marked(support, all.to_vec(), after));
    };
    button("mark", app.word(words(mark)), press).live_flag("aria-pressed", move || is_marked(app, support, &whos, mark))
}

/// Whether what one card offers carries this mark, read again when that changes.
pub fn is_marked(app: App, support: SupportId, whos: &[Who], mark: Mark) -> bool {
    app.read(|visit| are_marked(&visit.marks, support, whos, mark))
}

/// Whether what one card offers carries this mark now.
pub fn all_marked(app: App, offers: &[Offer], mark: Mark) -> bool {
    let whos: Vec<Who> = offers.iter().map(|offer| offer.who).collect();
    offers.first().is_some_and(|offer| untrack(|| is_marked(app, offer.support, &whos, mark)))
}

/// A child who comes to a card is not meant by a "not for us" of before; what is liked or had is so for the card.
fn are_marked(marks: &Marks, support: SupportId, whos: &[Who], mark: Mark) -> bool {
    let carry = |who: &Who| marks.get(&(support, *who)) == Some(&mark);
    if mark == Mark::NotForUs { whos.iter().all(carry) } else { whos.iter().any(carry) }
}

fn words(mark: Mark) -> WordKey {
    match mark {
        Mark::Want => key::MARK_WANT,
        Mark::Have => key::MARK_HAVE,
        Mark::NotForUs => key::MARK_NOT_FOR_US,
    }
}
