//! Languages: what a page says of itself is in one of them, and in no other.
//!
//! Never tests what a browser does with it: `browser/languages.rs` does.

#![cfg(feature = "ssr")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use std::fs;
use std::path::Path;

use resume::export::FORMS;
use resume::model::Edition;
use resume::site;
use resume::source::{self, Audience, Source};
use resume::words::{ALL, LANGUAGES, Language, Words};

#[allow(dead_code, reason = "other tests look for its parts")]
#[path = "common/everything.rs"]
mod everything;

/// A résumé that says nothing itself that is a word of any language, but has
/// every key there is.
fn source(tag: &str) -> Source {
    let mut resume = everything::everything();
    resume["language"] = tag.into();
    // Its sections go by the titles of the table.
    resume.as_object_mut().unwrap().remove("sections");
    let text = resume.to_string().replace("The last one", "Zq zq");
    let text = text
        .replace("A *zq", "*zq")
        .replace(" and [words]", " [zqx]");
    match source::parse(Path::new("resume.json"), &text, Audience::World) {
        Ok(source) => source,
        Err(report) => panic!("{}", report.render(false)),
    }
}

fn edition(tag: &str) -> Edition {
    source(tag).editions.remove(0)
}

/// The runs of letters in the English table that another table has nowhere.
fn only_english(words: &Words) -> Vec<String> {
    let english = Language::default().words;
    let of = |words: &Words| -> Vec<String> {
        let forms = ALL.iter().flat_map(|(word, ..)| words.forms(*word));
        let said: Vec<String> = forms.map(|form| without_holes(&form)).collect();
        let letters = |c: char| !c.is_alphabetic();
        let parts = said.iter().flat_map(|said| said.split(letters));
        parts.map(str::to_lowercase).collect()
    };
    let own = of(words);
    let mut rest: Vec<String> = of(&english);
    rest.retain(|word| word.len() > 2 && !own.contains(word));
    rest.sort();
    rest.dedup();
    rest
}

fn without_holes(form: &str) -> String {
    let parts = form.split('{').enumerate();
    let parts = parts.map(|(at, part)| match part.split_once('}') {
        Some((_, rest)) if at > 0 => rest,
        _ => part,
    });
    parts.collect()
}

/// What can be read of HTML: text, and attributes that are said.
fn readable(html: &str) -> String {
    let mut said = String::new();
    for part in html.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        for attribute in ["aria-label", "title", "placeholder", "content"] {
            let mark = format!(" {attribute}=\"");
            let value = tag.split(&mark).nth(1).and_then(|it| it.split('"').next());
            // Meta elements have words of machines, too.
            let of_machine = tag.starts_with("meta") && !tag.contains("description");
            said.extend(value.filter(|_| !of_machine));
            said.push(' ');
        }
        said.push_str(text);
        said.push(' ');
    }
    said
}

#[track_caller]
fn holds_none(what: &str, text: &str, english: &[String]) {
    let text = text.to_lowercase();
    let said: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).collect();
    let found: Vec<_> = (english.iter())
        .filter(|word| said.contains(&word.as_str()))
        .collect();
    assert!(found.is_empty(), "{what}: {found:?}");
}

#[test]
fn no_english_is_left_in_another_language() {
    for known in LANGUAGES.iter().skip(1) {
        let edition = edition(known.code);
        let english = only_english(&edition.resume.language.words);
        assert!(english.len() > 100);
        let page = site::prerender(&edition.resume);
        holds_none(known.code, &readable(&page), &english);
        for form in FORMS
            .iter()
            .filter(|form| ["txt", "md"].contains(&form.kind))
        {
            let made = String::from_utf8(form.make(&edition).unwrap().bytes).unwrap();
            // Comments are for machines.
            let parts = made.split("<!--");
            let made: String = parts
                .map(|part| part.split_once("-->").map_or(part, |(_, rest)| rest))
                .collect();
            let what = format!("{} as {}", known.code, form.kind);
            holds_none(&what, &made, &english);
        }
        let words = &edition.resume.language.words;
        for dialog in [resume::ui::keys_html(words), resume::ui::menu_html(words)] {
            holds_none(known.code, &readable(&dialog), &english);
        }
    }
}

