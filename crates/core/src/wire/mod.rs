//! How content travels: in parts, each one file. What is asked comes first; what is offered is fetched while the parent
//! reads. Each of the two is a part of the catalogue, the same for every language, and a part of texts, one per language.
//!
//! Only the compiler of content and the loader of the widget know this. A structure is described once, in the order of
//! its fields, for there and back ([`carrier`]); a part that is cut, of another version or of another catalogue is
//! refused and says so.

mod carrier;
mod catalogue;
mod site;
mod texts;

use crate::catalogue::{Catalogue, Offered};
use crate::content::Content;
use crate::texts::{OfferedTexts, Texts};
use crate::wire::carrier::{Carrier, Reader, Writer};

pub use site::Added;

/// The format that this code writes and reads.
const FORMAT: &str = "signpost 5";

/// Why a part is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is of another format, or of another version of the content.
    Other,
    /// It is cut, or altered.
    Broken,
}

/// What is asked: the catalogue of it. Names of conditions do not travel.
pub fn asked(catalogue: &Catalogue) -> Vec<u8> {
    written(&catalogue.version, &[], |by| self::catalogue::asked(by, &mut catalogue.clone()))
}

/// What is said of what is asked, in one language. Words of pages without script do not travel.
pub fn asked_texts(content: &Content) -> Vec<u8> {
    let mut texts = content.texts.clone();
    texts.words.keep_travelling();
    written(&content.version, &[], |by| self::texts::asked(by, &mut texts))
}

/// What is offered: the catalogue of it.
pub fn offered(catalogue: &Catalogue) -> Vec<u8> {
    let mut offered = catalogue.offered().cloned().unwrap_or_default();
    written(&catalogue.version, &[], |by| self::catalogue::offered(by, catalogue, &mut offered))
}

/// What is said of what is offered, in one language. A text that stands in the page already is only pointed to, by its
/// place among `on_page`.
pub fn offered_texts(content: &Content, on_page: &[String]) -> Vec<u8> {
    let (mut offered, mut words) = (content.texts.offered().cloned().unwrap_or_default(), content.texts.words.clone());
    words.keep_travelling();
    let mut later = words.later.into_inner().unwrap_or_default();
    written(&content.version, on_page, |by| self::texts::offered(by, &mut offered, &mut later))
}

/// What a site adds to this content.
pub fn site(content: &Content, added: &Added) -> Vec<u8> {
    let nothing = Offered::default();
    let shared = content.catalogue.offered().unwrap_or(&nothing);
    written(&content.version, &[], |by| added.clone().carry(by, &content.catalogue, shared))
}

/// The content of the parts about what is asked.
///
/// # Errors
/// A part is not whole, or the two are not of one version.
pub fn read(asked: &[u8], texts: &[u8]) -> Result<Content, Refused> {
    let mut content = Content::default();
    let (version, _) = opened(asked, &[])?;
    taken(asked, &version, &[], |by| self::catalogue::asked(by, &mut content.catalogue))?;
    taken(texts, &version, &[], |by| self::texts::asked(by, &mut content.texts))?;
    content.catalogue.version = version;
    if fits(&content.catalogue, &content.texts) { Ok(content) } else { Err(Refused::Broken) }
}

/// Brings the parts about what is offered. `on_page` are the texts that stand in the page.
///
/// # Errors
/// A part is not whole, or not of this content. Then nothing is brought.
pub fn bring(content: &Content, offered: &[u8], texts: &[u8], on_page: &[String]) -> Result<(), Refused> {
    bring_to(content, offered, texts, None, on_page)
}

/// The same at a site, with what that adds.
///
/// # Errors
/// A part is not whole, or not of this content. Then nothing is brought.
#[inline(never)]
pub fn bring_to(
    content: &Content,
    offered: &[u8],
    texts: &[u8],
    site: Option<&[u8]>,
    on_page: &[String],
) -> Result<(), Refused> {
    let (mut catalogue, mut said, mut words) = (Offered::default(), OfferedTexts::default(), Vec::new());
    taken(offered, &content.version, &[], |by| self::catalogue::offered(by, &content.catalogue, &mut catalogue))?;
    taken(texts, &content.version, on_page, |by| self::texts::offered(by, &mut said, &mut words))?;
    if !fit(&catalogue, &said) {
        return Err(Refused::Broken);
    }
    if let Some(part) = site {
        let mut added = Added::default();
        taken(part, &content.version, &[], |by| added.carry(by, &content.catalogue, &catalogue))?;
        if !added.fits() {
            return Err(Refused::Broken);
        }
        added.join(&mut catalogue, &mut said);
    }
    if !content.texts.words.bring(words) {
        return Err(Refused::Broken);
    }
    content.texts.bring(said);
    content.catalogue.bring(catalogue);
    Ok(())
}

