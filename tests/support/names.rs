//! Finds the properties of real documents whose names have to say what they hold, and asks the name rules.

use edgemock::rules::{BuiltIn, Kind, Property, built_in_rule};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::Path;

/// What makes a name unnecessary: something else says what the value is.
const SAID_OTHERWISE: [&str; 9] =
    ["enum", "const", "format", "pattern", "example", "examples", "default", "x-apidog-mock", "x-faker"];
/// Where documents hold schemas by name, so that the name is no property's.
const SCHEMA_MAPS: [&str; 5] = ["schemas", "definitions", "$defs", "responses", "requestBodies"];

/// A declared property, or the items of one that is a list.
#[derive(Debug)]
pub(crate) struct Declared {
    pub(crate) name: String,
    pub(crate) owners: Vec<String>,
    pub(crate) kind: Kind,
    pub(crate) is_list: bool,
}

impl Declared {
    /// The rule for it.
    pub(crate) fn rule(&self) -> Option<BuiltIn> {
        let owners: Vec<&str> = self.owners.iter().map(String::as_str).collect();
        built_in_rule(&Property { name: &self.name, owners: &owners, kind: self.kind, format: None })
    }
}

/// The documents of the corpus by file name; empty, and a line on stderr, where the folder is missing.
pub(crate) fn documents() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/openapi");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: {} is not there", folder.display());
        return Vec::new();
    };
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    let is_document = |path: &std::path::PathBuf| {
        path.extension().is_some_and(|ending| ending == "json" || ending == "yaml")
    };
    paths
        .into_iter()
        .filter(is_document)
        .filter_map(|path| {
            let name = path.file_name()?.to_string_lossy().into_owned();
            let bytes = std::fs::read(&path).ok()?;
            match edgemock::import::text::parse(&bytes) {
                Ok(parsed) => Some((name, parsed.value)),
                Err(error) => {
                    eprintln!("{name}: {error}");
                    None
                }
            }
        })
        .collect()
}

/// All properties of a document that are strings or numbers and say nothing else about their values.
pub(crate) fn declared(document: &Value) -> Vec<Declared> {
    let mut walk = Walk { document, found: Vec::new() };
    walk.value(document, &[], false);
    walk.found
}

struct Walk<'d> {
    document: &'d Value,
    found: Vec<Declared>,
}

impl Walk<'_> {
    /// `by_name`: the keys of this object are names, not keywords.
    fn value(&mut self, value: &Value, owners: &[String], by_name: bool) {
        match value {
            Value::Array(list) => list.iter().for_each(|value| self.value(value, owners, false)),
            Value::Object(object) => {
                for (key, value) in object {
                    let skipped = ["example", "examples", "default", "enum", "const"].contains(&key.as_str());
                    if !by_name && (skipped || key.starts_with("x-")) {
                        continue;
                    }
                    match (key.as_str(), value) {
                        ("properties", Value::Object(properties)) if !by_name => {
                            self.properties(object, properties, owners);
                        }
                        (key, Value::Object(schemas)) if !by_name && SCHEMA_MAPS.contains(&key) => {
                            let named = key != "responses" && key != "requestBodies";
                            for (name, schema) in schemas {
                                let owners = if named { vec![name.clone()] } else { Vec::new() };
                                self.value(schema, &owners, false);
                            }
                        }
                        _ => self.value(value, owners, false),
                    }
                }
            }
            _ => {}
        }
    }

    fn properties(
        &mut self,
        schema: &Map<String, Value>,
        properties: &Map<String, Value>,
        owners: &[String],
    ) {
        let mut of = owners.to_vec();
        if let Some(title) = schema.get("title").and_then(Value::as_str) {
            of.insert(of.len().min(1), title.to_owned());
        }
        for (name, schema) in properties {
            let (mut kind, mut said) = self.kind(schema);
            let items = self.items(schema);
            if let Some(items) = items {
                let (of_items, said_of_items) = self.kind(items);
                (kind, said) = (of_items, said || said_of_items);
            }
            if let Some(kind) = kind.filter(|_| !said) {
                let is_list = items.is_some();
                self.found.push(Declared { name: name.clone(), owners: of.clone(), kind, is_list });
            }
            let inner: Vec<String> = std::iter::once(name.clone()).chain(of.iter().cloned()).collect();
            self.value(schema, &inner, false);
        }
    }

    /// The type of a schema, and whether something says more about its values.
    fn kind(&self, schema: &Value) -> (Option<Kind>, bool) {
        let mut said = false;
        let schema = self.plain(schema, &mut said);
        let kind = match schema.and_then(type_of) {
            Some("string") => Some(Kind::String),
            Some("integer") => Some(Kind::Integer),
            Some("number") => Some(Kind::Number),
            _ => None,
        };
        (kind, said)
    }

    /// The items of a list.
    fn items<'s>(&'s self, schema: &'s Value) -> Option<&'s Value> {
        let schema = self.plain(schema, &mut false)?;
        if type_of(schema) == Some("array") { schema.get("items") } else { None }
    }

    /// The schema behind references and choices of one.
    fn plain<'s>(&'s self, schema: &'s Value, said: &mut bool) -> Option<&'s Value> {
        let mut schema = schema;
        for _ in 0..20 {
            *said |= SAID_OTHERWISE.iter().any(|key| schema.get(key).is_some());
            if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
                schema = self.document.pointer(reference.strip_prefix('#')?)?;
                continue;
            }
            if schema.get("type").is_some() {
                return Some(schema);
            }
            let choices = ["anyOf", "oneOf", "allOf"].iter().find_map(|key| schema.get(key)?.as_array());
            let Some(choices) = choices else { return Some(schema) };
            let mut others = choices.iter().filter(|choice| type_of(choice) != Some("null"));
            match (others.next(), others.next()) {
                (Some(only), None) => schema = only,
                _ => return None,
            }
        }
        None
    }
}

/// The one type of a schema, `null` aside.
fn type_of(schema: &Value) -> Option<&str> {
    match schema.get("type")? {
        Value::String(name) => Some(name),
        Value::Array(names) => {
            let mut names = names.iter().filter_map(Value::as_str).filter(|name| *name != "null");
            let first = names.next();
            if names.next().is_some() { None } else { first }
        }
        _ => None,
    }
}

/// How many properties there are and for how many of them a rule applies.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Share {
    pub(crate) all: usize,
    pub(crate) matched: usize,
}

impl Share {
    pub(crate) fn add(&mut self, matched: bool) {
        self.all += 1;
        self.matched += usize::from(matched);
    }

    pub(crate) fn percent(self) -> f64 {
        if self.all == 0 { 100.0 } else { 100.0 * self.matched as f64 / self.all as f64 }
    }
}

/// The names no rule applies to, with their types, and how often each is declared.
pub(crate) type Unmatched = BTreeMap<(String, &'static str), usize>;

/// Counts the properties of a document, those that are no lists first, then all.
pub(crate) fn count(declared: &[Declared], unmatched: &mut Unmatched) -> (Share, Share) {
    let (mut plain, mut all) = (Share::default(), Share::default());
    for property in declared {
        let matched = property.rule().is_some();
        all.add(matched);
        if !property.is_list {
            plain.add(matched);
        }
        if !matched {
            let kind = if property.kind == Kind::String { "string" } else { "number" };
            *unmatched.entry((property.name.clone(), kind)).or_default() += 1;
        }
    }
    (plain, all)
}
