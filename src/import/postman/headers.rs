//! Lists of headers: entries, or text as it goes over the wire.

use serde_json::Value;

use super::address::is_used;
use super::text::{description, member, plain};

/// One header.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) description: String,
    pub(super) used: bool,
}

/// Reads a list of headers.
pub(super) fn read(value: Option<&Value>) -> Vec<Header> {
    let header = |name: &str, value: String, description: &str, used: bool| Header {
        name: name.trim().to_owned(),
        value: value.trim().to_owned(),
        description: description.to_owned(),
        used,
    };
    let headers: Vec<Header> = match value {
        Some(Value::Array(entries)) => entries
            .iter()
            .filter_map(|entry| match entry {
                Value::String(line) => {
                    line.split_once(':').map(|(name, value)| header(name, value.to_owned(), "", true))
                }
                _ => Some(header(
                    member(entry, "key"),
                    plain(entry.get("value")),
                    description(entry),
                    is_used(entry),
                )),
            })
            .collect(),
        Some(Value::String(text)) => {
            let lines = text.lines().filter_map(|line| line.split_once(':'));
            lines.map(|(name, value)| header(name, value.to_owned(), "", true)).collect()
        }
        _ => Vec::new(),
    };
    headers.into_iter().filter(|header| crate::import::responses::is_token(&header.name)).collect()
}

/// The value of a header, whatever its case.
pub(super) fn value<'a>(headers: &'a [Header], name: &str) -> Option<&'a str> {
    let mut found = headers.iter().filter(|header| header.used && header.name.eq_ignore_ascii_case(name));
    found.next().map(|header| header.value.as_str())
}

/// Headers that belong to the transport, or that other parts of a description stand for.
pub(super) fn is_of_transport(name: &str) -> bool {
    const NAMES: [&str; 30] = [
        "accept",
        "accept-encoding",
        "accept-language",
        "accept-ranges",
        "access-control-allow-origin",
        "age",
        "alt-svc",
        "authorization",
        "cache-control",
        "connection",
        "content-encoding",
        "content-length",
        "content-type",
        "cookie",
        "date",
        "etag",
        "expires",
        "host",
        "keep-alive",
        "last-modified",
        "origin",
        "postman-token",
        "pragma",
        "server",
        "set-cookie",
        "transfer-encoding",
        "user-agent",
        "vary",
        "via",
        "x-powered-by",
    ];
    NAMES.contains(&name.to_ascii_lowercase().as_str())
}

/// The media type of a `Content-Type`, without parameters.
pub(super) fn media_type(content_type: &str) -> Option<String> {
    let base = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let (kind, rest) = base.split_once('/')?;
    (crate::import::responses::is_token(kind) && crate::import::responses::is_token(rest)).then_some(base)
}

/// Whether bodies of a media type are JSON.
pub(super) fn is_json(media_type: &str) -> bool {
    media_type.ends_with("/json") || media_type.ends_with("+json")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn both_forms() {
        let list =
            read(Some(&json!([{"key": " X-A ", "value": 5}, {"key": "X-B", "value": "2", "disabled": true},
            {"key": "bad name"}, {"key": null}, "X-C: 3", 7, null])));
        let shown: Vec<_> = list.iter().map(|h| (h.name.as_str(), h.value.as_str(), h.used)).collect();
        assert_eq!(shown, [("X-A", "5", true), ("X-B", "2", false), ("X-C", "3", true)]);
        let text = read(Some(&json!("Content-Type: application/json; charset=utf-8\r\nX-A: b:c\nodd")));
        assert_eq!(text.len(), 2);
        assert_eq!(value(&text, "content-type").and_then(media_type).as_deref(), Some("application/json"));
        assert_eq!(value(&list, "x-b"), None);
        assert_eq!(read(Some(&json!(5))), []);
        for odd in ["", "json", "a/b/c", "text/ html"] {
            assert_eq!(media_type(odd), None, "{odd}");
        }
    }
}
