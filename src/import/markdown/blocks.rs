//! Markdown as a tree of blocks, as pandoc reads it where that differs from
//! `CommonMark`: line blocks, titles, definitions side by side.
//!
//! Never knows what a résumé is.

use super::tidy::tidied;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};

use crate::import::rich::{BREAK, Mark, Rich};
use crate::source::{Problem, quote};

/// A block and what it holds.
#[derive(Debug, Clone)]
pub enum Block {
    Heading(usize, Rich),
    Paragraph(Rich),
    Items(Vec<Vec<Self>>),
    /// Terms, each with its definitions.
    Definitions(Vec<(Rich, Vec<Vec<Self>>)>),
    Table(Vec<Vec<Rich>>),
    Quote(Vec<Self>),
    Rule,
}

/// A file as read.
#[derive(Debug, Default)]
pub struct Document {
    /// The YAML before the text.
    pub meta: Option<Range<usize>>,
    pub blocks: Vec<Block>,
    pub notes: Vec<Problem>,
}

/// Deeper nesting than anyone writes; what lies deeper is read as if it did
/// not. Both for blocks and for marks within a text.
pub const MAX_DEPTH: usize = 8;

/// Reads a text.
pub fn read(text: &str) -> Document {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_DEFINITION_LIST;
    let events: Vec<_> = Parser::new_ext(text, options).into_offset_iter().collect();
    let mut reader = Reader {
        text,
        events: events.into_iter(),
        notes: Vec::new(),
        footnotes: HashMap::new(),
        asked: HashSet::new(),
        meta: None,
        mark: Mark::default(),
        depth: 0,
    };
    reader.footnotes(text, options);
    let blocks = reader.blocks();
    Document {
        meta: reader.meta,
        blocks,
        notes: reader.notes,
    }
}

pub type Events<'t> = std::vec::IntoIter<(Event<'t>, Range<usize>)>;

pub struct Reader<'t> {
    pub text: &'t str,
    pub events: Events<'t>,
    pub notes: Vec<Problem>,
    /// Those that are referred to and were not yet told.
    pub footnotes: HashMap<String, Rich>,
    /// The labels of all that are referred to.
    pub asked: HashSet<String>,
    pub meta: Option<Range<usize>>,
    pub mark: Mark,
    pub depth: usize,
}

impl<'t> Reader<'t> {
    /// Reads the notes that something refers to; others stay where they are.
    fn footnotes(&mut self, text: &'t str, options: Options) {
        for (event, _) in self.events.as_slice() {
            if let Event::FootnoteReference(label) = event {
                self.asked.insert(label.to_string());
            }
        }
        if self.asked.is_empty() {
            return;
        }
        let kept = std::mem::take(&mut self.events);
        self.events = Parser::new_ext(text, options)
            .into_offset_iter()
            .collect::<Vec<_>>()
            .into_iter();
        while let Some((event, _)) = self.events.next() {
            if let Event::Start(Tag::FootnoteDefinition(label)) = event
                && self.asked.contains(&*label)
            {
                let mut note = Rich::default();
                for part in texts(&self.blocks()) {
                    note.join(" ", part);
                }
                self.footnotes.entry(label.to_string()).or_insert(note);
            }
        }
        self.notes.clear();
        self.meta = None;
        self.events = kept;
    }

