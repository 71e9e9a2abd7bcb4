//! OpenAPI 3.0 to Swagger 2.0.

mod body;

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value, json};

use super::between3::requirements;
use super::notes::Notes;
use super::object::{keep, text};
use super::{path_items, schema2, security2, simple};
use crate::export::version::OasVersion;
use crate::export::walk::{self, names, reference};
use crate::import::{Kind, Path, Problems, Target, is_extension, target};
use crate::model::Method;

/// Rewrites the document; what 2.0 cannot say is listed.
pub(super) fn convert(root: &mut Value, problems: &mut Problems) {
    let mut notes = Notes::new(problems, OasVersion::V2_0);
    path_items::inline(root, &mut notes);
    let mut shared = Shared::take(root, &mut notes);
    drop_callbacks(root, &mut notes);
    // Shared responses first: operations say which media types they have.
    let mut responses = std::mem::take(&mut shared.responses);
    for (name, response) in &mut responses {
        let at = Path::At("/components/responses");
        let here = Path::Member(&at, name);
        let media = shared.object(Kind::Response, response, &here, &mut notes);
        shared.produced.insert(name.clone(), media);
    }
    let mut parameters = std::mem::take(&mut shared.parameters);
    parameters.retain(|name, parameter| {
        let at = Path::At("/components/parameters");
        let here = Path::Member(&at, name);
        shared.object(Kind::Parameter, parameter, &here, &mut notes);
        let stays = text(parameter, "in") != "cookie";
        if !stays {
            notes.note(&here, "parameters in cookies cannot be expressed: left out");
            shared.cookies.insert(name.clone());
        }
        stays
    });
    let at = Path::At("/paths");
    for (template, item) in root.get_mut("paths").and_then(Value::as_object_mut).into_iter().flatten() {
        if !is_extension(template) {
            shared.path_item(item, &Path::Member(&at, template), &mut notes);
        }
    }
    let mut schemas = std::mem::take(&mut shared.schemas);
    let originals = std::mem::take(&mut shared.originals);
    for (name, schema) in &mut schemas {
        let at = Path::At("/components/schemas");
        walk::each(Kind::Schema, schema, &Path::Member(&at, name), 0, &mut |_, schema, path| {
            schema2::down(schema, &originals, path, &mut notes);
        });
    }
    let sections = [
        ("definitions", schemas),
        ("parameters", parameters),
        ("responses", responses),
        ("securityDefinitions", std::mem::take(&mut shared.schemes)),
    ];
    put_together(root, sections, &shared.stand_ins, &mut notes);
    walk::references(root, &mut |_, text| rewrite(text));
}

fn put_together(
    root: &mut Value,
    sections: [(&str, Map<String, Value>); 4],
    stand_ins: &HashSet<String>,
    notes: &mut Notes<'_>,
) {
    let Value::Object(top) = root else { return };
    requirements(top, stand_ins);
    let mut made = Map::new();
    for (name, value) in std::mem::take(top) {
        match name.as_str() {
            "openapi" => drop(made.insert("swagger".to_owned(), json!("2.0"))),
            "servers" => servers(&value, &mut made, notes),
            _ => drop(made.insert(name, value)),
        }
    }
    made.entry("paths").or_insert_with(|| json!({}));
    for (name, section) in sections {
        if !section.is_empty() {
            made.insert(name.to_owned(), Value::Object(section));
        }
    }
    *top = made;
    let known = [
        "swagger",
        "info",
        "host",
        "basePath",
        "schemes",
        "paths",
        "definitions",
        "parameters",
        "responses",
        "securityDefinitions",
        "security",
        "tags",
        "externalDocs",
    ];
    keep(root, &known, &Path::At(""), notes);
}

/// References to components, where they stand in 2.0.
fn rewrite(text: &mut String) {
    let Target::Pointer(pointer) = target(text) else { return };
    let path = names(&pointer);
    let [first, section, rest @ ..] = &path[..] else { return };
    if first != "components" {
        return;
    }
    let section = if section == "schemas" { "definitions" } else { section };
    *text = reference(std::iter::once(section).chain(rest.iter().map(String::as_str)));
}

