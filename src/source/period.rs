//! When an entry was: `startDate`, `endDate`, or one date.
//!
//! Never formats dates.

use super::fields::{Fields, Spanned};
use super::problem::Problem;
use super::reader::Reader;
use crate::model::{Date, Period};

/// Reads the period of an entry; `at` is the date of what happened at once.
pub fn read(reader: &mut Reader, fields: &mut Fields, at: Option<Spanned>) -> Option<Period> {
    let start = fields.text(reader, "startDate");
    let end = fields.text(reader, "endDate");
    if let Some(at) = at {
        return date(reader, &at).map(Period::At);
    }
    let ongoing = |end: &Spanned| {
        matches!(
            end.text.to_lowercase().as_str(),
            "present" | "current" | "now" | "today" | "ongoing"
        )
    };
    let until = match end.as_ref().filter(|end| !ongoing(end)) {
        Some(end) => Some((date(reader, end)?, end)),
        None => None,
    };
    let from = match &start {
        Some(start) => Some(date(reader, start)?),
        None => None,
    };
    match (from, until) {
        (Some(from), Some((until, written))) => {
            if until.ends_before(from) {
                reader.push(
                    Problem::error(
                        written.span.clone(),
                        format!("the end, {until}, is before the start, {from}"),
                    )
                    .help("exchange `startDate` and `endDate`, or mend one of them"),
                );
            }
            Some(Period::From(from, Some(until)))
        }
        (Some(from), None) => Some(Period::From(from, None)),
        (None, Some((until, _))) => Some(Period::Until(until)),
        (None, None) => None,
    }
}

fn date(reader: &mut Reader, written: &Spanned) -> Option<Date> {
    match written.text.parse() {
        Ok(date) => Some(date),
        Err(message) => {
            let help = "write a year, a month or a day: `2017`, `2017-01` or `2017-01-31`";
            reader.push(Problem::error(written.span.clone(), message).help(help));
            None
        }
    }
}
