//! Bodies: what the engine generates is JSON; every other media type is made from it.

mod samples;
mod stream;
mod text;
mod xml;

use crate::generate::{Context, generate};
use crate::release::{RecordBody, RecordExample};
use crate::schema::Plan;
use serde_json::Value;
use std::borrow::Cow;

/// How a body of some media type is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// JSON in all its names.
    Json,
    /// One JSON text per line.
    JsonLines,
    /// RFC 7464: every JSON text behind a record separator.
    JsonSequence,
    /// `text/event-stream`.
    EventStream,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/…`.
    Multipart,
    /// XML in all its names but SVG.
    Xml,
    /// A string as it is.
    Text,
    /// A file of this kind, or bytes.
    Binary(Option<&'static [u8]>),
}

/// The boundary of generated multipart bodies.
const BOUNDARY: &str = "edgemock-boundary";

/// A media type without its parameters.
pub(crate) fn base_of(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

impl Kind {
    /// The kind that a media type belongs to.
    pub(crate) fn of(media_type: &str) -> Self {
        let base = base_of(media_type);
        if base == "application/json" {
            return Self::Json;
        }
        let base = base.to_ascii_lowercase();
        let (main, sub) = base.split_once('/').unwrap_or((&base, ""));
        if let Some(sample) = samples::of(&base) {
            return Self::Binary(Some(sample));
        }
        match (main, sub) {
            (_, "x-ndjson" | "ndjson" | "jsonl" | "x-jsonl" | "jsonlines" | "x-jsonlines" | "json-lines") => {
                Self::JsonLines
            }
            (_, "json-seq" | "geo+json-seq") => Self::JsonSequence,
            ("text", "event-stream") => Self::EventStream,
            (_, "x-www-form-urlencoded") => Self::Form,
            ("multipart", _) => Self::Multipart,
            (_, sub) if sub.contains("json") => Self::Json,
            (_, "xml" | "xml-external-parsed-entity") => Self::Xml,
            (_, sub) if sub.ends_with("+xml") => Self::Xml,
            ("text" | "message", _) => Self::Text,
            // YAML 1.2 contains JSON: a structure is written as JSON text.
            (_, sub) if sub.contains("yaml") => Self::Text,
            (
                "application",
                "javascript"
                | "x-javascript"
                | "ecmascript"
                | "graphql"
                | "sql"
                | "toml"
                | "jwt"
                | "x-sh"
                | "csv"
                | "x-pem-file"
                | "pem-certificate-chain"
                | "rtf"
                | "x-tex"
                | "jose"
                | "openmetrics-text",
            ) => Self::Text,
            _ => Self::Binary(None),
        }
    }

    /// Completes a content type: the encoding of texts, the boundary of multipart.
    pub(super) fn with_charset(self, content_type: Cow<'static, str>) -> Cow<'static, str> {
        let has = |name: &str| content_type.to_ascii_lowercase().contains(name);
        match self {
            Self::Text | Self::Xml if !has("charset=") => {
                Cow::Owned(format!("{content_type}; charset=utf-8"))
            }
            Self::Multipart => Cow::Owned(format!("{}; boundary={BOUNDARY}", base_of(&content_type))),
            _ => content_type,
        }
    }
}

/// Appends a body to `out`. Returns whether it is known to satisfy its schema.
pub(super) fn write(
    plan: &Plan,
    media: &RecordBody,
    kind: Kind,
    context: &Context<'_>,
    out: &mut Vec<u8>,
) -> bool {
    let start = out.len();
    let value = |context: &Context<'_>, out: &mut Vec<u8>| {
        if let Some(root) = media.root {
            return generate(plan, root, context, out).valid;
        }
        // The plainest value.
        let text = matches!(kind, Kind::Text | Kind::Binary(_));
        out.extend_from_slice(if text { b"\"mock\"" } else { b"{}" });
        true
    };
    match kind {
        Kind::Json => return value(context, out),
        Kind::Binary(Some(sample)) => {
            out.extend_from_slice(sample);
            return true;
        }
        Kind::JsonLines | Kind::JsonSequence | Kind::EventStream => {
            return stream::write(kind, context, out, value);
        }
        _ => {}
    }
    let valid = value(context, out);
    convert(kind, context, start, out);
    valid
}

/// As [`write`], with a change of the value before it takes the form of its media type.
pub(super) fn write_edited(
    plan: &Plan,
    media: &RecordBody,
    kind: Kind,
    context: &Context<'_>,
    out: &mut Vec<u8>,
    edit: impl FnOnce(&mut Value),
) -> bool {
    let mut json = Vec::new();
    let valid = media.root.is_none_or(|root| generate(plan, root, context, &mut json).valid);
    // Beyond the depth that serde_json reads, nothing can be set.
    let mut value = serde_json::from_slice(&json).unwrap_or_else(|_| Value::Object(serde_json::Map::new()));
    edit(&mut value);
    let text = value.to_string();
    if matches!(kind, Kind::JsonLines | Kind::JsonSequence | Kind::EventStream) {
        stream::write_once(kind, text.as_bytes(), out);
    } else {
        let start = out.len();
        out.extend_from_slice(text.as_bytes());
        convert(kind, context, start, out);
    }
    valid
}

/// Appends an example. Returns whether it fits its schema.
pub(super) fn write_example(
    example: &RecordExample,
    kind: Kind,
    context: &Context<'_>,
    out: &mut Vec<u8>,
) -> bool {
    let start = out.len();
    if let Kind::Binary(Some(sample)) = kind {
        out.extend_from_slice(sample);
        return true;
    }
    // Of what is not JSON, a string is the body as it is sent.
    let as_sent = match kind {
        Kind::Json | Kind::Multipart | Kind::Binary(_) => None,
        _ => serde_json::from_str::<String>(&example.value).ok(),
    };
    match (kind, as_sent) {
        (Kind::Xml, Some(text)) if !xml::is_document(&text) => {
            out.extend_from_slice(example.value.as_bytes());
            convert(kind, context, start, out);
        }
        (_, Some(text)) => out.extend_from_slice(text.as_bytes()),
        (Kind::JsonLines | Kind::JsonSequence | Kind::EventStream, None) => {
            stream::write_once(kind, example.value.as_bytes(), out);
        }
        (_, None) => {
            out.extend_from_slice(example.value.as_bytes());
            convert(kind, context, start, out);
        }
    }
    example.sound
}

/// Makes what a media type wants of the JSON text that begins at `start`.
fn convert(kind: Kind, context: &Context<'_>, start: usize, out: &mut Vec<u8>) {
    if kind == Kind::Json {
        return;
    }
    // Beyond the depth that serde_json reads, the JSON text stays where text is possible.
    let parsed = out.get(start..).and_then(|json| serde_json::from_slice::<Value>(json).ok());
    let Some(parsed) = parsed else { return };
    match kind {
        Kind::Xml => rewrite(out, start, |out| xml::write(&parsed, out)),
        Kind::Form => rewrite(out, start, |out| text::form(&parsed, out)),
        Kind::Multipart => rewrite(out, start, |out| text::multipart(&parsed, BOUNDARY, out)),
        Kind::Text => {
            if let Value::String(text) = parsed {
                rewrite(out, start, |out| out.extend_from_slice(text.as_bytes()));
            }
        }
        // A structure under a binary type is of more use as it is; a string stands for a file.
        _ if parsed.is_object() || parsed.is_array() => {}
        _ => rewrite(out, start, |out| samples::bytes(context.seed, out)),
    }
}

fn rewrite(out: &mut Vec<u8>, start: usize, write: impl FnOnce(&mut Vec<u8>)) {
    out.truncate(start);
    write(out);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Dialect, Direction, Limits, PlanBuilder, Source};
    use serde_json::json;

    #[test]
    fn knows_media_types() {
        let png = samples::of("image/png");
        let cases = [
            ("application/json", Kind::Json),
            ("Application/JSON; charset=utf-8", Kind::Json),
            ("application/vnd.api+json", Kind::Json),
            ("application/vnd.github.v3+json; charset=utf-8", Kind::Json),
            ("application/problem+json", Kind::Json),
            ("text/json", Kind::Json),
            ("application/x-ndjson", Kind::JsonLines),
            ("application/jsonl", Kind::JsonLines),
            ("application/json-seq", Kind::JsonSequence),
            ("text/event-stream", Kind::EventStream),
            ("application/x-www-form-urlencoded", Kind::Form),
            ("multipart/form-data", Kind::Multipart),
            ("application/xml", Kind::Xml),
            ("text/xml; charset=iso-8859-1", Kind::Xml),
            ("application/atom+xml", Kind::Xml),
            ("image/svg+xml", Kind::Binary(samples::of("image/svg+xml"))),
            ("text/html", Kind::Text),
            ("text/csv", Kind::Text),
            ("application/yaml", Kind::Text),
            ("application/vnd.oai.openapi+yaml", Kind::Text),
            ("application/javascript", Kind::Text),
            ("image/PNG", Kind::Binary(png)),
            ("application/octet-stream", Kind::Binary(None)),
            ("video/mp4", Kind::Binary(None)),
            ("application/vnd.ms-excel", Kind::Binary(None)),
        ];
        for (media_type, kind) in cases {
            assert_eq!(Kind::of(media_type), kind, "{media_type}");
        }
    }

    #[test]
    fn completes_content_types() {
        let cases = [
            ("application/json", "application/json"),
            ("text/plain", "text/plain; charset=utf-8"),
            ("text/html; Charset=latin1", "text/html; Charset=latin1"),
            ("application/xml", "application/xml; charset=utf-8"),
            ("text/event-stream", "text/event-stream"),
            ("multipart/mixed; boundary=x", "multipart/mixed; boundary=edgemock-boundary"),
            ("image/png", "image/png"),
        ];
        for (given, expected) in cases {
            assert_eq!(Kind::of(given).with_charset(Cow::Owned(given.to_owned())), expected);
        }
    }

    /// The body that a media type makes of one JSON value.
    fn body(media_type: &str, schema_allows: &Value) -> Vec<u8> {
        let document = json!({"s": {"const": schema_allows}});
        let source = Source::new(&document, Dialect::OpenApi31);
        let mut builder = PlanBuilder::new(&source, Direction::Response, Limits::default());
        let root = builder.root("/s");
        let plan = builder.finish().plan;
        let media = RecordBody { media_type: media_type.into(), root: Some(root), examples: vec![] };
        let mut out = b"before".to_vec();
        write(&plan, &media, Kind::of(media_type), &Context::new(3), &mut out);
        out.strip_prefix(b"before").unwrap().to_vec()
    }

    #[test]
    fn generated_bodies_take_the_form_of_their_media_type() {
        assert!(serde_json::from_slice::<Value>(&body("application/hal+json", &json!({"a": 1}))).is_ok());
        assert!(body("application/xml", &json!({"a": 1})).starts_with(b"<?xml"));
        assert!(body("image/png", &json!("x")).starts_with(b"\x89PNG"));
        assert_eq!(body("application/octet-stream", &json!("x")).len(), 256);
        assert!(body("text/event-stream", &json!(5)).starts_with(b"data: "));
        assert!(body("application/x-ndjson", &json!(5)).ends_with(b"\n"));
        assert!(body("multipart/mixed", &json!({"a": 1})).starts_with(b"--edgemock-boundary\r\n"));
        assert!(!body("text/plain", &json!("x")).is_empty());
    }

    #[test]
    fn examples_take_the_form_of_their_media_type() {
        const WRAPPED: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><root>&lt;a&gt;</root>";
        let cases = [
            ("application/json", "{\"a\": 1}", "{\"a\": 1}"),
            ("application/json", "\"7\"", "\"7\""),
            ("text/plain", "\"hello\"", "hello"),
            ("text/html", "\"<b>x</b>\"", "<b>x</b>"),
            ("application/yaml", "{\"a\":1}", "{\"a\":1}"),
            ("application/xml", "\"<a/>\"", "<a/>"),
            ("application/xml", "\"<a>\"", WRAPPED),
            ("application/x-www-form-urlencoded", "{\"a\":\"b c\"}", "a=b+c"),
            ("application/x-www-form-urlencoded", "\"a=b+c\"", "a=b+c"),
            ("application/x-ndjson", "[1,2]", "1\n2\n"),
            ("application/x-ndjson", "{\"a\":1}", "{\"a\":1}\n"),
            ("application/x-ndjson", "\"{}\\n{}\\n\"", "{}\n{}\n"),
            ("text/event-stream", "\"data: x\\n\\n\"", "data: x\n\n"),
            ("application/octet-stream", "[1]", "[1]"),
        ];
        for (media_type, value, expected) in cases {
            for sound in [true, false] {
                let example = RecordExample { name: "example".into(), value: value.into(), sound };
                let mut out = b"before".to_vec();
                assert_eq!(write_example(&example, Kind::of(media_type), &Context::new(1), &mut out), sound);
                assert_eq!(out.strip_prefix(b"before"), Some(expected.as_bytes()), "{media_type} {value}");
            }
        }
        let example = RecordExample { name: "example".into(), value: "\"x\"".into(), sound: true };
        let mut out = Vec::new();
        write_example(&example, Kind::of("image/png"), &Context::new(1), &mut out);
        assert!(out.starts_with(b"\x89PNG"));
    }

    #[test]
    fn bodies_without_schema_and_example_are_plain() {
        let cases = [
            ("application/json", "{}"),
            ("text/plain", "mock"),
            ("application/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><root/>"),
        ];
        for (media_type, expected) in cases {
            let media = RecordBody { media_type: media_type.into(), root: None, examples: vec![] };
            let mut out = Vec::new();
            assert!(write(&Plan::default(), &media, Kind::of(media_type), &Context::new(1), &mut out));
            assert_eq!(String::from_utf8(out).unwrap(), expected, "{media_type}");
        }
    }
}
