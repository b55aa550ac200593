//! What was probably meant by a word that nobody knows.

/// The known word that is nearest to this one, if it is near enough to be a slip of the pen.
/// Of equally near words the first wins.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let far = 1 + word.chars().count() / 4;
    let distance = |other: &'a str| (strsim::damerau_levenshtein(word, other), other);
    let near = known.into_iter().map(distance).filter(|(distance, _)| *distance <= far);
    near.min_by_key(|(distance, _)| *distance).map(|(_, other)| other.to_owned())
}

/// A few words for "one of …": a few of them, so that a message stays one line.
pub fn one_of<'a>(known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    let shown = known.iter().take(14).map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    let more = if known.len() > 14 { " and others" } else { "" };
    format!("one of {shown}{more}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_understood_and_a_strange_word_is_not() {
        let known = ["c-areas.sleep", "c-areas.talk", "f-work.studying"];
        assert_eq!(nearest("c-areas.slep", known), Some("c-areas.sleep".into()));
        assert_eq!(nearest("f-wrok.studying", known), Some("f-work.studying".into()));
        assert_eq!(nearest("weather", known), None);
    }
}
