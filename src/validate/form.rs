//! The fields of a form: coerced by the schema of the form, or each by a schema of its own.

use super::coerce::Coercer;
use super::pairs::{Coding, Pair, Sent, pairs_of};
use super::parameters::Values;
use super::rules::{FieldRule, MediaRule, RequestRules};
use super::styles::{Raw, Want, deep, of_pairs};
use super::violation::Violation;
use crate::request::{FormField, MAX_QUERY_PARAMETERS};
use crate::respond::{Kind, base_of};
use crate::schema::{Direction, SchemaId, find_all};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// One field as it was sent.
struct Part<'r> {
    pair: Pair<'r>,
    content_type: Option<&'r str>,
}

impl RequestRules {
    /// What is wrong with an urlencoded form.
    pub(super) fn check_urlencoded(&self, media: &MediaRule, text: &str, found: &mut Vec<Violation>) {
        let parts =
            pairs_of(text, MAX_QUERY_PARAMETERS).into_iter().map(|pair| Part { pair, content_type: None });
        self.check_form(media, &parts.collect::<Vec<_>>(), found);
    }

    /// What is wrong with a multipart form.
    pub(super) fn check_multipart(
        &self,
        media: &MediaRule,
        fields: &[FormField],
        found: &mut Vec<Violation>,
    ) {
        // The length of a file is what its schema can bound, so that a byte is a character.
        let bytes = |field: &FormField| field.value.iter().map(|byte| char::from(*byte)).collect::<String>();
        let texts: Vec<Cow<'_, str>> = fields
            .iter()
            .map(|field| match field.text().filter(|_| field.file_name.is_none()) {
                Some(text) => Cow::Borrowed(text),
                None => Cow::Owned(bytes(field)),
            })
            .collect();
        let parts: Vec<Part<'_>> = fields
            .iter()
            .zip(&texts)
            .map(|(field, text)| Part {
                pair: Pair {
                    name: Cow::Borrowed(&field.name),
                    value: Sent { raw: text, coding: Coding::Plain },
                },
                content_type: field.content_type.as_deref(),
            })
            .collect();
        self.check_form(media, &parts, found);
    }

    fn check_form(&self, media: &MediaRule, parts: &[Part<'_>], found: &mut Vec<Violation>) {
        check_part_types(&media.fields, parts, found);
        let pairs: Vec<Pair<'_>> = parts.iter().map(|part| part.pair.clone()).collect();
        let fields = Fields { parts, pairs, coercer: Coercer::new(&self.checks) };
        match media.schema {
            Some(schema) => self.check_object(media, schema, &fields, found),
            None => self.check_fields(&media.fields, &fields, found),
        }
    }

    /// Fields that are properties of one schema.
    fn check_object(
        &self,
        media: &MediaRule,
        schema: SchemaId,
        fields: &Fields<'_, '_>,
        found: &mut Vec<Violation>,
    ) {
        let schemas = [schema];
        let (names, _) = fields.coercer.properties(&schemas);
        let mut object = Map::new();
        for name in &names {
            let rule = media.fields.iter().find(|field| field.name == *name);
            if let Some(value) = property(&schemas, name, rule, fields, found) {
                object.insert(name.to_string(), value);
            }
        }
        for pair in &fields.pairs {
            let name = &*pair.name;
            // `a[b]` was read as a part of `a`.
            let base = name.split_once('[').map_or(name, |(base, _)| base);
            if !object.contains_key(name) && object.get(base).is_none_or(Value::is_string) {
                let rule = media.fields.iter().find(|field| *field.name == *name);
                if let Some(value) = property(&schemas, name, rule, fields, found) {
                    object.insert(name.to_owned(), value);
                }
            }
        }
        let limit = super::MAX_VIOLATIONS;
        let wrong = find_all(&self.checks, &schemas, Direction::Request, &Value::Object(object), limit);
        found.extend(wrong.iter().map(|finding| Violation::in_body("", finding)));
    }

    /// Fields with a schema each: the `formData` parameters of Swagger 2.0.
    fn check_fields(&self, rules: &[FieldRule], fields: &Fields<'_, '_>, found: &mut Vec<Violation>) {
        for rule in rules {
            let schemas: Vec<SchemaId> = rule.schema.into_iter().collect();
            let pointer = pointer(&rule.name);
            match fields.read(&rule.name, Some(rule), &schemas) {
                Ok(Values::Absent) if rule.required => {
                    found.push(Violation::body(&pointer, "required", "is missing"));
                }
                Ok(Values::Fitting(_) | Values::Absent) => {}
                Ok(_) if rule.allow_empty && fields.is_empty(&rule.name) => {}
                Ok(Values::Unreadable) => {
                    found.push(Violation::body(&pointer, "style", "is not written as its style demands"));
                }
                Ok(Values::Nearest(value)) => {
                    let limit = super::MAX_VIOLATIONS;
                    let wrong = find_all(&self.checks, &schemas, Direction::Request, &value, limit);
                    found.extend(wrong.iter().map(|finding| Violation::in_body(&pointer, finding)));
                }
                Err(message) => found.push(Violation::body(&pointer, "content", message)),
            }
        }
    }
}

/// The value of a property; `None` where it was not sent.
fn property(
    schemas: &[SchemaId],
    name: &str,
    rule: Option<&FieldRule>,
    fields: &Fields<'_, '_>,
    found: &mut Vec<Violation>,
) -> Option<Value> {
    let mut nearest = None;
    for schemas in fields.coercer.member_schemas(schemas, name) {
        match fields.read(name, rule, &schemas) {
            Ok(Values::Fitting(value)) => return Some(value),
            Ok(Values::Nearest(value)) => nearest = nearest.or(Some(value)),
            Ok(Values::Absent | Values::Unreadable) => {}
            Err(message) => {
                found.push(Violation::body(&pointer(name), "content", message));
                return Some(Value::Null);
            }
        }
    }
    nearest
}

/// The fields of one form.
struct Fields<'p, 'r> {
    parts: &'p [Part<'r>],
    pairs: Vec<Pair<'r>>,
    coercer: Coercer<'p>,
}

