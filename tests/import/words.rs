//! No word of a file is lost: each is in what is made of it, or in a note that
//! says what was left out.
//!
//! Never looks at where.

use std::collections::HashSet;
use std::path::Path;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::fixtures::{notes, of, read};

/// Words that are said by a key in place of a word.
const KEYS: &str = "at bei chez presso bij in since seit dal al bis to date now present heute \
    aujourd hui actualidad heden presente de expected ws ss e mail email phone web address telefon telefono \
    teléfono telefoon anschrift dirección cv curriculum vitae lebenslauf nbsp class title organisation \
    github for http https www contact author";

const MONTHS: &str = "jan feb mar apr may jun jul aug sep sept oct nov dec januar februar märz oktober \
    juli march april june october december janvier déc enero maart fevereiro maio janeiro giugno agosto \
    summer november february january july september august";

fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace('\u{a0}', " ");
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words that a reader of Markdown finds, other than dates and what keys
/// stand for.
pub fn of_markdown(text: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_DEFINITION_LIST;
    let mut said = String::new();
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Text(text) | Event::Code(text) => said.push_str(&text),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. })
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link) => {}
            _ => said.push(' '),
        }
    }
    let mut all = words(&said);
    let known: HashSet<_> = words(KEYS).into_iter().chain(words(MONTHS)).collect();
    all.retain(|word| !known.contains(word) && word.parse::<u32>().is_err());
    all
}

#[test]
fn what_cannot_stand_is_said_and_kept() {
    let import = |work: &str| {
        let json = format!(r#"{{"basics": {{"name": "A"}}, "work": [{{"name": "x", {work}}}]}}"#);
        let import = read("r.json", json.as_bytes()).unwrap();
        let notes = notes(&import);
        (import.yaml, notes)
    };
    let (yaml, notes) = import(r#""highlights": ["keep"], "highlights": ["second"]"#);
    assert!(
        notes.contains("the key `highlights` stands here twice"),
        "{notes}"
    );
    assert!(
        yaml.contains(" keep\n") && yaml.contains(" second\n"),
        "{yaml}"
    );
    let (yaml, notes) = import(r#""position": "keep", "position": "second""#);
    assert!(
        notes.contains("the key `position` stands here twice"),
        "{notes}"
    );
    assert!(yaml.contains("keep") && yaml.contains("second"), "{yaml}");
    let (yaml, notes) = import(r#""highlights": ["keep \ud800 lost words"]"#);
    assert!(notes.contains("r.json:1:"), "{notes}");
    assert!(yaml.contains("lost words"), "{yaml}");
}

#[test]
fn ids_stay_where_only_aliases_cannot_stand() {
    let json = r#"{"basics": {"name": "A"}, "work": [{"name": "x", "id": "first"}], "more": 1,
        "skills": [{"name": "B", "aliases": ["D"]}, {"name": "C", "aliases": ["D"]}]}"#;
    let import = read("r.json", json.as_bytes()).unwrap();
    assert!(import.yaml.contains("id: first"), "{}", import.yaml);
    assert!(!import.yaml.contains("aliases:"), "{}", import.yaml);
    let notes = notes(&import);
    assert!(notes.contains("`aliases` cannot stand"), "{notes}");
}

#[test]
fn what_cannot_be_read_again_is_told_of_the_file_there_is() {
    let skills: Vec<String> = (0..2001)
        .map(|n| format!("{{\"name\": \"s{n}\"}}"))
        .collect();
    let skills = skills.join(", ");
    let json = format!("{{\"basics\": {{\"name\": \"A\"}}, \"skills\": [{skills}]}}");
    let refused = resume::import::read(Path::new("cv.json"), json.as_bytes()).err();
    let report = refused.unwrap().render(false);
    let start = "cv.json: error: this cannot become a file of ours: ";
    assert!(report.starts_with(start), "{report}");
}

pub fn lost(words_of: Vec<String>, yaml: &str, notes: &str) -> Vec<String> {
    // A line may be broken within a word that has a sign in it.
    let there: HashSet<_> = words(yaml).into_iter().chain(words(notes)).collect();
    words_of
        .into_iter()
        .filter(|word| !there.contains(word))
        .collect()
}

#[test]
fn no_word_of_markdown_is_lost() {
    for (name, bytes) in of("markdown") {
        let import = read(&name, &bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let lost = lost(of_markdown(&text), &import.yaml, &notes(&import));
        assert_eq!(lost, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn no_word_of_other_forms_is_lost() {
    // Keys, and what they are called in ours.
    for (form, keys) in [
        (
            "json",
            "basics website company profiles hobbies gpa area summer start end employer details \
            title issuedby year certifications schema https raw githubusercontent com jsonresume \
            resume master v1 json meta canonical version lastmodified 01t00 31t00 00z experience \
            description opensource u0007 u00e7ais fran ud83e uddee nowhere null hobbies picture present now \
            image may jan entity type roles courses keywords aliases tasks",
        ),
        (
            "rendercv",
            "cv website tel social networks network sections bullet institution area degree start end date \
            company position authors doi label details headline reversed number custom connections \
            fontawesome icon calendar placeholder photo otto jpg empty theme language english current \
            locale settings usual form of a scientist s this present experience technologies \
            title welcome to rendercv quick guide label design classic the",
        ),
    ] {
        for (name, bytes) in of(form) {
            let import = read(&name, &bytes).unwrap();
            let text = String::from_utf8(bytes).unwrap().replace("\\n", " ");
            let known: HashSet<_> = words(keys).into_iter().collect();
            let all = words(&text).into_iter();
            let all = all.filter(|word| !known.contains(word) && word.parse::<u32>().is_err());
            let yaml = format!("{} {}", import.yaml, import.yaml.replace("\\n", " "));
            let lost = lost(all.collect(), &yaml, &notes(&import));
            assert_eq!(lost, Vec::<String>::new(), "{name}");
        }
    }
}

#[test]
fn what_is_left_out_of_a_link_is_told() {
    let text = "# A\n\n## Work\n\n- Built [it](https://a.example \"The title\")\n";
    let import = read("r.md", text.as_bytes()).unwrap();
    let told = "r.md:5:9: hint: the title `The title` of this link is shown nowhere";
    assert!(notes(&import).contains(told), "{}", notes(&import));
}

#[test]
fn a_picture_that_is_none_stays_a_text() {
    let text = r#"{"basics": {"name": "A", "image": "javascript:alert(1)"}}"#;
    let import = read("r.json", text.as_bytes()).unwrap();
    assert!(
        import.yaml.contains("image: javascript:alert(1)"),
        "{}",
        import.yaml
    );
    assert!(!import.yaml.contains("\n  image:"), "{}", import.yaml);
    let text = r#"{"basics": {"name": "A", "image": "me.jpg"}}"#;
    let import = read("r.json", text.as_bytes()).unwrap();
    assert!(
        import.yaml.contains("\n  image: me.jpg\n"),
        "{}",
        import.yaml
    );
}
