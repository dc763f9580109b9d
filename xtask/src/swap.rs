//! Several files and folders exchanged as if at once: all of them, or none.
//!
//! Never here: what is in them.

use crate::project::Result;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// What is to stand at a path: something that is on the same disk, or nothing.
pub struct Change {
    pub path: PathBuf,
    pub new: Option<PathBuf>,
}

/// Makes all changes. What was there is left in the folder `aside`, on the same disk.
pub fn swap(changes: &[Change], aside: &Path) -> Result {
    let mut done: Vec<(PathBuf, PathBuf)> = Vec::new();
    for (number, Change { path, new }) in changes.iter().enumerate() {
        let old = aside.join(format!("old-{number}"));
        let moves = [Some((path, &old)), new.as_ref().map(|new| (new, path))];
        for (from, to) in moves.into_iter().flatten() {
            match fs::rename(from, to) {
                Ok(()) => done.push((from.clone(), to.clone())),
                // What is to go may be gone already.
                Err(error) if from == path && error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => {
                    for (from, to) in done.iter().rev() {
                        let _ = fs::rename(to, from);
                    }
                    let path = path.display();
                    return Err(format!(
                        "cannot replace {path}, nothing is changed: {error}"
                    ));
                }
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Change, swap};
    use std::{env, fs, path::PathBuf, process};

    /// A folder with files `a` and `b`, and with `new` for the one.
    fn folder(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("swap-{name}-{}", process::id()));
        fs::create_dir_all(folder.join("aside")).unwrap();
        for file in ["a", "b", "new"] {
            fs::write(folder.join(file), file).unwrap();
        }
        folder
    }

    #[test]
    fn all_is_changed() {
        let folder = folder("all");
        let change = |path: &str, new: Option<&str>| Change {
            path: folder.join(path),
            new: new.map(|new| folder.join(new)),
        };
        let changes = [
            change("a", Some("new")),
            change("b", None),
            change("c", None),
        ];
        assert_eq!(swap(&changes, &folder.join("aside")), Ok(()));
        assert_eq!(fs::read_to_string(folder.join("a")).unwrap(), "new");
        assert!(!folder.join("b").exists());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn nothing_is_changed_where_one_change_fails() {
        let folder = folder("none");
        let change = |path: &str, new: Option<&str>| Change {
            path: folder.join(path),
            new: new.map(|new| folder.join(new)),
        };
        let changes = [
            change("a", Some("new")),
            change("b", None),
            change("c", Some("missing")),
        ];
        assert!(swap(&changes, &folder.join("aside")).is_err());
        for file in ["a", "b", "new"] {
            assert_eq!(fs::read_to_string(folder.join(file)).unwrap(), file);
        }
        fs::remove_dir_all(folder).unwrap();
    }
}
