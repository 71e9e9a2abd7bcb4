//! The word on a value: the `jsonschema` crate, formats asserted, and where and why it says no.

use super::convert::{Converter, INTEGER_BITS, Mode};
use jsonschema::error::ValidationErrorKind;
use jsonschema::{
    Draft, Keyword, PatternOptions, Registry, Resource, ValidationError, ValidationOptions, Validator,
};
use serde_json::{Map, Value, json};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::Arc;

/// Why a value is not valid.
#[derive(Debug, Clone)]
pub(crate) struct Failure {
    /// The keyword that says no.
    pub(crate) keyword: String,
    /// Where in the value.
    pub(crate) instance: String,
    /// Where in the schema; definitions carry their place in the document.
    pub(crate) schema: String,
    /// What the judge says, cut to a line.
    pub(crate) message: String,
    /// The part of the value, cut to a line.
    pub(crate) excerpt: String,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { keyword, instance, schema, message, excerpt } = self;
        write!(
            formatter,
            "`{keyword}` at value {instance:?}, schema {schema}\n        {message}\n        value: {excerpt}"
        )
    }
}

/// What a schema says of a value.
#[derive(Debug, Clone)]
pub(crate) enum Verdict {
    Valid,
    Invalid(Box<Failure>),
    /// The schema itself cannot be evaluated; nobody can satisfy it provably.
    Unverifiable(String),
}

/// Judges values by the schemas of one OpenAPI document.
pub(crate) struct Judge {
    converter: Converter,
    roots: HashMap<(Mode, String), Rc<Value>>,
    frozen: HashMap<Mode, Frozen>,
    validators: RefCell<HashMap<usize, Rc<Result<Validator, String>>>>,
}

/// The definitions of one direction; nodes keep their addresses while this lives.
struct Frozen {
    count: usize,
    definitions: Map<String, Value>,
    registry: Registry<'static>,
}

impl Judge {
    pub(crate) fn new(document: Value) -> Self {
        Self {
            converter: Converter::new(Arc::new(document)),
            roots: HashMap::new(),
            frozen: HashMap::new(),
            validators: RefCell::default(),
        }
    }

