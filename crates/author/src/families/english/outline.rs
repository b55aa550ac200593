//! Sentences under sentences, as indented text.

use textwrap::{Options, WordSplitter, fill};

use crate::families::english::Found;

/// How wide the text is, in characters.
const WIDTH: usize = 100;

/// One sentence, and those under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// What it says.
    pub says: String,
    /// For one family: whether it is so, and why.
    pub found: Option<Found>,
    /// Any one of those under it will do; otherwise all must.
    pub any: bool,
    /// What belongs to it.
    pub under: Vec<Item>,
}

impl Item {
    /// A sentence with nothing under it.
    pub fn of(says: impl Into<String>) -> Self {
        Self { says: says.into(), ..Self::default() }
    }

    /// As text: this sentence at the margin, the others indented below it. Cases are numbered.
    pub fn drawn(&self) -> String {
        let mut out = String::new();
        self.draw("", 0, &mut out);
        out
    }

    fn draw(&self, bullet: &str, indent: usize, out: &mut String) {
        let hang = " ".repeat(indent + bullet.chars().count());
        let first = format!("{}{bullet}", " ".repeat(indent));
        *out += &wrapped(&self.marked(), &first, &hang);
        if let Some(because) = self.found.as_ref().map(|found| &found.because).filter(|because| !because.is_empty()) {
            *out += &wrapped(&format!("({because})"), &hang, &hang);
        }
        for (index, item) in self.under.iter().enumerate() {
            let bullet = if self.any { format!("{}. ", index + 1) } else { "- ".into() };
            item.draw(&bullet, hang.len().max(2), out);
        }
    }

    fn marked(&self) -> String {
        self.found.as_ref().map_or_else(|| self.says.clone(), |found| format!("{}: {}", found.mark, self.says))
    }
}

fn wrapped(text: &str, first: &str, rest: &str) -> String {
    // An id is never broken at its hyphens, so that it can be copied.
    let options = Options::new(WIDTH).word_splitter(WordSplitter::NoHyphenation).break_words(false);
    fill(text, options.initial_indent(first).subsequent_indent(rest)) + "\n"
}
