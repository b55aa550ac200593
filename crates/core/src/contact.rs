//! Where a contact leads: the address behind a number, a text line, a mailbox or a website, and how an address is shown.
//! The widget and the pages that need no script both ask here, so that one number is never dialled in two ways.

/// The address that dials this number: its digits, and a plus where it begins with one.
pub fn tel(number: &str) -> String {
    format!("tel:{}", digits(number))
}

/// The address that writes to this mailbox.
pub fn mail(mailbox: &str) -> String {
    format!("mailto:{mailbox}")
}

/// A line that says where to send a text, such as "SHOUT to 85258", "a message to 07860 039 967" or "88247".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sms<'a> {
    /// The word to send, where only one will do: written in capitals before "to".
    pub word: Option<&'a str>,
    /// The number as it is written, with its spaces.
    pub number: &'a str,
}

impl<'a> Sms<'a> {
    /// Understands a line; `None` where it ends in no number.
    pub fn of(line: &'a str) -> Option<Self> {
        let line = line.trim();
        let before = line.trim_end_matches(is_of_a_number);
        let number = line[before.len()..].trim_start();
        let word = before.trim_end().strip_suffix(" to").map(str::trim).filter(|word| is_to_be_sent(word));
        number.contains(|letter: char| letter.is_ascii_digit()).then_some(Self { word, number })
    }

    /// The address that begins a text to this number. It carries no word: Apple's reference for such links forbids any
    /// text in them, and Android and Apple put it behind different signs. So the word must stand beside the link.
    pub fn address(&self) -> String {
        format!("sms:{}", digits(self.number))
    }
}

/// The name of a website, without "www.": "gov.uk" of "https://www.gov.uk/carers-allowance".
pub fn host(url: &str) -> &str {
    typed(url).split(['/', '?', '#']).next().unwrap_or_default()
}

/// The whole address as somebody would type it from paper: "gov.uk/carers-allowance".
pub fn typed(url: &str) -> &str {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or(url);
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/')
}

fn is_of_a_number(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, ' ' | '+' | '-' | '(' | ')')
}

fn is_to_be_sent(word: &str) -> bool {
    !word.is_empty() && !word.contains(char::is_whitespace) && !word.contains(char::is_lowercase)
}

fn digits(number: &str) -> String {
    let number = number.trim_start();
    let plus = if number.starts_with('+') { "+" } else { "" };
    let digits = number.chars().filter(char::is_ascii_digit);
    plus.chars().chain(digits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_dialled_whole_and_without_its_spaces() {
        for (number, address) in [
            ("999", "tel:999"),
            ("116 123", "tel:116123"),
            ("0300 123 4097", "tel:03001234097"),
            ("+44 20 7008 0151", "tel:+442070080151"),
            ("(020) 7008-0151", "tel:02070080151"),
        ] {
            assert_eq!(tel(number), address);
        }
    }

    #[test]
    fn a_text_goes_to_the_whole_number_whatever_stands_before_it() {
        for (line, word, number, address) in [
            ("88247", None, "88247", "sms:88247"),
            ("SHOUT to 85258", Some("SHOUT"), "85258", "sms:85258"),
            ("a message to 07860 039 967", None, "07860 039 967", "sms:07860039967"),
            ("SUPPORT to 07860 064450", Some("SUPPORT"), "07860 064450", "sms:07860064450"),
            ("HELP2 to 85258", Some("HELP2"), "85258", "sms:85258"),
            ("07860 064450", None, "07860 064450", "sms:07860064450"),
            ("+44 7860 064450", None, "+44 7860 064450", "sms:+447860064450"),
            (" 85258 ", None, "85258", "sms:85258"),
        ] {
            let sms = Sms::of(line);
            assert_eq!(sms, Some(Sms { word, number }), "{line}");
            assert_eq!(sms.map(|sms| sms.address()).as_deref(), Some(address), "{line}");
        }
    }

    #[test]
    fn a_line_without_a_number_leads_nowhere() {
        for line in ["", "SHOUT", "SHOUT to", "to +", "85258 or so"] {
            assert_eq!(Sms::of(line), None, "{line}");
        }
    }

    #[test]
    fn a_website_is_called_by_its_name_and_typed_by_its_address() {
        for (url, name, address) in [
            ("https://www.gov.uk/carers-allowance", "gov.uk", "gov.uk/carers-allowance"),
            ("https://111.nhs.uk", "111.nhs.uk", "111.nhs.uk"),
            ("https://www.mind.org.uk/", "mind.org.uk", "mind.org.uk"),
            ("https://fis.kent.gov.uk?id=7", "fis.kent.gov.uk", "fis.kent.gov.uk?id=7"),
            ("https://www.gov.uk#apply", "gov.uk", "gov.uk#apply"),
            ("https://wwwhelp.org", "wwwhelp.org", "wwwhelp.org"),
            ("", "", ""),
        ] {
            assert_eq!((host(url), typed(url)), (name, address), "{url}");
        }
    }

    #[test]
    fn mail_goes_to_the_mailbox() {
        assert_eq!(mail("jo@samaritans.org"), "mailto:jo@samaritans.org");
    }
}
