//! The relevant questions in order, found by replaying all questions over the answers. Only answers are kept;
//! the path is never stored, so changing an early answer loses nothing.

use crate::catalogue::{About, Asked, Catalogue, QuestionId, SectionId};
use crate::family::{Answer, Answers, Who};
use crate::judge::{Asking, Judge};

/// A place on the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Who the list is for: the children, and what is asked with their names.
    Children,
    /// Shall this section be opened?
    Door(SectionId),
    /// One question, and those that share its screen.
    Question(Asking),
}

/// How far a section has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Behind us.
    Done,
    /// We are in it.
    Here,
    /// Still to come.
    Ahead,
}

/// The stops in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    screens: Vec<Screen>,
}

/// A stop, the section it belongs to, and everything that is asked there.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Screen {
    section: Option<SectionId>,
    stop: Stop,
    asks: Vec<Asking>,
}

/// How far the parent lets us ask: which sections with a door they opened, or that they have time for the essentials
/// only, and pass every door by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doors {
    open: Vec<SectionId>,
    /// Only what is essential is asked.
    pub hurried: bool,
}

impl Doors {
    /// Whether this one is open.
    pub fn is_open(&self, section: SectionId) -> bool {
        self.open.contains(&section)
    }

    /// Opens or closes one.
    pub fn set(&mut self, section: SectionId, open: bool) {
        self.open.retain(|&other| other != section);
        if open {
            self.open.push(section);
        }
    }

    /// Those that are open.
    pub fn open(&self) -> impl Iterator<Item = SectionId> {
        self.open.iter().copied()
    }
}

impl Path {
    /// Replays the questions. Closed doors keep their section's questions off the path, whatever was answered.
    pub fn of(catalogue: &Catalogue, answers: &Answers, doors: &Doors, judge: &Judge<'_>) -> Self {
        let mut screens = vec![Screen { section: None, stop: Stop::Children, asks: with_names(catalogue, answers) }];
        for (id, section) in catalogue.sections() {
            if doors.hurried && section.has_door {
                continue;
            }
            if section.has_door && section.questions.iter().any(|&question| catalogue.is_asked_here(question)) {
                screens.push(Screen { section: Some(id), stop: Stop::Door(id), asks: Vec::new() });
            }
            if !section.has_door || doors.is_open(id) {
                let asked = asked_in(catalogue, answers, &section.questions, judge);
                let asked = asked.filter(|asking| !doors.hurried || catalogue.question(asking.question).essential);
                asked.for_each(|asking| add(catalogue, &mut screens, id, asking));
            }
        }
        Self { screens }
    }

    /// All stops in order.
    pub fn stops(&self) -> impl Iterator<Item = Stop> {
        self.screens.iter().map(|screen| screen.stop)
    }

    /// Every question on it.
    pub fn questions(&self) -> impl Iterator<Item = Asking> {
        self.screens.iter().flat_map(|screen| screen.asks.iter().copied())
    }

    /// Everything that is asked at a stop, in order.
    pub fn asks(&self, stop: Stop) -> &[Asking] {
        self.screens.iter().find(|screen| screen.stop == stop).map_or(&[], |screen| &screen.asks)
    }

    /// The stop at which this is asked.
    pub fn stop_of(&self, asking: Asking) -> Option<Stop> {
        self.screens.iter().find(|screen| screen.asks.contains(&asking)).map(|screen| screen.stop)
    }

    /// The stop after this one; `None` at the end, which is the list.
    pub fn after(&self, stop: Stop) -> Option<Stop> {
        self.stops().skip_while(|&other| other != stop).nth(1)
    }

    /// The stop before this one; `None` at the beginning, which is the start.
    pub fn before(&self, stop: Stop) -> Option<Stop> {
        self.stops().take_while(|&other| other != stop).last().filter(|_| self.has(stop))
    }

    /// The last stop of all.
    pub fn last(&self) -> Stop {
        self.screens.last().map_or(Stop::Children, |screen| screen.stop)
    }

    /// Whether this stop is on the path now.
    pub fn has(&self, stop: Stop) -> bool {
        self.stops().any(|other| other == stop)
    }

    /// How far the visit has come, section by section.
    pub fn progress(&self, catalogue: &Catalogue, at: Stop) -> Vec<(SectionId, Progress)> {
        let here = self.screens.iter().find(|screen| screen.stop == at).and_then(|screen| screen.section);
        let standing = |section: SectionId| match here {
            Some(here) if section < here => Progress::Done,
            Some(here) if section == here => Progress::Here,
            _ => Progress::Ahead,
        };
        let asks = |section: &SectionId| self.screens.iter().any(|screen| screen.section == Some(*section));
        catalogue.sections().map(|(id, _)| id).filter(asks).map(|id| (id, standing(id))).collect()
    }
}

/// Whether a question was answered in a way that tells us something.
pub fn is_answered(answer: Option<&Answer>) -> bool {
    matches!(answer, Some(Answer::Ticked(_) | Answer::Month(_) | Answer::Text(_)))
}

/// What is asked under each child's name.
fn with_names(catalogue: &Catalogue, answers: &Answers) -> Vec<Asking> {
    let mut asked = Vec::new();
    for who in answers.everyone(About::Child) {
        let questions = catalogue.questions().filter(|(_, question)| question.asked == Asked::WithName);
        asked.extend(questions.map(|(question, _)| Asking { question, who }));
    }
    asked
}

/// A question stands on a screen of its own, or shares that of the one before it.
fn add(catalogue: &Catalogue, screens: &mut Vec<Screen>, section: SectionId, asking: Asking) {
    match screens.last_mut().filter(|screen| shares(catalogue, screen, section, asking)) {
        Some(screen) => screen.asks.push(asking),
        None => {
            screens.push(Screen { section: Some(section), stop: Stop::Question(asking), asks: vec![asking] });
        }
    }
}

/// Whether every question from the last one of a screen to this one joins the one before it.
fn shares(catalogue: &Catalogue, screen: &Screen, section: SectionId, asking: Asking) -> bool {
    let joined = |last: &Asking| {
        let between =
            catalogue.section(section).questions.iter().filter(|id| last.question < **id && **id <= asking.question);
        last.who == asking.who && between.into_iter().all(|&id| catalogue.question(id).joins)
    };
    screen.section == Some(section) && screen.asks.last().is_some_and(joined)
}

/// Questions about children that stand side by side are asked child by child.
fn asked_in<'a>(
    catalogue: &'a Catalogue,
    answers: &'a Answers,
    questions: &'a [QuestionId],
    judge: &'a Judge<'_>,
) -> impl Iterator<Item = Asking> + 'a {
    let same_kind =
        |one: &QuestionId, other: &QuestionId| catalogue.question(*one).about == catalogue.question(*other).about;
    let on_path = move |question: QuestionId| catalogue.question(question).asked == Asked::OnPath;
    questions.chunk_by(same_kind).flat_map(move |run| {
        let about = run.first().map_or(About::Family, |&first| catalogue.question(first).about);
        answers.everyone(about).into_iter().flat_map(move |who: Who| {
            let here = move |question| on_path(question) && catalogue.is_asked_here(question);
            let asked = run.iter().copied().filter(move |&question| here(question) && judge.asks(question, who));
            asked.map(move |question| Asking { question, who })
        })
    })
}
