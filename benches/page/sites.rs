//! The three pages that are compared: the site as it is built, the same page with plain script in
//! place of the app, and a copy of the latter, by which the noise is known.
//!
//! Never opens them.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use resume::{
    model::{Edition, Resume},
    query::Index,
    site,
};
use serde_json::json;

use crate::{generate, rig::still::without_scripts};

/// The folders of the pages, in which their figures are told apart, too.
pub const PAGES: [&str; 3] = ["ours", "baseline", "control"];

/// Builds the pages of a résumé of so many lines, and answers the folder that holds theirs.
pub fn build(lines: usize) -> PathBuf {
    let app = env::var_os("RESUME_APP").expect(
        "RESUME_APP is to name the folder of the compiled app: run this with `cargo xtask bench`",
    );
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("bench-{lines}"));
    let edition = Edition::whole(generate::resume(lines), serde_json::Value::Null);
    let [ours, baseline, control] = PAGES.map(|page| root.join(page));
    let app = site::App::read(Some(Path::new(&app))).expect("the app is there");
    let drafts = site::drafts(&[edition], &app, None).expect("the site can be built");
    for draft in drafts.iter().filter(|draft| !draft.is_form()) {
        let bytes = draft.finish().expect("a page is finished").bytes;
        let file = ours.join(&draft.path);
        fs::create_dir_all(file.parent().unwrap_or(&ours)).expect("a folder can be made");
        fs::write(file, bytes).expect("a file can be written");
    }
    let html = fs::read_to_string(ours.join("index.html")).expect("the site has a page");
    let html = with_baseline(&html, &generate::resume(lines));
    for dir in [baseline, control] {
        write(&dir, &ours, &html).expect("the baseline can be written");
    }
    root
}

fn write(dir: &Path, ours: &Path, html: &str) -> io::Result<()> {
    fs::create_dir_all(dir)?;
    fs::write(dir.join("index.html"), html)?;
    fs::write(dir.join("baseline.js"), include_str!("baseline.js"))?;
    fs::copy(ours.join("favicon.svg"), dir.join("favicon.svg"))?;
    Ok(())
}

/// The page with plain script and its data in place of the app.
fn with_baseline(page: &str, resume: &Resume) -> String {
    let html = without_scripts(page);
    let html = html.replacen(
        "</head>",
        "<script src=\"baseline.js\" defer></script></head>",
        1,
    );
    let data = data(resume).replace('<', "\\u003c");
    let data = format!("<script type=\"application/json\" id=\"baseline\">{data}</script></body>");
    html.replacen("</body>", &data, 1)
}

/// The tags of every line, found as the app finds them.
fn data(resume: &Resume) -> String {
    let index = Index::of(resume, generate::TODAY);
    let tags_of = |line| {
        let has = |tag: &usize| index.evidence[*tag].has(line);
        (0..index.tags.len()).filter(has).collect::<Vec<_>>()
    };
    json!({
        "tags": index.tags.iter().map(|tag| &tag.name).collect::<Vec<_>>(),
        "evidence": (0..index.lines()).map(tags_of).collect::<Vec<_>>(),
        "about": index.about,
    })
    .to_string()
}
