//! The columns of `LinkedIn`'s files, and our keys for them.
//!
//! Never reads a file.

/// Columns, and our keys for them.
pub type Columns = [(&'static str, &'static str)];

/// Files with entries: the section each is for, and its columns under our
/// keys. A column without a key is text.
pub const FILES: [(&str, &str, &Columns); 12] = [
    (
        "Positions",
        "work",
        &[
            ("Company Name", "name"),
            ("Title", "position"),
            ("Location", "location"),
            ("Started On", "startDate"),
            ("Finished On", "endDate"),
            ("Description", ""),
        ],
    ),
    (
        "Education",
        "education",
        &[
            ("School Name", "institution"),
            ("Degree Name", "studyType"),
            ("Start Date", "startDate"),
            ("End Date", "endDate"),
            ("Notes", ""),
            ("Activities", ""),
        ],
    ),
    ("Skills", "skills", &[("Name", "name")]),
    (
        "Projects",
        "projects",
        &[
            ("Title", "name"),
            ("Url", "url"),
            ("Started On", "startDate"),
            ("Finished On", "endDate"),
            ("Description", ""),
        ],
    ),
    (
        "Volunteering",
        "volunteer",
        &[
            ("Company Name", "organization"),
            ("Role", "position"),
            ("Started On", "startDate"),
            ("Finished On", "endDate"),
            ("Cause", ""),
            ("Description", ""),
        ],
    ),
    (
        "Honors",
        "awards",
        &[
            ("Title", "title"),
            ("Issuer", "awarder"),
            ("Issued On", "date"),
            ("Description", ""),
        ],
    ),
    (
        "Certifications",
        "certificates",
        &[
            ("Name", "name"),
            ("Authority", "issuer"),
            ("Url", "url"),
            ("Started On", "startDate"),
            ("Finished On", "endDate"),
            ("License Number", ""),
        ],
    ),
    (
        "Publications",
        "publications",
        &[
            ("Name", "name"),
            ("Publisher", "publisher"),
            ("Published On", "releaseDate"),
            ("Url", "url"),
            ("Description", ""),
        ],
    ),
    (
        "Languages",
        "languages",
        &[("Name", "language"), ("Proficiency", "fluency")],
    ),
    ("Courses", "courses", &[("Name", "name"), ("Number", "")]),
    (
        "Patents",
        "patents",
        &[
            ("Title", "name"),
            ("Issued On", "date"),
            ("Url", "url"),
            ("Description", ""),
        ],
    ),
    (
        "Organizations",
        "organizations",
        &[
            ("Name", "name"),
            ("Position", "organization"),
            ("Started On", "startDate"),
            ("Finished On", "endDate"),
            ("Description", ""),
        ],
    ),
];

/// Files that are read in ways of their own.
pub const OTHERS: [&str; 5] = [
    "Profile",
    "Email Addresses",
    "PhoneNumbers",
    "Recommendations_Received",
    "Profile Summary",
];
