//! The PDF: read by poppler as a machine reads it, and by `pdfua` and
//! `outloud` as those who listen to it do.

use std::fmt::Write;
use std::path::Path;

use resume::export::{Made, Paper, card, pdf};
use resume::model::{Entry, Inline, Line, Person, Profile, Resume, Section, Span, Typeface};
use resume::source::{self, Audience};
use resume::ui::{is_bare, short};
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;

use crate::reference::{ask, python};
use crate::{generate, samples};

const PAPERS: [Paper; 2] = [Paper::A4, Paper::Letter];

#[test]
fn all_words_are_in_the_order_of_the_page() {
    for (name, resume) in some() {
        for paper in PAPERS {
            compare(name, &resume, &set(&resume, paper).bytes);
        }
    }
}

#[test]
fn a_resume_of_ten_years_takes_two_or_three_pages() {
    let mut resume = samples::full();
    for typeface in [
        Typeface::Sans,
        Typeface::Humanist,
        Typeface::Serif,
        Typeface::OldStyle,
        Typeface::Mono,
    ] {
        resume.theme.typeface = typeface;
        for paper in PAPERS {
            let pages = pages(&set(&resume, paper).bytes);
            assert!((2..=3).contains(&pages), "{typeface:?} {paper:?}: {pages}");
        }
    }
}

#[test]
fn poppler_knows_what_it_is() {
    let resume = samples::full();
    let name = &resume.person.name;
    let headline = resume.person.label.as_deref().unwrap();
    for (paper, size) in [(Paper::A4, "(A4)"), (Paper::Letter, "(letter)")] {
        let info = ask("pdfinfo", &["-"], &set(&resume, paper).bytes);
        for said in [
            &format!("{name}, {headline}"),
            &format!("Author:          {name}"),
            "Tagged:          yes",
            size,
        ] {
            assert!(info.contains(said), "no {said:?} in {info}");
        }
        assert!(!info.contains("CreationDate"), "{info}");
    }
}

#[test]
fn the_same_resume_makes_the_same_bytes() {
    for (name, resume) in some() {
        let (one, other) = (set(&resume, Paper::A4), set(&resume, Paper::A4));
        assert!(one == other, "{name}");
        assert!(card(&resume).unwrap() == card(&resume).unwrap(), "{name}");
    }
}

#[test]
fn those_who_listen_find_nothing_wrong() {
    let some = some();
    let papers = some
        .iter()
        .flat_map(|(_, resume)| PAPERS.map(|paper| (resume, paper)));
    let (resumes, pdfs): (Vec<_>, Vec<_>) = papers
        .map(|(resume, paper)| (resume, set(resume, paper)))
        .unzip();
    for (resume, looked) in resumes.iter().zip(look(&pdfs)) {
        let name = &resume.person.name;
        assert_eq!(looked["problems"], json!([]), "{name}");
        assert_eq!(looked["language"], "en");
        assert_eq!(looked["author"], json!(name));
        assert_eq!(looked["conforms"], true);
        assert_eq!(looked["bookmarks"], bookmarks(resume), "{name}");
        let count = |tag| {
            let tags = looked["tags"].as_array().unwrap();
            tags.iter().filter(|each| *each == tag).count()
        };
        let entries: Vec<_> = entries(resume).filter(|entry| has_heading(entry)).collect();
        assert_eq!(count("H1"), 1);
        assert_eq!(count("H2"), resume.sections.len());
        assert_eq!(count("H3"), entries.len());
        assert!(count("LI") >= count("L") && (count("L") > 1 || entries.is_empty()));
        let links: Vec<_> = looked["links"].as_array().unwrap().iter().collect();
        for target in targets(resume) {
            assert!(links.contains(&&json!(target)), "no {target} in {links:?}");
        }
    }
}

