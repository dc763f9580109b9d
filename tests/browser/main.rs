//! The page in a real browser, driven over `WebDriver`. One file a theme; each test is a few verbs
//! on a [`page::Page`]. Nothing here knows how the page is made: only its DOM contract, its
//! address and what a reader sees.
//!
//! Run by `cargo xtask test`, which compiles the app and finds the browsers. `RESUME_APP` is the
//! folder of the compiled app, `BROWSER` the engine (`chromium`, `firefox`, `webkit`),
//! `BROWSER_PATH` its program, `WEBDRIVER` the program of its driver, `RESUME_AXE` the script of
//! axe-core.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod browser;
mod chromium;
mod driver;
mod firefox;
mod page;
mod paper;
mod see;
mod server;
mod session;
mod site;
mod states;
mod webkit;

#[path = "../common/attacks.rs"]
mod attacks;
#[path = "../common/everything.rs"]
#[expect(dead_code, reason = "other tests use the rest of it")]
mod everything;

mod altered;
mod axe;
mod downloads;
mod endurance;
mod engine;
mod faults;
mod filter;
mod folding;
mod history;
mod hostile;
mod hydration;
mod keyboard;
mod languages;
mod layout;
mod live;
mod noscript;
mod offline;
mod palette;
mod policy;
mod print;
mod refused;
mod search;
mod share;
mod sheets;
mod theme;
mod updates;
mod variants;
mod years;