    /// Converts the schemas at these pointers together, which is cheaper than one by one.
    pub(crate) fn prepare<'p>(&mut self, pointers: impl IntoIterator<Item = &'p str>, mode: Mode) {
        for pointer in pointers {
            self.root(pointer, mode);
        }
        self.freeze(mode);
    }

    /// References that the document leaves open.
    pub(crate) fn unresolved(&self) -> &BTreeSet<String> {
        &self.converter.unresolved
    }

    /// The converted schema at a pointer.
    pub(crate) fn root(&mut self, pointer: &str, mode: Mode) -> Rc<Value> {
        if let Some(root) = self.roots.get(&(mode, pointer.to_owned())) {
            return Rc::clone(root);
        }
        let root = Rc::new(self.converter.at(pointer, mode));
        self.roots.insert((mode, pointer.to_owned()), Rc::clone(&root));
        root
    }

    /// A definition by the reference that a converted schema uses.
    pub(crate) fn definition(&self, reference: &str, mode: Mode) -> Option<&Value> {
        let name = reference.strip_prefix(mode.base())?.strip_prefix("#/$defs/")?;
        self.frozen.get(&mode)?.definitions.get(name)
    }

    /// The schema at a pointer on its own, with the definitions it reaches.
    pub(crate) fn bundle(&mut self, pointer: &str, mode: Mode) -> Value {
        let root = self.root(pointer, mode);
        self.freeze(mode);
        let prefix = format!("{}#/$defs/", mode.base());
        let mut reached = Map::new();
        let mut waiting = Vec::new();
        let body = localise(&root, &prefix, &mut waiting);
        while let Some(name) = waiting.pop() {
            if !reached.contains_key(&name) {
                reached.insert(name.clone(), Value::Null);
                let definition = self.frozen[&mode].definitions.get(&name).unwrap_or(&Value::Bool(true));
                let definition = localise(definition, &prefix, &mut waiting);
                reached.insert(name, definition);
            }
        }
        let mut out = Map::new();
        out.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        match body {
            Value::Object(members) => out.extend(members),
            Value::Bool(false) => {
                out.insert("not".to_owned(), json!({}));
            }
            _ => {}
        }
        if !reached.is_empty() {
            out.insert("$defs".to_owned(), Value::Object(reached));
        }
        Value::Object(out)
    }

    /// What the schema at a pointer says of a value.
    pub(crate) fn judge(&mut self, pointer: &str, mode: Mode, value: &Value) -> Verdict {
        let root = self.root(pointer, mode);
        self.freeze(mode);
        match &*self.validator(&root, mode) {
            Ok(validator) => verdict(validator, value, &|location| self.place(pointer, location, mode)),
            Err(message) => Verdict::Unverifiable(message.clone()),
        }
    }

    /// Whether a node of a converted schema accepts the value. `false` also where it cannot be evaluated.
    pub(crate) fn fits(&self, node: &Value, mode: Mode, value: &Value) -> bool {
        self.validator(node, mode).as_ref().as_ref().is_ok_and(|validator| validator.is_valid(value))
    }

    fn freeze(&mut self, mode: Mode) {
        let count = self.converter.count(mode);
        if self.frozen.get(&mode).is_some_and(|frozen| frozen.count == count) {
            return;
        }
        let definitions = self.converter.definitions(mode);
        // Nodes move: what is known by address is forgotten.
        self.validators.borrow_mut().clear();
        let resource = Draft::Draft202012.create_resource(json!({"$defs": definitions.clone()}));
        let registry =
            registry(mode, resource).unwrap_or_else(|error| panic!("the converted definitions: {error}"));
        self.frozen.insert(mode, Frozen { count, definitions, registry });
    }

    fn validator(&self, node: &Value, mode: Mode) -> Rc<Result<Validator, String>> {
        let address = std::ptr::from_ref(node) as usize;
        if let Some(known) = self.validators.borrow().get(&address) {
            return Rc::clone(known);
        }
        let registry = &self.frozen[&mode].registry;
        let built = options(Draft::Draft202012)
            .with_registry(registry)
            .build(node)
            .map_err(|error| cut(&error.to_string(), 300));
        let built = Rc::new(built);
        self.validators.borrow_mut().insert(address, Rc::clone(&built));
        built
    }

    /// A location in converted schemas, told as a place in the document.
    fn place(&self, pointer: &str, error: &ValidationError<'_>, mode: Mode) -> String {
        let location = error.absolute_keyword_location().map(|uri| uri.as_str().to_owned());
        let rest = location
            .as_deref()
            .and_then(|text| text.strip_prefix(mode.base()))
            .and_then(|text| text.strip_prefix("#/$defs/"));
        match rest {
            Some(rest) => {
                let (name, rest) = rest
                    .split_once('/')
                    .map_or((rest, String::new()), |(name, rest)| (name, format!("/{rest}")));
                format!("{}{rest}", self.converter.origin(mode, name).unwrap_or(name))
            }
            None => format!("#{pointer}{}", error.evaluation_path()),
        }
    }
}

fn registry(mode: Mode, resource: Resource) -> Result<Registry<'static>, jsonschema::ReferencingError> {
    Registry::new().add(mode.base(), resource)?.prepare()
}

fn localise(node: &Value, prefix: &str, reached: &mut Vec<String>) -> Value {
    match node {
        Value::Object(members) => members
            .iter()
            .map(|(key, value)| {
                if matches!(key.as_str(), "const" | "enum") {
                    return (key.clone(), value.clone());
                }
                if let Some(name) =
                    value.as_str().filter(|_| key == "$ref").and_then(|text| text.strip_prefix(prefix))
                {
                    reached.push(name.to_owned());
                    return (key.clone(), json!(format!("#/$defs/{name}")));
                }
                (key.clone(), localise(value, prefix, reached))
            })
            .collect(),
        Value::Array(items) => items.iter().map(|item| localise(item, prefix, reached)).collect(),
        other => other.clone(),
    }
}

/// A validator of a plain schema, in the draft that it names or else the given one.
pub(crate) fn plain(schema: &Value, default: Draft) -> Result<Validator, String> {
    options(draft(schema, default)).build(schema).map_err(|error| cut(&error.to_string(), 300))
}

/// The draft that `$schema` names.
pub(crate) fn draft(schema: &Value, default: Draft) -> Draft {
    let name = schema.get("$schema").and_then(Value::as_str).unwrap_or_default();
    [
        ("draft-04", Draft::Draft4),
        ("draft-06", Draft::Draft6),
        ("draft-07", Draft::Draft7),
        ("2019-09", Draft::Draft201909),
        ("2020-12", Draft::Draft202012),
    ]
    .into_iter()
    .find(|(mark, _)| name.contains(mark))
    .map_or(default, |(_, draft)| draft)
}

