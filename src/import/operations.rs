//! Paths → operations: the path items, their methods, names, folders. Faults in the form of objects are found by
//! [`super::faults`]; here they are only passed over, and what cannot be reached is reported.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use serde_json::Value;

use super::folder;
use super::pointer::{Path, member};
use super::problems::Problems;
use super::reference::{follow, reference_of, resolve};
use super::responses::Responses;
use crate::model::{Method, Operation};
use crate::schema::Dialect;

/// How many operations are taken from a document.
pub const MAX_OPERATIONS: usize = 10_000;
/// How many references one path item may lead through.
const MAX_ITEM_HOPS: usize = 8;

/// Walks the paths of a document.
#[derive(Debug)]
pub(super) struct Walk<'d, 'p> {
    pub(super) root: &'d Value,
    pub(super) dialect: Dialect,
    /// Put in front of every path; empty for none.
    pub(super) base_path: &'p str,
    pub(super) problems: &'p mut Problems,
}

impl<'d> Walk<'d, '_> {
    /// All operations in document order.
    pub(super) fn operations(&mut self) -> Vec<Operation> {
        let mut operations = Vec::new();
        let Some(declared) = self.root.get("paths") else { return operations };
        let here = || "/paths".to_owned();
        let (at, declared) = follow(self.root, here(), declared).unwrap_or((here(), declared));
        let Value::Object(paths) = declared else { return operations };
        let mut responses = Responses::new(self.root, self.dialect);
        let mut known: HashMap<(Method, String), Known> = HashMap::new();
        for (template, item) in paths.iter().filter(|(template, _)| !is_extension(template)) {
            let here = member(&at, template);
            let Some(path) = self.path(template, &here) else { continue };
            for (method, pointer, operation) in self.methods(here.clone(), item) {
                if operations.len() >= MAX_OPERATIONS || responses.exhausted() {
                    let message = format!(
                        "the document declares more than is served (at most {MAX_OPERATIONS} operations): \
                         this operation and those after it are left out; split the document"
                    );
                    self.problems.limit(&Path::At(&pointer), message);
                    return operations;
                }
                match known.entry((method, route_of(&path))) {
                    Entry::Vacant(slot) => {
                        slot.insert(Known { path: path.clone(), pointer: pointer.clone() });
                    }
                    Entry::Occupied(first) => {
                        let first = first.get();
                        let same = first.path == path;
                        let consequence = if same {
                            "this one is left out"
                        } else {
                            "requests by path are answered by that one"
                        };
                        let message = format!(
                            "{} {path} matches the same requests as {}: {consequence}",
                            method.as_str(),
                            first.pointer
                        );
                        self.problems.warning(&Path::At(&pointer), message);
                        if same {
                            continue;
                        }
                    }
                }
                operations.push(self.operation(method, path.clone(), pointer, operation, &mut responses));
            }
        }
        operations
    }

    fn operation(
        &mut self,
        method: Method,
        path: String,
        pointer: String,
        operation: &'d Value,
        responses: &mut Responses<'d>,
    ) -> Operation {
        let text = |name: &str| {
            operation.get(name).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty())
        };
        let operation_id = text("operationId").map(str::to_owned);
        let name = text("summary").map(str::to_owned).or_else(|| operation_id.clone());
        Operation {
            method,
            name: name.unwrap_or_else(|| path.clone()),
            operation_id,
            folder: folder::of_operation(operation),
            responses: responses.of_operation(&pointer, operation, self.problems),
            path,
            pointer,
        }
    }

    /// The path as it is served, or `None` where the key cannot be one.
    fn path(&mut self, template: &str, here: &str) -> Option<String> {
        if template == "$ref" {
            return None;
        }
        if !is_balanced(template) {
            let message = "the braces of this path do not match: parameters are written as `{name}`";
            self.problems.error(&Path::At(here), message);
        }
        if template.starts_with('/') {
            return Some(format!("{}{template}", self.base_path));
        }
        if template.contains("://") {
            // As at Apidog: such an endpoint can be called by its id only.
            let message = "this path is a whole address: it can be called by endpoint id only";
            self.problems.warning(&Path::At(here), message);
            return Some(template.to_owned());
        }
        if template == "$ref" {
            return None;
        }
        self.problems
            .warning(&Path::At(here), format!("a path begins with `/`: it is read as `/{template}`"));
        Some(format!("{}/{template}", self.base_path))
    }

    /// The operations of a path item, those of the item that it refers to included; its own win.
    fn methods(&self, here: String, item: &'d Value) -> Vec<(Method, String, &'d Value)> {
        let mut found: Vec<(Method, String, &'d Value)> = Vec::new();
        let mut next = Some((here, item));
        for _ in 0..MAX_ITEM_HOPS {
            let Some((at, item)) = next else { break };
            for (name, operation) in item.as_object().into_iter().flatten() {
                let Some(method) = Method::parse(name) else { continue };
                // `get:` with nothing after it declares the operation all the same.
                let usable = operation.is_object() || operation.is_null();
                if usable && !found.iter().any(|(other, ..)| *other == method) {
                    found.push((method, member(&at, name), operation));
                }
            }
            next = reference_of(item).and_then(|reference| resolve(self.root, reference));
        }
        found
    }
}

