//! The fonts: those in the program, and those of the system for letters that
//! they lack.
//!
//! Never says which is used where.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::Value as Json;
use typst::foundations::Bytes;
use typst::text::Font;
use typst_kit::fonts::{FontStore, system};

/// See `fonts/README.md`.
const OWN: [&[u8]; 15] = [
    include_bytes!("../../../fonts/Inter-Regular.ttf"),
    include_bytes!("../../../fonts/Inter-Italic.ttf"),
    include_bytes!("../../../fonts/Inter-Bold.ttf"),
    include_bytes!("../../../fonts/Inter-BoldItalic.ttf"),
    include_bytes!("../../../fonts/FiraSans-Regular.ttf"),
    include_bytes!("../../../fonts/FiraSans-Italic.ttf"),
    include_bytes!("../../../fonts/FiraSans-Bold.ttf"),
    include_bytes!("../../../fonts/FiraSans-BoldItalic.ttf"),
    include_bytes!("../../../fonts/Literata-Regular.ttf"),
    include_bytes!("../../../fonts/Literata-Italic.ttf"),
    include_bytes!("../../../fonts/Literata-Bold.ttf"),
    include_bytes!("../../../fonts/Literata-BoldItalic.ttf"),
    include_bytes!("../../../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansArabic-Bold.ttf"),
    include_bytes!("../../../fonts/NotoEmoji-Regular.ttf"),
];

/// Of the fonts that come with Typst.
const TYPST: [&str; 2] = ["Libertinus Serif", MONO];

/// The typewriter.
pub const MONO: &str = "DejaVu Sans Mono";

/// All that are in the program.
static EMBEDDED: LazyLock<FontStore> = LazyLock::new(|| {
    let mut store = FontStore::new();
    store.extend(embedded());
    store
});

/// These, and then those of the system, which are only looked for where a
/// letter needs it: it takes a while, and no other machine has the same.
static ALL: LazyLock<FontStore> = LazyLock::new(|| {
    let mut store = FontStore::new();
    store.extend(embedded());
    store.extend(system());
    store
});

fn embedded() -> impl Iterator<Item = (Font, typst::text::FontInfo)> {
    let fonts = OWN.into_iter().chain(typst_assets::fonts());
    let fonts = fonts.flat_map(|data| Font::iter(Bytes::new(data)));
    let fonts = fonts.map(|font| (font.clone(), font.info().clone()));
    fonts.enumerate().filter_map(|(at, (font, info))| {
        let ours = at < OWN.len() || TYPST.contains(&info.family.as_str());
        ours.then_some((font, info))
    })
}

/// The fonts for a text of these characters. That Typst's typewriter has
/// Arabic, too, does not count: nobody would want to read it in text.
pub fn having(characters: &BTreeSet<char>) -> &'static FontStore {
    let ours = |c: &char| has(&EMBEDDED, *c, |family| family != MONO);
    if characters.iter().all(ours) {
        &EMBEDDED
    } else {
        &ALL
    }
}

/// The characters of what is said that no font has, in their order.
pub fn missing(says: &Json) -> Vec<char> {
    let characters = characters(says);
    let store = having(&characters);
    let missing = characters.into_iter().filter(|c| !has(store, *c, |_| true));
    missing.collect()
}

/// All characters that are to be seen of what is said.
pub fn characters(says: &Json) -> BTreeSet<char> {
    fn collect(says: &Json, characters: &mut BTreeSet<char>) {
        match says {
            Json::String(text) => characters.extend(text.chars().filter(|c| is_seen(*c))),
            Json::Array(items) => items.iter().for_each(|item| collect(item, characters)),
            Json::Object(items) => items.values().for_each(|item| collect(item, characters)),
            _ => {}
        }
    }
    let mut characters = BTreeSet::new();
    collect(says, &mut characters);
    characters
}

fn has(store: &FontStore, c: char, counts: impl Fn(&str) -> bool) -> bool {
    let book = store.book();
    (0..)
        .map_while(|at| book.info(at))
        .any(|info| counts(&info.family) && info.coverage.contains(u32::from(c)))
}

/// What has no shape of its own needs no font: spaces, controls, and what
/// only tells how its neighbours join (Unicode, `Default_Ignorable_Code_Point`).
fn is_seen(c: char) -> bool {
    let ignorable = matches!(
        u32::from(c),
        0xAD | 0x34F | 0x61C | 0x180B..=0x180F | 0x200B..=0x200F | 0x202A..=0x202E
            | 0x2060..=0x206F | 0xFE00..=0xFE0F | 0xFEFF | 0xE0000..=0xE0FFF
    );
    !(c.is_whitespace() || c.is_control() || ignorable)
}
