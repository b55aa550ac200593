//! What is said of a support wherever it is shown whole: how to get it, who it is for, what to ask.

use signpost_core::catalogue::SupportId;
use signpost_core::family::Who;
use signpost_core::judge::Judge;
use signpost_core::texts::key;

use crate::view::app::App;
use crate::view::kit::contacts::contacts;
use crate::view::kit::here::here;
use crate::view::kit::node::{Node, block, tag};

/// All that is said of a support where no answers gave it reasons, after its name.
pub fn whole(app: App, judge: &Judge<'_>, id: SupportId, named: Node) -> Node {
    let support = app.content.support(id);
    let words = judge.everyone(support.about).flat_map(|who| judge.warnings(support, who));
    let warnings = app.speak(|speaker| speaker.warnings(words.map(|word| (word, Who::Family))));
    let named = named
        .with(block("p", "card-what").text(app.about(&app.content.texts.support(id).what, Who::Family)))
        .with_all(here(app, id));
    let named = how(app, id, Who::Family, warnings, named).with(contacts(app, id, Who::Family));
    who_and_ask(app, id, Who::Family, named)
}

/// How to get it: first what to know before asking, and that somebody should check it where nobody has.
pub fn how(app: App, support: SupportId, who: Who, warnings: Vec<String>, place: Node) -> Node {
    let text = app.content.texts.support(support);
    let unchecked = app.content.support(support).checked.is_none();
    let unchecked = unchecked.then(|| block("p", "card-check").text(app.word(key::SUPPORT_PLEASE_CHECK)));
    let warnings = warnings.iter().map(|warning| block("p", "card-warning").text(warning));
    place.with_all(warnings).with(tag("p").text(app.about(&text.how, who))).with_all(unchecked)
}

/// Who it is for, and what a parent could ask.
pub fn who_and_ask(app: App, support: SupportId, who: Who, place: Node) -> Node {
    let text = app.content.texts.support(support);
    let place = place.with(tag("h4").text(app.word(key::SUPPORT_WHO))).with(tag("p").text(app.about(&text.who, who)));
    let lists = [
        ("p", key::SUPPORT_ONE_OF, &text.one_of),
        ("p", key::SUPPORT_ALL_OF, &text.all_of),
        ("h4", key::SUPPORT_ASK, &text.questions),
    ];
    lists.into_iter().filter(|(_, _, list)| !list.is_empty()).fold(place, |place, (heading, words, list)| {
        let lines = list.iter().map(|line| tag("li").text(app.about(line, who)));
        place.with(tag(heading).text(app.word(words))).with(block("ul", "card-ask").with_all(lines))
    })
}
