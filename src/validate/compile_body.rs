//! What an operation demands of bodies: `requestBody` of OpenAPI 3, `in: body` and `in: formData` of Swagger 2.0.

use super::compile::{Located, Reader, collection, explodes, is_true, style};
use super::rules::{BodyRule, FieldRule, MediaRule, Place, Styling};
use crate::import::{follow, member};
use crate::respond::{Kind, base_of};
use serde_json::Value;

/// Media types of one body beyond this number are passed over.
const MAX_MEDIA_TYPES: usize = 100;
/// Form fields with rules of their own beyond this number are passed over.
const MAX_FIELDS: usize = 500;

/// The rules for the body of an operation at `at`; `None` where it declares none.
pub(super) fn body<'d>(
    reader: &mut Reader<'_, '_, 'd>,
    at: &str,
    operation: &'d Value,
    parameters: &[Located<'d>],
) -> Option<BodyRule> {
    if reader.swagger {
        return swagger_body(reader, operation, parameters);
    }
    let (at, declared) = reader.open(at, operation, "requestBody")?;
    let mut rule = BodyRule { required: is_true(declared, "required"), media: Vec::new() };
    let Some((at, Value::Object(content))) = reader.open(&at, declared, "content") else { return Some(rule) };
    for (media_type, media) in
        content.iter().filter(|(name, _)| !name.starts_with("x-")).take(MAX_MEDIA_TYPES)
    {
        let Ok((at, media)) = follow(reader.root, member(&at, media_type), media) else { continue };
        rule.media.push(MediaRule {
            range: range_of(media_type),
            schema: reader.schema(&member(&at, "schema")),
            fields: encoded_fields(media),
        });
    }
    Some(rule)
}

/// A media type as it is compared.
fn range_of(media_type: &str) -> Box<str> {
    match &*base_of(media_type).to_ascii_lowercase() {
        "" | "*" => "*/*".into(),
        base => base.into(),
    }
}

/// What `encoding` says of the fields of a form.
fn encoded_fields(media: &Value) -> Vec<FieldRule> {
    let encodings = media.get("encoding").and_then(Value::as_object);
    let field = |(name, encoding): (&String, &Value)| {
        let written = ["style", "explode", "allowReserved"].iter().any(|name| encoding.get(name).is_some());
        let named = encoding.get("style").and_then(Value::as_str).and_then(style);
        let style = named.unwrap_or(super::rules::Style::Form);
        let types = encoding.get("contentType").and_then(Value::as_str).unwrap_or_default();
        let types = types.split(',').map(range_of).filter(|range| &**range != "*/*").collect();
        FieldRule {
            name: name.as_str().into(),
            required: false,
            allow_empty: false,
            styling: written.then(|| Styling::new(style, explodes(encoding, style))),
            media_types: types,
            schema: None,
        }
    };
    encodings.into_iter().flatten().take(MAX_FIELDS).map(field).collect()
}

fn swagger_body<'d>(
    reader: &mut Reader<'_, '_, 'd>,
    operation: &'d Value,
    parameters: &[Located<'d>],
) -> Option<BodyRule> {
    let consumes = |owner: &Value| -> Option<Vec<Box<str>>> {
        let types = owner.get("consumes")?.as_array()?.iter().filter_map(Value::as_str);
        Some(types.take(MAX_MEDIA_TYPES).map(range_of).collect())
    };
    let mut ranges = consumes(operation).or_else(|| consumes(reader.root)).unwrap_or_default();
    let is_in = |object: &Value, place: &str| object.get("in").and_then(Value::as_str) == Some(place);
    if let Some((at, parameter)) = parameters.iter().find(|(_, parameter)| is_in(parameter, "body")) {
        let schema = reader.schema(&member(at, "schema"));
        if ranges.is_empty() {
            ranges.push("*/*".into());
        }
        let media = ranges.into_iter().map(|range| MediaRule { range, schema, fields: Vec::new() });
        return Some(BodyRule { required: is_true(parameter, "required"), media: media.collect() });
    }
    let mut fields = Vec::new();
    for (at, object) in
        parameters.iter().filter(|(_, parameter)| is_in(parameter, "formData")).take(MAX_FIELDS)
    {
        let Some(name) = object.get("name").and_then(Value::as_str) else { continue };
        fields.push(FieldRule {
            name: name.into(),
            required: is_true(object, "required"),
            allow_empty: is_true(object, "allowEmptyValue"),
            styling: Some(collection(Place::Query, object)),
            media_types: Vec::new(),
            schema: reader.schema(at),
        });
    }
    if fields.is_empty() {
        return None;
    }
    // Only these two carry form fields, whatever else the document says it consumes.
    ranges.retain(|range| matches!(Kind::of(range), Kind::Form | Kind::Multipart));
    if ranges.is_empty() {
        ranges = vec!["application/x-www-form-urlencoded".into(), "multipart/form-data".into()];
    }
    let required = fields.iter().any(|field| field.required);
    let media = ranges.into_iter().map(|range| MediaRule { range, schema: None, fields: fields.clone() });
    Some(BodyRule { required, media: media.collect() })
}
