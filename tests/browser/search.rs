//! The search box: which lines a text finds.

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
