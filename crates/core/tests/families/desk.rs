//! A desk: a small model of a browser that obeys a sitting. One world holds the device, its tabs and everybody who
//! sits there. Whatever is tried at a desk, the desk itself minds that a page which was left says nothing to storage,
//! that the lock is closed once and before the first write, and that nothing goes round in a circle.

use std::collections::{BTreeSet, VecDeque};

use signpost_core::catalogue::SupportId;
use signpost_core::family::{Answer, Who};
use signpost_core::home;
use signpost_core::judge::Asking;
use signpost_core::path::Stop;
use signpost_core::plan::Mark;
use signpost_core::record::{self, Loaded};
use signpost_core::sitting::{
    Beginning, Command, Happened, Look, Notice, Open, Over, Refusal, Remedy, Sitting, Start, Target, Why,
};
use signpost_core::speech::Speaker;
use signpost_core::time::birth::{Birth, Trouble};
use signpost_core::time::{Now, Today};
use signpost_core::visit::{Event, Keeping, Page, Visit};

use crate::family::{choice, day, json, question, small, support};

pub const TODAY: &str = "2026-11-23";
/// Noon of that day, in minutes since 1970.
pub const NOON: i64 = 29_924_880;

/// More turns than any one thing that happens can need.
const TURNS: usize = 12;

/// One place where answers can live.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Store {
    pub text: Option<String>,
    pub blocked: bool,
    /// No text longer than this.
    pub room: Option<usize>,
}

impl Store {
    pub fn look(&self) -> Look {
        match &self.text {
            _ if self.blocked => Look::Blocked,
            Some(text) => Look::Text(text.clone()),
            None => Look::Nothing,
        }
    }

    fn refusal(&self, text: &str) -> Option<Refusal> {
        let full = self.room.is_some_and(|room| text.len() > room).then_some(Refusal::Full);
        if self.blocked { Some(Refusal::Blocked) } else { full }
    }
}

/// What has not reached a desk yet.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Mail {
    /// Something changed in this place: look there.
    Changed(Keeping),
    /// Everything was deleted.
    Deleted,
}

/// One page with the questions in it.
pub struct Desk {
    sitting: Option<Sitting<'static>>,
    tab: usize,
    pub framed: bool,
    /// The entries of the browser's history, and which of them we are in.
    pub history: Vec<Option<u64>>,
    pub cursor: usize,
    /// What was commanded by the last thing that was done.
    pub commands: Vec<Command>,
    /// How the start page was dressed last.
    pub start: Start,
    pub locked: bool,
    pub asleep: bool,
    mail: VecDeque<Mail>,
}

/// A device, its tabs and its desks.
pub struct World {
    pub device: Store,
    pub tabs: Vec<Store>,
    pub desks: Vec<Desk>,
    pub now: Now,
    /// Storage events and messages come at once, and not when they are delivered.
    pub prompt: bool,
    /// What kinds of things have happened.
    pub kinds: BTreeSet<&'static str>,
}

impl Desk {
    pub fn open(&self) -> &Open<'static> {
        self.sitting.as_ref().and_then(Sitting::open).expect("somebody sits here")
    }

    pub fn is_over(&self) -> bool {
        self.sitting.as_ref().is_some_and(|sitting| sitting.open().is_none())
    }

    pub fn visit(&self) -> &Visit {
        self.open().visit()
    }

    /// What the list has on it that a link brought.
    pub fn brought(&self) -> String {
        let brought = self.open().brought().map(|brought| brought.supports.clone()).unwrap_or_default();
        brought.into_iter().map(|id| small().support(id).name.clone()).collect::<Vec<_>>().join(" ")
    }

    /// The key of what the start page says.
    pub fn note(&self) -> String {
        self.start.note.map_or("", |note| note.name()).to_owned()
    }

    /// `areas of Ada`, `children`, `list`.
    pub fn screen(&self) -> String {
        let visit = self.visit();
        match visit.place.page {
            Page::Asking => stop(visit, visit.place.stop),
            page => page.name().to_owned(),
        }
    }
}

