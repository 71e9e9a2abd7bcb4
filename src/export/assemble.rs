//! A project's documents as one: which operations, in which version, with which extensions.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value, json};

use super::components::prune;
use super::convert::object::texts;
use super::convert::{convert, from_newer, path_items};
use super::hoist::{Reach, hoist};
use super::merge::merge;
use super::request::{ExportFormat, ExportRequest, Extensions, FolderChoice, Scope};
use super::version::OasVersion;
use super::walk::{self, names, reference};
use super::{extensions, yaml};
use crate::import::{Document, Kind, Path, Problems, Target, folder, is_extension, target};
use crate::model::{EndpointMock, Method, Operation, Problem};

/// Marks the operation of an endpoint while documents are put together.
pub(super) const MARK: &str = "x-edgemock-endpoint";
/// Where an export lists what it could not express.
pub(super) const PROBLEMS: &str = "x-edgemock-problems";
/// How many problems a document lists.
const MAX_LISTED: usize = 200;

/// An endpoint of the project that comes from a document.
#[derive(Debug, Clone)]
pub struct ExportEndpoint {
    /// Its id.
    pub id: u64,
    /// The method.
    pub method: Method,
    /// The path, as the project serves it.
    pub path: String,
    /// What the owner set for it beside the document.
    pub mock: Option<EndpointMock>,
}

/// One document of a project.
#[derive(Debug, Clone)]
pub struct ExportPart {
    /// The document, read with the options of its import.
    pub document: Document,
    /// Whether the path of its server was put in front of its paths.
    pub prepended: bool,
    /// The endpoints that still come from it.
    pub endpoints: Vec<ExportEndpoint>,
}

/// What an export says of the project.
#[derive(Debug, Clone, Default)]
pub struct ExportProject {
    /// Its id.
    pub id: u64,
    /// Its name: the title of the document where there is none.
    pub name: String,
    /// Where edgemock is, `https://mock.example.com`.
    pub base_url: String,
    /// The paths of folders by their ids, for requests that name folders by id.
    pub folders: HashMap<u64, String>,
}

/// An exported document.
#[derive(Debug, Clone)]
pub struct Exported {
    /// The document; what it could not express is listed in its member `x-edgemock-problems`, if anything.
    pub document: Value,
    /// What could not be expressed, and what of the request matched nothing.
    pub problems: Vec<Problem>,
    /// How many more problems there are.
    pub problems_omitted: usize,
    format: ExportFormat,
}

impl Exported {
    /// The text of the document, in the format that was asked for.
    pub fn text(&self) -> String {
        match self.format {
            ExportFormat::Yaml => yaml::to_yaml(&self.document),
            // Writing a value to a string cannot fail.
            ExportFormat::Json => serde_json::to_string_pretty(&self.document).unwrap_or_default(),
        }
    }
}

