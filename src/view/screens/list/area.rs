//! Whose council area the list is for, where the site says so: a family may live elsewhere.

use signpost_core::catalogue::ChoiceId;
use signpost_core::family::{Answer, Who};
use signpost_core::judge::Asking;
use signpost_core::texts::key;
use signpost_core::visit::Event;

use crate::view::app::App;
use crate::view::kit::node::{Node, block, button, tag};

/// The question about the area, and the answer that it is another; `None` where the site names no area.
#[derive(Clone, Copy)]
pub struct Area {
    asking: Asking,
    elsewhere: ChoiceId,
}

impl Area {
    /// That of the site.
    pub fn of(app: App) -> Option<Self> {
        app.content.site()?.area?;
        let (question, asked) = app.content.area()?;
        Some(Self { asking: Asking { question, who: Who::Family }, elsewhere: asked.choices.get(1).copied()? })
    }

    /// Whether the family said that it lives elsewhere, read again when that changes.
    pub fn is_left(self, app: App) -> bool {
        matches!(app.shown(self.asking), Some(Answer::Ticked(ticks)) if ticks.contains(&self.elsewhere))
    }

    /// What is taken to be so, and the way to say that it is otherwise.
    pub fn line(self, app: App) -> Node {
        let name = app.content.texts.site().map(|site| app.isolated(&site.area)).unwrap_or_default();
        let other = name.clone();
        let says = move || {
            let words = if self.is_left(app) { key::SITE_ELSEWHERE } else { key::SITE_AREA };
            app.fill(words, &[("area", &name)])
        };
        let offers = move || match self.is_left(app) {
            true => app.fill(key::SITE_WE_LIVE_HERE, &[("area", &other)]),
            false => app.word(key::SITE_WE_LIVE_ELSEWHERE).to_owned(),
        };
        let change = move || {
            let elsewhere = (!self.is_left(app)).then(|| Answer::Ticked(vec![self.elsewhere]));
            app.tell(Event::Answered(self.asking, elsewhere));
        };
        block("div", "list-area")
            .with(tag("p").attr("role", "status").live_text(says))
            .with(button("button quiet", "", change).live_text(offers))
    }
}