pub fn stop(visit: &Visit, stop: Stop) -> String {
    match stop {
        Stop::Children => "children".into(),
        Stop::Door(section) => format!("door {}", small().section(section).name),
        Stop::Question(Asking { question, who: Who::Family }) => small().question(question).name.clone(),
        Stop::Question(Asking { question, who: Who::Child(key) }) => {
            let name = visit.answers.child(key).map_or("nobody", |child| child.name.as_str());
            let name = if name.is_empty() { "a child" } else { name };
            format!("{} of {name}", small().question(question).name)
        }
    }
}

impl World {
    /// One tab, nothing kept, one parent.
    pub fn new() -> Self {
        let mut world = Self::empty(1);
        world.sit_down(0, false);
        world
    }

    /// So many tabs, and nobody yet.
    pub fn empty(tabs: usize) -> Self {
        Self {
            device: Store::default(),
            tabs: vec![Store::default(); tabs],
            desks: Vec::new(),
            now: Now { day: day(TODAY), minute: NOON },
            prompt: true,
            kinds: BTreeSet::new(),
        }
    }

    /// Each with a tab of their own.
    pub fn two_tabs() -> Self {
        let mut world = Self::empty(2);
        world.sit_down(0, false);
        world.sit_down(1, false);
        world
    }

    /// One frame of a page.
    pub fn framed() -> Self {
        let mut world = Self::empty(1);
        world.sit_down(0, true);
        world
    }

    /// Two frames of one page.
    pub fn two_frames() -> Self {
        let mut world = Self::empty(1);
        world.sit_down(0, true);
        world.sit_down(0, true);
        world
    }

    /// One more parent opens the page.
    pub fn sit_down(&mut self, tab: usize, framed: bool) -> usize {
        self.sit_down_at(tab, framed, Beginning::default())
    }

    pub fn sit_down_at(&mut self, tab: usize, framed: bool, beginning: Beginning) -> usize {
        self.desks.push(Desk {
            sitting: None,
            tab,
            framed,
            history: vec![None],
            cursor: 0,
            commands: Vec::new(),
            start: Start::default(),
            locked: false,
            asleep: false,
            mail: VecDeque::new(),
        });
        let at = self.desks.len() - 1;
        self.begin(at, beginning);
        at
    }

    pub fn today(&self) -> Today {
        Today::believed(small().newest, self.now)
    }

    pub fn store(&self, at: usize, keeping: Keeping) -> &Store {
        if keeping == Keeping::ThisDevice { &self.device } else { &self.tabs[self.desks[at].tab] }
    }

    pub fn store_mut(&mut self, at: usize, keeping: Keeping) -> &mut Store {
        if keeping == Keeping::ThisDevice { &mut self.device } else { &mut self.tabs[self.desks[at].tab] }
    }

    /// A document is made; what it is told of the place is true.
    pub fn begin(&mut self, at: usize, beginning: Beginning) {
        let beginning = Beginning {
            tab: self.store(at, Keeping::ThisVisit).look(),
            device: self.store(at, Keeping::ThisDevice).look(),
            framed: self.desks[at].framed,
            entry: self.desks[at].history[self.desks[at].cursor],
            ..beginning
        };
        let (sitting, commands) = Sitting::begin(small(), json, self.now, beginning);
        let desk = &mut self.desks[at];
        (desk.sitting, desk.locked, desk.asleep, desk.start) = (Some(sitting), false, false, Start::default());
        desk.mail.clear();
        desk.commands.clear();
        self.kinds.insert("begun");
        self.run(at, commands);
    }

    /// A link with a list of these supports is opened, or one with no list at all.
    fn follow(&mut self, at: usize, names: &str) {
        let supports: Option<Vec<_>> = names.split(' ').map(|name| small().support_named(name)).collect();
        let text = supports.map_or(names.to_owned(), |supports| home::write(small(), &supports).text);
        self.begin(at, Beginning { brought: Some(text), ..Beginning::default() });
    }

    pub fn reload(&mut self, at: usize) {
        if !self.desks[at].is_over() {
            self.happens(at, Happened::Hid);
        }
        self.begin(at, Beginning { reloaded: true, ..Beginning::default() });
    }

