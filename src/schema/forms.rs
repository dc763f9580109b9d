//! What texts of some kinds look like, blank ones included, as regular
//! expressions of ECMA-262.
//!
//! `source` knows better: no form can tell how many days a month has.

use super::keys::Kind;

use Kind::Form;

pub const DATE: Kind = Form(r"^\s*([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)?\s*$");

pub const ADDRESS: Kind =
    Form(r"^\s*([Hh][Tt][Tt][Pp][Ss]?://.+|[Mm][Aa][Ii][Ll][Tt][Oo]:.*)?\s*$");

pub const EMAIL: Kind = Form(r#"^\s*([^\s<>",;?&%@]+@[^\s<>",;?&%@]+)?\s*$"#);

pub const COLOUR: Kind = Form(r"^\s*(#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}))?\s*$");

/// A language that there are words in, with a script and a region at most
/// (BCP 47).
pub const LANGUAGE: Kind = Form(
    r"^\s*(([Aa][Rr]|[Dd][Ee]|[Ee][Nn]|[Ee][Ss]|[Ff][Rr]|[Jj][Aa])(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?)?\s*$",
);

/// A date, or a word for what goes on.
pub const END: Kind = Form(
    r"^\s*([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?|[Pp][Rr][Ee][Ss][Ee][Nn][Tt]|[Cc][Uu][Rr][Rr][Ee][Nn][Tt]|[Nn][Oo][Ww]|[Tt][Oo][Dd][Aa][Yy]|[Oo][Nn][Gg][Oo][Ii][Nn][Gg])?\s*$",
);
