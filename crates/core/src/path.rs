//! The relevant questions in order, found by replaying all questions over the answers. Only answers are kept;
//! the path is never stored, so changing an early answer loses nothing.

use crate::answers::{Answer, Answers, Who};
use crate::content::{Content, QuestionId, SectionId};
use crate::pack::{About, Asked};
use crate::verdict::{Asking, Judge};

/// A place on the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Who the list is for: the children.
    Children,
    /// Shall this section be opened?
    Door(SectionId),
    /// One question.
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
    stops: Vec<(Option<SectionId>, Stop)>,
}

/// Which sections with a door the parent opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doors(Vec<SectionId>);

impl Doors {
    /// Whether this one is open.
    pub fn is_open(&self, section: SectionId) -> bool {
        self.0.contains(&section)
    }

    /// Opens or closes one.
    pub fn set(&mut self, section: SectionId, open: bool) {
        self.0.retain(|&other| other != section);
        if open {
            self.0.push(section);
        }
    }

    /// Those that are open.
    pub fn open(&self) -> impl Iterator<Item = SectionId> {
        self.0.iter().copied()
    }
}

impl Path {
    /// Replays the questions. Closed doors keep their section's questions off the path, whatever was answered.
    pub fn of(content: &Content, answers: &Answers, doors: &Doors, judge: &Judge<'_>) -> Self {
        let mut stops = vec![(None, Stop::Children)];
        for (id, section) in content.sections() {
            if section.door.is_some() {
                stops.push((Some(id), Stop::Door(id)));
            }
            if section.door.is_none() || doors.is_open(id) {
                let asked = asked_in(content, answers, &section.questions, judge);
                stops.extend(asked.map(|asking| (Some(id), Stop::Question(asking))));
            }
        }
        Self { stops }
    }

    /// All stops in order.
    pub fn stops(&self) -> impl Iterator<Item = Stop> {
        self.stops.iter().map(|(_, stop)| *stop)
    }

    /// Every question on it.
    pub fn questions(&self) -> impl Iterator<Item = Asking> {
        self.stops().filter_map(|stop| if let Stop::Question(asking) = stop { Some(asking) } else { None })
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
        self.stops.last().map_or(Stop::Children, |(_, stop)| *stop)
    }

    /// Whether this stop is on the path now.
    pub fn has(&self, stop: Stop) -> bool {
        self.stops().any(|other| other == stop)
    }

    /// How far the visit has come, section by section.
    pub fn progress(&self, content: &Content, at: Stop) -> Vec<(SectionId, Progress)> {
        let here = self.stops.iter().find(|(_, stop)| *stop == at).and_then(|(section, _)| *section);
        let standing = |section: SectionId| match here {
            Some(here) if section < here => Progress::Done,
            Some(here) if section == here => Progress::Here,
            _ => Progress::Ahead,
        };
        let asks = |section: &SectionId| self.stops.iter().any(|(own, _)| *own == Some(*section));
        content.sections().map(|(id, _)| id).filter(asks).map(|id| (id, standing(id))).collect()
    }
}

/// Whether a question was answered in a way that tells us something.
pub fn is_answered(answer: Option<&Answer>) -> bool {
    matches!(answer, Some(Answer::Ticked(_) | Answer::Month(_) | Answer::Text(_)))
}

/// Questions about children that stand side by side are asked child by child.
fn asked_in<'a>(
    content: &'a Content,
    answers: &'a Answers,
    questions: &'a [QuestionId],
    judge: &'a Judge<'_>,
) -> impl Iterator<Item = Asking> + 'a {
    let same_kind =
        |one: &QuestionId, other: &QuestionId| content.question(*one).about == content.question(*other).about;
    let on_path = move |question: QuestionId| content.question(question).asked == Asked::OnPath;
    questions.chunk_by(same_kind).flat_map(move |run| {
        let about = run.first().map_or(About::Family, |&first| content.question(first).about);
        answers.everyone(about).into_iter().flat_map(move |who: Who| {
            let asked = run.iter().copied().filter(move |&question| on_path(question) && judge.asks(question, who));
            asked.map(move |question| Asking { question, who })
        })
    })
}
