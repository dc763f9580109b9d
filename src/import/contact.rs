//! Who someone is and how to reach them, from the bits of a contact block.
//!
//! Never knows how the block was laid out.

use std::collections::HashSet;

use super::bits::bits;
use super::draft::{Map, Value};
use super::reach::{
    LABELS, NETWORKS, bare, email, href, is_phone, label_of, named, network, unlabelled, username,
};
use super::rich::{BREAK, Rich};
use super::titles;
use crate::source::{self, Problem, quote};

/// What was found so far.
#[derive(Default)]
pub struct Contact {
    pub basics: Map,
    profiles: Vec<Map>,
    address: Vec<String>,
    /// The words of the address.
    said: HashSet<String>,
}

impl Contact {
    /// Takes a text that is a contact as a whole or in all of its parts;
    /// those that are not are given back.
    pub fn take(&mut self, text: &Rich, notes: &mut Vec<Problem>) -> Vec<Rich> {
        let mut rest = Vec::new();
        for line in text.split(|letter| matches!(letter.c, '\n' | BREAK)) {
            let bits = bits(&line);
            let mut left: Vec<Rich> = Vec::new();
            for bit in bits {
                if !self.bit(&bit, notes) {
                    left.push(bit);
                }
            }
            rest.extend(left);
        }
        rest
    }

    /// Whether a text holds a way to reach someone.
    pub fn is_contact(text: &Rich) -> bool {
        text.split(|letter| matches!(letter.c, '\n' | BREAK))
            .iter()
            .flat_map(bits)
            .any(|bit| {
                let words = bit.words();
                email(&bit).is_some()
                    || is_phone(unlabelled(&words).1)
                    || href(&bit).is_some_and(|href| network(&href).is_some())
            })
    }

    fn bit(&mut self, bit: &Rich, notes: &mut Vec<Problem>) -> bool {
        let words = bit.words();
        let (label, value) = unlabelled(&words);
        let kind = LABELS
            .iter()
            .find(|(name, _)| *name == label)
            .map(|(_, kind)| *kind);
        if let Some(email) = email(bit) {
            if !label.is_empty() && kind.is_none() {
                let href = format!("mailto:{email}");
                return self.profile(label_of(&words), Some(&email), Some(&href));
            }
            match self.basics.text("email") {
                None => self.basics.put("email", email),
                Some(known) if known == email => {}
                Some(_) => return self.profile("E-mail", None, Some(&format!("mailto:{email}"))),
            }
            return true;
        }
        if is_phone(value)
            && (kind == Some("phone") || label.is_empty() || label.chars().count() == 1)
        {
            if self.basics.get("phone").is_some() {
                return self.profile(
                    if label.is_empty() {
                        "Phone"
                    } else {
                        label_of(&words)
                    },
                    Some(value),
                    None,
                );
            }
            self.basics.put("phone", value);
            return true;
        }
        if let Some(href) = href(bit) {
            return self.link(bit, &words, &href, &label, kind);
        }
        match kind {
            Some("address") => {
                self.live_at(value.to_owned());
                true
            }
            Some("phone") if !value.is_empty() => self.profile(label_of(&words), Some(value), None),
            _ if !label.is_empty()
                && NETWORKS
                    .iter()
                    .any(|(_, name)| name.to_lowercase() == label) =>
            {
                self.profile(label_of(&words), Some(value.trim_start_matches('@')), None)
            }
            _ if named(&words) && !value.is_empty() => {
                let message = format!("{} was kept among the profiles", quote(&words));
                notes.push(Problem::hint(bit.span(), message));
                self.profile(label_of(&words), Some(value), None)
            }
            _ => self.handle(bit, &words, notes),
        }
    }

    /// `@name twitter`
    fn handle(&mut self, bit: &Rich, words: &str, notes: &mut Vec<Problem>) -> bool {
        let network = NETWORKS.iter().find(|(_, name)| {
            words
                .split_whitespace()
                .any(|word| word.eq_ignore_ascii_case(name))
        });
        let name = words
            .split_whitespace()
            .find(|word| word.starts_with('@') && word.len() > 1);
        if let (Some((_, network)), Some(name)) = (network, name)
            && words.split_whitespace().count() == 2
        {
            return self.profile(network, Some(&name[1..]), None);
        }
        let digits = words.chars().filter(char::is_ascii_digit).count();
        let named = words
            .split_whitespace()
            .filter(|word| word.starts_with(char::is_uppercase))
            .count();
        let small = words
            .split_whitespace()
            .filter(|word| word.starts_with(char::is_lowercase))
            .count();
        let street = digits > 0 && named > small && words.chars().count() < 80;
        if street
            && !words.ends_with('.')
            && super::dates::whole(words).is_none()
            && !titles::is_title(words)
        {
            self.place(bit, notes);
            return true;
        }
        false
    }

