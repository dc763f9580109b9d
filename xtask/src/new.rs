//! `cargo xtask new`: a résumé of one's own in place of the one that the project comes with.
//!
//! Here lives what of the project is about that one, and how it is exchanged, as a whole or not at
//! all. What stands in a résumé is the business of `resume new` and `resume import`.

use crate::{
    project::{self, Result},
    swap::{Change, swap},
};
use std::{
    fs,
    io::{BufRead, IsTerminal, Write, stdin, stdout},
    path::Path,
    process::{self, Command},
};

const RESUME: &str = "resume.yaml";

/// What the first résumé has to say: tests that know it, and its owner, by heart.
const FACTS: &str = "tests/facts";

/// A picture of its page, which the README shows.
const PICTURE: &str = "docs/page.png";
const README: &str = "README.md";

/// In place of a file to begin from.
const BLANK: &str = "blank";

/// What was answered already.
#[derive(Debug, Default, PartialEq)]
pub struct Options {
    name: Option<String>,
    headline: Option<String>,
    email: Option<String>,
    links: Option<Vec<String>>,
    from: Option<String>,
    force: bool,
}

impl Options {
    /// Reads the words after `new`.
    pub fn parse(words: &[String]) -> Result<Self> {
        let mut options = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let mut value = || words.next().cloned().ok_or(format!("{word} needs a value"));
            match word.as_str() {
                "--name" => options.name = Some(value()?),
                "--headline" => options.headline = Some(value()?),
                "--email" => options.email = Some(value()?),
                "--link" => options.links.get_or_insert_default().push(value()?),
                "--from" => options.from = Some(value()?),
                "--force" => options.force = true,
                other => return Err(format!("new does not take {other}")),
            }
        }
        if options.file().is_some() && options.says_who() {
            return Err("with --from FILE, name, headline, e-mail and links are the file's".into());
        }
        Ok(options)
    }

    /// The file to begin from.
    fn file(&self) -> Option<&str> {
        self.from.as_deref().filter(|from| *from != BLANK)
    }

    fn says_who(&self) -> bool {
        self.name.is_some()
            || self.headline.is_some()
            || self.email.is_some()
            || self.links.is_some()
    }

    /// Asks for whatever is not answered yet; a file answers the rest.
    fn ask(&mut self, answers: &mut dyn BufRead) -> Result {
        let mut ask = |question: &str| {
            print!("{question}: ");
            let mut line = String::new();
            (stdout().flush())
                .and_then(|()| answers.read_line(&mut line))
                .map_err(|error| format!("cannot read the answer: {error}"))?;
            Ok::<_, String>(line.trim().to_owned())
        };
        if self.from.is_none() && !self.says_who() {
            let from = ask(
                "A file to begin from: Markdown, JSON Resume, RenderCV's YAML or \
                LinkedIn's export (or nothing)",
            )?;
            self.from = Some(if from.is_empty() {
                BLANK.to_owned()
            } else {
                from
            });
        }
        if self.file().is_some() {
            return Ok(());
        }
        if self.name.is_none() {
            self.name = Some(ask("Name")?);
        }
        if self.headline.is_none() {
            self.headline = Some(ask("Headline, such as Software Engineer (or nothing)")?);
        }
        if self.email.is_none() {
            self.email = Some(ask("E-mail address (or nothing)")?);
        }
        if self.links.is_none() {
            let links = ask("Links, such as github.com/you, with spaces between (or nothing)")?;
            self.links = Some(links.split_whitespace().map(str::to_owned).collect());
        }
        Ok(())
    }

    /// The command that writes the file.
    fn command(&self, output: &Path) -> (Command, &'static str) {
        let mut command = project::resume();
        // It goes where nothing is yet.
        command.env_remove("RESUME");
        if let Some(file) = self.file() {
            command.arg("import").arg(project::from_here(file));
            command.arg("--output").arg(output).arg("--force");
            return (command, "resume import");
        }
        command.arg("new").arg("--output").arg(output);
        for (option, answer) in [
            ("--name", &self.name),
            ("--headline", &self.headline),
            ("--email", &self.email),
        ] {
            // In one word, since an answer may begin with a hyphen.
            command.arg(format!(
                "{option}={}",
                answer.as_deref().unwrap_or_default()
            ));
        }
        let links = self.links.iter().flatten();
        command.args(links.map(|link| format!("--link={link}")));
        (command, "resume new")
    }
}

