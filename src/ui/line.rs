//! Lines and their marked-up text as HTML.
//!
//! Never decides which lines there are.

use leptos::prelude::*;

use super::entry::short;
use crate::model::{Inline, Line, Span};
use crate::words::Language;

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
pub fn lines(lines: &[Line], language: &Language, numbers: &mut Numbers) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let items = lines.iter().map(|line| item(line, language, numbers));
    let items = items.collect_view();
    Some(view! { <ul class="lines">{items}</ul> }.into_any())
}

fn item(line: &Line, language: &Language, numbers: &mut Numbers) -> AnyView {
    let number = numbers.next();
    let class = line.paragraph.then_some("paragraph");
    view! {
        <li class=class data-line=number.to_string()>
            {marked(&line.text, language)}
            {lines(&line.lines, language, numbers)}
        </li>
    }
    .into_any()
}

/// Marked-up text as a page in this language has it.
pub fn marked(text: &Inline, language: &Language) -> AnyView {
    isolated(&text.to_plain(), language, inline(text).into_any())
}

/// What is to be read from the left on a page that is read from the right
/// stays in order, its full stop at its end.
pub fn isolated(text: &str, language: &Language, view: AnyView) -> AnyView {
    if language.turns(text) {
        view! { <bdi dir="ltr">{view}</bdi> }.into_any()
    } else {
        view
    }
}

/// Marked-up text.
fn inline(text: &Inline) -> Vec<AnyView> {
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
