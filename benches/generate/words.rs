//! The words that generated résumés are made of, in lists with commas between; where some are
//! commoner than others, these come first.

/// Names of skills.
pub const SKILLS: &str = "\
    Rust, Python, Java, SQL, Leadership, Data pipelines, APIs, Hadoop, AWS, Linux, Go, C++, \
    Security, Docker, Kubernetes, JavaScript, C, Scala, Distributed systems, Testing, CI/CD, \
    Operations, Networking, PostgreSQL, TypeScript, C#, .NET, Machine learning, Statistics, R, \
    Teaching, Writing, Git, Haskell, Compilers, Graphics, Audio, Robotics, Embedded, \
    Cryptography, Search, Caching, Storage, Observability, Accessibility, Typography, HTML, CSS, \
    Node.js, React, Ruby, PHP, Perl, Lua, Erlang, Prolog, Fortran, MATLAB, Bioinformatics, Cost \
    optimisation";

/// Names of keywords, two for every third skill.
pub const KEYWORDS: &str = "\
    Tokio, Serde, Joins, Views, REST, GraphQL, systemd, eBPF, Threat models, Audits, Bundlers, \
    Workers, Consensus, Clocks, On-call, Runbooks, Modules, Decorators, Regression, Ranking, \
    Workshops, Slides, Parsing, Inlining, Kinematics, Planning, Signatures, Key exchange, \
    Replication, Backups";

/// What lines begin with.
pub const STARTS: &str = "\
    Designed, Built, Led, Wrote, Introduced, Maintained, Moved, Measured, Replaced, Taught, \
    Reviewed, Automated, Cut, Planned, Ran, Debugged";

/// Where jobs are.
pub const PLACES: &str = "\
    San Francisco, Pittsburgh, Zürich, Kraków, Montréal, Göteborg, Porto, Kyoto";

/// All other words.
pub const WORDS: &str = "\
    the, and, of, a, for, to, in, with, on, data, service, team, system, from, that, query, new, \
    by, tools, engine, platform, over, cluster, into, users, code, three, jobs, which, software, \
    large, as, through, library, index, server, customers, time, storage, its, per, cent, web, \
    model, first, pipeline, interface, research, company, analysis, log, open, source, internal, \
    back, end, years, people, release, language, network, schema, store, table, search, latency, \
    cost, million, requests, day, project, scale, design, documents, memory, file, disk, \
    parallel, compute, cloud, machines, records, batch, stream, client, protocol, version, \
    legacy, migration, monitoring, alerts, deployment, production, quality, review, standards, \
    training, students, course, laboratory, paper, conference, prototype, experiment, benchmark, \
    compiler, parser, runtime, kernel, driver, device, sensor, signal, image, video, mobile, \
    payment, billing, invoice, ledger, audit, policy, account, identity, access, gateway, proxy, \
    cache, queue, scheduler, worker, broker, shard, replica, snapshot, backup, restore, failure, \
    recovery, incident, rotation, capacity, forecast, budget, vendor, contract, hiring, mentor, \
    intern, roadmap, feature, flag, rollout, metric, dashboard, report, finance, health, genome, \
    protein, climate, satellite, routing, traffic, logistics, warehouse, catalogue, inventory, \
    recommendation, ranking, translation, speech, dialogue, résumé, café, naïve, façade, \
    archive, museum, library's, orchestra, theatre, festival, garden, bicycle, marathon, \
    lighthouse, observatory, telescope, harbour, glacier, volcano, savannah, meridian, almanac, \
    quorum, lattice, tessellation";
