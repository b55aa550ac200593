//! Whole numbers in digits. What the standard library formats numbers with can also fill, align and sign them, which
//! would be 1 KB of the widget's download.

/// A number as parents read it, such as "14" or "-3".
pub fn digits(number: impl TryInto<i64>) -> String {
    number.try_into().map_or_else(|_| String::new(), |number| in_tens(number, 1))
}

/// With zeros in front, if it has fewer than so many digits.
pub(crate) fn in_tens(number: i64, at_least: usize) -> String {
    let (mut rest, mut last) = (number.unsigned_abs(), Vec::new());
    while rest > 0 || last.len() < at_least {
        last.push(char::from(b'0' + (rest % 10) as u8));
        rest /= 10;
    }
    let sign = (number < 0).then_some('-');
    sign.into_iter().chain(last.into_iter().rev()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_as_the_standard_library_writes_it() {
        for number in [0, 1, 9, 10, 99, 100, 2026, 29_924_880, i64::MAX, -1, -10, i64::MIN] {
            assert_eq!(digits(number), number.to_string());
            assert_eq!(in_tens(number.saturating_abs(), 4), format!("{:04}", number.saturating_abs()));
        }
        assert_eq!(digits(usize::MAX), "", "no list is as long as that");
    }
}
