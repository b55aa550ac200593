//! What was confided.

use litemap::LiteMap;

use crate::catalogue::QuestionId;
use crate::family::{Answer, Who};

/// Answers to sensitive questions. There is deliberately no way to write this type down: it has no `Serialize`,
/// no `Debug` that tells anything, and leaves memory with the visit.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Confided(pub(super) LiteMap<(Who, QuestionId), Answer>);

impl std::fmt::Debug for Confided {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Confided")
    }
}
