//! A résumé whose every text is an attack, and whose reader types and sends attacks, too: the app
//! shows them as the words that they are.

use serde_json::{Value, json};

use crate::{
    attacks::{ATTACKS, attacked, attacked_words},
    page::Page,
    policy::NOTED,
    site,
};

/// Uses all that shows texts of the résumé or of the reader.
const USED: &str = "
    const shown = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const [search] = all('input[type=search]');
    const say = (text) => {
        search.value = text;
        search.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return shown();
    };
    const press = (key) => {
        const options = { key, bubbles: true, cancelable: true };
        (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', options));
        return shown();
    };
    all('[data-unfold]').forEach((button) => button.click());
    for (const button of all('button[data-skill]')) {
        button.click();
        await shown();
        button.dispatchEvent(new MouseEvent('click', { bubbles: true, altKey: true }));
        await shown();
        button.click();
    }
    for (const attack of attacks) {
        await say(attack);
        await say(`\"${attack}\"`);
    }
    await say('zq');
    for (const mark of all('circle')) {
        mark.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
        mark.dispatchEvent(new MouseEvent('click', { bubbles: true }));
        await shown();
    }
    all('main summary').forEach((summary) => summary.click());
    all('[data-copy], [data-theme-switch]').forEach((button) => button.click());
    await shown();
    await press('?');
    all('dialog[open]').forEach((dialog) => dialog.close());
    all('[data-palette]')[0].click();
    await shown();
    const [entered] = all('dialog[open] input');
    for (const text of ['zq', '<', ...attacks]) {
        entered.value = text;
        entered.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await shown();
    }";

/// What no text may become.
const FOREIGN: &str = "all('*').flatMap((element) => {
    const names = ['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'MATH', 'PLAINTEXT', 'TEXTAREA', 'IMG'];
    const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`);
    const wrong = attributes.filter((attribute) =>
        /^(on|srcdoc)|^(href|src|action)=\\s*(javascript|data|vbscript):/i.test(attribute));
    return names.includes(element.nodeName.toUpperCase()) ? [element.outerHTML, ...wrong] : wrong;
})";

#[test]
fn the_app_makes_nothing_of_attacks() {
    for number in [5, 21] {
        let mut resume = attacked(number);
        resume["words"] = attacked_words(number);
        let page = Page::new(&site::build("hostile", &resume.to_string()), "/");
        // And what runs in spite of the policy.
        page.server.begin_with(&format!(
            "{NOTED} window.alert = (text) => violations.push(`alert ${{text}}`);"
        ));
        page.open("");
        let made = page.look("all('script, style').length");
        page.run(
            "navigator.clipboard.writeText = async () => {};
             window.attacks = arguments[0];",
            &[json!(ATTACKS)],
        );
        page.session.run_until_done(&format!(
            "const all = (selector) => [...document.querySelectorAll(selector)];
             const use = async () => {{ {USED} }};
             use().then(done);"
        ));
        page.see_that("document.querySelector('dialog[open]') !== null");
        let nothing: [Value; 0] = [];
        let harmless = || {
            assert_eq!(page.look(FOREIGN), json!(nothing), "{number}");
            assert_eq!(page.look("violations"), json!(nothing), "{number}");
            assert_eq!(page.look("all('script, style').length"), made, "{number}");
        };
        harmless();
        page.see_clean();
        for attack in [ATTACKS[number], ATTACKS[3], ATTACKS[19]] {
            let sent: String = form_urlencoded::byte_serialize(attack.as_bytes()).collect();
            page.open(&format!("?skill={sent}&skill=-{sent}&q={sent}&from={sent}"));
            harmless();
        }
    }
}
