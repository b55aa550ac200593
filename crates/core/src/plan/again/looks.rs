//! Which supports look at what, so that few must be judged anew when little has changed.

use crate::catalogue::{Case, Catalogue, ChoiceId, Condition, ConditionId, Line, SupportId};

/// Something that rules and goals look at.
#[derive(Clone, Copy, Debug)]
pub enum Sight {
    /// Whether a choice is ticked, as rules see it.
    Choice(ChoiceId),
    /// Whether the parent wants it.
    Goal(ChoiceId),
    /// Whether a named condition holds.
    Condition(ConditionId),
    /// The ages of the children.
    Ages,
}

/// The supports by what their own rule and goals look at.
#[derive(Debug)]
pub struct Looks(Vec<Vec<SupportId>>);

/// What stands otherwise than before.
#[derive(Debug)]
pub struct Changed<'a> {
    catalogue: &'a Catalogue,
    sights: Vec<bool>,
}

impl Looks {
    /// Those that the catalogue has now.
    pub fn of(catalogue: &Catalogue) -> Self {
        let mut looks = vec![Vec::new(); catalogue.sights()];
        for (id, support) in catalogue.supports() {
            let mut look = |sight| looks[catalogue.place(sight)].push(id);
            let conditions = support.rule.when.iter().chain(&support.rule.unless);
            conditions.for_each(|condition| condition.look(&mut look));
            support.soon.iter().for_each(|soon| soon.case.look(&mut look));
            let unless = support.warnings.iter().filter_map(|warning| warning.unless);
            unless.for_each(|named| look(Sight::Condition(named)));
            support.goals.iter().for_each(|&goal| look(Sight::Goal(goal)));
        }
        Self(looks)
    }
}

impl<'a> Changed<'a> {
    /// Nothing yet.
    pub fn nothing(catalogue: &'a Catalogue) -> Self {
        Self { catalogue, sights: vec![false; catalogue.sights()] }
    }

    /// This did.
    pub fn add(&mut self, sight: Sight) {
        self.sights[self.catalogue.place(sight)] = true;
    }

    /// By support: whether it looks at something that changed, itself or through a named condition.
    pub fn supports(mut self, Looks(looks): &Looks) -> Vec<bool> {
        self.add_conditions();
        let mut looking = vec![false; self.catalogue.all_supports().len()];
        for (supports, _) in looks.iter().zip(self.sights).filter(|(_, changed)| *changed) {
            supports.iter().for_each(|support| looking[support.index()] = true);
        }
        looking
    }

    /// Each looks only at those before it.
    fn add_conditions(&mut self) {
        for (id, named) in self.catalogue.conditions() {
            let mut changed = false;
            named.condition.look(&mut |sight| changed |= self.sights[self.catalogue.place(sight)]);
            self.sights[self.catalogue.place(Sight::Condition(id))] = changed;
        }
    }
}

impl Catalogue {
    /// Whether a condition looks at such a choice, itself or through one that it names.
    pub(crate) fn looks_at(&self, condition: &Condition, is_such: &dyn Fn(ChoiceId) -> bool) -> bool {
        let mut found = false;
        condition.look(&mut |sight| {
            found |= match sight {
                Sight::Choice(choice) => is_such(choice),
                Sight::Condition(named) => self.looks_at(&self.condition(named).condition, is_such),
                Sight::Goal(_) | Sight::Ages => false,
            };
        });
        found
    }

    /// How many there are of all.
    fn sights(&self) -> usize {
        self.place(Sight::Ages) + 1
    }

    fn place(&self, sight: Sight) -> usize {
        let choices = self.choices.len();
        match sight {
            Sight::Choice(id) => id.index(),
            Sight::Goal(id) => choices + id.index(),
            Sight::Condition(id) => 2 * choices + id.index(),
            Sight::Ages => 2 * choices + self.conditions.len(),
        }
    }
}

impl Condition {
    /// Names everything that its lines look at.
    fn look(&self, look: &mut dyn FnMut(Sight)) {
        self.cases.iter().for_each(|case| case.look(look));
    }
}

impl Case {
    /// The same of its own lines.
    fn look(&self, look: &mut dyn FnMut(Sight)) {
        for line in &self.lines {
            match line {
                Line::Any(choices) | Line::All(choices) | Line::None(choices) => {
                    choices.iter().for_each(|&choice| look(Sight::Choice(choice)));
                }
                Line::Age(_) => look(Sight::Ages),
                Line::Is(named) | Line::IsNot(named) | Line::AnyChild(named) | Line::NotSurely(named) => {
                    look(Sight::Condition(*named));
                }
            }
        }
    }
}
