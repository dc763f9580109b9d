//! Dates and periods as a language writes them.
//!
//! Never reads the clock.

use super::{Language, Word};
use crate::model::{Date, Entry, Period};

/// What is shown of a period.
pub enum Shown {
    /// One date.
    At(Date),
    /// Between two.
    Between(Date, Date),
    /// From a date to this day.
    Since(Date),
}

impl Shown {
    /// Of a period whose start and end are the same there is one date.
    #[must_use]
    pub fn of(period: Period) -> Self {
        match period {
            Period::At(date) | Period::Until(date) => Self::At(date),
            Period::From(start, Some(end)) if start == end => Self::At(start),
            Period::From(start, Some(end)) => Self::Between(start, end),
            Period::From(start, None) => Self::Since(start),
        }
    }
}

impl Language {
    /// A date for people, no more exact than it is known: `2017`,
    /// `Jan 2017`, `31 Jan 2017`.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let Date { year, month, day } = date;
        let year = year.to_string();
        let Some(month) = month else {
            return self.words.say(Word::DateYear, &[&year]);
        };
        let name = self.words.form(Word::MonthNames, usize::from(month) - 1);
        match day {
            None => self.words.say(Word::DateMonth, &[&year, name]),
            Some(day) => {
                let day = day.to_string();
                self.words.say(Word::DateDay, &[&year, name, &day])
            }
        }
    }

    /// When an entry was, in words.
    #[must_use]
    pub fn period(&self, entry: &Entry) -> Option<String> {
        if let Some(label) = &entry.dates {
            return Some(label.clone());
        }
        let between = |from, to: &str| self.words.say(Word::Period, &[&self.date(from), to]);
        Some(match Shown::of(entry.period?) {
            Shown::At(date) => self.date(date),
            Shown::Between(start, end) => between(start, &self.date(end)),
            Shown::Since(start) => between(start, self.words.text(Word::Present)),
        })
    }

    /// Whether dates are written as in English, so that they can be read
    /// back without a table.
    #[must_use]
    pub fn has_english_dates(&self) -> bool {
        let english = Self::default();
        [
            Word::MonthNames,
            Word::DateYear,
            Word::DateMonth,
            Word::DateDay,
            Word::Period,
            Word::Present,
        ]
        .into_iter()
        .all(|word| self.words.text(word) == english.words.text(word))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tag: &str, expected: [&str; 4]) {
        let language = Language::of(tag).unwrap();
        let date = |text: &str| text.parse::<Date>().unwrap();
        let since = Entry {
            period: Some(Period::From(date("2017-03"), None)),
            ..Entry::default()
        };
        let between = Entry {
            period: Some(Period::From(date("2017"), Some(date("2020-12")))),
            ..Entry::default()
        };
        let shown = [
            language.date(date("2017")),
            language.date(date("2017-08-01")),
            language.period(&since).unwrap(),
            language.period(&between).unwrap(),
        ];
        assert_eq!(shown, expected, "{tag}");
    }

    #[test]
    fn dates_are_by_custom() {
        check(
            "en",
            [
                "2017",
                "1 Aug 2017",
                "Mar 2017 – Present",
                "2017 – Dec 2020",
            ],
        );
        check(
            "de-AT",
            [
                "2017",
                "1. Aug. 2017",
                "März 2017 – heute",
                "2017 – Dez. 2020",
            ],
        );
        check(
            "es",
            [
                "2017",
                "1 ago 2017",
                "mar 2017 – actualidad",
                "2017 – dic 2020",
            ],
        );
        check(
            "fr",
            [
                "2017",
                "1 août 2017",
                "mars 2017 – aujourd’hui",
                "2017 – déc. 2020",
            ],
        );
        check(
            "ja",
            [
                "2017年",
                "2017年8月1日",
                "2017年3月～現在",
                "2017年～2020年12月",
            ],
        );
        check(
            "ar",
            [
                "2017",
                "1 أغسطس 2017",
                "مارس 2017 – حتى الآن",
                "2017 – ديسمبر 2020",
            ],
        );
    }
}
