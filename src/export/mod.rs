//! The other forms of a résumé, one file a form.
//!
//! Every form is a pure function of an edition: the same edition makes the
//! same bytes. Never reads or writes a file, nor the clock.

mod contact;
mod json_resume;
mod markdown;
mod schema;
mod text;

pub use json_resume::json_resume;
pub use markdown::markdown;
pub use text::text;
