//! `cargo xtask build`: the finished site in a folder, fit for any static host.

use crate::{
    project::{self, Result},
    tools::Toolbox,
};
use std::{
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

/// What was asked for.
#[derive(Debug, Default, PartialEq)]
pub struct Options {
    dist: Option<PathBuf>,
    private: bool,
    compress: bool,
}

/// Where the compiled app, without a résumé, is kept for the tests and for `package`.
pub const APP: &str = "target/compiled";

/// Where the site goes: never the same folder for the world's and for the owner's, or the one would
/// be published for the other.
const DIST: &str = "dist";
const PRIVATE: &str = "target/private";

impl Options {
    /// Reads the words after `build`.
    pub fn parse(words: &[String]) -> Result<Self> {
        let mut options = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--dist" => {
                    let dist = words.next().ok_or("--dist takes a folder")?;
                    options.dist = Some(dist.into());
                }
                "--private" => options.private = true,
                "--compress" => options.compress = true,
                other => return Err(format!("build does not take {other}")),
            }
        }
        Ok(options)
    }

    /// Tells a command whether what is private is asked for: here, and nowhere else.
    fn tell<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        if self.private {
            command.env("RESUME_PRIVATE", "1")
        } else {
            command.env_remove("RESUME_PRIVATE")
        }
    }
}

/// Builds the site and prints what its files weigh.
pub fn run(options: &Options) -> Result {
    let tools = Toolbox::ensure(true)?;
    let folder = if options.private { PRIVATE } else { DIST };
    let dist = options
        .dist
        .as_ref()
        .map_or_else(|| folder.into(), project::from_here);

    // Trunk would find a mistake in the résumé too, but only when all the rest is done.
    let mut check = project::resume();
    project::run(options.tell(check.arg("check")), "resume check")?;
    site(&tools, &dist, |trunk| {
        trunk.env("RESUME_SIZES", "1").env("RESUME_CHECKED", "1");
        if options.compress {
            trunk.env("RESUME_COMPRESS", "1");
        }
        options.tell(trunk)
    })?;
    println!("the site is in {}", dist.display());
    Ok(())
}

/// Builds the optimised site into `dist`, which stays as it was if that fails.
pub fn site(
    tools: &Toolbox,
    dist: &Path,
    settings: impl FnOnce(&mut Command) -> &mut Command,
) -> Result {
    let folder = project::root().join(dist);
    let is_new = !folder.exists();
    let mut trunk = tools.trunk("");
    trunk
        .arg("build")
        .arg("--release")
        .arg("--dist")
        .arg(dist)
        .env("RESUME_KEEP", project::root().join(APP));
    let built = project::run(settings(&mut trunk), "trunk build");
    if built.is_err() {
        // Trunk has gathered the new files beside the old ones and left them there.
        remove(&folder.join(".stage"))?;
        if is_new {
            remove(&folder)?;
        }
    }
    built
}

fn remove(folder: &Path) -> Result {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(format!("cannot remove {}: {error}", folder.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::Options;
    use crate::project;
    use std::fs;

    #[test]
    fn another_folder_can_be_chosen() {
        let parse = |words: &[&str]| {
            let words: Vec<String> = words.iter().map(ToString::to_string).collect();
            Options::parse(&words)
        };
        assert_eq!(parse(&[]), Ok(Options::default()));
        assert_eq!(
            parse(&["--dist", "out", "--private", "--compress"]),
            Ok(Options {
                dist: Some("out".into()),
                private: true,
                compress: true,
            })
        );
        assert_eq!(parse(&["--dist"]), Err("--dist takes a folder".to_owned()));
        assert_eq!(
            parse(&["--fast"]),
            Err("build does not take --fast".to_owned())
        );
    }

    #[test]
    fn a_release_of_trunk_is_the_small_app() {
        let page = fs::read_to_string(project::root().join("index.html")).unwrap();
        assert!(page.contains("data-cargo-profile-release=\"app\""));
    }
}
