//! A browser for the benches, driven as that of the browser tests is: their modules, which find
//! each other at the root of the crate, so each bench is to `use` them there.

#![allow(dead_code, reason = "no bench needs all of it")]

pub mod browser;
#[path = "../../tests/browser/chromium.rs"]
pub mod chromium;
#[path = "../../tests/browser/driver.rs"]
pub mod driver;
mod idle;
pub mod noise;
pub mod order;
pub mod quantile;
pub mod rounds;
#[path = "../../tests/browser/server.rs"]
pub mod server;
#[path = "../../tests/browser/session.rs"]
pub mod session;
pub mod still;
