//! Keys of JSON Resume, and what else they are called.
//!
//! Never reads values.

/// Other names that keys go by, for each kind of entry; `*` is all kinds.
pub const NAMES: [(&str, &str, &[&str]); 33] = [
    ("*", "url", &["website", "link", "homepage"]),
    ("*", "startDate", &["start", "from", "start_date"]),
    ("*", "endDate", &["end", "to", "end_date"]),
    ("*", "location", &["place", "city"]),
    ("work", "name", &["company", "employer", "organization"]),
    ("work", "position", &["title", "role", "jobTitle"]),
    (
        "volunteer",
        "organization",
        &["organisation", "company", "name"],
    ),
    ("volunteer", "position", &["title", "role"]),
    (
        "education",
        "institution",
        &["school", "university", "name"],
    ),
    ("education", "studyType", &["degree", "type"]),
    ("education", "area", &["major", "field", "fieldOfStudy"]),
    ("education", "score", &["gpa", "grade"]),
    ("awards", "title", &["name"]),
    ("awards", "awarder", &["issuer", "organization"]),
    ("awards", "date", &["year"]),
    ("certificates", "name", &["title"]),
    (
        "certificates",
        "issuer",
        &["organization", "authority", "issuedBy"],
    ),
    ("certificates", "date", &["year", "issueDate"]),
    ("publications", "name", &["title"]),
    ("publications", "releaseDate", &["date", "year"]),
    ("publications", "publisher", &["journal"]),
    ("skills", "name", &["skill"]),
    ("skills", "keywords", &["items", "tags"]),
    ("languages", "language", &["name"]),
    ("languages", "fluency", &["level", "proficiency"]),
    ("interests", "name", &["title", "interest"]),
    ("references", "reference", &["text", "quote", "summary"]),
    ("references", "name", &["author"]),
    ("projects", "name", &["title"]),
    ("projects", "keywords", &["technologies", "tech", "tags"]),
    ("*", "summary", &["details", "description", "content"]),
    (
        "*",
        "highlights",
        &["accomplishments", "achievements", "bullets"],
    ),
    ("*", "dates", &["period", "duration"]),
];

/// The keys of each kind, in the order in which they are written; those of
/// all kinds come after.
pub const KEYS: [(&str, &[&str]); 11] = [
    ("work", &["name", "position", "description"]),
    ("volunteer", &["organization", "position"]),
    (
        "education",
        &["institution", "studyType", "area", "score", "courses"],
    ),
    ("awards", &["title", "awarder", "date"]),
    ("certificates", &["name", "issuer", "date"]),
    ("publications", &["name", "publisher", "releaseDate"]),
    ("skills", &["name", "title", "level", "keywords", "aliases"]),
    ("languages", &["language", "fluency"]),
    ("interests", &["name", "keywords"]),
    ("references", &["name", "reference"]),
    (
        "projects",
        &["name", "entity", "type", "roles", "description", "keywords"],
    ),
];

pub const OWN: [&str; 4] = ["name", "title", "organization", "date"];

pub const COMMON: [&str; 9] = [
    "id",
    "url",
    "location",
    "startDate",
    "endDate",
    "dates",
    "summary",
    "highlights",
    "skills",
];

/// Other names of sections.
pub const SECTIONS: [(&str, &str); 9] = [
    ("hobbies", "interests"),
    ("certifications", "certificates"),
    ("experience", "work"),
    ("employment", "work"),
    ("jobs", "work"),
    ("volunteering", "volunteer"),
    ("honors", "awards"),
    ("testimonials", "references"),
    ("papers", "publications"),
];

/// Keys of `basics`.
pub const BASICS: [&str; 9] = [
    "name", "label", "email", "phone", "summary", "location", "profiles", "url", "website",
];
