//! A [`Query`] as the query string of a URL, and back.
//!
//! `skill=rust&skill=-distributed+systems&match=all&q=words&from=2012&to=2016`,
//! form-encoded
//! (<https://url.spec.whatwg.org/#application/x-www-form-urlencoded>). The
//! same query always makes the same string. Never touches history.

use form_urlencoded::Serializer;

use crate::query::{Query, Tag};

/// Reads a query string, with or without its question mark. What it does not
/// understand it passes over.
#[must_use]
pub fn parse(search: &str, tags: &[Tag]) -> Query {
    let search = search.strip_prefix('?').unwrap_or(search);
    let mut query = Query::default();
    for (key, value) in form_urlencoded::parse(search.as_bytes()) {
        match &*key {
            "skill" => choose(&mut query, &value, tags),
            "match" => query.all = value == "all",
            "q" => query.set_text(&value),
            "from" => query.from = year(&value),
            "to" => query.to = year(&value),
            _ => {}
        }
    }
    query
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

/// Writes a query string, without a question mark.
#[must_use]
pub fn print(query: &Query, tags: &[Tag]) -> String {
    let mut search = Serializer::new(String::new());
    let key = |at: &u16| tags.get(usize::from(*at)).map(|tag| tag.key.as_str());
    for key in query.tags.iter().filter_map(key) {
        search.append_pair("skill", key);
    }
    for key in query.without.iter().filter_map(key) {
        search.append_pair("skill", &("-".to_owned() + key));
    }
    if query.all {
        search.append_pair("match", "all");
    }
    if !query.text.is_empty() {
        search.append_pair("q", &query.text);
    }
    for (name, year) in [("from", query.from), ("to", query.to)] {
        if let Some(year) = year {
            let digits = year.to_string();
            let zeros = &"000"[..4_usize.saturating_sub(digits.len())];
            search.append_pair(name, &(zeros.to_owned() + &digits));
        }
    }
    search.finish()
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

    #[track_caller]
    fn check(search: &str, canonical: &str) {
        let query = parse(search, &tags());
        assert_eq!(print(&query, &tags()), canonical);
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
            prop_assert_eq!(parse(&print(&query, &tags()), &tags()), query);
        }

        #[test]
        fn print_is_canonical_whatever_was_parsed(search in ".*") {
            let once = print(&parse(&search, &tags()), &tags());
            prop_assert_eq!(print(&parse(&once, &tags()), &tags()), once);
        }
    }
}