    /// The blocks up to the end of what they stand in.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut loose = Rich::default();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(tag) => {
                    if !is_inline(&tag) {
                        flush(&mut blocks, &mut loose);
                    }
                    self.element(&mut blocks, &mut loose, tag, range);
                }
                Event::End(_) => break,
                Event::Rule => {
                    flush(&mut blocks, &mut loose);
                    blocks.push(Block::Rule);
                }
                event => self.leaf(&mut loose, event, range),
            }
        }
        flush(&mut blocks, &mut loose);
        blocks
    }

    fn element(
        &mut self,
        blocks: &mut Vec<Block>,
        loose: &mut Rich,
        tag: Tag,
        range: Range<usize>,
    ) {
        match tag {
            Tag::Paragraph => {
                let text = self.inline();
                paragraph(blocks, text);
            }
            Tag::Heading { level, .. } => {
                let text = self.inline();
                blocks.push(Block::Heading(depth(level), text));
            }
            Tag::BlockQuote(_) => {
                let inner = self.deeper();
                blocks.push(Block::Quote(inner));
            }
            Tag::CodeBlock(_) => {
                let mut text = Rich::default();
                for (line, at) in self.lines(&range) {
                    text.join(&BREAK.to_string(), line_of(&line, at));
                }
                paragraph(blocks, text);
            }
            Tag::List(_) => {
                let mut items = Vec::new();
                while let Some((Event::Start(_), _)) = self.events.next() {
                    items.push(self.deeper());
                }
                blocks.push(Block::Items(items));
            }
            Tag::DefinitionList => {
                let list = self.definitions();
                blocks.push(Block::Definitions(list));
            }
            Tag::Table(_) => {
                let table = self.table();
                blocks.push(Block::Table(table));
            }
            Tag::FootnoteDefinition(label) => {
                let inner = self.deeper();
                if !self.asked.contains(&*label) {
                    let message = format!("nothing refers to the footnote {}", quote(&label));
                    self.notes.push(
                        Problem::hint(range, message).help("kept as a paragraph where it stands"),
                    );
                    blocks.extend(inner);
                }
            }
            Tag::HtmlBlock => {
                let (mut text, mark) = (Rich::default(), self.mark.clone());
                while let Some((event, range)) = self.events.next() {
                    match event {
                        Event::End(_) => break,
                        _ => self.html(&mut text, range),
                    }
                }
                self.mark = mark;
                paragraph(blocks, text);
            }
            Tag::MetadataBlock(_) => {
                self.meta = self.meta.take().or(Some(range));
                for (event, _) in self.events.by_ref() {
                    if matches!(event, Event::End(_)) {
                        break;
                    }
                }
            }
            tag => self.span(loose, &tag, &range),
        }
    }

    fn deeper(&mut self) -> Vec<Block> {
        if self.depth >= MAX_DEPTH {
            return self.flat();
        }
        self.depth += 1;
        let blocks = self.blocks();
        self.depth -= 1;
        blocks
    }

    /// The same, but for what is nested too deep: its texts alone.
    fn flat(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut loose = Rich::default();
        let mut open = 1;
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(tag) => {
                    if !is_inline(&tag) {
                        flush(&mut blocks, &mut loose);
                    }
                    open += 1;
                }
                Event::End(_) => open -= 1,
                event => self.leaf(&mut loose, event, range),
            }
            if open == 0 {
                break;
            }
        }
        flush(&mut blocks, &mut loose);
        blocks
    }

    /// The lines of a code block.
    fn lines(&mut self, range: &Range<usize>) -> Vec<(String, usize)> {
        let mut lines = Vec::new();
        for (event, at) in self.events.by_ref() {
            match event {
                Event::End(_) => break,
                Event::Text(text) => {
                    let mut start = at.start;
                    for line in text.split_inclusive('\n') {
                        lines.push((line.to_owned(), start.min(range.end)));
                        start += line.len();
                    }
                }
                _ => {}
            }
        }
        lines
    }

    fn definitions(&mut self) -> Vec<(Rich, Vec<Vec<Block>>)> {
        let mut list: Vec<(Rich, Vec<Vec<Block>>)> = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::DefinitionListTitle) => {
                    let term = self.inline();
                    list.push((term, Vec::new()));
                }
                Event::Start(Tag::DefinitionListDefinition) => {
                    if let Some(term) = list
                        .last_mut()
                        .and_then(|(_, bodies)| self.swallowed(bodies))
                    {
                        list.push((term, Vec::new()));
                    }
                    let body = self.deeper();
                    match list.last_mut() {
                        Some((_, bodies)) => bodies.push(body),
                        None => list.push((Rich::default(), vec![body])),
                    }
                }
                _ => break,
            }
        }
        list
    }

    /// The term of the next definition, where it stands right under the last
    /// line of the one before and was read as a part of that.
    fn swallowed(&self, bodies: &mut [Vec<Block>]) -> Option<Rich> {
        let Some(Block::Paragraph(text)) = bodies.last_mut()?.last_mut() else {
            return None;
        };
        let cut = text.0.iter().rposition(|letter| letter.c == '\n')?;
        let first = text.0.get(cut + 1)?.at;
        if !matches!(self.text.as_bytes().get(first.checked_sub(1)?), Some(b'\n')) {
            return None;
        }
        let term = text.slice(cut + 1..text.len());
        text.0.truncate(cut);
        Some(term)
    }

    fn table(&mut self) -> Vec<Vec<Rich>> {
        let mut rows = Vec::new();
        let mut depth = 1;
        while depth > 0 {
            match self.events.next() {
                Some((Event::Start(Tag::TableCell), _)) => {
                    let cell = self.inline();
                    if let Some(row) = rows.last_mut() {
                        Vec::push(row, cell);
                    }
                }
                Some((Event::Start(_), _)) => {
                    rows.push(Vec::new());
                    depth += 1;
                }
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => break,
            }
        }
        rows.retain(|row| row.iter().any(|cell| !cell.is_blank()));
        rows
    }
}

