//! The fixed words of the format.

use signpost_core::catalogue::{About, Asked, Cost, Kind, Named, SheetPart, Tier, TopicGroup, Way};
use signpost_core::sitting::Printing;
use signpost_core::visit::Keeping;

/// A value that is written as one of a few words.
pub(crate) trait Vocabulary: Copy + 'static {
    /// The words and what they mean.
    const WORDS: &'static [(&'static str, Self)];
}

/// How sure an author is of what they wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sure {
    High,
    Medium,
    Low,
}

/// Who puts the questions on their own pages or screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SiteKind {
    School,
    Hub,
    Council,
}

/// A line picture, by its name in the sheet of pictures that the widget has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LinePicture(pub(crate) &'static str);

impl LinePicture {
    const fn named(name: &'static str) -> (&'static str, Self) {
        (name, Self(name))
    }
}

/// How a family that is written as text does not answer.
pub(crate) const SKIP: &str = "skip";

/// How it says "prefer not to say".
pub(crate) const PREFER_NOT: &str = "pna";

/// Answers that every question has: no choice may be called so.
pub(crate) const ANSWERS: [&str; 2] = [SKIP, PREFER_NOT];

macro_rules! words {
    ($($name:ty: $($word:literal = $value:expr),*;)*) => {$(
        impl Vocabulary for $name {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, $value)),*];
        }
    )*};
}

words! {
    Sure: "high" = Sure::High, "medium" = Sure::Medium, "low" = Sure::Low;
    SiteKind: "school" = SiteKind::School, "hub" = SiteKind::Hub, "council" = SiteKind::Council;
    Keeping:
        "nowhere" = Keeping::Nowhere, "this-visit" = Keeping::ThisVisit, "this-device" = Keeping::ThisDevice;
    Printing: "off" = Printing::Off, "ask" = Printing::Ask, "on" = Printing::On;
}

impl Vocabulary for LinePicture {
    const WORDS: &'static [(&'static str, Self)] = &[
        Self::named("baby"),
        Self::named("blocks"),
        Self::named("book"),
        Self::named("bowl"),
        Self::named("drop"),
        Self::named("eye"),
        Self::named("globe"),
        Self::named("hands"),
        Self::named("health"),
        Self::named("heart"),
        Self::named("home"),
        Self::named("leaf"),
        Self::named("money"),
        Self::named("moon"),
        Self::named("people"),
        Self::named("phone"),
        Self::named("rainbow"),
        Self::named("school"),
        Self::named("shield"),
        Self::named("signpost"),
        Self::named("star"),
        Self::named("talk"),
        Self::named("target"),
        Self::named("work"),
    ];
}

macro_rules! as_in_the_catalogue {
    ($($name:ty),*) => {$(
        impl Vocabulary for $name {
            const WORDS: &'static [(&'static str, Self)] = <$name as Named>::ALL;
        }
    )*};
}

as_in_the_catalogue!(About, Kind, Asked, SheetPart, Tier, TopicGroup, Cost, Way);

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn authors_write_the_same_words_for_keeping_as_a_saved_visit_holds() {
        Keeping::WORDS.iter().for_each(|(word, keeping)| assert_eq!(keeping.name(), *word));
    }

    #[test]
    fn authors_name_the_line_pictures_that_the_widget_has_and_no_others() {
        let sheet = include_str!("../../../../src/view/kit/pictures.svg");
        let drawn = sheet.split("id=\"picture-").skip(1).filter_map(|rest| rest.split('"').next());
        let drawn: BTreeSet<_> = drawn.collect();
        let named: BTreeSet<_> = LinePicture::WORDS.iter().map(|(name, _)| *name).collect();
        assert_eq!(drawn, named);
    }
}
