//! Request bodies of 3.0 as the parameters of 2.0: one body, or the fields of a form.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::{Shared, best, lookup};
use crate::export::convert::notes::Notes;
use crate::export::convert::object::{text, texts};
use crate::export::convert::{schema2, simple};
use crate::import::{Path, is_extension};

const FORMS: [&str; 2] = ["multipart/form-data", "application/x-www-form-urlencoded"];

impl Shared {
    /// A request body as parameters, and its media types.
    pub(super) fn body(
        &self,
        body: Value,
        path: &Path<'_>,
        notes: &mut Notes<'_>,
    ) -> (Vec<String>, Vec<Value>) {
        let body = match lookup(&body, "requestBodies", &self.bodies) {
            Some(target) => {
                let Some(copy) = notes.copy(target) else {
                    notes.note(path, "too much to write out what is referred to: left out");
                    return (Vec::new(), Vec::new());
                };
                copy
            }
            None => body,
        };
        let Value::Object(mut members) = body else { return (Vec::new(), Vec::new()) };
        let content = match members.shift_remove("content") {
            Some(Value::Object(content)) => content,
            _ => Map::new(),
        };
        let is_form = |media: &String| FORMS.iter().any(|form| media.to_ascii_lowercase().starts_with(form));
        if !content.is_empty() && content.keys().all(is_form) {
            return self.form(content, path, notes);
        }
        let at = Path::Member(path, "content");
        let Some(chosen) = best(content.keys().filter(|media| !is_form(media))).cloned() else {
            return (Vec::new(), Vec::new());
        };
        let mut media_types = vec![];
        let original = content.get(&chosen).and_then(|media| media.get("schema")).cloned();
        let mut made = json!({"name": "body", "in": "body"});
        for (name, mut media) in content {
            let here = Path::Member(&at, &name);
            if is_form(&name) || media.get("schema") != original.as_ref() {
                notes.note(&here, "a body has one schema for all media types: left out");
                continue;
            }
            let Value::Object(media) = &mut media else { continue };
            if media.shift_remove("encoding").is_some() {
                notes.lost(&here, "encoding");
            }
            if name == chosen {
                self.inline_examples(media);
                if let Some(example) = simple::example(media) {
                    made["x-example"] = example;
                }
                let mut schema = media.shift_remove("schema").unwrap_or_else(|| json!({}));
                self.schema(&mut schema, &Path::Member(&here, "schema"), notes);
                made["schema"] = schema;
            }
            media_types.push(name);
        }
        for (name, value) in members {
            match name.as_str() {
                "x-body-name" => made["name"] = value,
                "required" if value == false => {}
                "description" | "required" => made[name] = value,
                _ if is_extension(&name) => made[name] = value,
                _ => notes.lost(path, &name),
            }
        }
        (media_types, vec![made])
    }

    /// Form fields, from the members of the first form's schema.
    fn form(
        &self,
        content: Map<String, Value>,
        path: &Path<'_>,
        notes: &mut Notes<'_>,
    ) -> (Vec<String>, Vec<Value>) {
        let at = Path::Member(path, "content");
        let media_types: Vec<String> = content.keys().cloned().collect();
        let Some((name, media)) = content.into_iter().next() else { return (media_types, Vec::new()) };
        let here = Path::Member(&at, &name);
        let encoding = media.get("encoding");
        let (mut properties, mut required) = (Map::new(), HashSet::new());
        self.members_of(media.get("schema").unwrap_or(&Value::Null), &mut properties, &mut required, 0);
        if properties.is_empty() {
            notes.note(&here, "a form without named fields cannot be expressed: left out");
            return (media_types, Vec::new());
        }
        let mut made = Vec::new();
        for (name, property) in properties {
            let target = schema2::follow(&property, &self.originals).unwrap_or(&property);
            let mut field = Map::from_iter([
                ("name".to_owned(), json!(name)),
                ("in".to_owned(), json!("formData")),
                ("required".to_owned(), json!(required.contains(&name))),
            ]);
            for name in ["description", "example"] {
                if let Some(value) = target.get(name) {
                    field
                        .insert(if name == "example" { "x-example" } else { name }.to_owned(), value.clone());
                }
            }
            if text(target, "type") == "string" && text(target, "format") == "binary" {
                field.insert("type".to_owned(), json!("file"));
            } else {
                let place = Path::Member(&here, &name);
                let mut simple = simple::simple(target, &self.originals, &place, notes, 0);
                if simple.get("type").is_some_and(|kind| kind == "array") {
                    let how = encoding.and_then(|encoding| encoding.get(&name)).unwrap_or(&Value::Null);
                    let format = match (text(how, "style"), how.get("explode")) {
                        ("spaceDelimited", _) => "ssv",
                        ("pipeDelimited", _) => "pipes",
                        (_, Some(Value::Bool(false))) => "csv",
                        _ => "multi",
                    };
                    simple.insert("collectionFormat".to_owned(), json!(format));
                }
                field.append(&mut simple);
            }
            made.push(Value::Object(field));
        }
        (media_types, made)
    }

    /// The members that an object schema declares, in `allOf` too.
    fn members_of(
        &self,
        schema: &Value,
        into: &mut Map<String, Value>,
        required: &mut HashSet<String>,
        depth: usize,
    ) {
        const MAX_PARTS: usize = 8;
        let Some(schema) = schema2::follow(schema, &self.originals).filter(|_| depth < MAX_PARTS) else {
            return;
        };
        for part in schema.get("allOf").and_then(Value::as_array).into_iter().flatten().take(100) {
            self.members_of(part, into, required, depth + 1);
        }
        for (name, property) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
            into.insert(name.clone(), property.clone());
        }
        required.extend(texts(schema.get("required")));
    }
}
