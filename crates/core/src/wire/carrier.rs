//! What carries a part, there or back: one description of each structure, in the order of its fields, is both how it is
//! written and how it is read. A part is small numbers and lines of text, kept apart because each packs better alone.

use crate::catalogue::Named;

/// Between two lines of text. No text of any content holds one.
const END: char = '\n';

/// A line that stands in the page already begins with this, and then has its number there.
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
            None => self.lines.extend(text.chars().map(|letter| if letter == END { ' ' } else { letter })),
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
