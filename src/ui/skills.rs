//! The skills, each a button at the head of a row, with its keywords below.
//!
//! Shows counts; never decides what a click means.

use std::sync::Arc;

use leptos::prelude::*;

use super::said;
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
    // Styles see a row by what is said of it: to look for it in the row's
    // buttons would cost them more than all else on a click.
    let on = |at: usize| {
        let id = at as u16;
        let on = move |query: &Query| query.tags.contains(&id) || query.without.contains(&id);
        move || query.with(on).then_some("")
    };
    let group = |(skill, keywords): (usize, Vec<usize>)| {
        let folded = (!keywords.is_empty()).then_some("");
        let unfold = (!keywords.is_empty()).then(|| {
            view! { <button type="button" data-unfold="" aria-expanded="false" aria-label="\u{1}keywords-of;"></button> }
        });
        let keywords: Vec<_> = keywords
            .into_iter()
            .map(|keyword| {
                view! {
                    <tr data-on=on(keyword)>
                        <th scope="row">{button(keyword)}</th>
                    </tr>
                }
            })
            .collect();
        view! {
            <tbody data-folded=folded>
                <tr data-on=on(skill)>
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
            aria-label="\u{1}skills-table;"
            aria-describedby="excluding"
        >
            <thead></thead>
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
    let pressed = move || Some(said::pressed(query.with(|query| query.tags.contains(&id))));
    let without = move || {
        let without = query.with(|query| query.without.contains(&id));
        without.then_some("")
    };
    let count = move || matches.with(|matches| matches.counts[at]).to_string();
    view! {
        <button
            name="skill"
            value=tag.key.clone()
            data-skill=tag.name.clone()
            aria-pressed=pressed
            data-without=without
        >
            {tag.name.clone()}
            " "
            <span class="count" inner_html=count></span>
        </button>
    }
}
