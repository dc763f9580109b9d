//! The lines of our own Markdown, which breaks none: what each of them is, how
//! deep it stands, and what its comment says.
//!
//! Never knows what a résumé is.

use super::comment::Hidden;

/// Deeper than lines can stand beneath others.
const DEEPEST: usize = 32;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `% Name`
    Title,
    /// `| **Phone:** 1`
    Contact,
    /// `## Work`
    Heading,
    /// A line over `:   `, and over what that begins.
    Term,
    /// `- `
    Item,
    Paragraph,
    /// A comment that stands alone.
    Comment,
}

#[derive(Debug)]
pub struct Block {
    pub kind: Kind,
    /// Counted in fours of spaces.
    pub depth: usize,
    /// As written, without its mark and its comment.
    pub text: String,
    pub hidden: Hidden,
    /// The comment as written, if it stands alone.
    pub comment: String,
}

/// Reads a text; nothing if it is not in our form.
pub fn read(text: &str) -> Option<Vec<Block>> {
    let mut found: Vec<(Kind, usize, String)> = Vec::new();
    // Whether a line goes on with what stands above.
    let mut open = false;
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let body = line.trim_start_matches(' ');
        let depth = (line.len() - body.len()) / 4;
        if body.trim_end().is_empty() {
            open = false;
            continue;
        }
        if depth > DEEPEST {
            return None;
        }
        if body.starts_with("<!--") && !body.contains("-->") {
            let mut comment = format!("{body}\n");
            for line in lines.by_ref() {
                comment.extend([line, "\n"]);
                if line.contains("-->") {
                    break;
                }
            }
            found.push((Kind::Comment, depth, comment.trim_end().to_owned()));
            open = false;
            continue;
        }
        if let Some(body) = body.strip_prefix(": ") {
            let (kind, ..) = found.last_mut().filter(|_| open && depth == 0)?;
            if *kind != Kind::Paragraph {
                return None;
            }
            *kind = Kind::Term;
            found.push(marked(body.trim_start_matches(' '), 1));
        } else {
            match marked(body, depth) {
                (Kind::Title, ..) if !found.is_empty() => return None,
                (Kind::Paragraph, ..) if open => {
                    let (.., text) = found.last_mut()?;
                    text.extend([" ", body]);
                }
                block => found.push(block),
            }
        }
        open = true;
    }
    found.into_iter().map(block).collect()
}

fn marked(body: &str, depth: usize) -> (Kind, usize, String) {
    let marks = [
        ("% ", Kind::Title),
        ("| ", Kind::Contact),
        ("## ", Kind::Heading),
        ("- ", Kind::Item),
    ];
    let mut marks = marks.into_iter();
    let found = marks.find_map(|(mark, kind)| Some((kind, body.strip_prefix(mark)?)));
    let (kind, text) = found.unwrap_or((Kind::Paragraph, body));
    (kind, depth, text.to_owned())
}

/// Takes the comment off the end of a text. An empty one only parts marks.
fn block((kind, depth, text): (Kind, usize, String)) -> Option<Block> {
    let text = text.trim_end();
    let comment = text.strip_suffix("-->").and_then(|text| {
        let (text, comment) = text.rsplit_once("<!--")?;
        let comment = comment.trim_end_matches(' ');
        (!comment.trim().is_empty()).then_some((text, comment))
    });
    let Some((text, comment)) = comment else {
        return Some(Block {
            kind,
            depth,
            text: text.to_owned(),
            hidden: Hidden::default(),
            comment: String::new(),
        });
    };
    let comment = comment.trim_start_matches(' ');
    let alone = text.is_empty();
    // Neither is a list of keys.
    let listed = comment.starts_with("skills:\n") || comment.starts_with("words: ");
    Some(Block {
        kind: if alone { Kind::Comment } else { kind },
        depth,
        text: text.trim_end().to_owned(),
        hidden: if listed {
            Hidden::default()
        } else {
            Hidden::parse(comment)?
        },
        comment: comment.to_owned(),
    })
}
