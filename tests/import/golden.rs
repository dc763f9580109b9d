//! What is made of each file, to the letter; `UPDATE_EXPECTED=1` writes it
//! down anew.
//!
//! Never says whether it is good: that is for whoever looks at the difference.

use std::{env, fs};

use resume::import::Form;

use crate::fixtures::{folder, notes, of, read};

#[track_caller]
fn expect(name: &str, found: &str) {
    let path = folder().join("expected").join(name);
    if env::var_os("UPDATE_EXPECTED").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, found).unwrap();
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == found, "{name} is not as expected:\n{found}");
}

fn check(folder: &str, form: Form) {
    for (name, bytes) in of(folder) {
        let import = read(&name, &bytes).unwrap();
        assert_eq!(import.form, form, "{name}");
        let stem = name.split('.').next().unwrap();
        expect(&format!("{folder}/{stem}.yaml"), &import.yaml);
        expect(&format!("{folder}/{stem}.notes"), &notes(&import));
    }
}

#[test]
fn markdown() {
    check("markdown", Form::Markdown);
}

#[test]
fn json_resume() {
    check("json", Form::JsonResume);
}

#[test]
fn rendercv() {
    check("rendercv", Form::RenderCv);
}

#[test]
fn linkedin() {
    let import = read("export.zip", &crate::linkedin::export()).unwrap();
    assert_eq!(import.form, Form::LinkedIn);
    expect("linkedin/export.yaml", &import.yaml);
    expect("linkedin/export.notes", &notes(&import));
}
