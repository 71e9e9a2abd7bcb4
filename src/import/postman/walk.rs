//! The folders and requests of a collection.

use serde_json::{Map, Value, json};
use std::collections::{HashMap, HashSet};

use super::address::{self, Address};
use super::headers::{self, is_of_transport};
use super::operation::Operation;
use super::text::{description, member};
use super::variables::Variables;
use super::{body, saved};
use crate::import::auth::Security;
use crate::import::converted::LeftBehind;
use crate::import::embedded::Embedded;
use crate::import::pointer::Path;
use crate::import::problems::Problems;
use crate::model::Method;

/// Folders within folders further down than this are left out.
const MAX_DEPTH: usize = 100;
/// How many base addresses are taken.
const MAX_SERVERS: usize = 50;

/// What has been found so far.
pub(super) struct Walk {
    pub(super) servers: Vec<String>,
    known_servers: HashSet<String>,
    pub(super) security: Security,
    pub(super) variables: Variables,
    pub(super) problems: Problems,
    pub(super) left: LeftBehind,
    pub(super) failed: u64,
    embedded: Embedded,
    /// In the order of the collection: path, method, what its requests say.
    operations: Vec<(String, Method, Operation)>,
    index: HashMap<(Method, String), usize>,
    /// The path that a route was written with first.
    paths: HashMap<String, String>,
    shared: usize,
}

/// What is around a request.
#[derive(Clone, Copy)]
struct Around<'a> {
    folder: &'a str,
    security: Option<&'a Value>,
}

impl Walk {
    pub(super) fn new(collection: &Value) -> Self {
        let mut variables = Variables::new();
        variables.declare(collection);
        Self {
            servers: Vec::new(),
            known_servers: HashSet::new(),
            security: Security::default(),
            variables,
            problems: Problems::default(),
            left: LeftBehind::default(),
            failed: 0,
            embedded: Embedded::default(),
            operations: Vec::new(),
            index: HashMap::new(),
            paths: HashMap::new(),
            shared: 0,
        }
    }

    /// Reads the whole collection.
    pub(super) fn collection(&mut self, collection: &Value, at: &Path<'_>) {
        self.group(collection, Around { folder: "", security: None }, at, 0);
        if self.shared > 0 {
            let message = format!(
                "{} requests share method and path with an earlier one: each joined the endpoint of that one",
                self.shared
            );
            self.problems.warning(at, message);
        }
    }

    fn group(&mut self, group: &Value, around: Around<'_>, at: &Path<'_>, depth: usize) {
        self.scripts(group, at);
        let own = self.auth(group, at);
        let around = Around { security: own.as_ref().or(around.security), ..around };
        let here = Path::Member(at, "item");
        let items = match group.get("item") {
            Some(Value::Array(items)) => items.as_slice(),
            None | Some(Value::Null) => return,
            Some(_) => {
                self.problems.error(&here, "`item` must be a list: it is left out");
                return;
            }
        };
        if depth >= MAX_DEPTH {
            self.left.add("requests and folders nested too deep", items.len(), &here);
            return;
        }
        for (index, item) in items.iter().enumerate() {
            let here = Path::Item(&here, index);
            if item.get("request").is_some() {
                self.request(item, around, &here);
            } else if item.get("item").is_some() {
                self.variables.declare(item);
                // A slash within a name is none between names.
                let name = member(item, "name").replace('\\', "\\\\").replace('/', "\\/");
                let folder =
                    if around.folder.is_empty() { name } else { format!("{}/{name}", around.folder) };
                self.group(item, Around { folder: &folder, ..around }, &here, depth + 1);
            } else {
                self.problems.error(&here, "this is neither a request nor a folder: it is left out");
                self.failed += 1;
            }
        }
    }

