//! Just enough of HTML to ask a rendered page what it says: elements,
//! attributes and text, as our own printer writes them.
//!
//! Never mends what is broken: an element left open is a failed test.

/// An element.
pub struct Node {
    pub name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Child>,
}

enum Child {
    Text(String),
    Node(Node),
}

const VOID: [&str; 7] = ["br", "hr", "img", "input", "link", "meta", "wbr"];
const RAW: [&str; 2] = ["script", "style"];
/// Elements within a line of text; every other one stands apart from its
/// neighbours.
const INLINE: [&str; 10] = [
    "a", "abbr", "b", "code", "em", "i", "mark", "span", "strong", "time",
];

/// Reads a page, or the body of one.
pub fn parse(page: &str) -> Node {
    let mut open = vec![Node::new("", Vec::new())];
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        push(&mut open, Child::Text(decode(&rest[..at])));
        rest = &rest[at..];
        let end = if rest.starts_with("<!--") && !rest.starts_with("<!-->") {
            rest.find("-->").map(|end| end + 3)
        } else {
            end_of_tag(rest)
        };
        let (tag, after) = rest.split_at(end.expect("a tag that ends"));
        rest = after;
        if tag.starts_with("<!") {
            continue;
        }
        if let Some(name) = tag.strip_prefix("</") {
            let node = open.pop().expect("an open element");
            assert_eq!(node.name, name.trim_end_matches('>').trim());
            push(&mut open, Child::Node(node));
            continue;
        }
        let (name, attributes) = read_tag(tag);
        let node = Node::new(name, attributes);
        if VOID.contains(&name) {
            push(&mut open, Child::Node(node));
            continue;
        }
        open.push(node);
        if RAW.contains(&name) {
            let end = rest.find(&format!("</{name}>"));
            rest = &rest[end.expect("the end of raw text")..];
        }
    }
    push(&mut open, Child::Text(decode(rest)));
    let page = open.pop().expect("the page");
    assert!(open.is_empty(), "<{}> is left open", page.name);
    page
}

/// Text with each run of white space as one space, and none around it.
pub fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Node {
    fn new(name: &str, attributes: Vec<(String, String)>) -> Self {
        Self {
            name: name.into(),
            attributes,
            children: Vec::new(),
        }
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        let mut all = self.attributes.iter();
        all.find_map(|(key, value)| (key == name).then_some(value.as_str()))
    }

    /// The first element with this attribute of this value.
    pub fn find(&self, name: &str, value: &str) -> Option<&Self> {
        self.all(&|node| node.attribute(name) == Some(value))
            .into_iter()
            .next()
    }

    /// Every element in this one that is `wanted`, in the page's order.
    pub fn all(&self, wanted: &dyn Fn(&Self) -> bool) -> Vec<&Self> {
        self.nodes()
            .flat_map(|node| {
                wanted(node)
                    .then_some(node)
                    .into_iter()
                    .chain(node.all(wanted))
            })
            .collect()
    }

    /// As [`Node::all`], but never one within another.
    pub fn outermost(&self, wanted: &dyn Fn(&Self) -> bool) -> Vec<&Self> {
        let found = |node| {
            if wanted(node) {
                vec![node]
            } else {
                node.outermost(wanted)
            }
        };
        self.nodes().flat_map(found).collect()
    }

    /// The folded text, without elements that are `left_out`.
    pub fn text(&self, left_out: &dyn Fn(&Self) -> bool) -> String {
        let mut text = String::new();
        self.collect(left_out, &mut text);
        fold(&text)
    }

    /// Where its links lead, without elements that are `left_out`.
    pub fn links(&self, left_out: &dyn Fn(&Self) -> bool) -> Vec<String> {
        let kept = self.nodes().filter(|node| !left_out(node));
        kept.flat_map(|node| {
            let href = node.attribute("href").map(String::from);
            href.into_iter().chain(node.links(left_out))
        })
        .collect()
    }

    fn nodes(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Child::Node(node) => Some(node),
            Child::Text(_) => None,
        })
    }

    fn collect(&self, left_out: &dyn Fn(&Self) -> bool, text: &mut String) {
        for child in &self.children {
            match child {
                Child::Text(words) => text.push_str(words),
                Child::Node(node) if left_out(node) => text.push(' '),
                Child::Node(node) if INLINE.contains(&node.name.as_str()) => {
                    node.collect(left_out, text);
                }
                Child::Node(node) => {
                    text.push(' ');
                    node.collect(left_out, text);
                    text.push(' ');
                }
            }
        }
    }
}

fn push(open: &mut [Node], child: Child) {
    open.last_mut()
        .expect("an open element")
        .children
        .push(child);
}

/// The length of the tag that text starts with. A `>` in a quoted value does
/// not end it.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quoted = false;
    text.find(|c| {
        quoted ^= c == '"';
        c == '>' && !quoted
    })
    .map(|end| end + 1)
}

fn read_tag(tag: &str) -> (&str, Vec<(String, String)>) {
    let tag = tag
        .trim_start_matches('<')
        .trim_end_matches('>')
        .trim_end_matches('/');
    let (name, mut rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    while !rest.trim_start().is_empty() {
        rest = rest.trim_start();
        let end = rest
            .find(|c: char| c == '=' || c.is_whitespace())
            .unwrap_or(rest.len());
        let (key, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix('=') {
            Some(value) => match value.strip_prefix('"') {
                Some(quoted) => quoted.split_once('"').expect("a value that ends"),
                None => value.split_once(char::is_whitespace).unwrap_or((value, "")),
            },
            None => ("", after),
        };
        attributes.push((key.into(), decode(value)));
        rest = after;
    }
    (name, attributes)
}

fn decode(text: &str) -> String {
    let mut pieces = text.split('&');
    let mut decoded = String::from(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (name, after) = piece.split_once(';').expect("a reference that ends");
        let number = name
            .strip_prefix("#x")
            .map(|hex| u32::from_str_radix(hex, 16));
        let number = number.or_else(|| name.strip_prefix('#').map(str::parse));
        decoded.push(match (name, number) {
            ("amp", _) => '&',
            ("lt", _) => '<',
            ("gt", _) => '>',
            ("quot", _) => '"',
            ("apos", _) => '\'',
            ("nbsp", _) => '\u{a0}',
            (_, Some(Ok(number))) => char::from_u32(number).expect("a character"),
            _ => panic!("an unknown reference: &{name};"),
        });
        decoded.push_str(after);
    }
    decoded
}
