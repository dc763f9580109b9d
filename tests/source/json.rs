//! JSON Resume files, plain and odd.
//!
//! Never tests what YAML alone can say.

use super::outline::{check, read};

#[test]
fn every_key_of_json_resume_is_read() {
    let resume = read(include_str!("../valid/resume.json"));
    assert_eq!(resume.person.name, "Ada Byron");
    let sections: Vec<&str> = resume
        .sections
        .iter()
        .map(|section| section.id.as_str())
        .collect();
    let all = "summary work volunteer projects skills education awards certificates \
        publications languages interests references";
    assert_eq!(sections.join(" "), all);
}

#[test]
fn json_and_yaml_are_read_alike() {
    let json = read(include_str!("../valid/resume.json"));
    let yaml = read(include_str!("../valid/resume.yaml"));
    assert_eq!(json, yaml);
}

#[test]
fn json_need_not_be_yaml() {
    let text = r#"
{
	"basics": {
		"name": "A"
	},
	"work": [
		{ "name": "\ud83d\ude00 \u00e9\/\"\\ \t\u0041", "highlights": [1, -2.5e3, true, null, "", "a\nb"] }
	]
}
"#;
    let outline = "
work: Work experience
  é-a: 😀 é/\"\\ A
    - 1
    - -2.5e3
    - true
    - a b
";
    check(text, outline);
    check(&text.replace('\n', "\r\n"), outline);
    check("{\"basics\":{\"name\":\"A\"},\"work\":[]}", "");
    check("{basics: {name: A}, # flow\n}", "");
    check("\u{feff}{\"basics\":{\"name\":\"A\"}}", "");
}
