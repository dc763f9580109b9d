//! The skills: what each entry and line of the section says.

use crate::fact::{Fact, says};

/// By entry.
pub const SKILLS: &[(&str, Fact)] = &[
    (
        "python",
        says(&["Python"]).lines(&[
            says(&["just about every company", "scripting and systems code"]),
            says(&["Data pipelines", "workers", "queue", "bioinformatics"])
                .skills(&["Data pipelines", "Bioinformatics"]),
            says(&[
                "Slack bots",
                "alerts",
                "outside services such as Google Sheets",
            ])
            .skills(&["Bots"]),
            says(&[
                "Developer tools",
                "build components",
                "packrat",
                "WibiData",
                "cached and shared",
                "build artifacts",
            ])
            .links(&["https://github.com/sqrl/packrat"])
            .skills(&["Build tools"]),
            says(&[
                "large Python back ends",
                "Dropbox",
                "blockstore service",
                "\"Drone\", the scheduler for Hadoop jobs",
            ])
            .skills(&["Hadoop", "Distributed systems"]),
        ]),
    ),
    (
        "java",
        says(&["Java"]).lines(&[says(&[
            "distributed applications and map-reduce programs",
            "new data APIs at Dropbox",
            "mainly in Java",
            "DropWizard applications",
        ])
        .skills(&["APIs", "Hadoop", "Distributed systems"])]),
    ),
    (
        "hadoop",
        says(&["Hadoop stack"]).lines(&[
            says(&[
                "Model training and analytics",
                "Hadoop ecosystem",
                "MapReduce, YARN, HBase, Hive and Scalding",
            ]),
            says(&[
                "Ported WibiData's ecosystem",
                "Cloudera Distribution of Hadoop",
                "other distributions",
                "bugs and changes",
            ]),
            says(&[
                "Unblocked coworkers",
                "grungy issues",
                "HBase ecosystem",
                "ZooKeeper references",
            ])
            .skills(&["HBase", "ZooKeeper"]),
            says(&[
                "still more hours of grunge work",
                "Dropbox's giant Hive cluster",
                "name nodes",
                "live",
                "subtle ZooKeeper locks",
            ])
            .skills(&["Hive", "ZooKeeper", "Operations"]),
            says(&["MapReduce, YARN, HBase, Hive, Presto, Scalding, ZooKeeper"]),
        ]),
    ),
    (
        "aws",
        says(&["Amazon Web Services"]).lines(&[
            says(&[
                "Most of the infrastructure",
                "TraceGenomics",
                "Amazon's cloud",
            ]),
            says(&[
                "user permissions",
                "IAM",
                "role-based access",
                "EC2",
                "sensitive credentials",
            ])
            .skills(&["Security"]),
            says(&[
                "Profiled",
                "bioinformatics workers",
                "instances of the right size",
            ])
            .skills(&["Bioinformatics", "Cost optimisation"]),
            says(&["reviews of expenses", "regular", "planned", "lowered costs"])
                .skills(&["Cost optimisation", "Leadership"]),
        ]),
    ),
    (
        "scrum",
        says(&["Scrum and hygienic coding"]).lines(&[
            says(&[
                "Among the first scrum masters at WibiData",
                "Everyone",
                "different",
            ]),
            says(&["Product", "sprint planning", "platform team", "WibiData"])
                .skills(&["Leadership"]),
            says(&["culture", "code review", "tooling"]),
            says(&["responsible", "Python style guide"]).skills(&["Python"]),
            says(&[
                "TraceGenomics",
                "first sprint planning",
                "first code reviews",
            ])
            .skills(&["Leadership"]),
        ]),
    ),
    (
        "rust",
        says(&["Rust"]).lines(&[
            says(&[
                "still being learnt",
                "exciting",
                "potential",
                "critical, low-level code",
            ]),
            says(&["several bots for Slack and Discord"])
                .skills(&["Bots"])
                .lines(&[
                    says(&["gnoll-roll", "dice", "Discord"])
                        .links(&["https://github.com/hyena/gnoll-roll"])
                        .skills(&["Bots"]),
                    says(&[
                        "blood-money",
                        "web app",
                        "now defunct",
                        "live auction-house data",
                        "World of Warcraft API",
                        "prices of trade goods",
                        "At its height",
                        "thousands of requests a day",
                    ])
                    .links(&["https://github.com/hyena/blood-money"])
                    .skills(&["APIs"]),
                    says(&["professor_sloak", "random pokémon", "fortune cookie"])
                        .links(&["https://github.com/hyena/professor_sloak"])
                        .skills(&["Bots"]),
                ]),
        ]),
    ),
];
