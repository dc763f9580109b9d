//! Text: paragraphs in each style of YAML, inline Markdown, the person.
//!
//! Never tests where a text may stand.

use std::path::Path;

use resume::model::Profile;
use resume::source::{self, Audience};

use super::outline::{marked, read};

/// Compares the paragraphs of a summary, written as the value of its key.
#[track_caller]
fn paragraphs(value: &str, expected: &[&str]) {
    let resume = read(&format!("basics:\n  name: A\n  summary: {value}\n"));
    let lines = (resume.sections.iter())
        .flat_map(|section| &section.entries)
        .flat_map(|entry| &entry.lines);
    let shown: Vec<String> = lines.map(|line| marked(&line.text)).collect();
    assert_eq!(shown, expected, "{value}");
}

#[track_caller]
fn markdown(text: &str, expected: &str) {
    let indented = text.replace('\n', "\n    ");
    paragraphs(&format!("|\n    {indented}"), &[expected]);
}

#[test]
fn paragraphs_are_apart_by_empty_lines_in_every_style() {
    let two = ["One, two.", "Three."];
    paragraphs("|\n    One,\n    two.\n\n    Three.", &two);
    paragraphs("|-\n    One,\n    two.\n    \n    Three.\n\n", &two);
    paragraphs(">\n    One,\n    two.\n\n    Three.", &two);
    paragraphs(">-\n    One,\n    two.\n\n\n\n    Three.", &two);
    paragraphs("One,\n    two.\n\n    Three.", &two);
    paragraphs("\n    One,\n    two.\n\n    Three.", &two);
    paragraphs("\"One,\n    two.\n\n    Three.\"", &two);
    paragraphs("'One,\n    two.\n\n    Three.'", &two);
    paragraphs(r#""One,\ntwo.\n\nThree.""#, &two);
    paragraphs(r#""One,\r\ntwo.\r\n \t\r\nThree.\n""#, &two);
    paragraphs("|\r\n    One,\r\n    two.\r\n\r\n    Three.\r\n", &two);
    paragraphs("", &[]);
    paragraphs("~", &[]);
    paragraphs("\"\"", &[]);
    paragraphs("\" \\n \"", &[]);
}

#[test]
fn scalars_are_text_whatever_they_look_like() {
    for text in [
        "2017", "1.50", "0x1F", "true", "no", "1e3", "12:30", "-", "- 1", "1_000",
    ] {
        paragraphs(&format!(">-\n    {text}"), &[text]);
    }
    paragraphs("2017", &["2017"]);
    paragraphs("true", &["true"]);
    paragraphs("\"null\"", &["null"]);
    paragraphs("!!str 12", &["12"]);
    paragraphs("&anchor 12", &["12"]);
}

#[test]
fn markdown_marks_links_emphasis_and_code() {
    markdown(
        "*a* _b_ **c** __d__ `e`",
        "‹em a› ‹em b› ‹strong c› ‹strong d› ‹code e›",
    );
    markdown("***a***", "‹em ‹strong a››");
    markdown(
        "*a **b `c` [d](https://e.org)** f*",
        "‹em a ‹strong b ‹code c› ‹https://e.org d›› f›",
    );
    markdown(
        "[a *b*](https://c.org/d?e=f&g#h \"title\")",
        "‹https://c.org/d?e=f&g#h a ‹em b››",
    );
    markdown("[a](<https://b.org/c d>)", "‹https://b.org/c d a›");
    markdown(
        "[a](mailto:b@c.org), <https://d.org>",
        "‹mailto:b@c.org a›, ‹https://d.org https://d.org›",
    );
    markdown("[a](< https://b.org >)", "‹https://b.org a›");
    markdown("<a@b.org>", "‹mailto:a@b.org a@b.org›");
    markdown("``a `b` c``", "‹code a `b` c›");
    markdown("one\n*two\nthree*", "one ‹em two three›");
    markdown("![a](https://b.org/c.png)", "‹https://b.org/c.png a›");
    markdown(
        "[![a](https://b.org/c.png)](https://d.org)",
        "‹https://d.org a›",
    );
    markdown(
        "[](https://a.org) ![](https://b.org)",
        "‹https://a.org https://a.org› ‹https://b.org https://b.org›",
    );
}

#[test]
fn all_else_stays_as_written() {
    for text in [
        "# of users",
        "## of users",
        "1. x",
        "1) x",
        "- x",
        "+ x",
        "* x",
        "> x",
        "***",
        "---",
        "===",
        "~~~",
        "```",
        "| a | b |",
        "~~a~~",
        "[ ] a",
        "[a]: https://b.org",
        "[a] [b][c]",
        "https://example.org",
        "<b>a</b> <script>b</script> <!-- c --> <br/>",
        "<div>",
        "a < b > c",
        "snake_case_name 2 * 3 * 4 **",
        "C++ C# F* $x^2$ @a #b",
        "a^[b] [^1] :smile: -- ... 'a' \"b\"",
        "10\u{a0}km, 5\u{202f}%",
    ] {
        markdown(text, text);
    }
    markdown(r"\*a\* \[b\](c) \\ \# \- d\e", r"*a* [b](c) \ # - d\e");
    markdown("AT&amp;T &copy; &#233; &bogus;", "AT&T © é &bogus;");
    markdown("a  b\tc   \nd\\\ne", "a b c d\\ e");
}

#[test]
fn markup_is_no_deeper_than_can_be_seen() {
    let deep = "*a **b ".repeat(2000) + &"** *".repeat(2000);
    read(&format!("basics:\n  name: A\n  summary: >-\n    {deep}\n"));
    let links = "[".repeat(5000) + &"](https://a.org)".repeat(5000);
    read(&format!("basics:\n  name: A\n  summary: >-\n    {links}\n"));
}

#[test]
fn the_person_is_read_in_plain_words() {
    let person = read(
        r#"
basics:
  name: "  Ada
    Byron "
  label: "*Analyst* & [more](x)"
  email: " ada+cv@example.co.uk "
  phone: +44 20 1234
  url: https://ada.example.org/me
  image: portrait.jpg
  location:
    address: 12 St James's Sq
    postalCode: 12345
    city: London
    countryCode: GB
  profiles:
    - network: GitHub
      username: ada
      url: https://github.com/ada
      note: engines
    - url: https://example.org
    - username: ada
    -
    - network: ""
"#,
    )
    .person;
    assert_eq!(person.name, "Ada Byron");
    assert_eq!(person.label.as_deref(), Some("*Analyst* & [more](x)"));
    assert_eq!(person.email.as_deref(), Some("ada+cv@example.co.uk"));
    assert_eq!(person.phone.as_deref(), Some("+44 20 1234"));
    assert_eq!(person.url.as_deref(), Some("https://ada.example.org/me"));
    assert_eq!(
        person.address.as_deref(),
        Some("12 St James's Sq, London, 12345, GB")
    );
    let profile =
        |network: &str, username: Option<&str>, url: Option<&str>, note: Option<&str>| Profile {
            network: network.into(),
            username: username.map(Into::into),
            url: url.map(Into::into),
            note: note.map(Into::into),
        };
    assert_eq!(
        person.profiles,
        [
            profile(
                "GitHub",
                Some("ada"),
                Some("https://github.com/ada"),
                Some("engines")
            ),
            profile(
                "https://example.org",
                None,
                Some("https://example.org"),
                None
            ),
            profile("ada", Some("ada"), None, None),
        ]
    );
}

#[test]
fn a_picture_is_where_pages_have_pictures() {
    let problems = |image: &str| {
        let file = format!("{{\"basics\": {{\"name\": \"A\", \"image\": {image:?}}}}}");
        match source::parse(Path::new("r"), &file, Audience::World) {
            Ok(source) => source.report.problems().to_vec(),
            Err(report) => report.problems().to_vec(),
        }
    };
    for image in [
        "",
        " ",
        "https://a.example/a.png",
        "HTTP://a.example/a b.png",
        "//a.example/a.png",
        "me.jpg",
        "../pictures/me at home.jpg",
        "data:image/png;base64,AA==",
        "data:IMAGE/svg+xml,x",
    ] {
        assert_eq!(problems(image), [], "{image}");
    }
    for (image, kind) in [
        ("javascript:alert(1)", "javascript"),
        (" JavaScript:alert(1)", "javascript"),
        ("java\tscript:alert(1)", "javascript"),
        ("vbscript:x", "vbscript"),
        ("data:text/html,x", "data"),
        ("data:,x", "data"),
        ("file:///etc/passwd", "file"),
        ("blob:https://a.example/x", "blob"),
        ("mailto:a@b.example", "mailto"),
    ] {
        let told: Vec<_> = problems(image).into_iter().map(|it| it.message).collect();
        assert_eq!(
            told,
            [format!("a picture cannot be of the kind `{kind}:`")],
            "{image}"
        );
    }
}
