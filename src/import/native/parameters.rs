//! Parameters and request bodies of a project file.

use serde_json::{Map, Value, json};
use std::collections::HashSet;

use super::media;
use super::schemas::Schemas;
use super::value::{flag, is_empty, list, text};
use crate::import::converted::LeftBehind;
use crate::import::embedded::Embedded;
use crate::import::pointer::{Path, push_member};

/// Where parameters stand, as both formats name it.
const PLACES: [&str; 4] = ["path", "query", "header", "cookie"];
/// How many parameters of the whole project every endpoint takes.
const MAX_COMMON: usize = 50;

/// The parameters that a project has for all of its endpoints.
#[derive(Debug, Default)]
pub(super) struct CommonParameters {
    /// Under `components.parameters`.
    pub(super) components: Map<String, Value>,
    /// Place, name, and the reference to the component.
    shared: Vec<(&'static str, String, String)>,
}

impl CommonParameters {
    pub(super) fn of_project(project: &Value, schemas: &Schemas<'_>, left: &mut LeftBehind) -> Self {
        let mut common = Self::default();
        let top = Path::At("");
        let at = Path::Member(&top, "commonParameters");
        let Some(declared) = project.get("commonParameters") else { return common };
        for place in PLACES {
            for (index, parameter) in named(list(declared, place)).enumerate() {
                if common.shared.len() >= MAX_COMMON {
                    let here = Path::Member(&at, place);
                    left.add("common parameters beyond the first 50", 1, &Path::Item(&here, index));
                    continue;
                }
                let name = text(parameter, "name").to_owned();
                let key = format!("{place}.{name}");
                let mut reference = "#/components/parameters".to_owned();
                push_member(&mut reference, &key);
                common.components.insert(key, made(parameter, place, schemas));
                common.shared.push((place, name, reference));
            }
        }
        left.add("common parameters of bodies", list(declared, "body").len(), &Path::Member(&at, "body"));
        common
    }
}

/// The parameters of an endpoint, those of the project included where it does not switch them off.
pub(super) fn of_endpoint(api: &Value, schemas: &Schemas<'_>, common: &CommonParameters) -> Vec<Value> {
    let none = Value::Null;
    let declared = api.get("parameters").unwrap_or(&none);
    let mut made_list = Vec::new();
    let mut known = HashSet::new();
    for place in PLACES {
        for parameter in named(list(declared, place)) {
            if known.insert((place, text(parameter, "name"))) {
                made_list.push(made(parameter, place, schemas));
            }
        }
    }
    let switched = api.get("commonParameters").unwrap_or(&none);
    for (place, name, reference) in &common.shared {
        let off = list(switched, place)
            .iter()
            .any(|item| text(item, "name") == name && item.get("enable").and_then(flag) == Some(false));
        if !off && !known.contains(&(*place, name.as_str())) {
            made_list.push(json!({"$ref": reference}));
        }
    }
    made_list
}

fn named(parameters: &[Value]) -> impl Iterator<Item = &Value> {
    parameters.iter().filter(|parameter| !text(parameter, "name").is_empty())
}

fn made(parameter: &Value, place: &str, schemas: &Schemas<'_>) -> Value {
    let mut made = json!({
        "name": text(parameter, "name"),
        "in": place,
        "required": place == "path" || parameter.get("required").and_then(flag) == Some(true),
        "description": text(parameter, "description"),
        "schema": schema(parameter, schemas),
    });
    if let Some(example) = example(parameter) {
        made["example"] = example;
    }
    made
}

fn schema(parameter: &Value, schemas: &Schemas<'_>) -> Value {
    if let Some(schema) = parameter.get("schema").filter(|schema| schema.is_object()) {
        return schemas.schema(schema);
    }
    match text(parameter, "type") {
        kind @ ("integer" | "number" | "boolean" | "array" | "object" | "string") => json!({"type": kind}),
        "file" => json!({"type": "string", "format": "binary"}),
        _ => json!({"type": "string"}),
    }
}

fn example(parameter: &Value) -> Option<Value> {
    let example = parameter.get("example").filter(|example| !is_empty(example))?;
    // Values are text in project files, whatever their type.
    let kind =
        parameter.pointer("/schema/type").and_then(Value::as_str).unwrap_or_else(|| text(parameter, "type"));
    match example {
        Value::String(text) if matches!(kind, "integer" | "number" | "boolean" | "array" | "object") => {
            Some(serde_json::from_str(text).unwrap_or_else(|_| example.clone()))
        }
        _ => Some(example.clone()),
    }
}

/// The request body of an endpoint, if it has one.
pub(super) fn request_body(
    api: &Value,
    schemas: &Schemas<'_>,
    embedded: &mut Embedded,
    at: &Path<'_>,
    left: &mut LeftBehind,
) -> Option<Value> {
    let body = api.get("requestBody").filter(|body| body.is_object())?;
    if matches!(text(body, "type"), "none") {
        return None;
    }
    let mut entry = Map::new();
    let fields = list(body, "parameters");
    if let Some(schema) = body.get("jsonSchema").filter(|schema| schema.is_object() || schema.is_boolean()) {
        entry.insert("schema".to_owned(), schemas.schema(schema));
    } else if !fields.is_empty() {
        entry.insert("schema".to_owned(), form(fields, schemas));
    }
    let examples = examples(body, embedded, at, left);
    if !examples.is_empty() {
        entry.insert("examples".to_owned(), Value::Object(examples));
    }
    if entry.is_empty() && text(body, "type").is_empty() {
        return None;
    }
    let required = body.get("required").and_then(flag).unwrap_or_default();
    Some(json!({
        "description": text(body, "description"),
        "required": required,
        "content": {media::of_body(body, "type"): entry},
    }))
}

fn form(fields: &[Value], schemas: &Schemas<'_>) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in named(fields) {
        let name = text(field, "name");
        let mut schema = schema(field, schemas);
        if let (Value::Object(members), false) = (&mut schema, text(field, "description").is_empty()) {
            members.entry("description").or_insert_with(|| text(field, "description").into());
        }
        let wanted = field.get("required").and_then(flag) == Some(true);
        if properties.insert(name.to_owned(), schema).is_none() && wanted {
            required.push(Value::from(name));
        }
    }
    let mut schema = json!({"type": "object", "properties": properties});
    if !required.is_empty() {
        schema["required"] = Value::Array(required);
    }
    schema
}

