//! What a reader sees, and what the browser has to say. `see_…` waits until what is expected is
//! there, and else fails with what was there instead. Never does anything to the page.

use std::{
    fmt::Debug,
    thread,
    time::{Duration, Instant},
};

use serde_json::json;

use crate::{
    browser,
    page::{Page, SEARCH},
};

/// How long anything may take before the test fails, on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(30);

impl Page {
    #[track_caller]
    pub fn see_ready(&self) {
        self.see_html_is("ready");
    }

    /// Sees that the app has given up.
    #[track_caller]
    pub fn see_failed(&self) {
        self.see_html_is("failed");
    }

    /// Sees that the page tells whoever clicks that the app is not there yet.
    #[track_caller]
    pub fn see_still_loading(&self) {
        self.see_that(
            "document.querySelector('output').textContent === 'The filter is still loading.'",
        );
    }

    /// Sees "5 of 11" in the status line, and that it is true.
    #[track_caller]
    pub fn see_status(&self, expected: &str) {
        self.see("status", &json!([expected, expected]), || {
            self.look("[status(), `${lines().filter(isShown).length} of ${lines().length}`]")
        });
    }

    /// Sees that nothing is filtered: all lines, no empty entry, no skill chosen, no text typed.
    #[track_caller]
    pub fn see_everything(&self) {
        let all = self.look("lines().length");
        self.see_status(&format!("{all} of {all}"));
        self.see("unfiltered page", &json!([[], [], "", false]), || {
            self.look(&format!(
                "[all('[data-empty]').map((e) => e.id || e.dataset.entry), \
                  all('[aria-pressed=true]').map((button) => button.textContent), \
                  document.querySelector('{SEARCH}').value, \
                  all('button[data-clear]').some((b) => isVisible(b) && !b.disabled)]"
            ))
        });
    }

    /// Sees just these lines, in their order.
    #[track_caller]
    pub fn see_lines(&self, expected: &[&str]) {
        self.see("lines shown", &json!(expected), || {
            self.look("lines().filter(isShown).map(ownText)")
        });
    }

    /// Sees which skills are chosen.
    #[track_caller]
    pub fn see_chosen(&self, expected: &[&str]) {
        self.see("skills chosen", &json!(expected), || {
            self.look("all('button[data-skill][aria-pressed=true]').map((b) => b.dataset.skill)")
        });
    }

    /// Sees the address, as it stands behind that of the page.
    #[track_caller]
    pub fn see_address(&self, expected: &str) {
        self.see(
            "address",
            &json!(format!("{}{expected}", self.server.url())),
            || self.look("location.href"),
        );
    }

    #[track_caller]
    pub fn see_search(&self, expected: &str) {
        self.see("search box", &json!(expected), || {
            self.look(&format!("document.querySelector('{SEARCH}').value"))
        });
    }

    /// Sees that a section or an entry is open.
    #[track_caller]
    pub fn see_open(&self, id: &str) {
        self.see_fold(id, true);
    }

    /// Sees that of a section or an entry only the headline is left.
    #[track_caller]
    pub fn see_folded(&self, id: &str) {
        self.see_fold(id, false);
    }

    /// Sees which entries have nothing to show, and that their headlines are still there.
    #[track_caller]
    pub fn see_empty_entries(&self, expected: &[&str]) {
        self.see("empty entries with a headline", &json!(expected), || {
            self.look(
                "all('[data-entry][data-empty]').filter(isShown)
                    .filter((entry) => all('li[data-line]', entry).length > 0)
                    .filter((entry) => !all('li[data-line]', entry).some(isShown))
                    .filter((entry) => !fold(entry.dataset.entry)?.open)
                    .map((entry) => entry.dataset.entry)",
            )
        });
    }

    /// Waits until an expression of JavaScript is true.
    #[track_caller]
    pub fn see_that(&self, expression: &str) {
        self.see(expression, &json!(true), || self.look(expression));
    }

    /// Sees that the browser has nothing to say of the page: no console message of any kind,
    /// nothing blocked by its policy, no request to another host.
    #[track_caller]
    pub fn see_clean(&self) {
        assert_eq!(
            browser::console(&self.session, &self.server),
            Vec::<String>::new(),
            "console"
        );
        self.see_no_other_host();
    }

    /// Sees that nothing was asked of any other host.
    #[track_caller]
    pub fn see_no_other_host(&self) {
        let origin = self.server.origin() + "/";
        let others: Vec<_> = browser::requests(&self.session, &self.server)
            .into_iter()
            .filter(|url| !url.starts_with(&origin) && !url.starts_with("data:"))
            .collect();
        assert_eq!(others, Vec::<String>::new(), "requests to other hosts");
    }

    /// Waits until a look at the page finds what is expected.
    #[track_caller]
    pub fn see<T: Debug + PartialEq>(&self, what: &str, expected: &T, look: impl Fn() -> T) {
        let start = Instant::now();
        loop {
            let seen = look();
            if seen == *expected {
                return;
            }
            assert!(
                start.elapsed() < PATIENCE,
                "{what}: expected {expected:?}, saw {seen:?} at {}; console: {:?}",
                self.look("location.href"),
                browser::console(&self.session, &self.server),
            );
            // Between two looks the browser needs the processor more than the test does.
            thread::sleep(Duration::from_millis(10));
        }
    }

    #[track_caller]
    fn see_html_is(&self, state: &str) {
        self.see("state of the app", &json!([state]), || {
            self.look(
                "['ready', 'failed'].filter((each) => each in document.documentElement.dataset)",
            )
        });
    }

    #[track_caller]
    fn see_fold(&self, id: &str, open: bool) {
        self.see(&format!("{id} is open"), &json!(open), || {
            self.look(&format!("fold('{id}').open"))
        });
    }
}
