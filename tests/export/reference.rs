//! The programs that the forms are held against.
//!
//! Never knows a form.

use std::env;
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

/// What a program of the system answers to a text.
pub fn ask(program: &str, arguments: &[&str], input: &[u8]) -> String {
    run(Command::new(program).args(arguments), program, input)
}

/// What a Python program answers that imports the packages for the tests.
pub fn python(program: &str, input: &[u8]) -> Value {
    let mut command = Command::new(variable("RESUME_PYTHON"));
    let answer = run(command.args(["-c", program]), "Python", input);
    serde_json::from_str(&answer).unwrap()
}

/// A file of an npm package.
pub fn npm(file: &str) -> PathBuf {
    PathBuf::from(variable("RESUME_NODE_MODULES")).join(file)
}

fn variable(name: &str) -> OsString {
    env::var_os(name).unwrap_or_else(|| panic!("{name} is not set: run `cargo xtask test`"))
}

fn run(command: &mut Command, name: &str, input: &[u8]) -> String {
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command
        .spawn()
        .unwrap_or_else(|error| panic!("{name} cannot be run ({error}): run `cargo xtask test`"));
    let mut stdin = child.stdin.take().unwrap();
    // Written aside, since it may answer before it has read everything.
    let input = input.to_vec();
    let writing = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap().unwrap();
    assert!(output.status.success(), "{name} failed");
    String::from_utf8(output.stdout).unwrap()
}