fn is_inline(tag: &Tag) -> bool {
    matches!(
        tag,
        Tag::Strong
            | Tag::Emphasis
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

fn depth(level: HeadingLevel) -> usize {
    level as usize
}

fn line_of(line: &str, at: usize) -> Rich {
    let mut rich = Rich::plain(line, at);
    let mut byte = at;
    for letter in &mut rich.0 {
        letter.at = byte;
        byte += letter.c.len_utf8();
        if letter.c.is_control() {
            letter.c = ' ';
        }
    }
    rich.trimmed()
}

fn flush(blocks: &mut Vec<Block>, loose: &mut Rich) {
    let text = tidied(std::mem::take(loose));
    paragraph(blocks, text);
}

/// Adds a paragraph; a title or a line block has marks at its lines' starts.
fn paragraph(blocks: &mut Vec<Block>, text: Rich) {
    let text = text.trimmed();
    if text.is_blank() {
        return;
    }
    // The fences of pandoc's divisions.
    let fence = |line: &Rich| line.string().starts_with(":::");
    if text.lines().iter().any(fence) {
        let mut left = Rich::default();
        for line in text.lines().into_iter().filter(|line| !fence(line)) {
            left.join("\n", line);
        }
        if !left.is_blank() {
            blocks.push(Block::Paragraph(left));
        }
        return;
    }
    let lines = text.lines();
    if lines
        .iter()
        .all(|line| line.0[0].c == '|' && line.0.get(1).is_none_or(|next| next.c.is_whitespace()))
    {
        let mut block = Rich::default();
        for line in lines {
            block.join(&BREAK.to_string(), line.slice(1..line.len()).trimmed());
        }
        if !block.is_blank() {
            blocks.push(Block::Paragraph(block));
        }
        return;
    }
    blocks.push(Block::Paragraph(text));
}

/// Whether a block begins a section of this level, or of one above it.
pub fn is_section(block: &Block, level: usize) -> bool {
    matches!(block, Block::Heading(other, _) if *other <= level)
}

/// What stands beneath a heading, of what follows it.
pub fn beneath(following: &[Block], level: usize) -> &[Block] {
    let end = following.iter().position(|block| is_section(block, level));
    &following[..end.unwrap_or(following.len())]
}

/// All texts of some blocks.
pub fn texts(blocks: &[Block]) -> Vec<Rich> {
    let mut all = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(_, text) | Block::Paragraph(text) => all.push(text.clone()),
            Block::Items(items) => all.extend(items.iter().flat_map(|item| texts(item))),
            Block::Definitions(list) => {
                for (term, bodies) in list {
                    all.push(term.clone());
                    all.extend(bodies.iter().flat_map(|body| texts(body)));
                }
            }
            Block::Table(rows) => all.extend(rows.iter().flatten().cloned()),
            Block::Quote(inner) => all.extend(texts(inner)),
            Block::Rule => {}
        }
    }
    all
}
