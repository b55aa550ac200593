//! The domain of Parent Signpost: what is asked, what is offered, and why.
//!
//! Modules depend one way: `time ← catalogue ← family ← judge ← path ← plan ← home, sheet ← visit ← record ← sitting`, and none of these knows a text. `texts` says what the catalogue of one language says; `wire` brings both;
//! `speech` gives words to what the others found.
//!
//! What holds here, always:
//! - There is no clock, no randomness, no I/O. Now is a value that is handed in, and believed within reason ([`time::Today`]).
//! - All policy of a visit in a browser (what is stored, what Back means, what is said) is [`sitting`]'s; the browser obeys.
//! - Nothing panics. Reading a saved visit never fails: it returns what it understood and what it could not. A part of
//!   content that is not whole is refused.
//! - Only this crate makes ids of content ([`catalogue`]), so an id in hand exists.
//! - A question looks back, never ahead.
//! - What was confided ([`family::Confided`]) cannot be written down.
//! - What is taken [`home`] is a list and nothing else: no answer, no reason, nothing that private answers may bring.
//! - A list that is planned again ([`plan::Kept`]) is the list that is planned anew.
//! - The list, the sheet and "why isn't this here" come from the same verdicts.

mod capital;
pub mod catalogue;
pub mod content;
pub mod digits;
pub mod family;
pub mod home;
pub mod json;
pub mod judge;
mod order;
pub mod path;
pub mod plan;
pub mod record;
pub mod search;
pub mod sheet;
pub mod sitting;
pub mod speech;
pub mod stamp;
pub mod texts;
pub mod time;
pub mod visit;
pub mod wire;
pub mod written;