/// Puts the documents of a project together, the newest first. A single document whose endpoints are all there is
/// given back as it was sent, unless the request asks for something else. Takes time linear in the documents.
///
/// ```
/// use edgemock::export::{ExportEndpoint, ExportPart, ExportProject, ExportRequest, assemble};
/// use edgemock::import::{ImportOptions, read};
/// use edgemock::model::Method;
/// use serde_json::json;
///
/// let root = json!({"openapi": "3.0.3", "info": {"title": "Shop", "version": "1"}, "x-own": true,
///     "paths": {"/pets": {"get": {"responses": {"200": {"description": "All"}}}}}});
/// let document = read(root.clone(), &ImportOptions::default())?;
/// let endpoint = ExportEndpoint { id: 7, method: Method::Get, path: "/pets".to_owned(), mock: None };
/// let part = ExportPart { document, prepended: false, endpoints: vec![endpoint] };
/// let exported = assemble(vec![part], &ExportProject::default(), &ExportRequest::default());
/// assert_eq!(exported.document, root);
/// # Ok::<(), edgemock::import::DocumentError>(())
/// ```
pub fn assemble(parts: Vec<ExportPart>, project: &ExportProject, request: &ExportRequest) -> Exported {
    let mut problems = Problems::default();
    let mut parts: Vec<ExportPart> = parts.into_iter().filter(|part| !part.endpoints.is_empty()).collect();
    let choice = Choice::of(request, project, &parts, &mut problems);
    let explicit = request.version.is_some();
    let newest = parts.first().map(|part| OasVersion::of(part.document.dialect));
    let version = request.version.or(newest).unwrap_or(OasVersion::V3_0);
    let alone = parts.len() == 1;
    let mut mocks: HashMap<u64, EndpointMock> = HashMap::new();
    let mut folders: HashMap<u64, String> = HashMap::new();
    let mut made: Option<Value> = None;
    for part in parts.drain(..) {
        let chosen = choice.endpoints(&part);
        for (endpoint, operation) in &chosen {
            folders.insert(endpoint.id, operation.folder.clone());
            if let Some(mock) = endpoint.mock.clone() {
                mocks.insert(endpoint.id, mock);
            }
        }
        let whole = chosen.len() == part.document.operations.len() && !part.prepended;
        let marks: HashMap<(Method, String), u64> = chosen
            .iter()
            .map(|(endpoint, _)| ((endpoint.method, endpoint.path.clone()), endpoint.id))
            .collect();
        let from = OasVersion::of(part.document.dialect);
        let base_path = if part.prepended { part.document.server_base_path.clone() } else { String::new() };
        let mut root = part.document.root;
        let newer = OasVersion::is_newer(&root);
        let touched = !whole
            || !alone
            || from != version
            || newer && explicit
            || request.extensions != Extensions::Keep
            || request.add_folders_to_tags;
        if touched {
            if !whole || !alone {
                hoist(&mut root, from, Reach::Operations);
            }
            cut(&mut root, &base_path, &marks, choice.everything);
            if from == version && newer && (explicit || made.is_some()) {
                from_newer(&mut root, &mut problems);
            }
            convert(&mut root, from, version, &mut problems);
        }
        match &mut made {
            None => made = Some(root),
            Some(base) => merge(base, root, version, &mut problems),
        }
    }
    let mut document = made.unwrap_or_else(|| empty(project, version));
    if !choice.everything {
        prune(&mut document, version);
    }
    extensions::apply(&mut document, project, request, &mocks, &folders, &mut problems);
    let (problems, problems_omitted) = problems.finish();
    list(&mut document, &problems, problems_omitted);
    Exported { document, problems, problems_omitted, format: request.format }
}

/// A document without operations.
fn empty(project: &ExportProject, version: OasVersion) -> Value {
    let field = if version == OasVersion::V2_0 { "swagger" } else { "openapi" };
    json!({field: version.as_str(), "info": {"title": project.name, "version": "1.0.0"}, "paths": {}})
}

/// Lists problems at the end of the document, and forgets those of an earlier export.
fn list(document: &mut Value, problems: &[Problem], omitted: usize) {
    let Value::Object(top) = document else { return };
    top.shift_remove(PROBLEMS);
    if problems.is_empty() {
        return;
    }
    let mut listed: Vec<Value> = problems
        .iter()
        .take(MAX_LISTED)
        .map(|problem| json!({"pointer": problem.pointer, "message": problem.message}))
        .collect();
    let more = problems.len().saturating_sub(MAX_LISTED) + omitted;
    if more > 0 {
        listed.push(json!({"pointer": "", "message": format!("{more} more are not listed")}));
    }
    top.insert(PROBLEMS.to_owned(), Value::Array(listed));
}

/// Which endpoints a request asks for.
struct Choice {
    /// All there are: what operations do not use stays too.
    everything: bool,
    ids: Option<HashSet<u64>>,
    tags: Option<HashSet<String>>,
    /// Folders by the names on their paths.
    folders: Option<Vec<Vec<String>>>,
    excluded: HashSet<String>,
}

