//! The same response schemas for edgemock and its peers, and one judge for what they make of them.
//!
//! Everything passes through files in one folder, a set for each document `D`:
//! `D.document.json` has an operation `GET /s/{index}` for each schema and no examples; `D.schemas.jsonl` has the same
//! schemas on their own, as JSON Schema 2020-12; `D.{tool}.jsonl` has a tool's values.

use super::convert::Mode;
use super::corpus::{self, Version, is_json};
use super::judge::{Judge, Verdict, cut};
use super::responses::dialect;
use super::richness::richness;
use edgemock::generate::{Context, generate};
use edgemock::schema::{Direction, Limits, PlanBuilder, Source};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What one tool made of one schema with one seed.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Made {
    index: usize,
    seed: u64,
    /// The body as it was sent; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<String>,
    /// Why there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    /// Time to make it, where the tool is a library.
    #[serde(skip_serializing_if = "Option::is_none")]
    micros: Option<f64>,
}

/// A tool's figures over all documents.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Figures {
    /// Schemas that the tool was asked for and that can be judged.
    schemas: usize,
    /// Those it gave a value for every time.
    answered: usize,
    /// Those of which every value is valid.
    always_valid: usize,
    values: usize,
    valid_values: usize,
    /// Sum over schemas of the mean share of declared members in valid values, and the number of those schemas.
    rich_sum: f64,
    rich_count: usize,
    bytes: usize,
    /// Total time by document and schema, for the libraries.
    #[serde(skip)]
    micros: BTreeMap<(String, usize), f64>,
    /// The most frequent reasons of failure, with an example each.
    reasons: BTreeMap<String, (usize, String)>,
}

/// Pointer of the schema of `GET /s/{index}`.
fn pointer(version: Version, index: usize) -> String {
    match version {
        Version::Swagger20 => format!("/paths/~1s~1{index}/get/responses/200/schema"),
        _ => format!("/paths/~1s~1{index}/get/responses/200/content/application~1json/schema"),
    }
}

/// The schema of the lowest 2xx JSON response of every operation, each place once.
fn schemas(document: &Value) -> Vec<(String, String)> {
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for operation in corpus::operations(document) {
        let mut responses: Vec<_> = operation
            .responses
            .iter()
            .filter(|response| response.status.starts_with('2') && is_json(&response.media_type))
            .filter_map(|response| Some((response.status.clone(), response.schema.clone()?)))
            .collect();
        responses.sort_by(|one, other| one.0.cmp(&other.0));
        if let Some((_, place)) = responses.into_iter().next()
            && seen.insert(place.clone())
        {
            found.push((operation.name(), place));
        }
    }
    found
}

/// Writes documents and schemas for all tools; gives the number of schemas.
pub(crate) fn export(corpus_folder: &Path, folder: &Path, filter: Option<&str>) -> usize {
    std::fs::create_dir_all(folder).unwrap();
    let mut count = 0;
    for path in corpus::documents(corpus_folder) {
        let name = corpus::name(&path);
        if !super::schemas::picked(&name, filter) {
            continue;
        }
        let mut document = corpus::load(&path);
        let Some(version) = corpus::version(&document) else { continue };
        corpus::strip_examples(&mut document);
        let listed = schemas(&document);
        count += listed.len();
        let derived = derive(&document, version, &listed);
        let mut judge = Judge::new(derived.clone());
        let mut lines = writer(&folder.join(format!("{name}.schemas.jsonl")));
        for (index, (operation, _)) in listed.iter().enumerate() {
            let schema = judge.bundle(&pointer(version, index), Mode::Response);
            writeln!(lines, "{}", json!({"index": index, "operation": operation, "schema": schema})).unwrap();
        }
        std::fs::write(folder.join(format!("{name}.document.json")), derived.to_string()).unwrap();
    }
    count
}

