//! What the built page keeps in Chromium's memory at 300 lines: once it is there, as its reader has
//! it, and after up to 4,800 changes of what is asked for. Prints tables; never fails for a size.
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

mod alone;
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

/// Of how many those of our page are that nobody drives, which stand for it: the others only show
/// what they are to be seen beside, and each takes as long as the last moment.
const OURS_ALONE: usize = 7;

/// Seconds after its browser was started at which a page is looked at that nobody drives: once it is
/// there, and once Chromium has given back what the start left, and has stopped the service worker.
const MOMENTS: [u64; 2] = [4, 45];

/// After how many rounds of 200 changes a page is looked at: at once, after the first, which asks
/// for all that the others ask for, and when Chromium's own lists (history, performance entries)
/// are filling and are full.
const ROUNDS: [usize; 4] = [0, 1, 6, 24];

/// After the last change, a page has nothing left to do by then.
const DONE: Duration = Duration::from_secs(3);

const COLUMNS: [&str; 8] = [
    "renderer's own, MB",
    "garbage collected, MB",
    "its footprint, MB",
    "garbage collected, MB",
    "JavaScript heap, MB",
    "WebAssembly memory, MB",
    "DOM nodes",
    "listeners",
];

/// The page whose worker counts, too.
const OURS: &str = "ours";

type Figures = [f64; COLUMNS.len()];

fn main() {
    let server = Server::start(&sites::build(LINES), "/");
    server.let_keep();
    let page = |name: &str| format!("{}{name}/index.html", server.url());
    let pages = [
        ("an empty page", "about:blank".to_owned(), &ROUNDS[..1]),
        ("baseline", page("baseline"), &ROUNDS),
        (OURS, page(OURS), &ROUNDS),
    ];
    let columns = ["renderer's own", "its footprint"]
        .map(|memory| MOMENTS.map(|moment| format!("{memory} after {moment} s, MB")));
    head("Memory", "page", &columns.concat());
    for (name, url, _) in &pages {
        let count = if *name == OURS { OURS_ALONE } else { VISITS };
        let look = || alone::visit(url, MOMENTS);
        let visits: Vec<_> = (0..count).map(|_| see_kept(&server, name, look)).collect();
        let figures = [own, footprint].map(|memory: fn(Memory) -> f64| {
            [0, 1].map(|at| quantile(visits.iter().map(|visit| memory(visit[at])), 0.5))
        });
        row(name, figures.as_flattened());
    }
    head("Memory, driven", "page, changes", &COLUMNS);
    for (name, url, rounds) in &pages {
        let look = || visit(url, rounds);
        let visits: Vec<_> = (0..VISITS).map(|_| see_kept(&server, name, look)).collect();
        for (at, rounds) in rounds.iter().enumerate() {
            let of = |figure: usize| quantile(visits.iter().map(|visit| visit[at][figure]), 0.5);
            let figures: Vec<_> = (0..COLUMNS.len()).map(of).collect();
            row(&format!("{name}, {}", rounds * 200), &figures);
        }
    }
}

fn head(title: &str, first: &str, columns: &[impl AsRef<str>]) {
    println!("\n### {title} at {LINES} lines\n");
    let columns: Vec<_> = columns.iter().map(AsRef::as_ref).collect();
    println!("| {first} | {} |", columns.join(" | "));
    println!("|---|{}", "---:|".repeat(columns.len()));
}

fn row(name: &str, figures: &[f64]) {
    let cells: Vec<_> = figures.iter().copied().map(shown).collect();
    println!("| {name} | {} |", cells.join(" | "));
}

/// Visits a page, and sees that ours has asked for its worker once the app was there: without one
/// its memory would be in no figure.
fn see_kept<T>(server: &Server, page: &str, visit: impl FnOnce() -> T) -> T {
    let before = server.requests().len();
    let seen = visit();
    if page == OURS {
        let asked = &server.requests()[before..];
        let at = |ending| asked.iter().position(|path| path.ends_with(ending));
        let (module, worker) = (at(".wasm"), at("/worker.js"));
        assert!(module.is_some() && module < worker, "no worker: {asked:?}");
    }
    seen
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
        look(&session)
    };
    rounds.iter().map(look_after).collect()
}

/// What is kept once the page has nothing left to do.
fn look(session: &Session) -> Figures {
    // First as it is: nobody asks for what could be thrown away to be thrown away.
    sleep(DONE);
    let at_once = renderer::memory();
    let heap = browser::heap(session) / 1e6;
    sleep(Duration::from_secs(1));
    let collected = renderer::memory();
    let memory = "return bench.memories.reduce((sum, it) => sum + it.buffer.byteLength, 0);";
    let memory = session.run(memory, &[]).as_f64().expect("a size") / 1e6;
    let counters = chromium::command(session, "Memory.getDOMCounters", &json!({}));
    let count = |name: &str| counters[name].as_f64().expect("Chromium counts");
    [
        own(at_once),
        own(collected),
        footprint(at_once),
        footprint(collected),
        heap,
        memory,
        count("nodes"),
        count("jsEventListeners"),
    ]
}

fn own(memory: Memory) -> f64 {
    memory.own / 1e6
}

fn footprint(memory: Memory) -> f64 {
    memory.footprint / 1e6
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
