//! Whether something applies to somebody, and why: yes because …, maybe if …, no because ….
//!
//! Verdicts combine as Kleene's three-valued logic. A question that was not answered, was skipped, or whose
//! answer the parent would rather not give, is unknown: it never makes a yes and never makes a no.

use crate::answers::{Answer, Answers, ChildKey, Who};
use crate::content::{Case, ChoiceId, Condition, Content, Line, QuestionId, Rule};
use crate::milestone::{AgeSpan, Standing, Start};
use crate::month::{Day, Month};

/// A tick, and whom it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tick {
    /// What was ticked.
    pub choice: ChoiceId,
    /// About whom.
    pub who: Who,
}

/// A question about somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asking {
    /// What is asked.
    pub question: QuestionId,
    /// About whom.
    pub who: Who,
}

/// Why something applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Because {
    /// The ticks that made it so, in the order they are asked, each once.
    pub ticks: Vec<Tick>,
    /// A child's age had a part in it.
    pub age: bool,
    /// When it begins.
    pub start: Start,
    /// It ends in this very month, on a birthday whose day is not known.
    pub ends_this_month: bool,
}

/// One thing that ruled something out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// This was ticked.
    Ticked(Tick),
    /// None of these was ticked.
    NoneOf(Vec<ChoiceId>, Who),
    /// The child is outside these ages.
    Age(AgeSpan, Who),
    /// No child fits.
    NoChild,
}

/// Whether something applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does, because of this.
    Yes(Because),
    /// It would depend on the answers to these; `pointed` says that something the parent ticked points this way.
    Maybe {
        /// What would settle it.
        unknown: Vec<Asking>,
        /// A tick already speaks for it.
        pointed: bool,
    },
    /// It does not, because of this.
    No(Vec<Ruling>),
}

impl Verdict {
    /// It applies.
    pub fn is_yes(&self) -> bool {
        matches!(self, Self::Yes(_))
    }

    /// It surely does not apply.
    pub fn is_no(&self) -> bool {
        matches!(self, Self::No(_))
    }

    fn always() -> Self {
        Self::Yes(Because { ticks: Vec::new(), age: false, start: Start::Now, ends_this_month: false })
    }
}

/// How to read what is not certain, such as the month of a birthday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// Possible counts as yes: for offering and asking.
    Generous,
    /// Possible stays unknown: for hiding.
    Strict,
}

impl Reading {
    /// The other one: what makes something certain makes its opposite uncertain.
    #[must_use]
    pub fn flipped(self) -> Self {
        match self {
            Self::Generous => Self::Strict,
            Self::Strict => Self::Generous,
        }
    }
}

/// Everything a verdict is made from. Questions are judged in their order, so each looks only at those before it.
pub struct Judge<'a> {
    content: &'a Content,
    answers: &'a Answers,
    today: Day,
    /// What counts of each question, for the family or child by child; filled in the content's order.
    asked: Vec<Vec<(Who, Verdict)>>,
}

impl<'a> Judge<'a> {
    /// Replays all questions over the answers.
    pub fn new(content: &'a Content, answers: &'a Answers, today: Day) -> Self {
        let mut judge = Self { content, answers, today, asked: Vec::new() };
        for (_, question) in content.questions() {
            let everyone = answers.everyone(question.about);
            let verdicts = everyone.into_iter().map(|who| (who, judge.rule(&question.rule, who, 0))).collect();
            judge.asked.push(verdicts);
        }
        judge
    }

    /// Whether this question counts for this child or the family.
    pub fn asks(&self, question: QuestionId, who: Who) -> bool {
        self.relevance(question, who).is_some_and(Verdict::is_yes)
    }

    /// Whether this rule applies to this child or the family, looking `ahead` months into the future.
    pub fn rule(&self, rule: &Rule, who: Who, ahead: i32) -> Verdict {
        if let Some(unless) = &rule.unless
            && let Verdict::Yes(because) = self.condition(unless, Look::hiding(who))
        {
            return Verdict::No(hidden_by(because, unless, who));
        }
        let look = Look::offering(who, ahead);
        rule.when.as_ref().map_or_else(Verdict::always, |when| self.condition(when, look))
    }

