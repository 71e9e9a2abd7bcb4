//! The declared answers of an operation: status, headers, media types, examples.

use serde_json::Value;

use super::faults::shorten;
use super::folder::extension;
use super::operations::is_extension;
use super::pointer::{Path, member};
use super::problems::Problems;
use super::reference::follow;
use crate::model::{ExampleSpec, HeaderSpec, MediaSpec, ResponseSpec};
use crate::schema::Dialect;

/// How many responses, headers, media types and examples are taken from a document, a shared one counted for every
/// reference to it.
const MAX_PARTS: usize = 200_000;
/// How many media types a Swagger 2.0 response takes from `produces` and `examples`.
const MAX_PRODUCED: usize = 50;

/// Reads responses objects.
#[derive(Debug)]
pub(super) struct Responses<'d> {
    root: &'d Value,
    dialect: Dialect,
    parts: usize,
}

/// A value of the document with the pointer where it stands, references followed.
type Located<'d> = (String, &'d Value);

impl<'d> Responses<'d> {
    pub(super) fn new(root: &'d Value, dialect: Dialect) -> Self {
        Self { root, dialect, parts: 0 }
    }

    /// Whether so much has been read that the rest must be left out.
    pub(super) fn exhausted(&self) -> bool {
        self.parts >= MAX_PARTS
    }

    /// The responses of an operation in document order.
    pub(super) fn of_operation(
        &mut self,
        pointer: &str,
        operation: &'d Value,
        problems: &mut Problems,
    ) -> Vec<ResponseSpec> {
        let at_operation = Path::At(pointer);
        let Some((at, Value::Object(declared))) = self.open(pointer, operation, "responses") else {
            problems
                .warning(&at_operation, "the operation declares no responses: it answers 200 without a body");
            return Vec::new();
        };
        let mut found = Vec::new();
        for (key, response) in declared {
            if self.exhausted() {
                break;
            }
            let Some(Key { status, name, exact }) = Key::parse(key) else {
                if !is_extension(key) && key != "$ref" {
                    let message = format!(
                        "`{}` is no status: use 100 to 599, 2XX or default; this one is left out",
                        shorten(key)
                    );
                    problems.error(&Path::Member(&Path::At(&at), key), message);
                }
                continue;
            };
            if !exact {
                let message = format!(
                    "`{}` is no status as OpenAPI writes it: read as {}",
                    shorten(key),
                    status.map_or("default".to_owned(), |status| status.to_string())
                );
                problems.warning(&Path::Member(&Path::At(&at), key), message);
            }
            found.push((self.response(key, &at, response, operation, name), status));
        }
        let succeeds = |status: &Option<u16>| status.is_some_and(|status| (200..400).contains(&status));
        // Beside a success, `default` is what everything else gets: an error.
        let default = if found.iter().any(|(_, status)| succeeds(status)) { 500 } else { 200 };
        if found.is_empty() {
            problems
                .warning(&Path::At(&at), "no response is declared: the operation answers 200 without a body");
        }
        found
            .into_iter()
            .map(|(response, status)| ResponseSpec { status: status.unwrap_or(default), ..response })
            .collect()
    }

    fn response(
        &mut self,
        key: &str,
        at: &str,
        response: &'d Value,
        operation: &'d Value,
        name: Option<&str>,
    ) -> ResponseSpec {
        self.parts += 1;
        let here = member(at, key);
        // A reference that leads nowhere still declares the status.
        let (pointer, response) = follow(self.root, here.clone(), response).unwrap_or((here, &Value::Null));
        let display = extension(response, "name").and_then(Value::as_str).filter(|name| !name.is_empty());
        ResponseSpec {
            key: key.to_owned(),
            status: 0,
            name: display.or(name).map(str::to_owned),
            headers: self.headers(&pointer, response),
            content: self.content(&pointer, response, operation),
            pointer,
        }
    }

