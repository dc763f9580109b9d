//! `theme`: what of the look can be chosen, and what is made of it.
//!
//! Never tests what is refused.

use resume::model::{Theme, Typeface};

use super::outline::read;

/// The theme of a file.
fn theme(text: &str) -> Theme {
    read(text).theme
}

/// Compares the accent that a file gives with its two colours.
#[track_caller]
fn check(accent: &str, expected: [&str; 2]) {
    let file = format!("basics: {{name: A}}\ntheme: {{accent: {accent}}}\n");
    let accent = theme(&file).accent.unwrap();
    let found = [accent.light, accent.dark].map(|colour| colour.to_string());
    assert_eq!(found, expected);
}

#[test]
fn a_colour_for_each_page_is_taken_as_it_is() {
    check(
        r##"{light: "#b3261e", dark: "#ff8f84"}"##,
        ["#b3261e", "#ff8f84"],
    );
    check(r##"{dark: "#9CF", light: "#036"}"##, ["#003366", "#99ccff"]);
}

#[test]
fn the_colour_that_is_not_given_is_made_from_the_other() {
    check(r##""#b3261e""##, ["#b3261e", "#dd5143"]);
    check(r##"{light: "#b3261e"}"##, ["#b3261e", "#dd5143"]);
    check(r##"{dark: "#ff8f84"}"##, ["#bf564e", "#ff8f84"]);
    check(r##""#000""##, ["#000000", "#808080"]);
}

#[test]
fn each_part_of_a_theme_can_be_left_out() {
    for file in [
        "",
        "theme:",
        "theme: {}",
        "theme: {accent: , typeface: ''}",
        "theme: {accent: {}, typeface: sans}",
        "theme: {accent: {light: , dark: ''}}",
        // The name of a theme for JSON Resume's own tools.
        "meta: {theme: elegant}",
    ] {
        let file = format!("basics: {{name: A}}\n{file}\n");
        assert_eq!(theme(&file), Theme::default(), "{file}");
    }
}

#[test]
fn typefaces_have_names() {
    let check = |name: &str, expected| {
        let file = format!("basics: {{name: A}}\ntheme: {{typeface: {name}}}\n");
        assert_eq!(theme(&file).typeface, expected);
    };
    check("sans", Typeface::Sans);
    check("humanist", Typeface::Humanist);
    check("serif", Typeface::Serif);
    check("old-style", Typeface::OldStyle);
    check("mono", Typeface::Mono);
}

#[test]
fn json_and_yaml_say_it_alike() {
    let yaml = include_str!("../valid/theme.yaml");
    let json = r##"{
        "basics": {"name": "Ada Byron"},
        "theme": {"accent": {"light": "#1a5fb4", "dark": "#99ccff"}, "typeface": "old-style"},
        "meta": {"theme": "elegant"}
    }"##;
    assert_eq!(read(yaml), read(json));
    assert_eq!(theme(yaml).typeface, Typeface::OldStyle);
}
