//! Words, addresses and marked-up text.
//!
//! Never makes lines of them.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use resume::model::{Inline, Span};

/// Words and parts of words that are marks in some form.
const MARKS: &[&str] = &[
    "*",
    "**",
    "*x*",
    "_",
    "_x_",
    "__x__",
    "a_b",
    "[x]",
    "[x](y)",
    "](y)",
    "[^1]",
    "<b>",
    "<br/>",
    "&amp;",
    "&copy;",
    "&#65;",
    "#",
    "##",
    "#x",
    "^x^",
    "~x~",
    "~~x~~",
    "$x$",
    "$5",
    "@me",
    "a@b.c",
    "|",
    "||",
    "\\",
    "\\x",
    "`",
    "``x`",
    ":",
    "::",
    ":::",
    "-",
    "+",
    "--",
    "---",
    "...",
    "....",
    "..",
    "1.",
    "12)",
    "(2)",
    "a)",
    "B.",
    "iv.",
    "#.",
    "\"q\"",
    "\"",
    "'q'",
    "'s",
    "don't",
    "{.x}",
    "{#id}",
    "!",
    "wow!",
    "https://x.y/z_w",
    "%",
    "=",
    "===",
    "***",
    "___",
    "<!--",
    "-->",
    "C#",
    "C++",
    "R&D",
    "a*b*c",
    "e.g.",
    "at",
    "–",
    "“x”",
    "…",
    "Ünï",
    "日本語",
    "👩‍🚀",
    "(",
    ")",
    ",",
    ";",
    "\\n",
    "x:",
    "a=b",
    "a<b",
    "Mr.",
    "x\u{a0}y",
    "العربية",
    "ﬁ",
    "ß",
];

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[A-Za-z]{1,9}",
        1 => "[a-z]{1,4}[.,:;!?)]",
        2 => select(MARKS).prop_map(str::to_owned),
    ]
}

/// Some words with single spaces between them.
pub fn words() -> impl Strategy<Value = String> {
    vec(word(), 1..6).prop_map(|words| words.join(" "))
}

/// An address that the source lets pass.
pub fn href() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => "[a-z0-9-]{1,8}",
        1 => select(&["a_b", "(x)", "a*b", "%20", "~me", "a&b=c", "&copy;", "x'y", "ü", "a,b", "a;b", "<x>", "a b"][..])
            .prop_map(str::to_owned),
    ];
    let parts = vec(part, 0..3).prop_map(|parts| parts.join("/"));
    let site = (
        select(&["https", "http"][..]),
        "[a-z]{2,8}\\.(org|com)",
        parts,
    );
    prop_oneof![
        6 => site.prop_map(|(scheme, host, path)| format!("{scheme}://{host}/{path}")),
        1 => "[a-z]{1,6}\\.?[a-z]{1,6}@[a-z]{1,6}\\.org".prop_map(|mail| format!("mailto:{mail}")),
    ]
}

/// Marked-up text of at least a word.
pub fn inline() -> impl Strategy<Value = Inline> {
    spans(2)
        .prop_map(tidy)
        .prop_filter("it says nothing", |text| !text.0.is_empty())
}

fn spans(depth: u32) -> BoxedStrategy<Vec<Span>> {
    let text = words().prop_map(Span::Text);
    let gap = Just(Span::Text(" ".to_owned()));
    let code = words().prop_map(Span::Code);
    if depth == 0 {
        return vec(prop_oneof![4 => text, 3 => gap, 1 => code], 1..4).boxed();
    }
    let inner = || spans(depth - 1).prop_map(tidy);
    let span = prop_oneof![
        6 => text,
        5 => gap,
        1 => code,
        1 => inner().prop_map(Span::Emphasis),
        1 => inner().prop_map(Span::Strong),
        2 => (href(), inner()).prop_map(|(href, text)| Span::Link { href, text: unlinked(text) }),
    ];
    vec(span, 1..6).boxed()
}

/// As the source leaves it: neighbouring texts are one, nothing is empty, and
/// no text begins or ends with a space, nor has two of them.
fn tidy(spans: Vec<Span>) -> Inline {
    let mut tidied: Vec<Span> = Vec::new();
    for span in spans {
        let spaced = match tidied.last() {
            None => true,
            Some(Span::Text(text)) => text.ends_with(' '),
            Some(_) => false,
        };
        match (tidied.last_mut(), span) {
            (_, Span::Text(text)) if spaced && text == " " => {}
            (Some(Span::Text(before)), Span::Text(text)) => before.push_str(&text),
            (_, Span::Emphasis(inner) | Span::Strong(inner) | Span::Link { text: inner, .. })
                if inner.0.is_empty() => {}
            (_, span) => tidied.push(span),
        }
    }
    if let Some(Span::Text(text)) = tidied.last_mut() {
        text.truncate(text.trim_end_matches(' ').len());
        if text.is_empty() {
            tidied.pop();
        }
    }
    Inline(tidied)
}

/// A link holds no links.
fn unlinked(text: Inline) -> Inline {
    let spans = text.0.into_iter().flat_map(|span| match span {
        Span::Link { text, .. } => unlinked(text).0,
        Span::Emphasis(inner) => vec![Span::Emphasis(unlinked(inner))],
        Span::Strong(inner) => vec![Span::Strong(unlinked(inner))],
        span => vec![span],
    });
    tidy(spans.collect())
}
