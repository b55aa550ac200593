//! Numbers to call and to text, as Ofcom's National Telephone Numbering Plan knows them.

use crate::format::read::flaw::Flaw;

/// Short numbers that anybody can call: emergencies, health, police, power cuts, banks, water, harmonised
/// numbers of social value (116…) and the text relay for deaf people.
const SHORT: [&str; 15] = [
    "999", "112", "111", "101", "105", "119", "159", "116000", "116006", "116111", "116117", "116123", "18000",
    "18001", "18002",
];

/// Area codes of six digits; every other one has three, four or five.
const LONG_CODES: [&str; 12] = [
    "013873", "015242", "015394", "015395", "015396", "016973", "016974", "016977", "017683", "017684", "017687",
    "019467",
];

/// Numbers that Ofcom keeps for films and plays.
const FOR_FILMS: [&str; 8] =
    ["01632960", "01134960", "01144960", "01214960", "02079460", "07700900", "08081570", "03069990"];

const HINT: &str = "write it as 0300 123 4097, 116 123 or 999";

/// Whether this is a number that a parent can call, at a price they expect.
pub(crate) fn phone(text: &str) -> Result<(), Flaw> {
    let groups: Vec<&str> = text.split(' ').collect();
    let written = groups.iter().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    let digits = groups.concat();
    if !written {
        return Err(Flaw::new("bad-phone", "is not a UK phone number", HINT));
    }
    if SHORT.contains(&digits.as_str()) || digits == "08001111" {
        return Ok(());
    }
    known_range(&digits)?;
    costs_what_it_should(&digits)?;
    area_code_apart(&groups, &digits)
}

/// Whether this says where to send a text: `88247`, `SHOUT to 85258` or a number to call.
pub(crate) fn text_line(text: &str) -> Result<(), Flaw> {
    let (word, number) = text.rsplit_once(" to ").unwrap_or(("", text));
    let plain = word.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == ' ');
    let code =
        number.len() == 5 && number.starts_with(['6', '7', '8']) && number.bytes().all(|byte| byte.is_ascii_digit());
    if plain && (code || phone(number).is_ok()) {
        return Ok(());
    }
    Err(Flaw::new("bad-text-line", "is not a number to text", "write it as 85258, SHOUT to 85258 or 07860 064450"))
}

fn known_range(digits: &str) -> Result<(), Flaw> {
    let allowed: &[usize] = match digits.get(..2) {
        Some("01") => &[10, 11],
        Some("02" | "03") => &[11],
        Some("07") if !digits.starts_with("070") && !digits.starts_with("076") || digits.starts_with("07624") => &[11],
        Some("08") if digits.starts_with("0800") => &[10, 11],
        Some("08") => &[11],
        Some("09") if digits.starts_with("090") || digits.starts_with("091") || digits.starts_with("098") => &[11],
        _ => &[],
    };
    if allowed.contains(&digits.len()) {
        return Ok(());
    }
    if allowed.is_empty() || digits.len() < 6 {
        return Err(Flaw::new("bad-phone", "is not a UK phone number", HINT));
    }
    let wanted = allowed.iter().map(usize::to_string).collect::<Vec<_>>().join(" or ");
    let meant = format!("it has {} digits, and a number that starts so has {wanted}", digits.len());
    Err(Flaw::new("bad-phone", "is not a UK phone number", &meant))
}

fn costs_what_it_should(digits: &str) -> Result<(), Flaw> {
    if FOR_FILMS.iter().any(|films| digits.starts_with(films)) {
        return Err(Flaw::new("bad-phone", "is a number for films: nobody answers it", "write the real one"));
    }
    if digits.starts_with("09") {
        return Err(Flaw::new("costly-phone", "costs pounds a minute", "find a number that starts with 03 or 080"));
    }
    if digits.starts_with("08") && !digits.starts_with("080") {
        let meant = "find the number that starts with 03 or 080";
        return Err(Flaw::warning("costly-phone", "costs more than a usual call", meant));
    }
    Ok(())
}

/// Numbers of towns are read, and remembered, as an area code and a number. Others are written as their owners do.
fn area_code_apart(groups: &[&str], digits: &str) -> Result<(), Flaw> {
    let code = match digits.as_bytes() {
        [b'0', b'2', ..] => 3,
        [b'0', b'1', b'1', ..] | [b'0', b'1', _, b'1', ..] => 4,
        [b'0', b'1', ..] if LONG_CODES.iter().any(|code| digits.starts_with(code)) => 6,
        [b'0', b'1', ..] => 5,
        _ => return Ok(()),
    };
    if groups.first().is_some_and(|first| first.len() == code) {
        return Ok(());
    }
    let meant = format!("write it as {} {}", &digits[..code], spaced(&digits[code..]));
    Err(Flaw::warning("phone-spacing", "does not keep the area code apart", &meant))
}

fn spaced(number: &str) -> String {
    match number.len() {
        7 => format!("{} {}", &number[..3], &number[3..]),
        8 => format!("{} {}", &number[..4], &number[4..]),
        _ => number.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_number_in_the_uk_is_known() {
        let good = [
            "0300 123 4097",
            "020 7008 0151",
            "0113 222 4444",
            "0121 303 1234",
            "01332 717 575",
            "01904 550055",
            "01204 62001",
            "015394 32525",
            "016977 2345",
            "07860 064450",
            "07624 123456",
            "0800 1111",
            "0800 100 900",
            "0800 5999 247",
            "0808 2000 247",
            "116 123",
            "116 000",
            "999",
            "111",
            "105",
            "18000",
        ];
        good.iter().for_each(|number| assert_eq!(phone(number), Ok(()), "{number}"));
    }

    #[test]
    fn what_nobody_can_call_is_refused() {
        let bad = [
            "",
            "0300",
            "12345",
            "0300  123 4097",
            "+44 300 123 4097",
            "0300-123-4097",
            " 999",
            "300 123 4097 1",
            "Text 85258",
            "0999 123 4567 8",
            "0500 123 456",
            "0300 123 409",
            "0300 123 40977",
            "070 1234 5678",
            "0808 800 500",
            "123",
            "0845 46 47",
            "020 7946 0123",
            "07700 900123",
            "0909 123 4567",
        ];
        for number in bad {
            let flaw = phone(number).expect_err(number);
            assert!(!flaw.mild, "{number}: {flaw:?}");
        }
    }

    #[test]
    fn a_number_that_costs_or_is_hard_to_read_is_worth_a_warning() {
        for (number, rule, meant) in [
            ("0845 123 4567", "costly-phone", "find the number that starts with 03 or 080"),
            ("0207 008 0151", "phone-spacing", "write it as 020 7008 0151"),
            ("01132224444", "phone-spacing", "write it as 0113 222 4444"),
            ("0190 4550055", "phone-spacing", "write it as 01904 550055"),
        ] {
            let flaw = phone(number).expect_err(number);
            assert_eq!((flaw.rule, flaw.mild, flaw.meant.as_str()), (rule, true, meant), "{number}");
        }
    }

    #[test]
    fn a_text_goes_to_a_short_code_or_a_number() {
        ["88247", "SHOUT to 85258", "07860 064450", "SUPPORT to 07860 064450"]
            .iter()
            .for_each(|text| assert_eq!(text_line(text), Ok(()), "{text}"));
        ["SHOUT", "8525", "SHOUT to 05258", "SHOUT 85258", "to 99999", "é to 85258"]
            .iter()
            .for_each(|text| assert!(text_line(text).is_err(), "{text}"));
    }
}