#[test]
fn no_text_is_code() {
    let nasty = [
        "#let x = 1",
        "#panic(\"no\")",
        "$x^2$",
        "*strong* _emphasis_ `code`",
        r"C:\temp \u{41}",
        "</script><script>alert(1)</script>",
        "= Heading",
        "- item",
        "<label> @reference",
        "// comment /* comment */",
        "~ --- ... \" '",
        "#sys.inputs #read(\"/etc/passwd\")",
        "]",
        "))}}",
    ];
    let mut resume = samples::full();
    resume.person = Person {
        name: nasty[0].to_owned(),
        label: Some(nasty[1].to_owned()),
        address: Some(nasty.join(" ")),
        ..Person::default()
    };
    let lines = nasty.iter().map(|text| line(text, Vec::new())).collect();
    let entry = Entry {
        title: Some(Inline::plain(nasty[3])),
        organisation: Some(Inline(vec![Span::Code(nasty[7].to_owned())])),
        place: Some(nasty[9].to_owned()),
        dates: Some(nasty[10].to_owned()),
        lines,
        ..Entry::default()
    };
    resume.sections = vec![section(nasty[6], vec![entry])];
    compare("nasty", &resume, &set(&resume, Paper::A4).bytes);
    assert!(!card(&resume).unwrap().is_empty());
}

#[test]
fn long_words_stay_on_the_paper() {
    let word = "abcdefghij".repeat(20);
    let address = format!("https://example.org/{}?q={word}", "way/".repeat(30));
    let link = Inline(vec![Span::Link {
        href: address.clone(),
        text: Inline::plain("far"),
    }]);
    let mut resume = samples::full();
    resume.person.name.clone_from(&word);
    resume.person.profiles = vec![Profile {
        network: word.clone(),
        username: None,
        url: Some(address.clone()),
        note: Some(word.clone()),
    }];
    let entry = Entry {
        title: Some(Inline::plain(word.clone())),
        dates: Some(word.clone()),
        url: Some(address),
        lines: vec![Line {
            text: link,
            ..line("", vec![line(&word, Vec::new())])
        }],
        ..Entry::default()
    };
    resume.sections = vec![section(&word, vec![entry])];
    let bytes = set(&resume, Paper::A4).bytes;
    compare("long", &resume, &bytes);
    let edge = set(&read("tests/browser/edge.yaml"), Paper::A4).bytes;
    let boxes = [bytes, edge].map(|bytes| ask("pdftotext", &["-bbox", "-", "-"], &bytes));
    let boxes = boxes.concat();
    // 210 mm without the margin of 20 mm, in points.
    for at in boxes.split("xMax=\"").skip(1) {
        let at: f64 = at.split('"').next().unwrap().parse().unwrap();
        assert!(at < 540.0, "{boxes}");
    }
}

#[test]
fn other_scripts_are_set_or_named() {
    let texts = [
        "Ελληνικά, русский, tiếng Việt",
        "👩‍🚀 🧮 ✓ → ≤ €",
        "שלום עולם",
        "العربية",
        "日本語の履歴書",
        "हिन्दी",
    ];
    for (at, text) in texts.into_iter().enumerate() {
        let mut resume = samples::full();
        resume.sections = vec![section(
            text,
            vec![entry("A title", vec![line(text, vec![])])],
        )];
        let Made { bytes, warning } = set(&resume, Paper::A4);
        assert!(at > 1 || warning.is_none(), "{text}: {warning:?}");
        assert!(bytes.starts_with(b"%PDF-"), "{text}");
        assert!(!card(&resume).unwrap().is_empty());
    }
    let mut resume = samples::full();
    resume.person.label = Some("A \u{f8ff} in private use, \u{10fffd}".to_owned());
    let pdf = set(&resume, Paper::A4);
    let warning = pdf.warning.clone().unwrap();
    assert!(warning.contains("U+10FFFD"), "{warning}");
    assert!(warning.contains("not PDF/UA"), "{warning}");
    assert_eq!(look(&[pdf])[0]["conforms"], false);
}

#[test]
fn anything_can_be_set() {
    let mut all = generate::some(generate::resume(), 12);
    let mut empty = samples::full();
    empty.sections = vec![
        section("", Vec::new()),
        section("Alone", vec![Entry::default()]),
    ];
    empty.person = Person {
        name: "X".to_owned(),
        ..Person::default()
    };
    let mut long = samples::full();
    let many = |number: usize| {
        let text = format!("line {number} ").repeat(1 + number % 60);
        entry(
            &format!("Entry {number}"),
            vec![line(&text, vec![line("below", vec![])]); 1 + number % 5],
        )
    };
    long.sections = vec![section("Many", (0..500).map(many).collect())];
    all.extend([empty, long]);
    for resume in &all {
        let pdf = set(resume, Paper::Letter);
        assert!(pdf.bytes.starts_with(b"%PDF-"), "{resume:?}");
        assert!(!card(resume).unwrap().is_empty(), "{resume:?}");
    }
    compare(
        "five hundred",
        &all[all.len() - 1],
        &set(&all[all.len() - 1], Paper::A4).bytes,
    );
}

