//! The Word document, as python-docx reads it.
//!
//! Never looks at its XML.

use std::fmt;

use resume::export::docx;
use resume::model::{Entry, Line, Resume};
use serde_json::Value;

use crate::leaves::{self, Leaf, fold};
use crate::{pandoc, reference, samples};

const READER: &str = r#"
import docx, io, json, sys, zipfile
data = sys.stdin.buffer.read()
document = docx.Document(io.BytesIO(data))
def level(paragraph):
    numbers = paragraph._p.pPr.numPr if paragraph._p.pPr is not None else None
    return numbers.ilvl.val if numbers is not None else None
print(json.dumps({
    "properties": [document.core_properties.title, document.core_properties.author,
                   document.core_properties.language],
    "page": [round(document.sections[0].page_width.mm), round(document.sections[0].page_height.mm)],
    "tables": len(document.tables),
    "dates": sorted({info.date_time[0] for info in zipfile.ZipFile(io.BytesIO(data)).infolist()}),
    "paragraphs": [[paragraph.style.name, level(paragraph), paragraph.text,
                    [[link.text, link.url] for link in paragraph.hyperlinks]]
                   for paragraph in document.paragraphs],
}))
"#;

/// A document as a reader sees it.
pub struct Word(Value);

pub fn read(document: &[u8]) -> Word {
    Word(reference::python(READER, document))
}

impl Word {
    fn paragraphs(&self) -> &[Value] {
        self.0["paragraphs"].as_array().unwrap()
    }

    fn text(&self) -> String {
        let texts = self.paragraphs().iter().map(|one| one[2].as_str().unwrap());
        fold(&texts.collect::<Vec<_>>().join("\n"))
    }

    fn links(&self) -> Vec<&str> {
        let links = self
            .paragraphs()
            .iter()
            .flat_map(|one| one[3].as_array().unwrap());
        links.map(|link| link[1].as_str().unwrap()).collect()
    }
}

/// A paragraph a line: its style, its level and its text.
impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for paragraph in self.paragraphs() {
            let (style, text) = (paragraph[0].as_str(), paragraph[2].as_str());
            write!(f, "{}", style.unwrap_or_default())?;
            if let Some(level) = paragraph[1].as_u64() {
                write!(f, " {}", level + 1)?;
            }
            writeln!(f, ": {}", text.unwrap_or_default())?;
            for link in paragraph[3].as_array().unwrap() {
                writeln!(
                    f,
                    "    {} -> {}",
                    link[0].as_str().unwrap(),
                    link[1].as_str().unwrap()
                )?;
            }
        }
        Ok(())
    }
}

fn check(resume: &Resume) {
    let word = read(&docx(resume).unwrap());
    let (text, links) = (word.text(), word.links());
    for leaf in leaves::all(resume) {
        let said = match &leaf {
            Leaf::Words(words) => text.contains(words),
            Leaf::Href(href) => links.contains(&pandoc::address(href).as_str()),
        };
        assert!(said, "{leaf:?} is not in\n{word}");
    }
    assert_eq!(word.0["tables"], 0);
    let of_style = |name: &str| {
        let paragraphs = word.paragraphs().iter().filter(|one| one[0] == name);
        paragraphs.count()
    };
    let entries = || resume.sections.iter().flat_map(|section| &section.entries);
    let bare = |entry: &&Entry| !resume::ui::is_bare(entry) && entry.has_headline();
    assert_eq!(of_style("Title"), 1);
    assert_eq!(
        of_style("heading 1") + of_style("Heading 1"),
        resume.sections.len()
    );
    assert_eq!(
        of_style("heading 2") + of_style("Heading 2"),
        entries().filter(bare).count()
    );
    let levels: Vec<_> = word
        .paragraphs()
        .iter()
        .filter_map(|one| one[1].as_u64())
        .collect();
    let mut expected = Vec::new();
    entries().for_each(|entry| self::levels(&entry.lines, 0, &mut expected));
    assert_eq!(levels, expected, "{word}");
}

/// How deep each item of the lists is.
fn levels(lines: &[Line], depth: u64, levels: &mut Vec<u64>) {
    for line in lines {
        if !line.paragraph {
            levels.push(depth);
        }
        self::levels(&line.lines, depth + 1, levels);
    }
}

#[test]
fn nothing_is_lost() {
    samples::each_and_generated(check);
}

#[test]
fn the_document_says_whose_it_is_and_no_time() {
    let word = read(&docx(&samples::small()).unwrap()).0;
    assert_eq!(
        word["properties"],
        serde_json::json!(["Ada Byron", "Ada Byron", "en"])
    );
    assert_eq!(word["page"], serde_json::json!([210, 297]));
    assert_eq!(word["dates"], serde_json::json!([1980]));
}
