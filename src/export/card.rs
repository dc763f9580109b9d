//! The picture that stands for the page where a link to it is shared: name and
//! headline, 1200 by 630 pixels (<https://ogp.me/#structured>).
//!
//! Never decides where it is used.

use super::Error;
use super::typeset::{self, typeset};
use crate::model::Resume;

/// Sets and draws it, as a PNG.
///
/// # Errors
///
/// If Typst cannot set it, which no résumé should bring about.
pub fn card(resume: &Resume) -> Result<Vec<u8>, Error> {
    let document = typeset(include_str!("typeset/card.typ"), typeset::card(resume))?;
    let page = document.pages().first();
    let page = page.ok_or_else(|| Error::new("the picture has no page"))?;
    // One pixel a point.
    let options = typst_render::RenderOptions {
        pixel_per_pt: 1.0.into(),
        render_bleed: false,
    };
    typst_render::render(page, &options)
        .encode_png()
        .map_err(Error::new)
}
