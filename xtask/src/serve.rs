//! `cargo xtask serve`: the page in a browser, built anew whenever a file changes.
//!
//! Trunk watches, builds and serves; here it is told what, and on which port.

use crate::{
    follow, install, port,
    project::{self, Result},
    tools::Toolbox,
};
use std::{
    env, fs,
    io::{IsTerminal, stdout},
    path::{Path, PathBuf},
    process::Command,
};

/// Where the served pages are kept, by port: not in `dist/`, which holds the last page that is fit
/// to publish.
const DIST: &str = "target/serve";

/// Folders whose every file matters to the page. Trunk would otherwise watch the whole project,
/// with all that is compiled.
const FOLDERS: [&str; 3] = ["src", "style", "public"];

/// Single files that matter besides.
const FILES: [&str; 3] = ["Cargo.toml", "index.html", "resume.yaml"];

/// Shown until the first page is built, for a browser that is there before it.
const WAITING: &str = r#"<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="refresh" content="1">
<title>No page yet</title>
<p>There is no page yet. The terminal says why, and this is replaced as soon as there is one.</p>
</html>
"#;

/// What was asked for.
#[derive(Debug, PartialEq)]
pub struct Options {
    port: Option<u16>,
    open: bool,
}

impl Options {
    /// Reads the words after `serve`.
    pub fn parse(words: &[String]) -> Result<Self> {
        let mut options = Self {
            port: None,
            open: true,
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--port" => {
                    let port = words.next().and_then(|port| port.parse().ok());
                    options.port = Some(port.ok_or("--port takes a number from 0 to 65535")?);
                }
                "--no-open" => options.open = false,
                other => return Err(format!("serve does not take {other}")),
            }
        }
        Ok(options)
    }
}

/// Serves until it is stopped.
pub fn run(options: &Options) -> Result {
    let tools = Toolbox::ensure(false)?;

    // A mistake in the résumé is told at once and before anything else. It is no reason to stop:
    // whoever sees it will put it right, and the page is built then.
    if project::run(project::resume().arg("check"), "resume check").is_err() {
        println!("serving all the same: the page is built as soon as that is put right");
    }

    let port = match options.port {
        None => port::first_free(8080..=8179)?,
        Some(port) if port::is_free(port) => port,
        Some(port) => {
            return Err(format!(
                "port {port} is taken, without --port a free one is found"
            ));
        }
    };
    let dist = project::root().join(DIST).join(port.to_string());
    prepare(&dist).map_err(|error| format!("cannot write {}: {error}", dist.display()))?;
    let signal = install::folder()?.join("serve").join(port.to_string());
    follow::start(&files(), &signal)?;

    println!("http://127.0.0.1:{port}/ shows the page as soon as it is built; Ctrl-C stops it");
    run_in_place(&mut trunk(
        &tools,
        port,
        &dist,
        &signal,
        options.open && has_browser(),
    ))
}

fn prepare(dist: &Path) -> std::io::Result<()> {
    // An old page, of another résumé maybe, must not pass for this one.
    if dist.exists() {
        fs::remove_dir_all(dist)?;
    }
    fs::create_dir_all(dist)?;
    fs::write(dist.join("index.html"), WAITING)
}

fn files() -> Vec<PathBuf> {
    let files = FILES.into_iter().map(|file| project::root().join(file));
    files.chain(project::chosen_resume()).collect()
}

fn trunk(tools: &Toolbox, port: u16, dist: &Path, signal: &Path, open: bool) -> Command {
    let mut trunk = tools.trunk(",trunk::build=info,trunk::serve=info");
    trunk.args(["serve", "--port", &port.to_string(), "--dist"]);
    trunk.arg(dist);
    for folder in FOLDERS.map(Path::new).into_iter().chain([signal]) {
        if project::root().join(folder).is_dir() {
            trunk.arg("--watch").arg(folder);
        }
    }
    if open {
        trunk.arg("--open");
    }
    trunk.env("RESUME_LIVE", "1");
    trunk
}

/// Whether there is someone at a screen to open a browser for.
fn has_browser() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    let screen =
        cfg!(any(windows, target_os = "macos")) || set("DISPLAY") || set("WAYLAND_DISPLAY");
    screen && stdout().is_terminal()
}

/// Trunk takes this process's place, so whatever ends the one ends the other.
#[cfg(unix)]
fn run_in_place(trunk: &mut Command) -> Result {
    use std::os::unix::process::CommandExt;
    Err(format!("cannot run trunk: {}", trunk.exec()))
}

#[cfg(not(unix))]
fn run_in_place(trunk: &mut Command) -> Result {
    project::run(trunk, "trunk serve")
}

#[cfg(test)]
mod tests {
    use super::Options;
    use crate::project;

    fn parsed(line: &str) -> Result<Options, String> {
        Options::parse(&project::words(line))
    }

    #[test]
    fn port_and_browser_can_be_chosen() {
        assert_eq!(
            parsed(""),
            Ok(Options {
                port: None,
                open: true
            })
        );
        assert_eq!(
            parsed("--no-open --port 9000"),
            Ok(Options {
                port: Some(9000),
                open: false
            })
        );
    }

    #[test]
    fn mistakes_are_named() {
        let range = Err("--port takes a number from 0 to 65535".to_owned());
        assert_eq!(parsed("--port"), range);
        assert_eq!(parsed("--port 99999"), range);
        assert_eq!(
            parsed("--release"),
            Err("serve does not take --release".to_owned())
        );
    }
}
