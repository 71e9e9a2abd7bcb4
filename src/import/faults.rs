//! Everything that is wrong in the form of a document, found by the grammar of OpenAPI: each place is visited once,
//! references are checked but not followed, and examples, defaults, enums and extensions are never looked into.

use std::collections::HashSet;

use serde_json::Value;

use super::operations::is_extension;
use super::pointer::Path;
use super::problems::Problems;
use super::reference::{Broken, Target, follow, resolve, target};
use super::responses::{is_bare, is_token};
use super::text::MAX_DEPTH;
use crate::model::Method;
use crate::schema::Dialect;

/// The objects of OpenAPI that hold schemas or references.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Document,
    Components,
    Paths,
    PathItem,
    Operation,
    Parameter,
    RequestBody,
    Responses,
    Response,
    Header,
    MediaType,
    Encoding,
    Example,
    Link,
    Callback,
    Schema,
}

/// What a member holds.
pub(crate) enum Shape {
    One(Kind),
    Map(Kind),
    List(Kind),
}

impl Kind {
    /// As a sentence begins with it.
    const fn name(self) -> &'static str {
        match self {
            Self::Document => "a document",
            Self::Components => "`components`",
            Self::Paths => "`paths`",
            Self::PathItem => "a path item",
            Self::Operation => "an operation",
            Self::Parameter => "a parameter",
            Self::RequestBody => "a request body",
            Self::Responses => "`responses`",
            Self::Response => "a response",
            Self::Header => "a header",
            Self::MediaType => "a media type",
            Self::Encoding => "an encoding",
            Self::Example => "an example",
            Self::Link => "a link",
            Self::Callback => "a callback",
            Self::Schema => "a schema",
        }
    }

    /// Whether the specification lets a reference stand for the object.
    const fn may_refer(self) -> bool {
        !matches!(
            self,
            Self::Document
                | Self::Components
                | Self::Paths
                | Self::Operation
                | Self::Responses
                | Self::Encoding
        )
    }

    /// What a member of the object holds; `None` for everything that has neither schemas nor references.
    pub(crate) fn member(self, name: &str) -> Option<Shape> {
        use Shape::{List, Map, One};
        Some(match (self, name) {
            (Self::Document, "paths") => One(Self::Paths),
            (Self::Document, "components") => One(Self::Components),
            (Self::Document | Self::Components, "parameters") => Map(Self::Parameter),
            (Self::Document | Self::Components, "responses") => Map(Self::Response),
            (Self::Document, "definitions") | (Self::Components, "schemas") => Map(Self::Schema),
            (Self::Document, "webhooks") | (Self::Components, "pathItems") => Map(Self::PathItem),
            (Self::Components, "requestBodies") => Map(Self::RequestBody),
            (Self::Components | Self::Response, "links") => Map(Self::Link),
            (Self::Components | Self::Operation, "callbacks") => Map(Self::Callback),
            (Self::Components | Self::Response | Self::Encoding, "headers") => Map(Self::Header),
            (Self::Components | Self::MediaType | Self::Parameter | Self::Header, "examples") => {
                Map(Self::Example)
            }
            (Self::Components, "mediaTypes")
            | (Self::Response | Self::RequestBody | Self::Parameter | Self::Header, "content") => {
                Map(Self::MediaType)
            }
            (Self::Paths | Self::Callback, name) if !is_extension(name) => One(Self::PathItem),
            (Self::PathItem | Self::Operation, "parameters") => List(Self::Parameter),
            (Self::PathItem, "additionalOperations") => Map(Self::Operation),
            (Self::PathItem, name) if name == "query" || Method::parse(name).is_some() => {
                One(Self::Operation)
            }
            (Self::Operation, "requestBody") => One(Self::RequestBody),
            (Self::Operation, "responses") => One(Self::Responses),
            // `x-200:Name` is a response under the name of an extension.
            (Self::Responses, name) if !is_extension(name) || name.contains(':') => One(Self::Response),
            (Self::Response | Self::Parameter | Self::Header | Self::MediaType, "schema")
            | (Self::MediaType, "itemSchema") => One(Self::Schema),
            (Self::MediaType, "encoding") => Map(Self::Encoding),
            _ => return None,
        })
    }
}

