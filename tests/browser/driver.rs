//! The driver of a browser, a server that speaks `WebDriver`: one for each session, since two of
//! the three engines' drivers take no more than one. Knows no command of the protocol.

use std::{
    env,
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

use crate::browser;

/// How long it may take to start, on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running driver; dropping it ends it, once its session has closed the browser.
pub struct Driver {
    process: Child,
    beside: Option<Child>,
    port: u16,
    room: TempDir,
}

impl Driver {
    /// Starts the driver on a free port of this machine, and waits until it listens. Its browsers
    /// are in a time zone, if one is given.
    pub fn start(zone: Option<&str>) -> Self {
        let program = env::var_os("WEBDRIVER").expect(
            "WEBDRIVER is to name the driver's program: run the browser tests with `cargo xtask test`",
        );
        let port = free_port();
        let mut command = Command::new(&program);
        command.arg(format!("--port={port}"));
        command.envs(zone.map(|zone| ("TZ", zone)));
        let beside = browser::prepare(&mut command);
        let quiet = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let process = quiet.spawn().unwrap_or_else(|error| {
            panic!("cannot run {}: {error}", program.display());
        });
        let driver = Self {
            process,
            beside,
            port,
            room: TempDir::new().expect("a folder can be made"),
        };
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(start.elapsed() < PATIENCE, "the driver does not answer");
            thread::sleep(Duration::from_millis(5));
        }
        driver
    }

    /// A folder for the browser, which is gone with the driver.
    pub fn room(&self) -> &Path {
        self.room.path()
    }

    /// Where it is spoken to.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        for process in [&mut self.process].into_iter().chain(&mut self.beside) {
            // It may be gone already, which is all that is wanted.
            let _ = process.kill();
            let _ = process.wait();
        }
        browser::leave(self.room());
    }
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .expect("a free port")
        .port()
}
