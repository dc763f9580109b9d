//! What the built page keeps in Chromium's memory at 300 lines: once it is there, and after 1,200
//! changes of what is asked for. Prints a table; never fails for a size.
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

#[allow(dead_code, reason = "the bench of the page needs more of it")]
#[path = "../page/browser.rs"]
mod browser;
#[allow(dead_code, reason = "the browser tests need more of it")]
#[path = "../../tests/browser/chromium.rs"]
mod chromium;
#[path = "../../tests/browser/driver.rs"]
mod driver;
#[allow(dead_code, reason = "the bench of the engine needs more of it")]
#[path = "../generate/mod.rs"]
mod generate;
#[path = "../page/quantile.rs"]
mod quantile;
mod renderer;
#[allow(dead_code, reason = "the browser tests need more of it")]
#[path = "../../tests/browser/server.rs"]
mod server;
#[allow(dead_code, reason = "the browser tests need more of it")]
#[path = "../../tests/browser/session.rs"]
mod session;
#[path = "../page/sites.rs"]
mod sites;

use std::{thread::sleep, time::Duration};

use quantile::quantile;
use serde_json::json;
use server::Server;
use session::Session;

const LINES: usize = 300;

/// Of how many visits the figures are medians, each in a browser of its own.
const VISITS: usize = 5;

/// After how many rounds of 200 changes it is looked at: at once, after the first, which asks for
/// all that the others ask for, and after five more.
const ROUNDS: [usize; 3] = [0, 1, 6];

const COLUMNS: [&str; 5] = [
    "renderer, MB",
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
    for (name, url) in [
        ("an empty page", "about:blank".to_owned()),
        ("baseline", page("baseline")),
        ("ours", page("ours")),
    ] {
        let visits: Vec<_> = (0..VISITS).map(|_| visit(&url)).collect();
        for (at, rounds) in ROUNDS.iter().enumerate() {
            let of = |figure: usize| {
                let figures = visits
                    .iter()
                    .filter_map(|visit| Some(visit.get(at)?[figure]));
                quantile(figures, 0.5)
            };
            let cells: Vec<_> = (0..COLUMNS.len()).map(|figure| shown(of(figure))).collect();
            if visits[0].len() > at {
                println!("| {name} | {} | {} |", rounds * 200, cells.join(" | "));
            }
        }
    }
}

/// Looks at a page at once, and, where there is something to change, after its rounds.
fn visit(url: &str) -> Vec<Figures> {
    let session = Session::start(None, None);
    session.post("/timeouts", &json!({ "script": 110_000 }));
    session.resize(1280, 900);
    session.go(url);
    if url.starts_with("about:") {
        return vec![look(&session)];
    }
    session.run_until_done(
        "const look = () => bench.ready === null ? setTimeout(look, 20) : done();
         look();",
    );
    let mut done = 0;
    let look_after = |rounds| {
        for _ in done..rounds {
            session.run_until_done(concat!(
                include_str!("../../tests/browser/changes.js"),
                "\nchange().then(done);"
            ));
        }
        done = rounds;
        look(&session)
    };
    ROUNDS.map(look_after).into()
}

/// What is kept once the page has nothing left to do.
fn look(session: &Session) -> Figures {
    sleep(Duration::from_secs(3));
    // As the reader has it: what could be thrown away, but has not been, counts.
    let renderer = renderer::private_memory() / 1e6;
    let heap = browser::heap(session) / 1e6;
    let memory = "return bench.memories.reduce((sum, it) => sum + it.buffer.byteLength, 0);";
    let memory = session.run(memory, &[]).as_f64().expect("a size") / 1e6;
    let counters = chromium::command(session, "Memory.getDOMCounters", &json!({}));
    let count = |name: &str| counters[name].as_f64().expect("Chromium counts");
    [
        renderer,
        heap,
        memory,
        count("nodes"),
        count("jsEventListeners"),
    ]
}

fn shown(number: f64) -> String {
    if number.fract() == 0.0 {
        format!("{number:.0}")
    } else {
        format!("{number:.2}")
    }
}
