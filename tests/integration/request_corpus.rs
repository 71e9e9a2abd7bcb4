//! Requests that the engine makes for every operation of real documents pass; broken in one way, they are refused for
//! that. Bodies are judged by the independent judge as well.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)] // tests may fail loudly

use crate::support::convert::Mode;
use crate::support::judge::{Judge, Verdict};
use crate::support::{corpus, guard};
use edgemock::generate::{Context, generate};
use edgemock::import::{Document, ImportOptions, read};
use edgemock::model::Operation;
use edgemock::request::{IncomingRequest, RequestParts};
use edgemock::schema::{Direction, Limits, PlanBuilder, Source};
use edgemock::validate::{Location, Refusal, RequestRules, Scope, compile_request};
use serde_json::{Map, Value};
use std::borrow::Cow;

const SEEDS: u64 = 1;

/// One request as it is put together.
#[derive(Debug, Clone, Default)]
struct Made {
    path: Vec<(String, String)>,
    query: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    cookies: Vec<String>,
    body: Vec<u8>,
}

fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect()
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Whether a value survives being written by a style: scalars, flat lists, flat objects, none of them empty.
fn is_writable(value: &Value) -> bool {
    let plain = |value: &Value| match value {
        Value::String(text) => !text.is_empty() && !text.contains(['\n', '\r']) && text.trim() == text,
        Value::Array(_) | Value::Object(_) | Value::Null => false,
        _ => true,
    };
    match value {
        Value::Array(items) => !items.is_empty() && items.iter().all(plain),
        Value::Object(members) => !members.is_empty() && members.values().all(plain),
        other => plain(other),
    }
}

impl Made {
    fn check(&self, rules: &RequestRules, operation: &Operation) -> Result<(), Box<Refusal>> {
        let query: Vec<String> = self.query.iter().map(|(name, raw)| format!("{name}={raw}")).collect();
        let query = query.join("&");
        let mut headers: Vec<(Cow<'_, str>, Cow<'_, str>)> = self
            .headers
            .iter()
            .map(|(name, value)| (name.to_lowercase().into(), value.as_str().into()))
            .collect();
        headers.push(("cookie".into(), self.cookies.join("; ").into()));
        let path =
            self.path.iter().fold(
                operation.path.split('#').next().unwrap_or_default().to_owned(),
                |path, (name, raw)| path.replace(&format!("{{{name}}}"), raw),
            );
        let request = IncomingRequest::new(RequestParts {
            method: operation.method.as_str(),
            path: &path,
            path_parameters: self
                .path
                .iter()
                .map(|(name, raw)| (name.as_str().into(), raw.as_str().into()))
                .collect(),
            query: &query,
            headers,
            body: &self.body,
            ..RequestParts::default()
        });
        rules.check(&request, Scope { requests: true, security: false })
    }

    /// Writes a parameter as its style has it. False where that is not tried.
    fn add(&mut self, parameter: &Value, swagger: bool, value: &Value) -> bool {
        let (name, place) = (parameter["name"].as_str().unwrap(), parameter["in"].as_str().unwrap());
        let collection = parameter["collectionFormat"].as_str();
        let style = parameter["style"].as_str().unwrap_or(if matches!(place, "query" | "cookie") {
            "form"
        } else {
            "simple"
        });
        let explode = parameter["explode"].as_bool().unwrap_or(!swagger && style == "form");
        let explode = explode || collection == Some("multi");
        let code = |text: &str| if place == "header" { text.to_owned() } else { encode(text) };
        let separator = match collection.unwrap_or(style) {
            "ssv" | "spaceDelimited" => "%20",
            "tsv" => "%09",
            "pipes" | "pipeDelimited" => "|",
            _ => ",",
        };
        let join = |texts: Vec<String>| texts.join(separator);
        let written = match value {
            _ if parameter.get("content").is_some() => vec![(name.to_owned(), code(&value.to_string()))],
            Value::Object(members) if style == "deepObject" => members
                .iter()
                .map(|(key, value)| (format!("{name}[{}]", encode(key)), code(&text(value))))
                .collect(),
            Value::Object(members) if explode && style == "form" => {
                members.iter().map(|(key, value)| (encode(key), code(&text(value)))).collect()
            }
            Value::Object(members) => {
                let pairs = members.iter().flat_map(|(key, value)| [code(key), code(&text(value))]);
                vec![(name.to_owned(), join(pairs.collect()))]
            }
            Value::Array(items) if explode && style == "form" => {
                items.iter().map(|item| (encode(name), code(&text(item)))).collect()
            }
            Value::Array(items) => {
                vec![(encode(name), join(items.iter().map(|item| code(&text(item))).collect()))]
            }
            other => vec![(encode(name), code(&text(other)))],
        };
        match place {
            "path" => self.path.extend(written.into_iter().map(|(_, raw)| (name.to_owned(), raw))),
            "query" => self.query.extend(written),
            "header" => self.headers.extend(written.into_iter().map(|(_, raw)| (name.to_owned(), raw))),
            "cookie" => self.cookies.extend(written.into_iter().map(|(name, raw)| format!("{name}={raw}"))),
            _ => return false,
        }
        true
    }

