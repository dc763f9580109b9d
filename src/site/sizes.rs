//! What a reader pays for a page: its files' sizes as they are sent.
//!
//! Never decides what belongs to a site.

use std::fmt;
use std::path::Path;

use super::{Error, File, app, compress, not_found, offline};

/// Everything until the page is interactive, in bytes with brotli 11.
const BUDGET: usize = 75_000;

/// The document with its styles: what the first flight of a TCP connection
/// carries, ten segments (RFC 6928).
const FIRST_PAINT: usize = 14_000;

/// The sizes of a site's files, in bytes.
pub struct Sizes(Vec<Row>);

struct Row {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Sizes {
    /// Measures a finished site.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn of(dir: &Path) -> Result<Self, Error> {
        let mut files = Vec::new();
        app::gather(dir, Path::new(""), &mut files)?;
        files.retain(|file| !compress::is_beside(&file.path));
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let rows = files.iter().map(Row::of).collect::<Result<_, _>>();
        rows.map(Self).map_err(|error| Error::new(dir, error))
    }

    /// What is over budget, in words; empty if all is well.
    #[must_use]
    pub fn over_budget(&self) -> Vec<String> {
        let over = |what, size: usize, budget: usize| {
            (size > budget).then(|| format!("{what}: {size} bytes with brotli, {budget} at most"))
        };
        [
            over("until interactive", self.until_interactive(), BUDGET),
            over("HTML and CSS", self.first_paint(), FIRST_PAINT),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn until_interactive(&self) -> usize {
        self.with_brotli(&["html", "js", "wasm"])
    }

    fn first_paint(&self) -> usize {
        self.with_brotli(&["html"])
    }

    /// The files of these kinds that the heaviest page takes: those of its
    /// folder and those that all pages share.
    fn with_brotli(&self, extensions: &[&str]) -> usize {
        let is_one = |row: &&Row| {
            let path = Path::new(&row.name);
            // The worker is asked for when all is done, and the page of what is
            // not there by nobody who reads.
            !path.ends_with(offline::FILE)
                && !path.ends_with(not_found::FILE)
                && (path.extension()).is_some_and(|is| extensions.iter().any(|one| is == *one))
        };
        let in_folder = |folder: &Path| -> usize {
            let rows = self.0.iter().filter(is_one);
            let here = rows.filter(|row| Path::new(&row.name).parent() == Some(folder));
            here.map(|row| row.brotli).sum()
        };
        let shared =
            |row: &&Row| is_one(row) && Path::new(&row.name).extension() == Some("js".as_ref());
        let root = in_folder(Path::new(""));
        let script: usize = self.0.iter().filter(shared).map(|row| row.brotli).sum();
        let pages = self.0.iter().filter(|row| row.name.ends_with("index.html"));
        let folders = pages.filter_map(|row| Path::new(&row.name).parent());
        let variants = folders.filter(|folder| *folder != Path::new(""));
        let variants = variants.map(|folder| in_folder(folder) + script);
        variants.chain([root]).max().unwrap_or(root)
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = (self.0.iter().map(|row| row.name.len()).max())
            .unwrap_or(0)
            .max(28);
        writeln!(
            f,
            "{:width$} {:>9} {:>9} {:>9}",
            "bytes", "raw", "gzip 9", "brotli 11"
        )?;
        for row in &self.0 {
            let Row {
                name,
                raw,
                gzip,
                brotli,
            } = row;
            writeln!(f, "{name:width$} {raw:>9} {gzip:>9} {brotli:>9}")?;
        }
        let first = self.first_paint();
        writeln!(
            f,
            "{:width$} {:>29}  of {FIRST_PAINT}",
            "HTML and CSS (first paint)", first
        )?;
        let all = self.until_interactive();
        writeln!(
            f,
            "{:width$} {:>29}  of {BUDGET}",
            "everything until interactive", all
        )
    }
}

impl Row {
    fn of(file: &File) -> std::io::Result<Self> {
        Ok(Self {
            name: file.path.display().to_string(),
            raw: file.bytes.len(),
            gzip: compress::gzip(&file.bytes)?.len(),
            brotli: compress::brotli(&file.bytes)?.len(),
        })
    }
}
