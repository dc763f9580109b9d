//! A page that is used for a long time. What that does to Chromium's memory is printed by
//! `cargo xtask bench`.

use crate::{page::Page, site};

/// Notes the memories of modules.
const NOTED: &str = "
    window.memories = [];
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...given) => {
        const made = await instantiate.apply(WebAssembly, given);
        memories.push((made.instance ?? made).exports.memory);
        return made;
    };";

/// A page of memory, which is what it grows by; one is granted, since on a slow machine more is left
/// for later at the same time.
const PAGE: u64 = 64 << 10;

/// After the first round, which asks for all that is asked for later, memory and document keep
/// their size.
#[test]
fn a_thousand_changes_leave_nothing_behind() {
    let page = Page::new(site::own(), "/");
    page.server.begin_with(NOTED);
    page.open("");
    let kept = || {
        let kept = page.session.run_until_done(&format!(
            "{}\nchange().then(() => done([
                 memories.reduce((sum, {{ buffer }}) => sum + buffer.byteLength, 0),
                 document.querySelectorAll('*').length,
             ]));",
            include_str!("changes.js")
        ));
        [0, 1].map(|at| kept[at].as_u64().expect("a number"))
    };
    let [memory, elements] = kept();
    assert_ne!(memory, 0);
    for _ in 0..5 {
        let after = kept();
        assert!(after[0] <= memory + PAGE, "{memory} became {}", after[0]);
        assert_eq!(after[1], elements);
    }
    page.see_everything();
}
