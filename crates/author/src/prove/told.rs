//! What a family told, read over variables: whether a choice counts as ticked.

use std::rc::Rc;

use biodivine_lib_bdd::Bdd;
use signpost_core::catalogue::{About, ChoiceId, Kind, QuestionId};

use crate::prove::model::Model;
use crate::prove::space::{Bit, Person};
use crate::prove::truth::Truth;

impl Model<'_> {
    /// Whether a choice is ticked, as far as is known.
    pub(crate) fn told(&mut self, choice: ChoiceId, who: Person) -> Rc<Truth> {
        let question = self.content.choice(choice).question;
        let who = if self.content.question(question).about == About::Family { Person::Family } else { who };
        if let Some(known) = self.told.get(&(choice, who)) {
            return Rc::clone(known);
        }
        let asked = self.asked(question, who);
        let answered = self.answered(choice, question, who);
        let told = Rc::new(Truth { yes: asked.yes.and(&answered.yes), no: asked.no.or(&asked.yes.and(&answered.no)) });
        self.told.insert((choice, who), Rc::clone(&told));
        told
    }

    /// Whether a choice is ticked, as if its question were asked. With nothing ticked but choices that say "not
    /// sure", the others stay unknown.
    fn answered(&self, choice: ChoiceId, question: QuestionId, who: Person) -> Truth {
        let ticked = self.ticked(choice, question, who);
        let asked = self.content.question(question);
        let sure = asked.choices.iter().filter(|&&other| !self.content.choice(other).unsure);
        let sure = sure.fold(self.given(question, who), |sure, &other| sure.or(&self.ticked(other, question, who)));
        Truth { no: sure.and_not(&ticked), yes: ticked }
    }

    /// Answered by a month or a text.
    pub(super) fn given(&self, question: QuestionId, who: Person) -> Bdd {
        self.space.bit(&Bit::Given(who, self.content.question(question).name.clone()))
    }

    /// A box counts as ticked when it is set and no box that takes its place is: of one choice the first that is
    /// set, of many a choice that stands alone, of a month question the month itself. So there is no way of
    /// setting the variables that is not a family.
    pub(super) fn ticked(&self, choice: ChoiceId, question: QuestionId, who: Person) -> Bdd {
        let asked = self.content.question(question);
        let bit = |choice: ChoiceId| self.space.bit(&Bit::Tick(who, self.content.choice_name(choice)));
        let before = asked.choices.iter().copied().take_while(|&other| other != choice);
        let alone = |other: &ChoiceId| self.content.choice(*other).alone;
        let instead: Vec<ChoiceId> = match asked.kind {
            Kind::Many if alone(&choice) => before.filter(alone).collect(),
            Kind::Many => asked.choices.iter().copied().filter(alone).collect(),
            _ => before.collect(),
        };
        let own = bit(choice).and_not(&self.given(question, who));
        instead.into_iter().fold(own, |own, other| own.and_not(&bit(other)))
    }
}
