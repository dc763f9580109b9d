//! The programs the project needs besides cargo: which, why, and in what version.
//!
//! One that is installed already is used where its version will do; install.rs gets the others.
//! Never here: how a tool is got, and what is done with it.

use crate::{finish, install, project, project::Result, rust, version::Version};
use std::{
    env,
    ffi::OsString,
    fs,
    ops::Range,
    path::{Path, PathBuf},
    process::Command,
};

/// A program that is needed.
pub struct Tool {
    /// The program's name, as it is typed.
    pub program: &'static str,
    /// What it is needed for, to complete "… , which".
    pub purpose: &'static str,
    /// The versions that will do.
    pub accepted: Range<Version>,
    /// The one that is installed where none of them is there.
    pub version: Version,
    /// Where that one comes from.
    pub source: Source,
}

/// Where a tool comes from.
pub enum Source {
    /// crates.io: the crate's name, and what to tell `cargo install` besides.
    Crate(&'static str, &'static [&'static str]),
    /// The npm registry: the package's name.
    Npm(&'static str),
}

fn trunk() -> Tool {
    Tool {
        program: "trunk",
        purpose: "builds and serves the page",
        accepted: Version(0, 21, 14)..Version(0, 22, 0),
        version: Version(0, 21, 14),
        source: Source::Crate(
            "trunk",
            // Trunk's own lock file is the tested one. Its defaults want OpenSSL and look for
            // newer versions of Trunk on each run; neither is wanted.
            &["--locked", "--no-default-features", "--features", "rustls"],
        ),
    }
}

/// `version` is the library's, since the two only understand each other if they are the same.
fn wasm_bindgen(version: Version) -> Tool {
    Tool {
        program: "wasm-bindgen",
        purpose: "joins the compiled app to the browser",
        accepted: version.only(),
        version,
        // Not --locked: its lock file has asked for a release that could not be had.
        source: Source::Crate("wasm-bindgen-cli", &[]),
    }
}

fn wasm_opt() -> Tool {
    Tool {
        program: "wasm-opt",
        purpose: "makes the compiled app smaller",
        // Older ones cannot read what the Rust of today emits.
        accepted: Version(117, 0, 0)..Version(u32::MAX, 0, 0),
        version: Version(132, 0, 0),
        source: Source::Npm("binaryen"),
    }
}

/// The tools that were found or installed, ready to be run.
pub struct Toolbox {
    trunk: PathBuf,
    path: OsString,
}

impl Toolbox {
    /// Sees to it that everything is there that a build for the browser needs. `wasm-opt` is only
    /// asked for if it is a release, and is the one tool that may be missing.
    pub fn ensure(release: bool) -> Result<Self> {
        rust::ensure_target()?;
        let bindgen = wasm_bindgen(locked_wasm_bindgen()?);
        let (trunk, bindgen) = (program(&trunk())?, program(&bindgen)?);
        let optimiser = if release { optional(&wasm_opt()) } else { None };

        // What was installed here comes first in PATH, so that Trunk finds just that. What was
        // found in PATH stays where it is: its folder may hold another tool's wrong version.
        let installed = install::folder()?;
        let found = [Some(&bindgen), optimiser.as_ref()].into_iter().flatten();
        let ours = found.filter(|program| program.starts_with(&installed));
        let path = path_with(ours.filter_map(|program| program.parent()))?;
        Ok(Self { trunk, path })
    }

    /// Trunk, about to be run on the project; `log` says what it may tell besides problems.
    pub fn trunk(&self, log: &str) -> Command {
        let mut trunk = Command::new(&self.trunk);
        project::choose_resume(trunk.current_dir(project::root()));
        trunk.env("PATH", &self.path);
        // Trunk's minifier does not understand today's wasm-bindgen, says so on each build, and
        // leaves the script as it is. That is known: `shrink` minifies it.
        trunk.arg(format!(
            "--log=error,trunk=warn,trunk::processing=error{log}"
        ));
        // The module tells of panics by their files: not where those are on this machine, which is
        // the world's business as little as it is to make another module on each.
        if let Some(flags) = remapped() {
            trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
        }
        // For the app alone: what else is compiled would be compiled anew.
        trunk.env_remove(rust::BOLD);
        if rust::can_build_std() {
            trunk.env(finish::OWN_STD, "1");
        }
        // Where Trunk reports an error, the places in its own source help nobody.
        trunk.env("RUST_LIB_BACKTRACE", "0");
        // Trunk takes only these two words here, where everyone else takes anything.
        if let Some(no_color) = env::var_os("NO_COLOR") {
            trunk.env(
                "NO_COLOR",
                if no_color.is_empty() { "false" } else { "true" },
            );
        }
        trunk
    }
}

/// Flags for the compiler that give the folders of this machine other names; none where these hold
/// spaces, which part flags.
fn remapped() -> Option<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")))?;
    let flag = |folder: &Path, name| format!("--remap-path-prefix={}={name}", folder.display());
    let flags = [flag(&home, "cargo"), flag(project::root(), "resume")];
    let parted = flags.iter().any(|flag| flag.contains(char::is_whitespace));
    (!parted).then(|| flags.join(" "))
}

fn locked_wasm_bindgen() -> Result<Version> {
    let path = project::root().join("Cargo.lock");
    let lock = fs::read_to_string(&path)
        .map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    Version::locked("wasm-bindgen", &lock)
        .ok_or_else(|| format!("no wasm-bindgen in {}", path.display()))
}

/// Finds a program or installs it, and says where it is.
pub fn program(tool: &Tool) -> Result<PathBuf> {
    let own_folder = install::bin_folder(tool)?;
    ensure(tool, || find(tool, &own_folder))
}

/// Looks for a tool, and installs it where it is not found.
pub fn ensure(tool: &Tool, find: impl Fn() -> Option<PathBuf>) -> Result<PathBuf> {
    if let Some(program) = find() {
        return Ok(program);
    }
    // Two of these at once must not get in each other's way: the second waits, and then finds
    // what the first has brought.
    let _lock = install::lock()?;
    if let Some(program) = find() {
        return Ok(program);
    }
    install::install(tool)?;
    find().ok_or_else(|| {
        format!(
            "{} {} was installed, but is not to be had",
            tool.program, tool.version
        )
    })
}

fn optional(tool: &Tool) -> Option<PathBuf> {
    program(tool)
        .inspect_err(|error| {
            println!(
                "set-up: going on without {}, which {}: {error}",
                tool.program, tool.purpose
            );
        })
        .ok()
}

/// A tool counts as there only if it runs and its version will do. Of those in PATH only the first
/// is looked at, as that is the one that others would run.
fn find(tool: &Tool, own_folder: &Path) -> Option<PathBuf> {
    let will_do = |program: &PathBuf| {
        version_of(program).is_some_and(|version| tool.accepted.contains(&version))
    };
    let own = look_in(own_folder, tool.program).filter(&will_do);
    own.or_else(|| on_path(tool.program).filter(will_do))
}

/// What a program says when asked for its version.
pub fn version_of(program: &Path) -> Option<Version> {
    let output = Command::new(program).arg("--version").output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    output.status.success().then(|| Version::find(&text))?
}

/// PATH with some folders before all others.
pub fn path_with<'a>(folders: impl Iterator<Item = &'a Path>) -> Result<OsString> {
    let inherited = env::var_os("PATH").unwrap_or_default();
    let folders = folders.map(Path::to_owned);
    env::join_paths(folders.chain(env::split_paths(&inherited)))
        .map_err(|error| format!("cannot add the tools to PATH: {error}"))
}

/// The first program of this name in PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).find_map(|folder| look_in(&folder, name))
}

