//! The project on disk, and how its own programs are called.
//!
//! Never here: anything that is installed from elsewhere.

use crate::rust;
use std::{
    env,
    env::consts::EXE_SUFFIX,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

/// What an errand comes to; an error is one sentence for the person who ran it.
pub type Result<T = ()> = std::result::Result<T, String>;

/// The folder with `Cargo.toml`, `Trunk.toml` and `resume.yaml`. Every program is run from it.
pub fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// The same cargo that runs this program.
pub fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // Whatever asks a compiler for more than is stable asks for that alone.
    choose_resume(cargo.current_dir(root()).env_remove(rust::BOLD));
    cargo
}

/// The project's native command line, `resume`, about to be run, and built first if need be. Cargo
/// would find out whether it has to be, too, but takes ten times as long as a check of a résumé; and
/// would compile it anew after the tests, whose own dependencies ask more of those that both have.
pub fn resume() -> Command {
    let program = program();
    if is_fresh(&program) {
        let mut command = Command::new(program);
        choose_resume(command.current_dir(root()));
        return command;
    }
    let mut command = cargo();
    command.arg("run");
    // The first build takes minutes and should be seen; later ones are not worth a line.
    if program.is_file() {
        command.arg("--quiet");
    }
    command.args(["--bin", "resume", "--"]);
    command
}

/// Whether a program is newer than all that it was made of, which cargo lists beside it.
fn is_fresh(program: &Path) -> bool {
    let modified = |path: &Path| fs::metadata(path).and_then(|file| file.modified()).ok();
    let made = modified(program);
    let is_older = |path: &Path| modified(path).is_some_and(|time| Some(time) < made);
    let Ok(list) = fs::read_to_string(program.with_extension("d")) else {
        return false;
    };
    let Some((_, files)) = list.split_once(": ") else {
        return false;
    };
    // A space in a path is written with a backslash before it.
    let files = files.trim_end().replace("\\ ", "\0");
    let mut files = files.split(' ').map(|file| file.replace('\0', " "));
    ["Cargo.toml", "Cargo.lock"]
        .iter()
        .all(|file| is_older(&root().join(file)))
        && files.all(|file| is_older(Path::new(&file)))
}

/// The words of a command line, as the tests of errands write it.
#[cfg(test)]
pub fn words(line: &str) -> Vec<String> {
    line.split_whitespace().map(str::to_owned).collect()
}

/// Where cargo puts that command line: beside this program.
pub fn program() -> PathBuf {
    let xtask = env::current_exe().unwrap_or_default();
    xtask.with_file_name(format!("resume{EXE_SUFFIX}"))
}

/// `cargo xtask check`: says itself what is wrong, so only its exit code is passed on.
pub fn check(file: Option<&str>) -> ExitCode {
    let mut command = resume();
    command.arg("check").args(file.map(from_here));
    passed_on(&mut command)
}

/// Runs a program that says itself what is wrong: its exit code.
pub fn passed_on(command: &mut Command) -> ExitCode {
    match command.status() {
        Ok(status) => {
            let code = status.code().and_then(|code| u8::try_from(code).ok());
            code.map_or(ExitCode::FAILURE, ExitCode::from)
        }
        Err(error) => {
            eprintln!("error: cannot run cargo: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Tells a program that runs from the root which résumé was chosen.
pub fn choose_resume(command: &mut Command) {
    match chosen_resume() {
        Some(path) => command.env("RESUME", path),
        None => command.env_remove("RESUME"),
    };
}

/// The résumé chosen with `RESUME`, if any, as seen from the root.
pub fn chosen_resume() -> Option<PathBuf> {
    env::var_os("RESUME")
        .filter(|path| !path.is_empty())
        .map(from_here)
}

/// A path as the caller wrote it, made good for a program that runs from the root.
pub fn from_here(path: impl Into<OsString>) -> PathBuf {
    let path = PathBuf::from(path.into());
    match env::current_dir() {
        // Left as written where it means the same, so that messages show it as written.
        Ok(here) if here != root() => here.join(path),
        _ => path,
    }
}

/// Runs a program to its end; `what` names it if that goes wrong.
pub fn run(command: &mut Command, what: &str) -> Result {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(format!("{what} failed, for the reason given above")),
        Err(error) => Err(format!(
            "{what}: cannot run {}: {error}",
            command.get_program().display()
        )),
    }
}
