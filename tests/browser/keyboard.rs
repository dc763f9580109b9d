//! The page without a mouse.

use serde_json::{Value, json};

use crate::{page::on, site};

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const LEFT: &str = "\u{e012}";
const UP: &str = "\u{e013}";
const RIGHT: &str = "\u{e014}";
const DOWN: &str = "\u{e015}";

#[test]
fn a_slash_leads_to_the_search() {
    on(site::small(), |page| {
        page.open("");
        page.press("/");
        page.see_that("focused() === 'q'");
        page.see_search("");
        page.press("nails/floors");
        page.see_search("nails/floors");
    });
}

#[test]
fn escape_steps_back_out() {
    on(site::small(), |page| {
        page.open("?skill=rust&q=nails");
        page.focus("input[type=search]");
        page.press(ESCAPE);
        page.see_address("?skill=rust");
        page.press(ESCAPE);
        page.see_that("document.activeElement === document.body");
        page.see_chosen(&["Rust"]);
        page.focus("button[data-skill=Rust]");
        page.press(RIGHT);
        page.see_that("document.activeElement.nodeName === 'circle'");
        page.press(ESCAPE);
        page.see_that("focused() === 'Rust'");
        page.see_chosen(&["Rust"]);
        page.press(ESCAPE);
        page.see_everything();
        page.see_address("");
    });
}

#[test]
fn arrows_go_through_skills_and_years() {
    on(site::small(), |page| {
        page.open("");
        page.focus("button[data-skill=Rust]");
        page.press(DOWN);
        page.see_that("focused() === 'Hadoop'");
        page.press(DOWN);
        page.see_that("focused() === 'Metrics'");
        page.press(DOWN);
        page.see_that("focused() === 'Metrics'");
        page.press(RIGHT);
        page.see_that("document.activeElement === mark('Metrics', 2018)");
        page.press(RIGHT);
        page.see_that("document.activeElement === mark('Metrics', 2019)");
        page.press(UP);
        page.see_that("document.activeElement === mark('Hadoop', 2019)");
        page.press(LEFT);
        page.press(ENTER);
        page.see_address("?skill=hadoop&from=2018&to=2018");
        page.see_that("document.activeElement === mark('Hadoop', 2018)");
    });
}

#[test]
fn arrows_go_through_chips() {
    on(site::small(), |page| {
        page.session.resize(500, 800);
        page.open("");
        page.focus("button[data-skill=Rust]");
        page.press(RIGHT);
        page.see_that("focused() === 'Hadoop'");
        page.press(LEFT);
        page.see_that("focused() === 'Rust'");
    });
}

#[test]
fn the_keys_are_told_and_can_be_switched_off() {
    on(site::small(), |page| {
        page.open("");
        page.press("?");
        page.see_that("isVisible(document.querySelector('#keys'))");
        page.session.click("#keys input");
        page.press(ESCAPE);
        page.see_that("!isVisible(document.querySelector('#keys'))");
        page.press("/?");
        page.see_that("document.activeElement !== document.querySelector('#q')");
        page.reload();
        page.press("/?");
        page.see_that("focused() !== 'q' && !document.querySelector('#keys')");
        // By mouse the switch is found again.
        page.session.click("[data-palette]");
        page.press("keys");
        page.press(ENTER);
        page.session.click("#keys input");
        page.session.click("#keys button");
        page.press("/");
        page.see_that("focused() === 'q'");
    });
}

/// Whatever can be clicked is reached by Tab, or by arrows from what is, and nothing holds the
/// focus.
#[test]
fn everything_is_reached_by_keyboard() {
    on(site::small(), |page| {
        for width in [1440, 360] {
            page.session.resize(width, 800);
            page.open("?skill=hive");
            page.see_status("2 of 11");
            page.run(
                "all('#resume details').forEach((each) => (each.open = true))",
                &[],
            );
            // What is dimmed is so a frame later, which is none of this test's business.
            page.run(
                "window.begins = (each) =>
                     each.outerHTML.replace(' data-dim=\"\"', '').slice(0, 60)",
                &[],
            );
            let expected = page.look(
                "all('a[href], button:not(:disabled), input, summary')
                    .filter((each) => isVisible(each) || each.matches('.skip, .anchor'))
                    .map(begins)",
            );
            let expected = expected.as_array().expect("a list").clone();
            page.run("document.activeElement.blur(); scrollTo(0, 0)", &[]);
            let mut reached: Vec<Value> = Vec::new();
            for _ in 0..expected.len() {
                page.press(TAB);
                reached.push(page.look("begins(document.activeElement)"));
            }
            assert_eq!(reached, expected, "at {width} pixels");
        }
    });
}

#[test]
fn what_has_the_focus_is_seen_to_have_it() {
    on(site::small(), |page| {
        page.open("");
        for selector in [
            "a[href^=mailto], h1 ~ dl a, .lanes a",
            "button[data-skill=Rust]",
            "summary",
            ".anchor",
        ] {
            page.focus(selector);
            page.press("\u{e008}");
            page.see_that(
                "((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)(
                    getComputedStyle(document.activeElement))",
            );
        }
        page.press("/");
        page.see_that(
            "parseFloat(getComputedStyle(document.activeElement).borderBottomWidth) === 2",
        );
    });
}

#[test]
fn the_first_tab_skips_to_the_resume() {
    on(site::small(), |page| {
        page.open("");
        page.press(TAB);
        page.see_that(
            "isVisible(document.activeElement) && document.activeElement.matches('.skip')",
        );
        page.press(ENTER);
        page.see_that("location.hash === '#resume'");
        page.press(TAB);
        page.see("focus", &json!("SUMMARY"), || {
            page.look("document.activeElement.nodeName")
        });
    });
}
