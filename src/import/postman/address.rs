//! The address of a request: base, path template, path and query parameters.

use serde_json::{Value, json};
use std::collections::HashSet;

use super::text::{description, is_disabled, member, plain};
use super::variables::Variables;

/// An address, read.
#[derive(Debug, PartialEq)]
pub(super) struct Address {
    /// The base address, where it is known.
    pub(super) server: Option<String>,
    /// `/pets/{id}`
    pub(super) path: String,
    /// Path and query parameters, as OpenAPI has them.
    pub(super) parameters: Vec<Value>,
}

/// Reads the `url` of a request: text, or an object with its parts.
pub(super) fn read(url: &Value, variables: &mut Variables) -> Address {
    let written = written(url);
    let before_fragment = written.split('#').next().unwrap_or_default();
    let (location, mut query) = before_fragment.split_once('?').unwrap_or((before_fragment, ""));
    if query.is_empty() {
        let raw = member(url, "raw").split('#').next().unwrap_or_default();
        query = raw.split_once('?').map_or("", |(_, query)| query);
    }
    let (base, path) = split(location.trim());
    let server = server(base, variables);
    let (path, mut parameters) = template(path, url, variables);
    if let Some(entries) = url.get("query").and_then(Value::as_array) {
        let entries = entries.iter().filter(|entry| !member(entry, "key").is_empty());
        parameters.extend(entries.map(|entry| query_parameter(entry, variables)));
    } else {
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        parameters.extend(pairs.filter_map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (!key.is_empty()).then(|| query_parameter(&json!({"key": key, "value": value}), variables))
        }));
    }
    Address { server, path, parameters }
}

/// The address as text. The parts count where they are there: `raw` may be older.
fn written(url: &Value) -> String {
    if let Value::String(text) = url {
        return text.clone();
    }
    let joined = |name: &str, separator: &str| match url.get(name) {
        Some(Value::String(text)) => Some(text.clone()),
        Some(Value::Array(parts)) => {
            let parts = parts.iter().map(|part| match part {
                Value::Object(_) => plain(part.get("value")),
                other => plain(Some(other)),
            });
            Some(parts.collect::<Vec<_>>().join(separator))
        }
        _ => None,
    };
    let Some(host) = joined("host", ".").filter(|host| !host.is_empty()) else {
        let path = joined("path", "/").map(|path| format!("/{}", path.trim_start_matches('/')));
        return Some(member(url, "raw"))
            .filter(|raw| !raw.is_empty())
            .map(str::to_owned)
            .or(path)
            .unwrap_or_default();
    };
    let protocol = member(url, "protocol");
    let protocol = if protocol.is_empty() { String::new() } else { format!("{protocol}://") };
    let port = plain(url.get("port"));
    let port = if port.is_empty() { String::new() } else { format!(":{port}") };
    let path =
        joined("path", "/").map(|path| format!("/{}", path.trim_start_matches('/'))).unwrap_or_default();
    format!("{protocol}{host}{port}{path}")
}

/// Splits an address without query into its base and its path.
fn split(location: &str) -> (&str, &str) {
    let (start, rest) = match location.split_once("://") {
        Some((scheme, rest)) => (scheme.len() + 3, rest),
        None if location.starts_with('/') => return ("", location),
        None => (0, location),
    };
    // `{{baseUrl}}pets`, where the variable ends with a slash.
    let glued = (start == 0 && rest.starts_with("{{")).then(|| rest.find("}}")).flatten().map(|end| end + 2);
    let glued = glued.filter(|end| {
        rest.get(*end..).is_some_and(|behind| !behind.starts_with(['.', ':', '{', '/']) && !behind.is_empty())
    });
    let end = start + glued.or_else(|| rest.find('/')).unwrap_or(rest.len());
    (location.get(..end).unwrap_or(location), location.get(end..).unwrap_or_default())
}

