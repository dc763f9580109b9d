//! A static file server, as plain as the hosts the site is meant for, that can also fail as they
//! do. Each test has its own, on a free port of this machine. Knows files, not the page.

use std::{
    fs,
    io::{self, BufRead, BufReader, Read, Write},
    mem,
    net::{SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc, Condvar, Mutex, MutexGuard,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

/// What goes wrong with the files whose name has the ending that it is set for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// The file is not there.
    Missing,
    /// Only the first half of the file was ever uploaded.
    Truncated,
    /// The file is another, which would do the same.
    Changed,
    /// The connection breaks in the middle of the file.
    Dropped,
    /// The host does not know the type of the file.
    WrongType,
    /// Nothing comes until the test says so.
    Held,
    /// The host has too much to do.
    Busy,
    /// Nobody answers, as without a network.
    Away,
    /// The reader's browser runs no scripts. Said by a header, since that works in every browser:
    /// a sandboxed document without scripts is parsed and shown like any with scripts off.
    NoScripts,
    /// A policy of the host's lets scripts run, but compiles no modules.
    NoModules,
    /// A policy of the host's, or of an extension, runs no script in a browser that runs scripts.
    Blocked,
}

const NO_CACHE: &str = "Cache-Control: no-cache\r\n";

/// A running server; it stops when it is dropped.
pub struct Server {
    address: SocketAddr,
    prefix: &'static str,
    shared: Arc<Shared>,
}

struct Shared {
    prefix: &'static str,
    state: Mutex<State>,
    changed: Condvar,
    stopping: AtomicBool,
}

#[derive(Default)]
struct State {
    dir: PathBuf,
    /// Whether browsers get the worker that keeps the page.
    workers: bool,
    /// Whether browsers may keep files for a while, without asking again.
    stored: bool,
    faults: Vec<(&'static str, Fault)>,
    requests: Vec<String>,
    missing: Vec<String>,
    referrers: Vec<String>,
    /// What runs in each page before its own scripts.
    first: String,
    heard: Vec<String>,
    asked_of_others: Vec<String>,
}

impl Server {
    /// Serves a folder under a path, which begins and ends with a slash.
    pub fn start(dir: &Path, prefix: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("a listener has an address");
        let shared = Arc::new(Shared {
            prefix,
            state: Mutex::new(State {
                dir: dir.to_owned(),
                ..State::default()
            }),
            changed: Condvar::new(),
            stopping: AtomicBool::new(false),
        });
        let serving = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming() {
                if serving.stopping.load(Ordering::SeqCst) {
                    break;
                }
                let serving = Arc::clone(&serving);
                // A browser that hangs up early is no business of the server's.
                thread::spawn(move || stream.and_then(|stream| serving.answer(&stream)));
            }
        });
        Self {
            address,
            prefix,
            shared,
        }
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        format!("{}{}", self.origin(), self.prefix)
    }

    pub fn origin(&self) -> String {
        format!("http://{}", self.host())
    }

    /// Where it listens, which is also where a browser may send what it asks of other hosts: that
    /// is noted and not answered.
    pub fn host(&self) -> String {
        self.address.to_string()
    }

    /// From now on, pages that are opened run a script before their own, and hold no trace of it.
    pub fn begin_with(&self, script: &str) {
        let script = format!("<script>{script}\ndocument.currentScript.remove()</script>");
        self.shared.state().first += &script;
    }

    /// What pages have sent to `/heard` since the last call.
    pub fn heard(&self) -> Vec<String> {
        mem::take(&mut self.shared.state().heard)
    }

    /// The addresses that were asked of other hosts since the last call.
    pub fn asked_of_others(&self) -> Vec<String> {
        mem::take(&mut self.shared.state().asked_of_others)
    }

    /// From now on, files with this ending are served with the fault.
    pub fn fail(&self, ending: &'static str, fault: Fault) {
        self.shared.state().faults.push((ending, fault));
    }

    /// From now on, every file is served as it should be, also those that were held back.
    pub fn mend(&self) {
        self.shared.state().faults.clear();
        self.shared.changed.notify_all();
    }

    /// From now on, another folder is what is served.
    pub fn serve(&self, dir: &Path) {
        dir.clone_into(&mut self.shared.state().dir);
    }

    /// From now on nobody answers, as without a network, whatever else is wrong.
    pub fn cut_off(&self) {
        self.shared.state().faults.insert(0, ("", Fault::Away));
    }

    /// From now on, browsers keep the page. Until then they get a worker that does nothing: what
    /// one visit left behind would stand in for what another is to find missing.
    pub fn let_keep(&self) {
        self.shared.state().workers = true;
    }

    /// From now on, browsers may take what they have for an hour, without asking.
    pub fn let_store(&self) {
        self.shared.state().stored = true;
    }

    pub fn was_asked_for(&self, ending: &str) -> bool {
        self.shared
            .state()
            .requests
            .iter()
            .any(|path| path.ends_with(ending))
    }

    /// The paths that were asked for and are not there.
    pub fn missing(&self) -> Vec<String> {
        self.shared.state().missing.clone()
    }

    /// The addresses that requests said they came from.
    pub fn referrers(&self) -> Vec<String> {
        self.shared.state().referrers.clone()
    }

    /// The paths that were asked for, in their order.
    pub fn requests(&self) -> Vec<String> {
        self.shared.state().requests.clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopping.store(true, Ordering::SeqCst);
        self.mend();
        // Wakes the thread that waits for the next connection.
        let _ = TcpStream::connect(self.address);
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no thread of the server panics")
    }

    fn answer(&self, stream: &TcpStream) -> io::Result<()> {
        let mut reader = BufReader::new(stream);
        let request = line(&mut reader)?;
        let mut head = String::new();
        loop {
            let line = line(&mut reader)?.to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            head += &line;
            head.push('\n');
        }

        if let Some(referrer) = field(&head, "referer") {
            self.state().referrers.push(referrer.to_owned());
        }
        let target = request.split(' ').nth(1).unwrap_or_default();
        if !target.starts_with('/') {
            self.state().asked_of_others.push(target.to_owned());
            return Ok(());
        }
        if target == "/heard" {
            let length = field(&head, "content-length").and_then(|length| length.parse().ok());
            let mut body = String::new();
            reader.take(length.unwrap_or(0)).read_to_string(&mut body)?;
            self.state().heard.push(body);
            return send(stream, "204 No Content", "text/plain", NO_CACHE, 0, b"");
        }
        let path = target.split('?').next().unwrap_or_default();
        let file = match path.strip_prefix(self.prefix) {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => {
                format!("{folder}index.html")
            }
            file => file.unwrap_or_default().to_owned(),
        };
        let file = file.as_str();
        let fault = self.fault(path, file);
        let bytes = match self.read(file) {
            Ok(bytes) if fault != Some(Fault::Missing) => bytes,
            _ => {
                self.state().missing.push(path.to_owned());
                return send(
                    stream,
                    "404 Not Found",
                    "text/plain",
                    NO_CACHE,
                    9,
                    b"not found",
                );
            }
        };
        let bytes = if field(&head, "sec-fetch-dest") == Some("document") {
            self.begin(bytes)
        } else {
            bytes
        };
        let half = &bytes[..bytes.len() / 2];
        let kind = content_type(file);
        let mut header = self.headers(file, kind);
        let ok =
            |kind, header: &str, length, bytes| send(stream, "200 OK", kind, header, length, bytes);
        match fault {
            Some(Fault::Truncated) => ok(kind, &header, half.len(), half),
            Some(Fault::Changed) => {
                let bytes = changed(&bytes, kind);
                ok(kind, &header, bytes.len(), &bytes)
            }
            Some(Fault::Away) => Ok(()),
            Some(Fault::Busy) => send(
                stream,
                "503 Service Unavailable",
                kind,
                NO_CACHE,
                4,
                b"busy",
            ),
            Some(Fault::Dropped) => ok(kind, &header, bytes.len(), half),
            Some(Fault::WrongType) => ok("application/octet-stream", &header, bytes.len(), &bytes),
            Some(Fault::NoScripts) => {
                header += "Content-Security-Policy: sandbox allow-same-origin allow-forms\r\n";
                ok(kind, &header, bytes.len(), &bytes)
            }
            Some(Fault::Blocked) => {
                header += "Content-Security-Policy: script-src 'none'\r\n";
                ok(kind, &header, bytes.len(), &bytes)
            }
            Some(Fault::NoModules) => {
                header += "Content-Security-Policy: script-src 'self' 'unsafe-inline'\r\n";
                ok(kind, &header, bytes.len(), &bytes)
            }
            _ => match self.read(&format!("{file}.br")) {
                Ok(packed) => {
                    header += "Content-Encoding: br\r\n";
                    ok(kind, &header, packed.len(), &packed)
                }
                Err(_) => ok(kind, &header, bytes.len(), &bytes),
            },
        }
    }

    /// What the site's `_headers` say of a file, but for how long it is to be kept: every visit
    /// asks for every file anew, so that a fault set between two visits is met, unless browsers may
    /// store them. The module, which the page takes from any cache, else is in none.
    fn headers(&self, file: &str, kind: &str) -> String {
        let state = self.state();
        let kept = match kind {
            _ if state.stored => "max-age=3600",
            "application/wasm" => "no-store",
            _ => "no-cache",
        };
        let mut headers = format!("Cache-Control: {kept}\r\n");
        let rules = fs::read_to_string(state.dir.join("_headers")).unwrap_or_default();
        let mut holds = false;
        for line in rules.lines() {
            match line.strip_prefix("  ") {
                None => holds = line == "/*" || line.strip_prefix('/') == Some(file),
                Some(header) if holds && !header.starts_with("Cache-Control") => {
                    headers.extend([header, "\r\n"]);
                }
                Some(_) => {}
            }
        }
        headers
    }

    /// What a file of the site holds.
    fn read(&self, file: &str) -> io::Result<Vec<u8>> {
        let state = self.state();
        if file.ends_with("worker.js") && !state.workers {
            return Ok(Vec::new());
        }
        fs::read(state.dir.join(file))
    }

    /// Puts what is to run first behind the beginning of a page, where the page's own policy does not
    /// hold yet. Workers, which look at each byte, are given pages as they are.
    fn begin(&self, mut bytes: Vec<u8>) -> Vec<u8> {
        if bytes.starts_with(b"<!") {
            let tags = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'>');
            if let Some((end, _)) = tags.take(2).last() {
                let first = self.state().first.clone().into_bytes();
                let behind = end + 1;
                bytes.splice(behind..behind, first);
            }
        }
        bytes
    }

    /// Notes the request, waits as long as its file is held back, and answers what else is wrong.
    fn fault(&self, path: &str, file: &str) -> Option<Fault> {
        let mut state = self.state();
        state.requests.push(path.to_owned());
        loop {
            let fault = state
                .faults
                .iter()
                .find(|(ending, _)| file.ends_with(ending))
                .map(|(_, f)| *f);
            if fault != Some(Fault::Held) {
                return fault;
            }
            state = self
                .changed
                .wait(state)
                .expect("no thread of the server panics");
        }
    }
}

/// The next line of a request, without its end.
fn line(reader: &mut impl BufRead) -> io::Result<String> {
    let mut line = String::new();
    reader.read_line(&mut line)?;
    Ok(line.trim_end().to_owned())
}

/// A field of a request's head, whose lines are in lower case.
fn field<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let of_name = |line: &'a str| line.strip_prefix(name)?.strip_prefix(':');
    head.lines().find_map(of_name).map(str::trim)
}

/// A file that does the same and is another: with an empty custom section, or an empty line.
fn changed(bytes: &[u8], kind: &str) -> Vec<u8> {
    let more: &[u8] = match kind {
        "application/wasm" => &[0, 1, 0],
        _ => b"\n",
    };
    [bytes, more].concat()
}

fn send(
    mut stream: &TcpStream,
    status: &str,
    kind: &str,
    header: &str,
    length: usize,
    body: &[u8],
) -> io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{header}\
         Connection: close\r\n\r\n"
    )?;
    stream.write_all(body)
}

fn content_type(file: &str) -> &'static str {
    match file.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("pdf") => "application/pdf",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
