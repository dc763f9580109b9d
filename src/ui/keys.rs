//! Keys: those of the whole page, and arrows within the skills.
//!
//! Each does what the mouse can do, too, and none is a browser's or a screen
//! reader's own. Those of a single letter can be switched off (WCAG 2.2,
//! 2.1.4).

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::browser::{self, all};
use super::commands::Command;
use super::sheet::MARK;

/// Remembered when keys of a single letter are switched off.
pub const SINGLE_OFF: &str = "no-single-keys";

/// What a key asks of the page.
pub fn command(event: &KeyboardEvent) -> Option<Command> {
    if event.default_prevented() || event.is_composing() || event.alt_key() {
        return None;
    }
    let key = event.key();
    if event.ctrl_key() || event.meta_key() {
        return key.eq_ignore_ascii_case("k").then_some(Command::Palette);
    }
    let target = event.target()?.dyn_into::<HtmlElement>().ok()?;
    let is_typing = target.is_content_editable()
        || matches!(target.node_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT");
    let command = match key.as_str() {
        "/" => Command::Search,
        "?" => Command::Keys,
        _ => return None,
    };
    let is_on = !is_typing
        && target.closest("dialog").ok()?.is_none()
        && browser::remembered(SINGLE_OFF).is_none();
    is_on.then_some(command)
}

/// Moves the focus within the skills: up and down through the rows, to and
/// fro through a row's marks. On a narrow page, where a skill is no row, to
/// and fro through the skills. Whether there was where to go.
pub fn arrow(key: &str, from: &Element) -> bool {
    move_focus(key, from).is_some()
}

fn move_focus(key: &str, from: &Element) -> Option<()> {
    // Where a page is read from the right, its years go to the left.
    let forward = if browser::is_rtl() { -1 } else { 1 };
    let (step, across) = match key {
        "ArrowUp" => (-1, false),
        "ArrowDown" => (1, false),
        "ArrowLeft" => (-forward, true),
        "ArrowRight" => (forward, true),
        _ => return None,
    };
    let row = from.closest("tbody tr").ok()??;
    let stops = stops(&row);
    let at = stops
        .iter()
        .position(|stop| stop.is_same_node(Some(from)))?;
    if across && let Some(next) = at.checked_add_signed(step).and_then(|at| stops.get(at)) {
        return focus(next);
    }
    if across && stops.iter().any(is_mark) {
        return None;
    }
    let table = row.closest("table").ok()??;
    let rows: Vec<_> = all(&table, "tbody tr")
        .into_iter()
        .filter(|row| !self::stops(row).is_empty())
        .collect();
    let at = rows.iter().position(|each| *each == row)?;
    let next = rows.get(at.checked_add_signed(step)?)?;
    // A mark leads to that of the same year, if there is one: it stands at the same place.
    let place = |stop: &Element| stop.get_attribute("cx");
    let from = place(from);
    let mut stops = self::stops(next).into_iter();
    let first = stops.next()?;
    let same_year = stops.find(|stop| from.is_some() && place(stop) == from);
    focus(&same_year.unwrap_or(first))
}

/// What an arrow may come to within a row.
fn stops(row: &Element) -> Vec<Element> {
    let mut stops = all(row, &("button, ".to_owned() + MARK));
    stops.retain(is_seen);
    stops
}

fn is_mark(element: &Element) -> bool {
    element.node_name() == MARK
}

fn is_seen(element: &Element) -> bool {
    // No part of a picture says by itself whether it is on screen.
    let cell = element.closest("th, td").ok().flatten();
    cell.is_some_and(|cell| {
        cell.unchecked_ref::<HtmlElement>()
            .offset_parent()
            .is_some()
    })
}

fn focus(element: &Element) -> Option<()> {
    if is_mark(element) {
        element.set_attribute("tabindex", "-1").ok()?;
    }
    element.unchecked_ref::<HtmlElement>().focus().ok()
}

/// Moves the focus from a mark to the button of its row; whether it was one.
pub fn leave_mark(from: &Element) -> bool {
    let row = from.closest("tr").ok().flatten();
    is_mark(from) && row.and_then(|row| focus(stops(&row).first()?)).is_some()
}
