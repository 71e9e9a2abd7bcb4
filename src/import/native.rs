//! Apidog's and Apifox's own project files → the OpenAPI document they stand for.
//!
//! What is taken: endpoints with their folders, parameters, request bodies, responses and response examples; shared
//! schemas. What has no place in OpenAPI (custom mocks, scripts, environments, test cases) is left behind, and counted.

use crate::model::Problem;
use serde_json::{Map, Value, json};
use std::collections::HashMap;

/// Folders within folders, and schemas within schemas, further down than this are left out.
const MAX_DEPTH: usize = 200;

/// Whether a document is a project file.
pub(super) fn is_project(root: &Value) -> bool {
    root.get("apidogProject").is_some() || root.get("apifoxProject").is_some()
}

/// The OpenAPI 3.1 document that a project file stands for, and what was left behind.
pub(super) fn convert(project: &Value) -> (Value, Vec<Problem>) {
    let mut conversion = Conversion::default();
    let collection = |name: &str| project.get(name).and_then(Value::as_array).into_iter().flatten();
    for folder in collection("schemaCollection") {
        conversion.find_schemas(folder, 0);
    }
    let schemas = conversion.schemas();
    for folder in collection("apiCollection") {
        // The outermost folder is the project itself.
        conversion.folder(folder, "", 0);
    }
    let info =
        |name: &str| project.pointer(&format!("/info/{name}")).and_then(Value::as_str).unwrap_or_default();
    let document = json!({
        "openapi": "3.1.0",
        "info": {"title": info("name"), "description": info("description"), "version": "1.0.0"},
        "paths": conversion.paths,
        "components": {"schemas": schemas},
    });
    (document, conversion.problems())
}

#[derive(Default)]
struct Conversion<'p> {
    /// Names of shared schemas, by the reference that the project file has for them.
    names: HashMap<&'p str, String>,
    shared: Vec<(String, &'p Value)>,
    paths: Map<String, Value>,
    mocks: usize,
    scripts: usize,
}

impl<'p> Conversion<'p> {
    fn find_schemas(&mut self, folder: &'p Value, depth: usize) {
        for item in items(folder).filter(|_| depth < MAX_DEPTH) {
            let Some(schema) = item.pointer("/schema/jsonSchema") else {
                self.find_schemas(item, depth + 1);
                continue;
            };
            let wanted = text(item, "name");
            let wanted = if wanted.is_empty() { "Schema" } else { wanted };
            let taken = |name: &str| self.shared.iter().any(|(known, _)| known == name);
            let numbered = (2..).map(|number| format!("{wanted}{number}"));
            let name = std::iter::once(wanted.to_owned()).chain(numbered).find(|name| !taken(name));
            let name = name.unwrap_or_default();
            self.names.insert(text(item, "id"), name.clone());
            self.shared.push((name, schema));
        }
    }

    fn schemas(&self) -> Value {
        self.shared.iter().map(|(name, schema)| (name.clone(), self.schema(schema, 0))).collect()
    }

    /// A schema as OpenAPI has it: references by name, mock fields under their key in exports.
    fn schema(&self, value: &Value, depth: usize) -> Value {
        match value {
            _ if depth >= MAX_DEPTH => Value::Bool(true),
            Value::Array(values) => values.iter().map(|value| self.schema(value, depth + 1)).collect(),
            Value::Object(members) => {
                let mut made = Map::new();
                for (key, value) in members {
                    let reference =
                        value.as_str().filter(|_| key == "$ref").and_then(|id| self.names.get(id));
                    if let Some(name) = reference {
                        let name = name.replace('~', "~0").replace('/', "~1");
                        made.insert(key.clone(), Value::String(format!("#/components/schemas/{name}")));
                    } else if let Some(mock) =
                        value.get("mock").filter(|mock| key == "mock" && mock.is_string())
                    {
                        made.insert("x-apidog-mock".to_owned(), mock.clone());
                    } else {
                        made.insert(key.clone(), self.schema(value, depth + 1));
                    }
                }
                Value::Object(made)
            }
            other => other.clone(),
        }
    }

    fn folder(&mut self, folder: &'p Value, path: &str, depth: usize) {
        for item in items(folder).filter(|_| depth < MAX_DEPTH) {
            if let Some(api) = item.get("api") {
                self.endpoint(text(item, "name"), api, path);
                continue;
            }
            // A slash within a name is none between names.
            let name = text(item, "name").replace('\\', "\\\\").replace('/', "\\/");
            let inner = if path.is_empty() { name } else { format!("{path}/{name}") };
            self.folder(item, &inner, depth + 1);
        }
    }

