//! The lines that say how to reach someone: see `export::markdown`.
//!
//! Never reads sections.

use super::blocks::Block;
use super::text::{classed, inline, shown};
use crate::export::markdown::OWN;
use crate::model::{Location, Person, Profile, Span};
use crate::words::{Word, Words};

/// `**Name:** text [text](url)`
pub fn read(person: &mut Person, block: &Block, words: &Words) -> Option<()> {
    let hidden = &block.hidden;
    let (name, rest) = block.text.strip_prefix("**")?.split_once("**")?;
    let colon = words.text(Word::Colon).trim_end();
    let name = inline(name)?.to_plain().strip_suffix(colon)?.to_owned();
    let rest = rest.trim_start_matches(' ');
    let (username, rest) = match classed(rest, "username") {
        Some((name, rest)) => (Some(name.to_plain()), rest),
        None => (None, rest),
    };
    let mut link = None;
    let mut text = String::new();
    for span in inline(rest)?.0 {
        match span {
            Span::Link { href, text } if link.is_none() => link = Some((href, text.to_plain())),
            Span::Text(more) => text.push_str(&more),
            _ => return None,
        }
    }
    let text = text.trim_matches(' ').to_owned();
    let some = (!text.is_empty()).then(|| text.clone());
    let own = OWN.into_iter().find(|word| words.text(*word) == name);
    match own.filter(|_| !hidden.has("profile")) {
        Some(Word::Email) => {
            person.email = link.map(|(_, text)| text).or(some);
            return Some(());
        }
        Some(Word::Phone) => {
            person.phone = some;
            return Some(());
        }
        Some(Word::Web) => {
            person.url = Some(link?.0);
            return Some(());
        }
        Some(_) => {
            person.address = some;
            person.location = location(hidden.all("location"), person.address.as_ref());
            return Some(());
        }
        None => {}
    }
    let (before, note) = match text.find('(') {
        Some(at) => (text[..at].trim_end(), text[at + 1..].strip_suffix(')')),
        None => (text.as_str(), None),
    };
    let (url, linked) = link.unzip();
    let linked = linked.filter(|text| url.as_deref().map(shown) != Some(text));
    let before = Some(before.to_owned()).filter(|text| !text.is_empty());
    person.profiles.push(Profile {
        network: name,
        username: username.or(linked).or(before),
        url,
        note: note.map(str::to_owned),
    });
    Some(())
}

/// The parts of an address; one without them is all street.
fn location(parts: Option<&[String]>, line: Option<&String>) -> Location {
    let Some(parts) = parts else {
        return Location {
            street: line.cloned(),
            ..Location::default()
        };
    };
    let part = |at: usize| parts.get(at).filter(|part| !part.is_empty()).cloned();
    Location {
        street: part(0),
        city: part(1),
        region: part(2),
        code: part(3),
        country: part(4),
    }
}
