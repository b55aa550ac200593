//! Reading a pack: names become ids, and what leads nowhere is left out and named.

use crate::content::looks::Looks;
use crate::content::{
    Case, Choice, ChoiceId, Condition, ConditionId, Content, Line, MOST, Named, NamedCondition, Question, QuestionId,
    Rule, Section, SectionId, Soon, Support, SupportId, Topic, TopicId, Warning,
};
use crate::milestone::{AgeSpan, Milestone};
use crate::month::Day;
use crate::pack::{self, About, Kind, Pack};
use crate::words::Words;

impl Content {
    /// Turns names into ids. References that lead nowhere are left out and named.
    pub fn from_pack(pack: Pack) -> (Self, Vec<String>) {
        let content = Self {
            version: pack.version,
            language: pack.language,
            checked: Day::parse(&pack.checked),
            newest: Day::parse(&pack.newest),
            unchecked: pack.unchecked,
            words: Words::new(pack.words),
            ..Self::default()
        };
        let mut reader = Reader { content, problems: Vec::new() };
        pack.sections.iter().for_each(|section| reader.name_section(section));
        pack.conditions.iter().for_each(|condition| reader.condition(condition));
        reader.question_rules(&pack.sections);
        pack.topics.into_iter().for_each(|topic| reader.topic(topic, &pack.hiding));
        reader.content.looks = Looks::of(&reader.content);
        (reader.content, reader.problems)
    }
}

struct Reader {
    content: Content,
    problems: Vec<String>,
}

impl Reader {
    /// The place of one more thing of a kind; `None`, and a problem, where there is no room for it.
    fn room(&mut self, taken: usize, kind: &str, id: &str) -> Option<usize> {
        if taken >= MOST {
            self.problems.push(format!("there is no room for the {kind} {id}: a pack holds {MOST} of a kind"));
        }
        (taken < MOST).then_some(taken)
    }

    fn name_section(&mut self, section: &pack::Section) {
        let Some(index) = self.room(self.content.sections.len(), "section", &section.id) else { return };
        let id = SectionId::at(index);
        let questions = section.questions.iter().filter_map(|question| self.name_question(question, id)).collect();
        self.content.sections.push(Section {
            name: section.id.clone(),
            title: section.title.clone(),
            door: section.door.clone(),
            questions,
        });
    }

    fn name_question(&mut self, question: &pack::Question, section: SectionId) -> Option<QuestionId> {
        let id = QuestionId::at(self.room(self.content.questions.len(), "question", &question.id)?);
        let choices = question.choices.iter().filter_map(|choice| self.name_choice(choice, id, &question.id)).collect();
        if question.kind == Kind::Month && question.about == About::Child {
            self.content.born.get_or_insert(id);
        }
        self.content.by_name.insert(question.id.clone(), Named::Question(id));
        self.content.questions.push(Question {
            name: question.id.clone(),
            section,
            about: question.about,
            kind: question.kind,
            text: question.text.clone(),
            help: question.help.clone(),
            why: question.why.clone(),
            said: question.said.clone(),
            written: question.written.clone(),
            sensitive: question.sensitive,
            quiet: question.quiet,
            asked: question.asked,
            joins: question.joins,
            lifts: question.lifts,
            sheet: question.sheet.clone(),
            rule: Rule::default(),
            choices,
        });
        Some(id)
    }

    fn name_choice(&mut self, choice: &pack::Choice, question: QuestionId, of: &str) -> Option<ChoiceId> {
        let id = ChoiceId::at(self.room(self.content.choices.len(), "choice", &choice.id)?);
        let said = if choice.said.is_empty() { &choice.label } else { &choice.said };
        self.content.by_name.insert(format!("{of}.{}", choice.id), Named::Choice(id));
        let born = choice.born.as_ref().map(|span| self.span(span, of));
        self.content.choices.push(Choice {
            name: choice.id.clone(),
            question,
            heading: choice.heading.clone(),
            label: choice.label.clone(),
            said: said.clone(),
            alone: choice.alone,
            unsure: choice.unsure,
            urgent: choice.urgent,
            usual: choice.usual,
            private: choice.private,
            prefers: choice.prefers.clone(),
            born,
        });
        Some(id)
    }

    fn condition(&mut self, named: &pack::Condition) {
        let Some(index) = self.room(self.content.conditions.len(), "condition", &named.id) else { return };
        let (id, condition) = (ConditionId::at(index), self.cases(&named.cases, &named.id));
        self.content.by_name.insert(format!("={}", named.id), Named::Condition(id));
        self.content.conditions.push(NamedCondition { name: named.id.clone(), about: named.about, condition });
    }

    fn question_rules(&mut self, sections: &[pack::Section]) {
        let written = sections.iter().flat_map(|section| &section.questions);
        for (index, question) in written.enumerate().take(self.content.questions.len()) {
            let rule = self.rule(&question.ask_when, &question.ask_unless, &question.id);
            self.content.questions[index].rule = rule;
        }
    }

