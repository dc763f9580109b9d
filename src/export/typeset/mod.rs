//! Typst as a library: a template, what it is to say, and the fonts become
//! pages.
//!
//! What is said reaches a template as data (`sys.inputs`), so that no text of
//! a résumé can be code. Never reads a file, but for fonts of the system that
//! hold letters which ours lack.

mod data;
mod fonts;

use serde_json::Value as Json;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Value};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::FontStore;
use typst_layout::PagedDocument;

use super::Error;
pub use data::{card, resume};
pub use fonts::missing;

/// All that a template can see.
struct Desk {
    library: LazyHash<Library>,
    fonts: &'static FontStore,
    template: Source,
}

/// Sets a template with what it is to say.
pub fn typeset(template: &str, says: Json) -> Result<PagedDocument, Error> {
    let words = fonts::characters(&says);
    let inputs: Dict = match serde_json::from_value(says) {
        Ok(Value::Dict(inputs)) => inputs,
        Ok(_) => {
            return Err(Error::new(
                "what a template is given has to be a dictionary",
            ));
        }
        Err(error) => return Err(Error::new(error)),
    };
    let path =
        VirtualPath::new("template.typ").map_err(|error| Error::new(format!("{error:?}")))?;
    let id = RootedPath::new(VirtualRoot::Project, path).intern();
    let desk = Desk {
        library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
        fonts: fonts::having(&words),
        template: Source::new(id, template.to_owned()),
    };
    typst::compile(&desk)
        .output
        .map_err(|errors| problem(&errors))
}

/// The first of Typst's errors: the others follow from it.
pub fn problem(errors: &[SourceDiagnostic]) -> Error {
    let first = errors.first().map(|error| error.message.as_str());
    Error::new(format!("Typst: {}", first.unwrap_or("no reason given")))
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    /// No page depends on the day it is set.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
