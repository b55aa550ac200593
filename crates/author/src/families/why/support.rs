//! When a support is offered.

use std::collections::BTreeMap;

use signpost_core::catalogue::{About, Condition, Line, Rule, Soon, Support, SupportId, Warning};
use signpost_core::content::Content;
use signpost_core::family::Who;
use signpost_core::judge::Verdict;
use signpost_core::plan;

use crate::families::english::{English, Family, Item, length};
use crate::families::why::{Halves, page};
use crate::format::draft::Draft;
use crate::source::say::joined;

const HALVES: Halves =
    Halves { when: "Offered where", always: "Offered to everyone.", unless: "Never offered where we surely know that" };

const SOON: Halves = Halves {
    when: "Stands under “Do these first” where",
    always: "Stands under “Do these first” wherever it is offered.",
    unless: "",
};

/// Which tag hides by which condition, and by support its own cases and tags.
pub struct Tags {
    hiding: Vec<(String, String)>,
    supports: BTreeMap<String, (usize, Vec<String>)>,
}

impl Tags {
    /// The hiding rules of a content.
    pub fn of(draft: &Draft) -> Self {
        let rule = |hiding: &crate::format::draft::WrittenHiding| {
            Some((hiding.tag.value.clone(), hiding.when.as_ref()?.value.clone()))
        };
        let own = |support: &crate::format::draft::WrittenSupport| {
            let tags = support.tags.iter().map(|tag| tag.value.clone()).collect();
            (support.id.value.clone(), (support.unless.len(), tags))
        };
        Self { hiding: draft.hiding.iter().filter_map(rule).collect(), supports: draft.supports().map(own).collect() }
    }

    /// Cases past the author's own were added by tags: they say which.
    fn name(&self, content: &Content, support: &Support, halves: &mut [Item]) {
        let Some((unless, half)) = support.rule.unless.as_ref().zip(halves.get_mut(1)) else { return };
        let Some((own, tags)) = self.supports.get(&support.name) else { return };
        let items = if unless.cases.len() == 1 { std::slice::from_mut(half) } else { half.under.as_mut_slice() };
        for (case, item) in unless.cases.iter().zip(items).skip(*own) {
            let Some(Line::Is(named)) = case.lines.first() else { continue };
            let hidden =
                |(tag, when): &&(String, String)| *when == content.condition(*named).name && tags.contains(tag);
            if let Some((tag, _)) = self.hiding.iter().find(hidden) {
                item.says = format!("{} (by its tag {tag})", item.says.trim_end_matches(':')) + ":";
            }
        }
    }
}

/// Everything about when this support is offered; for a family, to whom of them, and why.
pub fn support(english: &English<'_>, tags: &Tags, id: SupportId) -> String {
    let support = english.content.support(id);
    let verdicts = match english.family {
        None => vec![rule(english, tags, id, Who::Family)],
        Some(family) => {
            let everyone = family.answers.everyone(support.about).into_iter();
            everyone.map(|who| verdict(family, support, who) + &rule(english, tags, id, who)).collect()
        }
    };
    let nobody = (verdicts.is_empty()).then(|| "There is no child to offer it to.\n".to_owned());
    page(&[vec![about(english, id)], verdicts, nobody.into_iter().collect(), vec![more(english, support)]].concat())
}

fn about(english: &English<'_>, id: SupportId) -> String {
    let support = english.content.support(id);
    let topic = english.content.texts.topic(support.topic);
    let whom = match support.about {
        About::Child => "looked at for each child",
        About::Family => "looked at for the family as a whole",
    };
    let tier = match (support.urgent, support.is_universal()) {
        (true, _) => "A number of the urgent box: it is there for everyone, whatever they answer".to_owned(),
        (_, true) => format!("For every family, {whom}: what is not known never takes it away"),
        _ => format!("For some families, {whom}"),
    };
    let name = english.text(&english.content.texts.support(id).name);
    Item::of(format!("{name} [{}]", support.name)).drawn() + &Item::of(format!("{tier}. Topic: {topic}.")).drawn()
}

fn rule(english: &English<'_>, tags: &Tags, id: SupportId, who: Who) -> String {
    let support = english.content.support(id);
    if support.urgent {
        return String::new();
    }
    let mut halves = HALVES.spelled(english, &support.rule, who, support.ahead);
    tags.name(english.content, support, &mut halves);
    let says = &english.content.texts.support(id).soon;
    halves.extend(support.soon.iter().zip(says).map(|(soon, says)| pressing(english, soon, says, who)));
    halves.extend(support.warnings.iter().map(|warning| warned(english, warning)));
    halves.iter().map(Item::drawn).collect::<Vec<_>>().join("\n")
}

/// When it is soon, and what a parent then reads.
fn pressing(english: &English<'_>, soon: &Soon, says: &str, who: Who) -> Item {
    let when = (!soon.case.lines.is_empty()).then(|| Condition { cases: vec![soon.case.clone()] });
    let spelled = SOON.spelled(english, &Rule { when, unless: None }, who, 0);
    let item = spelled.into_iter().next().unwrap_or_else(|| Item::of(SOON.always));
    let danger = if soon.danger { ", as a danger" } else { "" };
    let when = item.says.trim_end_matches(['.', ':']);
    Item { says: format!("{when}{danger} (“{}”):", english.text(says)), ..item }
}

fn warned(english: &English<'_>, warning: &Warning) -> Item {
    let says = english.text(english.content.texts.warning(warning.says));
    let unless = warning.unless.map(|unless| &english.content.condition(unless).name);
    let unless = unless.map(|name| format!(" unless the condition {name} surely holds")).unwrap_or_default();
    Item::of(format!("It warns{unless}: “{says}”"))
}

/// The heading for one of the family, from the verdict that the list itself uses.
fn verdict(family: Family<'_>, support: &Support, who: Who) -> String {
    let says = match plan::verdict(family.judge, support, who) {
        _ if support.urgent => "always there".to_owned(),
        Verdict::Yes(because) => format!("offered from {}", family.start(because.start)),
        Verdict::No(_) => "not offered".to_owned(),
        Verdict::Maybe { unknown, .. } => {
            let asked: Vec<String> = unknown.iter().map(|asking| family.asking(*asking)).collect();
            format!("not offered, because not enough is known: an answer to {} would settle it", joined(&asked, "and"))
        }
    };
    let heading = format!("For {}: {says}.", family.called(who));
    Item::of(&heading).drawn() + &"=".repeat(heading.chars().count().min(100)) + "\n"
}

fn more(english: &English<'_>, support: &Support) -> String {
    if support.urgent {
        return String::new();
    }
    let ahead = (support.ahead > 0).then(|| {
        let long = length(support.ahead);
        format!("It may be offered up to {long} before it starts, and then says from when.")
    });
    let goals: Vec<String> = support.goals.iter().map(|&goal| english.choice(goal)).collect();
    let first = if support.is_universal() { "first among what is for every family" } else { "first on the list" };
    let wanted = (!goals.is_empty())
        .then(|| format!("Where it is offered, it stands {first}, for a parent who wants {}.", joined(&goals, "or")));
    ahead.into_iter().chain(wanted).map(|says| Item::of(says).drawn()).collect()
}
