//! axe-core, with which the browser tests look for what keeps people out of the page.
//!
//! The one tool that is no program: a script, which the tests run in the page. No part of it is
//! linked to the project or shipped with it.

use crate::{
    install,
    project::Result,
    tools::{self, Source, Tool},
    version::Version,
};
use std::path::PathBuf;

const VERSION: Version = Version(4, 14, 1);

fn axe() -> Tool {
    Tool {
        program: "axe-core",
        purpose: "finds what keeps people out of the page",
        accepted: VERSION.only(),
        version: VERSION,
        source: Source::Npm("axe-core"),
    }
}

/// Sees to it that the script is there, and says where.
pub fn ensure() -> Result<PathBuf> {
    let tool = axe();
    let modules = install::own_folder(&tool)?.join("node_modules");
    let script = modules.join("axe-core/axe.min.js");
    // npm writes this once all the rest is written.
    let last = modules.join(".package-lock.json");
    let find = || (last.is_file() && script.is_file()).then(|| script.clone());
    tools::ensure(&tool, find).map_err(|error| {
        format!(
            "the browser tests need axe-core: {error}
  or go without: cargo xtask test --native"
        )
    })
}
