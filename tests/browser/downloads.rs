//! The menu of the résumé's other forms.

use serde_json::json;

use crate::{page::Page, page::on, server::Fault, site};

const MENU: &str = "isVisible(document.querySelector('.downloads ul'))";

#[test]
fn every_form_is_there_to_be_taken_without_scripts() {
    let page = Page::new(site::own(), "/");
    page.server.fail(".html", Fault::NoScripts);
    page.arrive("");
    page.see_that(&format!("!{MENU}"));
    // Folded parts have a mark; this is not one of them.
    page.see_that("getComputedStyle(document.querySelector('.downloads summary'), '::after').content === 'none'");
    page.session.click(".downloads summary");
    page.see_that(MENU);
    let kinds = page.look("all('a[data-export]').map((link) => link.dataset.export)");
    let kinds = kinds.as_array().expect("links");
    for kind in ["pdf", "docx", "txt", "md", "json", "vcf"] {
        assert!(kinds.contains(&json!(kind)), "{kind} in {kinds:?}");
    }
    page.see_that("all('a[data-export]').every((link) => isVisible(link) && link.download === '')");
}

#[test]
fn what_the_menu_leads_to_is_there() {
    on(site::own(), |page| {
        page.open("");
        let missing = page.session.run_until_done(
            "Promise.all([...document.querySelectorAll('a[data-export]')].map(async (link) => {
                const answer = await fetch(link.href);
                const { size } = await answer.blob();
                return answer.ok && size > 100 ? [] : [link.href];
            })).then((missing) => done(missing.flat()));",
        );
        assert_eq!(missing, json!([]));
    });
}

#[test]
fn the_palette_offers_them_too() {
    on(site::own(), |page| {
        page.open("");
        page.press("\u{e009}k");
        page.press("markdown");
        page.see_that("document.querySelector('#choices li').textContent.includes('Markdown')");
    });
}
