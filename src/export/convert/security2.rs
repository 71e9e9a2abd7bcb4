//! Security schemes between Swagger 2.0 and OpenAPI 3.0.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::notes::Notes;
use super::object::text;
use crate::export::hoist::unused;
use crate::import::{Path, is_extension};

/// The flows: as 2.0 names them, as 3.0 does, and whether each has an address to authorize at and one for tokens.
const FLOWS: [(&str, &str, bool, bool); 4] = [
    ("implicit", "implicit", true, false),
    ("password", "password", false, true),
    ("application", "clientCredentials", false, true),
    ("accessCode", "authorizationCode", true, true),
];

/// A scheme of 2.0 as 3.0 has it.
pub(super) fn up(scheme: Value) -> Value {
    let Value::Object(mut members) = scheme else { return scheme };
    match members.get("type").and_then(Value::as_str) {
        Some("basic") => {
            members.insert("type".to_owned(), json!("http"));
            members.insert("scheme".to_owned(), json!("basic"));
        }
        Some("oauth2") => {
            let mut flow = Map::new();
            for name in ["authorizationUrl", "tokenUrl", "scopes"] {
                if let Some(value) = members.shift_remove(name) {
                    flow.insert(name.to_owned(), value);
                }
            }
            flow.entry("scopes").or_insert_with(|| json!({}));
            let named = members.shift_remove("flow");
            let named = named.as_ref().and_then(Value::as_str).unwrap_or("implicit");
            let name = FLOWS.iter().find(|(old, ..)| *old == named).map_or("implicit", |(_, new, ..)| new);
            members.insert("flows".to_owned(), json!({name: flow}));
        }
        _ => {}
    }
    Value::Object(members)
}

/// The schemes of 3.0 as 2.0 has them, and the names of those that it cannot have: others stand for them.
pub(super) fn down(
    schemes: Map<String, Value>,
    path: &Path<'_>,
    notes: &mut Notes<'_>,
) -> (Map<String, Value>, HashSet<String>) {
    let mut made = Map::new();
    let mut stand_ins = HashSet::new();
    let mut taken: HashSet<String> = schemes.keys().cloned().collect();
    for (name, scheme) in schemes {
        let here = Path::Member(path, &name);
        let found = one(&scheme, &here, notes);
        if found.is_empty() {
            made.insert(name.clone(), Value::Object(stand_in(&scheme, &here, notes)));
            stand_ins.insert(name);
            continue;
        }
        for (index, scheme) in found.into_iter().enumerate() {
            if index == 0 {
                made.insert(name.clone(), Value::Object(scheme));
            } else {
                // One flow a scheme: further ones are schemes of their own.
                let flow = scheme.get("flow").and_then(Value::as_str).unwrap_or_default();
                let other = unused(&format!("{name}_{flow}"), &mut taken);
                notes.note(
                    &here,
                    format_args!("a scheme has one flow: `{flow}` is `{other}`, which nothing requires"),
                );
                made.insert(other, Value::Object(scheme));
            }
        }
    }
    (made, stand_ins)
}

/// What stands for a scheme that a version does not have. Left out, it would leave operations open that are not: so it is a header
/// that has to be there, the one that comes nearest.
pub(super) fn stand_in(scheme: &Value, path: &Path<'_>, notes: &mut Notes<'_>) -> Map<String, Value> {
    let kind = text(scheme, "type");
    let (header, what) = match kind {
        "apiKey" => ("Cookie", format!("the cookie `{}`", text(scheme, "name"))),
        "http" => ("Authorization", format!("HTTP authentication `{}`", text(scheme, "scheme"))),
        _ => ("Authorization", format!("`{kind}`")),
    };
    notes.note(
        path,
        format_args!("there is no scheme for {what}: an API key in the header `{header}` stands for it"),
    );
    let description = format!("Stands for {what}, which {} cannot express.", notes.version());
    let mut made = Map::new();
    made.insert("type".to_owned(), json!("apiKey"));
    made.insert("name".to_owned(), json!(header));
    made.insert("in".to_owned(), json!("header"));
    made.insert("description".to_owned(), json!(description));
    if let Value::Object(members) = scheme {
        made.extend(
            members
                .iter()
                .filter(|(name, _)| is_extension(name))
                .map(|(name, value)| (name.clone(), value.clone())),
        );
    }
    made
}