/// Callbacks are dropped before anything is said of what is in them.
fn drop_callbacks(root: &mut Value, notes: &mut Notes<'_>) {
    let at = Path::At("/paths");
    for (template, item) in root.get_mut("paths").and_then(Value::as_object_mut).into_iter().flatten() {
        let at = Path::Member(&at, template);
        for (name, operation) in item.as_object_mut().into_iter().flatten() {
            if let Some(members) = operation.as_object_mut().filter(|_| Method::parse(name).is_some())
                && members.shift_remove("callbacks").is_some()
            {
                notes.lost(&Path::Member(&at, name), "callbacks");
            }
        }
    }
    if let Some(top) = root.as_object_mut()
        && top.shift_remove("x-webhooks").is_some()
    {
        notes.lost(&Path::At(""), "x-webhooks");
    }
}

/// The components of a document, for looking up while its operations are rewritten.
#[derive(Default)]
struct Shared {
    /// Schemas to be rewritten.
    schemas: Map<String, Value>,
    /// Schemas as they were, as far as parameters and forms need them.
    originals: Map<String, Value>,
    parameters: Map<String, Value>,
    responses: Map<String, Value>,
    bodies: Map<String, Value>,
    headers: Map<String, Value>,
    examples: Map<String, Value>,
    schemes: Map<String, Value>,
    /// Names of security schemes that 2.0 does not have: others stand for them.
    stand_ins: HashSet<String>,
    /// Names of parameters that 2.0 does not have.
    cookies: HashSet<String>,
    /// The media types of shared responses.
    produced: HashMap<String, Vec<String>>,
}

impl Shared {
    fn take(root: &mut Value, notes: &mut Notes<'_>) -> Self {
        let at = Path::At("/components");
        let mut shared = Self::default();
        let Some(Value::Object(components)) =
            root.as_object_mut().and_then(|top| top.shift_remove("components"))
        else {
            return shared;
        };
        for (name, section) in components {
            let Value::Object(section) = section else { continue };
            match name.as_str() {
                "schemas" => shared.schemas = section,
                "parameters" => shared.parameters = section,
                "responses" => shared.responses = section,
                "requestBodies" => shared.bodies = section,
                "headers" => shared.headers = section,
                "examples" => shared.examples = section,
                "securitySchemes" => {
                    let here = Path::Member(&at, "securitySchemes");
                    (shared.schemes, shared.stand_ins) = security2::down(section, &here, notes);
                }
                _ if is_extension(&name) => {}
                _ => notes.lost(&at, &name),
            }
        }
        shared.originals.clone_from(&shared.schemas);
        shared
    }

    /// Rewrites a parameter or response, its schemas included. Gives the media types of a response.
    fn object(&self, kind: Kind, value: &mut Value, path: &Path<'_>, notes: &mut Notes<'_>) -> Vec<String> {
        if kind == Kind::Response {
            self.inline_headers(value);
        }
        walk::each(kind, value, path, 0, &mut |kind, value, path| match kind {
            Kind::Schema => schema2::down(value, &self.originals, path, notes),
            Kind::Parameter | Kind::Header => simple::down(value, &self.originals, path, notes),
            _ => {}
        });
        if kind == Kind::Response { self.response(value, path, notes) } else { Vec::new() }
    }

    /// Headers have no references in 2.0.
    fn inline_headers(&self, response: &mut Value) {
        for (_, header) in response.get_mut("headers").and_then(Value::as_object_mut).into_iter().flatten() {
            if let Some(target) = lookup(header, "headers", &self.headers) {
                *header = target.clone();
            }
        }
    }

