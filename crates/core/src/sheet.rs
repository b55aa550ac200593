//! The sheet: the paper a parent takes to an appointment. It is made from plain answers only; what was
//! confided has no way onto it.

use litemap::LiteMap;

use crate::catalogue::{Asked, Catalogue, ChoiceId, QuestionId, SheetPart, SupportId, WarningId};
use crate::family::{Answer, Answers, ChildKey, Who};
use crate::plan::{Mark, Marks, Offer, Plan};
use crate::time::Day;

/// How many supports stand on a sheet before the parent chooses.
const SUPPORTS_AT_FIRST: usize = 5;

/// Who the meeting is with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Meeting {
    /// A teacher, key person or SENCO.
    #[default]
    School,
    /// A health visitor, school nurse or GP.
    Health,
    /// A family hub.
    Hub,
    /// An annual review.
    Review,
    /// Somebody else.
    Other,
}

impl Meeting {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 5] = [Self::School, Self::Health, Self::Hub, Self::Review, Self::Other];

    /// Its name in saved visits and in the words.
    pub fn name(self) -> &'static str {
        match self {
            Self::School => "school",
            Self::Health => "health",
            Self::Hub => "hub",
            Self::Review => "review",
            Self::Other => "other",
        }
    }

    /// The meeting of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|meeting| meeting.name() == name)
    }
}

/// What the parent chose for the sheet, apart from the blocks, which are an answer like any other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetChoices {
    /// Who it is for.
    pub meeting: Meeting,
    /// Supports put on or taken off by hand.
    pub supports: LiteMap<SupportId, bool>,
    /// Sentences put on or taken off by hand.
    pub sentences: LiteMap<SentenceId, bool>,
}

/// Which sentence of the sheet: an answer, or one private choice of it, which has a sentence of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SentenceId {
    /// The question it answers.
    pub question: QuestionId,
    /// About whom.
    pub who: Who,
    /// The private choice; `None` for all others together.
    pub private: Option<ChoiceId>,
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
    /// Its supports, in the order of the list.
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
        let on_paper = (!answers.is_plain()).then(|| Plan::of(catalogue, plain, today));
        let plan = on_paper.as_ref().unwrap_or(plan);
        Self {
            meeting: choices.meeting,
            children: plain.children().iter().map(|child| child.key).collect(),
            blocks: blocks(catalogue, plain, choices),
            supports: supports(catalogue, marks, choices, plan),
        }
    }

    /// This part, if the content has it and it is on.
    pub fn block_on(&self, part: SheetPart) -> Option<&Block> {
        self.blocks.iter().find(|block| block.on && block.part == part)
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
    fn of(offer: &Offer) -> Self {
        Self {
            support: offer.support,
            whos: vec![offer.who],
            on: false,
            private: offer.private,
            soon: offer.soon.map(|soon| (soon, vec![offer.who])),
            warnings: offer.warnings.clone(),
        }
    }

    /// The same support for somebody else too.
    fn add(&mut self, catalogue: &Catalogue, offer: &Offer) {
        let other = Self::of(offer);
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

fn sentences(catalogue: &Catalogue, answers: &Answers, choices: &SheetChoices, part: SheetPart) -> Vec<Sentence> {
    let questions = catalogue.questions().filter(|(_, question)| question.sheet == Some(part) && !question.sensitive);
    let asked =
        questions.flat_map(|(id, question)| answers.everyone(question.about).into_iter().map(move |who| (id, who)));
    let ids = asked.flat_map(|(question, who)| {
        let private = catalogue.question(question).choices.iter().filter(|&&choice| catalogue.choice(choice).private);
        std::iter::once(None).chain(private.map(|&choice| Some(choice))).map(move |private| SentenceId {
            question,
            who,
            private,
        })
    });
    let sentence = |id: SentenceId| {
        let on = choices.sentences.get(&id).copied().unwrap_or(id.private.is_none());
        Some(Sentence { id, told: told(catalogue, answers, id)?, on })
    };
    ids.filter_map(sentence).collect()
}

/// What an answer tells on the sheet. A choice that only says "none" is left out, as is what was skipped or left open. A
/// private choice has a sentence of its own.
fn told(catalogue: &Catalogue, answers: &Answers, sentence: SentenceId) -> Option<Told> {
    let SentenceId { question, who, private } = sentence;
    let belongs = |tick: &ChoiceId| match private {
        Some(own) => *tick == own,
        None => !catalogue.choice(*tick).private,
    };
    match answers.get(catalogue, question, who)? {
        Answer::Ticked(ticks) => {
            let telling = ticks.iter().copied().filter(|tick| belongs(tick) && !catalogue.choice(*tick).alone);
            let ticks: Vec<ChoiceId> = telling.collect();
            (!ticks.is_empty()).then_some(Told::Ticked(ticks))
        }
        Answer::Text(text) if private.is_none() => Some(Told::Words(text.trim().to_owned())),
        _ => None,
    }
}

fn supports(catalogue: &Catalogue, marks: &Marks, choices: &SheetChoices, plan: &Plan) -> Vec<Chosen> {
    let mut chosen: Vec<Chosen> = Vec::new();
    for offer in plan.offers() {
        match chosen.iter_mut().find(|chosen| chosen.support == offer.support) {
            Some(same) => same.add(catalogue, offer),
            None => chosen.push(Chosen::of(offer)),
        }
    }
    let by_hand = marks.values().any(|mark| *mark == Mark::Want);
    let mut room = SUPPORTS_AT_FIRST;
    for chosen in &mut chosen {
        let wanted = marks.iter().any(|((support, _), mark)| *support == chosen.support && *mark == Mark::Want);
        let declined = marks.iter().any(|((support, _), mark)| *support == chosen.support && *mark != Mark::Want);
        let usual = if by_hand { wanted } else { room > 0 && !declined } && !chosen.private;
        room -= usize::from(usual && room > 0);
        chosen.on = choices.supports.get(&chosen.support).copied().unwrap_or(usual);
    }
    chosen
}
