//! What a step of the browser's history stands for. An entry carries one number and nothing else: which screen was
//! shown, never an answer. A number that cannot be read any more is a step that is unknown, and Back over it is the
//! page's own Back.

use crate::catalogue::{Catalogue, QuestionId, SectionId};
use crate::family::{MOST_CHILDREN, Who};
use crate::judge::Asking;
use crate::path::Stop;
use crate::stamp::{STAMPS, stamp};
use crate::time::Today;
use crate::visit::{Page, Place, Visit};

/// Numbers of one content and one run lie below this.
const SCREENS: u64 = 1 << 20;
/// How many runs and contents are told apart; all together fit the whole numbers that JavaScript has.
const RUNS: u64 = STAMPS as u64;

/// More ends of runs than one minute has.
const ENDS: u64 = 16;

/// Which steps are ours. A run ends when what was told is deleted, left or begun afresh, and when children are taken
/// away: earlier steps are then unknown, so that none leads back to what is gone or on to another child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Steps {
    run: u64,
    catalogue: u64,
}

impl Steps {
    /// Goes on with the run of the entry that the page was loaded in, if it is of this content.
    pub(super) fn resume(catalogue: &Catalogue, today: Today, entry: Option<u64>) -> Self {
        let minute = today.minute.and_then(|minute| u64::try_from(minute).ok()).unwrap_or(0);
        let fresh = Self { run: minute % (RUNS / ENDS) * ENDS, catalogue: mark(catalogue) };
        let run = entry.filter(|&entry| entry / SCREENS % RUNS == fresh.catalogue).map(|entry| entry / SCREENS / RUNS);
        Self { run: run.map_or(fresh.run, |run| run % RUNS), ..fresh }
    }

    /// A run that no entry of before is of: runs that begin at another minute lie further apart than any minute has
    /// ends of runs.
    pub(super) fn afresh(catalogue: &Catalogue, today: Today, entry: Option<u64>) -> Self {
        let (fresh, mut last) = (Self::resume(catalogue, today, None), Self::resume(catalogue, today, entry));
        last.begin_anew();
        if entry.is_some() && last.run / ENDS == fresh.run / ENDS { last } else { fresh }
    }

    /// Earlier steps are no longer known.
    pub(super) fn begin_anew(&mut self) {
        self.run = (self.run + 1) % RUNS;
    }

    /// The number of a place.
    pub(super) fn number(self, catalogue: &Catalogue, visit: &Visit, place: Place) -> u64 {
        (self.run * RUNS + self.catalogue) * SCREENS + screen(catalogue, visit, place)
    }

    /// The place of a number; `None` where it is not known, or no longer there. The first entry has no number before
    /// somebody comes back to it: it is the start page, and the start page is there in every run.
    pub(super) fn place(self, catalogue: &Catalogue, visit: &Visit, entry: Option<u64>) -> Option<Place> {
        let start = Place { page: Page::Start, ..visit.place };
        let Some(entry) = entry else { return Some(start) };
        let is_start = entry / SCREENS % RUNS == self.catalogue && entry % SCREENS == screen(catalogue, visit, start);
        let ours = entry / SCREENS == self.run * RUNS + self.catalogue;
        if is_start { Some(start) } else { ours.then(|| place(catalogue, visit, entry % SCREENS))? }
    }
}

/// Pages first, then the stops in the content's order, each question with a number for whomever it is asked about.
fn screen(catalogue: &Catalogue, visit: &Visit, place: Place) -> u64 {
    let pages = Page::ALL.len();
    let number = match (place.page, place.stop) {
        (Page::Asking, Stop::Children) => pages,
        (Page::Asking, Stop::Door(section)) => pages + 1 + section.index(),
        (Page::Asking, Stop::Question(asking)) => {
            pages + 1 + catalogue.sections().count() + asking.question.index() * people() + person(visit, asking.who)
        }
        (page, _) => Page::ALL.iter().position(|&other| other == page).unwrap_or_default(),
    };
    u64::try_from(number).unwrap_or_default() % SCREENS
}

