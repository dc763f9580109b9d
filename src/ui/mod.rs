//! The page: its HTML, made natively, and its life in the browser.
//!
//! Only [`Filter`] lives twice, in the prerendered page and in the app; the
//! résumé itself is HTML that the app shows and hides but never makes.
//! Never reads files.

#[cfg(feature = "hydrate")]
mod browser;
#[cfg(feature = "ssr")]
mod career;
#[cfg(feature = "hydrate")]
mod commands;
#[cfg(feature = "ssr")]
mod dialogs;
#[cfg(feature = "ssr")]
mod entry;
#[cfg(feature = "hydrate")]
mod events;
mod filter;
#[cfg(feature = "hydrate")]
mod help;
#[cfg(feature = "hydrate")]
mod keys;
#[cfg(feature = "ssr")]
mod line;
#[cfg(feature = "hydrate")]
mod marks;
#[cfg(feature = "hydrate")]
mod notes;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "hydrate")]
mod palette;
mod said;
#[cfg(feature = "hydrate")]
mod share;
#[cfg(feature = "hydrate")]
mod sheet;
mod skills;
#[cfg(feature = "hydrate")]
mod start;
#[cfg(feature = "hydrate")]
mod theme;

use serde::{Deserialize, Serialize};

#[cfg(feature = "ssr")]
pub use career::{career, style};
#[cfg(feature = "ssr")]
pub use dialogs::{keys_html, menu_html};
#[cfg(feature = "ssr")]
pub use entry::{is_bare, short, tel};
pub use filter::{Filter, History};
#[cfg(feature = "ssr")]
pub use page::{Download, controls, header, sections};
#[cfg(feature = "hydrate")]
pub use start::start;

use crate::query::Data;
use crate::words::Words;

/// The name of the module's custom section that holds a [`Payload`].
pub const SECTION: &str = "resume";

/// What the site step gives the app, encoded by postcard
/// (<https://postcard.jamesmunns.com/wire-format>).
#[derive(Serialize, Deserialize)]
pub struct Payload {
    /// What answers queries.
    pub data: Data,
    /// The prerendered controls as the browser prints them: what is found in
    /// the page must be this, or hydration would walk off the path.
    pub controls: String,
    /// What the app itself says, the HTML of its dialogs included: that of
    /// the keys, that of the menu.
    pub words: Words,
}