impl Choice {
    fn of(
        request: &ExportRequest,
        project: &ExportProject,
        parts: &[ExportPart],
        problems: &mut Problems,
    ) -> Self {
        let mut choice = Self {
            everything: request.scope == Scope::All,
            ids: None,
            tags: None,
            folders: None,
            excluded: request.excluded_by_tags.iter().cloned().collect(),
        };
        let known: HashSet<u64> =
            parts.iter().flat_map(|part| &part.endpoints).map(|endpoint| endpoint.id).collect();
        let branch = ("branch", request.branch_id, "nothing was imported into it");
        let module = ("module", request.module_id, "no document was imported into it");
        for (what, id, reason) in [branch, module].into_iter().filter(|(_, id, _)| *id != 0) {
            let message = format!("{what} {id} was asked for: {reason}, and this is all of the main branch");
            problems.warning(&Path::At(""), message);
        }
        let mut unknown =
            |what: String| problems.warning(&Path::At(""), format!("{what} was asked for and is not there"));
        match &request.scope {
            Scope::All => {}
            Scope::Endpoints(ids) => {
                ids.iter().filter(|id| !known.contains(id)).for_each(|id| unknown(format!("endpoint {id}")));
                choice.ids = Some(ids.iter().copied().collect());
            }
            Scope::Tags(tags) => choice.tags = Some(tags.iter().cloned().collect()),
            Scope::Folders(folders) => {
                let mut paths = Vec::new();
                for folder in folders {
                    match folder {
                        FolderChoice::Id(0) => paths.push(Vec::new()),
                        FolderChoice::Path(path) => paths.push(folder::split(path)),
                        FolderChoice::Id(id) => match project.folders.get(id) {
                            Some(path) => paths.push(folder::split(path)),
                            None => unknown(format!("folder {id}")),
                        },
                    }
                }
                choice.folders = Some(paths);
            }
        }
        choice
    }

    /// The endpoints of a document that are asked for, with their operations.
    fn endpoints<'p>(&self, part: &'p ExportPart) -> Vec<(&'p ExportEndpoint, &'p Operation)> {
        let operations: HashMap<(Method, &str), &Operation> = part
            .document
            .operations
            .iter()
            .rev()
            .map(|operation| ((operation.method, operation.path.as_str()), operation))
            .collect();
        let found = part.endpoints.iter().filter_map(|endpoint| {
            let operation = operations.get(&(endpoint.method, endpoint.path.as_str()))?;
            Some((endpoint, *operation))
        });
        found
            .filter(|(endpoint, operation)| self.includes(endpoint, operation, &part.document.root))
            .collect()
    }

    fn includes(&self, endpoint: &ExportEndpoint, operation: &Operation, root: &Value) -> bool {
        let tags = texts(root.pointer(&operation.pointer).and_then(|operation| operation.get("tags")));
        if tags.iter().any(|tag| self.excluded.contains(tag)) {
            return false;
        }
        let folder = folder::split(&operation.folder);
        self.ids.as_ref().is_none_or(|ids| ids.contains(&endpoint.id))
            && self.tags.as_ref().is_none_or(|wanted| tags.iter().any(|tag| wanted.contains(tag)))
            && self.folders.as_ref().is_none_or(|wanted| wanted.iter().any(|path| folder.starts_with(path)))
    }
}

