//! What keeps people out of the page, as far as axe-core can tell: nothing, in any state, on any
//! screen, and on paper.
//!
//! axe-core comes from outside; it is run in the page by the driver, since the page's own policy
//! lets no script in.

use std::{env, fs, sync::LazyLock};

use serde_json::{Value, json};

use crate::{
    browser,
    page::{Page, on},
    site,
    states::{STATES, State},
};

/// The media, as the browser emulates them.
const SCREEN: &str = "";
const PRINT: &str = "print";

#[test]
fn nobody_is_kept_out_of_a_light_screen() {
    see_no_barrier(SCREEN, "light", 1280);
}

#[test]
fn nobody_is_kept_out_of_a_dark_screen() {
    see_no_barrier(SCREEN, "dark", 1280);
}

#[test]
fn nobody_is_kept_out_of_a_narrow_screen() {
    see_no_barrier(SCREEN, "light", 320);
}

#[test]
fn nobody_is_kept_out_of_the_print() {
    see_no_barrier(PRINT, "light", 1280);
}

#[test]
fn what_is_read_has_contrast_to_spare() {
    see_contrast_to_spare("light");
}

#[test]
fn what_is_read_in_the_dark_has_contrast_to_spare() {
    see_contrast_to_spare("dark");
}

/// A look that finds nothing proves something only if it would have found it.
#[test]
fn barriers_are_found() {
    on(site::small(), |page| {
        let found = |rule: &str, planted: &str| {
            page.open("");
            page.run(planted, &[]);
            let found = barriers(page, &Value::Null, &all_rules(SCREEN));
            let prefix = format!("{rule}: ");
            assert!(
                found.iter().any(|each| each.starts_with(&prefix)),
                "no {rule} in {found:?}"
            );
        };
        found(
            "label",
            "const input = document.querySelector('input[type=search]');
             input.labels[0].remove();
             input.removeAttribute('title');",
        );
        found(
            "color-contrast",
            "document.querySelector('main li').style.color = '#aaa'",
        );
        found(
            "target-size",
            "for (const name of ['a', 'b']) {
                 const button = document.createElement('button');
                 button.textContent = name;
                 button.style.cssText = 'width: 10px; height: 10px; padding: 0';
                 document.querySelector('main').append(button);
             }",
        );
        found(
            "heading-order",
            "const heading = document.createElement('h6');
             heading.textContent = 'Deep';
             document.querySelector('main').append(heading);",
        );
    });
}

/// Sees that axe-core finds nothing, on the full page and on the small one.
#[track_caller]
fn see_no_barrier(medium: &str, scheme: &str, width: u32) {
    for site in [site::own(), site::small()] {
        on(site, |page| {
            page.session.resize(width, 900);
            page.see_that(&format!("innerWidth === {width}"));
            pretend(page, medium, scheme);
            see_none(page, medium, &Value::Null, &all_rules(medium));
        });
    }
}

/// Sees that what is read has contrast to level AAA. What is looked up rather than read may be
/// quieter: dates, places, context, and what has nothing to show.
#[track_caller]
fn see_contrast_to_spare(scheme: &str) {
    let read = json!({
        "include": ["main li:not([data-why=context], [data-empty])", "main p:not(.place)"],
        "exclude": ["[data-why=context]", "[data-empty]", "main .dates"],
    });
    on(site::own(), |page| {
        pretend(page, SCREEN, scheme);
        see_none(
            page,
            SCREEN,
            &read,
            &json!({ "runOnly": ["color-contrast-enhanced"] }),
        );
    });
}

#[track_caller]
fn pretend(page: &Page, medium: &str, scheme: &str) {
    browser::emulate(&page.session, medium, scheme);
    let scheme = format!("matchMedia('(prefers-color-scheme: {scheme})').matches");
    let medium = format!("matchMedia('print').matches === {}", medium == PRINT);
    page.see_that(&format!("{scheme} && {medium}"));
}

/// Sees that axe-core finds nothing in any state.
#[track_caller]
fn see_none(page: &Page, medium: &str, context: &Value, options: &Value) {
    let found_in = |state: &State| {
        state.show(page);
        let found = barriers(page, context, options);
        let name = state.name;
        found.into_iter().map(move |each| format!("{name}: {each}"))
    };
    // A dialog is not printed.
    let states = STATES
        .iter()
        .filter(|state| medium == SCREEN || !["palette", "keys"].contains(&state.name));
    let found: Vec<_> = states.flat_map(found_in).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// What axe-core looks for by itself (WCAG to level AA, and best practice), and large targets, which
/// paper does not need.
fn all_rules(medium: &str) -> Value {
    json!({ "rules": { "target-size": { "enabled": medium == SCREEN } } })
}

/// Each rule that is broken, where, and how to mend it.
#[track_caller]
fn barriers(page: &Page, context: &Value, options: &Value) -> Vec<String> {
    static AXE: LazyLock<String> = LazyLock::new(|| {
        let file = env::var_os("RESUME_AXE").expect(
            "RESUME_AXE is to name axe-core's script: run the browser tests with `cargo xtask test`",
        );
        fs::read_to_string(file).expect("axe-core's script can be read")
    });
    page.session.run(&AXE, &[]);
    let found = page.session.run_until_done(&format!(
        "const [context, options] = [{context}, {options}];\n{}",
        include_str!("axe.js")
    ));
    serde_json::from_value(found).expect("what axe-core finds is text")
}
