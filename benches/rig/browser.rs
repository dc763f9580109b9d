//! What only Chromium can be asked: how long its main thread worked, and what a page keeps in
//! memory. Stands where the browser tests have their own `browser`, so that the session is theirs.
//!
//! Never knows which page is open.

use std::path::Path;

use serde_json::{Value, json};

use crate::{chromium, session::Session};

pub use crate::chromium::{leave, navigate, patience, prepare};

/// Without the cache of left pages, which would count as memory.
pub const ARGUMENTS: [&str; 1] = ["--disable-features=BackForwardCache"];

/// The capabilities to ask the driver for: unlike the tests', without logs, which cost time.
pub fn capabilities(_: Option<&str>, _: &Path) -> Value {
    let options = chromium::options(&ARGUMENTS);
    json!({ "pageLoadStrategy": "eager", "goog:chromeOptions": options })
}

/// Makes every page note when it is ready and which memories its modules have.
pub fn begin(session: &Session) {
    chromium::command(
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
    chromium::command(session, "HeapProfiler.collectGarbage", &json!({}));
    metric(&metrics(session), "JSHeapUsedSize")
}

fn metrics(session: &Session) -> Value {
    chromium::command(session, "Performance.enable", &json!({}));
    chromium::command(session, "Performance.getMetrics", &json!({}))
}

fn metric(metrics: &Value, name: &str) -> f64 {
    let found = metrics["metrics"].as_array().into_iter().flatten();
    let metric = found.into_iter().find(|metric| metric["name"] == name);
    metric
        .and_then(|metric| metric["value"].as_f64())
        .expect("Chromium has the metric")
}
