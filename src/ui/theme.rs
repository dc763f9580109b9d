//! Light, dark, or as the system has it: switched in turn, and remembered.
//!
//! The loader puts a remembered theme in place before the first paint; which
//! one is on is said by the styles.

use super::browser;

/// The name it is remembered by, here and in the loader.
const KEY: &str = "theme";

/// Turns to the next theme.
pub fn switch() {
    let Some(root) = browser::document().document_element() else {
        return;
    };
    let attribute = "data-theme";
    let next = match root.get_attribute(attribute).as_deref() {
        None => Some("light"),
        Some("light") => Some("dark"),
        Some(_) => None,
    };
    let _ = match next {
        Some(theme) => root.set_attribute(attribute, theme),
        None => root.remove_attribute(attribute),
    };
    browser::remember(KEY, next);
}
