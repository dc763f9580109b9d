//! The résumé as a PDF: the page's look in print, tagged for those who listen
//! to it (PDF/UA-1, ISO 14289-1), typeset by Typst.
//!
//! Never reads a clock: the same résumé makes the same bytes.

use std::fmt::Write;

use typst::foundations::Smart;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::Error;
use super::typeset::{self, problem, typeset};
use crate::model::Resume;

/// What a PDF is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// ISO 216: 210 by 297 mm.
    A4,
    /// ANSI A: 8.5 by 11 inches.
    Letter,
}

/// A finished PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// What its owner has to know: letters that no font on this machine has.
    pub warning: Option<String>,
}

/// Sets a résumé. Where no font has one of its letters, there still is a PDF,
/// with a box in the letter's place; it is not PDF/UA then, and says so in its
/// warning.
///
/// # Errors
///
/// If Typst cannot set it, which no résumé should bring about.
pub fn pdf(resume: &Resume, paper: Paper) -> Result<Pdf, Error> {
    let paper = match paper {
        Paper::A4 => "a4",
        Paper::Letter => "letter",
    };
    let says = typeset::resume(resume, paper);
    let missing = typeset::missing(&says);
    let standards: &[PdfStandard] = if missing.is_empty() {
        &[PdfStandard::Ua_1]
    } else {
        &[]
    };
    let document = typeset(include_str!("typeset/resume.typ"), says)?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("{} {paper}", resume.person.name)),
        creator: Smart::Custom(None),
        standards: PdfStandards::new(standards).map_err(|error| Error::new(error.message()))?,
        ..PdfOptions::default()
    };
    Ok(Pdf {
        bytes: typst_pdf::pdf(&document, &options).map_err(|errors| problem(&errors))?,
        warning: (!missing.is_empty()).then(|| warning(&missing)),
    })
}

fn warning(missing: &[char]) -> String {
    let mut words = String::from("no font on this machine has ");
    for (at, c) in missing.iter().enumerate() {
        let between = if at > 0 { ", " } else { "" };
        // Writing to a string cannot fail.
        let _ = write!(words, "{between}{c} (U+{:04X})", u32::from(*c));
    }
    words
        + ": the PDF has a box in its place and is not PDF/UA; install a font that has it, such \
             as one of the Noto fonts"
}
