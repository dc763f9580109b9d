//! The career as a picture: a bar for every position, an axis of years, and
//! in each skill's row a mark for every year with evidence.
//!
//! Drawn natively, once. The app dims bars and marks but never makes any;
//! what they say stands in them as text.

use std::fmt::Write;
use std::ops::Range;

use leptos::prelude::*;

use super::dialogs::escaped;
use super::line::isolated;
use super::skills::groups;
use crate::model::{Entry, Inline, Period, Resume};
use crate::query::{Index, Years};
use crate::words::{Word, Words};

/// From how many years on only every fifth is written out, and every tenth.
const MANY: [usize; 2] = [9, 36];

/// How many letters of a bar's name the narrowest axis has room for.
const LETTERS: usize = 40;

/// How many of these a year takes with its margins.
const YEAR: usize = 5;

/// A name takes no more letters than this, and no less: in a narrow picture
/// that is what a finger needs.
const NAME: [usize; 2] = [6, 28];

/// A bar and its name, in months since the axis begins.
struct Bar<'a> {
    entry: &'a Entry,
    /// The place of the entry among all entries.
    at: usize,
    name: String,
    /// When it was, the last month included.
    months: Range<u32>,
    /// What bar and name take of their lane, where nothing else may be.
    room: Range<u32>,
    lane: usize,
}

/// The bars, if there are any, above an axis of their own.
#[must_use]
pub fn career(resume: &Resume, index: &Index) -> String {
    let years = Years::all(index);
    let bars = bars(resume, index, &years);
    if bars.is_empty() {
        return String::new();
    }
    let language = &resume.language;
    let label = language.words.text(Word::Career).to_owned();
    let links = bars.into_iter().map(|bar| {
        let href = format!("#{}", bar.entry.id);
        let when = language.period(bar.entry);
        let at = bar.at.to_string();
        let name = isolated(&bar.name, language, bar.name.clone().into_any());
        view! { <a href=href data-bar=at title=when>{name}</a> }
    });
    let ticks = ticks(&years).map(|year| view! { <span>{year}</span> });
    let html = view! {
        <nav class="career" aria-label=label>
            <div class="lanes">{links.collect_view()}</div>
            <div class="axis" aria-hidden="true">{ticks.collect_view()}</div>
        </nav>
    };
    html.to_html().replace("<!>", "")
}

/// Puts the years into the rows of the controls.
#[must_use]
pub fn with_years(controls: &str, index: &Index, words: &Words) -> String {
    let years = Years::all(index);
    if years.is_empty() {
        return controls.to_owned();
    }
    let mut html = controls.replacen("<thead></thead>", &head(&years), 1);
    let mut from = html.find("</thead>").unwrap_or(0);
    for (skill, keywords) in groups(index) {
        for tag in [skill].into_iter().chain(keywords) {
            let Some(end) = html[from..].find("</th></tr>") else {
                return html;
            };
            let at = from + end + "</th>".len();
            let marks = marks(words, years.first, &years.counts(index, tag));
            html.insert_str(at, &marks);
            from = at + marks.len();
        }
    }
    html
}

/// Where bars and ticks are, as rules of style: a page that forbids inline
/// style has no other way to say so.
#[must_use]
pub fn style(resume: &Resume, index: &Index) -> String {
    let years = Years::all(index);
    let bars = bars(resume, index, &years);
    if years.is_empty() {
        return String::new();
    }
    let lanes = bars.iter().map(|bar| bar.lane + 1).max().unwrap_or(0);
    let months = years.len() * 12;
    let mut style = format!("@layer blocks{{:root{{--lanes:{lanes};--months:{months}}}");
    for (nth, bar) in (1..).zip(&bars) {
        let Bar { months, room, .. } = bar;
        let (before, after) = (months.start - room.start, room.end - months.end);
        // The name stands where the bar is.
        let align = if before > after {
            ";text-align:end"
        } else {
            ""
        };
        let _ = write!(
            style,
            ".lanes :nth-child({nth}){{--lane:{};--at:{};--room:{};--from:{before};--for:{}{align}}}",
            bar.lane,
            room.start,
            room.len(),
            months.len(),
        );
    }
    let label = YEAR * months / LETTERS;
    let apart = step(&years) * 12;
    for (nth, year) in (1..).zip(ticks(&years)) {
        let at = (year - years.first) as usize * 12;
        // Without room after its tick, a year stands at the end of the axis in place of it, or, too
        // near to the year before, not at all.
        let place = match months - at {
            room if room >= label => "",
            room if room + apart >= 2 * label => ";inset-inline:auto 0;border:0;padding:0",
            _ => ";font-size:0",
        };
        let _ = write!(style, ".axis :nth-child({nth}){{--at:{at}{place}}}");
    }
    style + "}"
}

