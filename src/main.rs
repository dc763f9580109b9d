//! The native command line: checks a résumé, makes its site, serves it.
//!
//! Only tells the commands apart.

mod command;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use command::{
    build::Build, check::Check, import::Import, new::New, schema::Schema, serve::Serve,
    sizes::Sizes,
};

/// A résumé page from one text file.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    New(New),
    Import(Import),
    Check(Check),
    Build(Build),
    Serve(Serve),
    Schema(Schema),
    Sizes(Sizes),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::New(new) => new.run(),
        Command::Import(import) => import.run(),
        Command::Check(check) => Ok(check.run()),
        Command::Build(build) => build.run(),
        Command::Serve(serve) => serve.run(),
        Command::Schema(schema) => schema.run(),
        Command::Sizes(sizes) => sizes.run(),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("error: {error}");
        ExitCode::FAILURE
    })
}
