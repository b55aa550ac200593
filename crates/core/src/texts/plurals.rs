//! Which form of a word goes with a number, as a table: no rule of any language is known here.

/// From here on every hundred is like the one before.
const REPEATS: u32 = 100;

/// Which form of a word goes with each whole number below 200, as runs of numbers that take the same form. What every
/// rule of CLDR looks at are small numbers and the last two digits, up to a thousand and beyond.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plurals(pub(crate) Vec<Run>);

/// So many numbers, one after the other, that take the same form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) form: u32,
    pub(crate) many: u32,
}

impl Plurals {
    /// The table of a rule that gives the place of the form for a number.
    pub fn of(rule: impl Fn(u32) -> u32) -> Self {
        let mut runs: Vec<Run> = Vec::new();
        for form in (0..2 * REPEATS).map(rule) {
            match runs.last_mut().filter(|run| run.form == form) {
                Some(run) => run.many += 1,
                None => runs.push(Run { form, many: 1 }),
            }
        }
        Self(runs)
    }

    /// The place of the form for this number among the forms of a word.
    pub fn form(&self, number: u32) -> usize {
        let mut left = if number < REPEATS { number } else { REPEATS + number % REPEATS };
        let run = self.0.iter().find(|run| {
            let here = left < run.many;
            left = left.saturating_sub(run.many);
            here
        });
        run.map_or(0, |run| run.form as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn polish(number: u32) -> u32 {
        match (number, number % 10, number % 100) {
            (1, ..) => 0,
            (_, _, 12..=14) => 2,
            (_, 2..=4, _) => 1,
            _ => 2,
        }
    }

    #[test]
    fn a_table_says_what_its_rule_says() {
        let english = Plurals::of(|number| u32::from(number != 1));
        assert_eq!(english.0.len(), 3, "{english:?}");
        let polish_table = Plurals::of(polish);
        for number in 0..2_000 {
            assert_eq!(english.form(number), usize::from(number != 1), "{number}");
            assert_eq!(polish_table.form(number), polish(number) as usize, "{number}");
        }
    }

    #[test]
    fn without_a_table_the_first_form_is_the_only_one() {
        assert_eq!(Plurals::default().form(7), 0);
    }
}
