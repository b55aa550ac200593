//! What stands below every screen: the answers so far, what is kept, everything there is, and the way out once more.

use signpost_core::sitting::Happened;
use signpost_core::texts::key;
use signpost_core::visit::{Event, Page};

use crate::view::app::App;
use crate::view::frame::answers::your_answers;
use crate::view::frame::keeping::keeping_choice;
use crate::view::kit::node::{Node, block, button, exit};

/// The foot.
pub fn foot(app: App) -> Node {
    let checked = app.content.checked.map(|day| app.speak(|speaker| speaker.day(day))).unwrap_or_default();
    let version = if app.content.unchecked { key::SHELL_NOT_CHECKED } else { key::SHELL_VERSION };
    let everything = move || app.tell(Event::Opened(Page::Everything));
    let forget = || button("button quiet", app.word(key::KEEPING_FORGET), move || app.happen(Happened::AskedToForget));
    let exit_what = || block("p", "shell-small").text(app.word(key::SHELL_EXIT_WHAT));
    // A shared screen keeps nothing, and whoever has finished there leaves nothing.
    let keeps = !app.is_kiosk();
    let row = block("div", "shell-foot-row")
        .with(button("button quiet", app.word(key::SHELL_EVERYTHING), everything))
        .with_all(keeps.then(forget))
        .with(exit(app.exit_words()));
    block("footer", "shell-foot")
        .with(your_answers(app))
        .with_all(keeps.then(|| keeping_choice(app)))
        .with(row)
        .with_all(keeps.then(exit_what))
        .with(block("p", "shell-small").text(app.fill(version, &[("date", &checked)])))
}
