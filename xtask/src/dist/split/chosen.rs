//! Which functions go to the second half.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};

use super::whole::{Function, Whole};

/// The functions of the second half, and which of them the first may call.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    pub(super) moved: BTreeSet<Function>,
    pub(super) doors: BTreeSet<Function>,
}

/// The doors, and whatever only the second half can call: by name, because all who do are there; or by its place in the
/// table, because it belongs to a closure that only the second half makes. A function that stands in the table twice was
/// several functions once, and says nothing of whose it is.
pub(super) fn chosen(whole: &Whole<'_>, doors: &[&str], later: &[&str]) -> Result<Chosen> {
    let doors = doors.iter().map(|door| named(whole, door)).collect::<Result<BTreeSet<_>>>()?;
    let callers = callers(whole);
    let is_closure = |it: Function| {
        let name = whole.names.get(&it).map_or("", String::as_str);
        whole.in_table(it) == 1 && name.contains("{closure") && later.iter().any(|module| name.contains(module))
    };
    let mut candidates: Vec<Function> = whole
        .own()
        .filter(|&it| !whole.is_exported(it) && !doors.contains(&it))
        .filter(|&it| if whole.in_table(it) > 0 { is_closure(it) } else { callers.contains_key(&it) })
        .collect();
    let mut moved = doors.clone();
    moved.extend(&candidates);
    // Whoever is called by somebody who stays must stay, until nobody is left to whom that happens.
    loop {
        let stays =
            |it: &Function| callers.get(it).is_some_and(|them| them.iter().any(|caller| !moved.contains(caller)));
        let (stay, go): (Vec<_>, Vec<_>) = candidates.into_iter().partition(stays);
        candidates = go;
        if stay.is_empty() {
            return Ok(Chosen { moved, doors });
        }
        moved.retain(|it| !stay.contains(it));
    }
}

fn named(whole: &Whole<'_>, door: &str) -> Result<Function> {
    let found = whole.names.iter().find(|(_, name)| *name == door).map(|(function, _)| *function);
    let function = found.with_context(|| {
        format!("The WebAssembly has no function {door}: mark it #[inline(never)], or correct DOORS in split.")
    })?;
    ensure!(!whole.is_exported(function), "JavaScript calls {door}, so it must be in the first half.");
    Ok(function)
}

/// Who calls each function that somebody calls by name.
fn callers(whole: &Whole<'_>) -> BTreeMap<Function, BTreeSet<Function>> {
    let mut callers: BTreeMap<Function, BTreeSet<Function>> = BTreeMap::new();
    for caller in whole.own() {
        for &called in whole.called_by(caller) {
            callers.entry(called).or_default().insert(caller);
        }
    }
    callers
}
