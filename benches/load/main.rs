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

use noise::Noise;
use quantile::quantile;
use rig::{browser, chromium, driver, noise, order, quantile, rounds, server, session};
use serde_json::{Value, json};
use server::Server;
use session::Session;
use sites::PAGES;

/// Where the pages stand in [`PAGES`].
const OURS: usize = 0;
const STILL: usize = 1;
const CONTROL: usize = 2;
const REACT: usize = 3;

/// Of how many rounds the figures are medians: a multiple of four, in which the orders are balanced.
const ROUNDS: usize = 28;

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
    slow_network_down(&session);
    // The first visits warm the browser up, and see that React renders the same page.
    let warm = PAGES.map(|page| {
        visit(&session, &server, page);
        elements(&session)
    });
    see_same(&warm[STILL], &warm[REACT]);
    let rounds = rounds::take("The start", rounds, |round| {
        let mut starts = [[0.0; 2]; PAGES.len()];
        for page in order::of_four(round) {
            starts[page] = visit(&session, &server, PAGES[page]);
        }
        starts
    });
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
        _ => panic!("usage: cargo xtask bench load [-- --rounds N]"),
    }
}

fn slow_network_down(session: &Session) {
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
    ] {
        chromium::command(session, command, &params);
    }
}

/// Makes the processor so many times slower. That keeps one busy by itself, also while the page does
/// nothing.
fn slow_processor_down(session: &Session, rate: u32) {
    let rate = json!({ "rate": rate });
    chromium::command(session, "Emulation.setCPUThrottlingRate", &rate);
}

fn visit(session: &Session, server: &Server, page: &str) -> Start {
    session.post("/timeouts", &json!({ "script": 60_000 }));
    session.go("about:blank");
    slow_processor_down(session, SLOWER);
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
        page != PAGES[OURS] && page != PAGES[REACT]
    ));
    slow_processor_down(session, 1);
    std::array::from_fn(|at| seen[at].as_f64().expect("the page answers with numbers"))
}

/// What is in the body of the page that is open: names, attributes and texts in their order.
fn elements(session: &Session) -> Vec<Value> {
    let parts = session.run(include_str!("elements.js"), &[]);
    parts.as_array().expect("the page has a body").clone()
}

fn see_same(still: &[Value], react: &[Value]) {
    let differ = still
        .iter()
        .zip(react)
        .position(|(one, other)| one != other);
    let at = differ.unwrap_or(still.len().min(react.len()));
    assert_eq!(
        still.get(at),
        react.get(at),
        "React renders another page: the first difference is part {at} of the body"
    );
}

fn print(title: &str, figure: usize, rounds: &[[Start; PAGES.len()]]) {
    let of = |page: usize| rounds.iter().map(move |round| round[page][figure]);
    let median = |page: usize| quantile(of(page), 0.5);
    let ratio = |page: usize| median(page) / median(STILL);
    let by_round = |page: usize| -> Vec<f64> {
        let pairs = of(page).zip(of(STILL));
        pairs.map(|(figure, still)| figure / still).collect()
    };
    println!(
        "\n### {title}\n\n| page | median | middle half | to the page without script \
         | round by round: median | middle half |"
    );
    println!("|---|{}", "---:|".repeat(5));
    for (at, page) in PAGES.iter().enumerate() {
        let [low, high] = [0.25, 0.75].map(|share| quantile(of(at), share));
        let ratios = by_round(at);
        let [lower, middle, higher] =
            [0.25, 0.5, 0.75].map(|share| quantile(ratios.iter().copied(), share));
        println!(
            "| {page} | {:.0} | {low:.0}–{high:.0} | {:.3} | {middle:.3} | {lower:.3}–{higher:.3} |",
            median(at),
            ratio(at)
        );
    }
    let noise = Noise::of(ratio(CONTROL), &by_round(CONTROL));
    let [ours, react] = [OURS, REACT].map(|page| noise.verdict(ratio(page)));
    println!(
        "\nNoise: {:.3}–{:.3}. Beside the page without script, ours is: {ours}; react: {react}.",
        noise.low, noise.high
    );
}
