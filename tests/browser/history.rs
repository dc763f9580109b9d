//! The address and the browser's history: what a link shows, what Back and reload bring back.

use crate::{
    page::{Page, on},
    site,
};

#[test]
fn back_undoes_a_choice_and_forward_does_it_again() {
    on(site::small(), |page| {
        page.open("");
        page.choose("Rust");
        page.see_status("5 of 11");
        page.choose("Hadoop");
        page.see_status("8 of 11");
        // It follows a frame later, and Back within that frame would go too far.
        page.see_address("?skill=rust&skill=hadoop");

        page.session.back();
        page.see_status("5 of 11");
        page.see_chosen(&["Rust"]);
        page.see_address("?skill=rust");
        page.session.back();
        page.see_everything();
        page.see_address("");

        page.session.forward();
        page.see_address("?skill=rust");
        page.session.forward();
        page.see_status("8 of 11");
        page.see_chosen(&["Rust", "Hadoop"]);
        page.see_address("?skill=rust&skill=hadoop");
    });
}

#[test]
fn typing_is_no_step_in_the_history() {
    on(site::small(), |page| {
        page.open("");
        page.choose("Rust");
        page.see_status("5 of 11");
        page.type_in_search("bells");
        page.see_address("?skill=rust&q=bells");
        page.see_status("1 of 11");

        page.session.back();
        page.see_everything();
        page.see_address("");
        page.session.forward();
        page.see_status("1 of 11");
        page.see_search("bells");
        page.see_address("?skill=rust&q=bells");
    });
}

#[test]
fn back_undoes_a_clear() {
    on(site::small(), |page| {
        page.open("?skill=rust");
        page.clear();
        page.see_everything();
        page.see_address("");
        page.session.back();
        page.see_status("5 of 11");
        page.see_chosen(&["Rust"]);
    });
}

#[test]
fn a_link_and_a_reload_restore_what_was_shown() {
    on(site::small(), |page| {
        page.open("?skill=rust&skill=hadoop&match=all&q=cast");
        for _ in 0..2 {
            page.see_lines(&["Cast bells"]);
            page.see_status("1 of 11");
            page.see_chosen(&["Rust", "Hadoop"]);
            page.see_search("cast");
            page.see_that("document.querySelector('[data-match=all]').ariaPressed === 'true'");
            page.see_address("?skill=rust&skill=hadoop&match=all&q=cast");
            page.reload();
        }
    });
}

#[test]
fn coming_back_from_another_page_restores_what_was_shown() {
    on(site::small(), |page| {
        page.open("");
        page.choose("Rust");
        page.see_address("?skill=rust");
        page.session.go("about:blank");
        page.session.back();
        page.see_ready();
        page.see_status("5 of 11");
        page.see_chosen(&["Rust"]);
    });
}

#[test]
fn rubbish_in_the_address_is_ignored() {
    let rubbish = [
        "?",
        "?&&==&",
        "?skill=nonsense",
        "?skill=",
        "?skill=%FF%00&q=",
        "?match=perhaps&q=&unknown=1",
        "?q=%20%20",
        "?skill=%3Cscript%3Ealert(1)%3C/script%3E",
        "#",
        "#nowhere",
        "#%FF",
        "#\"'><p>",
    ];
    on(site::small(), |page| {
        for query in rubbish {
            page.open(query);
            page.see_status("11 of 11");
            page.see_chosen(&[]);
        }
        page.choose("Rust");
        page.see_status("5 of 11");
    });
}

#[test]
fn rubbish_beside_a_skill_leaves_the_skill() {
    on(site::small(), |page| {
        page.open("?skill=nonsense&skill=rust&skill=rust&match=&utm_source=mail");
        page.see_chosen(&["Rust"]);
        page.see_status("5 of 11");
        page.choose("Hadoop");
        page.see_address("?skill=rust&skill=hadoop");
    });
}

#[test]
fn a_link_to_a_section_or_an_entry_opens_it() {
    on(site::small(), |page| {
        for id in ["education", "attic"] {
            page.open("");
            page.fold(id);
            page.see_folded(id);
            page.run("location.hash = arguments[0]", &[id.into()]);
            page.see_open(id);
            in_view(page, id);
        }
    });
}

#[test]
fn a_link_to_an_entry_opens_the_section_around_it() {
    on(site::small(), |page| {
        page.open("");
        page.fold("work");
        page.see_folded("work");
        page.run("location.hash = 'attic'", &[]);
        page.see_open("work");
        page.see_open("attic");
    });
}

#[test]
fn a_link_may_filter_and_point_somewhere() {
    on(site::small(), |page| {
        page.open("?skill=rust#rust");
        page.see_status("5 of 11");
        page.see_open("rust");

        // What the filter would fold is open all the same for who asks for it.
        page.session.go("about:blank");
        page.open("?skill=rust#education");
        page.see_status("5 of 11");
        page.see_open("education");
        in_view(page, "education");
    });
}

#[test]
fn the_site_works_from_a_folder_of_a_host() {
    let page = Page::new(site::small(), "/a/b/");
    page.open("");
    page.choose("Rust");
    page.see_status("5 of 11");
    page.see_address("?skill=rust");
    page.reload();
    page.see_status("5 of 11");
    page.session.back();
    page.see_everything();
    let outside: Vec<_> = page
        .server
        .requests()
        .into_iter()
        .filter(|path| !path.starts_with("/a/b/"))
        .collect();
    assert_eq!(outside, Vec::<String>::new());
    page.see_clean();
}

#[track_caller]
fn in_view(page: &Page, id: &str) {
    page.see_that(&format!(
        "(() => {{
            const {{ top, bottom }} = fold('{id}').getBoundingClientRect();
            return top < innerHeight && bottom > 0;
        }})()"
    ));
}
