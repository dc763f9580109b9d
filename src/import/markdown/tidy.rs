//! Text as pandoc reads it, where that differs from `CommonMark`: inline notes,
//! classes, bare addresses.
//!
//! Never reads blocks.

use std::rc::Rc;

use crate::import::rich::{Letter, Rich};
use crate::source;

/// With pandoc's notes in parentheses, without its classes, and with links
/// where addresses stand bare.
pub fn tidied(text: Rich) -> Rich {
    linked(classless(noted(text)))
}

/// `^[A note.]`
fn noted(mut text: Rich) -> Rich {
    let mut from = 0;
    while let Some(at) = text.find("^[", from) {
        from = at + 1;
        let Some(end) = text.find("]", at) else {
            break;
        };
        text.0[end].c = ')';
        text.0[at].c = if at == 0 || text.0[at - 1].c.is_whitespace() {
            '\u{200b}'
        } else {
            ' '
        };
        text.0[at + 1].c = '(';
        text.0.retain(|letter| letter.c != '\u{200b}');
    }
    text
}

/// `[text]{.class}`
fn classless(mut text: Rich) -> Rich {
    let mut from = 0;
    while let Some(middle) = text.find("]{", from) {
        from = middle + 2;
        let open = text.0[..middle].iter().rposition(|letter| letter.c == '[');
        let close = text.find("}", middle);
        let (Some(open), Some(close)) = (open, close) else {
            continue;
        };
        let class = text.slice(middle + 2..close).string();
        if !class.trim_start().starts_with(['.', '#']) && !class.contains('=') {
            continue;
        }
        text.0.drain(middle..=close);
        text.0.remove(open);
        from = open;
    }
    text
}

fn linked(mut text: Rich) -> Rich {
    let mut at = 0;
    while at < text.len() {
        if text.0[at].c != 'h' {
            at += 1;
            continue;
        }
        let start = at > 0 && text.0[at - 1].c.is_alphanumeric();
        let scheme = ["https://", "http://"]
            .iter()
            .any(|scheme| text.slice(at..at + scheme.len()).string() == *scheme);
        if start || !scheme || text.0[at].mark.link.is_some() || text.0[at].mark.code {
            at += 1;
            continue;
        }
        let more = |letter: &&Letter| {
            !letter.c.is_whitespace() && letter.mark.link.is_none() && !"<>\"”“|".contains(letter.c)
        };
        let mut end = at + text.0[at..].iter().take_while(more).count();
        while end > at && ".,;:!?)]'’*_".contains(text.0[end - 1].c) {
            end -= 1;
        }
        let href = text.slice(at..end).string();
        if source::is_address(&href) {
            let href: Rc<str> = href.as_str().into();
            for letter in &mut text.0[at..end] {
                letter.mark.link = Some(href.clone());
            }
        }
        at = end.max(at + 1);
    }
    text
}
