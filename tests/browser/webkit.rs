//! WebKit, in the small browser that comes with its GTK port. Its driver knows little more than the
//! protocol: what a page has to say is sent by the page itself, and what it asks of other hosts
//! goes to a proxy, both of which are the test's own server.
//!
//! Never knows which page is open, nor what is looked for there.

#![allow(clippy::unnecessary_wraps, reason = "other engines need nothing")]

use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::{browser::stays, server::Server, session::Session};

/// How long a page may take to come, on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long an answer may take while a page comes, before it is asked for again.
const ANSWER: Duration = Duration::from_secs(2);

pub fn prepare(driver: &mut Command) -> Option<Child> {
    // Its window would else be wider than a phone.
    let config = Path::new(env!("CARGO_TARGET_TMPDIR")).join("webkit");
    let style = config.join("gtk-3.0");
    fs::create_dir_all(&style).expect("a folder for the settings");
    fs::write(
        style.join("gtk.css"),
        "* { min-width: 0; padding: 0; margin: 0; }",
    )
    .expect("the settings can be written");
    driver.env("XDG_CONFIG_HOME", config);
    // Its sandbox cannot be set up by root, as in most containers.
    driver.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    driver.arg("--host=127.0.0.1");
    let (screen, number) = screen();
    driver.env("DISPLAY", format!(":{number}"));
    Some(screen)
}

/// A screen that nobody sees, for one window, and its number. It is smaller than any window, so that
/// the mouse, which rests in its middle, is always over the window: where nobody manages windows,
/// that is the one that has the focus. What a window that has none sends is no deed of a reader's,
/// for which there would be no step in the history, either.
fn screen() -> (Child, String) {
    let mut screen = Command::new("Xvfb")
        // Without -noreset it would begin anew whenever nothing is shown, and turn browsers away.
        .args(["-displayfd", "1", "-screen", "0", "300x300x24"])
        .args(["-nolisten", "tcp", "-noreset"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb is there, in which WebKit runs");
    let mut number = String::new();
    let said = screen.stdout.take().expect("Xvfb says its number");
    BufReader::new(said)
        .read_line(&mut number)
        .expect("Xvfb says its number");
    (screen, number.trim().to_owned())
}

pub fn capabilities(proxy: Option<&str>, _: &Path) -> Value {
    // On a full screen there is nothing around the page, and it still takes any size.
    let mut options = json!({ "args": ["--automation", "--full-screen"] });
    if let Ok(binary) = env::var("BROWSER_PATH") {
        options["binary"] = binary.into();
    }
    // Told to wait until a page is parsed, it waits for that with each later command, too, and for
    // ever.
    let mut capabilities =
        json!({ "pageLoadStrategy": "none", "webkitgtk:browserOptions": options });
    if let Some(proxy) = proxy {
        capabilities["proxy"] = json!({
            "proxyType": "manual",
            "httpProxy": proxy,
            "sslProxy": proxy,
            "noProxy": ["127.0.0.1"],
        });
    }
    capabilities
}

/// It takes half a second, or, one time in some, for ever: its browser ends while its driver still
/// looks for it.
pub fn patience() -> Duration {
    Duration::from_secs(4)
}

pub fn leave(_: &Path) {}

pub fn begin(_: &Session) {}

/// The document that is left is marked, and waited for to be gone; but not where an address only
/// leads to another part of it. What is asked just when another process takes over is, one time in
/// some dozens, never answered.
#[track_caller]
pub fn navigate(session: &Session, command: &str, body: &Value) {
    static MARK: AtomicU32 = AtomicU32::new(0);
    let mark = [MARK.fetch_add(1, Ordering::Relaxed).into()];
    session.run("window.left = arguments[0];", &mark);
    let stays = stays(session, &body["url"]);
    session.post(command, body);
    if stays {
        return;
    }
    let arrived = "return window.left !== arguments[0] && document.readyState !== 'loading';";
    let start = Instant::now();
    while session.try_run(arrived, &mark, ANSWER) != Some(true.into()) {
        assert!(start.elapsed() < PATIENCE, "{command} does not lead on");
        thread::sleep(Duration::from_millis(5));
    }
}

pub fn listener() -> Option<&'static str> {
    Some(include_str!("listener.js"))
}

pub fn limit_storage(_: &Session, _: &str, _: u32) {
    panic!("WebKit's storage cannot be limited");
}

pub fn emulate(_: &Session, medium: &str, scheme: &str) {
    assert_eq!(
        (medium, scheme),
        ("", "light"),
        "WebKit cannot pretend another medium or scheme than its own"
    );
}

pub fn hold_in_hand(_: &Session, _: u32) {
    panic!("WebKit cannot pretend to be a phone");
}

pub fn console(_: &Session, server: &Server) -> Vec<String> {
    server.heard()
}

pub fn requests(_: &Session, server: &Server) -> Vec<String> {
    server.asked_of_others()
}
