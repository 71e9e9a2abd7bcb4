use super::super::{DocumentKind, ImportOptions, read};
use super::*;

const SCHEMA: &str = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

#[expect(clippy::needless_pass_by_value, reason = "reads better where it is called")]
fn converted(items: Value) -> (Value, Vec<(String, String)>, u64) {
    let collection = json!({"info": {"name": "Shop", "schema": SCHEMA}, "item": items});
    let Converted { document, problems, failed, .. } = convert(&collection, "");
    let problems = problems.finish().0.into_iter().skip(1).map(|problem| (problem.pointer, problem.message));
    (document, problems.collect(), failed)
}

#[test]
fn collections_are_told_from_other_files() {
    for (root, at) in [
        (json!({"info": {"schema": SCHEMA}}), Some("")),
        (
            json!({"info": {"schema": "https://schema.postman.com/json/collection/v2.0.0/"}, "item": 5}),
            Some(""),
        ),
        (json!({"info": {"_postman_id": "x"}, "item": []}), Some("")),
        (json!({"info": {}, "item": []}), Some("")),
        (json!({"collection": {"info": {"schema": SCHEMA}}}), Some("/collection")),
        (json!({"info": {"schema": "https://schema.getpostman.com/json/collection/v1.0.0/"}}), None),
        (json!({"openapi": "3.1.0", "info": {"_postman_id": "x"}}), None),
        (json!({"item": []}), None),
        (json!([]), None),
    ] {
        assert_eq!(collection(&root).map(|(_, at)| at), at, "{root}");
    }
}

#[test]
fn requests_of_one_route_are_one_endpoint() {
    let response = |name: &str, code: u16, body: &str| json!({"name": name, "code": code, "body": body});
    let (document, problems, failed) = converted(json!([
        {"name": "One", "request": {"method": "GET", "url": "/pets/:id?a=1"}, "response": [response("Rex", 200, "{\"name\": \"Rex\", \"age\": 1}")]},
        {"name": "F/G", "item": [
            {"name": "Again", "request": {"method": "get", "url": "/pets/{{petId}}?b=2"},
                "response": [response("Rex", 200, "{\"name\": \"Tom\"}"), response("None", 404, "")]},
            {"name": "Delete", "request": {"method": "DELETE", "url": "/pets/:petId"}},
        ]},
    ]));
    let paths = document["paths"].as_object().unwrap();
    assert_eq!(paths.keys().collect::<Vec<_>>(), ["/pets/{id}"]);
    let get = &paths["/pets/{id}"]["get"];
    let parameters: Vec<_> =
        get["parameters"].as_array().unwrap().iter().map(|p| p["name"].as_str().unwrap()).collect();
    assert_eq!(parameters, ["id", "a", "b"]);
    let media = &get["responses"]["200"]["content"]["application/json"];
    assert_eq!(
        media["examples"],
        json!({"Rex": {"value": {"name": "Rex", "age": 1}}, "Rex2": {"value": {"name": "Tom"}}})
    );
    assert_eq!(media["schema"]["required"], json!(["name"]));
    assert!(get["responses"]["404"].get("content").is_none());
    let delete = &paths["/pets/{id}"]["delete"];
    assert_eq!(
        (&delete["x-apidog-folder"], &delete["parameters"][0]["name"]),
        (&json!("F\\/G"), &json!("id"))
    );
    assert_eq!(
        delete["responses"]["200"]["content"]["application/json"]["schema"],
        json!({"type": "object"})
    );
    assert_eq!(failed, 0);
    assert!(problems.iter().any(|(_, message)| message.starts_with("1 requests share")), "{problems:?}");
}

#[test]
fn what_cannot_be_taken_is_named() {
    let (document, problems, failed) = converted(json!([
        {"name": "Odd", "request": {"method": "BREW", "url": "/tea"}},
        {"name": "Nothing"}, 5,
        {"name": "Wrong", "request": 5},
        {"name": "Text", "request": "https://example.com/a"},
        {"name": "Saved", "request": {"url": "/s", "auth": {"type": "hawk"}, "proxy": {}}, "response": ["text", {"code": 99}, null],
            "event": [{"script": {"exec": ["pm.test()"]}}, {"script": {"exec": ["", " "]}}]},
        {"item": 5},
    ]));
    assert_eq!(document["paths"].as_object().unwrap().keys().collect::<Vec<_>>(), ["/a", "/s"]);
    assert_eq!(document["servers"], json!([{"url": "https://example.com"}]));
    assert_eq!(failed, 4);
    let pointers: Vec<_> = problems.iter().map(|(pointer, _)| pointer.as_str()).collect();
    assert_eq!(
        pointers,
        [
            "/item/0/request/method",
            "/item/1",
            "/item/2",
            "/item/3/request/method",
            "/item/5/response/0",
            "/item/5/response/1",
            "/item/6/item",
            "/item/5/event",
            "/item/5/request/proxy",
            "/item/5/request/auth",
        ],
        "{problems:?}"
    );
}

#[test]
fn auth_is_inherited() {
    let collection = json!({"info": {"schema": SCHEMA}, "auth": {"type": "bearer"}, "item": [
        {"name": "a", "request": {"url": "/a"}},
        {"name": "b", "request": {"url": "/b", "auth": {"type": "noauth"}}},
        {"name": "f", "auth": {"type": "apikey", "apikey": [{"key": "key", "value": "X-Key"}]}, "item": [{"name": "c", "request": {"url": "/c"}}]},
    ]});
    let document = convert(&collection, "").document;
    let security = |path: &str| document["paths"][path]["get"]["security"].clone();
    assert_eq!(security("/a"), json!([{"bearer": []}]));
    assert_eq!(security("/b"), json!([]));
    assert_eq!(security("/c"), json!([{"apiKey.header.X-Key": []}]));
    assert_eq!(document["components"]["securitySchemes"].as_object().unwrap().len(), 2);
}

#[test]
fn a_wrapped_collection_is_read_like_a_document() {
    let root = json!({"collection": {"info": {"name": "Shop", "schema": SCHEMA, "version": {"major": 2, "minor": 1}},
        "item": [{"name": "a", "request": {"url": "{{host}}/a?x={{nobody}}"}}, {}]}});
    let document = read(root, &ImportOptions::default()).unwrap();
    assert_eq!(document.kind, DocumentKind::Postman);
    assert_eq!(
        (document.title.as_str(), document.version.as_str(), document.operations.len(), document.failed),
        ("Shop", "2.1.0", 1, 1)
    );
    let pointers: Vec<_> = document.problems.iter().map(|problem| problem.pointer.as_str()).collect();
    assert!(pointers.contains(&"/collection/item/1"), "{pointers:?}");
    assert!(document.problems.iter().any(|problem| problem.message.contains("{{nobody}}")));
}

#[test]
fn towers_and_crowds_end() {
    let mut deep = json!({"name": "a", "request": {"url": "/a"}});
    for _ in 0..1_000 {
        deep = json!({"name": "f", "item": [deep]});
    }
    let (_, problems, _) = converted(json!([deep]));
    assert!(
        problems.iter().any(|(_, message)| message.starts_with("requests and folders nested too deep")),
        "{}",
        problems.len()
    );
    let crowd: Vec<Value> = (0..20_000).map(|index| json!({"name": "same", "request": {"url": "/same"}, "response": [{"name": "R", "body": index}]})).collect();
    let (document, ..) = converted(Value::Array(crowd));
    let examples =
        &document["paths"]["/same"]["get"]["responses"]["200"]["content"]["application/json"]["examples"];
    assert_eq!(examples.as_object().unwrap().len(), 20_000);
}
