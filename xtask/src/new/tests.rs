//! What is asked, and that what `new` takes out is all there is of the first owner.

use super::{BLANK, FACTS, Options, PICTURE, README, RESUME, is_first, name, without_picture};
use crate::project;
use std::{fs, path::Path, process::Command};

fn parsed(words: &[&str]) -> Result<Options, String> {
    let words: Vec<String> = words.iter().map(ToString::to_string).collect();
    Options::parse(&words)
}

fn asked(words: &[&str], answers: &str) -> Options {
    let mut options = parsed(words).unwrap();
    options.ask(&mut answers.as_bytes()).unwrap();
    options
}

#[test]
fn mistakes_are_named() {
    assert_eq!(parsed(&["--name"]), Err("--name needs a value".to_owned()));
    assert_eq!(parsed(&["Zoë"]), Err("new does not take Zoë".to_owned()));
    assert!(parsed(&["--from", "a.md", "--name", "Zoë"]).is_err());
    assert!(parsed(&["--from", "blank", "--name", "Zoë"]).is_ok());
}

#[test]
fn five_questions_are_asked() {
    let options = asked(&[], "\nZoë\nSmith\nz@example.org\na.example b.example\n");
    let answered = parsed(&[
        "--from",
        BLANK,
        "--name",
        "Zoë",
        "--headline",
        "Smith",
        "--email",
        "z@example.org",
        "--link",
        "a.example",
        "--link",
        "b.example",
    ]);
    assert_eq!(Ok(options), answered);
}

#[test]
fn what_is_told_is_not_asked() {
    let options = asked(&["--name", "Zoë", "--email", ""], "Smith\n\n");
    assert_eq!(options.headline.as_deref(), Some("Smith"));
    assert_eq!(options.links, Some(Vec::new()));
    assert_eq!(options.from, None);
}

#[test]
fn a_file_answers_the_rest() {
    assert_eq!(asked(&[], "cv.md\nnever read\n").file(), Some("cv.md"));
}

/// What a file holds is for `resume import` to find out.
#[test]
fn a_file_is_imported() {
    let options = parsed(&["--from", "/cv.md"]).unwrap();
    let (command, what) = options.command(Path::new("/aside"));
    let words: Vec<_> = command
        .get_args()
        .map(|word| word.to_str().unwrap())
        .collect();
    let expected = ["import", "/cv.md", "--output", "/aside", "--force"];
    assert!(words.ends_with(&expected), "{words:?}");
    assert_eq!(what, "resume import");
}

#[test]
fn the_picture_goes_with_its_paragraph() {
    let readme = format!("# A\n\n![B]({PICTURE})\n\nC\n\nD\n");
    assert_eq!(without_picture(&readme), "# A\n\nC\n\nD\n");
}

/// Nobody who makes this project their own should have to look for traces of someone else.
#[test]
fn nothing_else_names_the_first_owner() {
    let root = project::root();
    if !is_first(root) {
        return;
    }
    let resume = fs::read_to_string(root.join(RESUME)).unwrap();
    let mut git = Command::new("git");
    git.current_dir(root).args(["grep", "-il"]);
    let words: Vec<&str> = name(&resume).unwrap().split(' ').collect();
    for word in words.iter().chain(&employers(&resume)) {
        git.args(["-e", word]);
    }
    let files = git.output().unwrap().stdout;
    let files = String::from_utf8(files).unwrap();
    let gone = [RESUME, README, PICTURE];
    for file in files.lines() {
        let known = gone.contains(&file) || file.starts_with(FACTS);
        assert!(known, "{file} names the owner of the first résumé");
    }
    let readme = fs::read_to_string(root.join(README)).unwrap();
    let readme = without_picture(&readme).to_lowercase();
    for word in words.iter().chain(&employers(&resume)) {
        assert!(!readme.contains(&word.to_lowercase()), "{README}: {word}");
    }
}

/// The companies of a résumé, by the first word of each.
fn employers(resume: &str) -> Vec<&str> {
    let (_, work) = resume.split_once("\nwork:\n").unwrap();
    let work = work.lines().take_while(|line| !line.starts_with("skills:"));
    let names = work.filter_map(|line| line.strip_prefix("    name: "));
    let words: Vec<&str> = names.filter_map(|name| name.split(' ').next()).collect();
    assert!(words.len() > 2, "{words:?}");
    words
}
