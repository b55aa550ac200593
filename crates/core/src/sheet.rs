//! The sheet: the paper a parent takes to an appointment. It is made from plain answers only; what was
//! confided has no way onto it.

use litemap::LiteMap;

use crate::catalogue::{
    About, Asked, Catalogue, ChoiceId, QuestionId, SheetPart, SupportId, TopicGroup, WarningId, Way,
};
use crate::family::{Answer, Answers, Child, ChildKey, Who};
use crate::judge::{Reading, age, birth_months};
use crate::plan::{GroupKind, Mark, Marks, Offer, Plan};
use crate::time::{AgeSpan, Day, Milestone};

/// How many supports stand on a sheet before the parent chooses.
const SUPPORTS_AT_FIRST: usize = 5;

/// How long a child is a baby here: until two. A health visitor sees every child until then, and no teacher does before.
const BABY: AgeSpan = AgeSpan { from: None, until: Some(Milestone::Age(24)) };

/// Who the meeting is with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Meeting {
    /// A teacher or key person.
    #[default]
    School,
    /// The SENCO.
    Senco,
    /// A health visitor or school nurse.
    Health,
    /// A GP.
    Gp,
    /// A family hub.
    Hub,
    /// An annual review, or another meeting about an EHC plan.
    Review,
    /// Somebody else.
    Other,
}

impl Meeting {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 7] =
        [Self::School, Self::Senco, Self::Health, Self::Gp, Self::Hub, Self::Review, Self::Other];

    /// Its name in saved visits and in the words.
    pub fn name(self) -> &'static str {
        match self {
            Self::School => "school",
            Self::Senco => "senco",
            Self::Health => "health",
            Self::Gp => "gp",
            Self::Hub => "hub",
            Self::Review => "review",
            Self::Other => "other",
        }
    }

    /// The meeting of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|meeting| meeting.name() == name)
    }

    /// What there is that can be had through whoever the meeting is with.
    fn ways(self) -> &'static [Way] {
        match self {
            Self::School | Self::Senco => &[Way::School, Way::EarlyYears],
            Self::Health => &[Way::HealthVisitor, Way::Midwife],
            Self::Gp => &[Way::Gp],
            Self::Hub => &[Way::Hub],
            Self::Review => &[Way::School, Way::EarlyYears, Way::Council],
            Self::Other => &[],
        }
    }

    /// The parts of the paper, in their order. It begins with what goes well, always; where there are ten minutes, what to
    /// talk about and to ask comes next.
    pub fn parts(self) -> [SheetPart; 6] {
        use SheetPart::{Access, Goals, Needs, Options, Questions, Strengths};
        match self {
            Self::Health | Self::Gp => [Strengths, Needs, Questions, Goals, Options, Access],
            _ => [Strengths, Goals, Needs, Questions, Options, Access],
        }
    }
}

/// What the parent chose for the sheet, apart from the blocks, which are an answer like any other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetChoices {
    /// Who it is for, once they have said so.
    pub meeting: Option<Meeting>,
    /// Supports put on or taken off by hand.
    pub supports: LiteMap<SupportId, bool>,
    /// Sentences of a part of which one was put on, taken off or moved by hand, on or off, in the parent's own order. What
    /// is told later follows.
    pub sentences: Vec<(SentenceId, bool)>,
    /// The day of the meeting, if they know it. It is kept nowhere.
    pub day: Option<Day>,
    /// The children whom it is not about.
    pub without: Vec<ChildKey>,
}

/// Which sentence of the sheet: an answer, or one choice of it that has a sentence of its own, because it is private, or
/// one of several things to talk about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SentenceId {
    /// The question it answers.
    pub question: QuestionId,
    /// About whom.
    pub who: Who,
    /// The choice; `None` for all others together.
    pub choice: Option<ChoiceId>,
}

/// A sentence that may go on the paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Which.
    pub id: SentenceId,
    /// What was told.
    pub told: Told,
    /// It goes on the paper, if its part does.
    pub on: bool,
}

/// What a sentence of the sheet repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// What was ticked; never empty, and never a choice that only says "none".
    Ticked(Vec<ChoiceId>),
    /// The parent's own words.
    Words(String),
}

/// One part of the sheet that can be ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Which.
    pub part: SheetPart,
    /// Its choice on the question that the preview asks.
    pub choice: ChoiceId,
    /// It goes on the paper.
    pub on: bool,
    /// Sentences about each child or the family, on or off.
    pub sentences: Vec<Sentence>,
}

