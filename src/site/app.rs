//! The compiled app, as Trunk leaves it or as it is packed into this program:
//! it knows no résumé.
//!
//! Never changes a file.

use std::fs;
use std::path::Path;

use super::{Error, File};

const SHELL: &str = "index.html";
const SCRIPT: &str = "app.js";
const MODULE: &str = "app_bg.wasm";

/// What Trunk compiled and gathered.
#[derive(Debug, Clone)]
pub struct App {
    /// The document around everything; its first stylesheet marks the place
    /// for the rest of the head.
    pub shell: String,
    /// The glue that wasm-bindgen wrote.
    pub script: Vec<u8>,
    /// The compiled module.
    pub module: Vec<u8>,
    /// All stylesheets of the shell, in its order.
    pub style: String,
    /// Everything else.
    pub public: Vec<File>,
}

impl App {
    /// Reads the folder that Trunk staged; without one, the app is that in
    /// this program.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read, something is missing in it, or this
    /// program was built without an app.
    pub fn read(dir: Option<&Path>) -> Result<Self, Error> {
        let Some(dir) = dir else {
            return packed();
        };
        let mut files = Vec::new();
        gather(dir, Path::new(""), &mut files)?;
        Self::of(files, dir)
    }

    fn of(mut files: Vec<File>, dir: &Path) -> Result<Self, Error> {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let mut take = |name: &str| {
            let at = files.iter().position(|file| file.path == Path::new(name));
            at.map(|at| files.remove(at).bytes).ok_or_else(|| {
                Error::new(
                    dir.join(name),
                    "missing from the compiled app; run `cargo xtask build`",
                )
            })
        };
        let text = |bytes, name: &str| {
            String::from_utf8(bytes).map_err(|error| Error::new(dir.join(name), error))
        };
        let mut shell = text(take(SHELL)?, SHELL)?;
        let script = take(SCRIPT)?;
        let module = take(MODULE)?;
        let mut style = String::new();
        let mut first = None;
        while let Some((at, link)) = find_link(&shell, "stylesheet") {
            first.get_or_insert(at);
            let href = href(&link);
            style.push_str(&text(take(href)?, href)?);
            shell = shell.replacen(&link, "", 1);
        }
        let first =
            first.ok_or_else(|| Error::new(dir.join(SHELL), "there is no stylesheet in it"))?;
        shell.insert_str(first, super::document::HEAD);
        // What Trunk was told to compile is no business of the page's.
        while let Some((_, link)) = find_link(&shell, "data-trunk") {
            shell = shell.replacen(&link, "", 1);
        }
        Ok(Self {
            shell,
            script,
            module,
            style,
            public: files,
        })
    }
}

#[cfg(feature = "packed")]
fn packed() -> Result<App, Error> {
    /// `cargo xtask package` tells, so that the app is packed anew when it has
    /// changed, be it by a file more.
    const _: Option<&str> = option_env!("RESUME_PACKED");
    static FILES: include_dir::Dir =
        include_dir::include_dir!("$CARGO_MANIFEST_DIR/target/compiled");

    fn collect(dir: &include_dir::Dir, files: &mut Vec<File>) {
        files.extend(dir.files().map(|file| File {
            path: file.path().into(),
            bytes: file.contents().into(),
        }));
        dir.dirs().for_each(|dir| collect(dir, files));
    }
    let mut files = Vec::new();
    collect(&FILES, &mut files);
    App::of(files, Path::new("the app in this program"))
}

#[cfg(not(feature = "packed"))]
fn packed() -> Result<App, Error> {
    let message = "there is no app in this program: name its folder with --app, or use the one \
                   that `cargo xtask package` makes";
    Err(Error::new("resume", message))
}

/// The first link that holds a word, and where it is.
fn find_link(html: &str, word: &str) -> Option<(usize, String)> {
    html.match_indices("<link")
        .filter_map(|(at, _)| {
            let end = at + html[at..].find('>')? + 1;
            Some((at, html[at..end].to_owned()))
        })
        .find(|(_, link)| link.contains(word))
}

/// The file that a link of Trunk's leads to.
fn href(link: &str) -> &str {
    let value = link.split("href=").nth(1).unwrap_or_default();
    let value = value.trim_start_matches(['"', '\'']);
    let end = value.find(['"', '\'', ' ', '>']).unwrap_or(value.len());
    value[..end].trim_start_matches("./")
}

/// Whether a folder holds a compiled app.
pub fn is_compiled(dir: &Path) -> bool {
    let mut names = [SHELL, SCRIPT, MODULE].into_iter();
    names.all(|name| dir.join(name).is_file())
}

/// Reads all files of a folder.
pub fn gather(root: &Path, within: &Path, files: &mut Vec<File>) -> Result<(), Error> {
    let dir = root.join(within);
    let failed = |error| Error::new(&dir, error);
    for entry in fs::read_dir(&dir).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let path = within.join(entry.file_name());
        if entry.path().is_dir() {
            gather(root, &path, files)?;
        } else {
            let bytes = fs::read(entry.path()).map_err(|error| Error::new(entry.path(), error))?;
            files.push(File { path, bytes });
        }
    }
    Ok(())
}
