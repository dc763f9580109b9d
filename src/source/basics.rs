//! `basics`: the person, and how to reach them.
//!
//! Never reads the summary, which is a section of the page.

use super::fields::Fields;
use super::link;
use super::problem::Problem;
use super::reader::Reader;
use crate::model::{Person, Profile};

pub fn read(reader: &mut Reader, top: &mut Fields) -> Person {
    let Some(node) = top.take("basics") else {
        reader.push(
            Problem::error(top.span.start..top.span.start, "there is no `basics`")
                .help("add `basics:` and, indented under it, `name: Your Name`"),
        );
        return Person::default();
    };
    let Some(mut fields) = Fields::of(reader, node, "`basics`") else {
        return Person::default();
    };
    let name = fields.string(reader, "name");
    if name.is_none() {
        reader.push(
            Problem::error(node.span.clone(), "`basics` has no `name`")
                .help("add `name: Your Name`"),
        );
    }
    let email = fields.text(reader, "email");
    if let Some(email) = &email
        && (!email.text.contains('@') || email.text.contains(char::is_whitespace))
    {
        let message = format!("`{}` is not an e-mail address", email.text);
        reader.push(Problem::error(email.span.clone(), message));
    }
    let url = fields.text(reader, "url");
    let person = Person {
        name: name.unwrap_or_default(),
        label: fields.string(reader, "label"),
        email: email.map(|email| email.text),
        phone: fields.string(reader, "phone"),
        url: link::field(reader, url),
        address: address(reader, &mut fields),
        profiles: profiles(reader, &mut fields),
    };
    // The page shows no portrait; the summary is read with the sections.
    fields.take("image");
    fields.take("summary");
    fields.finish(reader);
    person
}

fn address(reader: &mut Reader, basics: &mut Fields) -> Option<String> {
    let node = basics.take("location")?;
    let mut fields = Fields::of(reader, node, "`location`")?;
    let mut get = |key| fields.string(reader, key);
    let (street, city, region, code, country) = (
        get("address"),
        get("city"),
        get("region"),
        get("postalCode"),
        get("countryCode"),
    );
    fields.finish(reader);
    // As addresses are written in the United States; of other places the same
    // parts are read just as well in this order.
    let region = [region, code]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
    let country = country.filter(|code| code != "US");
    let address = [street, city, Some(region), country]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    (!address.is_empty()).then_some(address)
}

fn profiles(reader: &mut Reader, basics: &mut Fields) -> Vec<Profile> {
    let mut profiles = Vec::new();
    for node in basics.list(reader, "profiles") {
        let Some(mut fields) = Fields::of(reader, node, "a profile") else {
            continue;
        };
        let network = fields.string(reader, "network");
        let username = fields.string(reader, "username");
        let note = fields.string(reader, "note");
        let url = fields.text(reader, "url");
        let url = link::field(reader, url);
        fields.finish(reader);
        let Some(network) = network.or_else(|| url.clone()).or_else(|| username.clone()) else {
            reader.push(Problem::error(
                node.span.clone(),
                "a profile needs a `network` or a `url`",
            ));
            continue;
        };
        profiles.push(Profile {
            network,
            username,
            url,
            note,
        });
    }
    profiles
}
