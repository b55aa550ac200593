//! Names with a hash of what they hold, and the digests that pages check.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha384};

/// How many hexadecimal digits of the hash a name carries.
const DIGITS: usize = 16;

/// `app` and `js` become `app-0123456789abcdef.js`, from the bytes.
pub(crate) fn hashed(stem: &str, extension: &str, bytes: &[u8]) -> String {
    format!("{stem}-{}.{extension}", digits(bytes))
}

/// The digits of a hash that a name carries.
pub(crate) fn digits(bytes: &[u8]) -> String {
    Sha384::digest(bytes).iter().take(DIGITS / 2).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a name carries a hash, so that a browser may keep the file for ever.
pub(crate) fn is_hashed(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| is_hash(hash))
}

fn is_hash(text: &str) -> bool {
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    text.len() == DIGITS && text.bytes().all(digit)
}

/// The digest for an `integrity` attribute.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_made_here_is_known_to_be_hashed() {
        let name = hashed("asked.en", "txt", b"{}");
        assert!(name.starts_with("asked.en-") && is_hashed(&name), "{name}");
    }

    #[test]
    fn a_name_without_a_hash_is_not_kept_for_ever() {
        for name in ["index.html", "embed.js", "line-drawing.svg", "app-0123.js", "a-0123456789ABCDEF.js"] {
            assert!(!is_hashed(name), "{name}");
        }
    }

    #[test]
    fn other_bytes_give_another_name() {
        assert_ne!(hashed("app", "js", b"a"), hashed("app", "js", b"b"));
    }

    #[test]
    fn the_digest_is_the_one_that_browsers_compute() {
        let empty = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(integrity(b""), empty);
    }
}
