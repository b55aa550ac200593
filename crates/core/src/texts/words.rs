//! The words of the interface. Each has a name here, so that a missing word is found when the content is
//! checked and never when a parent reads it.

/// A word of the interface: its place among all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WordKey(u16);

impl WordKey {
    /// How content calls it, such as `start.title`.
    pub fn name(self) -> &'static str {
        ALL.get(usize::from(self.0)).copied().unwrap_or_default()
    }

    /// The word of this name.
    pub fn named(name: &str) -> Option<Self> {
        ALL.iter().position(|key| *key == name).map(|place| Self(place as u16))
    }
}

/// The words of one language, each in its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(pub(crate) Vec<String>);

impl Words {
    /// Takes the words by their names; a word that is not among them is empty.
    pub fn new<'w>(mut of: impl FnMut(&'static str) -> Option<&'w str>) -> Self {
        Self(ALL.iter().map(|key| of(key).unwrap_or_default().to_owned()).collect())
    }

    /// The words of this key.
    pub fn get(&self, key: WordKey) -> &str {
        self.0.get(usize::from(key.0)).map_or("", String::as_str)
    }

    /// The words of this key with their placeholders filled.
    pub fn fill(&self, key: WordKey, values: &[(&str, &str)]) -> String {
        fill(self.get(key), values)
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
    ($($name:ident = $key:literal,)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Place { $($name),* }

        /// The key of every word of the interface.
        pub mod key {
            use super::{Place, WordKey};
            $(#[doc = concat!("`", $key, "`")] pub const $name: WordKey = WordKey(Place::$name as u16);)*
        }

        /// All keys: content that lacks one, or has one more, is not whole.
        pub const ALL: &[&str] = &[$($key),*];
    };
}

keys! {
    PRODUCT_NAME = "product.name",
    START_TITLE = "start.title",
    START_INTRO = "start.intro",
    START_GO = "start.go",
    START_AGAIN = "start.again",
    START_AFRESH = "start.afresh",
    START_FOUND = "start.found",
    START_FORGOTTEN_ELSEWHERE = "start.forgotten-elsewhere",
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
    URGENT_TITLE = "urgent.title",
    URGENT_INTRO = "urgent.intro",
    URGENT_FIRST = "urgent.first",
    SHELL_SKIP_LINK = "shell.skip-link",
    SHELL_LIST = "shell.list",
    SHELL_EXIT = "shell.exit",
    SHELL_EXIT_WHAT = "shell.exit-what",
    SHELL_EXITED = "shell.exited",
    SHELL_QUESTIONS = "shell.questions",
    SHELL_EVERYTHING = "shell.everything",
    SHELL_VERSION = "shell.version",
    KEEPING_TITLE = "keeping.title",
    KEEPING_THIS_VISIT = "keeping.this-visit",
    KEEPING_THIS_DEVICE = "keeping.this-device",
    KEEPING_NOWHERE = "keeping.nowhere",
    KEEPING_DEVICE_WARNING = "keeping.device-warning",
    KEEPING_FORGET = "keeping.forget",
    KEEPING_FORGET_TITLE = "keeping.forget-title",
    KEEPING_FORGET_TEXT = "keeping.forget-text",
    KEEPING_FORGET_YES = "keeping.forget-yes",
    KEEPING_FORGET_NO = "keeping.forget-no",
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
    PROGRESS_HERE = "progress.here",
    QUESTION_NEXT = "question.next",
    QUESTION_BACK = "question.back",
    QUESTION_SKIP = "question.skip",
    QUESTION_WHY = "question.why",
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
    QUESTION_ABOUT = "question.about",
    CHILDREN_TITLE = "children.title",
    CHILDREN_HELP = "children.help",
    CHILDREN_ONE = "children.one",
    CHILDREN_NAME = "children.name",
    CHILDREN_ADD = "children.add",
    CHILDREN_ADDED = "children.added",
    CHILDREN_REMOVE = "children.remove",
    CHILDREN_REMOVED = "children.removed",
    CHILDREN_FULL = "children.full",
    CHILD_UNNAMED = "child.unnamed",
    CHILD_NUMBERED = "child.numbered",
    CHILD_ALIKE = "child.alike",
    FAMILY = "family.you",
    LIST_TITLE = "list.title",
    LIST_INTRO = "list.intro",
    LIST_START_INTRO = "list.start-intro",
    LIST_MORE = "list.more",
    LIST_SHEET = "list.sheet",
    LIST_WANTED = "list.wanted",
    LIST_CHILD = "list.child",
    LIST_FAMILY = "list.family",
    LIST_MONEY = "list.money",
    LIST_SCHOOL = "list.school",
    LIST_UNIVERSAL = "list.universal",
    LIST_UNIVERSAL_INTRO = "list.universal-intro",
    LIST_POSSIBLE = "list.possible",
    LIST_POSSIBLE_INTRO = "list.possible-intro",
    LIST_POSSIBLE_ANSWER = "list.possible-answer",
    LIST_CONTENTS = "list.contents",
    LIST_COMING = "list.coming",
    LIST_MISSING = "list.missing",
    LIST_LOAD_AGAIN = "list.load-again",
    LIST_AND = "list.and",
    REASON_TITLE = "reason.title",
    REASON_AGE = "reason.age",
    REASON_UNIVERSAL = "reason.universal",
    REASON_CONFIDED = "reason.confided",
    FROM_DAY = "from.day",
    FROM_MONTH = "from.month",
    FROM_SOON = "from.soon",
    FROM_ENDS = "from.ends",
    SUPPORT_WHO = "support.who",
    SUPPORT_MORE = "support.more",
    SUPPORT_PHONE = "support.phone",
    SUPPORT_TEXT = "support.text",
    SUPPORT_TEXT_WORD = "support.text-word",
    SUPPORT_OTHER = "support.other",
    SUPPORT_EMAIL = "support.email",
    SUPPORT_WEB = "support.web",
    SUPPORT_WEB_OF = "support.web-of",
    SUPPORT_HOURS = "support.hours",
    SUPPORT_ASK = "support.ask",
    SUPPORT_FREE = "support.free",
    SUPPORT_LOW_COST = "support.low-cost",
    SUPPORT_PAID = "support.paid",
    SUPPORT_ASK_YOURSELF = "support.ask-yourself",
    SUPPORT_CHANGED = "support.changed",
    SUPPORT_FOR = "support.for",
    MARK_TITLE = "mark.title",
    MARK_WANT = "mark.want",
    MARK_HAVE = "mark.have",
    MARK_NOT_FOR_US = "mark.not-for-us",
    WHY_NOT_TITLE = "why-not.title",
    WHY_NOT_ON_LIST = "why-not.on-list",
    WHY_NOT_AGE = "why-not.age",
    WHY_NOT_ANSWER = "why-not.answer",
    WHY_NOT_UNKNOWN = "why-not.unknown",
    WHY_NOT_NO_CHILD = "why-not.no-child",
    WHY_NOT_OTHER = "why-not.other",
    AGES_BETWEEN = "ages.between",
    AGES_FROM = "ages.from",
    AGES_UNTIL = "ages.until",
    MILESTONE_BIRTH = "milestone.birth",
    MILESTONE_AGE = "milestone.age",
    MILESTONE_TERM = "milestone.term",
    MILESTONE_SEPTEMBER = "milestone.september",
    AGE_YEARS = "age.years",
    AGE_MONTHS = "age.months",
    BELONGS_TO = "belongs.to",
    MONTHS = "months.all",
    EVERYTHING_TITLE = "everything.title",
    EVERYTHING_INTRO = "everything.intro",
    EVERYTHING_TARGETED = "everything.targeted",
    EVERYTHING_UNIVERSAL = "everything.universal",
    ANSWERS_TITLE = "answers.title",
    ANSWERS_NONE = "answers.none",
    ANSWERS_CHANGE = "answers.change",
    ANSWERS_CHANGE_WHAT = "answers.change-what",
    ANSWERS_HIDDEN = "answers.hidden",
    LIST_SOON = "list.soon",
    LIST_SOON_INTRO = "list.soon-intro",
    SUPPORT_SOON_FOR = "support.soon-for",
    SUPPORT_ONE_OF = "support.one-of",
    SUPPORT_ALL_OF = "support.all-of",
    SUPPORT_PLEASE_CHECK = "support.please-check",
    SHELL_NOT_CHECKED = "shell.not-checked",
    SHEET_NOT_CHECKED = "sheet.not-checked",
    SHEET_SENTENCES = "sheet.sentences",
    QUESTION_SKIP_ALL = "question.skip-all",
    CHILDREN_BORN = "children.born",
    SHEET_TITLE = "sheet.title",
    SHEET_INTRO = "sheet.intro",
    SHEET_MEETING = "sheet.meeting",
    SHEET_MEETING_SCHOOL = "sheet.meeting-school",
    SHEET_MEETING_HEALTH = "sheet.meeting-health",
    SHEET_MEETING_HUB = "sheet.meeting-hub",
    SHEET_MEETING_REVIEW = "sheet.meeting-review",
    SHEET_MEETING_OTHER = "sheet.meeting-other",
    SHEET_SUPPORTS = "sheet.supports",
    SHEET_CHOOSE = "sheet.choose",
    SHEET_PRIVATE = "sheet.private",
    SHEET_NONE = "sheet.none",
    SHEET_NOTE = "sheet.note",
    SHEET_PRINT = "sheet.print",
    SHEET_SAFE = "sheet.safe",
    SHEET_PREVIEW = "sheet.preview",
    SHEET_PAPER_SCHOOL = "sheet.paper-school",
    SHEET_PAPER_HEALTH = "sheet.paper-health",
    SHEET_PAPER_HUB = "sheet.paper-hub",
    SHEET_PAPER_REVIEW = "sheet.paper-review",
    SHEET_PAPER_OTHER = "sheet.paper-other",
    SHEET_ABOUT = "sheet.about",
    SHEET_DAY = "sheet.day",
    SHEET_WITH = "sheet.with",
    SHEET_ASK = "sheet.ask",
    SHEET_WORDS = "sheet.words",
    SHEET_AGREED = "sheet.agreed",
    SHEET_AGREED_WHO = "sheet.agreed-who",
    SHEET_MADE = "sheet.made",
    CRASH_TITLE = "crash.title",
    CRASH_TEXT = "crash.text",
    CRASH_AGAIN = "crash.again",
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
    fn an_unclosed_placeholder_is_found_where_it_opens() {
        assert_eq!(placeholders("{child} has {child's} bag"), Ok(vec!["child", "child's"]));
        assert_eq!(placeholders("ask {child about"), Err(4));
        assert_eq!(placeholders("ask child} about"), Err(9));
        assert_eq!(placeholders("é {} "), Err(3));
    }
}
