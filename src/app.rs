//! What the browser starts.

/// Takes a thousand bytes of code where Rust's own takes seven thousand.
#[cfg(feature = "hydrate")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Trunk exports this as the module's start; if it cannot start, the page's
/// loader hears of it and says so.
fn main() {
    #[cfg(feature = "hydrate")]
    if resume::ui::start().is_none() {
        wasm_bindgen::throw_str("the page and the app do not belong together");
    }
}