    fn remove(&mut self, name: &str) {
        self.query.retain(|(known, _)| *known != encode(name));
        self.headers.retain(|(known, _)| known != name);
    }
}

/// The engine's value of a schema.
fn value_of(source: &Source<'_>, pointer: &str, seed: u64) -> Option<Value> {
    let mut builder = PlanBuilder::new(source, Direction::Request, Limits::default());
    let root = builder.root(pointer);
    let compiled = builder.finish();
    let mut body = Vec::new();
    let outcome = generate(&compiled.plan, root, &Context::new(seed), &mut body);
    outcome.valid.then(|| serde_json::from_slice(&body).unwrap())
}

/// What was tried with one document.
#[derive(Debug, Default)]
struct Tried {
    accepted: usize,
    refused: usize,
    judged: usize,
    skipped: usize,
    /// Bodies that only the judge accepts.
    lenient: usize,
    wrong: Vec<String>,
}

fn located(root: &Value, at: String) -> Option<(String, &Value)> {
    let at = corpus::follow(root, at)?;
    let value = root.pointer(&at)?;
    Some((at, value))
}

fn parameters<'d>(root: &'d Value, operation: &Operation) -> Vec<(String, &'d Value)> {
    let item = operation.pointer.rsplit_once('/').unwrap().0.to_owned();
    let mut found: Vec<(String, &Value)> = Vec::new();
    for owner in [operation.pointer.clone(), item] {
        let Some(list) = root.pointer(&format!("{owner}/parameters")).and_then(Value::as_array) else {
            continue;
        };
        for index in 0..list.len() {
            let Some((at, value)) = located(root, format!("{owner}/parameters/{index}")) else { continue };
            let same = |other: &Value| other["name"] == value["name"] && other["in"] == value["in"];
            if !found.iter().any(|(_, other)| same(other)) {
                found.push((at, value));
            }
        }
    }
    found
}

/// The schema of a parameter.
fn schema_of(root: &Value, at: &str, parameter: &Value, swagger: bool) -> Option<String> {
    if swagger {
        return Some(at.to_owned());
    }
    if let Some(content) = parameter.get("content").and_then(Value::as_object) {
        let media_type = content.keys().next()?;
        return Some(format!("{}/schema", corpus::child(&format!("{at}/content"), media_type)));
    }
    root.pointer(&format!("{at}/schema")).map(|_| format!("{at}/schema"))
}

fn json_body(root: &Value, operation: &Operation, swagger: bool) -> Option<(String, String)> {
    if swagger {
        let all = parameters(root, operation);
        let (at, _) = all.iter().find(|(_, parameter)| parameter["in"] == "body")?;
        let consumes =
            root.pointer(&format!("{}/consumes", operation.pointer)).or_else(|| root.get("consumes"));
        let types = consumes.and_then(Value::as_array).cloned().unwrap_or_default();
        if !types.is_empty() && !types.contains(&Value::from("application/json")) {
            return None;
        }
        return Some(("application/json".to_owned(), format!("{at}/schema")));
    }
    let (at, body) = located(root, format!("{}/requestBody", operation.pointer))?;
    let media_type =
        body.get("content")?.as_object()?.keys().find(|name| corpus::is_json(name) && !name.contains('*'))?;
    let schema = format!("{}/schema", corpus::child(&format!("{at}/content"), media_type));
    root.pointer(&schema).map(|_| (media_type.clone(), schema))
}

