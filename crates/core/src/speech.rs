//! Verdicts, ages and dates as sentences for the parent, in the words of the content.

use crate::capital::capital;
use crate::catalogue::{Catalogue, ChoiceId, QuestionId, SheetPart, SupportId, WarningId};
use crate::content::Content;
use crate::digits::digits;
use crate::family::{Answer, Answers, Called, ChildKey, Who};
use crate::judge::{Ruling, Tick, Verdict};
use crate::order::in_order;
use crate::plan::Offer;
use crate::sheet::{Sentence, Told};
use crate::sitting::Saying;
use crate::texts::{Texts, WordKey, fill, key};
use crate::time::{AgeSpan, Day, Milestone, Month, Start};

/// Speaks about one family in the words of one language.
#[derive(Clone, Copy)]
pub struct Speaker<'a> {
    /// What is spoken of.
    pub catalogue: &'a Catalogue,
    /// The words.
    pub texts: &'a Texts,
    /// The family.
    pub answers: &'a Answers,
    /// What an only child without a name is called: "your child", or "my child" where the parent speaks.
    unnamed: WordKey,
}

impl<'a> Speaker<'a> {
    /// Speaks about this family in the language of this content.
    pub fn new(content: &'a Content, answers: &'a Answers) -> Self {
        Self { catalogue: &content.catalogue, texts: &content.texts, answers, unnamed: key::CHILD_UNNAMED }
    }

    /// The same, as the parent would say it.
    #[must_use]
    pub fn in_own_voice(self) -> Self {
        Self { unnamed: key::CHILD_MINE, ..self }
    }

    /// A child's name, "your child", or "child 2" where several have no name. Two children of one name are "Ada (1)"
    /// and "Ada (2)".
    pub fn child(&self, child: ChildKey) -> String {
        self.called(&self.answers.called(child))
    }

    /// What a child is called, in words.
    pub fn called(&self, called: &Called) -> String {
        match called {
            Called::Each => self.word(key::CHILD_EACH).to_owned(),
            Called::Unnamed => self.word(self.unnamed).to_owned(),
            Called::Numbered(number) => self.fill(key::CHILD_NUMBERED, &[("number", &digits(*number))]),
            Called::Named(name) => self.isolated(name),
            Called::Alike(name, number) => {
                self.fill(key::CHILD_ALIKE, &[("name", &self.isolated(name)), ("number", &digits(*number))])
            }
        }
    }

    /// What a screen reader says.
    pub fn saying(&self, saying: &Saying) -> String {
        match saying {
            Saying::ChildAdded(number) => self.fill(key::CHILDREN_ADDED, &[("number", &digits(*number))]),
            Saying::Raised(place) => self.fill(key::SHEET_RAISED, &[("number", &digits(*place))]),
            Saying::ChildRemoved(called) => self.fill(key::CHILDREN_REMOVED, &[("child", &self.called(called))]),
        }
    }

    /// Whom something is for: a child's name, or "you and your family".
    pub fn who(&self, who: Who) -> String {
        match who {
            Who::Family => self.word(key::FAMILY).to_owned(),
            Who::Child(child) => self.child(child),
        }
    }

    /// Whom something is for, as one list: "Ada and Ben".
    pub fn everyone(&self, whos: &[Who]) -> String {
        let names: Vec<String> = whos.iter().map(|&who| self.who(who)).collect();
        self.list(&names)
    }

    /// What the offers of one card say, each sentence once, and with whose it is where it is not so for all of them.
    pub fn on_one_card(&self, offers: &[Offer], says: impl Fn(&Offer) -> Option<String>) -> Vec<String> {
        let mut said: Vec<(String, Vec<Who>)> = Vec::new();
        for (sentence, who) in offers.iter().filter_map(|offer| Some((says(offer)?, offer.who))) {
            match said.iter_mut().find(|(known, _)| *known == sentence) {
                Some((_, whos)) => whos.push(who),
                None => said.push((sentence, vec![who])),
            }
        }
        said.into_iter().map(|(sentence, whos)| self.said_of(&whos, offers.len(), sentence)).collect()
    }

    /// A sentence that is so for some of several: "For Ada: call before Friday".
    pub fn said_of(&self, whos: &[Who], of: usize, sentence: String) -> String {
        if whos.len() == of {
            return sentence;
        }
        self.fill(key::SUPPORT_SOON_FOR, &[("who", &self.everyone(whos)), ("soon", &sentence)])
    }

