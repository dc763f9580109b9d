//! What the page may load and run, by its own policy, and what it really asks for.

use serde_json::{Value, json};

use crate::{
    page::{Page, on},
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
                assert!(
                    !source.contains("//"),
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

#[test]
fn the_policy_stops_a_foreign_script_and_style() {
    let page = Page::new(site::small(), "/");
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
        let failed = page.look(
            "performance.getEntriesByType('resource')
                .filter((each) => each.responseStatus >= 400).map((each) => each.name)",
        );
        assert_eq!(failed, Value::Array(Vec::new()));
    });
}
