//! Addresses that are no address: none becomes a link, whatever it is
//! disguised as.

use serde_json::json;

use crate::site::is_harmless;

/// Each would run a script, show a picture or open a file, or looks to some
/// program as if it would.
const ADDRESSES: [&str; 45] = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\u{1}javascript:alert(1)",
    "\u{a0}javascript:alert(1)",
    "\u{feff}javascript:alert(1)",
    "\u{200b}javascript:alert(1)",
    "\u{202e}javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\rscript:alert(1)",
    "java\u{0}script:alert(1)",
    "javascript\t:alert(1)",
    "javascript\u{a0}:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "javascript&#x3a;alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript&#x3A;alert(1)",
    "java&#9;script:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "&#1;javascript:alert(1)",
    "javascript%3Aalert(1)",
    "%6Aavascript:alert(1)",
    "java%0ascript:alert(1)",
    "\u{ff4a}avascript:alert(1)",
    "javascript\u{ff1a}alert(1)",
    "j\u{430}vascript:alert(1)",
    "ｊavascript:alert(1)",
    "javascript://a.example/%0aalert(1)",
    "\\javascript:alert(1)",
    "javascript\\:alert(1)",
    "vbscript:msgbox(1)",
    "livescript:x",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml;base64,PHN2Zy8+",
    "DATA:image/png;base64,AAAA",
    "file:///etc/passwd",
    "blob:https://a.example/1",
    "about:blank",
    "filesystem:https://a.example/x",
    "//evil.example",
    "\\\\evil.example\\share",
    "view-source:https://a.example",
];

#[test]
fn none_is_a_link_in_a_text() {
    for address in ADDRESSES {
        for text in [
            format!("[a]({address})"),
            format!("[a](<{address}>)"),
            format!("[a](<{address}> \"{address}\")"),
            format!("<{address}>"),
            format!("![{address}](<{address}>)"),
            format!("[a][1]\n\n[1]: {address}"),
            format!("*[**a**](  {address}  )*"),
            format!("<a href=\"{address}\">a</a>"),
        ] {
            let resume = json!({
                "basics": {"name": "A", "summary": text},
                "work": [{"name": text, "highlights": [text, {"text": text}]}],
                "sections": [{"id": "work", "summary": text}],
            });
            is_harmless(&resume.to_string());
        }
    }
}

#[test]
fn none_is_the_address_of_anything() {
    for address in ADDRESSES {
        for resume in [
            json!({"basics": {"name": "A", "url": address}}),
            json!({"basics": {"name": "A", "profiles": [{"network": "B", "url": address}]}}),
            json!({"basics": {"name": "A"}, "work": [{"name": "B", "url": address}]}),
            json!({"basics": {"name": "A"}, "url": address}),
        ] {
            let read = is_harmless(&resume.to_string());
            assert!(!read, "{resume}");
        }
        for email in [address.to_owned(), format!("{address}@a.example")] {
            is_harmless(&json!({"basics": {"name": "A", "email": email}}).to_string());
        }
        is_harmless(
            &json!({"basics": {"name": "A", "phone": address, "image": address}}).to_string(),
        );
    }
}

#[test]
fn mail_says_no_more_than_to_whom() {
    for email in [
        "a@b.example?bcc=c@d.example",
        "a@b.example%0d%0abcc:c@d.example",
        "a@b.example&body=x",
        "a@b.example?cc=c%40d.example&body=x",
        "a@b.example?subject=x",
        "a%40c.example@b.example",
        "a@b.example\u{a0}c",
    ] {
        let read = is_harmless(&json!({"basics": {"name": "A", "email": email}}).to_string());
        assert!(!read, "{email}");
    }
    let email = json!({"basics": {"name": "A", "email": "a.b+c@d.example"}});
    assert!(is_harmless(&email.to_string()));
}

#[test]
fn none_leads_elsewhere_than_it_says() {
    for address in [
        "https://a.example/\u{202e}gro.knab//:sptth",
        "https://a.example/&#x202E;gro.knab//:sptth",
        "https://a.example/\u{ffff}",
        "https://a.example/&#xFFFE;",
        "https://good.example\\\\@evil.example/",
        "https://good.example&#92;@evil.example/",
    ] {
        let line = json!({
            "basics": {"name": "A"},
            "work": [{"name": "B", "highlights": [format!("[x]({address})")]}],
        });
        assert!(!is_harmless(&line.to_string()), "{line}");
    }
    for address in [
        "https://good.example\\@evil.example/",
        "https://a.example/\u{ffff}",
    ] {
        let person = json!({"basics": {"name": "A", "url": address}});
        assert!(!is_harmless(&person.to_string()), "{person}");
    }
}
