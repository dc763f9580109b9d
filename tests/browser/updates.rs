//! A page that is kept, when its site changes: it is one build or the other, and never of two; and
//! it can be switched off. The verbs of what is kept are in `offline`.

use std::{fs, path::Path, sync::OnceLock};

use serde_json::json;

use crate::{
    offline::visit,
    page::Page,
    server::Fault::{Missing, Truncated},
    site,
};

const NEXT: &str = "Cast heavier bells";

/// The site of `small.yaml`, a build later: another page and another module.
fn next() -> &'static Path {
    static SITE: OnceLock<std::path::PathBuf> = OnceLock::new();
    SITE.get_or_init(|| {
        let yaml = include_str!("small.yaml").replace("Cast bells", NEXT);
        site::build("offline-next", &yaml)
    })
}

/// Sees that just this build of the site is kept.
#[track_caller]
fn see_kept(page: &Page, site: &Path) {
    let worker = fs::read_to_string(site.join("worker.js")).expect("the site has a worker");
    let (_, rest) = worker.split_once("`${ours}").expect("it names its build");
    let build = rest.split('`').next().unwrap_or_default();
    page.see("builds kept", &json!([build]), || {
        page.look("caches.keys().then((names) => names.map((name) => name.split(' ').at(-1)))")
    });
}

/// Has the browser look for a new worker, and answers what becomes of it.
#[track_caller]
fn update(page: &Page) -> String {
    let state = page.run(
        "return (async () => {
            const registration = await navigator.serviceWorker.ready;
            let found;
            registration.onupdatefound = () => { found = registration.installing; };
            await registration.update();
            // It is told a moment later.
            for (let i = 0; i < 250 && !found; i++) await new Promise((go) => setTimeout(go, 20));
            if (!found) return 'none';
            while (!['activated', 'redundant'].includes(found.state)) {
                await new Promise((go) => setTimeout(go, 20));
            }
            return found.state;
        })();",
        &[],
    );
    state.as_str().unwrap_or_default().to_owned()
}

/// Sees that the page is one of the two builds, and that its filter is of the same.
#[track_caller]
fn see_build(page: &Page, bells: &str) {
    page.open("?q=bells");
    page.see_lines(&[bells]);
    page.see_that("navigator.serviceWorker.controller !== null");
}

#[test]
fn a_page_goes_on_while_the_site_changes_and_is_wholly_new_after() {
    let page = visit(site::small(), "/");
    page.server.serve(next());
    page.choose("Rust");
    page.see_status("5 of 11");
    assert_eq!(update(&page), "activated");
    see_kept(&page, next());
    page.choose("Rust");
    page.see_everything();
    page.type_in_search("bells");
    page.see_lines(&["Cast bells"]);

    see_build(&page, NEXT);
    page.server.cut_off();
    see_build(&page, NEXT);
}

/// Nothing but another visit is needed.
#[test]
fn the_next_build_is_kept_by_the_next_visit() {
    let page = visit(site::small(), "/");
    page.server.serve(next());
    see_build(&page, NEXT);
    see_kept(&page, next());
    page.server.cut_off();
    see_build(&page, NEXT);
}

#[test]
fn half_a_build_leaves_the_old_whole() {
    let page = visit(site::small(), "/");
    for (ending, fault) in [
        (".wasm", Missing),
        (".wasm", Truncated),
        ("index.html", Missing),
        ("index.html", Truncated),
        ("favicon.svg", Missing),
    ] {
        page.server.serve(next());
        page.server.fail(ending, fault);
        assert_eq!(update(&page), "redundant", "{ending} {fault:?}");
        see_kept(&page, site::small());
        page.server.cut_off();
        see_build(&page, "Cast bells");
        page.server.mend();
    }
    see_build(&page, NEXT);
    see_kept(&page, next());
}

