//! Splits the WebAssembly in two halves: what the questions need, and what works out and shows what is offered. The
//! second comes with what is offered, while the parent reads, and works on the memory and the table of the first.
//!
//! The first calls the second through [`DOORS`] alone, and takes none before what is offered has come. Nothing else of
//! the first knows the second, so that a half that never comes is as if nothing were offered.

mod chosen;
mod halves;
mod whole;

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result};

#[cfg(test)]
use self::halves::FIRST;
use self::{chosen::chosen, halves::Halves, whole::Whole};

/// Every function of the second half that the first calls. Each is kept in one piece by `#[inline(never)]`.
const DOORS: [&str; 8] = [
    "parent_signpost::view::screens::list::list",
    "parent_signpost::view::screens::sheet::sheet",
    "parent_signpost::view::screens::everything::everything",
    "parent_signpost::view::screens::home::home",
    "signpost_core::wire::bring_to",
    "<signpost_core::sitting::open::Open>::plan_anew",
    "signpost_core::home::read",
    "signpost_core::record::read",
];

/// The modules of which only the second half makes closures: a button or a text that follows the visit is one, and is
/// called by its place in the table. A test below says that nobody else looks into them.
const LATER: [&str; 8] = [
    "parent_signpost::view::screens::list::",
    "parent_signpost::view::screens::sheet::",
    "parent_signpost::view::screens::everything::",
    "parent_signpost::view::screens::home::",
    "parent_signpost::view::kit::contacts::",
    "parent_signpost::view::kit::here::",
    "parent_signpost::view::kit::support::",
    "parent_signpost::view::kit::take::",
];

/// The two halves of a module that still has the names of its functions.
pub(super) struct Split<'a>(Halves<'a>);

impl<'a> Split<'a> {
    /// Decides which function goes where.
    ///
    /// # Errors
    /// A door is not there; or the module has what no compiler of ours has written so far.
    pub(super) fn of(module: &'a [u8]) -> Result<Self> {
        let whole = Whole::read(module)?;
        let chosen = chosen(&whole, &DOORS, &LATER)?;
        Ok(Self(Halves { whole, chosen }))
    }

    /// What the questions need.
    pub(super) fn first(&self) -> Result<Vec<u8>> {
        self.0.first()
    }

    /// The rest, which imports from the first by these names of what the first exports.
    pub(super) fn later(&self, names: &BTreeMap<&str, &str>) -> Result<Vec<u8>> {
        self.0.later(names)
    }
}

/// What keeps the doors in one piece. In the WebAssembly a hash follows the name of a crate.
pub(super) fn in_one_piece() -> impl Iterator<Item = String> {
    DOORS.iter().map(|door| format!("--no-inline={}", door.replacen("::", "*::", 1)))
}

/// Reads what another tool wrote.
pub(super) fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("{} cannot be read.", file.display()))
}

#[cfg(test)]
mod tests {
    use wasmi::{Engine, Instance, Linker, Module, Store};

    use super::*;
    use crate::workspace::Workspace;

    const DOOR: &str = "<site::Hall>::door";
    const LATER_HERE: &str = "site::later::";

