//! What differs from engine to engine: how one is started, what it can pretend, and how to hear
//! what it has to say of a page. Each engine has a file of its own; another is another arm of
//! `ask!` and no change to any test.
//!
//! What an engine cannot do panics, with the reason. The tests that would ask for it are left out by
//! name: see `xtask/src/engine.rs`.

use std::{
    env,
    path::Path,
    process::{Child, Command},
    time::Duration,
};

use serde_json::Value;

use crate::{chromium, firefox, server::Server, session::Session, webkit};

/// Calls the function of this name in the file of the engine that `BROWSER` names.
macro_rules! ask {
    ($function:ident($($argument:expr),*)) => {
        match env::var("BROWSER").as_deref() {
            Ok("chromium") | Err(_) => chromium::$function($($argument),*),
            Ok("firefox") => firefox::$function($($argument),*),
            Ok("webkit") => webkit::$function($($argument),*),
            Ok(other) => panic!("BROWSER names {other}, which these tests do not know"),
        }
    };
}

/// Tells a driver that is about to be started what else it has to know, and answers what has to run
/// beside it.
pub fn prepare(driver: &mut Command) -> Option<Child> {
    ask!(prepare(driver))
}

/// The capabilities to ask the driver for. Requests to other hosts may go to the proxy, an address
/// with its port, where the engine does not tell of them itself. The folder is the browser's own.
pub fn capabilities(proxy: Option<&str>, room: &Path) -> Value {
    ask!(capabilities(proxy, room))
}

/// How long a browser may take to start, when it is tried first.
pub fn patience() -> Duration {
    ask!(patience())
}

/// Takes from a browser's folder what others can use, once the browser is gone.
pub fn leave(room: &Path) {
    ask!(leave(room));
}

/// Does what has to be done once for a session.
pub fn begin(session: &Session) {
    ask!(begin(session));
}

/// Sends a command that leads to another document, and waits until that is parsed, but not for what
/// it loads.
#[track_caller]
pub fn navigate(session: &Session, command: &str, body: &Value) {
    ask!(navigate(session, command, body));
}

/// Whether an address only leads to another part of the document that is open.
pub fn stays(session: &Session, url: &Value) -> bool {
    let script = "
        const [there, here] = [arguments[0] ?? '', location.href].map((url) => url.split('#'));
        return there.length > 1 && there[0] === here[0];";
    session.run(script, std::slice::from_ref(url)) == true
}

/// The script that is to run in each page before its own, where the engine does not tell by itself
/// what a page's console says: it sends that to `/heard`.
pub fn listener() -> Option<&'static str> {
    ask!(listener())
}

/// Makes the browser keep no more than so many bytes for a host.
pub fn limit_storage(session: &Session, origin: &str, bytes: u32) {
    ask!(limit_storage(session, origin, bytes));
}

/// Makes every page of the session believe that it is on this medium, `print` or, empty, the one
/// it is on, before a reader who prefers this scheme, `light` or `dark`.
pub fn emulate(session: &Session, medium: &str, scheme: &str) {
    ask!(emulate(session, medium, scheme));
}

/// Makes every page of the session believe that it is on a phone of this width, in CSS pixels.
pub fn hold_in_hand(session: &Session, width: u32) {
    ask!(hold_in_hand(session, width));
}

/// Every console message since the last call, of any level; what the policy blocks is among them.
pub fn console(session: &Session, server: &Server) -> Vec<String> {
    ask!(console(session, server))
}

/// The address of every request since the last call, at least of those to other hosts, whether it
/// was answered or not.
pub fn requests(session: &Session, server: &Server) -> Vec<String> {
    ask!(requests(session, server))
}
