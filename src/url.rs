//! A [`Query`] as the fields of a query string, and back.
//!
//! `skill=rust&skill=-distributed+systems&match=all&q=words&from=2012&to=2016`,
//! form-encoded
//! (<https://url.spec.whatwg.org/#application/x-www-form-urlencoded>). The
//! same query always makes the same string. The browser takes a string apart
//! and puts it together by tables of its own, which need not be shipped:
//! [`decode`] and [`encode`] do so natively. Never touches history.

use crate::query::{Query, Tag};

/// Reads the fields of a query string. What it does not understand it passes
/// over.
#[must_use]
pub fn parse(fields: &[(String, String)], tags: &[Tag]) -> Query {
    let mut query = Query::default();
    for (name, value) in fields {
        match name.as_str() {
            "skill" => choose(&mut query, value, tags),
            "match" => query.all = value == "all",
            "q" => query.set_text(value),
            "from" => query.from = year(value),
            "to" => query.to = year(value),
            _ => {}
        }
    }
    query
}

/// The fields of a query string, with or without its question mark.
#[cfg(feature = "ssr")]
#[must_use]
pub fn decode(search: &str) -> Vec<(String, String)> {
    let search = search.strip_prefix('?').unwrap_or(search);
    let fields = form_urlencoded::parse(search.as_bytes());
    fields.into_owned().collect()
}

/// A query string, without a question mark.
#[cfg(feature = "ssr")]
#[must_use]
pub fn encode(fields: &[(&str, String)]) -> String {
    let mut search = form_urlencoded::Serializer::new(String::new());
    search.extend_pairs(fields).finish()
}

/// Reads a year: four digits, or nothing.
#[must_use]
pub fn year(text: &str) -> Option<u16> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

/// Chooses the tag that a value names, or excludes it where a hyphen stands
/// before the name.
fn choose(query: &mut Query, value: &str, tags: &[Tag]) {
    let find = |key: &str| {
        let at = tags
            .iter()
            .position(|tag| tag.key.eq_ignore_ascii_case(key));
        at.map(|at| at as u16)
    };
    if let Some(tag) = find(value) {
        if !query.tags.contains(&tag) {
            query.toggle(tag);
        }
    } else if let Some(tag) = value.strip_prefix('-').and_then(find)
        && !query.without.contains(&tag)
    {
        query.toggle_without(tag);
    }
}

/// Writes the fields of a query string.
#[must_use]
pub fn print(query: &Query, tags: &[Tag]) -> Vec<(&'static str, String)> {
    let mut fields = Vec::new();
    let key = |at: &u16| tags.get(usize::from(*at)).map(|tag| tag.key.clone());
    for key in query.tags.iter().filter_map(key) {
        fields.push(("skill", key));
    }
    for key in query.without.iter().filter_map(key) {
        fields.push(("skill", "-".to_owned() + &key));
    }
    if query.all {
        fields.push(("match", "all".to_owned()));
    }
    if !query.text.is_empty() {
        fields.push(("q", query.text.clone()));
    }
    for (name, year) in [("from", query.from), ("to", query.to)] {
        if let Some(year) = year {
            let digits = year.to_string();
            let zeros = &"000"[..4_usize.saturating_sub(digits.len())];
            fields.push((name, zeros.to_owned() + &digits));
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tags() -> Vec<Tag> {
        [
            "Rust",
            "C++",
            "C#",
            "Distributed systems",
            "日本語",
            "R&D = fun",
        ]
        .map(|name| Tag {
            name: name.to_owned(),
            key: name.to_lowercase(),
            skill: None,
        })
        .into()
    }

    /// Parses and prints.
    fn again(search: &str) -> String {
        encode(&print(&parse(&decode(search), &tags()), &tags()))
    }

    #[track_caller]
    fn check(search: &str, canonical: &str) {
        assert_eq!(again(search), canonical);
    }

    #[test]
    fn canonical() {
        check("", "");
        check("?", "");
        check("?skill=rust", "skill=rust");
        check("skill=RUST", "skill=rust");
        check("skill=c%2b%2b&skill=c%23", "skill=c%2B%2B&skill=c%23");
        check("skill=distributed+systems", "skill=distributed+systems");
        check(
            "skill=distributed%20systems&skill=rust",
            "skill=rust&skill=distributed+systems",
        );
        check("q=++a%20+b+&match=all", "match=all&q=a+b");
        check(
            "to=2016&from=2012&skill=-rust",
            "skill=-rust&from=2012&to=2016",
        );
        check("skill=rust&skill=-rust", "skill=-rust");
        check("skill=-rust&skill=rust", "skill=rust");
        check(
            "skill=%E6%97%A5%E6%9C%AC%E8%AA%9E",
            "skill=%E6%97%A5%E6%9C%AC%E8%AA%9E",
        );
    }

    #[test]
    fn rubbish_is_passed_over() {
        check("skill=cobol&skill=&skill", "");
        check("%%%&=&&q=&match=some&utm_source=x#", "");
        check("skill=rust&skill=rust", "skill=rust");
        check("from=12&to=20166&from=", "");
        check("from=%2B201&to=-201", "");
        check("skill=-&skill=--rust&skill=-cobol", "");
        check("q=%FF%00", "q=%EF%BF%BD%00");
    }

    fn query() -> impl Strategy<Value = Query> {
        let roles = proptest::collection::vec(0..3, 6);
        let year = || proptest::option::of(0u16..=9999);
        (roles, any::<bool>(), ".*", year(), year()).prop_map(|(roles, all, text, from, to)| {
            let with_role = |role| {
                let tags = (0..).zip(&roles).filter(move |(_, is)| **is == role);
                tags.map(|(tag, _)| tag).collect()
            };
            let mut query = Query {
                tags: with_role(1),
                without: with_role(2),
                all,
                from,
                to,
                text: String::new(),
            };
            query.set_text(&text);
            query
        })
    }

    proptest! {
        #[test]
        fn parse_undoes_print(query in query()) {
            let search = encode(&print(&query, &tags()));
            prop_assert_eq!(parse(&decode(&search), &tags()), query);
        }

        #[test]
        fn print_is_canonical_whatever_was_parsed(search in ".*") {
            let once = again(&search);
            prop_assert_eq!(again(&once), once);
        }
    }
}