/// The worker comes last, or first: what it names is not there yet.
#[test]
fn files_of_two_builds_are_not_kept() {
    let page = visit(site::small(), "/");
    let mixed = Path::new(env!("CARGO_TARGET_TMPDIR")).join("offline-mixed");
    let _ = fs::remove_dir_all(&mixed);
    fs::create_dir_all(&mixed).expect("a folder for the site");
    for (from, to) in [(site::small(), &mixed), (next(), &mixed)] {
        for file in fs::read_dir(from).expect("the site can be read").flatten() {
            let is_page = file.path().ends_with("index.html");
            if file.path().is_file() && (!is_page || from == site::small()) {
                fs::copy(file.path(), to.join(file.file_name())).expect("a file is copied");
            }
        }
    }
    page.server.serve(&mixed);
    assert_eq!(update(&page), "redundant");
    see_kept(&page, site::small());
    see_build(&page, "Cast bells");
}

#[test]
fn a_build_can_be_taken_back() {
    let page = visit(site::small(), "/");
    page.server.serve(next());
    assert_eq!(update(&page), "activated");
    see_build(&page, NEXT);
    page.server.serve(site::small());
    see_build(&page, "Cast bells");
    // By then the visit may have had the browser look already.
    update(&page);
    see_kept(&page, site::small());
    page.server.cut_off();
    see_build(&page, "Cast bells");
}

#[test]
fn what_is_switched_off_is_forgotten() {
    let yaml = format!("{}offline: false\n", include_str!("small.yaml"));
    let off = site::build("offline-off", &yaml);
    let page = visit(site::small(), "/");
    page.server.serve(&off);
    page.open("");
    let nothing = "Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()])
        .then((kept) => kept.flat().length === 0)";
    page.see_that(nothing);
    page.open("?skill=rust");
    page.see_status("5 of 11");
    page.see_that(nothing);
    page.see_that("navigator.serviceWorker.controller === null");

    // And it can be switched on again.
    page.server.serve(next());
    page.open("");
    see_kept(&page, next());
}

/// Another site may come to the same address, which knows of no worker.
#[test]
fn a_site_without_a_worker_ends_it() {
    let page = visit(site::small(), "/");
    let other = Path::new(env!("CARGO_TARGET_TMPDIR")).join("offline-other");
    fs::create_dir_all(&other).expect("a folder for the site");
    fs::write(other.join("index.html"), "<h1>Other</h1>").expect("a page is written");
    page.server.fail("worker.js", Missing);
    page.server.serve(&other);
    page.arrive("");
    page.see_that("caches.keys().then((names) => names.length === 0)");
    page.arrive("");
    page.see_that("navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)");
}

#[test]
fn what_other_sites_of_the_host_keep_is_left_alone() {
    let yaml = format!("{}offline: false\n", include_str!("small.yaml"));
    let off = site::build("offline-off-below", &yaml);
    let page = Page::new(site::small(), "/cv/");
    page.server.let_keep();
    page.open("");
    let origin = page.server.origin();
    let others = ["/ 1", "/c 1", "/cv/short/ 1", "/cv2/ 1"];
    let mut others = others.map(|rest| format!("resume {origin}{rest}")).to_vec();
    others.push("photographs".to_owned());
    others.sort();
    page.run(
        "return Promise.all(arguments[0].map((name) => caches.open(name)));",
        &[json!(others)],
    );
    page.see_that(
        "navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated')",
    );
    let ours = format!("resume {origin}/cv/ ");
    let see_others = |own: usize| {
        page.see("caches", &json!([own, others]), || {
            page.run(
                "return caches.keys().then((names) => [
                    names.filter((name) => name.startsWith(arguments[0])).length,
                    names.filter((name) => !name.startsWith(arguments[0])).sort()]);",
                &[json!(ours)],
            )
        });
    };
    see_others(1);
    page.server.serve(next());
    assert_eq!(update(&page), "activated");
    see_others(1);
    page.server.serve(&off);
    page.open("");
    see_others(0);
}