    /// One case of a rule: [`Judge::rule`] is made of these.
    pub fn case(&self, case: &Case, look: Look) -> Verdict {
        all(case.lines.iter().map(|line| self.line(line, look)))
    }

    /// One line of a case: [`Judge::case`] is made of these.
    pub fn line(&self, line: &Line, look: Look) -> Verdict {
        match line {
            Line::Any(choices) => self.any_of(choices, look.who),
            Line::All(choices) => all(choices.iter().map(|&choice| self.any_of(&[choice], look.who))),
            Line::None(choices) => self.none_of(choices, look.who),
            Line::Age(span) => self.age(*span, look),
            Line::Is(named) => self.condition(&self.content.condition(*named).condition, look),
            Line::IsNot(named) => self.is_not(&self.content.condition(*named).condition, look),
            Line::AnyChild(named) => self.any_child(&self.content.condition(*named).condition, look),
        }
    }

    fn relevance(&self, question: QuestionId, who: Who) -> Option<&Verdict> {
        let verdicts = self.asked.get(question.index())?;
        verdicts.iter().find(|(asked, _)| *asked == who).map(|(_, verdict)| verdict)
    }

    fn condition(&self, condition: &Condition, look: Look) -> Verdict {
        any(condition.cases.iter().map(|case| self.case(case, look)))
    }

    fn any_of(&self, choices: &[ChoiceId], who: Who) -> Verdict {
        let told: Vec<(Tick, Told)> = choices.iter().map(|&choice| self.told(choice, who)).collect();
        let ticks: Vec<Tick> = told.iter().filter(|(_, told)| *told == Told::Ticked).map(|(tick, _)| *tick).collect();
        if !ticks.is_empty() {
            return Verdict::Yes(Because { ticks, age: false, start: Start::Now, ends_this_month: false });
        }
        let unknown = self.unknown_among(&told);
        if unknown.is_empty() { Verdict::No(vec![Ruling::NoneOf(choices.to_vec(), who)]) } else { maybe(unknown) }
    }

    fn none_of(&self, choices: &[ChoiceId], who: Who) -> Verdict {
        let told: Vec<(Tick, Told)> = choices.iter().map(|&choice| self.told(choice, who)).collect();
        if let Some((tick, _)) = told.iter().find(|(_, told)| *told == Told::Ticked) {
            return Verdict::No(vec![Ruling::Ticked(*tick)]);
        }
        let unknown = self.unknown_among(&told);
        if unknown.is_empty() { Verdict::always() } else { maybe(unknown) }
    }

    fn unknown_among(&self, told: &[(Tick, Told)]) -> Vec<Asking> {
        let unknown = told.iter().filter(|(_, told)| *told == Told::Unknown);
        let asking =
            unknown.map(|(tick, _)| Asking { question: self.content.choice(tick.choice).question, who: tick.who });
        sorted(asking.collect())
    }

    /// A question that surely is not asked has nothing ticked; one that may be asked is unknown.
    fn told(&self, id: ChoiceId, who: Who) -> (Tick, Told) {
        let question = self.content.choice(id).question;
        let who = match self.content.question(question).about {
            crate::pack::About::Family => Who::Family,
            crate::pack::About::Child => who,
        };
        let told = match self.relevance(question, who) {
            Some(Verdict::Yes(_)) => self.answered(id, question, who),
            Some(Verdict::No(_)) => Told::NotTicked,
            Some(Verdict::Maybe { .. }) | None => Told::Unknown,
        };
        (Tick { choice: id, who }, told)
    }

    fn answered(&self, id: ChoiceId, question: QuestionId, who: Who) -> Told {
        match self.answers.get(self.content, question, who) {
            Some(Answer::Ticked(ticks)) if ticks.contains(&id) => Told::Ticked,
            Some(Answer::Ticked(ticks)) if ticks.iter().all(|&tick| self.content.choice(tick).unsure) => Told::Unknown,
            Some(Answer::Ticked(_) | Answer::Month(_) | Answer::Text(_)) => Told::NotTicked,
            Some(Answer::Skipped | Answer::PreferNotToSay) | None => Told::Unknown,
        }
    }

