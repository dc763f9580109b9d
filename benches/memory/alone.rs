//! A browser that nobody drives: a driver makes the process of an empty page 2 to 3 MB larger.
//!
//! Never touches the page.

use std::{
    env,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::Duration,
};

use tempfile::TempDir;

use crate::{
    renderer::{self, Memory},
    rig::{browser, chromium},
};

/// The memory of a page's renderer so many seconds after a browser was started with it.
pub fn visit<const MOMENTS: usize>(url: &str, moments: [u64; MOMENTS]) -> [Memory; MOMENTS] {
    let _browser = Browser::start(url);
    let mut now = 0;
    moments.map(|moment| {
        sleep(Duration::from_secs(moment - now));
        now = moment;
        renderer::memory()
    })
}

/// Ends with this, and its profile with it.
struct Browser {
    process: Child,
    _profile: TempDir,
}

impl Browser {
    fn start(url: &str) -> Self {
        let program = env::var_os("BROWSER_PATH")
            .expect("BROWSER_PATH is to name the browser: run this with `cargo xtask bench`");
        let profile = tempfile::tempdir().expect("a folder can be made");
        let mut command = Command::new(program);
        command
            .args(chromium::arguments(&browser::ARGUMENTS))
            .arg("--window-size=1280,900")
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg(url)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        Self {
            process: command.spawn().expect("the browser can be started"),
            _profile: profile,
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // It may have ended by itself, which the figures tell.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
