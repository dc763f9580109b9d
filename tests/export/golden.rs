//! `small.yaml` in each form. With `UPDATE_EXPECTED=1` the forms are written
//! anew into `expected/`, to be read by eye.
//!
//! Never asks a reference but python-docx, to show what Word would.

use std::path::Path;
use std::{env, fs};

use resume::export;

use crate::{samples, word};

#[test]
fn forms_are_exact() {
    let small = samples::small();
    let word = word::read(&export::docx(&small).unwrap());
    let forms = [
        ("small.txt", export::text(&small)),
        ("small.md", export::markdown(&small)),
        ("small.vcf", export::vcard(&small)),
        ("small.docx.txt", word.to_string()),
    ];
    let mut wrong = Vec::new();
    for (name, form) in forms {
        let expected = Path::new("tests/export/expected").join(name);
        if env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&expected, &form).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != form {
            wrong.push(format!("{name}:\n{form}"));
        }
    }
    assert!(wrong.is_empty(), "other forms:\n\n{}", wrong.join("\n"));
}

#[test]
fn the_same_resume_makes_the_same_bytes() {
    for resume in [samples::full(), samples::ada(), samples::small()] {
        assert_eq!(export::text(&resume), export::text(&resume));
        assert_eq!(export::markdown(&resume), export::markdown(&resume));
        assert_eq!(export::vcard(&resume), export::vcard(&resume));
        assert_eq!(export::docx(&resume), export::docx(&resume));
    }
}
