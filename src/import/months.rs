//! The words of dates in several languages: months, seasons, the present.
//!
//! Never knows how they are put together.

use unicode_normalization::UnicodeNormalization;

/// English, German, French, Spanish, Italian, Dutch and Portuguese, with
/// their short forms, without accents.
const MONTHS: [&str; 12] = [
    "jan january januar jaenner janner januari janvier janv enero ene gennaio gen janeiro",
    "feb february februar feber februari fevrier fevr fev febrero febbraio fevereiro",
    "mar march marz maerz mrz maart mrt mars marzo marco",
    "apr april avril avr abril abr aprile",
    "may mai mayo maggio mag mei maio",
    "jun june juni juin junio giugno giu junho",
    "jul july juli juillet juil julio luglio lug julho",
    "aug august augustus aout agosto ago",
    "sep sept september septembre septiembre setiembre settembre set setembro",
    "oct october okt oktober octobre octubre ottobre ott outubro out",
    "nov november novembre noviembre novembro",
    "dec december dez dezember decembre dic diciembre dicembre dezembro",
];

/// Seasons with their first and last month, north of the equator.
const SEASONS: [(&str, u8, u8); 7] = [
    ("ws wintersemester", 10, 12),
    ("ss sose sommersemester", 4, 9),
    (
        "spring fruhling fruhjahr printemps primavera voorjaar lente",
        3,
        5,
    ),
    ("summer sommer ete verano estate zomer verao", 6, 8),
    (
        "fall autumn herbst automne otono autunno herfst outono",
        9,
        11,
    ),
    ("h1", 1, 6),
    ("h2", 7, 12),
];

const PRESENT: &str = "present now today current currently ongoing heute jetzt aktuell laufend \
    aujourd'hui aujourdhui present actuel actuellement actualidad presente actualmente hoy oggi \
    attuale heden nu atual atualmente hoje date";

const SINCE: &str = "since from seit ab depuis desde dal dall' sinds vanaf";

const UNTIL: &str = "until till bis jusqu'en jusqu'a hasta fino tot ate";

const TO: &str = "to bis a au al until till hasta tot ate through thru";

/// Words that only join the parts of a date.
const JOINING: &str = "de del di of the en im in";

/// Words about a date that it can stand with.
const ABOUT: &str = "expected graduated graduation anticipated planned est estimated voraussichtlich \
    prevu previsto prevista";

fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

/// In lower case, without accents.
pub fn folded(word: &str) -> String {
    let word = word.replace('’', "'").to_lowercase();
    word.nfd()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .collect()
}

pub fn month(word: &str) -> Option<u8> {
    let at = MONTHS.iter().position(|names| has(names, word))?;
    Some(at as u8 + 1)
}

pub fn season(word: &str) -> Option<(u8, u8)> {
    let season = SEASONS.iter().find(|(names, _, _)| has(names, word))?;
    Some((season.1, season.2))
}

/// `q1` to `q4`.
pub fn quarter(word: &str) -> Option<(u8, u8)> {
    let number: u8 = word.strip_prefix('q')?.parse().ok()?;
    (1..=4)
        .contains(&number)
        .then(|| (number * 3 - 2, number * 3))
}

pub fn is_present(word: &str) -> bool {
    has(PRESENT, word)
}

pub fn is_since(word: &str) -> bool {
    has(SINCE, word)
}

pub fn is_until(word: &str) -> bool {
    has(UNTIL, word)
}

pub fn is_to(word: &str) -> bool {
    has(TO, word)
}

pub fn is_joining(word: &str) -> bool {
    has(JOINING, word)
}

pub fn is_about(word: &str) -> bool {
    has(ABOUT, word)
}
