//! The page from a phone to a wide screen, as far as a machine can judge it: nothing sticks out.

use serde_json::json;

use crate::{browser, page::on, site};

#[test]
fn nothing_sticks_out_at_any_width() {
    on(site::own(), |page| {
        page.open("");
        for width in [320, 360, 768, 1280, 1920] {
            page.session.resize(width, 800);
            page.see("width of the window", &json!(width), || {
                page.look("innerWidth")
            });
            for query in ["", "?skill=rust"] {
                page.open(query);
                page.see_that("document.scrollingElement.scrollWidth <= innerWidth");
                assert_eq!(page.look(STICKING_OUT), json!([]), "at {width} pixels");
            }
        }
    });
}

#[test]
fn nothing_sticks_out_of_an_unusual_resume() {
    on(&site::build("edge", include_str!("edge.yaml")), |page| {
        for width in [320, 768, 1440] {
            page.session.resize(width, 800);
            page.open("?q=java");
            page.open("");
            page.see_that("document.scrollingElement.scrollWidth <= innerWidth");
            assert_eq!(page.look(STICKING_OUT), json!([]), "at {width} pixels");
        }
    });
    for (name, yaml) in [
        ("only-a-name", "basics: {name: Bo}"),
        (
            "undated",
            "basics: {name: Bo}\nwork: [{name: A, summary: Did C.}]\nskills: [{name: C}]",
        ),
    ] {
        on(&site::build(name, yaml), |page| {
            page.session.resize(1440, 800);
            page.open("");
            page.see_that("all('thead th, .lanes').length === 0");
            page.see_that("document.scrollingElement.scrollWidth <= innerWidth");
        });
    }
}

#[test]
fn every_control_can_be_hit_and_has_a_name() {
    on(site::own(), |page| {
        page.session.resize(320, 800);
        page.open("");
        // 24 pixels is what WCAG 2.2 asks of a target, level AA.
        let small = page.look(
            "all('button, input, summary').filter(isVisible).filter((each) => {
                const { width, height } = each.getBoundingClientRect();
                return width < 24 || height < 24;
            }).map((each) => each.outerHTML.slice(0, 80))",
        );
        assert_eq!(small, json!([]));
        let nameless = page.look(
            "all('button, input, summary, a').filter(isVisible).filter((each) =>
                !squeezed(each.textContent) && !each.ariaLabel && !each.labels?.length
                && !each.hasAttribute('aria-labelledby')).map((each) => each.outerHTML.slice(0, 80))",
        );
        assert_eq!(nameless, json!([]));
    });
}

/// Links within text may be as high as the text, and bars as narrow as their lanes: their entries are
/// in the menu, too (WCAG 2.2, 2.5.5).
#[test]
fn what_a_finger_is_to_hit_is_as_large_as_one() {
    on(site::own(), |page| {
        browser::hold_in_hand(&page.session, 360);
        page.open("?skill=java");
        page.see_that("matchMedia('(pointer: coarse)').matches");
        let small = page.look(
            "all('button, input, summary, .contact a').filter(isVisible).filter((each) => {
                const { width, height } = each.getBoundingClientRect();
                return width < 44 || height < 44;
            }).map((each) => each.outerHTML.slice(0, 80))",
        );
        assert_eq!(small, json!([]));
        page.run("scrollTo(0, 1500)", &[]);
        page.see_that("document.querySelector('#controls').getBoundingClientRect().bottom < 170");
    });
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    on(site::own(), |page| {
        page.open("");
        let levels = page.look("all('h1, h2, h3, h4, h5, h6').map((h) => Number(h.tagName[1]))");
        let levels: Vec<u64> = serde_json::from_value(levels).expect("levels");
        assert_eq!(
            levels.iter().filter(|level| **level == 1).count(),
            1,
            "{levels:?}"
        );
        assert!(
            levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
            "{levels:?}"
        );
    });
}

#[test]
fn a_dark_screen_gets_a_dark_page() {
    on(site::own(), |page| {
        page.open("");
        page.see_that("getComputedStyle(document.documentElement).colorScheme === 'light dark'");
    });
}

/// What is seen and reaches beyond the window, but for what its own box scrolls or cuts off.
const STICKING_OUT: &str = "
    all('body *').filter(isVisible).filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        if (width === 0 || (left >= -1 && right <= innerWidth + 1)) return false;
        for (let box = element; box !== document.body; box = box.parentElement) {
            if (getComputedStyle(box).overflowX !== 'visible') return false;
        }
        return true;
    }).map((element) => element.outerHTML.slice(0, 80))";
