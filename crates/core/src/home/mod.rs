//! A list as a short text that a link carries home: which content, which site, which supports, and nothing else. No
//! answer and no reason is in it, no order, and nothing that can only stand on a list because of something private. So
//! two families with the same list have the same text, and whoever finds it learns no more than the names on it.
//!
//! A support goes by its [`stamp`], so that a text is still read when supports have come and gone. Stamps are sorted, and
//! the gaps between them written as Rice wrote numbers of which most are about as large as expected.

mod bits;

use crate::catalogue::{Catalogue, Support, SupportId};
use crate::family::Answers;
use crate::home::bits::{Bits, Reader};
use crate::order::in_order;
use crate::plan::Plan;
use crate::stamp::{STAMPS, stamp};
use crate::time::Day;

/// The longest text, in letters: with an address of 80 letters and what names it there, a code of 212 letters, which is the most for its size.
pub const MOST_LETTERS: usize = 212 - 80 - "#list=".len();

/// The most letters that are read of a link: others may have put their own before a list.
const MOST_READ: usize = 1_000;

/// The form that this code writes. Another one is not read.
const FORM: usize = 1;

/// What is written of a list before its supports, with the bits that each takes.
const FORM_WIDTH: usize = 4;
const STAMP_WIDTH: usize = 16;
const COUNT_WIDTH: usize = 8;
/// As many as can be counted.
const MOST: usize = (1 << COUNT_WIDTH) - 1;
const CHECK_WIDTH: usize = 3 * bits::WIDTH;

/// The largest prime number of so many bits.
const CHECKS: usize = 262_139;

/// A list that is taken home.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// What a link carries.
    pub text: String,
    /// So many supports, the last ones of the list, found no room in it.
    pub left_out: usize,
}

/// A list that came home.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    /// What is on it and still offered here, in the content's order.
    pub supports: Vec<SupportId>,
    /// How many were on it that are not offered here.
    pub gone: usize,
    /// It was made at another site.
    pub elsewhere: bool,
}

/// What of a list may be taken home, in its order. As on the sheet, nothing that was confided has a part in it; and
/// what private answers may bring is left out, whether or not they did.
pub fn of(catalogue: &Catalogue, answers: &Answers, plan: &Plan, today: Day) -> Vec<SupportId> {
    let plain = Plan::on_paper(catalogue, answers, true, today);
    let plan = plain.as_ref().unwrap_or(plan);
    let mut supports = Vec::new();
    for support in plan.offers().map(|offer| offer.support) {
        if !supports.contains(&support) && !tells(catalogue, catalogue.support(support)) {
            supports.push(support);
        }
    }
    supports
}

/// Whether a support may stand on a list because of something private, so that having it would tell.
pub fn tells(catalogue: &Catalogue, support: &Support) -> bool {
    support.rule.when.as_ref().is_some_and(|when| catalogue.looks_at(when, &|choice| catalogue.is_private(choice)))
}

/// Writes these supports. Where they are too many, those that stand last on the list stay behind.
pub fn write(catalogue: &Catalogue, supports: &[SupportId]) -> Taken {
    let stamps: Vec<u16> = supports.iter().map(|&id| stamp(&catalogue.support(id).name)).collect();
    let (content, site) = whence(catalogue);
    let mut kept = stamps.len().min(MOST);
    loop {
        let text = text(content, site, &stamps[..kept]);
        if text.len() <= MOST_LETTERS || kept == 0 {
            return Taken { text, left_out: stamps.len() - kept };
        }
        kept -= 1;
    }
}

/// Reads what [`write()`] wrote, now or long ago, wherever in a link it stands. A text that was cut, altered or made up
/// is none.
#[inline(never)]
pub fn read(catalogue: &Catalogue, link: &str) -> Option<Brought> {
    let (content, site, stamps) = found(link)?;
    let all = catalogue.supports().filter(|(_, support)| stamps.contains(&stamp(&support.name)));
    let supports: Vec<SupportId> = all.map(|(id, _)| id).collect();
    let (gone, here) = (stamps.len().saturating_sub(supports.len()), whence(catalogue));
    let made_up = gone > 0 && here == (content, site);
    (!made_up).then_some(Brought { supports, gone, elsewhere: site != here.1 })
}

/// What was written, in whatever a mail program or a website made of the link: what they put before and behind it
/// counts as little as what is no letter within it.
fn found(link: &str) -> Option<(u16, u16, Vec<u16>)> {
    let link = &link.as_bytes()[..link.len().min(MOST_READ)];
    (0..link.len()).find_map(|place| taken_apart(&link[place..]))
}

/// The stamps of the content and of the site.
fn whence(catalogue: &Catalogue) -> (u16, u16) {
    (stamp(&catalogue.version), stamp(catalogue.site().map_or("", |site| &site.name)))
}

fn text(content: u16, site: u16, stamps: &[u16]) -> String {
    let stamps = in_order(stamps.iter().copied());
    let (spread, mut next, mut bits) = (spread(stamps.len()), 0, Bits::default());
    bits.push(FORM, FORM_WIDTH);
    bits.push(content.into(), STAMP_WIDTH);
    bits.push(site.into(), STAMP_WIDTH);
    bits.push(stamps.len(), COUNT_WIDTH);
    for stamp in stamps.into_iter().map(usize::from) {
        bits.push_ones((stamp - next) >> spread);
        bits.push(stamp - next, spread);
        next = stamp + 1;
    }
    let letters = bits.letters();
    let mut check = Bits::default();
    check.push(sum(&letters), CHECK_WIDTH);
    letters + &check.letters()
}

