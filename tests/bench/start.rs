//! The start, as a parent with a slow telephone on a weak network lives through it.

use std::path::Path;

use anyhow::{Context, Result};

use crate::figures::Run;
use crate::phone::{Phone, SLOW};

/// Starts once, and leaves the telephone at the first question, with one answer.
pub(crate) fn measure(release: &Path, run: &mut Run) -> Result<Phone> {
    let phone = Phone::new(release)?;
    phone.slowed(SLOW)?;
    phone.on_weak_network()?;
    let times = phone.start()?;
    for (key, name) in [
        ("first-paint", "painted"),
        ("ready", "ready"),
        ("start-screen", "screen"),
        ("first-answer", "answered"),
        ("bytes-first-answer", "bytes"),
    ] {
        run.note(key, times[name].as_f64().with_context(|| format!("The start did not tell when \"{name}\" was."))?);
    }
    run.note("start-main-thread", phone.worked("Task")?);
    run.note("bytes-all", phone.quiet()?);
    run.note("memory-start", phone.memory()?);
    Ok(phone)
}
