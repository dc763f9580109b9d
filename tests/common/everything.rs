//! A résumé with every key there is, each of its own text, so that each can
//! be looked for.
//!
//! Never reads or shows it.

use serde_json::{Map, Value, json};

/// Texts that stand nowhere else, whatever is made of them.
#[derive(Default)]
struct Marks(usize);

impl Marks {
    fn next(&mut self) -> String {
        self.0 += 1;
        format!("zq{:03}zq", self.0)
    }

    fn list(&mut self, count: usize) -> Value {
        (0..count).map(|_| self.next()).collect()
    }

    fn address(&mut self) -> String {
        format!("https://{}.example", self.next())
    }

    /// Texts under these keys.
    fn keys(&mut self, keys: &str) -> Map<String, Value> {
        let keys = keys.split_whitespace();
        keys.map(|key| match key {
            "url" => (key.to_owned(), self.address().into()),
            "startDate" => (key.to_owned(), "2017-01".into()),
            "endDate" | "date" | "releaseDate" => (key.to_owned(), "2018".into()),
            _ => (key.to_owned(), self.next().into()),
        })
        .collect()
    }

    /// An entry with these keys and with what every entry may have.
    fn entry(&mut self, keys: &str, skill: &str) -> Value {
        let mut entry = self.keys(&format!("id {keys} url location startDate endDate"));
        let [summary, plain, marked, host, below, deep] = [(); 6].map(|()| self.next());
        entry.insert(
            "summary".into(),
            json!({"text": summary, "skills": [skill]}),
        );
        entry.insert("skills".into(), json!([skill]));
        entry.insert(
            "highlights".into(),
            json!([
                plain,
                {"text": format!("A *{marked}* and [words](https://{host}.example)"),
                 "skills": [skill], "highlights": [
                    below, {"text": deep, "skills": []}]},
                "The last one",
            ]),
        );
        entry.into()
    }
}

/// The résumé. Ids of entries and skills have their own texts, too.
pub fn everything() -> Value {
    let mut marks = Marks::default();
    let mut basics = marks.keys("name label image phone url summary");
    basics.insert(
        "email".into(),
        format!("{}@example.org", marks.next()).into(),
    );
    let location = marks.keys("address postalCode city countryCode region");
    basics.insert("location".into(), location.into());
    let profiles = ["network username url note"; 2].map(|keys| Value::from(marks.keys(keys)));
    basics.insert("profiles".into(), profiles.to_vec().into());

    let (first, second) = (marks.next(), marks.next());
    let (keyword, other, alias) = (marks.next(), marks.next(), marks.next());
    let mut skill = |name: &str, keywords: Value| {
        let mut skill = marks.entry("title level", name);
        skill["name"] = name.into();
        skill["aliases"] = marks.list(2);
        skill["keywords"] = keywords;
        skill
    };
    let skills = json!([
        skill(
            &first,
            json!([keyword, {"name": other, "aliases": [alias]}])
        ),
        skill(&second, json!([])),
    ]);
    let mut one = |keys: &str, skill: &str| json!([marks.entry(keys, skill)]);
    let mut resume = json!({
        "basics": basics,
        "skills": skills,
        "volunteer": one("organization position", &first),
        "awards": one("title awarder", &keyword),
        "certificates": one("name issuer", &other),
        "publications": one("name publisher", &alias),
        "languages": one("language fluency", &second),
        "references": one("name reference", &second),
        "talks": one("name organization", &second),
        "education": one("institution area studyType score dates", &first),
    });
    resume["work"] = json!([
        marks.entry("name position description dates", &first),
        marks.entry("name position", &second),
    ]);
    resume["interests"] = one_with(&mut marks, "name", "keywords", &first);
    resume["projects"] = one_with(&mut marks, "name description entity type", "roles", &first);
    resume["education"][0]["courses"] = marks.list(2);
    resume["sections"] = json!([
        {"id": "talks", "title": marks.next(), "summary": marks.next()},
        {"id": "work", "title": marks.next()},
        "skills",
    ]);
    resume["theme"] = json!({"typeface": "serif"});
    resume["offline"] = json!(false);
    resume
}

fn one_with(marks: &mut Marks, keys: &str, list: &str, skill: &str) -> Value {
    let mut entry = marks.entry(keys, skill);
    entry[list] = marks.list(2);
    json!([entry])
}

/// The paths of all parts, each with the marks of what is in it. Where a line
/// names a skill, that is no text of its own.
pub fn parts(resume: &Value) -> Vec<(String, Vec<String>)> {
    let mut parts = Vec::new();
    collect(resume, "", &mut parts);
    parts
}

fn collect(value: &Value, path: &str, parts: &mut Vec<(String, Vec<String>)>) -> Vec<String> {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(pairs) => pairs
            .iter()
            .map(|(key, value)| (key.clone(), value))
            .collect(),
        Value::Array(items) => (1..).map(|n: usize| n.to_string()).zip(items).collect(),
        _ => return marks_in(value.as_str().unwrap_or_default()),
    };
    let mut marks = Vec::new();
    for (key, child) in children {
        if key == "skills" && !path.is_empty() {
            continue;
        }
        let path = if path.is_empty() {
            key
        } else {
            format!("{path}.{key}")
        };
        let within = collect(child, &path, parts);
        marks.extend(within.iter().cloned());
        parts.push((path, within));
    }
    marks
}

/// The marks in a text.
pub fn marks_in(text: &str) -> Vec<String> {
    let starts = text.match_indices("zq").map(|(at, _)| at);
    starts
        .filter_map(|at| text.get(at..at + 7))
        .filter(|mark| mark.ends_with("zq") && mark[2..5].bytes().all(|b| b.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}
