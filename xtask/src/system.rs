//! Which system this is, as far as it matters for installing what the tests need from it.

use crate::{
    engine::Engine,
    project::{self, Result},
};
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

    /// What to type to have an engine's browser, its driver, and what the tests need beside it.
    pub fn browser_advice(self, engine: Engine) -> &'static str {
        match (engine, self) {
            (Engine::Chromium, _) => self.chromium_advice(),
            (Engine::Firefox, Self::Debian) => {
                "sudo apt-get install firefox-esr poppler-utils fonts-liberation"
            }
            (Engine::Firefox, Self::Ubuntu) => {
                "sudo apt-get install poppler-utils fonts-liberation && sudo snap install firefox"
            }
            (Engine::Firefox, Self::Fedora) => {
                "sudo dnf install firefox poppler-utils liberation-sans-fonts"
            }
            (Engine::Firefox, Self::Arch) => "sudo pacman -S firefox poppler ttf-liberation",
            (Engine::Firefox, Self::Mac) => "brew install poppler && brew install --cask firefox",
            (Engine::Firefox, Self::Windows) => {
                "winget install Mozilla.Firefox oschwartz10612.Poppler"
            }
            (Engine::Firefox, Self::Other) => {
                "Firefox, poppler and a font like Arial from your system"
            }
            (Engine::WebKit, Self::Debian | Self::Ubuntu) => {
                "sudo apt-get install webkit2gtk-driver libwebkit2gtk-4.1-0 xvfb"
            }
            (Engine::WebKit, Self::Mac | Self::Windows) => {
                "its GTK port, which is what is tested, is there for Linux only"
            }
            (Engine::WebKit, _) => {
                "WebKitGTK with MiniBrowser and WebKitWebDriver, and Xvfb, from your system"
            }
        }
    }

    /// What to type to have Chromium, its driver, pdftotext and a font.
    fn chromium_advice(self) -> &'static str {
        match self {
            Self::Debian => "sudo apt-get install chromium chromium-driver poppler-utils fonts-liberation",
            Self::Ubuntu => {
                "sudo apt-get install poppler-utils fonts-liberation && sudo snap install chromium
  (Ubuntu's apt package of Chromium only installs the snap; where there are no snaps, as in a
  container, put Chrome and chromedriver from
  https://googlechromelabs.github.io/chrome-for-testing/ in PATH)"
            }
            Self::Fedora => "sudo dnf install chromium chromedriver poppler-utils liberation-sans-fonts",
            Self::Arch => "sudo pacman -S chromium poppler ttf-liberation",
            Self::Mac => "brew install poppler && brew install --cask google-chrome chromedriver",
            Self::Windows => {
                "winget install Google.Chrome Chromium.ChromeDriver oschwartz10612.Poppler
  (and open a new terminal)"
            }
            Self::Other => {
                "poppler and a font like Arial from your system; Chrome and chromedriver from there too, or from
  https://googlechromelabs.github.io/chrome-for-testing/ into PATH"
            }
        }
    }

    /// What to type to have a compiler of C++.
    pub fn compiler_advice(self) -> &'static str {
        match self {
            Self::Debian | Self::Ubuntu => "sudo apt-get install g++",
            Self::Fedora => "sudo dnf install gcc-c++",
            Self::Arch => "sudo pacman -S gcc",
            Self::Mac => "xcode-select --install",
            Self::Windows | Self::Other => "from your system",
        }
    }

    /// What to type to have pandoc, poppler's tools, and Python with venv.
    pub fn oracles_advice(self) -> &'static str {
        match self {
            Self::Debian | Self::Ubuntu => {
                "sudo apt-get install pandoc poppler-utils python3 python3-venv"
            }
            Self::Fedora => "sudo dnf install pandoc poppler-utils python3",
            Self::Arch => "sudo pacman -S pandoc-cli poppler python",
            Self::Mac => "brew install pandoc poppler python",
            Self::Windows => {
                "winget install JohnMacFarlane.Pandoc oschwartz10612.Poppler Python.Python.3.13
  (and open a new terminal)"
            }
            Self::Other => "from your system",
        }
    }
}

/// Installs Debian's packages, for whoever may; `why` says what they are.
pub fn apt_install(packages: &[&str], why: &str) -> Result {
    println!("set-up: apt-get install {}: {why}", packages.join(" "));
    let apt_get = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command.args(arguments);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    // A list that cannot be fetched need not be the one that matters.
    let _ = project::run(&mut apt_get(&["update"]), "apt-get update");
    let mut install = apt_get(&["install", "--yes", "--no-install-recommends"]);
    project::run(install.args(packages), "apt-get install")
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