impl Block {
    /// The sentences that go on the paper, if it does.
    pub fn sentences_on(&self) -> impl Iterator<Item = &Sentence> {
        self.sentences.iter().filter(|sentence| sentence.on)
    }
}

/// A support that may go on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Which.
    pub support: SupportId,
    /// For whom.
    pub whos: Vec<Who>,
    /// It goes on the paper.
    pub on: bool,
    /// It has to do with money, home, how the parent is, or something else that is private.
    pub private: bool,
    /// It is on every family's list: nothing that was told says that they would like to ask about it.
    pub for_everyone: bool,
    /// It can be had through whoever the meeting is with.
    pub fits: bool,
    /// The most pressing danger or clock that may be printed, and for whom it is one.
    pub soon: Option<(usize, Vec<Who>)>,
    /// What to know before asking for it.
    pub warnings: Vec<WarningId>,
}

/// Everything the preview shows, on or off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Who it is for.
    pub meeting: Meeting,
    /// The children it speaks of.
    pub children: Vec<ChildKey>,
    /// Its parts, in order.
    pub blocks: Vec<Block>,
    /// Its supports, in their order on the paper: that of the list, but for what the meeting brings forward.
    pub supports: Vec<Chosen>,
}

impl Sheet {
    /// What the sheet would be now. It knows nothing of what was confided: where something was, the list is made once
    /// more from plain answers alone, so that not even the order of what is printed tells of it.
    pub fn of(
        catalogue: &Catalogue,
        answers: &Answers,
        marks: &Marks,
        choices: &SheetChoices,
        plan: &Plan,
        today: Day,
    ) -> Self {
        let plain = &answers.without_confided();
        let on_paper = Plan::on_paper(catalogue, answers, true, today);
        let plan = on_paper.as_ref().unwrap_or(plan);
        let meeting = choices.meeting.unwrap_or_else(|| usual_meeting(catalogue, plain, today));
        Self {
            meeting,
            children: children(plain, choices).collect(),
            blocks: blocks(catalogue, plain, choices),
            supports: supports(catalogue, marks, choices, meeting, plan),
        }
    }

    /// This part, if the content has it and it is on.
    pub fn block_on(&self, part: SheetPart) -> Option<&Block> {
        self.blocks.iter().find(|block| block.on && block.part == part)
    }

    /// The sentences of its part, with this one on or off.
    pub fn with_set(&self, sentence: SentenceId, on: bool) -> Vec<(SentenceId, bool)> {
        let (mut part, place) = self.part_of(sentence);
        part.get_mut(place).into_iter().for_each(|(_, is_on)| *is_on = on);
        part
    }

    /// The sentences of its part, with this one moved up by one, and how many stand before it then.
    pub fn with_raised(&self, sentence: SentenceId) -> (Vec<(SentenceId, bool)>, usize) {
        let (mut part, place) = self.part_of(sentence);
        let up = place.saturating_sub(1);
        if place > 0 {
            part.swap(place, up);
        }
        (part, up)
    }

    /// The sentences of its part, and how many stand before it.
    fn part_of(&self, sentence: SentenceId) -> (Vec<(SentenceId, bool)>, usize) {
        for block in &self.blocks {
            if let Some(place) = block.sentences.iter().position(|other| other.id == sentence) {
                return (block.sentences.iter().map(|sentence| (sentence.id, sentence.on)).collect(), place);
            }
        }
        (Vec::new(), 0)
    }

    /// What a parent may ask whoever the meeting is with: whatever can be had there, or else whatever goes on the paper.
    pub fn to_ask_about(&self) -> Vec<&Chosen> {
        let fitting: Vec<&Chosen> = self.supports_on().filter(|chosen| chosen.fits).collect();
        if fitting.is_empty() { self.supports_on().collect() } else { fitting }
    }

    /// Every sentence of every part, on or off.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.blocks.iter().flat_map(|block| &block.sentences)
    }

    /// Supports that go on the paper.
    pub fn supports_on(&self) -> impl Iterator<Item = &Chosen> {
        self.supports.iter().filter(|chosen| chosen.on)
    }

    /// The oldest day on which a support that goes on the paper was checked, and whether one never was.
    pub fn checked(&self, catalogue: &Catalogue) -> (Option<Day>, bool) {
        let days: Vec<Option<Day>> =
            self.supports_on().map(|chosen| catalogue.support(chosen.support).checked).collect();
        (days.iter().flatten().min().copied(), days.contains(&None))
    }
}