#[test]
fn nothing_is_stranded() {
    let mut resume = samples::full();
    for shift in 0..12 {
        let entries = (0..60).map(|number| {
            let lines = (0..3 + (number + shift) % 4)
                .map(|at| line(&format!("{number}-{at}-line "), vec![]));
            entry(&format!("{number}-head"), lines.collect())
        });
        resume.sections = vec![section("Many", entries.collect())];
        let text = ask(
            "pdftotext",
            &["-raw", "-", "-"],
            &set(&resume, Paper::A4).bytes,
        );
        let mut sheets = vec![Vec::new(); 60];
        for page in text.split('\u{c}') {
            let mut on = vec![0; 60];
            for row in page
                .lines()
                .filter(|row| row.ends_with("-line") || row.ends_with("-head"))
            {
                let row = row.trim_start_matches("– ");
                let number: usize = row.split('-').next().unwrap().parse().unwrap();
                on[number] += if row.ends_with("-head") { 10 } else { 1 };
            }
            for (number, rows) in on.into_iter().enumerate().filter(|(_, rows)| *rows > 0) {
                sheets[number].push(rows);
            }
        }
        for (number, rows) in sheets.iter().enumerate() {
            assert!(
                rows.len() < 2 || rows.iter().all(|rows| ![1, 10, 11].contains(rows)),
                "entry {number}: {rows:?}"
            );
        }
    }
}

#[test]
fn the_picture_has_its_size() {
    let png = card(&samples::full()).unwrap();
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    assert_eq!((number(16), number(20)), (1200, 630));
}

fn read(file: &str) -> Resume {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    source::read(&root.join(file), Audience::World)
        .unwrap()
        .whole()
        .clone()
}

fn some() -> Vec<(&'static str, Resume)> {
    let others = ["tests/valid/resume.yaml", "tests/valid/theme.yaml"];
    let others = others.map(|file| (file, read(file)));
    [("full", samples::full())]
        .into_iter()
        .chain(others)
        .collect()
}

#[track_caller]
fn set(resume: &Resume, paper: Paper) -> Made {
    pdf(resume, paper).unwrap_or_else(|error| panic!("{error}: {resume:?}"))
}

/// What the Python packages say of these files.
fn look(pdfs: &[Made]) -> Vec<Value> {
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<_> = (0..pdfs.len())
        .map(|at| folder.path().join(format!("{at}.pdf")))
        .collect();
    for (path, pdf) in paths.iter().zip(pdfs) {
        std::fs::write(path, &pdf.bytes).unwrap();
    }
    let answer = python(include_str!("pdf.py"), json!(paths).to_string().as_bytes());
    answer.as_array().unwrap().clone()
}

fn pages(bytes: &[u8]) -> usize {
    let text = ask("pdftotext", &["-raw", "-", "-"], bytes);
    text.matches('\u{c}').count()
}

/// Holds the text of the PDF, but for its feet, against that of the résumé.
#[track_caller]
fn compare(name: &str, resume: &Resume, bytes: &[u8]) {
    let text = ask("pdftotext", &["-raw", "-", "-"], bytes);
    let sheets: Vec<_> = text.split_terminator('\u{c}').collect();
    let mut printed = String::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let foot = format!("{} Page {} of {}", resume.person.name, at + 1, sheets.len());
        let (sheet, foot) = (letters(sheet), letters(&foot));
        let sheet = sheet.strip_suffix(&foot);
        printed += sheet.unwrap_or_else(|| panic!("{name}: no foot {foot} in {text}"));
    }
    let written = letters(&written(resume));
    let same = written
        .chars()
        .zip(printed.chars())
        .take_while(|(a, b)| a == b);
    let same = same.count();
    let rest = |text: &str| text.chars().skip(same).take(60).collect::<String>();
    assert_eq!(
        rest(&printed),
        rest(&written),
        "{name}, after {same} letters"
    );
}

/// What carries meaning, whatever the spaces, breaks and dashes of its lines.
fn letters(text: &str) -> String {
    text.nfkc().filter(|c| c.is_alphanumeric()).collect()
}

