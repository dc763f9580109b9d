//! `RenderCV`'s YAML (<https://docs.rendercv.com>): entries of a few kinds, told
//! by their keys, under headings of one's own.
//!
//! Never reads its design.

use super::draft::{Draft, Map, Value as Out};
use super::json_resume::Reader;
use super::tree::{Fields, Tree, Value};
use super::{kinds, marked};
use crate::source::{Problem, one_line, quote};

/// Where accounts are, by what `RenderCV` calls their sites.
const SITES: [(&str, &str); 12] = [
    ("LinkedIn", "https://linkedin.com/in/"),
    ("GitHub", "https://github.com/"),
    ("GitLab", "https://gitlab.com/"),
    ("Instagram", "https://instagram.com/"),
    ("ORCID", "https://orcid.org/"),
    ("StackOverflow", "https://stackoverflow.com/users/"),
    ("ResearchGate", "https://researchgate.net/profile/"),
    ("YouTube", "https://youtube.com/@"),
    (
        "Google Scholar",
        "https://scholar.google.com/citations?user=",
    ),
    ("Telegram", "https://t.me/"),
    ("X", "https://x.com/"),
    ("Twitter", "https://twitter.com/"),
];

/// Reads a tree.
pub fn read(tree: Tree, notes: &mut Vec<Problem>) -> Draft {
    let top = tree.fields();
    let mut cv = Fields {
        span: top.span,
        pairs: Vec::new(),
    };
    let mut reader = Reader::new(notes);
    for (key, value) in top.pairs {
        if key == "cv" {
            // By a slip there may be two: what either says counts.
            let part = value.fields();
            cv.span = part.span;
            cv.pairs.extend(part.pairs);
        } else {
            let help = "left out: it says how RenderCV sets the page";
            reader.note(&value, format!("{} is not about anyone", quote(&key)), help);
        }
    }
    let sections = cv.take("sections");
    let mut about = Vec::new();
    let mut lists = Vec::new();
    for (title, tree) in sections.map(|tree| tree.fields().pairs).unwrap_or_default() {
        let texts = tree.texts();
        let plain = !texts.is_empty() && texts.iter().all(|item| !item.is_map());
        if kinds::of(&title) == Some("summary") && plain && about.is_empty() {
            about.push((heading(&title), texts));
        } else if !texts.is_empty() {
            lists.push((title, texts));
        }
    }
    let mut pairs = contact(&mut cv);
    pairs.append(&mut cv.pairs);
    for (_, texts) in &about {
        let texts: Vec<_> = texts.iter().map(Tree::words).collect();
        pairs.push(("summary".to_owned(), text(&cv.span, texts.join("\n\n"))));
    }
    reader.basics(Fields {
        span: cv.span.clone(),
        pairs,
    });
    for (title, _) in about {
        reader.draft().section("summary").title = Some(title);
    }
    for (title, items) in lists {
        section(&mut reader, &title, items);
    }
    reader.finish()
}

fn text(span: &std::ops::Range<usize>, words: String) -> Tree {
    Tree {
        span: span.clone(),
        value: Value::Text(words),
    }
}

