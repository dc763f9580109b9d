//! Looks whether the file or the app has changed, many times a second: which
//! finds every way that editors and compilers save, on every system.
//!
//! Never reads them.

use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use std::{fs, process};

use tokio::sync::watch;

use super::desk::Desk;
use super::{News, Settings};

/// How long a change may go unnoticed.
const PAUSE: Duration = Duration::from_millis(25);

/// Follows from now on.
pub fn start(settings: Settings) -> News {
    // Pages that another server made are never taken for ours.
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let name = move |number: u32| format!("{}-{}-{number}", since.as_millis(), process::id());
    let (desk, news) = watch::channel(Desk::empty(name(0)));
    let files: Vec<PathBuf> = [Some(&settings.file), settings.app.as_ref()]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    thread::spawn(move || {
        let mut seen = None;
        for number in 1.. {
            let now = changed(&files, seen.as_ref());
            let begin = Instant::now();
            let next = desk.borrow().next(name(number), &settings);
            if seen.is_some() && next.problem.is_none() {
                super::tell(&format!(
                    "made anew in {} ms\n",
                    begin.elapsed().as_millis()
                ));
            }
            seen = Some(now);
            desk.send_replace(next);
        }
    });
    news
}

/// What changes about a file whenever it is written or replaced. A missing one
/// has none.
type Trace = Option<(SystemTime, u64)>;

/// Waits until files differ from what was seen, and are not being written any
/// more.
fn changed(files: &[PathBuf], seen: Option<&Vec<Trace>>) -> Vec<Trace> {
    let mut last = None;
    loop {
        let now: Vec<Trace> = files.iter().map(|file| trace(file)).collect();
        if Some(&now) != seen && last.as_ref() == Some(&now) {
            return now;
        }
        last = Some(now);
        thread::sleep(PAUSE);
    }
}

fn trace(file: &Path) -> Trace {
    let metadata = fs::metadata(file).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}

#[cfg(test)]
mod tests {
    use super::trace;
    use std::fs;

    #[test]
    fn a_file_that_is_replaced_or_removed_has_changed() {
        let dir = tempfile::tempdir().unwrap();
        let (file, new) = (dir.path().join("file"), dir.path().join("new"));
        fs::write(&file, "one").unwrap();
        let one = trace(&file);
        assert_eq!(one, trace(&file));
        fs::write(&new, "three").unwrap();
        fs::rename(&new, &file).unwrap();
        assert_ne!(one, trace(&file));
        fs::remove_file(&file).unwrap();
        assert_eq!(trace(&file), None);
    }
}
