//! Changing single operations and shared schemas of a stored document.

use crate::import::{member, unescaped};
use crate::model::Method;
use serde_json::{Map, Value, json};

/// A document for operations that are made by hand.
pub fn empty_document(title: &str) -> Value {
    json!({"openapi": "3.1.0", "info": {"title": title, "version": "1.0.0"}, "paths": {}})
}

/// Puts an operation where another one was: `old` is its pointer in the document, `None` for a new one. `path` and
/// `method` say where it goes. What a path item says of all its operations (`parameters`, `servers`) stays there; an
/// operation that leaves it takes a copy of the parameters along. False, and nothing changed, where another operation
/// is in the way, or the document has no place for it.
pub fn put_operation(
    document: &mut Value,
    old: Option<&str>,
    (method, path): (Method, &str),
    mut operation: Value,
) -> bool {
    let key = method.as_str().to_ascii_lowercase();
    let target = format!("{}/{key}", member("/paths", path));
    if old != Some(&*target) && document.pointer(&target).is_some() {
        return false;
    }
    if let Some(old) = old {
        let (item, _) = old.rsplit_once('/').unwrap_or_default();
        if !target.starts_with(&format!("{item}/"))
            && let Some(Value::Array(shared)) = document.pointer(item).and_then(|item| item.get("parameters"))
        {
            adopt_parameters(&mut operation, &shared.clone());
        }
        remove_operation(document, old);
    }
    let Some(root) = document.as_object_mut() else { return false };
    let paths = root.entry("paths").or_insert_with(|| Value::Object(Map::new()));
    let Some(paths) = paths.as_object_mut() else { return false };
    let item = paths.entry(path).or_insert_with(|| Value::Object(Map::new()));
    let Some(item) = item.as_object_mut() else { return false };
    item.insert(key, operation);
    true
}

/// Takes an operation out, and its path item with it where nothing is left in that.
pub fn remove_operation(document: &mut Value, pointer: &str) {
    let Some((item_at, key)) = pointer.rsplit_once('/') else { return };
    let Some(Value::Object(item)) = document.pointer_mut(item_at) else { return };
    item.shift_remove(&unescaped(key));
    let is_empty = item.is_empty();
    if let Some((paths_at, path)) = item_at.rsplit_once('/').filter(|_| is_empty)
        && let Some(Value::Object(paths)) = document.pointer_mut(paths_at)
    {
        paths.shift_remove(&unescaped(path));
    }
}

/// Sets or removes (`None`) a shared schema. False where the document has no place for it.
pub fn put_schema(document: &mut Value, name: &str, schema: Option<Value>) -> bool {
    let is_swagger = document.get("swagger").is_some();
    let Some(root) = document.as_object_mut() else { return false };
    let holder = if is_swagger {
        root.entry("definitions").or_insert_with(|| Value::Object(Map::new()))
    } else {
        let components = root.entry("components").or_insert_with(|| Value::Object(Map::new()));
        let Some(components) = components.as_object_mut() else { return false };
        components.entry("schemas").or_insert_with(|| Value::Object(Map::new()))
    };
    let Some(schemas) = holder.as_object_mut() else { return false };
    match schema {
        Some(schema) => {
            schemas.insert(name.to_owned(), schema);
            true
        }
        None => schemas.shift_remove(name).is_some(),
    }
}

/// The shared schemas of a document.
pub fn schemas(document: &Value) -> Option<&Map<String, Value>> {
    let schemas = document.get("definitions").filter(|_| document.get("swagger").is_some());
    schemas.or_else(|| document.pointer("/components/schemas"))?.as_object()
}

/// Adds the parameters of a path item that the operation has not got itself.
fn adopt_parameters(operation: &mut Value, shared: &[Value]) {
    let Some(operation) = operation.as_object_mut() else { return };
    let own = operation.entry("parameters").or_insert_with(|| Value::Array(Vec::new()));
    let Some(own) = own.as_array_mut() else { return };
    let identity = |parameter: &Value| {
        ["$ref", "name", "in"].map(|name| parameter.get(name).and_then(Value::as_str).map(str::to_owned))
    };
    let known: Vec<_> = own.iter().map(identity).collect();
    own.extend(shared.iter().filter(|parameter| !known.contains(&identity(parameter))).cloned());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document() -> Value {
        json!({
            "openapi": "3.1.0",
            "paths": {
                "/a/{id}": {"parameters": [{"name": "id", "in": "path"}], "get": {"summary": "A"}, "put": {"summary": "P"}},
                "/b": {"post": {"summary": "B"}},
            },
        })
    }

    #[test]
    fn operations_are_put_and_moved() {
        let cases = [
            (None, (Method::Get, "/new~x"), true, "/paths/~1new~0x/get"),
            (None, (Method::Post, "/b"), false, ""),
            (Some("/paths/~1b/post"), (Method::Post, "/b"), true, "/paths/~1b/post"),
            (Some("/paths/~1b/post"), (Method::Get, "/b"), true, "/paths/~1b/get"),
            (Some("/paths/~1b/post"), (Method::Post, "/c"), true, "/paths/~1c/post"),
            (Some("/paths/~1b/post"), (Method::Put, "/a/{id}"), false, ""),
        ];
        for (old, target, done, at) in cases {
            let mut edited = document();
            assert_eq!(
                put_operation(&mut edited, old, target, json!({"summary": "new"})),
                done,
                "{old:?} {target:?}"
            );
            if done {
                assert_eq!(edited.pointer(at).unwrap()["summary"], "new");
                assert_eq!(old.filter(|old| *old != at).and_then(|old| edited.pointer(old)), None);
            } else {
                assert_eq!(edited, document());
            }
        }
        let mut moved = document();
        put_operation(&mut moved, Some("/paths/~1b/post"), (Method::Post, "/c"), json!({}));
        assert!(moved["paths"].get("/b").is_none(), "nothing is left of it");
        put_operation(&mut moved, Some("/paths/~1a~1{id}/get"), (Method::Get, "/d/{id}"), json!({}));
        assert_eq!(moved["paths"]["/d/{id}"]["get"]["parameters"], json!([{"name": "id", "in": "path"}]));
        assert!(moved["paths"]["/a/{id}"]["put"].is_object());
    }

    #[test]
    fn schemas_are_put_where_the_dialect_has_them() {
        let mut three = document();
        assert!(put_schema(&mut three, "Pet", Some(json!({"type": "object"}))));
        assert_eq!(three["components"]["schemas"]["Pet"]["type"], "object");
        assert!(put_schema(&mut three, "Pet", None) && !put_schema(&mut three, "Pet", None));
        let mut two = json!({"swagger": "2.0"});
        assert!(put_schema(&mut two, "Pet", Some(json!(true))));
        assert_eq!(schemas(&two).unwrap().len(), 1);
        assert!(!put_schema(&mut json!([]), "Pet", None));
    }
}
