//! The few words that the format knows, each one of a closed list.

use serde::{Deserialize, Serialize};

/// A word of a closed list: how it is called in content, records and tests.
pub trait Named: Copy + PartialEq + Sized + 'static {
    /// All of them, in the order in which they travel.
    const ALL: &'static [(&'static str, Self)];

    /// The one of this name.
    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(own, _)| *own == name).map(|(_, word)| *word)
    }

    /// Its name.
    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, word)| *word == self).map_or("", |(name, _)| name)
    }
}

macro_rules! kinds {
    ($(
        $(#[$doc:meta])*
        $kind:ident { $($(#[$about:meta])* $word:ident = $name:literal,)* }
    )*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $kind {
            $($(#[$about])* $word,)*
        }

        impl Named for $kind {
            const ALL: &'static [(&'static str, Self)] = &[$(($name, Self::$word)),*];
        }
    )*};
}

kinds! {
    /// Whether a question or a support concerns one child or the family.
    About {
        /// Once for each child.
        Child = "child",
        /// Once.
        #[default]
        Family = "family",
    }

    /// How a question is answered.
    Kind {
        /// One choice.
        #[default]
        One = "one",
        /// Any number of choices.
        Many = "many",
        /// A month and a year, or an age band.
        Month = "month",
        /// A few words of the parent's own.
        Text = "text",
    }

    /// Who asks a question, and where.
    Asked {
        /// On the path, like most.
        #[default]
        OnPath = "on-path",
        /// By the preview of the sheet.
        OnSheet = "on-sheet",
        /// Only where the site brings the choices.
        BySite = "by-site",
        /// On the first screen, under each child's name. It counts as standing before every section.
        WithName = "with-name",
    }

    /// A part of the sheet: a choice of the question that the sheet asks.
    SheetPart {
        /// What is going well.
        #[default]
        Strengths = "strengths",
        /// What the parent would like to happen.
        Goals = "goals",
        /// What they want to talk about.
        Needs = "needs",
        /// What they chose from their list.
        Options = "options",
        /// What would make it easier.
        Access = "access",
        /// Questions to ask.
        Questions = "questions",
    }

    /// Where the family supports of a topic stand on the list.
    TopicGroup {
        /// For you and your family.
        #[default]
        Family = "family",
        /// Money, home and work.
        Money = "money",
        /// Being part of school.
        School = "school",
    }

    /// Whether a support is for every family.
    Tier {
        /// For every family.
        #[default]
        Universal = "universal",
        /// For families in some circumstances.
        Targeted = "targeted",
    }

    /// A way to reach a support.
    Way {
        /// By phone.
        #[default]
        Phone = "phone",
        /// On a website.
        Web = "web",
        /// By text or chat.
        Text = "text",
        /// By email.
        Email = "email",
        /// By going there.
        InPerson = "in-person",
        /// Through school or college.
        School = "school",
        /// Through a nursery, pre-school or childminder.
        EarlyYears = "early-years",
        /// Through a family hub.
        Hub = "hub",
        /// Through a GP.
        Gp = "gp",
        /// Through a health visitor or school nurse.
        HealthVisitor = "health-visitor",
        /// Through a midwife.
        Midwife = "midwife",
        /// Through the council.
        Council = "council",
        /// Somebody comes to the home.
        Home = "home",
        /// By video.
        Video = "video",
    }

    /// What it costs the family.
    Cost {
        /// Nothing.
        #[default]
        Free = "free",
        /// A little, or nothing for some.
        LowCost = "low-cost",
        /// It has a price.
        Paid = "paid",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_called_the_same_by_everybody<W: Named + std::fmt::Debug + Serialize>() {
        for (name, word) in W::ALL {
            assert_eq!(W::named(name), Some(*word));
            assert_eq!(word.name(), *name);
            assert_eq!(serde_json::to_value(word).ok(), Some(serde_json::Value::from(*name)));
        }
    }

    #[test]
    fn every_word_has_one_name() {
        is_called_the_same_by_everybody::<About>();
        is_called_the_same_by_everybody::<Kind>();
        is_called_the_same_by_everybody::<Asked>();
        is_called_the_same_by_everybody::<SheetPart>();
        is_called_the_same_by_everybody::<TopicGroup>();
        is_called_the_same_by_everybody::<Tier>();
        is_called_the_same_by_everybody::<Way>();
        is_called_the_same_by_everybody::<Cost>();
    }
}