fn one(scheme: &Value, path: &Path<'_>, notes: &mut Notes<'_>) -> Vec<Map<String, Value>> {
    let Value::Object(members) = scheme else { return Vec::new() };
    let mut common = Map::new();
    for (name, value) in members {
        if name == "description" || is_extension(name) {
            common.insert(name.clone(), value.clone());
        }
    }
    let with = |parts: Value| {
        let mut made = Map::new();
        if let Value::Object(mut parts) = parts {
            made.append(&mut parts);
        }
        made.extend(common.clone());
        made
    };
    let place = text(scheme, "in");
    match (text(scheme, "type"), text(scheme, "scheme").to_ascii_lowercase().as_str()) {
        ("apiKey", _) if place == "header" || place == "query" => {
            vec![with(json!({"type": "apiKey", "name": text(scheme, "name"), "in": place}))]
        }
        ("http", "basic") => vec![with(json!({"type": "basic"}))],
        ("http", "bearer") => {
            notes.note(path, "bearer tokens are written as an API key in the header `Authorization`");
            vec![with(json!({"type": "apiKey", "name": "Authorization", "in": "header"}))]
        }
        ("oauth2", _) => {
            let mut found = Vec::new();
            for (old, new, authorizes, gives_tokens) in FLOWS {
                let Some(flow) = scheme.get("flows").and_then(|flows| flows.get(new)) else { continue };
                let mut made = json!({"type": "oauth2", "flow": old});
                if authorizes {
                    made["authorizationUrl"] = json!(text(flow, "authorizationUrl"));
                }
                if gives_tokens {
                    made["tokenUrl"] = json!(text(flow, "tokenUrl"));
                }
                made["scopes"] = flow
                    .get("scopes")
                    .filter(|scopes| scopes.is_object())
                    .cloned()
                    .unwrap_or_else(|| json!({}));
                if flow.get("refreshUrl").is_some() {
                    notes.lost(path, "refreshUrl");
                }
                found.push(with(made));
            }
            found
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::version::OasVersion;
    use crate::import::Problems;

    #[test]
    fn both_ways() {
        let cases = [
            (json!({"type": "basic"}), json!({"type": "http", "scheme": "basic"})),
            (
                json!({"type": "apiKey", "name": "k", "in": "query"}),
                json!({"type": "apiKey", "name": "k", "in": "query"}),
            ),
            (
                json!({"type": "oauth2", "flow": "accessCode", "authorizationUrl": "a", "tokenUrl": "t", "scopes": {"s": ""}, "x-a": 1}),
                json!({"type": "oauth2", "flows": {"authorizationCode": {"authorizationUrl": "a", "tokenUrl": "t", "scopes": {"s": ""}}}, "x-a": 1}),
            ),
        ];
        for (two, three) in cases {
            assert_eq!(up(two.clone()), three);
            let mut problems = Problems::default();
            let mut notes = Notes::new(&mut problems, OasVersion::V2_0);
            let schemes = Map::from_iter([("s".to_owned(), three)]);
            assert_eq!(down(schemes, &Path::At("/s"), &mut notes).0["s"], two);
            assert_eq!(problems.finish().0, []);
        }
    }

    #[test]
    fn what_2_0_does_not_have() {
        let Value::Object(schemes) = json!({
            "cookie": {"type": "apiKey", "in": "cookie", "name": "c"},
            "id": {"type": "openIdConnect", "openIdConnectUrl": "u"},
            "digest": {"type": "http", "scheme": "digest"},
            "bearer": {"type": "http", "scheme": "Bearer"},
            "many": {"type": "oauth2", "flows": {"implicit": {"authorizationUrl": "a", "scopes": {}},
                "password": {"tokenUrl": "t", "refreshUrl": "r", "scopes": {}}}}
        }) else {
            panic!()
        };
        let mut problems = Problems::default();
        let (made, stand_ins) =
            down(schemes, &Path::At("/s"), &mut Notes::new(&mut problems, OasVersion::V2_0));
        assert_eq!(
            made.keys().collect::<Vec<_>>(),
            ["cookie", "id", "digest", "bearer", "many", "many_password"]
        );
        assert_eq!(stand_ins, ["cookie", "id", "digest"].map(str::to_owned).into());
        assert_eq!(
            (&made["cookie"]["name"], &made["id"]["name"]),
            (&json!("Cookie"), &json!("Authorization"))
        );
        assert_eq!(
            made["digest"]["description"],
            "Stands for HTTP authentication `digest`, which Swagger 2.0 cannot express."
        );
        assert_eq!(problems.finish().0.len(), 6);
    }
}
