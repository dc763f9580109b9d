//! Getting a tool that is missing into a folder of its own, shared by all clones of the project.
//!
//! Nothing outside that folder changes. Never here: which tools there are; tools.rs says that.

use crate::{
    project::{self, Result},
    tools::{self, Source, Tool},
};
use std::{
    env,
    fs::{self, File, TryLockError},
    path::{Path, PathBuf},
    process::Command,
};

/// Where tools are kept: `RESUME_TOOLS`, or `resume-tools` in the user's cache.
pub fn folder() -> Result<PathBuf> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    let cache = || {
        let home = || set("HOME").map(PathBuf::from);
        let cache = if cfg!(windows) {
            set("LOCALAPPDATA").map(PathBuf::from)
        } else if cfg!(target_os = "macos") {
            home().map(|home| home.join("Library/Caches"))
        } else {
            set("XDG_CACHE_HOME")
                .map(PathBuf::from)
                .or_else(|| home().map(|home| home.join(".cache")))
        };
        cache.map(|cache| cache.join("resume-tools"))
    };
    set("RESUME_TOOLS")
        .map(project::from_here)
        .or_else(cache)
        .ok_or_else(|| "no home folder to keep tools in, set RESUME_TOOLS to a folder".to_owned())
}

/// Each version of a tool has a folder of its own, so clones may differ in what they need.
pub fn own_folder(tool: &Tool) -> Result<PathBuf> {
    Ok(folder()?.join(format!("{}-{}", tool.program, tool.version)))
}

/// Where a tool's programs are once it is installed.
pub fn bin_folder(tool: &Tool) -> Result<PathBuf> {
    let bin = match tool.source {
        Source::Crate(..) => "bin",
        Source::Npm(_) => "node_modules/.bin",
    };
    Ok(own_folder(tool)?.join(bin))
}

/// Held by whoever is installing; it is let go when the file is dropped or the program ends.
pub fn lock() -> Result<File> {
    let path = folder()?.join("lock");
    let cannot = |error| format!("cannot lock {}: {error}", path.display());
    fs::create_dir_all(folder()?).map_err(cannot)?;
    let file = File::create(&path).map_err(cannot)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => {
            println!("set-up: waiting for another set-up to finish");
            file.lock().map_err(cannot)?;
            Ok(file)
        }
        Err(TryLockError::Error(error)) => Err(cannot(error)),
    }
}

/// Installs a tool. Interrupted, it goes on next time from what was compiled or fetched by then.
pub fn install(tool: &Tool) -> Result {
    let into = own_folder(tool)?;
    match tool.source {
        Source::Crate(name, flags) => {
            if tools::on_path("cargo-binstall").is_some() {
                announce(tool, "fetching it with cargo binstall");
                let fetched = project::run(&mut binstall(tool, name, &into), "cargo binstall");
                if fetched.is_ok() {
                    return Ok(());
                }
            }
            announce(tool, "compiling it, once, in some minutes");
            let build = folder()?
                .join("build")
                .join(format!("{name}-{}", tool.version));
            let mut command = compile(tool, name, flags, &into, &build);
            // Cargo would else advise to put the folder there for good, which nobody has to.
            let bin = bin_folder(tool)?;
            command.env("PATH", tools::path_with([bin.as_path()].into_iter())?);
            project::run(&mut command, "cargo install").map_err(|error| {
                let Tool {
                    program, version, ..
                } = tool;
                format!(
                    "{error}; run this again and it goes on from there, \
                     or install {program} {version} your own way"
                )
            })?;
            // Only now, since it is what an interrupted set-up goes on from. Left over it would
            // do no harm.
            let _ = fs::remove_dir_all(build);
            Ok(())
        }
        Source::Npm(name) => {
            let npm = tools::on_path("npm").ok_or_else(|| {
                format!("there is no npm to fetch it with; install Node.js, or {name} itself")
            })?;
            announce(tool, "fetching it with npm");
            project::run(&mut npm_install(&npm, tool, name, &into), "npm install")
        }
    }
}

fn announce(tool: &Tool, how: &str) {
    let Tool {
        program,
        version,
        purpose,
        ..
    } = tool;
    println!("set-up: {program} {version}, which {purpose}, is missing: {how}");
}

fn binstall(tool: &Tool, name: &str, into: &Path) -> Command {
    let mut command = project::cargo();
    // Compiling is our own business: binstall would do it with the slow settings.
    command.args([
        "binstall",
        "--no-confirm",
        "--disable-strategies",
        "compile",
        "--root",
    ]);
    command.arg(into).arg(format!("{name}@{}", tool.version));
    command
}

fn compile(tool: &Tool, name: &str, flags: &[&str], into: &Path, build: &Path) -> Command {
    let mut command = project::cargo();
    command.args(["install", name, "--version", &tool.version.to_string()]);
    command.args(flags).arg("--root").arg(into);
    // What was compiled stays here until all is done.
    command.env("CARGO_TARGET_DIR", build);
    // The tool's own release settings would take several times as long, for a program that has
    // little to do.
    for (setting, value) in [
        ("LTO", "off"),
        ("CODEGEN_UNITS", "16"),
        ("OPT_LEVEL", "1"),
        ("DEBUG", "0"),
    ] {
        command.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
    }
    command
}

fn npm_install(npm: &Path, tool: &Tool, name: &str, into: &Path) -> Command {
    let mut command = Command::new(npm);
    command.args([
        "install",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
        "--fetch-retries=1",
        "--prefix",
    ]);
    command.arg(into).arg(format!("{name}@{}", tool.version));
    command
}

#[cfg(test)]
mod tests {
    use super::{binstall, compile, npm_install};
    use crate::{
        tools::{Source, Tool},
        version::Version,
    };
    use std::{path::Path, process::Command};

    const TOOL: Tool = Tool {
        program: "saw",
        purpose: "cuts",
        accepted: Version(1, 2, 3)..Version(2, 0, 0),
        version: Version(1, 2, 3),
        source: Source::Crate("saw-cli", &["--locked"]),
    };

    fn words(command: &Command) -> String {
        let words: Vec<_> = command
            .get_args()
            .map(|word| word.to_string_lossy())
            .collect();
        words.join(" ")
    }

    #[test]
    fn tools_are_asked_for_by_name_version_and_folder() {
        let into = Path::new("into");
        assert_eq!(
            words(&binstall(&TOOL, "saw-cli", into)),
            "binstall --no-confirm --disable-strategies compile --root into saw-cli@1.2.3"
        );
        assert_eq!(
            words(&compile(
                &TOOL,
                "saw-cli",
                &["--locked"],
                into,
                Path::new("build")
            )),
            "install saw-cli --version 1.2.3 --locked --root into"
        );
        assert_eq!(
            words(&npm_install(Path::new("npm"), &TOOL, "saw", into)),
            "install --no-audit --no-fund --loglevel=error --fetch-retries=1 --prefix into saw@1.2.3"
        );
    }
}
