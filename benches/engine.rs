//! What the engine costs by itself, natively: to build its index, and to answer.
//!
//! Never looks at a page: `page` does.

use std::{fs, hint::black_box, path::Path, time::Duration};

use criterion::{BatchSize, BenchmarkId, Criterion};
use resume::{
    query::{Data, Index, Matches, fold, nearest},
    url,
};

mod generate;

const OF_RESUME: &str = "of a résumé";
const OF_DATA: &str = "of its data";
const NOTHING: &str = "nothing found";

/// What is asked, as URLs ask it. The first two skills are the ones most often named.
const QUERIES: [(&str, &str); 9] = [
    ("one tag", "skill=rust"),
    ("two tags, all", "skill=rust&skill=python&match=all"),
    ("without a tag", "skill=rust&skill=-java"),
    ("one letter", "q=e"),
    ("rare word", "q=zymurgy"),
    ("phrase", "q=%22query+service%22"),
    ("word less", "q=data+-service"),
    ("years", "from=2012&to=2016"),
    (NOTHING, "skill=rust&q=zymurgi"),
];

fn build(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("index");
    for lines in generate::SIZES {
        let resume = generate::resume(lines);
        let data = Data::of(&resume);
        assert_eq!(data.lines.len(), lines);
        group.sample_size(if lines > 3_000 { 10 } else { 50 });
        group.bench_function(BenchmarkId::new(OF_RESUME, lines), |bench| {
            bench.iter(|| Index::of(black_box(&resume), generate::TODAY));
        });
        // What the browser does at its start, once it has read the data.
        group.bench_function(BenchmarkId::new(OF_DATA, lines), |bench| {
            bench.iter_batched(
                || data.clone(),
                |data| Index::new(data, generate::TODAY, fold),
                BatchSize::LargeInput,
            );
        });
    }
}

fn answer(bench: &mut Criterion) {
    for (name, search) in QUERIES {
        let mut group = bench.benchmark_group(name);
        for lines in generate::SIZES {
            let index = Index::of(&generate::resume(lines), generate::TODAY);
            let query = url::parse(&url::decode(search), &index.tags);
            let mut matches = Matches::room(&index);
            group.bench_function(BenchmarkId::new("answer", lines), |bench| {
                bench.iter(|| matches.answer(black_box(&index), black_box(&query)));
            });
            matches.answer(&index, &query);
            // A query that finds nothing where it should measures nothing.
            assert_eq!(matches.matching.is_empty(), name == NOTHING, "{search}");
            if name == NOTHING {
                group.sample_size(20);
                group.bench_function(BenchmarkId::new("nearest", lines), |bench| {
                    bench.iter(|| nearest(black_box(&index), black_box(&query)));
                });
            }
        }
    }
}

fn main() {
    let results = Path::new(env!("CARGO_TARGET_TMPDIR")).join("criterion");
    let mut bench = Criterion::default()
        .output_directory(&results)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(1))
        .configure_from_args();
    build(&mut bench);
    answer(&mut bench);
    bench.final_summary();
    print(&results);
}

/// Prints the medians as a table in Markdown, with how they grow; what was not measured this time
/// is shown as it was last.
fn print(results: &Path) {
    let sizes = generate::SIZES.map(|lines| lines.to_string());
    println!("| µs at lines: | {} |", sizes.join(" | "));
    println!("|---|{}", "---:|".repeat(sizes.len()));
    let queries = QUERIES.map(|(name, _)| (name, "answer"));
    let rows = [("index", OF_RESUME), ("index", OF_DATA)].into_iter();
    for (group, function) in rows.chain(queries).chain([(NOTHING, "nearest")]) {
        let medians = sizes.each_ref().map(|lines| {
            let file = results
                .join(group)
                .join(function)
                .join(lines)
                .join("new/estimates.json");
            let estimates: serde_json::Value =
                serde_json::from_slice(&fs::read(file).ok()?).ok()?;
            estimates["median"]["point_estimate"].as_f64()
        });
        let cell = |at: usize| match (medians[at], at.checked_sub(1).and_then(|at| medians[at])) {
            (Some(now), Some(before)) => format!("{:.2} (× {:.1})", now / 1e3, now / before),
            (Some(now), None) => format!("{:.2}", now / 1e3),
            (None, _) => "–".to_owned(),
        };
        let cells: Vec<_> = (0..medians.len()).map(cell).collect();
        println!("| {group}, {function} | {} |", cells.join(" | "));
    }
}