/// The text of the page, with the addresses that paper shows.
fn written(resume: &Resume) -> String {
    let person = &resume.person;
    let mut text = person.name.clone() + person.label.as_deref().unwrap_or_default();
    let contacts = [
        ("E-mail", &person.email),
        ("Phone", &person.phone),
        ("Address", &person.address),
        ("Web", &person.url),
    ];
    for (name, value) in contacts {
        if let Some(value) = value {
            text.extend([name, short(value)]);
        }
    }
    for profile in &person.profiles {
        let shown = profile.url.as_deref().map(short);
        let name = profile.username.as_ref();
        text.extend([
            &profile.network,
            shown.unwrap_or_else(|| name.unwrap_or(&profile.network)),
        ]);
        let beside =
            name.filter(|name| profile.url.as_ref().is_some_and(|url| !url.contains(*name)));
        text.extend(beside.into_iter().chain(&profile.note).cloned());
    }
    for section in &resume.sections {
        text += &section.title;
        for entry in &section.entries {
            for name in [&entry.title, &entry.organisation].into_iter().flatten() {
                words(name, &mut text);
            }
            if is_bare(entry) {
                continue;
            }
            text += &resume.language.period(entry).unwrap_or_default();
            text += entry.place.as_deref().unwrap_or_default();
            text += entry.url.as_deref().map(short).unwrap_or_default();
            lines(&entry.lines, &mut text);
        }
    }
    text
}

fn lines(lines: &[Line], text: &mut String) {
    for line in lines {
        words(&line.text, text);
        self::lines(&line.lines, text);
    }
}

fn words(inline: &Inline, text: &mut String) {
    for span in &inline.0 {
        match span {
            Span::Text(words) | Span::Code(words) => text.push_str(words),
            Span::Emphasis(inner) | Span::Strong(inner) => words(inner, text),
            Span::Link { href, text: inner } => {
                words(inner, text);
                if short(&inner.to_plain()) != short(href) {
                    // Writing to a string cannot fail.
                    let _ = write!(text, " ({})", short(href));
                }
            }
        }
    }
}

/// Where all links of a résumé lead.
fn targets(resume: &Resume) -> Vec<String> {
    fn of(inline: &Inline, found: &mut Vec<String>) {
        for span in &inline.0 {
            match span {
                Span::Text(_) | Span::Code(_) => {}
                Span::Emphasis(inner) | Span::Strong(inner) => of(inner, found),
                Span::Link { href, .. } => found.push(href.clone()),
            }
        }
    }
    fn of_lines(lines: &[Line], found: &mut Vec<String>) {
        for line in lines {
            of(&line.text, found);
            of_lines(&line.lines, found);
        }
    }
    let person = &resume.person;
    let mut found: Vec<_> = person.url.iter().cloned().collect();
    found.extend(person.email.iter().map(|email| format!("mailto:{email}")));
    found.extend(
        person
            .profiles
            .iter()
            .filter_map(|profile| profile.url.clone()),
    );
    for entry in entries(resume) {
        found.extend(entry.url.clone());
        for name in [&entry.title, &entry.organisation].into_iter().flatten() {
            of(name, &mut found);
        }
        of_lines(&entry.lines, &mut found);
    }
    found
}

fn entries(resume: &Resume) -> impl Iterator<Item = &Entry> {
    resume.sections.iter().flat_map(|section| &section.entries)
}

fn has_heading(entry: &Entry) -> bool {
    entry.has_headline() && !is_bare(entry)
}

/// The name, in it the sections, in each its entries.
fn bookmarks(resume: &Resume) -> Value {
    let entry = |entry: &Entry| {
        let name = [&entry.title, &entry.organisation].into_iter().flatten();
        let name: Vec<_> = name.map(Inline::to_plain).collect();
        json!([name.join(", "), []])
    };
    let section = |section: &Section| {
        let entries = section.entries.iter().filter(|entry| has_heading(entry));
        json!([section.title, entries.map(entry).collect::<Vec<_>>()])
    };
    let sections: Vec<_> = resume.sections.iter().map(section).collect();
    json!([[resume.person.name, sections]])
}

fn section(title: &str, entries: Vec<Entry>) -> Section {
    Section {
        id: "id".to_owned(),
        title: title.to_owned(),
        entries,
    }
}

fn entry(title: &str, lines: Vec<Line>) -> Entry {
    Entry {
        title: Some(Inline::plain(title)),
        lines,
        ..Entry::default()
    }
}

fn line(text: &str, lines: Vec<Line>) -> Line {
    Line {
        text: Inline::plain(text),
        skills: None,
        paragraph: false,
        lines,
    }
}
