//! What Trunk calls once it has compiled and gathered: of the app comes the site.
//!
//! Trunk runs all hooks of a stage at once, and these two have to follow each other.

use crate::project::{self, Result};
use std::{env, process::ExitCode};

/// What Trunk calls as `cargo xtask …`. It is of no use to anyone else, so usage leaves it out.
pub const COMMAND: &str = "finish";

/// Makes the compiled app smaller, if this is a release, and the site of it.
pub fn run() -> Result<ExitCode> {
    let staging = env::var_os("TRUNK_STAGING_DIR").ok_or("finish is for Trunk to call")?;
    if env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release") {
        let mut shrink = project::cargo();
        shrink.args(["run", "--quiet", "--package", "shrink", "--"]);
        project::run(shrink.arg(staging), "shrink")?;
    }
    Ok(project::passed_on(project::resume().arg("build")))
}