impl Chosen {
    fn of(catalogue: &Catalogue, offer: &Offer) -> Self {
        let is_money = catalogue.topic(catalogue.support(offer.support).topic).group == TopicGroup::Money;
        Self {
            support: offer.support,
            whos: vec![offer.who],
            on: false,
            private: offer.private || is_money,
            for_everyone: false,
            fits: false,
            soon: offer.soon.map(|soon| (soon, vec![offer.who])),
            warnings: offer.warnings.clone(),
        }
    }

    /// The same support for somebody else too.
    fn add(&mut self, catalogue: &Catalogue, offer: &Offer) {
        let other = Self::of(catalogue, offer);
        self.whos.extend(other.whos);
        self.private |= other.private;
        self.warnings
            .extend(other.warnings.into_iter().filter(|word| !self.warnings.contains(word)).collect::<Vec<_>>());
        let cases = &catalogue.support(self.support).soon;
        let clock = |soon: usize| cases.get(soon).map(|soon| (!soon.danger, soon.within));
        match (&mut self.soon, other.soon) {
            (Some((mine, whos)), Some((theirs, more))) if *mine == theirs => whos.extend(more),
            (Some((mine, _)), Some((theirs, _))) if clock(*mine) <= clock(theirs) => {}
            (mine, Some(theirs)) => *mine = Some(theirs),
            (_, None) => {}
        }
    }
}

fn blocks(catalogue: &Catalogue, answers: &Answers, choices: &SheetChoices) -> Vec<Block> {
    let Some((id, question)) = catalogue.questions().find(|(_, question)| question.asked == Asked::OnSheet) else {
        return Vec::new();
    };
    let ticked = answers.get(catalogue, id, Who::Family);
    let block = |&choice: &ChoiceId| {
        let part = catalogue.choice(choice).part?;
        let on = is_on(ticked, choice, catalogue.choice(choice).usual);
        Some(Block { part, choice, on, sentences: sentences(catalogue, answers, choices, part) })
    };
    question.choices.iter().filter_map(block).collect()
}

fn is_on(answer: Option<&Answer>, choice: ChoiceId, usual: bool) -> bool {
    match answer {
        Some(Answer::Ticked(ticks)) => ticks.contains(&choice),
        Some(_) => false,
        None => usual,
    }
}

/// The children whom it is about.
fn children(answers: &Answers, choices: &SheetChoices) -> impl Iterator<Item = ChildKey> {
    answers.children().iter().map(|child| child.key).filter(|child| !choices.without.contains(child))
}

/// Whom they meet before they have said so: a health visitor where all children are babies, and otherwise somebody at
/// school. It does not go by the children whom the sheet is about: to leave one out says nothing of who is met.
fn usual_meeting(catalogue: &Catalogue, answers: &Answers, today: Day) -> Meeting {
    let is_baby = |child: &Child| {
        let born = birth_months(catalogue, answers, today, Who::Child(child.key));
        age(BABY, &born, today, 0, Reading::Strict) == Some(true)
    };
    let children = answers.children();
    if !children.is_empty() && children.iter().all(is_baby) { Meeting::Health } else { Meeting::default() }
}

/// Child by child, and the family last; what they want to talk about in their own order.
fn sentences(catalogue: &Catalogue, answers: &Answers, choices: &SheetChoices, part: SheetPart) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for who in children(answers, choices).map(Who::Child).chain([Who::Family]) {
        for (question, asked) in catalogue.questions() {
            if asked.sheet == Some(part) && !asked.sensitive && (asked.about == About::Family) == (who == Who::Family) {
                let add = |choice| sentences.extend(sentence(catalogue, answers, choices, question, who, choice));
                std::iter::once(None).chain(asked.choices.iter().copied().map(Some)).for_each(add);
            }
        }
    }
    let mut ordered = 0;
    for (id, _) in &choices.sentences {
        if let Some(place) = sentences.iter().position(|sentence: &Sentence| sentence.id == *id) {
            let sentence = sentences.remove(place);
            sentences.insert(ordered.min(place), sentence);
            ordered += 1;
        }
    }
    sentences
}

