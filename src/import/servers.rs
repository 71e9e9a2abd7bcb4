//! The base path that a document's server adds to its paths.

use serde_json::Value;

use super::reference::reference_of;
use crate::schema::Dialect;

/// The path of the first server without a slash at its end, `/v1`; empty when there is none. Swagger 2.0 has it as
/// `basePath`. Variables take their defaults.
pub(super) fn base_path(root: &Value, dialect: Dialect) -> String {
    if dialect == Dialect::OpenApi20 {
        return root.get("basePath").and_then(Value::as_str).map(normal).unwrap_or_default();
    }
    let server = root.get("servers").and_then(Value::as_array).and_then(|servers| servers.first());
    let Some(server) = server.filter(|server| reference_of(server).is_none()) else { return String::new() };
    let url = server.get("url").and_then(Value::as_str).unwrap_or_default();
    // Variables first: a whole host and path may be one.
    let url = with_defaults(url, server.get("variables").unwrap_or(&Value::Null));
    let path = match url.split_once("://").map(|(_, rest)| rest).or_else(|| url.strip_prefix("//")) {
        Some(rest) => rest.find(['/', '?', '#']).and_then(|start| rest.get(start..)).unwrap_or_default(),
        None => &url,
    };
    normal(path)
}

fn with_defaults(url: &str, variables: &Value) -> String {
    let mut text = String::with_capacity(url.len());
    let mut rest = url;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            rest = after;
            break;
        };
        match variables.get(name).and_then(|variable| variable.get("default")) {
            Some(Value::String(default)) => text.push_str(default),
            Some(Value::Number(default)) => text.push_str(&default.to_string()),
            _ => text.push_str(name),
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

fn normal(path: &str) -> String {
    let path = path.split(['?', '#']).next().unwrap_or_default().trim();
    let segments: Vec<_> = path.split('/').filter(|segment| !segment.is_empty() && *segment != ".").collect();
    segments.iter().flat_map(|segment| ["/", segment]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn servers() {
        for (url, path) in [
            ("https://api.example.com/v1/", "/v1"),
            ("https://api.example.com", ""),
            ("https://api.example.com?x=/y", ""),
            ("//api.example.com/v2", "/v2"),
            ("/", ""),
            ("/v1/shop", "/v1/shop"),
            ("v1", "/v1"),
            ("./v1", "/v1"),
            ("{scheme}://{host}/{version}/x", "/2/x"),
            ("{base}/pets", "/api/pets"),
            ("https://{region}.example.com/{stage}", "/stage"),
            ("https://example.com/{open", "/open"),
            ("", ""),
        ] {
            let root = json!({"servers": [{"url": url, "variables": {"scheme": {"default": "https"},
                "host": {"default": "example.com"}, "version": {"default": 2},
                "base": {"default": "https://example.com/api"}, "region": {}}}, {"url": "/other"}]});
            assert_eq!(base_path(&root, Dialect::OpenApi31), path, "{url}");
        }
        for root in [
            json!({}),
            json!({"servers": []}),
            json!({"servers": [null]}),
            json!({"servers": {"url": "/v1"}}),
        ] {
            assert_eq!(base_path(&root, Dialect::OpenApi30), "", "{root}");
        }
        assert_eq!(base_path(&json!({"basePath": "/v1/", "servers": 3}), Dialect::OpenApi20), "/v1");
        assert_eq!(base_path(&json!({"basePath": 1}), Dialect::OpenApi20), "");
    }
}
