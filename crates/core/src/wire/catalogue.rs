//! The catalogue as it travels: what is asked first, what is offered after it. Ids are places in the lists before them,
//! and are believed only within those.

use crate::catalogue::{
    About, Asked, Case, Catalogue, Choice, ChoiceId, ConditionId, Contact, Cost, Kind, Line, LocalService, Means,
    NamedCondition, Offered, Person, Question, QuestionId, Rule, Section, SectionId, SheetPart, Site, Soon, Support,
    SupportId, Tier, Topic, TopicGroup, TopicId, Warning, WarningId, Way,
};
use crate::time::{AgeSpan, Day, Milestone};
use crate::wire::carrier::{Carried, Carrier, each, flags, length, list, maybe, whole, word};

/// What is asked. Names of conditions stay at home.
pub(super) fn asked(by: &mut dyn Carrier, catalogue: &mut Catalogue) {
    let Catalogue {
        version: _,
        checked,
        newest,
        unchecked,
        in_open_plan: _,
        sections,
        questions,
        choices,
        conditions,
        offered: _,
    } = catalogue;
    maybe(by, checked);
    maybe(by, newest);
    flags(by, [unchecked]);
    list(by, sections);
    list(by, questions);
    list(by, choices);
    place(by, sections, questions, choices);
    let known = Known { choices: choices.len(), conditions: conditions.len() };
    conditions_of(by, conditions, known);
    let known = Known { conditions: conditions.len(), ..known };
    questions.iter_mut().for_each(|question| rule(by, &mut question.rule, known));
}

/// What is offered.
pub(super) fn offered(by: &mut dyn Carrier, catalogue: &Catalogue, offered: &mut Offered) {
    let known = Known::of(catalogue);
    let Offered { topics, supports, warnings, site: _ } = offered;
    let many = length(by, warnings.len());
    warnings.resize_with(many, String::new);
    list(by, topics);
    let many = length(by, supports.len());
    supports.resize_with(many, blank_support);
    let mut next = 0;
    for (index, topic) in topics.iter_mut().enumerate() {
        topic.supports = run(by, &mut next, topic.supports.len(), SupportId::at);
        for id in &topic.supports {
            if let Some(support) = supports.get_mut(id.index()) {
                support.topic = TopicId::at(index);
            }
        }
    }
    if next != supports.len() {
        by.refuse();
    }
    supports_of(by, supports, known, warnings.len());
}

/// How many of each an id may stand for.
#[derive(Clone, Copy)]
pub(super) struct Known {
    choices: usize,
    conditions: usize,
}

impl Known {
    /// All of this catalogue.
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        Self { choices: catalogue.choices.len(), conditions: catalogue.conditions.len() }
    }
}

/// The questions of each section, and the choices of each question, are those that follow.
fn place(by: &mut dyn Carrier, sections: &mut [Section], questions: &mut [Question], choices: &mut [Choice]) {
    let (mut question, mut choice) = (0, 0);
    for (index, section) in sections.iter_mut().enumerate() {
        section.questions = run(by, &mut question, section.questions.len(), QuestionId::at);
        for id in &section.questions {
            if let Some(question) = questions.get_mut(id.index()) {
                question.section = SectionId::at(index);
            }
        }
    }
    for (index, question) in questions.iter_mut().enumerate() {
        question.choices = run(by, &mut choice, question.choices.len(), ChoiceId::at);
        for id in &question.choices {
            if let Some(choice) = choices.get_mut(id.index()) {
                choice.question = QuestionId::at(index);
            }
        }
    }
    if (question, choice) != (questions.len(), choices.len()) {
        by.refuse();
    }
}

/// So many of those that follow.
fn run<T>(by: &mut dyn Carrier, next: &mut usize, many: usize, id: fn(usize) -> T) -> Vec<T> {
    let mut number = many as u32;
    by.number(&mut number);
    let first = *next;
    *next = first.saturating_add(number as usize).min(crate::catalogue::MOST);
    (first..*next).map(id).collect()
}

/// Each may name only those before it.
fn conditions_of(by: &mut dyn Carrier, conditions: &mut Vec<NamedCondition>, known: Known) {
    let many = length(by, conditions.len());
    conditions.resize_with(many, NamedCondition::default);
    for (index, named) in conditions.iter_mut().enumerate() {
        word(by, &mut named.about);
        cases(by, &mut named.condition.cases, Known { conditions: index, ..known });
    }
}

