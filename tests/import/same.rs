//! What is ours already stays as it is.
//!
//! Never looks at notes' words.

use std::path::Path;

use resume::export;
use resume::import::{self, Form};
use resume::source::{self, Audience};

use crate::fixtures::{notes, of, read};

#[test]
fn plain_json_resume_is_unchanged() {
    for (name, bytes) in of("json") {
        if !["plain.json", "ours.json"].contains(&name.as_str()) {
            continue;
        }
        let import = read(&name, &bytes).unwrap();
        assert_eq!(notes(&import), "", "{name}");
        let text = String::from_utf8(bytes).unwrap();
        let before = source::parse(Path::new(&name), &text, Audience::Owner).unwrap();
        let after = source::parse(Path::new("resume.yaml"), &import.yaml, Audience::Owner).unwrap();
        assert_eq!(before.whole(), after.whole(), "{name}");
        assert!(after.report.problems().is_empty(), "{}", after.report);
    }
}

#[test]
fn our_own_file_is_read_as_it_is() {
    let text = include_str!("../../resume.yaml");
    let import = read("resume.yaml", text.as_bytes()).unwrap();
    assert_eq!(import.form, Form::JsonResume);
    let parse =
        |text: &str| source::parse(Path::new("resume.yaml"), text, Audience::Owner).unwrap();
    assert_eq!(parse(text).whole(), parse(&import.yaml).whole());
    assert_eq!(notes(&import), "");
}

#[test]
fn what_is_private_stays_so_or_is_not_read() {
    let file = "basics: {name: Ada, phone: \"1\"}\nprivate: [basics.phone]\n";
    let import = read("r.yaml", file.as_bytes()).unwrap();
    let source = source::parse(Path::new("r"), &import.yaml, Audience::World).unwrap();
    assert_eq!(source.whole().person.phone, None);
    let wrong = file.replace("basics.phone", "basics.fax");
    let report = import::read(Path::new("r.yaml"), wrong.as_bytes()).unwrap_err();
    assert!(report.render(false).contains("basics.fax"), "{report}");
    let unsure = format!("{file}jobs: [{{name: Engines}}]\n");
    let report = import::read(Path::new("r.yaml"), unsure.as_bytes()).unwrap_err();
    assert!(report.render(false).contains("jobs"), "{report}");
}

#[test]
fn what_is_nearly_private_is_not_read() {
    for file in [
        "basics: {name: A, phone: \"123\"}\nprivat: [basics.phone]\n",
        "basics: {name: A}\nwork: [{name: B, Privte: true}]\n",
    ] {
        let report = import::read(Path::new("r.yaml"), file.as_bytes()).unwrap_err();
        let report = report.render(false);
        assert!(report.contains("did you mean `private`?"), "{report}");
    }
    let other = "basics: {name: A}\nwork: [{name: B, Privates: Chess}]\n";
    let import = read("r.yaml", other.as_bytes()).unwrap();
    assert!(import.yaml.contains("Chess"), "{}", import.yaml);
}

#[test]
fn what_is_kept_beside_the_rest_is_read_or_refused() {
    let whole = include_str!("json/ours.json");
    let whole = source::parse(Path::new("a"), whole, Audience::Owner).unwrap();
    let text = export::json_resume(&whole.editions[0].json);
    let twice = text.replacen(
        "\"resume\": {",
        "\"resume\": {\"basics\": {}, \"basics\": {},",
        1,
    );
    assert_ne!(text, twice);
    let report = import::read(Path::new("cv.json"), twice.as_bytes()).unwrap_err();
    let report = report.render(false);
    assert!(
        report.contains("error: the key `basics` stands here twice"),
        "{report}"
    );
}

#[test]
fn names_say_nothing_of_forms() {
    let form = |bytes: &[u8]| {
        import::read(Path::new("cv"), bytes)
            .map(|import| import.form)
            .ok()
    };
    assert_eq!(form(b"# Ada\n"), Some(Form::Markdown));
    assert_eq!(
        form(b"---\ntitle: Ada\n---\n\n# Work\n"),
        Some(Form::Markdown)
    );
    assert_eq!(
        form(b"{\"basics\": {\"name\": \"Ada\"}}"),
        Some(Form::JsonResume)
    );
    assert_eq!(form(b"basics:\n  name: Ada\n"), Some(Form::JsonResume));
    assert_eq!(form(b"cv:\n  name: Ada\n"), Some(Form::RenderCv));
    assert_eq!(form(b"{\"basics\": "), None);
    assert_eq!(form(b"cv:\n\tname: Ada\n"), None);
    assert_eq!(form(b" \n"), None);
    assert_eq!(form(b"PK\x03\x04"), None);
    assert_eq!(form(&[0xff, 0xfe]), None);
}
