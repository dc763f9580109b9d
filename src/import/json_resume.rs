//! JSON Resume 1.0.0 (<https://jsonresume.org/schema>) and the looser files
//! that people have: the keys of older versions, dates in words, one text for
//! many. What is right already stays as it is.
//!
//! Never reads Markdown.

use super::draft::{Draft, Map, Section, Value as Out};
use super::keys::{BASICS, SECTIONS};
use super::marked;
use super::reach;
use super::tree::{Fields, Tree, Value};
use crate::source::{self, KINDS, Problem, one_line, quote};

/// Reads a tree, and what it says in keys that only our own files have.
pub fn read(tree: Tree, notes: &mut Vec<Problem>) -> (Draft, Map) {
    let mut top = tree.fields();
    let mut reader = Reader::new(notes);
    let mut extra = Map::default();
    if let Some(basics) = top.take("basics") {
        reader.basics(basics.fields());
    } else {
        // Some have no `basics` around them.
        let named = |key: &str| BASICS.contains(&key);
        let (basics, rest) = top.pairs.into_iter().partition(|(key, _)| named(key));
        top.pairs = rest;
        reader.basics(Fields {
            span: top.span.clone(),
            pairs: basics,
        });
    }
    for (key, value) in std::mem::take(&mut top.pairs) {
        match key.as_str() {
            "$schema" | "meta" => {}
            "offline" | "sections" | "theme" | "url" | "variants" => extra.set(&key, raw(&value)),
            _ if value.is_blank() => {}
            _ => reader.named_section(&key, &value),
        }
    }
    (reader.finish(), extra)
}

/// A value as it stands.
pub fn raw(tree: &Tree) -> Out {
    match &tree.value {
        Value::Null => Out::Text(String::new()),
        Value::Text(text) => Out::Text(text.clone()),
        Value::List(items) => Out::List(
            items
                .iter()
                .filter(|item| !item.is_blank())
                .map(raw)
                .collect(),
        ),
        Value::Map(pairs) => {
            let pairs = pairs.iter().filter(|(_, value)| !value.is_blank());
            Out::Map(Map(pairs
                .map(|(key, value)| (key.clone(), raw(value)))
                .collect()))
        }
    }
}

/// A résumé in the making.
pub struct Reader<'n> {
    draft: Draft,
    notes: &'n mut Vec<Problem>,
    /// What has no place of its own.
    more: Vec<String>,
}

impl<'n> Reader<'n> {
    pub fn new(notes: &'n mut Vec<Problem>) -> Self {
        Self {
            draft: Draft::default(),
            notes,
            more: Vec::new(),
        }
    }

    pub fn notes(&mut self) -> &mut Vec<Problem> {
        self.notes
    }

    pub fn draft(&mut self) -> &mut Draft {
        &mut self.draft
    }

    pub fn note(&mut self, at: &Tree, message: String, help: &str) {
        self.notes
            .push(Problem::hint(at.span.clone(), message).help(help));
    }

    pub fn basics(&mut self, mut fields: Fields) {
        let mut basics = Map::default();
        let name = fields.words(&["name", "fullName"]);
        if name.is_empty() {
            let first = fields.words(&["firstName"]);
            let last = fields.words(&["lastName"]);
            basics.put("name", format!("{first} {last}"));
        } else {
            basics.put("name", name);
        }
        if basics.is_empty() {
            let at = fields.span.start;
            self.notes
                .push(Problem::hint(at..at, "no name was found").help("write it in `basics`"));
            basics.put("name", "Your Name");
        }
        basics.put("label", fields.words(&["label", "headline", "title"]));
        let image = fields.words(&["image", "picture"]);
        if source::is_picture(&image) {
            basics.put("image", image);
        } else {
            self.more.push(format!("image: {}", one_line(&image)));
        }
        let mut profiles = Vec::new();
        if let Some(email) = fields.any(&["email", "mail"]) {
            let words = one_line(&email.words());
            if reach::is_email(&words) {
                basics.put("email", words);
            } else {
                self.note(
                    &email,
                    format!("{} is not an e-mail address", quote(&words)),
                    "kept among the profiles",
                );
                let mut profile = Map::default();
                profile.put("network", "E-mail");
                profile.put("username", words);
                profiles.push(Out::Map(profile));
            }
        }
        basics.put("phone", fields.words(&["phone", "telephone", "mobile"]));
        if let Some(url) = fields.any(&["url", "website", "homepage"]) {
            match self.url(&url) {
                Some(href) => basics.put("url", href),
                None => self.more.push(one_line(&url.words())),
            }
        }
        if let Some(location) = fields.take("location") {
            let map = self.location(location);
            if !map.is_empty() {
                basics.set("location", Out::Map(map));
            }
        }
        if let Some(list) = fields.any(&["profiles", "social", "socialNetworks"]) {
            for profile in list.texts() {
                profiles.extend(self.profile(profile).map(Out::Map));
            }
        }
        basics.put_list("profiles", profiles);
        basics.put("summary", fields.marked(&["summary", "about", "objective"]));
        self.left(fields);
        self.draft.basics = basics;
    }

