//! One visit to a page: it is opened, filtered by clicks and by keystrokes, and weighed.
//!
//! Never compares pages.

use serde_json::{Value, json};

use crate::{
    browser::{self, Spent},
    generate,
    server::Server,
    session::Session,
};

/// What a visit finds out, as the tables call it.
pub const TITLES: [&str; 11] = [
    "Click to paint, ms",
    "Click, script before the frame, ms",
    "Click, all script (Chromium's own count), ms",
    "Click, all work of the main thread, ms",
    "Keystroke to paint, ms",
    "Keystroke, script before the frame, ms",
    "Keystroke, all script (Chromium's own count), ms",
    "Keystroke, all work of the main thread, ms",
    "Navigation to interactive, ms",
    "JavaScript heap, MB",
    "WebAssembly memory, MB",
];

/// A visit's figures.
pub struct Visit {
    /// In the order of [`TITLES`], of each deed one.
    pub figures: Vec<Vec<f64>>,
    /// How many lines were shown after each deed.
    pub lines: Vec<u64>,
}

impl Visit {
    /// Opens a page and does all deeds.
    pub fn to(session: &Session, server: &Server, page: &str) -> Self {
        session.post("/timeouts", &json!({ "script": 110_000 }));
        session.go("about:blank");
        session.go(&format!("{}{page}/index.html", server.url()));
        let ready = session.run_until_done(
            "const look = () => bench.ready === null ? setTimeout(look, 20) : done(bench.ready);
            look();",
        );
        let mut visit = Self {
            figures: Vec::new(),
            lines: Vec::new(),
        };
        visit.measure(session, &clicks());
        visit.measure(session, &keystrokes());
        let memory = "return bench.memories.reduce((sum, it) => sum + it.buffer.byteLength, 0);";
        for alone in [
            number(&ready),
            browser::heap(session) / 1e6,
            number(&session.run(memory, &[])) / 1e6,
        ] {
            visit.figures.push(vec![alone]);
        }
        visit
    }

    fn measure(&mut self, session: &Session, deeds: &[String]) {
        let before = Spent::so_far(session);
        let taken = session.run_until_done(&format!(
            "{}\nmeasure([{}]).then(done);",
            include_str!("measure.js"),
            deeds.join(", ")
        ));
        let after = Spent::so_far(session);
        let each = |before: f64, after: f64| vec![(after - before) / deeds.len() as f64];
        self.figures.push(numbers(&taken["paint"]));
        self.figures.push(numbers(&taken["script"]));
        self.figures.push(each(before.script, after.script));
        self.figures.push(each(before.work, after.work));
        let lines = taken["lines"].as_array().into_iter().flatten();
        self.lines.extend(lines.filter_map(Value::as_u64));
    }
}

/// Skills that are named often, now and then and seldom: each chosen and let go of, and then two
/// together.
fn clicks() -> Vec<String> {
    let resume = generate::resume(30);
    let click = |at: usize| format!("click({})", json!(resume.tags[at].name));
    [0, 0, 3, 3, 12, 12, 25, 25, 0, 1, 0, 1].map(click).into()
}

/// A common word, two words, and a rare one, letter by letter.
fn keystrokes() -> Vec<String> {
    let rare = generate::RARE;
    [
        "d",
        "da",
        "dat",
        "data",
        "data s",
        "data se",
        "data",
        "",
        &rare[..1],
        &rare[..3],
        rare,
        "",
    ]
    .map(|text| format!("type({})", json!(text)))
    .into()
}

fn numbers(values: &Value) -> Vec<f64> {
    values
        .as_array()
        .into_iter()
        .flatten()
        .map(number)
        .collect()
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("the page answers with numbers")
}
