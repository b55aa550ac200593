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
    named
        .with(block("p", "card-what").text(app.about(&app.content.texts.support(id).what, Who::Family)))
        .with_all(here(app, id))
        .with_all(how(app, id, Who::Family, warnings))
        .with(contacts(app, id, Who::Family))
        .with_all(who_and_ask(app, id, Who::Family))
}

/// How to get it: first what to know before asking, and that somebody should check it where nobody has.
pub fn how(app: App, support: SupportId, who: Who, warnings: Vec<String>) -> impl Iterator<Item = Node> {
    let text = app.content.texts.support(support);
    let unchecked = app.content.support(support).checked.is_none().then(|| app.word(key::SUPPORT_PLEASE_CHECK));
    let warnings = warnings.into_iter().map(|warning| block("p", "card-warning").text(warning));
    let unchecked = unchecked.map(|please| block("p", "card-check").text(please));
    warnings.chain([tag("p").text(app.about(&text.how, who))]).chain(unchecked)
}

/// Who it is for, and what a parent could ask.
pub fn who_and_ask(app: App, support: SupportId, who: Who) -> impl Iterator<Item = Node> {
    let text = app.content.texts.support(support);
    let asked = text.questions.iter().map(|question| tag("li").text(app.about(question, who)));
    let ask = (!text.questions.is_empty())
        .then(|| [tag("h4").text(app.word(key::SUPPORT_ASK)), block("ul", "card-ask").with_all(asked)]);
    let whom = [tag("h4").text(app.word(key::SUPPORT_WHO)), tag("p").text(app.about(&text.who, who))];
    let lists = [(key::SUPPORT_ONE_OF, &text.one_of), (key::SUPPORT_ALL_OF, &text.all_of)];
    let lists = lists.into_iter().filter(|(_, list)| !list.is_empty());
    let lists = lists.flat_map(move |(words, list)| {
        let lines = list.iter().map(|line| tag("li").text(app.about(line, who)));
        [tag("p").text(app.word(words)), block("ul", "card-ask").with_all(lines)]
    });
    whom.into_iter().chain(lists).chain(ask.into_iter().flatten())
}