/// What a site adds to this catalogue: itself, and supports of its own, each with its topic.
pub(super) fn site(by: &mut dyn Carrier, shared: &Offered, known: Known, site: &mut Site, own: &mut Vec<Support>) {
    let Site { name, area, people, services, hidden, own: _ } = site;
    by.text(name);
    choice_if_any(by, area, known);
    each(by, own, blank_support, |by, it| {
        id(by, &mut it.topic, TopicId::index, TopicId::at, shared.topics.len());
        supports_of(by, std::slice::from_mut(it), known, shared.warnings.len());
    });
    let supports = shared.supports.len() + own.len();
    each(by, people, Person::default, |by, person| {
        list(by, &mut person.contacts);
        support_ids(by, &mut person.concerns, supports);
    });
    each(by, services, blank_service, |by, service| {
        id(by, &mut service.support, SupportId::index, SupportId::at, supports);
        list(by, &mut service.contacts);
    });
    support_ids(by, hidden, supports);
}

fn blank_service() -> LocalService {
    LocalService { support: SupportId::at(0), contacts: Vec::new() }
}

fn support_ids(by: &mut dyn Carrier, ids: &mut Vec<SupportId>, among: usize) {
    let many = length(by, ids.len());
    ids.resize(many, SupportId::at(0));
    ids.iter_mut().for_each(|one| id(by, one, SupportId::index, SupportId::at, among));
}

/// Field by field, and not support by support: what is alike stands together, and packs better.
fn supports_of(by: &mut dyn Carrier, all: &mut [Support], known: Known, warnings: usize) {
    for it in &mut *all {
        // All by name, so that a field that nobody carries is found by the compiler.
        let Support {
            name,
            tier,
            about,
            cost,
            urgent,
            ask_yourself,
            ahead,
            topic: _,
            rule: _,
            soon: _,
            warnings: _,
            goals: _,
            ways: _,
            contacts: _,
            also: _,
            checked: _,
            review: _,
        } = it;
        by.text(name);
        word(by, tier);
        word(by, about);
        word(by, cost);
        flags(by, [urgent, ask_yourself]);
        whole(by, ahead);
    }
    for it in &mut *all {
        rule(by, &mut it.rule, known);
    }
    for it in &mut *all {
        each(by, &mut it.soon, Soon::default, |by, soon| {
            lines(by, &mut soon.case.lines, known);
            flags(by, [&mut soon.danger]);
            whole(by, &mut soon.within);
        });
        each(by, &mut it.warnings, blank_warning, |by, warning| {
            id(by, &mut warning.says, WarningId::index, WarningId::at, warnings);
            condition_if_any(by, &mut warning.unless, known);
        });
        choice_ids(by, &mut it.goals, known);
    }
    for it in &mut *all {
        list(by, &mut it.ways);
    }
    for it in all {
        list(by, &mut it.contacts);
        list(by, &mut it.also);
        maybe(by, &mut it.checked);
        maybe(by, &mut it.review);
    }
}

fn blank_warning() -> Warning {
    Warning { says: WarningId::at(0), unless: None }
}

fn rule(by: &mut dyn Carrier, rule: &mut Rule, known: Known) {
    for half in [&mut rule.when, &mut rule.unless] {
        let mut there = half.is_some();
        flags(by, [&mut there]);
        if there { cases(by, &mut half.get_or_insert_default().cases, known) } else { *half = None }
    }
}

fn cases(by: &mut dyn Carrier, cases: &mut Vec<Case>, known: Known) {
    each(by, cases, Case::default, |by, case| lines(by, &mut case.lines, known));
}

fn lines(by: &mut dyn Carrier, lines: &mut Vec<Line>, known: Known) {
    each(by, lines, || blank_line(0), |by, it| line(by, it, known));
}

fn line(by: &mut dyn Carrier, line: &mut Line, known: Known) {
    let mut kind = match line {
        Line::Any(_) => 0,
        Line::All(_) => 1,
        Line::None(_) => 2,
        Line::Age(_) => 3,
        Line::Is(_) => 4,
        Line::IsNot(_) => 5,
        Line::AnyChild(_) => 6,
        Line::NotSurely(_) => 7,
    };
    let before = kind;
    by.number(&mut kind);
    if kind != before {
        *line = blank_line(kind);
    }
    match line {
        Line::Any(choices) | Line::All(choices) | Line::None(choices) => choice_ids(by, choices, known),
        Line::Age(span) => span.carry(by),
        Line::Is(named) | Line::IsNot(named) | Line::AnyChild(named) | Line::NotSurely(named) => {
            id(by, named, ConditionId::index, ConditionId::at, known.conditions);
        }
    }
    if kind > 7 {
        by.refuse();
    }
}

