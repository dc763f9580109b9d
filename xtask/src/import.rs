//! `cargo xtask import`: a résumé file made from one in another form.
//!
//! Here live its arguments; what is read and how is the library's.

use std::process::ExitCode;

use crate::project::{self, Result};

/// What to read and where to write.
#[derive(Debug, PartialEq)]
pub struct Options {
    file: String,
    output: Option<String>,
    force: bool,
}

impl Options {
    pub fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self {
            file: String::new(),
            output: None,
            force: false,
        };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--force" => options.force = true,
                "--output" | "-o" => {
                    let file = arguments.next().ok_or("--output needs a file")?;
                    options.output = Some(file.clone());
                }
                file if !file.starts_with('-') && options.file.is_empty() => {
                    file.clone_into(&mut options.file);
                }
                other => return Err(format!("import does not know {other}")),
            }
        }
        if options.file.is_empty() {
            return Err("import takes the file to read".to_owned());
        }
        Ok(options)
    }
}

/// Runs it; it says itself what is wrong.
pub fn run(options: &Options) -> ExitCode {
    let mut command = project::resume();
    command.arg("import").arg(project::from_here(&options.file));
    if let Some(output) = &options.output {
        command.arg("--output").arg(project::from_here(output));
    }
    if options.force {
        command.arg("--force");
    }
    project::passed_on(&mut command)
}

#[cfg(test)]
mod tests {
    use super::Options;

    fn parsed(line: &str) -> Result<Options, String> {
        let arguments: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Options::parse(&arguments)
    }

    #[test]
    fn one_file_is_read_and_one_written() {
        let options = |output: Option<&str>, force| Options {
            file: "a.md".to_owned(),
            output: output.map(str::to_owned),
            force,
        };
        assert_eq!(parsed("a.md"), Ok(options(None, false)));
        assert_eq!(parsed("--force a.md"), Ok(options(None, true)));
        assert_eq!(
            parsed("a.md --output b.yaml"),
            Ok(options(Some("b.yaml"), false))
        );
    }

    #[test]
    fn mistakes_are_named() {
        assert_eq!(parsed(""), Err("import takes the file to read".to_owned()));
        assert_eq!(
            parsed("a --output"),
            Err("--output needs a file".to_owned())
        );
        assert_eq!(parsed("a b"), Err("import does not know b".to_owned()));
        assert_eq!(
            parsed("a --quiet"),
            Err("import does not know --quiet".to_owned())
        );
    }
}
