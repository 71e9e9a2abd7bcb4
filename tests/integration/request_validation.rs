//! Requests against small documents: every style, every kind of body, credentials, statuses, and bad input.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // tests may fail loudly
#![allow(clippy::type_complexity, clippy::needless_pass_by_value)] // tables of cases, and what reads best in them

use edgemock::import::{ImportOptions, read};
use edgemock::request::{IncomingRequest, MAX_BODY_BYTES, RequestParts};
use edgemock::route::{Route, RouteTable, Selection, Target};
use edgemock::schema::Source;
use edgemock::validate::{MAX_VIOLATIONS, Refusal, RequestRules, Scope, compile_request, problem_json};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A request in short.
#[derive(Debug, Clone, Default)]
struct Sent<'a> {
    path: &'a str,
    query: &'a str,
    headers: &'a [(&'a str, &'a str)],
    body: &'a [u8],
    cut: bool,
}

/// The rules of the first operation of a document, after a trip through their encoding.
fn rules(document: Value) -> RequestRules {
    let document = read(document, &ImportOptions::default()).unwrap();
    let source = Source::new(&document.root, document.dialect);
    let compiled = compile_request(&source, &document.root, document.dialect, &document.operations[0]);
    RequestRules::decode(&compiled.rules.encode()).unwrap()
}

/// Checks a request, its path taken apart as the mock plane does.
fn check(rules: &RequestRules, template: &str, sent: &Sent<'_>, scope: Scope) -> Result<(), Box<Refusal>> {
    let route = Route { method: edgemock::model::Method::Get, path: template.into(), endpoint_id: 1 };
    let table = RouteTable::new(vec![route]);
    let params = match table.select("GET", Target::Path(sent.path), None, "") {
        Selection::Found { params, .. } => params,
        _ => Vec::new(),
    };
    let request = IncomingRequest::new(RequestParts {
        method: "GET",
        path: sent.path,
        path_parameters: params.into_iter().map(|(name, value)| (name.into(), value)).collect(),
        query: sent.query,
        headers: sent.headers.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect(),
        body: sent.body,
        body_is_cut: sent.cut,
        ..RequestParts::default()
    });
    rules.check(&request, scope)
}

/// The status and the violations as text; 0 for a request that passes.
fn outcome(verdict: Result<(), Box<Refusal>>) -> (u16, Vec<String>) {
    match verdict {
        Ok(()) => (0, Vec::new()),
        Err(refusal) => (refusal.status, refusal.violations.iter().map(ToString::to_string).collect()),
    }
}

/// Whether a request with one parameter passes.
fn passes(parameter: &Value, swagger: bool, sent: &Sent<'_>) -> bool {
    let version = if swagger { json!({"swagger": "2.0"}) } else { json!({"openapi": "3.1.0"}) };
    let template = if parameter["in"] == "path" { "/x/{color}" } else { "/x" };
    let mut document = version;
    document["paths"] = json!({template: {"get": {"parameters": [parameter]}}});
    let sent = Sent { path: if template == "/x" { "/x" } else { sent.path }, ..sent.clone() };
    check(&rules(document), template, &sent, Scope::ALL).is_ok()
}

