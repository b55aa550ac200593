//! What holds of a sitting whatever happens in whatever order: long runs of anything a parent, a browser or another tab
//! can do, and of what none of them should ever say.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestCaseError};

use signpost_core::catalogue::About;
use signpost_core::family::{Answer, ChildKey, Who};
use signpost_core::judge::Asking;
use signpost_core::plan::Mark;
use signpost_core::record;
use signpost_core::sheet::Meeting;
use signpost_core::sitting::{Beginning, Happened, Look, Notice, Refusal, Remedy, Why};
use signpost_core::speech::Speaker;
use signpost_core::time::Month;
use signpost_core::visit::{Event, Keeping, Page, Visit};

use crate::desk::{World, told_in};
use crate::family::{choice, json, question, small};

type Outcome = Result<(), TestCaseError>;

/// One step of a run as numbers, so that a run that fails can be made shorter.
type Step = (u8, u16, u16);

/// How a run goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// What the browser says is true.
    Truly,
    /// It says anything at all.
    Wildly,
}

const PLACES: [Keeping; 2] = [Keeping::ThisVisit, Keeping::ThisDevice];

const JUNK: &str = "<what nobody wrote>";
const NEWER: &str = r#"{"v": 7}"#;
const OLD: &str = r#"{"v": 1, "minute": 5, "children": [{"name": "Oldie"}]}"#;
const ZOE: &str = r#"{"v": 1, "minute": 29924000, "page": "list", "children": [{"name": "Zoe"}], "note": "Of Zoe"}"#;

fn runs() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(any::<Step>(), 0..120)
}

/// The same runs every time, so that a change is to blame for whatever fails; another seed looks further.
fn config(cases: u32) -> Config {
    Config {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2026),
        max_shrink_iters: 4_000,
        ..Config::default()
    }
}

/// Chooses by a number.
fn pick<T: Copy>(from: &[T], number: u16) -> T {
    from[usize::from(number) % from.len()]
}

/// A run at one desk. Every name, note and text of it is another one, so that it is known again wherever it turns up.
struct Run {
    world: World,
    how: How,
    /// Children of now and of before.
    keys: Vec<ChildKey>,
    /// How many words were made up.
    words: usize,
    /// What stood in a place and was not of this sitting.
    foreign: BTreeSet<String>,
    /// Nothing happened since the page was made.
    fresh: bool,
}

impl Run {
    fn new(how: How) -> Self {
        Self::at(World::new(), how)
    }

    fn at(world: World, how: How) -> Self {
        Self { world, how, keys: Vec::new(), words: 0, foreign: BTreeSet::new(), fresh: true }
    }

    fn word(&mut self, what: &str) -> String {
        self.words += 1;
        format!("{what}{}x", self.words)
    }

    fn visit(&self) -> Visit {
        if self.world.desks[0].is_over() { Visit::default() } else { self.world.desks[0].visit().clone() }
    }

    fn does(&mut self, step: Step) {
        self.remember_children();
        match step.0 % 40 {
            0..=25 => {
                let event = self.event(step);
                self.happens(Happened::Told(event));
            }
            26..=33 => {
                let happened = self.happened(step);
                self.happens(happened);
            }
            _ if self.how == How::Wildly => {
                let happened = self.wild(step);
                self.happens(happened);
            }
            _ => self.browser(step),
        }
    }

    fn happens(&mut self, happened: Happened) {
        if happened == Happened::StartedAfresh {
            self.foreign.extend(self.world.device.text.clone());
        }
        self.fresh = false;
        self.world.happens(0, happened);
    }

    fn remember_children(&mut self) {
        for child in self.visit().answers.children() {
            if !self.keys.contains(&child.key) {
                self.keys.push(child.key);
            }
        }
    }

