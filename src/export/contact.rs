//! How to reach a person, in the words and the order of the page.
//!
//! Never formats anything.

use crate::model::{Person, Profile};
use crate::words::{Language, Word};

/// One way to reach a person.
pub struct Contact<'p> {
    /// What it is: "E-mail", "GitHub".
    pub name: &'p str,
    /// What is shown of it.
    pub text: &'p str,
    /// Where it leads.
    pub href: Option<String>,
    /// What else is said of it.
    pub notes: Vec<&'p str>,
}

/// All of them.
pub fn contacts<'p>(person: &'p Person, language: &'p Language) -> Vec<Contact<'p>> {
    let one = |name, text: &'p Option<String>, href: fn(&str) -> Option<String>| {
        let text = text.as_deref()?;
        Some(Contact {
            name: language.words.text(name),
            text,
            href: href(text),
            notes: Vec::new(),
        })
    };
    let basics = [
        one(Word::Email, &person.email, |email| {
            Some(format!("mailto:{email}"))
        }),
        one(Word::Phone, &person.phone, |_| None),
        one(Word::Address, &person.address, |_| None),
        one(Word::Web, &person.url, |url| Some(url.to_owned())),
    ];
    let basics = basics.into_iter().flatten();
    basics.chain(person.profiles.iter().map(profile)).collect()
}

fn profile(profile: &Profile) -> Contact<'_> {
    let name = profile.username.as_ref().unwrap_or(&profile.network);
    // An address may leave out whose account it is.
    let url = profile.url.as_ref();
    let within = |name: &&String| url.is_none_or(|url| url.contains(name.as_str()));
    let username = profile.username.as_ref().filter(|name| !within(name));
    let notes = [username, profile.note.as_ref()].into_iter().flatten();
    Contact {
        name: &profile.network,
        text: url.unwrap_or(name),
        href: url.cloned(),
        notes: notes.map(String::as_str).collect(),
    }
}