impl Fields<'_, '_> {
    /// The value of a field.
    ///
    /// # Errors
    /// A message where a part calls itself JSON and is none.
    fn read(&self, name: &str, rule: Option<&FieldRule>, schemas: &[SchemaId]) -> Result<Values, String> {
        let json = self.json_parts(name)?;
        let styling = rule.and_then(|rule| rule.styling.as_ref());
        Ok(Values::read(&self.coercer, schemas, |want| match (&json[..], styling) {
            ([], Some(styling)) => of_pairs(&self.pairs, name, styling, want, &|_| false),
            ([], None) => unstyled(&self.pairs, name, want),
            ([only], _) if want != Want::Array => Some(vec![Raw::Json(only.clone())]),
            ([only], _) => Some(vec![Raw::Json(only.clone()), Raw::List(vec![Raw::Json(only.clone())])]),
            (many, _) => Some(vec![Raw::List(many.iter().cloned().map(Raw::Json).collect())]),
        }))
    }

    /// The parts of a name that call themselves JSON.
    fn json_parts(&self, name: &str) -> Result<Vec<Value>, String> {
        let is_json = |part: &&Part<'_>| part.content_type.is_some_and(|kind| Kind::of(kind) == Kind::Json);
        let parts = self.parts.iter().filter(|part| part.pair.name == name).filter(is_json);
        parts
            .map(|part| {
                serde_json::from_str(part.pair.value.raw).map_err(|error| format!("must be JSON: {error}"))
            })
            .collect()
    }

    fn is_empty(&self, name: &str) -> bool {
        self.pairs.iter().filter(|pair| pair.name == name).all(|pair| pair.value.raw.is_empty())
    }
}

/// Parts whose type is none of those that `encoding` lists.
fn check_part_types(rules: &[FieldRule], parts: &[Part<'_>], found: &mut Vec<Violation>) {
    for rule in rules.iter().filter(|rule| !rule.media_types.is_empty()) {
        for part in parts.iter().filter(|part| part.pair.name == *rule.name) {
            let Some(sent) = part.content_type.map(|kind| base_of(kind).to_ascii_lowercase()) else {
                continue;
            };
            if !rule.media_types.iter().any(|range| covers(range, &sent)) {
                let message = format!("must have the type {}, has {sent}", rule.media_types.join(" or "));
                found.push(Violation::body(&pointer(&rule.name), "contentType", message));
            }
        }
    }
}

/// Whether a media range covers a media type; both in small letters and without parameters.
pub(super) fn covers(range: &str, media_type: &str) -> bool {
    range == "*/*"
        || range == media_type
        || range.strip_suffix('*').is_some_and(|main| main.ends_with('/') && media_type.starts_with(main))
}

fn pointer(name: &str) -> String {
    crate::import::member("", name)
}

/// The ways to read a field that the document gives no style.
fn unstyled(pairs: &[Pair<'_>], name: &str, want: Want) -> Option<Vec<Raw>> {
    let values: Vec<String> =
        pairs.iter().filter(|pair| pair.name == name).map(|pair| pair.value.decoded()).collect();
    let json_of = |text: &String| -> Option<Value> {
        text.trim_start().starts_with(['{', '[']).then(|| serde_json::from_str(text).ok())?
    };
    let json: Option<Vec<Value>> = values.iter().map(json_of).collect();
    let json = json.filter(|json| !json.is_empty());
    let mut raws = Vec::new();
    match want {
        Want::Scalar => raws.extend(values.first().cloned().map(Raw::Text)),
        Want::Array => {
            raws.extend(
                json.as_ref()
                    .filter(|json| json.len() == 1)
                    .and_then(|json| json.first().cloned())
                    .map(Raw::Json),
            );
            raws.extend(json.map(|json| Raw::List(json.into_iter().map(Raw::Json).collect())));
            raws.extend(
                deep(pairs, name)
                    .map(|raw| if matches!(raw, Raw::Text(_)) { Raw::List(vec![raw]) } else { raw }),
            );
            if !values.is_empty() {
                raws.push(Raw::List(values.into_iter().map(Raw::Text).collect()));
            }
        }
        Want::Object => {
            raws.extend(json.and_then(|json| json.into_iter().next()).map(Raw::Json));
            raws.extend(deep(pairs, name));
            raws.extend(values.into_iter().next().map(Raw::Text));
        }
    }
    (!raws.is_empty()).then_some(raws)
}