/// The first operation of a route.
struct Known {
    path: String,
    pointer: String,
}

/// What two paths have in common that match the same requests: names of parameters do not count, and what follows
/// `#` or `?` never reaches a path.
fn route_of(path: &str) -> String {
    let path = path.split(['#', '?']).next().unwrap_or(path);
    let mut route = String::with_capacity(path.len());
    let mut inside = false;
    for character in path.chars() {
        match character {
            '{' => {
                inside = true;
                route.push_str("{}");
            }
            '}' => inside = false,
            other if !inside => route.push(other),
            _ => {}
        }
    }
    route
}

/// Whether every `{` is closed before the next one and before the next `/`.
fn is_balanced(template: &str) -> bool {
    let mut inside = false;
    for character in template.chars() {
        match (character, inside) {
            ('{', false) => inside = true,
            ('}', true) => inside = false,
            ('{' | '/', true) | ('}', false) => return false,
            _ => {}
        }
    }
    !inside
}

pub(crate) fn is_extension(name: &str) -> bool {
    name.starts_with("x-") || name.starts_with("X-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn walk(root: &Value) -> (Vec<Operation>, Vec<(String, String)>) {
        let mut problems = Problems::default();
        let mut walk = Walk { root, dialect: Dialect::OpenApi31, base_path: "", problems: &mut problems };
        let operations = walk.operations();
        let problems = problems.finish().0.into_iter().map(|problem| (problem.pointer, problem.message));
        // Most operations of these tests declare no responses.
        let problems = problems.filter(|(_, message)| !message.contains("no responses")).collect();
        (operations, problems)
    }

    #[test]
    fn items_methods_and_names() {
        let ok = json!({"responses": {"200": {"description": ""}}});
        let root = json!({
            "paths": {
                "/pets": {"get": {"summary": " List ", "operationId": "listPets", "tags": ["pets"]},
                    "POST": {"operationId": "addPet", "x-apifox-folder": "Shop/In"}, "brew": ok, "x-odd": ok,
                    "put": null, "delete": "text", "parameters": []},
                "/shared": {"$ref": "#/components/pathItems/Shared", "get": {"summary": "own"}},
                "/copy": {"$ref": "#/paths/~1pets"},
                "/loop": {"$ref": "#/paths/~1loop", "get": ok},
                "/gone": {"$ref": "#/paths/~1nowhere"},
                "x-note": {"get": ok},
                "/null": null
            },
            "components": {"pathItems": {"Shared": {"get": ok, "head": ok}}}
        });
        let (operations, problems) = walk(&root);
        let found: Vec<_> = operations
            .iter()
            .map(|operation| {
                let Operation { method, path, name, pointer, folder, .. } = operation;
                (method.as_str(), path.as_str(), name.as_str(), pointer.as_str(), folder.as_str())
            })
            .collect();
        assert_eq!(
            found,
            [
                ("GET", "/pets", "List", "/paths/~1pets/get", "pets"),
                ("POST", "/pets", "addPet", "/paths/~1pets/POST", "Shop/In"),
                ("PUT", "/pets", "/pets", "/paths/~1pets/put", ""),
                ("GET", "/shared", "own", "/paths/~1shared/get", ""),
                ("HEAD", "/shared", "/shared", "/components/pathItems/Shared/head", ""),
                ("GET", "/copy", "List", "/paths/~1pets/get", "pets"),
                ("POST", "/copy", "addPet", "/paths/~1pets/POST", "Shop/In"),
                ("PUT", "/copy", "/copy", "/paths/~1pets/put", ""),
                ("GET", "/loop", "/loop", "/paths/~1loop/get", ""),
            ]
        );
        assert_eq!(problems, []);
    }

    #[test]
    fn odd_paths_and_doubles() {
        let get = json!({"get": {}});
        let root = json!({"paths": {"/a/{id}": get, "/a/{name}": get, "/a/{id}#two": get, "pets": get, "/pets": get,
            "https://example.com/x": get, "$ref": "./paths.yaml", "/a/{id}/{x}.{y}": get}});
        let (operations, problems) = walk(&root);
        let paths: Vec<_> = operations.iter().map(|operation| operation.path.as_str()).collect();
        assert_eq!(
            paths,
            ["/a/{id}", "/a/{name}", "/a/{id}#two", "/pets", "https://example.com/x", "/a/{id}/{x}.{y}"]
        );
        let expected = [
            ("/paths/~1a~1{name}/get", "same requests as /paths/~1a~1{id}/get: requests by path"),
            ("/paths/~1a~1{id}#two/get", "same requests as /paths/~1a~1{id}/get"),
            ("/paths/pets", "read as `/pets`"),
            ("/paths/~1pets/get", "same requests as /paths/pets/get: this one is left out"),
            ("/paths/https:~1~1example.com~1x", "by endpoint id only"),
        ];
        assert_eq!(problems.len(), expected.len(), "{problems:?}");
        for ((pointer, message), (at, part)) in problems.iter().zip(expected) {
            assert_eq!(pointer, at);
            assert!(message.contains(part), "{message}");
        }
    }

    #[test]
    fn braces() {
        for (template, balanced) in [
            ("/a", true),
            ("/{a}-{b}/{c}", true),
            ("/{}", true),
            ("/{a", false),
            ("/a}", false),
            ("/{a/b}", false),
            ("/{{a}}", false),
        ] {
            assert_eq!(is_balanced(template), balanced, "{template}");
        }
        let (operations, problems) = walk(&json!({"paths": {"/a/{b": {"get": {}}}}));
        assert_eq!((operations.len(), problems.len()), (1, 1));
        assert_eq!(problems[0].0, "/paths/~1a~1{b");
    }

    #[test]
    fn paths_that_are_none() {
        for root in
            [json!({}), json!({"paths": null}), json!({"paths": []}), json!({"paths": {"$ref": "#/paths"}})]
        {
            assert_eq!(walk(&root).0, [], "{root}");
        }
    }

    #[test]
    fn operations_are_limited() {
        let mut paths = serde_json::Map::new();
        for index in 0..=MAX_OPERATIONS {
            paths.insert(format!("/p{index}"), json!({"get": {}}));
        }
        let (operations, problems) = walk(&json!({"paths": paths}));
        assert_eq!(operations.len(), MAX_OPERATIONS);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].0, format!("/paths/~1p{MAX_OPERATIONS}/get"));
    }
}
