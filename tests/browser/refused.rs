//! A browser that refuses something, or stops in the middle: what can go on does, what cannot is
//! said, and no line is lost. What hosts and networks get wrong is in `faults`.

use crate::{
    page::{Page, on},
    server::Fault::{Held, NoModules},
    site,
};

/// Opens a page that runs a script before all of its own.
#[track_caller]
fn after(script: &str) -> Page {
    let page = Page::new(site::small(), "/");
    page.server.begin_with(script);
    page
}

/// The page says that its filter does not work, and shows everything.
#[track_caller]
fn see_given_up(page: &Page) {
    page.see_failed();
    page.see_that("lines().length === 11 && lines().every(isVisible)");
    page.see_that("document.querySelector('#filter fieldset').disabled");
    page.fold("attic");
    page.see_folded("attic");
}

/// The page filters, searches, and forgets both.
#[track_caller]
fn see_working(page: &Page) {
    page.choose("Rust");
    page.see_status("5 of 11");
    page.type_in_search("bells");
    page.see_status("1 of 11");
    page.clear();
    page.see_everything();
}

#[test]
fn modules_are_forbidden_by_a_policy() {
    let page = Page::new(site::small(), "/");
    page.server.fail(".html", NoModules);
    page.arrive("");
    see_given_up(&page);
}

#[test]
fn there_is_no_memory_for_the_app() {
    let page =
        after("WebAssembly.instantiate = () => Promise.reject(new RangeError('Out of memory'));");
    page.arrive("?skill=rust");
    see_given_up(&page);
}

/// As where a browser is told to be most careful.
#[test]
fn the_browser_knows_no_modules() {
    let page = after("delete window.WebAssembly;");
    page.arrive("?skill=rust");
    see_given_up(&page);
}

/// As in a tab behind others.
#[test]
fn no_frame_is_painted() {
    let page = after("window.requestAnimationFrame = () => 0;");
    page.server.fail(".wasm", Held);
    page.arrive("");
    page.see_that("isVisible(document.querySelector('main'))");
}

#[test]
fn an_app_that_stops_in_the_middle_takes_no_more_clicks() {
    // What a script of the driver throws would be told to nobody.
    let page = after(
        "window.trap = () => {
             const stop = { set() { throw new WebAssembly.RuntimeError('unreachable') } };
             Object.defineProperty(HTMLElement.prototype, 'hidden', stop);
             Object.defineProperty(HTMLDetailsElement.prototype, 'open', stop);
         };",
    );
    page.open("");
    page.choose("Rust");
    page.see_status("5 of 11");
    page.run("trap()", &[]);
    page.choose("Hadoop");
    see_given_up(&page);
}

#[test]
fn the_history_cannot_be_written() {
    let page = after(
        "History.prototype.pushState = History.prototype.replaceState = () => {
             throw new DOMException('too often', 'SecurityError');
         };",
    );
    page.arrive("");
    page.see_ready();
    see_working(&page);
    page.see_address("");
    // A link within the page is a step in the history, to an address that knows nothing of this.
    page.choose("Rust");
    page.see_status("5 of 11");
    page.session.click(".lanes a[href='#forge']");
    page.see_that("location.hash === '#forge'");
    page.see_status("5 of 11");
    page.see_chosen(&["Rust"]);
    page.see_clean();
}

#[test]
fn nothing_can_be_stored() {
    for storage in [
        "get() { throw new DOMException('blocked', 'SecurityError') }",
        "value: null",
        "value: {
             getItem: () => null,
             setItem() { throw new DOMException('full', 'QuotaExceededError') },
             removeItem() {},
         }",
    ] {
        let page = after(&format!(
            "Object.defineProperty(window, 'localStorage', {{ {storage} }});"
        ));
        page.open("");
        page.run("document.querySelector('[data-theme-switch]').click()", &[]);
        page.see_that("'theme' in document.documentElement.dataset");
        see_working(&page);
        page.see_clean();
    }
}

/// Translators put each text into elements of their own, and do so again whenever one changes.
#[test]
fn a_translator_goes_on_while_the_page_is_used() {
    on(site::small(), |page| {
        page.open("");
        page.run(TRANSLATOR, &[]);
        see_working(page);
        see_working(page);
    });
}

/// It has seen the page before the app, and works in between all that the app does at its start.
#[test]
fn a_translator_goes_on_while_the_app_starts() {
    on(site::small(), |page| {
        page.arrive_early("?skill=rust");
        page.run(TRANSLATOR, &[]);
        page.let_start();
        page.see_status("5 of 11");
        page.clear();
        see_working(page);
    });
}

const TRANSLATOR: &str = "
    const translate = (within) => {
        const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) texts.push(walker.currentNode);
        for (const text of texts) {
            if (!text.isConnected || text.parentElement.closest('font')) continue;
            const font = document.createElement('font');
            text.replaceWith(font);
            font.append(text);
        }
    };
    translate(document.body);
    new MutationObserver((changes) => changes.forEach(({ target }) => translate(target)))
        .observe(document.body, { childList: true, characterData: true, subtree: true });";

/// Clocks of readers far in the west and east, on a leap day and beside it, at the turn of a year,
/// and long before this page was made. What goes on is found in the year that they show, and not in
/// the one after; where it has not begun by then, in its first.
#[test]
fn clocks_differ() {
    for (zone, offset, time, local, last) in [
        ("Etc/GMT+11", 660, "2024-03-01T10:59:59Z", "2024-1-29", 2024),
        (
            "Etc/GMT-14",
            -840,
            "2024-02-28T10:00:00Z",
            "2024-1-29",
            2024,
        ),
        (
            "Etc/GMT+11",
            660,
            "2025-01-01T10:59:00Z",
            "2024-11-31",
            2024,
        ),
        ("Etc/GMT-14", -840, "2024-12-31T10:00:00Z", "2025-0-1", 2025),
        (
            "Etc/GMT+11",
            660,
            "1970-01-01T00:00:00Z",
            "1969-11-31",
            2018,
        ),
    ] {
        let page = Page::in_zone(site::small(), zone);
        page.server.begin_with(&format!(
            "const Clock = Date;
             window.Date = class extends Clock {{
                 constructor(...given) {{ super(...(given.length ? given : ['{time}'])); }}
             }};"
        ));
        page.open("");
        page.see_that(&format!(
            "new window.Date().getTimezoneOffset() === {offset}"
        ));
        page.see_that(&format!(
            "((now) => `${{now.getFullYear()}}-${{now.getMonth()}}-${{now.getDate()}}` === '{local}')(new window.Date())"
        ));
        see_working(&page);
        page.open(&format!("?from={last}"));
        page.see_status("4 of 11");
        page.open(&format!("?from={}", last + 1));
        page.see_status("0 of 11");
        page.see_clean();
    }
}
