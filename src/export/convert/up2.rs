//! Swagger 2.0 to OpenAPI 3.0.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value, json};

use super::notes::Notes;
use super::object::{keep, split, text, texts};
use super::{schema2, security2, simple};
use crate::export::hoist::{sanitized, unused};
use crate::export::version::OasVersion;
use crate::export::walk::{self, names, reference};
use crate::import::{Kind, Path, Problems, Target, is_extension, target};
use crate::model::Method;

/// How many media types an operation has at most.
const MAX_MEDIA_TYPES: usize = 50;
const FORMS: [&str; 2] = ["multipart/form-data", "application/x-www-form-urlencoded"];

/// Rewrites the document. Nothing but oddities is lost.
pub(super) fn convert(root: &mut Value, problems: &mut Problems) {
    let mut notes = Notes::new(problems, OasVersion::V3_0);
    push_down_bodies(root);
    let names = Names::of(root);
    walk::document(root, &mut |kind, value, path| match kind {
        Kind::Schema => schema2::up(value, path, &mut notes),
        Kind::Header => simple::up(value, path, &mut notes),
        Kind::Parameter if !is_body(value) => simple::up(value, path, &mut notes),
        _ => {}
    });
    let Value::Object(top) = root else { return };
    let media = Media {
        consumes: texts(top.get("consumes")),
        produces: texts(top.get("produces")),
        servers: servers(top),
    };
    let mut components = Map::new();
    let shared = shared_parameters(top, &names, &media, &mut components, &mut notes);
    let mut responses = take(top, "responses");
    for (name, response) in &mut responses {
        let at = Path::At("/responses");
        upgrade_response(response, &media.produces, &Path::Member(&at, name), &mut notes);
    }
    let mut operations = Operations {
        media: &media,
        names: &names,
        shared: &shared,
        responses: &responses,
        notes: &mut notes,
    };
    operations.all(top.get_mut("paths"));
    components.insert("responses".to_owned(), Value::Object(names.renamed("responses", responses)));
    let schemas = take(top, "definitions");
    components.insert("schemas".to_owned(), Value::Object(names.renamed("definitions", schemas)));
    let security = take(top, "securityDefinitions").into_iter();
    let security = security.map(|(name, scheme)| (name, security2::up(scheme))).collect();
    components.insert("securitySchemes".to_owned(), Value::Object(security));
    components.retain(|_, section| section.as_object().is_some_and(|section| !section.is_empty()));
    put_together(root, &media.servers, components, &mut notes);
    walk::references(root, &mut |_, text| names.rewrite(text));
}

/// The top of the document, in the order that it had.
fn put_together(root: &mut Value, servers: &[Value], components: Map<String, Value>, notes: &mut Notes<'_>) {
    let Value::Object(top) = root else { return };
    let mut made = Map::new();
    for (name, value) in std::mem::take(top) {
        match name.as_str() {
            "swagger" => drop(made.insert("openapi".to_owned(), json!(OasVersion::V3_0.as_str()))),
            "host" | "basePath" | "schemes" => {
                if !servers.is_empty() {
                    made.insert("servers".to_owned(), Value::Array(servers.to_vec()));
                }
            }
            "consumes" | "produces" | "parameters" | "responses" | "definitions" | "securityDefinitions" => {}
            _ => drop(made.insert(name, value)),
        }
    }
    made.entry("paths").or_insert_with(|| json!({}));
    if !components.is_empty() {
        made.insert("components".to_owned(), Value::Object(components));
    }
    *top = made;
    let known = ["openapi", "info", "servers", "paths", "components", "security", "tags", "externalDocs"];
    keep(root, &known, &Path::At(""), notes);
}

/// What a document says of all its operations.
struct Media {
    consumes: Vec<String>,
    produces: Vec<String>,
    servers: Vec<Value>,
}

fn take(top: &mut Map<String, Value>, name: &str) -> Map<String, Value> {
    match top.get_mut(name).map(Value::take) {
        Some(Value::Object(members)) => members,
        _ => Map::new(),
    }
}

fn is_body(parameter: &Value) -> bool {
    ["body", "formData"].contains(&text(parameter, "in"))
}