    /// The address is typed again in the same tab.
    pub fn open_again(&mut self, at: usize) {
        self.happens(at, Happened::Hid);
        let desk = &mut self.desks[at];
        desk.history.truncate(desk.cursor + 1);
        desk.history.push(None);
        desk.cursor += 1;
        self.begin(at, Beginning::default());
    }

    pub fn restore(&mut self, at: usize) {
        let (tab, device) = (self.store(at, Keeping::ThisVisit).look(), self.store(at, Keeping::ThisDevice).look());
        self.happens(at, Happened::Restored(tab, device));
    }

    /// What boot.js does when Exit is pressed, and what it says then.
    pub fn exit(&mut self, at: usize) {
        for keeping in [Keeping::ThisVisit, Keeping::ThisDevice] {
            self.change(at, keeping, None);
        }
        self.happens(at, Happened::Left);
    }

    /// The browser's own Back or Forward; `false` where there is none.
    pub fn step(&mut self, at: usize, forward: bool) -> bool {
        let Some(entry) = self.move_to(at, forward) else { return false };
        self.happens(at, Happened::Stepped(entry));
        true
    }

    /// The entry that one step leads to.
    fn move_to(&mut self, at: usize, forward: bool) -> Option<Option<u64>> {
        let desk = &mut self.desks[at];
        let to = if forward { Some(desk.cursor + 1) } else { desk.cursor.checked_sub(1) };
        let to = to.filter(|&to| to < desk.history.len())?;
        desk.cursor = to;
        Some(desk.history[to])
    }

    /// Something happens at a desk, and everything that follows from it.
    pub fn happens(&mut self, at: usize, happened: Happened) {
        self.desks.iter_mut().for_each(|desk| desk.commands.clear());
        self.happens_now(at, happened);
        while self.prompt && self.deliver_one() {}
    }

    fn happens_now(&mut self, at: usize, happened: Happened) {
        let desk = &mut self.desks[at];
        let was_over = desk.is_over();
        desk.asleep = match happened {
            Happened::Hid => true,
            Happened::Restored(..) => false,
            _ => desk.asleep,
        };
        let sitting = desk.sitting.take().expect("somebody sat down here");
        self.kinds.insert(kind(&happened));
        let (sitting, commands) = sitting.after(self.now, happened.clone());
        desk.sitting = Some(sitting);
        assert!(!(was_over || happened == Happened::Left) || commands.is_empty(), "left, and yet: {commands:?}");
        self.run(at, commands);
    }

    /// Obeys, and says what came of it, until nothing more comes of it.
    fn run(&mut self, at: usize, commands: Vec<Command>) {
        let (mut commands, mut answers) = (VecDeque::from(commands), VecDeque::new());
        let steps = self.desks[at].history.len();
        for _ in 0..TURNS + steps {
            while let Some(command) = commands.pop_front() {
                self.minded(at, &command);
                self.desks[at].commands.push(command.clone());
                answers.extend(self.obey(at, command));
            }
            let Some(answer) = answers.pop_front() else { return };
            let desk = &mut self.desks[at];
            self.kinds.insert(kind(&answer));
            let sitting = desk.sitting.take().expect("somebody sat down here");
            let (sitting, more) = sitting.after(self.now, answer);
            desk.sitting = Some(sitting);
            commands.extend(more);
        }
        panic!("this goes round in a circle: {:?}", self.desks[at].commands);
    }

    fn minded(&mut self, at: usize, command: &Command) {
        let desk = &mut self.desks[at];
        match command {
            Command::Lock => assert!(!std::mem::replace(&mut desk.locked, true), "the lock is closed twice"),
            Command::Write { .. } => {
                assert!(!desk.asleep, "a page that was left writes");
                assert!(desk.locked, "something is written before the lock is closed");
            }
            Command::Erase { .. } => assert!(!desk.asleep, "a page that was left erases"),
            Command::Push(number) | Command::Restep(number) => {
                assert!(!desk.framed, "a frame has no history of its own");
                assert!(*number < 1 << 53, "more than a number of JavaScript");
            }
            _ => {}
        }
    }

