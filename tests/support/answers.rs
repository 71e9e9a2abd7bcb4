//! Asks a running mock for every operation of a document and judges what it answers.

use super::convert::Mode;
use super::corpus::{self, Operation, child, follow};
use super::judge::{Judge, Verdict, cut};
use super::richness::richness;
use super::schemas::percent;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::time::Duration;
use ureq::Agent;
use ureq::http::{Method, Request};

/// How an operation did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Valid,
    Invalid,
    /// The answer is an example of the description that breaks the description's own schema.
    Example,
    /// The declared schema cannot be evaluated.
    Unverifiable,
}

/// What was measured of one document.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub(crate) document: String,
    pub(crate) operations: usize,
    pub(crate) reachable: usize,
    /// Operations whose status, media type and body are as declared, of those that are counted.
    pub(crate) valid: usize,
    pub(crate) counted: usize,
    /// Bodies judged by a JSON schema.
    pub(crate) json: usize,
    pub(crate) json_valid: usize,
    pub(crate) examples: usize,
    pub(crate) unverifiable: usize,
    shares: Vec<f64>,
    largest: usize,
    reasons: BTreeMap<String, Vec<String>>,
}

impl Report {
    /// One line of the table.
    pub(crate) fn row(&self) -> String {
        let rich = if self.shares.is_empty() {
            100.0
        } else {
            100.0 * self.shares.iter().sum::<f64>() / self.shares.len() as f64
        };
        format!(
            "{:<30} operations {:>4}  reachable {:>6.2} %  valid {:>6.2} %  JSON {:>4}, valid {:>6.2} %  rich {:>6.2} %  largest {:>6} B  left out: example {}, unverifiable {}",
            self.document,
            self.operations,
            percent(self.reachable, self.operations),
            percent(self.valid, self.counted),
            self.json,
            percent(self.json_valid, self.json),
            rich,
            self.largest,
            self.examples,
            self.unverifiable
        )
    }

    /// Why operations failed, most frequent first.
    pub(crate) fn reasons(&self) -> String {
        let mut reasons: Vec<_> = self.reasons.iter().collect();
        reasons.sort_by_key(|(_, operations)| std::cmp::Reverse(operations.len()));
        let mut text = String::new();
        for (reason, operations) in reasons.iter().take(12) {
            let _ = writeln!(text, "  {:>4}  {reason}", operations.len());
            for operation in operations.iter().take(3) {
                let _ = writeln!(text, "        {operation}");
            }
        }
        text
    }

    /// The counts, for programs.
    pub(crate) fn json(&self) -> Value {
        json!({
            "document": self.document, "operations": self.operations, "reachable": self.reachable, "counted": self.counted,
            "valid": self.valid, "json": self.json, "jsonValid": self.json_valid, "examples": self.examples,
            "unverifiable": self.unverifiable, "row": self.row(), "reasons": self.reasons(),
        })
    }

    fn fail(&mut self, reason: impl Into<String>, detail: String) {
        self.reasons.entry(reason.into()).or_default().push(detail);
    }
}

/// An answer as it came.
struct Answer {
    status: u16,
    content_type: Option<String>,
    body: Vec<u8>,
}