    fn headers(&mut self, at: &str, response: &'d Value) -> Vec<HeaderSpec> {
        let Some((at, Value::Object(headers))) = self.open(at, response, "headers") else {
            return Vec::new();
        };
        let mut found = Vec::new();
        // `Content-Type` is given by the media type (OpenAPI 3.1.1, section 4.8.17.1).
        for (name, header) in headers.iter().filter(|(name, _)| is_token(name) && !is_content_type(name)) {
            self.parts += 1;
            let Ok((pointer, header)) = follow(self.root, member(&at, name), header) else { continue };
            let schema = if header.get("schema").is_some() {
                Some(member(&pointer, "schema"))
            } else if let Some((content, Value::Object(types))) = self.open(&pointer, header, "content") {
                types
                    .iter()
                    .find(|(_, media)| media.get("schema").is_some())
                    .map(|(media_type, _)| member(&member(&content, media_type), "schema"))
            } else {
                // In Swagger 2.0 the header is its own schema.
                header.get("type").map(|_| pointer)
            };
            let required = header.get("required") == Some(&Value::Bool(true));
            found.push(HeaderSpec { name: name.clone(), required, schema });
        }
        found
    }

    /// The body as OpenAPI 3 declares it, else as Swagger 2.0 does: documents mix the two.
    fn content(&mut self, at: &str, response: &'d Value, operation: &'d Value) -> Vec<MediaSpec> {
        let Some((at, content)) = self.open(at, response, "content") else {
            return self.body(at, response, operation);
        };
        let mut found = Vec::new();
        for (media_type, media) in content.as_object().into_iter().flatten() {
            if is_extension(media_type) || media_type == "$ref" {
                continue;
            }
            self.parts += 1;
            let Ok((pointer, media)) = follow(self.root, member(&at, media_type), media) else { continue };
            found.push(MediaSpec {
                media_type: media_type.trim().to_owned(),
                schema: media.get("schema").map(|_| member(&pointer, "schema")),
                examples: self.examples(&pointer, media),
            });
        }
        found
    }

    /// Swagger 2.0: `schema` and `examples` on the response, the media types in `produces`.
    fn body(&mut self, at: &str, response: &'d Value, operation: &'d Value) -> Vec<MediaSpec> {
        let schema = response.get("schema").map(|_| member(at, "schema"));
        let examples = match self.open(at, response, "examples") {
            Some((at, Value::Object(examples))) => Some((at, examples)),
            _ => None,
        };
        let examples = || {
            let (at, examples) = examples.as_ref()?;
            Some(examples.iter().filter(|(name, _)| !is_extension(name)).map(move |(name, _)| (at, name)))
        };
        let mut media_types: Vec<String> = Vec::new();
        if schema.is_some() {
            media_types = self.produced(response, operation);
        }
        for (_, media_type) in examples().into_iter().flatten().take(MAX_PRODUCED) {
            if !media_types.contains(media_type) {
                media_types.push(media_type.clone());
            }
        }
        self.parts += media_types.len();
        media_types
            .into_iter()
            .map(|media_type| MediaSpec {
                schema: schema.clone(),
                examples: examples()
                    .into_iter()
                    .flatten()
                    .filter(|(_, name)| **name == media_type)
                    .map(|(at, name)| ExampleSpec { name: "example".to_owned(), pointer: member(at, name) })
                    .collect(),
                media_type,
            })
            .collect()
    }

    fn produced(&self, response: &Value, operation: &Value) -> Vec<String> {
        let of = |owner: &Value| -> Option<Vec<String>> {
            let types = owner.get("produces")?.as_array()?;
            let types = types.iter().filter_map(Value::as_str).take(MAX_PRODUCED);
            Some(types.map(|text| text.trim().to_owned()).collect())
        };
        let produced = if self.dialect == Dialect::OpenApi20 {
            of(operation).or_else(|| of(self.root)).unwrap_or_default()
        } else {
            Vec::new()
        };
        if !produced.is_empty() {
            return produced;
        }
        let is_file = response.pointer("/schema/type").is_some_and(|kind| kind == "file");
        vec![if is_file { "application/octet-stream" } else { "application/json" }.to_owned()]
    }