    fn path_item(&self, item: &mut Value, path: &Path<'_>, notes: &mut Notes<'_>) {
        let Value::Object(members) = item else { return };
        for (name, value) in members.iter_mut() {
            let here = Path::Member(path, name);
            if name == "parameters" {
                self.parameters(value, &here, notes);
            } else if name != "trace" && Method::parse(name).is_some() {
                self.operation(value, &here, notes);
            }
        }
        let known = ["get", "put", "post", "delete", "options", "head", "patch", "parameters", "$ref"];
        keep(item, &known, path, notes);
    }

    fn parameters(&self, list: &mut Value, path: &Path<'_>, notes: &mut Notes<'_>) {
        let Value::Array(list) = list else { return };
        let mut index = 0;
        list.retain_mut(|parameter| {
            let here = Path::Item(path, index);
            index += 1;
            if let Some(name) = component(parameter, "parameters") {
                return !self.cookies.contains(&name);
            }
            let stays = text(parameter, "in") != "cookie";
            if stays {
                self.object(Kind::Parameter, parameter, &here, notes);
            } else {
                notes.note(&here, "parameters in cookies cannot be expressed: left out");
            }
            stays
        });
    }

    fn operation(&self, operation: &mut Value, path: &Path<'_>, notes: &mut Notes<'_>) {
        let Value::Object(members) = operation else { return };
        if let Some(list) = members.get_mut("parameters") {
            self.parameters(list, &Path::Member(path, "parameters"), notes);
        }
        if let Some(body) = members.shift_remove("requestBody") {
            let (consumes, mut made) = self.body(body, &Path::Member(path, "requestBody"), notes);
            let list = members.entry("parameters").or_insert_with(|| json!([]));
            if let Value::Array(list) = list {
                list.append(&mut made);
            }
            if !consumes.is_empty() {
                members.insert("consumes".to_owned(), json!(consumes));
            }
        }
        let mut produces: Vec<String> = Vec::new();
        if let Some(Value::Object(responses)) = members.get_mut("responses") {
            let at = Path::Member(path, "responses");
            for (status, response) in responses.iter_mut() {
                if is_extension(status) && !status.contains(':') {
                    continue;
                }
                let media = match component(response, "responses") {
                    Some(name) => {
                        if let Value::Object(members) = response {
                            members.retain(|name, _| name == "$ref");
                        }
                        self.produced.get(&name).cloned().unwrap_or_default()
                    }
                    None => self.object(Kind::Response, response, &Path::Member(&at, status), notes),
                };
                for media in media {
                    if !produces.contains(&media) {
                        produces.push(media);
                    }
                }
            }
            statuses(responses, &at, notes);
        }
        if !produces.is_empty() {
            members.insert("produces".to_owned(), json!(produces));
        }
        requirements(members, &self.stand_ins);
        let known = [
            "tags",
            "summary",
            "description",
            "externalDocs",
            "operationId",
            "produces",
            "consumes",
            "parameters",
            "responses",
            "schemes",
            "deprecated",
            "security",
        ];
        keep(operation, &known, path, notes);
    }

    fn schema(&self, schema: &mut Value, path: &Path<'_>, notes: &mut Notes<'_>) {
        walk::each(Kind::Schema, schema, path, 0, &mut |_, schema, path| {
            schema2::down(schema, &self.originals, path, notes);
        });
    }

    fn inline_examples(&self, media: &mut Map<String, Value>) {
        for (_, example) in
            media.get_mut("examples").and_then(Value::as_object_mut).into_iter().flatten().take(1)
        {
            if let Some(target) = lookup(example, "examples", &self.examples) {
                *example = target.clone();
            }
        }
    }

