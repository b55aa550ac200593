//! The fixed words of the format.

use signpost_core::pack::{About, Asked, Cost, Kind, Tier, TopicGroup, Way};
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

macro_rules! words {
    ($($name:ty: $($word:literal = $value:expr),*;)*) => {$(
        impl Vocabulary for $name {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, $value)),*];
        }
    )*};
}

words! {
    About: "child" = About::Child, "family" = About::Family;
    Kind: "one" = Kind::One, "many" = Kind::Many, "month" = Kind::Month, "text" = Kind::Text;
    Asked: "on-path" = Asked::OnPath, "on-sheet" = Asked::OnSheet, "by-site" = Asked::BySite,
        "with-name" = Asked::WithName;
    Tier: "universal" = Tier::Universal, "targeted" = Tier::Targeted;
    TopicGroup: "family" = TopicGroup::Family, "money" = TopicGroup::Money, "school" = TopicGroup::School;
    Cost: "free" = Cost::Free, "low-cost" = Cost::LowCost, "paid" = Cost::Paid;
    Sure: "high" = Sure::High, "medium" = Sure::Medium, "low" = Sure::Low;
    SiteKind: "school" = SiteKind::School, "hub" = SiteKind::Hub, "council" = SiteKind::Council;
    Keeping:
        "nowhere" = Keeping::Nowhere, "this-visit" = Keeping::ThisVisit, "this-device" = Keeping::ThisDevice;
    Way:
        "phone" = Way::Phone, "web" = Way::Web, "text" = Way::Text, "email" = Way::Email,
        "in-person" = Way::InPerson, "school" = Way::School, "early-years" = Way::EarlyYears, "hub" = Way::Hub,
        "gp" = Way::Gp, "health-visitor" = Way::HealthVisitor, "midwife" = Way::Midwife,
        "council" = Way::Council, "home" = Way::Home, "video" = Way::Video;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same_as_in_the_pack<T: Vocabulary + serde_json_like::Written>() {
        for (word, value) in T::WORDS {
            assert_eq!(value.written(), format!("\"{word}\""));
        }
    }

    mod serde_json_like {
        use super::*;

        pub(super) trait Written {
            fn written(&self) -> String;
        }

        macro_rules! written {
            ($($name:ty),*) => {$(impl Written for $name {
                fn written(&self) -> String {
                    serde_json::to_string(self).unwrap()
                }
            })*};
        }

        written!(About, Kind, Asked, Tier, TopicGroup, Cost, Way);
    }

    #[test]
    fn authors_write_the_same_words_for_keeping_as_a_saved_visit_holds() {
        Keeping::WORDS.iter().for_each(|(word, keeping)| assert_eq!(keeping.name(), *word));
    }

    #[test]
    fn authors_write_the_same_words_as_the_pack_holds() {
        same_as_in_the_pack::<About>();
        same_as_in_the_pack::<Kind>();
        same_as_in_the_pack::<Asked>();
        same_as_in_the_pack::<Tier>();
        same_as_in_the_pack::<TopicGroup>();
        same_as_in_the_pack::<Cost>();
        same_as_in_the_pack::<Way>();
    }
}