    fn examples(&mut self, at: &str, media: &'d Value) -> Vec<ExampleSpec> {
        let mut found = Vec::new();
        // Exports write `example: null` for no example.
        if media.get("example").is_some_and(|example| !example.is_null()) {
            found.push(ExampleSpec { name: "example".to_owned(), pointer: member(at, "example") });
        }
        let (at, named): (String, Vec<(String, &Value)>) = match self.open(at, media, "examples") {
            Some((at, Value::Object(examples))) => {
                let named = examples.iter().filter(|(name, _)| !is_extension(name) && *name != "$ref");
                (at, named.map(|(name, example)| (name.clone(), example)).collect())
            }
            Some((at, Value::Array(examples))) => (
                at,
                examples.iter().enumerate().map(|(index, example)| (index.to_string(), example)).collect(),
            ),
            _ => return found,
        };
        for (name, example) in named {
            self.parts += 1;
            let Ok((pointer, example)) = follow(self.root, member(&at, &name), example) else { continue };
            if let Some(pointer) = example_value(pointer, example) {
                found.push(ExampleSpec { name, pointer });
            }
        }
        found
    }

    /// A member of an object, references followed where they lead somewhere.
    fn open(&self, at: &str, object: &'d Value, name: &str) -> Option<Located<'d>> {
        let value = object.get(name)?;
        let here = member(at, name);
        Some(follow(self.root, here.clone(), value).unwrap_or((here, value)))
    }
}

/// Where the value of an example object stands. An entry that is no example object is taken for the value itself.
fn example_value(pointer: String, example: &Value) -> Option<String> {
    for name in ["value", "dataValue", "serializedValue"] {
        if example.get(name).is_some() {
            return Some(member(&pointer, name));
        }
    }
    is_bare(example).then_some(pointer)
}

/// Whether an entry of `examples` is a value where an example object belongs.
pub(super) fn is_bare(example: &Value) -> bool {
    const MEMBERS: [&str; 7] =
        ["summary", "description", "externalValue", "value", "dataValue", "serializedValue", "$ref"];
    match example {
        Value::Null => false,
        Value::Object(members) => {
            !members.is_empty() && !members.keys().any(|name| MEMBERS.contains(&name.as_str()))
        }
        _ => true,
    }
}

/// A key of a responses object.
#[derive(Debug, PartialEq, Eq)]
struct Key<'k> {
    /// `None`: `default`.
    status: Option<u16>,
    /// From `x-200:Name`.
    name: Option<&'k str>,
    /// Written as the specification has it.
    exact: bool,
}

impl<'k> Key<'k> {
    fn parse(key: &'k str) -> Option<Self> {
        let (code, name) = match key.strip_prefix("x-").and_then(|rest| rest.split_once(':')) {
            Some((code, name)) => (code, Some(name.trim()).filter(|name| !name.is_empty())),
            None => (key, None),
        };
        let exact_of = |read: &str| code == read;
        if code.trim().eq_ignore_ascii_case("default") {
            return Some(Self { status: None, name, exact: exact_of("default") });
        }
        // Text after the code is met in the wild: `200 OK`.
        let first = code.split_whitespace().next().unwrap_or_default();
        let (digits, written) = match first.as_bytes() {
            [class, b'x' | b'X', b'x' | b'X'] => ([*class, b'0', b'0'], first.to_ascii_uppercase()),
            [a, b, c] => ([*a, *b, *c], first.to_owned()),
            _ => return None,
        };
        if !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let status = std::str::from_utf8(&digits).ok()?.parse().ok()?;
        (100..=599).contains(&status).then(|| Self { status: Some(status), name, exact: exact_of(&written) })
    }
}

fn is_content_type(name: &str) -> bool {
    name.eq_ignore_ascii_case("content-type")
}

