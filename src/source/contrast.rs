//! Whether a colour can be read on the page, and the nearest that can.
//!
//! Never reads a file.

use color::{Oklch, OpaqueColor, Srgb};

use crate::model::Colour;

/// The least contrast of text with its ground, as a ratio: level AA of WCAG
/// 2.2 (<https://www.w3.org/TR/WCAG22/#contrast-minimum>).
pub const LEAST: f32 = 4.5;

/// A page to be read on.
pub struct Page {
    pub name: &'static str,
    /// As `--ground` in `style/tokens.css`; a test compares them.
    pub ground: Colour,
}

pub const LIGHT: Page = Page {
    name: "light",
    ground: Colour([0xff; 3]),
};

pub const DARK: Page = Page {
    name: "dark",
    ground: Colour([0x16, 0x18, 0x1b]),
};

/// In how many steps lightness goes from a colour to black or white. More
/// would be finer than eight bits can tell.
const STEPS: u16 = 1000;

/// The contrast of two colours, 1 to 21
/// (<https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>).
pub fn ratio(one: Colour, other: Colour) -> f32 {
    let [one, other] = [one, other].map(|colour| srgb(colour).relative_luminance() + 0.05);
    one.max(other) / one.min(other)
}

/// Whether text of this colour can be read on a page; the page's own colour
/// on this one, as in selected text, has the same contrast.
pub fn passes(colour: Colour, page: &Page) -> bool {
    ratio(colour, page.ground) >= LEAST
}

/// The colour itself if it passes, or else the nearest that does: of the same
/// hue, darker or lighter by no more than it takes, and as colourful as it was
/// as far as sRGB goes. Hue and lightness are those of OKLCH
/// (<https://www.w3.org/TR/css-color-4/#ok-lab>), which change as they seem to.
pub fn nearest(colour: Colour, page: &Page) -> Colour {
    if passes(colour, page) {
        return colour;
    }
    let [from, chroma, hue] = srgb(colour).convert::<Oklch>().components;
    let (black, white) = (Colour([0; 3]), Colour([0xff; 3]));
    let (to, last) = if ratio(page.ground, black) > ratio(page.ground, white) {
        (0.0, black)
    } else {
        (1.0, white)
    };
    (1..STEPS)
        .map(|step| {
            let part = f32::from(step) / f32::from(STEPS);
            within_srgb(from + (to - from) * part, chroma, hue)
        })
        .find(|colour| passes(*colour, page))
        .unwrap_or(last)
}

/// The most colourful of a lightness and a hue that sRGB has, up to `chroma`.
fn within_srgb(lightness: f32, chroma: f32, hue: f32) -> Colour {
    let at = |chroma| OpaqueColor::<Oklch>::new([lightness, chroma, hue]).convert::<Srgb>();
    // Half of what eight bits can tell.
    let slack = 0.5 / 255.0;
    let has = |chroma| {
        let components = at(chroma).components;
        (components.iter()).all(|part| (-slack..=1.0 + slack).contains(part))
    };
    let (mut low, mut high) = (0.0, chroma);
    if has(high) {
        low = high;
    }
    while high - low > 0.0001 {
        let middle = f32::midpoint(low, high);
        if has(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    let color::Rgba8 { r, g, b, .. } = at(low).to_rgba8();
    Colour([r, g, b])
}

fn srgb(Colour([r, g, b]): Colour) -> OpaqueColor<Srgb> {
    OpaqueColor::from_rgb8(r, g, b)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TOKENS: &str = include_str!("../../style/tokens.css");

    fn colour(text: &str) -> Colour {
        Colour::from_hex(text).unwrap()
    }

    /// The two values of a token.
    fn token(name: &str) -> [Colour; 2] {
        let start = format!("--{name}: light-dark(");
        let (_, rest) = TOKENS.split_once(&start).unwrap();
        let (values, _) = rest.split_once(')').unwrap();
        let (light, dark) = values.split_once(", ").unwrap();
        [colour(light), colour(dark)]
    }

    #[test]
    fn grounds_are_those_of_the_style() {
        assert_eq!(token("ground"), [LIGHT.ground, DARK.ground]);
    }

    #[test]
    fn what_the_style_has_for_text_passes() {
        for name in ["text", "quiet", "accent"] {
            let [light, dark] = token(name);
            assert!(passes(light, &LIGHT) && passes(dark, &DARK), "{name}");
        }
    }

    #[test]
    fn ratios_are_those_of_the_definition() {
        let check = |one, other, expected: f32| {
            let found = ratio(colour(one), colour(other));
            assert!((found - expected).abs() < 0.005, "{one} {other}: {found}");
        };
        check("#000", "#fff", 21.0);
        check("#fff", "#000", 21.0);
        check("#777", "#777", 1.0);
        // The two greys on either side of 4.5 that every checker is tried with.
        check("#767676", "#fff", 4.54);
        check("#777777", "#fff", 4.48);
        check("#b3261e", "#fff", 6.54);
    }

    #[test]
    fn the_nearest_is_as_light_and_as_colourful_as_can_be() {
        let check = |given, light, dark| {
            let found = [&LIGHT, &DARK].map(|page| nearest(colour(given), page).to_string());
            assert_eq!(found, [light, dark], "{given}");
        };
        check("#000000", "#000000", "#808080");
        check("#ffffff", "#767676", "#ffffff");
        check("#777777", "#767676", "#808080");
        check("#b3261e", "#b3261e", "#dd5143");
        check("#ff8f84", "#bf564e", "#ff8f84");
        check("#ff0000", "#ee0000", "#ff0e08");
        check("#00ff00", "#008a00", "#00ff00");
        check("#0000ff", "#0000ff", "#3f78ff");
        check("#ffff00", "#7a7a00", "#ffff00");
    }

    fn any_colour() -> impl Strategy<Value = Colour> {
        any::<[u8; 3]>().prop_map(Colour)
    }

    proptest! {
        #[test]
        fn the_nearest_passes_and_by_no_more_than_it_takes(given in any_colour()) {
            for page in [&LIGHT, &DARK] {
                let found = nearest(given, page);
                prop_assert!(passes(found, page), "{} {}", given, found);
                if passes(given, page) {
                    prop_assert_eq!(found, given);
                } else {
                    let ratio = ratio(found, page.ground);
                    prop_assert!(ratio < LEAST + 0.1, "{} {} {}", given, found, ratio);
                }
            }
        }

        #[test]
        fn the_nearest_has_the_same_hue(given in any_colour()) {
            for page in [&LIGHT, &DARK] {
                let found = nearest(given, page);
                let [[_, before, one], [_, after, other]] =
                    [given, found].map(|colour| srgb(colour).convert::<Oklch>().components);
                // What has next to no colour has next to no hue.
                prop_assume!(before.min(after) > 0.05);
                let apart = (one - other).abs();
                let apart = apart.min(360.0 - apart);
                prop_assert!(apart < 3.0, "{} {}: {} degrees", given, found, apart);
            }
        }

        #[test]
        fn no_colour_passes_on_both_pages(given in any_colour()) {
            prop_assert!(!(passes(given, &LIGHT) && passes(given, &DARK)));
        }
    }
}
