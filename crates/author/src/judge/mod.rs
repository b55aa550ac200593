//! What is wrong with a draft: [`check`] says what could not be built, `lint` what should not stay as it is,
//! [`publishing`] what a person must still ring or read.

pub mod check;
mod lint;
pub mod publishing;
