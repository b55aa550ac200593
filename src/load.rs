//! Takes the parts of the content that boot.js fetched and checked. What is asked is here when the widget starts; what is
//! offered comes while the parent reads, with what the site adds.

use signpost_core::content::Content;
use signpost_core::sitting::Happened;
use signpost_core::wire;

use crate::browser::page;

/// What is asked; `None` where it cannot be read.
pub fn asked() -> Option<Content> {
    let mut content = wire::read(&page::take_part("asked")?, &page::take_part("askedTexts")?).ok()?;
    content.catalogue.in_open_plan = page::is("openPlan");
    Some(content)
}

/// Brings what is offered, if it has come by now.
pub fn offered(content: &Content) -> Option<Happened> {
    let (offered, texts, site) =
        (page::take_part("offered")?, page::take_part("offeredTexts")?, page::take_part("site"));
    let brought = wire::bring_to(content, &offered, &texts, site.as_deref(), &page::texts());
    Some(if brought.is_ok() { Happened::PartsArrived } else { Happened::PartsMissing })
}