/// The examples of OpenAPI 3.1.1, "Style Examples": what is sent has to be read as exactly this value.
#[test]
fn styles_read_as_the_specification_writes_them() {
    let (text, list, object) =
        (json!("blue"), json!(["blue", "black", "brown"]), json!({"R": 100, "G": 200, "B": 150}));
    let empty = json!("");
    let cases: &[(&str, &str, bool, &Value, &str)] = &[
        ("path", "matrix", false, &empty, ";color"),
        ("path", "matrix", false, &text, ";color=blue"),
        ("path", "matrix", false, &list, ";color=blue,black,brown"),
        ("path", "matrix", false, &object, ";color=R,100,G,200,B,150"),
        ("path", "matrix", true, &text, ";color=blue"),
        ("path", "matrix", true, &list, ";color=blue;color=black;color=brown"),
        ("path", "matrix", true, &object, ";R=100;G=200;B=150"),
        ("path", "label", false, &empty, "."),
        ("path", "label", false, &text, ".blue"),
        ("path", "label", false, &list, ".blue,black,brown"),
        ("path", "label", false, &list, ".blue.black.brown"), // as 3.0.0 to 3.0.3 have it
        ("path", "label", false, &object, ".R,100,G,200,B,150"),
        ("path", "label", true, &list, ".blue.black.brown"),
        ("path", "label", true, &object, ".R=100.G=200.B=150"),
        ("path", "simple", false, &text, "blue"),
        ("path", "simple", false, &list, "blue,black,brown"),
        ("path", "simple", false, &object, "R,100,G,200,B,150"),
        ("path", "simple", true, &list, "blue,black,brown"),
        ("path", "simple", true, &object, "R=100,G=200,B=150"),
        ("header", "simple", false, &text, "blue"),
        ("header", "simple", false, &list, "blue, black, brown"),
        ("header", "simple", false, &object, "R,100,G,200,B,150"),
        ("header", "simple", true, &object, "R=100,G=200,B=150"),
        ("query", "form", false, &empty, "color="),
        ("query", "form", false, &text, "color=blue"),
        ("query", "form", false, &list, "color=blue,black,brown"),
        ("query", "form", false, &object, "color=R,100,G,200,B,150"),
        ("query", "form", true, &text, "color=blue"),
        ("query", "form", true, &list, "color=blue&color=black&color=brown"),
        ("query", "form", true, &object, "R=100&G=200&B=150"),
        ("cookie", "form", false, &text, "color=blue"),
        ("cookie", "form", false, &list, "color=blue,black,brown"),
        ("cookie", "form", true, &object, "R=100; G=200; B=150"),
        ("query", "spaceDelimited", false, &list, "color=blue%20black%20brown"),
        ("query", "spaceDelimited", false, &list, "color=blue+black+brown"),
        ("query", "spaceDelimited", false, &object, "color=R%20100%20G%20200%20B%20150"),
        ("query", "pipeDelimited", false, &list, "color=blue%7Cblack%7Cbrown"),
        ("query", "pipeDelimited", false, &list, "color=blue|black|brown"),
        ("query", "pipeDelimited", false, &object, "color=R%7C100%7CG%7C200%7CB%7C150"),
        ("query", "deepObject", true, &object, "color[R]=100&color[G]=200&color[B]=150"),
        ("query", "deepObject", true, &object, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    ];
    for (place, style, explode, value, written) in cases {
        let kind = match value {
            Value::Array(_) => json!({"type": "array", "items": {"type": "string"}, "const": value}),
            Value::Object(_) => {
                json!({"type": "object", "additionalProperties": {"type": "integer"}, "const": value,
                "properties": {"R": {"type": "integer"}, "G": {"type": "integer"}, "B": {"type": "integer"}}})
            }
            _ => json!({"type": "string", "const": value}),
        };
        let parameter = json!({"name": "color", "in": place, "style": style, "explode": explode, "required": true, "schema": kind});
        let other = match value {
            Value::Array(_) => json!({"type": "array", "items": {"type": "string"}, "const": ["blue"]}),
            Value::Object(_) => {
                json!({"type": "object", "additionalProperties": {"type": "integer"}, "const": {"R": 1},
                "properties": {"R": {"type": "integer"}, "G": {"type": "integer"}, "B": {"type": "integer"}}})
            }
            _ => json!({"type": "string", "const": "other"}),
        };
        let path = format!("/x/{written}");
        let header = [("color", *written)];
        let cookie = [("cookie", *written)];
        let sent = match *place {
            "path" => Sent { path: &path, ..Sent::default() },
            "query" => Sent { query: written, ..Sent::default() },
            "header" => Sent { headers: &header, ..Sent::default() },
            _ => Sent { headers: &cookie, ..Sent::default() },
        };
        assert!(passes(&parameter, false, &sent), "{parameter} {written}");
        let mut wrong = parameter.clone();
        wrong["schema"] = other;
        assert!(!passes(&wrong, false, &sent), "{wrong} {written}");
    }
}

#[test]
fn swagger_collections() {
    for (format, written) in [
        ("csv", "c=1,2,3"),
        ("ssv", "c=1%202%203"),
        ("ssv", "c=1+2+3"),
        ("tsv", "c=1%092%093"),
        ("pipes", "c=1|2|3"),
        ("multi", "c=1&c=2&c=3"),
    ] {
        let parameter = json!({"name": "c", "in": "query", "type": "array", "collectionFormat": format, "minItems": 3,
            "items": {"type": "integer", "maximum": 3}});
        assert!(passes(&parameter, true, &Sent { query: written, ..Sent::default() }), "{format} {written}");
        let wrong = written.replace('3', "4");
        assert!(!passes(&parameter, true, &Sent { query: &wrong, ..Sent::default() }), "{format} {wrong}");
    }
    let nested = json!({"name": "c", "in": "query", "type": "array", "collectionFormat": "pipes", "minItems": 2,
        "items": {"type": "array", "collectionFormat": "csv", "minItems": 2, "items": {"type": "integer"}}});
    for (query, fits) in [("c=1,2|3,4", true), ("c=1,2|3", false), ("c=1,2|3,x", false)] {
        assert_eq!(passes(&nested, true, &Sent { query, ..Sent::default() }), fits, "{query}");
    }
}

#[test]
fn parameters_say_what_is_wrong() {
    let document = json!({"openapi": "3.1.0", "paths": {"/pets/{id}": {
        "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "integer", "minimum": 1}},
            {"name": "limit", "in": "query", "schema": {"type": "boolean"}}],
        "get": {"parameters": [
            {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 50}},
            {"name": "ids", "in": "query", "explode": false, "schema": {"type": "array", "items": {"type": "string", "maxLength": 3}, "maxItems": 2}},
            {"name": "sort", "in": "query", "required": true, "schema": {"enum": ["name", "age"]}},
            {"name": "flag", "in": "query", "allowEmptyValue": true, "schema": {"type": "boolean"}},
            {"name": "filter", "in": "query", "style": "deepObject", "schema": {"type": "object", "properties": {
                "age": {"type": "object", "properties": {"min": {"type": "integer"}}}, "tags": {"type": "array", "items": {"type": "integer"}}}}},
            {"name": "q", "in": "query", "content": {"application/json": {"schema": {"type": "object", "required": ["a"]}}}},
            {"name": "X-Trace", "in": "header", "required": true, "schema": {"type": "string", "format": "uuid"}},
            {"name": "Accept", "in": "header", "required": true, "schema": {"const": "ignored"}},
            {"name": "session", "in": "cookie", "schema": {"type": "string", "minLength": 4}}]}}}});
    let rules = rules(document);
    let trace = ("x-trace", "3fa85f64-5717-4562-b3fc-2c963f66afa6");
    let cases: &[(&str, &str, &[(&str, &str)], &[&str])] = &[
        ("/pets/7", "sort=age", &[trace], &[]),
        (
            "/pets/7",
            "sort=age&unknown=1&limit=5&flag&filter[age][min]=3&filter[tags]=1&q=%7B%22a%22%3A1%7D",
            &[trace],
            &[],
        ),
        ("/pets/7", "sort=age&ids=a%2Cb,c&flag=true&apidogToken=x&__seed=1", &[trace], &[]),
        ("/pets/0", "sort=age", &[trace], &["path id: must be at least 1, is 0"]),
        (
            "/pets/x",
            "limit=0",
            &[],
            &[
                "query limit: must be at least 1, is 0",
                "query sort: is missing",
                "header X-Trace: is missing",
                "path id: must be integer, is string",
            ],
        ),
        (
            "/pets/7",
            "sort=size&limit=five",
            &[("x-trace", "secret"), ("cookie", "session=abc")],
            &[
                "query limit: must be integer, is string",
                "query sort: must be one of \"name\", \"age\"",
                "header X-Trace: must have the format uuid",
                "cookie session: must have at least 4 characters, has 3",
            ],
        ),
        (
            "/pets/7",
            "sort=age&ids=abcd,b,c",
            &[trace],
            &[
                "query ids: must have at most 2 items, has 3",
                "query ids /0: must have at most 3 characters, has 4",
            ],
        ),
        ("/pets/7", "sort=age&sort=name", &[trace], &["query sort: must be sent once, is sent 2 times"]),
        (
            "/pets/7",
            "sort=age&filter[age][min]=x&filter[tags][]=y",
            &[trace],
            &[
                "query filter /age/min: must be integer, is string",
                "query filter /tags/0: must be integer, is string",
            ],
        ),
        (
            "/pets/7",
            "sort=age&q=%7B",
            &[trace],
            &["query q: must be JSON: EOF while parsing an object at line 1 column 1"],
        ),
        ("/pets/7", "sort=age&q=%7B%7D", &[trace], &["query q /a: is missing"]),
    ];
    for (path, query, headers, expected) in cases {
        let verdict =
            check(&rules, "/pets/{id}", &Sent { path, query, headers, ..Sent::default() }, Scope::ALL);
        let (status, found) = outcome(verdict);
        assert_eq!(found, *expected, "{path} {query}");
        assert_eq!(status, if expected.is_empty() { 0 } else { 422 });
        assert!(!found.iter().any(|text| text.contains("secret")));
    }
    // Named by its id, an endpoint has no path to look at.
    let sent = Sent { path: "/", query: "sort=age", headers: &[trace], ..Sent::default() };
    assert_eq!(outcome(check(&rules, "/pets/{id}", &sent, Scope::ALL)), (0, vec![]));
}

