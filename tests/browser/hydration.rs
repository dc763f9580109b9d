//! The moment in which the app takes the page over: nothing moves, nothing is lost, whatever the
//! reader did before. The module is held back meanwhile.

use std::{thread::sleep, time::Duration};

use serde_json::json;

use crate::{
    page::{Page, on},
    site,
};

#[test]
fn the_page_reads_the_same_before_and_after() {
    on(site::own(), |page| {
        page.arrive_early("");
        let before = page.look("text()");
        page.let_start();
        assert_eq!(page.look("text()"), before);
        assert!(
            before.as_str().is_some_and(|text| text.len() > 1000),
            "{before}"
        );
    });
}

#[test]
fn not_one_element_is_replaced() {
    on(site::own(), |page| {
        page.arrive_early("");
        page.run("window.before = all('body, body *')", &[]);
        page.let_start();
        page.see_that("before.every((element) => element.isConnected)");
        page.see_that("all('body, body *').length === before.length");
    });
}

#[test]
fn nothing_moves() {
    on(site::own(), |page| {
        for (width, height) in [(320, 640), (768, 1024), (1280, 900)] {
            page.session.resize(width, height);
            page.arrive_early("");
            settle(page);
            let before = page.look("places()");
            page.let_start();
            assert_eq!(page.look("places()"), before, "at {width} pixels");
            assert_eq!(shifts(page), json!([]), "at {width} pixels");
        }
    });
}

#[test]
fn focus_and_typed_text_are_kept_and_the_text_is_searched_for() {
    on(site::small(), |page| {
        page.arrive_early("");
        page.type_in_search("mice");
        page.let_start();
        page.see_search("mice");
        page.see_that("document.activeElement.type === 'search'");
        page.see_lines(&["Kept mice out"]);
        page.type_in_search(" loom");
        page.see_search("mice loom");
        page.see_status("0 of 11");
    });
}

#[test]
fn the_place_in_the_page_is_kept() {
    on(site::own(), |page| {
        page.arrive_early("");
        page.run("scrollTo(0, 700)", &[]);
        page.see_that("scrollY === 700");
        page.let_start();
        page.see_that("scrollY === 700");
    });
}

#[test]
fn who_loads_the_page_anew_is_where_they_were() {
    on(site::own(), |page| {
        page.open("");
        page.run("scrollTo(0, 700)", &[]);
        page.see_that("scrollY === 700");
        page.reload();
        page.see_that("scrollY === 700");
    });
}

/// A browser may keep a page that was left while it loaded: what it waited for never comes.
#[test]
fn who_comes_back_to_a_page_that_was_loading_has_it_whole() {
    on(site::small(), |page| {
        page.arrive_early("");
        page.run(
            "self.left = true;
             dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
            &[],
        );
        page.see_that("!('left' in self)");
        page.let_start();
        page.choose("Rust");
        page.see_status("5 of 11");
    });
}

#[test]
fn the_address_of_a_part_leads_to_it() {
    on(site::small(), |page| {
        page.session.resize(360, 400);
        page.open("#attic");
        page.see_that(
            "scrollY > 400
                && Math.abs(document.querySelector('#attic').getBoundingClientRect().top) < 100",
        );
    });
}

#[test]
fn folds_are_kept() {
    on(site::small(), |page| {
        page.arrive_early("");
        page.fold("attic");
        page.fold("education");
        page.let_start();
        page.see_folded("attic");
        page.see_folded("education");
        page.see_open("forge");

        page.choose("Rust");
        page.see_status("5 of 11");
        page.clear();
        page.see_everything();
        page.see_folded("attic");
        page.see_open("loom");
    });
}

/// A filter opens what it finds something in, but not what was folded after it was asked for.
#[test]
fn folds_of_a_filtered_page_are_kept() {
    on(site::small(), |page| {
        page.arrive_early("?skill=rust");
        page.see_that("lines().every(isVisible)");
        page.fold("forge");
        page.let_start();
        page.see_status("5 of 11");
        page.see_folded("forge");
        page.clear();
        page.see_folded("forge");
        page.see_open("loom");
    });
}

#[test]
fn a_skill_chosen_too_early_is_chosen() {
    on(site::small(), |page| {
        page.arrive_early("");
        page.choose("Rust");
        page.let_start();
        page.see_chosen(&["Rust"]);
        page.see_status("5 of 11");
    });
}

