//! Reads from a WebAssembly module how long each function is and what it is called.

use std::{collections::HashMap, ops::Range};

use anyhow::Result;
use wasmparser::{KnownCustom, Name, NameSectionReader, Parser, Payload, TypeRef};

/// A function with a body.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Function {
    /// What the name section calls it, if it does.
    pub(super) name: Option<String>,
    /// The length of its body.
    pub(super) bytes: u64,
}

/// What of a module is weighed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Module {
    /// In the order in which they stand.
    pub(super) functions: Vec<Function>,
    /// The length of the data section, in bytes.
    pub(super) data: u64,
}

impl Module {
    /// Reads a module. An error where the bytes are none.
    pub(super) fn read(bytes: &[u8]) -> Result<Self> {
        let (mut lengths, mut names, mut imported, mut data) = (Vec::new(), HashMap::new(), 0, 0);
        for payload in Parser::new(0).parse_all(bytes) {
            match payload? {
                Payload::ImportSection(imports) => imported = functions_of(imports)?,
                Payload::CodeSectionEntry(body) => lengths.push(length(&body.range())),
                Payload::DataSection(section) => data = length(&section.range()),
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(section) = section.as_known() {
                        names = names_of(section)?;
                    }
                }
                _ => {}
            }
        }
        let named = (imported..).zip(lengths).map(|(index, bytes)| Function { name: names.remove(&index), bytes });
        Ok(Self { functions: named.collect(), data })
    }

    /// Whether any function is called something.
    pub(super) fn has_names(&self) -> bool {
        self.functions.iter().any(|function| function.name.is_some())
    }
}

fn length(range: &Range<u64>) -> u64 {
    range.end - range.start
}

/// How many functions come from outside. They are numbered before those with a body.
pub(in crate::dist) fn functions_of(imports: wasmparser::ImportSectionReader<'_>) -> Result<u32> {
    let mut count = 0;
    for import in imports.into_imports() {
        count += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
    }
    Ok(count)
}

/// What the functions are called, by their numbers.
pub(in crate::dist) fn names_of(section: NameSectionReader<'_>) -> Result<HashMap<u32, String>> {
    let mut names = HashMap::new();
    for part in section {
        if let Name::Function(functions) = part? {
            for naming in functions {
                let naming = naming?;
                names.insert(naming.index, naming.name.to_owned());
            }
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A section: its number, its length, what is in it.
    fn section(number: u8, content: &[u8]) -> Vec<u8> {
        [&[number, content.len() as u8], content].concat()
    }

    /// A module that imports one function and has two: an empty one and one with a `nop`; and three bytes of data.
    fn small(names: &[u8]) -> Vec<u8> {
        let import = [&[1, 1][..], b"a", &[1], b"b", &[0, 0]].concat();
        let parts = [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, &[1, 0x60, 0, 0]),
            section(2, &import),
            section(3, &[2, 0, 0]),
            section(5, &[1, 0, 1]),
            section(10, &[2, 2, 0, 0x0b, 3, 0, 0x01, 0x0b]),
            section(11, &[&[1, 0, 0x41, 0, 0x0b, 3][..], b"xyz"].concat()),
            names.to_vec(),
        ];
        parts.concat()
    }

    /// A name section that calls the functions 0, 1 and 2 so.
    fn names(called: [&str; 3]) -> Vec<u8> {
        let entry = |(index, name): (usize, &str)| [&[index as u8, name.len() as u8], name.as_bytes()].concat();
        let entries: Vec<u8> = called.into_iter().enumerate().flat_map(entry).collect();
        let map = [&[3], entries.as_slice()].concat();
        section(0, &[&[4], &b"name"[..], &section(1, &map)].concat())
    }

    #[test]
    fn each_function_has_its_length_and_its_name() {
        let module = Module::read(&small(&names(["outside", "core::a", "tachys::b"]))).unwrap();
        let told = module.functions.iter().map(|it| (it.name.as_deref(), it.bytes));
        assert_eq!(told.collect::<Vec<_>>(), [(Some("core::a"), 2), (Some("tachys::b"), 3)]);
        assert_eq!(module.data, 9);
    }

    #[test]
    fn a_module_without_a_name_section_has_no_names() {
        let module = Module::read(&small(&[])).unwrap();
        assert_eq!((module.functions.len(), module.has_names()), (2, false));
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(Module::read(b"<!doctype html>").is_err());
    }
}
