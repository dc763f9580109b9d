//! A `WebDriver` server that runs as long as the browser tests do.

use crate::{
    browser::Browser,
    port,
    project::{self, Result},
};
use std::{
    fs::{self, File},
    io::Write,
    net::{Ipv4Addr, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

/// What the driver has to say: usually nothing that anyone wants to read.
const LOG: &str = "target/chromedriver.log";

/// How long it may take to start, and to end.
const PATIENCE: Duration = Duration::from_secs(20);

/// The running server; dropping it ends it, and every browser it has started.
pub struct Driver {
    server: Child,
    port: u16,
}

impl Driver {
    /// Starts the server on a free port of 127.0.0.1 and waits until it answers.
    pub fn start(browser: &Browser) -> Result<Self> {
        let port = port::any_free()?;
        let log = project::root().join(LOG);
        let cannot = |error| format!("cannot run {}: {error}", browser.driver.display());
        let server = log_file(&log)
            .and_then(|(output, errors)| {
                let mut command = Command::new(&browser.driver);
                command.arg(format!("--port={port}")).stdin(Stdio::null());
                command.stdout(output).stderr(errors).spawn()
            })
            .map_err(cannot)?;
        let mut driver = Self { server, port };
        let start = Instant::now();
        while driver.connect().is_none() {
            let ended = driver.server.try_wait().map_err(cannot)?.is_some();
            if ended || start.elapsed() > PATIENCE {
                return Err(format!(
                    "chromedriver does not answer, see {}",
                    log.display()
                ));
            }
            sleep(Duration::from_millis(50));
        }
        Ok(driver)
    }

    /// Where it is spoken to.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn connect(&self) -> Option<TcpStream> {
        TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).ok()
    }

    /// Asked politely, the driver closes its browsers first. Killed, it would leave them behind.
    fn shut_down(&mut self) -> Option<()> {
        let mut stream = self.connect()?;
        let request = format!(
            "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n",
            self.port
        );
        stream.write_all(request.as_bytes()).ok()?;
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if self.server.try_wait().ok()?.is_some() {
                return Some(());
            }
            sleep(Duration::from_millis(50));
        }
        None
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if self.shut_down().is_none() {
            // It may be gone already, which is all that is wanted.
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
    }
}

fn log_file(path: &Path) -> std::io::Result<(File, File)> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    let file = File::create(path)?;
    Ok((file.try_clone()?, file))
}
