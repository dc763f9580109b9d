//! Files that are small and become large, or are large: the program reads or
//! refuses them within a limit of time and of memory, which the system holds
//! it to.
//!
//! Never looks at what is made of them.

use std::fs;
use std::io::{Cursor, Write};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// How long any file may take, on a machine that is busy and with a program
/// that is not optimised.
const LONGEST: Duration = Duration::from_mins(2);

/// How much address space any file may take, in KiB: this counts what is
/// reserved, too, which is more than what is used.
const MOST: u32 = 2 << 20;

/// Runs the program on a file. Where the system knows no limit for memory
/// (Windows; macOS passes over it), only time is limited.
#[track_caller]
pub fn run(command: &str, name: &str, bytes: &[u8]) -> Output {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    let output = run_in(&folder, &[command, name]);
    let begun: String = String::from_utf8_lossy(bytes).chars().take(60).collect();
    println!("{command} {begun:?}");
    output
}

/// The same with the files of a folder.
#[track_caller]
pub fn run_in(folder: &TempDir, arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_resume");
    let mut run = if cfg!(unix) {
        let mut run = Command::new("sh");
        run.args(["-c", &format!("ulimit -v {MOST}; exec \"$0\" \"$@\"")]);
        run.arg(program);
        run
    } else {
        Command::new(program)
    };
    let run = run.args(arguments).current_dir(folder.path());
    let told = fs::File::create(folder.path().join("told")).unwrap();
    let run = run.stdin(Stdio::null()).stdout(Stdio::null()).stderr(told);
    let start = Instant::now();
    let mut child = run.spawn().unwrap();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if start.elapsed() > LONGEST {
            child.kill().unwrap();
            child.wait().unwrap();
            panic!("{arguments:?} takes more than {LONGEST:?}");
        }
        std::thread::sleep(Duration::from_millis(10));
    };
    let stderr = fs::read(folder.path().join("told")).unwrap();
    print!("{:.1?}: ", start.elapsed());
    let output = Output {
        status,
        stdout: Vec::new(),
        stderr,
    };
    // A program that is killed, or that gives up, has another code or none.
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        [Some(0), Some(1)].contains(&output.status.code()),
        "{:?}: {}",
        output.status,
        &said[..said.len().min(2000)]
    );
    assert!(
        output.stderr.len() < 1 << 20,
        "{} bytes are said",
        output.stderr.len()
    );
    output
}

/// A file that is refused; how what is said of it begins.
#[track_caller]
pub fn refused(command: &str, name: &str, bytes: &[u8], start: &str) {
    let output = run(command, name, bytes);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(said.starts_with(start), "{}", &said[..said.len().min(2000)]);
}

#[track_caller]
pub fn read(command: &str, name: &str, bytes: &[u8]) {
    let output = run(command, name, bytes);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}", &said[..said.len().min(2000)]);
}

#[test]
fn text_without_end() {
    let long = format!(
        "basics:\n  name: A\n  summary: {}\n",
        "word ".repeat(2 << 20)
    );
    refused(
        "check",
        "r.yaml",
        long.as_bytes(),
        "r.yaml: error: the file has more than",
    );
    refused(
        "import",
        "r.md",
        long.as_bytes(),
        "r.md: error: the file has more than",
    );
    let word = format!("basics:\n  name: A\n  summary: {}\n", "w".repeat(1 << 20));
    read("check", "r.yaml", word.as_bytes());
    read("import", "r.yaml", word.as_bytes());
    let word = format!("# A\n\n{}\n", "w".repeat(1 << 20));
    read("import", "r.md", word.as_bytes());
}

#[test]
fn lines_without_end() {
    let lines = |count| {
        let lines = "  - c\n".repeat(count);
        format!("basics: {{name: A}}\nwork:\n- highlights:\n{lines}")
    };
    refused(
        "check",
        "r.yaml",
        lines(40_001).as_bytes(),
        "r.yaml:40004:5: error: more than 40000 lines and headings",
    );
    read("check", "r.yaml", lines(40_000).as_bytes());
}

