//! The states that the page is looked at in: by axe-core, and in pictures. A new one is a line of
//! [`STATES`].
//!
//! Never judges what is seen in them.

use crate::page::Page;

/// A state of the page.
#[derive(Clone, Copy)]
pub struct State {
    /// What it is called in messages and in the names of pictures.
    pub name: &'static str,
    query: &'static str,
    reach: fn(&Page),
}

/// All of them, on any site.
pub const STATES: [State; 7] = [
    state("plain", "", |_| ()),
    state("rust", "?skill=rust", see_notes),
    state("both", "?skill=hadoop&skill=java&match=all", see_notes),
    state("words", "?q=the", see_marks),
    state("nothing", "?q=zzzzzz", see_nothing),
    state("palette", "", open_palette),
    state("keys", "", open_keys),
];

/// A page that is opened with a query; then something may be done there, and is waited for.
pub const fn state(name: &'static str, query: &'static str, reach: fn(&Page)) -> State {
    State { name, query, reach }
}

impl State {
    /// Opens the page in this state, and waits until nothing about it changes any more.
    #[track_caller]
    pub fn show(&self, page: &Page) {
        page.open(self.query);
        (self.reach)(page);
        page.session.run_until_done(SETTLE);
    }
}

/// Waits for what stands still for longer than the notes let the reader pause, and for what moves
/// to arrive.
const SETTLE: &str = "
    let timer;
    const arrive = () => {
        observer.disconnect();
        const moving = document.getAnimations().map((each) => each.finished);
        Promise.allSettled(moving).then(() => done());
    };
    const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(arrive, 250);
    };
    const observer = new MutationObserver(wait);
    const all = { subtree: true, childList: true, characterData: true, attributes: true };
    observer.observe(document, all);
    wait();";

fn see_notes(page: &Page) {
    page.see_that("document.querySelector('[data-why]') !== null");
}

fn see_marks(page: &Page) {
    page.see_that("document.querySelector('mark') !== null");
}

fn see_nothing(page: &Page) {
    page.see_that("status().startsWith('0 of ')");
}

fn open_palette(page: &Page) {
    page.session.click("[data-palette]");
    page.see_that("isVisible(document.querySelector('#palette'))");
}

fn open_keys(page: &Page) {
    page.press("?");
    page.see_that("isVisible(document.querySelector('#keys'))");
}