fn blank_line(kind: u32) -> Line {
    let named = ConditionId::at(0);
    match kind {
        1 => Line::All(Vec::new()),
        2 => Line::None(Vec::new()),
        3 => Line::Age(AgeSpan::default()),
        4 => Line::Is(named),
        5 => Line::IsNot(named),
        6 => Line::AnyChild(named),
        7 => Line::NotSurely(named),
        _ => Line::Any(Vec::new()),
    }
}

fn choice_ids(by: &mut dyn Carrier, ids: &mut Vec<ChoiceId>, known: Known) {
    let many = length(by, ids.len());
    ids.resize(many, ChoiceId::at(0));
    ids.iter_mut().for_each(|one| id(by, one, ChoiceId::index, ChoiceId::at, known.choices));
}

fn condition_if_any(by: &mut dyn Carrier, named: &mut Option<ConditionId>, known: Known) {
    id_if_any(by, named, ConditionId::index, ConditionId::at, known.conditions);
}

fn choice_if_any(by: &mut dyn Carrier, choice: &mut Option<ChoiceId>, known: Known) {
    id_if_any(by, choice, ChoiceId::index, ChoiceId::at, known.choices);
}

/// An id that may be missing: one more than its place, or nothing.
fn id_if_any<T: Copy>(
    by: &mut dyn Carrier,
    id: &mut Option<T>,
    index: fn(T) -> usize,
    at: fn(usize) -> T,
    among: usize,
) {
    let mut number = id.map_or(0, |id| index(id) as u32 + 1);
    by.number(&mut number);
    if number as usize > among {
        by.refuse();
    }
    *id = (number > 0).then(|| at(number as usize - 1));
}

/// An id, which is a place among so many.
fn id<T: Copy>(by: &mut dyn Carrier, id: &mut T, index: fn(T) -> usize, at: fn(usize) -> T, among: usize) {
    let mut place = index(*id) as u32;
    by.number(&mut place);
    if place as usize >= among {
        by.refuse();
    }
    *id = at(place as usize);
}

impl Carried for Section {
    fn blank() -> Self {
        Self { name: String::new(), has_door: false, questions: Vec::new() }
    }

    fn carry(&mut self, by: &mut dyn Carrier) {
        let Self { name, has_door, questions: _ } = self;
        by.text(name);
        flags(by, [has_door]);
    }
}

impl Carried for Question {
    fn blank() -> Self {
        Self {
            name: String::new(),
            section: SectionId::at(0),
            about: About::Family,
            kind: Kind::One,
            sensitive: false,
            quiet: false,
            essential: false,
            asked: Asked::OnPath,
            joins: false,
            lifts: false,
            sheet: None,
            rule: Rule::default(),
            choices: Vec::new(),
        }
    }

    fn carry(&mut self, by: &mut dyn Carrier) {
        let Self {
            name,
            about,
            kind,
            sensitive,
            quiet,
            essential,
            asked,
            joins,
            lifts,
            sheet,
            section: _,
            rule: _,
            choices: _,
        } = self;
        by.text(name);
        word(by, about);
        word(by, kind);
        word(by, asked);
        flags(by, [sensitive, quiet, joins, lifts, essential]);
        maybe(by, sheet);
    }
}

impl Carried for Choice {
    fn blank() -> Self {
        Self {
            name: String::new(),
            question: QuestionId::at(0),
            picture: String::new(),
            alone: false,
            unsure: false,
            urgent: false,
            usual: false,
            private: false,
            part: None,
            prefers: Vec::new(),
            born: None,
        }
    }

    fn carry(&mut self, by: &mut dyn Carrier) {
        let Self { name, question: _, picture, alone, unsure, urgent, usual, private, part, prefers, born } = self;
        by.text(name);
        by.text(picture);
        flags(by, [alone, unsure, urgent, usual, private]);
        maybe(by, part);
        list(by, prefers);
        maybe(by, born);
    }
}

impl Carried for Topic {
    fn blank() -> Self {
        Self { name: String::new(), group: TopicGroup::Family, picture: String::new(), supports: Vec::new() }
    }

