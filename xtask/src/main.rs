//! The project's errands: `cargo xtask new`, `import`, `serve`, `build`, `check`, `package`, `test`,
//! `fuzz`, `bench` and `shots`.
//!
//! Here live the commands' names and arguments. What each one does lives in the file of its name;
//! nothing in this package knows what a résumé is.

mod axe;
mod bench;
mod browser;
mod build;
mod chrome;
mod driven;
mod engine;
mod finish;
mod follow;
mod fuzz;
#[cfg(test)]
mod hosts;
mod import;
mod install;
#[cfg(test)]
mod licences;
mod new;
mod oracles;
mod package;
mod port;
mod project;
mod rig;
mod rust;
mod serve;
mod shots;
mod swap;
mod system;
mod test;
mod tools;
mod version;

use std::{env, process::ExitCode};

const USAGE: &str = "\
usage: cargo xtask <command>

  new [--name NAME] [--headline TEXT] [--email ADDRESS] [--link ADDRESS]... [--from FILE|blank]
      [--force]                 put a résumé of your own in place of the one that is here; asks for
                                what it is not told
  serve [--port N] [--no-open]  show the résumé in a browser and follow every change
  build [--dist DIR] [--private] [--compress]
                                make the site, optimised, in DIR (dist); with what is private
                                in it, too, that is target/private; --compress puts packed files
                                beside the others, for servers that send those
  check [FILE]                  say what is wrong with a résumé file (resume.yaml)
  import FILE [--output FILE] [--force]
                                make resume.yaml of a résumé in Markdown, JSON Resume, RenderCV's
                                YAML or LinkedIn's export; --force writes over what is there
  package                       make one program that has the compiled app in it, for machines
                                without Rust, in target/package
  test [--native | --browser NAME...] [--fuzz] [-- FILTER]
                                run everything that must hold, with --fuzz the fuzzers for a moment,
                                too; --native leaves the browsers out;
                                --browser chromium, firefox or webkit runs in that one, again for
                                another, and fails where it cannot be had
  fuzz [--seconds N] [TARGET]...
                                try inputs that nobody thought of for N seconds (60) a target
  bench [engine] [page] [memory] [load] [-- --rounds N --sizes N,N]
                                measure all of these, or those that are named: the engine and the
                                page at 30 to 30,000 lines, the page's memory, and how it starts;
                                words after -- are the page's, or without it those of load, which
                                takes --rounds only
  shots [-- DIR [WORD]...]      take a picture of each state of the page, or of those that have
                                the words in their names, in DIR (target/shots)

RESUME=FILE takes another résumé than resume.yaml, RESUME_TOOLS=DIR another folder for tools.
What is missing for a command is installed first, with a line saying what and why.";

/// A command line as understood.
#[derive(Debug, PartialEq)]
enum Errand {
    New(new::Options),
    Serve(serve::Options),
    Build(build::Options),
    Check(Option<String>),
    Import(import::Options),
    Package,
    Test(test::Options),
    Fuzz(fuzz::Options),
    Bench(bench::Options),
    Shots(shots::Options),
    Follow(follow::Options),
    Finish,
    Help,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let errand = match parse(&arguments) {
        Ok(errand) => errand,
        Err(mistake) => {
            eprintln!("error: {mistake}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let outcome = match errand {
        Errand::New(options) => new::run(options),
        Errand::Serve(options) => serve::run(&options),
        Errand::Build(options) => build::run(&options),
        Errand::Check(file) => return project::check(file.as_deref()),
        Errand::Import(options) => return import::run(&options),
        Errand::Package => package::run(),
        Errand::Test(options) => test::run(&options),
        Errand::Fuzz(options) => fuzz::run(&options),
        Errand::Bench(options) => bench::run(&options),
        Errand::Shots(options) => shots::run(&options),
        Errand::Follow(options) => follow::run(&options),
        Errand::Finish => match finish::run() {
            Ok(code) => return code,
            Err(error) => Err(error),
        },
        Errand::Help => {
            println!("{USAGE}");
            Ok(())
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn parse(arguments: &[String]) -> project::Result<Errand> {
    let Some((command, rest)) = arguments.split_first() else {
        return Ok(Errand::Help);
    };
    match command.as_str() {
        "new" => new::Options::parse(rest).map(Errand::New),
        "serve" => serve::Options::parse(rest).map(Errand::Serve),
        "build" => build::Options::parse(rest).map(Errand::Build),
        "check" => match rest {
            [] => Ok(Errand::Check(None)),
            [file] if !file.starts_with('-') => Ok(Errand::Check(Some(file.clone()))),
            _ => Err("check takes one file".to_owned()),
        },
        "import" => import::Options::parse(rest).map(Errand::Import),
        "package" => match rest {
            [] => Ok(Errand::Package),
            [word, ..] => Err(format!("package does not take {word}")),
        },
        "test" => test::Options::parse(rest).map(Errand::Test),
        "fuzz" => fuzz::Options::parse(rest).map(Errand::Fuzz),
        "bench" => bench::Options::parse(rest).map(Errand::Bench),
        "shots" => shots::Options::parse(rest).map(Errand::Shots),
        finish::COMMAND => Ok(Errand::Finish),
        follow::COMMAND => follow::Options::parse(rest).map(Errand::Follow),
        "help" | "--help" | "-h" => Ok(Errand::Help),
        other => Err(format!("no such command: {other}")),
    }
}

#[cfg(test)]
mod tests {
    use super::{Errand, parse};
    use crate::project;

    fn parsed(line: &str) -> Result<Errand, String> {
        parse(&project::words(line))
    }

    #[test]
    fn nothing_said_is_a_question_for_help() {
        for line in ["", "help", "--help", "-h"] {
            assert_eq!(parsed(line), Ok(Errand::Help), "{line}");
        }
    }

    #[test]
    fn check_takes_at_most_one_file() {
        assert_eq!(parsed("check"), Ok(Errand::Check(None)));
        assert_eq!(
            parsed("check a.yaml"),
            Ok(Errand::Check(Some("a.yaml".to_owned())))
        );
        assert_eq!(parsed("check a b"), Err("check takes one file".to_owned()));
        assert_eq!(
            parsed("check --fast"),
            Err("check takes one file".to_owned())
        );
    }

    #[test]
    fn unknown_commands_are_named() {
        assert_eq!(parsed("sevre"), Err("no such command: sevre".to_owned()));
    }
}