/// Whether names that look like extensions are names like others among objects of a kind.
const fn is_name(kind: Kind) -> bool {
    matches!(kind, Kind::Header | Kind::Schema)
}

/// How many references to names are remembered until all names are known.
const MAX_NAMED: usize = 10_000;

/// The pass over a document.
#[derive(Debug)]
pub(super) struct Faults<'d, 'p> {
    pub(super) root: &'d Value,
    pub(super) dialect: Dialect,
    pub(super) problems: &'p mut Problems,
    /// `$id`s and anchors met so far, an `$id` also by its last segment.
    pub(super) names: HashSet<&'d str>,
    /// References to names, judged when all names are known.
    named: Vec<(String, &'d str)>,
}

impl<'d, 'p> Faults<'d, 'p> {
    pub(super) fn new(root: &'d Value, dialect: Dialect, problems: &'p mut Problems) -> Self {
        Self { root, dialect, problems, names: HashSet::new(), named: Vec::new() }
    }

    /// Reports everything found.
    pub(super) fn find(mut self) {
        self.object(Kind::Document, self.root, &Path::At(""), 0);
        for (pointer, reference) in std::mem::take(&mut self.named) {
            let name = reference.trim_start_matches('#').trim_end_matches('#');
            let tail = name.rsplit_once('/').map_or(name, |(_, tail)| tail);
            if self.names.contains(name) || self.names.contains(tail) {
                continue;
            }
            match target(reference) {
                Target::External => self.external(&Path::At(&pointer), reference),
                _ => self.dangling(&Path::At(&pointer), reference),
            }
        }
    }

    fn object(&mut self, kind: Kind, value: &'d Value, path: &Path<'_>, depth: usize) {
        if depth > MAX_DEPTH {
            self.problems
                .warning(path, format!("nested more than {MAX_DEPTH} deep: not checked from here on"));
            return;
        }
        if kind == Kind::Schema || kind == Kind::Header && self.dialect == Dialect::OpenApi20 {
            self.schema(value, path, depth, self.root);
            return;
        }
        let Value::Object(members) = value else {
            let message =
                format!("{} must be an object, is {}: it is read as empty", kind.name(), describe(value));
            self.problems.warning(path, message);
            return;
        };
        if let Some(reference) = members.get("$ref") {
            self.reference(reference, &Path::Member(path, "$ref"), kind.may_refer());
            if kind != Kind::PathItem && kind.may_refer() {
                return;
            }
        }
        for (name, child) in members.iter().filter(|(name, _)| *name != "$ref") {
            let here = Path::Member(path, name);
            match kind.member(name) {
                Some(Shape::One(kind)) => self.object(kind, child, &here, depth + 1),
                Some(Shape::Map(kind)) => self.map(kind, child, &here, depth + 1),
                Some(Shape::List(kind)) => self.list(kind, child, &here, depth + 1),
                None => {}
            }
            match (kind, name.as_str()) {
                (Kind::PathItem, name) => self.item_member(name, &here),
                (Kind::Response, "schema")
                    if self.dialect != Dialect::OpenApi20 && !members.contains_key("content") =>
                {
                    let message =
                        "`schema` stands under `content` in OpenAPI 3: read as that of application/json";
                    self.problems.warning(&here, message);
                }
                (Kind::Response, "content") if self.dialect == Dialect::OpenApi20 => {
                    let message =
                        "`content` exists from OpenAPI 3 on, Swagger 2.0 has `schema`: read all the same";
                    self.problems.warning(&here, message);
                }
                _ => {}
            }
        }
    }

    /// Names of a path item that are no method are mistyped more often than meant.
    fn item_member(&mut self, name: &str, path: &Path<'_>) {
        let known = ["summary", "description", "servers", "parameters"].contains(&name) || is_extension(name);
        match Method::parse(name) {
            Some(_) if name.bytes().any(|byte| byte.is_ascii_uppercase()) => {
                let message =
                    format!("methods are written in lower case: read as `{}`", name.to_ascii_lowercase());
                self.problems.warning(path, message);
            }
            None if name == "query" || name == "additionalOperations" => {
                self.problems
                    .error(path, "only the eight methods of OpenAPI 3.1 are served: this is left out");
            }
            None if !known => {
                self.problems
                    .warning(path, format!("`{}` is no method of OpenAPI: it is ignored", shorten(name)));
            }
            _ => {}
        }
    }

