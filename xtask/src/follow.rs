//! Keeping `resume serve` up while the project itself is changed.
//!
//! The page is rendered by that program, so it begins anew whenever it has been compiled anew. It is
//! a process beside Trunk's: Trunk has the terminal, and whatever ends it ends both.

use crate::project::{self, Result};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, SystemTime},
};

/// What `serve` starts as `cargo xtask …`. It is of no use to anyone else, so usage leaves it out.
pub const COMMAND: &str = "follow";

/// How long a change, or the end, may go unnoticed.
const PAUSE: Duration = Duration::from_millis(100);

/// What is served, and where.
#[derive(Debug, PartialEq)]
pub struct Options {
    /// The folder of the compiled app, in a folder that is ours to write to.
    pub app: PathBuf,
    /// The port of 127.0.0.1.
    pub port: u16,
    /// Whether a browser is opened.
    pub open: bool,
}

impl Options {
    /// Reads the words after `follow`: the folder, the port, and `--open`.
    pub fn parse(words: &[String]) -> Result<Self> {
        let (app, port, open) = match words {
            [app, port] => (app, port, false),
            [app, port, flag] if flag == "--open" => (app, port, true),
            _ => return Err("follow takes a folder, a port and --open".to_owned()),
        };
        let port = port.parse();
        Ok(Self {
            app: app.into(),
            port: port.map_err(|_| "follow takes a port from 0 to 65535")?,
            open,
        })
    }
}

/// Starts it beside this process, until that (or what takes its place) ends.
pub fn start(options: &Options) -> Result {
    let cannot = |error| format!("cannot start the server: {error}");
    let mut follow = Command::new(env::current_exe().map_err(cannot)?);
    follow.arg(COMMAND).arg(&options.app);
    follow.arg(options.port.to_string());
    if options.open {
        follow.arg("--open");
    }
    follow.stdin(Stdio::null()).spawn().map_err(cannot)?;
    Ok(())
}

/// Serves until the process that started this one is gone.
pub fn run(options: &Options) -> Result {
    let failed = |error| format!("cannot run the server: {error}");
    let program = project::program();
    // The one that runs is a copy: some systems do not let a running one be compiled anew.
    let copy = options
        .app
        .with_file_name(program.file_name().unwrap_or_default());
    let parent = parent();
    let mut open = options.open;
    while self::parent() == parent {
        let made = trace(&program);
        if place(&program, &copy).is_err() {
            // The compiler is about to put it there.
            sleep(PAUSE);
            continue;
        }
        let mut server = serve(&copy, options, open).map_err(failed)?;
        while self::parent() == parent && trace(&program) == made {
            if let Some(status) = server.try_wait().map_err(failed)? {
                return Err(format!("the server ended: {status}"));
            }
            sleep(PAUSE);
        }
        let _ = server.kill();
        server.wait().map_err(failed)?;
        open = false;
    }
    Ok(())
}

fn place(program: &Path, copy: &Path) -> std::io::Result<u64> {
    if let Some(folder) = copy.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(program, copy)
}

fn serve(program: &Path, options: &Options, open: bool) -> std::io::Result<Child> {
    let mut serve = Command::new(program);
    serve.current_dir(project::root());
    serve.arg("serve").arg("--app").arg(&options.app);
    serve.args(["--port", &options.port.to_string()]);
    if !open {
        serve.arg("--no-open");
    }
    project::choose_resume(&mut serve);
    serve.stdin(Stdio::null()).spawn()
}

/// What changes about a file whenever it is written or replaced. A missing one has none.
fn trace(file: &Path) -> Option<(SystemTime, u64)> {
    let metadata = fs::metadata(file).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}

#[cfg(unix)]
fn parent() -> u32 {
    std::os::unix::process::parent_id()
}

/// Elsewhere the console ends this process together with Trunk.
#[cfg(not(unix))]
fn parent() -> u32 {
    0
}

#[cfg(test)]
mod tests {
    use super::Options;
    use crate::project;

    #[test]
    fn a_folder_and_a_port_are_followed() {
        let check = |line, open| {
            let options = Options {
                app: "app".into(),
                port: 8080,
                open,
            };
            assert_eq!(Options::parse(&project::words(line)), Ok(options));
        };
        check("app 8080", false);
        check("app 8080 --open", true);
        for line in ["", "app", "app far", "app 8080 --shut"] {
            assert!(Options::parse(&project::words(line)).is_err());
        }
    }
}
