//! The career as a picture: an axis of years, a bar for every position, and
//! in each skill's row a mark for every year with evidence.
//!
//! Drawn natively, once. The app dims bars and marks but never makes any;
//! what they say stands in them as text.

use std::fmt::Write;

use leptos::prelude::*;

use super::entry::period;
use super::skills::groups;
use crate::model::{Entry, Period, Resume};
use crate::query::{Index, Years};

/// From how many years on only every fifth is written out, and every tenth.
const MANY: [usize; 2] = [9, 36];

/// A bar that is shorter than this part of the axis keeps as much of its lane
/// free: in a narrow picture that is what a finger needs.
const LEAST: u32 = 10;

/// A bar: its entry, its months, and the lane that no earlier bar fills then.
struct Bar<'a> {
    entry: &'a Entry,
    /// The place of the entry among all entries.
    at: usize,
    first: u32,
    /// The month after the last.
    end: u32,
    lane: usize,
}

/// Puts the picture into the rows of the controls.
#[must_use]
pub fn with_career(controls: &str, resume: &Resume, index: &Index) -> String {
    let years = Years::all(index);
    if years.is_empty() {
        return controls.to_owned();
    }
    let mut html = controls
        .replacen("<thead></thead>", &axis(&years), 1)
        .replacen("</tbody>", &(lanes(resume, index, &years) + "</tbody>"), 1);
    let mut from = html.find("</tbody>").unwrap_or(0);
    for (skill, keywords) in groups(index) {
        for tag in [skill].into_iter().chain(keywords) {
            let Some(end) = html[from..].find("</th></tr>") else {
                return html;
            };
            let at = from + end + "</th>".len();
            let marks = marks(&years.counts(index, tag));
            html.insert_str(at, &marks);
            from = at + marks.len();
        }
    }
    html
}

/// Where the bars are, as rules of style: a page that forbids inline style
/// has no other way to say so.
#[must_use]
pub fn style(resume: &Resume, index: &Index) -> String {
    let years = Years::all(index);
    let bars = bars(resume, index, &years);
    let lanes = bars.iter().map(|bar| bar.lane + 1).max().unwrap_or(0);
    if lanes == 0 {
        return String::new();
    }
    let start = years.first * 12;
    let months = years.len() * 12;
    let mut style = format!("@layer blocks{{.lanes{{--lanes:{lanes};--months:{months}}}");
    for (nth, bar) in bars.iter().enumerate() {
        // Not even a bar of a slip in a date may leave the axis.
        let first = bar.first.max(start) - start;
        let length = (bar.end.max(start) - start).saturating_sub(first);
        let (nth, lane) = (nth + 1, bar.lane);
        let _ = write!(
            style,
            ".lanes :nth-child({nth}){{--at:{first};--for:{length};--lane:{lane}}}"
        );
    }
    style + "}"
}

/// The years, as heads of the columns. Those without a tick are for who
/// cannot see the axis.
fn axis(years: &Years) -> String {
    let every = match years.len() {
        few if few < MANY[0] => 1,
        some if some < MANY[1] => 5,
        _ => 10,
    };
    let heads = (years.first..).take(years.len()).map(|year| {
        let tick = if year % every == 0 {
            r#" data-tick="""#
        } else {
            ""
        };
        format!(r#"<th scope="col"{tick}>{year}</th>"#)
    });
    let heads: String = heads.collect();
    format!("<thead><tr><td></td>{heads}</tr></thead>")
}

/// The row of bars.
fn lanes(resume: &Resume, index: &Index, years: &Years) -> String {
    let bars = bars(resume, index, years);
    if bars.is_empty() {
        return String::new();
    }
    let links = bars.iter().map(|bar| {
        let href = format!("#{}", bar.entry.id);
        let name = bar.entry.organisation.as_ref().or(bar.entry.title.as_ref());
        let name = name.map(crate::model::Inline::to_plain).unwrap_or_default();
        let label = format!("{name}, {}", period(bar.entry).unwrap_or_default());
        let at = bar.at.to_string();
        view! { <a href=href data-bar=at aria-label=label>{name}</a> }
    });
    let lanes = view! { <div class="lanes">{links.collect_view()}</div> }.to_html();
    let lanes = lanes.replace("<!>", "");
    format!(
        r#"<tr><th scope="row">Career</th><td colspan="{}">{lanes}</td></tr>"#,
        years.len()
    )
}

/// The number of lines of each year; how large its mark is goes by doubling.
fn marks(counts: &[u32]) -> String {
    let mark = |count: &u32| match count {
        0 => "<td></td>".to_owned(),
        _ => format!(
            r#"<td data-n="{}">{count}</td>"#,
            (count.ilog2() + 1).min(5)
        ),
    };
    counts.iter().map(mark).collect()
}

/// A bar for every entry that lasted, section by section: within one, as few
/// lanes as hold them without overlap.
fn bars<'a>(resume: &'a Resume, index: &Index, years: &Years) -> Vec<Bar<'a>> {
    let mut bars = Vec::new();
    let mut at = 0;
    let mut lanes = 0;
    let months = years.len() as u32 * 12;
    let least = months / LEAST;
    let latest = years.first * 12 + months - least;
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
            let start = first.min(latest);
            let lane = free.iter().position(|from| *from <= start);
            let lane = lane.unwrap_or_else(|| {
                free.push(0);
                free.len() - 1
            });
            free[lane] = (last + 1).max(start + least);
            bars.push(Bar {
                entry,
                at,
                first,
                end: last + 1,
                lane: lanes + lane,
            });
        }
        lanes += free.len();
    }
    bars
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::path::Path;

    use super::{axis, bars, marks};
    use crate::query::{Index, Years};
    use crate::source;

    /// The lanes of a résumé's jobs, each a name and a period of years.
    fn lanes(jobs: &[(&str, &str, &str)]) -> Vec<(String, usize)> {
        let mut file = "basics: {name: A}\nwork:\n".to_owned();
        for (name, start, end) in jobs {
            let dates = format!("startDate: '{start}', endDate: '{end}'");
            file.extend(["  - {name: ", *name, ", ", &dates, "}\n"]);
        }
        let (resume, _) = source::parse(Path::new("r.yaml"), &file).unwrap();
        let index = Index::of(&resume, 2020 * 12);
        let years = Years::all(&index);
        let name = |bar: &super::Bar<'_>| bar.entry.title.as_ref().unwrap().to_plain();
        let bars = bars(&resume, &index, &years);
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
    fn marks_grow_by_doubling() {
        assert_eq!(
            marks(&[0, 1, 2, 3, 4, 99]),
            "<td></td><td data-n=\"1\">1</td><td data-n=\"2\">2</td>\
             <td data-n=\"2\">3</td><td data-n=\"3\">4</td><td data-n=\"5\">99</td>"
        );
    }

    #[test]
    fn a_slip_in_a_date_makes_no_thousand_columns() {
        let file = "basics: {name: A}\nwork: [{name: B, startDate: '0201', endDate: '2020'}]";
        let (resume, _) = source::parse(Path::new("r.yaml"), file).unwrap();
        let years = Years::all(&Index::of(&resume, 2020 * 12));
        assert_eq!((years.first, years.len()), (1941, 80));
        let axis = axis(&years);
        assert_eq!(axis.matches("<th ").count(), 80);
        assert_eq!(axis.matches("data-tick").count(), 8);
    }
}
