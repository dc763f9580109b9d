//! What is needed of the Rust toolchain besides the compiler: the browser's target, and for the
//! tests rustfmt and clippy; and whether more can be had of it.

use crate::project::{self, Result};
use std::{
    env,
    path::Path,
    process::{Command, Stdio},
};

/// Has a stable compiler take options that may yet change.
pub const BOLD: &str = "RUSTC_BOOTSTRAP";

/// The browser, as a platform of Rust's.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Sees to it that Rust can be compiled for the browser.
pub fn ensure_target() -> Result {
    if has_target() {
        return Ok(());
    }
    rustup(&["target", "add", TARGET], "compiles for the browser");
    if has_target() {
        return Ok(());
    }
    Err(format!(
        "this Rust cannot compile for the browser: install its {TARGET} target
  with rustup (https://rustup.rs): rustup target add {TARGET}
  Debian, Ubuntu: apt install libstd-rust-dev-wasm32
  Fedora: dnf install rust-std-static-{TARGET}
  Arch: pacman -S rust-wasm"
    ))
}

/// Sees to it that `cargo fmt` and `cargo clippy` run.
pub fn ensure_linters() -> Result {
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let runs = || {
            let mut cargo = project::cargo();
            cargo.args([command, "--version"]);
            cargo.stdout(Stdio::null()).stderr(Stdio::null());
            cargo.status().is_ok_and(|status| status.success())
        };
        if !runs() {
            rustup(&["component", "add", component], "checks the source");
            if !runs() {
                return Err(format!(
                    "cargo {command} does not run, install it: rustup component add {component}"
                ));
            }
        }
    }
    Ok(())
}

/// Whether the standard library can be compiled anew: its source is there (`rustup component add
/// rust-src`), and the compiler takes options that may yet change, as a nightly one does, or any
/// that is told to by `RUSTC_BOOTSTRAP=1`.
pub fn can_build_std() -> bool {
    let mut rustc = Command::new("rustc");
    let sysroot = rustc
        .args(["--print", "sysroot"])
        .current_dir(project::root());
    let Ok(output) = sysroot.output() else {
        return false;
    };
    let sysroot = String::from_utf8_lossy(&output.stdout);
    let source = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/std");
    let bold = env::var_os(BOLD).is_some_and(|value| value == "1");
    source.is_dir() && (bold || is_nightly())
}

fn is_nightly() -> bool {
    let mut rustc = Command::new("rustc");
    let version = rustc.arg("--version").current_dir(project::root()).output();
    version.is_ok_and(|version| String::from_utf8_lossy(&version.stdout).contains("-nightly"))
}

/// Asks for the target's compiled standard library, as it need not come from rustup.
fn has_target() -> bool {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", TARGET]);
    rustc
        .current_dir(project::root())
        .output()
        .is_ok_and(|output| {
            let folder = String::from_utf8_lossy(&output.stdout);
            output.status.success() && Path::new(folder.trim()).is_dir()
        })
}

/// Whether it worked is seen by looking again, so that a Rust without rustup fails no differently.
fn rustup(arguments: &[&str], purpose: &str) {
    println!("set-up: rustup {}, which {purpose}", arguments.join(" "));
    let mut rustup = Command::new("rustup");
    rustup.args(arguments).current_dir(project::root());
    if let Err(error) = project::run(&mut rustup, "rustup") {
        println!("set-up: {error}");
    }
}
