//! From the last answer to the list: of a parent who answered next to nothing, and of a family with many cards.

use std::fmt;
use std::path::Path;

use anyhow::{Result, ensure};

use crate::figures::Run;
use crate::phone::{Phone, SLOW};

/// How many boxes of a question the family with many cards ticks; of several buttons it takes the first. With today's
/// content that makes about 56 cards.
const TICKS: u32 = 3;

/// More screens than any family has.
const ALL: u32 = 200;

/// How many screens there are from the first question to the list.
pub(crate) struct Journeys {
    few: u32,
    many: u32,
    cards: u32,
}

impl Journeys {
    /// Walks through the release as both families: which screen is the last shows only afterwards.
    pub(crate) fn explore(release: &Path) -> Result<Self> {
        let few = walked(&start(release)?, ALL, 0)?;
        let phone = family(release)?;
        let many = walked(&phone, ALL, TICKS)?;
        Ok(Self { few, many, cards: phone.number("probe.list().cards")? as u32 })
    }
}

impl fmt::Display for Journeys {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { few, many, cards } = self;
        write!(out, "{few} screens for few answers; {many} for many, which make a list of {cards} cards.")
    }
}

/// The list of the parent who gave one answer, on a telephone that is at the first question.
pub(crate) fn of_few(phone: &Phone, journeys: &Journeys, run: &mut Run) -> Result<()> {
    walk_to_last(phone, journeys.few, 0)?;
    run.note("list-few", phone.press("next", "list")?);
    Ok(())
}

/// The list of the family with many cards.
pub(crate) fn of_many(release: &Path, journeys: &Journeys, run: &mut Run) -> Result<()> {
    let phone = family(release)?;
    walk_to_last(&phone, journeys.many, TICKS)?;
    let before = (phone.worked("Task")?, phone.worked("Script")?);
    run.note("list-many", phone.press("next", "list")?);
    run.note("list-many-main-thread", phone.worked("Task")? - before.0);
    run.note("list-many-script", phone.worked("Script")? - before.1);
    for name in ["cards", "elements", "comments"] {
        run.note(&format!("list-many-{name}"), phone.number(&format!("probe.list().{name}"))?);
    }
    run.note("memory-list", phone.memory()?);
    phone.number("probe.longSince()")?;
    run.note("list-many-everything", phone.press("everything", "everything")?);
    run.note("list-many-long-tasks", phone.number("probe.longSince()")?);
    Ok(())
}

/// At full speed and without a wait, at the first question.
fn start(release: &Path) -> Result<Phone> {
    let phone = Phone::new(release)?;
    phone.start()?;
    Ok(phone)
}

/// The same, and back at the names.
fn family(release: &Path) -> Result<Phone> {
    let phone = start(release)?;
    phone.ask("probe.backToNames()")?;
    Ok(phone)
}

/// How many screens it left, going on.
fn walked(phone: &Phone, most: u32, ticks: u32) -> Result<u32> {
    let left = phone.number(&format!("probe.walk({most}, {ticks})"))? as u32;
    ensure!(left < ALL, "The list never came, after {left} screens.");
    Ok(left)
}

/// On the last screen, with its answers given, and slow from then on.
fn walk_to_last(phone: &Phone, screens: u32, ticks: u32) -> Result<()> {
    phone.slowed(1)?;
    walked(phone, screens - 1, ticks)?;
    phone.ask(&format!("probe.answer({ticks})"))?;
    phone.slowed(SLOW)
}
