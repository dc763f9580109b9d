//! What the site says to programs that come by: robots.txt (RFC 9309), the
//! sitemap (<https://www.sitemaps.org/protocol.html>), the manifest
//! (<https://www.w3.org/TR/appmanifest/>).
//!
//! Never says anything of a single page.

use serde_json::json;

use super::{File, escape};
use crate::model::Resume;

/// These files, for the site of a whole résumé: without an address there is
/// no sitemap, which wants whole ones.
pub fn files(resume: &Resume) -> Vec<File> {
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    let mut files = Vec::new();
    if let Some(url) = &resume.url {
        robots.extend(["Sitemap: ", url, "sitemap.xml\n"]);
        files.push(file("sitemap.xml", sitemap(url)));
    }
    files.push(file("robots.txt", robots));
    files.push(file("site.webmanifest", manifest(resume)));
    files
}

fn sitemap(url: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>{}</loc></url>
</urlset>
"#,
        escape(url)
    )
}

fn manifest(resume: &Resume) -> String {
    let icon =
        |src: &str, sizes: &str, kind: &str| json!({ "src": src, "sizes": sizes, "type": kind });
    let manifest = json!({
        "name": resume.person.name,
        "lang": resume.language.tag,
        "dir": resume.language.dir(),
        "start_url": "./",
        "display": "browser",
        "icons": [
            icon("favicon.svg", "any", "image/svg+xml"),
            icon("touch-icon.png", "180x180", "image/png"),
            icon("favicon.png", "48x48", "image/png"),
        ],
    });
    format!("{manifest:#}\n")
}

fn file(path: &str, text: String) -> File {
    File {
        path: path.into(),
        bytes: text.into_bytes(),
    }
}
