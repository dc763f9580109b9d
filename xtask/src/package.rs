//! `cargo xtask package`: the project as one program, which makes pages on a machine that has
//! neither Rust nor Trunk nor a network.
//!
//! Here the app is compiled and the program around it; what the program does is its own business.

use crate::{
    build,
    project::{self, Result},
    tools::Toolbox,
};
use std::{
    env::consts::EXE_SUFFIX,
    fs, io,
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

/// Where the program goes.
const FOLDER: &str = "target/package";

/// Compiles the app, packs it into the program, and says where that is.
pub fn run() -> Result {
    let tools = Toolbox::ensure(true)?;
    build::site(&tools, Path::new("target/staged"), |trunk| {
        trunk.env("RESUME_ONLY_KEEP", "1")
    })?;

    let folder = project::root().join(FOLDER);
    // A folder for programs of its own: that of development has others of the same name.
    let target = project::root().join("target");
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let mut cargo = project::cargo();
    cargo
        .args(["build", "--release", "--bin", "resume"])
        .args(["--features", "packed", "--target-dir"])
        .arg(&target)
        // Cargo does not see a file that has come to the app: so the app counts as another.
        .env(
            "RESUME_PACKED",
            now.unwrap_or_default().as_secs().to_string(),
        );
    project::run(&mut cargo, "cargo build")?;

    let name = format!("resume{EXE_SUFFIX}");
    let cannot = |error| format!("cannot write {FOLDER}: {error}");
    fs::create_dir_all(&folder).map_err(cannot)?;
    let program = target.join("release").join(&name);
    let bytes = fs::copy(program, folder.join(&name)).map_err(cannot)?;
    for licence in licences().map_err(cannot)? {
        let name = licence.file_name().unwrap_or_default();
        fs::copy(&licence, folder.join(name)).map_err(cannot)?;
    }
    println!("{FOLDER} has the program ({bytes} bytes) and its licences, to be handed on");
    Ok(())
}

/// Those of the program and of the fonts in it, which have to go along.
fn licences() -> io::Result<Vec<PathBuf>> {
    let mut licences = Vec::new();
    for folder in ["", "fonts"] {
        for entry in fs::read_dir(project::root().join(folder))? {
            let name = entry?.file_name();
            let text = name.to_string_lossy();
            if text.starts_with("LICENSE") || text.ends_with("-OFL.txt") {
                licences.push(project::root().join(folder).join(name));
            }
        }
    }
    Ok(licences)
}
