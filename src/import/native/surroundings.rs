//! What stands around the endpoints of a project file: base addresses, security schemes, and what is left behind.

use serde_json::{Value, json};
use std::collections::HashSet;

use super::schemas::MAX_DEPTH;
use super::value::{id, is_empty, list, object, text};
use super::{Conversion, for_each};
use crate::import::names::Names;
use crate::import::pointer::Path;

/// How many base addresses are taken.
const MAX_SERVERS: usize = 100;

/// Members at the top of the file that are taken, or say nothing that a mock could do.
const KNOWN: [&str; 14] = [
    "$schema",
    "apiCollection",
    "apiTestCaseReferences",
    "apidogProject",
    "apifoxProject",
    "commonParameters",
    "environments",
    "info",
    "mockRule",
    "moduleSettings",
    "projectSetting",
    "responseCollection",
    "schemaCollection",
    "securitySchemeCollection",
];

/// Members at the top of the file that have no counterpart.
const LEFT: [(&str, &str); 15] = [
    ("socketCollection", "sockets"),
    ("webSocketCollection", "WebSockets"),
    ("socketIOCollection", "Socket.IO endpoints"),
    ("docCollection", "documentation pages"),
    ("requestCollection", "saved requests"),
    ("apiTestCaseCollection", "test scenarios"),
    ("testCaseReferences", "references between test scenarios"),
    ("apiTestSuiteCollection", "test suites"),
    ("commonScripts", "common scripts"),
    ("databaseConnections", "database connections"),
    ("globalVariables", "global variables"),
    ("commonVariables", "common variables"),
    ("customFunctions", "custom functions"),
    ("projectAssociations", "associations with other projects"),
    ("moduleCollection", "modules"),
];

/// The base addresses of the environments, and of the services of the project.
pub(super) fn servers(project: &Value) -> Vec<Value> {
    let mut servers = Vec::new();
    let mut known = HashSet::new();
    let mut add = |url: &str, description: &str| {
        let url = url.trim();
        if !url.is_empty() && servers.len() < MAX_SERVERS && known.insert(url.to_owned()) {
            servers.push(json!({"url": url, "description": description}));
        }
    };
    for environment in list(project, "environments") {
        let name = text(environment, "name");
        let urls = object(environment, "baseUrls");
        let default = urls.and_then(|urls| urls.get("default")).and_then(Value::as_str);
        add(default.unwrap_or_else(|| text(environment, "baseUrl")), name);
        for (service, url) in urls.into_iter().flatten() {
            let url = url.as_str().or_else(|| url.get("url")?.as_str()).unwrap_or_default();
            add(url, &format!("{name} · {service}"));
        }
    }
    for service in list(project.get("projectSetting").unwrap_or(&Value::Null), "servers") {
        add(text(service, "url"), text(service, "name"));
    }
    servers
}

impl Conversion<'_> {
    /// Security schemes that endpoints refer to by id.
    pub(super) fn security_schemes(&mut self, project: &Value) {
        let mut names = Names::default();
        for_each(project, "securitySchemeCollection", |collection, at| {
            self.find_security_schemes(collection, &mut names, at, 0);
        });
    }

    fn find_security_schemes(&mut self, item: &Value, names: &mut Names, at: &Path<'_>, depth: usize) {
        let declared = ["securityScheme", "scheme", "schema"]
            .iter()
            .find_map(|name| item.get(name).filter(|scheme| scheme.is_object()));
        let declared = declared.unwrap_or(item);
        let kind = text(declared, "type");
        if matches!(kind, "http" | "apiKey" | "oauth2" | "openIdConnect" | "mutualTLS") {
            let wanted = text(item, "name");
            let safe = |c: char| if c.is_ascii_alphanumeric() || "._-".contains(c) { c } else { '_' };
            let wanted: String = wanted.chars().map(safe).take(80).collect();
            let name = names.unused(if wanted.is_empty() { kind } else { &wanted });
            // Only what OpenAPI has: values of tokens are not part of a description.
            let members =
                ["type", "scheme", "bearerFormat", "in", "name", "flows", "openIdConnectUrl", "description"];
            let members =
                members.iter().filter_map(|key| Some(((*key).to_owned(), declared.get(key)?.clone())));
            self.security.schemes.insert(name.clone(), members.collect());
            self.scheme_names.insert(id(item.get("id")), name);
            return;
        }
        let here = Path::Member(at, "items");
        let items = list(item, "items");
        if depth >= MAX_DEPTH {
            self.left.add("security schemes nested too deep", items.len(), &here);
            return;
        }
        for (index, item) in items.iter().enumerate() {
            self.find_security_schemes(item, names, &Path::Item(&here, index), depth + 1);
        }
    }

    /// What is left of the file.
    pub(super) fn rest(&mut self, project: &Value) {
        let top = Path::At("");
        for (key, value) in project.as_object().into_iter().flatten() {
            let here = Path::Member(&top, key);
            let named = LEFT.iter().find(|(name, _)| name == key).map(|(_, what)| (*what).to_owned());
            let unknown = || format!("`{}`", key.chars().take(40).collect::<String>());
            if named.is_none() && (KNOWN.contains(&key.as_str()) || is_empty(value)) {
                continue;
            }
            self.left.add(&named.unwrap_or_else(unknown), leaves(value, 0), &here);
        }
        let environments = Path::Member(&top, "environments");
        for (index, environment) in list(project, "environments").iter().enumerate() {
            let here = Path::Item(&environments, index);
            let variables = list(environment, "variables").len();
            self.left.add("variables of environments", variables, &Path::Member(&here, "variables"));
            let parameters = object(environment, "parameters").into_iter().flat_map(|places| places.values());
            let parameters = parameters.map(|list| list.as_array().map_or(0, Vec::len)).sum();
            self.left.add("parameters of environments", parameters, &Path::Member(&here, "parameters"));
        }
        let at = Path::Member(&top, "projectSetting");
        if let Some(setting) = project.get("projectSetting") {
            self.processors(setting, &at);
            self.left.add("gateways", list(setting, "gateway").len(), &Path::Member(&at, "gateway"));
        }
    }
}

