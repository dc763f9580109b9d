//! Light, dark, or as the system has it.

use serde_json::json;

use crate::{page::on, site};

const GROUND: &str = "getComputedStyle(document.documentElement).backgroundColor";

#[test]
fn the_theme_is_switched_and_remembered() {
    on(site::small(), |page| {
        page.open("");
        let system = page.look(GROUND);
        let mut grounds = Vec::new();
        for theme in ["light", "dark"] {
            page.session.click("[data-theme-switch]");
            page.see_that(&format!(
                "document.documentElement.dataset.theme === '{theme}'"
            ));
            page.see_that(&format!(
                "getComputedStyle(document.querySelector('[data-theme-switch]'), '::after')
                    .content.includes('{theme}')"
            ));
            grounds.push(page.look(GROUND));
        }
        assert_eq!(
            grounds,
            [json!("rgb(255, 255, 255)"), json!("rgb(22, 24, 27)")]
        );
        // Before the app is there already.
        page.arrive_early("");
        assert_eq!(page.look(GROUND), grounds[1]);
        page.let_start();
        page.session.click("[data-theme-switch]");
        page.see("ground", &system, || page.look(GROUND));
        page.reload();
        page.see("ground", &system, || page.look(GROUND));
    });
}

#[test]
fn a_page_whose_storage_is_blocked_can_still_be_switched() {
    on(site::small(), |page| {
        page.open("");
        page.run(
            "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } })",
            &[],
        );
        page.session.click("[data-theme-switch]");
        page.see_that("document.documentElement.dataset.theme === 'light'");
        page.choose("Rust");
        page.see_status("5 of 11");
    });
}
