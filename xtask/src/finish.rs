//! What Trunk calls once it has compiled and gathered: of the app comes the site.
//!
//! Trunk runs all hooks of a stage at once, and these have to follow each other.

use crate::{
    project::{self, Result},
    rust,
};
use std::{
    env,
    ffi::OsStr,
    process::{Command, ExitCode},
};

/// What Trunk calls as `cargo xtask …`. It is of no use to anyone else, so usage leaves it out.
pub const COMMAND: &str = "finish";

/// Says that the compiler may be asked for more than is stable.
pub const OWN_STD: &str = "RESUME_OWN_STD";

/// Where the app is compiled together with its standard library.
const WITH_STD: &str = "target/with-std";

/// Flags for the compiler, as Trunk is told them.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Makes the compiled app smaller, if this is a release, and the site of it.
pub fn run() -> Result<ExitCode> {
    let staging = env::var_os("TRUNK_STAGING_DIR").ok_or("finish is for Trunk to call")?;
    if env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release") {
        if env::var_os(OWN_STD).is_some()
            && let Err(error) = with_own_std(&staging)
        {
            println!("warning: the standard library stays as it was compiled for all: {error}");
        }
        let mut shrink = project::cargo();
        shrink.args(["run", "--quiet", "--package", "shrink", "--"]);
        project::run(shrink.arg(staging), "shrink")?;
    }
    Ok(project::passed_on(project::resume().arg("build")))
}

/// Puts the same app in place of the one that Trunk has compiled, with a standard library that is
/// made for it: small before fast, and without words for panics. Trunk cannot be told to, since
/// what it runs afterwards would be told, too.
fn with_own_std(staging: &OsStr) -> Result {
    let flags = env::var(FLAGS).unwrap_or_default();
    let mut cargo = project::cargo();
    cargo
        .args(["build", "--quiet", "--bin", "app", "--profile", "app"])
        .args(["--no-default-features", "--features", "hydrate"])
        .args(["--target", rust::TARGET, "--target-dir", WITH_STD])
        .args([
            "-Zbuild-std=std,panic_abort",
            "-Zbuild-std-features=optimize_for_size",
        ])
        .env(rust::BOLD, "1")
        .env(FLAGS, flags + " -Zunstable-options -Cpanic=immediate-abort");
    project::run(&mut cargo, "cargo build")?;
    let app = project::root().join(WITH_STD);
    let app = app.join(rust::TARGET).join("app/app.wasm");
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen
        .args(["--target", "web", "--no-typescript", "--out-name", "app"])
        .arg("--out-dir")
        .args([staging, app.as_os_str()]);
    project::run(&mut bindgen, "wasm-bindgen")
}