/// A file of some size, the most that is read, and what is said of one more.
type Case<'f> = (&'f dyn Fn(usize) -> String, usize, &'f str);

#[test]
fn what_no_form_can_hold() {
    let lines = |depth: usize| {
        let open = "highlights: [{text: a, ".repeat(depth - 1);
        let close = "}]".repeat(depth - 1);
        format!("basics: {{name: A}}\nwork: [{{name: B, {open}highlights: [a]{close}}}]\n")
    };
    let address = |bytes: usize| {
        let path = "a".repeat(bytes - "https://a.example/".len());
        format!("basics: {{name: A, url: \"https://a.example/{path}\"}}\n")
    };
    let name = |letters: usize| format!("basics: {{name: {}}}\n", "é".repeat(letters));
    let skill = |letters: usize| {
        format!(
            "basics: {{name: A}}\nskills: [name: {}]\n",
            "é".repeat(letters)
        )
    };
    let keyword = |letters: usize| {
        let word = "é".repeat(letters);
        format!("basics: {{name: A}}\nskills: [{{name: B, keywords: [{word}]}}]\n")
    };
    let alias = |letters: usize| {
        let word = "é".repeat(letters);
        format!("basics: {{name: A}}\nskills: [{{name: B, aliases: [{word}]}}]\n")
    };
    let variant = |letters: usize| {
        let key = "a".repeat(letters);
        format!("basics: {{name: A}}\nvariants: {{{key}: {{label: B}}}}\n")
    };
    let cases: [Case; 7] = [
        (
            &lines,
            8,
            "r.yaml:2:215: error: lines stand more than 8 deep",
        ),
        (
            &address,
            2000,
            "r.yaml:1:25: error: this address has more than 2000 bytes",
        ),
        (
            &name,
            200,
            "r.yaml:1:16: error: this name has more than 200 letters",
        ),
        (
            &skill,
            200,
            "r.yaml:2:16: error: this name has more than 200 letters",
        ),
        (
            &keyword,
            200,
            "r.yaml:2:31: error: this name has more than 200 letters",
        ),
        (
            &alias,
            200,
            "r.yaml:2:30: error: this name has more than 200 letters",
        ),
        (
            &variant,
            64,
            "r.yaml:2:12: error: this key has more than 64 letters",
        ),
    ];
    for (file, most, start) in cases {
        read("check", "r.yaml", file(most).as_bytes());
        refused("check", "r.yaml", file(most + 1).as_bytes(), start);
    }
}

#[test]
fn nesting_without_end() {
    let deep = |open: &str, close: &str| {
        let (open, close) = (open.repeat(10_000), close.repeat(10_000));
        format!("basics: {{name: A}}\nwork: {open}{close}\n")
    };
    let nested = "error: this is nested more than 64 deep";
    let check = |text: String| {
        refused("check", "r.yaml", text.as_bytes(), "r.yaml:");
        run("import", "r.yaml", text.as_bytes());
    };
    check(deep("[", "]"));
    check(deep("{a: ", "}"));
    check(deep("[", ""));
    check(deep("- ", ""));
    check(deep("? ", ""));
    let lines = (0..2000).map(|depth| " ".repeat(depth) + "a:\n");
    check(lines.collect());
    let json = format!(
        "{{\"basics\": {}{}}}",
        "[".repeat(10_000),
        "]".repeat(10_000)
    );
    refused(
        "check",
        "r.json",
        json.as_bytes(),
        &format!("r.json:1:76: {nested}"),
    );
    let json = format!(
        "{{\"a\": {}1{}}}",
        "{\"a\": ".repeat(10_000),
        "}".repeat(10_000)
    );
    refused("check", "r.json", json.as_bytes(), "r.json:");
    run("import", "r.json", json.as_bytes());
}

