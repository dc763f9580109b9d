//! What the browser starts.

/// Trunk exports this as the module's start; if it cannot start, the page's
/// loader hears of it and says so.
fn main() {
    #[cfg(feature = "hydrate")]
    if resume::ui::start().is_none() {
        wasm_bindgen::throw_str("the page and the app do not belong together");
    }
}
