//! Names become ids, and what is said goes to the texts. What leads nowhere is left out and named.

use std::collections::BTreeMap;

use crate::catalogue::{
    Asked, Case, Catalogue, Choice, ChoiceId, Condition, ConditionId, Contact, Line, MOST, Named, NamedCondition,
    Offered, Question, QuestionId, Rule, Section, SectionId, SheetPart, Soon, Support, SupportId, Topic, TopicId,
    Warning, WarningId,
};
use crate::content::Content;
use crate::texts::{
    AlsoTexts, ChoiceTexts, Direction, Door, OfferedTexts, Plurals, QuestionTexts, SectionTexts, SupportTexts, Texts,
    Words,
};
use crate::time::{AgeSpan, Day, Milestone};
use crate::written::{self, Written};

impl Written {
    /// The content, and a sentence for every reference that leads nowhere and everything there is no room for.
    pub fn content(self) -> (Content, Vec<String>) {
        let mut linker = Linker::new(&self);
        self.sections.iter().for_each(|section| linker.section(section));
        self.conditions.iter().for_each(|condition| linker.condition(condition));
        linker.question_rules(&self.sections);
        linker.warnings(&self.hiding, &self.words);
        self.topics.iter().for_each(|topic| linker.topic(topic, &self.hiding));
        linker.content.catalogue.bring(linker.offered);
        linker.content.texts.bring(linker.said);
        (linker.content, linker.problems)
    }
}

struct Linker {
    content: Content,
    offered: Offered,
    said: OfferedTexts,
    choices: BTreeMap<String, ChoiceId>,
    conditions: BTreeMap<String, ConditionId>,
    warnings: BTreeMap<String, WarningId>,
    problems: Vec<String>,
}

impl Linker {
    fn new(written: &Written) -> Self {
        let catalogue = Catalogue {
            version: written.version.clone(),
            checked: Day::parse(&written.checked),
            newest: Day::parse(&written.newest),
            unchecked: written.unchecked,
            ..Catalogue::default()
        };
        let words = Words::new(&written.forms, |key| written.words.get(key).map(String::as_str));
        let form = |number: u32| written.numbers.get(number as usize).copied().unwrap_or_default();
        let direction = if written.right_to_left { Direction::RightToLeft } else { Direction::LeftToRight };
        let (language, plurals) = (written.language.clone(), Plurals::of(form));
        let texts = Texts { language, direction, plurals, words, ..Texts::default() };
        Self {
            content: Content { catalogue, texts },
            offered: Offered::default(),
            said: OfferedTexts::default(),
            choices: BTreeMap::new(),
            conditions: BTreeMap::new(),
            warnings: BTreeMap::new(),
            problems: Vec::new(),
        }
    }

    /// The place of one more thing of a kind; `None`, and a problem, where there is no room for it.
    fn room(&mut self, taken: usize, kind: &str, id: &str) -> Option<usize> {
        if taken >= MOST {
            self.problems.push(format!("there is no room for the {kind} {id}: a catalogue holds {MOST} of a kind"));
        }
        (taken < MOST).then_some(taken)
    }

    fn section(&mut self, section: &written::Section) {
        let Some(index) = self.room(self.content.catalogue.sections.len(), "section", &section.id) else { return };
        let id = SectionId::at(index);
        let questions = section.questions.iter().filter_map(|question| self.question(question, id)).collect();
        let has_door = section.door.is_some();
        self.content.catalogue.sections.push(Section { name: section.id.clone(), has_door, questions });
        self.content
            .texts
            .sections
            .push(SectionTexts { title: section.title.clone(), door: section.door.as_ref().map(door) });
    }

    fn question(&mut self, question: &written::Question, section: SectionId) -> Option<QuestionId> {
        let id = QuestionId::at(self.room(self.content.catalogue.questions.len(), "question", &question.id)?);
        let on_sheet = question.asked == Asked::OnSheet;
        let choices = question.choices.iter().filter_map(|choice| self.choice(choice, id, question, on_sheet));
        let choices = choices.collect();
        let sheet = self.sheet_part(&question.sheet, &question.id);
        self.content.texts.questions.push(said_of(question));
        self.content.catalogue.questions.push(Question {
            name: question.id.clone(),
            section,
            about: question.about,
            kind: question.kind,
            sensitive: question.sensitive,
            quiet: question.quiet,
            essential: question.essential,
            asked: question.asked,
            joins: question.joins,
            lifts: question.lifts,
            sheet,
            rule: Rule::default(),
            choices,
        });
        Some(id)
    }

    fn sheet_part(&mut self, name: &str, of: &str) -> Option<SheetPart> {
        let part = SheetPart::named(name);
        if part.is_none() && !name.is_empty() {
            self.problems.push(format!("{of} names the part {name} of the sheet, which there is not"));
        }
        part
    }

