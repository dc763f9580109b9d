//! One browser session over `WebDriver`: the commands of the W3C protocol that the tests need, and
//! no others. Knows nothing of the page; whatever only one browser has is in `browser`.

use std::time::Duration;

use serde_json::{Value, json};
use ureq::{Agent, Body, http::Response};

use crate::{browser, driver::Driver};

/// The key under which `WebDriver` hands out a reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// What the driver says where the page was left before it could answer.
const GONE: &str = "no such frame";

/// A session, closed when it is dropped, so that a failing test leaves no browser behind.
pub struct Session {
    agent: Agent,
    url: String,
    // Dropped last: it is what closes the browser.
    _driver: Driver,
}

impl Session {
    /// Opens a browser window on an empty page, in a time zone if one is given; the proxy is for an
    /// engine that does not tell which other hosts are asked for something.
    pub fn start(proxy: Option<&str>, zone: Option<&str>) -> Self {
        // A browser may end before its driver has found it, which then waits for ever.
        let opened = (1..=8).find_map(|attempt| Self::open(proxy, zone, attempt));
        let session = opened.expect("the driver opens no session");
        browser::begin(&session);
        session
    }

    /// Nothing, if the browser does not come; each attempt is given more time.
    fn open(proxy: Option<&str>, zone: Option<&str>, attempt: u32) -> Option<Self> {
        let driver = Driver::start(zone);
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .proxy(None)
            .timeout_global(Some(Duration::from_mins(2)))
            .build()
            .new_agent();
        let url = format!("{}/session", driver.url());
        let wanted = browser::capabilities(proxy, driver.room());
        let wanted = json!({ "capabilities": { "alwaysMatch": wanted } });
        let request = agent.post(&url).config();
        let request = request
            .timeout_global(Some(browser::patience() * attempt))
            .build();
        let answer = match request.send_json(wanted) {
            Err(ureq::Error::Timeout(_)) => return None,
            answer => read("a new session", answer),
        };
        let id = accepted("a new session", &answer)["sessionId"].clone();
        let id = id.as_str().expect("a session has an id");
        Some(Self {
            agent,
            url: format!("{url}/{id}"),
            _driver: driver,
        })
    }

    /// Sends a command and answers its value.
    ///
    /// # Panics
    /// If the driver refuses, with what it says.
    #[track_caller]
    pub fn post(&self, command: &str, body: &Value) -> Value {
        accepted(command, &self.send(command, body))
    }

    /// Sends a command and answers what the driver answers, whatever that is.
    #[track_caller]
    fn send(&self, command: &str, body: &Value) -> Value {
        let request = self.agent.post(format!("{}{command}", self.url));
        read(command, request.send_json(body))
    }

    /// Asks for a value.
    #[track_caller]
    fn get(&self, command: &str) -> Value {
        let request = self.agent.get(format!("{}{command}", self.url));
        accepted(command, &read(command, request.call()))
    }

    /// Goes to an address and waits until its document is parsed, but not for what that loads.
    #[track_caller]
    pub fn go(&self, url: &str) {
        browser::navigate(self, "/url", &json!({ "url": url }));
    }

    #[track_caller]
    pub fn back(&self) {
        self.post("/back", &json!({}));
    }

    #[track_caller]
    pub fn forward(&self) {
        self.post("/forward", &json!({}));
    }

    #[track_caller]
    pub fn reload(&self) {
        browser::navigate(self, "/refresh", &json!({}));
    }

