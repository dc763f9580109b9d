//! What the page may load and run, and the hashes that pin it.
//!
//! Never decides what is loaded.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// A name for some bytes: 64 bits of their SHA-256 in hexadecimal.
pub fn short_hash(bytes: &[u8]) -> String {
    let first = Sha256::digest(bytes)[..8].try_into().unwrap_or_default();
    format!("{:016x}", u64::from_be_bytes(first))
}

/// Integrity metadata of a file (<https://www.w3.org/TR/sri-2/>).
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The Content-Security-Policy (<https://www.w3.org/TR/CSP3/>) of a page with
/// these inline scripts and this inline style: files of its own site, and
/// nothing else. WebAssembly counts as evaluation, hence `wasm-unsafe-eval`.
pub fn content_security(scripts: &[&str], style: &str) -> String {
    let hash = |text: &str| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let scripts: String = scripts.iter().map(|script| hash(script)).collect();
    let style = hash(style);
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src{style}; \
         img-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
    )
}