/// A header name (RFC 9110, section 5.6.2).
pub(super) fn is_token(name: &str) -> bool {
    !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(root: &Value, dialect: Dialect) -> (Vec<ResponseSpec>, Vec<String>) {
        let mut problems = Problems::default();
        let operation = root.pointer("/paths/~1a/get").unwrap();
        let responses =
            Responses::new(root, dialect).of_operation("/paths/~1a/get", operation, &mut problems);
        (responses, problems.finish().0.into_iter().map(|problem| problem.pointer).collect())
    }

    fn with(responses: &Value) -> Value {
        json!({"paths": {"/a": {"get": {"responses": responses}}}})
    }

    #[test]
    fn keys() {
        let key = |status, name| Some((status, name, true));
        let loose = |status| Some((status, None, false));
        for (text, expected) in [
            ("200", key(Some(200), None)),
            ("2XX", key(Some(200), None)),
            ("4xx", loose(Some(400))),
            ("default", key(None, None)),
            ("Default", loose(None)),
            ("200 OK", loose(Some(200))),
            ("x-404:Not here", key(Some(404), Some("Not here"))),
            ("x-200:", key(Some(200), None)),
            ("x-200:a:b", key(Some(200), Some("a:b"))),
            ("x-note", None),
            ("x-note:200", None),
            ("20", None),
            ("2000", None),
            ("600", None),
            ("099", None),
            ("+20", None),
            ("２００", None),
            ("", None),
        ] {
            let found = Key::parse(text).map(|key| (key.status, key.name, key.exact));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn statuses_and_names() {
        let (responses, problems) = read(
            &with(
                &json!({"x-200:Other": {}, "200": {"x-apifox-name": "Fine"}, "404": null, "default": "text",
                "700": {}, "x-note": {}, "5XX": {"$ref": "#/components/responses/None"}}),
            ),
            Dialect::OpenApi30,
        );
        let found: Vec<_> = responses
            .iter()
            .map(|r| (r.key.as_str(), r.status, r.name.as_deref(), r.content.len()))
            .collect();
        assert_eq!(
            found,
            [
                ("x-200:Other", 200, Some("Other"), 0),
                ("200", 200, Some("Fine"), 0),
                ("404", 404, None, 0),
                ("default", 500, None, 0),
                ("5XX", 500, None, 0)
            ]
        );
        assert_eq!(problems, ["/paths/~1a/get/responses/700"]);
        assert_eq!(read(&with(&json!({"default": {}, "404": {}})), Dialect::OpenApi30).0[0].status, 200);
        for none in [json!({}), json!(null), json!([]), json!("x")] {
            let (responses, problems) = read(&with(&none), Dialect::OpenApi30);
            assert_eq!((responses.len(), problems.len()), (0, 1));
        }
    }

    #[test]
    fn media_types_headers_and_examples_through_references() {
        let mut root = with(&json!({"200": {"$ref": "#/components/responses/Chain"}}));
        root["components"] = json!({
            "responses": {
                "Chain": {"$ref": "#/components/responses/Pet"},
                "Pet": {
                    "headers": {"X-Rate": {"schema": {"type": "integer"}, "required": true},
                        "Link": {"$ref": "#/components/headers/Link"}, "content-type": {"schema": {}},
                        "bad name": {"schema": {}}, "X-Gone": {"$ref": "#/components/headers/None"},
                        "X-None": {}, "X-Null": null},
                    "content": {"$ref": "#/components/x-content"}
                }
            },
            "headers": {"Link": {"content": {"text/plain": {"schema": {"type": "string"}}}}},
            "x-content": {
                "application/json": {"schema": {}, "example": {"$ref": "data"}, "examples": {
                    "a": {"value": 1}, "b": {"$ref": "#/components/examples/b"}, "c": {"externalValue": "x"},
                    "d": {"dataValue": 2}, "e": {"name": "bare"}, "f": {"summary": "none"}, "g": "text", "h": null}},
                "text/csv; charset=utf-8": {"example": null, "examples": ["a", {"value": "b"}]},
                "image/png": null
            },
            "examples": {"b": {"value": {"$ref": "data"}}}
        });
        let (responses, problems) = read(&root, Dialect::OpenApi31);
        assert_eq!(problems, [""; 0]);
        let response = &responses[0];
        assert_eq!(response.pointer, "/components/responses/Pet");
        let headers: Vec<_> =
            response.headers.iter().map(|h| (h.name.as_str(), h.required, h.schema.as_deref())).collect();
        assert_eq!(
            headers,
            [
                ("X-Rate", true, Some("/components/responses/Pet/headers/X-Rate/schema")),
                ("Link", false, Some("/components/headers/Link/content/text~1plain/schema")),
                ("X-None", false, None),
                ("X-Null", false, None),
            ]
        );
        let content: Vec<_> = response
            .content
            .iter()
            .map(|m| (m.media_type.as_str(), m.schema.is_some(), m.examples.len()))
            .collect();
        assert_eq!(
            content,
            [("application/json", true, 6), ("text/csv; charset=utf-8", false, 2), ("image/png", false, 0)]
        );
        let examples: Vec<_> =
            response.content[0].examples.iter().map(|e| (e.name.as_str(), e.pointer.as_str())).collect();
        let json = "/components/x-content/application~1json";
        assert_eq!(
            examples,
            [
                ("example", format!("{json}/example").as_str()),
                ("a", format!("{json}/examples/a/value").as_str()),
                ("b", "/components/examples/b/value"),
                ("d", format!("{json}/examples/d/dataValue").as_str()),
                ("e", format!("{json}/examples/e").as_str()),
                ("g", format!("{json}/examples/g").as_str()),
            ]
        );
        for example in response.content.iter().flat_map(|media| &media.examples) {
            assert!(root.pointer(&example.pointer).is_some(), "{}", example.pointer);
        }
    }

    #[test]
    fn swagger_bodies() {
        let types = |root: &Value| -> Vec<(String, bool, usize)> {
            let (responses, _) = read(root, Dialect::OpenApi20);
            responses[0]
                .content
                .iter()
                .map(|m| (m.media_type.clone(), m.schema.is_some(), m.examples.len()))
                .collect()
        };
        let entry = |media_type: &str, schema, examples| (media_type.to_owned(), schema, examples);
        let mut root =
            with(&json!({"200": {"schema": {"type": "object"}, "examples": {"application/json": {"a": 1}},
            "headers": {"X-A": {"type": "string"}}}}));
        assert_eq!(types(&root), [entry("application/json", true, 1)]);
        assert_eq!(
            read(&root, Dialect::OpenApi20).0[0].headers[0].schema.as_deref(),
            Some("/paths/~1a/get/responses/200/headers/X-A")
        );
        root["produces"] = json!(["application/xml", "text/plain"]);
        assert_eq!(
            types(&root),
            [
                entry("application/xml", true, 0),
                entry("text/plain", true, 0),
                entry("application/json", true, 1)
            ]
        );
        root["paths"]["/a"]["get"]["produces"] = json!(["application/json"]);
        assert_eq!(types(&root), [entry("application/json", true, 1)]);
        root["paths"]["/a"]["get"]["produces"] = json!([]);
        assert_eq!(types(&root), [entry("application/json", true, 1)]);
        assert_eq!(
            types(&with(&json!({"200": {"schema": {"type": "file"}}}))),
            [entry("application/octet-stream", true, 0)]
        );
        assert_eq!(types(&with(&json!({"204": {"description": "none"}}))), []);
        assert_eq!(
            types(&with(&json!({"200": {"examples": {"text/plain": "x"}}}))),
            [entry("text/plain", false, 1)]
        );
    }

    #[test]
    fn shared_parts_count_for_every_reference() {
        let root = json!({});
        let mut responses = Responses::new(&root, Dialect::OpenApi31);
        assert!(!responses.exhausted());
        responses.parts = MAX_PARTS;
        assert!(responses.exhausted());
    }
}
