//! Following single files while the page is served.
//!
//! Trunk can only watch folders reliably: most editors save by putting a new file in the old one's
//! place, and it loses sight of the old one then. So a second process looks at the files and
//! touches one in a folder that Trunk watches. It never reads the files itself.

use crate::project::Result;
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread::sleep,
    time::{Duration, SystemTime},
};

/// What `serve` starts as `cargo xtask …`. It is of no use to anyone else, so usage leaves it out.
pub const COMMAND: &str = "follow";

/// How long a change may go unnoticed.
const PAUSE: Duration = Duration::from_millis(100);

/// Which files are followed, and the folder in which a change of theirs is shown.
#[derive(Debug, PartialEq)]
pub struct Options {
    signal: PathBuf,
    files: Vec<PathBuf>,
}

impl Options {
    /// Reads the words after `follow`: the folder, then the files.
    pub fn parse(words: &[String]) -> Result<Self> {
        let (signal, files) = words
            .split_first()
            .ok_or("follow takes a folder and files")?;
        Ok(Self {
            signal: signal.into(),
            files: files.iter().map(PathBuf::from).collect(),
        })
    }
}

/// Starts following beside this process, until it (or what takes its place) ends.
pub fn start(files: &[PathBuf], signal: &Path) -> Result {
    let cannot = |error| format!("cannot follow files by {}: {error}", signal.display());
    fs::create_dir_all(signal).map_err(cannot)?;
    let mut follow = Command::new(env::current_exe().map_err(cannot)?);
    follow.arg(COMMAND).arg(signal).args(files);
    follow.stdin(Stdio::null()).spawn().map_err(cannot)?;
    Ok(())
}

/// Follows until the process that started this one is gone.
pub fn run(options: &Options) -> Result {
    let shown = options.signal.join("changed");
    let parent = parent();
    let mut seen = state(&options.files);
    while self::parent() == parent {
        sleep(PAUSE);
        let now = state(&options.files);
        if now != seen {
            fs::write(&shown, "")
                .map_err(|error| format!("cannot write {}: {error}", shown.display()))?;
            seen = now;
        }
    }
    Ok(())
}

/// What changes about a file whenever it is written or replaced. A missing one has none.
fn state(files: &[PathBuf]) -> Vec<Option<(SystemTime, u64)>> {
    let state = |file: &PathBuf| {
        let metadata = fs::metadata(file).ok()?;
        Some((metadata.modified().ok()?, metadata.len()))
    };
    files.iter().map(state).collect()
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
    use super::{Options, state};
    use std::{env, fs, path::PathBuf, process};

    #[test]
    fn a_file_that_is_replaced_or_removed_has_changed() {
        let file = env::temp_dir().join(format!("xtask-follow-{}", process::id()));
        let new = file.with_extension("new");
        let files = [file.clone()];
        fs::write(&file, "one").unwrap();
        let one = state(&files);
        assert_eq!(one, state(&files));
        fs::write(&new, "three").unwrap();
        fs::rename(&new, &file).unwrap();
        assert_ne!(one, state(&files));
        fs::remove_file(&file).unwrap();
        assert_eq!(state(&files), [None]);
    }

    #[test]
    fn a_folder_comes_before_the_files() {
        let words = ["signal".to_owned(), "a".to_owned(), "b".to_owned()];
        let options = Options {
            signal: "signal".into(),
            files: vec![PathBuf::from("a"), "b".into()],
        };
        assert_eq!(Options::parse(&words), Ok(options));
        assert!(Options::parse(&[]).is_err());
    }
}
