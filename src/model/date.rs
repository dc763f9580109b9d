//! Dates no more exact than they were given, and the periods between them.
//!
//! Never reads the clock: an ongoing period stays open.

use std::fmt;
use std::str::FromStr;

/// A year, a year and month, or a full date, in the proleptic Gregorian
/// calendar. Written as in JSON Resume 1.0.0 (`iso8601`): `2017`, `2017-01`,
/// `2017-01-31`.
///
/// Ordered by what is known: a year sorts before its months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// 1 to 9999.
    pub year: u16,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31; only with a month.
    pub day: Option<u8>,
}

/// When something was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// At one date: an award, a publication.
    At(Date),
    /// From a date on, to another or to the present.
    From(Date, Option<Date>),
    /// Up to a date; when it began is not said.
    Until(Date),
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

impl Date {
    /// The first and last month that the date can mean, counted from year 0.
    #[must_use]
    pub fn months(self) -> (u32, u32) {
        let year = u32::from(self.year) * 12;
        self.month.map_or((year, year + 11), |month| {
            let month = year + u32::from(month) - 1;
            (month, month)
        })
    }

    /// Whether the whole of `self` lies before `other` could begin, as far as
    /// both are known.
    #[must_use]
    pub fn ends_before(self, other: Self) -> bool {
        match (self.day, other.day) {
            (Some(_), Some(_)) => self < other,
            _ => self.months().1 < other.months().0,
        }
    }

    /// The form for machines: `2017`, `2017-01`, `2017-01-31`.
    #[must_use]
    pub fn iso(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", self.year),
            (Some(month), None) => format!("{:04}-{month:02}", self.year),
            _ => format!("{:04}", self.year),
        }
    }
}

/// The form for people: `2017`, `Jan 2017`, `31 Jan 2017`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(day) = self.day {
            write!(f, "{day} ")?;
        }
        if let Some(month) = self.month {
            write!(f, "{} ", MONTHS[usize::from(month) - 1])?;
        }
        write!(f, "{}", self.year)
    }
}

/// A date in its written form; the error says what is wrong with it.
impl FromStr for Date {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let shape = || format!("`{text}` is not a date");
        let number = |part: &str, digits: usize| -> Option<u16> {
            (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse().ok())?
        };
        let mut parts = text.split('-');
        let year = parts
            .next()
            .and_then(|part| number(part, 4))
            .filter(|year| *year > 0)
            .ok_or_else(shape)?;
        let mut next = || match parts.next() {
            None => Ok(None),
            Some(part) => number(part, 2).map(|n| Some(n as u8)).ok_or_else(shape),
        };
        let (month, day) = (next()?, next()?);
        if parts.next().is_some() {
            return Err(shape());
        }
        if let Some(month) = month {
            if !(1..=12).contains(&month) {
                return Err(format!("`{text}` is not a date: there is no month {month}"));
            }
            let days = days_in(year, month);
            if let Some(day) = day
                && !(1..=days).contains(&day)
            {
                let month = MONTHS[usize::from(month) - 1];
                return Err(format!(
                    "`{text}` is not a date: {month} {year} has {days} days"
                ));
            }
        }
        Ok(Self { year, month, day })
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, shown: Result<&str, &str>) {
        let date = text.parse::<Date>().map(|date| date.to_string());
        assert_eq!(date, shown.map(String::from).map_err(String::from));
    }

    #[test]
    fn shows_no_more_than_was_given() {
        check("2017", Ok("2017"));
        check("2017-01", Ok("Jan 2017"));
        check("2017-01-31", Ok("31 Jan 2017"));
        check("2000-02-29", Ok("29 Feb 2000"));
        check("0800-12-25", Ok("25 Dec 800"));
    }

    #[test]
    fn refuses_what_no_calendar_has() {
        check(
            "2020-13",
            Err("`2020-13` is not a date: there is no month 13"),
        );
        check(
            "2020-00",
            Err("`2020-00` is not a date: there is no month 0"),
        );
        check(
            "2020-02-30",
            Err("`2020-02-30` is not a date: Feb 2020 has 29 days"),
        );
        check(
            "1900-02-29",
            Err("`1900-02-29` is not a date: Feb 1900 has 28 days"),
        );
        check(
            "2021-04-31",
            Err("`2021-04-31` is not a date: Apr 2021 has 30 days"),
        );
        for text in [
            "",
            "0000",
            "17",
            "2017-1",
            "2017-01-1",
            "2017-01-01-01",
            "Jan 2017",
            "２０１７",
            "+017",
        ] {
            check(text, Err(&format!("`{text}` is not a date")));
        }
    }

    #[test]
    fn ends_before_only_when_certain() {
        let check = |a: &str, b: &str, before| {
            let date = |text: &str| text.parse::<Date>().unwrap();
            assert_eq!(date(a).ends_before(date(b)), before, "{a} before {b}");
        };
        check("2016", "2017", true);
        check("2017", "2017-05", false);
        check("2017-05", "2017", false);
        check("2017-04", "2017-05", true);
        check("2017-05-02", "2017-05-03", true);
        check("2017-05-03", "2017-05", false);
    }

    proptest! {
        #[test]
        fn iso_is_read_back(year in 1u16..=9999, month in 1u8..=12, day in 1u8..=28, exact in 0..3) {
            let date = Date {
                year,
                month: (exact > 0).then_some(month),
                day: (exact > 1).then_some(day),
            };
            prop_assert_eq!(date.iso().parse(), Ok(date));
        }

        #[test]
        fn never_panics(text in ".*") {
            let _ = text.parse::<Date>();
        }
    }
}