/// Asks `base` (a mock's address with its prefix) for every operation. `ids` gives the endpoint id of an operation whose
/// path has a `#`, which no request can carry: `GET /a#b` to 17.
pub(crate) fn ask(base: &str, name: &str, document: &Value, ids: &HashMap<String, u64>) -> Report {
    let agent: Agent = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .allow_non_standard_methods(true)
        .timeout_global(Some(Duration::from_secs(30)))
        // Judging takes a while between requests; a kept connection may be closed by then.
        .max_idle_connections(0)
        .build()
        .into();
    let operations = corpus::operations(document);
    let mut judge = Judge::new(document.clone());
    let pointers: Vec<&str> = operations
        .iter()
        .flat_map(|operation| &operation.responses)
        .filter_map(|response| response.schema.as_deref())
        .collect();
    judge.prepare(pointers, Mode::Response);
    let mut report = Report { document: name.to_owned(), operations: operations.len(), ..Report::default() };
    for operation in &operations {
        let url = format!("{}{}", base.trim_end_matches('/'), target(document, operation, ids));
        match send(&agent, document, operation, &url) {
            Err(message) => {
                report.counted += 1;
                report.fail("no answer", format!("{}: {message}", operation.name()));
            }
            Ok(answer) => {
                let declared = declared(document, operation);
                let found = key(&declared, answer.status);
                let hidden = found.is_none_or(|key| key == "default");
                let routed = !(matches!(answer.status, 404 | 405 | 501) && hidden);
                report.reachable += usize::from(routed);
                report.largest = report.largest.max(answer.body.len());
                let state =
                    weigh(&mut report, &mut judge, document, operation, &answer, found.filter(|_| routed));
                match state {
                    State::Example => report.examples += 1,
                    State::Unverifiable => report.unverifiable += 1,
                    State::Valid | State::Invalid => {
                        report.counted += 1;
                        report.valid += usize::from(state == State::Valid);
                    }
                }
            }
        }
    }
    report
}

/// Judges one answer and notes why it fails.
fn weigh(
    report: &mut Report,
    judge: &mut Judge,
    document: &Value,
    operation: &Operation,
    answer: &Answer,
    key: Option<&str>,
) -> State {
    let name = operation.name();
    let shown = cut(&String::from_utf8_lossy(&answer.body), 160);
    let Some(key) = key else {
        if declared(document, operation).is_empty() && answer.status < 400 {
            return State::Valid;
        }
        report.fail(format!("status {} undeclared", answer.status), format!("{name}: {shown}"));
        return State::Invalid;
    };
    if operation.method == "head" || matches!(answer.status, 204 | 304) {
        return State::Valid;
    }
    let media: Vec<_> = operation.responses.iter().filter(|response| response.status == key).collect();
    if media.is_empty() {
        return State::Valid;
    }
    let Some(content_type) = &answer.content_type else {
        report.fail("no content type", name);
        return State::Invalid;
    };
    let types: Vec<&str> = media.iter().map(|response| response.media_type.as_str()).collect();
    let Some(index) = media_type(&types, content_type) else {
        report.fail(
            "content type undeclared",
            format!("{name}: {content_type}, declared {}", types.join(", ")),
        );
        return State::Invalid;
    };
    let base = essence(content_type);
    if !matches!(base.as_str(), "application/json" | "text/json" | "application/x-json")
        && !base.ends_with("+json")
    {
        return State::Valid;
    }
    let value: Value = match serde_json::from_slice(&answer.body) {
        Ok(value) => value,
        Err(error) => {
            report.json += 1;
            report.fail("body is not JSON", format!("{name}: {error}: {shown}"));
            return State::Invalid;
        }
    };
    let Some(pointer) = media.get(index).and_then(|response| response.schema.as_deref()) else {
        return State::Valid;
    };
    match judge.judge(pointer, Mode::Response, &value) {
        Verdict::Unverifiable(message) => {
            report.fail("schema cannot be evaluated", format!("{name}: {message}"));
            State::Unverifiable
        }
        Verdict::Valid => {
            report.json += 1;
            report.json_valid += 1;
            report.shares.extend(richness(judge, pointer, Mode::Response, &value).share());
            State::Valid
        }
        Verdict::Invalid(failure) => {
            if examples(document, operation, key).contains(&value) {
                report.fail(
                    "left out: an example of the description that breaks its schema",
                    format!("{name}: {failure}"),
                );
                return State::Example;
            }
            report.json += 1;
            report.fail(format!("schema {}", failure.keyword), format!("{name}: {failure}"));
            State::Invalid
        }
    }
}

/// The keys of an operation's `responses`.
fn declared(document: &Value, operation: &Operation) -> Vec<String> {
    let responses = document.pointer(&child(&operation.pointer, "responses")).and_then(Value::as_object);
    responses.into_iter().flat_map(Map::keys).filter(|key| !key.starts_with("x-")).cloned().collect()
}

