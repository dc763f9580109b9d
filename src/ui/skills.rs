//! The skills, each a button, with its keywords behind it.
//!
//! Shows counts; never decides what a click means.

use std::sync::Arc;

use leptos::prelude::*;

use crate::query::{Index, Matches, Query};

/// The list of skills.
pub fn skills(
    index: &Arc<Index>,
    query: RwSignal<Query>,
    matches: Memo<Matches>,
) -> impl IntoView + use<> {
    let button = |at: usize| button(index, at, query, matches);
    let group = |at: usize| {
        let keywords: Vec<_> = (0..index.tags.len())
            .filter(|keyword| index.tags[*keyword].skill == Some(at as u16))
            .map(|keyword| view! { <li>{button(keyword)}</li> })
            .collect();
        // A group has rows of its own, so that it stays where it is while the
        // page is still being read.
        let class = if keywords.is_empty() { "" } else { "group" };
        let keywords = (!keywords.is_empty()).then(|| view! { <ul>{keywords}</ul> });
        view! { <li class=class>{button(at)} {keywords}</li> }
    };
    let groups: Vec<_> = (0..index.tags.len())
        .filter(|at| index.tags[*at].skill.is_none())
        .map(group)
        .collect();
    view! {
        <ul
            class="skills"
            aria-label="Skills, each with the number of lines that show it"
            aria-describedby="excluding"
        >
            {groups}
        </ul>
    }
}

fn button(
    index: &Index,
    at: usize,
    query: RwSignal<Query>,
    matches: Memo<Matches>,
) -> impl IntoView + use<> {
    let tag = &index.tags[at];
    let id = at as u16;
    let pressed = move || {
        let chosen = query.with(|query| query.tags.contains(&id));
        if chosen { "true" } else { "false" }
    };
    let count = move || {
        let mut count = matches.with(|matches| matches.counts[at]).to_string();
        if query.with(|query| query.without.contains(&id)) {
            count.push_str("<i>, excluded</i>");
        }
        count
    };
    view! {
        <button
            name="skill"
            value=tag.key.clone()
            data-skill=tag.name.clone()
            aria-pressed=pressed
        >
            {tag.name.clone()}
            " "
            <span class="count" inner_html=count></span>
        </button>
    }
}
