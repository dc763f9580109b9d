//! What the filter can do beyond choosing: exclude, quote, span years, explain itself.

use serde_json::json;

use crate::{page::on, site};

#[test]
fn a_skill_is_excluded_by_alt_and_a_click_and_let_go_by_another() {
    on(site::small(), |page| {
        page.open("");
        page.run(
            "document.querySelector('[data-skill=Rust]')
                .dispatchEvent(new MouseEvent('click', {bubbles: true, altKey: true}))",
            &[],
        );
        page.see_address("?skill=-rust");
        page.see_status("9 of 11");
        page.see_that(
            "getComputedStyle(document.querySelector('[data-skill=Rust] .count'), '::after')
                .content.includes('excluded')",
        );
        page.choose("Rust");
        page.see_address("");
        page.see_everything();
    });
}

#[test]
fn a_skill_is_excluded_by_its_key() {
    on(site::small(), |page| {
        page.open("");
        page.run(
            "const button = document.querySelector('[data-skill=Rust]');
             button.focus();
             button.dispatchEvent(new KeyboardEvent('keydown', {bubbles: true, key: '-'}))",
            &[],
        );
        page.see_address("?skill=-rust");
        page.reload();
        page.see_status("9 of 11");
    });
}

#[test]
fn a_long_press_excludes_and_its_click_does_not_choose() {
    on(site::small(), |page| {
        page.open("");
        page.run(
            "window.rust = document.querySelector('[data-skill=Rust]');
             const touch = {bubbles: true, pointerType: 'touch'};
             rust.dispatchEvent(new PointerEvent('pointerdown', touch))",
            &[],
        );
        page.see_address("?skill=-rust");
        page.run(
            "rust.dispatchEvent(new PointerEvent('pointerup', {bubbles: true}));
             rust.click()",
            &[],
        );
        page.see_address("?skill=-rust");
        page.choose("Rust");
        page.see_address("");
    });
}

#[test]
fn the_search_understands_phrases_and_exclusions() {
    on(site::small(), |page| {
        page.open("");
        page.type_in_search("\"cast bells\"");
        page.see_lines(&["Cast bells"]);
        page.type_in_search(" -bells");
        page.see_lines(&[]);
    });
}

#[test]
fn what_was_found_is_marked_and_explained_and_leaves_no_trace() {
    on(site::small(), |page| {
        page.open("");
        // In which order attributes stand is no trace.
        page.run(
            "window.bare = () =>
                 document.querySelector('main').innerHTML.replaceAll(' open=\"\"', '');
             window.before = bare()",
            &[],
        );
        page.type_in_search("FACADE");
        page.see_that(
            "[...document.querySelectorAll('mark')].map((it) => it.textContent).join() === 'Façade'",
        );
        page.see_that("document.querySelector('mark').closest('li').dataset.why === 'text'");
        page.see_that("document.querySelectorAll('[data-why=context]').length === 1");
        page.clear();
        page.see_that("bare() === before");
        page.choose("Rust");
        page.see_that("document.querySelectorAll('[data-why=named]').length > 0");
    });
}

#[test]
fn nothing_found_offers_what_would_find_something() {
    on(site::small(), |page| {
        page.open("?q=bels");
        page.see_status("0 of 11");
        page.see_that("document.querySelector('[data-nearest]').textContent.includes('“bells”')");
        page.see_that(
            "(([offer, clear]) => {
                 const place = () => clear.getBoundingClientRect().top;
                 const beside = place();
                 offer.hidden = true;
                 const alone = place();
                 offer.hidden = false;
                 return offer.offsetHeight > 0 && beside === alone;
             })(['[data-nearest]', '[data-clear]'].map((each) => document.querySelector(each)))",
        );
        page.run("document.querySelector('[data-nearest]').click()", &[]);
        page.see_address("?q=bells");
        page.see_lines(&["Cast bells"]);
        page.see_that("document.querySelector('[data-nearest]').textContent === ''");
    });
}

#[test]
fn years_narrow_what_is_shown() {
    let yaml = "basics: {name: A}\nwork:\n\
        - {name: B, startDate: 2010, endDate: 2012, highlights: [Early]}\n\
        - {name: C, startDate: 2014-03, highlights: [Late]}\n";
    on(&site::build("years", yaml), |page| {
        page.open("?from=2013");
        page.see_lines(&["Late"]);
        page.see_that("document.querySelector('[name=from]').value === '2013'");
        page.run(
            "const to = document.querySelector('[name=to]');
             to.value = arguments[0];
             to.dispatchEvent(new InputEvent('input', {bubbles: true}))",
            &[json!("2013")],
        );
        page.see_address("?from=2013&to=2013");
        page.see_lines(&[]);
        page.clear();
        page.see_everything();
        page.see_that("document.querySelector('[name=to]').value === ''");
    });
}