    fn carry(&mut self, by: &mut dyn Carrier) {
        let Self { name, group, picture, supports: _ } = self;
        by.text(name);
        word(by, group);
        by.text(picture);
    }
}

fn blank_support() -> Support {
    Support {
        name: String::new(),
        topic: TopicId::at(0),
        tier: Tier::Universal,
        about: About::Family,
        urgent: false,
        ahead: 0,
        rule: Rule::default(),
        soon: Vec::new(),
        warnings: Vec::new(),
        goals: Vec::new(),
        ways: Vec::new(),
        ask_yourself: false,
        cost: Cost::Free,
        contacts: Vec::new(),
        also: Vec::new(),
        checked: None,
        review: None,
    }
}

impl Carried for Contact {
    fn blank() -> Self {
        Self::default()
    }

    fn carry(&mut self, by: &mut dyn Carrier) {
        let Self { means, to, word: send } = self;
        word(by, means);
        by.text(to);
        if *means == Means::Text {
            by.text(send);
        }
    }
}

impl Carried for AgeSpan {
    fn blank() -> Self {
        Self::default()
    }

    fn carry(&mut self, by: &mut dyn Carrier) {
        let Self { from, until } = self;
        maybe(by, from);
        maybe(by, until);
    }
}

impl Carried for Milestone {
    fn blank() -> Self {
        Self::Age(0)
    }

    fn carry(&mut self, by: &mut dyn Carrier) {
        let (mut kind, mut age) = match *self {
            Self::Age(age) => (0, age),
            Self::TermAfter(age) => (1, age),
            Self::SeptemberAfter(age) => (2, age),
        };
        by.number(&mut kind);
        whole(by, &mut age);
        *self = match kind {
            0 => Self::Age(age),
            1 => Self::TermAfter(age),
            2 => Self::SeptemberAfter(age),
            _ => return by.refuse(),
        };
    }
}

impl Carried for Day {
    fn blank() -> Self {
        Self::UNKNOWN
    }

    fn carry(&mut self, by: &mut dyn Carrier) {
        let (mut year, month, day) = (self.month().year(), self.month().number(), self.day_of_month());
        let mut rest = u32::from(month) * 32 + u32::from(day);
        whole(by, &mut year);
        by.number(&mut rest);
        match Self::new(year, (rest / 32) as u8, (rest % 32) as u8) {
            Some(read) => *self = read,
            None => by.refuse(),
        }
    }
}

macro_rules! words_are_carried {
    ($($kind:ident = $blank:ident),*) => {$(
        impl Carried for $kind {
            fn blank() -> Self {
                Self::$blank
            }

            fn carry(&mut self, by: &mut dyn Carrier) {
                word(by, self);
            }
        }
    )*};
}

words_are_carried!(SheetPart = Strengths, Way = Phone);

impl<T: Carried> Carried for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn carry(&mut self, by: &mut dyn Carrier) {
        list(by, self);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::carrier::{Reader, Writer};

    fn written(write: impl FnOnce(&mut dyn Carrier)) -> Vec<u8> {
        let mut writer = Writer::new(&[]);
        write(&mut writer);
        writer.finish()
    }

    /// Whether what is written so is read whole.
    fn is_read(write: impl FnOnce(&mut dyn Carrier), read: impl FnOnce(&mut dyn Carrier)) -> bool {
        let part = written(write);
        let mut reader = Reader::new(&part, &[]);
        read(&mut reader);
        reader.is_whole()
    }

    const KNOWN: Known = Known { choices: 2, conditions: 2 };

    #[test]
    fn a_choice_or_condition_that_is_not_there_is_refused() {
        let (here, gone) = (ChoiceId::at(1), ChoiceId::at(2));
        let (known, unknown) = (ConditionId::at(1), ConditionId::at(2));
        for (told, is_there) in [
            (Line::Any(vec![here]), true),
            (Line::Any(vec![here, gone]), false),
            (Line::All(vec![gone]), false),
            (Line::None(vec![gone]), false),
            (Line::Is(known), true),
            (Line::Is(unknown), false),
            (Line::IsNot(unknown), false),
            (Line::AnyChild(unknown), false),
            (Line::NotSurely(known), true),
            (Line::NotSurely(unknown), false),
        ] {
            let mut read = blank_line(0);
            let read_so = is_read(|by| line(by, &mut told.clone(), KNOWN), |by| line(by, &mut read, KNOWN));
            assert_eq!(read_so, is_there, "{told:?}");
            assert!(!is_there || read == told);
        }
    }

