//! The bytes of one file: not too many, and as text whatever they are.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// No file of content comes near it, and a larger one would only keep the author waiting.
pub(crate) const LARGEST: u64 = 4 * 1024 * 1024;

/// So much of a picture is read: more than one may have.
const BEGINNING: u64 = 64 * 1024;

/// A text, and the byte where it stops being what it should be.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) fault: Option<Fault>,
}

/// Why bytes are not the text they should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// From this byte on it is no UTF-8.
    NotUtf8(usize),
    /// Every character has two bytes, as some editors of Windows save "Unicode".
    Utf16,
}

/// Reads a file. The error is a sentence: it is not there, no file, or too large to be one of ours.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, String> {
    let about = fs::metadata(path).map_err(|error| cannot_read(path, &error))?;
    if !about.is_file() {
        return Err(format!("{} is not a file: a folder may not be named so.", path.display()));
    }
    if about.len() > LARGEST {
        let (is, may) = (about.len().div_ceil(1024 * 1024), LARGEST / 1024 / 1024);
        return Err(format!("{} has {is} MB: a file of content has at most {may}.", path.display()));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| cannot_read(path, &error))?;
    file.take(LARGEST).read_to_end(&mut bytes).map_err(|error| cannot_read(path, &error))?;
    Ok(bytes)
}

/// How large a file is, and what it begins with. The error is a sentence.
pub(crate) fn beginning(path: &Path) -> Result<(u64, Vec<u8>), String> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| cannot_read(path, &error))?;
    let size = file.metadata().map_err(|error| cannot_read(path, &error))?.len();
    file.take(BEGINNING).read_to_end(&mut bytes).map_err(|error| cannot_read(path, &error))?;
    Ok((size, bytes))
}

/// The sentence for something that could not be read.
pub(crate) fn cannot_read(path: &Path, error: &io::Error) -> String {
    format!("{} could not be read: {error}.", path.display())
}

/// Bytes as text; what cannot be understood is replaced.
pub(crate) fn text(bytes: &[u8]) -> Decoded {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        // Some editors of Windows open a file with this mark.
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Decoded {
    let fault = std::str::from_utf8(bytes).err().map(|error| Fault::NotUtf8(error.valid_up_to()));
    Decoded { text: String::from_utf8_lossy(bytes).into_owned(), fault }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded {
    let units: Vec<u16> = bytes.as_chunks().0.iter().copied().map(unit).collect();
    Decoded { text: String::from_utf16_lossy(&units), fault: Some(Fault::Utf16) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_whatever_its_encoding() {
        let of = |bytes: &[u8]| {
            let Decoded { text, fault } = text(bytes);
            (text, fault)
        };
        assert_eq!(of("é".as_bytes()), ("é".into(), None));
        assert_eq!(of(b"\xef\xbb\xbfa"), ("a".into(), None));
        assert_eq!(of(b"a\xa35"), ("a\u{fffd}5".into(), Some(Fault::NotUtf8(1))));
        assert_eq!(of(b"\xff\xfea\0=\0"), ("a=".into(), Some(Fault::Utf16)));
        assert_eq!(of(b"\xfe\xff\0a\0"), ("a".into(), Some(Fault::Utf16)), "a byte too many is no matter");
    }
}
