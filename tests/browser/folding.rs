//! Folding by hand, with and without a filter.

use crate::{page::on, site};

#[test]
fn sections_and_entries_fold_by_mouse_and_by_key() {
    on(site::small(), |page| {
        page.open("");
        for id in ["work", "forge"] {
            page.see_open(id);
            page.fold(id);
            page.see_folded(id);
            page.fold_by_key(id);
            page.see_open(id);
            page.fold_by_key(id);
            page.see_folded(id);
            page.fold(id);
            page.see_open(id);
        }
        // Folding hides; it does not filter.
        page.fold("work");
        page.see_everything();
        page.see_that("!isVisible(lines()[0])");
    });
}

#[test]
fn folding_works_under_a_filter() {
    on(site::small(), |page| {
        page.open("?skill=rust");
        page.see_open("forge");
        page.fold("forge");
        page.see_folded("forge");
        page.see_folded("attic");
        page.fold("attic");
        page.see_open("attic");
        page.see_status("5 of 11");
    });
}

#[test]
fn clearing_brings_back_how_it_was_folded() {
    on(site::small(), |page| {
        page.open("");
        page.fold("forge");
        page.fold("education");
        page.see_folded("education");
        page.choose("Rust");
        page.see_status("5 of 11");
        page.see_open("forge");
        page.see_folded("loom");

        page.choose("Hadoop");
        page.see_open("loom");
        page.clear();
        page.see_everything();
        page.see_folded("forge");
        page.see_folded("education");
        page.see_open("loom");
        page.see_open("attic");
    });
}

#[test]
fn back_brings_back_how_it_was_folded() {
    on(site::small(), |page| {
        page.open("");
        page.fold("forge");
        page.see_folded("forge");
        page.choose("Rust");
        page.see_open("forge");
        page.see_address("?skill=rust");
        page.session.back();
        page.see_everything();
        page.see_folded("forge");
        page.see_open("loom");
    });
}

#[test]
fn letting_go_of_a_link_that_filters_opens_what_it_had_folded() {
    on(site::small(), |page| {
        page.open("?skill=rust");
        page.see_folded("attic");
        page.clear();
        page.see_everything();
        for id in ["work", "forge", "loom", "attic", "education", "school"] {
            page.see_open(id);
        }
    });
}