    fn is_not(&self, condition: &Condition, look: Look) -> Verdict {
        match self.condition(condition, look.denied()) {
            Verdict::Yes(because) => Verdict::No(hidden_by(because, condition, look.who)),
            Verdict::No(_) => Verdict::always(),
            maybe => maybe,
        }
    }

    fn any_child(&self, condition: &Condition, look: Look) -> Verdict {
        if self.answers.children().is_empty() {
            return Verdict::No(vec![Ruling::NoChild]);
        }
        let children = self.answers.children().iter().map(|child| Who::Child(child.key));
        any(children.map(|who| self.condition(condition, look.at(who))))
    }

    fn age(&self, span: AgeSpan, look: Look) -> Verdict {
        let Who::Child(key) = look.who else { return Verdict::No(vec![Ruling::NoChild]) };
        let months = self.birth_months(key);
        let Some(standings) = Standings::of(span, &months, self.today, look.ahead) else {
            return self.age_unknown(look.who);
        };
        match standings.start(look.reading) {
            Some(start) => Verdict::Yes(Because {
                ticks: Vec::new(),
                age: true,
                start,
                ends_this_month: months.len() == 1 && span.ends_this_month(months[0], self.today),
            }),
            None if standings.all_outside() => Verdict::No(vec![Ruling::Age(span, look.who)]),
            None => self.age_unknown(look.who),
        }
    }

    fn age_unknown(&self, who: Who) -> Verdict {
        maybe(self.content.born().map(|question| Asking { question, who }).into_iter().collect())
    }

    /// Every month in which this child can have been born: one if the parent told us, several for an age band,
    /// none where nothing is known.
    pub fn birth_months(&self, key: ChildKey) -> Vec<Month> {
        let answer = self.content.born().and_then(|born| self.answers.get(self.content, born, Who::Child(key)));
        match answer {
            Some(Answer::Month(month)) => vec![*month],
            Some(Answer::Ticked(bands)) => bands
                .first()
                .and_then(|&band| self.content.choice(band).born)
                .map_or(Vec::new(), |span| self.band(span)),
            _ => Vec::new(),
        }
    }

    /// A month in which the child could also be just outside the band is left out: the parent said which it is.
    fn band(&self, span: AgeSpan) -> Vec<Month> {
        let this_month = self.today.month();
        let born = (-10..=27 * 12).map(|ago| this_month.plus(-ago));
        born.filter(|&month| span.standing(month, self.today, 0) == Standing::Within).collect()
    }
}

/// How a line is looked at: about whom, how far ahead, and how what is not certain is read. It follows from where
/// the line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    who: Who,
    ahead: i32,
    reading: Reading,
}

impl Look {
    /// For the half of a rule that must hold, looking `ahead` months into the future.
    pub fn offering(who: Who, ahead: i32) -> Self {
        Self { who, ahead, reading: Reading::Generous }
    }

    /// For the half of a rule that hides only where it surely holds.
    pub fn hiding(who: Who) -> Self {
        Self { who, ahead: 0, reading: Reading::Strict }
    }

    /// The same about somebody else: what an [`Line::AnyChild`] asks of each child.
    #[must_use]
    pub fn at(self, who: Who) -> Self {
        Self { who, ..self }
    }

    /// For what must not hold: inside an [`Line::IsNot`].
    #[must_use]
    pub fn denied(self) -> Self {
        Self { reading: self.reading.flipped(), ahead: 0, ..self }
    }

    /// About whom.
    pub fn who(self) -> Who {
        self.who
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    Ticked,
    NotTicked,
    Unknown,
}

/// Whether a child who was born in one of these months is inside the span, looking `ahead` months into the future;
/// `None` where that depends on the month or the day.
pub fn age(span: AgeSpan, months: &[Month], today: Day, ahead: i32, reading: Reading) -> Option<bool> {
    let standings = Standings::of(span, months, today, ahead)?;
    match standings.start(reading) {
        Some(_) => Some(true),
        None => standings.all_outside().then_some(false),
    }
}

/// Where a child stands for every month in which it can have been born.
struct Standings(Vec<Standing>);

impl Standings {
    fn of(span: AgeSpan, months: &[Month], today: Day, ahead: i32) -> Option<Self> {
        let standings: Vec<Standing> = months.iter().map(|&month| span.standing(month, today, ahead)).collect();
        (!standings.is_empty()).then_some(Self(standings))
    }