fn examples(
    body: &Value,
    embedded: &mut Embedded,
    at: &Path<'_>,
    left: &mut LeftBehind,
) -> Map<String, Value> {
    let mut made = Map::new();
    let single = body.get("example").filter(|example| !is_empty(example));
    let listed = match body.get("examples") {
        Some(Value::Array(examples)) => examples.as_slice(),
        None | Some(Value::Null) => &[],
        Some(other) => {
            let here = Path::Member(at, "requestBody");
            left.add(
                "request examples in an unknown form",
                usize::from(!is_empty(other)),
                &Path::Member(&here, "examples"),
            );
            &[]
        }
    };
    for example in single.into_iter().chain(listed) {
        let value = ["value", "data"].iter().find_map(|name| example.get(name)).unwrap_or(example);
        if !is_empty(value) {
            let entry = json!({"summary": text(example, "name"), "value": embedded.read(value)});
            made.insert((made.len() + 1).to_string(), entry);
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_and_common_ones() {
        let project = json!({"commonParameters": {
            "header": [{"name": "X-Tenant", "type": "string", "example": "7"}, {"name": "X-Trace"}],
            "query": [{"name": "lang"}], "body": [{"name": "sign"}]}});
        let mut left = LeftBehind::default();
        let schemas = Schemas::default();
        let common = CommonParameters::of_project(&project, &schemas, &mut left);
        assert_eq!(common.components["header.X-Tenant"]["example"], "7");
        let api = json!({
            "parameters": {"path": [{"name": "id", "type": "integer", "example": "7"}],
                "query": [{"name": "lang", "required": true}, {"name": ""}, {"name": "lang"}]},
            "commonParameters": {"header": [{"name": "X-Trace", "enable": false}]},
        });
        let made = of_endpoint(&api, &schemas, &common);
        let shown: Vec<_> =
            made.iter().map(|p| (p["name"].as_str(), p["required"].as_bool(), p["$ref"].as_str())).collect();
        assert_eq!(
            shown,
            [
                (Some("id"), Some(true), None),
                (Some("lang"), Some(true), None),
                (None, None, Some("#/components/parameters/header.X-Tenant")),
            ]
        );
        assert_eq!(made[0]["example"], 7);
    }

    #[test]
    fn bodies() {
        let schemas = Schemas::default();
        let body = |body: Value| {
            let mut embedded = Embedded::default();
            let api = json!({"requestBody": body});
            request_body(&api, &schemas, &mut embedded, &Path::At(""), &mut LeftBehind::default())
        };
        assert_eq!(body(json!({"type": "none", "parameters": []})), None);
        assert_eq!(body(json!({})), None);
        let form = body(json!({"type": "multipart/form-data", "parameters": [
            {"name": "file", "required": true, "type": "file", "description": "图片"}, {"name": "kind", "type": "integer"}]}));
        assert_eq!(
            form.unwrap()["content"]["multipart/form-data"]["schema"],
            json!({"type": "object", "properties": {"file": {"type": "string", "format": "binary", "description": "图片"},
                "kind": {"type": "integer"}}, "required": ["file"]})
        );
        let json = body(json!({"type": "application/json", "jsonSchema": {"type": "object"},
            "examples": [{"name": "good", "value": "{\"a\": 1}"}], "example": "{}"}));
        assert_eq!(
            json.unwrap()["content"]["application/json"],
            json!({"schema": {"type": "object"}, "examples": {"1": {"summary": "good", "value": {"a": 1}}}})
        );
        assert!(body(json!({"type": "raw"})).unwrap()["content"]["text/plain"].is_object());
    }
}
