//! The page without a network, once it was there with one; and that nothing is kept where a browser
//! or its storage does not let it. What becomes of it when the site changes is in `updates`.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use serde_json::json;

use crate::{
    browser,
    page::Page,
    server::Fault::{Busy, Held, Missing},
    site,
};

/// Opens a site for the first time, and waits until all of it is kept.
#[track_caller]
pub fn visit(site: &Path, prefix: &'static str) -> Page {
    let page = Page::new(site, prefix);
    page.server.let_keep();
    page.open("");
    page.see_that(KEPT);
    page
}

/// Whether the page in the browser is kept.
const KEPT: &str =
    "navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated')";

/// Puts something else in place of each kept file whose address has an ending.
#[track_caller]
fn damage(page: &Page, ending: &str) {
    let damaged = page.run(
        "return (async () => {
            let damaged = 0;
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                    if (!request.url.endsWith(arguments[0])) continue;
                    const { headers } = await cache.match(request);
                    await cache.put(request, new Response('damaged', { headers }));
                    damaged += 1;
                }
            }
            return damaged;
        })();",
        &[ending.into()],
    );
    assert_ne!(damaged, json!(0), "nothing kept ends in {ending:?}");
}

/// Whether files are kept, and none of them is damaged.
const SOUND: &str = "caches.keys().then(async (names) => {
    const files = [];
    for (const name of names) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            files.push(await (await cache.match(request)).text());
        }
    }
    return files.length >= 3 && !files.includes('damaged');
})";

#[test]
fn the_second_visit_needs_no_network() {
    let page = visit(site::small(), "/");
    page.server.cut_off();
    page.open("?skill=rust");
    page.see_status("5 of 11");
    page.clear();
    page.see_everything();
    page.choose("Metrics");
    page.see_address("?skill=metrics");
    page.reload();
    page.see_status("2 of 11");
    page.open("index.html?q=bells");
    page.see_lines(&["Cast bells"]);
}

#[test]
fn a_full_page_is_kept_and_nothing_is_said_of_it() {
    let page = visit(site::own(), "/");
    page.reload();
    page.see_clean();
    page.server.cut_off();
    page.open("");
    page.see_everything();
    page.see_that("navigator.serviceWorker.controller !== null");
}

#[test]
fn a_variant_is_kept_by_itself() {
    let yaml = "basics: {name: A}\nwork: [{name: B, highlights: [One]}, {name: C, highlights: [Two]}]\n\
        variants: {short: {omit: [work.C]}}\n";
    let page = Page::new(&site::build("offline-variant", yaml), "/a/b/");
    page.server.let_keep();
    page.open("short/");
    page.see_that(KEPT);
    page.server.cut_off();
    page.open("short/?q=one");
    page.see_lines(&["One"]);
    page.see_that("caches.keys().then((names) => names.length === 1)");
    page.see_that("caches.keys().then(([name]) => name.includes('/a/b/short/ '))");
}

#[test]
fn a_first_visit_asks_for_no_more_until_the_app_is_there() {
    let page = Page::new(site::small(), "/");
    page.server.let_keep();
    page.arrive_early("");
    page.see_that("document.readyState === 'complete' || performance.now() > 1000");
    assert!(!page.server.was_asked_for("worker.js"));
    page.let_start();
    page.see_that(KEPT);
    let asked = page.server.requests();
    let before = asked.iter().take_while(|path| *path != "/worker.js");
    let ending = |path: &String| path.rsplit('.').next().unwrap_or_default().to_owned();
    let mut before: Vec<_> = before.map(ending).collect();
    // What the browser shows around the page comes when it likes.
    before.retain(|ending| !["png", "svg", "webmanifest"].contains(&ending.as_str()));
    before.sort_unstable();
    assert_eq!(before, ["/", "js", "wasm"], "{asked:?}");
    // The other forms are for who asks for them.
    assert!(!page.server.was_asked_for(".pdf"), "{asked:?}");
}

