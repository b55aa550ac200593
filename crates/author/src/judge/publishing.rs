//! What a person must still ring or read before parents rely on it: the urgent box first, then what nobody has
//! compared with its source, then what somebody is not quite sure of.

use crate::format::draft::{Draft, WrittenSupport};
use crate::format::vocabulary::Sure;
use crate::source::files::Files;

/// Everything that is open.
pub struct Open<'a> {
    urgent: Vec<&'a WrittenSupport>,
    unchecked: Vec<&'a WrittenSupport>,
    unsure: Vec<&'a WrittenSupport>,
}

impl<'a> Open<'a> {
    /// What is open in a content.
    pub fn of(draft: &'a Draft) -> Self {
        let open = draft.supports().filter(|support| support.sure != Some(Sure::High) || support.checked.is_none());
        let (urgent, rest): (Vec<_>, Vec<_>) = open.partition(|support| support.written.urgent);
        let (unchecked, unsure) = rest.into_iter().partition(|support| is_unchecked(support));
        Self { urgent, unchecked, unsure }
    }

    /// How many supports are open.
    pub fn count(&self) -> usize {
        self.urgent.len() + self.unchecked.len() + self.unsure.len()
    }

    /// Whether a number of the urgent box was never checked: parents in danger would rely on it.
    pub fn must_wait(&self) -> bool {
        self.urgent.iter().any(|support| is_unchecked(support))
    }

    /// All of it as a list to go through.
    pub fn told(&self, files: &Files) -> String {
        let parts = [
            ("In the urgent box", &self.urgent),
            ("Never compared with its source", &self.unchecked),
            ("Compared, but not surely right", &self.unsure),
        ];
        let parts = parts.into_iter().filter(|(_, supports)| !supports.is_empty());
        let told: String = parts.map(|(title, supports)| part(files, title, supports)).collect();
        let wait = if self.must_wait() { "Do not publish before the urgent box is checked.\n" } else { "" };
        let count = crate::source::say::count(self.count(), "support");
        format!("{told}{count} to check before publishing. {wait}").trim_end().to_owned() + "\n"
    }
}

fn is_unchecked(support: &WrittenSupport) -> bool {
    support.checked.is_none() || support.sure == Some(Sure::Low)
}

fn part(files: &Files, title: &str, supports: &[&WrittenSupport]) -> String {
    let lines: String = supports.iter().map(|support| line(files, support)).collect();
    format!("{title}\n{lines}\n")
}

fn line(files: &Files, support: &WrittenSupport) -> String {
    let (line, _) = files.line_and_column(support.id.spot);
    let path = files.get(support.id.spot.file).map_or("", |file| file.path.as_str());
    let numbers = std::iter::once(&support.written.phone).chain(support.written.also.iter().map(|also| &also.phone));
    let numbers: Vec<&str> = numbers.filter(|number| !number.is_empty()).map(String::as_str).collect();
    let ring = if numbers.is_empty() { String::new() } else { format!("ring {}; ", numbers.join(", ")) };
    format!("  {path}:{line}: `{}`: {ring}read {}\n", support.id.value, support.source)
}
