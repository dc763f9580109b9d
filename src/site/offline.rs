//! The page without a network: the service worker
//! (<https://www.w3.org/TR/service-workers/>) that lies beside each page and
//! keeps the files of one build.
//!
//! Never decides when the page asks for it: see `loader.js`.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;

use super::{Draft, File, headers, policy};
use crate::model::Edition;

/// The worker's file, in the folder of its page.
pub const FILE: &str = "worker.js";

const WORKER: &str = include_str!("worker.js");

/// Cleans up after one.
const NO_WORKER: &str = include_str!("no_worker.js");

/// What all pages name in their heads.
const SHARED: [&str; 4] = [
    "favicon.png",
    "favicon.svg",
    "site.webmanifest",
    "touch-icon.png",
];

/// The worker of an edition's page. Where nothing is to be kept there is one,
/// too, since only a worker can take the place of another.
pub fn worker(edition: &Edition, drafts: &[Draft], live: bool) -> File {
    let text = if edition.resume.offline && !live {
        let files = json!(files(&edition.slug, drafts));
        let worker = WORKER.replace("FILES", &format!("{files:#}"));
        let build = policy::short_hash(worker.as_bytes());
        worker.replace("BUILD", &build)
    } else {
        NO_WORKER.to_owned()
    };
    File {
        path: Path::new(&edition.slug).join(FILE),
        bytes: text.into_bytes(),
    }
}

/// What the page in a folder needs, seen from there, with its integrity: not
/// the other forms, which nobody may ever ask for.
fn files(slug: &str, drafts: &[Draft]) -> BTreeMap<String, String> {
    let root = if slug.is_empty() { "./" } else { "../" };
    let file = |draft: &Draft| {
        let path = draft.path.as_path();
        let (folder, name) = (path.parent()?, path.file_name()?.to_str()?);
        let pinned = headers::is_pinned(path);
        let address = if folder == Path::new(slug) && name == "index.html" {
            "./".to_owned()
        } else if folder == Path::new(slug) && pinned {
            format!("./{name}")
        } else if folder == Path::new("") && (pinned && is_script(path) || SHARED.contains(&name)) {
            format!("{root}{name}")
        } else {
            return None;
        };
        Some((address, policy::integrity(draft.ready()?)))
    };
    drafts.iter().filter_map(file).collect()
}

fn is_script(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "js")
}