    /// One known month may be possible only; an age band must hold for all its months.
    fn start(&self, reading: Reading) -> Option<Start> {
        if let [one] = self.0.as_slice() {
            return match one {
                Standing::Within => Some(Start::Now),
                Standing::Possibly => (reading == Reading::Generous).then_some(Start::Now),
                Standing::Ahead(start) => Some(*start),
                Standing::Outside => None,
            };
        }
        let sure = self.0.iter().all(|standing| matches!(standing, Standing::Within | Standing::Ahead(_)));
        let now = self.0.iter().all(|standing| *standing == Standing::Within);
        sure.then_some(if now { Start::Now } else { Start::Soon })
    }

    fn all_outside(&self) -> bool {
        self.0.iter().all(|standing| *standing == Standing::Outside)
    }
}

fn maybe(unknown: Vec<Asking>) -> Verdict {
    Verdict::Maybe { unknown, pointed: false }
}

/// What to name when a hiding condition holds: its ticks, or, where only an age made it so, that age.
fn hidden_by(because: Because, condition: &Condition, who: Who) -> Vec<Ruling> {
    if !because.ticks.is_empty() {
        return because.ticks.into_iter().map(Ruling::Ticked).collect();
    }
    let lines = condition.cases.iter().flat_map(|case| &case.lines);
    lines.filter_map(|line| if let Line::Age(span) = line { Some(Ruling::Age(*span, who)) } else { None }).collect()
}

/// A case: all must hold. The first no decides; otherwise any doubt leaves doubt.
fn all(verdicts: impl Iterator<Item = Verdict>) -> Verdict {
    let (mut ticks, mut unknown, mut doubt) = (Vec::new(), Vec::new(), false);
    let mut whole = Because { ticks: Vec::new(), age: false, start: Start::Now, ends_this_month: false };
    let mut pointing = false;
    for verdict in verdicts {
        match verdict {
            Verdict::No(rulings) => return Verdict::No(rulings),
            Verdict::Maybe { unknown: more, pointed } => {
                doubt = true;
                pointing |= pointed;
                unknown.extend(more);
            }
            Verdict::Yes(because) => {
                ticks.extend(because.ticks);
                whole.age |= because.age;
                whole.start = whole.start.max(because.start);
                whole.ends_this_month |= because.ends_this_month;
            }
        }
    }
    if doubt {
        return Verdict::Maybe { unknown: sorted(unknown), pointed: pointing || !ticks.is_empty() };
    }
    Verdict::Yes(Because { ticks: sorted(ticks), ..whole })
}

/// A condition: any case will do. All cases that hold give their reasons; the earliest start counts.
fn any(verdicts: impl Iterator<Item = Verdict>) -> Verdict {
    let (mut yes, mut doubts, mut rulings) = (Vec::new(), Vec::new(), Vec::new());
    for verdict in verdicts {
        match verdict {
            Verdict::Yes(because) => yes.push(because),
            Verdict::Maybe { unknown, pointed } => doubts.push((!pointed, unknown.len(), unknown)),
            Verdict::No(more) => rulings.extend(more),
        }
    }
    if let Some(because) = yes.into_iter().reduce(either) {
        return Verdict::Yes(because);
    }
    match doubts.into_iter().min() {
        Some((unpointed, _, unknown)) => Verdict::Maybe { unknown, pointed: !unpointed },
        None => Verdict::No(rulings),
    }
}

fn either(mut one: Because, other: Because) -> Because {
    one.ticks.extend(other.ticks);
    Because {
        ticks: sorted(one.ticks),
        age: one.age || other.age,
        start: one.start.min(other.start),
        ends_this_month: one.ends_this_month && other.ends_this_month,
    }
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort();
    list.dedup();
    list
}
