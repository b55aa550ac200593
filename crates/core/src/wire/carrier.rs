//! What carries a part, there or back: one description of each structure, in the order of its fields, is both how it is
//! written and how it is read. A part is small numbers and lines of text, kept apart because each packs better alone.

use crate::catalogue::Named;

/// Between two lines of text. Inside a text it travels as a space.
const END: char = '\n';

/// A line that stands in the page already begins with this, and then has its number there. Inside a text it travels as a
/// space.
const ON_PAGE: char = '\u{1}';

/// Writes what it is given, or gives what it reads.
pub(super) trait Carrier {
    /// A small number.
    fn number(&mut self, value: &mut u32);
    /// A line of text.
    fn text(&mut self, text: &mut String);
    /// How many more things there can be at most.
    fn room(&self) -> usize;
    /// What was carried cannot be.
    fn refuse(&mut self);
}

/// Something that is carried, there and back alike.
pub(super) trait Carried {
    /// Nothing yet: what is read is put over it.
    fn blank() -> Self;
    /// Every field, in order.
    fn carry(&mut self, by: &mut dyn Carrier);
}

/// A list of things, with their number.
pub(super) fn list<T: Carried>(by: &mut dyn Carrier, list: &mut Vec<T>) {
    each(by, list, T::blank, |by, one| one.carry(by));
}

/// A list of things that are carried by somebody who knows more than they do.
pub(super) fn each<T>(
    by: &mut dyn Carrier,
    all: &mut Vec<T>,
    blank: fn() -> T,
    mut carry: impl FnMut(&mut dyn Carrier, &mut T),
) {
    let many = length(by, all.len());
    all.resize_with(many, blank);
    all.iter_mut().for_each(|one| carry(by, one));
}

/// How many there are of something.
pub(super) fn length(by: &mut dyn Carrier, length: usize) -> usize {
    let mut number = length as u32;
    by.number(&mut number);
    let most = by.room().max(length);
    if number as usize > most {
        by.refuse();
    }
    (number as usize).min(most)
}

/// A number that may be below zero: small ones stay small.
pub(super) fn whole(by: &mut dyn Carrier, value: &mut i32) {
    let mut folded = ((*value << 1) ^ (*value >> 31)) as u32;
    by.number(&mut folded);
    *value = (folded >> 1) as i32 ^ -((folded & 1) as i32);
}

/// Several flags as one number.
pub(super) fn flags<const N: usize>(by: &mut dyn Carrier, flags: [&mut bool; N]) {
    let mut bits = flags.iter().rev().fold(0, |bits, flag| bits << 1 | u32::from(**flag));
    by.number(&mut bits);
    for (place, flag) in flags.into_iter().enumerate() {
        *flag = bits >> place & 1 == 1;
    }
}

/// A word of a closed list.
pub(super) fn word<W: Named>(by: &mut dyn Carrier, word: &mut W) {
    let place = W::ALL.iter().position(|(_, other)| other == word);
    let mut place = place.unwrap_or_default() as u32;
    by.number(&mut place);
    match W::ALL.get(place as usize) {
        Some((_, other)) => *word = *other,
        None => by.refuse(),
    }
}

/// Something that may be missing.
pub(super) fn maybe<T: Carried>(by: &mut dyn Carrier, value: &mut Option<T>) {
    let mut there = value.is_some();
    flags(by, [&mut there]);
    if there { value.get_or_insert_with(T::blank).carry(by) } else { *value = None }
}

impl Carried for String {
    fn blank() -> Self {
        Self::new()
    }

    fn carry(&mut self, by: &mut dyn Carrier) {
        by.text(self);
    }
}

/// Writes a part.
pub(super) struct Writer<'a> {
    numbers: Vec<u8>,
    lines: String,
    on_page: &'a [String],
}

impl<'a> Writer<'a> {
    /// An empty part. What stands in the page already does not travel.
    pub(super) fn new(on_page: &'a [String]) -> Self {
        Self { numbers: Vec::new(), lines: String::new(), on_page }
    }

