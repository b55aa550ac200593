//! What an id looks like: lower-case words joined by hyphens.

/// Whether this is lower-case words joined by hyphens.
pub(crate) fn is_id(id: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    id.split('-').all(|word| !word.is_empty() && word.bytes().all(letter))
}

/// The id that was probably meant, if there is anything to make one of.
pub(crate) fn mended(id: &str) -> Option<String> {
    let words = id.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mended = words.collect::<Vec<_>>().join("-").to_ascii_lowercase();
    (!mended.is_empty()).then_some(mended)
}
