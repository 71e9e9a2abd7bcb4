//! The publish side: what an operation of a document demands of its requests.

use super::compile_body::body;
use super::compile_security::security;
use super::rules::{ParameterRule, Place, Reading, RequestRules, Style, Styling};
use crate::import::{follow, member};
use crate::model::{Operation, Problem};
use crate::respond::{Kind, exact_status};
use crate::schema::{CheckCopies, Checks, Dialect, Direction, SchemaId, Source};
use serde_json::Value;

/// The rules of one operation are no larger than this, in bytes.
pub const MAX_RULES_BYTES: usize = 512 * 1024;
/// Parameters of one operation beyond this number are not checked.
const MAX_PARAMETERS: usize = 500;
/// Styles of arrays in arrays that are looked at.
const MAX_NESTED: usize = 8;

/// What an operation demands of its requests.
#[derive(Debug)]
pub struct CompiledRequest {
    /// Ready to be stored.
    pub rules: RequestRules,
    /// What of it cannot be checked.
    pub problems: Vec<Problem>,
}

/// Compiles the rules of one operation. `source` holds what was already read of the document's schemas and is meant to
/// be used for all of its operations; `document` is the same document.
///
/// ```
/// use edgemock::import::{ImportOptions, read};
/// use edgemock::request::{IncomingRequest, RequestParts};
/// use edgemock::schema::Source;
/// use edgemock::validate::{Scope, compile_request};
///
/// let document = read(serde_json::json!({"openapi": "3.1.0", "paths": {"/pets": {"get": {"parameters": [
///     {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1}}]}}}}), &Default::default())?;
/// let source = Source::new(&document.root, document.dialect);
/// let compiled = compile_request(&source, &document.root, document.dialect, &document.operations[0]);
/// let request = |query| IncomingRequest::new(RequestParts { method: "GET", path: "/pets", query, ..Default::default() });
/// assert!(compiled.rules.check(&request("limit=5"), Scope::ALL).is_ok());
/// let refusal = compiled.rules.check(&request("limit=0"), Scope::ALL).unwrap_err();
/// assert_eq!(refusal.status, 422);
/// assert_eq!(refusal.violations[0].message, "must be at least 1, is 0");
/// # Ok::<(), edgemock::import::DocumentError>(())
/// ```
pub fn compile_request(
    source: &Source<'_>,
    document: &Value,
    dialect: Dialect,
    operation: &Operation,
) -> CompiledRequest {
    let mut reader = Reader {
        root: document,
        swagger: dialect == Dialect::OpenApi20,
        source,
        copies: CheckCopies::new(source),
        problems: Vec::new(),
    };
    let mut rules = RequestRules { path: operation.path.as_str().into(), ..RequestRules::default() };
    let mut declared: Vec<u16> = operation.responses.iter().filter_map(|r| exact_status(&r.key)).collect();
    declared.retain(|status| (400..500).contains(status));
    declared.sort_unstable();
    declared.dedup();
    rules.declared = declared;
    if let Some(object) = document.pointer(&operation.pointer) {
        let parameters = reader.parameters(&operation.pointer, object);
        for (at, parameter) in &parameters {
            if rules.parameters.len() < MAX_PARAMETERS {
                rules.parameters.extend(reader.parameter(at, parameter));
            }
        }
        rules.body = body(&mut reader, &operation.pointer, object, &parameters);
        rules.security = security(&mut reader, object);
    }
    let mut problems = reader.problems;
    rules.checks = Checks { direction: Direction::Request, schemas: reader.copies.schemas().to_vec() };
    let bytes = rules.encode().len();
    if bytes > MAX_RULES_BYTES {
        let message = format!(
            "the rules for requests of this operation take {bytes} bytes, {MAX_RULES_BYTES} are allowed: requests are \
             checked without their schemas"
        );
        problems.push(Problem::warning(&*operation.pointer, message));
        forget_schemas(&mut rules);
    }
    CompiledRequest { rules, problems }
}

/// Keeps what has to be there, and forgets what it has to look like.
fn forget_schemas(rules: &mut RequestRules) {
    rules.checks.schemas.clear();
    rules.parameters.iter_mut().for_each(|parameter| parameter.schema = None);
    for media in rules.body.iter_mut().flat_map(|body| &mut body.media) {
        media.schema = None;
        media.fields.iter_mut().for_each(|field| field.schema = None);
    }
}

/// A parameter object and where it stands.
pub(super) type Located<'d> = (String, &'d Value);

/// Reads an operation.
pub(super) struct Reader<'s, 'a, 'd> {
    pub(super) root: &'d Value,
    pub(super) swagger: bool,
    source: &'s Source<'a>,
    copies: CheckCopies<'s, 'a>,
    problems: Vec<Problem>,
}

impl<'d> Reader<'_, '_, 'd> {
    /// Copies the schema at a pointer; `None` where there is none.
    pub(super) fn schema(&mut self, pointer: &str) -> Option<SchemaId> {
        let id = self.source.at(pointer)?;
        Some(self.copies.copy(id))
    }

    pub(super) fn warn(&mut self, at: &str, message: impl Into<String>) {
        self.problems.push(Problem::warning(at, message));
    }