/// The declared key that a status falls under.
fn key(declared: &[String], status: u16) -> Option<&str> {
    let range = format!("{}XX", status / 100);
    [status.to_string(), range, "DEFAULT".to_owned()]
        .iter()
        .find_map(|wanted| declared.iter().find(|key| key.to_uppercase() == *wanted))
        .map(String::as_str)
}

fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// The declared media type that an answer's content type falls under.
fn media_type(declared: &[&str], content_type: &str) -> Option<usize> {
    let base = essence(content_type);
    let full = content_type.replace(' ', "").to_lowercase();
    let family = format!("{}/*", base.split('/').next().unwrap_or_default());
    let find = |test: &dyn Fn(&str) -> bool| declared.iter().position(|media_type| test(media_type));
    find(&|media_type| media_type.replace(' ', "").to_lowercase() == full)
        .or_else(|| find(&|media_type| essence(media_type) == base))
        .or_else(|| find(&|media_type| essence(media_type) == family))
        .or_else(|| find(&|media_type| matches!(essence(media_type).as_str(), "*/*" | "*")))
}

/// Whole-body examples that the description declares for a response, those in text read as JSON too.
fn examples(document: &Value, operation: &Operation, key: &str) -> Vec<Value> {
    let mut found = Vec::new();
    let place = child(&child(&operation.pointer, "responses"), key);
    let Some(response) = follow(document, place).and_then(|pointer| document.pointer(&pointer).cloned())
    else {
        return found;
    };
    found.extend(
        response.get("examples").and_then(Value::as_object).into_iter().flat_map(Map::values).cloned(),
    );
    let mut holders = vec![response.clone()];
    holders.extend(
        response.get("content").and_then(Value::as_object).into_iter().flat_map(Map::values).cloned(),
    );
    for holder in holders {
        found.extend(holder.get("example").cloned());
        for example in holder.get("examples").and_then(Value::as_object).into_iter().flat_map(Map::values) {
            let example = match example.get("$ref").and_then(Value::as_str).and_then(corpus::fragment) {
                Some(pointer) => document.pointer(&pointer),
                None => Some(example),
            };
            found.extend(example.and_then(|example| example.get("value")).cloned());
        }
        let mut schema = holder.get("schema");
        if let Some(pointer) =
            schema.and_then(|schema| schema.get("$ref")).and_then(Value::as_str).and_then(corpus::fragment)
        {
            schema = follow(document, pointer).and_then(|pointer| document.pointer(&pointer));
        }
        if let Some(schema) = schema {
            found.extend(schema.get("example").cloned());
            found.extend(schema.get("examples").and_then(Value::as_array).into_iter().flatten().cloned());
        }
    }
    let texts: Vec<Value> =
        found.iter().filter_map(Value::as_str).filter_map(|text| serde_json::from_str(text).ok()).collect();
    found.extend(texts);
    found
}

/// Path and query of the request: path parameters and required query parameters filled.
fn target(document: &Value, operation: &Operation, ids: &HashMap<String, u64>) -> String {
    let (path, in_fragment) =
        operation.path.split_once('#').map_or((operation.path.as_str(), false), |(path, _)| (path, true));
    let (path, mut query) = match path.split_once('?') {
        Some((path, query)) => (path, vec![query.to_owned()]),
        None => (path, Vec::new()),
    };
    let parameters = parameters(document, operation);
    let mut filled = String::new();
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        filled.push_str(&encode(before, "/:@!$&'()*+,;=-._~%"));
        let schema = parameters
            .iter()
            .find(|(place, known, _)| place == "path" && known == name)
            .map(|(_, _, schema)| schema);
        filled.push_str(&encode(&sample(document, schema), "-._~"));
        rest = after;
    }
    filled.push_str(&encode(rest, "/:@!$&'()*+,;=-._~%"));
    for (_, name, schema) in parameters.iter().filter(|(place, ..)| place == "query") {
        query.push(format!("{}={}", encode(name, "-._~[]"), encode(&sample(document, Some(schema)), "-._~")));
    }
    if in_fragment && let Some(id) = ids.get(&operation.name()) {
        query.push(format!("apidogApiId={id}"));
    }
    if query.is_empty() { filled } else { format!("{filled}?{}", query.join("&")) }
}

