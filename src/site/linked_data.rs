//! The résumé as linked data for search engines: a `ProfilePage` and its
//! `Person` (<https://schema.org/ProfilePage>,
//! <https://developers.google.com/search/docs/appearance/structured-data/profile-page>).
//!
//! Never says more than the page does.

use serde_json::{Map, Value, json};

use crate::model::{Date, Entry, Inline, Location, Period, Person, Resume, Section};

/// The graph as JSON that can stand in a script element: no `<` is left that
/// could end it.
pub fn linked_data(resume: &Resume, url: Option<&str>) -> String {
    let page = object([
        ("@context", Some(json!("https://schema.org"))),
        ("@type", Some(json!("ProfilePage"))),
        ("url", text(url)),
        ("inLanguage", text(Some(&resume.language.tag))),
        ("mainEntity", Some(person(resume))),
    ]);
    page.to_string().replace('<', "\\u003c")
}

fn person(resume: &Resume) -> Value {
    let Person {
        name,
        label,
        email,
        phone,
        url,
        address: _,
        location,
        profiles,
    } = &resume.person;
    let accounts = profiles.iter().filter_map(|profile| profile.url.as_ref());
    let skills = resume.tags.iter().map(|tag| &tag.name);
    object([
        ("@type", Some(json!("Person"))),
        ("name", text(Some(name))),
        ("jobTitle", text(label.as_ref())),
        ("email", text(email.as_ref())),
        ("telephone", text(phone.as_ref())),
        ("address", address(location)),
        ("url", text(url.as_ref())),
        ("sameAs", list(accounts.map(|url| json!(url)))),
        ("worksFor", list(entries(resume, "work").map(employment))),
        ("alumniOf", list(entries(resume, "education").map(studies))),
        ("knowsAbout", list(skills.map(|name| json!(name)))),
    ])
}

/// <https://schema.org/PostalAddress>
fn address(location: &Location) -> Option<Value> {
    let parts = [
        ("streetAddress", &location.street),
        ("addressLocality", &location.city),
        ("addressRegion", &location.region),
        ("postalCode", &location.code),
        ("addressCountry", &location.country),
    ];
    let is_known = parts.iter().any(|(_, part)| part.is_some());
    let kind = ("@type", Some(json!("PostalAddress")));
    let parts = parts.map(|(key, part)| (key, text(part.as_ref())));
    is_known.then(|| object([kind].into_iter().chain(parts)))
}

fn entries<'a>(resume: &'a Resume, section: &'a str) -> impl Iterator<Item = &'a Entry> {
    let is_it = move |it: &&Section| it.id == section;
    let sections = resume.sections.iter().filter(is_it);
    sections
        .flat_map(|section| &section.entries)
        .filter(|entry| entry.has_headline())
}

/// What was done for whom, and when (<https://schema.org/EmployeeRole>).
fn employment(entry: &Entry) -> Value {
    role("EmployeeRole", "worksFor", "Organization", entry)
}

fn studies(entry: &Entry) -> Value {
    role(
        "OrganizationRole",
        "alumniOf",
        "EducationalOrganization",
        entry,
    )
}

/// schema.org has a role stand between a person and an organization, under
/// the same property (<https://schema.org/Role>).
fn role(kind: &str, property: &str, organisation: &str, entry: &Entry) -> Value {
    let (start, end) = match entry.period {
        Some(Period::From(start, end)) => (Some(start), end),
        Some(Period::At(end) | Period::Until(end)) => (None, Some(end)),
        None => (None, None),
    };
    let day = |date: Option<Date>| date.map(|date| json!(date.iso()));
    let plain = |words: &Option<Inline>| words.as_ref().map(|words| json!(words.to_plain()));
    let organisation = entry.organisation.as_ref().map(|name| {
        object([
            ("@type", Some(json!(organisation))),
            ("name", Some(json!(name.to_plain()))),
            ("url", text(entry.url.as_ref())),
            ("location", text(entry.place.as_ref())),
        ])
    });
    object([
        ("@type", Some(json!(kind))),
        ("roleName", plain(&entry.title)),
        ("startDate", day(start)),
        ("endDate", day(end)),
        (property, organisation),
    ])
}

fn text(text: Option<impl AsRef<str>>) -> Option<Value> {
    text.map(|text| json!(text.as_ref()))
}

fn list(items: impl Iterator<Item = Value>) -> Option<Value> {
    let items: Vec<Value> = items.collect();
    (!items.is_empty()).then_some(Value::Array(items))
}

/// A mapping of what there is.
fn object<'a>(pairs: impl IntoIterator<Item = (&'a str, Option<Value>)>) -> Value {
    let pairs = pairs.into_iter();
    let there = pairs.filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(there.collect::<Map<_, _>>())
}