    /// A member, references followed; `None` where it is missing or leads nowhere, which the importer reports.
    pub(super) fn open(&self, at: &str, object: &'d Value, name: &str) -> Option<Located<'d>> {
        follow(self.root, member(at, name), object.get(name)?).ok()
    }

    /// The parameters of an operation, then those of its path item that it does not replace.
    fn parameters(&self, at: &str, operation: &'d Value) -> Vec<Located<'d>> {
        let item_at = at.rsplit_once('/').map_or("", |(item, _)| item);
        let item = self.root.pointer(item_at);
        let owners = [Some((at, operation)), item.map(|item| (item_at, item))];
        let mut found: Vec<Located<'d>> = Vec::new();
        for (at, owner) in owners.into_iter().flatten() {
            let Some((at, Value::Array(list))) = self.open(at, owner, "parameters") else { continue };
            for (index, value) in list.iter().enumerate() {
                let Ok(located) = follow(self.root, format!("{at}/{index}"), value) else { continue };
                if !found.iter().any(|(_, known)| same_parameter(known, located.1)) {
                    found.push(located);
                }
            }
        }
        found
    }

    fn parameter(&mut self, at: &str, object: &'d Value) -> Option<ParameterRule> {
        let name = object.get("name")?.as_str()?;
        let place = match object.get("in")?.as_str()? {
            "path" => Place::Path,
            "query" => Place::Query,
            "header" => Place::Header,
            "cookie" => Place::Cookie,
            "querystring" => {
                self.warn(at, "parameters in `querystring` are not checked when requests are validated");
                return None;
            }
            _ => return None,
        };
        // OpenAPI 3.0.3, "Parameter Object", `name`: other parts of the document describe these.
        let elsewhere = ["accept", "content-type", "authorization"];
        if !self.swagger
            && place == Place::Header
            && elsewhere.iter().any(|known| name.eq_ignore_ascii_case(known))
        {
            return None;
        }
        let content = self.open(at, object, "content").filter(|_| !self.swagger);
        let (reading, schema) = if let Some((at, Value::Object(content))) = content {
            let (media_type, media) = content.iter().find(|(name, _)| !name.starts_with("x-"))?;
            let (at, _) = follow(self.root, member(&at, media_type), media).ok()?;
            let json = Kind::of(media_type) == Kind::Json;
            (if json { Reading::Json } else { Reading::Text }, self.schema(&member(&at, "schema")))
        } else if self.swagger {
            (Reading::Styled(collection(place, object)), self.schema(at))
        } else {
            (Reading::Styled(self.styling(at, object, place)), self.schema(&member(at, "schema")))
        };
        Some(ParameterRule {
            place,
            name: name.into(),
            required: place == Place::Path || is_true(object, "required"),
            allow_empty: is_true(object, "allowEmptyValue"),
            reading,
            schema,
        })
    }

    fn styling(&mut self, at: &str, object: &Value, place: Place) -> Styling {
        let default = match place {
            Place::Path | Place::Header => Style::Simple,
            Place::Query | Place::Cookie => Style::Form,
        };
        let style = match object.get("style").and_then(Value::as_str) {
            None => default,
            Some(written) => match style(written) {
                Some(style) if fits(style, place) => style,
                _ => {
                    let message = format!(
                        "`style: {written}` is none for this place: it is read as if it were not there"
                    );
                    self.warn(at, message);
                    default
                }
            },
        };
        Styling::new(style, explodes(object, style))
    }
}

/// The style of a name.
pub(super) fn style(name: &str) -> Option<Style> {
    Some(match name {
        "matrix" => Style::Matrix,
        "label" => Style::Label,
        "simple" => Style::Simple,
        "form" => Style::Form,
        "spaceDelimited" => Style::SpaceDelimited,
        "pipeDelimited" => Style::PipeDelimited,
        "deepObject" => Style::DeepObject,
        "cookie" => Style::Cookie,
        _ => return None,
    })
}

/// `explode`, which is on for `form` and off for the others where nothing is said.
pub(super) fn explodes(object: &Value, style: Style) -> bool {
    let written = object.get("explode").and_then(Value::as_bool);
    written.unwrap_or(matches!(style, Style::Form | Style::Cookie))
}

fn fits(style: Style, place: Place) -> bool {
    match style {
        Style::Matrix | Style::Label => place == Place::Path,
        Style::Simple => matches!(place, Place::Path | Place::Header),
        Style::Form => matches!(place, Place::Query | Place::Cookie),
        Style::SpaceDelimited | Style::PipeDelimited | Style::DeepObject | Style::TabDelimited => {
            place == Place::Query
        }
        Style::Cookie => place == Place::Cookie,
    }
}

/// Swagger 2.0's `collectionFormat`, of the parameter and of the arrays in it.
pub(super) fn collection(place: Place, object: &Value) -> Styling {
    let format = |object: &Value| object.get("collectionFormat").and_then(Value::as_str).map(str::to_owned);
    let style = |format: Option<&str>| match format {
        Some("ssv") => Style::SpaceDelimited,
        Some("tsv") => Style::TabDelimited,
        Some("pipes") => Style::PipeDelimited,
        _ if matches!(place, Place::Path | Place::Header) => Style::Simple,
        _ => Style::Form,
    };
    let written = format(object);
    let mut nested = Vec::new();
    let mut inner = object.get("items");
    while let Some(items) = inner.filter(|_| nested.len() < MAX_NESTED) {
        if items.get("items").is_some() {
            nested.push(style(format(items).as_deref()));
        }
        inner = items.get("items");
    }
    Styling { style: style(written.as_deref()), explode: written.as_deref() == Some("multi"), nested }
}

pub(super) fn is_true(object: &Value, name: &str) -> bool {
    object.get(name) == Some(&Value::Bool(true))
}

/// Two parameters are the same when name and place are; names of headers in any letter case.
fn same_parameter(one: &Value, other: &Value) -> bool {
    let text =
        |object: &Value, name: &str| object.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let (place, name) = (text(one, "in"), text(one, "name"));
    let same_name = match &*place {
        "header" => name.eq_ignore_ascii_case(&text(other, "name")),
        _ => name == text(other, "name"),
    };
    place == text(other, "in") && same_name
}
