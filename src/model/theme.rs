//! How its owner wants the page to look: as little as can be chosen without
//! spoiling it.
//!
//! Never knows which colours can be read on what, nor any font.

use std::fmt;

/// What an owner chose of the look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Theme {
    /// The one colour on the page.
    pub accent: Option<Accent>,
    /// What it is set in.
    pub typeface: Typeface,
}

/// The accent colour, for each of the two pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent {
    /// On the light page.
    pub light: Colour,
    /// On the dark page.
    pub dark: Colour,
}

/// A kind of typeface, of which every system has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Typeface {
    /// A plain grotesque, such as Helvetica.
    #[default]
    Sans,
    /// A sans-serif with the forms of handwriting, such as Segoe.
    Humanist,
    /// A sturdy serif for text, such as Charter.
    Serif,
    /// A serif after the hand of the Renaissance, such as Palatino.
    OldStyle,
    /// All letters of one width, such as Menlo.
    Mono,
}

impl Typeface {
    /// All of them, by the names that the file has for them.
    pub const NAMES: [(&str, Self); 5] = [
        ("sans", Self::Sans),
        ("humanist", Self::Humanist),
        ("serif", Self::Serif),
        ("old-style", Self::OldStyle),
        ("mono", Self::Mono),
    ];
}

/// A colour in sRGB: red, green and blue, 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// Reads `#rgb` or `#rrggbb`
    /// (<https://www.w3.org/TR/css-color-4/#hex-notation>).
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?.bytes();
        let digits: Vec<u8> = digits
            .map(|digit| char::from(digit).to_digit(16).map(|digit| digit as u8))
            .collect::<Option<_>>()?;
        match *digits {
            [r, g, b] => Some(Self([r, g, b].map(|digit| digit * 0x11))),
            [r1, r0, g1, g0, b1, b0] => {
                let pairs = [[r1, r0], [g1, g0], [b1, b0]];
                Some(Self(pairs.map(|[high, low]| high << 4 | low)))
            }
            _ => None,
        }
    }
}

/// `#rrggbb`
impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}
