//! The jobs: what each entry and line of the section says.

use crate::fact::{Fact, says};

/// By entry.
pub const JOBS: &[(&str, Fact)] = &[
    (
        "tracegenomics",
        says(&[
            "Senior Software Engineer",
            "TraceGenomics Inc.",
            "Burlingame, California",
            "Jan 2017 – Apr 2020",
        ])
        .links(&["https://tracegenomics.com/"])
        .lines(&[
            says(&[
                "back-end pipeline and software stack",
                "genomic",
                "parallel computing",
                "from days down to minutes",
            ])
            .skills(&["Parallel computing", "Data pipelines", "Bioinformatics"]),
            says(&[
                "Advised and mentored",
                "most senior engineer",
                "for 3 years",
            ])
            .skills(&["Leadership"]),
            says(&["over 70%", "monthly", "cloud compute costs"])
                .skills(&["AWS", "Cost optimisation"]),
            says(&[
                "the team's security engineer",
                "security practices",
                "firewall infrastructure",
                "hacking and phishing attempts",
                "company accounts",
            ])
            .skills(&["Security"]),
        ]),
    ),
    (
        "dropbox",
        says(&[
            "Software Engineer, Data Infrastructure Team",
            "Dropbox",
            "San Francisco",
            "May 2015 – Dec 2016",
        ])
        .links(&["https://www.dropbox.com"])
        .lines(&[
            says(&[
                "Tech lead",
                "new data-infrastructure APIs",
                "programmatic interfaces",
                "web forms",
                "single point of failure",
                "new suite of analytic tools",
                "back ends",
            ])
            .skills(&["Leadership", "APIs", "Java"])
            .lines(&[
                says(&["Query Service", "RESTful API", "Hive and Presto queries"])
                    .skills(&["APIs", "Hadoop", "Hive", "Presto"]),
                says(&["ETL Service", "RESTful API", "job pipelines safely"])
                    .skills(&["APIs", "Data pipelines"]),
            ]),
            says(&["on-call", "thousands of jobs", "petabytes of log data"])
                .skills(&["Operations", "Data pipelines"]),
        ]),
    ),
    (
        "wibidata",
        says(&[
            "Software Engineer and Manager/Tech Lead",
            "WibiData, Inc",
            "San Francisco",
            "Jan 2012 – Feb 2015",
        ])
        .links(&["https://www.wibidata.com"])
        .lines(&[
            says(&["fourth employee", "Big Data start-up", "past forty people"]),
            says(&["personalised applications", "Hadoop, HBase and Cassandra"])
                .skills(&["Hadoop", "HBase", "Cassandra", "Distributed systems"])
                .lines(&[says(&[
                    "Two large retail customers",
                    "in production",
                    "real-time product recommendations",
                    "holiday traffic",
                ])
                .skills(&["Distributed systems"])]),
            says(&["Project and tech lead", "open source", "Kiji Project"])
                .links(&["https://github.com/kijiproject"])
                .skills(&["Leadership", "Open source"])
                .lines(&[
                    says(&[
                        "by priority",
                        "manageable tasks",
                        "first releases",
                        "tested and on schedule",
                    ])
                    .skills(&["Leadership", "Scrum"]),
                    says(&["Kiji", "engage its community", "meet-ups of its own"])
                        .skills(&["Open source"]),
                    says(&[
                        "Tech lead",
                        "Kiji Scoring",
                        "first component for real-time scoring",
                        "first real-time recommendations",
                    ])
                    .links(&["https://github.com/kijiproject/kiji-scoring"])
                    .skills(&[
                        "Leadership",
                        "Distributed systems",
                        "Open source",
                    ]),
                ]),
            says(&[
                "technical and managerial",
                "ten direct reports",
                "at most five at once",
            ])
            .skills(&["Leadership"]),
            says(&["the platform team", "tech lead", "manager"])
                .skills(&["Leadership"])
                .lines(&[
                    says(&["foundational layers of the stack"]).skills(&["Distributed systems"]),
                    says(&[
                        "internal build tools and scripts",
                        "compile times shorter",
                        "engineers more productive",
                    ])
                    .skills(&["Build tools"]),
                ]),
        ]),
    ),
    (
        "panasas",
        says(&[
            "Software Engineer internship",
            "Panasas",
            "Pittsburgh, PA",
            "Summer 2011 (3 months)",
        ])
        .links(&["http://www.panasas.com/"])
        .lines(&[says(&[
            "project",
            "FreeBSD kernel driver",
            "QoS I/O scheduling",
            "network-attached storage devices",
            "parallel, distributed file system",
        ])
        .skills(&["Operating systems", "File systems", "Storage"])]),
    ),
];