    /// What to do and by when, if an offer has a danger or a clock.
    pub fn soon(&self, offer: &Offer) -> Option<String> {
        self.soon_in_case(offer.support, offer.soon?, offer.who)
    }

    /// What to do and by when in this of the cases of a support.
    pub fn soon_in_case(&self, support: SupportId, case: usize, who: Who) -> Option<String> {
        self.texts.support(support).soon.get(case).map(|says| self.about(says, who))
    }

    /// What to know before asking for something, each sentence once, and about whom.
    pub fn warnings(&self, warnings: impl Iterator<Item = (WarningId, Who)>) -> Vec<String> {
        each_once(warnings.map(|(warning, who)| self.about(self.texts.warning(warning), who)))
    }

    /// Why the offers of one card are on the list, each sentence once; first one for each child.
    pub fn reasons_of(&self, offers: &[Offer]) -> Vec<String> {
        let all: Vec<Vec<String>> = offers.iter().map(|offer| self.reasons(offer)).collect();
        let of_each = all.iter().flat_map(|reasons| reasons.first());
        each_once(of_each.chain(all.iter().flatten()).cloned())
    }

    /// A text of the content about somebody, with `{child}` and its kin filled in.
    pub fn about(&self, text: &str, who: Who) -> String {
        self.about_with(text, who, &[])
    }

    /// What was answered to a question, as a sentence: "You would like to talk about sleep and talking". Where others can
    /// see the screen it does not repeat what is private.
    pub fn said(&self, question: QuestionId, who: Who, ticks: &[ChoiceId]) -> String {
        if self.catalogue.question(question).sensitive {
            return self.word(key::REASON_CONFIDED).to_owned();
        }
        if self.catalogue.in_open_plan && ticks.iter().any(|&tick| self.catalogue.is_private(tick)) {
            return self.word(key::REASON_PRIVATE).to_owned();
        }
        let choices = self.labels(ticks.iter(), who);
        self.about_with(&self.texts.question(question).said, who, &[("choices", &choices)])
    }

    /// A sentence of the sheet, in the parent's voice.
    pub fn sentence(&self, sentence: &Sentence) -> String {
        let (question, who) = (sentence.id.question, sentence.id.who);
        let texts = self.texts.question(question);
        let in_a_sentence = texts.written.is_empty();
        let choices = match &sentence.told {
            Told::Words(words) => self.isolated(words),
            Told::Ticked(ticks) if in_a_sentence => self.labels(ticks.iter(), who),
            Told::Ticked(ticks) => self.as_ticked(ticks, who),
        };
        let words = if in_a_sentence { &texts.said } else { &texts.written };
        self.about_with(words, who, &[("choices", &choices)])
    }

    /// Words of several things in one sentence: "sleep, eating and behaviour".
    pub fn list(&self, parts: &[String]) -> String {
        self.texts.words.list(&all(parts))
    }

    /// Words of several things one after the other, such as "{first} · {next}".
    pub fn joined(&self, parts: &[String], pattern: WordKey) -> String {
        self.texts.words.joined(&all(parts), pattern)
    }

    /// A name, a number or an address as it stands among words of this language.
    pub fn isolated(&self, value: &str) -> String {
        self.texts.direction.isolated(value)
    }

    /// Why an offer is on the list, a sentence a reason: first what they want to talk about and what they want, then what
    /// is so of them. What was confided is never repeated.
    pub fn reasons(&self, offer: &Offer) -> Vec<String> {
        let is_wish = |tick: &Tick| {
            let question = self.catalogue.choice(tick.choice).question;
            matches!(self.catalogue.question(question).sheet, Some(SheetPart::Needs | SheetPart::Goals))
        };
        let (wishes, facts): (Vec<Tick>, Vec<Tick>) = offer.because.ticks.iter().partition(|tick| is_wish(tick));
        let mut reasons = self.sentences(&[wishes, facts].concat());
        if reasons.is_empty() {
            let universal = self.catalogue.support(offer.support).is_universal();
            let words = if offer.because.age && !universal { key::REASON_AGE } else { key::REASON_UNIVERSAL };
            reasons.push(self.about(self.word(words), offer.who));
        }
        reasons.dedup();
        reasons
    }

