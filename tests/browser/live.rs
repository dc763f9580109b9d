//! The page while its file is written: `resume serve`.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::{session::Session, site};

/// After which time a save counts as not seen: ten times what is promised, for a machine that is
/// busy.
const PATIENCE: Duration = Duration::from_secs(10);

struct Served {
    server: Child,
    file: PathBuf,
    session: Session,
}

impl Served {
    /// Serves a file, and opens it in a browser.
    fn new(name: &str, yaml: &str) -> Self {
        let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&dir).expect("a folder for the file");
        let file = dir.join("resume.yaml");
        fs::write(&file, yaml).expect("the file can be written");
        let mut server = Command::new(env!("CARGO_BIN_EXE_resume"))
            .args(["serve", "--no-open", "--port", "0", "--app"])
            .arg(site::compiled())
            .arg(&file)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let mut says = String::new();
        let out = server.stdout.take().expect("it says something");
        BufReader::new(out).read_line(&mut says).expect("a line");
        let url = says.split(' ').next().expect("its address").to_owned();
        let session = Session::start(None, None);
        session.go(&url);
        Self {
            server,
            file,
            session,
        }
    }

    fn save(&self, yaml: &str) {
        fs::write(&self.file, yaml).expect("the file can be written");
    }

    /// Waits until an expression holds, across any number of loads.
    #[track_caller]
    fn see(&self, expression: &str) {
        let start = Instant::now();
        loop {
            let script = format!("return Boolean({expression})");
            if self.session.run(&script, &[]) == json!(true) {
                return;
            }
            assert!(
                start.elapsed() < PATIENCE,
                "not seen: {expression}; the page says {}",
                self.look("document.body.innerText")
            );
            sleep(Duration::from_millis(20));
        }
    }

    fn look(&self, expression: &str) -> Value {
        self.session.run(&format!("return {expression}"), &[])
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

const GOOD: &str = "basics: {name: Ada}\nwork: [{name: Mill, highlights: [Wrote a loop]}]\n";
const BROKEN: &str = "basics: {name: Ada}\nwork: [{name: Mill, startDate: soon}]\n";

#[test]
fn a_save_is_seen_and_a_mistake_is_shown_until_it_is_mended() {
    let page = Served::new("live", GOOD);
    page.see("document.querySelector('h1').textContent === 'Ada'");
    page.see("document.documentElement.dataset.ready !== undefined");

    page.save(&GOOD.replace("a loop", "the first loop"));
    page.see("document.querySelector('main').textContent.includes('the first loop')");
    page.see("document.documentElement.dataset.ready !== undefined");

    page.save(BROKEN);
    page.see(
        "document.querySelector('[role=alert] pre')?.textContent.includes('resume.yaml:2:32')",
    );
    page.see("document.querySelector('main').textContent.includes('the first loop')");

    // The same for whoever comes now.
    page.session.reload();
    page.see("document.querySelector('[role=alert] pre')?.textContent.includes('soon')");

    page.save(GOOD);
    page.see("!document.querySelector('[role=alert]')");
    page.see("document.querySelector('main').textContent.includes('Wrote a loop')");
}

#[test]
fn a_file_that_begins_broken_gets_its_page_once_it_is_mended() {
    let page = Served::new("live-broken", BROKEN);
    page.see(
        "document.querySelector('[role=alert] pre')?.textContent.includes('resume.yaml:2:32')",
    );
    page.save(GOOD);
    page.see("document.querySelector('h1')?.textContent === 'Ada'");
}

#[test]
fn the_place_on_the_page_is_kept() {
    let long = "    - A line\n".repeat(60);
    let yaml =
        |name: &str| format!("basics: {{name: {name}}}\nwork:\n- name: B\n  highlights:\n{long}");
    let page = Served::new("live-place", &yaml("Ada"));
    page.see("document.documentElement.dataset.ready !== undefined");
    page.look("scrollTo(0, 500)");
    page.see("scrollY === 500");
    page.save(&yaml("Eva"));
    page.see("document.querySelector('h1').textContent === 'Eva'");
    page.see("scrollY === 500");
}