    /// A child of now, or now and then one of before.
    fn key(&self, number: u16) -> ChildKey {
        let visit = self.visit();
        let children = visit.answers.children();
        match children.len() {
            0 => pick(&self.keys, number),
            _ if number.is_multiple_of(16) => pick(&self.keys, number / 16),
            many => children[usize::from(number) % many].key,
        }
    }

    fn asking(&self, number: u16, who: u16) -> Asking {
        let questions: Vec<_> = small().questions().map(|(id, _)| id).collect();
        let question = pick(&questions, number);
        let about = small().question(question).about;
        Asking { question, who: if about == About::Family { Who::Family } else { Who::Child(self.key(who)) } }
    }

    fn event(&mut self, (kind, a, b): Step) -> Event {
        match kind % 40 {
            0..=5 => self.choice_set(a, b),
            6 => self.answered(a, b),
            7..=9 => Event::WentOn,
            10 => Event::Skipped,
            11 => Event::WentBack,
            12 => Event::WentToQuestions,
            13 => Event::ChildAdded,
            14 | 15 => Event::ChildNamed(self.key(a), if b % 4 == 0 { String::new() } else { self.word("Name") }),
            16 => Event::ChildRemoved(self.key(a)),
            17 => {
                let doors: Vec<_> =
                    small().sections().filter(|(_, section)| section.has_door).map(|(id, _)| id).collect();
                Event::DoorAnswered(pick(&doors, a), b % 3 > 0)
            }
            18 => Event::WentTo(self.asking(a, b)),
            19 | 20 => Event::Opened(pick(&Page::ALL, a)),
            21 => {
                let supports: Vec<_> = small().supports().map(|(id, _)| id).collect();
                let who = if b % 2 == 0 { Who::Family } else { Who::Child(self.key(b / 2)) };
                Event::Marked(pick(&supports, a), vec![who], pick(&[Some(Mark::Want), Some(Mark::NotForUs), None], b))
            }
            22 => Event::NoteWritten(if a % 4 == 0 { String::new() } else { self.word("Note") }),
            23 => pick_sheet(a, b),
            24 => Event::KeepingChosen(pick(&Keeping::ALL, a)),
            25 => Event::Hurried,
            26 => Event::Lingered,
            _ if a % 4 == 0 => Event::Forgotten,
            _ => Event::WentOn,
        }
    }

    fn choice_set(&self, a: u16, b: u16) -> Event {
        let asking = self.asking(a, b);
        let choices = &small().question(asking.question).choices;
        let any = small().choices().map(|(id, _)| id).collect::<Vec<_>>();
        let choice = if choices.is_empty() || b.is_multiple_of(32) { pick(&any, b) } else { pick(choices, b / 4) };
        Event::ChoiceSet(asking, choice, !b.is_multiple_of(5))
    }

    fn answered(&mut self, a: u16, b: u16) -> Event {
        let asking = self.asking(a, b);
        let answer = match b % 5 {
            0 => None,
            1 => Some(Answer::Skipped),
            2 => Some(Answer::PreferNotToSay),
            3 => Month::new(2010 + i32::from(b % 16), 1 + (a % 12) as u8).map(Answer::Month),
            _ => Some(Answer::Text(self.word("Text"))),
        };
        Event::Answered(asking, answer)
    }

    fn happened(&self, (kind, a, b): Step) -> Happened {
        match (kind % 40, a % 6) {
            (26 | 27, 0) => Happened::StartedAfresh,
            (26 | 27, _) => Happened::Started,
            (28, _) => Happened::MonthChosen(self.asking(a, b), (b % 3 > 0).then_some((b % 14) as u8)),
            (29, _) => Happened::YearChosen(self.asking(a, b), (b % 3 > 0).then_some(1_990 + i32::from(b % 50))),
            (30, _) => Happened::AskedToPrint,
            (31, 0) => Happened::ForgottenElsewhere,
            (31, _) => Happened::NoticeClosed(pick_notice(a, b)),
            (32, 0) => Happened::AskedToForget,
            (32, 1) => Happened::KeptAfterAll,
            (32, 2) => Happened::AskedToPrint,
            (32, _) => Happened::PrintRefused,
            (_, 0) => Happened::Remedied(Remedy::OpenTab),
            (_, 1..=3) => Happened::Remedied(Remedy::Replace(pick(&Keeping::ALL, b))),
            _ => Happened::Remedied(Remedy::TakeUp(pick(&Keeping::ALL, b))),
        }
    }

