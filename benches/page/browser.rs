//! What only Chromium can be asked: how long its main thread worked, and what a page keeps in
//! memory. Stands where the browser tests have their own `browser`, so that the session is theirs.
//!
//! Never knows which page is open.

use std::env;

use serde_json::{Value, json};

use crate::session::Session;

/// The capabilities to ask the driver for: unlike the tests', without logs, which cost time, and
/// without the cache of left pages, which would count as memory.
pub fn capabilities() -> Value {
    let mut args = vec![
        "--headless",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-features=BackForwardCache",
        "--disable-sync",
        "--no-first-run",
    ];
    // Chromium's sandbox cannot be set up by root, as in most containers.
    if is_root() {
        args.push("--no-sandbox");
    }
    let mut options = json!({ "args": args });
    if let Ok(binary) = env::var("BROWSER_PATH") {
        options["binary"] = binary.into();
    }
    json!({ "pageLoadStrategy": "eager", "goog:chromeOptions": options })
}

/// Makes every page note when it is ready and which memories its modules have.
pub fn watch(session: &Session) {
    cdp(
        session,
        "Page.addScriptToEvaluateOnNewDocument",
        &json!({ "source": include_str!("watch.js") }),
    );
}

/// What the main thread of the page has done so far.
#[derive(Clone, Copy)]
pub struct Spent {
    /// Milliseconds of script.
    pub script: f64,
    /// Milliseconds of everything: script, style, layout, paint.
    pub work: f64,
}

impl Spent {
    pub fn so_far(session: &Session) -> Self {
        let metrics = metrics(session);
        Self {
            script: metric(&metrics, "ScriptDuration") * 1e3,
            work: metric(&metrics, "TaskDuration") * 1e3,
        }
    }
}

/// Bytes of JavaScript that are still needed.
pub fn heap(session: &Session) -> f64 {
    cdp(session, "HeapProfiler.collectGarbage", &json!({}));
    metric(&metrics(session), "JSHeapUsedSize")
}

fn metrics(session: &Session) -> Value {
    cdp(session, "Performance.enable", &json!({}));
    cdp(session, "Performance.getMetrics", &json!({}))
}

fn metric(metrics: &Value, name: &str) -> f64 {
    let found = metrics["metrics"].as_array().into_iter().flatten();
    let metric = found.into_iter().find(|metric| metric["name"] == name);
    metric
        .and_then(|metric| metric["value"].as_f64())
        .expect("Chromium has the metric")
}

fn cdp(session: &Session, command: &str, params: &Value) -> Value {
    session.post(
        "/goog/cdp/execute",
        &json!({ "cmd": command, "params": params }),
    )
}

#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}
