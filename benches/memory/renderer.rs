//! The process that holds the page, and what memory is its own.
//!
//! Known only where there is `/proc`; elsewhere it is no number.

use std::{fs, process};

/// The memory of the largest renderer below this process that is nobody else's, in bytes: what
/// Chromium calls its private footprint on Linux, resident anonymous memory and what is swapped.
pub fn private_memory() -> f64 {
    let Ok(processes) = fs::read_dir("/proc") else {
        return f64::NAN;
    };
    let ids = processes.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    let renderers = ids.filter(|id| is_renderer(*id) && is_below_us(*id));
    let sizes = renderers.map(|id| field(id, "RssAnon:") + field(id, "VmSwap:"));
    sizes.fold(f64::NAN, f64::max) * 1024.0
}

/// Whether a process renders pages: not Chromium's own frame around them, which is larger.
fn is_renderer(id: u32) -> bool {
    fs::read_to_string(format!("/proc/{id}/cmdline")).is_ok_and(|words| {
        words.contains("--type=renderer") && !words.contains("--top-chrome-webui")
    })
}

fn is_below_us(mut id: u32) -> bool {
    while id > 1 {
        if id == process::id() {
            return true;
        }
        id = field(id, "PPid:") as u32;
    }
    false
}

/// A number from a process's status; 0 where there is none.
fn field(id: u32, name: &str) -> f64 {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let value = status.lines().find_map(|line| line.strip_prefix(name));
    let number = value.and_then(|value| value.split_whitespace().next()?.parse().ok());
    number.unwrap_or_default()
}
