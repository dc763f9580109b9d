//! A page that someone else has altered before the app takes it over: a translator, an extension.
//! The app comes up and works all the same, and the console stays empty.

use crate::{
    page::{Page, on},
    site,
};

#[test]
fn a_translated_page_is_taken_over() {
    altered_first(
        "document.documentElement.classList.add('translated-ltr');
         const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
         const found = [];
         while (texts.nextNode()) if (texts.currentNode.data.trim()) found.push(texts.currentNode);
         for (const text of found) {
             const font = document.createElement('font');
             const inner = document.createElement('font');
             text.replaceWith(font);
             font.append(inner);
             inner.append(text);
         }",
    );
}

#[test]
fn a_page_with_elements_put_in_is_taken_over() {
    altered_first(
        "const put = (place, where) => {
             const stranger = document.createElement('div');
             stranger.dataset.stranger = '';
             place[where](stranger);
         };
         for (const place of [document.body, ...all('form, form *, main, main ul, main li')]) {
             if (!place.matches('input')) put(place, 'prepend');
         }
         put(document.querySelector('input[type=search]'), 'after');
         put(document.querySelector('form'), 'before');",
    );
}

#[test]
fn a_page_with_elements_taken_out_is_taken_over() {
    altered_first(
        "document.querySelector('button[data-skill=Hadoop]').remove();
         document.querySelector('input[type=search]').remove();
         document.querySelector('[role=status]').remove();",
    );
}

#[test]
fn a_page_with_its_form_emptied_is_taken_over() {
    altered_first("document.querySelector('form').replaceChildren();");
}

#[test]
fn a_page_without_the_markers_of_the_app_is_taken_over() {
    altered_first(
        "const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
         const found = [];
         while (comments.nextNode()) found.push(comments.currentNode);
         found.forEach((comment) => comment.remove());
         document.body.normalize();",
    );
}

#[test]
fn what_was_typed_into_an_altered_page_is_kept() {
    on(site::small(), |page| {
        page.arrive_early("");
        page.type_in_search("mice");
        page.run(
            "document.querySelector('form').append(document.createElement('div'))",
            &[],
        );
        page.let_start();
        page.see_search("mice");
        page.see_that("document.activeElement.type === 'search'");
        page.see_lines(&["Kept mice out"]);
    });
}

/// The app puts the controls back, so that what was clicked is no part of the page any more.
#[test]
fn what_was_clicked_in_an_altered_page_is_done() {
    on(site::small(), |page| {
        page.arrive_early("");
        page.run(
            "document.querySelector('form').append(document.createElement('div'))",
            &[],
        );
        page.session.click("[data-unfold]");
        page.choose("Metrics");
        page.let_start();
        page.see_status("2 of 11");
        page.see_that("document.querySelector('[data-unfold]').ariaExpanded === 'true'");
    });
}

#[test]
fn a_line_taken_out_does_not_stop_the_app() {
    on(site::small(), |page| {
        page.arrive_early("");
        page.run(
            "lines().find((line) => ownText(line) === 'Kept mice out').remove()",
            &[],
        );
        page.let_start();
        page.choose("Rust");
        page.see_lines(&[
            "Ran the furnace",
            "Counted nails",
            "Swept floors",
            "Cast bells",
            "Wrote a parser",
        ]);
    });
}

/// Entries are known by their order: with one missing, others would be shown in place of those that
/// match.
#[test]
fn without_an_entry_the_app_gives_up() {
    let page = Page::new(site::small(), "/");
    page.arrive_early("?skill=rust");
    page.run("document.querySelector('[data-entry=loom]').remove()", &[]);
    page.server.mend();
    page.see_failed();
    page.see_that("lines().length === 8 && lines().every(isVisible)");
}

/// Runs a script in the page before the app takes it over, and sees that it does and works.
#[track_caller]
fn altered_first(script: &str) {
    on(site::small(), |page| {
        page.arrive_early("");
        page.run(script, &[]);
        page.let_start();
        page.see_status("11 of 11");
        page.choose("Rust");
        page.see_status("5 of 11");
        page.see_chosen(&["Rust"]);
        page.type_in_search("bells");
        page.see_status("1 of 11");
        page.clear();
        page.see_everything();
        page.choose("Hadoop");
        page.see_status("4 of 11");
    });
}
