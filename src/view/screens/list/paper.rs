//! The list on paper: all of it, in few words, with the numbers; what is for every family by name alone. It is there for
//! the browser's own printing, too, so it stands in the page and is not shown. What was confided has no part in it, what is
//! private only where the parent says so, and what is not for this family stays off.

use signpost_core::catalogue::{Contact, Means};
use signpost_core::family::Who;
use signpost_core::plan::{Group, GroupKind, Mark, Offer, Plan};
use signpost_core::texts::key;

use crate::view::app::App;
use crate::view::kit::contacts::in_words;
use crate::view::kit::node::{Node, block, tag};
use crate::view::screens::list::card::{for_whom, soon};
use crate::view::screens::list::marks::{Whos, is_marked};
use crate::view::screens::list::title;

/// The whole list; where something private was told, twice: which of them is printed, a box decides.
pub fn on_paper(app: App, plan: &Plan) -> Vec<Node> {
    let today = app.today().map(|today| today.day);
    let own = |private| app.glance(|visit| Plan::on_paper(app.content, &visit.answers, private, today?));
    let paper =
        |class, plan: &Plan| block("div", class).with_all(plan.groups.iter().filter_map(|group| one_group(app, group)));
    match own(false) {
        Some(public) => {
            let whole = own(true);
            vec![paper("list-paper list-whole", whole.as_ref().unwrap_or(plan)), paper("list-paper", &public)]
        }
        None => vec![paper("list-paper", plan)],
    }
}

fn one_group(app: App, group: &Group) -> Option<Node> {
    let mut lines = group.cards().filter_map(|offers| line(app, group, offers)).peekable();
    lines.peek()?;
    Some(tag("section").with(tag("h2").text(title(app, group.kind))).with(tag("ul").with_all(lines)))
}

fn line(app: App, group: &Group, offers: &[Offer]) -> Option<Node> {
    let first = offers.first()?;
    let all: Vec<Who> = offers.iter().map(|offer| offer.who).collect();
    let (who, whos, id) = (Who::all_of(&all), Whos::new(all), first.support);
    let (support, texts) = (app.content.support(first.support), app.content.texts.support(first.support));
    let more = for_whom(app, group.kind, offers).into_iter().chain(soon(app, offers));
    // What is for every family says by its name what it is: the list stays short.
    let short = group.kind == GroupKind::Universal;
    let what = if short { String::new() } else { app.about(&texts.what, who) };
    let reach = [Means::Call, Means::Text, Means::Web].into_iter().filter_map(|means| support.contact(means));
    let reach: Vec<String> = reach.map(|contact: &Contact| in_words(app, contact)).collect();
    // What has neither a number nor a page is asked for somewhere.
    let reach = match reach.is_empty() {
        true => app.about(&texts.how, who),
        false => app.speak(|speaker| speaker.joined(&reach, key::LIST_APART)),
    };
    let parts = more.chain([what, reach]).filter(|part| !part.is_empty());
    let line = tag("li").state("hidden", move || is_marked(app, id, &whos, Mark::NotForUs));
    Some(line.with(tag("strong").text(&texts.name)).with_all(parts.map(|part| tag("span").text(part))))
}
