//! Puts the functions of the WebAssembly in an order that compresses well.
//!
//! wasm-opt begins with what is called most, so that a call takes one byte less. Brotli gains more where a function
//! stands beside one that it looks like, and functions of one type and of about one length often do. wasm-opt can sort
//! functions by their names, so here they get names that say where each belongs.

use anyhow::{Context, Result};
use wasmparser::{Parser, Payload};

use super::weights::functions_of;

/// The sections that are read or written, by their numbers in WebAssembly.
const NAMES: u8 = 0;
const TYPES: u8 = 3;
const CODE: u8 = 10;

/// The magic number and the version, before the first section.
const HEAD: usize = 8;
/// In the section of names: these are the names of functions.
const OF_FUNCTIONS: u8 = 1;

/// The module with names for its functions, in whose order the functions should stand.
///
/// # Errors
/// The module is cut off, or imports something that is no function.
pub(super) fn named(module: &[u8]) -> Result<Vec<u8>> {
    let places = places(module)?;
    let mut names = Vec::new();
    put_number(&mut names, places.len());
    for (function, place) in (imported(module)?..).zip(&places) {
        put_number(&mut names, function);
        put(&mut names, format!("{place:06}").as_bytes());
    }
    let mut section = Vec::new();
    put(&mut section, b"name");
    section.push(OF_FUNCTIONS);
    put(&mut section, &names);
    let mut named = module.to_vec();
    named.push(NAMES);
    put(&mut named, &section);
    Ok(named)
}

/// For each function where it should stand: by type, within that by length, roughly, and within that by its bytes.
fn places(module: &[u8]) -> Result<Vec<usize>> {
    let types = each(module, TYPES, Reader::number)?;
    let codes = each(module, CODE, Reader::bytes)?;
    let likeness = |&it: &usize| (types.get(it), codes[it].len().checked_ilog2(), codes[it]);
    let mut order: Vec<_> = (0..codes.len()).collect();
    order.sort_by_key(likeness);
    let mut places = vec![0; order.len()];
    for (place, function) in order.into_iter().enumerate() {
        places[function] = place;
    }
    Ok(places)
}

/// How many functions come from outside: they are numbered before the module's own.
fn imported(module: &[u8]) -> Result<usize> {
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ImportSection(imports) = payload? {
            return Ok(functions_of(imports)? as usize);
        }
    }
    Ok(0)
}

/// What `read` makes of each entry of one section.
fn each<'a, T>(module: &'a [u8], wanted: u8, mut read: impl FnMut(&mut Reader<'a>) -> Result<T>) -> Result<Vec<T>> {
    let mut reader = Reader(module);
    reader.take(HEAD)?;
    while !reader.0.is_empty() {
        let (section, content) = (reader.byte()?, reader.bytes()?);
        if section == wanted {
            let mut entries = Reader(content);
            return (0..entries.number()?).map(|_| read(&mut entries)).collect();
        }
    }
    Ok(Vec::new())
}

/// What is still to be read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length).context("The WebAssembly ends too early.")?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    /// Seven bits a byte, the lowest first; the eighth bit says that more follow.
    fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..u32::BITS).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        Ok(number)
    }

    /// A number, and as many bytes.
    fn bytes(&mut self) -> Result<&'a [u8]> {
        let length = self.number()?;
        self.take(length)
    }
}

/// [`Reader::number`] the other way round.
fn put_number(to: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        to.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

/// [`Reader::bytes`] the other way round.
fn put(to: &mut Vec<u8>, bytes: &[u8]) {
    put_number(to, bytes.len());
    to.extend(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    const IMPORTS: u8 = 2;

    /// One import, and functions of these types with these bodies.
    fn module(functions: &[(u8, &[u8])]) -> Vec<u8> {
        let section = |number: u8, count: usize, content: &[u8]| {
            let mut section = vec![number];
            put(&mut section, &[&[count as u8], content].concat());
            section
        };
        let types: Vec<_> = functions.iter().map(|(kind, _)| *kind).collect();
        let mut codes = Vec::new();
        functions.iter().for_each(|(_, code)| put(&mut codes, code));
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(IMPORTS, 1, b"\x01a\x01b\0\0"),
            section(TYPES, types.len(), &types),
            section(CODE, functions.len(), &codes),
        ]
        .concat()
    }

    #[test]
    fn like_functions_stand_together() {
        let module = module(&[(2, b"long body of two"), (1, b"bb"), (2, b"cc"), (1, b"aa")]);
        assert_eq!(places(&module).unwrap(), [3, 1, 2, 0]);
    }

    #[test]
    fn names_follow_the_module_and_count_from_after_the_imports() {
        let module = module(&[(2, b"x"), (1, b"y")]);
        let named = named(&module).unwrap();
        assert_eq!(named[..module.len()], module);
        assert_eq!(named[module.len()..], *b"\0\x18\x04name\x01\x11\x02\x01\x06000001\x02\x06000000".as_slice());
    }

    #[test]
    fn long_numbers_come_back() {
        for number in [0, 127, 128, 300_000] {
            let mut written = Vec::new();
            put_number(&mut written, number);
            assert_eq!(Reader(&written).number().unwrap(), number);
        }
    }

    #[test]
    fn a_module_that_is_cut_off_is_refused() {
        let whole = module(&[(1, b"body")]);
        assert!(named(&whole[..whole.len() - 1]).is_err());
    }
}
