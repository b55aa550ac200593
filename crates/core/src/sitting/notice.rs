//! What a parent should know beside what they are doing, and what they can do about it. Each is one kind sentence.

use crate::sitting::stores::{Refusal, Why};
use crate::texts::{WordKey, key};
use crate::visit::Keeping;

/// Something to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Answers could not be kept.
    Refused(Refusal),
    /// What stands in a place is left alone, and why.
    InTheWay(Keeping, Why),
    /// Some of what was kept no longer fits the questions.
    Migrated,
    /// The device's clock is wrong.
    ClockWrong,
    /// What is offered has not come.
    NoList,
    /// The page may not open the print window here.
    NoPrint,
    /// Nor may it open a tab.
    NoTab,
}

/// What a parent can do about a notice, beside closing it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// What stands in the way goes, and what was told here takes its place.
    Replace(Keeping),
    /// What stands in the way is taken up, and what was told here goes.
    TakeUp(Keeping),
    /// The sheet opens in a tab of its own.
    OpenTab,
    /// The page is loaded again.
    Reload,
}

impl Notice {
    /// The key of its sentence.
    pub fn words(self) -> WordKey {
        match self {
            Self::Refused(Refusal::Blocked) => key::NOTICE_BLOCKED,
            Self::Refused(Refusal::Full) => key::NOTICE_FULL,
            Self::InTheWay(_, why) => why.words(),
            Self::Migrated => key::NOTICE_MIGRATED,
            Self::ClockWrong => key::NOTICE_CLOCK,
            Self::NoList => key::NOTICE_NO_LIST,
            Self::NoPrint => key::NOTICE_NO_PRINT,
            Self::NoTab => key::NOTICE_NO_TAB,
        }
    }

    /// What can be done, with the keys of the words on its buttons.
    pub fn remedies(self) -> Vec<(Remedy, WordKey)> {
        match self {
            Self::InTheWay(keeping, Why::Changed | Why::Another) => vec![
                (Remedy::Replace(keeping), key::NOTICE_KEEP_THESE),
                (Remedy::TakeUp(keeping), key::NOTICE_USE_OTHERS),
            ],
            Self::InTheWay(keeping, Why::LeftAlone) => {
                vec![(Remedy::TakeUp(keeping), key::NOTICE_TRY_AGAIN), (Remedy::Replace(keeping), key::NOTICE_REPLACE)]
            }
            Self::InTheWay(keeping, _) => vec![(Remedy::Replace(keeping), key::NOTICE_REPLACE)],
            Self::NoList => vec![(Remedy::Reload, key::LIST_LOAD_AGAIN)],
            Self::NoPrint => vec![(Remedy::OpenTab, key::NOTICE_OPEN_TAB)],
            _ => Vec::new(),
        }
    }
}

impl Why {
    fn words(self) -> WordKey {
        match self {
            Self::Corrupt => key::NOTICE_CORRUPT,
            Self::TooNew => key::NOTICE_TOO_NEW,
            Self::Expired => key::NOTICE_EXPIRED,
            Self::LeftAlone => key::NOTICE_LEFT_ALONE,
            Self::Changed => key::NOTICE_CHANGED,
            Self::Another => key::NOTICE_ANOTHER,
        }
    }
}