    fn choice(
        &mut self,
        choice: &written::Choice,
        question: QuestionId,
        of: &written::Question,
        on_sheet: bool,
    ) -> Option<ChoiceId> {
        let id = ChoiceId::at(self.room(self.content.catalogue.choices.len(), "choice", &choice.id)?);
        let born = choice.born.as_ref().map(|span| self.span(span, &of.id));
        let part = if on_sheet { self.sheet_part(&choice.id, &of.id) } else { None };
        self.choices.insert(format!("{}.{}", of.id, choice.id), id);
        self.content.texts.choices.push(ChoiceTexts {
            heading: choice.heading.clone(),
            label: choice.label.clone(),
            said: choice.said.clone(),
        });
        self.content.catalogue.choices.push(Choice {
            name: choice.id.clone(),
            question,
            picture: choice.picture.clone(),
            alone: choice.alone,
            unsure: choice.unsure,
            urgent: choice.urgent,
            usual: choice.usual,
            private: choice.private,
            part,
            prefers: choice.prefers.clone(),
            born,
        });
        Some(id)
    }

    fn condition(&mut self, named: &written::Condition) {
        let Some(index) = self.room(self.content.catalogue.conditions.len(), "condition", &named.id) else { return };
        let condition = self.cases(&named.cases, &named.id);
        self.conditions.insert(named.id.clone(), ConditionId::at(index));
        let named = NamedCondition { name: named.id.clone(), about: named.about, condition };
        self.content.catalogue.conditions.push(named);
    }

    fn question_rules(&mut self, sections: &[written::Section]) {
        let written = sections.iter().flat_map(|section| &section.questions);
        for (index, question) in written.enumerate().take(self.content.catalogue.questions.len()) {
            let rule = self.rule(&question.ask_when, &question.ask_unless, &question.id);
            self.content.catalogue.questions[index].rule = rule;
        }
    }

    /// Every warning once, in the order of the tags that first have it.
    fn warnings(&mut self, hiding: &[written::Hiding], words: &BTreeMap<String, String>) {
        for key in hiding.iter().map(|hiding| &hiding.warn).filter(|key| !key.is_empty()) {
            if !self.warnings.contains_key(key) {
                self.warnings.insert(key.clone(), WarningId::at(self.offered.warnings.len()));
                self.offered.warnings.push(key.clone());
                self.said.warnings.push(words.get(key).cloned().unwrap_or_default());
            }
        }
    }

    fn topic(&mut self, topic: &written::Topic, hiding: &[written::Hiding]) {
        let Some(index) = self.room(self.offered.topics.len(), "topic", &topic.id) else { return };
        let id = TopicId::at(index);
        let supports = topic.supports.iter().filter_map(|support| self.support(support, id, hiding)).collect();
        self.said.topics.push(topic.name.clone());
        let (name, picture) = (topic.id.clone(), topic.picture.clone());
        self.offered.topics.push(Topic { name, group: topic.group, picture, supports });
    }

    fn support(&mut self, support: &written::Support, topic: TopicId, hiding: &[written::Hiding]) -> Option<SupportId> {
        let id = SupportId::at(self.room(self.offered.supports.len(), "support", &support.id)?);
        let mut rule = self.rule(&support.offer_when, &support.offer_unless, &support.id);
        let own = || hiding.iter().filter(|hiding| support.tags.contains(&hiding.tag));
        for hidden in own().filter_map(|hiding| self.hidden_by(hiding, &support.id)).collect::<Vec<_>>() {
            rule.unless.get_or_insert_default().cases.push(hidden);
        }
        let warnings = own().filter_map(|hiding| self.warning(hiding, &support.id)).collect();
        let soon = support.soon.iter().map(|soon| self.soon(soon, &support.id)).collect();
        let goals = self.choices(&support.goals, &support.id);
        self.said.supports.push(said_of_support(support));
        self.offered.supports.push(Support { rule, soon, warnings, goals, ..without_names(support, topic) });
        Some(id)
    }

    /// The case in which a tag hides, if it ever does.
    fn hidden_by(&mut self, hiding: &written::Hiding, of: &str) -> Option<Case> {
        let when = Line::Is(self.find_condition_if_any(&hiding.when, of)?);
        let except = self.find_condition_if_any(&hiding.except, of).map(Line::NotSurely);
        Some(Case { lines: std::iter::once(when).chain(except).collect() })
    }

    fn warning(&mut self, hiding: &written::Hiding, of: &str) -> Option<Warning> {
        let unless = self.find_condition_if_any(&hiding.warn_unless, of);
        self.warnings.get(&hiding.warn).map(|&says| Warning { says, unless })
    }

    fn soon(&mut self, soon: &written::Soon, of: &str) -> Soon {
        let lines = soon.lines.iter().filter_map(|line| self.line(line, of)).collect();
        Soon { case: Case { lines }, danger: soon.danger, within: soon.within }
    }

