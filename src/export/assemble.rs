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
    extensions::apply(&mut document, project, request, &mocks, &folders);
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
    fn of(request: &ExportRequest, project: &ExportProject, parts: &[ExportPart], problems: &mut Problems) -> Self {
        let mut choice = Self {
            everything: request.scope == Scope::All,
            ids: None,
            tags: None,
            folders: None,
            excluded: request.excluded_by_tags.iter().cloned().collect(),
        };
        let known: HashSet<u64> = parts.iter().flat_map(|part| &part.endpoints).map(|endpoint| endpoint.id).collect();
        let mut unknown = |what: String| problems.warning(&Path::At(""), format!("{what} was asked for and is not there"));
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
        found.filter(|(endpoint, operation)| self.includes(endpoint, operation, &part.document.root)).collect()
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
                Method::parse(name).is_none_or(|method| marks.contains_key(&(method, served(template, base_path))))
            };
            let members = members.into_iter().filter(|(name, _)| wanted(name));
            written_out
                .insert(template.clone(), members.map(|(name, value)| (name.to_owned(), value.clone())).collect());
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
