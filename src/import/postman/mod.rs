//! Postman collections (v2.0 and v2.1) → the OpenAPI document they stand for.
//!
//! A request is an endpoint, folders are folders, saved responses are its responses with their bodies as examples, and
//! schemas are inferred from the examples. Requests that share method and path are one endpoint. Pointers of problems
//! point into the collection.

mod address;
mod body;
mod headers;
mod operation;
mod saved;
mod text;
mod variables;
mod walk;

use serde_json::{Value, json};

use super::converted::Converted;
use super::pointer::Path;
use walk::Walk;

/// The collection that a file is or wraps, and where it stands in the file.
pub(super) fn collection(root: &Value) -> Option<(&Value, &'static str)> {
    if root.get("openapi").is_some() || root.get("swagger").is_some() {
        return None;
    }
    // Postman's own API wraps what it hands out.
    [(Some(root), ""), (root.get("collection"), "/collection")]
        .into_iter()
        .find_map(|(value, at)| value.filter(|value| is_collection(value)).map(|value| (value, at)))
}

fn is_collection(value: &Value) -> bool {
    let info = value.get("info");
    let text = |name: &str| info.and_then(|info| info.get(name)).and_then(Value::as_str).unwrap_or_default();
    let schema = text("schema");
    if schema.contains("postman") {
        return !schema.contains("/v1.");
    }
    let has_items = value.get("item").is_some_and(Value::is_array);
    !text("_postman_id").is_empty() || has_items && info.is_some_and(Value::is_object)
}

/// The OpenAPI 3.1 document that a collection stands for, and what was left behind.
pub(super) fn convert(collection: &Value, at: &str) -> Converted {
    let mut walk = Walk::new(collection);
    let at = Path::At(at);
    walk.problems.warning(
        &at,
        "a Postman collection: it was turned into an OpenAPI document. Pointers that begin with /paths or /components \
         point into that document, all others into the collection",
    );
    walk.collection(collection, &at);
    let info = collection.get("info").unwrap_or(&Value::Null);
    let title = info.get("name").and_then(Value::as_str).unwrap_or_default();
    let mut document = json!({
        "openapi": "3.1.0",
        "info": {"title": title, "description": text::description(info), "version": version(info)},
    });
    let servers: Vec<Value> = walk.servers.iter().map(|url| json!({"url": url})).collect();
    if !servers.is_empty() {
        document["servers"] = Value::Array(servers);
    }
    document["paths"] = walk.paths();
    if !walk.security.schemes.is_empty() {
        document["components"] = json!({"securitySchemes": walk.security.schemes});
    }
    let Walk { mut problems, left, variables, failed, .. } = walk;
    left.report(&mut problems);
    variables.report(&at, &mut problems);
    Converted { document, settings: None, problems, failed }
}

/// `info.version` is text, or an object of numbers.
fn version(info: &Value) -> String {
    match info.get("version") {
        Some(Value::String(version)) => version.clone(),
        Some(Value::Object(parts)) => {
            let part = |name: &str| parts.get(name).and_then(Value::as_u64).unwrap_or_default();
            format!("{}.{}.{}", part("major"), part("minor"), part("patch"))
        }
        _ => "1.0.0".to_owned(),
    }
}

#[cfg(test)]
mod tests;
