//! The ZIP file of data that `LinkedIn` hands out: a CSV file for each part of a
//! profile.
//!
//! Never opens those about other people: connections, messages, invitations.

use super::columns::{FILES, OTHERS};
use super::rows::{entry, list, merged, person, recommendation, rows};
use std::io::{Cursor, Read};
use std::path::Path;

use zip::ZipArchive;

use super::draft::Draft;
use super::json_resume::Reader;
use super::tree::{Fields, Tree};
use crate::source::{KINDS, Problem, Report, quote, quote_all};

/// No part of a profile is larger, in bytes, once unpacked.
const LARGEST: u64 = 1 << 20;

/// Nor are all of them together.
const ALL: u64 = 4 << 20;

/// No export has more files.
const MOST: usize = 1000;

/// Reads the archive; one report for each of its files.
pub fn read(path: &Path, bytes: &[u8]) -> Result<(Draft, Vec<Report>), Report> {
    let refuse = |message: String| Report::new(path, "", vec![Problem::error(0..0, message)]);
    let mut zip = ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| refuse(format!("this ZIP file cannot be read: {error}")))?;
    if zip.len() > MOST {
        return Err(refuse(format!(
            "this ZIP file holds more than {MOST} files"
        )));
    }
    let mut files = Vec::new();
    let mut all = 0;
    let mut unread = Vec::new();
    for at in 0..zip.len() {
        let file = zip
            .by_index(at)
            .map_err(|error| refuse(format!("a file in this ZIP file cannot be read: {error}")))?;
        let whole = file.name().to_owned();
        let name = whole.rsplit(['/', '\\']).next().unwrap_or_default();
        let stem = name.strip_suffix(".csv").unwrap_or_default();
        let known = FILES.iter().any(|(known, _, _)| *known == stem) || OTHERS.contains(&stem);
        if !known {
            if !name.is_empty() {
                unread.push(whole);
            }
            continue;
        }
        let stem = stem.to_owned();
        let mut text = Vec::new();
        let size = file.take(LARGEST + 1).read_to_end(&mut text);
        match size {
            Ok(size) if size as u64 > LARGEST => {
                return Err(refuse(format!(
                    "{} in it has more than {} MB",
                    quote(&whole),
                    LARGEST >> 20
                )));
            }
            Ok(size) if all + size as u64 > ALL => {
                return Err(refuse(format!(
                    "the files in it have more than {} MB",
                    ALL >> 20
                )));
            }
            Ok(size) => {
                all += size as u64;
                files.push((stem, text));
            }
            Err(error) => {
                return Err(refuse(format!(
                    "{} in it cannot be read: {error}",
                    quote(&whole)
                )));
            }
        }
    }
    if !files
        .iter()
        .any(|(stem, _)| stem == "Profile" || stem == "Positions")
    {
        return Err(refuse(
            "this is a ZIP file, but not one of LinkedIn's: it has no `Profile.csv`".to_owned(),
        ));
    }
    let mut reports = Vec::new();
    if !unread.is_empty() {
        unread.sort();
        let message = quote_all("not read", &unread);
        let problem = Problem::hint(0..0, message)
            .help("they are not about the résumé, or about other people");
        reports.push(Report::new(path, "", vec![problem]));
    }
    let draft = draft(path, files, &mut reports);
    Ok((draft, reports))
}

/// The text of a file, whatever stands for letters that are not UTF-8.
fn text(bytes: &[u8], notes: &mut Vec<Problem>) -> String {
    let text = String::from_utf8_lossy(bytes).into_owned();
    if let Err(error) = str::from_utf8(bytes) {
        let at = error.valid_up_to();
        let end = at + char::REPLACEMENT_CHARACTER.len_utf8();
        let problem = Problem::hint(at..end, "this is not UTF-8");
        notes
            .push(problem.help("what could not be read is a `\u{fffd}` now: look for all of them"));
    }
    text
}

fn draft(path: &Path, mut files: Vec<(String, Vec<u8>)>, reports: &mut Vec<Report>) -> Draft {
    let mut whole = Draft::default();
    let mut basics = Vec::new();
    let mut summary = false;
    // In the order of the page, whatever that of the archive is.
    files.sort_by_key(|(stem, _)| {
        let at = FILES.iter().position(|(known, _, _)| known == stem);
        at.unwrap_or(FILES.len())
    });
    let mut notes_of = Vec::new();
    for (stem, bytes) in files {
        let mut notes = Vec::new();
        let text = text(&bytes, &mut notes);
        let rows = rows(&text, &mut notes);
        let known = FILES.iter().find(|(known, _, _)| *known == stem);
        let mut reader = Reader::new(&mut notes);
        if let Some((_, key, columns)) = known {
            let entries = rows.into_iter().map(|row| entry(row, columns)).collect();
            let title = (!KINDS.iter().any(|(kind, _)| kind == key)).then(|| stem.clone());
            reader.section(key, title, &list(entries));
        } else if stem == "Recommendations_Received" {
            let entries = rows.into_iter().map(recommendation).collect();
            reader.section("references", None, &list(entries));
        } else {
            for row in rows {
                person(row, &mut basics);
            }
            summary |= basics
                .iter()
                .any(|(key, _): &(String, Tree)| key == "summary");
        }
        for section in reader.finish().sections {
            whole.add(section);
        }
        notes_of.push((stem, text, notes));
    }
    let mut notes = Vec::new();
    let mut reader = Reader::new(&mut notes);
    reader.basics(Fields {
        span: 0..0,
        pairs: merged(basics),
    });
    let person = reader.finish();
    whole.basics = person.basics;
    for section in person.sections {
        whole.add(section);
    }
    if summary {
        whole.sections.insert(
            0,
            super::draft::Section {
                key: "summary".to_owned(),
                ..super::draft::Section::default()
            },
        );
    }
    for (stem, text, problems) in notes_of {
        if !problems.is_empty() {
            reports.push(Report::new(
                &path.join(format!("{stem}.csv")),
                &text,
                problems,
            ));
        }
    }
    if !notes.is_empty() {
        let notes = notes
            .into_iter()
            .map(|note| Problem { span: 0..0, ..note })
            .collect();
        reports.push(Report::new(&path.join("Profile.csv"), "", notes));
    }
    whole
}