/// What a plain schema's validator says of a value.
pub(crate) fn verdict_of(validator: &Validator, value: &Value) -> Verdict {
    verdict(validator, value, &|error| format!("#{}", error.schema_path()))
}

fn verdict(validator: &Validator, value: &Value, place: &dyn Fn(&ValidationError<'_>) -> String) -> Verdict {
    if validator.is_valid(value) {
        return Verdict::Valid;
    }
    let mut errors: Vec<ValidationError<'_>> = validator.iter_errors(value).take(25).collect();
    errors.sort_by_key(|error| error.instance_path().as_str().matches('/').count());
    match errors.first() {
        Some(error) => Verdict::Invalid(Box::new(describe(error, value, place))),
        None => Verdict::Unverifiable("not valid, yet no error".to_owned()),
    }
}

/// The error itself or, where no branch of a choice fits, the one in the nearest branch.
fn describe(
    error: &ValidationError<'_>,
    value: &Value,
    place: &dyn Fn(&ValidationError<'_>) -> String,
) -> Failure {
    let mut keywords = vec![error.kind().keyword().to_owned()];
    let mut nearest = error;
    while let ValidationErrorKind::AnyOf { context: branches }
    | ValidationErrorKind::OneOfNotValid { context: branches } = nearest.kind()
    {
        let at_top = |errors: &Vec<ValidationError<'_>>| {
            errors.iter().any(|inner| {
                inner.kind().keyword() == "type" && inner.instance_path() == nearest.instance_path()
            })
        };
        let best = branches
            .iter()
            .filter(|branch| !branch.is_empty())
            .min_by_key(|branch| (at_top(branch), branch.len()));
        let Some(inner) =
            best.and_then(|branch| branch.iter().min_by_key(|inner| inner.instance_path().as_str().len()))
        else {
            break;
        };
        keywords.push(inner.kind().keyword().to_owned());
        nearest = inner;
    }
    let several = if matches!(nearest.kind(), ValidationErrorKind::OneOfMultipleValid { .. }) {
        " (several branches fit)"
    } else {
        ""
    };
    let part = value.pointer(nearest.instance_path().as_str()).unwrap_or(value);
    Failure {
        keyword: keywords.join(" › ") + several,
        instance: nearest.instance_path().as_str().to_owned(),
        schema: place(nearest),
        message: cut(&nearest.masked().to_string(), 240),
        excerpt: cut(&part.to_string(), 240),
    }
}

/// A text cut to a number of characters, on one line.
pub(crate) fn cut(text: &str, limit: usize) -> String {
    let line = text.replace(['\n', '\r'], " ");
    match line.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

fn options(draft: Draft) -> ValidationOptions<'static> {
    jsonschema::options()
        .with_draft(draft)
        .offline()
        .should_validate_formats(true)
        .with_pattern_options(PatternOptions::fancy_regex().backtrack_limit(5_000_000))
        .with_format("byte", is_base64)
        .with_keyword(INTEGER_BITS, |_, bits, _| {
            Ok(Box::new(IntegerBits(bits.as_u64().unwrap_or(64) as u32)))
        })
}

/// Either alphabet of RFC 4648, padded; white space does not count.
fn is_base64(text: &str) -> bool {
    let text: Vec<char> = text.chars().filter(|character| !character.is_whitespace()).collect();
    let body = text.iter().rposition(|character| *character != '=').map_or(0, |last| last + 1);
    text.len().is_multiple_of(4)
        && text.len() - body <= 2
        && text[..body]
            .iter()
            .all(|character| character.is_ascii_alphanumeric() || "+/-_".contains(*character))
}

/// `format: int32` and `format: int64`.
struct IntegerBits(u32);

impl Keyword<'_> for IntegerBits {
    fn validate(&self, instance: &Value) -> Result<(), ValidationError<'static>> {
        if Keyword::is_valid(self, instance) {
            return Ok(());
        }
        Err(ValidationError::custom(format!("{instance} is no int{}", self.0)))
    }

    fn is_valid(&self, instance: &Value) -> bool {
        let Value::Number(number) = instance else { return true };
        let limit = 1i128 << (self.0 - 1);
        let value = number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from));
        match (value, number.as_f64()) {
            (Some(value), _) => (-limit..limit).contains(&value),
            (None, Some(value)) => value.fract() != 0.0 || (value >= -(limit as f64) && value < limit as f64),
            (None, None) => true,
        }
    }
}
