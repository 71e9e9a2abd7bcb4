//! OpenAPI 3.0 to 3.1 and back: everything but the schemas.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::notes::Notes;
use super::object::{keep, rename, text};
use super::{path_items, schema_down, schema_up, security2};
use crate::export::version::OasVersion;
use crate::export::walk;
use crate::import::{Kind, Path, Problems, is_extension};

/// 3.0 to 3.1. Nothing is lost.
pub(super) fn up(root: &mut Value, problems: &mut Problems) {
    let mut notes = Notes::new(problems, OasVersion::V3_1);
    walk::document(root, &mut |kind, value, path| match kind {
        Kind::Schema => schema_up::convert(value, path, &mut notes),
        _ => plain_reference(kind, value, &["$ref", "summary", "description"]),
    });
    if let Value::Object(top) = root {
        top.insert("openapi".to_owned(), json!(OasVersion::V3_1.as_str()));
        rename(top, "x-webhooks", "webhooks");
    }
}

/// A reference that is no schema has nothing else beside it.
fn plain_reference(kind: Kind, value: &mut Value, known: &[&str]) {
    if kind != Kind::PathItem
        && let Value::Object(members) = value
        && members.get("$ref").is_some_and(Value::is_string)
    {
        members.retain(|name, _| known.contains(&name.as_str()));
    }
}

/// 3.1 to 3.0.
pub(super) fn down(root: &mut Value, problems: &mut Problems) {
    let mut notes = Notes::new(problems, OasVersion::V3_0);
    let newer = OasVersion::is_newer(root);
    path_items::inline(root, &mut notes);
    let stand_ins = mutual_tls(root, &mut notes);
    walk::document(root, &mut |kind, value, path| match kind {
        Kind::Schema => schema_down::convert(value, path, &mut notes),
        Kind::Operation => operation(value, &stand_ins, path, &mut notes),
        _ if newer => newer_object(kind, value, path, &mut notes),
        _ => plain_reference(kind, value, &["$ref"]),
    });
    let Value::Object(top) = root else { return };
    let here = Path::At("");
    top.insert("openapi".to_owned(), json!(OasVersion::V3_0.as_str()));
    if top.contains_key("webhooks") {
        notes.note(&Path::Member(&here, "webhooks"), "there are no webhooks: written as `x-webhooks`");
        rename(top, "webhooks", "x-webhooks");
    }
    for name in ["jsonSchemaDialect", "$self"] {
        if top.shift_remove(name).is_some() {
            notes.lost(&here, name);
        }
    }
    if let Some(info) = top.get_mut("info") {
        let here = Path::Member(&here, "info");
        if let Some(info) = info.as_object_mut()
            && info.shift_remove("summary").is_some()
        {
            notes.lost(&here, "summary");
        }
        license(info);
    }
    if let Some(Value::Object(components)) = top.get_mut("components") {
        components.shift_remove("pathItems");
        if components.shift_remove("mediaTypes").is_some() {
            notes.lost(&Path::Member(&here, "components"), "mediaTypes");
        }
    }
    requirements(top, &stand_ins);
    if newer {
        newer_top(top, &mut notes);
    }
    top.entry("paths").or_insert_with(|| json!({}));
}

/// `license.identifier` names a page of SPDX.
fn license(info: &mut Value) {
    let Some(Value::Object(license)) = info.get_mut("license") else { return };
    if let Some(identifier) = license.shift_remove("identifier")
        && let Some(name) = identifier.as_str()
    {
        license.entry("url").or_insert_with(|| json!(format!("https://spdx.org/licenses/{name}.html")));
    }
}

fn operation(value: &mut Value, stand_ins: &HashSet<String>, path: &Path<'_>, notes: &mut Notes<'_>) {
    let Value::Object(members) = value else { return };
    let declared = members.get("responses").and_then(Value::as_object);
    if !declared.is_some_and(|responses| responses.keys().any(|name| !is_extension(name))) {
        notes.note(path, "an operation declares a response: an empty `default` was added");
        let responses = members.entry("responses").or_insert_with(|| json!({}));
        match responses {
            Value::Object(responses) => {
                responses.insert("default".to_owned(), json!({"description": ""}));
            }
            other => *other = json!({"default": {"description": ""}}),
        }
    }
    requirements(members, stand_ins);
}