/// Bodies belong to operations from here on: those of a path, and form fields that are shared, are written into them.
fn push_down_bodies(root: &mut Value) {
    let fields: Map<String, Value> = root
        .get("parameters")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .filter(|(_, parameter)| is_body(parameter))
        .map(|(name, parameter)| (format!("#/parameters/{name}"), parameter.clone()))
        .collect();
    let is_shared_body = |parameter: &Value| fields.get(text(parameter, "$ref")).is_some_and(is_body);
    for (_, item) in root.get_mut("paths").and_then(Value::as_object_mut).into_iter().flatten() {
        let Some(Value::Array(list)) = item.get_mut("parameters") else { continue };
        let (bodies, others): (Vec<Value>, Vec<Value>) = std::mem::take(list)
            .into_iter()
            .partition(|parameter| is_body(parameter) || is_shared_body(parameter));
        *list = others;
        for (name, operation) in item.as_object_mut().into_iter().flatten() {
            if Method::parse(name).is_none() || bodies.is_empty() {
                continue;
            }
            let Value::Object(operation) = operation else { continue };
            let own = operation.entry("parameters").or_insert_with(|| json!([]));
            if let Value::Array(own) = own {
                let whole = own.iter().any(|known| text(known, "in") == "body" || is_shared_body(known));
                let fields = own.iter().any(|known| text(known, "in") == "formData");
                let missing = |body: &&Value| match text(body, "in") {
                    "formData" => {
                        !whole && !own.iter().any(|known| text(known, "name") == text(body, "name"))
                    }
                    _ => !whole && !fields,
                };
                let missing: Vec<Value> = bodies.iter().filter(missing).cloned().collect();
                own.extend(missing);
            }
        }
    }
}

/// The names of components, as 3.0 lets them be.
struct Names {
    /// By where it stood: its section and its name.
    new: HashMap<(&'static str, String), String>,
}

const SECTIONS: [(&str, &str); 3] =
    [("definitions", "schemas"), ("parameters", "parameters"), ("responses", "responses")];

impl Names {
    fn of(root: &Value) -> Self {
        let mut new = HashMap::new();
        for (section, _) in SECTIONS {
            let names = root.get(section).and_then(Value::as_object);
            let names: Vec<&String> = names.into_iter().flatten().map(|(name, _)| name).collect();
            let (plain, odd): (Vec<&String>, Vec<&String>) =
                names.into_iter().partition(|name| sanitized(name) == **name);
            let mut taken: HashSet<String> = plain.into_iter().cloned().collect();
            for name in odd {
                new.insert((section, name.clone()), unused(&sanitized(name), &mut taken));
            }
        }
        Self { new }
    }

    fn get<'n>(&'n self, section: &'static str, name: &'n str) -> &'n str {
        self.new.get(&(section, name.to_owned())).map_or(name, String::as_str)
    }

    fn renamed(&self, section: &'static str, members: Map<String, Value>) -> Map<String, Value> {
        members.into_iter().map(|(name, value)| (self.get(section, &name).to_owned(), value)).collect()
    }

    fn rewrite(&self, text: &mut String) {
        let Target::Pointer(pointer) = target(text) else { return };
        let path = names(&pointer);
        let [first, name, rest @ ..] = &path[..] else { return };
        let Some((old, new)) = SECTIONS.iter().find(|(old, _)| old == first) else { return };
        let name = self.get(old, name);
        *text = reference(["components", new, name].into_iter().chain(rest.iter().map(String::as_str)));
    }
}

/// Takes the shared parameters, the bodies among them as what 3.0 makes of them.
fn shared_parameters(
    top: &mut Map<String, Value>,
    names: &Names,
    media: &Media,
    components: &mut Map<String, Value>,
    notes: &mut Notes<'_>,
) -> HashMap<String, Value> {
    let mut bodies = HashMap::new();
    let (mut parameters, mut request_bodies) = (Map::new(), Map::new());
    for (name, parameter) in take(top, "parameters") {
        let new = names.get("parameters", &name).to_owned();
        if !is_body(&parameter) {
            parameters.insert(new, parameter);
            continue;
        }
        if text(&parameter, "in") == "body"
            && let Some(copy) = notes.copy(&parameter)
        {
            request_bodies.insert(new, body(copy, &media.consumes, notes));
        }
        bodies.insert(name, parameter);
    }
    components.insert("parameters".to_owned(), Value::Object(parameters));
    components.insert("requestBodies".to_owned(), Value::Object(request_bodies));
    bodies
}