fn written(version: &str, on_page: &[String], carry: impl FnOnce(&mut dyn Carrier)) -> Vec<u8> {
    let mut writer = Writer::new(on_page);
    [FORMAT, version].into_iter().for_each(|line| writer.text(&mut line.to_owned()));
    carry(&mut writer);
    writer.finish()
}

/// Of which version a part is, and what is left to read of it.
fn opened<'a>(part: &'a [u8], on_page: &'a [String]) -> Result<(String, Reader<'a>), Refused> {
    let mut reader = Reader::new(part, on_page);
    let [mut format, mut version] = [String::new(), String::new()];
    [&mut format, &mut version].into_iter().for_each(|line| reader.text(line));
    if format == FORMAT { Ok((version, reader)) } else { Err(Refused::Other) }
}

fn taken(part: &[u8], version: &str, on_page: &[String], carry: impl FnOnce(&mut dyn Carrier)) -> Result<(), Refused> {
    let (own, mut reader) = opened(part, on_page)?;
    if own != version {
        return Err(Refused::Other);
    }
    carry(&mut reader);
    if reader.is_whole() { Ok(()) } else { Err(Refused::Broken) }
}

/// Something is said of everything that is asked.
fn fits(catalogue: &Catalogue, texts: &Texts) -> bool {
    let doors =
        catalogue.sections.iter().zip(&texts.sections).all(|(section, said)| section.has_door == said.door.is_some());
    let asked = [catalogue.sections.len(), catalogue.questions.len(), catalogue.choices.len()];
    doors && texts.words.are_all() && asked == [texts.sections.len(), texts.questions.len(), texts.choices.len()]
}

/// Something is said of everything that is offered.
fn fit(offered: &Offered, said: &OfferedTexts) -> bool {
    let fits = offered
        .supports
        .iter()
        .zip(&said.supports)
        .all(|(support, texts)| [support.soon.len(), support.also.len()] == [texts.soon.len(), texts.also.len()]);
    let there = [offered.topics.len(), offered.supports.len(), offered.warnings.len()];
    fits && there == [said.topics.len(), said.supports.len(), said.warnings.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::{Person, Site, Written};

    #[test]
    fn a_site_of_whose_people_one_is_not_spoken_of_is_refused() {
        let content = Written::default().content().0.travelling();
        let site_of_one =
            Site { people: vec![Person { role: "SENCO".into(), ..Person::default() }], ..Site::default() };
        let mut added = site_of_one.added(&content).0;
        let brought = |added: &Added| {
            let there = read(&asked(&content.catalogue), &asked_texts(&content)).unwrap();
            let (offered, texts) = (offered(&content.catalogue), offered_texts(&content, &[]));
            bring_to(&there, &offered, &texts, Some(&site(&content, added)), &[])
        };
        assert_eq!(brought(&added), Ok(()));
        added.texts.people.pop();
        assert_eq!(brought(&added), Err(Refused::Broken));
    }

    #[test]
    fn words_of_which_one_is_missing_are_refused() {
        let mut content = Written::default().content().0.travelling();
        let part = asked(&content.catalogue);
        assert!(read(&part, &asked_texts(&content)).is_ok());
        let (offered, there) = (offered(&content.catalogue), read(&part, &asked_texts(&content)).unwrap());
        assert_eq!(bring(&there, &offered, &offered_texts(&content, &[]), &[]), Ok(()));
        content.texts.words.later.get_mut().unwrap().pop();
        let there = read(&part, &asked_texts(&content)).unwrap();
        assert_eq!(bring(&there, &offered, &offered_texts(&content, &[]), &[]), Err(Refused::Broken));
        content.texts.words.plain.pop();
        assert_eq!(read(&part, &asked_texts(&content)), Err(Refused::Broken));
    }
}