fn place(catalogue: &Catalogue, visit: &Visit, screen: u64) -> Option<Place> {
    let screen = usize::try_from(screen).ok()?;
    match Page::ALL.get(screen) {
        Some(Page::Asking) => None,
        Some(&page) => Some(Place { page, ..visit.place }),
        None => Some(Place { page: Page::Asking, stop: stop(catalogue, visit, screen - Page::ALL.len())? }),
    }
}

fn stop(catalogue: &Catalogue, visit: &Visit, number: usize) -> Option<Stop> {
    let Some(number) = number.checked_sub(1) else { return Some(Stop::Children) };
    let mut sections = catalogue.sections().map(|(id, _): (SectionId, _)| id);
    let Some(number) = number.checked_sub(catalogue.sections().count()) else {
        return sections.nth(number).map(Stop::Door);
    };
    let (question, _): (QuestionId, _) = catalogue.questions().nth(number / people())?;
    Some(Stop::Question(Asking { question, who: whom(visit, number % people())? }))
}

/// 0 is the family, 1 the first child.
fn person(visit: &Visit, who: Who) -> usize {
    let child = |key| visit.answers.children().iter().position(|child| child.key == key).map_or(0, |index| index + 1);
    if let Who::Child(key) = who { child(key) } else { 0 }
}

fn whom(visit: &Visit, person: usize) -> Option<Who> {
    let Some(index) = person.checked_sub(1) else { return Some(Who::Family) };
    visit.answers.children().get(index).map(|child| Who::Child(child.key))
}

/// How many people a question can be about.
fn people() -> usize {
    MOST_CHILDREN + 1
}

