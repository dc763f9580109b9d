//! What the page may load and run, by its own policy, and what it really asks for.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
    thread,
    time::Duration,
};

use serde_json::json;

use crate::{
    page::{Page, on},
    palette::ask,
    server::Server,
    site,
};

#[test]
fn the_policy_is_strict() {
    on(site::own(), |page| {
        page.open("");
        let policy = page.look(
            "document.querySelector('meta[http-equiv=Content-Security-Policy i]')?.content ?? ''",
        );
        let policy = policy.as_str().unwrap_or_default();
        let sources = |name: &str| -> Option<Vec<&str>> {
            policy
                .split(';')
                .map(|directive| directive.split_whitespace().collect::<Vec<_>>())
                .find(|words| words.first() == Some(&name))
                .map(|words| words[1..].to_vec())
        };
        assert_eq!(sources("default-src"), Some(vec!["'none'"]), "{policy}");
        for name in ["base-uri", "form-action"] {
            assert!(
                sources(name).is_some(),
                "{name} does not fall back to default-src: {policy}"
            );
        }
        let anything = [
            "'unsafe-inline'",
            "'unsafe-eval'",
            "'unsafe-hashes'",
            "'strict-dynamic'",
            "*",
            "http:",
            "https:",
            "blob:",
        ];
        for name in [
            "script-src",
            "style-src",
            "connect-src",
            "img-src",
            "font-src",
        ] {
            for source in sources(name).unwrap_or_default() {
                assert!(!anything.contains(&source), "{name} allows {source}");
                // Hashes and keywords are quoted, and a hash may hold two slashes.
                assert!(
                    source.starts_with('\'') || !source.contains("//"),
                    "{name} allows another host: {source}"
                );
                assert!(
                    name == "img-src" || source != "data:",
                    "{name} allows {source}"
                );
            }
        }
    });
}

#[test]
fn the_policy_comes_before_all_that_it_is_for() {
    on(site::own(), |page| {
        page.open("");
        page.see_that(
            "all('script, style, link[href], img, iframe').every((each) =>
                document.querySelector('meta[http-equiv=Content-Security-Policy i]')
                    .compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING)",
        );
    });
}

/// Notes what a policy forbids, in the page and while it is made.
pub const NOTED: &str = "window.violations = [];
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        violations.push(`${effectiveDirective} ${blockedURI}`));";

/// By the policy in the page and by the headers of the site, with all that the page can do.
#[test]
fn nothing_that_the_page_does_is_against_the_policy() {
    let page = Page::new(site::own(), "/");
    page.server.begin_with(NOTED);
    page.server.let_keep();
    page.open("?skill=hadoop&q=data");
    page.run(
        "navigator.clipboard.writeText = async (text) => { window.copied = text; };
         window.print = () => {
             for (const event of ['beforeprint', 'afterprint']) dispatchEvent(new Event(event));
             window.printed = true;
         };",
        &[],
    );
    filter(&page);
    find_the_way(&page);
    take_along(&page);
    page.session.click("[data-palette]");
    page.press("hadoop skill");
    page.press("\u{e007}");
    page.see_that("location.search.includes('hadoop')");
    // As its worker has kept it.
    page.see_that(
        "navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated')",
    );
    page.see("violations", &json!([]), || page.look("violations"));
    page.see_clean();
    page.server.cut_off();
    page.reload();
    // What is kept is the page as its host has it, without the script that notes.
    page.run(NOTED, &[]);
    page.choose("Rust");
    page.see_that("location.search.includes('rust')");
    page.see("violations", &json!([]), || page.look("violations"));
}

/// Filters in each way that there is.
fn filter(page: &Page) {
    page.choose("Rust");
    page.switch_all();
    page.session.click("[data-copy]");
    page.clear();
    page.type_in_search("\"file systems\" -java");
    page.see_that("document.querySelector('mark') !== null");
    page.erase_search(30);
    page.run(
        "document.querySelector('[data-skill=Rust]')
            .dispatchEvent(new MouseEvent('click', {bubbles: true, altKey: true}))",
        &[],
    );
    page.see_that("location.search.includes('-rust')");
    page.session.back();
    page.see_everything();
    page.run(
        "const rust = document.querySelector('[data-skill=Rust]');
         rust.focus();
         rust.dispatchEvent(new KeyboardEvent('keydown', {bubbles: true, key: '-'}))",
        &[],
    );
    page.see_that("location.search.includes('-rust')");
    page.clear();
    page.run(
        "all('circle')[0].dispatchEvent(new MouseEvent('click', { bubbles: true }))",
        &[],
    );
    page.see_that("location.search.includes('from=')");
    page.clear();
    page.choose("Rust");
    page.session.keys("[name=from]", "1900");
    page.session.keys("[name=to]", "1901");
    page.see_that("document.querySelector('[data-nearest]').textContent !== ''");
    page.session.click("[data-nearest]");
    page.see_that("location.search === '?skill=rust'");
    page.clear();
    page.see_everything();
    page.session.click("[data-unfold]");
    page.session.click("[data-unfold]");
}

