//! Firefox. Its driver lets scripts run in the browser itself, beside the page, which tell what
//! there is to hear and set what a page is to believe.
//!
//! Never knows which page is open, nor what is looked for there.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::{Child, Command},
    sync::{Mutex, MutexGuard, PoisonError},
    thread::sleep,
    time::Duration,
};

use serde_json::{Value, json};

use crate::{browser::stays, server::Server, session::Session};

pub fn prepare(driver: &mut Command) -> Option<Child> {
    // Any free port: two of them would else want the same.
    driver.args(["--allow-system-access", "--websocket-port=0"]);
    None
}

/// What one browser leaves to the next, so that it need not compile its own scripts anew: that is
/// half of what a start takes.
const LEFT: [&str; 2] = ["startupCache", "compatibility.ini"];

/// Where that lies, once there is some.
static SPARED: Mutex<Option<PathBuf>> = Mutex::new(None);

pub fn capabilities(_: Option<&str>, room: &Path) -> Value {
    if let Some(spared) = &*spared() {
        copy(spared, room).expect("a profile can be copied");
    }
    let mut options = json!({
        "args": ["-headless", "-profile", room],
        "prefs": {
            // What it would look for elsewhere by itself.
            "app.normandy.enabled": false,
            "messaging-system.rsexperimentloader.enabled": false,
            "services.settings.server": "data:,",
            "browser.newtabpage.enabled": false,
            "browser.startup.homepage": "about:blank",
        },
    });
    if let Ok(binary) = env::var("BROWSER_PATH") {
        options["binary"] = binary.into();
    }
    json!({ "pageLoadStrategy": "eager", "moz:firefoxOptions": options })
}

pub fn patience() -> Duration {
    Duration::from_secs(20)
}

pub fn leave(room: &Path) {
    let mut spared = spared();
    if spared.is_some() {
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("firefox");
    // What an earlier run has left; or nothing.
    let _ = fs::remove_dir_all(&folder);
    if copy(room, &folder).is_ok() {
        *spared = Some(folder);
    }
}

fn spared() -> MutexGuard<'static, Option<PathBuf>> {
    // A test that fails leaves it as it was.
    SPARED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Copies from one profile to another what is left.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let [folder, file] = LEFT;
    fs::create_dir_all(to.join(folder))?;
    for entry in fs::read_dir(from.join(folder))? {
        let name = Path::new(folder).join(entry?.file_name());
        fs::copy(from.join(&name), to.join(&name))?;
    }
    fs::copy(from.join(file), to.join(file)).map(|_| ())
}

/// The window has nothing around the page, and may be as narrow as a phone.
pub fn begin(session: &Session) {
    beside(
        session,
        "document.documentElement.style.minWidth = '0';
         document.getElementById('navigator-toolbox').style.display = 'none';
         Services.console.reset();
         window.requestsSeen = [];
         window.requestsSeer = {
             observe(channel) {
                 const { URI, loadInfo } = channel.QueryInterface(Ci.nsIHttpChannel);
                 // What a page does not ask for, the browser does.
                 if (loadInfo.browsingContextID || loadInfo.workerAssociatedBrowsingContextID) {
                     requestsSeen.push(URI.spec);
                 }
             },
         };
         Services.obs.addObserver(requestsSeer, 'http-on-opening-request');",
        &[],
    );
}

/// Its driver would wait for another document where there is none to come, and reloads past the
/// worker that keeps the page.
#[track_caller]
pub fn navigate(session: &Session, command: &str, body: &Value) {
    if command == "/refresh" {
        session.run("window.isOld = true; location.reload();", &[]);
        while session.run(
            "return !!window.isOld || document.readyState !== 'complete'",
            &[],
        ) == true
        {
            sleep(Duration::from_millis(50));
        }
    } else if stays(session, &body["url"]) {
        session.run("location.href = arguments[0];", &[body["url"].clone()]);
    } else {
        session.post(command, body);
    }
}

pub fn listener() -> Option<&'static str> {
    None
}

pub fn limit_storage(_: &Session, _: &str, _: u32) {
    panic!("Firefox's storage cannot be limited");
}

pub fn emulate(session: &Session, medium: &str, scheme: &str) {
    beside(
        session,
        "const page = gBrowser.selectedBrowser.browsingContext;
         [page.mediumOverride, page.prefersColorSchemeOverride] = arguments;",
        &[medium.into(), scheme.into()],
    );
}

pub fn hold_in_hand(session: &Session, width: u32) {
    // A pointer that is coarse and does not hover.
    for pointers in ["ui.primaryPointerCapabilities", "ui.allPointerCapabilities"] {
        set(session, pointers, 1);
    }
    session.resize(width, 740);
}

/// What is said of pages, and not of the browser itself.
pub fn console(session: &Session, _: &Server) -> Vec<String> {
    texts(&beside(
        session,
        "const said = Services.console.getMessageArray()
             .filter((each) => each instanceof Ci.nsIScriptError && /^https?:/.test(each.sourceName))
             .map((each) => `${each.category} ${each.errorMessage} (${each.sourceName})`);
         Services.console.reset();
         return said;",
        &[],
    ))
}

pub fn requests(session: &Session, _: &Server) -> Vec<String> {
    texts(&beside(session, "return requestsSeen.splice(0);", &[]))
}

/// Sets one of the browser's preferences to a number.
fn set(session: &Session, preference: &str, number: u32) {
    beside(
        session,
        "Services.prefs.setIntPref(...arguments);",
        &[preference.into(), number.into()],
    );
}

/// Runs the body of a function in the browser's own window.
#[track_caller]
fn beside(session: &Session, script: &str, args: &[Value]) -> Value {
    session.post("/moz/context", &json!({ "context": "chrome" }));
    let answer = session.run(script, args);
    session.post("/moz/context", &json!({ "context": "content" }));
    answer
}

fn texts(list: &Value) -> Vec<String> {
    let texts = list.as_array().into_iter().flatten();
    texts.filter_map(Value::as_str).map(str::to_owned).collect()
}