/// A body parameter as a request body.
fn body(parameter: Value, consumes: &[String], notes: &mut Notes<'_>) -> Value {
    let Value::Object(mut parameter) = parameter else { return json!({"content": {}}) };
    let schema = parameter.shift_remove("schema").unwrap_or_else(|| json!({}));
    let example = parameter.shift_remove("x-example");
    parameter.shift_remove("in");
    let name = parameter.shift_remove("name");
    if let Some(name) = name.filter(|name| name != "body") {
        // Only its place in 2.0 needs a name.
        parameter.insert("x-body-name".to_owned(), name);
    }
    let others: Vec<&String> = consumes.iter().filter(|media| !FORMS.contains(&media.as_str())).collect();
    let json = "application/json".to_owned();
    let media_types = match (&others[..], consumes) {
        ([], []) => vec![&json],
        ([], all) => all.iter().collect(),
        _ => others,
    };
    let mut content = Map::new();
    for media_type in media_types.into_iter().take(MAX_MEDIA_TYPES) {
        let Some(schema) = notes.copy(&schema) else { break };
        let mut made = json!({"schema": schema});
        if let Some(example) = &example {
            made["example"] = example.clone();
        }
        content.insert(media_type.clone(), made);
    }
    parameter.retain(|name, _| ["description", "required"].contains(&name.as_str()) || is_extension(name));
    parameter.insert("content".to_owned(), Value::Object(content));
    Value::Object(parameter)
}

/// Form fields as a request body.
fn form(fields: Vec<Value>, consumes: &[String], notes: &mut Notes<'_>, path: &Path<'_>) -> Value {
    let with_file = fields.iter().any(|field| text(field, "type") == "file");
    let (mut properties, mut required, mut encoding) = (Map::new(), Vec::new(), Map::new());
    for mut field in fields {
        let name = text(&field, "name").to_owned();
        if field.get("required") == Some(&Value::Bool(true)) {
            required.push(Value::String(name.clone()));
        }
        simple::up(&mut field, path, notes);
        let Value::Object(mut field) = field else { continue };
        let mut schema = field.shift_remove("schema").unwrap_or_default();
        if let Some(members) = schema.as_object_mut() {
            for (name, value) in
                split(&mut field, |name| name == "description" || name == "example" || is_extension(name))
            {
                members.insert(name, value);
            }
        }
        if let Some(explode) = field.shift_remove("explode") {
            let style = field.shift_remove("style").unwrap_or_else(|| json!("form"));
            encoding.insert(name.clone(), json!({"style": style, "explode": explode}));
        }
        properties.insert(name, schema);
    }
    let mut schema = json!({"type": "object", "properties": properties});
    let is_required = !required.is_empty();
    if is_required {
        schema["required"] = Value::Array(required);
    }
    let mut media_types: Vec<&str> =
        consumes.iter().map(String::as_str).filter(|media| FORMS.contains(media)).collect();
    if with_file {
        media_types.retain(|media| *media == FORMS[0]);
    }
    if media_types.is_empty() {
        media_types.push(if with_file { FORMS[0] } else { FORMS[1] });
    }
    let mut content = Map::new();
    for media_type in media_types {
        let mut made = json!({"schema": schema});
        if !encoding.is_empty() {
            made["encoding"] = Value::Object(encoding.clone());
        }
        content.insert(media_type.to_owned(), made);
    }
    let mut made = json!({"content": content});
    if is_required {
        made["required"] = Value::Bool(true);
    }
    made
}

struct Operations<'a, 'p> {
    media: &'a Media,
    names: &'a Names,
    /// Shared body parameters and form fields, by their names.
    shared: &'a HashMap<String, Value>,
    /// Shared responses, with the media types of the whole document.
    responses: &'a Map<String, Value>,
    notes: &'a mut Notes<'p>,
}

impl Operations<'_, '_> {
    fn all(&mut self, paths: Option<&mut Value>) {
        let at = Path::At("/paths");
        for (template, item) in paths.and_then(Value::as_object_mut).into_iter().flatten() {
            let at = Path::Member(&at, template);
            for (method, operation) in item.as_object_mut().into_iter().flatten() {
                if Method::parse(method).is_some() {
                    self.operation(operation, &Path::Member(&at, method));
                }
            }
        }
    }