/// Leaves out operations that are no endpoints, marks those that are, and writes path items out that refer to others.
/// `base_path` is put in front of paths and taken off servers.
fn cut(root: &mut Value, base_path: &str, marks: &HashMap<(Method, String), u64>, everything: bool) {
    let Some(paths) = root.get("paths").and_then(Value::as_object) else { return };
    let mut written_out: HashMap<String, Map<String, Value>> = HashMap::new();
    for (template, item) in paths.iter().filter(|(_, item)| item.get("$ref").is_some()) {
        if let Some(members) = path_items::members(root, item) {
            let wanted = |name: &str| {
                Method::parse(name)
                    .is_none_or(|method| marks.contains_key(&(method, served(template, base_path))))
            };
            let members = members.into_iter().filter(|(name, _)| wanted(name));
            written_out.insert(
                template.clone(),
                members.map(|(name, value)| (name.to_owned(), value.clone())).collect(),
            );
        }
    }
    let Some(Value::Object(paths)) = root.get_mut("paths") else { return };
    let mut renamed: HashMap<String, String> = HashMap::new();
    let mut seen: HashSet<(Method, String)> = HashSet::new();
    let mut made = Map::new();
    for (template, mut item) in std::mem::take(paths) {
        if is_extension(&template) || template == "$ref" {
            made.insert(template, item);
            continue;
        }
        let path = served(&template, base_path);
        if let Some(members) = written_out.remove(&template) {
            item = Value::Object(members);
        }
        let Value::Object(members) = &mut item else { continue };
        let declared = members.keys().any(|name| Method::parse(name).is_some());
        members.retain(|name, operation| {
            let Some(method) = Method::parse(name) else { return true };
            let key = (method, path.clone());
            let Some(id) = marks.get(&key).filter(|_| !seen.contains(&key)) else { return false };
            seen.insert(key);
            if operation.is_null() {
                *operation = json!({});
            }
            if let Value::Object(operation) = operation {
                operation.insert(MARK.to_owned(), json!(id));
            }
            true
        });
        let left = members.keys().any(|name| Method::parse(name).is_some());
        if left || everything && !declared {
            let name = if base_path.is_empty() { template.clone() } else { path };
            if name != template {
                renamed.insert(template, name.clone());
            }
            made.insert(name, item);
        }
    }
    *paths = made;
    if !everything && let Some(top) = root.as_object_mut() {
        top.shift_remove("webhooks");
    }
    if !renamed.is_empty() {
        walk::references(root, &mut |kind, text| {
            let Target::Pointer(pointer) = target(text) else { return };
            let path = names(&pointer);
            if let [first, template, rest @ ..] = &path[..]
                && kind == Kind::Operation
                && first == "paths"
                && let Some(name) = renamed.get(template)
            {
                *text = reference(["paths", name].into_iter().chain(rest.iter().map(String::as_str)));
            }
        });
        without_base_path(root, base_path);
    }
}

/// The path that a template of a document is served under.
fn served(template: &str, base_path: &str) -> String {
    match template {
        _ if template.starts_with('/') => format!("{base_path}{template}"),
        _ if template.contains("://") => template.to_owned(),
        _ => format!("{base_path}/{template}"),
    }
}

