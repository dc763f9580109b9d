//! A page without its scripts, as others are compared with it.

/// The page without what runs and the policy that pins it. It shows the same, controls and all, which
/// else would be out of sight; and what it says of its person to search engines stays.
pub fn without_scripts(page: &str) -> String {
    let mut page = page.replacen("<html ", "<html data-scripts=\"\" ", 1);
    for (start, end) in [
        ("<meta http-equiv=\"Content-Security-Policy\"", ">"),
        ("<script type=\"importmap\">", "</script>"),
        ("<script>", "</script>"),
        ("<script type=\"module\">", "</script>"),
    ] {
        let at = page.find(start).expect("the page has the part");
        let length = page[at..].find(end).expect("the part has an end") + end.len();
        page.replace_range(at..at + length, "");
    }
    assert_eq!(
        page.matches("<script").count(),
        page.matches("<script type=\"application/ld+json\"").count(),
        "a script is left in the page"
    );
    page
}
