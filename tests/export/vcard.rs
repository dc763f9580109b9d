//! The vCard, as vobject reads it.
//!
//! Never looks for the career in it.

use resume::export::vcard;
use resume::model::{Location, Person, Profile, Resume, Theme};
use resume::words::Language;
use serde_json::{Value, json};

use crate::leaves::{self, Leaf, fold};
use crate::{reference, samples};

const READER: &str = r"
import json, sys, vobject
def plain(value):
    if isinstance(value, vobject.vcard.Name):
        return [value.family, value.given]
    if isinstance(value, vobject.vcard.Address):
        return [value.box, value.extended, value.street, value.city, value.region, value.code,
                value.country]
    return value
card = vobject.readOne(sys.stdin.buffer.read().decode())
print(json.dumps([[child.name, plain(child.value), child.params] for child in card.getChildren()]))
";

/// Name, value and parameters of each property.
fn read(card: &str) -> Vec<Value> {
    let properties = reference::python(READER, card.as_bytes());
    properties.as_array().unwrap().clone()
}

fn of(person: Person) -> Resume {
    Resume {
        person,
        sections: Vec::new(),
        tags: Vec::new(),
        theme: Theme::default(),
        language: Language::default(),
        url: None,
        offline: true,
    }
}

fn check(resume: &Resume) {
    let card = vcard(resume);
    for line in card.split_inclusive("\r\n") {
        let line = line.strip_suffix("\r\n").expect(line);
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
    }
    let texts: Vec<_> = (read(&card).iter())
        .map(|property| match &property[1] {
            Value::Array(parts) => {
                let parts = parts.iter().filter_map(Value::as_str);
                fold(&parts.collect::<Vec<_>>().join(", "))
            }
            text => fold(text.as_str().unwrap()),
        })
        .collect();
    let said = |words: &str| texts.iter().any(|text| text.contains(words));
    for leaf in leaves::contact(resume) {
        match leaf {
            Leaf::Href(href) => assert!(said(&fold(&href)), "{href:?} is not in\n{card}"),
            Leaf::Words(words) => {
                let address = resume.person.address.as_deref().map(fold);
                let phone = resume.person.phone.as_deref().map(fold);
                // These two are taken apart: what becomes of them is below.
                if Some(&words) != address.as_ref() && Some(&words) != phone.as_ref() {
                    assert!(
                        said(&words) || bare_network(resume, &words),
                        "{words:?} is not in\n{card}"
                    );
                }
            }
        }
    }
}

/// Whether this is the name of a profile of which nothing else is known, or
/// one that stands in a parameter.
fn bare_network(resume: &Resume, words: &str) -> bool {
    let profiles = resume.person.profiles.iter();
    profiles
        .filter(|profile| profile.url.is_none())
        .any(|profile| fold(&profile.network) == words)
}

#[test]
fn nothing_is_lost() {
    samples::each_and_generated(check);
}

#[test]
fn properties_have_the_values_of_the_person() {
    let card = vcard(&of(Person {
        name: "Ada, Countess; of \\ Lovelace".to_owned(),
        label: Some("Analyst".to_owned()),
        email: Some("ada@example.org".to_owned()),
        phone: Some("+44 (20) 7946-0000".to_owned()),
        url: Some("https://example.org/?a=1,2;3".to_owned()),
        address: Some("12 St James's Square, London".to_owned()),
        location: Location {
            street: Some("12 St James's Square; rear".to_owned()),
            city: Some("London".to_owned()),
            code: Some("SW1Y 4JH".to_owned()),
            ..Location::default()
        },
        profiles: vec![
            Profile {
                network: "Journal".to_owned(),
                username: Some("aal".to_owned()),
                url: Some("https://example.org/aal".to_owned()),
                note: Some("mostly numbers".to_owned()),
            },
            Profile {
                network: "Chat: rooms".to_owned(),
                username: Some("aal".to_owned()),
                url: None,
                note: None,
            },
        ],
    }));
    let expected = json!([
        ["VERSION", "4.0", {}],
        ["KIND", "individual", {}],
        ["FN", "Ada, Countess; of \\ Lovelace", {}],
        ["N", ["Lovelace", "Ada, Countess; of \\"], {}],
        ["TITLE", "Analyst", {}],
        ["EMAIL", "ada@example.org", {}],
        ["TEL", "tel:+44-20-7946-0000", {"VALUE": ["uri"]}],
        ["ADR", ["", "", "12 St James's Square; rear", "London", "", "SW1Y 4JH", ""], {}],
        ["URL", "https://example.org/?a=1,2;3", {}],
        ["URL", "https://example.org/aal", {}],
        ["X-ABLABEL", "Journal (mostly numbers)", {}],
        ["SOCIALPROFILE", "aal", {"VALUE": ["text"], "SERVICE-TYPE": ["Chat: rooms"]}],
    ]);
    let mut read = read(&card);
    let mut expected = expected.as_array().unwrap().clone();
    let key = |property: &Value| property.to_string();
    read.sort_by_key(key);
    expected.sort_by_key(key);
    assert_eq!(read, expected, "{card}");
}

#[test]
fn numbers_of_the_whole_world_are_addresses() {
    let check = |phone: &str, expected: &str| {
        let card = vcard(&of(Person {
            name: "Ada".to_owned(),
            phone: Some(phone.to_owned()),
            ..Person::default()
        }));
        assert!(card.contains(&format!("\r\nTEL{expected}\r\n")), "{card}");
    };
    check("+1 415 555 0100", ";VALUE=uri:tel:+1-415-555-0100");
    check("+14155550100", ";VALUE=uri:tel:+14155550100");
    check("607-280-3615", ":607-280-3615");
    check("+49 (0) 30 1234", ":+49 (0) 30 1234");
    check("+1 415 ext. 2", ":+1 415 ext. 2");
    check("+", ":+");
}
