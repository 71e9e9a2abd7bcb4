//! The body of an import request: options, and a document in one of the forms that clients send.

use serde_json::{Map, Value};

use super::error::DocumentError;
use super::options::ImportOptions;
use super::pointer::member;
use super::text::{MAX_DEPTH, Parsed, parse, parse_nested};
use super::url::check_import_url;

/// Objects around a document in a request: the body, and `{data: …}`.
const WRAPPERS: usize = 2;

/// How many unknown options an answer names.
const MAX_UNKNOWN: usize = 20;

/// An import request.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportRequest {
    /// What to import.
    pub source: ImportSource,
    /// How.
    pub options: ImportOptions,
}

/// Where the document of a request comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum ImportSource {
    /// From the request itself.
    Document(Parsed),
    /// From an address that passed [`check_import_url`]; every redirect must pass it too.
    Url {
        /// The address.
        url: String,
        /// Credentials to send there, and nowhere else.
        basic_auth: Option<BasicAuth>,
    },
}

/// User name and password for fetching a document.
#[derive(Clone, PartialEq, Eq)]
pub struct BasicAuth {
    /// User name.
    pub username: String,
    /// Password.
    pub password: String,
}

impl std::fmt::Debug for BasicAuth {
    /// Shows no password: requests end up in logs.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("BasicAuth").field("username", &self.username).finish_non_exhaustive()
    }
}

impl ImportRequest {
    /// Reads a request body.
    ///
    /// `input` is the document as text (JSON or YAML), the document itself, `{"url": …, "basicAuth": {…}}`,
    /// `{"data": …}` or `{"content": …}` with either form of document, or just an address. A body that is a document
    /// itself, as JSON or YAML, is taken as such. Documents are OpenAPI, Swagger, project files of Apidog and Apifox, and
    /// Postman collections.
    ///
    /// ```
    /// use edgemock::import::{ImportRequest, ImportSource};
    ///
    /// let body = br#"{"input": "openapi: 3.1.0\npaths: {}", "options": {"prependBasePath": true}}"#;
    /// let request = ImportRequest::parse(body)?;
    /// assert!(request.options.prepend_base_path);
    /// assert!(matches!(request.source, ImportSource::Document(_)));
    ///
    /// let error = ImportRequest::parse(br#"{"swagger": {"openapi": "3.1.0"}}"#).unwrap_err();
    /// assert_eq!(error.to_string(), "`input` is missing, the document stands under `swagger`: send it as `input` (at /input)");
    /// # Ok::<(), edgemock::import::DocumentError>(())
    /// ```
    ///
    /// # Errors
    /// A body or document that cannot be read (with line and column), and missing or mistyped fields (with their
    /// pointer in the body).
    pub fn parse(body: &[u8]) -> Result<Self, DocumentError> {
        Self::of(parse_nested(body, MAX_DEPTH + WRAPPERS)?)
    }

    /// As [`ImportRequest::parse`], and drops the body before the document in it is read: both are large.
    ///
    /// # Errors
    /// As [`ImportRequest::parse`].
    pub fn take(body: Vec<u8>) -> Result<Self, DocumentError> {
        let parsed = parse_nested(&body, MAX_DEPTH + WRAPPERS)?;
        drop(body);
        Self::of(parsed)
    }

    fn of(mut parsed: Parsed) -> Result<Self, DocumentError> {
        let Value::Object(mut fields) = parsed.value else {
            return Err(DocumentError::request(
                "the request body must be an object with `input` and `options`",
                "",
            ));
        };
        let Some(input) = fields.get_mut("input").map(Value::take) else {
            if is_document(&fields) {
                parsed.value = Value::Object(fields);
                return Ok(Self {
                    source: ImportSource::Document(parsed),
                    options: ImportOptions::default(),
                });
            }
            return Err(missing_input(&fields));
        };
        let options = fields.get_mut("options").map(Value::take);
        let options = options.map(read_options).transpose()?.unwrap_or_default();
        let source = source(input, "/input", parsed.problems)?;
        Ok(Self { source, options })
    }
}

