//! The finished site: the compiled app and a résumé become a folder that any
//! static host can serve from any path.
//!
//! Everything is made in memory before anything is written. Never knows how a
//! line matches, nor compiles anything.

mod app;
mod compress;
mod document;
mod draft;
mod head;
mod headers;
mod linked_data;
mod module;
mod not_found;
mod offline;
mod policy;
mod robots;
mod said;
mod sizes;
mod theme;
mod write;

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fmt};

use time::OffsetDateTime;

pub use app::App;
pub use draft::Draft;
pub use sizes::Sizes;
pub use write::keep;

use self::document::escape;
use crate::export::{FORMS, Form};
use crate::model::{Edition, Resume};
use crate::query::{Data, EVIDENCE, Index, fold};
use crate::ui::{self, Download, Payload};
use crate::words::Words;

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path within the site.
    pub path: PathBuf,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Why there is no site.
#[derive(Debug)]
pub struct Error {
    path: PathBuf,
    message: String,
}

/// Makes the site of a résumé and puts it in place of what was in `out`; if
/// `packed`, with packed files beside the others, for servers that look for
/// them. Answers what the owner has to know of its files.
///
/// # Errors
///
/// If there is something else in `out`, or it cannot be written; it is as it
/// was then. Or if there are no [`drafts`].
pub fn build(
    editions: &[Edition],
    app: &App,
    out: &Path,
    packed: bool,
) -> Result<Vec<String>, Error> {
    let (mut files, warnings) = finish(&drafts(editions, app, None)?)?;
    if packed {
        let beside = compress::beside(&files).map_err(|error| Error::new(out, error))?;
        files.extend(beside);
    }
    write::replace(out, &files)?;
    Ok(warnings)
}

/// The files of a site, in the order of their names. The same editions and app
/// give the same bytes within a month.
///
/// # Errors
///
/// If there are no [`drafts`].
pub fn files(editions: &[Edition], app: &App) -> Result<Vec<File>, Error> {
    finish(&drafts(editions, app, None)?).map(|(files, _)| files)
}

/// The same, not all of them finished: each edition has its own page and
/// module in its folder, and all share the rest. A `live` page asks a server
/// for the script of that address, which loads it again.
///
/// # Errors
///
/// If an edition's folder is one of the app's files, or two files have one name.
pub fn drafts(editions: &[Edition], app: &App, live: Option<&str>) -> Result<Vec<Draft>, Error> {
    let script = pinned("js", app.script.clone());
    let mut drafts: Vec<Draft> = app.public.iter().cloned().map(Draft::from).collect();
    for edition in editions {
        let dir = Path::new(&edition.slug);
        if !edition.slug.is_empty() && drafts.iter().any(|draft| draft.path.starts_with(dir)) {
            let message = "a variant cannot have the name of a file or folder of the app";
            return Err(Error::new(dir, message));
        }
        for mut draft in pages(edition, app, &script, live)? {
            draft.path = dir.join(draft.path);
            drafts.push(draft);
        }
    }
    drafts.push(script.into());
    if let Some(whole) = editions.first() {
        let robots = robots::files(&whole.resume).into_iter();
        drafts.extend(robots.map(Draft::from));
        // An owner may have put one of their own into `public/`.
        let style = app.style.clone() + &theme::style(whole.resume.theme);
        let not_found = Draft::from(not_found::file(&whole.resume, &style));
        if drafts.iter().all(|draft| draft.path != not_found.path) {
            drafts.push(not_found);
        }
    }
    drafts.push(Draft::from(File {
        path: crate::schema::FILE.into(),
        bytes: crate::schema::text().into_bytes(),
    }));
    let worker = |edition| offline::worker(edition, &drafts, live.is_some());
    let workers: Vec<File> = editions.iter().map(worker).collect();
    drafts.extend(workers.into_iter().map(Draft::from));
    drafts.sort_by(|a, b| a.path.cmp(&b.path));
    let headers = headers::file(drafts.iter().map(|draft| draft.path.as_path()));
    let at = drafts.partition_point(|draft| draft.path < headers.path);
    drafts.insert(at, headers.into());
    match doubled(&drafts) {
        Some(path) => Err(Error::new(path, DOUBLED)),
        None => Ok(drafts),
    }
}

const DOUBLED: &str = "two files of the site would have this name: other forms take theirs from \
                       the name in `basics`, others come from `public/`";

/// The second file of a name: some hosts and systems know no case.
fn doubled(drafts: &[Draft]) -> Option<&Path> {
    let mut names = HashSet::new();
    let mut paths = drafts.iter().map(|draft| draft.path.as_path());
    paths.find(|path| !names.insert(path.to_string_lossy().to_lowercase()))
}

