//! `cargo xtask serve`: the page in a browser, made anew whenever a file changes.
//!
//! Trunk watches and compiles the app; the project's own `resume serve` puts the résumé into it and
//! serves the two. Here both are started, and told where they meet.

use crate::{
    follow, port,
    project::{self, Result},
    tools::Toolbox,
};
use std::{
    env, fs,
    io::{self, IsTerminal, stdout},
    path::Path,
    process::Command,
};

/// What is compiled while pages are served, by port: not in `dist/`, which holds the last page that
/// is fit to publish.
const FOLDER: &str = "target/serve";

/// What the compiled app is made of. Trunk would otherwise watch the whole project, with all that
/// is compiled.
const WATCHED: [&str; 4] = ["src", "style", "public", "Cargo.toml"];

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
    project::run(
        project::cargo().args(["build", "--bin", "resume"]),
        "cargo build",
    )?;
    let port = match options.port {
        None => port::first_free(8080..=8179)?,
        Some(port) if port::is_free(port) => port,
        Some(port) => {
            return Err(format!(
                "port {port} is taken, without --port a free one is found"
            ));
        }
    };
    let folder = project::root().join(FOLDER).join(port.to_string());
    // An old app must not pass for this one.
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(format!("cannot remove {}: {error}", folder.display()));
        }
        _ => {}
    }
    let app = folder.join("app");
    follow::start(&follow::Options {
        app: app.clone(),
        port,
        open: options.open && has_browser(),
    })?;
    run_in_place(&mut trunk(&tools, &folder.join("staged"), &app))
}

fn trunk(tools: &Toolbox, dist: &Path, app: &Path) -> Command {
    let mut trunk = tools.trunk(",trunk::build=info");
    trunk.args(["watch", "--dist"]).arg(dist);
    for path in WATCHED.map(|path| project::root().join(path)) {
        trunk.arg("--watch").arg(path);
    }
    trunk.env("RESUME_KEEP", app).env("RESUME_ONLY_KEEP", "1");
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
    project::run(trunk, "trunk watch")
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
