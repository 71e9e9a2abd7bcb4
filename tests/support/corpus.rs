//! Where the measured documents are, and what is measured in them: operations and their JSON response schemas.

use serde_json::{Map, Value};
use serde_yaml_ng::Value as Yaml;
use std::path::{Path, PathBuf};

/// The eight methods of a path item, as OpenAPI orders them.
const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// A part of the corpus, or `None` with a message where it is not there: the figures then mean nothing and are skipped.
pub(crate) fn folder(part: &str) -> Option<PathBuf> {
    let root = std::env::var_os("EDGEMOCK_CORPUS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus"), PathBuf::from);
    let path = root.join(part);
    if path.is_dir() {
        return Some(path);
    }
    println!(
        "skipped: no corpus at {} (set EDGEMOCK_CORPUS to the folder that holds {part})",
        path.display()
    );
    None
}

/// The files below a folder whose name has the ending, sorted by path.
pub(crate) fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the corpus is readable").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The OpenAPI documents, sorted by name.
pub(crate) fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut found = files(folder, ".json");
    found.extend(files(folder, ".yaml"));
    found.sort();
    found
}

/// The last part of a path, for tables.
pub(crate) fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Reads a JSON or YAML file with readers that the crate under test has no part in.
pub(crate) fn load(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with(['{', '[']) {
        return serde_json::from_str(text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
    let value = serde_yaml_ng::from_str(text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    yaml_value(value)
}

fn yaml_value(node: Yaml) -> Value {
    match node {
        Yaml::Null => Value::Null,
        Yaml::Bool(value) => Value::Bool(value),
        Yaml::Number(number) => match (number.as_i64(), number.as_u64()) {
            (Some(value), _) => Value::from(value),
            (None, Some(value)) => Value::from(value),
            (None, None) => Value::from(number.as_f64()),
        },
        Yaml::String(text) => Value::String(text),
        Yaml::Sequence(items) => items.into_iter().map(yaml_value).collect(),
        Yaml::Mapping(members) => {
            members.into_iter().map(|(key, value)| (yaml_key(key), yaml_value(value))).collect()
        }
        Yaml::Tagged(tagged) => yaml_value(tagged.value),
    }
}

/// YAML lets `200:` be a number; JSON does not.
fn yaml_key(key: Yaml) -> String {
    match yaml_value(key) {
        Value::String(text) => text,
        other => other.to_string(),
    }
}

/// Which specification a document follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    Swagger20,
    OpenApi30,
    OpenApi31,
}

/// `None` when the document is neither Swagger 2.0 nor OpenAPI 3.
pub(crate) fn version(document: &Value) -> Option<Version> {
    let text = |key: &str| match document.get(key) {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    if text("swagger").starts_with('2') {
        return Some(Version::Swagger20);
    }
    match text("openapi") {
        version if version.starts_with("3.0") => Some(Version::OpenApi30),
        version if version.starts_with("3.") => Some(Version::OpenApi31),
        _ => None,
    }
}

/// One operation and what it may answer.
#[derive(Debug, Clone)]
pub(crate) struct Operation {
    pub(crate) method: String,
    pub(crate) path: String,
    /// Pointer of the operation object, references of the path item followed.
    pub(crate) pointer: String,
    pub(crate) responses: Vec<Response>,
}

impl Operation {
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.method.to_uppercase(), self.path)
    }
}

/// One declared media type of one declared response.
#[derive(Debug, Clone)]
pub(crate) struct Response {
    /// The key in `responses`: `200`, `2XX`, `default`.
    pub(crate) status: String,
    pub(crate) media_type: String,
    /// Pointer of the schema; `None` where the description gives none.
    pub(crate) schema: Option<String>,
}

/// All operations in document order.
pub(crate) fn operations(document: &Value) -> Vec<Operation> {
    let mut found = Vec::new();
    let Some(paths) = document.get("paths").and_then(Value::as_object) else { return found };
    for path in paths.keys().filter(|path| !path.starts_with("x-")) {
        let Some(item) = follow(document, child("/paths", path)) else { continue };
        for method in METHODS {
            let pointer = child(&item, method);
            if !document.pointer(&pointer).is_some_and(Value::is_object) {
                continue;
            }
            let responses = responses(document, &pointer);
            found.push(Operation { method: method.to_owned(), path: path.clone(), pointer, responses });
        }
    }
    found
}

fn responses(document: &Value, operation: &str) -> Vec<Response> {
    let mut found = Vec::new();
    let list = child(operation, "responses");
    let Some(keys) = document.pointer(&list).and_then(Value::as_object) else { return found };
    for status in keys.keys().filter(|status| !status.starts_with("x-")) {
        let Some(pointer) = follow(document, child(&list, status)) else { continue };
        for (media_type, schema) in media_types(document, operation, &pointer) {
            found.push(Response { status: status.clone(), media_type, schema });
        }
    }
    found
}

/// Media types of a response object, with the pointers of their schemas.
fn media_types(document: &Value, operation: &str, response: &str) -> Vec<(String, Option<String>)> {
    let mut found = Vec::new();
    if version(document) == Some(Version::Swagger20) {
        let schema = child(response, "schema");
        if document.pointer(&schema).is_none() {
            return found;
        }
        let produces = document.pointer(&child(operation, "produces")).or_else(|| document.get("produces"));
        let media_types: Vec<&str> = produces
            .and_then(Value::as_array)
            .map(|list| list.iter().filter_map(Value::as_str).collect())
            .unwrap_or_default();
        if media_types.is_empty() {
            found.push(("*/*".to_owned(), Some(schema)));
        } else {
            found.extend(
                media_types.into_iter().map(|media_type| (media_type.to_owned(), Some(schema.clone()))),
            );
        }
        return found;
    }
    let Some(content) = follow(document, child(response, "content")) else { return found };
    for media_type in document.pointer(&content).and_then(Value::as_object).into_iter().flat_map(Map::keys) {
        let schema = follow(document, child(&content, media_type)).map(|object| child(&object, "schema"));
        found.push((media_type.clone(), schema.filter(|pointer| document.pointer(pointer).is_some())));
    }
    found
}

/// Whether bodies of a media type are JSON. Wildcards count: a mock that may choose answers them with JSON.
pub(crate) fn is_json(media_type: &str) -> bool {
    let base = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    matches!(base.as_str(), "application/json" | "text/json" | "application/x-json" | "*/*" | "application/*")
        || base.ends_with("+json")
}

/// The pointer that is left when the local references at a place have been followed; `None` where one dangles.
pub(crate) fn follow(document: &Value, pointer: String) -> Option<String> {
    let mut pointer = pointer;
    for _ in 0..50 {
        let node = document.pointer(&pointer)?;
        match node.get("$ref").and_then(Value::as_str) {
            Some(reference) => pointer = fragment(reference)?,
            None => return Some(pointer),
        }
    }
    None
}

/// The RFC 6901 pointer in a local reference (`#/a/b%20c`), percent-decoded.
pub(crate) fn fragment(reference: &str) -> Option<String> {
    let encoded = reference.strip_prefix('#').filter(|rest| rest.is_empty() || rest.starts_with('/'))?;
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = tail
            .get(..2)
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match code {
            Some(code) if *first == b'%' => {
                bytes.push(code);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).ok()
}

/// A pointer one member deeper.
pub(crate) fn child(pointer: &str, member: &str) -> String {
    format!("{pointer}/{}", member.replace('~', "~0").replace('/', "~1"))
}

/// Keywords whose members are names that the author chose, not keywords.
const NAMED: [&str; 23] = [
    "properties",
    "patternProperties",
    "$defs",
    "definitions",
    "dependentSchemas",
    "schemas",
    "responses",
    "parameters",
    "headers",
    "requestBodies",
    "callbacks",
    "paths",
    "content",
    "links",
    "mapping",
    "variables",
    "securitySchemes",
    "securityDefinitions",
    "scopes",
    "encoding",
    "webhooks",
    "pathItems",
    "dependencies",
];

/// Removes every example, so that what is measured is generated. Pointers of schemas stay as they are.
pub(crate) fn strip_examples(node: &mut Value) {
    match node {
        Value::Array(items) => items.iter_mut().for_each(strip_examples),
        Value::Object(members) => {
            members.retain(|key, _| {
                !matches!(key.as_str(), "example" | "examples" | "x-example" | "x-examples")
            });
            for (key, value) in members.iter_mut() {
                if matches!(key.as_str(), "enum" | "const" | "default") || key.starts_with("x-") {
                    continue;
                }
                match value {
                    Value::Object(named) if NAMED.contains(&key.as_str()) => {
                        named.values_mut().for_each(strip_examples);
                    }
                    other => strip_examples(other),
                }
            }
        }
        _ => {}
    }
}
