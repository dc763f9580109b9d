//! Rows of `LinkedIn`'s files, in the keys of JSON Resume.
//!
//! Never opens a file.

use std::ops::Range;

use super::marked;
use super::reach;
use super::tree::{Tree, Value};
use crate::source::{Problem, one_line};

/// A row: each column's name and what it holds.
pub struct Row {
    span: Range<usize>,
    cells: Vec<(String, String)>,
}

impl Row {
    fn take(&mut self, column: &str) -> Option<String> {
        let at = self
            .cells
            .iter()
            .position(|(name, _)| name.eq_ignore_ascii_case(column))?;
        Some(self.cells.remove(at).1).filter(|text| !text.trim().is_empty())
    }
}

pub fn list(items: Vec<Tree>) -> Tree {
    Tree {
        span: 0..0,
        value: Value::List(items),
    }
}

pub fn rows(text: &str, notes: &mut Vec<Problem>) -> Vec<Row> {
    // Some files begin with notes to the reader, and then an empty line.
    let skip = match text.strip_prefix("Notes:") {
        Some(_) => text.find("\n\n").map_or(0, |at| at + 2),
        None => 0,
    };
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(&text.as_bytes()[skip..]);
    let names: Vec<String> = match reader.headers() {
        Ok(names) => names
            .iter()
            .map(|name| name.trim_start_matches('\u{feff}').trim().to_owned())
            .collect(),
        Err(_) => return Vec::new(),
    };
    let mut rows = Vec::new();
    for record in reader.records() {
        let Ok(record) = record else {
            notes.push(Problem::hint(0..0, "a row of this file cannot be read").help("left out"));
            continue;
        };
        let start = skip + record.position().map_or(0, |at| at.byte() as usize);
        let start = (0..=start.min(text.len()))
            .rev()
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or_default();
        let end = text[start..]
            .find('\n')
            .map_or(text.len(), |end| start + end);
        let cells = record.iter().enumerate().map(|(at, cell)| {
            let name = names.get(at).cloned().unwrap_or_else(|| "More".to_owned());
            let shown = |c: char| if c.is_control() && c != '\n' { ' ' } else { c };
            (name, cell.chars().map(shown).collect::<String>())
        });
        rows.push(Row {
            span: start..end,
            cells: cells.collect(),
        });
    }
    rows
}

pub fn entry(mut row: Row, columns: &[(&str, &str)]) -> Tree {
    let span = row.span.clone();
    let text = |words: String| Tree {
        span: span.clone(),
        value: Value::Text(words),
    };
    let mut pairs = Vec::new();
    let (mut summary, mut lines) = (Vec::new(), Vec::new());
    for (column, key) in columns {
        let Some(words) = row.take(column) else {
            continue;
        };
        let bare = [
            "location",
            "startDate",
            "endDate",
            "date",
            "releaseDate",
            "url",
        ];
        match *key {
            "" => said(column, &words, &mut summary, &mut lines),
            key if bare.contains(&key) || *column == "Name" && columns.len() == 1 => {
                pairs.push((key.to_owned(), text(words)));
            }
            key => pairs.push((key.to_owned(), text(marked::plain(&one_line(&words))))),
        }
    }
    for (column, words) in row
        .cells
        .into_iter()
        .filter(|(_, words)| !words.trim().is_empty())
    {
        said(&column, &words, &mut summary, &mut lines);
    }
    if !summary.is_empty() {
        pairs.push(("summary".to_owned(), text(summary.join("\n\n"))));
    }
    if !lines.is_empty() {
        let lines = lines.into_iter().map(text).collect();
        pairs.push(("highlights".to_owned(), list(lines)));
    }
    Tree {
        span,
        value: Value::Map(pairs),
    }
}

/// A description: its lines are paragraphs, or items where they begin so.
fn said(column: &str, words: &str, summary: &mut Vec<String>, lines: &mut Vec<String>) {
    let described = ["Description", "Notes", "Summary", "Activities"].contains(&column);
    for line in words.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let item = ["• ", "- ", "* ", "· ", "– ", "▪ "]
            .iter()
            .find_map(|mark| line.strip_prefix(mark));
        match item {
            Some(item) => lines.push(marked::plain(item)),
            None if !lines.is_empty() && described => lines.push(marked::plain(line)),
            None if described => summary.push(marked::plain(line)),
            None => summary.push(marked::plain(&format!("{column}: {line}"))),
        }
    }
}

