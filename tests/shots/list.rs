//! Which pictures there are: each state on each screen, some oddities, and prints. Never takes one.

use crate::states::{STATES, State, state};

/// A picture of a screen, and one of the whole page at its width.
pub struct Shot {
    pub screen: Screen,
    pub scheme: &'static str,
    /// The reader's own size of text, in pixels; 16 is what browsers start with.
    pub text: u32,
    pub state: State,
}

/// What the page is seen on, in CSS pixels.
#[derive(Clone, Copy)]
pub struct Screen {
    pub width: u32,
    pub height: u32,
}

/// A picture of each page of a print.
pub struct Print {
    pub paper: Paper,
    pub scheme: &'static str,
    pub state: State,
}

/// A size of paper, in centimetres.
#[derive(Clone, Copy)]
pub struct Paper {
    pub name: &'static str,
    pub width: f64,
    pub height: f64,
}

impl Shot {
    /// `1440-dark-rust`: the name of its file without an ending.
    pub fn name(&self) -> String {
        let (width, scheme, state) = (self.screen.width, self.scheme, self.state.name);
        format!("{width}-{scheme}-{state}")
    }
}

impl Print {
    /// `print-a4-rust`: the beginning of the names of its files.
    pub fn name(&self) -> String {
        let (paper, state) = (self.paper.name, self.state.name);
        format!("print-{paper}-{state}")
    }
}

const PHONE: Screen = screen(360, 740);
const TABLET: Screen = screen(768, 1024);
const DESK: Screen = screen(1440, 900);

/// Every state on these, light and dark.
const SCREENS: [Screen; 3] = [PHONE, TABLET, DESK];

/// Where the page should hold out, too: its extremes, mirrored, and with text twice as large.
const ODDITIES: [(Screen, u32, State); 6] = [
    (screen(320, 640), 16, PLAIN),
    (screen(2560, 1440), 16, PLAIN),
    (PHONE, 16, MIRRORED),
    (DESK, 16, MIRRORED),
    (PHONE, 32, state("large", "", |_| ())),
    (DESK, 32, state("large", "", |_| ())),
];

const A4: Paper = paper("a4", 21.0, 29.7);
const LETTER: Paper = paper("letter", 21.59, 27.94);

/// What is printed.
pub const PRINTS: [Print; 4] = [
    print(A4, "light", PLAIN),
    print(LETTER, "light", PLAIN),
    print(A4, "light", STATES[1]),
    print(A4, "dark", state("from-dark", "", |_| ())),
];

const PLAIN: State = STATES[0];
const MIRRORED: State = state("mirrored", "", |page| {
    page.run("document.documentElement.dir = 'rtl'", &[]);
});

/// All pictures of screens.
pub fn screens() -> Vec<Shot> {
    let mut shots = Vec::new();
    for screen in SCREENS {
        for scheme in ["light", "dark"] {
            shots.extend(STATES.map(|state| Shot {
                screen,
                scheme,
                text: 16,
                state,
            }));
        }
    }
    shots.extend(ODDITIES.map(|(screen, text, state)| Shot {
        screen,
        scheme: "light",
        text,
        state,
    }));
    shots
}

const fn screen(width: u32, height: u32) -> Screen {
    Screen { width, height }
}

const fn paper(name: &'static str, width: f64, height: f64) -> Paper {
    Paper {
        name,
        width,
        height,
    }
}

const fn print(paper: Paper, scheme: &'static str, state: State) -> Print {
    Print {
        paper,
        scheme,
        state,
    }
}
