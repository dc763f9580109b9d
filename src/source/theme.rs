//! `theme`: the accent colour and the typeface that an owner chose.
//!
//! Never writes a style.

use color::{OpaqueColor, Srgb};

use super::contrast::{DARK, LEAST, LIGHT, Page, nearest, passes, ratio};
use super::fields::{self, Fields, Spanned};
use super::problem::{Problem, quote};
use super::reader::Reader;
use super::tree::Value;
use crate::model::{Accent, Colour, Theme, Typeface};

pub fn read(reader: &mut Reader, top: &mut Fields) -> Theme {
    let Some(node) = top.take("theme") else {
        return Theme::default();
    };
    if let Value::Text(_) = node.value {
        // As in `meta.theme`, which names a theme of JSON Resume's own tools.
        let message = "`theme` should be a mapping (`key: value`), not text";
        let help = "give it an `accent` or a `typeface`; the name of a theme for other tools \
            goes into `meta`";
        reader.push(Problem::error(node.span.clone(), message).help(help));
        return Theme::default();
    }
    let Some(mut fields) = Fields::of(reader, node, "`theme` should be") else {
        return Theme::default();
    };
    let theme = Theme {
        accent: accent(reader, &mut fields),
        typeface: typeface(reader, &mut fields),
    };
    fields.finish(reader);
    theme
}

/// One colour for the light page, or one for each; a colour that is not given
/// is the one that is, lightened or darkened until it can be read.
fn accent(reader: &mut Reader, theme: &mut Fields) -> Option<Accent> {
    commented(reader, theme, "accent");
    let node = theme.take("accent")?;
    let (light, dark) = if let Value::Text(_) = node.value {
        (
            node.text().and_then(|text| colour(reader, &text, &LIGHT)),
            None,
        )
    } else {
        let mut fields = Fields::of(reader, node, "`accent` should be a colour or")?;
        let mut on = |page: &Page| {
            commented(reader, &fields, page.name);
            let text = fields.text(reader, page.name)?;
            colour(reader, &text, page)
        };
        let colours = (on(&LIGHT), on(&DARK));
        fields.finish(reader);
        colours
    };
    let given = light.or(dark)?;
    Some(Accent {
        light: light.unwrap_or_else(|| nearest(given, &LIGHT)),
        dark: dark.unwrap_or_else(|| nearest(given, &DARK)),
    })
}

/// A colour that can be read on a page.
fn colour(reader: &mut Reader, written: &Spanned, page: &Page) -> Option<Colour> {
    let name = quote(&written.text);
    let problem = |message| Problem::error(written.span.clone(), message);
    let Some(colour) = Colour::from_hex(&written.text) else {
        let help = match in_other_words(&written.text) {
            Some(colour) => format!("write it as `\"{colour}\"`"),
            None => "write it as `\"#rgb\"` or `\"#rrggbb\"`".to_owned(),
        };
        reader.push(problem(format!("{name} is not a colour in hexadecimal digits")).help(help));
        return None;
    };
    if passes(colour, page) {
        return Some(colour);
    }
    // Rounded down, or what falls short by little would seem to be enough.
    let ratio = (ratio(colour, page.ground) * 100.0).floor() / 100.0;
    let message = format!(
        "the contrast of {name} with the {} page is {ratio:.2}:1, less than the {LEAST}:1 that text \
         needs",
        page.name
    );
    let help = format!("the nearest that has it is `\"{}\"`", nearest(colour, page));
    reader.push(problem(message).help(help));
    None
}

/// A colour written in any other way that CSS has, or without its `#`.
fn in_other_words(text: &str) -> Option<Colour> {
    let hex = format!("#{text}");
    let colour: OpaqueColor<Srgb> = text.parse().or_else(|_| hex.parse()).ok()?;
    let color::Rgba8 { r, g, b, .. } = colour.to_rgba8();
    Some(Colour([r, g, b]))
}

/// Points out a colour without quotes, which YAML takes for a comment.
fn commented(reader: &mut Reader, fields: &Fields, key: &str) {
    let Some(end) = fields.end_of_empty(key) else {
        return;
    };
    let line = reader.text[end..].lines().next().unwrap_or_default();
    let comment = line.trim_start_matches([' ', ':']);
    let word = comment.split([' ', ',', '}']).next().unwrap_or_default();
    if Colour::from_hex(word).is_some() {
        let at = end + line.len() - comment.len();
        let problem = Problem::error(at..at + word.len(), "what follows a `#` is a comment");
        reader.push(problem.help(format!("put the colour in quotes: `\"{word}\"`")));
    }
}

fn typeface(reader: &mut Reader, theme: &mut Fields) -> Typeface {
    let Some(written) = theme.text(reader, "typeface") else {
        return Typeface::default();
    };
    let names = || Typeface::NAMES.iter().map(|(name, _)| *name);
    let known = Typeface::NAMES
        .iter()
        .find(|(name, _)| *name == written.text);
    if let Some((_, typeface)) = known {
        return *typeface;
    }
    let help = fields::nearest(&written.text, names()).map_or_else(
        || format!("known here: {}", names().collect::<Vec<_>>().join(", ")),
        |near| format!("did you mean `{near}`?"),
    );
    let message = format!("no typeface is called {}", quote(&written.text));
    reader.push(Problem::error(written.span, message).help(help));
    Typeface::default()
}