/// The base address where all of its variables are known.
fn server(base: &str, variables: &mut Variables) -> Option<String> {
    // An unknown host is nothing to report: it is what differs from one place to another.
    let name =
        base.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}")).filter(|name| !name.contains("{{"));
    let url = match name {
        Some(name) => variables.value(name)?,
        None => variables.resolve(base),
    };
    let url = url.trim().trim_end_matches('/');
    if url.is_empty() || url.contains("{{") {
        return None;
    }
    Some(if url.contains("://") || url.starts_with('/') { url.to_owned() } else { format!("http://{url}") })
}

/// The path as OpenAPI writes it, and its parameters: `:id`, `{{id}}` and `{id}` alike.
fn template(path: &str, url: &Value, variables: &mut Variables) -> (String, Vec<Value>) {
    let mut made = String::with_capacity(path.len());
    let mut parameters = Vec::new();
    let mut names = HashSet::new();
    let segments: Vec<&str> = path.split('/').collect();
    for (index, segment) in segments.iter().enumerate() {
        if segment.is_empty() && index + 1 < segments.len() {
            continue;
        }
        made.push('/');
        let mut rest = *segment;
        if let Some(name) = rest.strip_prefix(':') {
            let end =
                name.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-')).unwrap_or(name.len());
            let (name, behind) = name.split_at(end);
            if !name.is_empty() {
                push_parameter(name, &mut made, &mut parameters, &mut names, url, variables);
                rest = behind;
            }
        }
        while let Some(start) = rest.find('{') {
            let (before, from) = rest.split_at(start);
            made.push_str(&before.replace('}', "%7D"));
            let (open, close) = if from.starts_with("{{") { ("{{", "}}") } else { ("{", "}") };
            let inner = from.get(open.len()..).unwrap_or_default();
            let Some((name, behind)) = inner.split_once(close) else {
                // A brace that is not closed would make the path no template.
                made.push_str("%7B");
                rest = from.get(1..).unwrap_or_default();
                continue;
            };
            push_parameter(name, &mut made, &mut parameters, &mut names, url, variables);
            rest = behind;
        }
        made.push_str(&rest.replace('}', "%7D"));
    }
    if made.is_empty() {
        made.push('/');
    }
    (made, parameters)
}

fn push_parameter(
    name: &str,
    path: &mut String,
    parameters: &mut Vec<Value>,
    names: &mut HashSet<String>,
    url: &Value,
    variables: &mut Variables,
) {
    let declared = url.get("variable").and_then(Value::as_array).into_iter().flatten();
    let mut declared = declared.filter(|entry| member(entry, "key") == name || member(entry, "id") == name);
    let declared = declared.next().unwrap_or(&Value::Null);
    let value = Some(plain(declared.get("value")))
        .filter(|value| !value.is_empty())
        .map(|value| variables.resolve(&value));
    let value = value.or_else(|| variables.value(name));
    let clean: String =
        name.chars().filter(|c| !"{}/?#$".contains(*c) && !c.is_whitespace()).take(100).collect();
    let clean = if clean.is_empty() { "value".to_owned() } else { clean };
    let numbered = std::iter::once(clean.clone()).chain((2..).map(|number| format!("{clean}{number}")));
    let name = numbered.into_iter().find(|name| !names.contains(name)).unwrap_or_default();
    names.insert(name.clone());
    path.push('{');
    path.push_str(&name);
    path.push('}');
    parameters.push(parameter(&name, "path", true, description(declared), value));
}

fn query_parameter(entry: &Value, variables: &mut Variables) -> Value {
    // Switched off ones are parameters all the same: nothing in a collection says that one is required.
    let value = plain(entry.get("value"));
    let value = Some(value).filter(|value| !value.is_empty()).map(|value| variables.resolve(&value));
    parameter(member(entry, "key"), "query", false, description(entry), value)
}

/// A parameter as OpenAPI has it. Postman writes `<integer>` for a value it has only the type of.
pub(super) fn parameter(
    name: &str,
    place: &str,
    required: bool,
    description: &str,
    value: Option<String>,
) -> Value {
    let kind =
        value.as_deref().and_then(|value| value.strip_prefix('<')?.strip_suffix('>')).map(
            |kind| match kind {
                "integer" | "long" | "int" => json!({"type": "integer"}),
                "number" | "double" | "float" => json!({"type": "number"}),
                "boolean" => json!({"type": "boolean"}),
                "uuid" => json!({"type": "string", "format": "uuid"}),
                "date" => json!({"type": "string", "format": "date"}),
                "dateTime" => json!({"type": "string", "format": "date-time"}),
                _ => json!({"type": "string"}),
            },
        );
    let mut made = json!({"name": name, "in": place, "required": required});
    if !description.is_empty() {
        made["description"] = description.into();
    }
    match (kind, value) {
        (Some(schema), _) => made["schema"] = schema,
        (None, value) => {
            made["schema"] = json!({"type": "string"});
            if let Some(value) = value {
                made["example"] = value.into();
            }
        }
    }
    made
}

/// The names of parameters in a path do not tell endpoints apart.
pub(super) fn route(path: &str) -> String {
    let mut route = String::with_capacity(path.len());
    let mut inside = false;
    for character in path.chars() {
        match character {
            '{' => inside = true,
            '}' => {
                inside = false;
                route.push_str("{}");
            }
            other if !inside => route.push(other),
            _ => {}
        }
    }
    route
}

/// Whether an entry counts: a key, and not switched off.
pub(super) fn is_used(entry: &Value) -> bool {
    !member(entry, "key").is_empty() && !is_disabled(entry)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(url: &Value) -> (Option<String>, String, Vec<String>) {
        let mut variables = Variables::new();
        variables.declare(&json!({"variable": [{"key": "baseUrl", "value": "https://api.example.com/v1/"},
            {"key": "petId", "value": "7"}, {"key": "host", "value": "localhost:3000"}, {"key": "empty", "value": ""}]}));
        let Address { server, path, parameters } = read(url, &mut variables);
        let shown = parameters.iter().map(|p| {
            format!(
                "{} {} {}",
                p["in"].as_str().unwrap(),
                p["name"].as_str().unwrap(),
                p.get("example").unwrap_or(&p["schema"]["type"])
            )
        });
        (server, path, shown.collect())
    }

    #[test]
    fn addresses() {
        let base = Some("https://api.example.com/v1");
        for (url, server, path, parameters) in [
            (json!("{{baseUrl}}/pets"), base, "/pets", &[][..]),
            (json!("{{baseUrl}}pets/"), base, "/pets/", &[]),
            (json!("{{unknown}}/pets"), None, "/pets", &[]),
            (json!("{{empty}}/pets"), None, "/pets", &[]),
            (json!("{{baseUrl}}"), base, "/", &[]),
            (json!("http://{{host}}/a//b"), Some("http://localhost:3000"), "/a/b", &[]),
            (json!("{{host}}/a"), Some("http://localhost:3000"), "/a", &[]),
            (json!("{{sub}}.example.com/a"), None, "/a", &[]),
            (
                json!("https://example.com:8080/a/:id/b?x=1&y=&&=z#top"),
                Some("https://example.com:8080"),
                "/a/{id}/b",
                &["path id \"string\"", "query x \"1\"", "query y \"string\""],
            ),
            (
                json!("/a/{{petId}}/{{petId}}"),
                None,
                "/a/{petId}/{petId2}",
                &["path petId \"7\"", "path petId2 \"7\""],
            ),
            (
                json!("example.com/{id}/x{{$guid}}.json"),
                Some("http://example.com"),
                "/{id}/x{guid}.json",
                &["path id \"string\"", "path guid \"string\""],
            ),
            (
                json!("/users/:id:cancel/:/a}b{c"),
                None,
                "/users/{id}:cancel/:/a%7Db%7Bc",
                &["path id \"string\""],
            ),
            (json!(""), None, "/", &[]),
            (json!(null), None, "/", &[]),
            (
                json!({"raw": "{{baseUrl}}/old", "host": ["{{baseUrl}}"], "path": ["pets", ":id", ""],
                "query": [{"key": "limit", "value": "10", "disabled": true}, {"key": null}, {"key": "kind", "value": "<integer>"}],
                "variable": [{"key": "id", "value": "{{petId}}"}]}),
                base,
                "/pets/{id}/",
                &["path id \"7\"", "query limit \"10\"", "query kind \"integer\""],
            ),
            (
                json!({"protocol": "https", "host": "example.com", "port": "81", "path": "/a/b"}),
                Some("https://example.com:81"),
                "/a/b",
                &[],
            ),
            (json!({"raw": "{{baseUrl}}/raw?z=2"}), base, "/raw", &["query z \"2\""]),
            (json!({"path": ["only", {"type": "string", "value": "path"}]}), None, "/only/path", &[]),
            (json!({"host": {"a": 1}, "path": 5}), None, "/", &[]),
        ] {
            let (found_server, found_path, found) = address(&url);
            assert_eq!((found_server.as_deref(), found_path.as_str()), (server, path), "{url}");
            assert_eq!(found, parameters, "{url}");
        }
    }

    #[test]
    fn routes_forget_names() {
        assert_eq!(route("/a/{id}/{x}.{y}"), "/a/{}/{}.{}");
    }
}
