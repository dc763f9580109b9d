//! The pages that are compared: the finished site, the same page without its scripts, a copy of
//! that, by which the noise is known, and the same elements as React renders them in the browser.
//! All packed with brotli, as hosts send them.
//!
//! Never opens them.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use brotli::enc::BrotliEncoderParams;
use html5ever::{parse_document, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use serde_json::{Map, Value, json};

use crate::rig::still::without_scripts;

/// The folders of the pages.
pub const PAGES: [&str; 4] = ["ours", "still", "control", "react"];

/// Renders the elements of a page, and says when that is done.
const ENTRY: &str = r#"
import { createElement, useEffect } from "react";
import { createRoot } from "react-dom/client";
import tree from "./tree.json";

const make = (node, key) => typeof node === "string"
  ? node
  : createElement(node[0], { ...node[1], key }, ...node[2].map(make));

const Page = () => {
  useEffect(() => { document.documentElement.dataset.ready = ""; }, []);
  return tree.map(make);
};

createRoot(document.body).render(createElement(Page));
"#;

/// Makes all pages, and answers the folder that holds theirs.
pub fn build() -> PathBuf {
    let asked = |name| {
        let folder = env::var_os(name).map(PathBuf::from);
        folder.unwrap_or_else(|| panic!("{name} is not set: run this with `cargo xtask bench`"))
    };
    let (site, modules) = (asked("RESUME_SITE"), asked("RESUME_REACT"));
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-load");
    let _ = fs::remove_dir_all(&root);
    let read = |name: &Path| fs::read(name).expect("the file is there");
    for file in fs::read_dir(&site).expect("the site is there").flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if name.starts_with("app-") || name == "index.html" {
            write(&root.join("ours").join(&name), &read(&file.path()));
        }
    }
    let whole = String::from_utf8(read(&site.join("index.html"))).expect("a page is text");
    let still = without_scripts(&whole);
    for page in ["still", "control"] {
        write(&root.join(page).join("index.html"), still.as_bytes());
    }
    let (start, end) = (
        still.find("<body").expect("the page has a body"),
        still.find("</body>").expect("the body has an end"),
    );
    let bundled = bundle(&modules, &tree(&still));
    write(&root.join("react/react.js"), &bundled);
    let empty = [
        &still[..start],
        "<body><script src=\"react.js\" defer></script>",
        &still[end..],
    ];
    write(&root.join("react/index.html"), empty.concat().as_bytes());
    root
}

fn write(path: &Path, bytes: &[u8]) {
    let folder = path.parent().expect("files are in a folder");
    fs::create_dir_all(folder).expect("a folder can be made");
    fs::write(path, bytes).expect("a file can be written");
    let best = BrotliEncoderParams {
        quality: 11,
        ..BrotliEncoderParams::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &best).expect("memory takes all");
    let name = format!("{}.br", path.display());
    fs::write(name, packed).expect("a file can be written");
}

/// The elements of a body: names, attributes, and what is in them.
fn tree(page: &str) -> Value {
    let document = parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(page);
    let html = child(&document.document, "html");
    let body = child(&html, "body");
    Value::Array(body.children.borrow().iter().filter_map(node).collect())
}

fn child(of: &Handle, name: &str) -> Handle {
    let children = of.children.borrow();
    let found = children.iter().find(
        |child| matches!(&child.data, NodeData::Element { name: it, .. } if &*it.local == name),
    );
    found.expect("a page has it").clone()
}

fn node(node: &Handle) -> Option<Value> {
    match &node.data {
        NodeData::Text { contents } => Some(json!(contents.borrow().to_string())),
        NodeData::Element { name, attrs, .. } => {
            let attrs = attrs.borrow();
            let attributes = attrs.iter().map(|attribute| {
                let value = match (&*attribute.name.local, &*attribute.value) {
                    // React takes these for false where they hold nothing.
                    ("hidden" | "open" | "disabled", "") => json!(true),
                    (_, value) => json!(value),
                };
                (attribute.name.local.to_string(), value)
            });
            let attributes: Map<String, Value> = attributes.collect();
            let children: Vec<_> = node
                .children
                .borrow()
                .iter()
                .filter_map(self::node)
                .collect();
            Some(json!([&*name.local, attributes, children]))
        }
        _ => None,
    }
}

/// React with the elements, as a bundler makes it for the world.
fn bundle(modules: &Path, tree: &Value) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-load-bundle");
    fs::create_dir_all(&folder).expect("a folder can be made");
    fs::write(folder.join("tree.json"), tree.to_string()).expect("a file can be written");
    fs::write(folder.join("entry.js"), ENTRY).expect("a file can be written");
    let output = Command::new(modules.join(".bin/esbuild"))
        .args(["entry.js", "--bundle", "--minify", "--format=iife"])
        .arg("--define:process.env.NODE_ENV=\"production\"")
        .env("NODE_PATH", modules)
        .current_dir(&folder)
        .output()
        .expect("the bundler runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}
