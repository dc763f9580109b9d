//! What the built page keeps in Chromium's memory at 300 lines: once it is there, and after up to
//! 4,800 changes of what is asked for. Prints a table; never fails for a size.
//!
//! Run by `cargo xtask bench`, which sets `RESUME_APP`, `WEBDRIVER` and `BROWSER_PATH`.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::expect_used,
    clippy::panic,
    reason = "figures are small, and a bench that cannot go on has failed"
)]

#[allow(dead_code, reason = "the bench of the engine needs more of it")]
#[path = "../generate/mod.rs"]
mod generate;
mod renderer;
#[path = "../rig/mod.rs"]
mod rig;
#[path = "../page/sites.rs"]
mod sites;

use std::{thread::sleep, time::Duration};

use quantile::quantile;
use renderer::Memory;
use rig::{browser, chromium, driver, quantile, server, session};
use serde_json::json;
use server::Server;
use session::Session;

const LINES: usize = 300;

/// Of how many visits the figures are medians, each in a browser of its own.
const VISITS: usize = 3;

/// After how many rounds of 200 changes our page is looked at: at once, after the first, which asks
/// for all that the others ask for, and when Chromium's own lists (history, performance entries)
/// are filling and are full.
const ROUNDS: [usize; 4] = [0, 1, 6, 24];

/// Seconds after loading, or after the last change, by which a page has nothing left to do.
const AT_ONCE: u64 = 3;

/// Seconds after loading by which Chromium has given back what the start left, and has stopped the
/// service worker.
const REST: u64 = 45;

const COLUMNS: [&str; 10] = [
    "renderer's own after 3 s, MB",
    "after 45 s, MB",
    "garbage collected, MB",
    "its footprint after 3 s, MB",
    "after 45 s, MB",
    "garbage collected, MB",
    "JavaScript heap, MB",
    "WebAssembly memory, MB",
    "DOM nodes",
    "listeners",
];

type Figures = [f64; COLUMNS.len()];

fn main() {
    let server = Server::start(&sites::build(LINES), "/");
    let page = |name: &str| format!("{}{name}/index.html", server.url());
    println!(
        "\n### Memory at {LINES} lines\n\n| page | changes | {} |",
        COLUMNS.join(" | ")
    );
    println!("|---|{}", "---:|".repeat(1 + COLUMNS.len()));
    for (name, url, rounds) in [
        ("an empty page", "about:blank".to_owned(), &ROUNDS[..1]),
        ("baseline", page("baseline"), &ROUNDS[..1]),
        ("ours", page("ours"), &ROUNDS),
    ] {
        let visits: Vec<_> = (0..VISITS).map(|_| visit(&url, rounds)).collect();
        for (at, rounds) in rounds.iter().enumerate() {
            let of = |figure: usize| quantile(visits.iter().map(|visit| visit[at][figure]), 0.5);
            let cells: Vec<_> = (0..COLUMNS.len()).map(|figure| shown(of(figure))).collect();
            println!("| {name} | {} | {} |", rounds * 200, cells.join(" | "));
        }
    }
}

/// Looks at a page after so many rounds of changes.
fn visit(url: &str, rounds: &[usize]) -> Vec<Figures> {
    let session = Session::start(None, None);
    session.post("/timeouts", &json!({ "script": 110_000 }));
    session.resize(1280, 900);
    session.go(url);
    if !url.starts_with("about:") {
        session.run_until_done(
            "const look = () => bench.ready === null ? setTimeout(look, 20) : done();
             look();",
        );
    }
    let mut done = 0;
    let look_after = |&rounds: &usize| {
        for _ in done..rounds {
            session.run_until_done(concat!(
                include_str!("../../tests/browser/changes.js"),
                "\nchange().then(done);"
            ));
        }
        done = rounds;
        look(&session, rounds)
    };
    rounds.iter().map(look_after).collect()
}

/// What is kept once the page has nothing left to do.
fn look(session: &Session, rounds: usize) -> Figures {
    // First as the reader has it: nobody asks for what could be thrown away to be thrown away.
    sleep(Duration::from_secs(AT_ONCE));
    let at_once = renderer::memory();
    let at_rest = (rounds == 0).then(|| {
        sleep(Duration::from_secs(REST - AT_ONCE));
        renderer::memory()
    });
    let heap = browser::heap(session) / 1e6;
    sleep(Duration::from_secs(1));
    let collected = renderer::memory();
    let own = |memory: Memory| memory.own / 1e6;
    let footprint = |memory: Memory| memory.footprint / 1e6;
    let memory = "return bench.memories.reduce((sum, it) => sum + it.buffer.byteLength, 0);";
    let memory = session.run(memory, &[]).as_f64().expect("a size") / 1e6;
    let counters = chromium::command(session, "Memory.getDOMCounters", &json!({}));
    let count = |name: &str| counters[name].as_f64().expect("Chromium counts");
    [
        own(at_once),
        at_rest.map_or(f64::NAN, own),
        own(collected),
        footprint(at_once),
        at_rest.map_or(f64::NAN, footprint),
        footprint(collected),
        heap,
        memory,
        count("nodes"),
        count("jsEventListeners"),
    ]
}

fn shown(number: f64) -> String {
    if number.is_nan() {
        String::new()
    } else if number.fract() == 0.0 {
        format!("{number:.0}")
    } else {
        format!("{number:.2}")
    }
}
