//! The person as a vCard 4.0 (RFC 6350), to be taken into an address book.
//!
//! Profiles are addresses with a label of the form that Apple and Google
//! read, `item1.URL` with `item1.X-ABLabel`: every other address book shows
//! at least the address, while few know RFC 9554's SOCIALPROFILE yet.
//!
//! Never holds the career: no notes, no dates.

use crate::model::{Entry, Inline, Location, Period, Person, Profile, Resume};

/// Octets of a line, its end not counted (RFC 6350, 3.2).
const WIDTH: usize = 75;

/// The person as a vCard, its lines ended by CRLF.
#[must_use]
pub fn vcard(resume: &Resume) -> String {
    let person = &resume.person;
    let mut card = Card::default();
    card.line("BEGIN", "VCARD");
    card.line("VERSION", "4.0");
    card.line("KIND", "individual");
    card.line("FN", &escaped(&person.name));
    card.line("N", &name(&person.name));
    let job = resume
        .sections
        .iter()
        .filter(|section| section.id == "work");
    let job = job
        .flat_map(|section| &section.entries)
        .find(|entry| is_ongoing(entry));
    let words = |text: Option<&Inline>| text.map(Inline::to_plain);
    let organisation = words(job.and_then(|job| job.organisation.as_ref()));
    let title = words(job.and_then(|job| job.title.as_ref()));
    card.text("TITLE", person.label.as_deref().or(title.as_deref()));
    card.text("ORG", organisation.as_deref());
    card.text("EMAIL", person.email.as_deref());
    if let Some(phone) = &person.phone {
        match uri(phone) {
            Some(uri) => card.line("TEL;VALUE=uri", &uri),
            None => card.line("TEL", &escaped(phone)),
        }
    }
    card.address(person);
    if let Some(url) = &person.url {
        card.line("URL", &listed(url));
    }
    for (at, profile) in person.profiles.iter().enumerate() {
        card.profile(at + 1, profile);
    }
    card.line("END", "VCARD");
    card.0
}

fn is_ongoing(entry: &Entry) -> bool {
    matches!(entry.period, Some(Period::From(_, None)))
}

/// Family name and given names, by which address books sort. Which is which
/// nothing tells: the last word is taken for the family name, as most are
/// written.
fn name(name: &str) -> String {
    let (given, family) = name.rsplit_once(' ').unwrap_or((name, ""));
    format!("{};{};;;", escaped(family), escaped(given))
}

/// A number of the whole world as a `tel:` address (RFC 3966); others can
/// only be dialled where they are known.
fn uri(phone: &str) -> Option<String> {
    let digits = phone.strip_prefix('+')?;
    let dials = |c: char| c.is_ascii_digit() || " -.()/".contains(c);
    // "(0)" is dialled only at home.
    if !digits.chars().all(dials) || digits.replace(' ', "").contains("(0)") {
        return None;
    }
    let groups = digits.split(|c: char| !c.is_ascii_digit());
    let groups: Vec<_> = groups.filter(|group| !group.is_empty()).collect();
    (!groups.is_empty()).then(|| format!("tel:+{}", groups.join("-")))
}

/// An address in a property: a comma would part two values (RFC 6350, 3.4).
fn listed(url: &str) -> String {
    url.replace(',', "\\,")
}

/// Text in a property (RFC 6350, 3.4).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ',' | ';' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// The card so far.
#[derive(Default)]
struct Card(String);

impl Card {
    fn text(&mut self, property: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.line(property, &escaped(text));
        }
    }

    /// A line, folded after so many octets, never within a letter.
    fn line(&mut self, property: &str, value: &str) {
        let mut octets = 0;
        for c in format!("{property}:{value}").chars() {
            if octets + c.len_utf8() > WIDTH {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// Post office box and extension, which are to stay empty (RFC 6350,
    /// 6.3.1), then street, city, region, code, country.
    fn address(&mut self, person: &Person) {
        let Some(line) = &person.address else {
            return;
        };
        let at = &person.location;
        let mut parts = [&at.street, &at.city, &at.region, &at.code, &at.country]
            .map(|part| part.as_deref().unwrap_or_default());
        if *at == Location::default() {
            parts[0] = line;
        }
        let parts = parts.map(escaped);
        self.line("ADR", &format!(";;{}", parts.join(";")));
    }

    fn profile(&mut self, number: usize, profile: &Profile) {
        let Profile {
            network,
            username,
            url,
            note,
        } = profile;
        let mut label = network.clone();
        let Some(url) = url else {
            let name = username.as_deref().unwrap_or_default();
            let known = [name, note.as_deref().unwrap_or_default()];
            let known: Vec<_> = known.into_iter().filter(|text| !text.is_empty()).collect();
            if !known.is_empty() {
                // An account without an address, as RFC 9554 has it.
                let service = quoted(network);
                let property = format!("SOCIALPROFILE;VALUE=text;SERVICE-TYPE={service}");
                self.line(&property, &escaped(&known.join(", ")));
            }
            return;
        };
        let hidden = username
            .as_ref()
            .filter(|name| !url.contains(name.as_str()));
        let notes: Vec<_> = [hidden, note.as_ref()]
            .into_iter()
            .flatten()
            .cloned()
            .collect();
        if !notes.is_empty() {
            label = format!("{label} ({})", notes.join(", "));
        }
        self.line(&format!("item{number}.URL"), &listed(url));
        self.line(&format!("item{number}.X-ABLabel"), &escaped(&label));
    }
}

/// The value of a parameter (RFC 6350, 3.3, and RFC 6868).
fn quoted(text: &str) -> String {
    let text = text.replace('^', "^^").replace('"', "^'");
    format!("\"{text}\"")
}
