//! The browsers that the tests drive, the drivers that go with them, and what reads their printed
//! pages.
//!
//! They come from the system. Only where that is Debian and we may, they are installed here;
//! elsewhere the error says what to install. Firefox's driver is a crate, and one of our tools.

use crate::{
    chrome,
    engine::Engine,
    project::Result,
    system::{self, System},
    tools::{self, Source, Tool, on_path},
    version::Version,
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];
const MAC_FIREFOX: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";
const WINDOWS_FIREFOX: &str = "C:/Program Files/Mozilla Firefox/firefox.exe";

/// Where systems put the browser of WebKit's GTK port, below a folder of its version; `ARCH` stands
/// for the machine's own.
const WEBKIT_FOLDERS: [&str; 4] = [
    "/usr/libexec",
    "/usr/lib",
    "/usr/lib64",
    "/usr/lib/ARCH-linux-gnu",
];

/// Says in `--face` which fonts the page names.
const TOKENS: &str = include_str!("../../style/tokens.css");

fn geckodriver() -> Tool {
    Tool {
        program: "geckodriver",
        purpose: "drives Firefox for the tests",
        accepted: Version(0, 36, 0)..Version(1, 0, 0),
        version: Version(0, 37, 1),
        source: Source::Crate("geckodriver", &["--locked"]),
    }
}

/// A browser and a driver that understands it.
pub struct Browser {
    pub engine: Engine,
    /// The browser itself.
    pub program: PathBuf,
    /// The server that remote-controls it.
    pub driver: PathBuf,
}

impl Browser {
    /// Finds both, and what reads the pages it prints, or installs them.
    pub fn ensure(engine: Engine) -> Result<Self> {
        if let Some(browser) = Self::find(engine)? {
            return Ok(browser);
        }
        let system = System::this();
        if system == System::Debian && system::is_root() {
            let (packages, what) = packages(engine);
            system::apt_install(packages, what)?;
            if let Some(browser) = Self::find(engine)? {
                return Ok(browser);
            }
        }
        let (_, what) = packages(engine);
        Err(format!(
            "the tests in {} need {what}; some of it is missing
  install it: {}",
            engine.name(),
            system.browser_advice(engine)
        ))
    }

    /// Nothing where the system does not have it; an error where our own tools cannot be had.
    fn find(engine: Engine) -> Result<Option<Self>> {
        let found = match engine {
            Engine::Chromium => printing().and_then(|()| chrome::find()),
            Engine::Firefox => match printing().and_then(|()| firefox()) {
                Some(program) => Some((program, tools::program(&geckodriver())?)),
                None => None,
            },
            Engine::WebKit => {
                needed("Xvfb").and_then(|()| Some((mini_browser()?, on_path("WebKitWebDriver")?)))
            }
        };
        Ok(found.map(|(program, driver)| Self {
            engine,
            program,
            driver,
        }))
    }
}

/// Debian's packages, and what they are.
fn packages(engine: Engine) -> (&'static [&'static str], &'static str) {
    match engine {
        Engine::Chromium => (
            &[
                "chromium",
                "chromium-driver",
                "poppler-utils",
                "fonts-liberation",
            ],
            "Chromium or Chrome, a chromedriver of the same version, pdftotext, which reads what it \
             prints, and a font that the page names",
        ),
        Engine::Firefox => (
            &["firefox-esr", "poppler-utils", "fonts-liberation"],
            "Firefox, pdftotext, which reads what it prints, and a font that the page names",
        ),
        Engine::WebKit => (
            &["webkit2gtk-driver", "libwebkit2gtk-4.1-0", "xvfb"],
            "WebKit's GTK port with its small browser and its driver, and Xvfb, a screen for it",
        ),
    }
}

fn needed(program: &str) -> Option<()> {
    on_path(program).map(drop)
}

/// What is needed to judge a printed page: what reads it, and one of the fonts that the page names.
/// In a wider one it takes more sheets. Only Linux may have none of them.
fn printing() -> Option<()> {
    needed("pdftotext")?;
    let fonts = Command::new("fc-list").args([":", "family"]).output();
    let named = |fonts: &str| faces().any(|face| fonts.contains(face));
    fonts
        .map_or(true, |fonts| named(&String::from_utf8_lossy(&fonts.stdout)))
        .then_some(())
}

/// The fonts that the page names, and the generic one for who has none of them.
fn faces() -> impl Iterator<Item = &'static str> {
    let mut lines = TOKENS.lines();
    let faces = lines.find_map(|line| line.trim().strip_prefix("--face:"));
    let faces = faces.into_iter().flat_map(|faces| faces.split(','));
    faces.map(|face| face.trim_matches([' ', '"', ';']))
}

fn firefox() -> Option<PathBuf> {
    let elsewhere = [MAC_FIREFOX, WINDOWS_FIREFOX].map(PathBuf::from);
    let elsewhere = elsewhere.into_iter().find(|path| path.is_file());
    FIREFOX.iter().find_map(|name| on_path(name)).or(elsewhere)
}

/// The newest of them.
fn mini_browser() -> Option<PathBuf> {
    let folders = WEBKIT_FOLDERS.map(|folder| folder.replace("ARCH", std::env::consts::ARCH));
    let below = |folder: String| fs::read_dir(folder).into_iter().flatten().flatten();
    let mut programs: Vec<_> = folders
        .into_iter()
        .flat_map(below)
        .filter(|entry| {
            entry
                .file_name()
                .to_string_lossy()
                .starts_with("webkit2gtk-4")
        })
        .map(|entry| entry.path().join("MiniBrowser"))
        .filter(|path: &PathBuf| Path::is_file(path))
        .collect();
    programs.sort();
    programs.pop()
}

#[cfg(test)]
mod tests {
    use super::faces;

    #[test]
    fn the_font_that_is_installed_is_one_the_page_names() {
        assert!(faces().any(|face| face == "Liberation Sans"));
        assert_eq!(faces().last(), Some("sans-serif"));
    }
}