    /// What the browser does by itself, or the parent with the browser, or somebody elsewhere.
    fn browser(&mut self, (kind, a, _): Step) {
        self.fresh = false;
        match (kind % 40, a % 4) {
            (34, _) => drop(self.world.step(0, false)),
            (35, _) => drop(self.world.step(0, true)),
            (36, 0) => self.begins(World::open_again),
            (36, _) => self.begins(World::reload),
            (37, 0) => self.happens(Happened::Hid),
            (37, _) => {
                self.happens(Happened::Hid);
                self.world.restore(0);
            }
            (38, _) => self.world.restore(0),
            _ => self.elsewhere(a),
        }
    }

    /// Somebody elsewhere writes or erases on the device.
    fn elsewhere(&mut self, a: u16) {
        let text = pick(&[None, Some(ZOE), Some(JUNK), Some(NEWER), Some(OLD)], a / 4).map(str::to_owned);
        self.foreign.extend(text.clone());
        self.world.device.text = text;
        self.happens(Happened::Seen(Keeping::ThisDevice, self.world.device.look()));
    }

    /// What stands somewhere and is not taken up is not of this sitting.
    fn begins(&mut self, begin: fn(&mut World, usize)) {
        begin(&mut self.world, 0);
        self.fresh = true;
        let visit = self.visit();
        for place in PLACES.into_iter().filter(|&place| visit.is_blank() || place != visit.keeping) {
            self.foreign.extend(self.world.store(0, place).text.clone());
        }
    }

    /// What no browser should say.
    fn wild(&mut self, (kind, a, b): Step) -> Happened {
        let keeping = pick(&Keeping::ALL, a);
        let look = self.wild_look(b);
        match kind % 40 {
            34 => Happened::Refused(keeping, pick(&[Refusal::Blocked, Refusal::Full], a / 8), look),
            35 => Happened::Seen(keeping, look),
            36 => Happened::NotErased(keeping, look),
            37 => Happened::Restored(look, self.wild_look(a)),
            38 => Happened::Stepped(pick(&[None, Some(u64::from(b)), Some(u64::MAX), Some(u64::from(a) << 37)], a)),
            _ if a % 8 == 0 => Happened::Hid,
            _ => {
                let entries = &self.world.desks[0].history;
                Happened::Stepped(pick(entries, b))
            }
        }
    }

    fn wild_look(&self, number: u16) -> Look {
        match number % 6 {
            0 | 1 => Look::Nothing,
            2 => Look::Blocked,
            3 => self.world.store(0, pick(&PLACES, number / 6)).look(),
            _ => Look::Text(pick(&[ZOE, JUNK, NEWER, OLD, ""], number / 6).to_owned()),
        }
    }

    /// Everything that can be seen of it, by whomever.
    fn seen(&self) -> String {
        let desk = &self.world.desks[0];
        let stores = (&self.world.device, &self.world.tabs);
        if desk.is_over() {
            return format!("{:?} {stores:?}", desk.commands);
        }
        let open = desk.open();
        let speaker = Speaker::new(small(), &open.visit().answers);
        let names: Vec<String> = open.visit().answers.children().iter().map(|child| speaker.child(child.key)).collect();
        format!(
            "{:?} {stores:?} {:?} {:?} {names:?} {:?} {:?}",
            desk.commands,
            open.visit(),
            open.said(),
            open.plan(),
            open.notices()
        )
    }
}