    /// When an offer begins, if not now: "from 1 January 2027".
    pub fn start(&self, start: Start) -> Option<String> {
        match start {
            Start::Now => None,
            Start::On(day) => Some(self.fill(key::FROM_DAY, &[("date", &self.day(day))])),
            Start::In(month) => Some(self.fill(key::FROM_MONTH, &[("date", &self.month(month))])),
            Start::Soon => Some(self.word(key::FROM_SOON).to_owned()),
        }
    }

    /// Why something is not on the list, a sentence a reason.
    pub fn why_not(&self, verdict: &Verdict) -> Vec<String> {
        let sentences: Vec<String> = match verdict {
            Verdict::Yes(_) => Vec::new(),
            Verdict::Maybe { unknown, .. } => {
                let asked =
                    unknown.iter().map(|asking| self.about(&self.texts.question(asking.question).text, asking.who));
                asked.map(|question| self.fill(key::WHY_NOT_UNKNOWN, &[("question", &question)])).collect()
            }
            Verdict::No(rulings) => rulings.iter().map(|ruling| self.ruling(ruling)).collect(),
        };
        in_order(sentences)
    }

    /// A day in full: "1 January 2027".
    pub fn day(&self, day: Day) -> String {
        let date = [digits(day.day_of_month()), digits(day.month().year())];
        let month = self.word(in_month(MONTHS_IN_DATES, day.month().number()));
        self.fill(key::DATE_DAY, &[("day", &date[0]), ("month", month), ("year", &date[1])])
    }

    /// A month in full: "January 2027".
    pub fn month(&self, month: Month) -> String {
        let name = self.word(in_month(MONTHS_IN_DATES, month.number()));
        self.fill(key::DATE_MONTH, &[("month", name), ("year", &digits(month.year()))])
    }

    /// The name of a month by itself, from 1 for January.
    pub fn month_name(&self, number: u8) -> &'a str {
        self.word(in_month(MONTHS, number))
    }

    /// An answer in words, for reading through; `None` for what is never shown again or says nothing.
    pub fn answer(&self, question: QuestionId, who: Who) -> Option<String> {
        if self.catalogue.question(question).sensitive {
            return None;
        }
        match self.answers.get(self.catalogue, question, who)? {
            Answer::Ticked(ticks) => {
                let labels: Vec<String> = ticks.iter().map(|&tick| self.label(tick, who)).collect();
                Some(self.joined(&labels, key::LIST_NEXT))
            }
            Answer::Month(month) => Some(self.month(*month)),
            Answer::Text(text) => Some(self.isolated(text)),
            Answer::Skipped | Answer::PreferNotToSay => None,
        }
    }

    fn labels<'t>(&self, ticks: impl Iterator<Item = &'t ChoiceId>, who: Who) -> String {
        let labels: Vec<String> = ticks.map(|&tick| self.about(self.texts.choice(tick).said(), who)).collect();
        self.list(&labels)
    }

    /// The labels as the parent ticked them.
    fn as_ticked(&self, ticks: &[ChoiceId], who: Who) -> String {
        let labels: Vec<String> = ticks.iter().map(|&tick| self.label(tick, who)).collect();
        self.joined(&labels, key::LIST_TICKED)
    }

    fn label(&self, choice: ChoiceId, who: Who) -> String {
        self.about(&self.texts.choice(choice).label, who)
    }

    fn sentences(&self, ticks: &[Tick]) -> Vec<String> {
        let question = |tick: &Tick| (self.catalogue.choice(tick.choice).question, tick.who);
        let runs = ticks.chunk_by(|one, other| question(one) == question(other));
        runs.filter_map(|run| {
            let (asked, who) = question(run.first()?);
            let choices: Vec<ChoiceId> = run.iter().map(|tick| tick.choice).collect();
            Some(self.said(asked, who, &choices))
        })
        .collect()
    }

    fn ruling(&self, ruling: &Ruling) -> String {
        match ruling {
            Ruling::Ticked(tick) => self.sentences(&[*tick]).concat(),
            Ruling::NoneOf(choices, who) => self.none_of(choices, *who),
            Ruling::Age(span, who) => {
                self.about_with(self.word(key::WHY_NOT_AGE), *who, &[("ages", &self.span(*span))])
            }
            Ruling::NoChild => self.word(key::WHY_NOT_NO_CHILD).to_owned(),
        }
    }

    fn none_of(&self, choices: &[ChoiceId], who: Who) -> String {
        let asked = choices.first().map(|&choice| self.catalogue.choice(choice).question);
        match asked.filter(|&question| !self.catalogue.question(question).sensitive) {
            Some(question) => {
                let asked = self.about(&self.texts.question(question).text, who);
                self.fill(key::WHY_NOT_ANSWER, &[("question", &asked)])
            }
            None => self.word(key::WHY_NOT_OTHER).to_owned(),
        }
    }

    /// Ages in words: "from 2 years until 4 years".
    pub fn span(&self, span: AgeSpan) -> String {
        let from = span.from.map(|milestone| self.milestone(milestone)).unwrap_or_default();
        let until = span.until.map(|milestone| self.milestone(milestone)).unwrap_or_default();
        let words = match (span.from, span.until) {
            (Some(_), Some(_)) => key::AGES_BETWEEN,
            (Some(_), None) => key::AGES_FROM,
            _ => key::AGES_UNTIL,
        };
        self.fill(words, &[("from", &from), ("until", &until)])
    }

    fn milestone(&self, milestone: Milestone) -> String {
        let (words, age) = match milestone {
            Milestone::Age(age) if age <= 0 => (key::MILESTONE_BIRTH, age),
            Milestone::Age(age) => (key::MILESTONE_AGE, age),
            Milestone::TermAfter(age) => (key::MILESTONE_TERM, age),
            Milestone::SeptemberAfter(age) => (key::MILESTONE_SEPTEMBER, age),
        };
        self.fill(words, &[("age", &self.age(age))])
    }

    fn age(&self, months: i32) -> String {
        let (words, number) = if months % 12 == 0 { (key::AGE_YEARS, months / 12) } else { (key::AGE_MONTHS, months) };
        self.texts.counted(words, number.unsigned_abs(), &[("number", &digits(number))])
    }

    fn about_with(&self, text: &str, who: Who, more: &[(&str, &str)]) -> String {
        let name = match who {
            Who::Child(child) => self.child(child),
            Who::Family => self.word(self.unnamed).to_owned(),
        };
        let theirs = self.fill(key::BELONGS_TO, &[("name", &name)]);
        let (capital, capital_theirs) = (capitalised(&name), capitalised(&theirs));
        let mut values =
            vec![("child", name.as_str()), ("Child", &capital), ("child's", &theirs), ("Child's", &capital_theirs)];
        values.extend(more);
        fill(text, &values)
    }

    fn word(&self, key: WordKey) -> &'a str {
        self.texts.words.get(key)
    }

    fn fill(&self, key: WordKey, values: &[(&str, &str)]) -> String {
        self.texts.words.fill(key, values)
    }
}