/// A small number that another content hardly shares.
fn mark(catalogue: &Catalogue) -> u64 {
    u64::from(stamp(&catalogue.version))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Day;

    fn of(version: &str) -> Catalogue {
        Catalogue { version: version.to_owned(), ..Catalogue::default() }
    }

    fn at(minute: i64) -> Today {
        Today { day: Day::UNKNOWN, minute: Some(minute) }
    }

    /// An entry is read again by every later build of this page: what it means may not change.
    #[test]
    fn the_number_of_a_content_is_the_same_in_every_build() {
        for (version, number) in [("", 49089), ("a", 12480), ("small", 30974), ("0123456789abcdef", 24174)] {
            assert_eq!(mark(&of(version)), number, "{version}");
        }
    }

    #[test]
    fn an_entry_of_this_content_goes_on_with_its_run_and_any_other_begins_one() {
        let (catalogue, visit) = (of("small"), Visit::default());
        let first = Steps::resume(&catalogue, at(7), None);
        assert_eq!(first.run, 7 * ENDS);
        let entry = Some(first.number(&catalogue, &visit, visit.place));
        assert_eq!(Steps::resume(&catalogue, at(1_000), entry), first);
        assert_eq!(Steps::resume(&of("other"), at(1_000), entry).run, 1_000 * ENDS);
        assert_eq!(
            Steps::resume(&catalogue, at(4_096 + 7), None).run,
            7 * ENDS,
            "runs begin again after so many minutes"
        );
        assert_eq!(Steps::resume(&catalogue, Today { day: Day::UNKNOWN, minute: None }, None).run, 0);
    }

    #[test]
    fn a_run_begun_afresh_is_none_that_an_entry_can_be_of() {
        let (catalogue, visit) = (of("small"), Visit::default());
        let mut last = Steps::resume(&catalogue, at(7), None);
        last.begin_anew();
        let entry = Some(last.number(&catalogue, &visit, visit.place));
        let run = |minute: i64, entry| Steps::afresh(&catalogue, at(minute), entry).run;
        assert_eq!(run(7, None), 7 * ENDS);
        assert_eq!(run(7, entry), 7 * ENDS + 2, "in the same minute, after those that have ended");
        assert_eq!(run(8, entry), 8 * ENDS);
        assert_eq!(run(1_000, entry), 1_000 * ENDS);
    }

    fn small() -> Catalogue {
        let written = include_str!("../../tests/families/small.json");
        let written: crate::written::Written = serde_json::from_str(written).unwrap();
        written.content().0.catalogue
    }

    fn visit() -> Visit {
        let mut visit = Visit::default();
        while visit.answers.add_child().is_some() {}
        visit
    }

    #[test]
    fn every_screen_has_a_number_of_its_own_and_is_found_by_it() {
        let (catalogue, visit) = (small(), visit());
        let steps = Steps::resume(&catalogue, at(7), None);
        let children = visit.answers.children().iter().map(|child| Who::Child(child.key));
        let whos: Vec<Who> = std::iter::once(Who::Family).chain(children).collect();
        let asked =
            catalogue.questions().flat_map(|(question, _)| whos.iter().map(move |&who| Asking { question, who }));
        let doors = catalogue.sections().map(|(id, _)| Stop::Door(id));
        let stops = std::iter::once(Stop::Children).chain(doors).chain(asked.map(Stop::Question));
        let asking = stops.map(|stop| Place { page: Page::Asking, stop });
        let pages = Page::ALL.into_iter().filter(|&page| page != Page::Asking);
        let places: Vec<Place> = pages.map(|page| Place { page, stop: Stop::Children }).chain(asking).collect();
        let number = |place: Place| steps.number(&catalogue, &visit, place);
        for &place in &places {
            assert_eq!(steps.place(&catalogue, &visit, Some(number(place))), Some(place), "{place:?}");
        }
        let numbers: std::collections::BTreeSet<u64> = places.iter().map(|&place| number(place)).collect();
        assert_eq!(numbers.len(), places.len());
        let last = numbers.last().copied().unwrap_or_default();
        assert_eq!(steps.place(&catalogue, &visit, Some(last + 1)), None, "there is nothing behind the last");
    }

    /// Whatever was deleted since: the start page is there in every run, and nothing else is.
    #[test]
    fn of_another_run_only_the_start_page_is_known_and_of_another_content_nothing() {
        let (catalogue, visit) = (small(), visit());
        let now = Steps::resume(&catalogue, at(7), None);
        let number = |steps: Steps, page: Page| {
            let place = Place { page, stop: Stop::Children };
            Some(steps.number(&catalogue, &visit, place))
        };
        let found = |entry: Option<u64>| now.place(&catalogue, &visit, entry).map(|place| place.page);
        for run in [0, 1, now.run - 1, now.run + 1, RUNS - 1] {
            let other = Steps { run, ..now };
            assert_eq!(found(number(other, Page::Start)), Some(Page::Start), "run {run}");
            for page in [Page::Asking, Page::List, Page::Sheet, Page::Everything] {
                assert_eq!(found(number(other, page)), None, "{page:?} of run {run}");
            }
        }
        for page in Page::ALL {
            assert_eq!(found(number(now, page)), Some(page));
            let other = Steps { catalogue: now.catalogue + 1, ..now };
            assert_eq!(found(number(other, page)), None, "{page:?} of another content");
        }
        assert_eq!(found(None), Some(Page::Start), "the first entry has no number");
    }

    #[test]
    fn after_the_last_run_comes_the_first() {
        let mut last = Steps { run: RUNS - 1, catalogue: 0 };
        last.begin_anew();
        assert_eq!(last.run, 0);
    }

    #[test]
    fn an_entry_fits_the_whole_numbers_that_javascript_has() {
        let (catalogue, visit) = (of("small"), Visit::default());
        let last = Steps { run: RUNS - 1, catalogue: RUNS - 1 }.number(&catalogue, &visit, visit.place);
        assert_eq!((last / SCREENS, SCREENS, RUNS), ((1 << 32) - 1, 1_048_576, 65_536));
        assert!(last < 1 << 53);
    }
}
