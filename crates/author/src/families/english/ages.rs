//! Ages and milestones in words: "from the first funded term after the 2nd birthday".

use signpost_core::time::{AgeSpan, Milestone};

/// Two milestones: "from birth until the 2nd birthday", "from the 5th birthday on", "before birth".
pub fn ages(span: AgeSpan) -> String {
    match (span.from, span.until) {
        (Some(from), Some(until)) => format!("from {} until {}", begins(from), ends(until)),
        (Some(from), None) => format!("from {} on", begins(from)),
        (None, Some(until)) => format!("before {}", ends(until)),
        (None, None) => "any".into(),
    }
}

/// A length of time: "9 months", "2 years".
pub fn length(months: i32) -> String {
    match months {
        1 => "1 month".into(),
        12 => "1 year".into(),
        months if months % 12 == 0 => format!("{} years", months / 12),
        months => format!("{months} months"),
    }
}

fn begins(milestone: Milestone) -> String {
    match milestone {
        Milestone::TermAfter(age) => format!("the first funded term after {}", birthday(age)),
        other => ends(other),
    }
}

fn ends(milestone: Milestone) -> String {
    match milestone {
        Milestone::Age(0) => "birth".into(),
        Milestone::Age(age) if age < 0 => format!("{} before birth", length(-age)),
        Milestone::Age(age) => birthday(age),
        Milestone::TermAfter(age) => format!("the term after {}", birthday(age)),
        Milestone::SeptemberAfter(age) => format!("1 September after {}{}", birthday(age), school_year(age)),
    }
}

fn birthday(age: i32) -> String {
    if age > 0 && age % 12 == 0 {
        format!("the {} birthday", ordinal(age / 12))
    } else {
        format!("the age of {}", length(age))
    }
}

/// Year N of school starts on 1 September after the birthday of N + 4 years; Reception is the year before Year 1.
fn school_year(age: i32) -> String {
    match (age % 12, age / 12 - 4) {
        (0, 0) => " (the start of Reception)".into(),
        (0, year @ 1..=13) => format!(" (the start of Year {year})"),
        _ => String::new(),
    }
}

fn ordinal(number: i32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_milestone_reads_as_a_person_would_say_it() {
        let said = |from, until| ages(AgeSpan { from: Milestone::parse(from), until: Milestone::parse(until) });
        let read = [
            said("term after 2 years", "term after 3 years"),
            said("term after 9 months", "september after 4 years"),
            said("september after 11 years", "26 years"),
            said("3 months before birth", "1 month"),
            said("21 years", ""),
            said("", "birth"),
        ];
        let words = [
            "from the first funded term after the 2nd birthday until the term after the 3rd birthday",
            "from the first funded term after the age of 9 months until 1 September after the 4th birthday (the start of Reception)",
            "from 1 September after the 11th birthday (the start of Year 7) until the 26th birthday",
            "from 3 months before birth until the age of 1 month",
            "from the 21st birthday on",
            "before birth",
        ];
        assert_eq!(read, words);
    }
}
