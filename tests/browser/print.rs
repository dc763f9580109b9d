//! What is printed and what is not. How it fills its sheets is in `sheets`.

use crate::{
    browser,
    page::{Page, on},
    paper::{A4, Paper},
    server::Fault,
    sheets::{name, on_both_papers},
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
fn what_is_printed_before_the_app_is_there_is_whole() {
    on(site::small(), |page| {
        page.arrive_early("?skill=rust");
        let early = printed(page, "early");
        page.let_start();
        page.clear();
        page.see_everything();
        assert_eq!(printed(page, "late"), early);
    });
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
        let whole = format!("The whole résumé: {}", page.server.url());
        let line: Vec<_> = printed.split_whitespace().collect();
        assert!(line.join(" ").contains(&whole), "no {whole:?} in {printed}");
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

#[test]
fn all_text_is_printed_in_the_order_of_the_page() {
    on_both_papers("order", |page, paper| {
        let name = name(page);
        let written = letters(page.look(WRITTEN).as_str().expect("a text"));
        let mut printed = String::new();
        let sheets = paper.in_order();
        for (at, sheet) in sheets.iter().enumerate() {
            // The foot stands apart from the text, before it.
            let foot = format!("Page {} of {} {name}", at + 1, sheets.len());
            let sheet = letters(sheet);
            printed += sheet
                .strip_prefix(&letters(&foot))
                .expect("the foot comes first");
        }
        let same = written
            .chars()
            .zip(printed.chars())
            .take_while(|(a, b)| a == b)
            .count();
        let rest = |text: &str| text.chars().skip(same).take(60).collect::<String>();
        assert_eq!(rest(&printed), rest(&written), "after {same} letters");
    });
}

#[test]
fn dark_is_printed_light() {
    on(site::own(), |page| {
        browser::emulate(&page.session, "", "dark");
        page.open("");
        page.see_that("matchMedia('(prefers-color-scheme: dark)').matches");
        assert!(Paper::print(page, "system", A4).lightness() > 0.9);
        page.run("document.documentElement.style.colorScheme = 'dark'", &[]);
        page.see_that("getComputedStyle(document.body).color !== 'rgb(0, 0, 0)'");
        assert!(Paper::print(page, "dark", A4).lightness() > 0.9);
    });
}

#[test]
fn letters_with_accents_and_dashes_are_printed() {
    on(site::small(), |page| {
        page.open("");
        let printed = printed(page, "letters");
        for text in ["Zoë Quill", "Café Façade", "2014 – 2017"] {
            assert!(printed.contains(text), "no {text:?} in {printed}");
        }
    });
}

/// How many lines of the print name the filter for "nails" of those on Metrics.
fn says_filter(printed: &str) -> usize {
    printed
        .lines()
        .filter(|line| line.contains("Metrics") && line.contains("nails"))
        .count()
}

/// What carries meaning, whatever the spaces, breaks and dashes of its lines.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The text of the page, with the addresses that paper shows.
const WRITTEN: &str = "
    all('header, main').map((part) => {
        const copy = part.cloneNode(true);
        all('.anchor, .tools, output', copy).forEach((each) => each.remove());
        all('[data-to]', copy).forEach((link) => link.append(link.dataset.to));
        return copy.textContent;
    }).join('')";

/// Prints the page and answers the text of the PDF, line by line.
#[track_caller]
fn printed(page: &Page, name: &str) -> String {
    Paper::print(page, name, A4).text()
}
