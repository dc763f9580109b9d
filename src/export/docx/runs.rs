//! Marked-up text as runs, and where its links lead.
//!
//! Never makes paragraphs.

use docx_rs::{BuildXML, DocumentRels, Hyperlink, HyperlinkData, Paragraph, Run};

use crate::model::Span;

/// How a run is set.
#[derive(Clone, Copy, Default)]
struct Set {
    italic: bool,
    bold: bool,
    linked: bool,
}

/// Where the links of a document lead, in their order.
#[derive(Default)]
pub struct Links(Vec<String>);

impl Links {
    /// Adds marked-up text to a paragraph.
    pub fn runs(&mut self, paragraph: Paragraph, spans: &[Span]) -> Paragraph {
        self.add(paragraph, spans, Set::default())
    }

    /// The part of the package that says where links lead.
    pub fn into_part(self) -> Vec<u8> {
        let mut relations = DocumentRels::new();
        relations.has_numberings = true;
        let links = self.0.into_iter().enumerate();
        let relations = links.fold(relations, |relations, (at, href)| {
            relations.add_hyperlinks(id(at), href, "External")
        });
        relations.build()
    }

    fn add(&mut self, paragraph: Paragraph, spans: &[Span], set: Set) -> Paragraph {
        spans.iter().fold(paragraph, |paragraph, span| match span {
            Span::Emphasis(inner) => self.add(
                paragraph,
                &inner.0,
                Set {
                    italic: true,
                    ..set
                },
            ),
            Span::Strong(inner) => self.add(paragraph, &inner.0, Set { bold: true, ..set }),
            Span::Link { href, text } => {
                let link = HyperlinkData::External {
                    rid: id(self.0.len()),
                    path: String::new(),
                };
                self.0.push(address(href));
                // The library has no other way to make runs of spans.
                let inner = self.add(
                    Paragraph::new(),
                    &text.0,
                    Set {
                        linked: true,
                        ..set
                    },
                );
                paragraph.add_hyperlink(Hyperlink {
                    link,
                    history: None,
                    children: inner.children,
                })
            }
            Span::Text(text) => paragraph.add_run(run(text, set)),
            Span::Code(code) => paragraph.add_run(run(code, set).style("HTMLCode")),
        })
    }
}

fn run(text: &str, set: Set) -> Run {
    // XML 1.0 has no letters for these, 2.2.
    let allowed = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    let mut run = Run::new().add_text(text.chars().filter(allowed).collect::<String>());
    if set.linked {
        run = run.style("Hyperlink");
    }
    if set.italic {
        run = run.italic();
    }
    if set.bold {
        run = run.bold();
    }
    run
}

fn id(at: usize) -> String {
    format!("link{}", at + 1)
}

/// Word takes a document for broken that has spaces in an address.
fn address(href: &str) -> String {
    let mut address = String::with_capacity(href.len());
    for c in href.chars() {
        match c {
            ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => {
                address.extend(["%", &format!("{:02X}", u32::from(c))]);
            }
            c => address.push(c),
        }
    }
    address
}
