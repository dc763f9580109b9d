//! What comes out of the printer: a PDF, read back by the tools of poppler. Knows paper; what
//! should stand on it is the tests' business.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use base64::prelude::{BASE64_STANDARD, Engine};

use crate::page::Page;

/// Width and height in centimetres (ISO 216, ANSI/ASME Y14.1).
pub const A4: (f64, f64) = (21.0, 29.7);
pub const LETTER: (f64, f64) = (21.59, 27.94);

/// A page as it was printed, left in the target folder to be looked at.
pub struct Paper {
    file: PathBuf,
}

impl Paper {
    /// Prints a page; the name is that of its file, and of no other test's.
    #[track_caller]
    pub fn print(page: &Page, name: &str, (width, height): (f64, f64)) -> Self {
        let pdf = BASE64_STANDARD
            .decode(page.session.print(width, height))
            .expect("a PDF in base64");
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{height}.pdf"));
        fs::write(&file, pdf).expect("the PDF can be kept");
        Self { file }
    }

    /// The text as it lies on the paper, row by row.
    #[track_caller]
    pub fn text(&self) -> String {
        self.read("-layout")
    }

    /// The rows of each sheet, from its top to its foot.
    #[track_caller]
    pub fn rows(&self) -> Vec<Vec<String>> {
        let squeezed = |row: &str| row.split_whitespace().collect::<Vec<_>>().join(" ");
        sheets(&self.read("-layout"))
            .map(|sheet| sheet.lines().map(squeezed).filter(|row| !row.is_empty()))
            .map(Iterator::collect)
            .collect()
    }

    /// The text of each sheet in the order that the file has it, which is what is copied, indexed
    /// and read out.
    #[track_caller]
    pub fn in_order(&self) -> Vec<String> {
        sheets(&self.read("-raw")).map(str::to_owned).collect()
    }

    /// How light the first sheet is on the whole, from 0, black, to 1, white.
    #[track_caller]
    pub fn lightness(&self) -> f64 {
        let options = ["-gray", "-r", "36", "-l", "1"].map(OsStr::new);
        let image = poppler(
            "pdftoppm",
            &[&options[..], &[self.file.as_os_str()]].concat(),
        );
        // A portable graymap: "P5", width, height and 255, each on a line or not, then a byte for
        // each dot.
        let head = image.split(u8::is_ascii_whitespace).take(4);
        let head: usize = head.map(|word| word.len() + 1).sum();
        let dots = &image[head..];
        let sum: f64 = dots.iter().map(|dot| f64::from(*dot)).sum();
        sum / 255.0 / f64::from(u32::try_from(dots.len()).expect("a small image"))
    }

    #[track_caller]
    fn read(&self, order: &str) -> String {
        let text = poppler(
            "pdftotext",
            &[order.as_ref(), self.file.as_os_str(), "-".as_ref()],
        );
        String::from_utf8(text).expect("pdftotext writes UTF-8")
    }
}

/// Each sheet ends with a form feed.
fn sheets(text: &str) -> impl Iterator<Item = &str> {
    text.split_terminator('\u{c}')
}

#[track_caller]
fn poppler(tool: &str, args: &[&OsStr]) -> Vec<u8> {
    let output = Command::new(tool)
        .args(args)
        .output()
        .unwrap_or_else(|error| {
            panic!(
                "{tool}, of the package poppler-utils, is needed to read what was printed: {error}"
            )
        });
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{tool}: {said}");
    output.stdout
}
