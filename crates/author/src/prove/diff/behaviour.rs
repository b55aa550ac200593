//! Which families meet other questions and supports than before.

use biodivine_lib_bdd::Bdd;
use signpost_core::catalogue::SupportId;
use signpost_core::content::Content;
use signpost_core::time::Day;

use crate::format::draft::Draft;
use crate::prove::diff::{Changes, Difference};
use crate::prove::{Calendar, Family, Judged, Model, Person, Space, cone, content};

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
    changes.questions.changed = both.questions()?;
    changes.supports.changed =
        both.supports("offered", |model, id, who| model.offered(id, who), |judged, id| judged.is_offered(id))?;
    changes.soon =
        both.supports("first", |model, id, who| model.soon(id, who, |_| true), |judged, id| judged.is_soon(id))?;
    changes.warned = both.supports(
        "warned of",
        |model, id, who| model.offered_and_warned(id, who),
        |judged, id| judged.is_warned(id),
    )?;
    Ok(())
}

struct Both<'a> {
    old: Model<'a>,
    new: Model<'a>,
    calendar: &'a Calendar,
    today: Day,
}

impl Both<'_> {
    fn questions(&mut self) -> Result<Vec<Difference>, String> {
        let (old, new): (&Content, &Content) = (self.old.content, self.new.content);
        let mut found = Vec::new();
        for (id, question) in new.questions() {
            let Some(before) = old.question_named(&question.name) else { continue };
            let (was, is) = (Model::one_of(old.question(before).about), Model::one_of(question.about));
            let was = self.old.asked(before, was).yes.and(&self.old.with(was));
            let is = self.new.asked(id, is).yes.and(&self.new.with(is));
            let met = (|judged: &Judged<'_>| judged.is_asked(before), |judged: &Judged<'_>| judged.is_asked(id));
            found.extend(self.difference(&question.name, "asked", (&was, &is), met)?);
        }
        Ok(found)
    }

    /// Supports in both contents of which something is so for other families now: `picture` gives the families, and
    /// `met` is the word of either content's own judge.
    fn supports(
        &mut self,
        verb: &str,
        picture: impl Fn(&mut Model<'_>, SupportId, Person) -> Bdd,
        met: impl Fn(&Judged<'_>, SupportId) -> bool,
    ) -> Result<Vec<Difference>, String> {
        let (old, new): (&Content, &Content) = (self.old.content, self.new.content);
        let mut found = Vec::new();
        for (id, support) in new.supports() {
            let Some(before) = old.support_named(&support.name) else { continue };
            let was = picture(&mut self.old, before, Model::one_of(old.support(before).about));
            let is = picture(&mut self.new, id, Model::one_of(support.about));
            let met = (|judged: &Judged<'_>| met(judged, before), |judged: &Judged<'_>| met(judged, id));
            found.extend(self.difference(&support.name, verb, (&was, &is), met)?);
        }
        Ok(found)
    }

    /// Each family is told in the words of the content in which they meet it, and then in those of the other one that
    /// it does not know. `met` is the word of either content's own judge.
    fn difference(
        &self,
        name: &str,
        verb: &str,
        (was, is): (&Bdd, &Bdd),
        met: (impl Fn(&Judged<'_>) -> bool, impl Fn(&Judged<'_>) -> bool),
    ) -> Result<Option<Difference>, String> {
        let (gains, loses) = (self.smallest(&is.and_not(was)), self.smallest(&was.and_not(is)));
        for (family, now) in [(&gains, true), (&loses, false)] {
            let Some(Met { old, new }) = family else { continue };
            let (before, after) = (Judged::new(self.old.content, old), Judged::new(self.new.content, new));
            let says = if now { "now, not before" } else { "before, not now" };
            let so = met.0(&before) != now && met.1(&after) == now;
            after.agrees(so, &format!("`{name}` is {verb} {says}"))?;
        }
        let changed = gains.is_some() || loses.is_some();
        let (gains, loses) = (gains.map(Met::told_now), loses.map(Met::told_before));
        Ok(changed.then(|| Difference { name: name.to_owned(), gains, loses }))
    }

    fn smallest(&self, families: &Bdd) -> Option<Met> {
        let (old, new, space) = (self.old.content, self.new.content, self.new.space);
        let real = space.only_real(&[old, new], families);
        let set = Family::variables(space, self.today, &real)?;
        let family = |content| Family::of(content, self.calendar, &set);
        Some(Met { old: family(old), new: family(new) })
    }
}

/// One family, as each content understands what they ticked.
struct Met {
    old: Family,
    new: Family,
}

const ONLY_OLD: &str = "only in the old content";
const ONLY_NEW: &str = "only in the new content";

impl Met {
    fn told_before(self) -> Family {
        self.old.told_beside(&self.new, ONLY_OLD, ONLY_NEW)
    }

    fn told_now(self) -> Family {
        self.new.told_beside(&self.old, ONLY_NEW, ONLY_OLD)
    }
}
