//! What the start of the page costs on a slow phone's network and processor, beside the same page
//! without any script, a copy of that, and the same page as React renders it. Prints a table; never
//! fails for a time.
//!
//! Run by `cargo xtask bench`, which sets `RESUME_SITE`, `RESUME_REACT`, `WEBDRIVER` and
//! `BROWSER_PATH`.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::expect_used,
    clippy::panic,
    reason = "figures are small, and a bench that cannot go on has failed"
)]

#[path = "../rig/mod.rs"]
mod rig;
mod sites;

use std::{env, thread::sleep, time::Duration};

use quantile::quantile;
use rig::{browser, chromium, driver, idle, quantile, server, session};
use serde_json::json;
use server::Server;
use session::Session;
use sites::PAGES;

/// Of how many rounds the figures are medians.
const ROUNDS: usize = 25;

/// A slow mobile network and a processor of a cheap phone, as others measure with.
const LATENCY: u32 = 150;
const BYTES_A_SECOND: u32 = 1_600_000 / 8;
const SLOWER: u32 = 4;

/// How long nothing is asked of a page that starts.
const LEFT_ALONE: Duration = Duration::from_secs(4);

/// First paint and interactive, in milliseconds since the navigation; a page without script is
/// interactive as soon as it is painted.
type Start = [f64; 2];

fn main() {
    let rounds = rounds();
    let server = Server::start(&sites::build(), "/");
    let session = Session::start(None, None);
    session.resize(360, 740);
    slow_down(&session);
    for page in PAGES {
        visit(&session, &server, page);
    }
    if !idle::wait(Duration::from_secs(30)) {
        eprintln!("the machine is busy, so times are too long");
    }
    let rounds: Vec<[Start; PAGES.len()]> = (0..rounds)
        .map(|round| {
            eprintln!("round {} of {rounds}", round + 1);
            idle::wait(Duration::from_secs(3));
            let mut order: [usize; PAGES.len()] = std::array::from_fn(|page| page);
            // Each page comes as often first as last, and after each other.
            order.rotate_left(round % PAGES.len());
            if round % 2 == 1 {
                order.reverse();
            }
            let mut starts = [[0.0; 2]; PAGES.len()];
            for page in order {
                starts[page] = visit(&session, &server, PAGES[page]);
            }
            starts
        })
        .collect();
    print("First paint, ms", 0, &rounds);
    print("Interactive, ms", 1, &rounds);
}

/// Reads `--rounds`; cargo adds a `--bench` of its own.
fn rounds() -> usize {
    let words: Vec<String> = env::args()
        .skip(1)
        .filter(|word| word != "--bench")
        .collect();
    match words.as_slice() {
        [] => ROUNDS,
        [option, number] if option == "--rounds" && number.parse() != Ok(0) => {
            number.parse().expect("--rounds takes a number")
        }
        _ => panic!("usage: cargo bench --bench load -- [--rounds N]"),
    }
}

fn slow_down(session: &Session) {
    let network = json!({
        "offline": false,
        "latency": LATENCY,
        "downloadThroughput": BYTES_A_SECOND,
        "uploadThroughput": BYTES_A_SECOND,
    });
    for (command, params) in [
        ("Network.enable", json!({})),
        ("Network.setCacheDisabled", json!({ "cacheDisabled": true })),
        ("Network.emulateNetworkConditions", network),
        ("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })),
    ] {
        chromium::command(session, command, &params);
    }
}

fn visit(session: &Session, server: &Server, page: &str) -> Start {
    session.post("/timeouts", &json!({ "script": 60_000 }));
    session.go("about:blank");
    session.go(&format!("{}{page}/index.html", server.url()));
    // What asks the page runs in it, so it is left alone until it has most likely started.
    sleep(LEFT_ALONE);
    let seen = session.run_until_done(&format!(
        "const still = {};
         const look = () => {{
             const [paint] = performance.getEntriesByName('first-contentful-paint');
             const ready = still ? paint?.startTime : bench.ready;
             if (paint && ready) done([paint.startTime, ready]);
             else setTimeout(look, 200);
         }};
         look();",
        page != "ours" && page != "react"
    ));
    std::array::from_fn(|at| seen[at].as_f64().expect("the page answers with numbers"))
}

fn print(title: &str, figure: usize, rounds: &[[Start; PAGES.len()]]) {
    let of = |page: usize| rounds.iter().map(move |round| round[page][figure]);
    let ratio = |page: usize| {
        let ratios = || {
            rounds
                .iter()
                .map(|round| round[page][figure] / round[1][figure])
        };
        [0.25, 0.5, 0.75].map(|share| quantile(ratios(), share))
    };
    println!(
        "\n### {title}\n\n| page | median | middle half | to the page without script, round by round: median | middle half |"
    );
    println!("|---|---:|---:|---:|---:|");
    for (at, page) in PAGES.iter().enumerate() {
        let [low, middle, high] = [0.25, 0.5, 0.75].map(|share| quantile(of(at), share));
        let [lower, ratio, higher] = ratio(at);
        println!(
            "| {page} | {middle:.0} | {low:.0}–{high:.0} | {ratio:.3} | {lower:.3}–{higher:.3} |"
        );
    }
}
