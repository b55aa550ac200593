//! What a family told us: about each child, and about all of them. Plain answers and confided ones live in different
//! types: what is confided steers the plan during this visit and can be neither written down nor printed.

mod answer;
mod answers;
mod children;
mod confided;

pub use answer::{Answer, Given, LONGEST_TEXT, cut};
pub use answers::Answers;
pub use children::{Called, Child, ChildKey, MOST_CHILDREN, Who};
pub use confided::Confided;
