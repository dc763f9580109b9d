//! Lines and their marked-up text as HTML.
//!
//! Never decides which lines there are.

use leptos::prelude::*;

use super::entry::short;
use crate::model::{Inline, Line, Span};

/// Numbers lines in the order of the page, as [`crate::query::Data`] does.
#[derive(Default)]
pub struct Numbers(usize);

impl Numbers {
    fn next(&mut self) -> usize {
        self.0 += 1;
        self.0 - 1
    }
}

/// A list of lines, with the lists nested in them.
pub fn lines(lines: &[Line], numbers: &mut Numbers) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let items = lines.iter().map(|line| item(line, numbers)).collect_view();
    Some(view! { <ul class="lines">{items}</ul> }.into_any())
}

fn item(line: &Line, numbers: &mut Numbers) -> AnyView {
    let number = numbers.next();
    let class = line.paragraph.then_some("paragraph");
    view! {
        <li class=class data-line=number.to_string()>
            {inline(&line.text)}
            {lines(&line.lines, numbers)}
        </li>
    }
    .into_any()
}

/// Marked-up text.
pub fn inline(text: &Inline) -> Vec<AnyView> {
    text.0.iter().map(span).collect()
}

fn span(span: &Span) -> AnyView {
    match span {
        Span::Text(text) => text.clone().into_any(),
        Span::Code(code) => view! { <code>{code.clone()}</code> }.into_any(),
        Span::Emphasis(inner) => view! { <em>{inline(inner)}</em> }.into_any(),
        Span::Strong(inner) => view! { <strong>{inline(inner)}</strong> }.into_any(),
        Span::Link { href, text } => {
            // Paper shows where a link leads, unless its text does.
            let to = short(href);
            let to = (short(&text.to_plain()) != to).then(|| to.to_owned());
            view! { <a href=href.clone() data-to=to>{inline(text)}</a> }.into_any()
        }
    }
}
