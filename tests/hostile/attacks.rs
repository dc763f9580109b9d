//! A résumé in which every text is an attack: it reads as what it says,
//! everywhere.

use resume::words::{ALL, Language};
use serde_json::Value;

use crate::everything::{everything, marks_in};
use crate::harmless::{script, words};
use crate::site::{editions, files, is_harmless, text};

/// What has broken pages, data, styles, scripts, documents and templates
/// elsewhere. Each can stand in a résumé as the words that it is.
pub const ATTACKS: [&str; 32] = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</SCRIPT\t><svg/onload=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)\" x=\"",
    "' onfocus='alert(1)' autofocus '",
    "` onclick=`alert(1)` ``",
    "</title><iframe srcdoc='<script>alert(1)</script>'>",
    "</style><style>*{display:none}</style>",
    "</textarea></template></noscript><plaintext>",
    "<base href=//evil.example><meta http-equiv=refresh content=0>",
    "<form action=//evil.example><button>x</button></form>",
    "<math><mtext></p><style><img src onerror=alert(1)>",
    "]]><![CDATA[<x/>",
    "-->--!><script>alert(1)</script>",
    "<!--<script>",
    "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>&y;",
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp;quot; &#60;b&#62;",
    "{{constructor.constructor('alert(1)')()}} ${alert(1)} <%= 1 %> {% x %}",
    "\\\"}; alert(1); //",
    "\\3c /style\\3e \\22 ;} @import url(//evil.example); a{b:\"",
    "#sys.version #eval(\"1+1\") #read(\"/etc/passwd\") $1/0$ @label <label> // /* */",
    "#link(\"javascript:alert(1)\")[x] `raw` = heading",
    "\\input{/etc/passwd} \\write18{id} %0A",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "a\nEND:VCARD\nBEGIN:VCARD\nFN:Evil",
    "=cmd|' /C calc'!A0",
    "../../etc/passwd",
    "\u{200b}\u{200d}\u{feff}\u{ad}zero\u{2060}width",
    "\u{2028}alert(1)\u{2029}\u{fffd}\u{e000}\u{10ffff}",
    "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}\u{30c}",
];

/// A résumé that has everything, each of its texts begun by an attack. With
/// every number, each place has another one.
pub fn attacked(number: usize) -> Value {
    fn walk(value: &mut Value, number: usize) {
        match value {
            Value::Object(pairs) => {
                let pairs = pairs.iter_mut().filter(|(key, _)| *key != "id");
                pairs.for_each(|(_, value)| walk(value, number));
            }
            Value::Array(items) => items.iter_mut().for_each(|item| walk(item, number)),
            // What has to be of some form cannot be an attack, and is tried
            // elsewhere.
            Value::String(text) if marks_in(text).first() == Some(text) => {
                let place: usize = text[2..5].parse().unwrap();
                *text = format!("{} {text}", ATTACKS[(place + number) % ATTACKS.len()]);
            }
            _ => {}
        }
    }
    let mut resume = everything();
    walk(&mut resume, number);
    resume["url"] = "https://a.example/".into();
    let label = ATTACKS[number % ATTACKS.len()];
    resume["variants"] = serde_json::json!({"short": {"label": label, "summary": label}});
    resume
}

#[test]
fn the_page_says_it_and_does_nothing() {
    for number in 0..ATTACKS.len() {
        assert!(is_harmless(&attacked(number).to_string()), "{number}");
    }
}

/// What the page says of itself, each word begun by an attack.
fn attacked_words(number: usize) -> Value {
    // In braces stands what is filled in.
    let attacks: Vec<_> = (ATTACKS.iter())
        .filter(|attack| !attack.contains(['{', '}']))
        .collect();
    let mut language = Language::default();
    for (place, (word, ..)) in ALL.iter().enumerate() {
        let attack = attacks[(place + number) % attacks.len()];
        let forms = language.words.forms(*word);
        let forms: Vec<_> = (forms.iter())
            .map(|form| format!("{attack} {form}"))
            .collect();
        language.words.set(*word, &forms).unwrap();
    }
    language.own_words()
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