#[test]
fn nested_marks() {
    for mark in [
        "*",
        "_",
        "**",
        "`",
        "[",
        "](",
        "![",
        "<",
        "&",
        "\\",
        "a_",
        "*a **",
        "[a](https://a.example)",
        "[a]: b ",
        "<!--",
        "^[",
        "[^1]",
    ] {
        let marks = mark.repeat(50_000 / mark.len());
        let quoted = serde_json::to_string(&marks).unwrap();
        let yaml = format!("basics: {{name: A, summary: {quoted}}}\n");
        run("check", "r.yaml", yaml.as_bytes());
        run("import", "r.yaml", yaml.as_bytes());
        run("import", "r.md", format!("# A\n\n{marks}\n").as_bytes());
    }
    for block in [
        "> ", "- ", "1. ", "    ", "# ", "| ", ":   ", "- > ", "<div>", "::: a\n",
    ] {
        run(
            "import",
            "r.md",
            format!("# A\n\n{}x\n", block.repeat(10_000)).as_bytes(),
        );
    }
    let steps = (0..500).map(|depth| format!("{}- a\n", "  ".repeat(depth)));
    run(
        "import",
        "r.md",
        format!("# A\n\n{}", steps.collect::<String>()).as_bytes(),
    );
}

#[test]
fn a_billion_laughs() {
    let mut yaml = "a: &a [ha, ha]\n".to_owned();
    for (before, name) in ('a'..='y').zip('b'..='z') {
        let of = format!("*{before}, ").repeat(9);
        yaml.extend([&format!("{name}: &{name} [{of}*{before}]\n")[..]]);
    }
    yaml += "basics: {name: A, summary: *z}\n";
    refused("check", "r.yaml", yaml.as_bytes(), "r.yaml:");
    run("import", "r.yaml", yaml.as_bytes());
    run(
        "import",
        "r.yaml",
        format!("{yaml}cv: {{name: *z}}\n").as_bytes(),
    );
}

#[test]
fn a_hundred_thousand() {
    let many = |line: &str| line.repeat(100_000);
    let numbered = |line: &dyn Fn(usize) -> String| (0..20_000).map(line).collect::<String>();
    let skills = numbered(&|n| format!("- name: s{n}\n"));
    let chain = (0..1999).map(|n| format!("- {{name: s{n}, keywords: [s{}]}}\n", n + 1));
    let unknown = numbered(&|n| format!("  - {{text: a, skills: [s{n}]}}\n"));
    let sections = numbered(&|n| format!("- {{id: s{n}, title: A}}\n"));
    let paths = numbered(&|n| format!("- work.n{n}\n"));
    let variants = numbered(&|n| format!("  v{n}: {{label: A}}\n"));
    let links = "[a](https://a.example) ".repeat(10_000);
    let scripts = "[a](javascript:x) ".repeat(10_000);
    for list in [
        format!("work:\n{}", many("- name: B\n")),
        format!("work:\n- name: B\n  highlights:\n{}", many("  - c\n")),
        format!("wrok:\n{}", many("- x\n")),
        format!("work: [{}]", many("{naem: x}, ")),
        many("basics: x\n"),
        format!("work:\n{}", many("- naem: B\n")),
        format!("work:\n{}", many("- {name: B, id: b}\n")),
        format!("skills:\n{skills}"),
        format!("skills:\n{}", chain.collect::<String>()),
        format!("skills: [{{name: A}}]\nwork:\n- name: B\n  highlights:\n{unknown}"),
        format!("sections:\n{sections}"),
        format!("private:\n{paths}work:\n{}", many("- name: B\n")),
        format!("variants:\n{variants}work:\n{}", many("- name: B\n")),
        format!("work:\n- name: B\n  summary: \"{links}\"\n"),
        format!("work:\n- name: B\n  summary: \"{scripts}\"\n"),
    ] {
        let text = format!("basics: {{name: A}}\n{list}");
        run("check", "r.yaml", text.as_bytes());
    }
    run(
        "import",
        "r.md",
        format!("# A\n\n{}", "- b\n".repeat(20_000)).as_bytes(),
    );
    let jobs = "### B\n\n2010\n\n- c\n\n".repeat(10_000);
    run(
        "import",
        "r.md",
        format!("# A\n\n## Work\n\n{jobs}").as_bytes(),
    );
}

