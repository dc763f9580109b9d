//! The search box: which lines a text finds.

use std::path::Path;

use resume::{
    query::{Index, Query, apply},
    source::{self, Audience},
    url,
};

use crate::{page::on, site};

#[test]
fn every_word_is_found_whatever_its_case_or_accents() {
    on(site::small(), |page| {
        page.open("");
        page.type_in_search("FACADE");
        page.see_lines(&["Wove cloth", "Dyed it in the Café Façade"]);
        page.see_status("2 of 11");
        page.see_address("?q=FACADE");
        page.type_in_search(" café");
        page.see_address("?q=FACADE+caf%C3%A9");
        page.see_status("2 of 11");
        page.type_in_search(" bells");
        page.see_status("0 of 11");
    });
}

#[test]
fn a_word_is_found_in_the_headline_too() {
    on(site::small(), |page| {
        page.open("");
        page.type_in_search("smith bells");
        page.see_lines(&["Cast bells"]);
    });
}

#[test]
fn words_of_two_lines_find_neither() {
    on(site::small(), |page| {
        page.open("");
        page.type_in_search("bells floors");
        page.see_lines(&[]);
        page.see_status("0 of 11");
        page.see_empty_entries(&["forge", "loom", "attic", "rust", "hadoop", "school"]);
    });
}

#[test]
fn the_search_narrows_the_chosen_skills() {
    on(site::small(), |page| {
        page.open("");
        page.choose("Rust");
        page.see_status("5 of 11");
        page.type_in_search("bells");
        page.see_lines(&["Cast bells"]);
        page.see_address("?skill=rust&q=bells");
        page.clear();
        page.see_everything();
        page.see_address("");
    });
}

#[test]
fn an_erased_search_shows_everything() {
    on(site::small(), |page| {
        page.open("");
        page.type_in_search("mice");
        page.see_lines(&["Kept mice out"]);
        page.erase_search("mice".len());
        page.see_everything();
        page.see_address("");
    });
}

#[test]
fn enter_in_the_search_box_reloads_nothing() {
    on(site::small(), |page| {
        page.open("");
        page.run("window.same = true", &[]);
        page.type_in_search("mice\u{e007}");
        page.see_lines(&["Kept mice out"]);
        page.see_address("?q=mice");
        page.see_that("window.same");
    });
}

/// The index is folded natively, what is typed by the browser's own tables: both must agree.
#[test]
fn the_browser_folds_text_as_the_index_was_folded() {
    const WORDS: [&str; 12] = [
        "Résumé",
        "Ångström",
        "Ὀδυσσεύς",
        "Ёлка",
        "ﬁle",
        "İstanbul",
        "Łódź",
        "Straße",
        "データ",
        "한국어",
        "H₂O",
        "１２",
    ];
    let lines = format!("  - {}\n", WORDS.join("\n  - "));
    let yaml = format!("basics: {{name: A}}\nwork:\n- name: B\n  highlights:\n{lines}");
    let source = source::parse(Path::new("folding"), &yaml, Audience::World);
    let source = source.expect("the résumé has no error");
    let resume = source.whole();
    let index = Index::of(resume, 0);
    on(&site::build("folding", &yaml), |page| {
        for word in WORDS {
            for typed in [word.to_uppercase(), word.to_lowercase()] {
                let mut query = Query::default();
                query.set_text(&typed);
                let shown = apply(&index, &query).shown;
                let found: Vec<_> = (0..WORDS.len()).filter(|at| shown.has(*at)).collect();
                let expected: Vec<_> = found.iter().map(|at| WORDS[*at]).collect();
                page.open(&format!("?{}", url::encode(&url::print(&query, &[]))));
                page.see_lines(&expected);
            }
        }
        page.open("?q=resume");
        page.see_lines(&["Résumé"]);
    });
}
