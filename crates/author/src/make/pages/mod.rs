//! Pages that need no JavaScript, as HTML made from the same content as the widget. Whatever is content is escaped.
//!
//! `start` is the page that stands before the questions; `a_to_z`, `topics` and `paper` are whole pages of their own
//! with one style sheet beside them: they carry no script and no inline style, so any security policy suits them, and
//! they work as files on a disk as well as on a website.

mod a_to_z;
mod by_number;
mod codes;
mod contact;
mod entry;
mod frame;
mod paper;
mod points;
mod spoken;
mod start;
mod topics;
mod urgent;
mod voice;

use signpost_core::content::Content;

pub use start::{crash, kiosk_crash, kiosk_start, start};
pub(crate) use start::{site, site_style};

/// The style sheet beside the pages.
pub const STYLE: (&str, &str) =
    ("pages.css", concat!(include_str!("../../../../../src/view/tokens.css"), include_str!("pages.css")));

/// Every whole page, by the name of its file. `start` is the address of the page where the questions are asked.
pub fn whole(content: &Content, start: Option<&str>) -> Vec<(&'static str, String)> {
    let pages = frame::Pages::new(content, start);
    let whole = [
        (frame::A_TO_Z, a_to_z::page(&pages)),
        (frame::TOPICS, topics::page(&pages)),
        (frame::PAPER, paper::page(&pages)),
    ];
    whole.into_iter().map(|(link, page)| (link.file, page.into_string())).collect()
}
