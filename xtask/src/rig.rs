//! What the tests, the bench and the pictures have in common: the compiled app, a browser, and a
//! program that drives the page in it.
//!
//! Never here: what that program does.

use crate::{
    browser::Browser,
    build,
    driver::Driver,
    project::{self, Result},
    tools::Toolbox,
};
use std::{path::Path, process::Command};

/// All that has to be installed for it.
pub struct Rig {
    tools: Toolbox,
    browser: Browser,
}

impl Rig {
    /// Sees to it that everything is there.
    pub fn ensure() -> Result<Self> {
        Ok(Self {
            tools: Toolbox::ensure(true)?,
            browser: Browser::ensure()?,
        })
    }

    /// Builds the app, and the site into a folder of its own.
    pub fn build(&self, site: &str) -> Result {
        build::site(&self.tools, Path::new(site), |trunk| trunk)
    }

    /// Runs a cargo command whose program drives the page, and tells it where app and browser are.
    pub fn run(&self, cargo: &mut Command) -> Result {
        let driver = Driver::start(&self.browser)?;
        cargo
            .env("RESUME_APP", project::root().join(build::APP))
            .env("WEBDRIVER", driver.url())
            .env("BROWSER", "chromium")
            .env("BROWSER_PATH", &self.browser.program);
        let verb = cargo.get_args().next().unwrap_or_default().display();
        let what = format!("cargo {verb}");
        project::run(cargo, &what)
    }
}