    /// The content of a response as one schema, and its media types.
    fn response(&self, response: &mut Value, path: &Path<'_>, notes: &mut Notes<'_>) -> Vec<String> {
        let Value::Object(members) = response else { return Vec::new() };
        if members.contains_key("$ref") {
            members.retain(|name, _| name == "$ref");
            return Vec::new();
        }
        members.entry("description").or_insert_with(|| json!(""));
        let content = match members.shift_remove("content") {
            Some(Value::Object(content)) => content,
            _ => Map::new(),
        };
        let at = Path::Member(path, "content");
        let mut media_types = Vec::new();
        let mut examples = Map::new();
        let chosen = best(content.keys()).cloned().unwrap_or_default();
        let schema = content.get(&chosen).and_then(|media| media.get("schema")).cloned();
        let mut made = None;
        for (name, mut media) in content {
            if is_extension(&name) {
                continue;
            }
            let here = Path::Member(&at, &name);
            let Value::Object(media) = &mut media else { continue };
            if media.get("schema").is_some_and(|other| schema.as_ref() != Some(other)) {
                notes.note(
                    &here,
                    "a response has one schema for all media types: that of another one is written",
                );
            }
            self.inline_examples(media);
            if media.get("examples").and_then(Value::as_object).is_some_and(|named| named.len() > 1) {
                notes.note(&here, "a media type has one example: the first is written");
            }
            if let Some(example) = simple::example(media) {
                examples.insert(name.clone(), example);
            }
            if name == chosen {
                made = media.shift_remove("schema");
            }
            media_types.push(name);
        }
        if let Some(mut schema) = made {
            if text(&schema, "type") == "string"
                && text(&schema, "format") == "binary"
                && !chosen.contains("json")
            {
                schema = json!({"type": "file"});
            }
            members.insert("schema".to_owned(), schema);
        }
        if !examples.is_empty() {
            members.insert("examples".to_owned(), Value::Object(examples));
        }
        keep(response, &["description", "schema", "headers", "examples"], path, notes);
        media_types
    }
}

/// JSON where there is some, else the first.
fn best<'m>(media_types: impl Iterator<Item = &'m String>) -> Option<&'m String> {
    let all: Vec<&String> = media_types.filter(|name| !is_extension(name)).collect();
    let is_json = |name: &&String| name.starts_with("application/json") || name.contains("+json");
    all.iter().copied().find(is_json).or_else(|| all.first().copied())
}

/// The component of a section that a value refers to.
fn component(value: &Value, section: &str) -> Option<String> {
    let Target::Pointer(pointer) = target(value.get("$ref")?.as_str()?) else { return None };
    match &names(&pointer)[..] {
        [first, second, name] if first == "components" && second == section => Some(name.clone()),
        _ => None,
    }
}

/// What a value refers to in a section, at the end of a chain of references.
fn lookup<'s>(value: &Value, section: &str, shared: &'s Map<String, Value>) -> Option<&'s Value> {
    let mut found = shared.get(&component(value, section)?)?;
    for _ in 0..16 {
        match component(found, section) {
            Some(name) => found = shared.get(&name)?,
            None => return Some(found),
        }
    }
    None
}

/// `2XX` is no key of 2.0: its first status stands for it where that is free.
fn statuses(responses: &mut Map<String, Value>, path: &Path<'_>, notes: &mut Notes<'_>) {
    let is_range =
        |name: &str| name.len() == 3 && name.get(1..).is_some_and(|rest| rest.eq_ignore_ascii_case("xx"));
    if !responses.keys().any(|name| is_range(name)) {
        return;
    }
    let old = std::mem::take(responses);
    let known: HashSet<String> = old.keys().cloned().collect();
    for (name, response) in old {
        if !is_range(&name) {
            responses.insert(name, response);
            continue;
        }
        let first = format!("{}00", name.get(..1).unwrap_or_default());
        let here = Path::Member(path, &name);
        if known.contains(&first) {
            notes.note(&here, "ranges of statuses cannot be expressed: left out");
        } else {
            notes.note(&here, format_args!("ranges of statuses cannot be expressed: written as {first}"));
            responses.insert(first, response);
        }
    }
}

