//! The command palette: all that is in the page, and all that it can do, by a few letters.

use crate::{
    page::{Page, on},
    site,
};

const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const DOWN: &str = "\u{e015}";
const UP: &str = "\u{e013}";
const CTRL_K: &str = "\u{e009}k";

const OPEN: &str = "isVisible(document.querySelector('#palette'))";

/// Opens the palette, types, and takes what comes first.
#[track_caller]
pub fn ask(page: &Page, words: &str) {
    page.press(CTRL_K);
    page.see_that(OPEN);
    page.press(words);
    page.press(ENTER);
    page.see_that("!document.querySelector('#palette[open]')");
}

#[test]
fn a_skill_is_chosen() {
    on(site::small(), |page| {
        page.open("");
        page.focus("button[data-skill=Metrics]");
        ask(page, "rust skill");
        page.see_chosen(&["Rust"]);
        page.see_status("5 of 11");
        page.see_that("focused() === 'Metrics'");
    });
}

#[test]
fn an_entry_is_gone_to() {
    on(site::small(), |page| {
        page.open("");
        page.fold("loom");
        page.see_folded("loom");
        ask(page, "WEAVER");
        page.see_open("loom");
        page.see_that("document.activeElement.closest('[data-entry=loom]') !== null");
        ask(page, "education");
        page.see_that("document.activeElement.parentElement.id === 'education'");
    });
}

#[test]
fn everything_folds_and_unfolds() {
    on(site::small(), |page| {
        page.open("");
        ask(page, "fold all");
        for id in ["forge", "loom", "attic", "school"] {
            page.see_folded(id);
        }
        page.see_open("work");
        ask(page, "unfold");
        page.see_open("forge");
        page.see_everything();
    });
}

#[test]
fn the_list_is_gone_through_by_arrows() {
    on(site::small(), |page| {
        page.open("");
        page.session.click("[data-palette]");
        page.see_that(OPEN);
        let active = "squeezed(document.querySelector('[role=option][aria-selected=true]').firstChild.textContent)";
        let first = page.look(active);
        page.press(DOWN);
        assert_ne!(page.look(active), first);
        page.press(UP);
        assert_eq!(page.look(active), first);
        page.press(UP);
        let last = page.look("all('a[data-export]').at(-1).textContent");
        page.see("last", &last, || page.look(active));
        page.press(DOWN);
        assert_eq!(page.look(active), first);
        page.see_that(
            "document.activeElement.getAttribute('aria-activedescendant')
                === document.querySelector('[aria-selected=true]').id",
        );
        page.press("zzz");
        page.see_that(
            "document.querySelector('#palette [role=status]').textContent === 'Nothing found'",
        );
        page.press(ENTER);
        page.see_that(OPEN);
        page.press(ESCAPE);
        page.see_that("!document.querySelector('#palette[open]')");
        page.see_everything();
    });
}

#[test]
fn the_mouse_does_it_too() {
    on(site::small(), |page| {
        page.open("");
        page.session.click("[data-palette]");
        page.run(
            "all('[role=option]').find((option) => option.textContent.startsWith('Metrics')).id = 'wanted'",
            &[],
        );
        page.session.click("#wanted");
        page.see_chosen(&["Metrics"]);
        page.see_that("!document.querySelector('#palette[open]')");
    });
}

#[test]
fn a_second_press_closes_it() {
    on(site::small(), |page| {
        page.open("");
        page.press(CTRL_K);
        page.see_that(OPEN);
        page.press(CTRL_K);
        page.see_that("!document.querySelector('#palette[open]')");
    });
}

/// Employers may be called as the parts of the page's dialogs are.
#[test]
fn entries_are_not_taken_for_dialogs() {
    let entries = ["Palette", "Keys", "Choices", "Choice"];
    let entries = entries.map(|name| format!("- {{name: {name}, highlights: [Made {name}]}}\n"));
    let yaml = format!("basics: {{name: A}}\nwork:\n{}", entries.concat());
    on(&site::build("palette-names", &yaml), |page| {
        page.open("");
        page.press("?");
        page.see_that("isVisible(document.querySelector('dialog#keys'))");
        page.press(ESCAPE);
        ask(page, "choices entry");
        page.see_that(
            "document.activeElement.closest('[data-entry]').dataset.entry === 'choices-2'",
        );
        page.see_everything();
    });
}