fn look_in(folder: &Path, name: &str) -> Option<PathBuf> {
    // npm's programs are scripts, which on Windows have an ending of their own.
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd"]
    } else {
        &[""]
    };
    let mut paths = endings
        .iter()
        .map(|ending| folder.join(format!("{name}{ending}")));
    paths.find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::{find, locked_wasm_bindgen, trunk, wasm_bindgen, wasm_opt};
    use crate::{project, version::Version};
    use std::{fs, path::Path};

    #[test]
    fn each_tool_installs_a_version_that_it_accepts() {
        for tool in [
            trunk(),
            wasm_opt(),
            wasm_bindgen(locked_wasm_bindgen().unwrap()),
        ] {
            assert!(tool.accepted.contains(&tool.version), "{}", tool.program);
        }
        assert!(!trunk().accepted.contains(&Version(0, 22, 1)));
        assert!(!wasm_opt().accepted.contains(&Version(116, 0, 0)));
    }

    #[test]
    fn trunk_itself_is_told_the_same_version() {
        let config = fs::read_to_string(project::root().join("Trunk.toml")).unwrap();
        let wanted = format!("trunk-version = \"^{}\"", trunk().version);
        assert!(config.contains(&wanted), "{wanted} is not in Trunk.toml");
    }

    #[test]
    fn a_program_that_does_not_run_is_not_there() {
        let mut nowhere = trunk();
        nowhere.program = "no-program-of-this-name";
        assert_eq!(find(&nowhere, Path::new("nowhere")), None);
    }
}
