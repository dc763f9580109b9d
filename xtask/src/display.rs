//! A screen that nobody sees, for a browser that has to have one: Xvfb.

use crate::project::Result;
use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

/// A running screen; dropping it ends it.
pub struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// Starts it under a number that is free, and waits until it is there.
    pub fn start() -> Result<Self> {
        let cannot = |error| format!("cannot run Xvfb: {error}");
        let mut server = Command::new("Xvfb")
            // It says on its output which number it took. Without -noreset it would begin anew, and
            // turn browsers away meanwhile, whenever the last one closes.
            .args(["-displayfd", "1", "-screen", "0", "2560x1600x24"])
            .args(["-nolisten", "tcp", "-noreset"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(cannot)?;
        let mut number = String::new();
        if let Some(output) = server.stdout.take() {
            BufReader::new(output)
                .read_line(&mut number)
                .map_err(cannot)?;
        }
        let display = Self {
            server,
            name: format!(":{}", number.trim()),
        };
        if display.name == ":" {
            return Err("Xvfb ends as soon as it is started".to_owned());
        }
        Ok(display)
    }

    /// What `DISPLAY` is to say.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // It may be gone already, which is all that is wanted.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
