//! The worker that keeps a page for when there is no network: what it names,
//! and where there is none.
//!
//! Never runs one: the browser tests do.

use std::collections::{BTreeMap, HashSet};
use std::path::{Component, Path, PathBuf};

use base64::Engine;
use resume::site::{self, App, File};
use resume::source::{self, Audience};
use sha2::{Digest, Sha384};

use super::STANDARD;
use super::hosts::{references, with_public};

const RESUME: &str = "
basics: {name: A}
work: [{name: B}]
variants:
  back-end: {omit: [work]}
";

fn files(yaml: &str, live: Option<&str>) -> Vec<File> {
    let source = source::parse(Path::new("r.yaml"), yaml, Audience::World).unwrap();
    let app = App::read(Some(with_public().path())).unwrap();
    let drafts = site::drafts(&source.editions, &app, live).unwrap();
    let file = |draft: &site::Draft| File {
        path: draft.path.clone(),
        bytes: draft.finish().unwrap().bytes,
    };
    drafts.iter().map(file).collect()
}

fn text(files: &[File], path: &str) -> String {
    let file = files.iter().find(|file| file.path == Path::new(path));
    String::from_utf8(file.unwrap().bytes.clone()).unwrap()
}

/// What the worker of a folder keeps: addresses, as it sees them, and hashes.
fn kept(files: &[File], folder: &str) -> BTreeMap<String, String> {
    let worker = text(files, &format!("{folder}worker.js"));
    let (_, rest) = worker.split_once("Object.entries(").unwrap();
    let (list, _) = rest.split_once(").map(").unwrap();
    serde_json::from_str(list).unwrap()
}

/// The file at an address that is seen from a folder.
fn path(folder: &str, address: &str) -> PathBuf {
    let mut path = PathBuf::from(folder);
    for part in Path::new(address).components() {
        match part {
            Component::ParentDir => assert!(path.pop(), "{address} is outside"),
            Component::Normal(name) => path.push(name),
            _ => {}
        }
    }
    if address.ends_with('/') {
        path.push("index.html");
    }
    path
}

#[test]
fn every_file_that_is_kept_is_there_with_its_hash() {
    let files = files(RESUME, None);
    for folder in ["", "back-end/"] {
        let kept = kept(&files, folder);
        for (address, hash) in &kept {
            let path = path(folder, address);
            let file = files.iter().find(|file| file.path == path);
            let file = file.unwrap_or_else(|| panic!("{folder}: {address} is missing"));
            let found = STANDARD.encode(Sha384::digest(&file.bytes));
            assert_eq!(*hash, format!("sha384-{found}"), "{folder}: {address}");
        }
        // The page, its script and module, the icons and the manifest.
        assert_eq!(kept.len(), 7, "{folder}: {kept:?}");
    }
}

#[test]
fn all_that_the_page_asks_for_is_kept() {
    let files = files(RESUME, None);
    for folder in ["", "back-end/"] {
        let kept = kept(&files, folder);
        let html = text(&files, &format!("{folder}index.html"));
        let (head, _) = html.split_once("<body>").unwrap();
        let linked = head.split("<link").skip(1);
        let linked = linked.filter_map(|link| references(link, "href=").next());
        let loaded = ["import(", "fetch("].into_iter();
        let loaded = loaded.flat_map(|call| references(&html, call));
        let asked_for: HashSet<&str> = linked.chain(loaded).collect();
        // A script that was kept and is damaged is asked for by another name, and not kept.
        let (again, once): (Vec<_>, Vec<_>) =
            (asked_for.into_iter()).partition(|it| it.ends_with('?'));
        for address in &once {
            assert!(kept.contains_key(*address), "{folder}: {address}");
        }
        assert_eq!((once.len(), again.len()), (6, 1), "{folder}");
    }
}

/// No edition knows of another.
#[test]
fn a_worker_knows_of_its_own_page_alone() {
    let files = files(RESUME, None);
    assert!(!text(&files, "worker.js").contains("back-end"));
    let pages = |folder| {
        let kept = kept(&files, folder).into_keys();
        let kept = kept.filter(|address| ["/", ".wasm"].iter().any(|end| address.ends_with(end)));
        kept.map(|address| path(folder, &address))
            .collect::<Vec<_>>()
    };
    assert!(pages("").iter().all(|path| path.components().count() == 1));
    let variant = pages("back-end/");
    assert!(variant.iter().all(|path| path.starts_with("back-end")));
    assert_eq!(variant.len(), 2);
}

#[test]
fn another_build_is_another_worker() {
    let worker = |yaml| text(&files(yaml, None), "worker.js");
    assert_eq!(worker(RESUME), worker(RESUME));
    let other = worker("basics: {name: Z}");
    assert_ne!(worker(RESUME), other);
    let build = |worker: &str| {
        let (_, rest) = worker.split_once("`${ours}").unwrap();
        rest[..16].to_owned()
    };
    assert_ne!(build(&worker(RESUME)), build(&other));
}

#[test]
fn nothing_is_kept_where_it_is_not_wanted_or_in_the_making() {
    let unwanted = format!("{RESUME}offline: false\n");
    for files in [files(&unwanted, None), files(RESUME, Some("live.js?1"))] {
        for folder in ["", "back-end/"] {
            let worker = text(&files, &format!("{folder}worker.js"));
            assert!(worker.contains("unregister") && !worker.contains("fetch"));
            let page = text(&files, &format!("{folder}index.html"));
            assert!(page.contains("if (false) started"));
        }
    }
    for wanted in [
        RESUME,
        &format!("{RESUME}offline: true\n"),
        &format!("{RESUME}offline:\n"),
    ] {
        let files = files(wanted, None);
        assert!(text(&files, "worker.js").contains("integrity"));
        let page = text(&files, "index.html");
        assert!(page.contains("if (true) started") && page.contains("worker-src 'self'"));
    }
}
