//! Apidog's and Apifox's own project files → the OpenAPI document they stand for.
//!
//! What is taken: endpoints with their folders, parameters, request bodies, responses, response examples, custom mocks
//! and mock scripts; shared schemas and responses; base addresses, common parameters, security schemes; mock settings
//! and name rules. All else is left behind, counted and listed. Problems point into the project file.

mod conditions;
mod endpoints;
mod media;
mod mocks;
mod parameters;
mod responses;
mod schemas;
mod settings;
mod surroundings;
mod value;

use serde_json::{Map, Value, json};
use std::collections::{HashMap, HashSet};

use super::auth::Security;
use super::converted::{Converted, LeftBehind};
use super::embedded::Embedded;
use super::pointer::Path;
use super::problems::Problems;
use parameters::CommonParameters;
use responses::SharedResponses;
use schemas::Schemas;
use value::{id, list, text};

/// Whether a document is a project file.
pub(super) fn is_project(root: &Value) -> bool {
    root.get("apidogProject").is_some() || root.get("apifoxProject").is_some()
}

/// What has been found, and what has been made of it.
struct Conversion<'p> {
    schemas: Schemas<'p>,
    responses: SharedResponses,
    common: CommonParameters,
    security: Security,
    /// Security schemes of the collection, by id: their names.
    scheme_names: HashMap<String, String>,
    disabled_mocks: HashSet<String>,
    paths: Map<String, Value>,
    /// How many endpoints share a method and a path.
    routes: HashMap<(String, String), usize>,
    embedded: Embedded,
    problems: Problems,
    left: LeftBehind,
    failed: u64,
}

/// The OpenAPI 3.1 document that a project file stands for, and what was left behind.
pub(super) fn convert(project: &Value) -> Converted {
    let mut problems = Problems::default();
    let top = Path::At("");
    problems.warning(
        &top,
        "a project file: it was turned into an OpenAPI document. Pointers that begin with /paths or /components point \
         into that document, all others into the project file",
    );
    let settings = settings::read(project, &mut problems);
    let mut left = LeftBehind::default();
    let mut embedded = Embedded::default();
    let mut schemas = Schemas::default();
    for_each(project, "schemaCollection", |collection, at| schemas.find(collection, &[], at, &mut left));
    let mut responses = SharedResponses::default();
    for_each(project, "responseCollection", |collection, at| {
        responses.find(collection, &schemas, &mut embedded, at, &mut left, 0);
    });
    let common = CommonParameters::of_project(project, &schemas, &mut left);
    let disabled = list(project.get("projectSetting").unwrap_or(&Value::Null), "initialDisabledMockIds");
    let mut conversion = Conversion {
        schemas,
        responses,
        common,
        security: Security::default(),
        scheme_names: HashMap::new(),
        disabled_mocks: disabled.iter().map(|mock| id(Some(mock))).filter(|id| !id.is_empty()).collect(),
        paths: Map::new(),
        routes: HashMap::new(),
        embedded,
        problems,
        left,
        failed: 0,
    };
    conversion.security_schemes(project);
    let setting = Path::Member(&top, "projectSetting");
    let auth = project.pointer("/projectSetting/auth").unwrap_or(&Value::Null);
    let security =
        conversion.security.requirement(auth, &Path::Member(&setting, "auth"), &mut conversion.left);
    for_each(project, "apiCollection", |collection, at| {
        // The outermost folder is the project itself.
        conversion.folder(collection, "", security.as_ref(), at, 0);
    });
    conversion.rest(project);
    conversion.finish(project, settings)
}

