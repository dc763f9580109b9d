//! The controls: search box, years, skills, any or all, the count, and a way
//! back.
//!
//! Shows a query and its answer. Words that never change are marks here
//! (`\u{1}search;`), which the site step puts words for: the browser has no
//! need of them. Never touches the résumé's elements, the URL
//! or history, and never decides what a click means.

use std::ops::Deref;
use std::sync::Arc;

use leptos::prelude::*;

use super::said;
use super::skills::skills;
use crate::query::{Index, Matches, Nearest, Query};
use crate::words::Words;

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
pub fn Filter<W>(
    /// The vocabulary and the size of the résumé.
    index: Arc<Index>,
    /// What answers are said in.
    words: W,
    /// What is asked for now.
    query: RwSignal<Query>,
    /// Its answer.
    matches: Memo<Matches>,
    /// What to ask where nothing is found.
    nearest: RwSignal<Option<Nearest>>,
) -> impl IntoView
where
    W: Deref<Target = Words> + Clone + Send + Sync + 'static,
{
    let digits = index.lines().to_string().len().to_string();
    let skills = skills(&index, query, matches);
    let [of_status, of_print] = [(); 2].map(|()| (words.clone(), index.clone()));
    let status = move || {
        let (words, index) = &of_status;
        let say = |query: &_| matches.with(|matches| said::status(words, index, query, matches));
        said::html(&query.with(say))
    };
    let print = move || {
        let (words, index) = &of_print;
        said::html(&query.with(|query| said::query(words, query, index, &address())))
    };
    let offer = move || {
        nearest.with(|it| {
            it.as_ref().map_or(String::new(), |it| {
                said::html(&said::nearest(&words, it, &index))
            })
        })
    };
    let nothing = move || query.with(|query| *query == Query::default()).then_some("");
    // What changes is either an attribute that may be missing or a text as
    // HTML: each further kind would be code of its own.
    view! {
        <form id="filter" role="search" data-digits=digits>
            <fieldset>
                // The first button of a form is what Enter presses: this one
                // only sends the words.
                <button type="submit" hidden=""></button>
                <legend>"\u{1}filter;"</legend>
                <p class="search">
                    <label for="q">"\u{1}search;"</label>
                    <input
                        id="q"
                        type="search"
                        name="q"
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        enterkeyhint="search"
                        title="\u{1}search-hint;"
                    />
                    <span class="years">
                        "\u{1}year-range; "
                        <input
                            name="from"
                            inputmode="numeric"
                            maxlength="4"
                            autocomplete="off"
                            aria-label="\u{1}from-year;"
                        />
                        "–"
                        <input
                            name="to"
                            inputmode="numeric"
                            maxlength="4"
                            autocomplete="off"
                            aria-label="\u{1}to-year;"
                        />
                    </span>
                </p>
                <p id="excluding" hidden="">
                    "\u{1}excluding;"
                </p>
                <p class="answer">
                    <span role="status" inner_html=status></span>
                    <button type="button" data-copy="" disabled=nothing>
                        "\u{1}copy-link;"
                    </button>
                    <button type="button" data-clear="" disabled=nothing>
                        "\u{1}clear;"
                    </button>
                    <button
                        name="match"
                        value="all"
                        data-match="all"
                        aria-pressed=move || Some(said::pressed(query.with(|query| query.all)))
                    >
                        "\u{1}match-all;"
                    </button>
                    // Last, since it comes and goes: what is beside it stays under the pointer.
                    <button type="button" data-nearest="" inner_html=offer></button>
                </p>
                {skills}
                <p class="readout" aria-live="polite"></p>
            </fieldset>
            <p
                class="printed"
                aria-hidden="true"
                inner_html=print
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
