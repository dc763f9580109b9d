//! A draft as the text of our own file: commented, and laid out as a person
//! would.
//!
//! Never changes what a text says.

use super::draft::{Map, Value};
use super::scalar::{self, WIDTH};
use crate::starter;

/// What is said above each part.
const COMMENTS: [(&str, &str); 15] = [
    ("basics", "Who, and how to get in touch."),
    (
        "sections",
        "The parts of the page, in their order, and what they are called.",
    ),
    ("work", "Jobs. The `url` is that of the company."),
    ("volunteer", "Work for its own sake."),
    ("projects", "Things made."),
    (
        "skills",
        "Skills, in the order of their buttons. `keywords` are parts of a skill, `aliases` other\n\
         # words for it in the text.",
    ),
    (
        "education",
        "Degrees. The heading reads \"studyType in area, institution\".",
    ),
    ("awards", "Prizes and honours."),
    ("certificates", "Certificates."),
    ("publications", "What was published."),
    ("languages", "Languages, and how well."),
    ("interests", "What else there is to life."),
    ("references", "What others say."),
    ("theme", "The look."),
    (
        "offline",
        "Whether browsers keep the page for when there is no network.",
    ),
];

/// Keys whose texts are running text.
const PROSE: [&str; 7] = [
    "summary",
    "text",
    "highlights",
    "description",
    "reference",
    "level",
    "fluency",
];

/// The key whose value is no text: yes or no.
const SWITCH: &str = "offline";

/// Keys whose lists stand on one line where they fit.
const SHORT: [&str; 5] = ["keywords", "aliases", "skills", "courses", "roles"];

/// The whole file.
pub fn write(top: &Map) -> String {
    let mut out = starter::head().to_owned();
    for (key, value) in &top.0 {
        out.push('\n');
        let comment = COMMENTS.iter().find(|(name, _)| name == key);
        if let Some((_, comment)) = comment {
            out.extend(["# ", comment, "\n"]);
        }
        pair(&mut out, key, value, 0);
    }
    out
}

/// `key: value`, the key's place being written already.
fn pair(out: &mut String, key: &str, value: &Value, indent: usize) {
    out.push_str(&scalar::inline(key, false));
    out.push(':');
    match value {
        Value::Text(text) if key == SWITCH && ["true", "false"].contains(&text.as_str()) => {
            out.extend([" ", text, "\n"]);
        }
        Value::Text(text) => {
            let prose = PROSE.contains(&key);
            let column = indent + key.len() + 2;
            self::text(out, text, indent + 2, column, prose);
        }
        Value::Map(map) if map.is_empty() => out.push_str(" {}\n"),
        Value::Map(map) => {
            out.push('\n');
            pad(out, indent + 2);
            pairs(out, map, indent + 2);
        }
        Value::List(items) => list(out, key, items, indent),
    }
}

/// The pairs of a mapping, the place of the first being written already.
fn pairs(out: &mut String, map: &Map, indent: usize) {
    for (number, (key, value)) in map.0.iter().enumerate() {
        if number > 0 {
            pad(out, indent);
        }
        pair(out, key, value, indent);
    }
}

fn list(out: &mut String, key: &str, items: &[Value], indent: usize) {
    if items.is_empty() {
        out.push_str(" []\n");
        return;
    }
    if let Some(line) = SHORT.contains(&key).then(|| flow(items)).flatten()
        && indent + key.len() + 2 + line.chars().count() <= WIDTH
    {
        out.extend([" ", &line, "\n"]);
        return;
    }
    out.push('\n');
    // Entries of several lines have room between them.
    let apart = indent == 0 && key != "sections";
    let mut long = false;
    for (number, item) in items.iter().enumerate() {
        let before = long;
        long = apart && matches!(item, Value::Map(map) if map.0.len() > 1);
        if number > 0 && (long || before) {
            out.push('\n');
        }
        pad(out, indent + 2);
        out.push('-');
        match item {
            Value::Text(text) => {
                let prose = PROSE.contains(&key);
                self::text(out, text, indent + 4, indent + 4, prose);
            }
            Value::Map(map) if map.is_empty() => out.push_str(" {}\n"),
            Value::Map(map) => {
                out.push(' ');
                pairs(out, map, indent + 4);
            }
            Value::List(inner) if inner.is_empty() => out.push_str(" []\n"),
            Value::List(inner) => list(out, "", inner, indent + 2),
        }
    }
}

fn text(out: &mut String, text: &str, indent: usize, column: usize, prose: bool) {
    let line = scalar::inline(text, false);
    let wide = column + line.chars().count() > WIDTH && text.contains(' ');
    if (prose || wide || text.contains("\n\n"))
        && let Some(folded) = scalar::folded(text, indent)
    {
        out.extend([" >-\n", &folded]);
    } else {
        out.extend([" ", &line, "\n"]);
    }
}

/// `[a, b]`, if all of them are texts.
fn flow(items: &[Value]) -> Option<String> {
    let items = items.iter().map(|item| match item {
        Value::Text(text) => Some(scalar::inline(text, true)),
        _ => None,
    });
    let items: Vec<_> = items.collect::<Option<_>>()?;
    Some(format!("[{}]", items.join(", ")))
}

fn pad(out: &mut String, indent: usize) {
    out.extend(std::iter::repeat_n(' ', indent));
}
