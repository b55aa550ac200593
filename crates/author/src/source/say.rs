//! What many sentences for authors are made of: counts and lists.

/// "1 question", "2 questions".
pub fn count(number: usize, thing: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{plural}")
}

/// "one, two or three"; "nothing" where there is none.
pub fn joined(parts: &[String], word: &str) -> String {
    match parts {
        [] => "nothing".into(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {word} {last}", first.join(", ")),
    }
}

/// A letter that cannot be shown, by its number: "a character that nobody can see, U+0001".
pub(crate) fn unseen(letter: char) -> String {
    format!("a character that nobody can see, U+{:04X}", u32::from(letter))
}
