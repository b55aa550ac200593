//! The figures as a table: the median of the runs, what one in twenty is over, how far they are apart, and where there is something to compare with,
//! the ratio to it.

use crate::figures::{FIGURES, Figure, Run, Unit, quantile, values};

/// The table of these runs, beside others if there are some.
pub(crate) fn table(runs: &[Run], others: Option<&[Run]>) -> String {
    let mut text = format!("{:<48}{:>12}{:>9}{:>20}", "what the release costs", "median", "p95", "least to most");
    if others.is_some() {
        text += &format!("{:>14}{:>8}", "against", "ratio");
    }
    for figure in &FIGURES {
        text += &format!("\n{:<48}{}", figure.says, measured(figure, runs));
        text += &others.map(|others| compared(figure, runs, others)).unwrap_or_default();
    }
    text
}

fn measured(figure: &Figure, runs: &[Run]) -> String {
    let values = values(runs, figure.key);
    let tell = |share| quantile(&values, share).map_or_else(|| "-".to_owned(), |value| number(value, figure.unit));
    let range = format!("{} to {}", tell(0.0), tell(1.0));
    format!("{:>12}{:>9}{range:>20}", format!("{}{}", tell(0.5), unit(figure.unit)), tell(0.95))
}

/// More than 1 where these runs need more than the others.
fn compared(figure: &Figure, runs: &[Run], others: &[Run]) -> String {
    let [this, other] = [runs, others].map(|runs| quantile(&values(runs, figure.key), 0.5));
    let told = other.map_or_else(|| "-".to_owned(), |value| number(value, figure.unit) + unit(figure.unit));
    let ratio = this.zip(other.filter(|other| *other > 0.0)).map(|(this, other)| format!("{:.2}", this / other));
    format!("{told:>14}{:>8}", ratio.unwrap_or_else(|| "-".to_owned()))
}

fn number(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Time if value < 100.0 => format!("{value:.1}"),
        Unit::Time | Unit::Count => format!("{value:.0}"),
        Unit::Bytes => format!("{:.1}", value / 1000.0),
        Unit::Memory => format!("{:.2}", value / 1_048_576.0),
    }
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Time => " ms",
        Unit::Bytes => " kB",
        Unit::Memory => " MB",
        Unit::Count => "   ",
    }
}