#[test]
fn names_without_end() {
    let list = |count: usize, name: &str| {
        let names: Vec<String> = (0..count).map(|n| format!("{name}{n}")).collect();
        names.join(", ")
    };
    let numbered =
        |count: usize, line: &dyn Fn(usize) -> String| (0..count).map(line).collect::<String>();
    let basics = "basics: {name: A}\n";
    let check = |more: String, start: &str| {
        let text = basics.to_owned() + &more;
        refused("check", "r.yaml", text.as_bytes(), start);
    };
    check(
        format!("private: [\"{}\"]\n", ".".repeat(20_000)),
        "r.yaml:2:11: error: this path has more than 64 parts",
    );
    let sections = numbered(2000, &|n| format!("s{n}: [{{name: A}}]\n"));
    let named = list(2000, "s");
    check(
        format!("variants: {{a: {{sections: [{named}]}}}}\nsections: [{named}]\n{sections}"),
        "r.yaml:2:",
    );
    let skills = numbered(2000, &|n| format!("- name: x{n}\n"));
    check(
        format!(
            "variants: {{a: {{skills: [{}]}}}}\nskills:\n{skills}",
            list(3000, "x")
        ),
        "r.yaml:2:",
    );
    check(
        format!(
            "variants: {{a: {{skills: [{}]}}}}\nskills:\n{skills}",
            list(3000, "y")
        ),
        "r.yaml:2:",
    );
    let links = numbered(20_000, &|n| format!("[a](b{n}) "));
    check(
        format!("work: [{{name: B, highlights: ['{links}']}}]\n"),
        "r.yaml:2:",
    );
    let keys = numbered(20_000, &|n| format!("k{n}: a\n"));
    check(
        format!("private: [{}]\n{keys}", list(200, "z")),
        "r.yaml:2:",
    );
    let kept = list(20_000, "{id: a, of: x")
        .replace(',', "},")
        .replace("a}", "a")
        + "}";
    let work = list(20_000, "{name: y").replace(',', "},") + "}";
    let text = format!("{basics}work: [{work}]\nmeta: {{resume: {{work: [{kept}]}}}}\n");
    run("check", "r.yaml", text.as_bytes());
}

#[test]
fn the_same_again_and_again() {
    let headings = "## H\n\na\n\n".repeat(5000);
    run("import", "r.md", format!("# A\n\n{headings}").as_bytes());
    let dashes = "2010 – ".repeat(8000);
    run(
        "import",
        "r.md",
        format!("# A\n\n## Work\n\n{dashes}\n").as_bytes(),
    );
}

#[test]
fn archives_that_grow() {
    let zip = |files: &[(&str, usize)]| {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let megabyte = vec![b'a'; 1 << 20];
        for (name, megabytes) in files {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            for _ in 0..*megabytes {
                zip.write_all(&megabyte).unwrap();
            }
        }
        zip.finish().unwrap().into_inner()
    };
    let grown = zip(&[("Profile.csv", 64)]);
    assert!(grown.len() < 1 << 17);
    refused(
        "import",
        "a.zip",
        &grown,
        "a.zip: error: `Profile.csv` in it has more than 1 MB",
    );
    let many: Vec<String> = (0..1001).map(|n| format!("{n}.csv")).collect();
    let many: Vec<(&str, usize)> = many.iter().map(|name| (name.as_str(), 0)).collect();
    refused(
        "import",
        "a.zip",
        &zip(&many),
        "a.zip: error: this ZIP file holds more than 1000",
    );
    // Each is small enough, but for there being so many.
    let same: Vec<String> = (0..20).map(|n| format!("{n}/Positions.csv")).collect();
    let same: Vec<(&str, usize)> = same.iter().map(|name| (name.as_str(), 1)).collect();
    refused(
        "import",
        "a.zip",
        &zip(&same),
        "a.zip: error: the files in it have more than 4 MB",
    );
}
