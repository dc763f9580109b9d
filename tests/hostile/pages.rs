//! A résumé in which every text is an attack: it reads as what it says,
//! everywhere.

use serde_json::Value;

use crate::attacks::{ATTACKS, attacked, attacked_words};
use crate::everything::everything;
use crate::harmless::{script, words};
use crate::site::{editions, files, is_harmless, ours, text};

#[test]
fn the_page_says_it_and_does_nothing() {
    for number in 0..ATTACKS.len() {
        assert!(is_harmless(&attacked(number).to_string()), "{number}");
    }
}

#[test]
fn the_words_of_the_page_do_nothing() {
    for number in 0..ATTACKS.len() {
        let mut resume = everything();
        resume["words"] = attacked_words(number);
        assert!(is_harmless(&resume.to_string()), "{number}");
    }
}

#[test]
fn a_name_that_left_its_string_in_the_style_would_be_seen() {
    let page = text(
        &files(&editions("basics: {name: A}").unwrap()),
        "index.html",
    );
    assert_eq!(ours().admits(&page), Ok(()));
    for attack in [
        "\";}*{display:none}",
        "\n}*{display:none}",
        "\";all:unset",
        "\" url(x)",
    ] {
        let left = page.replacen("--say-left:\"", &format!("--say-left:\"{attack}"), 1);
        assert!(ours().admits(&left).is_err(), "{attack:?}");
    }
}

#[test]
fn what_another_head_or_script_would_do_is_seen() {
    let resume = "{basics: {name: A}, url: https://a.example}";
    let page = text(&files(&editions(resume).unwrap()), "index.html");
    for (before, after) in [
        (
            "<head>",
            "<head><meta http-equiv=\"refresh\" content=\"0\">",
        ),
        (
            "<head>",
            "<head><meta name=\"referrer\" content=\"unsafe-url\">",
        ),
        ("default-src 'none'", "default-src *"),
        ("'wasm-unsafe-eval'", "'unsafe-inline'"),
        ("rel=\"icon\"", "rel=\"stylesheet\""),
        ("href=\"./favicon.svg\"", "href=\"https://evil.example/a\""),
        (
            "rel=\"canonical\" href=\"https:",
            "rel=\"canonical\" href=\"javascript:",
        ),
        ("property=\"og:title\"", "property=\"og:video\""),
        ("\"mainEntity\":", "\"other\":1,\"mainEntity\":"),
        ("<script>", "<script>alert(1);"),
        ("<script>", "<script type=\"module\">"),
        ("\"integrity\":", "\"imports\":{\"a\":\"b\"},\"integrity\":"),
        ("<body>", "<body><a href=\"\\\\evil.example\">a</a>"),
        ("<body>", "<body><a href=\"/\\evil.example\">a</a>"),
        ("<body>", "<body><a href=\"\t//evil.example\">a</a>"),
    ] {
        let other = page.replacen(before, after, 1);
        assert_ne!(other, page, "{before}");
        assert!(ours().admits(&other).is_err(), "{after}");
    }
    let local = page.replacen("<body>", "<body><a href=\"./a/b#c\">a</a>", 1);
    assert_eq!(ours().admits(&local), Ok(()));
}

#[test]
fn every_attack_can_be_read_on_the_page() {
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for attack in ATTACKS {
        let resume = serde_json::json!({"basics": {"name": attack, "label": attack}});
        let files = files(&editions(&resume.to_string()).unwrap());
        let page = squeezed(&words(&text(&files, "index.html"), "h1"));
        assert_eq!(page, squeezed(attack));
    }
}

#[test]
fn the_data_in_the_head_stays_data() {
    for number in 0..ATTACKS.len() {
        let resume = attacked(number);
        let files = files(&editions(&resume.to_string()).unwrap());
        let page = text(&files, "index.html");
        let data: Value = serde_json::from_str(&script(&page, "application/ld+json")).unwrap();
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = resume["basics"]["name"].as_str().unwrap();
        let said = data["mainEntity"]["name"].as_str().unwrap();
        assert_eq!(squeezed(said), squeezed(name));
        let imports: Value = serde_json::from_str(&script(&page, "importmap")).unwrap();
        assert_eq!(imports.as_object().unwrap().len(), 1);
        let manifest: Value = serde_json::from_str(&text(&files, "site.webmanifest")).unwrap();
        assert_eq!(manifest["name"], said);
    }
}

#[test]
fn what_is_no_text_of_the_resume_stays_as_it_is() {
    let of = |resume: &Value| files(&editions(&resume.to_string()).unwrap());
    let (mut plain, mut other) = (everything(), attacked(0));
    plain["url"] = "https://a.example/".into();
    plain["variants"] = serde_json::json!({"short": {"label": "A", "summary": "B"}});
    for resume in [&mut plain, &mut other] {
        resume["offline"] = true.into();
    }
    let (plain, other) = (of(&plain), of(&other));
    assert!(plain.len() > 10);
    // Modules are named by what they hold.
    let names = |files: &std::collections::BTreeMap<String, Vec<u8>>| {
        let names = files
            .keys()
            .map(|name| name.split("app-").next().unwrap().to_owned());
        names.collect::<Vec<_>>()
    };
    assert_eq!(names(&plain), names(&other));
    for path in ["robots.txt", "sitemap.xml"] {
        assert_eq!(text(&plain, path), text(&other, path), "{path}");
    }
    // But for hashes of what it makes.
    let unhashed = |text: String| {
        let lines = text
            .lines()
            .filter(|line| !line.starts_with("const build ="));
        let cut = |line: &str| {
            let name = line.split("app-").next().unwrap();
            name.split("sha384-").next().unwrap().to_owned()
        };
        lines.map(cut).collect::<Vec<_>>()
    };
    for path in ["worker.js", "short/worker.js"] {
        let [plain, other] = [&plain, &other].map(|files| text(files, path));
        assert!(plain.contains("sha384-") && plain != other, "{path}");
        assert_eq!(unhashed(plain), unhashed(other), "{path}");
    }
    let lines = |files| text(files, "_headers").lines().count();
    assert_eq!(lines(&plain), lines(&other));
    assert!(roxmltree::Document::parse(&text(&other, "sitemap.xml")).is_ok());
}
