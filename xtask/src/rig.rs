//! What the tests, the bench and the pictures have in common: the compiled app, browsers, and a
//! program that drives the page in them.
//!
//! Never here: what that program does.

use crate::{
    browser::Browser,
    build,
    project::{self, Result},
    tools::Toolbox,
};
use std::{path::Path, process::Command};

/// What builds the app.
pub struct Rig {
    tools: Toolbox,
}

impl Rig {
    /// Sees to it that everything is there.
    pub fn ensure() -> Result<Self> {
        let tools = Toolbox::ensure(true)?;
        Ok(Self { tools })
    }

    /// Builds the app, and the site into a folder of its own.
    pub fn build(&self, site: &str) -> Result {
        build::site(&self.tools, Path::new(site), |trunk| trunk)
    }
}

/// Runs a cargo command whose program drives the page in a browser.
pub fn run(browser: &Browser, cargo: &mut Command) -> Result {
    tell(browser, cargo);
    let verb = cargo.get_args().next().unwrap_or_default().display();
    let what = format!("cargo {verb}");
    project::run(cargo, &what)
}

/// Tells a command where app and browser are.
pub fn tell(browser: &Browser, cargo: &mut Command) {
    cargo
        .env("RESUME_APP", project::root().join(build::APP))
        .env("WEBDRIVER", &browser.driver)
        .env("BROWSER", browser.engine.name())
        .env("BROWSER_PATH", &browser.program);
}
