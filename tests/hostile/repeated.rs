//! Large files that are full of the same small thing: none takes longer than
//! its size does.
//!
//! Never looks at what is made of them.

use crate::size::{read, refused, run};

/// A megabyte, in bytes: of what takes as long as all others of its kind, a
/// file of the most that is read takes a few times as long; of what takes as
/// long as all before it, this takes longer than any file may.
const MEGABYTE: usize = 1 << 20;

/// So many of something, each with its number, as fit.
fn numbered(most: usize, one: &dyn Fn(usize) -> String) -> String {
    let mut all = String::new();
    for number in 0.. {
        let next = one(number);
        if all.len() + next.len() > most {
            break;
        }
        all += &next;
    }
    all
}

fn many(most: usize, one: &str) -> String {
    one.repeat(most / one.len())
}

#[track_caller]
fn check(text: &str, start: &str) {
    let text = format!("basics: {{name: A}}\n{text}\n");
    refused("check", "r.yaml", text.as_bytes(), start);
}

#[track_caller]
fn import(text: &str) {
    run("import", "r.md", format!("# A\n\n{text}\n").as_bytes());
}

#[test]
fn items_on_one_line() {
    let items = many(MEGABYTE, "\"a\",");
    let column = 22 + 40_000 * 4;
    check(
        &format!("work: [{{highlights: [{items}]}}]"),
        &format!("r.yaml:2:{column}: error: more than 40000 lines and headings"),
    );
    for none in ["~,", "&a ,"] {
        let none = many(MEGABYTE, none);
        let text = format!("basics: {{name: A}}\nwork: [{{highlights: [{none}]}}]\n");
        read("check", "r.yaml", text.as_bytes());
    }
}

#[test]
fn words_of_the_page() {
    let keywords = (0..39_000).map(|_| "a,").collect::<String>();
    let word = "-".repeat(20_000);
    check(
        &format!("words: {{comma: \"{word}\"}}\ninterests: [{{name: B, keywords: [{keywords}]}}]"),
        "r.yaml:2:16: error: this word of the page has more than 200 letters",
    );
}

#[test]
fn names_that_are_misspelt() {
    let long = "a".repeat(MEGABYTE);
    check(
        &format!("skills: [name: {long}]\nwork: [{{name: B, skills: [{long}b]}}]"),
        "r.yaml:2:16: error: this name has more than 200 letters",
    );
    check(
        &format!("private: [work.{long}b]\nwork: [name: {long}]"),
        "r.yaml:2:11: error: there is no ",
    );
    let skills = (0..2000).map(|n| format!("- name: {n:a<100}\n"));
    let skills: String = skills.collect();
    let named = numbered(MEGABYTE / 32, &|n| format!("{n:b<100}, "));
    check(
        &format!("skills:\n{skills}work: [{{name: B, skills: [{named}]}}]"),
        "r.yaml:2003:27: error: no skill is called ",
    );
}

#[test]
fn keys_that_are_kept() {
    let keys = numbered(2 * MEGABYTE, &|n| format!("k{n}: 1,"));
    let text = format!("basics: {{name: A}}\nmeta: {{resume: {{{keys}}}}}\n");
    read("check", "r.yaml", text.as_bytes());
}

#[test]
fn parts_that_are_private() {
    let entries = "work:\n".to_owned() + &many(2 * MEGABYTE, "- {private: true}\n");
    let keys = numbered(2 * MEGABYTE, &|n| format!("k{n}: {{private: true}}\n"));
    for marked in [entries, keys] {
        let text = format!("basics: {{name: A}}\n{marked}");
        read("check", "r.yaml", text.as_bytes());
    }
}

#[test]
fn aliases_and_profiles() {
    let aliases = |count: usize| {
        let aliases = (0..count).map(|n| format!("a{n},"));
        let aliases: String = aliases.collect();
        format!("basics: {{name: A}}\nskills: [{{name: B, aliases: [{aliases}]}}]\n")
    };
    let profiles = |count: usize| {
        format!(
            "basics: {{name: A, profiles: [{}]}}\n",
            "{network: B},".repeat(count)
        )
    };
    let alias = "r.yaml:2:10920: error: more than 2000 aliases";
    let profile = "r.yaml:1:6530: error: more than 500 profiles";
    for (file, most, start) in [
        (&aliases as &dyn Fn(usize) -> String, 2000, alias),
        (&profiles, 500, profile),
    ] {
        read("check", "r.yaml", file(most).as_bytes());
        refused("check", "r.yaml", file(most + 1).as_bytes(), start);
    }
}

#[test]
fn marks_within_marks() {
    let most = MEGABYTE;
    for marks in [
        many(most, "*a ") + &many(most, "a* "),
        many(most, "_a "),
        many(most, "[") + &many(most, "]"),
    ] {
        let text = format!("basics: {{name: A, summary: \"{marks}\"}}\n");
        read("check", "r.yaml", text.as_bytes());
    }
}

#[test]
fn notes_and_classes() {
    let most = MEGABYTE;
    import(&many(most, "^[a]"));
    import(&(many(most / 2, "^[") + &many(most / 2, "]")));
    import(&many(MEGABYTE, "[a]{.b}"));
    import(&many(most, "]{"));
    import(&("[".to_owned() + &many(most, "]{") + "}"));
}

#[test]
fn headings_without_end() {
    let sections = format!("# A\n\n{}", many(MEGABYTE / 8, "## a\n"));
    let start = "r.md: error: this cannot become a file of ours: more than 500 sections";
    refused("import", "r.md", sections.as_bytes(), start);
}
