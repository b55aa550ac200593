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
    let forget = button("button quiet", app.word(key::KEEPING_FORGET), move || app.happen(Happened::AskedToForget));
    let row = block("div", "shell-foot-row")
        .with(button("button quiet", app.word(key::SHELL_EVERYTHING), everything))
        .with(forget)
        .with(exit(app.word(key::SHELL_EXIT)));
    block("footer", "shell-foot")
        .with(your_answers(app))
        .with(keeping_choice(app))
        .with(row)
        .with(block("p", "shell-small").text(app.word(key::SHELL_EXIT_WHAT)))
        .with(block("p", "shell-small").text(app.fill(version, &[("date", &checked)])))
}
