//! The page in a browser that runs no scripts.

use crate::{page::Page, server::Fault, site};

#[test]
fn the_whole_text_is_there_without_scripts() {
    let page = Page::new(site::own(), "/");
    page.open("");
    let with_scripts = page.look("text()");
    let lines = page.look("lines().length");

    page.server.fail(".html", Fault::NoScripts);
    page.arrive("");
    assert_eq!(
        page.look("'ready' in document.documentElement.dataset"),
        false
    );
    assert_eq!(page.look("text()"), with_scripts);
    assert_eq!(page.look("lines().filter(isVisible).length"), lines);
    page.see_no_other_host();
}

#[test]
fn controls_that_would_do_nothing_are_hidden_without_scripts() {
    let page = without_scripts();
    page.see_that("all('button, input').length > 3 && !all('button, input').some(isVisible)");
}

#[test]
fn the_page_folds_without_scripts() {
    let page = without_scripts();
    see_folding(&page);
}

/// Scripts could run, so that no style knows: an extension blocks them, or a policy of the host's.
#[test]
fn a_page_whose_scripts_are_blocked_offers_nothing_that_needs_them() {
    let page = Page::new(site::small(), "/");
    page.server.fail(".html", Fault::Blocked);
    page.arrive("?skill=rust");
    page.see_that("all('button, input').length > 3 && !all('button, input').some(isVisible)");
    page.see_that("lines().length === 11 && lines().every(isVisible)");
    see_folding(&page);
}

#[track_caller]
fn see_folding(page: &Page) {
    for id in ["education", "forge"] {
        page.see_open(id);
        page.fold(id);
        page.see_folded(id);
        page.fold_by_key(id);
        page.see_open(id);
    }
}

fn without_scripts() -> Page {
    let page = Page::new(site::small(), "/");
    page.server.fail(".html", Fault::NoScripts);
    page.arrive("");
    page
}