fn pick_sheet(a: u16, b: u16) -> Event {
    let supports: Vec<_> = small().supports().map(|(id, _)| id).collect();
    let blocks = &small().question(question("print")).choices;
    match a % 3 {
        0 => Event::MeetingChosen(pick(&Meeting::ALL, b)),
        1 => Event::SheetSupportSet(pick(&supports, b), b.is_multiple_of(2)),
        _ => Event::SheetBlockSet(pick(blocks, b), b.is_multiple_of(2)),
    }
}

fn pick_notice(a: u16, b: u16) -> Notice {
    let why = pick(&[Why::Corrupt, Why::TooNew, Why::Expired, Why::LeftAlone, Why::Changed, Why::Another], b);
    match a % 4 {
        0 => Notice::Refused(Refusal::Full),
        1 => Notice::Refused(Refusal::Blocked),
        2 => Notice::Migrated,
        _ => Notice::InTheWay(pick(&PLACES, a / 4), why),
    }
}

/// Whether the parent's own press is about what stands in the way.
fn presses_on_it(happened: &Happened) -> bool {
    matches!(
        happened,
        Happened::Told(Event::Forgotten)
            | Happened::ForgottenElsewhere
            | Happened::Remedied(Remedy::Replace(_) | Remedy::TakeUp(_))
            | Happened::Left
    )
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn after_leaving_nothing_is_written_erased_or_said(before in runs(), after in runs(), wildly: bool) {
        let mut run = Run::new(if wildly { How::Wildly } else { How::Truly });
        before.into_iter().for_each(|step| run.does(step));
        run.world.exit(0);
        prop_assert!(run.world.desks[0].is_over());
        run.how = How::Wildly;
        for step in after {
            run.does(step);
            prop_assert_eq!(&run.world.desks[0].commands, &[]);
            prop_assert_eq!((&run.world.device.text, &run.world.tabs[0].text), (&None, &None));
        }
    }

    #[test]
    fn a_page_that_is_put_aside_is_silent_until_it_is_shown_again(before in runs(), after in runs()) {
        let mut run = Run::new(How::Truly);
        before.into_iter().for_each(|step| run.does(step));
        run.happens(Happened::Hid);
        let stood = (run.world.device.text.clone(), run.world.tabs[0].text.clone());
        run.how = How::Wildly;
        for step in after.into_iter().filter(|step| step.0 % 40 != 37) {
            run.does(step);
            prop_assert_eq!(&run.world.desks[0].commands, &[]);
            prop_assert_eq!((&run.world.device.text, &run.world.tabs[0].text), (&stood.0, &stood.1));
        }
    }

    #[test]
    fn what_was_deleted_is_gone_from_everywhere(before in runs(), after in runs(), elsewhere: bool) {
        let mut run = Run::new(How::Truly);
        before.into_iter().for_each(|step| run.does(step));
        if run.world.desks[0].asleep {
            run.world.restore(0);
        }
        let gone = run.words;
        if elsewhere {
            run.world.device.text = None;
            run.happens(Happened::Seen(Keeping::ThisDevice, Look::Nothing));
        }
        run.happens(if elsewhere { Happened::ForgottenElsewhere } else { Happened::Told(Event::Forgotten) });
        prop_assert!(run.visit().is_blank());
        is_empty(&run, elsewhere)?;
        // What is erased was named for the last time.
        run.world.desks[0].commands.clear();
        no_word_until(&run, gone)?;
        for step in after {
            run.does(step);
            if run.visit().is_blank() && !run.world.desks[0].asleep {
                is_empty(&run, true)?;
            }
            no_word_until(&run, gone)?;
        }
    }

    #[test]
    fn what_stands_in_storage_is_what_the_parent_chose(run in runs()) {
        let (steps, mut run) = (run, Run::new(How::Truly));
        for step in steps {
            run.does(step);
            stands_as_chosen(&run)?;
        }
    }

    #[test]
    fn what_cannot_be_kept_is_said(run in runs(), shut in 0u8..4) {
        let (steps, mut world) = (run, World::empty(1));
        (world.tabs[0].blocked, world.device.blocked) = (shut & 1 > 0, shut & 2 > 0);
        world.sit_down(0, false);
        let mut run = Run::at(world, How::Truly);
        for step in steps {
            match step.0 % 40 {
                31 => {
                    let room = (step.2 % 3 > 0).then_some(usize::from(step.2 / 32));
                    run.world.store_mut(0, pick(&PLACES, step.1)).room = room;
                }
                _ => run.does(step),
            }
            is_kept_or_said(&run)?;
        }
    }

    #[test]
    fn what_is_left_alone_is_changed_by_the_parents_press_alone(
        run in runs(), tab in 0u16..5, device in 0u16..5, crashed: bool
    ) {
        let (steps, mut world) = (run, World::empty(1));
        let texts = [None, Some(JUNK), Some(NEWER), Some(OLD), crashed.then_some(ZOE)];
        world.tabs[0].text = pick(&texts, tab).map(str::to_owned);
        world.device.text = pick(&texts, device).map(str::to_owned);
        let stood = (world.tabs[0].text.clone(), world.device.text.clone());
        world.sit_down_at(0, false, Beginning { crashed_twice: crashed, ..Beginning::default() });
        let mut run = Run::at(world, How::Wildly);
        for step in steps {
            run.remember_children();
            let happened = match step.0 % 40 {
                0..=25 => Happened::Told(run.event(step)),
                26..=33 => run.happened(step),
                _ => run.wild(step),
            };
            if !presses_on_it(&happened) {
                run.happens(happened);
            }
            prop_assert!(stood.0.is_none() || stood.0 == run.world.tabs[0].text, "{:?}", run.world.desks[0].commands);
            prop_assert!(stood.1.is_none() || stood.1 == run.world.device.text, "{:?}", run.world.desks[0].commands);
        }
    }

    /// Two parents who do the same and confide different things: nothing that leaves the sitting tells them apart.
    #[test]
    fn what_was_confided_is_in_nothing_that_the_browser_is_told(run in runs(), wildly: bool) {
        let how = if wildly { How::Wildly } else { How::Truly };
        let (steps, mut one, mut other) = (run, Run::new(how), Run::new(how));
        for step in steps {
            one.does(step);
            let kind = step.0 % 40;
            let event = (kind <= 25).then(|| other.event_of(step)).flatten();
            match event {
                Some(event) => other.happens(Happened::Told(confided_otherwise(event))),
                None => other.does(step),
            }
            let (desk, twin) = (&one.world.desks[0], &other.world.desks[0]);
            prop_assert_eq!(&desk.commands, &twin.commands);
            prop_assert_eq!((&one.world.device, &one.world.tabs), (&other.world.device, &other.world.tabs));
            prop_assert_eq!(desk.open().said(), twin.open().said());
            prop_assert_eq!(desk.open().notices(), twin.open().notices());
            if desk.asleep {
                prop_assert_eq!(one.seen(), other.seen());
            }
        }
    }

    #[test]
    fn what_was_confided_is_not_shown_after_its_screen_was_left_nor_kept_after_the_page_was(run in runs(), wildly: bool) {
        let (steps, mut run) = (run, Run::new(if wildly { How::Wildly } else { How::Truly }));
        for step in steps {
            let place = run.visit().place;
            run.does(step);
            let open = run.world.desks[0].open();
            if open.visit().place != place || run.world.desks[0].asleep {
                let sensitive = small().questions().filter(|(_, question)| question.sensitive);
                for (question, asked) in sensitive {
                    for who in open.visit().answers.everyone(asked.about) {
                        prop_assert_eq!(open.shown(Asking { question, who }), None);
                    }
                }
            }
            prop_assert!(!run.world.desks[0].asleep || open.visit().answers.is_plain());
        }
    }
}