/// Whether an object has at its top what tells a document: the version of an API description or of a project file, or
/// what Postman writes about a collection.
fn is_document(fields: &Map<String, Value>) -> bool {
    let versions = ["openapi", "swagger", "apidogProject", "apifoxProject"];
    let is_version = |value: &Value| value.is_string() || value.is_number();
    if versions.iter().any(|name| fields.get(*name).is_some_and(is_version)) {
        return true;
    }
    let is_collection = |fields: &Map<String, Value>| {
        let info = fields.get("info").and_then(Value::as_object);
        let items = fields.get("item").is_some_and(Value::is_array);
        info.is_some_and(|info| items || info.contains_key("_postman_id"))
    };
    is_collection(fields) || fields.get("collection").and_then(Value::as_object).is_some_and(is_collection)
}

fn missing_input(fields: &Map<String, Value>) -> DocumentError {
    let instead = fields.iter().find(|(name, value)| {
        let text = value.as_str().is_some_and(|text| text.contains("openapi") || text.contains("swagger"));
        let guess = matches!(
            name.as_str(),
            "swagger" | "openapi" | "data" | "content" | "document" | "spec" | "url" | "collection"
        );
        text || guess || value.as_object().is_some_and(is_document)
    });
    let message = match instead {
        Some((name, _)) => {
            format!("`input` is missing, the document stands under `{name}`: send it as `input`")
        }
        None => {
            "`input` is missing: send the OpenAPI document there, as text, as an object, or as {\"url\": …}"
                .to_owned()
        }
    };
    DocumentError::request(message, "/input")
}

fn read_options(value: Value) -> Result<ImportOptions, DocumentError> {
    let Value::Object(fields) = value else {
        if value.is_null() {
            return Ok(ImportOptions::default());
        }
        return Err(DocumentError::request("`options` must be an object", "/options"));
    };
    // `null` is "not set".
    let fields: Map<String, Value> = fields.into_iter().filter(|(_, value)| !value.is_null()).collect();
    match serde_json::from_value(Value::Object(fields.clone())) {
        Ok(options) => {
            let unknown = fields.keys().filter(|name| !ImportOptions::NAMES.contains(&name.as_str()));
            let short = |name: &String| name.chars().filter(|c| !c.is_control()).take(60).collect();
            Ok(ImportOptions { unknown: unknown.take(MAX_UNKNOWN).map(short).collect(), ..options })
        }
        Err(error) => {
            // One field at a time, to name the one that is wrong.
            for (name, value) in fields {
                let alone = Map::from_iter([(name.clone(), value)]);
                if let Err(error) = serde_json::from_value::<ImportOptions>(Value::Object(alone)) {
                    return Err(DocumentError::request(
                        format!("`{name}`: {error}"),
                        member("/options", &name),
                    ));
                }
            }
            Err(DocumentError::request(error.to_string(), "/options"))
        }
    }
}

fn source(
    input: Value,
    pointer: &str,
    problems: Vec<crate::model::Problem>,
) -> Result<ImportSource, DocumentError> {
    match input {
        Value::String(text) => {
            let trimmed = text.trim();
            let is_url = trimmed.starts_with("http://") || trimmed.starts_with("https://");
            if is_url && !trimmed.contains(char::is_whitespace) {
                return url_source(trimmed, None, pointer);
            }
            parse(text.as_bytes()).map(ImportSource::Document)
        }
        Value::Object(mut fields) => {
            if is_document(&fields) {
                return Ok(ImportSource::Document(inside(Value::Object(fields), pointer, problems)));
            }
            if let Some(url) = fields.get("url") {
                let at = member(pointer, "url");
                let Value::String(url) = url else {
                    return Err(DocumentError::request("`url` must be text", at));
                };
                let auth = basic_auth(fields.get("basicAuth"), &member(pointer, "basicAuth"))?;
                return url_source(url.trim(), auth, &at);
            }
            for name in ["data", "content"] {
                let Some(wrapped) = fields.get_mut(name).map(Value::take) else { continue };
                let at = member(pointer, name);
                return match wrapped {
                    Value::String(text) => parse(text.as_bytes()).map(ImportSource::Document),
                    Value::Object(_) => Ok(ImportSource::Document(inside(wrapped, &at, problems))),
                    _ => Err(DocumentError::request(
                        format!("`{name}` must be the document, as text or as an object"),
                        at,
                    )),
                };
            }
            // Reading it says what it is instead.
            Ok(ImportSource::Document(inside(Value::Object(fields), pointer, problems)))
        }
        _ => Err(DocumentError::request(
            "`input` must be the document as text or as an object, or {\"url\": …}",
            pointer,
        )),
    }
}

