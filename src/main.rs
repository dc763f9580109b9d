//! The native command line: checks a résumé, makes its site, weighs it.
//!
//! Only reads arguments and prints; the library does the work.

use std::error::Error;
use std::fs;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::FalseyValueParser;
use clap::{Args, Parser, Subcommand};
use resume::schema;
use resume::serve;
use resume::site::{self, App, Sizes};
use resume::source::{self, Audience, Severity, Source};
use resume::starter::{self, Answers};

/// A résumé page from one text file.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Only look for mistakes in a résumé file.
    Check {
        #[command(flatten)]
        readers: Readers,
        /// The file.
        #[arg(env = "RESUME", default_value = "resume.yaml")]
        file: PathBuf,
    },
    /// Write a résumé file to begin with.
    New {
        /// Your name.
        #[arg(long)]
        name: String,
        /// The headline under it.
        #[arg(long, default_value = "")]
        headline: String,
        /// Your e-mail address.
        #[arg(long, default_value = "")]
        email: String,
        /// Where else you are to be found; once for each address.
        #[arg(long = "link")]
        links: Vec<String>,
        /// The file to write.
        #[arg(long, default_value = "resume.yaml")]
        output: PathBuf,
        /// Write over a file that is there.
        #[arg(long)]
        force: bool,
    },
    /// Make the finished site of a résumé file.
    Build {
        /// The compiled app, as Trunk stages it; else the one in this program.
        #[arg(long, env = "TRUNK_STAGING_DIR")]
        app: Option<PathBuf>,
        /// Where the site goes, in place of the one that is there; may be the
        /// app's own folder.
        #[arg(long, env = "TRUNK_STAGING_DIR", default_value = "dist")]
        out: PathBuf,
        /// Keep a copy of the compiled app here.
        #[arg(long, env = "RESUME_KEEP", requires = "app")]
        keep: Option<PathBuf>,
        /// That is all: `serve` makes the site.
        #[arg(long, env = "RESUME_ONLY_KEEP", value_parser = flag())]
        only_keep: bool,
        /// Say nothing of the file but what is refused: `check` has told the rest.
        #[arg(long, env = "RESUME_CHECKED", value_parser = flag())]
        checked: bool,
        #[command(flatten)]
        readers: Readers,
        /// The address that the site will have, in place of the file's own.
        #[arg(long, env = "RESUME_URL", value_parser = source::folder)]
        url: Option<String>,
        /// Put packed files (`.br`, `.gz`) beside the others, for servers that
        /// send those.
        #[arg(long, env = "RESUME_COMPRESS", value_parser = flag())]
        compress: bool,
        /// Print what the files weigh.
        #[arg(long, env = "RESUME_SIZES", value_parser = flag())]
        sizes: bool,
        /// The résumé file.
        #[arg(env = "RESUME", default_value = "resume.yaml")]
        file: PathBuf,
    },
    /// Show the page in a browser while its file is written: every save is
    /// seen at once.
    Serve {
        /// The folder of the compiled app; else the one in this program.
        #[arg(long)]
        app: Option<PathBuf>,
        /// Where to listen on this machine; else at the first free port from
        /// 8080 on.
        #[arg(long)]
        port: Option<u16>,
        /// Do not open a browser.
        #[arg(long)]
        no_open: bool,
        #[command(flatten)]
        readers: Readers,
        /// The address that the site will have, in place of the file's own.
        #[arg(long, env = "RESUME_URL", value_parser = source::folder)]
        url: Option<String>,
        /// The résumé file.
        #[arg(env = "RESUME", default_value = "resume.yaml")]
        file: PathBuf,
    },
    /// Write the JSON Schema of résumé files, for editors.
    Schema {
        /// The file.
        #[arg(default_value = schema::FILE)]
        file: PathBuf,
    },
    /// Print what the files of a finished site weigh.
    Sizes {
        /// The site.
        dir: PathBuf,
        /// Fail if it is over budget.
        #[arg(long)]
        budget: bool,
    },
}

