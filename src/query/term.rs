//! The language of the search box: words, "phrases", and -words to do without.
//!
//! Never fails: what makes no sense as a sign is read as a letter.

/// One thing to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Folded; with spaces where it is a phrase.
    pub text: String,
    /// Whether it must be absent.
    pub without: bool,
}

/// What a text asks for: words apart, `"words together"`, and either with a
/// hyphen before it to do without. A quotation mark that is never closed
/// quotes the rest.
#[must_use]
pub fn terms(text: &str, fold: fn(&str) -> String) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let without = rest
            .strip_prefix('-')
            .filter(|after| after.starts_with(|next: char| !next.is_whitespace() && next != '-'));
        let body = without.unwrap_or(rest);
        let (term, after) = match body.strip_prefix(is_quote) {
            Some(quoted) => quoted.split_once(is_quote).unwrap_or((quoted, "")),
            None => body.split_at(body.find(char::is_whitespace).unwrap_or(body.len())),
        };
        let folded = fold(term.trim());
        if !folded.is_empty() {
            terms.push(Term {
                text: folded,
                without: without.is_some(),
            });
        }
        rest = after.trim_start();
    }
    terms
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」')
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::query::fold;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = terms(text, fold)
            .into_iter()
            .map(|term| {
                if term.without {
                    format!("-{}", term.text)
                } else {
                    term.text
                }
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn reads_words_phrases_and_exclusions() {
        check("", &[]);
        check("  ", &[]);
        check("Hive  JAVA", &["hive", "java"]);
        check("hive -java", &["hive", "-java"]);
        check("\"Hive queries\" presto", &["hive queries", "presto"]);
        check("-\"hive queries\"", &["-hive queries"]);
        check("“name nodes”", &["name nodes"]);
        check(
            "«\u{a0}name nodes\u{a0}» 「履歴 書」",
            &["name nodes", "履歴 書"],
        );
        check("\"never closed", &["never closed"]);
        check("\"a\"b", &["a", "b"]);
        check("start-up real-time", &["start-up", "real-time"]);
        check("- -- a -", &["-", "--", "a", "-"]);
        check("\"\" \"  \" -\"\"", &[]);
        check("履歴 -書", &["履歴", "-書"]);
    }
}