    fn map(&mut self, kind: Kind, value: &'d Value, path: &Path<'_>, depth: usize) {
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    let here = Path::Member(path, name);
                    match member {
                        Value::String(_) if name == "$ref" => self.reference(member, &here, false),
                        // `X-Rate-Limit` is a header, and `x-pet` a schema: among names there are no extensions. What is no
                        // object is one all the same, in documents that do not keep to that.
                        _ if is_extension(name) && !(is_name(kind) && member.is_object()) => {}
                        _ if kind == Kind::Example && is_bare(member) => {
                            let message =
                                "an example is an object with `value`: this is taken for the value itself";
                            self.problems.warning(&here, message);
                        }
                        _ => self.object(kind, member, &here, depth + 1),
                    }
                    if kind == Kind::Header && !is_token(name) {
                        self.problems
                            .warning(&here, format!("`{}` is no header name: left out", shorten(name)));
                    }
                }
            }
            Value::Null => {}
            Value::Array(_) if kind == Kind::Example => {
                self.problems.warning(path, "examples are an object with names here, not a list: numbered");
            }
            _ => {
                let message =
                    format!("this must be an object with names, is {}: it is ignored", describe(value));
                self.problems.error(path, message);
            }
        }
    }

    fn list(&mut self, kind: Kind, value: &'d Value, path: &Path<'_>, depth: usize) {
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.object(kind, item, &Path::Item(path, index), depth + 1);
                }
            }
            Value::Null => {}
            _ => {
                self.problems
                    .error(path, format!("this must be a list, is {}: it is ignored", describe(value)));
            }
        }
    }

    /// A `$ref` outside of schemas.
    fn reference(&mut self, reference: &'d Value, path: &Path<'_>, allowed: bool) {
        let Value::String(text) = reference else {
            self.problems.error(path, format!("a reference must be text, is {}", describe(reference)));
            return;
        };
        match target(text) {
            Target::External => self.external(path, text),
            Target::Anchor(_) => self.dangling(path, text),
            Target::Pointer(_) => {
                match resolve(self.root, text).map(|(at, value)| follow(self.root, at, value)) {
                    None => self.dangling(path, text),
                    Some(Err(Broken::Cyclic)) => self.cyclic(path, text),
                    // A later link of the chain is reported where it stands.
                    Some(_) if allowed => {}
                    Some(_) => self
                        .problems
                        .warning(path, "no reference is allowed here: it is followed all the same"),
                }
            }
        }
    }

    /// The `$ref` of a schema. `base` is the schema resource that it stands in, or the document.
    pub(super) fn schema_reference(&mut self, reference: &'d Value, path: &Path<'_>, base: &'d Value) {
        let Value::String(text) = reference else {
            self.problems.error(path, format!("a reference must be text, is {}", describe(reference)));
            return;
        };
        match target(text) {
            Target::External | Target::Anchor(_) => {
                if text.is_empty() {
                    self.dangling(path, text);
                } else if self.named.len() < MAX_NAMED {
                    self.named.push((path.pointer(), text));
                }
            }
            Target::Pointer(_) => {
                if !std::ptr::eq(base, self.root) && resolve(base, text).is_some() {
                    return;
                }
                match resolve(self.root, text).map(|(at, value)| follow(self.root, at, value)) {
                    None => self.dangling(path, text),
                    Some(Err(Broken::Cyclic)) => self.cyclic(path, text),
                    Some(_) => {}
                }
            }
        }
    }

    pub(super) fn external(&mut self, path: &Path<'_>, reference: &str) {
        let message =
            format!("external reference `{}` is not followed: bundle the document first", shorten(reference));
        self.problems.error(path, message);
    }

    pub(super) fn dangling(&mut self, path: &Path<'_>, reference: &str) {
        let message =
            format!("reference `{}` leads nowhere in this document: correct it", shorten(reference));
        self.problems.error(path, message);
    }

    fn cyclic(&mut self, path: &Path<'_>, reference: &str) {
        let message = format!(
            "reference `{}` leads only to references, in a circle or without end: nothing is defined",
            shorten(reference)
        );
        self.problems.error(path, message);
    }
}

/// A value in a few words.
pub(super) fn describe(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) => format!("the text \"{}\"", shorten(text)),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

