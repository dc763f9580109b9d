//! Which system this is, as far as it matters for installing a browser.

use std::{env::consts::OS, fs, process::Command};

/// Systems that differ in where a browser and its driver come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    /// Debian, or one that is made of its packages.
    Debian,
    /// Ubuntu, or one made of it: its package of this name only installs a snap.
    Ubuntu,
    Fedora,
    Arch,
    Mac,
    Windows,
    Other,
}

impl System {
    /// The system this runs on.
    pub fn this() -> Self {
        match OS {
            "macos" => Self::Mac,
            "windows" => Self::Windows,
            _ => Self::of_release(&fs::read_to_string("/etc/os-release").unwrap_or_default()),
        }
    }

    /// The system that an os-release file tells of (freedesktop.org, os-release).
    fn of_release(file: &str) -> Self {
        let names = |key| {
            let line = file.lines().find_map(|line| line.strip_prefix(key));
            line.unwrap_or_default()
                .trim_matches(['"', '\''])
                .split_whitespace()
        };
        let is = |name| {
            names("ID=")
                .chain(names("ID_LIKE="))
                .any(|word| word == name)
        };
        if is("ubuntu") {
            Self::Ubuntu
        } else if is("debian") {
            Self::Debian
        } else if is("fedora") {
            Self::Fedora
        } else if is("arch") {
            Self::Arch
        } else {
            Self::Other
        }
    }

    /// What to type to have a browser, its driver and pdftotext.
    pub fn browser_advice(self) -> &'static str {
        match self {
            Self::Debian => "sudo apt-get install chromium chromium-driver poppler-utils",
            Self::Ubuntu => {
                "sudo apt-get install poppler-utils && sudo snap install chromium
  (Ubuntu's apt package of Chromium only installs the snap; where there are no snaps, as in a
  container, put Chrome and chromedriver from
  https://googlechromelabs.github.io/chrome-for-testing/ in PATH)"
            }
            Self::Fedora => "sudo dnf install chromium chromedriver poppler-utils",
            Self::Arch => "sudo pacman -S chromium poppler",
            Self::Mac => "brew install poppler && brew install --cask google-chrome chromedriver",
            Self::Windows => {
                "winget install Google.Chrome Chromium.ChromeDriver oschwartz10612.Poppler
  (and open a new terminal)"
            }
            Self::Other => {
                "poppler from your system; Chrome and chromedriver from there too, or from
  https://googlechromelabs.github.io/chrome-for-testing/ into PATH"
            }
        }
    }
}

/// Whether we may install packages.
pub fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}

#[cfg(test)]
mod tests {
    use super::System;

    #[test]
    fn systems_are_told_by_their_release_file() {
        let check = |file, system| assert_eq!(System::of_release(file), system, "{file}");
        check("NAME=\"Debian GNU/Linux\"\nID=debian\n", System::Debian);
        check("ID=raspbian\nID_LIKE=debian\n", System::Debian);
        check("ID=ubuntu\nID_LIKE=debian\n", System::Ubuntu);
        check("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", System::Ubuntu);
        check(
            "ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n",
            System::Fedora,
        );
        check("ID=manjaro\nID_LIKE=arch\n", System::Arch);
        check("ID=alpine\n", System::Other);
        check("", System::Other);
    }
}
