//! A family's list as they would read it: in order, for whom, and why.

use signpost_core::content::Content;
use signpost_core::family::Who;
use signpost_core::plan::{Group, GroupKind, Offer, Plan};
use signpost_core::speech::Speaker;
use signpost_core::texts::key;

use crate::families::journey::Journey;

/// The whole list, as text.
pub fn told(content: &Content, journey: &Journey) -> String {
    let plan = Plan::of(content, &journey.answers, journey.today);
    let teller = Teller { content, speaker: Speaker::new(content, &journey.answers) };
    let mut number = 0;
    let groups: String = plan.groups.iter().map(|group| teller.group(group, &mut number)).collect();
    teller.urgent(&plan) + &groups
}

struct Teller<'a> {
    content: &'a Content,
    speaker: Speaker<'a>,
}

impl Teller<'_> {
    fn urgent(&self, plan: &Plan) -> String {
        let open = if plan.urgent_first { " (open)" } else { "" };
        format!("{}{open}\n", self.content.texts.words.get(key::URGENT_TITLE))
    }

    fn group(&self, group: &Group, number: &mut usize) -> String {
        let cards = group.cards().map(|offers| {
            *number += 1;
            self.card(*number, offers)
        });
        format!("\n{}\n", self.title(group.kind)) + &cards.collect::<String>()
    }

    fn title(&self, kind: GroupKind) -> String {
        let words = &self.content.texts.words;
        let word = match kind {
            GroupKind::Child(child) => return words.fill(key::LIST_CHILD, &[("child", &self.speaker.child(child))]),
            GroupKind::Children => key::LIST_CHILDREN,
            GroupKind::Soon => key::LIST_SOON,
            GroupKind::Wanted => key::LIST_WANTED,
            GroupKind::Family => key::LIST_FAMILY,
            GroupKind::Money => key::LIST_MONEY,
            GroupKind::School => key::LIST_SCHOOL,
            GroupKind::Universal => key::LIST_UNIVERSAL,
        };
        words.get(word).to_owned()
    }

    fn card(&self, number: usize, offers: &[Offer]) -> String {
        let Some(first) = offers.first() else { return String::new() };
        let support = self.content.support(first.support);
        let name = &self.content.texts.support(first.support).name;
        let heading = format!("  {number}. {name} [{}]{}\n", support.name, self.whom(offers));
        let speaker = &self.speaker;
        let soon = speaker.on_one_card(offers, |offer| speaker.soon(offer));
        let starts = speaker.on_one_card(offers, |offer| speaker.start(offer.because.start));
        let mut said: Vec<String> = soon.into_iter().map(|soon| format!("! {soon}")).chain(starts).collect();
        let warnings = speaker.warnings(offers.iter().flat_map(Offer::warned));
        said.extend(warnings.into_iter().map(|warning| format!("first: {warning}")));
        said.extend(speaker.reasons_of(offers));
        heading + &said.iter().map(|line| format!("     {line}\n")).collect::<String>()
    }

    fn whom(&self, offers: &[Offer]) -> String {
        let children: Vec<Who> = offers.iter().map(|offer| offer.who).filter(|who| *who != Who::Family).collect();
        if children.is_empty() { String::new() } else { format!(", for {}", self.speaker.everyone(&children)) }
    }
}
