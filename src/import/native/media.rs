//! Media types by their full or their short name.

use serde_json::Value;

use super::value::text;

/// The media type of a body: as it is named, or by its short name (`json`, `xml`) in the member `short`.
pub(super) fn of_body<'a>(body: &'a Value, short: &str) -> &'a str {
    let full = [text(body, "mediaType"), text(body, short)].into_iter().find(|name| name.contains('/'));
    full.unwrap_or_else(|| by_short_name(text(body, short)))
}

/// The media type that a short name stands for; a full one stands for itself.
pub(super) fn by_short_name(name: &str) -> &str {
    match name {
        full if full.contains('/') => full,
        "xml" => "application/xml",
        "html" => "text/html",
        "raw" | "text" => "text/plain",
        "binary" => "application/octet-stream",
        "event-stream" => "text/event-stream",
        "form-data" | "formdata" => "multipart/form-data",
        "urlencoded" | "x-www-form-urlencoded" => "application/x-www-form-urlencoded",
        _ => "application/json",
    }
}
