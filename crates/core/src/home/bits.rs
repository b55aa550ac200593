//! Numbers as bits, and bits as the letters that an address may carry as they are (base64url): six to a letter.

/// Their places are what they stand for.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// How many bits a letter stands for.
pub(super) const WIDTH: usize = 6;

/// Whether this is one of the letters.
pub(super) fn is_letter(byte: &u8) -> bool {
    LETTERS.contains(byte)
}

/// Letters, to be written bit by bit.
#[derive(Default)]
pub(super) struct Bits {
    letters: String,
    /// The letter that was begun, and how many bits of it.
    begun: (usize, usize),
}

impl Bits {
    /// Adds a number, so many bits wide.
    pub(super) fn push(&mut self, number: usize, width: usize) {
        for place in (0..width).rev() {
            self.push_bit(number >> place & 1);
        }
    }

    /// Adds so many ones, and the nought that ends them.
    pub(super) fn push_ones(&mut self, number: usize) {
        for _ in 0..number {
            self.push_bit(1);
        }
        self.push_bit(0);
    }

    /// The letters; the last one is filled up with noughts.
    pub(super) fn letters(mut self) -> String {
        while self.begun.1 > 0 {
            self.push_bit(0);
        }
        self.letters
    }

    fn push_bit(&mut self, bit: usize) {
        self.begun = (self.begun.0 << 1 | bit, self.begun.1 + 1);
        if self.begun.1 == WIDTH {
            self.letters.push(char::from(LETTERS[self.begun.0 % LETTERS.len()]));
            self.begun = (0, 0);
        }
    }
}

/// Bits, to be read one after another. What is no letter is passed over.
pub(super) struct Reader<'a> {
    letters: std::slice::Iter<'a, u8>,
    /// What is left of the letter that was begun, and how many bits of it.
    begun: (usize, usize),
}

impl<'a> Reader<'a> {
    pub(super) fn of(letters: &'a [u8]) -> Self {
        Self { letters: letters.iter(), begun: (0, 0) }
    }

    /// The next number, so many bits wide; `None` where there is none.
    pub(super) fn take(&mut self, width: usize) -> Option<usize> {
        (0..width).try_fold(0, |number, _| Some(number << 1 | self.bit()?))
    }

    /// How many ones stand before the next nought.
    pub(super) fn take_ones(&mut self) -> Option<usize> {
        let mut ones = 0;
        while self.bit()? == 1 {
            ones += 1;
        }
        Some(ones)
    }

    fn bit(&mut self) -> Option<usize> {
        if self.begun.1 == 0 {
            let place = |letter| LETTERS.iter().position(|other| other == letter);
            self.begun = (self.letters.find_map(place)?, WIDTH);
        }
        self.begun.1 -= 1;
        Some(self.begun.0 >> self.begun.1 & 1)
    }
}
