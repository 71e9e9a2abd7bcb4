//! Responses of a project file: those of endpoints, those that endpoints share, and their examples.

use serde_json::{Map, Value, json};
use std::collections::HashMap;

use super::media;
use super::schemas::{MAX_DEPTH, Schemas};
use super::value::{flag, id, is_empty, list, object, text};
use crate::import::converted::LeftBehind;
use crate::import::embedded::Embedded;
use crate::import::names::Names;
use crate::import::pointer::{Path, push_member};

/// Responses under `components.responses`.
#[derive(Debug, Default)]
pub(super) struct SharedResponses {
    pub(super) components: Map<String, Value>,
    /// By id: the status, and the reference to the component.
    by_id: HashMap<String, (String, String)>,
    names: Names,
}

impl SharedResponses {
    /// Finds the shared responses of a folder and of those in it.
    pub(super) fn find(
        &mut self,
        container: &Value,
        schemas: &Schemas<'_>,
        embedded: &mut Embedded,
        at: &Path<'_>,
        left: &mut LeftBehind,
        depth: usize,
    ) {
        for name in ["items", "children"] {
            let here = Path::Member(at, name);
            let items = list(container, name);
            if depth >= MAX_DEPTH {
                left.add("shared responses nested too deep", items.len(), &here);
                continue;
            }
            for (index, item) in items.iter().enumerate() {
                let response = item.get("response").filter(|response| response.is_object()).unwrap_or(item);
                if response.get("code").is_none() && response.get("jsonSchema").is_none() {
                    self.find(item, schemas, embedded, &Path::Item(&here, index), left, depth + 1);
                    continue;
                }
                let wanted =
                    [text(item, "name"), text(response, "name")].into_iter().find(|name| !name.is_empty());
                let name = self.names.unused(wanted.unwrap_or("Response"));
                let mut reference = "#/components/responses".to_owned();
                push_member(&mut reference, &name);
                self.by_id.insert(id(item.get("id")), (code_of(response), reference));
                self.components.insert(name, made(response, &[], schemas, embedded));
            }
        }
    }

    /// By an id, or by a reference that ends in one.
    fn of(&self, reference: &str) -> Option<&(String, String)> {
        self.by_id.get(reference).or_else(|| self.by_id.get(reference.rsplit('/').next()?))
    }
}

/// The responses of an endpoint, by their keys in OpenAPI.
pub(super) fn of_endpoint(
    api: &Value,
    schemas: &Schemas<'_>,
    shared: &SharedResponses,
    embedded: &mut Embedded,
    at: &Path<'_>,
    left: &mut LeftBehind,
) -> Value {
    let mut responses = Map::new();
    let mut examples: HashMap<String, Vec<&Value>> = HashMap::new();
    for example in list(api, "responseExamples") {
        examples.entry(id(example.get("responseId"))).or_default().push(example);
    }
    let here = Path::Member(at, "responses");
    for (index, response) in list(api, "responses").iter().enumerate() {
        if !response.is_object() {
            left.add("responses that are no objects", 1, &Path::Item(&here, index));
            continue;
        }
        let of_response = examples.remove(&id(response.get("id"))).unwrap_or_default();
        let name = text(response, "name");
        match shared.of(text(response, "$ref")) {
            Some((code, reference)) => insert(&mut responses, code, name, json!({"$ref": reference})),
            None => insert(
                &mut responses,
                &code_of(response),
                name,
                made(response, &of_response, schemas, embedded),
            ),
        }
    }
    for (key, on) in object(api, "commonResponseStatus").into_iter().flatten() {
        if let Some((code, reference)) = shared.of(key).filter(|_| flag(on) == Some(true)) {
            insert(&mut responses, code, "", json!({"$ref": reference}));
        }
    }
    let lost = examples.values().map(Vec::len).sum();
    left.add("response examples without a response", lost, &Path::Member(at, "responseExamples"));
    Value::Object(responses)
}

/// Adds a response; the second one of a status gets a key of its own, as in exports.
fn insert(responses: &mut Map<String, Value>, code: &str, name: &str, response: Value) {
    let mut key = code.to_owned();
    let mut number = 1;
    while responses.contains_key(&key) {
        key = match (number, name) {
            (1, "") => format!("x-{code}:2"),
            (1, name) => format!("x-{code}:{name}"),
            (number, name) => format!("x-{code}:{name}{}{number}", if name.is_empty() { "" } else { " " }),
        };
        number += 1;
    }
    responses.insert(key, response);
}

