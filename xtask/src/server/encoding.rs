//! Which compressed sibling of a file a browser gets.

use std::path::{Path, PathBuf};

/// A compressed form that may lie beside a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Brotli,
    Gzip,
}

impl Encoding {
    /// The smaller one first.
    pub(crate) const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// Its name in HTTP.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// The file beside this one: `app.js` has `app.js.br` and `app.js.gz`.
    pub(crate) fn sibling(self, file: &Path) -> PathBuf {
        let mut name = file.as_os_str().to_owned();
        name.push(match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        });
        name.into()
    }
}

/// The smallest form of the file that is there and that `Accept-Encoding` allows.
pub(super) fn choose(file: &Path, accepted: &str) -> Option<Encoding> {
    let mut known = Encoding::ALL.into_iter();
    known.find(|it| allows(accepted, it.name()) && it.sibling(file).is_file())
}

/// Whether the header names this encoding with a weight above zero.
fn allows(accepted: &str, name: &str) -> bool {
    accepted.split(',').any(|part| {
        let (coding, weight) = part.split_once(';').unwrap_or((part, ""));
        coding.trim().eq_ignore_ascii_case(name) && !is_zero(weight)
    })
}

fn is_zero(weight: &str) -> bool {
    let value = weight.trim().strip_prefix("q=");
    value.is_some_and(|value| value.parse::<f32>().is_ok_and(|value| value <= 0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoding_is_used_only_when_it_is_accepted() {
        assert!(allows("gzip, deflate, br", "br"));
        assert!(allows("BR;q=0.5", "br"));
        assert!(!allows("gzip", "br"));
        assert!(!allows("brotli", "br"));
        assert!(!allows("", "br"));
    }

    #[test]
    fn weight_zero_means_no() {
        assert!(!allows("br;q=0, gzip", "br"));
        assert!(!allows("br; q=0.000", "br"));
    }
}