fn finish(drafts: &[Draft]) -> Result<(Vec<File>, Vec<String>), Error> {
    let mut files = Vec::new();
    let mut warnings = Vec::new();
    for draft in drafts {
        let made = draft.finish()?;
        let name = draft.path.display();
        warnings.extend(made.warning.map(|warning| format!("{name}: {warning}")));
        files.push(File {
            path: draft.path.clone(),
            bytes: made.bytes,
        });
    }
    Ok((files, warnings))
}

/// The page of an edition, the module with its data, and its other forms.
fn pages(
    edition: &Edition,
    app: &App,
    script: &File,
    live: Option<&str>,
) -> Result<Vec<Draft>, Error> {
    let resume = &edition.resume;
    let data = Data::bounded(resume).ok_or_else(|| Error::new("index.html", too_much()))?;
    let index = index(&data);
    let words = &resume.language.words;
    let controls = controls(&index, words);
    let payload = Payload {
        data,
        controls: controls.clone(),
        words: words.of_app([&ui::keys_html(words), &ui::menu_html(words)]),
    };
    let module = module::with_section(&app.module, ui::SECTION, &encode(&payload)?);
    let module = pinned("wasm", module);
    let style = [
        app.style.clone(),
        theme::style(resume.theme),
        said::style(resume),
        ui::style(resume, &index),
    ]
    .concat();
    let page = document::Page {
        resume,
        downloads: &downloads(edition),
        career: &ui::career(resume, &index),
        root: if edition.slug.is_empty() { "./" } else { "../" },
        slug: &edition.slug,
        controls: &controls,
        style: &style,
        script,
        module: &module,
        live,
    };
    let document = File {
        path: "index.html".into(),
        bytes: page.write(&app.shell).into_bytes(),
    };
    let mut drafts = vec![document.into(), module.into()];
    drafts.extend(draft::forms(edition));
    Ok(drafts)
}

/// Why lines with so many skills make no page.
fn too_much() -> String {
    format!(
        "the lines show more than {EVIDENCE} skills, each counted for each line: name fewer for \
         them, or have fewer skills be keywords of others"
    )
}

fn downloads(edition: &Edition) -> Vec<Download> {
    let download = |form: &Form| Download {
        kind: form.kind,
        name: edition.resume.language.words.text(form.name).to_owned(),
        href: form.file(edition),
    };
    FORMS.iter().map(download).collect()
}

/// The body of the page, as it is before any script.
#[must_use]
pub fn prerender(resume: &Resume) -> String {
    let index = index(&Data::of(resume));
    let career = ui::career(resume, &index);
    let controls = controls(&index, &resume.language.words);
    document::body(resume, &[], &career, &controls)
}

impl Error {
    fn new(path: impl Into<PathBuf>, message: impl fmt::Display) -> Self {
        Self {
            path: path.into(),
            message: message.to_string(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.message)
    }
}

impl std::error::Error for Error {}

/// The résumé as it is filtered on the day the site is made: what goes on is
/// drawn until then. Everything else is measured by the reader's clock.
fn index(data: &Data) -> Arc<Index> {
    Arc::new(Index::new(data.clone(), today(), fold))
}

/// The current month as [`crate::query::Span`] counts, or that of
/// `SOURCE_DATE_EPOCH` (<https://reproducible-builds.org/specs/source-date-epoch/>).
fn today() -> u32 {
    let epoch = env::var("SOURCE_DATE_EPOCH").ok();
    let given = epoch
        .and_then(|seconds| seconds.parse().ok())
        .and_then(|seconds| OffsetDateTime::from_unix_timestamp(seconds).ok());
    let day = given.unwrap_or_else(OffsetDateTime::now_utc);
    u32::try_from(day.year()).unwrap_or(0) * 12 + u32::from(u8::from(day.month())) - 1
}

/// The controls as the browser prints them.
fn controls(index: &Arc<Index>, words: &Words) -> String {
    as_printed_by_browsers(&ui::controls(index, &Arc::new(words.clone())))
}

fn encode(payload: &Payload) -> Result<Vec<u8>, Error> {
    postcard::to_allocvec(payload).map_err(|error| Error::new(ui::SECTION, error))
}

/// Gives a file the name of its content, which caches may keep for ever.
fn pinned(extension: &str, bytes: Vec<u8>) -> File {
    let path = format!("app-{}.{extension}", policy::short_hash(&bytes)).into();
    File { path, bytes }
}

/// The page is compared with what the browser says of it
/// (<https://html.spec.whatwg.org/#serialising-html-fragments>), where an
/// empty comment and an empty attribute have another form.
fn as_printed_by_browsers(html: &str) -> String {
    html.replace("<!>", "<!---->")
}