/// Takes a path off the end of servers, because it stands in front of paths now.
fn without_base_path(root: &mut Value, base_path: &str) {
    let Value::Object(top) = root else { return };
    top.shift_remove("basePath");
    for server in top.get_mut("servers").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(Value::String(url)) = server.get_mut("url") {
            let shorter = url.trim_end_matches('/').strip_suffix(base_path).map(str::to_owned);
            if let Some(shorter) = shorter {
                *url = if shorter.is_empty() { "/".to_owned() } else { shorter };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{ImportOptions, read};

    fn part(root: Value, first_id: u64, only: Option<&[&str]>) -> ExportPart {
        let document = read(root, &ImportOptions::default()).unwrap();
        let endpoints = (first_id..)
            .zip(&document.operations)
            .filter(|(_, operation)| only.is_none_or(|only| only.contains(&operation.path.as_str())))
            .map(|(id, operation)| ExportEndpoint {
                id,
                method: operation.method,
                path: operation.path.clone(),
                mock: None,
            })
            .collect();
        ExportPart { document, prepended: false, endpoints }
    }

    fn export(parts: Vec<ExportPart>, request: &Value) -> Exported {
        let project = ExportProject {
            id: 5,
            base_url: "https://m.example.com/".to_owned(),
            ..ExportProject::default()
        };
        assemble(parts, &project, &ExportRequest::parse(request.to_string().as_bytes()).unwrap())
    }

    fn shop() -> Value {
        json!({
            "openapi": "3.0.3", "info": {"title": "Shop", "version": "1"}, "x-own": 1,
            "security": [{"key": []}],
            "paths": {
                "/pets": {"get": {"tags": ["pets"], "x-apidog-folder": "Shop/Pets", "x-apidog-status": "released", "operationId": "list",
                    "responses": {"200": {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}}},
                    "post": {"tags": ["write"], "responses": {"201": {"description": ""}}}},
                "/owners": {"get": {"responses": {"200": {"$ref": "#/paths/~1pets/get/responses/200"}}}}
            },
            "components": {
                "schemas": {"Pet": {"type": "object", "properties": {"name": {"$ref": "#/components/schemas/Name"}}},
                    "Name": {"type": "string", "x-apidog-mock": "@name", "x-else": 1}, "Unused": {"type": "null"}},
                "securitySchemes": {"key": {"type": "apiKey", "in": "query", "name": "k"}, "other": {"type": "http", "scheme": "basic"}}}
        })
    }

    #[test]
    fn a_document_comes_back_as_it_was() {
        let exported =
            export(vec![part(shop(), 1, None)], &json!({"scope": {"type": "ALL"}, "oasVersion": "3.0"}));
        assert_eq!(exported.document.to_string(), shop().to_string());
        assert!(exported.problems.is_empty());
    }

    #[test]
    fn removed_endpoints_are_left_out_and_what_others_need_of_them_stays() {
        let exported = export(vec![part(shop(), 1, Some(&["/owners"]))], &json!({}));
        let paths = exported.document["paths"].as_object().unwrap();
        assert_eq!(paths.keys().collect::<Vec<_>>(), ["/owners"]);
        assert_eq!(
            paths["/owners"]["get"]["responses"]["200"],
            json!({"$ref": "#/components/responses/pets_get_200"})
        );
        assert_eq!(
            exported.document["components"]["responses"]["pets_get_200"]["content"]["application/json"]["schema"],
            json!({"$ref": "#/components/schemas/Pet"})
        );
        assert!(exported.document["components"]["schemas"].get("Unused").is_some());
        assert!(!exported.document.to_string().contains(MARK));
    }

    #[test]
    fn scopes() {
        let all = ["GET /pets", "POST /pets", "GET /owners"];
        let cases = [
            (json!({"type": "SELECTED_ENDPOINTS", "selectedEndpointIds": [2, "99"]}), &all[1..2]),
            (json!({"type": "SELECTED_TAGS", "selectedTags": ["pets"]}), &all[..1]),
            (json!({"type": "SELECTED_FOLDERS", "selectedFolderIds": ["Shop"]}), &all[..1]),
            (json!({"type": "SELECTED_FOLDERS", "selectedFolderIds": [0]}), &all[..]),
            (json!({"type": "ALL", "excludedByTags": ["pets", "write"]}), &all[2..]),
        ];
        for (scope, expected) in cases {
            let exported = export(vec![part(shop(), 1, None)], &json!({"scope": scope}));
            let read = read(exported.document, &ImportOptions::default()).unwrap();
            let found: Vec<String> = read
                .operations
                .iter()
                .map(|operation| format!("{} {}", operation.method.as_str(), operation.path))
                .collect();
            assert_eq!(found, expected, "{scope}");
        }
        let scope = json!({"type": "SELECTED_TAGS", "selectedTags": ["pets"]});
        let exported = export(vec![part(shop(), 1, None)], &json!({"scope": scope}));
        let components = &exported.document["components"];
        assert_eq!(components["schemas"].as_object().unwrap().keys().collect::<Vec<_>>(), ["Pet", "Name"]);
        assert_eq!(components["securitySchemes"].as_object().unwrap().keys().collect::<Vec<_>>(), ["key"]);
        let scope = json!({"type": "SELECTED_ENDPOINTS", "selectedEndpointIds": [99]});
        let exported = export(vec![part(shop(), 1, None)], &json!({"scope": scope}));
        assert_eq!(exported.document["paths"], json!({}));
        assert!(exported.problems[0].message.contains("endpoint 99"), "{:?}", exported.problems);
        assert!(exported.document[PROBLEMS][0]["message"].as_str().unwrap().contains("endpoint 99"));
    }

    #[test]
    fn another_branch_or_module_is_told_of() {
        let exported = export(vec![part(shop(), 1, None)], &json!({"branchId": 7, "moduleId": 0}));
        assert_eq!(exported.document["paths"], shop()["paths"]);
        let [problem] = &exported.problems[..] else { panic!("{:?}", exported.problems) };
        assert!(problem.message.contains("branch 7"), "{problem:?}");
        assert_eq!(exported.document["x-edgemock-problems"][0]["message"], problem.message);
    }

    #[test]
    fn extensions() {
        let mut with_mock = part(shop(), 1, None);
        with_mock.endpoints[0].mock = serde_json::from_value(json!({"defaultMethod": "example"})).unwrap();
        let request = |include: bool| json!({"options": {"includeApidogExtensionProperties": include, "addFoldersToTags": true}});
        let exported = export(vec![with_mock.clone()], &request(true)).document;
        let get = &exported["paths"]["/pets"]["get"];
        assert_eq!(get["x-run-in-apidog"], "https://m.example.com/web/project/5/apis/api-1-run");
        assert_eq!(get["x-apidog-status"], "released");
        assert_eq!(get["tags"], json!(["pets", "Shop/Pets"]));
        assert_eq!(get["x-edgemock-mock"], json!({"defaultMethod": "example", "customMocks": []}));
        assert_eq!(exported["components"]["schemas"]["Name"]["x-apidog-mock"], "@name");
        let exported = export(vec![with_mock], &request(false)).document;
        let text = exported.to_string();
        assert!(
            !text.contains("x-apidog") && !text.contains("x-run-in") && !text.contains("x-edgemock"),
            "{text}"
        );
        assert_eq!(exported["components"]["schemas"]["Name"], json!({"type": "string", "x-else": 1}));
        assert_eq!(exported["x-own"], 1);
    }

    #[test]
    fn several_documents_become_one() {
        let newer = json!({
            "openapi": "3.1.0", "info": {"title": "New", "version": "2"},
            "paths": {"/pets": {"post": {"operationId": "list", "responses": {"201": {"description": "",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}}}}},
            "components": {"schemas": {"Name": {"type": "integer"}, "Pet": {"type": "object", "properties": {"name": {"$ref": "#/components/schemas/Name"}}}}}
        });
        let mut older = part(shop(), 10, None);
        older.endpoints.retain(|endpoint| endpoint.method == Method::Get);
        let exported = export(vec![part(newer, 1, None), older], &json!({})).document;
        assert_eq!(exported["openapi"], "3.1.0");
        assert_eq!(exported["info"]["title"], "New");
        let schemas = &exported["components"]["schemas"];
        let pet2 = json!({"type": "object", "properties": {"name": {"$ref": "#/components/schemas/Name2"}}});
        assert_eq!(schemas["Pet2"], pet2);
        assert_eq!(schemas["Name"], json!({"type": "integer"}));
        assert_eq!(schemas["Name2"]["type"], "string");
        let get = &exported["paths"]["/pets"]["get"];
        assert_eq!(get["security"], json!([{"key": []}]));
        assert_eq!(get["operationId"], "list2");
        assert!(exported["paths"]["/pets"]["post"].get("security").is_none());
        assert_eq!(exported["paths"]["/pets"].as_object().unwrap().len(), 2);
        assert!(exported["components"]["responses"]["pets_get_200"].to_string().contains("Pet2"));
    }

    #[test]
    fn a_base_path_that_was_prepended_stands_in_the_paths() {
        let root = json!({"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "servers": [{"url": "https://a.example.com/v1/"}],
            "paths": {"/a": {"get": {"responses": {"200": {"description": ""}}}}}});
        let options = ImportOptions { prepend_base_path: true, ..ImportOptions::default() };
        let document = read(root, &options).unwrap();
        let endpoint = ExportEndpoint { id: 1, method: Method::Get, path: "/v1/a".to_owned(), mock: None };
        let part = ExportPart { document, prepended: true, endpoints: vec![endpoint] };
        let exported = export(vec![part], &json!({})).document;
        assert_eq!(exported["servers"], json!([{"url": "https://a.example.com"}]));
        assert_eq!(exported["paths"].as_object().unwrap().keys().collect::<Vec<_>>(), ["/v1/a"]);
    }

    #[test]
    fn nothing_is_an_empty_document() {
        for version in ["2.0", "3.0", "3.1"] {
            let exported = export(Vec::new(), &json!({"oasVersion": version, "exportFormat": "YAML"}));
            assert!(read(exported.document.clone(), &ImportOptions::default()).is_ok());
            assert!(exported.text().contains("paths: {}"));
        }
    }
}