impl Conversion<'_> {
    fn finish(mut self, project: &Value, settings: Option<super::SettingsFromFile>) -> Converted {
        let info = project.get("info").unwrap_or(&Value::Null);
        let mut components = Map::new();
        components.insert("schemas".to_owned(), self.schemas.components());
        for (name, parts) in [
            ("responses", self.responses.components),
            ("parameters", self.common.components),
            ("securitySchemes", self.security.schemes),
        ] {
            if !parts.is_empty() {
                components.insert(name.to_owned(), Value::Object(parts));
            }
        }
        let mut document = json!({
            "openapi": "3.1.0",
            "info": {"title": text(info, "name"), "description": text(info, "description"), "version": "1.0.0"},
        });
        let servers = surroundings::servers(project);
        if !servers.is_empty() {
            document["servers"] = Value::Array(servers);
        }
        document["paths"] = Value::Object(self.paths);
        document["components"] = Value::Object(components);
        self.left.report(&mut self.problems);
        Converted { document, settings, problems: self.problems, failed: self.failed }
    }
}

/// Visits what stands in a list at the top of the file.
fn for_each<'p>(project: &'p Value, name: &str, mut visit: impl FnMut(&'p Value, &Path<'_>)) {
    let top = Path::At("");
    let here = Path::Member(&top, name);
    for (index, item) in list(project, name).iter().enumerate() {
        visit(item, &Path::Item(&here, index));
    }
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
            "apiCollection": [{"name": "Root", "auth": {"type": "bearer"}, "items": [{"name": "In/Out", "items": [
                {"name": "One pet", "api": {
                    "id": "1", "method": "get", "path": "/pets/{id}", "status": "deprecated",
                    "mocks": [{"id": 41, "name": "gone", "response": {"code": 410}}, {"id": 42, "response": {}}],
                    "mockScript": {"enable": true, "value": "$$.mockResponse.setDelay(5)"},
                    "parameters": {"path": [{"name": "id", "type": "integer"}]},
                    "responses": [
                        {"id": 4, "code": 200, "name": "OK", "contentType": "json", "jsonSchema": {"$ref": "#/definitions/7"}},
                        {"id": 5, "code": 200, "name": "Name", "contentType": "json", "jsonSchema": {"$ref": "#/definitions/8"}},
                        {"id": 6, "code": 404, "name": "None", "contentType": "xml"}
                    ],
                    "responseExamples": [{"name": "Rex", "responseId": "4", "data": "{\"name\": \"Rex\"}"}],
                    "cases": [{}, {}], "preProcessors": [{"type": "inheritProcessors"}, {"type": "customScript"}],
                    "holograms": [1],
                }},
                {"name": "The same again", "api": {"method": "GET", "path": "/pets/{id}", "auth": {"type": "noauth"}}},
                {"name": "No path", "api": {"method": "GET", "path": ""}},
                {"name": "No method", "api": {"method": "BREW", "path": "/tea"}},
            ]}]}],
            "socketCollection": [{"name": "Root", "items": [{"name": "a"}, {"items": [{"name": "b"}]}]}],
            "environments": [{"name": "测试", "baseUrl": "https://test.example.com/v2", "variables": [{"name": "a"}]}],
            "globalVariables": [{"variables": []}],
            "teleporters": [{"from": "a"}],
            "projectSetting": {"initialDisabledMockIds": [42], "cloudMock": {"enable": true, "security": "free"}},
        })
    }

    #[test]
    fn a_project_becomes_a_document() {
        let document = convert(&project()).document;
        let operation = &document["paths"]["/pets/{id}"]["get"];
        assert_eq!(operation["x-apidog-folder"], "In\\/Out");
        assert_eq!(operation["deprecated"], true);
        assert_eq!(operation["security"], json!([{"bearer": []}]));
        assert_eq!(operation["parameters"][0]["required"], true);
        let responses = operation["responses"].as_object().unwrap();
        assert_eq!(responses.keys().collect::<Vec<_>>(), ["200", "x-200:Name", "404"]);
        let media = &operation["responses"]["200"]["content"]["application/json"];
        assert_eq!(media["schema"]["$ref"], "#/components/schemas/Pet");
        assert_eq!(media["examples"]["1"]["value"]["name"], "Rex");
        let named = &operation["responses"]["x-200:Name"]["content"]["application/json"]["schema"]["$ref"];
        assert_eq!(named, "#/components/schemas/Pet2");
        assert_eq!(
            document["servers"],
            json!([{"url": "https://test.example.com/v2", "description": "测试"}])
        );
        let again = &document["paths"]["/pets/{id}#2"]["get"];
        assert_eq!((again["summary"].as_str(), &again["security"]), (Some("The same again"), &json!([])));
    }

    #[test]
    fn a_project_is_read_with_all_it_brings() {
        let document = read(project(), &ImportOptions::default()).unwrap();
        assert_eq!((document.title.as_str(), document.operations.len(), document.failed), ("Shop", 2, 2));
        assert_eq!(document.server_base_path, "/v2");
        let [(0, mock)] = &document.mocks[..] else { panic!("{:?}", document.mocks) };
        let switched: Vec<_> =
            mock.custom_mocks.iter().map(|mock| (mock.name.as_str(), mock.enabled)).collect();
        assert_eq!(switched, [("gone", true), ("", false)]);
        assert!(mock.script.as_ref().is_some_and(|script| script.enabled));
        assert_eq!(document.settings.as_ref().and_then(|settings| settings.cloud_mock), Some(true));
        let said: Vec<_> =
            document.problems.iter().map(|p| (p.pointer.as_str(), p.message.as_str())).collect();
        let api = "/apiCollection/0/items/0/items";
        for (pointer, part) in [
            (format!("{api}/2/api/path"), "no path"),
            (format!("{api}/3/api/method"), "BREW"),
            (format!("{api}/0/api/cases"), "test cases of endpoints: 2"),
            (format!("{api}/0/api/preProcessors"), "processors before and after requests: 1"),
            (format!("{api}/0/api/holograms"), "`holograms` of endpoints: 1"),
            ("/socketCollection".to_owned(), "sockets: 2"),
            ("/environments/0/variables".to_owned(), "variables of environments: 1"),
            ("/teleporters".to_owned(), "`teleporters`: 1"),
        ] {
            assert!(
                said.iter().any(|(at, message)| *at == pointer && message.contains(part)),
                "{pointer} {part}: {said:#?}"
            );
        }
        assert!(!said.iter().any(|(_, message)| message.contains("globalVariables")), "{said:?}");
    }

    #[test]
    fn damaged_projects_are_survived() {
        for project in [
            json!({"apifoxProject": "1.0.0"}),
            json!({"apifoxProject": null, "apiCollection": 5, "schemaCollection": {"items": []}, "info": []}),
            json!({"apifoxProject": "", "apiCollection": [{"items": [5, null, {"api": []}, {"api": {"method": 3}},
                {"api": {"method": "GET", "path": "/a", "responses": [1, {"code": {}}, {"code": "2xx", "jsonSchema": 7}]}}]}],
                "schemaCollection": [{"items": [{"schema": {"jsonSchema": {"$ref": 5}}}]}]}),
        ] {
            let document = convert(&project).document;
            assert!(read(document, &ImportOptions::default()).is_ok(), "{project}");
        }
        let odd = [
            json!(null),
            json!(5),
            json!("x"),
            json!([]),
            json!([1, null, {}]),
            json!({"items": [], "a": [{}]}),
        ];
        for key in project().as_object().unwrap().keys().filter(|key| *key != "apidogProject") {
            for value in &odd {
                let mut project = project();
                project[key] = value.clone();
                assert!(read(project, &ImportOptions::default()).is_ok(), "{key}: {value}");
            }
        }
    }

    #[test]
    fn towers_of_folders_are_cut_and_reported() {
        let mut deep = json!({"name": "f", "items": [{"name": "a", "api": {"method": "GET", "path": "/a"}}]});
        for _ in 0..1000 {
            deep = json!({"name": "f", "items": [deep]});
        }
        let converted = convert(
            &json!({"apidogProject": "1", "apiCollection": [deep.clone()], "schemaCollection": [deep]}),
        );
        let problems = converted.problems.finish().0;
        for what in ["endpoints and folders nested too deep", "schemas and folders nested too deep"] {
            assert!(problems.iter().any(|problem| problem.message.starts_with(what)), "{what}: {problems:?}");
        }
    }
}