fn try_document(document: &Document, judge: &mut Judge, tried: &mut Tried) {
    let swagger = document.dialect == edgemock::schema::Dialect::OpenApi20;
    let source = Source::new(&document.root, document.dialect);
    for operation in &document.operations {
        let compiled = compile_request(&source, &document.root, document.dialect, operation);
        let rules = RequestRules::decode(&compiled.rules.encode()).unwrap();
        let name = format!("{} {}", operation.method.as_str(), operation.path);
        let declared = parameters(&document.root, operation);
        let forms = declared.iter().any(|(_, parameter)| parameter["in"] == "formData");
        let body = json_body(&document.root, operation, swagger);
        let any_body = if swagger {
            declared.iter().any(|(_, parameter)| parameter["in"] == "body")
        } else {
            document.root.pointer(&format!("{}/requestBody", operation.pointer)).is_some()
        };
        let other_body = any_body && body.is_none();
        if forms || other_body {
            tried.skipped += 1;
            continue;
        }
        for seed in 0..SEEDS {
            let mut made = Made::default();
            let mut written: Vec<(&Value, Value)> = Vec::new();
            let mut complete = true;
            for (at, parameter) in declared.iter().filter(|(_, parameter)| parameter["in"] != "body") {
                let ignored = ["accept", "content-type", "authorization"];
                let header = parameter["name"].as_str().unwrap_or_default().to_lowercase();
                if parameter["in"] == "header" && ignored.contains(&&*header) {
                    continue;
                }
                let value = match schema_of(&document.root, at, parameter, swagger) {
                    Some(pointer) => value_of(&source, &pointer, seed),
                    None => Some(Value::from("x")),
                };
                let needed = parameter["required"] == true || parameter["in"] == "path";
                let value = value.filter(|value| is_writable(value) || parameter.get("content").is_some());
                let header_safe = |value: &Value| {
                    parameter["in"] != "header" || value.to_string().is_ascii() && !text(value).contains(',')
                };
                match value.filter(header_safe) {
                    Some(value) => {
                        complete &= made.add(parameter, swagger, &value);
                        written.push((parameter, value));
                    }
                    None => complete &= !needed,
                }
            }
            let mut sent = None;
            if let Some((media_type, schema)) = &body {
                let value = value_of(&source, schema, seed);
                complete &= value.is_some();
                made.headers.push(("Content-Type".to_owned(), media_type.clone()));
                made.body = serde_json::to_vec(&value).unwrap();
                sent = value.map(|value| (schema, value));
            }
            // Members of an exploded object may have the name of another parameter.
            let names: Vec<&String> = made.query.iter().map(|(name, _)| name).collect();
            let clash = declared.iter().any(|(_, p)| {
                p["in"] == "query"
                    && p["schema"]["type"] != "array"
                    && p["type"] != "array"
                    && names
                        .iter()
                        .filter(|name| ***name == encode(p["name"].as_str().unwrap_or_default()))
                        .count()
                        > 1
            });
            if !complete || clash {
                tried.skipped += 1;
                continue;
            }
            match made.check(&rules, operation) {
                Ok(()) => tried.accepted += 1,
                Err(refusal) => {
                    tried.wrong.push(format!("{name}: refused {made:?}: {}", refusal.header()));
                    continue;
                }
            }
            break_parameters(&rules, operation, &made, &written, &name, tried);
            if let Some((schema, value)) = sent {
                break_body(&rules, operation, &made, schema, &value, judge, &name, tried);
            }
        }
    }
}

/// Leaves out what is required, and sends text where a number belongs.
fn break_parameters(
    rules: &RequestRules,
    operation: &Operation,
    made: &Made,
    written: &[(&Value, Value)],
    name: &str,
    tried: &mut Tried,
) {
    for (parameter, value) in written {
        let place = parameter["in"].as_str().unwrap();
        let called = parameter["name"].as_str().unwrap();
        let exploded = value.is_object();
        let mut expect = |made: &Made, what: &str| {
            let named = |refusal: &Refusal| {
                refusal.violations.iter().any(|violation| {
                    violation.name.as_deref() == Some(called) && violation.location.as_str() == place
                })
            };
            match made.check(rules, operation) {
                Err(refusal) if named(&refusal) => tried.refused += 1,
                other => tried.wrong.push(format!("{name}: {what} {place} {called} passes: {other:?}")),
            }
        };
        if parameter["required"] == true && matches!(place, "query" | "header") && !exploded {
            let mut less = made.clone();
            less.remove(called);
            expect(&less, "without");
        }
        let kind = parameter["schema"].get("type").or(parameter.get("type")).unwrap_or(&Value::Null);
        if matches!(kind.as_str(), Some("integer" | "number" | "boolean"))
            && place == "query"
            && parameter.get("content").is_none()
        {
            let mut other = made.clone();
            other.remove(called);
            other.query.push((encode(called), "no%20number".to_owned()));
            expect(&other, "with text in");
        }
    }
}

