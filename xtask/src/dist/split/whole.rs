//! A module as it is before it is split.

use std::collections::HashMap;

use anyhow::{Result, bail, ensure};
use wasmparser::{
    ConstExpr, ElementItems, ElementKind, Export, ExternalKind, FunctionBody, GlobalType, KnownCustom, MemoryType,
    Operator, Parser, Payload, TableType, TypeRef,
};

use crate::dist::weights::names_of;

/// The number of a function, counted from the first import.
pub(super) type Function = u32;

/// What is known of a module.
#[derive(Default)]
pub(super) struct Whole<'a> {
    /// The bytes of the sections that no function is named in, by their numbers.
    pub(super) raw: HashMap<u8, &'a [u8]>,
    /// The type of every function, by its number.
    pub(super) types: Vec<u32>,
    /// How many functions are imported.
    pub(super) imported: u32,
    /// Where each function with a body begins.
    pub(super) bodies: Vec<FunctionBody<'a>>,
    /// What each function calls.
    pub(super) calls: Vec<Vec<Function>>,
    /// What each function is called, without the hashes of crates.
    pub(super) names: HashMap<Function, String>,
    pub(super) exports: Vec<Export<'a>>,
    pub(super) tables: Vec<TableType>,
    pub(super) memories: Vec<MemoryType>,
    pub(super) globals: Vec<GlobalType>,
    /// The functions of the first table, and the place of the first of them.
    pub(super) table: Vec<Function>,
    pub(super) table_begins: u32,
}

impl<'a> Whole<'a> {
    pub(super) fn read(module: &'a [u8]) -> Result<Self> {
        let mut whole = Self::default();
        for payload in Parser::new(0).parse_all(module) {
            whole.take(payload?, module)?;
        }
        whole.calls = whole.bodies.iter().map(called).collect::<Result<_>>()?;
        Ok(whole)
    }

    fn take(&mut self, payload: Payload<'a>, module: &'a [u8]) -> Result<()> {
        if let Some((id, range)) = payload.as_section() {
            self.raw.insert(id, &module[usize::try_from(range.start)?..usize::try_from(range.end)?]);
        }
        match payload {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    match import?.ty {
                        TypeRef::Func(kind) => self.types.push(kind),
                        _ => bail!("The WebAssembly imports more than functions; split must follow it."),
                    }
                }
                self.imported = u32::try_from(self.types.len())?;
            }
            Payload::FunctionSection(types) => self.types.extend(types.into_iter().collect::<Result<Vec<_>, _>>()?),
            Payload::TableSection(tables) => {
                for table in tables {
                    self.tables.push(table?.ty);
                }
            }
            Payload::MemorySection(memories) => self.memories = memories.into_iter().collect::<Result<_, _>>()?,
            Payload::GlobalSection(globals) => {
                for global in globals {
                    self.globals.push(global?.ty);
                }
            }
            Payload::ExportSection(exports) => self.exports = exports.into_iter().collect::<Result<_, _>>()?,
            Payload::StartSection { .. } => bail!("The WebAssembly starts by itself; split must follow it."),
            Payload::ElementSection(segments) => {
                for segment in segments {
                    let segment = segment?;
                    ensure!(self.table.is_empty(), "The table is filled in several pieces; split must follow it.");
                    (self.table_begins, self.table) = filled(&segment.kind, &segment.items)?;
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    self.names = names_of(section)?.into_iter().map(|(it, name)| (it, without_hashes(&name))).collect();
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Every function with a body.
    pub(super) fn own(&self) -> impl Iterator<Item = Function> + use<> {
        self.imported..u32::try_from(self.types.len()).unwrap_or(u32::MAX)
    }

    /// What a function calls; nothing is known of those that are imported.
    pub(super) fn called_by(&self, function: Function) -> &[Function] {
        function.checked_sub(self.imported).and_then(|it| self.calls.get(it as usize)).map_or(&[], Vec::as_slice)
    }

    /// What JavaScript may call.
    pub(super) fn is_exported(&self, function: Function) -> bool {
        self.exports.iter().any(|export| export.kind == ExternalKind::Func && export.index == function)
    }

    /// How often a function stands in the table.
    pub(super) fn in_table(&self, function: Function) -> usize {
        self.table.iter().filter(|it| **it == function).count()
    }
}

/// The functions of a segment, and the place of the first.
fn filled(kind: &ElementKind<'_>, items: &ElementItems<'_>) -> Result<(u32, Vec<Function>)> {
    match (kind, items) {
        (ElementKind::Active { table_index: None | Some(0), offset_expr }, ElementItems::Functions(functions)) => {
            Ok((place(offset_expr)?, functions.clone().into_iter().collect::<Result<_, _>>()?))
        }
        _ => bail!("The table is filled in another way; split must follow it."),
    }
}

fn place(offset: &ConstExpr<'_>) -> Result<u32> {
    match offset.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(u32::try_from(value)?),
        _ => bail!("The table begins at a place that is worked out; split must follow it."),
    }
}

fn called(body: &FunctionBody<'_>) -> Result<Vec<Function>> {
    let mut called = Vec::new();
    for operator in body.get_operators_reader()? {
        match operator? {
            Operator::Call { function_index } => called.push(function_index),
            Operator::RefFunc { .. } | Operator::ReturnCall { .. } | Operator::TableInit { .. } => {
                bail!("The WebAssembly names a function in another way than a call; split must follow it.")
            }
            _ => {}
        }
    }
    Ok(called)
}

/// `signpost_core[1f61892f72aa9fe7]::plan` is `signpost_core::plan`, whatever the compiler.
fn without_hashes(name: &str) -> String {
    let mut parts = name.split('[');
    let mut clean = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest)) if hash.len() > 8 && hash.bytes().all(|it| it.is_ascii_hexdigit()) => clean += rest,
            _ => clean.extend(["[", part]),
        }
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_of_crates_are_no_part_of_a_name_and_slices_are() {
        assert_eq!(without_hashes("<core[27cd0353e63fa9bc]::A<[u8]>>::b[1]"), "<core::A<[u8]>>::b[1]");
    }
}
