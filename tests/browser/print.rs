//! The printed page, read back from its PDF.

use std::{fs, path::Path, process::Command};

use base64::prelude::{BASE64_STANDARD, Engine};

use crate::{
    page::{Page, on},
    server::Fault,
    site,
};

#[test]
fn what_is_folded_is_printed() {
    on(site::small(), |page| {
        page.open("");
        page.fold("attic");
        page.fold("education");
        page.see_folded("education");
        let printed = printed(page, "folded");
        for line in ["Kept mice out", "Learnt to read", "Ran the furnace"] {
            assert!(printed.contains(line), "no {line:?} in {printed}");
        }
        page.see_folded("attic");
        page.see_folded("education");
        page.see_open("forge");
    });
}

#[test]
fn what_is_folded_is_printed_without_the_app_too() {
    let page = Page::new(site::small(), "/");
    page.server.fail(".wasm", Fault::Missing);
    page.arrive("");
    page.see_failed();
    page.fold("attic");
    page.see_folded("attic");
    assert!(printed(&page, "failed").contains("Kept mice out"));
}

#[test]
fn controls_are_not_printed() {
    on(site::small(), |page| {
        page.open("");
        let printed = printed(page, "controls");
        assert!(!printed.contains("11 of 11"), "{printed}");
        let button =
            page.look("squeezed(document.querySelector('button[data-clear]').textContent)");
        let button = button.as_str().unwrap_or_default();
        assert!(
            !printed.lines().any(|line| line.trim() == button),
            "{button:?} in {printed}"
        );
    });
}

#[test]
fn the_target_of_a_link_is_printed() {
    on(site::small(), |page| {
        page.open("");
        let printed = printed(page, "links");
        assert!(printed.contains("example.org/letters"), "{printed}");
    });
}

#[test]
fn a_filtered_print_holds_what_is_shown_and_says_so_in_one_line() {
    on(site::small(), |page| {
        page.open("?skill=metrics&q=nails");
        page.see_status("2 of 11");
        let printed = printed(page, "filtered");
        assert!(printed.contains("Counted nails"), "{printed}");
        assert!(printed.contains("Attic"), "no gap in a career: {printed}");
        assert!(!printed.contains("Kept mice out"), "{printed}");
        assert!(!printed.contains("Swept floors"), "{printed}");
        let said = says_filter(&printed);
        assert_eq!(said, 1, "{printed}");
    });
}

#[test]
fn an_unfiltered_print_says_nothing_of_filters() {
    on(site::small(), |page| {
        page.open("?skill=metrics&q=nails");
        page.see_status("2 of 11");
        page.clear();
        page.see_everything();
        assert_eq!(says_filter(&printed(page, "cleared")), 0);
    });
}

/// How many lines of the print name the filter for "nails" of those on Metrics.
fn says_filter(printed: &str) -> usize {
    printed
        .lines()
        .filter(|line| line.contains("Metrics") && line.contains("nails"))
        .count()
}

/// Prints the page and answers the text of the PDF, line by line.
#[track_caller]
fn printed(page: &Page, name: &str) -> String {
    let pdf = BASE64_STANDARD
        .decode(page.session.print())
        .expect("a PDF in base64");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
    fs::write(&file, pdf).expect("the PDF can be kept");
    let text = Command::new("pdftotext")
        .args(["-layout".as_ref(), file.as_os_str(), "-".as_ref()])
        .output()
        .expect("pdftotext, of the package poppler-utils, is needed to read what was printed");
    assert!(
        text.status.success(),
        "{}",
        String::from_utf8_lossy(&text.stderr)
    );
    String::from_utf8_lossy(&text.stdout).into_owned()
}