/// Changes one place of the body after the other; the judge says whether that is wrong.
#[allow(clippy::too_many_arguments)]
fn break_body(
    rules: &RequestRules,
    operation: &Operation,
    made: &Made,
    schema: &str,
    value: &Value,
    judge: &mut Judge,
    name: &str,
    tried: &mut Tried,
) {
    let mut others = vec![Value::from(7), Value::Array(Vec::new()), Value::Object(Map::new())];
    if let Value::Object(members) = value {
        for key in members.keys().take(6) {
            let mut less = members.clone();
            less.remove(key);
            others.push(Value::Object(less));
            for other in [Value::from("text"), Value::from(-1), Value::Null] {
                let mut changed = members.clone();
                changed.insert(key.clone(), other);
                others.push(Value::Object(changed));
            }
        }
    }
    for other in others {
        let valid = match judge.judge(schema, Mode::Request, &other) {
            Verdict::Valid => true,
            Verdict::Invalid(_) => false,
            Verdict::Unverifiable(_) => continue,
        };
        tried.judged += 1;
        let made = Made { body: serde_json::to_vec(&other).unwrap(), ..made.clone() };
        let verdict = made.check(rules, operation);
        let by_body = |refusal: &Refusal| {
            refusal.violations.iter().all(|violation| violation.location == Location::Body)
        };
        // `nullable` beside `$ref` is not there by the letter of OpenAPI 3.0, and `uint32` has no negative numbers; the
        // judge lets both through.
        let is_letter = |refusal: &Refusal| {
            let known =
                |message: &str| message.ends_with("is null") || message == "must be at least 0, is -1";
            refusal.violations.iter().all(|violation| known(&violation.message))
        };
        if valid && verdict.as_ref().is_err_and(|refusal| is_letter(refusal)) {
            tried.lenient += 1;
            continue;
        }
        if verdict.is_ok() != valid || verdict.as_ref().is_err_and(|refusal| !by_body(refusal)) {
            tried
                .wrong
                .push(format!("{name}: {:.300} is valid: {valid}, says {verdict:?}", other.to_string()));
        }
    }
}

#[test]
fn requests_of_real_documents() {
    let Some(folder) = corpus::folder("openapi") else { return };
    let filter = std::env::var("FILTER").unwrap_or_default();
    let mut all = Tried::default();
    for path in corpus::documents(&folder) {
        let name = corpus::name(&path);
        let root = corpus::load(&path);
        if !name.contains(&filter) || corpus::version(&root).is_none() {
            continue;
        }
        let tried = guard::catch(|| {
            let document = read(root.clone(), &ImportOptions::default()).unwrap();
            let (mut judge, mut tried) = (Judge::new(document.root.clone()), Tried::default());
            let swagger = corpus::version(&root) == Some(corpus::Version::Swagger20);
            let bodies: Vec<_> =
                document.operations.iter().filter_map(|op| json_body(&document.root, op, swagger)).collect();
            judge.prepare(bodies.iter().map(|(_, schema)| schema.as_str()), Mode::Request);
            try_document(&document, &mut judge, &mut tried);
            tried
        });
        let tried = tried.unwrap_or_else(|trouble| panic!("{name}: {trouble}"));
        let Tried { accepted, refused, judged, skipped, lenient, wrong } = tried;
        println!(
            "{name}: {accepted} accepted, {refused} refused, {judged} judged, {skipped} skipped, {} wrong",
            wrong.len()
        );
        for line in wrong.iter().take(6) {
            println!("    {line:.900}");
        }
        all.accepted += accepted;
        all.refused += refused;
        all.judged += judged;
        all.skipped += skipped;
        all.lenient += lenient;
        all.wrong.extend(wrong);
    }
    println!(
        "all: {} accepted, {} refused, {} judged, {} skipped, {} wrong",
        all.accepted,
        all.refused,
        all.judged,
        all.skipped,
        all.wrong.len()
    );
    assert!(all.lenient < 100, "{} bodies are refused that the judge accepts", all.lenient);
    assert!(all.wrong.is_empty(), "{} verdicts are wrong", all.wrong.len());
    assert!(
        !filter.is_empty() || all.accepted > 1000 && all.refused > 300 && all.judged > 3000,
        "too little was tried"
    );
}