    fn request(&mut self, item: &Value, around: Around<'_>, at: &Path<'_>) {
        self.scripts(item, at);
        let here = Path::Member(at, "request");
        let none = Value::Null;
        let request = item.get("request").unwrap_or(&none);
        // A request that is text is an address to get.
        let url = if request.is_string() { request } else { request.get("url").unwrap_or(&none) };
        let named = match request.get("method") {
            None | Some(Value::Null) => "GET",
            Some(method) => method.as_str().unwrap_or_default(),
        };
        let usable = request.is_string() || request.is_object();
        let Some(method) = Method::parse(named.trim()).filter(|_| usable) else {
            let named: String = named.chars().take(40).collect();
            let message = format!("a request with the method `{named}` cannot be served: it is left out");
            self.problems.error(&Path::Member(&here, "method"), message);
            self.failed += 1;
            return;
        };
        for name in ["proxy", "certificate"] {
            let count = usize::from(request.get(name).is_some_and(|value| !value.is_null()));
            self.left.add("proxies and certificates", count, &Path::Member(&here, name));
        }
        let Address { server, path, parameters } = address::read(url, &mut self.variables);
        if let Some(server) = server.filter(|_| self.servers.len() < MAX_SERVERS)
            && self.known_servers.insert(server.clone())
        {
            self.servers.push(server);
        }
        let route = address::route(&path);
        let path = self.paths.entry(route.clone()).or_insert(path).clone();
        let own = self.auth(request, &here);
        let security = own.as_ref().or(around.security);
        let name = member(item, "name").trim();
        let index = *self.index.entry((method, route)).or_insert(self.operations.len());
        let is_first = index == self.operations.len();
        if is_first {
            let about = [description(request), description(item)].into_iter().find(|text| !text.is_empty());
            let operation = Operation {
                name: if name.is_empty() { path.clone() } else { name.to_owned() },
                description: about.unwrap_or_default().to_owned(),
                folder: around.folder.to_owned(),
                security: security.cloned(),
                ..Operation::default()
            };
            self.operations.push((path, method, operation));
        } else {
            self.shared += 1;
        }
        let Some((path, _, operation)) = self.operations.get_mut(index) else { return };
        // Another request may have written the same route with other names.
        let parameters = parameters.into_iter().filter(|parameter| {
            let name = parameter.get("name").and_then(Value::as_str).unwrap_or_default();
            parameter.get("in").is_some_and(|place| place != "path") || path.contains(&format!("{{{name}}}"))
        });
        operation.add_parameters(parameters.collect(), is_first);
        if is_first {
            operation.add_parameters(unnamed_parameters(path), true);
        }
        let headers = headers::read(request.get("header"));
        let declared = headers.iter().filter(|header| !is_of_transport(&header.name)).map(|header| {
            let value = Some(&header.value)
                .filter(|value| !value.is_empty())
                .map(|value| self.variables.resolve(value));
            address::parameter(&header.name, "header", false, &header.description, value)
        });
        operation.add_parameters(declared.collect(), false);
        let body = body::read(
            request.get("body").unwrap_or(&none),
            &headers,
            &mut self.variables,
            &mut self.embedded,
        );
        operation.add_body(name, body);
        let here = Path::Member(at, "response");
        for (index, response) in
            item.get("response").and_then(Value::as_array).into_iter().flatten().enumerate()
        {
            match saved::read(response, &mut self.embedded) {
                Ok(saved) => operation.add_saved(saved),
                Err(_) if response.is_null() => {}
                Err(message) => self.problems.error(&Path::Item(&here, index), message),
            }
        }
    }

    fn auth(&mut self, owner: &Value, at: &Path<'_>) -> Option<Value> {
        self.security.requirement(owner.get("auth")?, &Path::Member(at, "auth"), &mut self.left)
    }

    fn scripts(&mut self, owner: &Value, at: &Path<'_>) {
        let events = owner.get("event").and_then(Value::as_array).into_iter().flatten();
        let scripts = events.filter(|event| match event.pointer("/script/exec") {
            Some(Value::Array(lines)) => {
                lines.iter().any(|line| line.as_str().is_some_and(|line| !line.trim().is_empty()))
            }
            Some(Value::String(text)) => !text.trim().is_empty(),
            _ => false,
        });
        self.left.add("scripts before requests and tests", scripts.count(), &Path::Member(at, "event"));
    }

    /// The `paths` of the document.
    pub(super) fn paths(&mut self) -> Value {
        let mut paths = Map::new();
        for (path, method, operation) in std::mem::take(&mut self.operations) {
            let item = paths.entry(path).or_insert_with(|| json!({}));
            item[method.as_str().to_ascii_lowercase()] = operation.write();
        }
        Value::Object(paths)
    }
}

/// All parameters that a path names, for those that the request did not describe.
fn unnamed_parameters(path: &str) -> Vec<Value> {
    let names = path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
    names.map(|name| address::parameter(name, "path", true, "", None)).collect()
}
