//! A page in another language than English: what its controls say while it is
//! filtered, and from which side it is read.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::{
    page::{Page, on},
    site,
};

/// The site of the small résumé in another language.
fn site_in(language: &str) -> PathBuf {
    let yaml = format!("language: {language}\n{}", include_str!("small.yaml"));
    site::build(language, &yaml)
}

fn status(page: &Page) -> serde_json::Value {
    page.look("document.querySelector('[role=status]').textContent")
}

/// Filters the page by a skill, and sees what it says to that.
fn check(site: &Path, dir: &str, whole: &str, filtered: &str) {
    on(site, |page| {
        page.session.resize(360, 740);
        page.open("");
        page.see_that(&format!("document.documentElement.dir === '{dir}'"));
        page.see("status", &json!(whole), || status(page));
        page.choose("Rust");
        page.see_that(&format!(
            "document.querySelector('[role=status]').textContent.startsWith('{filtered}')"
        ));
        page.see_that("document.querySelector('[data-why=named]') !== null");
        page.see_that("document.scrollingElement.scrollWidth <= innerWidth");
        page.session.resize(1440, 900);
        page.see_that("document.scrollingElement.scrollWidth <= innerWidth");
    });
}

#[test]
fn a_german_page_answers_in_german() {
    check(
        &site_in("de"),
        "ltr",
        "11 von 11 Zeilen",
        "5 von 11 Zeilen, 2 als Kontext",
    );
}

#[test]
fn an_arabic_page_is_read_from_the_right() {
    check(&site_in("ar"), "rtl", "11 من 11 سطرًا", "5 من 11 سطرًا");
}