/// Exchanges the résumé.
pub fn run(mut options: Options) -> Result {
    let root = project::root();
    if !options.force {
        see_that_nothing_is_lost(root)?;
    }
    if stdin().is_terminal() {
        options.ask(&mut stdin().lock())?;
    }
    let aside = root.join(format!(".new-{}", process::id()));
    fs::create_dir(&aside).map_err(|error| format!("cannot make {}: {error}", aside.display()))?;
    let outcome = exchange(&options, root, &aside);
    let _ = fs::remove_dir_all(&aside);
    outcome?;
    println!("{RESUME} is yours: `cargo xtask serve` shows it, and docs/deploy.md puts it online");
    Ok(())
}

fn exchange(options: &Options, root: &Path, aside: &Path) -> Result {
    let resume = aside.join(RESUME);
    let (mut command, what) = options.command(&resume);
    project::run(&mut command, what)?;
    let mut changes = vec![Change {
        path: root.join(RESUME),
        new: Some(resume),
    }];
    for gone in [FACTS, PICTURE] {
        changes.push(Change {
            path: root.join(gone),
            new: None,
        });
    }
    let readme = fs::read_to_string(root.join(README)).unwrap_or_default();
    if readme.contains(PICTURE) {
        let new = aside.join(README);
        fs::write(&new, without_picture(&readme))
            .map_err(|error| format!("cannot write {}: {error}", new.display()))?;
        changes.push(Change {
            path: root.join(README),
            new: Some(new),
        });
    }
    swap(&changes, aside)
}

/// A text without the paragraph that shows the picture.
fn without_picture(readme: &str) -> String {
    let paragraphs = readme.split("\n\n");
    let kept: Vec<&str> = paragraphs.filter(|text| !text.contains(PICTURE)).collect();
    kept.join("\n\n")
}

/// Refuses to take away what git could not bring back, or what is the owner's already.
fn see_that_nothing_is_lost(root: &Path) -> Result {
    let force = "with --force it is replaced all the same";
    if !is_first(root) {
        return Err(format!("{RESUME} is somebody's already; {force}"));
    }
    let mut git = Command::new("git");
    git.current_dir(root).args(["status", "--porcelain", "--"]);
    let output = git.args([RESUME, FACTS, PICTURE, README]).output();
    match output {
        Ok(output) if output.status.success() && output.stdout.is_empty() => Ok(()),
        Ok(output) if output.status.success() => {
            let changed = String::from_utf8_lossy(&output.stdout);
            let changed: Vec<&str> = changed.lines().filter_map(|line| line.get(3..)).collect();
            let changed = changed.join(", ");
            Err(format!(
                "there are changes that are not committed, in {changed}; {force}"
            ))
        }
        _ => Err(format!(
            "git does not keep the files that are here; {force}"
        )),
    }
}

/// Whether the résumé is the one that the project comes with: that of whom the facts are about.
fn is_first(root: &Path) -> bool {
    let read = |path: &str| fs::read_to_string(root.join(path)).unwrap_or_default();
    let (resume, facts) = (read(RESUME), read(&format!("{FACTS}/fact.rs")));
    name(&resume).is_some_and(|name| facts.contains(&format!("\"{name}\"")))
}

fn name(resume: &str) -> Option<&str> {
    resume
        .lines()
        .find_map(|line| line.strip_prefix("  name: "))
}

#[cfg(test)]
mod tests;
