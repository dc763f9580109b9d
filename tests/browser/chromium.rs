//! Chromium itself: how it is started, and the commands that only it has. Shared by all programs
//! that drive the page.
//!
//! Never knows which page is open, nor what is looked for there.

use std::env;

use serde_json::{Value, json};

use crate::session::Session;

/// What to start it with, and so many arguments more.
pub fn options(more: &[&str]) -> Value {
    let mut args = vec![
        "--headless",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ];
    args.extend(more);
    // Chromium's sandbox cannot be set up by root, as in most containers.
    if is_root() {
        args.push("--no-sandbox");
    }
    let mut options = json!({ "args": args });
    // The one whose version the driver speaks, where there are several.
    if let Ok(binary) = env::var("BROWSER_PATH") {
        options["binary"] = binary.into();
    }
    options
}

/// Sends a command of the `DevTools` protocol
/// (<https://chromedevtools.github.io/devtools-protocol/>) and answers its result.
#[track_caller]
pub fn command(session: &Session, command: &str, params: &Value) -> Value {
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