/// The document with `GET /s/{index}` for each schema. Its own operations go, unless something refers to them.
fn derive(document: &Value, version: Version, listed: &[(String, String)]) -> Value {
    let mut derived = document.as_object().cloned().unwrap_or_default();
    for key in ["servers", "security", "host", "basePath", "schemes", "webhooks", "x-webhooks", "tags"] {
        derived.remove(key);
    }
    let kept = document.to_string().contains("\"#/paths/");
    let mut paths = if kept {
        document.get("paths").and_then(Value::as_object).cloned().unwrap_or_default()
    } else {
        Map::new()
    };
    for (index, (_, place)) in listed.iter().enumerate() {
        let schema = document.pointer(place).cloned().unwrap_or(Value::Bool(true));
        let operation = match version {
            Version::Swagger20 => {
                json!({"produces": ["application/json"], "responses": {"200": {"description": "", "schema": schema}}})
            }
            _ => {
                json!({"responses": {"200": {"description": "", "content": {"application/json": {"schema": schema}}}}})
            }
        };
        paths.insert(format!("/s/{index}"), json!({"get": operation}));
    }
    derived.insert("paths".to_owned(), Value::Object(paths));
    Value::Object(derived)
}

fn writer(path: &Path) -> BufWriter<std::fs::File> {
    BufWriter::new(std::fs::File::create(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

/// Names of the exported documents.
fn exported(folder: &Path) -> Vec<(String, PathBuf)> {
    let found = corpus::files(folder, ".document.json");
    found
        .into_iter()
        .map(|path| (corpus::name(&path).trim_end_matches(".document.json").to_owned(), path))
        .collect()
}

/// edgemock's own values. Plans are compiled before: a mock compiles when it publishes.
pub(crate) fn generate_all(folder: &Path, seeds: u64) {
    for (name, path) in exported(folder) {
        let document = corpus::load(&path);
        let version = corpus::version(&document).unwrap();
        let source = Source::new(&document, dialect(version));
        let mut lines = writer(&folder.join(format!("{name}.edgemock.jsonl")));
        for index in 0..count(folder, &name) {
            let mut builder = PlanBuilder::new(&source, Direction::Response, Limits::default());
            let root = builder.root(&pointer(version, index));
            let compiled = builder.finish();
            // Not measured, as with the other libraries: the plan was last used by the compiler.
            generate(&compiled.plan, root, &Context::new(0), &mut Vec::new());
            for seed in 0..seeds {
                let mut body = Vec::new();
                let started = Instant::now();
                generate(&compiled.plan, root, &Context::new(seed), &mut body);
                let micros = Some(started.elapsed().as_secs_f64() * 1e6);
                let body = Some(String::from_utf8_lossy(&body).into_owned());
                let made = Made { index, seed, body, error: None, micros };
                writeln!(lines, "{}", serde_json::to_string(&made).unwrap()).unwrap();
            }
        }
    }
}

fn count(folder: &Path, name: &str) -> usize {
    let file = std::fs::File::open(folder.join(format!("{name}.schemas.jsonl"))).unwrap();
    BufReader::new(file).lines().count()
}

/// Judges all values of these tools.
pub(crate) fn judge_all(folder: &Path, tools: &[String]) -> BTreeMap<String, Figures> {
    let mut all: BTreeMap<String, Figures> = BTreeMap::new();
    for (name, path) in exported(folder) {
        let document = corpus::load(&path);
        let version = corpus::version(&document).unwrap();
        let count = count(folder, &name);
        let mut judge = Judge::new(document);
        let pointers: Vec<String> = (0..count).map(|index| pointer(version, index)).collect();
        judge.prepare(pointers.iter().map(String::as_str), Mode::Response);
        for tool in tools {
            let figures = all.entry(tool.clone()).or_default();
            let mut by_schema: Vec<Vec<Made>> = (0..count).map(|_| Vec::new()).collect();
            if let Ok(file) = std::fs::File::open(folder.join(format!("{name}.{tool}.jsonl"))) {
                for line in BufReader::new(file).lines().map_while(Result::ok) {
                    if let Ok(made) = serde_json::from_str::<Made>(&line)
                        && let Some(list) = by_schema.get_mut(made.index)
                    {
                        list.push(made);
                    }
                }
            }
            for (pointer, values) in pointers.iter().zip(&by_schema) {
                weigh(figures, &mut judge, &name, pointer, values);
            }
        }
    }
    all
}

fn weigh(figures: &mut Figures, judge: &mut Judge, document: &str, pointer: &str, values: &[Made]) {
    let mut valid = 0;
    let mut given = 0;
    let mut shares = Vec::new();
    for made in values {
        let Some(body) = &made.body else {
            let error = cut(made.error.as_deref().unwrap_or_default(), 60);
            note(figures, format!("no value: {error}"), document, made);
            continue;
        };
        given += 1;
        if let Some(micros) = made.micros {
            *figures.micros.entry((document.to_owned(), made.index)).or_default() += micros;
        }
        figures.bytes += body.len();
        match serde_json::from_str::<Value>(body) {
            Err(error) => note(figures, format!("no JSON: {error}"), document, made),
            Ok(value) => match judge.judge(pointer, Mode::Response, &value) {
                Verdict::Valid => {
                    valid += 1;
                    shares.extend(richness(judge, pointer, Mode::Response, &value).share());
                }
                Verdict::Invalid(failure) => note(figures, failure.keyword, document, made),
                Verdict::Unverifiable(_) => return,
            },
        }
    }
    figures.schemas += 1;
    figures.answered += usize::from(given > 0 && given == values.len());
    figures.always_valid += usize::from(given > 0 && valid == values.len());
    figures.values += given;
    figures.valid_values += valid;
    if !shares.is_empty() {
        figures.rich_sum += shares.iter().sum::<f64>() / shares.len() as f64;
        figures.rich_count += 1;
    }
}

fn note(figures: &mut Figures, reason: String, document: &str, made: &Made) {
    let example = || format!("{document} /s/{} seed {}", made.index, made.seed);
    figures.reasons.entry(reason).or_insert_with(|| (0, example())).0 += 1;
}

/// The table in Markdown, and the comparison of times with `edgemock` where both made a value.
pub(crate) fn report(tools: &[String], all: &BTreeMap<String, Figures>) -> String {
    let mut text = String::from(
        "| tool | schemas answered | of these always valid | values valid | members present | valid × rich | time per value |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    let own = all.get("edgemock");
    for tool in tools {
        let Some(figures) = all.get(tool).filter(|figures| figures.answered > 0) else {
            let _ = writeln!(text, "| {tool} | not measured | | | | | |");
            continue;
        };
        // Of those answered: a document that a tool does not load is told in the column before.
        let valid = figures.always_valid as f64 / figures.answered as f64;
        let rich = figures.rich_sum / figures.rich_count.max(1) as f64;
        let time = if figures.micros.is_empty() {
            "over HTTP".to_owned()
        } else {
            format!("{:.1} µs", figures.micros.values().sum::<f64>() / figures.values.max(1) as f64)
        };
        let _ = writeln!(
            text,
            "| {tool} | {} of {} | {:.1} % | {:.1} % | {:.1} % | {:.3} | {time} |",
            figures.answered,
            figures.schemas,
            100.0 * valid,
            100.0 * figures.valid_values as f64 / figures.values.max(1) as f64,
            100.0 * rich,
            valid * rich
        );
    }
    for (tool, figures) in
        all.iter().filter(|(tool, figures)| *tool != "edgemock" && !figures.micros.is_empty())
    {
        let Some(own) = own else { break };
        let both =
            figures.micros.iter().filter_map(|(key, theirs)| own.micros.get(key).map(|ours| (ours, theirs)));
        let (ours, theirs) = both.fold((0.0, 0.0), |sum, (ours, theirs)| (sum.0 + ours, sum.1 + theirs));
        let _ = writeln!(
            text,
            "\nOn the schemas that both made values for, edgemock took {:.1} ms and {tool} {:.1} ms: {:.1} times as long.",
            ours / 1e3,
            theirs / 1e3,
            theirs / ours.max(1e-9)
        );
    }
    text
}

/// Why values failed, for those who want to look.
pub(crate) fn reasons(figures: &Figures) -> String {
    let mut reasons: Vec<_> = figures.reasons.iter().collect();
    reasons.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
    let mut text = String::new();
    for (reason, (count, example)) in reasons.iter().take(8) {
        let _ = writeln!(text, "  {count:>6}  {reason}   e.g. {example}");
    }
    text
}
