//! A résumé page from one text file: complete before any script runs,
//! filterable by skill, searchable and foldable once the app has taken over.
//!
//! # Code map
//!
//! | room | knows | never |
//! |---|---|---|
//! | [`model`] | what a résumé is | where it came from, how it looks |
//! | [`source`] | the file as written, its checks, its problems | HTML, the browser |
//! | [`import`] | résumés in other forms | what a page is |
//! | [`starter`] | what a new owner begins with | files |
//! | [`schema`] | the keys of the file, as editors explain them | a résumé |
//! | [`query`] | what a filter asks and which lines answer it | Leptos, the DOM, files |
//! | [`url`] | how a filter is written in a URL | history, the location bar |
//! | [`ui`] | HTML, and the page in the browser | files, YAML |
//! | [`export`] | the résumé as PDF, Word, text, Markdown, JSON Resume, vCard, picture | files, the clock |
//! | [`words`] | what the page says of itself, in each language | what a résumé says |
//! | [`site`] | the finished folder: data, hashes, policy | how a line matches |
//! | [`serve`] | the site on this machine while its file is written | what is in its files |
//!
//! The browser's part (feature `hydrate`) is compiled once and knows no
//! résumé: the [`site`] step appends the [`query::Index`] to the compiled
//! module. The native part (feature `ssr`) never ships.

#[cfg(feature = "ssr")]
pub mod export;
#[cfg(feature = "ssr")]
pub mod import;
#[cfg(feature = "ssr")]
pub mod model;
pub mod query;
#[cfg(feature = "ssr")]
pub mod schema;
#[cfg(feature = "ssr")]
pub mod serve;
#[cfg(feature = "ssr")]
pub mod site;
#[cfg(feature = "ssr")]
pub mod source;
#[cfg(feature = "ssr")]
pub mod starter;
pub mod ui;
pub mod url;
pub mod words;
