//! Whether a page holds only what the template makes: read by the parser that
//! browsers are held to (<https://html.spec.whatwg.org/#parsing>), and
//! compared with a page that is known.
//!
//! Never looks for words: what is not markup does no harm.

use std::collections::BTreeSet;
use std::str::Chars;
use std::sync::LazyLock;

use html5ever::tendril::TendrilSink;
use html5ever::{Attribute, ParseOpts, local_name, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use url::Url;

/// The attributes that hold addresses.
const ADDRESSES: [&str; 12] = [
    "action",
    "background",
    "cite",
    "data",
    "formaction",
    "href",
    "manifest",
    "ping",
    "poster",
    "src",
    "srcset",
    "xlink:href",
];

/// What pages of ours are made of: each element with each of its attributes,
/// what the head states, scripts, styles and what is in them, comments.
#[derive(Debug, Default)]
pub struct Outline {
    parts: BTreeSet<String>,
    scripts: usize,
    styles: usize,
}

impl Outline {
    /// Adds what a page is made of that is known to be good.
    pub fn learn(&mut self, html: &str) {
        let mut page = Self::default();
        page.add(&parse(html).document, &mut Vec::new());
        self.parts.extend(page.parts);
        self.scripts = self.scripts.max(page.scripts);
        self.styles = self.styles.max(page.styles);
    }

    /// Whether a page is made of the same.
    ///
    /// # Errors
    ///
    /// What in it is not.
    pub fn admits(&self, html: &str) -> Result<(), String> {
        let mut page = Self::default();
        let mut faults = Vec::new();
        page.add(&parse(html).document, &mut faults);
        let strange = page.parts.difference(&self.parts);
        faults.extend(strange.map(|part| format!("the template has no {part}")));
        for (what, is, was) in [
            ("scripts", page.scripts, self.scripts),
            ("styles", page.styles, self.styles),
        ] {
            if is > was {
                faults.push(format!("{is} {what} in place of {was}"));
            }
        }
        if faults.is_empty() {
            Ok(())
        } else {
            Err(faults.join("; "))
        }
    }

    fn add(&mut self, node: &Handle, faults: &mut Vec<String>) {
        match &node.data {
            NodeData::Element { name, attrs, .. } => {
                let element = name.local.to_string();
                match &*element {
                    "script" => {
                        self.scripts += 1;
                        self.parts.extend(statements(&attrs.borrow(), &said(node)));
                    }
                    "link" | "meta" => _ = self.parts.insert(stated(&element, &attrs.borrow())),
                    "style" => {
                        self.styles += 1;
                        self.parts.extend(rules(&said(node)));
                    }
                    _ => {}
                }
                for attribute in attrs.borrow().iter() {
                    let part = format!("{element}[{}]", attribute.name.local);
                    self.parts.insert(part);
                    faults.extend(fault(attribute));
                }
                self.parts.insert(element);
            }
            // Hydration's marks are all that is ever in one.
            NodeData::Comment { contents } if !contents.is_empty() => {
                self.parts.insert("comment".to_owned());
            }
            _ => {}
        }
        for child in node.children.borrow().iter() {
            self.add(child, faults);
        }
    }
}

/// A link or a statement with its values, but for those that a résumé says.
fn stated(element: &str, attributes: &[Attribute]) -> String {
    let is_free = value(attributes, "rel") == Some("canonical")
        || value(attributes, "name") == Some("description")
        || value(attributes, "property").is_some_and(|name| name.starts_with("og:"));
    let values = attributes.iter().map(|attribute| {
        let name = &*attribute.name.local;
        let value = match name {
            "content" | "href" if is_free => String::new(),
            _ => without_hashes(&attribute.value),
        };
        format!("{name}={value:?}")
    });
    format!("{element} {}", values.collect::<Vec<_>>().join(" "))
}

fn value<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a str> {
    let attribute = attributes.iter().find(|it| &*it.name.local == name);
    attribute.map(|it| &*it.value)
}

/// A policy whatever the hashes in it are.
fn without_hashes(policy: &str) -> String {
    const HASH: &str = "'sha256-";
    let mut parts = policy.split(HASH);
    let first = parts.next().unwrap_or_default();
    let rest = parts.map(|part| part.split_once('\'').map_or(part, |(_, rest)| rest));
    rest.fold(first.to_owned(), |all, rest| all + HASH + rest)
}

/// What a script is made of: its text with nothing in its strings; of data,
/// the names in it.
fn statements(attributes: &[Attribute], script: &str) -> BTreeSet<String> {
    let kind = value(attributes, "type").unwrap_or_default();
    let from = value(attributes, "src").unwrap_or_default();
    if kind == "application/ld+json" {
        return names(script);
    }
    let text = without_strings(script);
    BTreeSet::from([format!("script {kind:?} {from:?} {text}")])
}

/// What JSON is made of: the names of its values, and what is in no string.
fn names(json: &str) -> BTreeSet<String> {
    let mut parts = BTreeSet::new();
    let mut letters = json.chars();
    while let Some(letter) = letters.next() {
        if letter != '"' {
            parts.insert(format!("data {letter}"));
            continue;
        }
        let begun = letters.as_str();
        pass_string(&mut letters);
        let rest = letters.as_str();
        if rest.starts_with(':') {
            parts.insert(format!("data {}", &begun[..begun.len() - rest.len()]));
        }
    }
    parts
}

/// What a style is made of: selectors, names of properties, functions.
fn rules(style: &str) -> BTreeSet<String> {
    let style = without_strings(style);
    let mut rules = BTreeSet::new();
    for part in style.split_inclusive(['{', ';', '}']) {
        if part.ends_with('{') {
            // How many there are of a kind is the résumé's.
            let is_digit = |c: char| c.is_ascii_digit();
            let part: Vec<_> = part.split(is_digit).filter(|it| !it.is_empty()).collect();
            rules.insert(format!("rule {}", part.join("N")));
            continue;
        }
        let (name, value) = part.split_once(':').unwrap_or((part, ""));
        rules.insert(format!("property {name}"));
        let mut calls: Vec<_> = value.split('(').collect();
        calls.pop();
        let is_name = |c: char| c.is_alphanumeric() || c == '-';
        let functions = calls
            .iter()
            .filter_map(|it| it.rsplit(|c| !is_name(c)).next());
        rules.extend(functions.map(|name| format!("function {name}")));
    }
    rules
}

/// A style or a script with nothing in its strings.
fn without_strings(style: &str) -> String {
    let mut rest = String::new();
    let mut letters = style.chars();
    while let Some(letter) = letters.next() {
        rest.push(letter);
        if letter == '"' {
            pass_string(&mut letters);
        }
    }
    rest
}

/// Goes to where browsers let a string end
/// (<https://www.w3.org/TR/css-syntax-3/#consume-string-token>).
fn pass_string(letters: &mut Chars) {
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => _ = letters.next(),
            '"' | '\n' | '\r' | '\x0c' => return,
            _ => {}
        }
    }
}