    fn link(
        &mut self,
        bit: &Rich,
        words: &str,
        href: &str,
        label: &str,
        kind: Option<&str>,
    ) -> bool {
        let linked: Vec<_> = bit
            .0
            .iter()
            .filter(|letter| letter.mark.link.is_some())
            .cloned()
            .collect();
        let linked = Rich(linked).words();
        let value = unlabelled(words).1;
        let linked = if linked.is_empty() {
            value.to_owned()
        } else {
            linked
        };
        let outside = source::one_line(&value.replacen(&linked, " ", 1));
        let outside = outside
            .trim()
            .trim_matches(['(', ')', ':', '–', '-', '—', ','])
            .trim();
        let bare = bare(&linked) == bare(href);
        if let Some(network) = network(href) {
            let username = username(href);
            let same = |text: &str| {
                let text = text.to_lowercase();
                text.trim_start_matches('@') == username.to_lowercase()
                    || text == network.to_lowercase()
                    || text == label
            };
            let note = (!outside.is_empty() && !same(outside)).then_some(outside);
            let name = if bare || same(&linked) {
                username.clone()
            } else {
                linked
            };
            let named = label.is_empty() || label == network.to_lowercase();
            let network = if named { network } else { label_of(words) };
            let done = self.profile(network, Some(&name), Some(href));
            if let (true, Some(note), Some(profile)) = (done, note, self.profiles.last_mut()) {
                profile.put("note", note);
            }
            return done;
        }
        let home = kind == Some("url") || label.is_empty() && outside.is_empty();
        if home && bare && self.basics.get("url").is_none() {
            self.basics.put("url", href);
            return true;
        }
        let host = self::bare(href)
            .split('/')
            .next()
            .unwrap_or_default()
            .to_owned();
        let (name, note) = match (label.is_empty(), bare) {
            (false, true) => (label_of(words).to_owned(), None),
            (false, false) => (label_of(words).to_owned(), Some(linked)),
            (true, false) => (linked, None),
            (true, true) => (host, None),
        };
        let done = self.profile(&name, None, Some(href));
        if let Some(profile) = self.profiles.last_mut().filter(|_| done) {
            let outside = Some(outside.to_owned()).filter(|words| !words.is_empty());
            let notes: Vec<_> = [note, outside].into_iter().flatten().collect();
            profile.put("note", notes.join(" "));
        }
        done
    }

    fn profile(&mut self, network: &str, username: Option<&str>, href: Option<&str>) -> bool {
        let mut profile = Map::default();
        profile.put("network", network);
        profile.put("username", username.unwrap_or_default());
        profile.put("url", href.unwrap_or_default());
        self.profiles.push(profile);
        true
    }

    /// Whether an address has begun.
    pub fn has_address(&self) -> bool {
        !self.address.is_empty()
    }

    /// Takes words for a part of the address, unless it says them already.
    pub fn place(&mut self, bit: &Rich, notes: &mut Vec<Problem>) {
        let words = bit.words();
        if parts(&words).all(|part| self.said.contains(part)) {
            return;
        }
        let message = format!("{} was taken for a part of the address", quote(&words));
        notes.push(Problem::hint(bit.span(), message));
        self.live_at(words);
    }

    fn live_at(&mut self, words: String) {
        self.said.extend(parts(&words).map(str::to_owned));
        self.address.push(words);
    }

    pub fn finish(mut self) -> Map {
        if !self.address.is_empty() {
            let mut location = Map::default();
            location.put("address", self.address.join(", "));
            self.basics.set("location", Value::Map(location));
        }
        let profiles = self.profiles.into_iter().map(Value::Map).collect();
        self.basics.put_list("profiles", profiles);
        let order = [
            "name", "label", "email", "phone", "url", "location", "profiles", "summary",
        ];
        self.basics
            .0
            .sort_by_key(|(key, _)| order.iter().position(|known| known == key));
        self.basics
    }
}

/// The words and numbers of a part of an address.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts.filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Contact, Rich};

    #[test]
    fn an_address_says_nothing_twice_however_long_it_is() {
        let start = std::time::Instant::now();
        let (mut contact, mut notes) = (Contact::default(), Vec::new());
        for number in 0..20_000 {
            contact.place(&Rich::plain(&format!("Street {number}"), 0), &mut notes);
        }
        contact.place(&Rich::plain("12 Street, 7", 0), &mut notes);
        assert_eq!(notes.len(), 20_000);
        assert_eq!(contact.address.len(), 20_000);
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }
}