/// Path parameters, and the required ones in the query and the headers: place, name, schema.
fn parameters(document: &Value, operation: &Operation) -> Vec<(String, String, Value)> {
    let item = operation.pointer.rsplit_once('/').map_or("", |(item, _)| item);
    let mut found: Vec<(String, String, Value)> = Vec::new();
    for holder in [operation.pointer.as_str(), item] {
        let list = child(holder, "parameters");
        let count = document.pointer(&list).and_then(Value::as_array).map_or(0, Vec::len);
        for index in 0..count {
            let pointer = follow(document, child(&list, &index.to_string()));
            let Some(parameter) = pointer.and_then(|pointer| document.pointer(&pointer)) else { continue };
            let text = |key: &str| parameter.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
            let (place, name) = (text("in"), text("name"));
            let wanted = place == "path" || parameter.get("required") == Some(&Value::Bool(true));
            if wanted && !found.iter().any(|(other, known, _)| *other == place && *known == name) {
                found.push((place, name, parameter.get("schema").unwrap_or(parameter).clone()));
            }
        }
    }
    found
}

/// A plausible text for a parameter. The mock need not like it: mocks answer without looking at values.
fn sample(document: &Value, schema: Option<&Value>) -> String {
    let mut schema = schema;
    for _ in 0..10 {
        match schema.and_then(|schema| schema.get("$ref")).and_then(Value::as_str).and_then(corpus::fragment)
        {
            Some(pointer) => schema = document.pointer(&pointer),
            None => break,
        }
    }
    let Some(schema) = schema else { return "abc".to_owned() };
    let first = |key: &str| schema.get(key).and_then(Value::as_array).and_then(|list| list.first());
    let chosen = schema.get("const").or_else(|| first("enum")).or_else(|| schema.get("default"));
    let text = match chosen {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Null | Value::Array(_) | Value::Object(_)) | None => String::new(),
        Some(other) => other.to_string(),
    };
    if !text.is_empty() {
        return text;
    }
    match schema.get("type").and_then(Value::as_str) {
        Some("integer" | "number") => "1",
        Some("boolean") => "true",
        _ => "abc",
    }
    .to_owned()
}

fn encode(text: &str, kept: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.as_bytes().contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

fn send(agent: &Agent, document: &Value, operation: &Operation, url: &str) -> Result<Answer, String> {
    let method =
        Method::from_bytes(operation.method.to_uppercase().as_bytes()).map_err(|error| error.to_string())?;
    let mut request = Request::builder().method(&method).uri(url);
    request = request.header("Accept", "application/json, application/*+json;q=0.9, */*;q=0.5");
    for (_, name, schema) in parameters(document, operation).iter().filter(|(place, ..)| place == "header") {
        if !matches!(
            name.to_lowercase().as_str(),
            "accept" | "content-type" | "authorization" | "content-length" | "host"
        ) {
            request = request.header(name, sample(document, Some(schema)));
        }
    }
    let with_body = matches!(operation.method.as_str(), "post" | "put" | "patch");
    let response = if with_body {
        let request = request
            .header("Content-Type", "application/json")
            .body("{}")
            .map_err(|error| error.to_string())?;
        agent.run(request)
    } else {
        agent.run(request.body(()).map_err(|error| error.to_string())?)
    };
    let mut response = response.map_err(|error| error.to_string())?;
    let content_type =
        response.headers().get("content-type").and_then(|value| value.to_str().ok()).map(str::to_owned);
    let status = response.status().as_u16();
    let body = response.body_mut().read_to_vec().map_err(|error| error.to_string())?;
    Ok(Answer { status, content_type, body })
}
