//! What the page says of itself to programs.
//!
//! Never tests what it says to readers.

use std::path::Path;

use resume::site;
use resume::source::{self, Audience};
use serde_json::{Value, json};

use super::{app, document};

/// A résumé that tries to break out wherever it can.
const HOSTILE: &str = r#"
basics:
  name: "A </script><script>alert(1)</script> & \"B\""
  label: "<!-- <script> ]]> '"
work: [{name: "</script>", position: "<!--", startDate: "2017-01"}]
"#;

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).unwrap();
    rest.split_once(end).unwrap().0
}

fn linked_data(document: &str) -> Value {
    let start = r#"<script type="application/ld+json">"#;
    serde_json::from_str(between(document, start, "</script>")).unwrap()
}

fn files(yaml: &str) -> Vec<(String, String)> {
    let source = source::parse(Path::new("r.yaml"), yaml, Audience::World).unwrap();
    let files = site::files(&source.editions, &app()).unwrap();
    files
        .into_iter()
        .map(|file| {
            let text = String::from_utf8_lossy(&file.bytes).into_owned();
            (file.path.display().to_string(), text)
        })
        .collect()
}

#[test]
fn search_engines_are_told_who_it_is() {
    let document = document(
        "
basics:
  name: Ada Example
  label: Engineer
  email: ada@example.org
  location: {city: Wien, countryCode: AT}
  profiles: [{network: GitHub, url: 'https://github.com/ada'}]
work:
  - {name: Mill, position: Miller, url: 'https://mill.example', startDate: '2017-01'}
education: [{institution: School, area: Flour, startDate: '2010', endDate: '2012'}]
skills: [{name: Grinding}]
url: https://ada.example/cv
",
    );
    assert_eq!(
        linked_data(&document),
        json!({
            "@context": "https://schema.org",
            "@type": "ProfilePage",
            "url": "https://ada.example/cv/",
            "inLanguage": "en",
            "mainEntity": {
                "@type": "Person",
                "name": "Ada Example",
                "jobTitle": "Engineer",
                "email": "ada@example.org",
                "address": {
                    "@type": "PostalAddress",
                    "addressLocality": "Wien",
                    "addressCountry": "AT",
                },
                "sameAs": ["https://github.com/ada"],
                "worksFor": [{
                    "@type": "EmployeeRole",
                    "roleName": "Miller",
                    "startDate": "2017-01",
                    "worksFor": {
                        "@type": "Organization",
                        "name": "Mill",
                        "url": "https://mill.example",
                    },
                }],
                "alumniOf": [{
                    "@type": "OrganizationRole",
                    "roleName": "Flour",
                    "startDate": "2010",
                    "endDate": "2012",
                    "alumniOf": { "@type": "EducationalOrganization", "name": "School" },
                }],
                "knowsAbout": ["Grinding"],
            },
        })
    );
}

/// What is run or read before the body makes an empty first frame more likely.
#[test]
fn what_is_painted_comes_soon() {
    let document = document("basics: {name: Ada}");
    let at = |part: &str| document.find(part).unwrap();
    let order = [
        "Content-Security-Policy",
        "<script>",
        "<style>",
        "<h1",
        "<main",
        "application/ld+json",
        "\"importmap\"",
        "\"module\"",
    ];
    assert!(order.map(at).is_sorted(), "{document}");
    // The module is sent for at once.
    let early = between(&document, "<script>", "</script>");
    assert!(early.contains("fetch(\"./app-"), "{early}");
}

#[test]
fn nothing_in_a_text_can_leave_its_place() {
    let document = document(HOSTILE);
    let person = &linked_data(&document)["mainEntity"];
    assert_eq!(
        person["name"],
        "A </script><script>alert(1)</script> & \"B\""
    );
    assert_eq!(person["worksFor"][0]["worksFor"]["name"], "</script>");
    // The page's own: import map, what comes early, loader, linked data.
    assert_eq!(document.matches("<script").count(), 4);
    assert_eq!(document.matches("</script").count(), 4);
    // Hydration's own marks are empty.
    assert!(!document.replace("<!---->", "").contains("<!--"));
    let title = between(&document, "<title>", "</title>");
    assert!(title.starts_with("A &lt;/script>&lt;script>"), "{title}");
}

#[test]
fn whole_addresses_are_given_where_the_site_has_one() {
    let with = files("basics: {name: A}\nurl: https://a.example\nvariants: {short: {label: B}}");
    let get = |name: &str| &with.iter().find(|(path, _)| path == name).unwrap().1;
    for (page, address) in [
        ("index.html", "https://a.example/"),
        ("short/index.html", "https://a.example/short/"),
    ] {
        let page = get(page);
        let canonical = r#"<link rel="canonical" href="https://a.example/">"#;
        assert!(page.contains(canonical));
        let og = |name: &str, value: &str| {
            let meta = format!(r#"<meta property="og:{name}" content="{value}">"#);
            assert!(page.contains(&meta), "{meta}");
        };
        og("url", address);
        og("image", &format!("{address}card.png"));
    }
    assert!(get("sitemap.xml").contains("<loc>https://a.example/</loc>"));
    assert!(get("robots.txt").contains("Sitemap: https://a.example/sitemap.xml"));
    assert!(get("short/index.html").contains(r#"href="../site.webmanifest""#));
    assert!(get("404.html").contains(r#"<a href="https://a.example/">A</a>"#));

    let without = files("basics: {name: A}");
    let names: Vec<&str> = without.iter().map(|(path, _)| path.as_str()).collect();
    assert!(names.contains(&"robots.txt") && !names.contains(&"sitemap.xml"));
    let not_found = without.iter().find(|(path, _)| path == "404.html").unwrap();
    assert!(
        not_found.1.contains(r#"<p class="label">A</p>"#),
        "{}",
        not_found.1
    );
    let page = &without
        .iter()
        .find(|(path, _)| path == "index.html")
        .unwrap()
        .1;
    assert!(!page.contains("canonical") && !page.contains("og:image"));
}

#[test]
fn a_summary_is_what_previews_say() {
    let page = document("basics: {name: A, summary: 'Grinds *flour*.'}");
    assert!(page.contains(r#"<meta name="description" content="Grinds flour.">"#));
    let page = document("basics: {name: A, label: B}");
    assert!(page.contains(r#"<meta name="description" content="The résumé of A, B">"#));
}

#[test]
fn the_language_is_told_to_everyone() {
    let yaml = "basics: {name: A}\nlanguage: ar-EG\n";
    let document = document(yaml);
    assert!(document.starts_with(r#"<html lang="ar-EG" dir="rtl">"#));
    assert!(document.contains(r#"<meta property="og:locale" content="ar_EG">"#));
    assert_eq!(linked_data(&document)["inLanguage"], "ar-EG");
    let files = files(yaml);
    let manifest = files.iter().find(|(path, _)| path == "site.webmanifest");
    let manifest: Value = serde_json::from_str(&manifest.unwrap().1).unwrap();
    assert_eq!(manifest["lang"], "ar-EG");
    assert_eq!(manifest["dir"], "rtl");
}
