//! Whether a child is of an age, where only the month of birth is known, or only an age band.

use crate::catalogue::Catalogue;
use crate::family::{Answer, Answers, Who};
use crate::judge::look::Reading;
use crate::judge::outline::Truth;
use crate::time::{AgeSpan, Day, Month, Standing, Start};

/// Where a child stands, for every month in which it can have been born.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// It is inside, or will be from then.
    Inside(Start),
    /// It is outside.
    Outside,
    /// That depends on the month or the day, or nothing is known.
    Unknown,
}

impl Stands {
    /// One known month may be possible only; an age band must hold for all its months.
    pub(super) fn of(span: AgeSpan, months: &[Month], today: Day, ahead: i32, reading: Reading) -> Self {
        match *months {
            [] => Self::Unknown,
            [month] => Self::in_month(span.standing(month, today, ahead), reading),
            _ => Self::in_band(span, months, today, ahead),
        }
    }

    /// The same as one of the three values.
    pub(super) fn truth(self) -> Truth {
        match self {
            Self::Inside(_) => Truth::Yes,
            Self::Outside => Truth::No,
            Self::Unknown => Truth::Maybe,
        }
    }

    fn in_month(standing: Standing, reading: Reading) -> Self {
        match standing {
            Standing::Within => Self::Inside(Start::Now),
            Standing::Possibly if reading == Reading::Generous => Self::Inside(Start::Now),
            Standing::Possibly => Self::Unknown,
            Standing::Ahead(start) => Self::Inside(start),
            Standing::Outside => Self::Outside,
        }
    }

    fn in_band(span: AgeSpan, months: &[Month], today: Day, ahead: i32) -> Self {
        let (mut within, mut coming, mut outside) = (false, false, false);
        for &month in months {
            match span.standing(month, today, ahead) {
                Standing::Within => within = true,
                Standing::Ahead(_) => coming = true,
                Standing::Outside => outside = true,
                Standing::Possibly => return Self::Unknown,
            }
            if outside && (within || coming) {
                return Self::Unknown;
            }
        }
        match (outside, coming) {
            (true, _) => Self::Outside,
            (false, true) => Self::Inside(Start::Soon),
            (false, false) => Self::Inside(Start::Now),
        }
    }
}

/// Whether a child who was born in one of these months is inside the span, looking `ahead` months into the future;
/// `None` where that depends on the month or the day.
pub fn age(span: AgeSpan, months: &[Month], today: Day, ahead: i32, reading: Reading) -> Option<bool> {
    match Stands::of(span, months, today, ahead, reading) {
        Stands::Inside(_) => Some(true),
        Stands::Outside => Some(false),
        Stands::Unknown => None,
    }
}

/// Every month in which somebody can have been born: one if the parent told us, several for an age band, none
/// where nothing is known, or of a family.
pub(crate) fn birth_months(catalogue: &Catalogue, answers: &Answers, today: Day, who: Who) -> Vec<Month> {
    let answer = catalogue.born().filter(|_| who != Who::Family).and_then(|born| answers.get(catalogue, born, who));
    match answer {
        Some(Answer::Month(month)) => vec![*month],
        Some(Answer::Ticked(bands)) => {
            let span = bands.first().and_then(|&band| catalogue.choice(band).born);
            span.map_or(Vec::new(), |span| band(span, today))
        }
        _ => Vec::new(),
    }
}

/// A month in which the child could also be just outside the band is left out: the parent said which it is.
fn band(span: AgeSpan, today: Day) -> Vec<Month> {
    let born = (-10..=27 * 12).map(|ago| today.month().plus(-ago));
    born.filter(|&month| span.standing(month, today, 0) == Standing::Within).collect()
}
