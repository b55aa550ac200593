//! What must hold for every family: the invariants of the content folder, and those that no content may break.

use biodivine_lib_bdd::Bdd;
use signpost_core::catalogue::{About, Asked, Condition, SupportId};
use signpost_core::time::Day;

use crate::format::draft::{self, Draft, WrittenInvariant};
use crate::prove::calendar::Calendar;
use crate::prove::family::Family;
use crate::prove::judged::Judged;
use crate::prove::model::{Look, Model};
use crate::prove::space::Bit;
use crate::source::problem::{At, Problem};

/// The name under which the content knows the cases of an invariant.
pub(crate) fn condition_name(invariant: &WrittenInvariant) -> String {
    format!("invariant {}", invariant.id.value)
}

/// The same of the cases that it leaves out.
pub(crate) fn left_out_name(invariant: &WrittenInvariant) -> String {
    format!("invariant {} unless", invariant.id.value)
}

/// What was proven, a sentence each, and what was not.
#[derive(Default)]
pub(crate) struct Outcome {
    pub(crate) proven: Vec<String>,
    pub(crate) broken: Vec<Problem>,
}

/// Proves all of them. The error is a sentence: a family that breaks one does not break it by the list's own judge.
pub(crate) fn prove(model: &mut Model<'_>, draft: &Draft, calendar: &Calendar, today: Day) -> Result<Outcome, String> {
    let mut outcome = Outcome::default();
    let mut prover = Prover { model, calendar, today };
    for invariant in &draft.invariants {
        outcome.add(prover.invariant(draft, invariant)?, &invariant.says);
    }
    outcome.add(prover.paths_end(draft), "Every path ends: a question looks back, never ahead.");
    outcome.add(
        prover.something_for_everyone(draft)?,
        "Every family is offered support for every family, whatever it answers or skips.",
    );
    outcome.add(prover.urgent_for_everyone(draft), "Every family sees the same urgent box.");
    outcome.add(
        prover.nothing_confided(draft),
        "No answer to a sensitive question adds or takes away support for every family.",
    );
    outcome.add(prover.silence(draft)?, "A family who says nothing is offered nothing targeted.");
    Ok(outcome)
}

impl Outcome {
    fn add(&mut self, broken: Vec<Problem>, sentence: &str) {
        if broken.is_empty() {
            self.proven.push(sentence.into());
        }
        self.broken.extend(broken.into_iter().map(|problem| problem.rule("broken-invariant")));
    }
}

struct Prover<'p, 'a> {
    model: &'p mut Model<'a>,
    calendar: &'p Calendar,
    today: Day,
}

