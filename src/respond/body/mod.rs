//! Bodies: what the engine generates is JSON; every other media type is made from it.

mod samples;
mod stream;
mod text;
mod xml;

use crate::generate::{Context, generate};
use crate::release::RecordBody;
use crate::schema::Plan;
use serde_json::Value;
use std::borrow::Cow;

/// How a body of some media type is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
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
pub(super) fn base_of(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

impl Kind {
    /// The kind that a media type belongs to.
    pub(super) fn of(media_type: &str) -> Self {
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
    let value = |context: &Context<'_>, out: &mut Vec<u8>| match media.root {
        Some(root) => generate(plan, root, context, out).valid,
        None => {
            out.extend_from_slice(without_schema(media, kind).as_bytes());
            true
        }
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
    // Beyond the depth that serde_json reads, the JSON text stays where text is possible.
    let parsed = out.get(start..).and_then(|json| serde_json::from_slice::<Value>(json).ok());
    let Some(parsed) = parsed else { return valid };
    match kind {
        Kind::Xml if media.root.is_none() && parsed.as_str().is_some_and(xml::is_document) => {
            rewrite(out, start, |out| out.extend_from_slice(text::plain(&parsed).as_bytes()));
        }
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
    valid
}

fn rewrite(out: &mut Vec<u8>, start: usize, write: impl FnOnce(&mut Vec<u8>)) {
    out.truncate(start);
    write(out);
}

/// The JSON text of a body without a schema: its first example, else an empty object.
fn without_schema(media: &RecordBody, kind: Kind) -> Cow<'_, str> {
    let Some((_, example)) = media.examples.first() else { return Cow::Borrowed("{}") };
    // Documents often give JSON examples as text.
    if kind == Kind::Json
        && let Ok(Value::String(text)) = serde_json::from_str(example)
        && serde_json::from_str::<Value>(&text).is_ok_and(|inner| inner.is_object() || inner.is_array())
    {
        return Cow::Owned(text);
    }
    Cow::Borrowed(example)
}