/// Puts others in the place of security schemes that 3.0 does not have, and gives their names.
fn mutual_tls(root: &mut Value, notes: &mut Notes<'_>) -> HashSet<String> {
    let mut stand_ins = HashSet::new();
    let schemes = root.get_mut("components").and_then(|components| components.get_mut("securitySchemes"));
    for (name, scheme) in schemes.and_then(Value::as_object_mut).into_iter().flatten() {
        if text(scheme, "type") == "mutualTLS" {
            let here = Path::At("/components/securitySchemes");
            *scheme = Value::Object(security2::stand_in(scheme, &Path::Member(&here, name), notes));
            stand_ins.insert(name.clone());
        }
    }
    stand_ins
}

/// What is required of a stand-in has no scopes: those of its kind have none.
pub(super) fn requirements(owner: &mut Map<String, Value>, stand_ins: &HashSet<String>) {
    let Some(Value::Array(list)) = owner.get_mut("security") else { return };
    for (name, scopes) in list.iter_mut().filter_map(Value::as_object_mut).flatten() {
        if stand_ins.contains(name) {
            *scopes = json!([]);
        }
    }
}

/// OpenAPI 3.2 in the words of 3.1, as far as schemas are not concerned: those have not changed.
pub(super) fn down_from_newer(root: &mut Value, problems: &mut Problems) {
    let mut notes = Notes::new(problems, OasVersion::V3_1);
    walk::document(root, &mut |kind, value, path| newer_object(kind, value, path, &mut notes));
    let Value::Object(top) = root else { return };
    top.insert("openapi".to_owned(), json!(OasVersion::V3_1.as_str()));
    if top.shift_remove("$self").is_some() {
        notes.lost(&Path::At(""), "$self");
    }
    newer_top(top, &mut notes);
}

/// What 3.2 added to the objects of 3.1.
fn newer_object(kind: Kind, value: &mut Value, path: &Path<'_>, notes: &mut Notes<'_>) {
    let added: &[&str] = match kind {
        Kind::PathItem => &["query", "additionalOperations"],
        Kind::MediaType => &["itemSchema", "prefixEncoding", "itemEncoding"],
        Kind::Encoding => &["encoding", "prefixEncoding", "itemEncoding"],
        Kind::Response => &["summary"],
        Kind::Example => {
            let Value::Object(example) = value else { return };
            // The data is what `value` was for.
            if !example.contains_key("value") {
                rename(example, "dataValue", "value");
                rename(example, "serializedValue", "value");
            }
            &["dataValue", "serializedValue"]
        }
        Kind::Operation => {
            let Some(Value::Array(list)) = value.get_mut("parameters") else { return };
            list.retain(|parameter| {
                let stays = text(parameter, "in") != "querystring";
                if !stays {
                    notes.note(path, "the parameter in `querystring` cannot be expressed: left out");
                }
                stays
            });
            return;
        }
        _ => return,
    };
    if let Value::Object(members) = value {
        let refers = kind == Kind::Response && members.contains_key("$ref");
        for name in added.iter().filter(|_| !refers) {
            if members.shift_remove(*name).is_some() {
                notes.lost(path, name);
            }
        }
    }
}

