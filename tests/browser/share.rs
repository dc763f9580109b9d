//! Addresses that are copied, of the view and of its parts.

use serde_json::json;

use crate::{
    page::{Page, on},
    site,
};

/// Takes down what is copied, as a browser that allows it does.
fn allow(page: &Page) {
    page.run(
        "navigator.clipboard.writeText = async (text) => { window.copied = text; }",
        &[],
    );
}

#[test]
fn the_view_is_copied_with_its_filter() {
    on(site::small(), |page| {
        page.open("");
        page.see_that("document.querySelector('[data-copy]').matches(':disabled')");
        allow(page);
        page.choose("Rust");
        page.session.click("[data-copy]");
        page.see_that("document.querySelector('output').textContent === 'Link copied'");
        let url = format!("{}?skill=rust", page.server.url());
        page.see("copied", &json!(url), || page.look("copied"));
    });
}

#[test]
fn every_part_has_an_address_to_copy() {
    on(site::small(), |page| {
        page.open("?skill=rust");
        allow(page);
        page.see_that(
            "all('.section, .entry').every((part) => !part.querySelector('h2, h3')
                || part.querySelector('.anchor').hash === `#${part.id}`)",
        );
        page.session.hover("[data-entry=forge] > summary");
        page.session.click("[data-entry=forge] .anchor");
        let url = format!("{}#forge", page.server.url());
        page.see("copied", &json!(url), || page.look("copied"));
        page.see_address("?skill=rust");
    });
}

#[test]
fn what_may_not_be_copied_is_shown() {
    on(site::small(), |page| {
        page.open("?skill=rust");
        page.run(
            "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))",
            &[],
        );
        page.session.click("[data-copy]");
        let said = format!("Copy this link: {}?skill=rust", page.server.url());
        page.see("said", &json!(said), || {
            page.look("document.querySelector('output').textContent")
        });
    });
}