    fn obey(&mut self, at: usize, command: Command) -> Option<Happened> {
        match command {
            Command::Write { keeping, over, text } => self.write(at, keeping, over.as_ref(), text),
            Command::Erase { keeping, over } => self.erase(at, keeping, &over),
            Command::TellOthers => self.tell_others(at),
            Command::Push(number) => self.push(at, number),
            Command::Restep(number) => self.restep(at, number),
            Command::StepBack => self.move_to(at, false).map(Happened::Stepped),
            Command::Dress(start) => self.dress(at, start),
            _ => None,
        }
    }

    fn write(&mut self, at: usize, keeping: Keeping, over: Option<&String>, text: String) -> Option<Happened> {
        let store = self.store(at, keeping);
        if let Some(refusal) = store.refusal(&text) {
            return Some(Happened::Refused(keeping, refusal, store.look()));
        }
        if store.text.as_ref() != over {
            return Some(Happened::Seen(keeping, store.look()));
        }
        self.change(at, keeping, Some(text));
        None
    }

    fn erase(&mut self, at: usize, keeping: Keeping, over: &Over) -> Option<Happened> {
        let store = self.store(at, keeping);
        match over {
            _ if store.blocked => return None,
            Over::This(text) if store.text.as_ref() != Some(text) => {
                return Some(Happened::NotErased(keeping, store.look()));
            }
            _ => {}
        }
        self.change(at, keeping, None);
        None
    }

    /// What stands in a place is something else now: whoever shares the place hears of it.
    pub fn change(&mut self, at: usize, keeping: Keeping, text: Option<String>) {
        let (tab, store) = (self.desks[at].tab, self.store_mut(at, keeping));
        if store.text == text || store.blocked {
            return;
        }
        store.text = text;
        for (other, desk) in self.desks.iter_mut().enumerate() {
            let shares = keeping == Keeping::ThisDevice || desk.tab == tab;
            if other != at && shares && !desk.asleep {
                desk.mail.push_back(Mail::Changed(keeping));
            }
        }
    }

    fn tell_others(&mut self, at: usize) -> Option<Happened> {
        let others = self.desks.iter_mut().enumerate().filter(|(other, _)| *other != at);
        others.for_each(|(_, desk)| desk.mail.push_back(Mail::Deleted));
        None
    }

    /// One thing that others did reaches one desk; `false` where everything has arrived.
    pub fn deliver_one(&mut self) -> bool {
        let waiting = self.desks.iter().position(|desk| !desk.mail.is_empty());
        waiting.is_some_and(|at| self.deliver(at))
    }

    pub fn deliver(&mut self, at: usize) -> bool {
        let Some(mail) = self.desks[at].mail.pop_front() else { return false };
        let happened = match mail {
            Mail::Changed(keeping) => Happened::Seen(keeping, self.store(at, keeping).look()),
            Mail::Deleted => Happened::ForgottenElsewhere,
        };
        self.happens_now(at, happened);
        true
    }

    fn push(&mut self, at: usize, number: u64) -> Option<Happened> {
        let desk = &mut self.desks[at];
        desk.history.truncate(desk.cursor + 1);
        desk.history.push(Some(number));
        desk.cursor += 1;
        None
    }

    fn restep(&mut self, at: usize, number: u64) -> Option<Happened> {
        let desk = &mut self.desks[at];
        desk.history[desk.cursor] = Some(number);
        None
    }

    fn dress(&mut self, at: usize, start: Start) -> Option<Happened> {
        self.desks[at].start = start;
        None
    }
}

/// What a parent or a browser does, in words.
impl World {
    /// Does each of these, parted by commas. `1: next` happens at the desk with this number; else at the first.
    pub fn does(&mut self, script: &str) -> &mut Self {
        for words in script.split(", ").map(str::trim).filter(|words| !words.is_empty()) {
            let elsewhere = words.split_once(": ").and_then(|(at, words)| Some((at.parse().ok()?, words)));
            let (at, words) = elsewhere.unwrap_or((0, words));
            self.act(at, words);
        }
        self
    }

