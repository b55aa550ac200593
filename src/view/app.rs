//! The root: one signal holds the visit, memos come out of it, events go in, and commands are carried out once.

use leptos::mount::mount_to;
use leptos::prelude::*;
use signpost_core::answers::{Answer, ChildKey, Who};
use signpost_core::content::{Content, QuestionId};
use signpost_core::path::Path;
use signpost_core::plan::{Kept, Plan};
use signpost_core::saved::{self, Loaded};
use signpost_core::say::Speaker;
use signpost_core::verdict::Asking;
use signpost_core::visit::{Command, Event, Keeping, Page, Place, Visit};
use signpost_core::words::key;

use crate::browser::store::{Found, Trouble};
use crate::browser::{clock, exit, focus, history, lock, page, store};
use crate::view::shell::shell;

/// Something the parent should know, beside what they are doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Storage could not be used.
    Trouble(Trouble),
    /// What was found cannot be read; it is not overwritten without a click.
    Corrupt,
    /// What was found comes from a newer version; it is not overwritten without a click.
    TooNew,
    /// Some of what was found no longer fits the questions.
    Migrated,
}

/// The handle every view gets: cheap to copy, and the only way to the visit.
#[derive(Clone, Copy)]
pub struct App {
    /// All content; it lives as long as the page.
    pub content: &'static Content,
    /// The path as it is now.
    pub path: Memo<Path>,
    /// Where the parent is.
    pub place: Memo<Place>,
    /// What is shown above the screen.
    pub notice: RwSignal<Option<Notice>>,
    /// What a screen reader says next.
    pub announcement: RwSignal<String>,
    visit: RwSignal<Visit>,
    plan: Memo<Kept<'static>>,
    may_keep: RwSignal<bool>,
    places: StoredValue<Vec<Place>>,
}

/// Reads the content, takes up what was kept, and shows it.
pub fn mount(pack: &str) {
    let (content, problems) = Content::read(pack);
    let Some(stage) = page::stage().filter(|_| problems.is_empty()) else { return page::crashed() };
    let content: &'static Content = Box::leak(Box::new(content));
    mount_to(stage, move || {
        let app = App::new(content);
        app.take_up();
        app.listen();
        shell(app)
    })
    .forget();
}