#[test]
fn every_word_is_said_somewhere() {
    fn gather(dir: &Path, code: &mut String) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("src/words") {
                gather(&path, code);
            } else if path.extension().is_some_and(|it| it == "rs") {
                *code += &fs::read_to_string(&path).unwrap();
            }
        }
    }
    let mut code = fs::read_to_string("src/words/dates.rs").unwrap();
    gather(Path::new("src"), &mut code);
    // What the menu offers are words that follow each other.
    let menu = [
        "search",
        "clear-filter",
        "copy-view",
        "fold-all",
        "unfold-all",
    ];
    let menu = [&menu[..], &["switch-theme", "print", "show-keys"]].concat();
    for (word, key, ..) in ALL {
        let named = format!("Word::{word:?}");
        let used = code.match_indices(&named).any(|(at, _)| {
            let rest = &code[at + named.len()..];
            !rest.starts_with(|c: char| c.is_alphanumeric())
        });
        let marked =
            code.contains(&format!("\\u{{1}}{key};")) || code.contains(&format!("\\u{{1}}{key}; "));
        assert!(used || marked || menu.contains(key), "nothing says `{key}`");
    }
}

#[test]
fn an_owner_has_the_last_word() {
    let file = "basics: {name: A}\nlanguage: de-AT\nwork: [{name: B, startDate: 2017-01}]\n\
        words: {present: laufend, years: {one: ein Jahr}, month-names: [Jänner, F, M, A, M, J, J, A, S, O, N, D]}";
    let source = source::parse(Path::new("resume.yaml"), file, Audience::World).unwrap();
    assert_eq!(source.report.render(false), "");
    let language = &source.whole().language;
    let entry = &source.whole().sections[0].entries[0];
    assert_eq!(language.period(entry).unwrap(), "Jänner 2017 – laufend");
    let years = ALL.iter().find(|(_, key, ..)| *key == "years").unwrap().0;
    assert_eq!(language.words.count(years, 1, ""), "ein Jahr");
    assert_eq!(language.words.count(years, 2, ""), "2 Jahre");
    assert_eq!(
        language.own_words()["present"].as_str(),
        Some("laufend"),
        "{}",
        language.own_words()
    );
}

#[test]
fn tags_are_written_as_recommended() {
    let check = |tag: &str, expected: Option<(&str, &str)>| {
        let language = Language::of(tag);
        let found = language.map(|it| (it.tag.clone(), it.locale()));
        let expected = expected.map(|(tag, locale)| (tag.to_owned(), locale.to_owned()));
        assert_eq!(found, expected, "{tag}");
    };
    check("de", Some(("de", "de_DE")));
    check("DE-at", Some(("de-AT", "de_AT")));
    check("en-US", Some(("en-US", "en_US")));
    check("ar-Arab-EG", Some(("ar-Arab-EG", "ar_EG")));
    check("es-419", Some(("es-419", "es_ES")));
    check("pt", None);
    check("de_AT", None);
    check("de-", None);
    check("", None);
}

#[test]
fn a_word_is_one_line() {
    let yaml = r#"
basics: {name: A}
work: [{name: B}]
words: {section-work: "W\n\n# Injected\n\n- item", lines: "x\ny"}
"#;
    let source = source::parse(Path::new("r.yaml"), yaml, Audience::World).unwrap();
    let markdown = resume::export::markdown(source.whole());
    assert!(markdown.contains("W  # Injected  - item"), "{markdown}");
    for (word, key, ..) in ALL {
        for form in source.whole().language.words.forms(*word) {
            assert!(!form.contains('\n'), "{key}: {form:?}");
        }
    }
}