/// How to reach someone, in JSON Resume's keys.
fn contact(cv: &mut Fields) -> Vec<(String, Tree)> {
    let mut pairs = Vec::new();
    let mut profiles = Vec::new();
    let span = cv.span.clone();
    let profile = |network: &str,
                   username: String,
                   url: Option<String>,
                   span: &std::ops::Range<usize>| Tree {
        span: span.clone(),
        value: Value::Map(vec![
            ("network".to_owned(), text(span, network.to_owned())),
            ("username".to_owned(), text(span, username)),
            ("url".to_owned(), text(span, url.unwrap_or_default())),
        ]),
    };
    for (key, ours, name) in [
        ("email", "email", "E-mail"),
        ("phone", "phone", "Phone"),
        ("website", "url", "Web"),
    ] {
        let values = cv.take(key).map(|value| value.texts()).unwrap_or_default();
        for (number, value) in values.into_iter().enumerate() {
            let words = value.words();
            let words = words.strip_prefix("tel:").unwrap_or(&words).to_owned();
            if number == 0 {
                pairs.push((ours.to_owned(), text(&value.span, words)));
            } else {
                profiles.push(profile(name, words, None, &value.span));
            }
        }
    }
    pairs.extend(
        cv.any(&["headline", "label"])
            .map(|label| ("label".to_owned(), label)),
    );
    for item in cv
        .take("social_networks")
        .map(|list| list.texts())
        .unwrap_or_default()
    {
        let at = item.span.clone();
        let mut fields = item.fields();
        let (network, username) = (fields.words(&["network"]), fields.words(&["username"]));
        let base = SITES
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(&network));
        let url = base.map(|(_, base)| format!("{base}{}", username.trim_start_matches('@')));
        let mastodon = || {
            let (name, host) = username.trim_start_matches('@').split_once('@')?;
            Some(format!("https://{host}/@{name}"))
        };
        profiles.push(profile(
            &network,
            username.clone(),
            url.or_else(mastodon),
            &at,
        ));
        cv.pairs.append(&mut fields.pairs);
    }
    for item in cv
        .take("custom_connections")
        .map(|list| list.texts())
        .unwrap_or_default()
    {
        let at = item.span.clone();
        let mut fields = item.fields();
        let (shown, url) = (
            fields.words(&["placeholder", "text"]),
            fields.words(&["url"]),
        );
        fields.take("fontawesome_icon");
        profiles.push(profile(
            &shown,
            String::new(),
            Some(url).filter(|url| !url.is_empty()),
            &at,
        ));
        cv.pairs.append(&mut fields.pairs);
    }
    for key in ["photo", "sort_entries"] {
        cv.take(key);
    }
    if !profiles.is_empty() {
        let value = Value::List(profiles);
        pairs.push(("profiles".to_owned(), Tree { span, value }));
    }
    pairs
}