#[test]
fn a_slow_network_is_not_waited_for() {
    let page = visit(site::small(), "/");
    page.server.fail("index.html", Held);
    let start = Instant::now();
    page.open("?skill=rust");
    // Three seconds are promised; the others are for the start of the app on a machine that is busy.
    assert!(start.elapsed() < Duration::from_secs(15), "it was");
    page.see_status("5 of 11");
}

#[test]
fn a_busy_host_is_not_seen() {
    let page = visit(site::small(), "/");
    page.server.fail("", Busy);
    page.open("");
    page.choose("Rust");
    page.see_status("5 of 11");
}

/// Whoever takes a page from their host does not want it read.
#[test]
fn what_the_host_no_longer_has_is_not_shown() {
    let page = visit(site::small(), "/");
    page.server.fail("index.html", Missing);
    page.arrive("");
    page.see_that("document.body.innerText === 'not found'");
    page.see_that(
        "Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()])
            .then((kept) => kept.flat().length === 0)",
    );
}

/// A host may let browsers keep a page for a while; that is older than what it has by now.
#[test]
fn the_network_comes_before_what_the_browser_keeps_by_itself() {
    let page = visit(site::small(), "/");
    page.server.let_store();
    page.open("?q=bells");
    page.open("?q=bells");
    page.see_lines(&["Cast bells"]);
    let seen = asked_for_page(&page);
    page.open("?q=bells");
    assert_eq!(asked_for_page(&page), seen + 1);
}

/// How often the page itself was asked for.
fn asked_for_page(page: &Page) -> usize {
    let requests = page.server.requests();
    requests.iter().filter(|path| *path == "/").count()
}

#[test]
fn other_files_come_from_the_host() {
    let page = visit(site::small(), "/");
    page.arrive("robots.txt");
    page.see_that("document.body.innerText.includes('User-agent')");
    page.arrive("nowhere/");
    page.see_that("document.body.innerText === 'not found'");
}

#[test]
fn what_is_damaged_is_not_shown_and_is_mended() {
    let page = visit(site::small(), "/");
    for ending in ["", ".wasm", ".js", "/"] {
        damage(&page, ending);
        page.open("?skill=rust");
        page.see_status("5 of 11");
        page.see_that(SOUND);
    }
    page.server.cut_off();
    page.open("?skill=metrics");
    page.see_status("2 of 11");
}

#[test]
fn a_page_with_a_damaged_module_can_be_read_without_a_network() {
    let page = visit(site::small(), "/");
    damage(&page, ".wasm");
    page.server.cut_off();
    page.arrive("");
    page.see_failed();
    page.see_that("lines().length === 11 && lines().every(isVisible)");
}

#[test]
fn what_was_thrown_away_is_kept_again() {
    let page = visit(site::small(), "/");
    page.look(
        "caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))",
    );
    page.open("");
    page.see_that(SOUND);
    page.server.cut_off();
    page.open("?skill=rust");
    page.see_status("5 of 11");
}

#[test]
fn a_browser_that_keeps_nothing_is_no_matter() {
    for blocked in [
        "get() { throw new DOMException('blocked', 'SecurityError') }",
        "value: undefined",
        "value: { register: () => Promise.reject(new Error('blocked')) }",
    ] {
        let page = Page::new(site::small(), "/");
        page.server.let_keep();
        page.server.begin_with(&format!(
            "Object.defineProperty(Navigator.prototype, 'serviceWorker', {{ {blocked} }});"
        ));
        page.open("");
        page.choose("Rust");
        page.see_status("5 of 11");
        assert!(!page.server.was_asked_for("worker.js"), "{blocked}");
        page.see_clean();
    }
}

#[test]
fn a_full_disk_is_no_matter() {
    let page = Page::new(site::small(), "/");
    page.server.let_keep();
    browser::limit_storage(&page.session, &page.server.origin(), 1000);
    page.open("");
    // Which only the worker asks for.
    page.see("all files asked for", &true, || {
        page.server.was_asked_for("touch-icon.png")
    });
    page.see_that("navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)");
    page.reload();
    page.choose("Rust");
    page.see_status("5 of 11");
}
