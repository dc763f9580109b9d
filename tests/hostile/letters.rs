//! Characters that nobody sees, and what YAML makes of marks of its own.

use serde_json::json;

use crate::site::{editions, is_harmless};

#[track_caller]
fn refused(text: &str, start: &str) {
    let report = editions(text).unwrap_err().to_string();
    assert!(report.starts_with(start), "{report}");
}

#[test]
fn what_turns_the_page_around_is_refused() {
    for c in [
        '\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}',
    ] {
        let code = format!("(U+{:04X})", u32::from(c));
        for text in [format!("a {c} b"), format!("a &#x{:x}; b", u32::from(c))] {
            let file = format!("basics:\n  name: A\n  summary: \"{text}\"\n");
            let report = editions(&file).unwrap_err().to_string();
            assert!(
                report.starts_with("resume.yaml:3:12: error: this text holds "),
                "{report}"
            );
            assert!(report.contains(&code), "{report}");
        }
    }
    // Arabic within English, as it should be written.
    let isolated = "basics:\n  name: \"A \u{2067}\u{627}\u{2069}\"\n";
    assert!(is_harmless(isolated));
}

#[test]
fn controls_are_refused_however_they_are_written() {
    for c in (0..0x20)
        .chain(0x7f..0xa0)
        .filter(|c| ![9, 10, 13].contains(c))
    {
        let c = char::from_u32(c).unwrap();
        let message = "resume.yaml:1:";
        refused(
            &json!({"basics": {"name": format!("a{c}b")}}).to_string(),
            message,
        );
        // CommonMark has another character for NUL, and HTML names C1 anew.
        let entity = format!("a&#{};b", u32::from(c));
        is_harmless(&json!({"basics": {"name": "A", "summary": entity}}).to_string());
    }
    for text in ["a\u{fffe}b", "a\u{ffff}b"] {
        let name = json!({"basics": {"name": text}}).to_string();
        refused(&name, "resume.yaml:1:19: error: this text holds a code");
        let entity = text.replace('\u{fffe}', "&#xfffe;");
        let entity = entity.replace('\u{ffff}', "&#xffff;");
        let summary = json!({"basics": {"name": "A", "summary": entity}}).to_string();
        refused(&summary, "resume.yaml:1:33: error: this text holds a code");
    }
    refused(
        "basics: {name: \"a\\0b\"}",
        "resume.yaml:1:16: error: this text holds a control",
    );
    refused(
        "basics: {name: A, summary: a&#1;b}",
        "resume.yaml:1:28: error: this text holds a control",
    );
}

#[test]
fn marks_of_yaml_are_refused() {
    for (value, why) in [
        ("!!python/object/apply:os.system [id]", "`!!python/object/"),
        ("!!js/function 'x'", "`!!js/function` is read as a tag"),
        (
            "!<tag:evil.example,2000:x> y",
            "`!<tag:evil.example,2000:x>`",
        ),
        ("!evil {text: x}", "`!evil` is read as a tag"),
        ("! x", "`!` is read as a tag"),
        ("&a [*a]", "`summary` should be text"),
        ("*missing", "aliases"),
        ("{<<: {x: y}}", "this summary has no `text`"),
        ("? [a, b] : c", "a text cannot begin with `?`"),
        ("%TAG ! tag:x", "a text cannot begin with `%`"),
        ("@at", "a text cannot begin with `@`"),
        ("`tick", "a text cannot begin with a backtick"),
        ("\"\\x00\"", "this text holds a control"),
        ("\"\\ud800\"", "this text holds an unknown escape"),
        ("- - - a", "a text cannot begin with `-`"),
    ] {
        refused(
            &format!("basics:\n  name: A\n  summary: {value}\n"),
            &format!("resume.yaml:3:12: error: {why}"),
        );
        is_harmless(&format!("basics:\n  name: {value}\n"));
        is_harmless(&format!("basics: {{name: A}}\nwork:\n  - name: {value}\n"));
        is_harmless(&format!("{value}: x\nbasics: {{name: A}}\n"));
    }
    // What a tag of YAML's own says is so by itself; an anchor that nothing refers to is no harm.
    for value in ["!!str x", "!<tag:yaml.org,2002:str> x", "&a x"] {
        assert!(is_harmless(&format!(
            "basics:\n  name: A\n  summary: {value}\n"
        )));
    }
}