/// Every how many years one is written out.
fn step(years: &Years) -> usize {
    match years.len() {
        few if few < MANY[0] => 1,
        some if some < MANY[1] => 5,
        _ => 10,
    }
}

/// The years that are written out.
fn ticks(years: &Years) -> impl Iterator<Item = u32> + use<> {
    let every = step(years) as u32;
    let all = years.first..years.first + years.len() as u32;
    all.filter(move |year| year % every == 0)
}

/// The years above the marks: those that are written out, and for the app the first and how many
/// there are.
fn head(years: &Years) -> String {
    let (first, count) = (years.first, years.len());
    let last = first + count as u32 - 1;
    let ticks = ticks(years).map(|year| ["<span>", &year.to_string(), "</span>"].concat());
    let ticks: String = ticks.collect();
    format!(
        "<thead><tr><td></td><th scope=\"col\" data-first=\"{first}\" data-years=\"{count}\" \
         aria-label=\"{first}–{last}\"><div class=\"axis\">{ticks}</div></th></tr>\
         </thead>"
    )
}

/// A mark for each year with lines, in the middle of its year; how large it is goes by doubling. One
/// picture a row: as cells of the table the marks took most of what the page keeps in memory. What it
/// shows is said in words and numbers.
fn marks(words: &Words, first: u32, counts: &[u32]) -> String {
    let (mut drawn, mut said) = (String::new(), String::new());
    let mut at = 0;
    for years in counts.chunk_by(|one, next| one == next) {
        let from = first + at as u32;
        let count = years[0];
        if count > 0 {
            if !said.is_empty() {
                said.push_str(words.text(Word::Comma));
            }
            let _ = write!(said, "{from}");
            if years.len() > 1 {
                let _ = write!(said, "–{}", from + years.len() as u32 - 1);
            }
            let _ = write!(said, "{}{count}", words.text(Word::Colon));
            for year in at..at + years.len() {
                // In tenths of a percent, as the app reads it.
                let middle = (2 * year + 1) * 500 / counts.len();
                let (whole, tenths) = (middle / 10, middle % 10);
                let size = (count.ilog2() + 1).min(5);
                let _ = write!(
                    drawn,
                    r#"<circle cx="{whole}.{tenths}%" data-n="{size}"></circle>"#
                );
            }
        }
        at += years.len();
    }
    if said.is_empty() {
        return "<td></td>".to_owned();
    }
    let said = escaped(&said);
    format!(r#"<td><svg role="img" aria-label="{said}">{drawn}</svg></td>"#)
}

/// A bar for every entry that lasted, section by section: within one, as few
/// lanes as hold them and their names without overlap.
fn bars<'a>(resume: &'a Resume, index: &Index, years: &Years) -> Vec<Bar<'a>> {
    let start = years.first * 12;
    let axis = years.len() as u32 * 12;
    let mut bars = Vec::new();
    let mut at = 0;
    let mut lanes = 0;
    for section in &resume.sections {
        let mut of_section: Vec<_> = (section.entries.iter().zip(at..))
            .filter(|(entry, _)| matches!(entry.period, Some(Period::From(..))))
            .filter_map(|(entry, at)| Some((entry, at, index.months[at]?)))
            .filter(|(.., (_, last))| last / 12 >= years.first)
            .collect();
        of_section.sort_by_key(|(_, at, months)| (*months, *at));
        at += section.entries.len();
        // The month from which each lane is free.
        let mut free: Vec<u32> = Vec::new();
        for (entry, at, (first, last)) in of_section {
            let name = entry.organisation.as_ref().or(entry.title.as_ref());
            let name = name.map(Inline::to_plain).unwrap_or_default();
            // Not even a bar of a slip in a date may leave the axis.
            let months = first.max(start) - start..last + 1 - start;
            let need = width(&name).clamp(NAME[0], NAME[1]) as u32 * axis / LETTERS as u32;
            let from = months.start.min(axis - need);
            let room = from..months.end.max(from + need);
            let lane = free.iter().position(|free| *free <= room.start);
            let lane = lane.unwrap_or_else(|| {
                free.push(0);
                free.len() - 1
            });
            free[lane] = room.end;
            bars.push(Bar {
                entry,
                at,
                name,
                months,
                room,
                lane: lanes + lane,
            });
        }
        lanes += free.len();
    }
    bars
}

