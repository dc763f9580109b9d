//! Studies and hobbies: what each entry and line of these sections says.

use crate::fact::{Fact, says};

/// By entry.
pub const DEGREES: &[(&str, Fact)] = &[
    (
        "cmu",
        says(&[
            "Master's degree in Computer Science",
            "Carnegie Mellon University",
            "Pittsburgh, PA",
            "2006 – 2011",
        ])
        .lines(&[
            says(&["part of the work towards a PhD", "Adviser: Garth Gibson"]),
            says(&[
                "CMU's Parallel Data Lab",
                "Petascale Data Storage Institute",
                "Institute for Reliable High Performance Information Technology",
            ])
            .links(&[
                "http://www.pdsi-scidac.org/",
                "http://institute.lanl.gov/isti/irhpit",
            ])
            .skills(&["Storage", "Distributed systems"]),
            says(&[
                "SSDs",
                "flash",
                "hybrid configurations",
                "cost efficiency",
                "Linux kernel",
            ])
            .skills(&["Storage", "Operating systems", "Cost optimisation"])
            .lines(&[says(&["Papers", "simsa-pdsw08", "Polte"]).links(&[
                "http://www.pdl.cmu.edu/PDL-FTP/PDSI/simsa-pdsw08.pdf",
                "http://www.pdl.cmu.edu/PDL-FTP/PDSI/Polte.pdf",
            ])]),
            says(&[
                "Los Alamos National Laboratory",
                "design and implement",
                "Parallel Log-structured File System",
            ])
            .links(&["http://institutes.lanl.gov/plfs/"])
            .skills(&["File systems", "Storage", "Parallel computing"])
            .lines(&[says(&["Papers", "plfs", "pdsw09-final9"]).links(&[
                "http://institutes.lanl.gov/plfs/plfs.pdf",
                "http://www.pdsi-scidac.org/events/PDSW09/resources/pdsw09-final9.pdf",
            ])]),
            says(&[
                "parallel file systems for HPC",
                "on top of software such as BigTable",
            ])
            .skills(&["File systems", "Parallel computing", "Distributed systems"])
            .lines(&[says(&["Paper", "2009hotcloud-tablefs"])
                .links(&["http://www.cs.cmu.edu/~svp/2009hotcloud-tablefs.pdf"])]),
        ]),
    ),
    (
        "cornell",
        says(&[
            "Bachelor of Arts and Master of Engineering in Computer Science",
            "Cornell University",
            "Ithaca, NY",
            "1999 – 2005",
        ])
        .lines(&[
            says(&["emphasis on distributed systems, networks and theory"]),
            says(&[
                "\"Herbivore\"",
                "peer-to-peer overlay network",
                "anonymises",
                "dining-cryptographer nets",
                "independent research with Prof. Emin Gun Sirer",
                "2001 – 2002",
                "White paper",
            ])
            .links(&["http://www.cs.cornell.edu/People/egs/herbivore"])
            .skills(&["Distributed systems", "Networks", "Security"]),
            says(&[
                "Software engineer",
                "Neurobiology Department, 2005",
                "\"Koé\"",
                "audio workbench for research and education",
                "professional synthesis programs such as Reaktor",
            ])
            .skills(&["Audio"]),
        ]),
    ),
];

/// By entry.
pub const HOBBIES: &[(&str, Fact)] = &[(
    "hobbies",
    says(&[]).lines(&[
        says(&["Hiking"]).links(&["http://i.imgur.com/ApbbKi8.jpg"]),
        says(&["Vegetarian cooking"])
            .links(&["http://markbittman.com/book/how-to-cook-everything-vegetarian/"]),
        says(&["A pet rabbit"]).links(&["https://www.youtube.com/watch?v=SzU_dGHykZ4"]),
    ]),
)];
