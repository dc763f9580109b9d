//! The prerendered page, in three parts: header, controls, sections.
//!
//! Never writes the document around them.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use super::career::with_years;
use super::dialogs::escaped;
use super::entry::{anchor, entries, short, tel};
use super::filter::Filter;
use super::line::{Numbers, isolated};
use super::skills::groups;
use crate::model::{Line, Person, Profile, Resume};
use crate::query::{Index, Query, apply};
use crate::words::{ALL, Language, Word, Words};

/// From how many lines on a page is laid out only where it is on screen.
const LONG: usize = 200;

/// The controls, as [`Filter`] will find them when it hydrates.
#[must_use]
pub fn controls(index: &Arc<Index>, words: &Arc<Words>) -> String {
    let controls = render(|| {
        let query = RwSignal::new(Query::default());
        let of = index.clone();
        let matches = Memo::new(move |_| apply(&of, &Query::default()));
        let nearest = RwSignal::new(None);
        view! { <Filter index=index.clone() words=words.clone() query matches nearest/> }.into_any()
    });
    with_years(&with_words(&controls, index, words), index, words)
}

/// Puts words for the marks in the controls: no text of a résumé can hold
/// their control character.
fn with_words(controls: &str, index: &Index, words: &Words) -> String {
    let mut html = controls.to_owned();
    let mark = |key: &str| format!("\u{1}{key};");
    for (skill, keywords) in groups(index) {
        if !keywords.is_empty() {
            let label = words.say(Word::KeywordsOf, &[&index.tags[skill].name]);
            html = html.replacen(&mark("keywords-of"), &escaped(&label), 1);
        }
    }
    for (word, key, ..) in ALL {
        html = html.replace(&mark(key), &escaped(words.text(*word)));
    }
    html
}

/// Another form of the résumé, to be taken along.
pub struct Download {
    /// What the DOM contract calls it, such as `pdf`.
    pub kind: &'static str,
    /// What readers call it.
    pub name: String,
    /// Its file, from the page.
    pub href: String,
}

/// Who it is, how to reach them, and in which forms to take the résumé along.
#[must_use]
pub fn header(person: &Person, language: &Language, downloads: &[Download]) -> String {
    let said = |word| language.words.text(word).to_owned();
    let contact = |name: String, view: AnyView| {
        view! { <div><dt>{name}</dt><dd>{view}</dd></div> }
    };
    let link = |href: String, shown: &str| {
        let shown = isolated(shown, language, breakable(shown).into_any());
        view! { <a href=href>{shown}</a> }.into_any()
    };
    let html = render(|| {
        let email = person
            .email
            .as_ref()
            .map(|email| contact(said(Word::Email), link(format!("mailto:{email}"), email)));
        let phone = person
            .phone
            .as_ref()
            .map(|phone| contact(said(Word::Phone), link(tel(phone), phone)));
        let address = person.address.as_ref().map(|address| {
            let shown = isolated(address, language, address.clone().into_any());
            contact(said(Word::Address), shown)
        });
        let url = person.url.clone().map(|url| {
            let shown = short(&url).to_owned();
            contact(said(Word::Web), link(url, &shown))
        });
        let profiles: Vec<_> = person
            .profiles
            .iter()
            .map(|at| contact(at.network.clone(), profile(at, language)))
            .collect();
        view! {
            <a class="skip" href="#resume">{said(Word::Skip)}</a>
            <header>
                <div class="tools">
                    {self::downloads(said(Word::Download), downloads)}
                    <button data-theme-switch="">{said(Word::Theme)}</button>
                    <button data-palette="" aria-haspopup="dialog">{said(Word::Menu)}</button>
                </div>
                <h1>{person.name.clone()}</h1>
                {person.label.clone().map(|label| view! { <p class="label">{label}</p> })}
                <dl class="contact">{email} {phone} {address} {url} {profiles}</dl>
            </header>
        }
        .into_any()
    });
    without_markers(&html)
}

/// A menu that needs no script.
fn downloads(name: String, downloads: &[Download]) -> Option<AnyView> {
    let item = |each: &Download| {
        let href = each.href.clone();
        view! { <li><a href=href download="" data-export=each.kind>{each.name.clone()}</a></li> }
    };
    let items: Vec<_> = downloads.iter().map(item).collect();
    let menu = view! {
        <details class="downloads">
            <summary>{name}</summary>
            <ul>{items}</ul>
        </details>
    };
    (!downloads.is_empty()).then(|| menu.into_any())
}

/// All that the résumé says.
#[must_use]
pub fn sections(resume: &Resume) -> String {
    let language = &resume.language;
    let html = render(|| {
        let mut numbers = Numbers::default();
        let sections: Vec<_> = (resume.sections.iter())
            .map(|section| {
                let title = section.title.clone();
                view! {
                    <details class="section" id=section.id.clone() open="">
                        <summary><h2>{title.clone()}</h2></summary>
                        {anchor(&section.id, &title, language)}
                        {entries(&section.entries, language, &mut numbers)}
                    </details>
                }
            })
            .collect();
        let long = (lines(resume) > LONG).then_some("");
        view! {
            <main id="resume" tabindex="-1" data-long=long>{sections}</main>
            <output></output>
        }
        .into_any()
    });
    without_markers(&html)
}

/// How many lines there are, nested ones included.
fn lines(resume: &Resume) -> usize {
    fn count(lines: &[Line]) -> usize {
        lines.iter().map(|line| 1 + count(&line.lines)).sum()
    }
    let entries = resume.sections.iter().flat_map(|section| &section.entries);
    entries.map(|entry| count(&entry.lines)).sum()
}

/// An address that may be broken after each slash.
fn breakable(address: &str) -> Vec<AnyView> {
    let parts = address.split_inclusive('/').map(ToOwned::to_owned);
    let parts = parts.map(|part| {
        if part.ends_with('/') {
            view! { {part} <wbr/> }.into_any()
        } else {
            part.into_any()
        }
    });
    parts.collect()
}

fn profile(profile: &Profile, language: &Language) -> AnyView {
    let name = profile
        .username
        .clone()
        .unwrap_or_else(|| profile.network.clone());
    let link = match &profile.url {
        Some(url) => {
            let shown = isolated(short(url), language, breakable(short(url)).into_any());
            view! { <a href=url.clone() rel="me">{shown}</a> }.into_any()
        }
        None => isolated(&name, language, name.clone().into_any()),
    };
    // An address may leave out whose account it is.
    let within = |name: &String| profile.url.as_ref().is_none_or(|url| url.contains(name));
    let username = profile.username.clone().filter(|name| !within(name));
    let notes: Vec<_> = [username, profile.note.clone()]
        .into_iter()
        .flatten()
        .map(|note| {
            let comma = language.words.text(Word::Comma).to_owned();
            let note = isolated(&note, language, note.clone().into_any());
            view! { <span class="note">{comma} {note}</span> }
        })
        .collect();
    view! { {link} {notes} }.into_any()
}

/// Leptos as a printer of HTML: no server, no runtime.
fn render(view: impl FnOnce() -> AnyView) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    owner.with(|| view().to_html())
}

/// Leptos leaves comments for hydration, which only the controls need.
fn without_markers(html: &str) -> String {
    html.replace("<!>", "").replace("<!---->", "")
}