/// A document that is part of the request: its faults are its own only where they stand inside it.
fn inside(value: Value, pointer: &str, problems: Vec<crate::model::Problem>) -> Parsed {
    let problems = problems
        .into_iter()
        .filter_map(|mut problem| {
            let rest = problem.pointer.strip_prefix(pointer)?.to_owned();
            problem.pointer = rest;
            Some(problem)
        })
        .filter(|problem| problem.pointer.starts_with('/'))
        .collect();
    Parsed { value, problems }
}

fn url_source(
    url: &str,
    basic_auth: Option<BasicAuth>,
    pointer: &str,
) -> Result<ImportSource, DocumentError> {
    check_import_url(url).map_err(|message| DocumentError::request(message, pointer))?;
    Ok(ImportSource::Url { url: url.to_owned(), basic_auth })
}

fn basic_auth(value: Option<&Value>, pointer: &str) -> Result<Option<BasicAuth>, DocumentError> {
    let Some(value) = value.filter(|value| !value.is_null()) else { return Ok(None) };
    if !value.is_object() {
        return Err(DocumentError::request(
            "`basicAuth` must be an object with `username` and `password`",
            pointer,
        ));
    }
    let field = |name: &str| match value.get(name) {
        None | Some(Value::Null) => Ok(String::new()),
        Some(Value::String(text)) => Ok(text.clone()),
        Some(_) => Err(DocumentError::request(format!("`{name}` must be text"), member(pointer, name))),
    };
    let (username, password) = (field("username")?, field("password")?);
    if username.contains(':') || format!("{username}{password}").contains(char::is_control) {
        return Err(DocumentError::request(
            "`username` must not hold `:`, neither may hold control characters",
            pointer,
        ));
    }
    Ok(Some(BasicAuth { username, password }))
}

#[cfg(test)]
mod tests {
    use super::super::{Place, Refusal};
    use super::*;
    use serde_json::json;

    const TEXT: &str = "{\"openapi\":\"3.1.0\",\"paths\":{}}";

    #[test]
    fn all_forms_of_input_give_the_document() {
        let document: Value = serde_json::from_str(TEXT).unwrap();
        for body in [
            json!({"input": TEXT}).to_string(),
            json!({"input": "openapi: 3.1.0\npaths: {}\n"}).to_string(),
            json!({"input": document}).to_string(),
            json!({"input": {"data": TEXT}}).to_string(),
            json!({"input": {"data": document}}).to_string(),
            json!({"input": {"content": TEXT}, "options": null}).to_string(),
            TEXT.to_owned(),
            "openapi: 3.1.0\npaths: {}\n".to_owned(),
            "input:\n  openapi: 3.1.0\n  paths: {}\n".to_owned(),
            json!({"input": {"data": document}, "options": {"endpointCaseOverwriteBehavior": "CREATE_NEW"}})
                .to_string(),
        ] {
            let request = ImportRequest::parse(body.as_bytes()).unwrap();
            let ImportSource::Document(parsed) = request.source else { panic!("{body}") };
            assert_eq!(parsed.value, document, "{body}");
        }
    }

    #[test]
    fn other_kinds_of_file_are_documents_too() {
        for document in [
            json!({"info": {"_postman_id": "x"}, "item": []}),
            json!({"collection": {"info": {"name": "x"}, "item": []}}),
            json!({"apifoxProject": "1.0.0"}),
        ] {
            for body in [json!({"input": document}), json!({"input": document.to_string()}), document.clone()]
            {
                let request = ImportRequest::parse(body.to_string().as_bytes()).unwrap();
                let ImportSource::Document(parsed) = request.source else { panic!("{body}") };
                assert_eq!(parsed.value, document, "{body}");
            }
        }
    }

