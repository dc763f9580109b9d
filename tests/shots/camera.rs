//! Taking a picture: the browser pretends to be a screen or prints, and its answer is kept as PNG.
//!
//! Never knows which pictures there are.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};

use crate::{
    browser, chromium,
    list::{Print, Shot},
    page::Page,
};

/// Up to this width a screen is a phone's, which is touched.
const PHONE: u32 = 500;

/// Dots an inch in the picture of a printed page: those of CSS pixels.
const RESOLUTION: &str = "96";

/// A window on the page, and the folder that its pictures go to.
pub struct Camera {
    folder: PathBuf,
    page: Page,
}

impl Camera {
    pub fn new(folder: &Path, page: Page) -> Self {
        Self {
            folder: folder.to_owned(),
            page,
        }
    }

    /// Takes the first screen, and the whole page; answers how many pictures that made.
    pub fn shoot(&self, shot: &Shot) -> usize {
        let (width, height) = (shot.screen.width, shot.screen.height);
        let touched = width <= PHONE;
        self.pretend(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": touched }),
        );
        self.pretend(
            "Emulation.setTouchEmulationEnabled",
            &json!({ "enabled": touched }),
        );
        self.pretend(
            "Page.setFontSizes",
            &json!({ "fontSizes": { "standard": shot.text, "fixed": shot.text } }),
        );
        browser::emulate(&self.page.session, "", shot.scheme);
        shot.state.show(&self.page);

        let name = shot.name();
        self.capture(&name, &json!({}));
        let size = &self.pretend("Page.getLayoutMetrics", &json!({}))["cssContentSize"];
        let clip = json!({
            "x": 0, "y": 0, "width": width, "height": size["height"], "scale": 1,
        });
        let whole = json!({ "captureBeyondViewport": true, "clip": clip });
        self.capture(&format!("{name}-full"), &whole);
        2
    }

    /// Prints the page; answers how many pages that made.
    pub fn print(&self, print: &Print) -> usize {
        browser::emulate(&self.page.session, "", print.scheme);
        print.state.show(&self.page);
        let paper = json!({ "width": print.paper.width, "height": print.paper.height });
        let pdf = self
            .page
            .session
            .post("/print", &json!({ "background": true, "page": paper }));
        let name = print.name();
        let file = self.keep(&format!("{name}.pdf"), &pdf);

        // An earlier print may have had more pages.
        for old in self.pages(&name) {
            fs::remove_file(old).expect("an old picture can be removed");
        }
        let drawn = Command::new("pdftoppm")
            .args(["-png", "-r", RESOLUTION])
            .args([&file, &self.folder.join(&name)])
            .status()
            .expect("pdftoppm, of the package poppler-utils, is needed to draw what was printed");
        assert!(drawn.success(), "pdftoppm cannot draw {}", file.display());
        self.pages(&name).len()
    }

    /// The pictures of the pages of a print.
    fn pages(&self, name: &str) -> Vec<PathBuf> {
        let is_page = |path: &Path| {
            let file = path.file_name().and_then(|file| file.to_str());
            let number = file.and_then(|file| {
                let rest = file.strip_prefix(name)?.strip_prefix('-')?;
                rest.strip_suffix(".png")
            });
            number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let files = fs::read_dir(&self.folder).expect("the folder of the pictures can be read");
        let paths = files.filter_map(|file| Some(file.ok()?.path()));
        paths.filter(|path| is_page(path)).collect()
    }

    fn capture(&self, name: &str, params: &Value) {
        let picture = self.pretend("Page.captureScreenshot", params);
        self.keep(&format!("{name}.png"), &picture["data"]);
    }

    fn keep(&self, file: &str, base64: &Value) -> PathBuf {
        let base64 = base64.as_str().expect("the browser answers in base64");
        let bytes = BASE64_STANDARD.decode(base64).expect("base64 is sound");
        let path = self.folder.join(file);
        fs::write(&path, bytes).expect("a picture can be written");
        path
    }

    fn pretend(&self, command: &str, params: &Value) -> Value {
        chromium::command(&self.page.session, command, params)
    }
}