    #[test]
    fn a_line_of_a_kind_that_there_is_not_is_refused() {
        for (kind, there) in [(7, true), (8, false), (9, false), (u32::MAX, false)] {
            let write = |by: &mut dyn Carrier| [kind, 0].iter().for_each(|number| by.number(&mut number.to_owned()));
            assert_eq!(is_read(write, |by| line(by, &mut blank_line(0), KNOWN)), there, "{kind}");
        }
    }

    #[test]
    fn a_warning_may_have_no_condition_and_none_that_is_not_there() {
        for (number, read) in [(0, Some(None)), (1, Some(Some(0))), (2, Some(Some(1))), (3, None)] {
            let mut named = Some(ConditionId::at(9));
            let is_there =
                is_read(|by| by.number(&mut number.to_owned()), |by| condition_if_any(by, &mut named, KNOWN));
            assert_eq!(is_there.then_some(named.map(ConditionId::index)), read, "{number}");
        }
    }

    #[test]
    fn a_warning_that_is_not_there_is_refused() {
        let mut told = Support { warnings: vec![Warning { says: WarningId::at(1), unless: None }], ..blank_support() };
        for (warnings, there) in [(2, true), (1, false)] {
            let is_there = is_read(
                |by| supports_of(by, std::slice::from_mut(&mut told), KNOWN, 2),
                |by| supports_of(by, &mut [blank_support()], KNOWN, warnings),
            );
            assert_eq!(is_there, there, "of {warnings}");
        }
    }

    #[test]
    fn a_condition_names_only_those_before_it() {
        let named = |lines: Vec<Line>| NamedCondition {
            condition: crate::catalogue::Condition { cases: vec![Case { lines }] },
            ..NamedCondition::default()
        };
        for (second, there) in [(Line::Is(ConditionId::at(0)), true), (Line::Is(ConditionId::at(1)), false)] {
            let mut told = vec![named(Vec::new()), named(vec![second])];
            let known = Known { choices: 0, conditions: 2 };
            let read =
                is_read(|by| conditions_of(by, &mut told, known), |by| conditions_of(by, &mut Vec::new(), known));
            assert_eq!(read, there);
        }
    }

    #[test]
    fn a_milestone_of_a_kind_that_there_is_not_is_refused() {
        for (kind, there) in [(0, true), (2, true), (3, false), (u32::MAX, false)] {
            let write = |by: &mut dyn Carrier| [kind, 24].iter().for_each(|number| by.number(&mut number.to_owned()));
            assert_eq!(is_read(write, |by| Milestone::blank().carry(by)), there, "{kind}");
        }
    }

    #[test]
    fn a_run_of_more_than_any_catalogue_holds_is_cut_there() {
        for (many, next) in [(3, 5), (u32::MAX, crate::catalogue::MOST)] {
            let part = written(|by| by.number(&mut many.to_owned()));
            let mut from = 2;
            let ids = run(&mut Reader::new(&part, &[]), &mut from, 0, QuestionId::at);
            assert_eq!((from, ids.len()), (next, next - 2), "{many}");
        }
    }

    #[test]
    fn a_day_that_no_calendar_has_is_refused() {
        for (rest, there) in
            [(2 * 32 + 28, true), (2 * 32 + 29, false), (13 * 32 + 1, false), (32, false), (u32::MAX, false)]
        {
            let write = |by: &mut dyn Carrier| {
                whole(by, &mut 2026);
                by.number(&mut rest.to_owned());
            };
            assert_eq!(is_read(write, |by| Day::blank().carry(by)), there, "{rest}");
        }
    }

    #[test]
    fn sections_and_questions_hold_all_questions_and_choices_and_no_more() {
        let section =
            |many: usize| Section { questions: (0..many).map(QuestionId::at).collect(), ..Section::default() };
        for (many, there) in [(2, true), (1, false), (3, false)] {
            let (mut told, mut read) = ([section(many)], [section(0)]);
            let asked = || [Question::blank(), Question::blank()];
            let is_there = is_read(
                |by| place(by, &mut told, &mut asked(), &mut []),
                |by| place(by, &mut read, &mut asked(), &mut []),
            );
            assert_eq!(is_there, there, "{many} of two questions");
        }
    }
}