    fn act(&mut self, at: usize, words: &str) {
        let (verb, rest) = words.split_once(' ').unwrap_or((words, ""));
        match (verb, rest) {
            ("reload", _) => self.reload(at),
            ("type", "address") => self.open_again(at),
            ("crash", "twice") => self.begin(at, Beginning { crashed_twice: true, ..Beginning::default() }),
            ("restore", _) => self.restore(at),
            ("exit", _) => self.exit(at),
            ("browser", "back") => assert!(self.step(at, false), "there is no Back"),
            ("browser", "forward") => assert!(self.step(at, true), "there is no Forward"),
            ("start", "early") => self.begin(at, Beginning { awaited: true, ..Beginning::default() }),
            ("link", names) => self.follow(at, names),
            ("late", _) => self.prompt = false,
            ("hear", _) => while self.deliver_one() {},
            ("block", place) => self.store_mut(at, keeping(place)).blocked = true,
            ("fill", place) => self.store_mut(at, keeping(place)).room = Some(0),
            ("empty", place) => self.store_mut(at, keeping(place)).room = None,
            ("stands", rest) => {
                let (place, text) = rest.split_once(' ').expect("stands PLACE TEXT");
                self.store_mut(at, keeping(place)).text = Some(text.to_owned());
            }
            ("days", days) => self.now.minute += days.parse::<i64>().expect("days") * 24 * 60,
            ("clock", to) => self.now = Now { day: day(to), minute: 0 },
            _ => {
                let nobody = Visit::default();
                let visit = if self.desks[at].is_over() { &nobody } else { self.desks[at].visit() };
                let happened = happened(words, visit);
                self.happens(at, happened);
            }
        }
    }

    /// What the last thing made the browser do, in words.
    pub fn did(&self, at: usize) -> String {
        self.desks[at].commands.iter().map(told).collect::<Vec<_>>().join(", ")
    }

    /// What stands in this tab and on this device, in words.
    pub fn stands(&self, at: usize) -> String {
        let places = [Keeping::ThisVisit, Keeping::ThisDevice];
        let standing = places
            .into_iter()
            .filter_map(|place| Some(format!("{}: {}", name(place), described(self.store(at, place).text.as_ref()?))));
        standing.collect::<Vec<_>>().join(" | ")
    }

    pub fn said(&self, at: usize) -> String {
        let open = self.desks[at].open();
        let speaker = Speaker::new(small(), &open.visit().answers);
        open.said().saying.as_ref().map(|saying| speaker.saying(saying)).unwrap_or_default()
    }

    /// What the screen of a question shows as answered.
    pub fn shown(&self, at: usize, asked: &str) -> String {
        let open = self.desks[at].open();
        let asking = asking(open.visit(), asked);
        open.shown(asking).map_or("nothing".into(), |answer| answered(asking.question, answer))
    }

    /// What is on the list for some families.
    pub fn list(&self, at: usize) -> String {
        named(self.desks[at].open().plan().offers().map(|offer| offer.support))
    }

    /// What goes on the sheet, of the same.
    pub fn paper(&self, at: usize) -> String {
        named(self.desks[at].open().sheet().supports_on().map(|chosen| chosen.support))
    }

    /// The two lists of the first child's month of birth, and what is wrong with them.
    pub fn birth(&self, at: usize) -> String {
        let open = self.desks[at].open();
        let asking = asking(open.visit(), "born");
        let Birth { month, year } = open.birth(asking);
        let number = |number: Option<i32>| number.map_or("-".into(), |number| number.to_string());
        let trouble = match open.trouble(asking) {
            Some(Trouble::Half) => ", half",
            Some(Trouble::Far) => ", far",
            None => "",
        };
        format!("{} {}{trouble}", number(month.map(i32::from)), number(year))
    }

    /// `changed device, clock`.
    pub fn notices(&self, at: usize) -> String {
        self.desks[at].open().notices().iter().map(|notice| noticed(*notice)).collect::<Vec<_>>().join(", ")
    }
}