impl Run {
    /// The event of a step, if it is about something confided. Nothing is made up that the step itself will not.
    fn event_of(&mut self, step: Step) -> Option<Event> {
        self.remember_children();
        let words = self.words;
        let event = self.event(step);
        match &event {
            Event::ChoiceSet(asking, ..) | Event::Answered(asking, _)
                if small().question(asking.question).sensitive =>
            {
                Some(event)
            }
            _ => {
                self.words = words;
                None
            }
        }
    }
}

fn confided_otherwise(event: Event) -> Event {
    let other = |id| {
        let choices = [("hurt.yes", "hurt.no"), ("safe.yes", "safe.no")];
        let swapped = choices.into_iter().flat_map(|(one, other)| [(one, other), (other, one)]);
        swapped.into_iter().find(|(from, _)| choice(from) == id).map_or(id, |(_, to)| choice(to))
    };
    match event {
        Event::ChoiceSet(asking, choice, on) => Event::ChoiceSet(asking, other(choice), on),
        event => event,
    }
}

fn is_empty(run: &Run, but_foreign: bool) -> Outcome {
    for store in [&run.world.device, &run.world.tabs[0]] {
        let foreign = store.text.as_ref().is_some_and(|text| but_foreign && run.foreign.contains(text));
        prop_assert!(store.text.is_none() || foreign, "{:?} after {:?}", store.text, run.world.desks[0].commands);
    }
    Ok(())
}

