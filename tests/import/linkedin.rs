//! An export as `LinkedIn` makes them, of someone who does not exist.
//!
//! Never reads it.

use std::io::{Cursor, Write};

use resume::import;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const FILES: [(&str, &str); 12] = [
    (
        "Profile.csv",
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers\n\
        Petra,Muster,,,,\"Data engineer, gardener\",\"First line.\nSecond *line*.\",Software,,\"Graz, Austria\",[petra_m],[PERSONAL:https://petra.example.org],\n",
    ),
    (
        "Positions.csv",
        "Company Name,Title,Description,Location,Started On,Finished On\n\
        \"Beispiel, Inc.\",Data Engineer,\"What I do:\n• Pipelines\n• Reports [a](b)\",Graz,Jan 2020,\n\
        Muster & Co,Analyst,,,Mar 2015,Dec 2019\n",
    ),
    (
        "Education.csv",
        "School Name,Start Date,End Date,Notes,Degree Name,Activities\n\
        TU Exempel,2010,2015,With honours,\"MSc, Statistics\",Choir\n",
    ),
    ("Skills.csv", "Name\nSQL\nC#\nPublic_Speaking\n"),
    (
        "Languages.csv",
        "Name,Proficiency\nGerman,Native or bilingual proficiency\n",
    ),
    (
        "Certifications.csv",
        "Name,Url,Authority,Started On,Finished On,License Number\n\
        Cloud Thing,https://certs.example.org/1,Cloud Org,Feb 2021,Feb 2024,ABC-1\n",
    ),
    (
        "Projects.csv",
        "Title,Description,Url,Started On,Finished On\nBees,Counting them,bees.example.org,2018,\n",
    ),
    (
        "Email Addresses.csv",
        "Email Address,Confirmed,Primary,Updated On\npetra@example.org,Yes,Yes,1/1/20\nold@example.org,Yes,No,1/1/10\n",
    ),
    (
        "PhoneNumbers.csv",
        "Extension,Number,Type\n,+43 316 000000,Mobile\n",
    ),
    (
        "Recommendations_Received.csv",
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n\
        Max,Mustermann,Beispiel,CTO,\"Counts well, and *fast*.\",01/01/21,VISIBLE\n",
    ),
    (
        "Connections.csv",
        "Notes:\n\"When exporting\"\n\nFirst Name,Last Name\nSecret,Friend\n",
    ),
    ("messages.csv", "FROM,CONTENT\nSecret,hush\n"),
];

pub fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub fn export() -> Vec<u8> {
    zipped(&FILES.map(|(name, text)| (name, text.as_bytes())))
}

#[test]
fn what_is_about_others_is_not_read() {
    let import = crate::fixtures::read("export.zip", &export()).unwrap();
    for word in ["Secret", "Friend", "hush"] {
        assert!(!import.yaml.contains(word), "{word}");
    }
    let notes = crate::fixtures::notes(&import);
    let told = "export.zip: hint: not read: `Connections.csv`, `messages.csv`\n";
    assert!(notes.contains(told), "{notes}");
}

#[test]
fn names_of_files_are_told_as_what_they_are() {
    let long = "\u{1b}[2J".to_owned() + &"a".repeat(65_000);
    let names: Vec<String> = (0..900).map(|n| format!("{n:03}{long}")).collect();
    let mut files: Vec<(&str, &[u8])> = names.iter().map(|name| (&**name, &b""[..])).collect();
    files.push(("Profile.csv", FILES[0].1.as_bytes()));
    let import = crate::fixtures::read("export.zip", &zipped(&files)).unwrap();
    let notes = crate::fixtures::notes(&import);
    assert!(notes.len() < 2000, "{} bytes", notes.len());
    let rest = "a".repeat(53);
    let first = format!("hint: not read: `000\\u{{1b}}[2J{rest}…`, `001\\u{{1b}}[2J{rest}…`");
    assert!(notes.contains(&first), "{notes}");
    assert!(notes.contains(" and 890 more\n"), "{notes}");
}

#[test]
fn letters_of_another_encoding_are_pointed_out() {
    let positions = b"Company Name,Title\nCaf\xe9,Chef\nB\xfccher,Clerk\n";
    let files = [
        ("Profile.csv", FILES[0].1.as_bytes()),
        ("Positions.csv", positions),
    ];
    let import = crate::fixtures::read("export.zip", &zipped(&files)).unwrap();
    let notes = crate::fixtures::notes(&import);
    let told = "export.zip/Positions.csv:2:4: hint: this is not UTF-8";
    assert!(notes.contains(told), "{notes}");
    let help = "help: what could not be read is a `\u{fffd}` now: look for all of them";
    assert!(notes.contains(help), "{notes}");
    assert!(import.yaml.contains("Caf\u{fffd}"), "{}", import.yaml);
}

#[test]
fn no_word_of_a_profile_is_lost() {
    let import = crate::fixtures::read("export.zip", &export()).unwrap();
    for (_, text) in &FILES[..10] {
        for row in text
            .split_once('\n')
            .unwrap()
            .1
            .split(|c: char| !c.is_alphanumeric())
        {
            let months = ["Jan", "Feb", "Mar", "Dec"].contains(&row);
            let settings = [
                "Yes", "No", "Mobile", "VISIBLE", "PERSONAL", "1", "01", "20", "21", "10",
            ]
            .contains(&row);
            assert!(
                months || settings || import.yaml.contains(row),
                "{row}\n{}",
                import.yaml
            );
        }
    }
}

#[test]
fn what_unpacks_to_too_much_is_refused() {
    let large = vec![b'a'; 8 << 20];
    let bomb = zipped(&[("Profile.csv", &large)]);
    assert!(bomb.len() < 100_000);
    let report = import::read("a.zip".as_ref(), &bomb).unwrap_err();
    assert!(report.render(false).contains("more than 1 MB"), "{report}");
}

#[test]
fn another_zip_file_is_refused() {
    let report = import::read("a.zip".as_ref(), &zipped(&[("a.txt", b"a")])).unwrap_err();
    assert!(
        report.render(false).contains("not one of LinkedIn's"),
        "{report}"
    );
}
