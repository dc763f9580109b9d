//! Chromium or Chrome on this machine, and the driver of its version.
//!
//! Never here: what is done where there is none; browser.rs does that.

use crate::{
    tools::{on_path, version_of},
    version::Version,
};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

const BROWSERS: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];
const DRIVERS: [&str; 2] = ["chromedriver", "chromium.chromedriver"];

/// Where browsers are that are not in PATH.
const MAC_PROGRAMS: [&str; 2] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const WINDOWS_PROGRAMS: [&str; 2] = [
    "Chromium/Application/chrome.exe",
    "Google/Chrome/Application/chrome.exe",
];

/// The first browser and the first driver that go together.
pub fn find() -> Option<(PathBuf, PathBuf)> {
    let drivers: Vec<_> = DRIVERS
        .iter()
        .filter_map(|name| on_path(name))
        .filter_map(|driver| Some((version_of(&driver)?, driver)))
        .collect();
    programs().into_iter().find_map(|program| {
        let version = browser_version(&program)?;
        let (_, driver) = drivers
            .iter()
            .find(|(driver, _)| go_together(version, *driver))?;
        Some((program, driver.clone()))
    })
}

fn programs() -> Vec<PathBuf> {
    let mut programs: Vec<_> = BROWSERS.iter().filter_map(|name| on_path(name)).collect();
    programs.extend(
        MAC_PROGRAMS
            .iter()
            .map(PathBuf::from)
            .filter(|path| path.is_file()),
    );
    for folder in ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"] {
        let Some(folder) = env::var_os(folder).map(PathBuf::from) else {
            continue;
        };
        programs.extend(
            WINDOWS_PROGRAMS
                .iter()
                .map(|path| folder.join(path))
                .filter(|path| path.is_file()),
        );
    }
    programs
}

/// Chrome on Windows answers no questions, but has a folder beside it named after its version.
fn browser_version(program: &Path) -> Option<Version> {
    if cfg!(windows) {
        let files = fs::read_dir(program.parent()?).ok()?;
        let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
        return names.filter_map(|name| Version::find(&name)).max();
    }
    version_of(program)
}

/// A driver drives browsers of its own major version.
fn go_together(browser: Version, driver: Version) -> bool {
    browser.0 == driver.0
}

#[cfg(test)]
mod tests {
    use super::go_together;
    use crate::version::Version;

    #[test]
    fn only_the_major_version_has_to_be_the_same() {
        assert!(go_together(Version(156, 0, 8078), Version(156, 1, 2)));
        assert!(!go_together(Version(156, 0, 8078), Version(155, 0, 8078)));
    }
}