fn no_word_until(run: &Run, gone: usize) -> Outcome {
    let seen = run.seen();
    let made_up = ["Name", "Note", "Text"].into_iter().flat_map(|what| seen.match_indices(what));
    for (at, what) in made_up {
        let number = seen[at + what.len()..].split('x').next().and_then(|number| number.parse::<usize>().ok());
        prop_assert!(number.is_none_or(|number| number > gone), "{what}{number:?} in {seen}");
    }
    Ok(())
}

fn stands_as_chosen(run: &Run) -> Outcome {
    let (visit, desk) = (run.visit(), &run.world.desks[0]);
    for place in PLACES {
        let Some(text) = run.world.store(0, place).text.as_ref().filter(|text| !run.foreign.contains(*text)) else {
            continue;
        };
        if desk.asleep || run.fresh {
            continue;
        }
        prop_assert_eq!(place, visit.keeping, "{} after {:?}", text, desk.commands);
        let chosen = record::write(&visit, small(), run.world.today());
        prop_assert_eq!(told_in(text), told_in(&chosen), "after {:?}", desk.commands);
        reads_back(text, &run.world)?;
    }
    Ok(())
}

/// All of it is understood, and written again it is the same.
fn reads_back(text: &str, world: &World) -> Outcome {
    let record::Loaded::Loaded(found) = record::read(text, json, small(), world.today()) else {
        return Err(TestCaseError::fail(format!("not understood: {text}")));
    };
    prop_assert_eq!(record::write(&found, small(), world.today()), text);
    Ok(())
}

/// What is not kept where the parent wanted it is said, on the screen or on the start page.
fn is_kept_or_said(run: &Run) -> Outcome {
    let (visit, desk) = (run.visit(), &run.world.desks[0]);
    let plain = Visit { answers: visit.answers.without_confided(), ..visit.clone() };
    if desk.asleep || run.fresh || plain.is_blank() || visit.keeping == Keeping::Nowhere {
        return Ok(());
    }
    let stands = run.world.store(0, visit.keeping).text.as_deref().and_then(told_in);
    let kept = stands == told_in(&record::write(&visit, small(), run.world.today()));
    let about = |notice: &Notice| match notice {
        Notice::InTheWay(place, _) => *place == visit.keeping,
        notice => matches!(notice, Notice::Refused(_)),
    };
    let said = desk.open().notices().iter().any(about);
    let noted = visit.place.page == Page::Start && desk.start.note.is_some();
    prop_assert!(kept || said || noted, "{:?} stands after {:?}", stands, desk.commands);
    Ok(())
}
