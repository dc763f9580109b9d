//! The page as a reader has it: a window on it, and verbs to come and to do something; `see` has
//! those to see something. The contract with the page's DOM is in these two and in `page.js`, and
//! in few words of the tests.

use std::path::Path;

use serde_json::Value;

use crate::{
    browser,
    server::{Fault, Server},
    session::Session,
};

const ENTER: &str = "\u{e007}";
const BACKSPACE: &str = "\u{e003}";
pub const SEARCH: &str = "input[type=search]";

/// A browser window on a site.
pub struct Page {
    // Fields are dropped in their order: the browser has to be gone before the server.
    pub session: Session,
    pub server: Server,
}

/// Runs a test on a site, at 1280 × 900, and sees at its end that the browser had nothing to say.
#[track_caller]
pub fn on(site: &Path, test: impl FnOnce(&Page)) {
    let page = Page::new(site, "/");
    test(&page);
    page.see_clean();
}

impl Page {
    /// A window, on no page yet; the prefix is the path that the site is served under.
    pub fn new(site: &Path, prefix: &'static str) -> Self {
        Self::with(Server::start(site, prefix), None)
    }

    /// A window of a reader in a time zone, by its name in the tz database.
    pub fn in_zone(site: &Path, zone: &str) -> Self {
        Self::with(Server::start(site, "/"), Some(zone))
    }

    fn with(server: Server, zone: Option<&str>) -> Self {
        if let Some(listener) = browser::listener() {
            server.begin_with(listener);
        }
        let page = Self {
            session: Session::start(Some(&server.host()), zone),
            server,
        };
        page.session.resize(1280, 900);
        page
    }

    // Coming and going.

    /// Opens the page and waits until the app has taken it over.
    #[track_caller]
    pub fn open(&self, query: &str) {
        self.arrive(query);
        self.see_ready();
    }

    /// Opens the page and waits only until it is parsed.
    #[track_caller]
    pub fn arrive(&self, query: &str) {
        self.session.go(&format!("{}{query}", self.server.url()));
    }

    /// Opens the page with its module held back until the server is mended: what the reader has
    /// before the app takes over.
    #[track_caller]
    pub fn arrive_early(&self, query: &str) {
        self.server.fail(".wasm", Fault::Held);
        self.arrive(query);
        self.see("module asked for", &true, || {
            self.server.was_asked_for(".wasm")
        });
        self.see_that("!('ready' in document.documentElement.dataset)");
    }

    #[track_caller]
    pub fn reload(&self) {
        self.session.reload();
        self.see_ready();
    }

    /// Lets the app take the page over.
    #[track_caller]
    pub fn let_start(&self) {
        self.server.mend();
        self.see_ready();
    }

    // Doing something.

    /// Clicks the button of a skill, to choose it or to let go of it.
    #[track_caller]
    pub fn choose(&self, skill: &str) {
        self.session.click(&skill_button(skill));
    }

    /// Clicks the switch between any and all of the chosen skills.
    #[track_caller]
    pub fn switch_all(&self) {
        self.session.click("button[data-match=all]");
    }

    #[track_caller]
    pub fn clear(&self) {
        self.session.click("button[data-clear]");
    }

    #[track_caller]
    pub fn type_in_search(&self, text: &str) {
        self.session.keys(SEARCH, text);
    }

    #[track_caller]
    pub fn erase_search(&self, characters: usize) {
        self.session.keys(SEARCH, &BACKSPACE.repeat(characters));
    }

    /// Presses keys where the focus is.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        self.session.keys_where_the_focus_is(keys);
    }

    /// Puts the focus on an element.
    #[track_caller]
    pub fn focus(&self, selector: &str) {
        self.run(
            "document.querySelector(arguments[0]).focus()",
            &[selector.into()],
        );
    }

    /// Folds a section or an entry, or unfolds it, with the mouse.
    #[track_caller]
    pub fn fold(&self, id: &str) {
        self.session.click(&summary(id));
    }

    /// Folds a section or an entry, or unfolds it, with the keyboard.
    #[track_caller]
    pub fn fold_by_key(&self, id: &str) {
        self.session.keys(&summary(id), ENTER);
    }

    /// Runs the body of a function in the page, which may use all that is in `page.js`.
    #[track_caller]
    pub fn run(&self, script: &str, args: &[Value]) -> Value {
        self.session
            .run(&format!("{}\n{script}", include_str!("page.js")), args)
    }

    /// The number on the button of a skill.
    #[track_caller]
    pub fn count(&self, skill: &str) -> u64 {
        let text = self.look(&format!(
            "document.querySelector('{}').textContent",
            skill_button(skill)
        ));
        let text = text.as_str().unwrap_or_default();
        let digits = text
            .rsplit(|c: char| !c.is_ascii_digit())
            .find(|part| !part.is_empty());
        digits
            .and_then(|part| part.parse().ok())
            .unwrap_or_else(|| panic!("no count in {text:?}"))
    }

    /// Answers the value of an expression of JavaScript, without waiting.
    #[track_caller]
    pub fn look(&self, expression: &str) -> Value {
        self.run(&format!("return ({expression});"), &[])
    }
}

fn skill_button(skill: &str) -> String {
    format!("button[data-skill=\"{skill}\"]")
}

/// The headline of a section or of an entry, which folds it.
fn summary(id: &str) -> String {
    format!(
        "details#{id} > summary, [data-entry=\"{id}\"] > summary, \
         [data-entry=\"{id}\"] details > summary"
    )
}