    #[test]
    fn addresses() {
        for body in [
            json!({"input": {"url": " https://example.com/api.json ", "basicAuth": {"username": "a", "password": "b"}}}),
            json!({"input": "https://example.com/api.json"}),
        ] {
            let request = ImportRequest::parse(body.to_string().as_bytes()).unwrap();
            let ImportSource::Url { url, basic_auth } = request.source else { panic!("{body}") };
            assert_eq!(url, "https://example.com/api.json");
            assert_eq!(basic_auth.is_some(), body["input"].is_object());
            assert!(!format!("{basic_auth:?}").contains("\"b\""));
        }
    }

    #[test]
    fn key_order_and_repeated_keys_of_an_object_input() {
        let body = br#"{"options": {"moduleId": 1, "moduleId": 2}, "input": {"openapi": "3.1.0", "b": 1, "a": {"x": 1, "x": 2}}}"#;
        let ImportSource::Document(parsed) = ImportRequest::parse(body).unwrap().source else { panic!() };
        assert_eq!(parsed.value.to_string(), r#"{"openapi":"3.1.0","b":1,"a":{"x":2}}"#);
        let pointers: Vec<_> = parsed.problems.iter().map(|problem| problem.pointer.as_str()).collect();
        assert_eq!(pointers, ["/a/x"]);
    }

    #[test]
    fn bad_fields_are_named() {
        let cases = [
            (json!([]), "", "must be an object"),
            (json!({}), "/input", "`input` is missing: send"),
            (json!({"swagger": {"openapi": "3.0.0"}}), "/input", "under `swagger`"),
            (json!({"openapi": TEXT, "input": null}), "/input", "must be the document"),
            (json!({"body": {"openapi": "3.0.0"}}), "/input", "under `body`"),
            (json!({"input": 5}), "/input", "as text or as an object"),
            (json!({"input": {"data": 5}}), "/input/data", "as text or as an object"),
            (json!({"input": {"url": 5}}), "/input/url", "must be text"),
            (json!({"input": {"url": "ftp://example.com"}}), "/input/url", "http"),
            (json!({"input": "http://127.0.0.1/x"}), "/input", "127.0.0.1"),
            (
                json!({"input": {"url": "https://example.com", "basicAuth": "x"}}),
                "/input/basicAuth",
                "object",
            ),
            (
                json!({"input": {"url": "https://example.com", "basicAuth": {"password": 1}}}),
                "/input/basicAuth/password",
                "must be text",
            ),
            (json!({"input": TEXT, "options": []}), "/options", "must be an object"),
            (json!({"input": TEXT, "options": {"moduleId": "x"}}), "/options/moduleId", "whole number"),
            (
                json!({"input": TEXT, "options": {"prependBasePath": true, "schemaOverwriteBehavior": "x"}}),
                "/options/schemaOverwriteBehavior",
                "KEEP_EXISTING",
            ),
        ];
        for (body, pointer, part) in cases {
            let error = ImportRequest::parse(body.to_string().as_bytes()).unwrap_err();
            assert_eq!(error.kind, Refusal::Request, "{body}");
            assert_eq!(error.place, Place::Pointer(pointer.to_owned()), "{body}: {error}");
            assert!(error.message.contains(part), "{body}: {error}");
        }
    }

    #[test]
    fn depth_and_syntax() {
        let deep = |depth: usize| {
            format!(
                "{{\"input\":{{\"data\":{{\"openapi\":\"3.1.0\",\"x\":{}{}}}}}}}",
                "[".repeat(depth),
                "]".repeat(depth)
            )
        };
        assert!(ImportRequest::parse(deep(MAX_DEPTH - 1).as_bytes()).is_ok());
        let error = ImportRequest::parse(deep(10_000).as_bytes()).unwrap_err();
        assert!(error.message.contains("deep"), "{error}");
        let error = ImportRequest::parse(b"{\"input\": \"").unwrap_err();
        assert_eq!(error.place, Place::Text { line: 1, column: 12 });
        // The place is the one in the document, not in the request.
        let body = json!({"input": "openapi: 3.1.0\npaths: {\n"}).to_string();
        let error = ImportRequest::parse(body.as_bytes()).unwrap_err();
        assert_eq!(error.place, Place::Text { line: 2, column: 9 });
    }
}