    /// Sets the size of the window, in CSS pixels.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        self.post("/window/rect", &json!({ "width": width, "height": height }));
    }

    /// Runs the body of a function in the page and answers what it returns. Where the page is left at
    /// that moment, it is the next page's turn.
    #[track_caller]
    pub fn run(&self, script: &str, args: &[Value]) -> Value {
        let (command, body) = ("/execute/sync", json!({ "script": script, "args": args }));
        loop {
            let value = self.send(command, &body);
            if value["error"] != GONE {
                return accepted(command, &value);
            }
        }
    }

    /// Like [`run`](Self::run), for what may be asked again: nothing, where no answer comes in time.
    #[track_caller]
    pub fn try_run(&self, script: &str, args: &[Value], patience: Duration) -> Option<Value> {
        let command = "/execute/sync";
        let request = self.agent.post(format!("{}{command}", self.url)).config();
        let request = request.timeout_global(Some(patience)).build();
        match request.send_json(json!({ "script": script, "args": args })) {
            Err(ureq::Error::Timeout(_)) => None,
            answer => Some(read(command, answer))
                .filter(|value| value["error"] != GONE)
                .map(|value| accepted(command, &value)),
        }
    }

    /// Runs the body of a function in the page and answers what it gives to `done`.
    #[track_caller]
    pub fn run_until_done(&self, script: &str) -> Value {
        let script = format!("const done = arguments[arguments.length - 1];\n{script}");
        self.post("/execute/async", &json!({ "script": script, "args": [] }))
    }

    /// Clicks the first element that fits the selector, as a mouse does: it is scrolled into
    /// view, and whatever lies over it gets in the way.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        let element = self.element(selector);
        self.post(&format!("/element/{element}/click"), &json!({}));
    }

    /// Moves the mouse over the middle of the first element that fits the selector.
    #[track_caller]
    pub fn hover(&self, selector: &str) {
        let element = self.element(selector);
        let origin = json!({ "element-6066-11e4-a52e-4f735466cecf": element });
        let moved = json!({ "type": "pointerMove", "x": 0, "y": 0, "origin": origin });
        let mouse = json!({ "type": "pointer", "id": "mouse", "actions": [moved] });
        self.post("/actions", &json!({ "actions": [mouse] }));
    }

    /// Types into the first element that fits the selector.
    #[track_caller]
    pub fn keys(&self, selector: &str, text: &str) {
        self.keys_into(&self.element(selector), text);
    }

    #[track_caller]
    pub fn keys_where_the_focus_is(&self, text: &str) {
        let active = self.get("/element/active");
        self.keys_into(&reference(&active), text);
    }

    #[track_caller]
    fn keys_into(&self, element: &str, text: &str) {
        self.post(
            &format!("/element/{element}/value"),
            &json!({ "text": text }),
        );
    }

    /// Prints the page on paper of a size in centimetres; answers the PDF in base64.
    #[track_caller]
    pub fn print(&self, width: f64, height: f64) -> String {
        let page = json!({ "width": width, "height": height });
        self.post("/print", &json!({ "background": true, "page": page }))
            .as_str()
            .expect("a printed page is text in base64")
            .to_owned()
    }

    #[track_caller]
    fn element(&self, selector: &str) -> String {
        let found = self.post(
            "/element",
            &json!({ "using": "css selector", "value": selector }),
        );
        reference(&found)
    }
}

#[track_caller]
fn read(command: &str, answer: Result<Response<Body>, ureq::Error>) -> Value {
    let answer: Value = answer
        .and_then(|mut response| {
            response
                .body_mut()
                .with_config()
                .limit(u64::MAX)
                .read_json()
        })
        .unwrap_or_else(|error| panic!("the driver does not answer {command}: {error}"));
    answer["value"].clone()
}

/// A value, unless the driver refuses to give one.
#[track_caller]
fn accepted(command: &str, value: &Value) -> Value {
    if let Some(error) = value["error"].as_str() {
        panic!(
            "the driver refuses {command}: {error}: {}",
            value["message"]
        );
    }
    value.clone()
}

/// What the driver calls an element.
#[track_caller]
fn reference(element: &Value) -> String {
    element[ELEMENT]
        .as_str()
        .expect("an element has a reference")
        .to_owned()
}

impl Drop for Session {
    fn drop(&mut self) {
        // A test that fails already has its message; a second panic would hide it.
        let _ = self.agent.delete(&self.url).call();
    }
}