/// What an answer, or one choice of it, tells about somebody, if it has a sentence.
fn sentence(
    catalogue: &Catalogue,
    answers: &Answers,
    choices: &SheetChoices,
    question: QuestionId,
    who: Who,
    choice: Option<ChoiceId>,
) -> Option<Sentence> {
    if choice.is_some_and(|choice| !stands_alone(catalogue, choice)) {
        return None;
    }
    let id = SentenceId { question, who, choice };
    let usual = choice.is_none_or(|choice| !catalogue.choice(choice).private);
    let on = choices.sentences.iter().find(|(set, _)| *set == id).map_or(usual, |(_, on)| *on);
    Some(Sentence { id, told: told(catalogue, answers, id)?, on })
}

/// Whether a choice has a sentence of its own.
pub(crate) fn stands_alone(catalogue: &Catalogue, choice: ChoiceId) -> bool {
    let choice = catalogue.choice(choice);
    choice.private || catalogue.question(choice.question).sheet == Some(SheetPart::Needs)
}

/// What an answer tells on the sheet. A choice that only says "none" or "not sure" is left out, as is what was skipped or
/// left open.
fn told(catalogue: &Catalogue, answers: &Answers, sentence: SentenceId) -> Option<Told> {
    let SentenceId { question, who, choice } = sentence;
    let belongs = |tick: &ChoiceId| match choice {
        Some(own) => *tick == own,
        None => !stands_alone(catalogue, *tick),
    };
    match answers.get(catalogue, question, who)? {
        Answer::Ticked(ticks) => {
            let tells = |tick: &ChoiceId| !catalogue.choice(*tick).alone && !catalogue.choice(*tick).unsure;
            let telling = ticks.iter().copied().filter(|tick| belongs(tick) && tells(tick));
            let ticks: Vec<ChoiceId> = telling.collect();
            (!ticks.is_empty()).then_some(Told::Ticked(ticks))
        }
        Answer::Text(text) if choice.is_none() => Some(Told::Words(text.trim().to_owned())),
        _ => None,
    }
}

fn supports(
    catalogue: &Catalogue,
    marks: &Marks,
    choices: &SheetChoices,
    meeting: Meeting,
    plan: &Plan,
) -> Vec<Chosen> {
    let mut chosen = in_order(catalogue, choices, meeting, plan);
    let marked = |chosen: &Chosen, is_so: fn(Mark) -> bool| {
        marks.iter().any(|((support, _), mark)| *support == chosen.support && is_so(*mark))
    };
    let is_wanted = |chosen: &Chosen| !chosen.private && marked(chosen, |mark| mark == Mark::Want);
    let by_hand = chosen.iter().any(is_wanted);
    let mut room = SUPPORTS_AT_FIRST;
    for chosen in &mut chosen {
        let told = !chosen.private && !chosen.for_everyone;
        let first = room > 0 && told && !marked(chosen, |mark| mark != Mark::Want);
        let usual = if by_hand { is_wanted(chosen) } else { first };
        room -= usize::from(usual && room > 0);
        chosen.on = choices.supports.get(&chosen.support).copied().unwrap_or(usual);
    }
    chosen
}

/// In the order of the list, but what can be had through whoever the meeting is with stands before what cannot. What has a
/// clock or a danger stays first, and what is for every family last.
fn in_order(catalogue: &Catalogue, choices: &SheetChoices, meeting: Meeting, plan: &Plan) -> Vec<Chosen> {
    let mut stands: [Vec<Chosen>; 4] = Default::default();
    for group in &plan.groups {
        for offer in &group.offers {
            if choices.without.iter().any(|&child| offer.who == Who::Child(child)) {
                continue;
            }
            if let Some(same) = stands.iter_mut().flatten().find(|chosen| chosen.support == offer.support) {
                same.add(catalogue, offer);
                continue;
            }
            let ways = &catalogue.support(offer.support).ways;
            let fits = meeting.ways().iter().any(|way| ways.contains(way));
            let waits = !fits && group.kind != GroupKind::Soon;
            let for_everyone = group.kind == GroupKind::Universal;
            let stand = 2 * usize::from(for_everyone) + usize::from(waits);
            stands[stand].push(Chosen { for_everyone, fits, ..Chosen::of(catalogue, offer) });
        }
    }
    stands.into_iter().flatten().collect()
}
