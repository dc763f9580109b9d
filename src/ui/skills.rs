//! The skills, each a button at the head of a row, with its keywords below.
//!
//! Shows counts; never decides what a click means.

use std::sync::Arc;

use leptos::prelude::*;

use crate::query::{Index, Matches, Query};

/// The skills, each with its keywords, in the order of their rows.
pub fn groups(index: &Index) -> Vec<(usize, Vec<usize>)> {
    let keywords = |skill: usize| {
        (0..index.tags.len()).filter(move |at| index.tags[*at].skill == Some(skill as u16))
    };
    (0..index.tags.len())
        .filter(|at| index.tags[*at].skill.is_none())
        .map(|at| (at, keywords(at).collect()))
        .collect()
}

/// The table of skills: natively, the years are added to its rows.
pub fn skills(
    index: &Arc<Index>,
    query: RwSignal<Query>,
    matches: Memo<Matches>,
) -> impl IntoView + use<> {
    let button = |at: usize| button(index, at, query, matches);
    let group = |(skill, keywords): (usize, Vec<usize>)| {
        let unfold = (!keywords.is_empty()).then(|| {
            let label = "Keywords of ".to_owned() + &index.tags[skill].name;
            view! { <button type="button" data-unfold="" aria-expanded="false" aria-label=label></button> }
        });
        let keywords: Vec<_> = keywords
            .into_iter()
            .map(|keyword| view! { <tr><th scope="row">{button(keyword)}</th></tr> })
            .collect();
        view! {
            <tbody>
                <tr>
                    <th scope="row">{button(skill)}{unfold}</th>
                </tr>
                {keywords}
            </tbody>
        }
    };
    let groups: Vec<_> = groups(index).into_iter().map(group).collect();
    view! {
        <table
            class="skills"
            aria-label="Skills, each with the number of its lines, and of those in each year"
            aria-describedby="excluding"
        >
            <thead></thead>
            <tbody class="career"></tbody>
            {groups}
        </table>
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