/// How many things there are in folders of folders; a thing with `variables` counts as those.
fn leaves(value: &Value, depth: usize) -> usize {
    match value {
        Value::Array(items) => items.iter().map(|item| leaves(item, depth)).sum(),
        Value::Object(members) => {
            let inner = ["items", "children", "variables"]
                .iter()
                .filter_map(|name| members.get(*name))
                .filter(|inner| inner.is_array());
            let mut inner = inner.peekable();
            match inner.peek() {
                Some(_) if depth < MAX_DEPTH => inner.map(|inner| leaves(inner, depth + 1)).sum(),
                _ => usize::from(!members.is_empty()),
            }
        }
        Value::Null => 0,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_addresses_come_once() {
        let project = json!({
            "environments": [
                {"name": "Dev", "baseUrl": "http://dev.example.com", "baseUrls": {"default": "http://dev.example.com", "auth": "http://auth.example.com"}},
                {"name": "Old", "baseUrl": " http://old.example.com "},
                {"name": "Empty", "baseUrls": {"default": ""}}, 5,
            ],
            "projectSetting": {"servers": [{"name": "Main", "url": "http://dev.example.com"}, {"name": "No url"}]},
        });
        let urls: Vec<_> = servers(&project)
            .iter()
            .map(|server| format!("{} {}", server["url"], server["description"]))
            .collect();
        assert_eq!(
            urls,
            [
                "\"http://dev.example.com\" \"Dev\"",
                "\"http://auth.example.com\" \"Dev · auth\"",
                "\"http://old.example.com\" \"Old\"",
            ]
        );
    }

    #[test]
    fn things_in_folders_are_counted() {
        for (value, count) in [
            (json!([{"name": "Root", "items": []}]), 0),
            (
                json!([{"name": "Root", "children": [], "items": [{"name": "a"}, {"items": [{"name": "b"}, {"name": "c"}]}]}]),
                3,
            ),
            (json!([{"variables": [{}, {"name": "x"}]}]), 1),
            (json!("text"), 1),
            (json!(null), 0),
        ] {
            assert_eq!(leaves(&value, 0), count, "{value}");
        }
    }

    #[test]
    fn security_schemes_are_referred_to_by_id() {
        let project = json!({
            "apidogProject": "1",
            "securitySchemeCollection": [{"items": [{"id": 5, "name": "My key", "securityScheme": {
                "type": "apiKey", "in": "header", "name": "X-Key", "value": "secret"}}]}],
            "apiCollection": [{"items": [{"name": "a", "api": {"method": "GET", "path": "/a",
                "securityScheme": {"schemeGroups": [{"schemeIds": ["5"]}]}}}]}],
        });
        let document = super::super::convert(&project).document;
        assert_eq!(
            document["components"]["securitySchemes"],
            json!({"My_key": {"type": "apiKey", "in": "header", "name": "X-Key"}})
        );
        assert_eq!(document["paths"]["/a"]["get"]["security"], json!([{"My_key": []}]));
    }
}
