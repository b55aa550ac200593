//! The words of the interface. Each has a name here, and the placeholders that the program fills in it, so that a missing
//! word or a misspelt placeholder is found when the content is checked and never when a parent reads it.

use std::sync::OnceLock;

use crate::texts::Plurals;

/// A word of the interface: its place among all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WordKey(u16);

impl WordKey {
    /// How content calls it, such as `start.title`.
    pub fn name(self) -> &'static str {
        ALL.get(usize::from(self.0)).map_or("", |wanted| wanted.name)
    }

    /// Whether it comes with what is offered: before that nothing can say it.
    pub fn comes_later(self) -> bool {
        (FIRST..TRAVELLING).contains(&usize::from(self.0))
    }

    /// The word of this name.
    pub fn named(name: &str) -> Option<Self> {
        ALL.iter().position(|wanted| wanted.name == name).map(|place| Self(place as u16))
    }
}

/// A word with a form for each kind of number: its place among all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CountKey(u16);

/// What the program asks of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// How content calls it, such as `start.title`.
    pub name: &'static str,
    /// The placeholders that it fills, each of which the word must have. `child's` stands for the child in any of its
    /// forms.
    pub holds: &'static [&'static str],
}

/// The words of one language, each in its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Those with one form.
    pub(crate) plain: Vec<String>,
    /// Those of them that only screens of what is offered say, once they have come. Before they travel they stand among
    /// the others.
    pub(crate) later: OnceLock<Vec<String>>,
    /// Those with a form for each kind of number, in the order of [`Plurals::form`].
    pub(crate) counted: Vec<Vec<String>>,
}

impl Words {
    /// Takes the words by their names; a word that is not among them is empty. `forms` are what content calls the kinds
    /// of number: `age.years.one` is a form of `age.years`.
    pub fn new<'w>(forms: &[String], mut of: impl FnMut(&str) -> Option<&'w str>) -> Self {
        let mut take = |name: &str| of(name).unwrap_or_default().to_owned();
        Self {
            plain: ALL.iter().map(|wanted| take(wanted.name)).collect(),
            later: OnceLock::new(),
            counted: COUNTED
                .iter()
                .map(|wanted| forms.iter().map(|form| take(&format!("{}.{form}", wanted.name))).collect())
                .collect(),
        }
    }

    /// The words of this key.
    pub fn get(&self, key: WordKey) -> &str {
        let place = usize::from(key.0);
        let later = || self.later.get()?.get(place.checked_sub(self.plain.len())?);
        self.plain.get(place).or_else(later).map_or("", String::as_str)
    }

    /// The words of this key with their placeholders filled.
    pub fn fill(&self, key: WordKey, values: &[(&str, &str)]) -> String {
        fill(self.get(key), values)
    }

    /// The form of this key that goes with so many.
    pub fn counted(&self, key: CountKey, number: u32, plurals: &Plurals) -> &str {
        let forms = self.counted.get(usize::from(key.0));
        forms.and_then(|forms| forms.get(plurals.form(number))).map_or("", String::as_str)
    }

    /// Words of several things, by the pattern for two and the patterns by which a list goes on.
    pub fn joined(&self, parts: &[&str], pattern: WordKey) -> String {
        let mut parts = parts.iter();
        let first = parts.next().map_or_else(String::new, |first| (*first).to_owned());
        parts.fold(first, |all, part| self.fill(pattern, &[("first", &all), ("next", part)]))
    }

    /// Words of several things in one sentence: "sleep, eating and behaviour".
    pub fn list(&self, parts: &[&str]) -> String {
        match parts {
            [] | [_] => parts.concat(),
            [first, last] => self.fill(key::LIST_TWO, &[("first", first), ("last", last)]),
            [first @ .., last] => {
                self.fill(key::LIST_LAST, &[("first", &self.joined(first, key::LIST_NEXT)), ("last", last)])
            }
        }
    }

    /// Every word that comes before the first question has its place.
    pub(crate) fn are_all(&self) -> bool {
        (self.plain.len(), self.counted.len()) == (FIRST, COUNTED_TRAVELLING)
    }

    /// Brings the words of what is offered, if they are all.
    pub(crate) fn bring(&self, later: Vec<String>) -> bool {
        let are_all = later.len() == TRAVELLING - FIRST;
        if are_all {
            // Brought once, they stay as they are.
            let _ = self.later.set(later);
        }
        are_all
    }

    /// As they travel: those that come later by themselves, and none that only pages without script have.
    pub(crate) fn keep_travelling(&mut self) {
        self.plain.truncate(TRAVELLING);
        self.counted.truncate(COUNTED_TRAVELLING);
        if self.plain.len() > FIRST {
            self.later = OnceLock::from(self.plain.split_off(FIRST));
        }
    }
}

