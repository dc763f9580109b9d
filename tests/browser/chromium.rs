//! Chromium, and Chrome. It knows most of its own: its driver passes on the commands of the
//! `DevTools` protocol. Shared by all programs that drive the page.
//!
//! Never knows which page is open, nor what is looked for there.

use std::{
    env,
    path::Path,
    process::{Child, Command},
    time::Duration,
};

use serde_json::{Value, json};

use crate::{server::Server, session::Session};

/// What to start it with, and so many arguments more.
pub fn options(more: &[&str]) -> Value {
    let mut options = json!({ "args": arguments(more) });
    // The one whose version the driver speaks, where there are several.
    if let Ok(binary) = env::var("BROWSER_PATH") {
        options["binary"] = binary.into();
    }
    options
}

pub fn arguments<'a>(more: &[&'a str]) -> Vec<&'a str> {
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
    args
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

pub fn prepare(_: &mut Command) -> Option<Child> {
    None
}

pub fn capabilities(_: Option<&str>, _: &Path) -> Value {
    json!({
        "pageLoadStrategy": "eager",
        "goog:chromeOptions": options(&[]),
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}

pub fn patience() -> Duration {
    Duration::from_secs(20)
}

pub fn leave(_: &Path) {}

pub fn begin(_: &Session) {}

#[track_caller]
pub fn navigate(session: &Session, command: &str, body: &Value) {
    session.post(command, body);
}

pub fn listener() -> Option<&'static str> {
    None
}

pub fn limit_storage(session: &Session, origin: &str, bytes: u32) {
    command(
        session,
        "Storage.overrideQuotaForOrigin",
        &json!({ "origin": origin, "quotaSize": bytes }),
    );
}

pub fn emulate(session: &Session, medium: &str, scheme: &str) {
    let scheme = json!({ "name": "prefers-color-scheme", "value": scheme });
    command(
        session,
        "Emulation.setEmulatedMedia",
        &json!({ "media": medium, "features": [scheme] }),
    );
}

pub fn hold_in_hand(session: &Session, width: u32) {
    let phone = json!({ "width": width, "height": 740, "deviceScaleFactor": 2, "mobile": true });
    command(session, "Emulation.setDeviceMetricsOverride", &phone);
    command(
        session,
        "Emulation.setTouchEmulationEnabled",
        &json!({ "enabled": true }),
    );
}

pub fn console(session: &Session, _: &Server) -> Vec<String> {
    log(session, "browser")
        .iter()
        .map(|entry| format!("{} {}", entry["level"], entry["message"]))
        .collect()
}

pub fn requests(session: &Session, _: &Server) -> Vec<String> {
    log(session, "performance")
        .iter()
        .filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok())
        .filter_map(|event| {
            let message = &event["message"];
            let url = match message["method"].as_str()? {
                "Network.requestWillBeSent" => &message["params"]["request"]["url"],
                "Network.webSocketCreated" => &message["params"]["url"],
                _ => return None,
            };
            url.as_str().map(str::to_owned)
        })
        .collect()
}

fn log(session: &Session, kind: &str) -> Vec<Value> {
    match session.post("/se/log", &json!({ "type": kind })) {
        Value::Array(entries) => entries,
        _ => Vec::new(),
    }
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