/// No text with one other letter has the same sum, and none with two letters in each other's place.
fn sum(letters: &str) -> usize {
    letters.bytes().zip(1..).map(|(letter, place)| usize::from(letter) * place).sum::<usize>() % CHECKS
}

/// How many bits of a gap are written as they are, where there are so many: what is above them is one or two.
fn spread(stamps: usize) -> usize {
    (STAMPS / (stamps + 1)).checked_ilog2().map_or(0, |bits| bits as usize)
}

/// The stamps of the content, of the site and of the supports that these letters begin with. Each list has one text: any
/// other that reads the same was altered.
fn taken_apart(written: &[u8]) -> Option<(u16, u16, Vec<u16>)> {
    let mut bits = Reader::of(written);
    bits.take(FORM_WIDTH).filter(|&form| form == FORM)?;
    let mut stamp = || bits.take(STAMP_WIDTH).map(|stamp| stamp as u16);
    let (content, site) = (stamp()?, stamp()?);
    let count = bits.take(COUNT_WIDTH)?;
    let (mut stamps, mut next, spread) = (Vec::new(), 0, spread(count));
    for _ in 0..count {
        let stamp = next + (bits.take_ones()? << spread) + bits.take(spread)?;
        stamps.push(u16::try_from(stamp).ok()?);
        next = stamp + 1;
    }
    let text = text(content, site, &stamps);
    let letters = written.iter().filter(|byte| bits::is_letter(byte));
    letters.take(text.len()).eq(text.as_bytes()).then_some((content, site, stamps))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// As many supports as one text can hold and more.
    fn lists() -> impl Strategy<Value = (u16, u16, Vec<u16>)> {
        (any::<u16>(), any::<u16>(), prop::collection::vec(any::<u16>(), 0..90))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        #[test]
        fn every_list_reads_as_it_was_written_whatever_its_order((content, site, mut stamps) in lists()) {
            let written = text(content, site, &stamps);
            prop_assert_eq!(taken_apart(written.as_bytes()), Some((content, site, std::collections::BTreeSet::from_iter(stamps.clone()).into_iter().collect())));
            stamps.reverse();
            prop_assert_eq!(text(content, site, &stamps), written);
        }

        /// What is left of it may be a text by chance, once in some hundred thousand.
        #[test]
        fn a_text_that_was_cut_is_none((content, site, stamps) in lists(), at in any::<prop::sample::Index>()) {
            let written = text(content, site, &stamps);
            let (begins, ends) = (&written[..at.index(written.len())], &written[1 + at.index(written.len() - 1)..]);
            prop_assert_eq!(taken_apart(begins.as_bytes()), None);
            for left in [begins, ends] {
                let by_chance = found(left).is_none_or(|(content, site, stamps)| left.contains(&text(content, site, &stamps)));
                prop_assert!(by_chance, "{} of {}", left, written);
            }
        }

        #[test]
        fn whatever_stands_before_and_behind_a_text_is_no_part_of_it(
            (content, site, stamps) in lists(), before in "[#?&=%A-Za-z0-9_-]{0,60}", behind in "\\PC{0,30}",
        ) {
            let written = text(content, site, &stamps);
            prop_assert_eq!(found(&format!("{before}list={written}{behind}")), taken_apart(written.as_bytes()));
        }

        #[test]
        fn what_is_no_letter_is_no_part_of_a_text(
            (content, site, stamps) in lists(), at in any::<prop::sample::Index>(), put in "[ \r\n\t>=.)&;\u{ad}\u{200b}\u{feff}]{1,9}",
        ) {
            let written = text(content, site, &stamps);
            let (begins, ends) = written.split_at(at.index(written.len()));
            prop_assert_eq!(found(&format!("#list={begins}{put}{ends}")), taken_apart(written.as_bytes()));
        }

        #[test]
        fn whatever_somebody_types_is_read_without_harm(typed in "\\PC*") {
            prop_assert_eq!(found(&typed), None);
        }

        /// Texts of the right letters get further than others.
        #[test]
        fn whatever_letters_somebody_makes_up_are_read_without_harm(typed in "[A-Za-z0-9_-]{0,200}") {
            if let Some((content, site, stamps)) = taken_apart(typed.as_bytes()) {
                prop_assert!(typed.starts_with(&text(content, site, &stamps)));
            }
        }

        #[test]
        fn a_text_with_one_other_letter_is_none((content, site, stamps) in lists(), at in any::<prop::sample::Index>(), put in 0_usize..64) {
            let written = text(content, site, &stamps);
            let (mut bits, at) = (Bits::default(), at.index(written.len()));
            bits.push(put, bits::WIDTH);
            let altered = format!("{}{}{}", &written[..at], bits.letters(), &written[at + 1..]);
            prop_assert!(altered == written || taken_apart(altered.as_bytes()).is_none(), "{} for {}", altered, written);
        }
    }

    /// A link is read again by every later build of this page: what it means may not change.
    #[test]
    fn a_list_has_the_same_text_in_every_build() {
        assert_eq!(text(0, 0, &[]), "EAAAAAAAAko");
        assert_eq!(text(1, 2, &[3, 500, 65_535]), "EAAQACAwAGB8O-CgCZ_");
    }

    #[test]
    fn as_many_supports_as_can_be_counted_are_read_again() {
        let stamps: Vec<u16> = (1..=255).map(|number| number * 257).collect();
        assert_eq!(taken_apart(text(0, 0, &stamps).as_bytes()).map(|(.., stamps)| stamps.len()), Some(MOST));
    }
}