/// Servers as `host`, `basePath` and `schemes`: the first one's, with the schemes of others that differ in nothing else.
fn servers(servers: &Value, made: &mut Map<String, Value>, notes: &mut Notes<'_>) {
    let at = Path::At("/servers");
    let mut first: Option<(String, String)> = None;
    let mut schemes: Vec<String> = Vec::new();
    for (index, server) in servers.as_array().into_iter().flatten().enumerate() {
        let here = Path::Item(&at, index);
        let (url, with_variables) = with_defaults(server);
        if with_variables {
            notes.note(&here, "variables of a server cannot be expressed: their defaults are written");
        }
        let (scheme, rest) = match url.split_once("://") {
            Some((scheme, rest)) => (Some(scheme.to_ascii_lowercase()), rest),
            None => (None, url.strip_prefix("//").unwrap_or(&url)),
        };
        let absolute = scheme.is_some() || url.starts_with("//");
        let rest = rest.split(['?', '#']).next().unwrap_or_default();
        let (host, base) = match rest.find('/') {
            _ if !absolute => ("", rest),
            Some(end) => rest.split_at(end),
            None => (rest, ""),
        };
        let found = (host.to_owned(), base.trim_end_matches('/').to_owned());
        if first.as_ref().is_some_and(|first| *first != found) {
            notes.note(&here, "there is one server: this further one is left out");
            continue;
        }
        first = Some(found);
        let allowed = |scheme: &String| ["http", "https", "ws", "wss"].contains(&scheme.as_str());
        schemes.extend(scheme.filter(|scheme| allowed(scheme) && !schemes.contains(scheme)));
    }
    let Some((host, base)) = first else { return };
    let plain = |text: &str| !text.is_empty() && !text.contains(['{', '}', ' ', '\\', '/']);
    if plain(&host) {
        made.insert("host".to_owned(), json!(host));
    }
    if !base.is_empty() {
        let base = if base.starts_with('/') { base } else { format!("/{base}") };
        made.insert("basePath".to_owned(), json!(base));
    }
    if !schemes.is_empty() && plain(&host) {
        made.insert("schemes".to_owned(), json!(schemes));
    }
}

