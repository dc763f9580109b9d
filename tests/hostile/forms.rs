//! The forms to take along, of a résumé in which every text is an attack: each
//! is read by a program that knows the form.
//!
//! Never looks at the page.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use flate2::read::ZlibDecoder;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};
use resume::export::{self, FORMS, Paper};
use resume::model::Edition;
use zip::ZipArchive;

use crate::attacks::{ATTACKS, attacked};
use crate::everything::everything;
use crate::harmless::Outline;
use crate::reference::ask;
use crate::site::editions;

fn whole(resume: &serde_json::Value) -> Edition {
    editions(&resume.to_string()).unwrap().remove(0)
}

fn is_link(address: &str) -> bool {
    let schemes = ["https://", "http://", "mailto:"];
    schemes.iter().any(|scheme| address.starts_with(scheme))
}

/// The names of the parts of a Word document, and the elements and attributes
/// in each.
fn parts(document: &[u8]) -> (BTreeSet<String>, BTreeSet<String>) {
    let mut zip = ZipArchive::new(Cursor::new(document)).unwrap();
    let (mut files, mut names) = (BTreeSet::new(), BTreeSet::new());
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        if file.is_dir() {
            continue;
        }
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        let file = file.name().to_owned();
        let xml = roxmltree::Document::parse(&text)
            .unwrap_or_else(|error| panic!("{file}: {error}\n{text}"));
        for node in xml.descendants().filter(roxmltree::Node::is_element) {
            let element = node.tag_name().name();
            names.insert(element.to_owned());
            names.extend(
                node.attributes()
                    .map(|it| format!("{element}[{}]", it.name())),
            );
            if node.attribute("TargetMode") == Some("External") {
                assert!(is_link(node.attribute("Target").unwrap()), "{node:?}");
            }
        }
        files.insert(file);
    }
    (files, names)
}

#[test]
fn word_gets_words_alone() {
    let (files, names) = parts(&export::docx(&whole(&everything()).resume).unwrap());
    for number in 0..ATTACKS.len() {
        let (its_files, its_names) =
            parts(&export::docx(&whole(&attacked(number)).resume).unwrap());
        assert_eq!(its_files, files);
        let strange: Vec<_> = its_names.difference(&names).collect();
        assert!(strange.is_empty(), "{number}: {strange:?}");
    }
}

#[test]
fn markdown_has_no_html_and_no_links_of_its_own() {
    for number in 0..ATTACKS.len() {
        let made = export::markdown(&whole(&attacked(number)).resume);
        let mut html = String::new();
        for event in Parser::new_ext(&made, Options::all()) {
            match event {
                Event::Html(line) | Event::InlineHtml(line) => html += &line,
                Event::Start(Tag::Link {
                    link_type,
                    dest_url,
                    ..
                }) => {
                    let mail = link_type == LinkType::Email;
                    assert!(mail || is_link(&dest_url), "{number}: {dest_url}");
                }
                Event::Start(Tag::Image { dest_url, .. }) => panic!("{number}: {dest_url}"),
                _ => {}
            }
        }
        let mut comments = Outline::default();
        comments.learn("<!-- a -->");
        assert_eq!(comments.admits(&html), Ok(()), "{number}");
    }
}

#[test]
fn json_and_markdown_come_back_as_they_were() {
    for number in 0..ATTACKS.len() {
        let edition = whole(&attacked(number));
        let json = editions(&export::json_resume(&edition.json)).unwrap();
        assert_eq!(json[0].resume, edition.resume, "{number}");
        let made = export::markdown(&edition.resume);
        let import = resume::import::read("a.md".as_ref(), made.as_bytes()).unwrap();
        let back = editions(&import.yaml).unwrap();
        let (was, is) = (export::text(&edition.resume), export::text(&back[0].resume));
        assert_eq!(was, is, "{number}");
    }
}

#[test]
fn a_contact_is_one_contact() {
    let names = |number: Option<usize>| -> Vec<String> {
        let resume = number.map_or_else(everything, attacked);
        let card = export::vcard(&whole(&resume).resume);
        assert!(
            card.split("\r\n")
                .all(|line| !line.contains(['\r', '\n']) && line.len() <= 75)
        );
        let whole = card.replace("\r\n ", "");
        let lines = whole.lines();
        lines
            .map(|line| line.split([':', ';']).next().unwrap().to_owned())
            .collect()
    };
    for number in 0..ATTACKS.len() {
        assert_eq!(names(Some(number)), names(None), "{number}");
    }
}

#[test]
fn files_have_names_that_are_names() {
    for attack in ATTACKS {
        let edition = whole(&serde_json::json!({"basics": {"name": attack}}));
        for form in FORMS {
            let name = form.file(&edition);
            let allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
            assert!(name.chars().all(allowed) && !name.contains(".."), "{name}");
        }
    }
}

/// All of a PDF that can be read: what is packed in it is unpacked.
fn unpacked(pdf: &[u8]) -> String {
    const START: &[u8] = b"\nstream\n";
    let mut text = String::from_utf8_lossy(pdf).into_owned();
    let places = pdf.windows(START.len()).enumerate();
    for (at, _) in places.filter(|(_, bytes)| *bytes == START) {
        let mut inner = Vec::new();
        // What is no packed text, such as a font, has no names either.
        let _ = ZlibDecoder::new(&pdf[at + START.len()..]).read_to_end(&mut inner);
        text += &String::from_utf8_lossy(&inner);
    }
    text
}

#[test]
fn the_pdf_does_nothing_and_says_what_stands_there() {
    let squeezed = |text: &str| {
        text.chars()
            .filter(char::is_ascii_graphic)
            .collect::<String>()
    };
    // One résumé has all of them, each somewhere.
    let resume = whole(&attacked(0)).resume;
    let made = export::pdf(&resume, Paper::A4).unwrap();
    let inside = unpacked(&made.bytes);
    assert!(inside.contains("/URI"));
    for name in [
        "/JavaScript",
        "/JS",
        "/Launch",
        "/SubmitForm",
        "/GoToR",
        "/EmbeddedFile",
        "/OpenAction",
        "/AA",
        "/RichMedia",
    ] {
        let found = inside.match_indices(name).any(|(at, _)| {
            let next = inside[at + name.len()..].chars().next();
            next.is_none_or(|c| !c.is_ascii_alphanumeric())
        });
        assert!(!found, "{name}");
    }
    for (at, _) in inside
        .match_indices("/URI (")
        .chain(inside.match_indices("/URI("))
    {
        let address = inside[at..].split_once('(').unwrap().1;
        let dials = address
            .strip_prefix("tel:")
            .and_then(|it| it.split_once(')'));
        let dials = dials.is_some_and(|(it, _)| {
            it.bytes()
                .all(|b| b.is_ascii_digit() || b == b'+' || b == b'-')
        });
        assert!(
            dials || is_link(address),
            "{}",
            &address[..40.min(address.len())]
        );
    }
    let text = squeezed(&ask("pdftotext", &["-raw", "-", "-"], &made.bytes));
    for said in [
        "#sys.version",
        "#read(\"/etc/passwd\")",
        "$1/0$",
        "@label<label>",
        "#link(\"javascript:alert(1)\")[x]",
    ] {
        assert!(text.contains(&squeezed(said)), "{said}: {text}");
    }
    assert!(!export::card(&resume).unwrap().is_empty());
}
