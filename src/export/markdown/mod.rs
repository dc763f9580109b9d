//! Markdown as pandoc reads it (<https://pandoc.org/MANUAL.html>), in the
//! style of definition lists: a date, and under it what was done then.
//!
//! ```markdown
//! % Ada Byron
//!
//! Analyst
//!
//! | **E-mail:** <ada@example.org>
//! | **Journal:** [aal](https://example.org/aal) (mostly numbers)
//!
//! ## Work experience <!-- id: work -->
//!
//! Feb 1842 – Aug 1843
//! :   *Analyst at [Analytical Engines](https://example.org/engines)* (London) <!-- id: engines -->
//!
//!     - Wrote the first program <!-- skills: Mathematics -->
//!         - and its table
//!
//! ## Skills <!-- id: skills -->
//!
//! Mathematics <!-- id: mathematics -->
//! :   In daily use
//!
//! - Music <!-- id: music -->
//! ```
//!
//! Everything can be told apart again. The term of a definition is a date,
//! unless it ends in a comment: then it is the headline of an entry without
//! dates. An item that ends in a comment with an `id` is such an entry, too,
//! without lines; other items and paragraphs are lines. A comment that stands
//! alone begins an entry without headline.
//!
//! A headline is `*Title at [Organisation](url)* (Place)`. Where that would be
//! read as something else (another " at ", markup of its own), its parts are
//! spans with the classes `title` and `organisation`, and the address comes
//! last. A title that stands all by itself is set plain.
//!
//! What Markdown cannot show is in comments: see [`hidden`].
//!
//! Never breaks a line: what came to stand at the start of one could be read
//! as a mark.

mod block;
mod headline;
mod hidden;
mod inline;

use block::block;
use hidden::Hidden;
use inline::{inline, link, plain};

use crate::model::{Entry, Inline, Line, Person, Profile, Resume, Section, Span, TagId};
use crate::words::{Language, Word};

/// What the lines of [`Person`]'s own are called.
pub const OWN: [Word; 4] = [Word::Email, Word::Phone, Word::Address, Word::Web];

/// The résumé as Markdown, its lines ended by LF.
#[must_use]
pub fn markdown(resume: &Resume) -> String {
    let mut blocks = vec![format!("% {}", block(&plain(&resume.person.name)))];
    blocks.extend(
        resume
            .person
            .label
            .as_deref()
            .map(|label| block(&plain(label))),
    );
    let contact = contact(&resume.person, &resume.language);
    if !contact.is_empty() {
        blocks.push(contact.join("\n"));
    }
    for part in &resume.sections {
        section(&mut blocks, resume, part);
    }
    blocks.extend(hidden::site(resume.url.as_deref()));
    blocks.extend(hidden::theme(resume.theme));
    blocks.extend(hidden::language(&resume.language));
    blocks.extend(hidden::offline(resume.offline));
    blocks.extend(hidden::vocabulary(&resume.tags));
    blocks.join("\n\n") + "\n"
}

fn contact(person: &Person, language: &Language) -> Vec<String> {
    let colon = language.words.text(Word::Colon).trim_end();
    let line = |name: &str, text: &str| {
        let name = Inline(vec![Span::Strong(Inline::plain(format!("{name}{colon}")))]);
        format!("| {} {text}", inline(&name)).trim_end().to_owned()
    };
    let [of_email, of_phone, of_address, of_web] = OWN.map(|word| language.words.text(word));
    let email = |email: &String| line(of_email, &link(&format!("mailto:{email}"), None));
    let mut place = Hidden::default();
    place.location(&person.location);
    let address = plain(person.address.as_deref().unwrap_or_default());
    let address = place.after(&address);
    let mut lines = Vec::new();
    lines.extend(person.email.as_ref().map(email));
    lines.extend(
        person
            .phone
            .as_ref()
            .map(|phone| line(of_phone, &plain(phone))),
    );
    lines.extend((!address.is_empty()).then(|| line(of_address, &address)));
    lines.extend(
        person
            .url
            .as_ref()
            .map(|url| line(of_web, &link(url, None))),
    );
    let profiles = person.profiles.iter();
    lines.extend(profiles.map(|at| line(&at.network, &profile(at, language))));
    lines
}