/// The status as OpenAPI has it; 0 and nothing are `default`.
fn code_of(response: &Value) -> String {
    match id(response.get("code")) {
        code if code.is_empty() || code == "0" => "default".to_owned(),
        code => code,
    }
}

fn made(response: &Value, examples: &[&Value], schemas: &Schemas<'_>, embedded: &mut Embedded) -> Value {
    let mut made =
        json!({"description": text(response, "description"), "x-apidog-name": text(response, "name")});
    let headers = headers(response, schemas);
    if !headers.is_empty() {
        made["headers"] = Value::Object(headers);
    }
    let schema = response.get("jsonSchema").filter(|schema| schema.is_object() || schema.is_boolean());
    let is_none = text(response, "contentType") == "none";
    if (schema.is_some_and(|schema| !is_empty(schema)) || !examples.is_empty()) && !is_none {
        let mut media = Map::new();
        media.extend(schema.map(|schema| ("schema".to_owned(), schemas.schema(schema))));
        if !examples.is_empty() {
            let examples = examples.iter().enumerate().map(|(index, example)| {
                let value =
                    example.get("data").or_else(|| example.get("value")).map(|data| embedded.read(data));
                let entry = json!({"summary": text(example, "name"), "value": value.unwrap_or_default()});
                ((index + 1).to_string(), entry)
            });
            media.insert("examples".to_owned(), examples.collect());
        }
        made["content"] = json!({media::of_body(response, "contentType"): media});
    }
    made
}

fn headers(response: &Value, schemas: &Schemas<'_>) -> Map<String, Value> {
    let named = list(response, "headers").iter().filter(|header| !text(header, "name").is_empty());
    let made = named.map(|header| {
        let plain = || json!({"type": match text(header, "type") { kind @ ("integer" | "number" | "boolean") => kind, _ => "string" }});
        let schema = header.get("schema").filter(|schema| schema.is_object());
        let entry = json!({
            "description": text(header, "description"),
            "required": header.get("required").and_then(flag).unwrap_or_default(),
            "schema": schema.map_or_else(plain, |schema| schemas.schema(schema)),
        });
        (text(header, "name").to_owned(), entry)
    });
    made.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn responses_of_one_status_keep_apart() {
        let api = json!({"responses": [
            {"id": 4, "code": 200, "name": "成功", "contentType": "json", "jsonSchema": {"type": "object"},
                "headers": [{"name": "X-Left", "type": "integer", "required": true}, {"name": ""}]},
            {"id": 5, "code": 200, "name": "Empty", "contentType": "json", "jsonSchema": {}},
            {"id": 6, "code": "200", "name": "Empty", "contentType": "none"},
            {"id": 7, "code": 0, "contentType": "xml"},
            {"$ref": "#/responses/90", "name": "Gone"},
            null,
        ], "responseExamples": [
            {"name": "Rex", "responseId": "4", "data": "{\"name\": \"Rex\"}"},
            {"name": "raw", "responseId": 7, "data": "<a/>"},
            {"name": "lost", "responseId": 70, "data": "x"},
        ], "commonResponseStatus": {"91": true, "90": false}});
        let collection = json!({"items": [{"name": "Folder", "items": [
            {"id": 90, "name": "Gone", "code": 410, "jsonSchema": {"type": "string"}},
            {"id": 91, "name": "Gone", "code": 404, "contentType": "json"},
        ]}]});
        let (schemas, mut embedded, mut left) =
            (Schemas::default(), Embedded::default(), LeftBehind::default());
        let mut shared = SharedResponses::default();
        shared.find(&collection, &schemas, &mut embedded, &Path::At("/r"), &mut left, 0);
        assert_eq!(shared.components.keys().collect::<Vec<_>>(), ["Gone", "Gone2"]);
        let made = of_endpoint(&api, &schemas, &shared, &mut embedded, &Path::At("/a"), &mut left);
        let keys: Vec<_> = made.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys, ["200", "x-200:Empty", "x-200:Empty 2", "default", "410", "404"]);
        assert_eq!(made["410"]["$ref"], "#/components/responses/Gone");
        assert_eq!(made["404"]["$ref"], "#/components/responses/Gone2");
        assert_eq!(made["200"]["headers"]["X-Left"]["schema"]["type"], "integer");
        assert_eq!(made["200"]["content"]["application/json"]["examples"]["1"]["value"]["name"], "Rex");
        assert_eq!(made["default"]["content"]["application/xml"]["examples"]["1"]["value"], "<a/>");
        assert!(made["x-200:Empty 2"].get("content").is_none());
    }
}