    /// Keys that nothing knows become lines of a section of their own.
    pub fn left(&mut self, fields: Fields) {
        for (key, value) in fields.pairs {
            if !value.is_blank() {
                self.note(
                    &value,
                    format!("{} has no place of its own", quote(&key)),
                    "kept in a section of its own",
                );
                self.more
                    .push(format!("{key}: {}", one_line(&value.words())));
            }
        }
    }

    fn location(&mut self, tree: Tree) -> Map {
        let mut map = Map::default();
        if !tree.is_map() {
            map.put("address", one_line(&tree.words()));
            return map;
        }
        let mut fields = tree.fields();
        let keys: [(&str, &[&str]); 5] = [
            ("address", &["address", "street"]),
            ("postalCode", &["postalCode", "zip", "postcode"]),
            ("city", &["city"]),
            ("region", &["region", "state"]),
            ("countryCode", &["countryCode", "country"]),
        ];
        for (key, names) in keys {
            map.put(key, fields.words(names));
        }
        self.left(fields);
        map
    }

    fn profile(&mut self, tree: Tree) -> Option<Map> {
        let mut profile = Map::default();
        if !tree.is_map() {
            let words = one_line(&tree.words());
            match self.url(&tree) {
                Some(href) => {
                    profile.put("network", reach::network(&href).unwrap_or(&words));
                    profile.put("url", href);
                }
                None => profile.put("network", words),
            }
            return Some(profile);
        }
        let mut fields = tree.fields();
        let network = fields.words(&["network", "name", "site"]);
        let username = fields.words(&["username", "user", "handle"]);
        let url = fields.any(&["url", "link", "website"]);
        let href = url.as_ref().and_then(|url| self.url(url));
        if network.is_empty() && href.is_none() {
            profile.put("network", username);
        } else {
            profile.put("network", network);
            profile.put("username", username);
        }
        if let (None, Some(url)) = (&href, &url) {
            profile.put("note", one_line(&url.words()));
            if profile.get("network").is_none() {
                profile.put("network", one_line(&url.words()));
            }
        }
        profile.put("url", href.unwrap_or_default());
        profile.put("note", fields.words(&["note"]));
        self.left(fields);
        (!profile.is_empty()).then_some(profile)
    }

    /// An address that the page can link to.
    pub fn url(&mut self, tree: &Tree) -> Option<String> {
        let words = tree.words();
        if source::is_address(&words) {
            return Some(words);
        }
        let full = format!("https://{words}");
        if words.contains('.') && !words.contains([' ', ':']) && source::is_address(&full) {
            let help = format!("taken for {}", quote(&full));
            self.note(
                tree,
                format!("{} does not say how to reach it", quote(&words)),
                &help,
            );
            return Some(full);
        }
        self.note(
            tree,
            format!(
                "{} is not an address that a page can link to",
                quote(&words)
            ),
            "kept as text",
        );
        None
    }

    fn named_section(&mut self, name: &str, tree: &Tree) {
        let known = SECTIONS
            .iter()
            .find(|(other, _)| *other == name)
            .map(|(_, key)| *key);
        let is_kind = |name: &str| {
            KINDS
                .iter()
                .any(|(kind, _)| *kind == name && name != "summary")
        };
        let there = |key: &str| self.draft.has(key);
        let key = match known {
            Some(known) if !there(known) => known.to_owned(),
            _ if is_kind(name) && !there(name) => name.to_owned(),
            _ => {
                let plain = !name.is_empty()
                    && name
                        .chars()
                        .all(|c| c.is_alphanumeric() || c == '-' || c == '_');
                let new = plain && name.len() < 60 && !there(name);
                let free = self.draft.free_key(name);
                let same = new && free == name.to_lowercase().replace('_', "-");
                if same { name.to_owned() } else { free }
            }
        };
        if key != name {
            let help = format!("taken for {}", quote(&key));
            self.note(
                tree,
                format!("{} is no section of JSON Resume", quote(name)),
                &help,
            );
        }
        self.section(&key, None, tree);
    }

    /// Reads the entries of a section that is not there yet.
    pub fn section(&mut self, key: &str, title: Option<String>, tree: &Tree) {
        let mut section = Section {
            key: key.to_owned(),
            title,
            ..Section::default()
        };
        for item in tree.texts() {
            let entry = self.entry(key, item);
            if !entry.is_empty() {
                section.entries.push(entry);
            }
        }
        self.draft.add(section);
    }

    pub fn finish(mut self) -> Draft {
        if !self.more.is_empty() {
            let key = self.draft.free_key("more");
            let section = self.draft.section(&key);
            let mut entry = Map::default();
            for line in self.more.drain(..) {
                entry.add("highlights", Out::Text(marked::plain(&line)));
            }
            section.entries.push(entry);
        }
        self.draft
    }
}