    /// The part: how long the numbers are, the numbers, the lines.
    pub(super) fn finish(self) -> Vec<u8> {
        let mut part = Vec::new();
        put(&mut part, self.numbers.len() as u32);
        part.extend(self.numbers);
        part.extend(self.lines.into_bytes());
        part
    }
}

impl Carrier for Writer<'_> {
    fn number(&mut self, value: &mut u32) {
        put(&mut self.numbers, *value);
    }

    fn text(&mut self, text: &mut String) {
        match self.on_page.iter().position(|line| line == text).filter(|_| !text.is_empty()) {
            Some(place) => self.lines.push_str(&format!("{ON_PAGE}{place}")),
            None => {
                let letters = text.chars().map(|letter| if matches!(letter, END | ON_PAGE) { ' ' } else { letter });
                self.lines.extend(letters);
            }
        }
        self.lines.push(END);
    }

    fn room(&self) -> usize {
        usize::MAX
    }

    fn refuse(&mut self) {}
}

/// Reads a part. Whatever is wrong with it, reading ends, and says so at the end.
pub(super) struct Reader<'a> {
    numbers: &'a [u8],
    lines: &'a str,
    on_page: &'a [String],
    whole: bool,
}

impl<'a> Reader<'a> {
    /// Begins to read.
    pub(super) fn new(part: &'a [u8], on_page: &'a [String]) -> Self {
        let mut rest = part;
        let long = take(&mut rest).unwrap_or_default() as usize;
        let (numbers, lines) = rest.split_at_checked(long).unwrap_or_default();
        let lines = std::str::from_utf8(lines);
        Self { numbers, whole: lines.is_ok(), lines: lines.unwrap_or_default(), on_page }
    }

    /// Everything was understood, and nothing is left.
    pub(super) fn is_whole(&self) -> bool {
        self.whole && self.numbers.is_empty() && self.lines.is_empty()
    }
}

impl Carrier for Reader<'_> {
    fn number(&mut self, value: &mut u32) {
        match take(&mut self.numbers) {
            Some(read) => *value = read,
            None => self.refuse(),
        }
    }

    fn text(&mut self, text: &mut String) {
        let Some((line, rest)) = self.lines.split_once(END) else { return self.refuse() };
        self.lines = rest;
        let line = match line.strip_prefix(ON_PAGE) {
            Some(place) => place.parse().ok().and_then(|place: usize| self.on_page.get(place)).map(String::as_str),
            None => Some(line),
        };
        match line {
            Some(line) => line.clone_into(text),
            None => self.refuse(),
        }
    }

    fn room(&self) -> usize {
        self.numbers.len() + self.lines.len()
    }

    fn refuse(&mut self) {
        (self.whole, self.numbers, self.lines) = (false, &[], "");
    }
}

