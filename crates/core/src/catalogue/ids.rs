//! Ids: small numbers that only a catalogue makes, so an id in hand exists.

/// How many of a kind a catalogue can hold.
pub(crate) const MOST: usize = u16::MAX as usize + 1;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u16);

        impl $name {
            /// Of something that is there: no list is longer than [`MOST`].
            pub(crate) fn at(index: usize) -> Self {
                Self(index as u16)
            }

            /// Its place in the content's order, from 0.
            pub fn index(self) -> usize {
                usize::from(self.0)
            }
        }
    )*};
}

ids! {
    /// A section.
    SectionId,
    /// A question.
    QuestionId,
    /// A choice of a question.
    ChoiceId,
    /// A named condition.
    ConditionId,
    /// A topic.
    TopicId,
    /// A support.
    SupportId,
    /// A sentence that protects whoever should ask for advice first.
    WarningId
}
