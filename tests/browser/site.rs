//! The sites under test: a résumé and the compiled app, put together by the same site step that
//! builds the real one. Each is built once a run, into the target folder, and left there to be
//! looked at.

use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use resume::site::App;
use resume::source::{self, Audience};

#[path = "../common/full.rs"]
mod full;

/// The folder of the site of a real résumé.
pub fn own() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| {
        let text = fs::read_to_string(full::file());
        build("own", &text.expect("the résumé can be read"))
    })
}

/// The folder of the site of `small.yaml`, the résumé whose every line the tests know.
pub fn small() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| build("small", include_str!("small.yaml")))
}

/// The folder of the compiled app.
pub fn compiled() -> PathBuf {
    let app = env::var_os("RESUME_APP").expect(
        "RESUME_APP is to name the folder of the compiled app: \
         run the browser tests with `cargo xtask test`",
    );
    app.into()
}

/// Builds the site of a résumé; the name is that of its folder, and of no other test's.
pub fn build(name: &str, yaml: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if dir.exists() {
        fs::remove_dir_all(&dir).expect("the last run's site can be removed");
    }
    let source = source::parse(Path::new(name), yaml, Audience::World);
    let editions = source.expect("the résumé has no error").editions;
    let app = App::read(Some(&compiled())).expect("the app is there");
    resume::site::build(&editions, &app, &dir, false).expect("the site can be built");
    dir
}