/// Replaces every `{name}` that has a value. Values are put in as they are, once: nothing inside them is replaced.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        match after.split_once('}').and_then(|(name, tail)| Some((find(values, name)?, tail))) {
            Some((value, tail)) => {
                out.push_str(value);
                rest = tail;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The names of all `{placeholders}` of a text in order; `Err` with the byte where one is left open or is misspelt.
pub fn placeholders(text: &str) -> Result<Vec<&str>, usize> {
    let mut names = Vec::new();
    let mut from = 0;
    while let Some(found) = text[from..].find(['{', '}']) {
        let at = from + found;
        let end = text[at..].find('}').map(|end| at + end).filter(|_| text[at..].starts_with('{')).ok_or(at)?;
        let name = &text[at + 1..end];
        let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '\'');
        if name.is_empty() || !name.chars().all(plain) {
            return Err(at);
        }
        names.push(name);
        from = end + 1;
    }
    Ok(names)
}

fn find<'a>(values: &[(&str, &'a str)], name: &str) -> Option<&'a str> {
    values.iter().find(|(key, _)| *key == name).map(|(_, value)| *value)
}

macro_rules! keys {
    (
        words { $($name:ident = $key:literal $([$($holds:literal),*])?,)* }
        later { $($later:ident = $later_key:literal $([$($later_holds:literal),*])?,)* }
        pages { $($page:ident = $page_key:literal $([$($page_holds:literal),*])?,)* }
        counted { $($count:ident = $count_key:literal [$($count_holds:literal),*],)* }
        counted_pages { $($count_page:ident = $count_page_key:literal [$($count_page_holds:literal),*],)* }
    ) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Place { $($name,)* Later, $($later,)* OfPages, $($page),* }

        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Counted { $($count,)* OfPages, $($count_page),* }

        /// The key of every word of the interface.
        pub mod key {
            use super::{CountKey, Counted, Place, WordKey};
            $(#[doc = concat!("`", $key, "`")] pub const $name: WordKey = WordKey(Place::$name as u16);)*
            $(
                #[doc = concat!("`", $later_key, "`: comes with what is offered")]
                pub const $later: WordKey = WordKey(Place::$later as u16 - 1);
            )*
            $(
                #[doc = concat!("`", $page_key, "`: only of pages that need no script")]
                pub const $page: WordKey = WordKey(Place::$page as u16 - 2);
            )*
            $(#[doc = concat!("`", $count_key, "`")] pub const $count: CountKey = CountKey(Counted::$count as u16);)*
            $(
                #[doc = concat!("`", $count_page_key, "`: only of pages that need no script")]
                pub const $count_page: CountKey = CountKey(Counted::$count_page as u16 - 1);
            )*
        }

        /// All words with one form: content that lacks one, or has one more, is not whole.
        pub const ALL: &[Wanted] = &[
            $(Wanted { name: $key, holds: &[$($($holds),*)?] },)*
            $(Wanted { name: $later_key, holds: &[$($($later_holds),*)?] },)*
            $(Wanted { name: $page_key, holds: &[$($($page_holds),*)?] },)*
        ];

        /// All words with a form for each kind of number that the language tells apart.
        pub const COUNTED: &[Wanted] = &[
            $(Wanted { name: $count_key, holds: &[$($count_holds),*] },)*
            $(Wanted { name: $count_page_key, holds: &[$($count_page_holds),*] },)*
        ];

        /// So many come before the first question, and so many in all.
        const FIRST: usize = Place::Later as usize;
        const TRAVELLING: usize = Place::OfPages as usize - 1;
        const COUNTED_TRAVELLING: usize = Counted::OfPages as usize;
    };
}

keys! {
    words {
        PRODUCT_NAME = "product.name",
        START_GO = "start.go",
        START_AGAIN = "start.again",
        START_FOUND = "start.found",
        START_FORGOTTEN_ELSEWHERE = "start.forgotten-elsewhere",
        SHELL_SKIP_LINK = "shell.skip-link",
        SHELL_LIST = "shell.list",
        SHELL_EXIT = "shell.exit",
        SHELL_EXIT_WHAT = "shell.exit-what",
        SHELL_QUESTIONS = "shell.questions",
        SHELL_EVERYTHING = "shell.everything",
        SHELL_VERSION = "shell.version" ["date"],
        KEEPING_TITLE = "keeping.title",
        KEEPING_THIS_VISIT = "keeping.this-visit",
        KEEPING_THIS_DEVICE = "keeping.this-device",
        KEEPING_NOWHERE = "keeping.nowhere",
        KEEPING_DEVICE_WARNING = "keeping.device-warning",
        KEEPING_FORGET = "keeping.forget",
        KEEPING_FORGOTTEN = "keeping.forgotten",
        NOTICE_BLOCKED = "notice.blocked",
        NOTICE_FULL = "notice.full",
        NOTICE_CORRUPT = "notice.corrupt",
        NOTICE_TOO_NEW = "notice.too-new",
        NOTICE_EXPIRED = "notice.expired",
        NOTICE_LEFT_ALONE = "notice.left-alone",
        NOTICE_CHANGED = "notice.changed",
        NOTICE_ANOTHER = "notice.another",
        NOTICE_MIGRATED = "notice.migrated",
        NOTICE_CLOCK = "notice.clock",
        NOTICE_NO_LIST = "notice.no-list",
        NOTICE_NO_PRINT = "notice.no-print",
        NOTICE_NO_TAB = "notice.no-tab",
        NOTICE_OPEN_TAB = "notice.open-tab",
        NOTICE_KEEP_THESE = "notice.keep-these",
        NOTICE_USE_OTHERS = "notice.use-others",
        NOTICE_TRY_AGAIN = "notice.try-again",
        NOTICE_REPLACE = "notice.replace",
        NOTICE_CLOSE = "notice.close",
        PROGRESS_HERE = "progress.here" ["number", "total", "title"],
        QUESTION_NEXT = "question.next",
        QUESTION_BACK = "question.back",
        QUESTION_SKIP = "question.skip",
        QUESTION_MANY = "question.many",
        QUESTION_PNA = "question.pna",
        QUESTION_SENSITIVE = "question.sensitive",
        QUESTION_MONTH = "question.month",
        QUESTION_YEAR = "question.year",
        QUESTION_CHOOSE = "question.choose",
        QUESTION_BAND = "question.band",
        QUESTION_MONTH_HALF = "question.month-half",
        QUESTION_MONTH_FAR = "question.month-far",
        QUESTION_TEXT = "question.text",
        QUESTION_ABOUT = "question.about" ["child"],
        CHILDREN_TITLE = "children.title",
        CHILDREN_HELP = "children.help",
        CHILDREN_ONE = "children.one" ["number"],
        CHILDREN_NAME = "children.name",
        CHILDREN_ADD = "children.add",
        CHILDREN_ADDED = "children.added" ["number"],
        CHILDREN_REMOVE = "children.remove" ["child"],
        CHILDREN_REMOVED = "children.removed" ["child"],
        CHILDREN_FULL = "children.full",
        CHILDREN_HURRY = "children.hurry",
        CHILD_UNNAMED = "child.unnamed",
        CHILD_NUMBERED = "child.numbered" ["number"],
        CHILD_ALIKE = "child.alike" ["name", "number"],
        FAMILY = "family.you",
        LIST_TITLE = "list.title",
        LIST_COMING = "list.coming",
        LIST_MISSING = "list.missing",
        LIST_LOAD_AGAIN = "list.load-again",
        HOME_BROKEN = "home.broken",
        AGES_BETWEEN = "ages.between" ["from", "until"],
        AGES_FROM = "ages.from" ["from"],
        AGES_UNTIL = "ages.until" ["until"],
        BELONGS_TO = "belongs.to" ["name"],
        KIOSK_FINISHED = "kiosk.finished",
        ANSWERS_TITLE = "answers.title",
        ANSWERS_NONE = "answers.none",
        ANSWERS_CHANGE = "answers.change",
        ANSWERS_CHANGE_WHAT = "answers.change-what" ["question"],
        ANSWERS_HIDDEN = "answers.hidden",
        SHELL_NOT_CHECKED = "shell.not-checked" ["date"],
        QUESTION_SKIP_ALL = "question.skip-all",
        CHILDREN_BORN = "children.born",
        LIST_TWO = "list.two" ["first", "last"],
        LIST_NEXT = "list.next" ["first", "next"],
        LIST_LAST = "list.last" ["first", "last"],
        LIST_TICKED = "list.ticked" ["first", "next"],
        DATE_DAY = "date.day" ["day", "month", "year"],
        DATE_MONTH = "date.month" ["month", "year"],
        MONTH_JANUARY = "month.january",
        MONTH_FEBRUARY = "month.february",
        MONTH_MARCH = "month.march",
        MONTH_APRIL = "month.april",
        MONTH_MAY = "month.may",
        MONTH_JUNE = "month.june",
        MONTH_JULY = "month.july",
        MONTH_AUGUST = "month.august",
        MONTH_SEPTEMBER = "month.september",
        MONTH_OCTOBER = "month.october",
        MONTH_NOVEMBER = "month.november",
        MONTH_DECEMBER = "month.december",
        MONTH_IN_DATE_JANUARY = "month-in-date.january",
        MONTH_IN_DATE_FEBRUARY = "month-in-date.february",
        MONTH_IN_DATE_MARCH = "month-in-date.march",
        MONTH_IN_DATE_APRIL = "month-in-date.april",
        MONTH_IN_DATE_MAY = "month-in-date.may",
        MONTH_IN_DATE_JUNE = "month-in-date.june",
        MONTH_IN_DATE_JULY = "month-in-date.july",
        MONTH_IN_DATE_AUGUST = "month-in-date.august",
        MONTH_IN_DATE_SEPTEMBER = "month-in-date.september",
        MONTH_IN_DATE_OCTOBER = "month-in-date.october",
        MONTH_IN_DATE_NOVEMBER = "month-in-date.november",
        MONTH_IN_DATE_DECEMBER = "month-in-date.december",
    }
    later {
        CHILD_EACH = "child.each",
        CHILD_MINE = "child.mine",
        URGENT_TITLE = "urgent.title",
        URGENT_INTRO = "urgent.intro",
        URGENT_FIRST = "urgent.first",
        LIST_INTRO = "list.intro",
        LIST_START_INTRO = "list.start-intro",
        LIST_MORE = "list.more",
        LIST_SHEET = "list.sheet",
        LIST_PRINT = "list.print",
        LIST_PRIVATE = "list.private",
        LIST_WANTED = "list.wanted",
        LIST_NEW = "list.new" ["names"],
        LIST_GONE = "list.gone" ["names"],
        LIST_NEW_HERE = "list.new-here",
        LIST_ORDER = "list.order",
        LIST_ORDER_WHY = "list.order-why",
        LIST_CHILDREN = "list.children",
        LIST_CHILD = "list.child" ["child"],
        LIST_FAMILY = "list.family",
        LIST_MONEY = "list.money",
        LIST_SCHOOL = "list.school",
        LIST_UNIVERSAL = "list.universal",
        LIST_UNIVERSAL_INTRO = "list.universal-intro",
        LIST_POSSIBLE = "list.possible",
        LIST_POSSIBLE_INTRO = "list.possible-intro",
        LIST_POSSIBLE_ANSWER = "list.possible-answer" ["question"],
        TAKE_TITLE = "take.title",
        TAKE_HOLDS = "take.holds",
        TAKE_COPY = "take.copy",
        TAKE_SHARE = "take.share",
        TAKE_LINK = "take.link",
        TAKE_LINK_HOLDS = "take.link-holds",
        TAKE_COPIED = "take.copied",
        TAKE_BY_HAND = "take.by-hand",
        TAKE_DAY = "take.day",
        TAKE_DAY_SHEET = "take.day-sheet",
        TAKE_DAY_HOLDS = "take.day-holds",
        TAKE_DATE = "take.date",
        TAKE_TIME = "take.time",
        TAKE_FILE = "take.file",
        TAKE_EVENT = "take.event",
        TAKE_NOT_NOW = "take.not-now",
        HOME_TITLE = "home.title",
        HOME_INTRO = "home.intro",
        HOME_ELSEWHERE = "home.elsewhere",
        HOME_ANSWER = "home.answer",
        HOME_KEPT = "home.kept",
        HOME_AFRESH = "home.afresh",
        REASON_TITLE = "reason.title",
        REASON_AGE = "reason.age" ["child's"],
        REASON_UNIVERSAL = "reason.universal",
        REASON_CONFIDED = "reason.confided",
        FROM_DAY = "from.day" ["date"],
        FROM_MONTH = "from.month" ["date"],
        FROM_SOON = "from.soon",
        FROM_ENDS = "from.ends",
        SUPPORT_WHO = "support.who",
        SUPPORT_MORE = "support.more",
        SUPPORT_PHONE = "support.phone" ["number"],
        SUPPORT_TEXT = "support.text" ["number"],
        SUPPORT_TEXT_WORD = "support.text-word" ["word", "number"],
        SUPPORT_OTHER = "support.other" ["name"],
        SUPPORT_EMAIL = "support.email" ["mailbox"],
        SUPPORT_WEB = "support.web",
        SUPPORT_WEB_OF = "support.web-of" ["site", "name"],
        SUPPORT_HOURS = "support.hours" ["hours"],
        SUPPORT_ASK = "support.ask",
        SUPPORT_FREE = "support.free",
        SUPPORT_LOW_COST = "support.low-cost",
        SUPPORT_PAID = "support.paid",
        SUPPORT_ASK_YOURSELF = "support.ask-yourself",
        SUPPORT_CHANGED = "support.changed",
        SUPPORT_FOR = "support.for" ["who"],
        MARK_TITLE = "mark.title" ["name"],
        MARK_WANT = "mark.want",
        MARK_HAVE = "mark.have",
        MARK_NOT_FOR_US = "mark.not-for-us",
        WHY_NOT_TITLE = "why-not.title",
        WHY_NOT_ON_LIST = "why-not.on-list",
        WHY_NOT_AGE = "why-not.age" ["ages"],
        WHY_NOT_ANSWER = "why-not.answer" ["question"],
        WHY_NOT_UNKNOWN = "why-not.unknown" ["question"],
        WHY_NOT_NO_CHILD = "why-not.no-child",
        WHY_NOT_OTHER = "why-not.other",
        MILESTONE_BIRTH = "milestone.birth",
        MILESTONE_AGE = "milestone.age" ["age"],
        MILESTONE_TERM = "milestone.term" ["age"],
        MILESTONE_SEPTEMBER = "milestone.september" ["age"],
        SITE_ASK = "site.ask",
        SITE_PERSON = "site.person" ["name", "role"],
        SITE_NEAR = "site.near",
        SITE_OWN = "site.own" ["site"],
        SITE_NOT_HERE = "site.not-here",
        SITE_AREA = "site.area" ["area"],
        SITE_ELSEWHERE = "site.elsewhere" ["area"],
        SITE_WE_LIVE_HERE = "site.we-live-here" ["area"],
        SITE_WE_LIVE_ELSEWHERE = "site.we-live-elsewhere",
        SITE_SHEET = "site.sheet" ["people"],
        REASON_PRIVATE = "reason.private",
        KIOSK_PRIVATE = "kiosk.private",
        KIOSK_PRIVATE_TEXT = "kiosk.private-text",
        KIOSK_DESK = "kiosk.desk",
        KIOSK_STAFF_PRINT = "kiosk.staff-print",
        KIOSK_NO_PRINT = "kiosk.no-print",
        EVERYTHING_TITLE = "everything.title",
        EVERYTHING_INTRO = "everything.intro",
        EVERYTHING_SEARCH = "everything.search",
        EVERYTHING_NONE = "everything.none",
        EVERYTHING_TARGETED = "everything.targeted",
        EVERYTHING_UNIVERSAL = "everything.universal",
        LIST_SOON = "list.soon",
        LIST_SOON_INTRO = "list.soon-intro",
        SUPPORT_SOON_FOR = "support.soon-for" ["who", "soon"],
        SUPPORT_ONE_OF = "support.one-of",
        SUPPORT_ALL_OF = "support.all-of",
        SUPPORT_PLEASE_CHECK = "support.please-check",
        SHEET_NOT_CHECKED = "sheet.not-checked" ["date"],
        SHEET_SENTENCES = "sheet.sentences" ["part"],
        SHEET_NEEDS = "sheet.needs" ["part"],
        SHEET_UP = "sheet.up" ["sentence"],
        SHEET_RAISED = "sheet.raised" ["number"],
        SHEET_CHILDREN = "sheet.children",
        SHEET_TITLE = "sheet.title",
        SHEET_INTRO = "sheet.intro",
        SHEET_MEETING = "sheet.meeting",
        SHEET_MEETING_SCHOOL = "sheet.meeting-school",
        SHEET_MEETING_SENCO = "sheet.meeting-senco",
        SHEET_MEETING_HEALTH = "sheet.meeting-health",
        SHEET_MEETING_GP = "sheet.meeting-gp",
        SHEET_MEETING_HUB = "sheet.meeting-hub",
        SHEET_MEETING_REVIEW = "sheet.meeting-review",
        SHEET_MEETING_OTHER = "sheet.meeting-other",
        SHEET_SUPPORTS = "sheet.supports",
        SHEET_CHOOSE = "sheet.choose",
        SHEET_PRIVATE = "sheet.private",
        SHEET_NONE = "sheet.none",
        SHEET_NOTE = "sheet.note",
        SHEET_ASKS = "sheet.asks",
        SHEET_LARGE = "sheet.large",
        SHEET_PRINT = "sheet.print",
        SHEET_SAFE = "sheet.safe",
        SHEET_PREVIEW = "sheet.preview",
        SHEET_PAPER_SCHOOL = "sheet.paper-school",
        SHEET_PAPER_SENCO = "sheet.paper-senco",
        SHEET_PAPER_HEALTH = "sheet.paper-health",
        SHEET_PAPER_GP = "sheet.paper-gp",
        SHEET_PAPER_HUB = "sheet.paper-hub",
        SHEET_PAPER_REVIEW = "sheet.paper-review",
        SHEET_PAPER_OTHER = "sheet.paper-other",
        SHEET_ABOUT = "sheet.about" ["names"],
        SHEET_WITH = "sheet.with",
        SHEET_ASK = "sheet.ask",
        SHEET_ASK_ABOUT = "sheet.ask-about" ["support", "questions"],
        SHEET_WORDS = "sheet.words",
        SHEET_AGREED = "sheet.agreed",
        SHEET_AGREED_WHO = "sheet.agreed-who",
        SHEET_AGREED_WHEN = "sheet.agreed-when",
        SHEET_MADE = "sheet.made" ["date"],
        LIST_APART = "list.apart" ["first", "next"],
        SHEET_DAY = "sheet.day" ["date"],
        SHEET_FOR = "sheet.for" ["who"],
    }
    pages {
        START_TITLE = "start.title",
        START_INTRO = "start.intro",
        START_AFRESH = "start.afresh",
        START_UNSURE = "start.unsure",
        START_GETTING_READY = "start.getting-ready",
        START_TIME = "start.time",
        START_PRIVATE = "start.private",
        START_SKIP = "start.skip",
        START_PAPER = "start.paper",
        START_EVERYTHING = "start.everything",
        START_FAILED = "start.failed",
        START_NO_SCRIPT = "start.no-script",
        START_PRINT = "start.print",
        START_PAGES = "start.pages",
        EVERYONE_TITLE = "everyone.title",
        EVERYONE_INTRO = "everyone.intro",
        SHELL_EXITED = "shell.exited",
        KEEPING_FORGET_TITLE = "keeping.forget-title",
        KEEPING_FORGET_TEXT = "keeping.forget-text",
        KEEPING_FORGET_YES = "keeping.forget-yes",
        KEEPING_FORGET_NO = "keeping.forget-no",
        CRASH_TITLE = "crash.title",
        CRASH_TEXT = "crash.text",
        CRASH_AGAIN = "crash.again",
        KIOSK_PROMISE = "kiosk.promise",
        KIOSK_CRASH = "kiosk.crash",
        KIOSK_STILL = "kiosk.still",
        KIOSK_CLEARS = "kiosk.clears",
        KIOSK_STILL_YES = "kiosk.still-yes",
        KIOSK_LONGER = "kiosk.longer",
        TAKE_CODE = "take.code",
        TAKE_CODE_HOLDS = "take.code-holds",
        TAKE_CODE_LABEL = "take.code-label",
        TAKE_CODE_ADDRESS = "take.code-address",
        KIOSK_CODE = "kiosk.code",
        KIOSK_CODE_LABEL = "kiosk.code-label",
        KIOSK_CODE_SHOWN = "kiosk.code-shown",
        KIOSK_CODE_GONE = "kiosk.code-gone",
        START_TAB = "start.tab",
        START_LANGUAGES = "start.languages",
        PAGES_TITLE = "pages.title" ["title", "product"],
        PAGES_AROUND = "pages.around",
        PAGES_QUESTIONS = "pages.questions",
        PAGES_A_TO_Z = "pages.a-to-z",
        PAGES_A_TO_Z_SHORT = "pages.a-to-z-short",
        PAGES_TOPICS = "pages.topics",
        PAGES_TOPICS_SHORT = "pages.topics-short",
        PAGES_PAPER = "pages.paper",
        PAGES_PAPER_SHORT = "pages.paper-short",
        PAGES_INTRO = "pages.intro",
        PAGES_LETTERS = "pages.letters",
        PAGES_TOPIC_NAMES = "pages.topic-names",
        PAGES_HOW = "pages.how",
        PAGES_CONTACT = "pages.contact",
        PAGES_REACH = "pages.reach" ["name", "contacts"],
        PAGES_WHAT = "pages.what" ["what"],
        PAGES_ASIDE = "pages.aside" ["words", "aside"],
        PAPER_INTRO = "paper.intro",
        PAPER_CHILDREN = "paper.children" ["mark"],
        PAPER_EACH = "paper.each",
        PAPER_PRIVATE = "paper.private",
        PAPER_QUESTION = "paper.question" ["number", "question"],
        PAPER_MONTH = "paper.month" ["month", "year"],
        PAPER_MONTH_OR_AGE = "paper.month-or-age" ["month", "year"],
        PAPER_AGES = "paper.ages" ["ages"],
        PAPER_POINTS = "paper.points",
        PAPER_BY_NUMBER = "paper.by-number",
        PAPER_BY_NUMBER_INTRO = "paper.by-number-intro" ["page"],
    }
    counted {
        AGE_YEARS = "age.years" ["number"],
        AGE_MONTHS = "age.months" ["number"],
        TAKE_LEFT_OUT = "take.left-out" ["number"],
        LIST_REST = "list.rest" ["number"],
        QUESTION_ROOM = "question.room" ["number"],
        EVERYTHING_FOUND = "everything.found" ["number"],
        HOME_GONE = "home.gone" ["number"],
    }
    counted_pages {
        PAPER_FOLLOWS = "paper.follows" ["numbers"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_parent_typed_is_never_read_as_a_placeholder() {
        let said = fill("What does {child} like, {child}?", &[("child", "{child}"), ("x", "y")]);
        assert_eq!(said, "What does {child} like, {child}?");
        assert_eq!(fill("{nobody} and { and }", &[("child", "Ada")]), "{nobody} and { and }");
    }

    #[test]
    fn every_word_has_a_name_of_its_own() {
        for (place, Wanted { name, .. }) in ALL.iter().enumerate() {
            assert_eq!(WordKey::named(name), Some(WordKey(place as u16)), "{name}");
            assert_eq!(WordKey(place as u16).name(), *name);
        }
        assert_eq!((WordKey::named("start"), WordKey(u16::MAX).name()), (None, ""));
        assert_eq!(key::CHILD_UNNAMED.name(), "child.unnamed");
    }

    #[test]
    fn what_is_said_of_support_comes_with_it_and_what_is_said_before_does_not() {
        let later = |name| WordKey::named(name).map(WordKey::comes_later);
        assert_eq!(["start.go", "question.next", "sheet.title"].map(later), [false, false, true].map(Some));
    }

    #[test]
    fn an_unclosed_placeholder_is_found_where_it_opens() {
        assert_eq!(placeholders("{child} has {child's} bag"), Ok(vec!["child", "child's"]));
        assert_eq!(placeholders("ask {child about"), Err(4));
        assert_eq!(placeholders("ask child} about"), Err(9));
        assert_eq!(placeholders("é {} "), Err(3));
    }
}
