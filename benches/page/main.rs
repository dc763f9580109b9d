//! What the built page costs in Chromium, beside the same page with plain script: a click, a
//! keystroke, the start, memory. Prints tables; never fails for a time.
//!
//! Run by `cargo xtask bench`, which sets `RESUME_APP`, `WEBDRIVER` and `BROWSER_PATH`.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::expect_used,
    clippy::panic,
    reason = "figures are small, and a bench that cannot go on has failed"
)]

#[path = "../generate/mod.rs"]
mod generate;
#[path = "../rig/mod.rs"]
mod rig;
mod sites;
mod table;
mod visit;

use std::env;

use rig::{browser, chromium, driver, noise, order, quantile, rounds, server, session};
use server::Server;
use session::Session;
use sites::PAGES;
use table::{Round, Row};
use visit::{TITLES, Visit};

/// Of how many rounds the figures are medians: of twice as many as there are orders of the pages. The
/// longest résumé, at which a round takes long and wavers little, gets half of them.
const ROUNDS: usize = 12;
const LONG: usize = 3_000;

fn main() {
    let (rounds, sizes) = options().unwrap_or_else(|mistake| {
        eprintln!("error: {mistake}\nusage: cargo xtask bench [page] [-- --rounds N --sizes N,N]");
        std::process::exit(2);
    });
    let session = Session::start(None, None);
    session.resize(1280, 900);
    let mut tables: Vec<Vec<Row>> = TITLES.iter().map(|_| Vec::new()).collect();
    for lines in sizes {
        let rounds = if lines > LONG {
            rounds.div_ceil(2)
        } else {
            rounds
        };
        let visits = compare(&session, lines, rounds);
        for (at, rows) in tables.iter_mut().enumerate() {
            let round = |visits: &[Visit; PAGES.len()]| -> Round {
                std::array::from_fn(|page| visits[page].figures[at].clone())
            };
            let rounds = visits.iter().map(round).collect();
            rows.push(Row { lines, rounds });
        }
    }
    for (title, rows) in TITLES.iter().zip(&tables) {
        table::print(title, rows);
    }
}

/// Visits the three pages in turn, in all orders.
fn compare(session: &Session, lines: usize, rounds: usize) -> Vec<[Visit; PAGES.len()]> {
    let server = Server::start(&sites::build(lines), "/");
    // The first visits warm the browser up, and see that the pages answer alike.
    let warm = PAGES.map(|page| Visit::to(session, &server, page));
    for visit in &warm[1..] {
        assert_eq!(visit.lines, warm[0].lines, "the pages answer differently");
    }
    rounds::take(&format!("{lines} lines"), rounds, |round| {
        let mut visits: [Option<Visit>; PAGES.len()] = [const { None }; PAGES.len()];
        for page in order::of_three(round) {
            visits[page] = Some(Visit::to(session, &server, PAGES[page]));
        }
        visits.map(|visit| visit.expect("every page was visited"))
    })
}

/// Reads `--rounds` and `--sizes`; cargo adds a `--bench` of its own.
fn options() -> Result<(usize, Vec<usize>), String> {
    let (mut rounds, mut sizes) = (ROUNDS, generate::SIZES.to_vec());
    let mut words = env::args().skip(1).filter(|word| word != "--bench");
    while let Some(word) = words.next() {
        let value = words
            .next()
            .ok_or_else(|| format!("{word} takes a value"))?;
        let number = |text: &str| match text.parse() {
            Ok(number) if number > 0 => Ok(number),
            _ => Err(format!("{word} does not take {text}")),
        };
        match word.as_str() {
            "--rounds" => rounds = number(&value)?,
            "--sizes" => sizes = value.split(',').map(number).collect::<Result<_, _>>()?,
            _ => return Err(format!("no such option: {word}")),
        }
    }
    Ok((rounds, sizes))
}