/// The sentences in their order, without those that were there before.
fn each_once(sentences: impl Iterator<Item = String>) -> Vec<String> {
    let mut said = Vec::new();
    for sentence in sentences {
        if !said.contains(&sentence) {
            said.push(sentence);
        }
    }
    said
}

/// The months by themselves.
const MONTHS: [WordKey; 12] = [
    key::MONTH_JANUARY,
    key::MONTH_FEBRUARY,
    key::MONTH_MARCH,
    key::MONTH_APRIL,
    key::MONTH_MAY,
    key::MONTH_JUNE,
    key::MONTH_JULY,
    key::MONTH_AUGUST,
    key::MONTH_SEPTEMBER,
    key::MONTH_OCTOBER,
    key::MONTH_NOVEMBER,
    key::MONTH_DECEMBER,
];

/// The same inside a date.
const MONTHS_IN_DATES: [WordKey; 12] = [
    key::MONTH_IN_DATE_JANUARY,
    key::MONTH_IN_DATE_FEBRUARY,
    key::MONTH_IN_DATE_MARCH,
    key::MONTH_IN_DATE_APRIL,
    key::MONTH_IN_DATE_MAY,
    key::MONTH_IN_DATE_JUNE,
    key::MONTH_IN_DATE_JULY,
    key::MONTH_IN_DATE_AUGUST,
    key::MONTH_IN_DATE_SEPTEMBER,
    key::MONTH_IN_DATE_OCTOBER,
    key::MONTH_IN_DATE_NOVEMBER,
    key::MONTH_IN_DATE_DECEMBER,
];

fn in_month(words: [WordKey; 12], number: u8) -> WordKey {
    words[usize::from(number.clamp(1, 12)) - 1]
}

fn all(parts: &[String]) -> Vec<&str> {
    parts.iter().map(String::as_str).collect()
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| std::iter::once(capital(first)).chain(letters).collect()).unwrap_or_default()
}
