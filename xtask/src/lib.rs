//! Set-up, serving, testing, measuring and releasing of Parent Signpost.
//!
//! | Module | What it is for |
//! | --- | --- |
//! | [`cli`] | the commands and their options |
//! | [`tools`] | one table of every program needed: version, reason, source |
//! | `setup`, `doctor` | the two readers of that table: one fetches, one reports |
//! | `names` | names with a hash of what they hold, and digests |
//! | `wasm` | which Rust on this machine can build WebAssembly |
//! | `link` | what rustc calls in place of the linker |
//! | `dist` | from sources to the folder that a school uploads |
//! | [`server`] | that folder on loopback, served as a good static host would |
//! | [`hosting`] | that folder on real web servers, as the files in `docs/hosting` set them |
//! | [`kiosk`] | a screen as `docs/kiosk.md` tells an installer to set it up |
//! | `kiosks` | which sites are such screens |
//! | `serve` | build, serve, watch, build again |
//! | `check` | every stage of `cargo xtask test`, in order |
//! | `bench` | what the release costs, measured and never judged |
//!
//! What stays true: host builds never see the WebAssembly environment; nothing is installed outside
//! the user's cache folder except Debian packages, which are named first and can be forbidden; the same sources give
//! the same bytes.

mod apt;
mod bench;
mod check;
pub mod cli;
mod dist;
mod doctor;
#[cfg(test)]
mod documents;
pub mod hosting;
pub mod kiosk;
mod kiosks;
mod link;
mod names;
mod process;
#[cfg(test)]
mod promises;
mod say;
mod serve;
pub mod server;
mod setup;
pub mod tools;
mod wasm;
mod watch;
mod workspace;

pub use dist::copy;