    fn topic(&mut self, topic: pack::Topic, hiding: &[pack::Hiding]) {
        let Some(index) = self.room(self.content.topics.len(), "topic", &topic.id) else { return };
        let id = TopicId::at(index);
        let supports = topic.supports.into_iter().filter_map(|support| self.support(support, id, hiding)).collect();
        self.content.topics.push(Topic {
            name: topic.id,
            title: topic.name,
            group: topic.group,
            picture: topic.picture,
            supports,
        });
    }

    fn support(&mut self, text: pack::Support, topic: TopicId, hiding: &[pack::Hiding]) -> Option<SupportId> {
        let id = SupportId::at(self.room(self.content.supports.len(), "support", &text.id)?);
        let mut rule = self.rule(&text.offer_when, &text.offer_unless, &text.id);
        let own = || hiding.iter().filter(|hiding| text.tags.contains(&hiding.tag));
        for hidden in own().filter_map(|hiding| self.hidden_by(hiding, &text.id)).collect::<Vec<_>>() {
            rule.unless.get_or_insert_default().cases.push(hidden);
        }
        let warnings = own().filter_map(|hiding| self.warning(hiding, &text.id)).collect();
        let soon = text.soon.iter().map(|soon| self.soon(soon, &text.id)).collect();
        let goals = self.choices(&text.goals, &text.id);
        let review = Day::parse(&text.review);
        self.content.by_name.insert(format!("+{}", text.id), Named::Support(id));
        let (about, tier, urgent, ahead) = (text.about, text.kind, text.urgent, text.ahead);
        let text = Box::new(text);
        let support = Support { text, topic, about, tier, urgent, ahead, rule, soon, warnings, goals, review };
        self.content.supports.push(support);
        Some(id)
    }

    /// The case in which a tag hides, if it ever does.
    fn hidden_by(&mut self, hiding: &pack::Hiding, of: &str) -> Option<Case> {
        let when = Line::Is(self.find_condition_if_any(&hiding.when, of)?);
        let except = self.find_condition_if_any(&hiding.except, of).map(Line::NotSurely);
        Some(Case { lines: std::iter::once(when).chain(except).collect() })
    }

    fn warning(&mut self, hiding: &pack::Hiding, of: &str) -> Option<Warning> {
        let unless = self.find_condition_if_any(&hiding.warn_unless, of);
        (!hiding.warn.is_empty()).then(|| Warning { word: hiding.warn.clone(), unless })
    }

    fn soon(&mut self, soon: &pack::Soon, of: &str) -> Soon {
        let lines = soon.lines.iter().filter_map(|line| self.line(line, of)).collect();
        Soon { case: Case { lines }, danger: soon.danger, within: soon.within }
    }

    fn find_condition_if_any(&mut self, name: &str, of: &str) -> Option<ConditionId> {
        if name.is_empty() { None } else { self.find_condition(name, of) }
    }

    fn rule(&mut self, when: &[pack::Case], unless: &[pack::Case], of: &str) -> Rule {
        let mut some = |cases: &[pack::Case]| (!cases.is_empty()).then(|| self.cases(cases, of));
        Rule { when: some(when), unless: some(unless) }
    }

    fn cases(&mut self, cases: &[pack::Case], of: &str) -> Condition {
        let mut case = |case: &pack::Case| case.lines.iter().filter_map(|line| self.line(line, of)).collect();
        Condition { cases: cases.iter().map(|written| Case { lines: case(written) }).collect() }
    }

    fn line(&mut self, line: &pack::Line, of: &str) -> Option<Line> {
        Some(match line {
            pack::Line::Any(names) => Line::Any(self.choices(names, of)),
            pack::Line::All(names) => Line::All(self.choices(names, of)),
            pack::Line::None(names) => Line::None(self.choices(names, of)),
            pack::Line::Age(span) => Line::Age(self.span(span, of)),
            pack::Line::Is(name) => Line::Is(self.find_condition(name, of)?),
            pack::Line::IsNot(name) => Line::IsNot(self.find_condition(name, of)?),
            pack::Line::AnyChild(name) => Line::AnyChild(self.find_condition(name, of)?),
        })
    }

    fn choices(&mut self, names: &[String], of: &str) -> Vec<ChoiceId> {
        names.iter().filter_map(|name| self.find_choice(name, of)).collect()
    }

    fn find_choice(&mut self, name: &str, of: &str) -> Option<ChoiceId> {
        let found = self.content.choice_named(name);
        if found.is_none() {
            self.problems.push(format!("{of} names the choice {name}, which no question has"));
        }
        found
    }

    fn find_condition(&mut self, name: &str, of: &str) -> Option<ConditionId> {
        let found = self.content.condition_named(name);
        if found.is_none() {
            self.problems.push(format!("{of} names the condition {name}, which does not stand before it"));
        }
        found
    }

    fn span(&mut self, span: &pack::Span, of: &str) -> AgeSpan {
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