impl App {
    fn new(content: &'static Content) -> Self {
        let visit = RwSignal::new(Visit::default());
        Self {
            content,
            path: Memo::new(move |_| visit.with(|visit| visit.path(content, clock::today()))),
            place: Memo::new(move |_| visit.with(|visit| visit.place)),
            notice: RwSignal::new(None),
            announcement: RwSignal::new(String::new()),
            visit,
            plan: Memo::new_owning(move |kept: Option<Kept<'_>>| {
                let kept = kept.unwrap_or_else(|| Kept::nothing(content));
                (visit.with(|visit| kept.again(&visit.answers, clock::today())), true)
            }),
            may_keep: RwSignal::new(true),
            places: StoredValue::new(Vec::new()),
        }
    }

    /// Something happened.
    pub fn tell(self, event: Event) {
        let returned = matches!(event, Event::Returned(_));
        let before = self.visit.get_untracked();
        let (after, commands) = before.after(self.content, clock::today(), event);
        self.visit.set(after);
        for command in commands {
            self.obey(command, returned);
        }
    }

    /// Reads something from the visit, and reads it again when it changes.
    pub fn read<T>(self, read: impl FnOnce(&Visit) -> T) -> T {
        self.visit.with(read)
    }

    /// Reads something from the visit once.
    pub fn glance<T>(self, read: impl FnOnce(&Visit) -> T) -> T {
        self.visit.with_untracked(read)
    }

    /// Reads something from the list, and reads it again when the visit changes.
    pub fn read_plan<T>(self, read: impl FnOnce(&Plan) -> T) -> T {
        self.plan.with(|kept| read(kept.plan()))
    }

    /// Reads something from the list once.
    pub fn glance_plan<T>(self, read: impl FnOnce(&Plan) -> T) -> T {
        self.plan.with_untracked(|kept| read(kept.plan()))
    }

    /// The answer to a question, read again when it changes.
    pub fn answer(self, asking: Asking) -> Option<Answer> {
        self.read(|visit| visit.answers.get(self.content, asking.question, asking.who).cloned())
    }

    /// Words of the interface.
    pub fn word(self, key: &'static str) -> &'static str {
        self.content.words.get(key)
    }

    /// Words of the interface with their placeholders filled.
    pub fn fill(self, key: &'static str, values: &[(&str, &str)]) -> String {
        self.content.words.fill(key, values)
    }

    /// Lets somebody speak about this family.
    pub fn speak<T>(self, say: impl FnOnce(Speaker<'_>) -> T) -> T {
        self.read(|visit| say(Speaker { content: self.content, answers: &visit.answers }))
    }

    /// A text of the content about somebody.
    pub fn about(self, text: &str, who: Who) -> String {
        self.speak(|speaker| speaker.about(text, who))
    }

    /// The text of a question, about whom it is asked.
    pub fn question_text(self, question: QuestionId, who: Who) -> String {
        self.about(&self.content.question(question).text, who)
    }

    /// A child's name, read again when it changes.
    pub fn child(self, child: ChildKey) -> String {
        self.speak(|speaker| speaker.child(child))
    }

    /// What kept answers stood in the way is deleted, as the parent asked.
    pub fn replace_kept(self) {
        store::erase();
        self.may_keep.set(true);
        self.notice.set(None);
        self.obey(Command::Keep, true);
    }

    /// Blanks, wipes and leaves.
    pub fn leave(self) {
        exit::leave(self.word(key::SHELL_EXITED));
    }

    fn obey(self, command: Command, returned: bool) {
        match command {
            Command::Keep => self.keep(),
            Command::Erase => self.forget(),
            Command::LockNetwork => lock::close(),
            Command::ShowScreen => self.show_screen(returned),
        }
    }

    fn keep(self) {
        let visit = self.visit.get_untracked();
        if visit.is_blank() || !self.may_keep.get_untracked() {
            return;
        }
        if visit.keeping == Keeping::Nowhere {
            return store::erase();
        }
        let text = saved::write(&visit, self.content, clock::today(), clock::minute());
        if let Err(trouble) = store::keep(&text, visit.keeping) {
            self.may_keep.set(false);
            self.notice.set(Some(Notice::Trouble(trouble)));
        }
    }

    fn forget(self) {
        store::erase();
        // The list is kept with the answers it was made from until it is read again.
        self.glance_plan(|_| ());
        self.may_keep.set(true);
        page::label_start(self.word(key::START_GO));
        page::say_on_start(self.word(key::KEEPING_FORGOTTEN));
    }

    fn show_screen(self, returned: bool) {
        let place = self.place.get_untracked();
        if !returned {
            history::step();
            self.remember(place);
        }
        page::show_start(place.page == Page::Start);
        if place.page != Page::Start {
            page::say_on_start("");
        }
        focus::show_screen();
    }

    /// Which place each step of the browser's history stands for; steps of an earlier document are unknown.
    fn remember(self, place: Place) {
        let depth = history::depth() as usize;
        self.places.update_value(|places| {
            places.resize(depth, place);
            places.push(place);
        });
    }

    fn take_up(self) {
        let found = if page::starts_clean() { Found::Nothing } else { store::find() };
        let Found::Text(text, keeping) = found else { return };
        match saved::read(&text, self.content, clock::today(), clock::minute()) {
            Loaded::Loaded(visit) => self.resume(visit, keeping),
            Loaded::Migrated(visit, _) => {
                self.resume(visit, keeping);
                self.notice.set(Some(Notice::Migrated));
            }
            Loaded::Corrupt => self.leave_alone(Notice::Corrupt),
            Loaded::TooNew => self.leave_alone(Notice::TooNew),
            Loaded::Expired => {
                store::erase();
                page::say_on_start(self.word(key::NOTICE_EXPIRED));
            }
            Loaded::None | Loaded::Blocked => {}
        }
    }

    /// A reload goes on where it was. What was kept on the device waits behind the start page, because somebody
    /// else may be sitting there now.
    fn resume(self, visit: Visit, keeping: Keeping) {
        let place = visit.place;
        let reloaded = keeping == Keeping::ThisVisit && place.page != Page::Start;
        self.visit.set(Visit { keeping, place: Place { page: Page::Start, ..place }, ..visit });
        lock::close();
        page::label_start(self.word(key::START_AGAIN));
        if reloaded {
            self.tell(Event::Returned(place));
        }
    }

    fn leave_alone(self, notice: Notice) {
        self.may_keep.set(false);
        self.notice.set(Some(notice));
    }

    fn listen(self) {
        history::resume();
        self.remember(self.place.get_untracked());
        page::on_press("start", move || self.tell(Event::WentToQuestions));
        page::on_press("start-everything", move || self.tell(Event::Opened(Page::Everything)));
        exit::on_three_shifts(move || self.leave());
        history::on_return(move |depth| self.return_to(depth as usize));
        if page::is_awaited() {
            self.tell(Event::WentToQuestions);
        }
    }

    fn return_to(self, depth: usize) {
        let start = Place { page: Page::Start, ..self.place.get_untracked() };
        let place = self.places.with_value(|places| places.get(depth).copied()).unwrap_or(start);
        self.tell(Event::Returned(place));
    }
}
