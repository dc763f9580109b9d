//! Folders, written as a whole or not at all.
//!
//! Never knows what the files are.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Error, File};

/// Puts files in place of everything in a folder. They are written beside it
/// first; only when all are there do the two change places.
///
/// # Errors
///
/// If something is there that no site would have put there, or a folder cannot
/// be written; it is as it was then.
pub fn replace(dir: &Path, files: &[File]) -> Result<(), Error> {
    if !is_ours(dir) {
        let message = "this folder holds other things than a site: name one of the site's own";
        return Err(Error::new(dir, message));
    }
    let parent = match dir.parent() {
        Some(parent) if parent != Path::new("") => parent.to_path_buf(),
        _ => PathBuf::from("."),
    };
    let failed = |error| Error::new(dir, error);
    fs::create_dir_all(&parent).map_err(failed)?;
    let beside = || {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".site-").tempdir_in(&parent).map_err(failed)
    };
    let (new, old) = (beside()?, beside()?);
    // Temporary folders are private; a site is for everyone to read.
    let site = new.path().join("site");
    for file in files {
        write(&site.join(&file.path), &file.bytes)?;
    }
    let aside = old.path().join("site");
    if dir.exists() {
        fs::rename(dir, &aside).map_err(failed)?;
    }
    fs::rename(&site, dir).map_err(|error| {
        let _ = fs::rename(&aside, dir);
        failed(error)
    })
}

/// Copies a compiled app to where other résumés can be built from it.
///
/// # Errors
///
/// If a folder cannot be read or written.
pub fn keep(app: &Path, at: &Path) -> Result<(), Error> {
    let mut files = Vec::new();
    super::app::gather(app, Path::new(""), &mut files)?;
    replace(at, &files)
}

/// Whether a folder can be replaced: because it is not there, is empty, or
/// holds a page with its app.
fn is_ours(dir: &Path) -> bool {
    let Ok(entries) = fs::read_dir(dir) else {
        return !dir.exists();
    };
    let files: Vec<PathBuf> = entries
        .map_while(Result::ok)
        .map(|entry| entry.path())
        .collect();
    let has_page = files.iter().any(|file| file.ends_with("index.html"));
    let has_app = files
        .iter()
        .any(|file| file.extension().is_some_and(|end| end == "wasm"));
    files.is_empty() || has_app && has_page
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let failed = |error| Error::new(path, error);
    if let Some(dir) = path.parent() {
        fs::create_dir_all(dir).map_err(failed)?;
    }
    fs::write(path, bytes).map_err(failed)
}