/// What is wrong with an attribute, wherever it stands.
fn fault(attribute: &Attribute) -> Option<String> {
    let (name, value) = (&*attribute.name.local, &*attribute.value);
    if name.starts_with("on") || attribute.name.local == local_name!("style") {
        return Some(format!("the attribute {name}"));
    }
    (ADDRESSES.contains(&name) && !is_harmless(value)).then(|| format!("the address {value:?}"))
}

/// Whether an address is one of the site's own, or says that it leads to a page
/// or a mailbox elsewhere, by the rules of the URL Standard.
fn is_harmless(address: &str) -> bool {
    static PAGE: LazyLock<Url> =
        LazyLock::new(|| Url::parse("https://page.invalid/folder/").expect("it is an address"));
    match Url::parse(address) {
        Ok(url) => ["http", "https", "mailto", "tel"].contains(&url.scheme()),
        // `//host` is another site's, as is `/\host`.
        Err(_) => (PAGE.join(address)).is_ok_and(|url| url.origin() == PAGE.origin()),
    }
}

fn parse(html: &str) -> RcDom {
    parse_document(RcDom::default(), ParseOpts::default()).one(html)
}

/// The words of the first element of a name.
pub fn words(html: &str, element: &str) -> String {
    first(html, &|name, _| name == element)
}

/// What is in the first script of a type.
pub fn script(html: &str, kind: &str) -> String {
    let is_it = |name: &str, attributes: &[Attribute]| {
        let mut types = attributes.iter().filter(|it| &*it.name.local == "type");
        name == "script" && types.any(|it| &*it.value == kind)
    };
    first(html, &is_it)
}

fn first(html: &str, is_it: Test) -> String {
    // Its nodes last no longer than the whole.
    let page = parse(html);
    let found = find(&page.document, is_it);
    found.as_ref().map(said).unwrap_or_default()
}

type Test<'a> = &'a dyn Fn(&str, &[Attribute]) -> bool;

fn find(node: &Handle, is_it: Test) -> Option<Handle> {
    if let NodeData::Element { name, attrs, .. } = &node.data
        && is_it(&name.local, &attrs.borrow())
    {
        return Some(node.clone());
    }
    let children = node.children.borrow();
    children.iter().find_map(|child| find(child, is_it))
}

fn said(node: &Handle) -> String {
    if let NodeData::Text { contents } = &node.data {
        return contents.borrow().to_string();
    }
    node.children.borrow().iter().map(said).collect()
}