/// The address of a server with the defaults of its variables, and whether it has any.
fn with_defaults(server: &Value) -> (String, bool) {
    let url = text(server, "url");
    let Some(variables) = server.get("variables").and_then(Value::as_object).filter(|_| url.contains('{'))
    else {
        return (url.to_owned(), false);
    };
    let mut made = url.to_owned();
    for (name, variable) in variables.iter().take(50) {
        let default = match variable.get("default") {
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
            None => continue,
        };
        made = made.replace(&format!("{{{name}}}"), &default);
    }
    (made, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document() {
        let mut root = json!({
            "openapi": "3.0.0", "info": {"title": "T", "version": "1"},
            "servers": [{"url": "https://{r}.example.com/v1/", "variables": {"r": {"default": "eu"}}},
                {"url": "http://eu.example.com/v1"}, {"url": "/other"}],
            "security": [{"bearer": []}, {"cookie": []}],
            "paths": {"/a": {
                "summary": "S",
                "parameters": [{"name": "q", "in": "query", "schema": {"type": "array", "items": {"$ref": "#/components/schemas/S"}}},
                    {"name": "c", "in": "cookie", "schema": {"type": "string"}}, {"$ref": "#/components/parameters/C"}],
                "trace": {},
                "get": {"callbacks": {}, "responses": {
                    "2XX": {"description": "ok", "content": {
                        "text/plain": {"schema": {"type": "string"}},
                        "application/json": {"schema": {"oneOf": [{"$ref": "#/components/schemas/S"}, {"type": "string"}], "nullable": true},
                            "examples": {"a": {"$ref": "#/components/examples/E"}, "b": {"value": 2}}}},
                        "headers": {"X-A": {"$ref": "#/components/headers/H"}}, "links": {"l": {}}},
                    "404": {"$ref": "#/components/responses/Gone"}}},
                "post": {"requestBody": {"$ref": "#/components/requestBodies/B"}, "responses": {"200": {"description": "", "content": {
                    "image/png": {"schema": {"type": "string", "format": "binary"}}}}}},
                "put": {"requestBody": {"content": {"multipart/form-data": {"schema": {"type": "object", "required": ["f"], "properties": {
                    "f": {"type": "string", "format": "binary"}, "n": {"type": "integer", "description": "D"}}}}}},
                    "responses": {"200": {"description": ""}}}}},
            "components": {
                "schemas": {"S": {"type": "string", "enum": ["x"]}},
                "parameters": {"C": {"name": "d", "in": "cookie", "schema": {"type": "string"}}},
                "responses": {"Gone": {"description": "G", "content": {"application/problem+json": {"schema": {"type": "object"}}}}},
                "requestBodies": {"B": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/S"}},
                    "application/xml": {"schema": {"$ref": "#/components/schemas/S"}}, "text/csv": {"schema": {"type": "string"}}}}},
                "headers": {"H": {"description": "D", "schema": {"type": "integer"}}},
                "examples": {"E": {"value": "x"}},
                "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}, "cookie": {"type": "apiKey", "in": "cookie", "name": "s"}}}
        });
        let mut problems = Problems::default();
        convert(&mut root, &mut problems);
        assert_eq!(
            root,
            json!({
                "swagger": "2.0", "info": {"title": "T", "version": "1"},
                "host": "eu.example.com", "basePath": "/v1", "schemes": ["https", "http"],
                "security": [{"bearer": []}, {"cookie": []}],
                "paths": {"/a": {
                    "parameters": [{"name": "q", "in": "query", "type": "array", "items": {"type": "string", "enum": ["x"]}, "collectionFormat": "multi"}],
                    "get": {"produces": ["text/plain", "application/json", "application/problem+json"], "responses": {
                        "200": {"description": "ok", "schema": {"type": "string", "x-nullable": true},
                            "headers": {"X-A": {"description": "D", "type": "integer"}}, "examples": {"application/json": "x"}},
                        "404": {"$ref": "#/responses/Gone"}}},
                    "post": {"consumes": ["application/json", "application/xml"], "produces": ["image/png"],
                        "parameters": [{"name": "body", "in": "body", "required": true, "schema": {"$ref": "#/definitions/S"}}],
                        "responses": {"200": {"description": "", "schema": {"type": "file"}}}},
                    "put": {"consumes": ["multipart/form-data"], "parameters": [
                        {"name": "f", "in": "formData", "required": true, "type": "file"},
                        {"name": "n", "in": "formData", "required": false, "type": "integer", "description": "D"}],
                        "responses": {"200": {"description": ""}}}}},
                "definitions": {"S": {"type": "string", "enum": ["x"]}},
                "responses": {"Gone": {"description": "G", "schema": {"type": "object"}}},
                "securityDefinitions": {"bearer": {"type": "apiKey", "name": "Authorization", "in": "header"},
                    "cookie": {"type": "apiKey", "name": "Cookie", "in": "header",
                        "description": "Stands for the cookie `s`, which Swagger 2.0 cannot express."}}
            })
        );
        let pointers: Vec<_> = problems.finish().0.into_iter().map(|problem| problem.pointer).collect();
        for pointer in [
            "/servers/0",
            "/servers/2",
            "/paths/~1a/summary",
            "/paths/~1a/trace",
            "/paths/~1a/parameters/1",
            "/components/parameters/C",
            "/paths/~1a/get/callbacks",
            "/paths/~1a/get/responses/2XX",
            "/paths/~1a/get/responses/2XX/links",
            "/paths/~1a/get/responses/2XX/content/text~1plain",
            "/paths/~1a/get/responses/2XX/content/application~1json",
            "/paths/~1a/get/responses/2XX/content/application~1json/schema/oneOf",
            "/components/securitySchemes/bearer",
            "/components/securitySchemes/cookie",
        ] {
            assert!(pointers.iter().any(|found| found == pointer), "{pointer}: {pointers:#?}");
        }
    }
}
