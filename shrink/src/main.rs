//! Makes the compiled app smaller, once Trunk has gathered it: `shrink DIR`.
//!
//! Module and script are rewritten in their place, together or not at all.
//! Never knows a résumé, and never what the app does.

mod module;
mod names;
mod script;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs, io};

const MODULE: &str = "app_bg.wasm";
const SCRIPT: &str = "app.js";

/// For `wasm-opt`: the first kilobyte of memory is the end of the stack,
/// which nothing points to.
const OPTIMISE: [&str; 6] = [
    "-Oz",
    "--converge",
    "--low-memory-unused",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [folder] = arguments.as_slice() else {
        eprintln!("usage: shrink DIR");
        return ExitCode::from(2);
    };
    match run(folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: cannot make the app smaller: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(folder: &Path) -> Result<(), String> {
    let (module, script) = (folder.join(MODULE), folder.join(SCRIPT));
    let failed = |path: &Path, error: io::Error| format!("{}: {error}", path.display());
    let bytes = fs::read(&module).map_err(|error| failed(&module, error))?;
    let text = fs::read_to_string(&script).map_err(|error| failed(&script, error))?;
    let (bytes, text) = module::shrink(&bytes, &text)?;
    let text = script::minify(&text)?;

    let small = folder.join("app_bg.small");
    fs::write(&small, bytes).map_err(|error| failed(&small, error))?;
    let optimised = optimise(&small);
    let put = optimised.and_then(|()| {
        fs::rename(&small, &module).map_err(|error| failed(&module, error))?;
        fs::write(&script, text).map_err(|error| failed(&script, error))
    });
    if put.is_err() {
        // It may never have been there.
        let _ = fs::remove_file(&small);
    }
    put
}

/// Calls the one tool that may be missing: the app is larger then, no worse.
fn optimise(module: &Path) -> Result<(), String> {
    let program = if cfg!(windows) {
        "wasm-opt.cmd"
    } else {
        "wasm-opt"
    };
    let mut command = Command::new(program);
    command.args(OPTIMISE).arg(module).arg("-o").arg(module);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("wasm-opt: {status}")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            eprintln!("warning: without wasm-opt the app stays larger than it has to be");
            Ok(())
        }
        Err(error) => Err(format!("wasm-opt: {error}")),
    }
}