    fn find_condition_if_any(&mut self, name: &str, of: &str) -> Option<ConditionId> {
        if name.is_empty() { None } else { self.find_condition(name, of) }
    }

    fn rule(&mut self, when: &[written::Case], unless: &[written::Case], of: &str) -> Rule {
        let mut some = |cases: &[written::Case]| (!cases.is_empty()).then(|| self.cases(cases, of));
        Rule { when: some(when), unless: some(unless) }
    }

    fn cases(&mut self, cases: &[written::Case], of: &str) -> Condition {
        let mut case = |case: &written::Case| case.lines.iter().filter_map(|line| self.line(line, of)).collect();
        Condition { cases: cases.iter().map(|written| Case { lines: case(written) }).collect() }
    }

    fn line(&mut self, line: &written::Line, of: &str) -> Option<Line> {
        Some(match line {
            written::Line::Any(names) => Line::Any(self.choices(names, of)),
            written::Line::All(names) => Line::All(self.choices(names, of)),
            written::Line::None(names) => Line::None(self.choices(names, of)),
            written::Line::Age(span) => Line::Age(self.span(span, of)),
            written::Line::Is(name) => Line::Is(self.find_condition(name, of)?),
            written::Line::IsNot(name) => Line::IsNot(self.find_condition(name, of)?),
            written::Line::AnyChild(name) => Line::AnyChild(self.find_condition(name, of)?),
        })
    }

    fn choices(&mut self, names: &[String], of: &str) -> Vec<ChoiceId> {
        names.iter().filter_map(|name| self.find_choice(name, of)).collect()
    }

    fn find_choice(&mut self, name: &str, of: &str) -> Option<ChoiceId> {
        let found = self.choices.get(name).copied();
        if found.is_none() {
            self.problems.push(format!("{of} names the choice {name}, which no question has"));
        }
        found
    }

    fn find_condition(&mut self, name: &str, of: &str) -> Option<ConditionId> {
        let found = self.conditions.get(name).copied();
        if found.is_none() {
            self.problems.push(format!("{of} names the condition {name}, which does not stand before it"));
        }
        found
    }

    fn span(&mut self, span: &written::Span, of: &str) -> AgeSpan {
        AgeSpan { from: self.milestone(span.from.as_deref(), of), until: self.milestone(span.until.as_deref(), of) }
    }

    fn milestone(&mut self, text: Option<&str>, of: &str) -> Option<Milestone> {
        let text = text?;
        let milestone = Milestone::parse(text);
        if milestone.is_none() {
            self.problems.push(format!("{of} names the milestone \"{text}\", which cannot be read"));
        }
        milestone
    }
}

fn door(door: &written::Door) -> Door {
    let written::Door { title, text, open, skip } = door.clone();
    Door { title, text, open, skip }
}

fn said_of(question: &written::Question) -> QuestionTexts {
    QuestionTexts {
        text: question.text.clone(),
        help: question.help.clone(),
        why: question.why.clone(),
        said: question.said.clone(),
        written: question.written.clone(),
    }
}

/// A support without whatever it names: its rule, its clocks, its warnings and the wishes that it serves.
pub(super) fn without_names(support: &written::Support, topic: TopicId) -> Support {
    Support {
        name: support.id.clone(),
        topic,
        tier: support.kind,
        about: support.about,
        urgent: support.urgent,
        ahead: support.ahead,
        rule: Rule::default(),
        soon: Vec::new(),
        warnings: Vec::new(),
        goals: Vec::new(),
        ways: support.ways.clone(),
        ask_yourself: support.ask_yourself,
        cost: support.cost,
        contacts: contacts([&support.phone, &support.text, &support.email, &support.url]),
        also: support.also.iter().map(|also| contacts([&also.phone, &also.text, &also.email, &also.url])).collect(),
        checked: Day::parse(&support.checked),
        review: Day::parse(&support.review),
    }
}

pub(super) fn said_of_support(support: &written::Support) -> SupportTexts {
    SupportTexts {
        name: support.name.clone(),
        what: support.what.clone(),
        who: support.who.clone(),
        one_of: support.one_of.clone(),
        found_by: support.found_by.clone(),
        all_of: support.all_of.clone(),
        how: support.how.clone(),
        hours: support.hours.clone(),
        questions: support.questions.clone(),
        soon: support.soon.iter().map(|soon| soon.says.clone()).collect(),
        also: support.also.iter().map(|also| AlsoTexts { name: also.name.clone(), says: also.says.clone() }).collect(),
    }
}

/// Phone, text line, mailbox and website, where there are any.
pub(super) fn contacts([phone, text, mailbox, url]: [&String; 4]) -> Vec<Contact> {
    let some = |to: &String, contact: fn(&str) -> Contact| (!to.is_empty()).then(|| contact(to));
    let all = [some(phone, Contact::call), Contact::text(text), some(mailbox, Contact::mail), some(url, Contact::web)];
    all.into_iter().flatten().collect()
}
