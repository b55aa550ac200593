//! The sheet: the paper a parent takes to an appointment. It is made from plain answers only; what was
//! confided has no way onto it.

use litemap::LiteMap;

use crate::answers::{Answer, Answers, Who};
use crate::content::{ChoiceId, Content, SupportId};
use crate::pack::Asked;
use crate::plan::Plan;
use crate::say::Speaker;
use crate::visit::{Mark, Marks};

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
}

/// One part of the sheet that can be ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its choice on the question that the preview asks.
    pub choice: ChoiceId,
    /// It goes on the paper.
    pub on: bool,
    /// Sentences about each child or the family.
    pub sentences: Vec<String>,
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
    /// It has to do with money, home or how the parent is.
    pub private: bool,
}

/// Everything the preview shows, on or off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Who it is for.
    pub meeting: Meeting,
    /// The children it speaks of, by name.
    pub children: Vec<String>,
    /// Its parts, in order.
    pub blocks: Vec<Block>,
    /// Its supports, in the order of the list.
    pub supports: Vec<Chosen>,
}

impl Sheet {
    /// What the sheet would be now.
    pub fn of(content: &Content, answers: &Answers, marks: &Marks, choices: &SheetChoices, plan: &Plan) -> Self {
        let plain = &answers.without_confided();
        let speaker = Speaker { content, answers: plain };
        Self {
            meeting: choices.meeting,
            children: plain.children().iter().map(|child| speaker.child(child.key)).collect(),
            blocks: blocks(content, plain, speaker),
            supports: supports(marks, choices, plan),
        }
    }

    /// The part of this name, if the content has it and it is on.
    pub fn block_on(&self, content: &Content, name: &str) -> Option<&Block> {
        self.blocks.iter().find(|block| block.on && content.choice(block.choice).name == name)
    }

    /// Supports that go on the paper.
    pub fn supports_on(&self) -> impl Iterator<Item = &Chosen> {
        self.supports.iter().filter(|chosen| chosen.on)
    }
}

fn blocks(content: &Content, answers: &Answers, speaker: Speaker<'_>) -> Vec<Block> {
    let Some((id, question)) = content.questions().find(|(_, question)| question.asked == Asked::OnSheet) else {
        return Vec::new();
    };
    let ticked = answers.get(content, id, Who::Family);
    let block = |&choice: &ChoiceId| Block {
        choice,
        on: is_on(ticked, choice, content.choice(choice).usual),
        sentences: sentences(content, answers, speaker, &content.choice(choice).name),
    };
    question.choices.iter().map(block).collect()
}

fn is_on(answer: Option<&Answer>, choice: ChoiceId, usual: bool) -> bool {
    match answer {
        Some(Answer::Ticked(ticks)) => ticks.contains(&choice),
        Some(_) => false,
        None => usual,
    }
}

fn sentences(content: &Content, answers: &Answers, speaker: Speaker<'_>, block: &str) -> Vec<String> {
    let questions = content.questions().filter(|(_, question)| question.sheet == block && !question.sensitive);
    let asked =
        questions.flat_map(|(id, question)| answers.everyone(question.about).into_iter().map(move |who| (id, who)));
    asked.filter_map(|(id, who)| speaker.written(id, who)).collect()
}

fn supports(marks: &Marks, choices: &SheetChoices, plan: &Plan) -> Vec<Chosen> {
    let mut chosen: Vec<Chosen> = Vec::new();
    for offer in plan.offers().filter(|offer| offer.printable) {
        match chosen.iter_mut().find(|chosen| chosen.support == offer.support) {
            Some(same) => same.whos.push(offer.who),
            None => {
                chosen.push(Chosen { support: offer.support, whos: vec![offer.who], on: false, private: offer.private })
            }
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
