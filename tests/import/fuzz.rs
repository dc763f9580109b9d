//! What holds of every file, however broken: it is read or refused, in little
//! time, what comes of it can be read, and no word is lost.
//!
//! `RESUME_FUZZ_ITERATIONS` says how many files are tried.

use std::env;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use resume::export;
use resume::source::{self, Audience};

use crate::fixtures::{all, notes, read};
use crate::words::{lost, of_markdown};

/// Pieces that mean something in one of the forms.
const PIECES: [&str; 64] = [
    "",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    " ",
    "    ",
    "- ",
    "* ",
    "+ ",
    "1. ",
    ":   ",
    ": ",
    "~   ",
    "#",
    "## ",
    "===",
    "---",
    "\n---\n",
    "|",
    "| ",
    " | ",
    "||",
    "`",
    "```\n",
    "*",
    "**",
    "_",
    "[",
    "]",
    "(",
    ")",
    "](",
    "[^1]",
    "[^1]: ",
    "^[",
    "<!-- ",
    " -->",
    "<b>",
    "</a>",
    "<a href=\"",
    "<",
    ">",
    "> ",
    "&amp;",
    "&",
    "\\",
    "\"",
    "'",
    "{",
    "}",
    "]{.a}",
    ",",
    "% ",
    " at ",
    "Jan 2017",
    "2010–2014",
    "since ",
    "https://a.b",
    "a@b.c",
    "\u{feff}",
    "\u{0}",
    "é",
    "👩‍🚀",
];

/// A small generator of numbers (xorshift64*), the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        number as usize % limit.max(1)
    }
}

fn mutate(random: &mut Random, bytes: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    // Most of the time and of the mistakes are in short files.
    if random.below(3) > 0 && bytes.len() > 400 {
        let start = random.below(bytes.len() - 400);
        bytes = bytes[start..start + 100 + random.below(300)].to_vec();
    }
    for _ in 0..=random.below(8) {
        let at = random.below(bytes.len() + 1);
        let end = (at + random.below(24)).min(bytes.len());
        match random.below(6) {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let part = bytes[at..end].repeat(1 + random.below(6));
                bytes.splice(at..at, part);
            }
            2 => {
                let from = random.below(other.len());
                let to = (from + random.below(80)).min(other.len());
                bytes.splice(at..at, other[from..to].iter().copied());
            }
            3 if !bytes.is_empty() => {
                let at = at.min(bytes.len() - 1);
                bytes[at] = random.below(256) as u8;
            }
            _ => {
                let piece = PIECES[random.below(PIECES.len())];
                let piece = piece.repeat(1 + random.below(3));
                bytes.splice(at..end, piece.bytes());
            }
        }
    }
    bytes
}

/// How long a small file may take, on a machine that is busy.
const SLOWEST: Duration = Duration::from_secs(5);

#[test]
fn every_slip_is_answered() {
    let count = env::var("RESUME_FUZZ_ITERATIONS")
        .ok()
        .and_then(|count| count.parse().ok());
    let seed = env::var("RESUME_FUZZ_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok());
    let mut files = all();
    files.push(("export.zip".to_owned(), crate::linkedin::export()));
    let whole = source::parse(
        "a".as_ref(),
        include_str!("json/ours.json"),
        Audience::Owner,
    );
    let whole = whole.unwrap().editions.remove(0);
    let forms = [
        export::markdown(&whole.resume),
        export::json_resume(&whole.json),
    ];
    files.extend(forms.map(|form| ("own".to_owned(), form.into_bytes())));
    let mut random = Random(seed.unwrap_or(0x1234_5678_9abc_def1));
    for number in 0..count.unwrap_or(400) {
        let (name, bytes) = &files[random.below(files.len())];
        let other = &files[random.below(files.len())].1;
        let bytes = mutate(&mut random, bytes, other);
        let start = Instant::now();
        let made = std::panic::catch_unwind(|| read(name, &bytes));
        let Ok(made) = made else {
            panic!(
                "number {number}, of {name}:\n{}",
                String::from_utf8_lossy(&bytes)
            );
        };
        assert!(
            start.elapsed() < SLOWEST,
            "{name}: {}",
            String::from_utf8_lossy(&bytes)
        );
        if let Some(import) = made {
            let size = import.yaml.len();
            assert!(size < 20_000 + 40 * bytes.len(), "{name}: {size} bytes");
        }
    }
}

fn keeps_words(text: &str) -> Result<(), TestCaseError> {
    if let Some(import) = read("a.md", text.as_bytes())
        && import.form == resume::import::Form::Markdown
    {
        let words = of_markdown(text);
        let lost = lost(words, &import.yaml, &notes(&import));
        prop_assert!(lost.is_empty(), "{:?} of {:?}\n{}", lost, text, import.yaml);
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        read("a", &bytes);
        let mut zip = b"PK\x03\x04".to_vec();
        zip.extend(bytes);
        read("a.zip", &zip);
    }

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        read("a.md", text.as_bytes());
        let json = serde_json::json!({"basics": {"name": "A"}, "work": [{"name": text}]});
        read("a.json", json.to_string().as_bytes());
    }

    #[test]
    fn no_word_of_any_pieces_is_lost(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "\n", "\n\n", "# ", "## ", "- ", "    ", ":   ", "Work\n===\n\n", "## Skills\n\n", "## Education\n\n",
            "alpha ", "Beta ", "at ", ", ", "Gamma Ltd ", "*delta* ", "**Epsilon** ", "[zeta](https://z.example) ",
            "(Eta) ", "2010-2014 ", "theta iota kappa ", ". ", "> ", "| ", " | ", ": ", "; ", "`lambda` ", "mu@example.org ",
            "\\\n", "- nu: xi, omicron\n",
        ]), 0..30),
    ) {
        keeps_words(&pieces.concat())?;
    }

    #[test]
    fn any_value_is_read_back(text in "[ -~\u{a0}é\u{2028}\u{feff}👩\n\t\\[\\]*_`<>&#:'\"|-]{0,120}") {
        let json = serde_json::json!({"basics": {"name": "A"}, "work": [{"name": "B", "summary": text, "highlights": [text]}]});
        if let Some(import) = read("a.json", json.to_string().as_bytes()) {
            let parse = |text: &str| {
                let source = source::parse("a".as_ref(), text, Audience::World);
                source.map(|source| source.whole().clone())
            };
            if let (Ok(before), Ok(after)) = (parse(&json.to_string()), parse(&import.yaml)) {
                // Texts of several paragraphs are one line of a list.
                if !text.contains('\n') {
                    prop_assert_eq!(before, after);
                }
            }
        }
    }
}
