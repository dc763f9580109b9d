//! How much of anything a file can have: each is many times what any résumé
//! has. Without them, a small file could ask for hours of work.
//!
//! Never counts anything.

/// The bytes of a file: a hundred times what is usual.
pub const BYTES: usize = 4 << 20;

/// Lines and headings: of so many, a PDF has some thousand pages.
pub const TEXTS: usize = 40_000;

/// Sections that the file names.
pub const SECTIONS: usize = 500;

/// Skills and keywords, each of which is a button.
pub const SKILLS: usize = 2000;

/// The parts of a path: a file is not nested deeper.
pub const PARTS: usize = 64;

/// How deep lines can stand beneath others: what sets the PDF goes no deeper
/// than ten.
pub const DEPTH: usize = 8;

/// The bytes of an address: a PDF's can have some 8000, a browser's less.
pub const ADDRESS: usize = 2000;

/// The letters of the name of a person or of a skill: each name stands in many
/// places.
pub const NAME: usize = 200;

/// The letters of a word that the page says of itself: some stand between all
/// items of all lists.
pub const WORD: usize = 200;

/// Other names of skills and keywords: each is looked for in every line.
pub const ALIASES: usize = 2000;

/// Profiles of a person, all of which stand above the page.
pub const PROFILES: usize = 500;

/// Problems to be told: nobody reads more before mending the first.
pub const PROBLEMS: usize = 500;

/// How many times all parts of a file may be gone through, in bytes: once for
/// each path that is looked for.
const SEARCHED: usize = 256 << 20;

/// How much all variants of a file may be, in bytes.
const MADE: usize = 16 << 20;

/// Whether so many paths can be looked for in a file of that size.
pub fn can_search(bytes: usize, paths: usize) -> bool {
    bytes.saturating_mul(paths) <= SEARCHED
}

/// Whether so many variants can be made of a file of that size.
pub fn can_make(bytes: usize, variants: usize) -> bool {
    bytes.saturating_mul(variants) <= MADE
}
