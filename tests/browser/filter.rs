//! Choosing skills: what is shown, what is folded, what the page says of it.

use crate::{
    page::{Page, on},
    site,
};

const FURNACE: &str = "Ran the furnace";
const NAILS: &str = "Counted nails";
const FLOORS: &str = "Swept floors";
const BELLS: &str = "Cast bells";
const CLOTH: &str = "Wove cloth";
const CAFE: &str = "Dyed it in the Café Façade";
const PARSER: &str = "Wrote a parser";
const HIVE: &str = "Hive";

#[test]
fn a_skill_shows_its_evidence_with_what_stands_above_and_below() {
    on(site::small(), |page| {
        page.open("");
        page.see_everything();
        page.choose("Rust");
        page.see_status("5 of 11");
        page.see_lines(&[FURNACE, NAILS, FLOORS, BELLS, PARSER]);
        page.see_chosen(&["Rust"]);
        page.see_address("?skill=rust");
    });
}

#[test]
fn a_line_on_a_keyword_shows_its_skill() {
    on(site::small(), |page| {
        page.open("");
        page.choose("Hadoop");
        page.see_lines(&[BELLS, CLOTH, CAFE, HIVE]);
    });
}

#[test]
fn of_a_line_without_evidence_above_one_with_it_only_that_one_stays() {
    on(site::small(), |page| {
        page.open("");
        page.choose("Metrics");
        page.see_status("2 of 11");
        page.see_lines(&[FURNACE, NAILS]);
    });
}

#[test]
fn entries_and_sections_without_evidence_are_folded_to_their_headlines() {
    on(site::small(), |page| {
        page.open("");
        page.choose("Rust");
        page.see_empty_entries(&["loom", "attic", "hadoop", "school"]);
        page.see_open("forge");
        page.see_open("rust");
        page.see_folded("education");
        page.see_that("fold('education').hasAttribute('data-empty')");
        page.see_that("isVisible(fold('education').querySelector('summary'))");
    });
}

#[test]
fn the_number_on_a_button_is_that_of_the_lines_that_match() {
    on(site::small(), |page| {
        page.open("");
        let counts = ["Rust", "Hadoop", "Metrics"].map(|skill| page.count(skill));
        assert_eq!(counts, [3, 3, 1]);
    });
}

#[test]
fn letting_go_of_the_last_skill_shows_everything() {
    on(site::small(), |page| {
        page.open("");
        page.choose("Rust");
        page.see_status("5 of 11");
        page.choose("Rust");
        page.see_everything();
        page.see_address("");
    });
}

#[test]
fn two_skills_show_lines_on_any_of_them_or_switched_on_all() {
    on(site::small(), |page| {
        page.open("");
        page.choose("Rust");
        page.choose("Hadoop");
        page.see_status("8 of 11");
        page.see_address("?skill=rust&skill=hadoop");

        page.switch_all();
        page.see_lines(&[BELLS]);
        page.see_status("1 of 11");
        page.see_address("?skill=rust&skill=hadoop&match=all");
        page.see_that("document.querySelector('[data-match=all]').ariaPressed === 'true'");

        page.switch_all();
        page.see_lines(&[FURNACE, NAILS, FLOORS, BELLS, CLOTH, CAFE, PARSER, HIVE]);
        page.see_address("?skill=rust&skill=hadoop");
    });
}

#[test]
fn clear_undoes_everything() {
    on(site::small(), |page| {
        page.open("?skill=rust&skill=hadoop&match=all&q=cast");
        page.see_status("1 of 11");
        page.clear();
        page.see_everything();
        page.see_address("");
        page.see_that("document.querySelector('[data-match=all]').ariaPressed === 'false'");
    });
}

#[test]
fn skills_are_chosen_by_keyboard() {
    on(site::small(), |page| {
        page.open("");
        page.session.keys("button[data-skill=Rust]", " ");
        page.see_status("5 of 11");
        page.see_that("document.activeElement.dataset.skill === 'Rust'");
        page.session.keys("button[data-skill=Rust]", "\u{e007}");
        page.see_everything();
    });
}

#[test]
fn one_status_line_tells_politely() {
    on(site::small(), |page| {
        page.open("");
        // A screen reader tells of a change only in an element that it knew before.
        page.run(
            "window.statusLine = document.querySelector('[role=status]')",
            &[],
        );
        page.choose("Rust");
        page.see_status("5 of 11");
        page.see_that("all('[role=status], [role=alert]').length === 1");
        page.see_that("statusLine.isConnected && statusLine.textContent.includes('5 of 11')");
        page.see_that("['polite', null].includes(statusLine.ariaLive)");
        page.see_that("isVisible(statusLine)");
    });
}

/// What a recruiter who asks for Rust gets from a real résumé.
#[test]
fn rust_is_found() {
    on(site::own(), |page| {
        page.open("");
        let all = page.look("lines().length");
        let count = page.count("Rust");
        page.choose("Rust");
        page.see_status(&format!("5 of {all}"));
        assert_eq!(count, 5);
        page.see_that("lines().filter(isShown).every((l) => l.closest('[data-entry=rust]'))");
        page.see_that("!all('#work details').some((entry) => entry.open)");
        page.see_folded("education");
        page.see_address("?skill=rust");
        page.session.back();
        page.see_everything();
    });
}

/// On a real résumé. More may be shown than match, namely what stands above or below a match.
#[test]
fn no_button_promises_more_than_it_shows() {
    on(site::own(), |page| {
        page.open("");
        page.run(
            "all('[data-unfold]').forEach((button) => button.click())",
            &[],
        );
        let skills = page.look("all('button[data-skill]').map((button) => button.dataset.skill)");
        let skills: Vec<String> = serde_json::from_value(skills).expect("names");
        assert!(skills.len() > 3, "{skills:?}");
        for skill in skills {
            let count = page.count(&skill);
            page.choose(&skill);
            page.see_chosen(&[&skill]);
            page.see_that("status() === `${lines().filter(isShown).length} of ${lines().length}`");
            let shown = page.look("lines().filter(isShown).length").as_u64();
            assert!(
                (1..=shown.unwrap_or(0)).contains(&count),
                "{skill}: {count} on its button, {shown:?} shown"
            );
            page.choose(&skill);
            page.see_everything();
        }
    });
}

#[test]
fn three_thousand_lines_are_filtered() {
    let job = |number: usize| {
        let lines: Vec<_> = (0..30)
            .map(|line| {
                let skill = if line % 2 == 0 { "Rust" } else { "Hadoop" };
                format!("      - {{text: Line {line} of job {number}, skills: [{skill}]}}\n")
            })
            .collect();
        let head = format!("  - id: job-{number}\n    name: Job {number}\n    highlights:\n");
        head + &lines.concat()
    };
    let head = "basics: {name: Zoë Quill}\nskills:\n  - name: Rust\n  - name: Hadoop\nwork:\n";
    let yaml = head.to_owned() + &(0..100).map(job).collect::<Vec<_>>().concat();
    on(&site::build("long", &yaml), |page: &Page| {
        page.open("");
        page.see_status("3000 of 3000");
        page.choose("Rust");
        page.see_status("1500 of 3000");
        page.type_in_search("job 7");
        page.see_address("?skill=rust&q=job+7");
        page.clear();
        page.see_everything();
    });
}