/// Everything that can happen, by name.
pub const KINDS: [&str; 21] = [
    "told",
    "month",
    "year",
    "started",
    "afresh",
    "asked to forget",
    "kept after all",
    "forgotten elsewhere",
    "remedied",
    "closed",
    "asked to print",
    "print refused",
    "tab refused",
    "refused",
    "seen",
    "not erased",
    "stepped",
    "hid",
    "restored",
    "left",
    "begun",
];

/// Names of the supports that are not for every family.
fn named(supports: impl Iterator<Item = SupportId>) -> String {
    let supports = supports.map(|id| small().support(id)).filter(|support| !support.is_universal());
    supports.map(|support| support.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn kind(happened: &Happened) -> &'static str {
    match happened {
        Happened::Told(_) => "told",
        Happened::MonthChosen(..) => "month",
        Happened::YearChosen(..) => "year",
        Happened::Started => "started",
        Happened::StartedAfresh => "afresh",
        Happened::AskedToForget => "asked to forget",
        Happened::KeptAfterAll => "kept after all",
        Happened::ForgottenElsewhere => "forgotten elsewhere",
        Happened::Remedied(_) => "remedied",
        Happened::NoticeClosed(_) => "closed",
        Happened::PartsArrived => "parts arrived",
        Happened::PartsMissing => "parts missing",
        Happened::AskedToReload => "asked to reload",
        Happened::AskedToPrint => "asked to print",
        Happened::PrintRefused => "print refused",
        Happened::TabRefused => "tab refused",
        Happened::Refused(..) => "refused",
        Happened::Seen(..) => "seen",
        Happened::NotErased(..) => "not erased",
        Happened::Stepped(_) => "stepped",
        Happened::Hid => "hid",
        Happened::Restored(..) => "restored",
        Happened::Left => "left",
    }
}

fn keeping(place: &str) -> Keeping {
    match place {
        "tab" => Keeping::ThisVisit,
        "device" => Keeping::ThisDevice,
        "nowhere" => Keeping::Nowhere,
        other => panic!("no place {other}"),
    }
}

fn name(keeping: Keeping) -> &'static str {
    match keeping {
        Keeping::Nowhere => "nowhere",
        Keeping::ThisVisit => "tab",
        Keeping::ThisDevice => "device",
    }
}

/// `Ada`, or `2` for the second child.
fn child(visit: &Visit, name: &str) -> Who {
    let children = visit.answers.children();
    let number = name.parse::<usize>().ok().and_then(|number| children.get(number - 1));
    let child = number.or_else(|| children.iter().find(|child| child.name == name));
    Who::Child(child.unwrap_or_else(|| panic!("no child {name}")).key)
}

/// `areas of Ada`, `areas` of the first child, or `role`.
pub fn asking(visit: &Visit, words: &str) -> Asking {
    let (of, who) = words.split_once(" of ").unwrap_or((words, "1"));
    let question = question(of);
    let who = match small().question(question).about {
        signpost_core::catalogue::About::Family => Who::Family,
        signpost_core::catalogue::About::Child => child(visit, who),
    };
    Asking { question, who }
}

/// `role.mum`, `areas.talk of Ben`.
fn ticked(visit: &Visit, words: &str, on: bool) -> Event {
    let (full, who) = words.split_once(" of ").unwrap_or((words, "1"));
    let (of, _) = full.split_once('.').expect("question.choice");
    Event::ChoiceSet(asking(visit, &format!("{of} of {who}")), choice(full), on)
}

fn door(name: &str) -> signpost_core::catalogue::SectionId {
    small().sections().find(|(_, section)| section.name == name).expect("a section").0
}

fn key(visit: &Visit, name: &str) -> signpost_core::family::ChildKey {
    let Who::Child(key) = child(visit, name) else { panic!("{name} is a child") };
    key
}