/// About how many letters wide a name is, with its margins: those of Chinese,
/// Japanese and Korean take the room of two.
fn width(name: &str) -> usize {
    let letters = name.chars().map(|c| if c < '\u{1100}' { 1 } else { 2 });
    letters.sum::<usize>() + 2
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::path::Path;

    use super::{bars, head, marks, style};
    use crate::query::{Index, Years};
    use crate::source::{self, Audience};
    use crate::words::Language;

    /// The lanes of a résumé's jobs, each a name and a period of years.
    fn lanes(jobs: &[(&str, &str, &str)]) -> Vec<(String, usize)> {
        let mut file = "basics: {name: A}\nwork:\n".to_owned();
        for (name, start, end) in jobs {
            let dates = format!("startDate: '{start}', endDate: '{end}'");
            file.extend(["  - {name: ", *name, ", ", &dates, "}\n"]);
        }
        let source = source::parse(Path::new("r.yaml"), &file, Audience::World).unwrap();
        let resume = source.whole();
        let index = Index::of(resume, 2020 * 12);
        let years = Years::all(&index);
        let name = |bar: &super::Bar<'_>| bar.entry.title.as_ref().unwrap().to_plain();
        let bars = bars(resume, &index, &years);
        bars.iter().map(|bar| (name(bar), bar.lane)).collect()
    }

    fn check(jobs: &[(&str, &str, &str)], expected: &[(&str, usize)]) {
        let lanes = lanes(jobs);
        let lanes: Vec<_> = lanes.iter().map(|(name, lane)| (&**name, *lane)).collect();
        assert_eq!(lanes, expected);
    }

    #[test]
    fn what_overlaps_is_stacked() {
        check(
            &[
                ("late", "2010", "2015"),
                ("side", "2008", "2012"),
                ("early", "2000", "2009"),
            ],
            &[("early", 0), ("side", 1), ("late", 0)],
        );
    }

    #[test]
    fn what_is_short_keeps_room_to_be_hit() {
        check(
            &[
                ("long", "2000-01", "2009-12"),
                ("weeks", "2010-01", "2010-01"),
                ("next", "2010-02", "2019-12"),
            ],
            &[("long", 0), ("weeks", 0), ("next", 1)],
        );
        // At the end of the axis there is room only before it.
        check(
            &[
                ("long", "2000-01", "2019-10"),
                ("weeks", "2019-11", "2019-12"),
            ],
            &[("long", 0), ("weeks", 1)],
        );
    }

    #[test]
    fn what_has_a_long_name_keeps_room_for_it() {
        check(
            &[
                ("a company of note", "2000", "2000"),
                ("next", "2008", "2008"),
                ("later", "2010", "2010"),
                ("a company at the end", "2019", "2019"),
            ],
            &[
                ("a company of note", 0),
                ("next", 1),
                ("later", 0),
                ("a company at the end", 2),
            ],
        );
    }

    #[test]
    fn the_last_year_stays_on_the_axis() {
        for (last, place) in [
            // The axis ends with the last year.
            ("2022", ""),
            ("2021", ";inset-inline:auto 0;border:0;padding:0"),
            // Beside the year before it there is no room, either.
            ("2030", ";font-size:0"),
        ] {
            let file = format!(
                "basics: {{name: A}}\nwork: [{{name: B, startDate: '2000', endDate: '{last}'}}]"
            );
            let source = source::parse(Path::new("r.yaml"), &file, Audience::World).unwrap();
            let index = Index::of(source.whole(), 2020 * 12);
            let style = style(source.whole(), &index);
            let (_, tick) = style.rsplit_once("--at:").unwrap();
            let tick = tick.trim_start_matches(|c: char| c.is_ascii_digit());
            assert_eq!(tick, format!("{place}}}}}"), "{last}");
        }
    }

    #[test]
    fn marks_grow_by_doubling() {
        let words = &Language::default().words;
        let marks = marks(words, 2000, &[0, 1, 0, 2, 2, 3, 4, 99]);
        assert_eq!(
            marks,
            "<td><svg role=\"img\" aria-label=\"2001: 1, 2003–2004: 2, 2005: 3, 2006: 4, 2007: 99\">\
             <circle cx=\"18.7%\" data-n=\"1\"></circle><circle cx=\"43.7%\" data-n=\"2\"></circle>\
             <circle cx=\"56.2%\" data-n=\"2\"></circle><circle cx=\"68.7%\" data-n=\"2\"></circle>\
             <circle cx=\"81.2%\" data-n=\"3\"></circle><circle cx=\"93.7%\" data-n=\"5\"></circle></svg></td>"
        );
        assert_eq!(super::marks(words, 2000, &[0; 3]), "<td></td>");
    }

    #[test]
    fn a_slip_in_a_date_makes_no_thousand_columns() {
        let file = "basics: {name: A}\nwork: [{name: B, startDate: '0201', endDate: '2020'}]";
        let source = source::parse(Path::new("r.yaml"), file, Audience::World).unwrap();
        let years = Years::all(&Index::of(source.whole(), 2020 * 12));
        assert_eq!((years.first, years.len()), (1941, 80));
        let head = head(&years);
        assert!(head.contains("data-years=\"80\""), "{head}");
        assert_eq!(head.matches("<span>").count(), 8);
    }
}
