//! The other forms of a résumé, one file a form.
//!
//! Every form is a pure function of an edition: never reads a clock, a file
//! or anything else that could make it another one tomorrow.

mod json_resume;
mod schema;

pub use json_resume::json_resume;
