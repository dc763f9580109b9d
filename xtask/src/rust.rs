//! What is needed of the Rust toolchain besides the compiler: the browser's target, and for the
//! tests rustfmt and clippy.

use crate::project::{self, Result};
use std::{
    path::Path,
    process::{Command, Stdio},
};

const TARGET: &str = "wasm32-unknown-unknown";

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
