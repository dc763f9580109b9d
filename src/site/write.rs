//! Folders, written as a whole or not at all.
//!
//! Never knows what the files are.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::{Error, File, app, compress, headers, not_found};

const PAGE: &str = "index.html";

/// What the names of a site's files end with; public files have any name.
const ENDINGS: [&str; 12] = [
    "css",
    "docx",
    "js",
    "json",
    "md",
    "pdf",
    "png",
    "svg",
    "txt",
    "vcf",
    "webmanifest",
    "xml",
];

/// What systems leave in folders that somebody has looked at.
const LEFT: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// Puts a site in place of the one that is in a folder.
///
/// # Errors
///
/// If something is there that no site would have put there, or a folder cannot
/// be written; it is as it was then.
pub fn replace(dir: &Path, files: &[File]) -> Result<(), Error> {
    let known = files.iter().map(|file| file.path.as_path()).collect();
    match stranger(dir, Path::new(""), &known) {
        Err(error) => Err(Error::new(dir, error)),
        Ok(Some(path)) => {
            let message = format!(
                "this folder holds other things than a site, such as `{}`: name a folder of the \
                 site's own; what is to go along with the site belongs in `public/`",
                path.display()
            );
            Err(Error::new(dir, message))
        }
        Ok(None) => swap(dir, files),
    }
}

/// Copies a compiled app to where other résumés can be built from it, in place
/// of the one that is there.
///
/// # Errors
///
/// If something else is there, or a folder cannot be read or written.
pub fn keep(compiled: &Path, at: &Path) -> Result<(), Error> {
    let mut files = Vec::new();
    app::gather(compiled, Path::new(""), &mut files)?;
    let there = names(at).map_err(|error| Error::new(at, error))?;
    let is_new = |name: &String| files.iter().any(|file| file.path.starts_with(name));
    let is_app = there.is_empty() || app::is_compiled(at);
    if !is_app || (there.iter()).any(|name| is_hidden(name) && !is_new(name)) {
        let message = "this folder holds other things than a compiled app: name one of its own";
        return Err(Error::new(at, message));
    }
    swap(at, &files)
}

/// Puts files in place of everything in a folder. They are written beside it
/// first; only when all are there do the two change places.
fn swap(dir: &Path, files: &[File]) -> Result<(), Error> {
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

/// The first thing in a folder that no site would have put there: anything,
/// unless there is a page with its app, or the same file is to come again.
fn stranger(root: &Path, within: &Path, known: &HashSet<&Path>) -> io::Result<Option<PathBuf>> {
    let names = names(&root.join(within))?;
    let is_page = names.iter().any(|name| name == PAGE) && names.iter().any(|name| is_app(name));
    let is_top = within == Path::new("");
    for name in names.iter().filter(|name| !LEFT.contains(&name.as_str())) {
        let path = within.join(name);
        let found = if is_top && !is_page {
            Some(path)
        } else if root.join(&path).symlink_metadata()?.is_dir() {
            stranger(root, &path, known)?
        } else {
            let plain = compress::plain(&path);
            let ours = known.contains(plain) || is_page && has_name_of_ours(plain);
            (!ours).then_some(path)
        };
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// Whether a site can have a file of this name.
fn has_name_of_ours(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = path.extension().and_then(|ending| ending.to_str());
    let usual = ending.is_some_and(|ending| ENDINGS.contains(&ending));
    let own = [PAGE, headers::FILE, not_found::FILE];
    own.contains(&&*name) || is_app(&name) || usual && !is_hidden(&name)
}

/// Whether a file is a compiled module, before or after it has the name of its
/// content.
fn is_app(name: &str) -> bool {
    let stem = name.strip_suffix(".wasm");
    stem.is_some_and(|stem| stem.starts_with("app"))
}

fn is_hidden(name: &str) -> bool {
    name.starts_with('.')
}

/// What a folder holds, in order: nothing, if it is not there.
fn names(dir: &Path) -> io::Result<Vec<String>> {
    if !dir.exists() {
        return Ok(Vec::new());
    }
    let name = |entry: io::Result<fs::DirEntry>| Ok(entry?.file_name().display().to_string());
    let mut names: Vec<String> = fs::read_dir(dir)?.map(name).collect::<io::Result<_>>()?;
    names.sort();
    Ok(names)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let failed = |error| Error::new(path, error);
    if let Some(dir) = path.parent() {
        fs::create_dir_all(dir).map_err(failed)?;
    }
    fs::write(path, bytes).map_err(failed)
}
