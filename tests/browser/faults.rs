//! A host or a network that fails: the page stays readable and foldable, and says what does not
//! work. The browser may complain in its console here.

use crate::{
    page::Page,
    server::Fault::{self, Changed, Dropped, Missing, Truncated, WrongType},
    site,
};

#[test]
fn module_missing() {
    gives_up(".wasm", Missing);
}

#[test]
fn module_truncated() {
    gives_up(".wasm", Truncated);
}

#[test]
fn module_of_another_build() {
    gives_up(".wasm", Changed);
}

#[test]
fn module_dropped_half_way() {
    gives_up(".wasm", Dropped);
}

/// Nothing is wrong with the file, so a host that does not know its type is no reason to give up.
#[test]
fn module_of_an_unknown_type() {
    let page = Page::new(site::small(), "/");
    page.server.fail(".wasm", WrongType);
    page.open("");
    page.choose("Rust");
    page.see_status("5 of 11");
}

/// Browsers keep what a host in trouble gave them, too.
#[test]
fn a_host_that_is_mended_is_asked_again() {
    for (ending, fault) in [(".wasm", Truncated), (".wasm", Changed), (".js", Truncated)] {
        let page = Page::new(site::small(), "/");
        page.server.let_store();
        page.server.fail(ending, fault);
        page.arrive("");
        page.see_failed();
        page.server.mend();
        page.open("?skill=rust");
        page.see_status("5 of 11");
    }
}

#[test]
fn script_missing() {
    gives_up(".js", Missing);
}

#[test]
fn script_truncated() {
    gives_up(".js", Truncated);
}

#[test]
fn script_of_another_build() {
    gives_up(".js", Changed);
}

/// Unlike a module, a script of the wrong type is never run.
#[test]
fn script_of_an_unknown_type() {
    gives_up(".js", WrongType);
}

/// What came of it is there to be read.
#[test]
fn page_truncated() {
    let page = Page::new(site::own(), "/");
    page.server.fail("index.html", Truncated);
    page.arrive("");
    page.see_that("document.documentElement.dataset.failed === ''");
    page.see_that("document.querySelector('h1').textContent && lines().every(isVisible)");
    // What starts the app is missing, so that nothing stands there that would do nothing.
    page.see_that("!isVisible(document.querySelector('#controls'))");
}

/// The app gives up, says so, and leaves the page as it was.
#[track_caller]
fn gives_up(ending: &'static str, fault: Fault) {
    let page = Page::new(site::small(), "/");
    page.open("");
    let before = page.look("document.body.innerText.split('\\n')");

    page.server.fail(ending, fault);
    page.arrive("");
    page.see_failed();
    page.see_that("lines().length === 11 && lines().every(isVisible)");
    page.fold("attic");
    page.see_folded("attic");
    page.fold("attic");
    page.see_open("attic");
    page.see_no_other_host();
    page.see_that(
        "!all('button, input').some((each) => isVisible(each) && !each.matches(':disabled'))",
    );
    // Something is said that was not said before.
    page.run("window.saidBefore = arguments[0]", &[before]);
    page.see_that(
        "document.body.innerText.split('\\n').some((line) => !saidBefore.includes(line))",
    );
}