pub fn recommendation(mut row: Row) -> Tree {
    let span = row.span.clone();
    let mut join = |columns: [&str; 2], between: &str| {
        let parts: Vec<_> = columns
            .into_iter()
            .filter_map(|column| row.take(column))
            .collect();
        parts.join(between)
    };
    let name = join(["First Name", "Last Name"], " ");
    let role = join(["Job Title", "Company"], ", ");
    let words = row.take("Text").unwrap_or_default();
    let name = if role.is_empty() {
        name
    } else {
        format!("{name}, {role}")
    };
    for column in ["Creation Date", "Status"] {
        row.take(column);
    }
    let pair = |key: &str, words: &str| {
        let value = Value::Text(marked::plain(&one_line(words)));
        let span = span.clone();
        (key.to_owned(), Tree { span, value })
    };
    let value = Value::Map(vec![pair("name", &name), pair("reference", &words)]);
    Tree { span, value }
}

/// What a row says of the person.
pub fn person(mut row: Row, basics: &mut Vec<(String, Tree)>) {
    let span = row.span.clone();
    let mut put = |key: &str, words: Option<String>| {
        if let Some(words) = words {
            let value = Value::Text(words);
            basics.push((
                key.to_owned(),
                Tree {
                    span: span.clone(),
                    value,
                },
            ));
        }
    };
    let names: Vec<_> = ["First Name", "Last Name"]
        .into_iter()
        .filter_map(|column| row.take(column))
        .collect();
    put(
        "name",
        Some(names.join(" ")).filter(|name| !name.is_empty()),
    );
    put("label", row.take("Headline"));
    let summary = row.take("Summary").or_else(|| row.take("Profile Summary"));
    put(
        "summary",
        summary.map(|words| {
            let lines: Vec<_> = words
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .map(marked::plain)
                .collect();
            lines.join("\n\n")
        }),
    );
    let place = row.take("Address").or_else(|| row.take("Geo Location"));
    put("location", place.map(|place| one_line(&place)));
    put("email", row.take("Email Address"));
    put("phone", row.take("Number"));
    for column in ["Websites", "Twitter Handles"] {
        for site in row
            .take(column)
            .unwrap_or_default()
            .trim_matches(['[', ']'])
            .split(',')
        {
            let (label, address) = match site.split_once(':') {
                Some((label, address)) if address.contains('.') && !address.starts_with("//") => {
                    (label, address)
                }
                _ => (if column == "Websites" { "" } else { "Twitter" }, site),
            };
            if !address.trim().is_empty() {
                put("profile", Some(format!("{label}\n{}", address.trim())));
            }
        }
    }
    // Dates of the account and settings; what is private stays so.
    for column in [
        "Maiden Name",
        "Birth Date",
        "Zip Code",
        "Confirmed",
        "Primary",
        "Updated On",
        "Extension",
        "Type",
        "Geo Location",
        "Instant Messengers",
    ] {
        row.take(column);
    }
    for (column, words) in row.cells {
        put(&column, Some(words));
    }
}

/// One value for each key; further ones are profiles.
pub fn merged(pairs: Vec<(String, Tree)>) -> Vec<(String, Tree)> {
    let mut merged: Vec<(String, Tree)> = Vec::new();
    let mut profiles = Vec::new();
    for (key, tree) in pairs {
        let there = merged.iter().any(|(known, _)| *known == key);
        let words = tree.words();
        let text = |words: &str| Tree {
            span: 0..0,
            value: Value::Text(words.to_owned()),
        };
        if key == "profile" {
            let (label, address) = words.split_once('\n').unwrap_or(("", &words));
            let twitter = label == "Twitter" && !address.contains('/');
            let label = match label.trim() {
                "" | "PERSONAL" | "OTHER" | "COMPANY" => reach::network(address).unwrap_or("Web"),
                label => label,
            };
            let mut map = vec![("network".to_owned(), text(label))];
            map.push((
                (if twitter { "username" } else { "url" }).to_owned(),
                text(address),
            ));
            profiles.push(Tree {
                span: 0..0,
                value: Value::Map(map),
            });
        } else if !there {
            merged.push((key, tree));
        } else if merged
            .iter()
            .all(|(known, value)| *known != key || value.words() != words)
        {
            let name = if key == "email" { "E-mail" } else { &key };
            let map = vec![
                ("network".to_owned(), text(name)),
                ("username".to_owned(), text(&words)),
            ];
            profiles.push(Tree {
                span: 0..0,
                value: Value::Map(map),
            });
        }
    }
    if !profiles.is_empty() {
        merged.push(("profiles".to_owned(), list(profiles)));
    }
    merged
}
