//! The engines that the browser tests run in, and what of the tests each leaves out, and why.
//!
//! Never here: how an engine is found on this machine; browser.rs does that.

use crate::project::Result;

/// A browser engine, and the browser that stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// What an engine leaves out: tests with this in their names, and why.
type LeftOut = (&'static str, &'static str);

const AXE: LeftOut = (
    "axe::",
    "it looks at the document, which is the same in each, and takes long",
);

const FULL_DISK: LeftOut = (
    "offline::a_full_disk_is_no_matter",
    "its driver does not limit what is stored",
);

impl Engine {
    /// All of them, the one first that the others are measured by.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// What it is called on the command line and by the tests.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The engine of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|engine| engine.name() == name)
    }

    /// What it leaves out, since it cannot do it or would see just what another engine sees;
    /// everything else it has to pass.
    pub fn left_out(self) -> &'static [LeftOut] {
        match self {
            Self::Chromium => &[],
            Self::Firefox => &[
                AXE,
                (
                    "print::all_text_is_printed_in_the_order_of_the_page",
                    "it prints nothing in the margins of a sheet",
                ),
                (
                    "sheets::each_sheet_ends_with_the_name_and_its_number",
                    "it prints nothing in the margins of a sheet",
                ),
                (
                    "sheets::nothing_is_stranded_wherever_a_sheet_ends",
                    "it ends sheets after headlines that ask it not to",
                ),
                FULL_DISK,
            ],
            Self::WebKit => &[
                ("print::", "its driver does not print"),
                ("sheets::", "its driver does not print"),
                AXE,
                (
                    "layout::what_a_finger_is_to_hit_is_as_large_as_one",
                    "its driver does not pretend to be a phone",
                ),
                FULL_DISK,
            ],
        }
    }

    /// Tells what of these tests is left out, and why. What leaves out no test any more is a mistake.
    pub fn tell_left_out(self, tests: &[String]) -> Result {
        for (part, why) in self.left_out() {
            let count = tests.iter().filter(|name| name.contains(part)).count();
            let (engine, all) = (self.name(), tests.len());
            if count == 0 {
                return Err(format!("{engine} is to leave out {part}, which no test is"));
            }
            println!("test: {engine} leaves out {count} of {all} tests: {part}, since {why}");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Engine;

    #[test]
    fn engines_are_known_by_their_names() {
        for engine in Engine::ALL {
            assert_eq!(Engine::named(engine.name()), Some(engine));
        }
        assert_eq!(Engine::named("lynx"), None);
    }

    #[test]
    fn what_is_left_out_has_to_be_there() {
        let parts = Engine::WebKit.left_out().iter();
        let tests: Vec<_> = parts.map(|(part, _)| (*part).to_owned()).collect();
        assert_eq!(Engine::WebKit.tell_left_out(&tests), Ok(()));
        assert!(Engine::WebKit.tell_left_out(&tests[1..]).is_err());
    }
}