    fn endpoint(&mut self, name: &str, api: &Value, folder: &str) {
        let (method, path) = (text(api, "method").to_ascii_lowercase(), text(api, "path"));
        if method.is_empty() || path.is_empty() {
            return;
        }
        self.mocks += api.get("mocks").and_then(Value::as_array).map_or(0, Vec::len);
        self.scripts += usize::from(api.pointer("/mockScript/enable") == Some(&Value::Bool(true)));
        let mut operation = json!({
            "summary": name,
            "description": text(api, "description"),
            "x-apidog-folder": folder,
            "x-apidog-status": text(api, "status"),
            "parameters": self.parameters(api),
            "responses": self.responses(api),
        });
        let id = text(api, "operationId");
        if !id.is_empty() {
            operation["operationId"] = id.into();
        }
        if let Some(tags) = api.get("tags").filter(|tags| tags.is_array()) {
            operation["tags"] = tags.clone();
        }
        let body = api.get("requestBody").unwrap_or(&Value::Null);
        if let Some(schema) = body.get("jsonSchema").filter(|schema| schema.is_object()) {
            let media_type = media_type(body, "type");
            operation["requestBody"] = json!({"content": {media_type: {"schema": self.schema(schema, 0)}}});
        }
        let item = self.paths.entry(path).or_insert_with(|| json!({}));
        if let Some(item) = item.as_object_mut() {
            item.entry(method).or_insert(operation);
        }
    }

    fn parameters(&self, api: &Value) -> Vec<Value> {
        let mut list = Vec::new();
        for place in ["path", "query", "header", "cookie"] {
            let declared = api.pointer(&format!("/parameters/{place}")).and_then(Value::as_array);
            for parameter in declared.into_iter().flatten() {
                let plain = json!({"type": text(parameter, "type")});
                let schema = parameter.get("schema").map_or(plain, |schema| self.schema(schema, 0));
                list.push(json!({
                    "name": text(parameter, "name"),
                    "in": place,
                    "required": place == "path" || parameter.get("required") == Some(&Value::Bool(true)),
                    "description": text(parameter, "description"),
                    "schema": schema,
                }));
            }
        }
        list
    }

    fn responses(&self, api: &Value) -> Value {
        let mut responses = Map::new();
        for response in api.get("responses").and_then(Value::as_array).into_iter().flatten() {
            let code = response.get("code").map(|code| code.to_string().trim_matches('"').to_owned());
            let code =
                code.filter(|code| code != "0" && code != "null").unwrap_or_else(|| "default".to_owned());
            let name = text(response, "name");
            // A second response of one status has a key of its own, as in exports.
            let key = if responses.contains_key(&code) { format!("x-{code}:{name}") } else { code };
            let mut made = json!({"description": text(response, "description"), "x-apidog-name": name});
            let schema = response.get("jsonSchema").filter(|schema| schema.is_object());
            let examples = examples(api, response);
            if schema.is_some() || !examples.is_empty() {
                let mut media = Map::new();
                media.extend(schema.map(|schema| ("schema".to_owned(), self.schema(schema, 0))));
                if !examples.is_empty() {
                    media.insert("examples".to_owned(), Value::Object(examples));
                }
                made["content"] = json!({media_type(response, "contentType"): media});
            }
            responses.insert(key, made);
        }
        Value::Object(responses)
    }

    fn problems(&self) -> Vec<Problem> {
        let mut problems = vec![Problem::warning(
            "",
            "an Apidog project file: it was turned into an OpenAPI document, which pointers point into",
        )];
        for (count, what) in [(self.mocks, "custom mocks"), (self.scripts, "mock scripts")] {
            if count > 0 {
                problems.push(Problem::warning(
                    "",
                    format!("{count} {what} were left out: there are none here yet"),
                ));
            }
        }
        problems
    }
}

/// The examples of one response; their data is text, mostly JSON.
fn examples(api: &Value, response: &Value) -> Map<String, Value> {
    let id = |value: Option<&Value>| {
        value.map(|id| id.to_string().trim_matches('"').to_owned()).unwrap_or_default()
    };
    let own = id(response.get("id"));
    let all = api.get("responseExamples").and_then(Value::as_array).into_iter().flatten();
    let of_response = all.filter(|example| id(example.get("responseId")) == own);
    of_response
        .enumerate()
        .map(|(at, example)| {
            let data = text(example, "data");
            let value = serde_json::from_str(data).unwrap_or_else(|_| Value::String(data.to_owned()));
            ((at + 1).to_string(), json!({"summary": text(example, "name"), "value": value}))
        })
        .collect()
}

