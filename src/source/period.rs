//! When an entry was: `startDate`, `endDate`, or one date.
//!
//! Never formats dates.

use super::fields::{Fields, Spanned, one_line};
use super::problem::{Problem, quote};
use super::reader::Reader;
use crate::model::{Date, Period};

/// Reads the period of an entry; `at` is the date of what happened at once.
pub fn read(reader: &mut Reader, fields: &mut Fields, at: Option<Spanned>) -> Option<Period> {
    let start = fields.text(reader, "startDate");
    let end = fields.text(reader, "endDate");
    let at = at.and_then(|at| date(reader, &at));
    let from = start.as_ref().and_then(|start| date(reader, start));
    let until = (end.as_ref())
        .filter(|end| !is_present(&end.text))
        .and_then(|end| date(reader, end));
    if let (Some(from), Some(until), Some(written)) = (from, until, end)
        && until.ends_before(from)
    {
        reader.push(
            Problem::error(
                written.span,
                format!("the end, {until}, is before the start, {from}"),
            )
            .help("exchange `startDate` and `endDate`, or mend one of them"),
        );
    }
    match (at, from, until) {
        (Some(at), _, _) => Some(Period::At(at)),
        (None, Some(from), until) => Some(Period::From(from, until)),
        (None, None, Some(until)) => Some(Period::Until(until)),
        (None, None, None) => None,
    }
}

/// Whether an end is written out that a missing `endDate` says as well.
fn is_present(end: &str) -> bool {
    let end = end.to_lowercase();
    ["present", "current", "now", "today", "ongoing"].contains(&end.as_str())
}

fn date(reader: &mut Reader, written: &Spanned) -> Option<Date> {
    let words = one_line(&written.text);
    match words.parse() {
        Ok(date) => Some(date),
        Err(why) => {
            // It repeats the words whole; there is more to say of short ones
            // only.
            let brief = words.len() <= "2017-01-31".len();
            let message = if brief {
                why
            } else {
                format!("{} is not a date", quote(&words))
            };
            let help = "write a year, a month or a day: `2017`, `2017-01` or `2017-01-31`";
            reader.push(Problem::error(written.span.clone(), message).help(help));
            None
        }
    }
}
