//! The controls: search box, skills, any or all, the count, and a way back.
//!
//! Shows [`Matches`] and raises events. Never touches the résumé's elements,
//! the URL or history.

use std::sync::Arc;

use leptos::prelude::*;

use crate::query::{Index, Matches, Query};

/// How a new query enters the browser's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum History {
    /// As a step of its own.
    Push,
    /// In place of the current one.
    Replace,
}

/// The controls. Before the app has taken over they are a plain form, so that
/// an early click asks for the page again, with the filter in its URL.
#[component]
pub fn Filter<F>(
    /// The vocabulary and the size of the résumé.
    index: Arc<Index>,
    /// What is asked for now.
    query: RwSignal<Query>,
    /// Its answer.
    matches: Memo<Matches>,
    /// Called with what is asked for next.
    change: F,
) -> impl IntoView
where
    F: Fn(Query, History) + Copy + 'static,
{
    let total = index.data.lines.len();
    let skill = |(at, tag): (usize, &crate::query::Tag)| {
        let id = at as u16;
        let toggle = move |_| {
            let mut next = query.get_untracked();
            next.toggle(id);
            change(next, History::Push);
        };
        view! {
            <li>
                <button
                    name="skill"
                    value=tag.key.clone()
                    data-skill=tag.name.clone()
                    aria-pressed=move || pressed(query.with(|query| query.tags.contains(&id)))
                    on:click=toggle
                >
                    {tag.name.clone()}
                    " "
                    <span
                        class="count"
                        inner_html=move || matches.with(|matches| matches.counts[at].to_string())
                    ></span>
                </button>
            </li>
        }
    };
    let skills = index.data.tags.iter().enumerate().map(skill).collect_view();
    let switch = move |_| {
        let mut next = query.get_untracked();
        next.all = !next.all;
        change(next, History::Push);
    };
    let search = move |event| {
        let mut next = query.get_untracked();
        next.set_text(&event_target_value(&event));
        if next != query.get_untracked() {
            change(next, History::Replace);
        }
    };
    let index_of_names = index.clone();
    view! {
        <form id="filter" role="search" data-digits=total.to_string().len().to_string() on:submit=move |event| event.prevent_default()>
            <fieldset>
                // The first button of a form is what Enter presses: this one
                // only sends the words.
                <button type="submit" hidden=""></button>
                <legend>"Filter the résumé"</legend>
                <p class="search">
                    <label for="q">"Search"</label>
                    <input
                        id="q"
                        type="search"
                        name="q"
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        enterkeyhint="search"
                        on:input=search
                    />
                </p>
                <ul class="skills" aria-label="Skills, each with the number of lines that show it">
                    {skills}
                </ul>
                <p class="answer">
                    <span
                        role="status"
                        inner_html=move || matches.with(|matches| status(matches, total))
                    ></span>
                    <button
                        type="button"
                        data-clear=""
                        disabled=move || query.with(|query| *query == Query::default()).then_some("")
                        on:click=move |_| change(Query::default(), History::Push)
                    >
                        "Clear"
                    </button>
                    <button
                        name="match"
                        value="all"
                        data-match="all"
                        aria-pressed=move || pressed(query.with(|query| query.all))
                        on:click=switch
                    >
                        "Match all skills"
                    </button>
                </p>
            </fieldset>
            <p
                class="printed"
                aria-hidden="true"
                prop:textContent=move || query.with(|query| in_words(query, &index_of_names))
            ></p>
        </form>
    }
}

fn pressed(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

/// "12 of 60 lines", and how many of them are there only for context.
fn status(matches: &Matches, total: usize) -> String {
    let (shown, matching) = (matches.shown.count(), matches.matching.count());
    let mut status = shown.to_string();
    status.push_str(" of ");
    status.push_str(&total.to_string());
    status.push_str(if total == 1 { " line" } else { " lines" });
    if matching < shown {
        status.push_str(", ");
        status.push_str(&(shown - matching).to_string());
        status.push_str(" of them for context");
    }
    status
}

/// The line that tells a filtered print from a whole one; empty for a whole
/// one.
fn in_words(query: &Query, index: &Index) -> String {
    let mut words = String::new();
    if query.is_empty() {
        return words;
    }
    words.push_str("An extract, showing ");
    let tags = query
        .tags
        .iter()
        .filter_map(|tag| index.data.tags.get(usize::from(*tag)));
    for (at, tag) in tags.enumerate() {
        if at > 0 {
            words.push_str(if query.all { " and " } else { " or " });
        }
        words.push_str(&tag.name);
    }
    if !query.text.is_empty() {
        words.push_str(if query.tags.is_empty() {
            "“"
        } else {
            ", with “"
        });
        words.push_str(&query.text);
        words.push('”');
    }
    words
}
