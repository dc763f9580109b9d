//! The controls: search box, years, skills, any or all, the count, and a way
//! back.
//!
//! Shows a query and its answer. Never touches the résumé's elements, the URL
//! or history, and never decides what a click means.

use std::sync::Arc;

use leptos::prelude::*;

use super::skills::skills;
use super::words;
use crate::query::{Index, Matches, Nearest, Query};

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
pub fn Filter(
    /// The vocabulary and the size of the résumé.
    index: Arc<Index>,
    /// What is asked for now.
    query: RwSignal<Query>,
    /// Its answer.
    matches: Memo<Matches>,
    /// What to ask where nothing is found.
    nearest: RwSignal<Option<Nearest>>,
) -> impl IntoView {
    let digits = index.lines().to_string().len().to_string();
    let skills = skills(&index, query, matches);
    let [of_status, of_print] = [index.clone(), index.clone()];
    let status = move || {
        matches.with(|matches| query.with(|query| words::status(&of_status, query, matches)))
    };
    let offer = move || {
        nearest.with(|it| {
            it.as_ref()
                .map_or(String::new(), |it| words::nearest(it, &index))
        })
    };
    let nothing = move || query.with(|query| *query == Query::default()).then_some("");
    view! {
        <form id="filter" role="search" data-digits=digits>
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
                        title="Words, “phrases”, and -words to do without"
                    />
                    <span class="years">
                        "Years "
                        <input
                            name="from"
                            inputmode="numeric"
                            maxlength="4"
                            autocomplete="off"
                            aria-label="From year"
                        />
                        "–"
                        <input
                            name="to"
                            inputmode="numeric"
                            maxlength="4"
                            autocomplete="off"
                            aria-label="To year"
                        />
                    </span>
                </p>
                <p id="excluding" hidden="">
                    "To exclude a skill, press the hyphen key on it, Alt and click, or press long."
                </p>
                <p class="answer">
                    <span role="status" inner_html=status></span>
                    <button type="button" data-nearest="" prop:textContent=offer></button>
                    <button type="button" data-copy="" disabled=nothing>
                        "Copy link"
                    </button>
                    <button type="button" data-clear="" disabled=nothing>
                        "Clear"
                    </button>
                    <button
                        name="match"
                        value="all"
                        data-match="all"
                        aria-pressed=move || if query.with(|query| query.all) { "true" } else { "false" }
                    >
                        "Match all skills"
                    </button>
                </p>
                {skills}
                <p class="readout" aria-live="polite"></p>
            </fieldset>
            <p
                class="printed"
                aria-hidden="true"
                prop:textContent=move || query.with(|query| words::query(query, &of_print, &address()))
            ></p>
        </form>
    }
}

/// The address of the page, which is known where it is read.
fn address() -> String {
    #[cfg(feature = "hydrate")]
    return super::browser::address();
    #[cfg(not(feature = "hydrate"))]
    String::new()
}