/// What happens, in words.
pub fn happened(words: &str, visit: &Visit) -> Happened {
    let (verb, rest) = words.split_once(' ').unwrap_or((words, ""));
    match verb {
        "start" => Happened::Started,
        "afresh" => Happened::StartedAfresh,
        "ask" => Happened::AskedToForget,
        "rather" => Happened::KeptAfterAll,
        "deleted" => Happened::ForgottenElsewhere,
        "replace" => Happened::Remedied(Remedy::Replace(keeping(rest))),
        "take" => Happened::Remedied(Remedy::TakeUp(keeping(rest))),
        "sheet" => Happened::Remedied(Remedy::OpenTab),
        "close" => Happened::NoticeClosed(notice(rest)),
        "print" => Happened::AskedToPrint,
        "unprinted" => Happened::PrintRefused,
        "untabbed" => Happened::TabRefused,
        "hide" => Happened::Hid,
        "step" => Happened::Stepped(rest.parse().ok()),
        "month" => Happened::MonthChosen(asking(visit, "born"), rest.parse().ok()),
        "year" => Happened::YearChosen(asking(visit, "born"), rest.parse().ok()),
        _ => Happened::Told(event(verb, rest, visit)),
    }
}

fn event(verb: &str, rest: &str, visit: &Visit) -> Event {
    match verb {
        "questions" => Event::WentToQuestions,
        "add" => Event::ChildAdded,
        "name" => match rest.split_once(' ') {
            Some((number, name)) => Event::ChildNamed(key(visit, number), name.to_owned()),
            None => Event::ChildNamed(key(visit, "1"), rest.to_owned()),
        },
        "unname" => Event::ChildNamed(key(visit, rest), String::new()),
        "remove" => Event::ChildRemoved(key(visit, rest)),
        "answer" => {
            let (of, words) = rest.split_once(" = ").expect("answer QUESTION = ANSWER");
            let asking = asking(visit, of);
            Event::Answered(asking, Some(crate::family::answer(&small().question(asking.question).name, words)))
        }
        "unanswer" => Event::Answered(asking(visit, rest), None),
        "tick" => ticked(visit, rest, true),
        "untick" => ticked(visit, rest, false),
        "next" => Event::WentOn,
        "skip" => Event::Skipped,
        "back" => Event::WentBack,
        "door" => Event::DoorAnswered(door(rest), true),
        "pass" => Event::DoorAnswered(door(rest), false),
        "go" => Event::WentTo(asking(visit, rest)),
        "open" => Event::Opened(Page::named(rest).expect("a page")),
        "mark" => Event::Marked(support(rest), vec![Who::Family], Some(Mark::Want)),
        "unmark" => Event::Marked(support(rest), vec![Who::Family], None),
        "note" => Event::NoteWritten(rest.to_owned()),
        "keep" => Event::KeepingChosen(keeping(rest)),
        "delete" => Event::Forgotten,
        other => panic!("nobody does {other}"),
    }
}

const WHYS: [(&str, Why); 6] = [
    ("corrupt", Why::Corrupt),
    ("newer", Why::TooNew),
    ("expired", Why::Expired),
    ("left-alone", Why::LeftAlone),
    ("changed", Why::Changed),
    ("another", Why::Another),
];

fn noticed(notice: Notice) -> String {
    match notice {
        Notice::Refused(Refusal::Blocked) => "blocked".into(),
        Notice::Refused(Refusal::Full) => "full".into(),
        Notice::InTheWay(keeping, why) => {
            let (word, _) = WHYS.into_iter().find(|(_, other)| *other == why).expect("every reason has a word");
            format!("{word} {}", name(keeping))
        }
        Notice::Migrated => "migrated".into(),
        Notice::ClockWrong => "clock".into(),
        Notice::NoList => "no list".into(),
        Notice::NoPrint => "no print".into(),
        Notice::NoTab => "no tab".into(),
    }
}

