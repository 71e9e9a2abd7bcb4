//! Folders and endpoints of a project file.

use serde_json::{Value, json};

use super::schemas::MAX_DEPTH;
use super::value::{is_empty, list, object, text};
use super::{Conversion, mocks, parameters, responses};
use crate::import::mock_extension;
use crate::import::pointer::Path;
use crate::model::{EndpointMock, Method};

/// Members of an endpoint that are taken.
const TAKEN: [&str; 20] = [
    "advancedSettings",
    "auth",
    "commonParameters",
    "commonResponseStatus",
    "defaultMockMethod",
    "description",
    "method",
    "mockMethod",
    "mockScript",
    "mockSettings",
    "mocks",
    "name",
    "operationId",
    "parameters",
    "path",
    "requestBody",
    "responseExamples",
    "responses",
    "securityScheme",
    "tags",
];

/// Members that say nothing that a mock could do: where things stand in the application, and who sees them.
const WITHOUT_EFFECT: [&str; 14] = [
    "createdAt",
    "creatorId",
    "editorId",
    "id",
    "inheritPostProcessors",
    "inheritPreProcessors",
    "moduleId",
    "ordering",
    "responseChildren",
    "responsibleId",
    "serverId",
    "sourceUrl",
    "status",
    "visibility",
];

