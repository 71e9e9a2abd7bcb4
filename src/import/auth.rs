//! Security schemes out of the `auth` objects of Postman, which Apidog's project files have too. Only kinds and names
//! are taken: keys and passwords are not part of a description.

use serde_json::{Map, Value, json};

use super::converted::LeftBehind;
use super::pointer::Path;

/// The schemes met so far, as `components.securitySchemes`.
#[derive(Debug, Default)]
pub(super) struct Security {
    pub(super) schemes: Map<String, Value>,
}

impl Security {
    /// The `security` that an `auth` object stands for; `None`: it says nothing, what is around it counts.
    pub(super) fn requirement(
        &mut self,
        auth: &Value,
        at: &Path<'_>,
        left: &mut LeftBehind,
    ) -> Option<Value> {
        let kind = auth.get("type").and_then(Value::as_str)?;
        let (name, scheme) = match kind {
            "noauth" | "none" | "no" => return Some(json!([])),
            "inherit" | "" | "parent" => return None,
            "bearer" | "jwt" => ("bearer".to_owned(), json!({"type": "http", "scheme": "bearer"})),
            "basic" => ("basic".to_owned(), json!({"type": "http", "scheme": "basic"})),
            "digest" => ("digest".to_owned(), json!({"type": "http", "scheme": "digest"})),
            "apikey" | "apiKey" => {
                let place = detail(auth, kind, "in").filter(|place| matches!(*place, "query" | "cookie"));
                let place = place.unwrap_or("header");
                let key = detail(auth, kind, "key").filter(|key| !key.is_empty()).unwrap_or("X-API-Key");
                let safe = |c: char| if c.is_ascii_alphanumeric() || "._-".contains(c) { c } else { '_' };
                let name = format!("apiKey.{place}.{}", key.chars().map(safe).take(80).collect::<String>());
                (name, json!({"type": "apiKey", "in": place, "name": key}))
            }
            other => {
                let other: String = other.chars().take(40).collect();
                left.add(&format!("authorisations of type {other}"), 1, at);
                return None;
            }
        };
        self.schemes.entry(&name).or_insert(scheme);
        Some(json!([{name: []}]))
    }
}

/// A detail of an authorisation: a member (Postman 2.0), or an entry of a list of keys and values (2.1).
fn detail<'a>(auth: &'a Value, kind: &str, name: &str) -> Option<&'a str> {
    match auth.get(kind)? {
        Value::Array(entries) => {
            let entry =
                entries.iter().find(|entry| entry.get("key").and_then(Value::as_str) == Some(name))?;
            entry.get("value")?.as_str()
        }
        details => details.get(name)?.as_str(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::problems::Problems;
    use super::*;

    #[test]
    fn kinds() {
        let mut security = Security::default();
        let mut left = LeftBehind::default();
        for (auth, expected) in [
            (json!(null), None),
            (json!({}), None),
            (json!({"type": 5}), None),
            (json!({"type": "inherit"}), None),
            (json!({"type": "noauth"}), Some(json!([]))),
            (
                json!({"type": "bearer", "bearer": [{"key": "token", "value": "secret-1"}]}),
                Some(json!([{"bearer": []}])),
            ),
            (json!({"type": "basic", "basic": {"password": "secret-2"}}), Some(json!([{"basic": []}]))),
            (
                json!({"type": "apikey", "apikey": [{"key": "key", "value": "X Token"}, {"key": "value", "value": "secret-3"}, {"key": "in", "value": "query"}]}),
                Some(json!([{"apiKey.query.X_Token": []}])),
            ),
            (
                json!({"type": "apikey", "apikey": {"key": "X-Token"}}),
                Some(json!([{"apiKey.header.X-Token": []}])),
            ),
            (json!({"type": "apikey"}), Some(json!([{"apiKey.header.X-API-Key": []}]))),
            (json!({"type": "hawk", "hawk": []}), None),
        ] {
            assert_eq!(security.requirement(&auth, &Path::At("/auth"), &mut left), expected, "{auth}");
        }
        assert_eq!(
            security.schemes["apiKey.query.X_Token"],
            json!({"type": "apiKey", "in": "query", "name": "X Token"})
        );
        assert!(!json!(security.schemes).to_string().contains("secret"));
        let mut problems = Problems::default();
        left.report(&mut problems);
        assert!(problems.finish().0[0].message.contains("type hawk: 1"));
    }
}