fn notice(words: &str) -> Notice {
    let plain = [
        Notice::Refused(Refusal::Blocked),
        Notice::Refused(Refusal::Full),
        Notice::Migrated,
        Notice::ClockWrong,
        Notice::NoPrint,
        Notice::NoTab,
    ];
    let in_the_way = WHYS
        .into_iter()
        .flat_map(|(_, why)| [Keeping::ThisVisit, Keeping::ThisDevice].map(|keeping| Notice::InTheWay(keeping, why)));
    let mut all = plain.into_iter().chain(in_the_way);
    all.find(|notice| noticed(*notice) == words).unwrap_or_else(|| panic!("no notice {words}"))
}

/// A command in a few words.
fn told(command: &Command) -> String {
    match command {
        Command::Write { keeping, .. } => format!("write {}", name(*keeping)),
        Command::Erase { keeping, over: Over::This(_) } => format!("erase {}", name(*keeping)),
        Command::Erase { keeping, over: Over::Anything } => format!("wipe {}", name(*keeping)),
        Command::TellOthers => "tell others".into(),
        Command::Lock => "lock".into(),
        Command::Show { start, quietly } => {
            format!("show {}{}", if *start { "start" } else { "screen" }, if *quietly { " quietly" } else { "" })
        }
        Command::Push(_) => "push".into(),
        Command::Restep(_) => "restep".into(),
        Command::StepBack => "step back".into(),
        Command::Focus(Target::Heading) => "focus heading".into(),
        Command::Focus(Target::NewChild) => "focus new child".into(),
        Command::Focus(Target::Notice) => "focus notice".into(),
        Command::Focus(Target::Trouble) => "focus trouble".into(),
        Command::OpenForget => "ask".into(),
        Command::CloseForget => "stop asking".into(),
        Command::Reload => "reload".into(),
        Command::Print => "print".into(),
        Command::OpenTab => "open tab".into(),
        Command::Dress(start) => {
            let note = start.note.map(|note| format!(" {}", note.name().rsplit('.').next().unwrap_or_default()));
            let word = |is: bool, word: &'static str| if is { word } else { "" };
            let dress = (word(start.again, " again"), word(start.deletable, " deletable"), note.unwrap_or_default());
            format!("dress{}{}{}", dress.0, dress.1, dress.2)
        }
    }
}

/// A record as what it tells, such as `Ada, role.mum`; anything else as it stands.
pub fn described(text: &str) -> String {
    let timeless = Today { day: day(TODAY), minute: None };
    let (Loaded::Loaded(visit) | Loaded::Migrated(visit, _)) = record::read(text, json, small(), timeless) else {
        return format!("<{text}>");
    };
    let children = visit.answers.children().iter();
    let of_children = children.flat_map(|child| {
        let name = (!child.name.is_empty()).then(|| child.name.clone());
        name.into_iter().chain(child.given.iter().map(|(question, answer)| answered(question, answer)))
    });
    let family = visit.answers.family().iter().map(|(question, answer)| answered(question, answer));
    let marks = visit.marks.iter().map(|((id, _), mark)| format!("{} {}", mark.name(), small().support(*id).name));
    let note = (!visit.note.is_empty()).then(|| format!("\"{}\"", visit.note));
    let many = visit.answers.children().len();
    let many = (many != 1).then(|| format!("{many} children"));
    let all = of_children.chain(family).chain(marks).chain(note).chain(many).collect::<Vec<_>>();
    if all.is_empty() { "nothing told".into() } else { all.join(", ") }
}

fn answered(question: signpost_core::catalogue::QuestionId, answer: &Answer) -> String {
    let name = &small().question(question).name;
    match answer {
        Answer::Ticked(ticks) => ticks.iter().map(|&tick| small().choice_name(tick)).collect::<Vec<_>>().join(", "),
        Answer::Month(month) => format!("{name} {month}"),
        Answer::Text(text) => format!("{name} \"{text}\""),
        Answer::Skipped => format!("{name} skipped"),
        Answer::PreferNotToSay => format!("{name} not said"),
    }
}

/// A record without where the parent is and when it was written.
pub fn told_in(text: &str) -> Option<serde_json::Value> {
    let mut record: serde_json::Value = serde_json::from_str(text).ok()?;
    for passing in ["page", "stop", "minute"] {
        record.as_object_mut()?.remove(passing);
    }
    Some(record)
}
