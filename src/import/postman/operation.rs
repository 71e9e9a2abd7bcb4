//! An endpoint that is put together from one request or several, and written as OpenAPI has it.

use serde_json::{Map, Value, json};
use std::collections::HashSet;

use super::body::Body;
use super::headers::{Header, is_of_transport};
use super::saved::Saved;
use crate::import::infer;
use crate::import::names::Names;

/// How many media types one body is taken in.
const MAX_MEDIA_TYPES: usize = 50;

/// What the requests of one endpoint say.
#[derive(Debug, Default)]
pub(super) struct Operation {
    pub(super) name: String,
    pub(super) description: String,
    pub(super) folder: String,
    pub(super) security: Option<Value>,
    pub(super) parameters: Vec<Value>,
    pub(super) known: HashSet<(String, String)>,
    pub(super) bodies: Vec<(String, Body)>,
    pub(super) saved: Vec<Saved>,
}

impl Operation {
    /// Adds the parameters of a request that are not known yet.
    pub(super) fn add_parameters(&mut self, parameters: Vec<Value>, with_path: bool) {
        for parameter in parameters {
            let text =
                |name: &str| parameter.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            // The names in the path are those of the first request.
            let place = text("in");
            if (with_path || place != "path") && self.known.insert((place, text("name"))) {
                self.parameters.push(parameter);
            }
        }
    }

    pub(super) fn add_body(&mut self, request: &str, body: Option<Body>) {
        self.bodies.extend(body.map(|body| (request.to_owned(), body)));
    }

    pub(super) fn add_saved(&mut self, saved: Saved) {
        self.saved.push(saved);
    }

    /// The operation object.
    pub(super) fn write(self) -> Value {
        let mut operation = json!({"summary": self.name});
        if !self.description.is_empty() {
            operation["description"] = self.description.into();
        }
        if !self.folder.is_empty() {
            operation["x-apidog-folder"] = self.folder.into();
        }
        if let Some(security) = self.security {
            operation["security"] = security;
        }
        if !self.parameters.is_empty() {
            operation["parameters"] = Value::Array(self.parameters);
        }
        let mut content = Content::default();
        for (request, body) in self.bodies {
            content.add(body.media_type, &request, body.example, body.schema);
        }
        if !content.media.is_empty() {
            operation["requestBody"] = json!({"content": content.write()});
        }
        operation["responses"] = responses(self.saved);
        operation
    }
}

/// The responses by status, in the order in which they were saved.
fn responses(saved: Vec<Saved>) -> Value {
    if saved.is_empty() {
        // A request that nobody has saved an answer of still has to answer.
        return json!({"200": {"description": "", "content": {"application/json": {"schema": {"type": "object"}}}}});
    }
    let mut responses: Vec<Response> = Vec::new();
    for saved in saved {
        let at = responses.iter().position(|response| response.code == saved.code);
        let at = at.unwrap_or_else(|| {
            responses.push(Response { code: saved.code, ..Response::default() });
            responses.len() - 1
        });
        let Some(response) = responses.get_mut(at) else { continue };
        if response.description.is_empty() {
            response.description =
                if saved.status.is_empty() { saved.name.clone() } else { saved.status.clone() };
        }
        for Header { name, value, description, .. } in
            saved.headers.into_iter().filter(|header| header.used && !is_of_transport(&header.name))
        {
            let header =
                response.headers.entry(name).or_insert_with(|| json!({"schema": {"type": "string"}}));
            if header.pointer("/schema/examples").is_none() && !value.is_empty() {
                header["schema"]["examples"] = json!([value]);
            }
            if !description.is_empty() {
                header["description"] = description.into();
            }
        }
        if let Some(media_type) = saved.media_type {
            let text = !super::headers::is_json(&media_type);
            let schema = text.then(|| {
                if saved.example.is_some() {
                    json!({"type": "string"})
                } else {
                    json!({"type": "string", "format": "binary"})
                }
            });
            // A body that should be JSON and is not says nothing about others.
            let broken = !text && saved.example.as_ref().is_some_and(Value::is_string);
            response.content.add(
                media_type,
                &saved.name,
                saved.example,
                schema.or(broken.then_some(Value::Bool(true))),
            );
        }
    }
    let write = |response: Response| {
        let mut made = json!({"description": response.description});
        if !response.headers.is_empty() {
            made["headers"] = Value::Object(response.headers);
        }
        if !response.content.media.is_empty() {
            made["content"] = response.content.write();
        }
        (response.code.to_string(), made)
    };
    responses.into_iter().map(write).collect()
}

#[derive(Debug, Default)]
struct Response {
    code: u16,
    description: String,
    headers: Map<String, Value>,
    content: Content,
}

/// Media types with their examples.
#[derive(Debug, Default)]
struct Content {
    media: Vec<Media>,
}

#[derive(Debug)]
struct Media {
    kind: String,
    names: Names,
    examples: Map<String, Value>,
    /// Where it is not to be inferred from the examples.
    schema: Option<Value>,
}

impl Content {
    fn add(&mut self, media_type: String, name: &str, example: Option<Value>, schema: Option<Value>) {
        let at = self.media.iter().position(|media| media.kind == media_type);
        if at.is_none() && self.media.len() >= MAX_MEDIA_TYPES {
            return;
        }
        let at = at.unwrap_or_else(|| {
            self.media.push(Media {
                kind: media_type,
                names: Names::default(),
                examples: Map::new(),
                schema: None,
            });
            self.media.len() - 1
        });
        let Some(media) = self.media.get_mut(at) else { return };
        match (&mut media.schema, schema) {
            (known @ None, schema) => *known = schema,
            (Some(known), Some(schema)) => join(known, &schema),
            (Some(_), None) => {}
        }
        if let Some(example) = example {
            let name = media.names.unused(if name.is_empty() { "Example" } else { name });
            media.examples.insert(name, json!({"value": example}));
        }
    }

    fn write(self) -> Value {
        let write = |media: Media| {
            let values: Vec<&Value> =
                media.examples.values().filter_map(|example| example.get("value")).collect();
            let inferred = media.schema.is_none() && !values.is_empty();
            let schema = if inferred { Some(infer::schema(&values)) } else { media.schema };
            let mut made = Map::new();
            made.extend(
                schema
                    .filter(|schema| *schema != Value::Bool(true))
                    .map(|schema| ("schema".to_owned(), schema)),
            );
            if !media.examples.is_empty() {
                made.insert("examples".to_owned(), Value::Object(media.examples));
            }
            (media.kind, Value::Object(made))
        };
        self.media.into_iter().map(write).collect()
    }
}

/// The fields of a second form are fields of the first.
fn join(known: &mut Value, more: &Value) {
    let Some(Value::Object(fields)) = known.get_mut("properties") else { return };
    if let Some(Value::Object(more)) = more.get("properties") {
        for (name, schema) in more {
            fields.entry(name).or_insert_with(|| schema.clone());
        }
    }
}
