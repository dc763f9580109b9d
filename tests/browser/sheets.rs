//! How the printed page fills its sheets: how many there are, their feet, and where one ends and
//! the next begins.

use std::fmt::Write;

use crate::{
    page::{Page, on},
    paper::{A4, LETTER, Paper},
    site,
};

#[test]
fn a_resume_of_ten_years_takes_two_or_three_sheets() {
    on_both_papers("sheets", |_, paper| {
        let sheets = paper.rows().len();
        assert!((2..=3).contains(&sheets), "{sheets} sheets");
    });
}

#[test]
fn an_extract_takes_no_more_sheets_than_its_text() {
    on(site::own(), |page| {
        page.open("?skill=rust");
        page.see_status("5 of 60");
        for size in [A4, LETTER] {
            let sheets = Paper::print(page, "extract", size).rows();
            assert_eq!(sheets.len(), 1, "{sheets:?}");
        }
    });
}

#[test]
fn each_sheet_ends_with_the_name_and_its_number() {
    on_both_papers("foot", |page, paper| {
        let name = name(page);
        let sheets = paper.rows();
        for (at, rows) in sheets.iter().enumerate() {
            let foot = format!("{name} Page {} of {}", at + 1, sheets.len());
            assert_eq!(rows.last(), Some(&foot));
        }
    });
}

#[test]
fn no_sheet_ends_with_a_heading() {
    on_both_papers("headings", |page, paper| {
        let headings: Vec<String> =
            serde_json::from_value(page.look(HEADINGS)).expect("a list of headings");
        assert!(headings.len() > 10, "{headings:?}");
        for rows in paper.rows() {
            let last = last(&rows);
            let stranded = headings.iter().any(|heading| heading.ends_with(last));
            assert!(!stranded, "{last:?} is the last row of its sheet");
        }
    });
}

#[test]
fn nothing_is_stranded_wherever_a_sheet_ends() {
    on(&site::build("stranded", &many_entries()), |page| {
        page.open("");
        for size in [A4, LETTER] {
            let sheets = Paper::print(page, "stranded", size).rows();
            assert!(sheets.len() > 10, "{} sheets", sheets.len());
            // How many rows of the entry's lines stand on each of its sheets.
            let mut entries: Vec<Vec<usize>> = Vec::new();
            for rows in &sheets {
                assert!(
                    last(rows).starts_with(['–', '#']),
                    "{:?} ends a sheet",
                    last(rows)
                );
                let mut before = None;
                for entry in rows.iter().filter_map(|row| entry_of(row)) {
                    if entry == entries.len() {
                        entries.push(Vec::new());
                    }
                    if before != Some(entry) {
                        entries[entry].push(0);
                    }
                    *entries[entry].last_mut().expect("a sheet") += 1;
                    before = Some(entry);
                }
            }
            assert_eq!(entries.len(), ENTRIES);
            assert!(entries.iter().any(|sheets| sheets.len() > 1), "{entries:?}");
            for (entry, sheets) in entries.iter().enumerate() {
                let stranded = sheets.len() > 1 && sheets.contains(&1);
                assert!(!stranded, "entry {entry} is broken into {sheets:?} rows");
            }
        }
    });
}

/// Prints the repository's own résumé on the paper of both halves of the world.
#[track_caller]
pub fn on_both_papers(name: &str, test: impl Fn(&Page, &Paper)) {
    on(site::own(), |page| {
        page.open("");
        for size in [A4, LETTER] {
            test(page, &Paper::print(page, name, size));
        }
    });
}

/// Whose résumé it is.
#[track_caller]
pub fn name(page: &Page) -> String {
    let name = page.look("squeezed(document.querySelector('h1').textContent)");
    name.as_str().expect("a name").to_owned()
}

/// How many entries there are of [`many_entries`].
const ENTRIES: usize = 120;

/// A résumé that ends its sheets in many ways: each row of a line begins with the number of its
/// entry, and lines are of one row or more, some with lines beneath them. Some entries have no
/// headline.
fn many_entries() -> String {
    let mut yaml = "basics: {name: A}\nwork:\n".to_owned();
    for entry in 0..ENTRIES {
        let line = |at: usize| {
            let words = [1, 1, 30, 1, 60, 45][(entry * 5 + at * 7) % 6];
            format!("\"{}\"", vec![format!("#{entry}"); words].join(" "))
        };
        let lines = (0..=entry % 7).map(|at| match (entry + at) % 4 {
            0 => {
                let [text, first, second] = [0, 1, 2].map(|more| line(at + more));
                format!("{{text: {text}, highlights: [{first}, {second}]}}")
            }
            _ => line(at),
        });
        let lines: Vec<_> = lines.collect();
        let headline = match entry % 5 {
            0 => "",
            _ => "name: Firm, position: Post, location: Town, startDate: \"2014\", ",
        };
        let _ = writeln!(yaml, "- {{{headline}highlights: [{}]}}", lines.join(", "));
    }
    yaml
}

/// Which entry of [`many_entries`] a row belongs to.
fn entry_of(row: &str) -> Option<usize> {
    let word = row.trim_start_matches("– ").split(' ').next()?;
    word.strip_prefix('#')?.parse().ok()
}

/// The last row of a sheet above its foot.
#[track_caller]
fn last(rows: &[String]) -> &str {
    rows.iter().rev().nth(1).expect("a sheet with text on it")
}

/// All headings as they are set, the dates beside them included.
const HEADINGS: &str = "
    all('summary, .entry > h3, .place').map((heading) => {
        const copy = heading.cloneNode(true);
        all('.anchor', copy).forEach((anchor) => anchor.remove());
        const dates = all('.dates', heading.matches('h3') ? heading.parentElement : copy)[0];
        const text = all('h2, h3', copy)[0] ?? copy;
        return squeezed(`${dates?.textContent ?? ''} ${text.textContent}`);
    })";
