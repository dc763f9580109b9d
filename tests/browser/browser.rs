//! What differs from browser to browser: how one is started, and how to hear what it has to say
//! of a page. Another browser is another arm here and no change to any test.

use std::env;

use serde_json::{Value, json};

use crate::{chromium, session::Session};

/// The capabilities to ask the driver for.
///
/// # Panics
/// If `BROWSER` names a browser that the tests do not know yet.
pub fn capabilities() -> Value {
    let name = env::var("BROWSER").unwrap_or_else(|_| "chromium".into());
    assert_eq!(
        name, "chromium",
        "BROWSER names a browser that these tests do not know"
    );
    json!({
        // The tests hold back the module to look at the page before it is taken over, so a page
        // counts as open once it is parsed.
        "pageLoadStrategy": "eager",
        "goog:chromeOptions": chromium::options(&[]),
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}

/// Makes every page of the session collect what its policy blocks, in `blockedByPolicy`.
pub fn watch(session: &Session) {
    let source = "
        self.blockedByPolicy = [];
        addEventListener('securitypolicyviolation', (event) => {
            blockedByPolicy.push(`${event.effectiveDirective} ${event.blockedURI}`);
        });";
    begin_with(session, source);
}

/// Makes every page of the session run a script before its own.
pub fn begin_with(session: &Session, source: &str) {
    chromium::command(
        session,
        "Page.addScriptToEvaluateOnNewDocument",
        &json!({ "source": source }),
    );
}

/// Makes the browser keep no more than so many bytes for a host.
pub fn limit_storage(session: &Session, origin: &str, bytes: u32) {
    chromium::command(
        session,
        "Storage.overrideQuotaForOrigin",
        &json!({ "origin": origin, "quotaSize": bytes }),
    );
}

/// Makes every page of the session believe that it is on this medium, `print` or, empty, the one
/// it is on, before a reader who prefers this scheme, `light` or `dark`.
pub fn emulate(session: &Session, medium: &str, scheme: &str) {
    let scheme = json!({ "name": "prefers-color-scheme", "value": scheme });
    chromium::command(
        session,
        "Emulation.setEmulatedMedia",
        &json!({ "media": medium, "features": [scheme] }),
    );
}

/// Makes every page of the session believe that it is on a phone of this width, in CSS pixels.
pub fn hold_in_hand(session: &Session, width: u32) {
    let phone = json!({ "width": width, "height": 740, "deviceScaleFactor": 2, "mobile": true });
    chromium::command(session, "Emulation.setDeviceMetricsOverride", &phone);
    chromium::command(
        session,
        "Emulation.setTouchEmulationEnabled",
        &json!({ "enabled": true }),
    );
}

/// Every console message since the last call, of any level.
pub fn console(session: &Session) -> Vec<String> {
    log(session, "browser")
        .iter()
        .map(|entry| format!("{} {}", entry["level"], entry["message"]))
        .collect()
}

/// The address of every request since the last call, whether it was answered or not.
pub fn requests(session: &Session) -> Vec<String> {
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
