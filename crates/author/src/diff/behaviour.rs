//! Which families meet other questions and supports than before.

use biodivine_lib_bdd::Bdd;
use signpost_core::content::Content;
use signpost_core::month::Day;

use crate::diff::{Changes, Difference};
use crate::draft::Draft;
use crate::prove::{Calendar, Family, Model, Space, cone, content};

/// Fills in what is met by other families now.
pub(crate) fn compare(old: &Draft, new: &Draft, today: Day, changes: &mut Changes) -> Result<(), String> {
    let (old, new) = (content(old)?, content(new)?);
    let children = cone::children(&old, 1).max(cone::children(&new, 1)) + 1;
    let space = Space::of(&[&old, &new], children);
    if space.is_too_large() {
        return Err("There are more questions and choices here than can be compared.".into());
    }
    let calendar = Calendar::from(today);
    let mut both = Both {
        old: Model::new(&space, &old, &calendar),
        new: Model::new(&space, &new, &calendar),
        calendar: &calendar,
        today,
    };
    changes.questions.changed = both.questions();
    changes.supports.changed = both.supports();
    Ok(())
}

struct Both<'a> {
    old: Model<'a>,
    new: Model<'a>,
    calendar: &'a Calendar,
    today: Day,
}

impl Both<'_> {
    fn questions(&mut self) -> Vec<Difference> {
        let (old, new): (&Content, &Content) = (self.old.content, self.new.content);
        let mut found = Vec::new();
        for (id, question) in new.questions() {
            let Some(before) = old.question_named(&question.name) else { continue };
            let (was, is) = (Model::one_of(old.question(before).about), Model::one_of(question.about));
            let was = self.old.asked(before, was).yes.and(&self.old.with(was));
            let is = self.new.asked(id, is).yes.and(&self.new.with(is));
            found.extend(self.difference(&question.name, &was, &is));
        }
        found
    }

    fn supports(&mut self) -> Vec<Difference> {
        let (old, new): (&Content, &Content) = (self.old.content, self.new.content);
        let mut found = Vec::new();
        for (id, support) in new.supports() {
            let Some(before) = old.support_named(&support.text.id) else { continue };
            let was = self.old.offered(before, Model::one_of(old.support(before).about()));
            let is = self.new.offered(id, Model::one_of(support.about()));
            found.extend(self.difference(&support.text.id, &was, &is));
        }
        found
    }

    /// Families are told in the words of the content in which they meet it.
    fn difference(&self, name: &str, was: &Bdd, is: &Bdd) -> Option<Difference> {
        let gains = self.smallest(self.new.content, &is.and_not(was));
        let loses = self.smallest(self.old.content, &was.and_not(is));
        let changed = gains.is_some() || loses.is_some();
        changed.then(|| Difference { name: name.to_owned(), gains, loses })
    }

    fn smallest(&self, content: &Content, families: &Bdd) -> Option<Family> {
        let space = self.new.space;
        let real = space.only_real(&[self.old.content, self.new.content], families);
        Family::smallest(space, content, self.calendar, self.today, &real)
    }
}
