//! A contact: what is shown, and where it leads. It is worked out once, when content is compiled; the list, the sheet and
//! the pages that need no script all use it, so that one number is never dialled in two ways.

use crate::catalogue::Named;

/// By what means somebody is reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Means {
    /// A call.
    #[default]
    Call,
    /// A text message.
    Text,
    /// A letter by email.
    Mail,
    /// A page on the web.
    Web,
}

impl Named for Means {
    const ALL: &'static [(&'static str, Self)] =
        &[("phone", Self::Call), ("text", Self::Text), ("email", Self::Mail), ("url", Self::Web)];
}

/// One way to reach somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// By what means.
    pub means: Means,
    /// The number with its usual spaces, the mailbox, or the address of the page.
    pub to: String,
    /// The one word to send to the number of a text line; empty: any message will do.
    pub word: String,
}

impl Contact {
    /// A number to call.
    pub fn call(number: &str) -> Self {
        Self { means: Means::Call, to: number.trim().to_owned(), word: String::new() }
    }

    /// A text line as content says it, such as "SHOUT to 85258", "a message to 07860 039 967" or "88247": a word in
    /// capitals before "to" is the word to send. `None` where it ends in no number.
    pub fn text(line: &str) -> Option<Self> {
        let line = line.trim();
        let before = line.trim_end_matches(is_of_a_number);
        let number = line[before.len()..].trim_start();
        let word = before.trim_end().strip_suffix(" to").map(str::trim).filter(|word| is_to_be_sent(word));
        let leads = number.contains(|letter: char| letter.is_ascii_digit());
        leads.then(|| Self { means: Means::Text, to: number.to_owned(), word: word.unwrap_or_default().to_owned() })
    }

    /// A mailbox.
    pub fn mail(mailbox: &str) -> Self {
        Self { means: Means::Mail, to: mailbox.trim().to_owned(), word: String::new() }
    }

    /// A page on the web.
    pub fn web(url: &str) -> Self {
        Self { means: Means::Web, to: url.trim().to_owned(), word: String::new() }
    }

    /// Where it leads. A text carries no word: Apple's reference for such links forbids any text in them, and Android
    /// and Apple put it behind different signs. So the word must stand beside the link.
    pub fn address(&self) -> String {
        match self.means {
            Means::Call => "tel:".to_owned() + &digits(&self.to),
            Means::Text => "sms:".to_owned() + &digits(&self.to),
            Means::Mail => "mailto:".to_owned() + &self.to,
            Means::Web => self.to.clone(),
        }
    }

    /// The name of a website, without "www.": "gov.uk" of "https://www.gov.uk/carers-allowance".
    pub fn host(&self) -> &str {
        self.typed().split(['/', '?', '#']).next().unwrap_or_default()
    }

    /// The whole address as somebody would type it from paper: "gov.uk/carers-allowance".
    pub fn typed(&self) -> &str {
        let url = self.to.as_str();
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or(url);
        rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/')
    }
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
            assert_eq!(Contact::call(number).address(), address);
        }
    }

    #[test]
    fn a_text_goes_to_the_whole_number_whatever_stands_before_it() {
        for (line, word, number, address) in [
            ("88247", "", "88247", "sms:88247"),
            ("SHOUT to 85258", "SHOUT", "85258", "sms:85258"),
            ("a message to 07860 039 967", "", "07860 039 967", "sms:07860039967"),
            ("SUPPORT to 07860 064450", "SUPPORT", "07860 064450", "sms:07860064450"),
            ("HELP2 to 85258", "HELP2", "85258", "sms:85258"),
            ("07860 064450", "", "07860 064450", "sms:07860064450"),
            ("HELP ME to 85258", "", "85258", "sms:85258"),
            ("Help to 85258", "", "85258", "sms:85258"),
            (" to 85258", "", "85258", "sms:85258"),
            ("+44 7860 064450", "", "+44 7860 064450", "sms:+447860064450"),
            (" 85258 ", "", "85258", "sms:85258"),
        ] {
            let text = Contact::text(line).expect(line);
            assert_eq!((text.word.as_str(), text.to.as_str()), (word, number), "{line}");
            assert_eq!(text.address(), address, "{line}");
        }
    }

    #[test]
    fn a_line_without_a_number_leads_nowhere() {
        for line in ["", "SHOUT", "SHOUT to", "to +", "85258 or so"] {
            assert_eq!(Contact::text(line), None, "{line}");
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
            let page = Contact::web(url);
            assert_eq!((page.host(), page.typed()), (name, address), "{url}");
        }
    }

    #[test]
    fn mail_goes_to_the_mailbox() {
        assert_eq!(Contact::mail("jo@samaritans.org").address(), "mailto:jo@samaritans.org");
    }
}
