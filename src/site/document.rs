//! The document: what stands in its head, and the prerendered page.
//!
//! Never makes the parts of the page; only puts them together.

use serde_json::json;

use super::head::head;
use super::linked_data::linked_data;
use super::{File, policy};
use crate::model::Resume;
use crate::ui::{self, Download};
use crate::words::{Language, Word};

/// Marks the place of the head's content in the shell.
pub const HEAD: &str = "<resume-head>";

/// Says how the page begins, and sends for the module.
const EARLY: &str = include_str!("early.js");

/// Starts the app.
const LOADER: &str = include_str!("loader.js");

/// What a document is made of.
pub struct Page<'a> {
    pub resume: &'a Resume,
    pub downloads: &'a [Download],
    pub career: &'a str,
    /// Where what all pages share is, seen from this one.
    pub root: &'a str,
    /// What the address of the page adds to that of the site.
    pub slug: &'a str,
    pub controls: &'a str,
    pub style: &'a str,
    pub script: &'a File,
    pub module: &'a File,
    /// The address of a script that loads the page again, from that root.
    pub live: Option<&'a str>,
}

impl Page<'_> {
    /// Fills the shell.
    pub fn write(&self, shell: &str) -> String {
        let language = &self.resume.language;
        let root = format!(r#"<html lang="{}" dir="{}">"#, language.tag, language.dir());
        let of_shell = shell.find("<html").and_then(|at| {
            let end = shell[at..].find('>')?;
            Some(&shell[at..=at + end])
        });
        let (imports, loader) = (self.imports(), self.loader());
        // After all that is read, so that the first bytes to come are those that are painted.
        let scripts = format!(
            concat!(
                r#"<script type="application/ld+json">{data}</script>"#,
                r#"<script type="importmap">{imports}</script>"#,
                r#"<script type="module">{loader}</script>"#,
            ),
            data = linked_data(self.resume, self.resume.url.as_deref()),
            imports = imports,
            loader = loader,
        );
        let body = body(self.resume, self.downloads, self.career, self.controls);
        shell
            .replacen(of_shell.unwrap_or_default(), &root, 1)
            .replacen(HEAD, &self.head(&imports, &loader), 1)
            .replacen("</body>", &(body + &scripts + "</body>"), 1)
    }

    fn head(&self, imports: &str, loader: &str) -> String {
        let root = self.root;
        let early = self.early();
        let live = self.live.map_or_else(String::new, |live| {
            format!(r#"<script src="{root}{live}" defer></script>"#)
        });
        format!(
            concat!(
                r#"<meta http-equiv="Content-Security-Policy" content="{policy}">"#,
                r#"<meta name="referrer" content="no-referrer">"#,
                // Before the styles: a parser that has run a script and read the styles may have
                // a frame painted before it goes on, and there would be nothing in it yet.
                "<script>{early}</script>",
                "{head}",
                "<style>{style}</style>{live}",
            ),
            policy = policy::content_security(&[imports, &early, loader], self.style),
            head = head(self.resume, root, self.slug),
            style = self.style,
            early = early,
            live = live,
        )
    }

    /// The address of the script, seen from the page.
    fn script(&self) -> String {
        format!("{}{}", self.root, self.script.path.display())
    }

    /// What the script has to be, under each of its addresses.
    fn imports(&self) -> String {
        let (script, hash) = (self.script(), policy::integrity(&self.script.bytes));
        format!(r#"{{"integrity":{{"{script}":"{hash}","{script}?":"{hash}"}}}}"#)
    }

    fn early(&self) -> String {
        let module = format!("./{}", self.module.path.display());
        squeeze(EARLY)
            .replace("MODULE", &module)
            .replace("INTEGRITY", &policy::integrity(&self.module.bytes))
    }

    fn loader(&self) -> String {
        squeeze(LOADER)
            .replace("OFFLINE", if self.is_kept() { "true" } else { "false" })
            .replace("SCRIPT", &self.script())
            .replace("\"NOT-YET\"", &said(&self.resume.language, Word::NotYet))
            .replace("\"NO-START\"", &said(&self.resume.language, Word::NoStart))
    }

    /// Whether browsers keep the page for when there is no network. One that is
    /// being written is another in a moment.
    fn is_kept(&self) -> bool {
        self.resume.offline && self.live.is_none()
    }
}

/// The page before any script.
pub fn body(resume: &Resume, downloads: &[Download], career: &str, controls: &str) -> String {
    format!(
        r#"{}{career}<div id="controls">{controls}</div>{}"#,
        ui::header(&resume.person, &resume.language, downloads),
        ui::sections(resume)
    )
}

/// What the loader says, as a string of its own: none of it can end the
/// script.
fn said(language: &Language, word: Word) -> String {
    let text = language.words.text(word);
    json!(text).to_string().replace('<', "\\u003c")
}

/// Text inside an element or a quoted attribute.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

/// A script of ours without its comments and indentation: it has neither
/// strings nor templates that hold any.
fn squeeze(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    lines
        .filter(|line| !line.starts_with("//"))
        .collect::<Vec<_>>()
        .join("")
}