/// What a click means depends on the keys that are held, and on what the address asks for.
#[test]
fn a_click_too_early_means_what_it_would_mean_later() {
    for (query, skill, held, address) in [
        ("", "Rust", "altKey: true", "?skill=-rust"),
        ("?skill=-rust", "Rust", "", ""),
        ("?skill=rust", "Rust", "", ""),
        ("?skill=rust", "Metrics", "", "?skill=rust&skill=metrics"),
    ] {
        on(site::small(), |page| {
            page.arrive_early(query);
            page.run(
                &format!(
                    "document.querySelector('button[data-skill={skill}]').dispatchEvent(
                         new MouseEvent('click', {{ bubbles: true, cancelable: true, {held} }}))"
                ),
                &[],
            );
            page.let_start();
            page.see_address(address);
        });
    }
}

/// A mark of the table, and a way to see the keywords of a skill.
#[test]
fn all_controls_wait_for_the_app() {
    on(site::small(), |page| {
        page.arrive_early("");
        page.session.click("[data-unfold]");
        page.run(
            "mark('Metrics', 2018).dispatchEvent(new MouseEvent('click', {
                 bubbles: true, cancelable: true }))",
            &[],
        );
        page.let_start();
        page.see_chosen(&["Metrics"]);
        page.see_address("?skill=metrics&from=2018&to=2018");
        page.see_that("document.querySelector('[data-unfold]').ariaExpanded === 'true'");
    });
}

#[test]
fn a_search_sent_too_early_is_made() {
    on(site::small(), |page| {
        page.arrive_early("");
        page.type_in_search("mice\u{e007}");
        page.let_start();
        page.see_lines(&["Kept mice out"]);
        page.see_search("mice");
    });
}

#[test]
fn all_that_is_asked_for_too_early_is_done() {
    on(site::small(), |page| {
        page.arrive_early("?q=bells");
        page.choose("Rust");
        page.choose("Hadoop");
        page.choose("Metrics");
        page.choose("Metrics");
        page.session.click("[data-theme-switch]");
        page.see_still_loading();
        let asked = page.server.requests();
        page.let_start();
        page.see_chosen(&["Rust", "Hadoop"]);
        page.see_search("bells");
        page.see_lines(&["Cast bells"]);
        page.see_address("?skill=rust&skill=hadoop&q=bells");
        page.see_that("document.documentElement.dataset.theme === 'light'");
        page.see_that("document.querySelector('output').textContent === ''");
        let pages = |asked: &[String]| asked.iter().filter(|path| *path == "/").count();
        assert_eq!(pages(&asked), 1, "the page was loaded again");
    });
}

/// A page that opens with a filter may wait for it out of sight, but not for long.
#[test]
fn a_slow_app_leaves_no_page_blank() {
    on(site::small(), |page| {
        page.arrive_early("?skill=rust");
        page.see_that(
            "getComputedStyle(document.querySelector('main')).animationDuration === '2s'",
        );
        page.see_that("lines().every(isVisible)");
        page.let_start();
        page.see_status("5 of 11");
    });
}

/// Addresses carry much that is not for the page.
#[test]
fn a_page_that_opens_without_a_filter_waits_for_nothing() {
    on(site::small(), |page| {
        page.arrive_early("?utm_source=mail&fbclid=q");
        page.see_that("getComputedStyle(document.querySelector('main')).animationName === 'none'");
        page.let_start();
        page.see_everything();
    });
}

/// Longer than most would wait: nothing gives up in between, and what was done is not forgotten.
#[test]
fn an_app_that_takes_half_a_minute_still_starts() {
    on(site::small(), |page| {
        page.arrive_early("");
        sleep(Duration::from_secs(30));
        page.see_that("!('failed' in document.documentElement.dataset)");
        page.see_that("lines().every(isVisible)");
        page.choose("Rust");
        page.see_still_loading();
        page.let_start();
        page.see_chosen(&["Rust"]);
        page.see_status("5 of 11");
    });
}

/// Waits until all of the page is painted: a busy browser paints what it has read so far.
#[track_caller]
fn settle(page: &Page) {
    page.session.run_until_done(
        "requestAnimationFrame(() => requestAnimationFrame(() => {
             window.still = performance.now();
             done();
         }));",
    );
}

/// Every layout shift since [`settle`], where the browser tells of them.
#[track_caller]
fn shifts(page: &Page) -> serde_json::Value {
    page.session.run_until_done(
        "if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return done([]);
         const shifts = [];
         const after = ({ startTime }) => startTime > window.still;
         const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
         observer.observe({ type: 'layout-shift', buffered: true });
         // Entries come with the frame after the one that shifted.
         requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() =>
             done([...shifts, ...observer.takeRecords()].filter(after).flatMap(({ sources }) => sources.map(
                 ({ node, previousRect: from, currentRect: to }) =>
                     `${node?.nodeName} from ${JSON.stringify(from)} to ${JSON.stringify(to)}`))))));",
    )
}