impl<'a> Prover<'_, 'a> {
    fn invariant(&mut self, draft: &Draft, invariant: &WrittenInvariant) -> Result<Vec<Problem>, String> {
        let families = self.families(invariant);
        let demanded = demanded(draft, invariant).into_iter();
        let broken = demanded.filter_map(|demand| self.broken(&families, invariant, &demand).transpose());
        let mut broken = broken.collect::<Result<Vec<Problem>, String>>()?;
        broken.extend(self.first(&families, invariant)?);
        for name in &invariant.never_asks {
            broken.extend(self.asked(&families, invariant, name)?);
        }
        Ok(broken)
    }

    /// The families it speaks of: those for whom one of its cases surely holds, and none that it leaves out.
    fn families(&mut self, invariant: &WrittenInvariant) -> Families<'a> {
        let (about, content) = (invariant.about.unwrap_or_default(), self.model.content);
        let named = |name: String, cases: &[draft::WrittenCase]| {
            let named = content.condition_named(&name).filter(|_| !cases.is_empty())?;
            Some(&content.condition(named).condition)
        };
        let fits = named(condition_name(invariant), &invariant.cases);
        let left_out = named(left_out_name(invariant), &invariant.unless);
        let look = Look::strict(Model::one_of(about));
        let mut surely = |condition: Option<&Condition>| condition.map(|it| self.model.condition(it, look).yes);
        let (fitting, without) = (surely(fits), surely(left_out));
        let space = self.model.space;
        Families {
            about,
            fits,
            left_out,
            fitting: fitting.unwrap_or_else(|| space.always()),
            there: without.map_or_else(|| space.always(), |without| without.not()).and(&self.model.with(look.who)),
        }
    }

    fn broken(
        &mut self,
        families: &Families<'_>,
        invariant: &WrittenInvariant,
        demand: &Demand<'_>,
    ) -> Result<Option<Problem>, String> {
        let content = self.model.content;
        let Some(id) = content.support_named(demand.support) else { return Ok(None) };
        // The child that the invariant speaks of is the first child, and so is the child of the support.
        let who = Model::one_of(content.support(id).about);
        let (offered, fitting, there) = (self.model.offered(id, who), &families.fitting, &families.there);
        let (broken, but) = match demand.wants {
            Wants::Always => (fitting.and(&self.model.with(who)).and_not(&offered), "is not offered to this family"),
            Wants::Never => (fitting.and(&offered), "is offered to this family"),
            Wants::Only => (offered.and_not(fitting), "is offered to this family, who does not surely fit"),
            Wants::Warned => (
                fitting.and(&offered).and_not(&self.model.warned(id, who)),
                "is offered to this family without a warning",
            ),
        };
        let says = format!("not so: {} But `{}` {but}", invariant.says, demand.support);
        self.found(&broken.and(there), demand.name, says, |judged| {
            let (offered, fits) = (judged.is_offered(id), families.are_fit(judged));
            families.are_there(judged)
                && match demand.wants {
                    Wants::Always => fits && !offered,
                    Wants::Never => fits && offered,
                    Wants::Only => !fits && offered,
                    Wants::Warned => fits && offered && !judged.is_warned(id),
                }
        })
    }

    /// A question that is asked of one of these families all the same.
    fn asked(
        &mut self,
        families: &Families<'_>,
        invariant: &WrittenInvariant,
        name: &At<String>,
    ) -> Result<Option<Problem>, String> {
        let content = self.model.content;
        let Some(id) = content.question_named(&name.value) else { return Ok(None) };
        let asked = self.model.asked(id, Model::one_of(content.question(id).about)).yes.clone();
        let says = format!("not so: {} But `{}` is asked of this family", invariant.says, name.value);
        self.found(&asked.and(&families.fitting).and(&families.there), name, says, |judged| {
            judged.is_asked(id) && families.are_fit(judged) && families.are_there(judged)
        })
    }

    /// Their lists begin with dangers, all of them among those that it names.
    fn first(&mut self, families: &Families<'_>, invariant: &WrittenInvariant) -> Result<Vec<Problem>, String> {
        let Some(at) = invariant.first.first() else { return Ok(Vec::new()) };
        let content = self.model.content;
        let named: Vec<SupportId> =
            invariant.first.iter().filter_map(|name| content.support_named(&name.value)).collect();
        let (mut none, mut problems) = (families.fitting.and(&families.there), Vec::new());
        for (id, support) in content.supports().filter(|(_, support)| support.soon.iter().any(|soon| soon.danger)) {
            let everyone = self.model.everyone(support.about);
            let danger = everyone
                .into_iter()
                .fold(self.model.space.never(), |danger, who| danger.or(&self.model.soon(id, who, |soon| soon.danger)));
            if named.contains(&id) {
                none = none.and_not(&danger);
                continue;
            }
            let says = format!("not so: {} But `{}` may stand first for this family", invariant.says, support.name);
            let broken = families.fitting.and(&families.there).and(&danger);
            problems.extend(self.found(&broken, at, says, |judged| judged.dangers().contains(&id))?);
        }
        let says = format!("not so: {} But the list of this family begins with no danger", invariant.says);
        problems.extend(self.found(&none, at, says, |judged| !judged.dangers().iter().any(|id| named.contains(id)))?);
        Ok(problems)
    }

    /// A problem that shows the smallest family which breaks it, by the word of the list's own judge too.
    fn found(
        &self,
        broken: &Bdd,
        name: &At<String>,
        says: String,
        so: impl FnOnce(&Judged<'_>) -> bool,
    ) -> Result<Option<Problem>, String> {
        let Model { space, content, .. } = *self.model;
        let Some(family) = Family::smallest(space, content, self.calendar, self.today, broken) else {
            return Ok(None);
        };
        let judged = Judged::new(content, &family);
        judged.agrees(so(&judged), &format!("this is {says}"))?;
        let day = if family.today == self.today { String::new() } else { format!(", on {}", family.today) };
        Ok(Some(Problem::new(name.spot, says).meant(format!("{}{day}", family.line()))))
    }

    /// What is asked with the names stands before everything.
    fn paths_end(&mut self, draft: &Draft) -> Vec<Problem> {
        let content = self.model.content;
        let mut problems = Vec::new();
        for ((id, question), (_, written)) in content.questions().zip(draft.questions()) {
            let asked = self.model.asked(id, Model::one_of(question.about));
            let looks_at = asked.support_set().into_iter();
            let ahead = looks_at.filter_map(|variable| question_of(self.model.space.meaning(variable)));
            let ahead = ahead.filter_map(|name| content.question_named(name));
            let ahead =
                ahead.filter(|&other| content.question(other).asked != Asked::WithName).find(|&other| other >= id);
            problems.extend(ahead.map(|_| {
                Problem::new(
                    written.id.spot,
                    format!("`{}` looks at a question that is not asked before it", question.name),
                )
            }));
        }
        problems
    }

    fn something_for_everyone(&mut self, draft: &Draft) -> Result<Vec<Problem>, String> {
        let content = self.model.content;
        let universal = content.supports().filter(|(_, support)| support.is_universal() && !support.urgent);
        let universal: Vec<SupportId> = universal.map(|(id, _)| id).collect();
        let with_nothing = universal.iter().fold(self.model.space.always(), |none, &id| {
            none.and_not(&self.model.offered(id, Model::one_of(content.support(id).about)))
        });
        let at = draft.supports().next().map(|support| support.id.clone()).unwrap_or_default();
        let says = "this family is offered nothing that is for every family".to_owned();
        let nothing = |judged: &Judged<'_>| !universal.iter().any(|&id| judged.is_offered(id));
        Ok(self.found(&with_nothing, &at, says, nothing)?.into_iter().collect())
    }

    fn urgent_for_everyone(&self, draft: &Draft) -> Vec<Problem> {
        let with_rule =
            draft.supports().filter(|it| it.written.urgent && !(it.when.is_empty() && it.unless.is_empty()));
        let tagged = draft.supports().filter(|it| it.written.urgent && !it.tags.is_empty());
        let problem =
            |id: &At<String>| Problem::new(id.spot, format!("`{}` is urgent, so no rule may hide it", id.value));
        with_rule.chain(tagged).map(|support| problem(&support.id)).collect()
    }

    fn nothing_confided(&mut self, draft: &Draft) -> Vec<Problem> {
        let content = self.model.content;
        let universal = content.supports().zip(draft.supports());
        let universal = universal.filter(|((_, support), _)| support.is_universal());
        let mut problems = Vec::new();
        for ((id, support), written) in universal {
            let offered = self.model.offered(id, Model::one_of(support.about));
            let space = self.model.space;
            let looks_at =
                offered.support_set().into_iter().filter_map(|variable| question_of(space.meaning(variable)));
            let confided = looks_at
                .filter_map(|name| content.question_named(name))
                .map(|id| content.question(id))
                .find(|question| question.sensitive);
            problems.extend(confided.map(|question| {
                let says = format!("`{}` is for every family, but `{}` can take it away", support.name, question.name);
                Problem::new(written.id.spot, says)
            }));
        }
        problems
    }

    fn silence(&mut self, draft: &Draft) -> Result<Vec<Problem>, String> {
        let content = self.model.content;
        let mut problems = Vec::new();
        let targeted = content.supports().zip(draft.supports()).filter(|((_, support), _)| !support.is_universal());
        for ((id, support), written) in targeted {
            let offered = self.model.offered(id, Model::one_of(support.about));
            let silent = self.silent(&offered);
            let says = format!("`{}` is targeted, but a family who says nothing is offered it", support.name);
            problems.extend(self.found(&silent, &written.id, says, |judged| judged.is_offered(id))?);
        }
        Ok(problems)
    }

    /// Those among these families who answered nothing at all.
    fn silent(&self, families: &Bdd) -> Bdd {
        let answers = families.support_set().into_iter();
        let answers = answers.filter(|variable| question_of(self.model.space.meaning(*variable)).is_some());
        let nothing: Vec<_> = answers.map(|variable| (variable, false)).collect();
        families.select(&nothing)
    }
}