/// The media type of a body: as it is named, or by its short name (`json`, `xml`).
fn media_type<'a>(body: &'a Value, short: &str) -> &'a str {
    let full = [text(body, "mediaType"), text(body, short)].into_iter().find(|name| name.contains('/'));
    full.unwrap_or(match text(body, short) {
        "xml" => "application/xml",
        "html" => "text/html",
        "raw" | "text" => "text/plain",
        "binary" => "application/octet-stream",
        "event-stream" => "text/event-stream",
        _ => "application/json",
    })
}

fn items(folder: &Value) -> impl Iterator<Item = &Value> {
    folder.get("items").and_then(Value::as_array).into_iter().flatten()
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::{ImportOptions, read};
    use super::*;

    fn project() -> Value {
        json!({
            "apidogProject": "1.0.0",
            "info": {"name": "Shop"},
            "schemaCollection": [{"items": [
                {"name": "Pet", "id": "#/definitions/7", "schema": {"jsonSchema": {"type": "object", "properties": {
                    "name": {"type": "string", "mock": {"mock": "@cname"}}, "mother": {"$ref": "#/definitions/7"}}}}},
                {"items": [{"name": "Pet", "id": "#/definitions/8", "schema": {"jsonSchema": {"type": "string"}}}]}
            ]}],
            "apiCollection": [{"name": "Root", "items": [{"name": "In/Out", "items": [{"name": "One pet", "api": {
                "id": "1", "method": "get", "path": "/pets/{id}", "status": "released", "mocks": [{}, {}],
                "parameters": {"path": [{"name": "id", "type": "integer"}]},
                "responses": [
                    {"id": 4, "code": 200, "name": "OK", "contentType": "json", "jsonSchema": {"$ref": "#/definitions/7"}},
                    {"id": 5, "code": 200, "name": "Name", "contentType": "json", "jsonSchema": {"$ref": "#/definitions/8"}},
                    {"id": 6, "code": 404, "name": "None", "contentType": "xml"}
                ],
                "responseExamples": [{"name": "Rex", "responseId": "4", "data": "{\"name\": \"Rex\"}"}]
            }}]}]}]
        })
    }

    #[test]
    fn a_project_becomes_a_document() {
        let (document, problems) = convert(&project());
        let operation = &document["paths"]["/pets/{id}"]["get"];
        assert_eq!(operation["x-apidog-folder"], "In\\/Out");
        assert_eq!(operation["parameters"][0]["required"], true);
        let responses = operation["responses"].as_object().unwrap();
        assert_eq!(responses.keys().collect::<Vec<_>>(), ["200", "x-200:Name", "404"]);
        let media = &operation["responses"]["200"]["content"]["application/json"];
        assert_eq!(media["schema"]["$ref"], "#/components/schemas/Pet");
        assert_eq!(media["examples"]["1"]["value"]["name"], "Rex");
        let named = &operation["responses"]["x-200:Name"]["content"]["application/json"]["schema"]["$ref"];
        assert_eq!(named, "#/components/schemas/Pet2");
        let pet = &document["components"]["schemas"]["Pet"]["properties"];
        assert_eq!(pet["name"]["x-apidog-mock"], "@cname");
        assert_eq!(pet["mother"]["$ref"], "#/components/schemas/Pet");
        assert!(problems.iter().any(|problem| problem.message.starts_with("2 custom mocks")), "{problems:?}");

        let read = read(project(), &ImportOptions::default()).unwrap();
        assert_eq!((read.title.as_str(), read.operations.len()), ("Shop", 1));
        assert_eq!(read.folders, ["In\\/Out"]);
        assert!(read.problems.iter().all(|problem| problem.severity == crate::model::Severity::Warning));
    }

    #[test]
    fn damaged_projects_are_read_as_far_as_they_go() {
        for project in [
            json!({"apifoxProject": "1.0.0"}),
            json!({"apifoxProject": null, "apiCollection": 5, "schemaCollection": {"items": []}, "info": []}),
            json!({"apifoxProject": "", "apiCollection": [{"items": [5, null, {"api": []}, {"api": {"method": 3}},
                {"api": {"method": "GET", "path": "/a", "responses": [1, {"code": {}}, {"code": "2xx", "jsonSchema": 7}]}}]}],
                "schemaCollection": [{"items": [{"schema": {"jsonSchema": {"$ref": 5}}}]}]}),
        ] {
            let (document, _) = convert(&project);
            assert!(read(document, &ImportOptions::default()).is_ok(), "{project}");
        }
        let mut deep = json!({"items": []});
        for _ in 0..1000 {
            deep = json!({"items": [deep]});
        }
        convert(&json!({"apidogProject": "1", "apiCollection": [deep.clone()], "schemaCollection": [deep]}));
    }
}