/// Who the résumé is for.
#[derive(Args)]
struct Readers {
    /// Take everything, private parts included: not for the world.
    #[arg(long, env = "RESUME_PRIVATE", value_parser = flag())]
    private: bool,
}

/// Of a flag in the environment, "0" and "" mean that it is not set.
fn flag() -> FalseyValueParser {
    FalseyValueParser::new()
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode, Box<dyn Error>> {
    match command {
        Command::Check { readers, file } => {
            let Some(source) = read(&file, readers.audience(), false) else {
                return Ok(ExitCode::FAILURE);
            };
            let resume = source.whole();
            let entries = resume.sections.iter().map(|section| section.entries.len());
            println!(
                "{}: {} sections, {} entries, {} skills and keywords; no errors",
                file.display(),
                resume.sections.len(),
                entries.sum::<usize>(),
                resume.tags.len()
            );
        }
        Command::New {
            name,
            headline,
            email,
            links,
            output,
            force,
        } => {
            let text = starter::write(&Answers {
                name,
                headline,
                email,
                links,
            })?;
            let mut file = fs::OpenOptions::new();
            file.write(true)
                .create(force)
                .truncate(force)
                .create_new(!force);
            (file.open(&output))
                .and_then(|mut file| file.write_all(text.as_bytes()))
                .map_err(|error| format!("cannot write {}: {error}", output.display()))?;
        }
        Command::Build {
            app,
            out,
            keep,
            only_keep,
            checked,
            readers,
            url,
            compress,
            sizes,
            file,
        } => {
            if let (Some(app), Some(at)) = (&app, keep) {
                site::keep(app, &at)?;
            }
            if only_keep {
                return Ok(ExitCode::SUCCESS);
            }
            let Some(mut source) = read(&file, readers.audience(), checked) else {
                return Ok(ExitCode::FAILURE);
            };
            source.publish_at(url.as_deref());
            if readers.private {
                println!("with all that is private: not for the world");
            } else if !source.withheld.is_empty() {
                println!("withheld: {}", source.withheld.join(", "));
            }
            let app = App::read(app.as_deref())?;
            let warnings = site::build(&source.editions, &app, &out)?;
            if compress {
                site::compress(&out)?;
            }
            for warning in warnings {
                eprintln!("warning: {warning}");
            }
            if sizes {
                print!("{}", Sizes::of(&out)?);
            }
        }
        Command::Schema { file } => fs::write(&file, schema::text())
            .map_err(|error| format!("cannot write {}: {error}", file.display()))?,
        Command::Serve {
            app,
            port,
            no_open,
            readers,
            url,
            file,
        } => serve::run(serve::Settings {
            file,
            app,
            audience: readers.audience(),
            url,
            port,
            open: !no_open,
        })?,
        Command::Sizes { dir, budget } => {
            let sizes = Sizes::of(&dir)?;
            print!("{sizes}");
            let over = sizes.over_budget();
            if budget && !over.is_empty() {
                return Err(format!("over budget: {}", over.join("; ")).into());
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

impl Readers {
    fn audience(&self) -> Audience {
        if self.private {
            Audience::Owner
        } else {
            Audience::World
        }
    }
}

/// Reads a résumé file and tells its problems; errors alone, if it has been
/// `checked`.
fn read(file: &Path, audience: Audience, checked: bool) -> Option<Source> {
    let colours = std::io::stderr().is_terminal();
    match source::read(file, audience) {
        Ok(source) => {
            if !checked {
                eprint!("{}", source.report.render(colours));
            }
            Some(source)
        }
        Err(report) => {
            eprint!("{}", report.render(colours));
            let errors = report.count(Severity::Error);
            let plural = if errors == 1 { "" } else { "s" };
            eprintln!(
                "{}: {errors} error{plural}; nothing was changed",
                file.display()
            );
            None
        }
    }
}