/// "`welcome_to_rendercv`" is a heading, too.
fn heading(title: &str) -> String {
    if title.contains(' ') || title.starts_with(char::is_uppercase) {
        return title.to_owned();
    }
    let words = title.replace('_', " ");
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

fn section(reader: &mut Reader, title: &str, items: Vec<Tree>) {
    let heading = heading(title);
    let has = |key: &str| items.iter().all(|item| item.clone().fields().has(key));
    let guess = kinds::of(&heading).unwrap_or_default();
    let some = |key: &str| items.iter().any(|item| item.clone().fields().has(key));
    let kind = if some("institution") {
        "education"
    } else if some("company") {
        "work"
    } else if has("title") && has("authors") {
        "publications"
    } else if has("label") && ["skills", "languages"].contains(&guess)
        || has("name") && ["projects", "awards", "certificates", "volunteer"].contains(&guess)
        || has("bullet") && ["awards", "certificates", "interests"].contains(&guess)
    {
        guess
    } else {
        ""
    };
    let own = kind.is_empty() || reader.draft().has(kind);
    let key = if own {
        reader.draft().free_key(&heading)
    } else {
        kind.to_owned()
    };
    let span = items.first().map_or(0..0, |item| item.span.clone());
    let mut entries = Vec::new();
    let mut lines: Vec<Tree> = Vec::new();
    for item in items {
        match entry(&key, item) {
            Ok(entry) => {
                flush(&mut entries, &mut lines);
                entries.push(entry);
            }
            Err(line) => lines.push(line),
        }
    }
    flush(&mut entries, &mut lines);
    let tree = Tree {
        span,
        value: Value::List(entries),
    };
    reader.section(&key, Some(one_line(&heading)), &tree);
    if key == "skills" {
        reader
            .draft()
            .section("skills")
            .entries
            .iter_mut()
            .for_each(split);
    }
}

/// Lines on their own become an entry without a headline.
fn flush(entries: &mut Vec<Tree>, lines: &mut Vec<Tree>) {
    let Some(first) = lines.first() else {
        return;
    };
    let span = first.span.clone();
    let list = Tree {
        span: span.clone(),
        value: Value::List(std::mem::take(lines)),
    };
    let value = Value::Map(vec![("highlights".to_owned(), list)]);
    entries.push(Tree { span, value });
}

/// An entry in JSON Resume's keys, or a line.
fn entry(key: &str, item: Tree) -> Result<Tree, Tree> {
    if !item.is_map() {
        return if ["interests", "awards", "certificates"].contains(&key) {
            Ok(item)
        } else {
            Err(item)
        };
    }
    let span = item.span.clone();
    let mut fields = item.fields();
    for mark in ["bullet", "number", "reversed_number"] {
        if fields.pairs.len() == 1 && fields.has(mark) {
            let line = fields
                .take(mark)
                .ok_or_else(|| text(&span, String::new()))?;
            return if ["interests", "awards", "certificates"].contains(&key) {
                Ok(line)
            } else {
                Err(line)
            };
        }
    }
    let names: &[(&str, &str)] = match key {
        "work" => &[("company", "name")],
        "education" => &[("degree", "studyType")],
        "publications" => &[
            ("title", "name"),
            ("journal", "publisher"),
            ("date", "releaseDate"),
            ("authors", "summary"),
        ],
        "skills" => &[("label", "name"), ("details", "keywords")],
        "languages" => &[("label", "language"), ("details", "fluency")],
        "awards" => &[("name", "title")],
        "volunteer" => &[("name", "organization"), ("company", "organization")],
        "projects" | "certificates" => &[],
        _ => &[
            ("label", "name"),
            ("details", "summary"),
            ("title", "name"),
            ("institution", "organization"),
            ("company", "organization"),
            ("authors", "summary"),
            ("journal", "organization"),
        ],
    };
    for (old, new) in names {
        if !fields.has(new)
            && let Some((name, _)) = fields.pairs.iter_mut().find(|(name, _)| name == old)
        {
            (*new).clone_into(name);
        }
    }
    let ours = [("start_date", "startDate"), ("end_date", "endDate")];
    for (old, new) in ours {
        if let Some((name, _)) = fields.pairs.iter_mut().find(|(name, _)| name == old) {
            new.clone_into(name);
        }
    }
    if let Some(doi) = fields.take("doi") {
        let url = format!("https://doi.org/{}", doi.words());
        if !fields.has("url") && crate::source::is_address(&url) {
            fields.pairs.push(("url".to_owned(), text(&doi.span, url)));
        } else {
            fields.pairs.push(("doi".to_owned(), doi));
        }
    }
    // A date of its own stands in place of a period.
    let dated = ["awards", "certificates"].contains(&key)
        || !crate::source::KINDS.iter().any(|(kind, _)| *kind == key);
    if !dated && let Some(date) = fields.take("date") {
        fields.pairs.push(("dates".to_owned(), date.clone()));
        if !fields.has("startDate")
            && !fields.has("endDate")
            && let Some(when) = super::dates::whole(&date.words())
        {
            for (name, day) in [("startDate", when.start), ("endDate", when.end)] {
                if let Some(day) = day {
                    fields
                        .pairs
                        .push((name.to_owned(), text(&date.span, day.iso())));
                }
            }
            if when.label.is_none() {
                fields.pairs.retain(|(name, _)| name != "dates");
            }
        }
    }
    Ok(Tree {
        span,
        value: Value::Map(fields.pairs),
    })
}

/// What is said of a skill in sentences is no list of keywords.
fn split(entry: &mut Map) {
    let long = matches!(entry.get("keywords"), Some(Out::List(items)) if items.iter().any(|item| {
        matches!(item, Out::Text(text) if text.split_whitespace().count() > 4)
    }));
    if !long {
        return;
    }
    let Some(Out::List(items)) = entry.get("keywords").cloned() else {
        return;
    };
    entry.0.retain(|(key, _)| key != "keywords");
    let items = items.iter().filter_map(|item| match item {
        Out::Text(text) => Some(text.clone()),
        _ => None,
    });
    let words = items.collect::<Vec<_>>().join(", ");
    entry.add_paragraph("summary", &marked::given(&words));
}
