//! A variant's page: in a folder of its own, and nothing of what it leaves out.

use std::{path::Path, sync::OnceLock};

use crate::{page::on, site};

const RESUME: &str = "
basics: {name: Ada Byron, label: Analyst}
skills: [{name: Rust}, {name: Weaving}]
work:
  - id: engines
    name: Analytical Engines
    highlights:
      - {text: Wrote a program, skills: [Rust]}
      - {text: Taught others}
  - id: mill
    name: Mill
    highlights: [{text: Wove cloth, skills: [Weaving]}]
variants:
  back-end: {label: Programmer, omit: [work.mill, skills.Weaving]}
";

fn site() -> &'static Path {
    static SITE: OnceLock<std::path::PathBuf> = OnceLock::new();
    SITE.get_or_init(|| site::build("variants", RESUME))
}

#[test]
fn a_variant_opens_and_filters_what_it_has() {
    on(site(), |page| {
        page.open("back-end/");
        page.see_lines(&["Wrote a program", "Taught others"]);
        assert_eq!(page.look("document.title"), "Ada Byron, Programmer");
        page.choose("Rust");
        page.see_lines(&["Wrote a program"]);
        page.open("back-end/?skill=Rust");
        page.see_lines(&["Wrote a program"]);
        // Its own module, and the script of all.
        let asked = page.server.requests();
        let is = |path: &String, start: &str, end: &str| {
            path.strip_prefix(start)
                .is_some_and(|name| name.ends_with(end) && !name.contains('/'))
        };
        let of = |start: &str, end: &str| asked.iter().any(|path| is(path, start, end));
        assert!(of("/app-", ".js") && of("/back-end/app-", ".wasm") && !of("/app-", ".wasm"));
        assert!(!of("/back-end/app-", ".js"));
    });
}

#[test]
fn the_whole_stays_at_the_root() {
    on(site(), |page| {
        page.open("");
        page.see_lines(&["Wrote a program", "Taught others", "Wove cloth"]);
        page.choose("Weaving");
        page.see_lines(&["Wove cloth"]);
    });
}