fn newer_top(top: &mut Map<String, Value>, notes: &mut Notes<'_>) {
    let here = Path::At("");
    for (list, known) in [
        ("tags", &["name", "description", "externalDocs"][..]),
        ("servers", &["url", "description", "variables"][..]),
    ] {
        let at = Path::Member(&here, list);
        for (index, item) in top.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten().enumerate()
        {
            keep(item, known, &Path::Item(&at, index), notes);
        }
    }
    let Some(components) = top.get_mut("components") else { return };
    if components.as_object_mut().is_some_and(|members| members.shift_remove("mediaTypes").is_some()) {
        notes.lost(&Path::At("/components"), "mediaTypes");
    }
    let at = Path::At("/components/securitySchemes");
    let schemes = components.get_mut("securitySchemes").and_then(Value::as_object_mut);
    for (name, scheme) in schemes.into_iter().flatten() {
        let here = Path::Member(&at, name);
        if let Some(scheme) = scheme.as_object_mut() {
            for name in ["deprecated", "oauth2MetadataUrl"] {
                if scheme.shift_remove(name).is_some() {
                    notes.lost(&here, name);
                }
            }
        }
        if let Some(Value::Object(flows)) = scheme.get_mut("flows")
            && flows.shift_remove("deviceAuthorization").is_some()
        {
            notes.lost(&here, "deviceAuthorization");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let start = json!({
            "openapi": "3.0.3", "info": {"title": "T", "version": "1"},
            "paths": {"/a": {"get": {"responses": {"200": {"description": "", "content": {"application/json": {
                "schema": {"type": "object", "nullable": true, "properties": {
                    "a": {"type": "number", "minimum": 0, "exclusiveMinimum": true, "example": 3},
                    "b": {"allOf": [{"$ref": "#/components/schemas/B"}], "nullable": true},
                    "c": {"type": "string", "format": "binary"}}},
                "example": {"nullable": true}}}}}}}},
            "components": {"schemas": {"B": {"type": "string", "format": "byte"}}},
            "x-webhooks": {"w": {"post": {"responses": {"200": {"description": ""}}}}}
        });
        let mut problems = Problems::default();
        let mut root = start.clone();
        up(&mut root, &mut problems);
        assert_eq!(root["openapi"], "3.1.0");
        let schema = &root["paths"]["/a"]["get"]["responses"]["200"]["content"]["application/json"]["schema"];
        assert_eq!(schema["properties"]["b"]["anyOf"][1], json!({"type": "null"}));
        assert!(root.get("webhooks").is_some());
        down(&mut root, &mut problems);
        assert_eq!(root, start);
        let problems = problems.finish().0;
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!(problems[0].pointer, "/webhooks");
    }

    #[test]
    fn what_only_newer_documents_have() {
        let mut root = json!({
            "openapi": "3.2.0", "$self": "https://example.com/a", "jsonSchemaDialect": "x",
            "info": {"title": "T", "version": "1", "summary": "S", "license": {"name": "MIT", "identifier": "MIT"}},
            "tags": [{"name": "a", "parent": "b"}],
            "security": [{"tls": ["role"]}, {"key": [], "tls": []}, {}],
            "components": {
                "securitySchemes": {"tls": {"type": "mutualTLS"}, "key": {"type": "apiKey", "in": "header", "name": "X"}},
                "pathItems": {"P": {"get": {"responses": {}}, "query": {}}},
                "examples": {"E": {"dataValue": 3}}},
            "webhooks": {"w": {"$ref": "#/components/pathItems/P"}}
        });
        let mut problems = Problems::default();
        let mut newer = root.clone();
        down_from_newer(&mut newer, &mut problems);
        assert_eq!(newer["openapi"], "3.1.0");
        assert_eq!(newer["components"]["examples"]["E"], json!({"value": 3}));
        assert_eq!(newer["tags"], json!([{"name": "a"}]));
        down(&mut root, &mut problems);
        assert_eq!(
            root,
            json!({
                "openapi": "3.0.3",
                "info": {"title": "T", "version": "1", "license": {"name": "MIT", "url": "https://spdx.org/licenses/MIT.html"}},
                "tags": [{"name": "a"}],
                "security": [{"tls": []}, {"key": [], "tls": []}, {}],
                "components": {
                    "securitySchemes": {
                        "tls": {"type": "apiKey", "name": "Authorization", "in": "header",
                            "description": "Stands for `mutualTLS`, which OpenAPI 3.0 cannot express."},
                        "key": {"type": "apiKey", "in": "header", "name": "X"}},
                    "examples": {"E": {"value": 3}}},
                "x-webhooks": {"w": {"get": {"responses": {"default": {"description": ""}}}}},
                "paths": {}
            })
        );
        let pointers: Vec<_> = problems.finish().0.into_iter().map(|problem| problem.pointer).collect();
        for pointer in [
            "/$self",
            "/jsonSchemaDialect",
            "/info/summary",
            "/tags/0/parent",
            "/webhooks",
            "/components/securitySchemes/tls",
        ] {
            assert!(pointers.iter().any(|found| found == pointer), "{pointer}: {pointers:?}");
        }
    }
}
