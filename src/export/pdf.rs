//! The résumé as a PDF: the page's look in print, tagged for those who listen
//! to it (PDF/UA-1, ISO 14289-1), typeset by Typst.
//!
//! Never reads a clock: the same résumé makes the same bytes.

use typst::foundations::Smart;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::typeset::{self, problem, typeset};
use super::{Error, Made};
use crate::model::Resume;

/// What a PDF is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// ISO 216: 210 by 297 mm.
    A4,
    /// ANSI A: 8.5 by 11 inches.
    Letter,
}

/// Sets a résumé. Where no font has one of its letters, there still is a PDF,
/// with a box in the letter's place; it is not PDF/UA then, and says so in its
/// warning.
///
/// # Errors
///
/// If Typst cannot set it, which no résumé should bring about.
pub fn pdf(resume: &Resume, paper: Paper) -> Result<Made, Error> {
    let paper = match paper {
        Paper::A4 => "a4",
        Paper::Letter => "letter",
    };
    let says = typeset::resume(resume, paper);
    let missing = typeset::missing(&says);
    let document = typeset(include_str!("typeset/resume.typ"), says)?;
    let export = |standards: &[PdfStandard]| {
        let options = PdfOptions {
            ident: Smart::Custom(format!("{} {paper}", resume.person.name)),
            creator: Smart::Custom(None),
            standards: PdfStandards::new(standards).map_err(|error| Error::new(error.message()))?,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&document, &options).map_err(|errors| problem(&errors))
    };
    let conforming = if missing.is_empty() {
        export(&[PdfStandard::Ua_1])
    } else {
        Err(Error::new(boxes(&missing)))
    };
    Ok(match conforming {
        Ok(bytes) => Made {
            bytes,
            warning: None,
        },
        Err(reason) => Made {
            bytes: export(&[])?,
            warning: Some(format!("the PDF is not PDF/UA: {reason}")),
        },
    })
}

/// What is to be said of letters that no font has; the first few say enough.
fn boxes(missing: &[char]) -> String {
    const NAMED: usize = 8;
    let mut names: Vec<_> = missing
        .iter()
        .take(NAMED)
        .map(|c| format!("{c} (U+{:04X})", u32::from(*c)))
        .collect();
    if missing.len() > NAMED {
        names.push(format!("{} more", missing.len() - NAMED));
    }
    format!(
        "it has a box in place of each of {}, which no font on this machine has; install one that \
         does, such as one of the Noto fonts",
        names.join(", ")
    )
}
