//! A [`Query`] as the query string of a URL, and back.
//!
//! `skill=rust&skill=distributed+systems&match=all&q=words`, form-encoded
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
            "skill" => {
                let named = |tag: &Tag| tag.key == value || tag.key.eq_ignore_ascii_case(&value);
                if let Some(at) = tags.iter().position(named)
                    && !query.tags.contains(&(at as u16))
                {
                    query.toggle(at as u16);
                }
            }
            "match" => query.all = value == "all",
            "q" => query.set_text(&value),
            _ => {}
        }
    }
    query
}

/// Writes a query string, without a question mark.
#[must_use]
pub fn print(query: &Query, tags: &[Tag]) -> String {
    let mut search = Serializer::new(String::new());
    for tag in query
        .tags
        .iter()
        .filter_map(|at| tags.get(usize::from(*at)))
    {
        search.append_pair("skill", &tag.key);
    }
    if query.all {
        search.append_pair("match", "all");
    }
    if !query.text.is_empty() {
        search.append_pair("q", &query.text);
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
            "skill=%E6%97%A5%E6%9C%AC%E8%AA%9E",
            "skill=%E6%97%A5%E6%9C%AC%E8%AA%9E",
        );
    }

    #[test]
    fn rubbish_is_passed_over() {
        check("skill=cobol&skill=&skill", "");
        check("%%%&=&&q=&match=some&utm_source=x#", "");
        check("skill=rust&skill=rust", "skill=rust");
        check("q=%FF%00", "q=%EF%BF%BD%00");
    }

    fn query() -> impl Strategy<Value = Query> {
        let tags = proptest::sample::subsequence((0..6).collect::<Vec<u16>>(), 0..=6);
        (tags, any::<bool>(), ".*").prop_map(|(tags, all, text)| {
            let mut query = Query {
                tags,
                all,
                ..Query::default()
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