/// Folds, and goes to parts of the page.
fn find_the_way(page: &Page) {
    page.fold("work");
    page.fold("work");
    ask(page, "fold all");
    ask(page, "unfold all");
    page.run("document.querySelector('a[data-bar]').click()", &[]);
    page.see_that("location.hash !== ''");
    page.session.click("[data-theme-switch]");
    page.press("?");
    page.press("\u{e00c}");
}

/// Takes addresses, paper and files along.
fn take_along(page: &Page) {
    page.run("document.querySelector('a.anchor').click()", &[]);
    page.see_that("(window.copied ?? '').includes('#')");
    ask(page, "print");
    page.see_that("window.printed === true");
    page.session.click(".downloads summary");
    for link in page
        .look("all('a[data-export]').map((link) => link.href)")
        .as_array()
        .expect("links")
    {
        page.run(
            "return fetch(arguments[0]).then((answer) => answer.blob()).then(() => 0);",
            std::slice::from_ref(link),
        );
    }
}

/// The site of `small.yaml` as a host has it that does not read headers from a file.
fn without_headers() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| {
        let site = site::build("without-headers", include_str!("small.yaml"));
        fs::remove_file(site.join("_headers")).expect("the site has headers");
        site
    })
}

/// Whether the host says so, or the page has to.
#[test]
fn no_one_learns_where_a_reader_comes_from() {
    for site in [site::own(), without_headers()] {
        let page = Page::new(site, "/");
        page.open("?skill=rust");
        let other = Server::start(site::small(), "/");
        page.run(
            "const link = document.querySelector('main a[href^=http]');
             link.href = arguments[0];
             link.click();",
            &[other.url().into()],
        );
        page.see("other site", &true, || other.was_asked_for("/"));
        assert_eq!(other.referrers(), [""; 0]);
        assert_eq!(page.server.referrers(), [""; 0]);
    }
}

/// Where the host reads the headers. Where it does not, the page is shown, and asks for its module.
#[test]
fn no_other_page_shows_it_in_a_frame() {
    let page = Page::new(site::small(), "/");
    let shown = Server::start(without_headers(), "/");
    let folder = tempfile::tempdir().expect("a folder");
    let frames =
        [&page.server, &shown].map(|server| format!("<iframe src=\"{}\"></iframe>", server.url()));
    let frames = format!("<!doctype html><html>{}", frames.concat());
    fs::write(folder.path().join("index.html"), frames).expect("a page can be written");
    let other = Server::start(folder.path(), "/");
    page.session.go(&other.url());
    page.see("module of the page that is shown", &true, || {
        shown.was_asked_for(".wasm")
    });
    // The other would have asked for its own by now, or is about to.
    thread::sleep(Duration::from_secs(1));
    assert!(page.server.was_asked_for("/"));
    assert!(!page.server.was_asked_for(".wasm"));
}

#[test]
fn the_policy_stops_a_foreign_script_and_style() {
    let page = Page::new(site::small(), "/");
    page.server.begin_with(NOTED);
    page.open("");
    page.run(
        "const script = document.createElement('script');
         script.textContent = 'window.ran = true';
         const style = document.createElement('style');
         style.textContent = 'body { display: none }';
         document.head.append(script, style);",
        &[],
    );
    page.see_that("!window.ran && getComputedStyle(document.body).display !== 'none'");
    page.see_that("violations.length === 2");
}

/// Chromium complains of a file that was fetched ahead and not used only seconds after loading.
#[test]
fn the_console_stays_empty_while_the_page_is_read() {
    on(site::own(), |page| {
        page.open("");
        page.see_that(
            "performance.now() > performance.timing.loadEventEnd - performance.timeOrigin + 4000",
        );
    });
}

#[test]
fn every_file_is_asked_for_once_and_is_there() {
    on(site::own(), |page| {
        page.open("");
        page.see("page loaded", &json!("complete"), || {
            page.look("document.readyState")
        });
        let mut requests = page.server.requests();
        requests.sort();
        let asked = requests.len();
        requests.dedup();
        assert_eq!(
            requests.len(),
            asked,
            "asked for twice: {:?}",
            page.server.requests()
        );
        assert_eq!(page.server.missing(), [""; 0]);
    });
}
