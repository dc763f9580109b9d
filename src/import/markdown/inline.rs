//! The text of a block: words, marks, links, HTML.
//!
//! Never knows what kind of block it stands in.

use std::ops::Range;
use std::rc::Rc;

use pulldown_cmark::{Event, Tag};

use super::blocks::{MAX_DEPTH, Reader};
use super::html::{self, Piece};
use super::tidy::tidied;
use crate::import::rich::{BREAK, Letter, Mark, Rich};
use crate::source::{self, Problem, quote};

impl Reader<'_> {
    /// Text up to the end of the element that it stands in.
    pub fn inline(&mut self) -> Rich {
        let mut text = Rich::default();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(tag) => self.span(&mut text, &tag, &range),
                Event::End(_) => break,
                event => self.leaf(&mut text, event, range),
            }
        }
        self.mark.link = None;
        tidied(text)
    }

    pub fn span(&mut self, text: &mut Rich, tag: &Tag, range: &Range<usize>) {
        let outer = self.mark.clone();
        let mut refused = None;
        match tag {
            Tag::Strong => self.mark.strong = true,
            Tag::Emphasis => self.mark.emphasis = true,
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            }
            | Tag::Image {
                link_type,
                dest_url,
                title,
                ..
            } => {
                if !title.is_empty() {
                    let message =
                        format!("the title {} of this link is shown nowhere", quote(title));
                    self.notes
                        .push(Problem::hint(range.clone(), message).help("left out"));
                }
                let href = source::href(*link_type, dest_url);
                match (&outer.link, source::is_address(&href)) {
                    (None, true) => self.mark.link = Some(href.as_str().into()),
                    (Some(_), true) => {}
                    _ => refused = Some(href),
                }
            }
            _ => {}
        }
        let start = text.len();
        self.depth += 1;
        let mut open = 1;
        while open > 0
            && let Some((event, range)) = self.events.next()
        {
            match event {
                Event::Start(tag) if self.depth < MAX_DEPTH => self.span(text, &tag, &range),
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                event => self.leaf(text, event, range),
            }
        }
        self.depth -= 1;
        let none = text.len() == start;
        if none && let Some(href) = &self.mark.link {
            let href = href.to_string();
            self.push(text, &href, range.start, range.end);
        }
        self.mark = outer;
        if let Some(href) = refused.filter(|href| !href.is_empty()) {
            let message = format!("{} is not an address that a page can link to", quote(&href));
            self.notes
                .push(Problem::hint(range.clone(), message).help("written out after its words"));
            self.push(text, &format!(" ({href})"), range.end - 1, range.end);
        }
    }

    pub fn leaf(&mut self, text: &mut Rich, event: Event, range: Range<usize>) {
        match event {
            Event::Text(words) => self.push(text, &words, range.start, range.end),
            Event::Code(words) => {
                let outer = self.mark.code;
                self.mark.code = true;
                let start = range.start + usize::from(range.end > range.start + 2);
                self.push(text, &words, start, range.end);
                self.mark.code = outer;
            }
            Event::Html(_) | Event::InlineHtml(_) => self.html(text, range),
            Event::SoftBreak => self.push(text, "\n", range.start, range.end),
            Event::HardBreak => self.push(text, &BREAK.to_string(), range.start, range.end),
            Event::FootnoteReference(label) => {
                if let Some(note) = self.footnotes.remove(&*label) {
                    self.push(text, " (", range.start, range.end);
                    text.0.extend(note.0);
                    self.push(text, ")", range.start, range.end);
                }
            }
            Event::TaskListMarker(done) => {
                self.push(text, if done { "☑ " } else { "☐ " }, range.start, range.end);
            }
            Event::InlineMath(words) | Event::DisplayMath(words) => {
                self.push(text, &words, range.start, range.end);
            }
            Event::Start(_) | Event::End(_) | Event::Rule => {}
        }
    }

    pub fn html(&mut self, text: &mut Rich, range: Range<usize>) {
        let html = &self.text[range.clone()];
        for piece in html::pieces(html) {
            match piece {
                Piece::Text(at) => {
                    let words = html::entities(&html[at.clone()]);
                    self.push(text, &words, range.start + at.start, range.end);
                }
                Piece::Link(href) if source::is_address(&href) => {
                    self.mark.link = Some(href.as_str().into());
                }
                Piece::Link(href) => {
                    let message =
                        format!("{} is not an address that a page can link to", quote(&href));
                    self.notes.push(
                        Problem::hint(range.clone(), message).help("written out before its words"),
                    );
                    self.push(text, &format!("({href}) "), range.start, range.end);
                }
                Piece::LinkEnd => self.mark.link = None,
                Piece::Picture(words) => self.push(text, &words, range.start, range.end),
                Piece::Break => self.push(text, &BREAK.to_string(), range.start, range.end),
                Piece::Comment(at) => {
                    let words = html[at.clone()].trim();
                    if words.contains(char::is_alphanumeric) {
                        let span = range.start + at.start..range.start + at.end;
                        let message = format!("this comment is not shown: {}", quote(words));
                        self.notes
                            .push(Problem::hint(span, message).help("left out"));
                    }
                }
            }
        }
    }

    fn push(&self, text: &mut Rich, words: &str, start: usize, end: usize) {
        let mark: Rc<Mark> = Rc::new(self.mark.clone());
        for (at, c) in words.char_indices() {
            // Controls can stand in no form of a résumé.
            let kept = matches!(c, '\n' | BREAK) || !c.is_control();
            text.0.push(Letter {
                c: if kept { c } else { ' ' },
                at: (start + at).min(end.saturating_sub(1)),
                mark: (*mark).clone(),
            });
        }
    }
}
