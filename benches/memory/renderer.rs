//! The process that holds the page, and its memory.
//!
//! Known only where there is `/proc`; elsewhere it is no number.

use std::{fs, process};

/// The memory of a renderer, in bytes.
#[derive(Clone, Copy)]
pub struct Memory {
    /// What nobody else has and what goes with it: its unique set.
    pub own: f64,
    /// What Chromium calls its private footprint on Linux: resident anonymous memory, and what is
    /// swapped. It counts what renderers share with the process that they are forked from.
    pub footprint: f64,
}

/// That of the largest renderer below this process.
pub fn memory() -> Memory {
    let unknown = Memory {
        own: f64::NAN,
        footprint: f64::NAN,
    };
    let Ok(processes) = fs::read_dir("/proc") else {
        return unknown;
    };
    let ids = processes.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    let renderers = ids.filter(|id| is_renderer(*id) && is_below_us(*id));
    let of = |id| {
        let kilobytes = |file, names: &[&str]| {
            let sizes = names.iter().map(|name| field(id, file, name));
            sizes.sum::<f64>() * 1024.0
        };
        Memory {
            own: kilobytes(
                "smaps_rollup",
                &["Private_Clean:", "Private_Dirty:", "Swap:"],
            ),
            footprint: kilobytes("status", &["RssAnon:", "VmSwap:"]),
        }
    };
    let largest = renderers
        .map(of)
        .max_by(|one, other| one.footprint.total_cmp(&other.footprint));
    largest.unwrap_or(unknown)
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
        id = field(id, "status", "PPid:") as u32;
    }
    false
}

/// A number that a file of a process's says; 0 where there is none.
fn field(id: u32, file: &str, name: &str) -> f64 {
    let said = fs::read_to_string(format!("/proc/{id}/{file}")).unwrap_or_default();
    let value = said.lines().find_map(|line| line.strip_prefix(name));
    let number = value.and_then(|value| value.split_whitespace().next()?.parse().ok());
    number.unwrap_or_default()
}
