//! Pictures of the page in each state, on screens and on paper, to be looked at. Judges nothing;
//! fails only where a picture cannot be taken.
//!
//! Run by `cargo xtask shots`, which sets `RESUME_SHOTS`, the folder for them, and all that the
//! browser tests need. Words after `--` choose those pictures that have them in their names.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a picture that cannot be taken ends all"
)]

#[allow(dead_code, reason = "the browser tests need more of it")]
#[path = "../browser/browser.rs"]
mod browser;
mod camera;
#[allow(dead_code, reason = "the browser tests need more of it")]
#[path = "../browser/chromium.rs"]
mod chromium;
#[path = "../browser/driver.rs"]
mod driver;
#[allow(dead_code, reason = "the browser tests need more of it")]
#[path = "../browser/firefox.rs"]
mod firefox;
mod list;
#[allow(dead_code, reason = "the browser tests need more of it")]
#[path = "../browser/page.rs"]
mod page;
#[allow(dead_code, reason = "the browser tests need more of it")]
#[path = "../browser/see.rs"]
mod see;
#[allow(dead_code, reason = "the browser tests need more of it")]
#[path = "../browser/server.rs"]
mod server;
#[allow(dead_code, reason = "the browser tests need more of it")]
#[path = "../browser/session.rs"]
mod session;
#[allow(dead_code, reason = "the browser tests need more of it")]
#[path = "../browser/site.rs"]
mod site;
#[path = "../browser/states.rs"]
mod states;
#[allow(dead_code, reason = "the browser tests need more of it")]
#[path = "../browser/webkit.rs"]
mod webkit;

use std::{env, fs, path::PathBuf};

use camera::Camera;
use page::Page;

fn main() {
    let Some(folder) = env::var_os("RESUME_SHOTS").map(PathBuf::from) else {
        println!("no pictures: RESUME_SHOTS names no folder, run this with `cargo xtask shots`");
        return;
    };
    fs::create_dir_all(&folder).expect("the folder for the pictures can be made");
    let words: Vec<String> = env::args().skip(1).collect();
    let is_chosen = |name: &str| words.iter().all(|word| name.contains(word.as_str()));

    // What one camera pretends does not reach the other.
    let [screen, press] = [(); 2].map(|()| Camera::new(&folder, Page::new(site::own(), "/")));
    let screens = list::screens();
    let screens = screens.iter().filter(|shot| is_chosen(&shot.name()));
    let prints = list::PRINTS.iter().filter(|shot| is_chosen(&shot.name()));
    let taken: usize = screens
        .map(|shot| screen.shoot(shot))
        .chain(prints.map(|shot| press.print(shot)))
        .sum();
    println!("{taken} pictures are in {}", folder.display());
}