/// `[username](url) (note)`
fn profile(profile: &Profile, language: &Language) -> String {
    let username = profile.username.as_deref();
    let mut text = match (&profile.url, username) {
        (Some(url), username) => link(url, username.map(plain).as_deref()),
        // Else it would pass for the note.
        (None, Some(name)) if name.contains('(') => format!("[{}]{{.username}}", plain(name)),
        (None, name) => plain(name.unwrap_or_default()),
    };
    if let Some(note) = &profile.note {
        text = format!("{text} ({})", plain(note));
    }
    let mut own = Hidden::default();
    if OWN
        .iter()
        .any(|word| language.words.text(*word) == profile.network)
    {
        own.flag("profile");
    }
    own.after(text.trim_start())
}

fn section(blocks: &mut Vec<String>, resume: &Resume, section: &Section) {
    let mut own = Hidden::default();
    own.word("id", &section.id);
    blocks.push(format!("## {}", own.after(&plain(&section.title))));
    let mut items = Vec::new();
    let at = resume.language.words.text(Word::At);
    for entry in &section.entries {
        let own = about(resume, section, entry);
        let when = resume.language.period(entry);
        if when.is_none() && entry.has_headline() && entry.lines.is_empty() {
            let item = own.after(&headline::headline(entry, at));
            items.push(format!("- {}", block(&item)));
            continue;
        }
        if !items.is_empty() {
            blocks.push(std::mem::take(&mut items).join("\n"));
        }
        let mut parts = lines(resume, &entry.lines);
        if let Some(when) = when {
            parts.insert(0, block(&own.after(&headline::headline(entry, at))));
            blocks.push(definition(&block(&plain(&when)), &parts));
        } else if entry.has_headline() {
            let term = block(&own.after(&headline::headline(entry, at)));
            blocks.push(definition(&term, &parts));
        } else {
            let mut own = own;
            own.unseen(entry);
            blocks.push(own.after(""));
            blocks.append(&mut parts);
        }
    }
    if !items.is_empty() {
        blocks.push(items.join("\n"));
    }
}

/// What the headline of an entry does not tell of it.
fn about(resume: &Resume, section: &Section, entry: &Entry) -> Hidden {
    let mut own = Hidden::default();
    own.word("id", &entry.id);
    own.period(entry, &resume.language);
    let name = |tag: TagId| {
        resume
            .tags
            .get(usize::from(tag))
            .map(|tag| tag.name.as_str())
    };
    let title = entry.title.as_ref().map(Inline::to_plain);
    let named = resume.tags.iter().map(|tag| tag.name.as_str());
    let mut named = named.filter(|_| section.id == "skills");
    let named = named.find(|name| Some(*name) == title.as_deref());
    let tag = entry.tag.and_then(name);
    if tag != named {
        own.word("tag", tag.unwrap_or_default());
    }
    if !entry.skills.is_empty() {
        own.list("skills", entry.skills.iter().filter_map(|tag| name(*tag)));
    }
    own
}

/// A term, and what stands under it.
fn definition(term: &str, blocks: &[String]) -> String {
    format!("{term}\n:{}", &indented(&blocks.join("\n\n"))[1..])
}

/// Lines as blocks: each paragraph is one, and each run of items.
fn lines(resume: &Resume, lines: &[Line]) -> Vec<String> {
    let runs = lines.chunk_by(|a, b| !a.paragraph && !b.paragraph);
    let blocks = runs.map(|run| {
        let items = run.iter().map(|line| item(resume, line));
        items.collect::<Vec<_>>().join("\n")
    });
    blocks.collect()
}

fn item(resume: &Resume, line: &Line) -> String {
    let mut own = Hidden::default();
    if let Some(skills) = &line.skills {
        let tags = skills
            .iter()
            .filter_map(|tag| resume.tags.get(usize::from(*tag)));
        own.list("skills", tags.map(|tag| tag.name.as_str()));
    }
    let text = own.after(&block(&inline(&line.text)));
    if line.paragraph {
        return text;
    }
    let beneath = lines(resume, &line.lines);
    if beneath.is_empty() {
        return format!("- {text}");
    }
    let gap = if line.lines[0].paragraph {
        "\n\n"
    } else {
        "\n"
    };
    format!("- {text}{gap}{}", indented(&beneath.join("\n\n")))
}

/// Moved to the right by what pandoc takes for a level.
fn indented(text: &str) -> String {
    let lines = text.split('\n').map(|line| match line {
        "" => String::new(),
        line => format!("    {line}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}
