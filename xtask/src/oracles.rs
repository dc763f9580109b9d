//! What the tests hold the exports against: programs and packages that know each form better than
//! we do. None of it is linked to the project or shipped with it.
//!
//! Here lives the list. Never here: what is asked of them.

use crate::{
    install,
    project::{self, Result},
    system::{self, System},
    tools::on_path,
};
use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Programs of the system, each with Debian's package of it.
const PROGRAMS: [(&str, &str); 4] = [
    ("pandoc", "pandoc"),
    ("pdftotext", "poppler-utils"),
    ("pdfinfo", "poppler-utils"),
    ("python3", "python3"),
];

/// Python packages, which go into a virtual environment of their own.
const PYTHON: [&str; 4] = [
    "outloud==0.2.1",
    "pdfua==0.1.3",
    "python-docx==1.2.0",
    "vobject==0.9.9",
];

/// Packages from npm.
const NODE: [&str; 2] = ["@jsonresume/schema@1.3.1", "yaml@2.9.1"];

/// React, with a bundler.
const REACT: [&str; 3] = ["esbuild@0.28.2", "react@19.3.1", "react-dom@19.3.1"];

/// All of it, ready to be asked.
pub struct Oracles {
    python: PathBuf,
    modules: PathBuf,
}

impl Oracles {
    /// Sees to it that everything is there.
    pub fn ensure() -> Result<Self> {
        ensure_programs()?;
        Ok(Self {
            python: ensure_python()?,
            modules: node("node", &NODE)?,
        })
    }

    /// Tells a command where they are: in `RESUME_PYTHON` the interpreter that has the packages,
    /// in `RESUME_NODE_MODULES` the folder of npm's.
    pub fn tell<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command
            .env("RESUME_PYTHON", &self.python)
            .env("RESUME_NODE_MODULES", &self.modules)
    }
}

fn ensure_programs() -> Result {
    let there = || PROGRAMS.iter().all(|(name, _)| on_path(name).is_some()) && has_venv();
    if there() {
        return Ok(());
    }
    let system = System::this();
    if matches!(system, System::Debian | System::Ubuntu) && system::is_root() {
        let mut packages = vec!["python3-venv"];
        packages.extend(PROGRAMS.iter().map(|(_, package)| package));
        packages.dedup();
        system::apt_install(&packages, "what the exports are held against")?;
        if there() {
            return Ok(());
        }
    }
    Err(format!(
        "the tests of the exports need pandoc, poppler's tools, and Python 3 with venv; some of it \
         is missing\n  install it: {}",
        system.oracles_advice()
    ))
}

/// Debian's Python comes without what a virtual environment is made with.
fn has_venv() -> bool {
    let mut python = Command::new("python3");
    python.args(["-c", "import ensurepip, venv"]);
    let status = python.stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

fn ensure_python() -> Result<PathBuf> {
    let interpreter = if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    };
    let folder = ensure("python", &PYTHON, |folder| {
        let mut venv = Command::new("python3");
        project::run(venv.args(["-m", "venv"]).arg(folder), "python3 -m venv")?;
        let mut pip = Command::new(folder.join(interpreter));
        pip.args(["-m", "pip", "install", "--quiet"]);
        pip.arg("--disable-pip-version-check").args(PYTHON);
        project::run(&mut pip, "pip install")
    })?;
    Ok(folder.join(interpreter))
}

/// Sees to it that React is there, which the bench holds the page against, and answers npm's folder.
pub fn ensure_react() -> Result<PathBuf> {
    node("react", &REACT)
}

fn node(kind: &str, packages: &[&str]) -> Result<PathBuf> {
    let folder = ensure(kind, packages, |folder| {
        let npm = on_path("npm").ok_or("there is no npm to fetch them with; install Node.js")?;
        let mut npm = Command::new(npm);
        npm.args(["install", "--no-audit", "--no-fund", "--loglevel=error"]);
        npm.arg("--prefix").arg(folder).args(packages);
        project::run(&mut npm, "npm install")
    })?;
    Ok(folder.join("node_modules"))
}

/// A folder with just these packages: each list has its own, so that clones may differ.
fn ensure(kind: &str, packages: &[&str], fetch: impl Fn(&Path) -> Result) -> Result<PathBuf> {
    let mut hasher = DefaultHasher::new();
    packages.hash(&mut hasher);
    let folder = install::folder()?.join(format!("{kind}-{:016x}", hasher.finish()));
    // Written last: without it the folder is half made.
    let whole = folder.join("whole");
    if whole.is_file() {
        return Ok(folder);
    }
    let _lock = install::lock()?;
    if whole.is_file() {
        return Ok(folder);
    }
    println!(
        "set-up: {}, which the page or its exports are held against, is missing: fetching it",
        packages.join(", ")
    );
    fetch(&folder)?;
    fs::write(&whole, "").map_err(|error| format!("cannot write {}: {error}", whole.display()))?;
    Ok(folder)
}
