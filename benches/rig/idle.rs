//! Waiting for a machine that does nothing else.
//!
//! Known only where there is `/proc/stat`; elsewhere nothing is waited for.

use std::{
    fs,
    thread::sleep,
    time::{Duration, Instant},
};

/// The least share of the processors that has to be idle.
const IDLE: f64 = 0.85;

/// Over how long the share is taken.
const LOOK: Duration = Duration::from_millis(400);

/// Waits until the processors are idle, but no longer than this; answers whether they are.
pub fn wait(patience: Duration) -> bool {
    let start = Instant::now();
    loop {
        let Some(before) = ticks() else { return true };
        sleep(LOOK);
        let Some(after) = ticks() else { return true };
        let (idle, all) = (after.0 - before.0, after.1 - before.1);
        if idle >= IDLE * all {
            return true;
        }
        if start.elapsed() > patience {
            return false;
        }
    }
}

/// The ticks that all processors have been idle, and have been there, since the start.
fn ticks() -> Option<(f64, f64)> {
    let stat = fs::read_to_string("/proc/stat").ok()?;
    let numbers = stat.lines().next()?.split_whitespace().skip(1);
    let ticks: Vec<f64> = numbers.map_while(|number| number.parse().ok()).collect();
    // Waiting for a disk is idleness, too.
    Some((ticks.get(3)? + ticks.get(4)?, ticks.iter().sum()))
}