/// The beginning of a text, for messages.
pub(super) fn shorten(text: &str) -> String {
    match text.char_indices().nth(200) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Severity;
    use serde_json::json;

    fn faults(root: &Value) -> Vec<(Severity, String, String)> {
        let mut problems = Problems::default();
        Faults::new(root, Dialect::OpenApi31, &mut problems).find();
        problems
            .finish()
            .0
            .into_iter()
            .map(|problem| (problem.severity, problem.pointer, problem.message))
            .collect()
    }

    fn assert_faults(root: &Value, expected: &[(Severity, &str, &str)]) {
        let found = faults(root);
        assert_eq!(found.len(), expected.len(), "{found:#?}");
        for ((severity, pointer, message), (wanted, at, part)) in found.iter().zip(expected) {
            assert_eq!((severity, pointer.as_str()), (wanted, *at), "{message}");
            assert!(message.contains(part), "{pointer}: {message}");
        }
    }

    #[test]
    fn names_that_look_like_extensions() {
        let missing = json!({"schema": {"$ref": "#/components/schemas/None"}});
        let root = json!({
            "paths": {"/a": {"get": {"responses": {"200": {"headers": {"X-Rate-Limit": missing}}}}}},
            "components": {
                "schemas": {"x-pet": {"$ref": "#/components/schemas/None"}, "x-note": "a note"},
                "headers": {"x-page": missing},
                "responses": {"x-odd": {"headers": {"a": missing}}}
            }
        });
        let pointers: Vec<_> = faults(&root).into_iter().map(|(_, pointer, _)| pointer).collect();
        let expected = [
            "/paths/~1a/get/responses/200/headers/X-Rate-Limit/schema/$ref",
            "/components/schemas/x-pet/$ref",
            "/components/headers/x-page/schema/$ref",
        ];
        assert_eq!(pointers, expected);
    }

    #[test]
    fn wrong_forms() {
        use Severity::{Error, Warning};
        let root = json!({
            "paths": {
                "/a": {
                    "GET": {"responses": {"200": "fine", "404": null, "x-500:Odd": 3, "x-note": "note"}},
                    "brew": {}, "x-odd": "", "summary": "", "put": "text", "query": {},
                    "post": {"parameters": {}, "responses": {"200": {"headers": [], "content": {
                        "application/json": null,
                        "text/plain": {"examples": [1]}, "text/csv": {"examples": {"a": 1, "b": {}, "c": {"d": 1}}}}},
                        "201": {"headers": {"bad name": {}}, "content": "text"}, "202": {"schema": {}}}},
                    "delete": {"parameters": [null], "requestBody": {"content": null}, "callbacks": {"x": []}}
                },
                "/b": null,
                "x-c": null
            },
            "components": {"schemas": [], "examples": {"x": 1}}
        });
        assert_faults(
            &root,
            &[
                (
                    Warning,
                    "/paths/~1a/GET/responses/200",
                    "a response must be an object, is the text \"fine\"",
                ),
                (Warning, "/paths/~1a/GET/responses/404", "is null"),
                (Warning, "/paths/~1a/GET/responses/x-500:Odd", "is the number 3"),
                (Warning, "/paths/~1a/GET", "lower case: read as `get`"),
                (Warning, "/paths/~1a/brew", "`brew` is no method"),
                (Warning, "/paths/~1a/put", "an operation must be an object"),
                (Error, "/paths/~1a/query", "left out"),
                (Error, "/paths/~1a/post/parameters", "must be a list, is an object"),
                (Error, "/paths/~1a/post/responses/200/headers", "object with names, is a list"),
                (Warning, "/paths/~1a/post/responses/200/content/application~1json", "a media type must be"),
                (Warning, "/paths/~1a/post/responses/200/content/text~1plain/examples", "not a list"),
                (Warning, "/paths/~1a/post/responses/200/content/text~1csv/examples/a", "the value itself"),
                (Warning, "/paths/~1a/post/responses/200/content/text~1csv/examples/c", "the value itself"),
                (Warning, "/paths/~1a/post/responses/201/headers/bad name", "no header name"),
                (Error, "/paths/~1a/post/responses/201/content", "is the text"),
                (Warning, "/paths/~1a/post/responses/202/schema", "under `content`"),
                (Warning, "/paths/~1a/delete/parameters/0", "a parameter must be"),
                (Warning, "/paths/~1a/delete/callbacks/x", "a callback must be"),
                (Warning, "/paths/~1b", "a path item must be"),
                (Error, "/components/schemas", "is a list"),
                (Warning, "/components/examples/x", "the value itself"),
            ],
        );
    }

    #[test]
    fn references() {
        use Severity::{Error, Warning};
        let root = json!({
            "paths": {"/a": {
                "$ref": "#/components/pathItems/None",
                "get": {"responses": {
                    "200": {"$ref": "#/components/responses/Fine", "content": {"ignored": null}},
                    "201": {"content": {"$ref": "#/components/content"}},
                    "202": {"$ref": "responses.yaml#/A"},
                    "203": {"$ref": "#Fine"},
                    "204": {"$ref": 5},
                    "205": {"$ref": "#/components/responses/Loop"},
                    "206": {"content": {"a/b": {"example": {"$ref": "#/data"}, "schema": {"$ref": "#/x",
                        "example": {"$ref": "#/data"}, "default": {"$ref": "#/data"}, "enum": [{"$ref": "#/data"}],
                        "const": {"$ref": "#/data"}, "examples": [{"$ref": "#/data"}], "x-y": {"$ref": "#/data"}}}}}
                }}
            }},
            "components": {
                "content": {"text/plain": {}},
                "responses": {"Fine": {"$ref": "#/components/responses/Last"}, "Last": {},
                    "Loop": {"$ref": "#/components/responses/Pool"}, "Pool": {"$ref": "#/components/responses/Loop"}},
                "schemas": {
                    "$ref": "./schemas.yaml",
                    "Self": {"$ref": "#/components/schemas/Self"},
                    "Tree": {"properties": {"children": {"items": {"$ref": "#/components/schemas/Tree"}}}},
                    "Anchored": {"$anchor": "here", "$defs": {"a": {"$dynamicAnchor": "there"}}},
                    "Resource": {"$id": "https://example.com/schemas/resource", "$defs": {"own": true},
                        "properties": {"a": {"$ref": "#/$defs/own"}, "b": {"$ref": "#/$defs/none"}}},
                    "Uses": {"allOf": [{"$ref": "#here"}, {"$dynamicRef": "#there"}, {"$ref": "#nowhere"},
                        {"$ref": "resource"}, {"$ref": "https://example.com/schemas/resource"}, {"$ref": "Pet"},
                        {"$ref": ""}, {"$ref": "https://example.com/pet.json"}]}
                }
            }
        });
        assert_faults(
            &root,
            &[
                (Error, "/paths/~1a/$ref", "leads nowhere"),
                (Warning, "/paths/~1a/get/responses/201/content/$ref", "no reference is allowed here"),
                (Error, "/paths/~1a/get/responses/202/$ref", "external reference `responses.yaml#/A`"),
                (Error, "/paths/~1a/get/responses/203/$ref", "leads nowhere"),
                (Error, "/paths/~1a/get/responses/204/$ref", "must be text"),
                (Error, "/paths/~1a/get/responses/205/$ref", "leads only to references"),
                (Error, "/paths/~1a/get/responses/206/content/a~1b/schema/$ref", "`#/x` leads nowhere"),
                (Error, "/components/responses/Loop/$ref", "leads only to references"),
                (Error, "/components/responses/Pool/$ref", "leads only to references"),
                (Error, "/components/schemas/$ref", "external reference `./schemas.yaml`"),
                (Error, "/components/schemas/Self/$ref", "leads only to references"),
                (Error, "/components/schemas/Resource/properties/b/$ref", "leads nowhere"),
                (Error, "/components/schemas/Uses/allOf/6/$ref", "leads nowhere"),
                (Error, "/components/schemas/Uses/allOf/2/$ref", "`#nowhere` leads nowhere"),
                (Error, "/components/schemas/Uses/allOf/5/$ref", "external reference `Pet`"),
                (Error, "/components/schemas/Uses/allOf/7/$ref", "bundle the document first"),
            ],
        );
    }

    #[test]
    fn depth_is_limited() {
        let mut schema = json!({});
        for _ in 0..400 {
            schema = json!({"items": schema});
        }
        let found = faults(&json!({"components": {"schemas": {"Deep": schema}}}));
        assert_eq!(found.len(), 1);
        assert!(found[0].2.contains("not checked"));
    }
}
