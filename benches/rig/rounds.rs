//! Rounds of visits, each begun once the machine does nothing else.
//!
//! Never knows what is done in one.

use std::time::Duration;

use super::idle;

/// How long is waited for the machine before the first round, after all that had to be made ready,
/// and before each.
const AT_FIRST: Duration = Duration::from_secs(30);
const EACH: Duration = Duration::from_secs(3);

/// Does so many rounds, and prints how many of them began though the machine was busy.
pub fn take<T>(of: &str, rounds: usize, mut round: impl FnMut(usize) -> T) -> Vec<T> {
    idle::wait(AT_FIRST);
    let mut busy = 0;
    let mut taken = Vec::new();
    for at in 0..rounds {
        eprintln!("{of}: round {} of {rounds}", at + 1);
        busy += usize::from(!idle::wait(EACH));
        taken.push(round(at));
    }
    println!("\n{of}: {busy} of {rounds} rounds began while the machine was busy");
    taken
}
