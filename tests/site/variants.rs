//! The pages of variants, in folders of their own.
//!
//! Never tests what a variant shows.

use std::path::Path;

use resume::site;
use resume::source::{self, Audience};
use sha2::{Digest, Sha256, Sha384};

use super::{STANDARD, app};
use base64::Engine;

const RESUME: &str = "
basics: {name: A, label: Engineer}
work: [{name: B}]
variants:
  back-end: {label: Back-end engineer}
  short: {omit: [work]}
";

fn files(yaml: &str, live: Option<&str>) -> Result<Vec<(String, Vec<u8>)>, String> {
    let source = source::parse(Path::new("r.yaml"), yaml, Audience::World).unwrap();
    let drafts = site::drafts(&source.editions, &app(), live);
    let drafts = drafts.map_err(|error| error.to_string())?.into_iter();
    Ok(drafts
        .map(|draft| {
            (
                draft.path.display().to_string(),
                draft.finish().unwrap().bytes,
            )
        })
        .collect())
}

#[test]
fn each_variant_has_a_page_and_a_module_and_shares_the_rest() {
    let files = files(RESUME, Some("live.js?1")).unwrap();
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let ends = |name: &str, start: &str, end: &str| name.starts_with(start) && name.ends_with(end);
    for shared in [
        "404.html",
        "icons/one.svg",
        "resume.schema.json",
        "robots.txt",
        "site.webmanifest",
    ] {
        assert_eq!(
            names.iter().filter(|name| name.ends_with(shared)).count(),
            1
        );
    }
    for dir in ["", "back-end/", "short/"] {
        assert!(names.contains(&format!("{dir}index.html").as_str()));
        assert!(names.contains(&format!("{dir}a.txt").as_str()));
        let module = |name: &&&str| ends(name, &format!("{dir}app-"), ".wasm");
        assert_eq!(names.iter().filter(module).count(), 1);
    }
    let text = |name: &str| {
        let file = files.iter().find(|(file, _)| file == name).unwrap();
        String::from_utf8(file.1.clone()).unwrap()
    };
    let script = *names.iter().find(|name| ends(name, "app-", ".js")).unwrap();
    for (dir, root, label) in [
        ("", "./", "Engineer"),
        ("back-end/", "../", "Back-end engineer"),
        ("short/", "../", "Engineer"),
    ] {
        let page = text(&format!("{dir}index.html"));
        let hash = |bytes: &[u8]| STANDARD.encode(Sha384::digest(bytes));
        let imports = format!(
            r#"{{"integrity":{{"{root}{script}":"sha384-{0}","{root}{script}?":"sha384-{0}"}}}}"#,
            hash(text(script).as_bytes())
        );
        let pinned = STANDARD.encode(Sha256::digest(&imports));
        assert!(page.contains(&imports) && page.contains(&format!("'sha256-{pinned}'")));
        assert!(page.contains(&format!(r#"import("{root}{script}")"#)));
        assert!(page.contains(&format!(r#"href="{root}favicon.svg""#)));
        assert!(page.contains(&format!(r#"src="{root}live.js?1""#)));
        assert!(page.contains(&format!("<title>A, {label}</title>")));
        let module = |name: &&&str| ends(name, &format!("{dir}app-"), ".wasm");
        let module = names.iter().find(module).unwrap();
        let (_, bytes) = files.iter().find(|(file, _)| file == module).unwrap();
        assert!(page.contains(&format!("sha384-{}", hash(bytes))));
        let name = module.rsplit('/').next().unwrap();
        assert!(page.contains(&format!(r#"fetch("./{name}""#)));
    }
}

#[test]
fn no_file_takes_the_place_of_another() {
    let files = files("basics: {name: Robots}", None).unwrap();
    let named = |name: &str| -> Vec<String> {
        let files = files.iter().filter(|(file, _)| file == name);
        files
            .map(|(_, text)| String::from_utf8(text.clone()).unwrap())
            .collect()
    };
    assert_eq!(named("robots.txt"), ["User-agent: *\nAllow: /\n"]);
    assert!(named("robots-resume.txt")[0].starts_with("Robots"));
    for (name, public) in [("Ada", "Ada.TXT"), ("Ada", "robots.txt")] {
        let yaml = format!("basics: {{name: {name}}}");
        let source = source::parse(Path::new("r.yaml"), &yaml, Audience::World).unwrap();
        let mut app = app();
        app.public.push(site::File {
            path: public.into(),
            bytes: Vec::new(),
        });
        let error = site::files(&source.editions, &app).unwrap_err().to_string();
        let start = format!("{}: two files of the site", public.to_lowercase());
        assert!(error.to_lowercase().starts_with(&start), "{error}");
    }
}

#[test]
fn a_variant_cannot_stand_where_a_file_of_the_app_is() {
    let taken = "basics: {name: A}\nvariants: {icons: {label: B}}";
    assert_eq!(
        files(taken, None).unwrap_err(),
        "icons: a variant cannot have the name of a file or folder of the app"
    );
}