    fn operation(&mut self, operation: &mut Value, path: &Path<'_>) {
        let Value::Object(members) = operation else { return };
        let own =
            |members: &mut Map<String, Value>, name: &str, all: &[String]| match members.shift_remove(name) {
                Some(list) => texts(Some(&list)),
                None => all.to_vec(),
            };
        let consumes = own(members, "consumes", &self.media.consumes);
        let produces = own(members, "produces", &self.media.produces);
        if let Some(schemes) = members.shift_remove("schemes") {
            let schemes = texts(Some(&schemes));
            let servers: Vec<Value> = self
                .media
                .servers
                .iter()
                .filter(|server| {
                    let scheme = text(server, "url").split(':').next().unwrap_or_default();
                    schemes.iter().any(|wanted| wanted == scheme)
                })
                .cloned()
                .collect();
            if servers.is_empty() {
                self.notes.lost(path, "schemes");
            } else {
                members.insert("servers".to_owned(), Value::Array(servers));
            }
        }
        let mut request_body = None;
        let mut fields = Vec::new();
        if let Some(Value::Array(list)) = members.get_mut("parameters") {
            for parameter in std::mem::take(list) {
                let name = shared_name(&parameter);
                let resolved = name.as_ref().and_then(|name| self.shared.get(name)).unwrap_or(&parameter);
                match text(resolved, "in") {
                    "body" if name.is_some() && consumes == self.media.consumes => {
                        let name = name.unwrap_or_default();
                        let name = self.names.get("parameters", &name);
                        request_body = Some(json!({"$ref": format!("#/components/requestBodies/{name}")}));
                    }
                    "body" => {
                        request_body =
                            self.notes.copy(resolved).map(|copy| body(copy, &consumes, self.notes));
                    }
                    "formData" => fields.extend(self.notes.copy(resolved)),
                    _ => list.push(parameter),
                }
            }
        }
        if !fields.is_empty() && request_body.is_none() {
            request_body = Some(form(fields, &consumes, self.notes, path));
        }
        if let Some(request_body) = request_body {
            members.insert("requestBody".to_owned(), request_body);
        }
        let at = Path::Member(path, "responses");
        for (status, response) in
            members.get_mut("responses").and_then(Value::as_object_mut).into_iter().flatten()
        {
            if is_extension(status) && !status.contains(':') {
                continue;
            }
            // A shared response has the media types of the whole document.
            if let Some(name) = shared_name(response).filter(|_| produces != self.media.produces)
                && let Some(shared) = self.responses.get(&name)
                && let Some(copy) = self.notes.copy(shared)
            {
                *response = copy;
                retype(response, &produces);
                continue;
            }
            upgrade_response(response, &produces, &Path::Member(&at, status), self.notes);
        }
        let known = [
            "tags",
            "summary",
            "description",
            "externalDocs",
            "operationId",
            "parameters",
            "requestBody",
            "responses",
            "deprecated",
            "security",
            "servers",
        ];
        keep(operation, &known, path, self.notes);
    }
}

/// The name of the shared object that a value refers to.
fn shared_name(value: &Value) -> Option<String> {
    let Target::Pointer(pointer) = target(value.get("$ref")?.as_str()?) else { return None };
    match &names(&pointer)[..] {
        [section, name] if section == "parameters" || section == "responses" => Some(name.clone()),
        _ => None,
    }
}

/// Gives a response that has a body other media types.
fn retype(response: &mut Value, produces: &[String]) {
    let Some(Value::Object(content)) = response.get_mut("content") else { return };
    let Some(media) = content.values().next().cloned().filter(|_| !produces.is_empty()) else { return };
    let old = std::mem::take(content);
    for media_type in produces.iter().take(MAX_MEDIA_TYPES) {
        let made = old.get(media_type).cloned().unwrap_or_else(|| media.clone());
        content.insert(media_type.clone(), made);
    }
}

fn upgrade_response(response: &mut Value, produces: &[String], path: &Path<'_>, notes: &mut Notes<'_>) {
    let Value::Object(members) = response else { return };
    // Documents mix the two.
    if members.contains_key("$ref") || members.contains_key("content") {
        return;
    }
    let schema = members.shift_remove("schema");
    let mut examples = take(members, "examples");
    members.shift_remove("examples");
    members.entry("description").or_insert_with(|| json!(""));
    let is_file = schema.as_ref().is_some_and(|schema| text(schema, "format") == "binary");
    let mut media_types: Vec<String> = Vec::new();
    if schema.is_some() {
        media_types.extend(produces.iter().take(MAX_MEDIA_TYPES).cloned());
        if media_types.is_empty() {
            media_types
                .push(if is_file { "application/octet-stream" } else { "application/json" }.to_owned());
        }
    }
    for name in examples.keys().filter(|name| !is_extension(name)).take(MAX_MEDIA_TYPES) {
        if !media_types.contains(name) {
            media_types.push(name.clone());
        }
    }
    let mut content = Map::new();
    for media_type in media_types {
        let mut made = Map::new();
        if let Some(schema) = schema.as_ref().and_then(|schema| notes.copy(schema)) {
            made.insert("schema".to_owned(), schema);
        }
        if let Some(example) = examples.get_mut(&media_type).map(Value::take) {
            made.insert("example".to_owned(), example);
        }
        content.insert(media_type, Value::Object(made));
    }
    if !content.is_empty() {
        members.insert("content".to_owned(), Value::Object(content));
    }
    keep(response, &["description", "headers", "content", "links"], path, notes);
}

