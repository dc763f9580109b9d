//! The career as a picture: bars and marks stand where they belong, say what they mean, and follow
//! the filter.

use serde_json::json;

use crate::{page::on, site};

#[test]
fn marks_are_said_too() {
    on(site::small(), |page| {
        page.open("");
        let said = |skill: &str| format!("mark('{skill}', 2018).closest('svg').ariaLabel");
        page.see_that(&format!("/2018–\\d+: 2$/.test({})", said("Rust")));
        page.see_that(&format!("/^2018–\\d+: 1$/.test({})", said("Metrics")));
        page.see_that("mark('Rust', 2017) === undefined");
        page.see_that("mark('Rust', 2018).closest('svg').role === 'img'");
        page.see_that("mark('Rust', 2018).closest('tr').cells[0].scope === 'row'");
        page.see_that("all('thead th').every((head) => head.scope === 'col')");
    });
}

#[test]
fn more_lines_make_a_larger_mark() {
    on(site::small(), |page| {
        page.open("");
        page.see_that(
            "((size) => size('Rust') > size('Metrics') && size('Metrics') > 2)((skill) =>
                parseFloat(getComputedStyle(mark(skill, 2018)).r) * 2)",
        );
    });
}

#[test]
fn a_mark_says_what_it_stands_for() {
    on(site::small(), |page| {
        page.open("");
        let readout = "document.querySelector('.readout').textContent";
        page.focus("button[data-skill=Rust]");
        page.press("\u{e014}");
        page.see_that(&format!("{readout} === 'Rust, 2018: 2 lines'"));
        page.see_that("document.querySelector('.readout').ariaLive === 'polite'");
        page.run("mark('Metrics', 2018).id = 'hovered'", &[]);
        page.session.hover("#hovered");
        page.see_that(&format!("{readout} === 'Metrics, 2018: 1 line'"));
        page.see_that("bar('loom').title === '2014 – 2017'");
    });
}

#[test]
fn a_mark_shows_its_lines_and_takes_them_back() {
    on(site::small(), |page| {
        page.open("?q=nets");
        page.run("mark('Rust', 2018).id = 'clicked'", &[]);
        page.session.click("#clicked");
        page.see_address("?skill=rust&from=2018&to=2018");
        page.see_lines(&[
            "Ran the furnace",
            "Counted nails",
            "Swept floors",
            "Cast bells",
        ]);
        page.session.click("#clicked");
        page.see_everything();
    });
}

#[test]
fn what_has_no_match_fades() {
    on(site::small(), |page| {
        page.open("");
        page.see_that("!document.querySelector('[data-dim]')");
        page.choose("Hadoop");
        let faded = "['attic', 'school', 'loom', 'forge'].map((id) => 'dim' in bar(id).dataset)";
        page.see("faded bars", &json!([true, true, false, false]), || {
            page.look(faded)
        });
        page.see_that("'dim' in mark('Metrics', 2018).dataset");
        page.see_that("!('dim' in mark('Hadoop', 2014).dataset)");
        page.see_that(
            "getComputedStyle(mark('Metrics', 2018)).color !== getComputedStyle(mark('Hadoop', 2014)).color",
        );
        page.clear();
        page.see_that("!document.querySelector('[data-dim]')");
    });
}

#[test]
fn bars_stand_on_their_dates() {
    on(site::small(), |page| {
        for (width, years) in [(1440, 12), (700, 12), (320, 12)] {
            page.session.resize(width, 800);
            page.open("");
            // Months from the start of the axis, by where the bar is.
            let months = page.look(&format!(
                "['school', 'attic', 'loom'].map((id) => {{
                    const lanes = document.querySelector('.lanes');
                    const axis = lanes.getBoundingClientRect();
                    const drawn = getComputedStyle(bar(id), '::before');
                    const left = bar(id).getBoundingClientRect().left + parseFloat(drawn.left);
                    const right = left + parseFloat(drawn.width) + 2;
                    const month = (x) => Math.round((x - axis.left) / axis.width
                        * getComputedStyle(lanes).getPropertyValue('--months') / {years}) * {years};
                    return [month(left), month(right)];
                }})"
            ));
            assert_eq!(
                months,
                json!([[0, 48], [48, 72], [72, 120]]),
                "at {width} pixels"
            );
        }
        page.session.resize(1440, 900);
        page.open("");
        page.see_that(
            "((bar, mark, axis) => {
                const year = axis.width / document.querySelector('thead th').dataset.years;
                return Math.abs(mark.left + mark.width / 2 - bar.left - year / 2) < 2;
            })(
                ...[bar('loom'), mark('Hadoop', 2014), document.querySelector('.lanes')]
                    .map((element) => element.getBoundingClientRect()))",
        );
    });
}

