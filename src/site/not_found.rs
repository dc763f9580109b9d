//! What hosts answer with where there is no file: a page of their own would do,
//! but one of them (<https://developers.cloudflare.com/pages/configuration/serving-pages/>)
//! shows the site's first page in its place, as if it were there. Then nobody
//! could tell that a page has been taken away, not even its worker.
//!
//! Never leads anywhere but to the résumé.

use super::{File, escape, policy};
use crate::model::Resume;
use crate::words::Word;

/// The file that hosts look for at the top of a site.
pub const FILE: &str = "404.html";

/// Says that nothing was found and whose site this is; it may be shown at any
/// address, so that only a whole one leads on from it. `style` is that of the
/// site's pages.
pub fn file(resume: &Resume, style: &str) -> File {
    let language = &resume.language;
    let nothing = escape(language.words.text(Word::NothingFound));
    let name = escape(&resume.person.name);
    let name = match &resume.url {
        Some(url) => format!(r#"<a href="{}">{name}</a>"#, escape(url)),
        None => name,
    };
    let (tag, dir) = (&language.tag, language.dir());
    let policy = policy::content_security(&[], style);
    let page = format!(
        r#"<!doctype html>
<html lang="{tag}" dir="{dir}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>{nothing}</title>
<style>{style}</style>
<header><h1>{nothing}</h1><p class="label">{name}</p></header>
</html>
"#
    );
    File {
        path: FILE.into(),
        bytes: page.into_bytes(),
    }
}
