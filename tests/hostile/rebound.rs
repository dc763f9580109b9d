//! Pages of other sites that ask the local server for its files: a site can
//! have its own name lead to this machine.
//!
//! Never looks at what is served.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

/// A server that is stopped with the test.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Serves a file without an app, and answers where.
fn serve(folder: &TempDir) -> (Server, String) {
    std::fs::write(folder.path().join("r.yaml"), "basics: {name: A}\n").unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_resume"));
    let program = program.args([
        "serve",
        "--no-open",
        "--port",
        "0",
        "--app",
        "none",
        "r.yaml",
    ]);
    let program = program.current_dir(folder.path());
    let mut child = program
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut told = String::new();
    let stdout = child.stdout.take().unwrap();
    BufReader::new(stdout).read_line(&mut told).unwrap();
    let address = told.split('/').nth(2).expect("it says where").to_owned();
    (Server(child), address)
}

/// The first line of the answer to a request with some headers.
fn status(address: &str, path: &str, headers: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    let request = format!("GET {path} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer.lines().next().unwrap_or_default().to_owned()
}

#[test]
fn only_who_asks_for_this_machine_is_answered() {
    let folder = TempDir::new().unwrap();
    let (_server, address) = serve(&folder);
    let port = address.split(':').nth(1).unwrap().to_owned();
    for host in [&address, &format!("localhost:{port}")] {
        let host = format!("Host: {host}\r\n");
        assert_eq!(status(&address, "/", &host), "HTTP/1.1 200 OK");
    }
    let evil = "Host: evil.example\r\n".to_owned();
    let ported = format!("Host: evil.example:{port}\r\n");
    for headers in [&evil, &ported, &String::new()] {
        for path in ["/", "/live", "/live.js", "/none"] {
            let status = status(&address, path, headers);
            assert_eq!(status, "HTTP/1.1 421 Misdirected Request", "{path}");
        }
    }
}
