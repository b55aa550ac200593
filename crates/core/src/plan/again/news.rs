//! What one judge was told otherwise than another, who judged the same people on the same day.

use crate::judge::Judge;
use crate::plan::again::{Changed, Sight};

impl Judge<'_> {
    /// Whether the other one judged the same people on the same day.
    pub(crate) fn is_of_same(&self, other: &Judge<'_>) -> bool {
        self.today == other.today && self.people.iter().map(|it| it.who).eq(other.people.iter().map(|it| it.who))
    }

    /// Adds what the other one, who judged the same people, was told otherwise about any of them.
    pub(crate) fn add_news(&self, other: &Judge<'_>, changed: &mut Changed<'_>) {
        for (now, before) in self.people.iter().zip(&other.people) {
            for (id, _) in self.catalogue.choices().filter(|(id, _)| now.told(*id) != before.told(*id)) {
                changed.add(Sight::Choice(id));
            }
            if now.born != before.born {
                changed.add(Sight::Ages);
            }
        }
    }
}
