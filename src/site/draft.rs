//! Files of a site that need not be finished at once: typesetting takes longer
//! than all the rest, and while a résumé is written nobody asks for it.
//!
//! Never decides what a form says.

use std::path::PathBuf;
use std::sync::Arc;

#[cfg(feature = "typeset")]
use super::head;
use super::{Error, File};
#[cfg(feature = "typeset")]
use crate::export::card;
use crate::export::{FORMS, Form, Made};
use crate::model::Edition;

/// A file of a site, or how it is made.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Its path within the site.
    pub path: PathBuf,
    content: Content,
}

#[derive(Debug, Clone)]
enum Content {
    Ready(Vec<u8>),
    #[cfg(feature = "typeset")]
    Card(Arc<Edition>),
    Form(&'static Form, Arc<Edition>),
}

impl Draft {
    /// Makes the file.
    ///
    /// # Errors
    ///
    /// If the library that makes it refuses, which no résumé should bring
    /// about.
    pub fn finish(&self) -> Result<Made, Error> {
        let made = match &self.content {
            Content::Ready(bytes) => Ok(bytes.clone().into()),
            #[cfg(feature = "typeset")]
            Content::Card(edition) => card(&edition.resume).map(Made::from),
            Content::Form(form, edition) => form.make(edition),
        };
        made.map_err(|error| Error::new(&self.path, error))
    }

    /// What it holds, if it is made already.
    pub(super) fn ready(&self) -> Option<&[u8]> {
        match &self.content {
            Content::Ready(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// Whether it is made only now and then: a form other than the page.
    #[must_use]
    pub fn is_form(&self) -> bool {
        self.ready().is_none()
    }
}

impl From<File> for Draft {
    fn from(file: File) -> Self {
        Self {
            path: file.path,
            content: Content::Ready(file.bytes),
        }
    }
}

/// What there is of an edition besides its page.
pub fn forms(edition: &Edition) -> Vec<Draft> {
    let edition = Arc::new(edition.clone());
    let forms = FORMS.iter().map(|form| Draft {
        path: form.file(&edition).into(),
        content: Content::Form(form, edition.clone()),
    });
    let card = [
        #[cfg(feature = "typeset")]
        Draft {
            path: head::CARD.into(),
            content: Content::Card(edition.clone()),
        },
    ];
    card.into_iter().chain(forms).collect()
}