    /// The door, what only it calls, and a closure of its own stand behind it; what both call and what stands in the table
    /// for two functions stay in front.
    const WHOLE: &str = r#"(module
        (import "js" "say" (func $say (param i32)))
        (type $number (func (param i32) (result i32)))
        (table 4 4 funcref)
        (memory (export "memory") 1)
        (global $times (mut i32) (i32.const 0))
        (elem (i32.const 1) $"site::later::list::{closure#0}" $"site::later::twice::{closure#0}" $"site::later::twice::{closure#0}")
        (func $"site::start" (export "start") (type $number)
            (i32.add (call $"<site[27cd0353e63fa9bc]::Hall>::door" (local.get 0)) (call $"site::both" (i32.const 1))))
        (func $"site::both" (type $number)
            (global.set $times (i32.add (global.get $times) (i32.const 1)))
            (i32.store (i32.const 8) (global.get $times))
            (i32.mul (local.get 0) (i32.const 10)))
        (func $"<site[27cd0353e63fa9bc]::Hall>::door" (type $number)
            (call $say (local.get 0))
            (i32.add (call $"site::only" (local.get 0)) (call $"site::both" (local.get 0))))
        (func $"site::only" (type $number)
            (call_indirect (type $number) (local.get 0) (i32.const 1)))
        (func $"site::later::list::{closure#0}" (type $number)
            (i32.add (i32.load (i32.const 8)) (i32.const 1000)))
        (func $"site::later::twice::{closure#0}" (type $number) (local.get 0)))"#;

    fn halves<'a>(module: &'a [u8], doors: &[&str]) -> Result<Halves<'a>> {
        let whole = Whole::read(module)?;
        let chosen = chosen(&whole, doors, &[LATER_HERE])?;
        Ok(Halves { whole, chosen })
    }

    fn names(halves: &Halves<'_>) -> Vec<String> {
        halves.chosen.moved.iter().map(|it| halves.whole.names[it].clone()).collect()
    }

    /// What has been said to JavaScript.
    type Said = Vec<i32>;

    fn joined(module: &[u8], linker: &Linker<Said>, store: &mut Store<Said>) -> Instance {
        linker.instantiate_and_start(&mut *store, &Module::new(linker.engine(), module).unwrap()).unwrap()
    }

    fn start(instance: &Instance, store: &mut Store<Said>) -> Result<i32, wasmi::Error> {
        instance.get_typed_func::<i32, i32>(&mut *store, "start").unwrap().call(store, 5)
    }

    fn outside() -> (Linker<Said>, Store<Said>) {
        let engine = Engine::default();
        let mut linker = Linker::new(&engine);
        let say = |mut caller: wasmi::Caller<'_, Said>, number: i32| caller.data_mut().push(number);
        linker.func_wrap("js", "say", say).unwrap();
        (linker, Store::new(&engine, Vec::new()))
    }

    #[test]
    fn what_only_a_door_leads_to_goes_and_what_others_call_stays() {
        let module = wat::parse_str(WHOLE).unwrap();
        let halves = halves(&module, &[DOOR]).unwrap();
        assert_eq!(names(&halves), [DOOR, "site::only", "site::later::list::{closure#0}"]);
    }

    #[test]
    fn two_halves_do_what_the_whole_does() {
        let module = wat::parse_str(WHOLE).unwrap();
        let (linker, mut store) = outside();
        let instance = joined(&module, &linker, &mut store);
        let whole = start(&instance, &mut store).unwrap();

        let halves = halves(&module, &[DOOR]).unwrap();
        let shared: Vec<String> = halves.shared().into_iter().map(|it| it.name).collect();
        let names = shared.iter().map(|name| (name.as_str(), name.as_str())).collect();
        let (mut linker, mut store) = outside();
        let first = joined(&halves.first().unwrap(), &linker, &mut store);
        linker.instance(&mut store, FIRST, first).unwrap();
        joined(&halves.later(&names).unwrap(), &linker, &mut store);
        assert_eq!((start(&first, &mut store).unwrap(), store.data()), (whole, &vec![5]));
    }

    #[test]
    fn a_door_to_a_half_that_has_not_come_is_a_trap_and_nothing_worse() {
        let module = wat::parse_str(WHOLE).unwrap();
        let (linker, mut store) = outside();
        let first = joined(&halves(&module, &[DOOR]).unwrap().first().unwrap(), &linker, &mut store);
        let error = start(&first, &mut store).unwrap_err();
        assert!(error.as_trap_code().is_some() && store.data().is_empty(), "{error}");
    }

    #[test]
    fn a_door_that_was_built_into_another_function_is_missed_by_name() {
        let module = wat::parse_str(WHOLE).unwrap();
        let error = halves(&module, &["site::gone"]).err().unwrap().to_string();
        assert!(error.contains("site::gone") && error.contains("#[inline(never)]"), "{error}");
    }

    /// The path of the module that a file is.
    fn path_of(file: &Path, src: &Path) -> String {
        let inside = file.strip_prefix(src).unwrap().with_extension("");
        let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
        format!("parent_signpost::{}::", parts.join("::"))
    }

    #[test]
    fn whatever_comes_first_looks_into_what_comes_later_only_through_a_door() {
        let src = Workspace::find().unwrap().root().join("src");
        for file in crate::dist::files(&src).unwrap() {
            let is_later = LATER.iter().any(|module| path_of(&file, &src).starts_with(module));
            let is_code = file.extension().is_some_and(|it| it == "rs");
            if !is_code || is_later {
                continue;
            }
            let text = fs::read_to_string(&file).unwrap().replace("crate::", "parent_signpost::");
            assert!(!text.contains("kit::{") && !text.contains("screens::{"), "{}: one line for each", file.display());
            for module in LATER {
                for (place, _) in text.match_indices(module) {
                    let used = text[place..].split(|it: char| !(it.is_alphanumeric() || "_:".contains(it))).next();
                    assert!(used.is_some_and(|it| DOORS.contains(&it)), "{} looks into {used:?}", file.display());
                }
            }
        }
    }
}
