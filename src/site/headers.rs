//! What a host is to say of the files of the site: `_headers`, as Netlify
//! (<https://docs.netlify.com/routing/headers/>) and Cloudflare Pages
//! (<https://developers.cloudflare.com/pages/configuration/headers/>) read it.
//!
//! Never names a file.

use std::path::Path;

use super::File;

pub const FILE: &str = "_headers";

/// A year in seconds, the most that is of use (RFC 9111, 1.2.2).
const FOR_EVER: &str = "  Cache-Control: public, max-age=31536000, immutable\n";

/// Of every file: that it is of no other type than it is said to be, that
/// links give nobody the address that they are on, and what a page cannot say
/// of itself: that no other is to show it in a frame, with something lying over it.
const OF_ALL: &str = "/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Content-Security-Policy: frame-ancestors 'none'
";

/// Says what holds of all files, and of each file that is named by its content that it never changes. Of
/// the others nothing is said, since both hosts have browsers ask for those
/// anew each time, and would put together what two rules say of one file.
pub fn file<'a>(files: impl Iterator<Item = &'a Path>) -> File {
    let mut headers = OF_ALL.to_owned();
    for file in files.filter(|file| is_pinned(file)) {
        // Addresses have slashes on every system.
        let parts = file.iter().map(|part| part.to_string_lossy());
        let parts: Vec<_> = parts.collect();
        headers.extend(["/", &parts.join("/"), "\n", FOR_EVER]);
    }
    File {
        path: FILE.into(),
        bytes: headers.into_bytes(),
    }
}

/// Whether a file has the name of its content.
pub fn is_pinned(path: &Path) -> bool {
    let is = |name: &str, ending: &str| name.starts_with("app-") && name.ends_with(ending);
    let name = path.file_name().map(|name| name.to_string_lossy());
    name.is_some_and(|name| is(&name, ".js") || is(&name, ".wasm"))
}
