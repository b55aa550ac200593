//! Answers and pages: how soon the screen follows a press, what that costs, and what stays behind.

use anyhow::Result;

use crate::figures::Run;
use crate::phone::{Phone, SLOW};

/// How many answers a telephone has been given when its memory is looked at.
const ANSWERS: u32 = 200;

/// How many of them are made by a real pointer, on a slow processor.
const PRESSED: u32 = 20;

/// How many are made by script before somebody looks whether it still goes on.
const AT_ONCE: u32 = 30;

/// Answers the first question over and over.
pub(crate) fn measure(phone: &Phone, run: &mut Run) -> Result<()> {
    phone.slowed(SLOW)?;
    press(phone, run)?;
    phone.slowed(1)?;
    let before = phone.worked("Task")?;
    let count = ANSWERS - PRESSED;
    for _ in 0..count / AT_ONCE {
        phone.ask(&format!("probe.cycles({AT_ONCE})"))?;
    }
    let spent = phone.worked("Task")? - before;
    run.note("main-thread", spent / f64::from(count));
    run.note("memory-answers", phone.memory()?);
    Ok(())
}

fn press(phone: &Phone, run: &mut Run) -> Result<()> {
    let (mut answers, mut pages) = (Vec::new(), Vec::new());
    phone.number("probe.longSince()")?;
    for _ in 0..PRESSED {
        answers.push(phone.press("box", "tick")?);
        pages.push(phone.press("next", "screen")?);
        phone.press("back", "screen")?;
    }
    run.note_times("answer", &answers);
    run.note_times("next", &pages);
    run.note("long-tasks", phone.number("probe.longSince()")?);
    Ok(())
}
