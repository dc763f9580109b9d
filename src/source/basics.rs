//! `basics`: the person, and how to reach them.
//!
//! Never reads the summary, which is a section of the page.

use super::fields::{Fields, one_line};
use super::limits;
use super::link;
use super::problem::{Problem, quote};
use super::reader::Reader;
use super::tree::Node;
use crate::model::{Location, Person, Profile};
use crate::words::Word;

pub fn read(reader: &mut Reader, top: &mut Fields) -> Person {
    let Some(node) = top.take("basics") else {
        let start = top.span.start;
        let problem = Problem::error(start..start, "there is no `basics`")
            .help("add `basics:` and, indented under it, `name: Your Name`");
        top.require(reader, "basics", problem);
        return Person::default();
    };
    let Some(mut fields) = Fields::of(reader, node, "`basics` should be") else {
        return Person::default();
    };
    let mut person = Person {
        name: name(reader, &mut fields).unwrap_or_default(),
        label: fields.string(reader, "label"),
        email: email(reader, &mut fields),
        phone: fields.string(reader, "phone"),
        url: link::field(reader, &mut fields),
        address: None,
        location: location(reader, &mut fields),
        profiles: profiles(reader, &mut fields),
    };
    person.address = address(&person.location, &reader.word(Word::Comma));
    link::picture(reader, &mut fields);
    // It is read with the sections.
    fields.take("summary");
    let problem = Problem::error(node.span.clone(), "`basics` has no `name`");
    fields.require(reader, "name", problem.help("add `name: Your Name`"));
    fields.finish(reader);
    person
}

fn name(reader: &mut Reader, basics: &mut Fields) -> Option<String> {
    let name = basics.text(reader, "name")?;
    reader.check_name(&name);
    Some(one_line(&name.text))
}

fn email(reader: &mut Reader, basics: &mut Fields) -> Option<String> {
    let email = basics.text(reader, "email")?;
    // Whether post arrives there, only the server at the other end can tell.
    // In a link, `?`, `&` and `%` would begin a copy to others or a text.
    let plausible = (email.text.split_once('@'))
        .is_some_and(|(name, host)| !name.is_empty() && !host.is_empty() && !host.contains('@'))
        && !(email.text).contains(|c: char| c.is_whitespace() || "<>\",;?&%".contains(c));
    if plausible {
        return Some(email.text);
    }
    let message = format!("{} is not an e-mail address", quote(&email.text));
    reader.push(Problem::error(email.span, message).help("write it as `name@example.org`"));
    None
}

fn location(reader: &mut Reader, basics: &mut Fields) -> Location {
    let fields =
        (basics.take("location")).and_then(|node| Fields::of(reader, node, "`location` should be"));
    let Some(mut fields) = fields else {
        return Location::default();
    };
    let mut get = |key| fields.string(reader, key);
    let location = Location {
        street: get("address"),
        city: get("city"),
        region: get("region"),
        code: get("postalCode"),
        country: get("countryCode"),
    };
    fields.finish(reader);
    location
}

/// As addresses are written in the United States; of other places the same
/// parts are read just as well in this order.
fn address(location: &Location, comma: &str) -> Option<String> {
    let region = [&location.region, &location.code].into_iter().flatten();
    let region = region.map(String::as_str).collect::<Vec<_>>().join(" ");
    let country = location.country.as_deref();
    let country = country.filter(|code| !code.eq_ignore_ascii_case("US"));
    let parts = [
        location.street.as_deref(),
        location.city.as_deref(),
        Some(region.as_str()),
        country,
    ];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    let address = parts.collect::<Vec<_>>().join(comma);
    (!address.is_empty()).then_some(address)
}

fn profiles(reader: &mut Reader, basics: &mut Fields) -> Vec<Profile> {
    let mut profiles = Vec::new();
    for node in basics.list(reader, "profiles") {
        if node.is_blank() {
            continue;
        }
        if profiles.len() == limits::PROFILES {
            let message = format!("more than {} profiles", limits::PROFILES);
            let problem = Problem::error(node.span.clone(), message);
            reader.push(problem.help("keep those that readers are to look at"));
            break;
        }
        let Some(mut fields) = Fields::of(reader, node, "a profile should be") else {
            continue;
        };
        let network = fields.string(reader, "network");
        let username = fields.string(reader, "username");
        let note = fields.string(reader, "note");
        let url = link::field(reader, &mut fields);
        let name = network.or_else(|| url.clone()).or_else(|| username.clone());
        if name.is_none() && fields.get("url").is_none_or(Node::is_blank) {
            let message = "a profile needs a `network` or a `url`";
            let problem = Problem::warning(node.span.clone(), message);
            fields.require(reader, "network", problem.help("it is left out"));
        }
        fields.finish(reader);
        profiles.extend(name.map(|network| Profile {
            network,
            username,
            url,
            note,
        }));
    }
    profiles
}
