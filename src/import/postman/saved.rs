//! Saved responses.

use serde_json::Value;

use super::headers::{self, Header};
use super::text::{member, plain};
use crate::import::embedded::Embedded;

/// A saved response.
#[derive(Debug, PartialEq)]
pub(super) struct Saved {
    pub(super) name: String,
    /// From 100 to 599.
    pub(super) code: u16,
    /// The text of the status line.
    pub(super) status: String,
    /// None where there is no body.
    pub(super) media_type: Option<String>,
    /// The body; none where it is not text.
    pub(super) example: Option<Value>,
    pub(super) headers: Vec<Header>,
}

/// Reads a saved response.
///
/// # Errors
/// What is wrong with it.
pub(super) fn read(response: &Value, embedded: &mut Embedded) -> Result<Saved, &'static str> {
    if !response.is_object() {
        return Err("a saved response must be an object: it is left out");
    }
    let code = match response.get("code") {
        None | Some(Value::Null) => 200,
        Some(code) => plain(Some(code)).trim().parse().unwrap_or(0),
    };
    if !(100..=599).contains(&code) {
        return Err("the status of a saved response must be from 100 to 599: it is left out");
    }
    let headers = headers::read(response.get("header"));
    let body = plain(response.get("body"));
    let mut saved = Saved {
        name: member(response, "name").trim().to_owned(),
        code,
        status: plain(response.get("status")),
        media_type: None,
        example: None,
        headers,
    };
    if body.is_empty() {
        return Ok(saved);
    }
    let json = embedded.json(&body);
    let declared = headers::value(&saved.headers, "content-type").and_then(headers::media_type);
    let media_type = declared.unwrap_or_else(|| {
        let language = member(response, "_postman_previewlanguage").to_ascii_lowercase();
        let known = match language.as_str() {
            "json" => "application/json",
            "xml" => "application/xml",
            "html" => "text/html",
            "javascript" => "application/javascript",
            "csv" => "text/csv",
            _ if json.is_some() => "application/json",
            _ => "text/plain",
        };
        known.to_owned()
    });
    saved.example = if headers::is_json(&media_type) {
        Some(json.unwrap_or_else(|| body.into()))
    } else if is_text(&media_type) {
        Some(body.into())
    } else {
        // Postman keeps bytes as if they were text, which breaks them.
        None
    };
    saved.media_type = Some(media_type);
    Ok(saved)
}

fn is_text(media_type: &str) -> bool {
    let binary = ["image/", "audio/", "video/", "font/"].iter().any(|kind| media_type.starts_with(kind));
    let archive = ["octet-stream", "pdf", "zip", "gzip", "msword", "protobuf"]
        .iter()
        .any(|kind| media_type.ends_with(kind));
    !(binary && !media_type.ends_with("+xml") || archive || media_type.contains("officedocument"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn bodies() {
        for (response, code, media_type, example) in [
            (json!({}), 200, None, None),
            (json!({"code": "404", "body": ""}), 404, None, None),
            (
                json!({"code": 200, "body": "{\"a\": 1}", "header": [{"key": "Content-Type", "value": "application/json; charset=utf-8"}]}),
                200,
                Some("application/json"),
                Some(json!({"a": 1})),
            ),
            (
                json!({"body": "{\"a\": 1", "_postman_previewlanguage": "json"}),
                200,
                Some("application/json"),
                Some(json!("{\"a\": 1")),
            ),
            (
                json!({"body": "<p>", "_postman_previewlanguage": "HTML"}),
                200,
                Some("text/html"),
                Some(json!("<p>")),
            ),
            (
                json!({"body": "[1]", "_postman_previewlanguage": "Text"}),
                200,
                Some("application/json"),
                Some(json!([1])),
            ),
            (
                json!({"body": "plain", "header": "Content-Type: text/csv"}),
                200,
                Some("text/csv"),
                Some(json!("plain")),
            ),
            (
                json!({"body": "\u{fffd}PNG", "header": [{"key": "content-type", "value": "image/png"}]}),
                200,
                Some("image/png"),
                None,
            ),
            (json!({"body": {"a": 1}}), 200, Some("application/json"), Some(json!({"a": 1}))),
        ] {
            let saved = read(&response, &mut Embedded::default()).unwrap();
            assert_eq!(
                (saved.code, saved.media_type.as_deref(), saved.example),
                (code, media_type, example),
                "{response}"
            );
        }
        for response in
            [json!("text"), json!(null), json!({"code": 99}), json!({"code": "OK"}), json!({"code": 1e9})]
        {
            assert!(read(&response, &mut Embedded::default()).is_err(), "{response}");
        }
    }
}