fn body_rules(body: Value) -> RequestRules {
    rules(json!({"openapi": "3.1.0", "paths": {"/a": {"get": {"requestBody": body}}}}))
}

#[test]
fn bodies_say_what_is_wrong() {
    let schema = json!({"type": "object", "required": ["name", "id"], "additionalProperties": false, "properties": {
        "name": {"type": "string"}, "age": {"type": "integer", "minimum": 0}, "id": {"type": "integer", "readOnly": true},
        "tags": {"type": "array", "items": {"type": "string"}}, "home": {"type": "object", "properties": {"no": {"type": "integer"}}},
        "photo": {"type": "string", "format": "binary", "maxLength": 5}}});
    let media = json!({"schema": schema});
    let multipart = json!({"schema": schema, "encoding": {"photo": {"contentType": "image/png, image/gif"}}});
    let rules = body_rules(
        json!({"required": true, "content": {"application/json; charset=utf-8": media, "application/*": {},
        "application/x-www-form-urlencoded": media, "multipart/form-data": multipart, "application/xml": {},
        "text/plain": {"schema": {"type": "integer"}}, "application/x-ndjson": {}}}),
    );
    let part =
        |head: &str, value: &str| format!("--b\r\nContent-Disposition: form-data; {head}\r\n\r\n{value}\r\n");
    let form = |parts: &[String]| format!("{}--b--\r\n", parts.concat());
    let multi = "multipart/form-data; boundary=b";
    let urlencoded = "application/x-www-form-urlencoded";
    let good = form(&[
        part("name=\"name\"", "Ada"),
        part("name=\"home\"\r\nContent-Type: application/json", "{\"no\": 1}"),
        part("name=\"photo\"; filename=\"a.png\"\r\nContent-Type: image/png", "12345"),
    ]);
    let bad = form(&[
        part("name=\"age\"", "-1"),
        part("name=\"photo\"; filename=\"a\"\r\nContent-Type: text/html", "123456"),
    ]);
    let no_json =
        form(&[part("name=\"name\"", "Ada"), part("name=\"home\"\r\nContent-Type: application/json", "{")]);
    let deep = "[".repeat(10_000);
    let cases: &[(&str, &str, u16, &[&str])] = &[
        ("application/json", r#"{"name": "Ada"}"#, 0, &[]),
        ("Application/JSON;charset=UTF-8", r#"{"name": "Ada"}"#, 0, &[]),
        ("application/vnd.x+json", "[]", 0, &[]),
        (
            "application/json",
            r#"{"age": -1, "x": 1, "tags": [1]}"#,
            422,
            &[
                "body /name: is missing",
                "body /age: must be at least 0, is -1",
                "body /x: is not declared",
                "body /tags/0: must be string, is integer",
            ],
        ),
        (
            "application/json",
            r#"{"name": "#,
            400,
            &["body: must be JSON: EOF while parsing a value at line 1 column 9"],
        ),
        (
            "application/json",
            &deep,
            400,
            &["body: must be JSON: recursion limit exceeded at line 1 column 128"],
        ),
        ("application/json; charset=utf-16", "{}", 400, &["header Content-Type: must be UTF-8, is utf-16"]),
        ("application/json", "", 422, &["body: is missing"]),
        (
            "image/png",
            "x",
            415,
            &["header Content-Type: must be application/json or application/* or \
            application/x-www-form-urlencoded or multipart/form-data or application/xml or text/plain or \
            application/x-ndjson, is image/png"],
        ),
        (urlencoded, "name=Ada&age=3&tags=a&tags=b&home=%7B%22no%22%3A1%7D", 0, &[]),
        (urlencoded, "name=Ada&home[no]=1", 0, &[]),
        (
            urlencoded,
            "age=x&y=1&home[no]=z",
            422,
            &[
                "body /name: is missing",
                "body /age: must be integer, is string",
                "body /home/no: must be integer, is string",
                "body /y: is not declared",
            ],
        ),
        (multi, &good, 0, &[]),
        (
            multi,
            &bad,
            422,
            &[
                "body /photo: must have the type image/png or image/gif, has text/html",
                "body /name: is missing",
                "body /age: must be at least 0, is -1",
                "body /photo: must have at most 5 characters, has 6",
            ],
        ),
        (
            multi,
            &no_json,
            422,
            &[
                "body /home: must be JSON: EOF while parsing an object at line 1 column 1",
                "body /home: must be object, is null",
            ],
        ),
        (multi, &good[..good.len() - 20], 400, &["body: ends before the last boundary of the form"]),
        (
            "multipart/form-data",
            "x",
            400,
            &["header Content-Type: must have a boundary of 1 to 70 characters"],
        ),
        ("application/xml", "<a b='1'><c/></a>", 0, &[]),
        ("application/xml", "<a><b></a>", 400, &[]),
        (
            "application/xml",
            "<a>",
            400,
            &["body: must be well-formed XML: it ends before all elements are closed"],
        ),
        ("text/plain", "5", 0, &[]),
        ("text/plain", "five", 422, &["body: must be integer, is string"]),
        ("application/x-ndjson", "{}\n[1]\n", 0, &[]),
        ("application/x-ndjson", "{}\n[1\n", 400, &[]),
    ];
    for (content_type, body, status, expected) in cases {
        let headers = [("content-type", *content_type)];
        let sent = Sent { path: "/a", headers: &headers, body: body.as_bytes(), ..Sent::default() };
        let (found, violations) = outcome(check(&rules, "/a", &sent, Scope::ALL));
        assert_eq!(found, *status, "{content_type} {body:.200}: {violations:?}");
        if !expected.is_empty() {
            let flat: Vec<String> =
                expected.iter().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
            // A cause may be cut, as every message is.
            let shown: Vec<String> =
                violations.iter().map(|text| text.trim_end_matches('…').to_owned()).collect();
            assert_eq!(shown.len(), flat.len(), "{violations:?}");
            assert!(
                shown.iter().zip(&flat).all(|(shown, flat)| flat.starts_with(shown.as_str())),
                "{violations:?}"
            );
        }
    }
    let invalid = Sent {
        path: "/a",
        headers: &[("content-type", "application/json")],
        body: b"\"\xff\"",
        ..Sent::default()
    };
    let (status, found) = outcome(check(&rules, "/a", &invalid, Scope::ALL));
    assert_eq!((status, found), (400, vec!["body: must be UTF-8, has another byte at 1".to_owned()]));
    let untyped = Sent { path: "/a", body: b"{}", ..Sent::default() };
    assert_eq!(outcome(check(&rules, "/a", &untyped, Scope::ALL)).0, 415);
    let large = vec![b' '; MAX_BODY_BYTES];
    let cut = Sent {
        path: "/a",
        headers: &[("content-type", "application/json")],
        body: &large,
        cut: true,
        ..Sent::default()
    };
    assert_eq!(outcome(check(&rules, "/a", &cut, Scope::ALL)).0, 413);
}

#[test]
fn optional_and_undeclared_bodies_pass() {
    let optional = body_rules(json!({"content": {"application/json": {"schema": {"type": "object"}}}}));
    assert!(check(&optional, "/a", &Sent { path: "/a", ..Sent::default() }, Scope::ALL).is_ok());
    let none = rules(json!({"openapi": "3.0.0", "paths": {"/a": {"get": {}}}}));
    assert!(none.is_empty());
    assert!(check(&none, "/a", &Sent { path: "/a", body: b"x", ..Sent::default() }, Scope::ALL).is_ok());
}

#[test]
fn swagger_bodies_and_forms() {
    let rules_of = |parameters: Value, consumes: Value| {
        rules(
            json!({"swagger": "2.0", "consumes": consumes, "definitions": {"Pet": {"type": "object", "required": ["name"]}},
            "paths": {"/a": {"get": {"parameters": parameters}}}}),
        )
    };
    let body = rules_of(
        json!([{"in": "body", "name": "b", "required": true, "schema": {"$ref": "#/definitions/Pet"}}]),
        json!(["application/json"]),
    );
    let form = rules_of(
        json!([{"in": "formData", "name": "age", "type": "integer", "required": true},
        {"in": "formData", "name": "tags", "type": "array", "items": {"type": "integer"}, "collectionFormat": "pipes"},
        {"in": "formData", "name": "file", "type": "file"}]),
        json!([]),
    );
    let urlencoded = "application/x-www-form-urlencoded";
    let multi = "--b\r\nContent-Disposition: form-data; name=\"age\"\r\n\r\n4\r\n--b\r\nContent-Disposition: form-data; \
        name=\"file\"; filename=\"f\"\r\n\r\n\u{1}\u{2}\r\n--b--\r\n";
    let cases: &[(&RequestRules, &str, &str, u16, &[&str])] = &[
        (&body, "application/json", r#"{"name": 1}"#, 0, &[]),
        (&body, "application/json", "{}", 422, &["body /name: is missing"]),
        (&body, "text/plain", "{}", 415, &["header Content-Type: must be application/json, is text/plain"]),
        (&form, urlencoded, "age=4&tags=1|2", 0, &[]),
        (
            &form,
            urlencoded,
            "tags=1|x",
            422,
            &["body /age: is missing", "body /tags/1: must be integer, is string"],
        ),
        (&form, "multipart/form-data; boundary=b", multi, 0, &[]),
        (&form, "application/json", "{}", 415, &[]),
    ];
    for (rules, content_type, body, status, expected) in cases {
        let headers = [("content-type", *content_type)];
        let sent = Sent { path: "/a", headers: &headers, body: body.as_bytes(), ..Sent::default() };
        let (found, violations) = outcome(check(rules, "/a", &sent, Scope::ALL));
        assert_eq!(found, *status, "{content_type} {body}: {violations:?}");
        assert!(expected.is_empty() || violations == *expected, "{violations:?}");
    }
}

#[test]
fn credentials() {
    let document = |security: Value| {
        json!({"openapi": "3.0.0", "security": [{"bearer": []}], "paths": {"/a": {"get": {"security": security, "responses": {"200": {}}}}},
            "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "Bearer"}, "basic": {"type": "http", "scheme": "basic"},
                "key": {"type": "apiKey", "in": "query", "name": "api_key"}, "head": {"type": "apiKey", "in": "header", "name": "X-Key"},
                "cookie": {"type": "apiKey", "in": "cookie", "name": "sid"}, "oauth": {"type": "oauth2", "flows": {}},
                "tls": {"type": "mutualTLS"}, "hmac": {"type": "http", "scheme": "hmac"}}}})
    };
    let auth = |value: &'static str| vec![("authorization", value)];
    let either = json!([{"basic": []}, {"key": [], "head": []}]);
    let cases: Vec<(Value, Vec<(&str, &str)>, &str, &[&str])> = vec![
        (json!([]), vec![], "", &[]),
        (json!([{}, {"bearer": []}]), vec![], "", &[]),
        (json!([{"tls": []}]), vec![], "", &[]),
        (json!([{"bearer": []}]), auth("bearer abc.d-e_f~+/=="), "", &[]),
        (
            json!([{"bearer": []}]),
            vec![],
            "",
            &["header Authorization: is missing: must be Bearer with a token"],
        ),
        (json!([{"bearer": []}]), auth("Bearer"), "", &["header Authorization: must be Bearer with a token"]),
        (
            json!([{"bearer": []}]),
            auth("Bearer a b"),
            "",
            &["header Authorization: must be Bearer with a token"],
        ),
        (
            json!([{"oauth": ["x"]}]),
            auth("Basic YTpi"),
            "",
            &["header Authorization: must be Bearer with a token, is of another scheme"],
        ),
        (json!([{"basic": []}]), auth("Basic YTpi"), "", &[]),
        (
            json!([{"basic": []}]),
            auth("Basic YWI="),
            "",
            &["header Authorization: must be Basic with the Base64 of name:password"],
        ),
        (
            json!([{"basic": []}]),
            auth("Basic ???"),
            "",
            &["header Authorization: must be Basic with the Base64 of name:password"],
        ),
        (json!([{"hmac": []}]), auth("hmac sig=1"), "", &[]),
        (json!([{"key": []}]), vec![], "api_key=s%20", &[]),
        (json!([{"key": []}]), vec![], "api_key=", &["query api_key: must be a key, is empty"]),
        (json!([{"cookie": []}]), vec![("cookie", "sid=1")], "", &[]),
        (either.clone(), vec![("x-key", "1")], "api_key=1", &[]),
        (
            either.clone(),
            vec![("x-key", "1")],
            "",
            &["header Authorization: is missing: must be Basic with the Base64 of name:password"],
        ),
        (
            either,
            auth("Basic x"),
            "",
            &["header Authorization: must be Basic with the Base64 of name:password"],
        ),
        (json!([{"unknown": []}]), vec![], "", &[]),
    ];
    for (security, headers, query, expected) in cases {
        let rules = rules(document(security.clone()));
        let sent = Sent { path: "/a", headers: &headers, query, ..Sent::default() };
        let (status, found) = outcome(check(&rules, "/a", &sent, Scope::ALL));
        assert_eq!(found, expected, "{security} {headers:?} {query}");
        assert_eq!(status, if expected.is_empty() { 0 } else { 401 });
        assert!(check(&rules, "/a", &sent, Scope { requests: true, security: false }).is_ok());
    }
    let rules = rules(document(json!([{"basic": []}, {"bearer": [], "key": []}])));
    let refusal = check(&rules, "/a", &Sent { path: "/a", ..Sent::default() }, Scope::ALL).unwrap_err();
    let challenges = "Basic realm=\"mock\", charset=\"UTF-8\", Bearer realm=\"mock\", ApiKey realm=\"mock\"";
    assert_eq!(refusal.www_authenticate.as_deref(), Some(challenges));
}

#[test]
fn the_document_chooses_among_statuses() {
    let statuses = |declared: Value, security: bool| {
        let security = if security { json!([{"k": []}]) } else { json!([]) };
        let rules = rules(
            json!({"openapi": "3.0.0", "paths": {"/a": {"get": {"security": security, "responses": declared,
            "parameters": [{"name": "q", "in": "query", "required": true}]}}},
            "components": {"securitySchemes": {"k": {"type": "apiKey", "in": "query", "name": "k"}}}}),
        );
        let refusal = check(&rules, "/a", &Sent { path: "/a", ..Sent::default() }, Scope::ALL).unwrap_err();
        (refusal.status, refusal.www_authenticate.is_some())
    };
    assert_eq!(statuses(json!({"200": {}}), false), (422, false));
    assert_eq!(statuses(json!({"400": {}}), false), (400, false));
    assert_eq!(statuses(json!({"400": {}, "422": {}}), false), (422, false));
    assert_eq!(statuses(json!({"4XX": {}}), false), (422, false));
    assert_eq!(statuses(json!({"403": {}}), true), (403, false));
    assert_eq!(statuses(json!({"401": {}, "403": {}}), true), (401, true));
}

#[test]
fn refusals_are_bounded() {
    let rules = body_rules(
        json!({"content": {"application/json": {"schema": {"type": "array", "items": {"type": "string"}}}}}),
    );
    let body = serde_json::to_vec(&vec![1; 300_000]).unwrap();
    let sent =
        Sent { path: "/a", headers: &[("content-type", "application/json")], body: &body, ..Sent::default() };
    let refusal = check(&rules, "/a", &sent, Scope::ALL).unwrap_err();
    assert_eq!(refusal.violations.len(), MAX_VIOLATIONS);
    let header = refusal.header();
    assert!(header.len() <= 1024 && header.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{header}");
    let problem: Value = serde_json::from_str(&problem_json(&refusal)).unwrap();
    assert_eq!(problem["violations"].as_array().map(Vec::len), Some(MAX_VIOLATIONS));
    assert_eq!((&problem["status"], &problem["type"]), (&json!(422), &json!("about:blank")));
    // As many fitting items as a body can hold.
    let fitting = format!("[{}\"\"]", "\"\",".repeat(340_000));
    let sent = Sent { body: fitting.as_bytes(), ..sent };
    assert_eq!(outcome(check(&rules, "/a", &sent, Scope::ALL)), (0, vec![]));
}

#[test]
fn floods_of_parameters_and_headers_have_an_answer() {
    let rules = rules(json!({"openapi": "3.0.0", "paths": {"/a": {"get": {"parameters": [
        {"name": "first", "in": "query", "required": true, "schema": {"type": "integer"}},
        {"name": "last", "in": "query", "required": true},
        {"name": "o", "in": "query", "style": "deepObject", "schema": {"type": "object"}},
        {"name": "l", "in": "query", "schema": {"type": "array", "maxItems": 3}},
        {"name": "X-A", "in": "header", "schema": {"type": "string", "maxLength": 3}}]}}}}));
    let flood = format!("first=1&{}last=1", "x=1&".repeat(10_000));
    let (status, found) =
        outcome(check(&rules, "/a", &Sent { path: "/a", query: &flood, ..Sent::default() }, Scope::ALL));
    // What is behind the thousandth is not looked at.
    assert_eq!((status, found), (422, vec!["query last: is missing".to_owned()]));
    let deep = format!("first=1&last=1&o{}=1&o[a=1&o[]]=2&{}", "[a]".repeat(5000), "l=1&".repeat(900));
    let headers: Vec<(String, String)> = (0..5000).map(|_| ("x-a".to_owned(), "v".repeat(100))).collect();
    let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (&**name, &**value)).collect();
    let sent = Sent { path: "/a", query: &deep, headers: &headers, ..Sent::default() };
    let (status, found) = outcome(check(&rules, "/a", &sent, Scope::ALL));
    assert_eq!(status, 422);
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn damaged_rules_are_errors() {
    let rules = body_rules(
        json!({"required": true, "content": {"application/json": {"schema": {"type": "object"}}}}),
    );
    let bytes = rules.encode();
    for end in 0..bytes.len() {
        assert!(RequestRules::decode(&bytes[..end]).is_err(), "{end}");
    }
}

#[test]
fn references_that_lead_nowhere_are_left_out() {
    let rules = rules(json!({"openapi": "3.0.0", "paths": {"/a": {"get": {
        "parameters": [{"$ref": "#/nowhere"}, 5, {"name": 3, "in": "query"}, {"name": "a", "in": "moon"},
            {"name": "q", "in": "query", "style": "matrix", "schema": {"$ref": "#/gone"}}],
        "requestBody": {"$ref": "#/loop"}, "security": {"not": "a list"}}}}, "loop": {"$ref": "#/loop"}}));
    assert!(
        check(&rules, "/a", &Sent { path: "/a", query: "q=1", body: b"x", ..Sent::default() }, Scope::ALL)
            .is_ok()
    );
}

fn everything() -> RequestRules {
    let schema = json!({"type": "object", "properties": {"a": {"anyOf": [{"type": "integer"}, {"type": "array", "items": {"$ref": "#/components/schemas/S"}},
        {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/S"}}]}}, "unevaluatedProperties": false});
    let parameter = |name: &str, place: &str, style: &str| json!({"name": name, "in": place, "style": style, "schema": {"$ref": "#/components/schemas/S"}});
    rules(
        json!({"openapi": "3.1.0", "components": {"schemas": {"S": schema}}, "paths": {"/x/{m}/{l}/{s}": {"get": {
        "parameters": [parameter("m", "path", "matrix"), parameter("l", "path", "label"), parameter("s", "path", "simple"),
            parameter("f", "query", "form"), parameter("p", "query", "pipeDelimited"), parameter("d", "query", "deepObject"),
            parameter("h", "header", "simple"), parameter("c", "cookie", "form")],
        "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/S"}},
            "application/x-www-form-urlencoded": {"schema": {"$ref": "#/components/schemas/S"}},
            "multipart/form-data": {"schema": {"$ref": "#/components/schemas/S"}}, "application/xml": {}, "text/*": {}}}}}}}),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]
    #[test]
    fn any_request_has_a_verdict(
        path in "/x/[;.a-z=%0-9,]{0,12}/[;.a-z=%,é]{0,12}/[\\PC]{0,12}",
        query in "([fpda]|%5B|[\\[\\]a-f0-9%&=|,+;é]){0,60}",
        kind in prop::sample::select(vec!["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b",
            "application/xml", "text/csv; charset=x", ""]),
        header in "[\\PC]{0,40}",
        body in prop::collection::vec(any::<u8>(), 0..200),
        text in "(--b|\r\n|name=|[a\\[\\]{}\":,<>/=&%0-9]){0,80}",
    ) {
        let rules = everything();
        let headers = [("content-type", kind), ("h", header.as_str()), ("cookie", header.as_str())];
        for body in [&body[..], text.as_bytes()] {
            let sent = Sent { path: &path, query: &query, headers: &headers, body, ..Sent::default() };
            if let Err(refusal) = check(&rules, "/x/{m}/{l}/{s}", &sent, Scope::ALL) {
                prop_assert!(!refusal.violations.is_empty() && refusal.violations.len() <= MAX_VIOLATIONS);
                prop_assert!(refusal.header().len() <= 1024);
                prop_assert!(serde_json::from_str::<Value>(&problem_json(&refusal)).is_ok());
            }
        }
    }
}
