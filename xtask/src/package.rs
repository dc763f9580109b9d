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
    fs,
    path::Path,
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
    let (from, to) = (target.join("release").join(&name), folder.join(&name));
    let placed = fs::create_dir_all(&folder).and_then(|()| fs::copy(&from, &to));
    let bytes = placed.map_err(|error| format!("cannot write {}: {error}", to.display()))?;
    println!("{} ({bytes} bytes) is all there is to hand on", shown(&to));
    Ok(())
}

fn shown(path: &Path) -> std::path::Display<'_> {
    path.strip_prefix(project::root()).unwrap_or(path).display()
}