/// The families that an invariant speaks of.
struct Families<'a> {
    about: About,
    /// What they fit; `None` where it speaks of all.
    fits: Option<&'a Condition>,
    /// What none of them fits; `None` where it leaves nobody out.
    left_out: Option<&'a Condition>,
    /// Those who surely fit.
    fitting: Bdd,
    /// Those who are not left out, with whomever it is about.
    there: Bdd,
}

impl Families<'_> {
    fn are_fit(&self, judged: &Judged<'_>) -> bool {
        self.fits.is_none_or(|fits| judged.fits(fits, self.about))
    }

    fn are_there(&self, judged: &Judged<'_>) -> bool {
        self.left_out.is_none_or(|left_out| !judged.fits(left_out, self.about))
    }
}

/// What an invariant wants of a support, and where that is written.
struct Demand<'a> {
    support: &'a str,
    wants: Wants,
    name: &'a At<String>,
}

#[derive(Clone, Copy)]
enum Wants {
    /// Offered to all of these families.
    Always,
    /// Offered to none of them.
    Never,
    /// Offered to nobody else.
    Only,
    /// Offered to none of them without a warning.
    Warned,
}

fn demanded<'a>(draft: &'a Draft, invariant: &'a WrittenInvariant) -> Vec<Demand<'a>> {
    let named =
        |names: &'a [At<String>], wants| names.iter().map(move |name| Demand { support: &name.value, wants, name });
    let tagged = invariant.never_tagged.iter().flat_map(|tag| {
        let own = draft.supports().filter(|support| support.tags.iter().any(|own| own.value == tag.value));
        own.map(move |support| Demand { support: &support.id.value, wants: Wants::Never, name: tag })
    });
    let never = named(&invariant.never, Wants::Never).chain(tagged);
    let (always, only) = (named(&invariant.always, Wants::Always), named(&invariant.only, Wants::Only));
    never.chain(always).chain(only).chain(named(&invariant.warned, Wants::Warned)).collect()
}

/// The question that a variable is an answer to.
fn question_of(bit: &Bit) -> Option<&str> {
    match bit {
        Bit::Tick(_, choice) => choice.split('.').next(),
        Bit::Given(_, question) => Some(question),
        _ => None,
    }
}