/// `schemes`, `host` and `basePath` as servers.
fn servers(top: &Map<String, Value>) -> Vec<Value> {
    let get = |name: &str| top.get(name).and_then(Value::as_str).unwrap_or_default().trim();
    let (host, base) = (get("host"), get("basePath"));
    let base = if base.is_empty() || base.starts_with('/') { base.to_owned() } else { format!("/{base}") };
    let schemes = texts(top.get("schemes"));
    let url = |url: String| json!({"url": url});
    match (host, &schemes[..]) {
        ("", _) if base.is_empty() => Vec::new(),
        ("", _) => vec![url(base)],
        (host, []) => vec![url(format!("//{host}{base}"))],
        (host, schemes) => schemes.iter().map(|scheme| url(format!("{scheme}://{host}{base}"))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document() {
        let mut root = json!({
            "swagger": "2.0", "info": {"title": "T", "version": "1"},
            "host": "example.com", "basePath": "/v1", "schemes": ["https", "wss"],
            "consumes": ["application/json"], "produces": ["application/json", "application/xml"],
            "paths": {"/a/{id}": {
                "parameters": [{"name": "id", "in": "path", "required": true, "type": "string"},
                    {"name": "body", "in": "body", "required": true, "schema": {"$ref": "#/definitions/Map«A»"}}],
                "get": {"responses": {"200": {"description": "", "schema": {"$ref": "#/definitions/Map«A»"},
                    "examples": {"application/xml": "<a/>"}, "headers": {"X-A": {"type": "integer", "description": "D"}}},
                    "404": {"$ref": "#/responses/Gone"}}},
                "put": {"consumes": ["multipart/form-data"], "produces": ["text/plain"], "schemes": ["wss"],
                    "parameters": [{"name": "f", "in": "formData", "type": "file", "required": true},
                        {"name": "l", "in": "formData", "type": "array", "items": {"type": "string"}, "collectionFormat": "multi"}],
                    "responses": {"404": {"$ref": "#/responses/Gone"}, "x-200:File": {"schema": {"type": "file"}}}}}},
            "definitions": {"Map«A»": {"type": "object"}, "Map_A": {"type": "string"}},
            "responses": {"Gone": {"description": "G", "schema": {"type": "string"}}},
            "securityDefinitions": {"b": {"type": "basic"}},
            "x-own": 1
        });
        let mut problems = Problems::default();
        convert(&mut root, &mut problems);
        let body = json!({"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Map_A2"}}}});
        let gone = |media: &str| json!({media: {"schema": {"type": "string"}}});
        assert_eq!(
            root,
            json!({
                "openapi": "3.0.3", "info": {"title": "T", "version": "1"},
                "servers": [{"url": "https://example.com/v1"}, {"url": "wss://example.com/v1"}],
                "paths": {"/a/{id}": {
                    "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
                    "get": {"parameters": [], "requestBody": body, "responses": {
                        "200": {"description": "", "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Map_A2"}},
                            "application/xml": {"schema": {"$ref": "#/components/schemas/Map_A2"}, "example": "<a/>"}},
                            "headers": {"X-A": {"schema": {"type": "integer"}, "description": "D"}}},
                        "404": {"$ref": "#/components/responses/Gone"}}},
                    "put": {"parameters": [], "servers": [{"url": "wss://example.com/v1"}],
                        "requestBody": {"required": true, "content": {"multipart/form-data": {
                            "schema": {"type": "object", "required": ["f"], "properties": {
                                "f": {"type": "string", "format": "binary"}, "l": {"type": "array", "items": {"type": "string"}}}},
                            "encoding": {"l": {"style": "form", "explode": true}}}}},
                        "responses": {
                            "404": {"description": "G", "content": gone("text/plain")},
                            "x-200:File": {"description": "", "content": {"text/plain": {"schema": {"type": "string", "format": "binary"}}}}}}}},
                "components": {
                    "responses": {"Gone": {"description": "G", "content": {
                        "application/json": {"schema": {"type": "string"}}, "application/xml": {"schema": {"type": "string"}}}}},
                    "schemas": {"Map_A2": {"type": "object"}, "Map_A": {"type": "string"}},
                    "securitySchemes": {"b": {"type": "http", "scheme": "basic"}}},
                "x-own": 1
            })
        );
        assert_eq!(problems.finish().0, []);
    }
}