impl Conversion<'_> {
    /// The endpoints of a folder and of those in it. `security` is what counts around it.
    pub(super) fn folder(
        &mut self,
        folder: &Value,
        path: &str,
        security: Option<&Value>,
        at: &Path<'_>,
        depth: usize,
    ) {
        let here = Path::Member(at, "items");
        let items = list(folder, "items");
        if depth >= MAX_DEPTH {
            self.left.add("endpoints and folders nested too deep", items.len(), &here);
            return;
        }
        let own = self.security(folder, at);
        let security = own.as_ref().or(security);
        self.processors(folder, at);
        let pattern =
            folder.pointer("/identityPattern/httpApi/type").and_then(Value::as_str).unwrap_or_default();
        if !matches!(pattern, "" | "inherit" | "methodAndPath") {
            self.left.add(
                "rules that tell endpoints apart by more than method and path",
                1,
                &Path::Member(at, "identityPattern"),
            );
        }
        for (index, item) in items.iter().enumerate() {
            let here = Path::Item(&here, index);
            if let Some(api) = item.get("api") {
                self.endpoint(text(item, "name"), api, path, security, &Path::Member(&here, "api"));
                continue;
            }
            // A slash within a name is none between names.
            let name = text(item, "name").replace('\\', "\\\\").replace('/', "\\/");
            let inner = if path.is_empty() { name } else { format!("{path}/{name}") };
            self.folder(item, &inner, security, &here, depth + 1);
        }
    }

    fn endpoint(&mut self, name: &str, api: &Value, folder: &str, security: Option<&Value>, at: &Path<'_>) {
        let (method, path) = (text(api, "method"), text(api, "path"));
        let fault = if Method::parse(method).is_none() {
            let method: String = method.chars().take(40).collect();
            Some(("method", format!("`{method}` is no method that can be served: the endpoint is left out")))
        } else if path.is_empty() {
            Some(("path", "the endpoint has no path: it is left out".to_owned()))
        } else {
            None
        };
        if let Some((member, message)) = fault {
            self.problems.error(&Path::Member(at, member), message);
            self.failed += 1;
            return;
        }
        let method = method.to_ascii_lowercase();
        let mut operation = json!({"summary": name});
        for key in ["description", "operationId"] {
            if !text(api, key).is_empty() {
                operation[key] = text(api, key).into();
            }
        }
        operation["x-apidog-folder"] = folder.into();
        operation["x-apidog-status"] = text(api, "status").into();
        if text(api, "status") == "deprecated" {
            operation["deprecated"] = true.into();
        }
        if let Some(tags) = api.get("tags").filter(|tags| tags.is_array()) {
            operation["tags"] = tags.clone();
        }
        let own = self.security(api, at);
        if let Some(security) = own.as_ref().or(security) {
            operation["security"] = security.clone();
        }
        operation["parameters"] = parameters::of_endpoint(api, &self.schemas, &self.common).into();
        if let Some(body) =
            parameters::request_body(api, &self.schemas, &mut self.embedded, at, &mut self.left)
        {
            operation["requestBody"] = body;
        }
        operation["responses"] = responses::of_endpoint(
            api,
            &self.schemas,
            &self.responses,
            &mut self.embedded,
            at,
            &mut self.left,
        );
        let mock = mocks::of_endpoint(api, at, &self.disabled_mocks, &mut self.problems);
        if mock != EndpointMock::default() {
            operation[mock_extension::KEY] = json!(mock);
        }
        self.rest_of_endpoint(api, at);
        // Endpoints may share method and path in a project; in OpenAPI a fragment keeps them apart.
        let count = self.routes.entry((method.clone(), path.to_owned())).or_default();
        *count += 1;
        let path = if *count == 1 { path.to_owned() } else { format!("{path}#{count}") };
        let item = self.paths.entry(path).or_insert_with(|| json!({}));
        if let Some(item) = item.as_object_mut() {
            item.entry(method).or_insert(operation);
        }
    }

    fn rest_of_endpoint(&mut self, api: &Value, at: &Path<'_>) {
        self.processors(api, at);
        for (key, value) in api.as_object().into_iter().flatten().filter(|(_, value)| !is_empty(value)) {
            let here = Path::Member(at, key);
            let count = value.as_array().map_or(1, Vec::len);
            match key.as_str() {
                "cases" => self.left.add("test cases of endpoints", count, &here),
                "codeSamples" => self.left.add("code samples", count, &here),
                "customApiFields" => self.left.add("fields of endpoints that the team made up", 1, &here),
                "preProcessors" | "postProcessors" => {}
                known if TAKEN.contains(&known) || WITHOUT_EFFECT.contains(&known) => {}
                other => {
                    let other: String = other.chars().take(40).collect();
                    self.left.add(&format!("`{other}` of endpoints"), count, &here);
                }
            }
        }
    }

    /// Scripts and steps that run before and after requests; what is only inherited is none.
    pub(super) fn processors(&mut self, owner: &Value, at: &Path<'_>) {
        for name in ["preProcessors", "postProcessors"] {
            let own =
                list(owner, name).iter().filter(|item| !text(item, "type").starts_with("inherit")).count();
            self.left.add("processors before and after requests", own, &Path::Member(at, name));
        }
    }

    /// What `auth` or `securityScheme` of a folder or endpoint asks for.
    fn security(&mut self, owner: &Value, at: &Path<'_>) -> Option<Value> {
        let here = Path::Member(at, "securityScheme");
        let declared = object(owner, "securityScheme").filter(|declared| !declared.is_empty());
        if let (Some(_), Some(scheme)) = (declared, owner.get("securityScheme")) {
            let mut alternatives = Vec::new();
            for group in list(scheme, "schemeGroups") {
                let ids = list(group, "schemeIds").iter().map(|id| super::id(Some(id)));
                let names: Vec<String> = ids.filter_map(|id| self.scheme_names.get(&id).cloned()).collect();
                if !names.is_empty() {
                    alternatives.push(names.into_iter().map(|name| (name, json!([]))).collect::<Value>());
                }
            }
            if !alternatives.is_empty() {
                return Some(Value::Array(alternatives));
            }
            if !matches!(text(scheme, "type"), "" | "inherit" | "none" | "noauth")
                || !list(scheme, "schemeGroups").is_empty()
            {
                self.left.add("security schemes that are not in the file", 1, &here);
            }
        }
        self.security.requirement(owner.get("auth")?, &Path::Member(at, "auth"), &mut self.left)
    }
}