/// Seven bits a byte, the lowest first (LEB128).
fn put(bytes: &mut Vec<u8>, mut value: u32) {
    while value > 0x7f {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

fn take(bytes: &mut &[u8]) -> Option<u32> {
    let mut value = 0;
    for place in 0..5 {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u32::from(byte & 0x7f) << (7 * place);
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Cost;

    fn numbers(of: &[u32]) -> Vec<u8> {
        let mut writer = Writer::new(&[]);
        of.iter().for_each(|number| writer.number(&mut number.to_owned()));
        writer.finish()
    }

    #[test]
    fn a_number_takes_as_many_bytes_as_it_needs() {
        assert_eq!(numbers(&[0, 1, 127]), [3, 0, 1, 127]);
        assert_eq!(numbers(&[128]), [2, 0x80, 1]);
        assert_eq!(numbers(&[16_383, 16_384]), [5, 0xff, 0x7f, 0x80, 0x80, 1]);
        assert_eq!(numbers(&[u32::MAX]), [5, 0xff, 0xff, 0xff, 0xff, 0x0f]);
    }

    #[test]
    fn a_number_without_an_end_is_refused() {
        let part = [6, 0x80, 0x80, 0x80, 0x80, 0x80, 0];
        let (mut reader, mut number) = (Reader::new(&part, &[]), 7);
        reader.number(&mut number);
        assert!(!reader.is_whole() && number == 7);
    }

    #[test]
    fn what_is_read_after_a_refusal_is_nothing() {
        let part = numbers(&[1, 2, 3]);
        let mut reader = Reader::new(&part, &[]);
        reader.refuse();
        let (mut number, mut text) = (7, "before".to_owned());
        reader.number(&mut number);
        reader.text(&mut text);
        assert_eq!((number, text.as_str(), reader.room(), reader.is_whole()), (7, "before", 0, false));
    }

    #[test]
    fn numbers_below_zero_stay_small_and_come_back() {
        for (value, folded) in [(0, 0), (-1, 1), (1, 2), (-2, 3), (i32::MAX, u32::MAX - 1), (i32::MIN, u32::MAX)] {
            let mut writer = Writer::new(&[]);
            whole(&mut writer, &mut value.to_owned());
            let part = writer.finish();
            assert_eq!(part, numbers(&[folded]), "{value}");
            let mut back = 5;
            whole(&mut Reader::new(&part, &[]), &mut back);
            assert_eq!(back, value);
        }
    }

    #[test]
    fn each_flag_has_a_place_of_its_own() {
        for bits in 0..8_u32 {
            let mut told = [0, 1, 2].map(|place| bits >> place & 1 == 1);
            let mut writer = Writer::new(&[]);
            flags(&mut writer, told.each_mut());
            let part = writer.finish();
            assert_eq!(part, numbers(&[bits]));
            let mut back = [true, false, true];
            flags(&mut Reader::new(&part, &[]), back.each_mut());
            assert_eq!(back, told);
        }
    }

    #[test]
    fn a_word_that_the_list_has_not_is_refused() {
        for (place, cost) in [(0, Some(Cost::Free)), (1, Some(Cost::LowCost)), (2, Some(Cost::Paid)), (3, None)] {
            let part = numbers(&[place]);
            let (mut reader, mut read) = (Reader::new(&part, &[]), Cost::Free);
            word(&mut reader, &mut read);
            assert_eq!(reader.is_whole().then_some(read), cost);
        }
    }

    #[test]
    fn there_is_no_room_for_more_things_than_what_is_left_to_read() {
        let mut writer = Writer::new(&[]);
        writer.number(&mut 3);
        writer.number(&mut 0);
        writer.text(&mut "a".to_owned());
        let part = writer.finish();
        let mut reader = Reader::new(&part, &[]);
        assert_eq!(length(&mut reader, 0), 3, "one number and two bytes of text");
        let part = numbers(&[3, 0, 0]);
        let mut reader = Reader::new(&part, &[]);
        assert_eq!((length(&mut reader, 0), reader.is_whole()), (2, false), "of three, room for two");
    }

    #[test]
    fn a_text_of_the_page_that_has_no_number_is_refused() {
        let on_page = ["here".to_owned()];
        for (line, read) in [("\u{1}0\n", Some("here")), ("\u{1}1\n", None), ("\u{1}\n", None), ("\u{1}x\n", None)] {
            let part = [&[0], line.as_bytes()].concat();
            let (mut reader, mut text) = (Reader::new(&part, &on_page), String::new());
            reader.text(&mut text);
            assert_eq!(reader.is_whole().then_some(text.as_str()), read, "{line:?}");
        }
    }

    #[test]
    fn a_text_that_holds_what_only_the_part_itself_may_hold_comes_back_with_spaces() {
        for (told, read) in [("\u{1}0", " 0"), ("a\nb", "a b"), ("\u{1}", " "), ("a\u{1}\n", "a  ")] {
            let on_page = ["here".to_owned()];
            let mut writer = Writer::new(&on_page);
            writer.text(&mut told.to_owned());
            let part = writer.finish();
            let (mut reader, mut text) = (Reader::new(&part, &on_page), String::new());
            reader.text(&mut text);
            assert_eq!((text.as_str(), reader.is_whole()), (read, true), "{told:?}");
        }
    }

    #[test]
    fn lines_that_are_no_text_are_refused() {
        let part = [0, b'a', 0xff, b'\n'];
        assert!(!Reader::new(&part, &[]).is_whole());
        assert!(Reader::new(&[0], &[]).is_whole());
    }
}