/// However long the career is.
#[test]
fn years_stand_apart_and_within_their_row() {
    let yaml = "
basics: {name: Ada}
work:
- {name: Mill, startDate: 1946-01, endDate: 1950-01, highlights: [Ground with Rust]}
- {name: Bank, startDate: 1990-01, endDate: 2026-12, highlights: [Counted with Rust]}
skills: [{name: Rust}]
";
    on(&site::build("decades", yaml), |page| {
        for width in [360, 768, 1440] {
            page.session.resize(width, 900);
            page.open("");
            page.see_that(
                "all('.axis').filter(isVisible).every((axis) => {
                    const row = axis.getBoundingClientRect();
                    const years = [...axis.children]
                        .filter((year) => getComputedStyle(year).fontSize !== '0px')
                        .map((year) => year.getBoundingClientRect());
                    return years.length > 2 && years.every(({ left, right }, at) =>
                        left > row.left - 1 && right < row.right + 1
                        && (at === 0 || left > years[at - 1].right));
                })",
            );
        }
    });
}

#[test]
fn a_bar_leads_to_its_entry() {
    on(site::small(), |page| {
        page.open("");
        page.fold("loom");
        page.see_folded("loom");
        page.session.click("a[data-bar][href='#loom']");
        page.see_open("loom");
        page.see_that("location.hash === '#loom'");
    });
}

#[test]
fn keywords_unfold_under_their_skill() {
    on(site::small(), |page| {
        page.open("");
        let hive = "document.querySelector('button[data-skill=Hive]')";
        page.see_that(&format!("!isVisible({hive})"));
        page.session.click("[data-unfold]");
        page.see_that(&format!("isVisible({hive})"));
        page.see_that("document.querySelector('[data-unfold]').ariaExpanded === 'true'");
        page.choose("Hive");
        page.see_chosen(&["Hive"]);
        page.session.click("[data-unfold]");
        page.see_that(&format!("isVisible({hive})"));
        page.choose("Hive");
        page.see_that(&format!("!isVisible({hive})"));
    });
}

/// On a full page, whose status takes a second line as soon as a skill is chosen.
#[test]
fn what_is_clicked_stays_under_the_pointer() {
    on(site::own(), |page| {
        for (width, height) in [(1440, 900), (768, 1024), (360, 740)] {
            page.session.resize(width, height);
            page.open("");
            for scroll in [0, 1500] {
                page.run("scrollTo(0, arguments[0])", &[scroll.into()]);
                page.see_that("document.querySelector('.lanes').isConnected");
                // The end of a page may fall between two pixels.
                let at = "(({ x, y }) => [x, Math.round(y / 2)])(
                    document.querySelector('button[data-skill=Java]').getBoundingClientRect())";
                if width == 768 && scroll > 0 {
                    // There the chips scroll away with the page.
                    continue;
                }
                let before = page.look(at);
                page.run(
                    "document.querySelector('button[data-skill=Java]').click()",
                    &[],
                );
                page.see_chosen(&["Java"]);
                page.see_that("document.querySelector('li[data-why]') !== null");
                assert_eq!(
                    page.look(at),
                    before,
                    "at {width} pixels, scrolled by {scroll}"
                );
                page.run(
                    "document.querySelector('button[data-skill=Java]').click()",
                    &[],
                );
                page.see_everything();
                assert_eq!(
                    page.look(at),
                    before,
                    "at {width} pixels, scrolled by {scroll}"
                );
            }
        }
    });
}
