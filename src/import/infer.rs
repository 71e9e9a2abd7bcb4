//! A schema for values that are known by examples only.

use serde_json::{Map, Value, json};

use crate::generate::format::Format;

/// Examples are looked into this deep. A schema nests twice as deep as its values.
const MAX_DEPTH: usize = 60;
/// How many members of one object are described: beyond, its keys are data.
const MAX_MEMBERS: usize = 500;

/// The schema that all of the values fit: their types; members that all objects have are required; the items of all
/// lists are one.
///
/// Takes time linear in the size of the values.
pub(super) fn schema(values: &[&Value]) -> Value {
    let mut shape = Shape::default();
    for value in values {
        shape.add(value, 0);
    }
    shape.schema()
}

/// What is known of one place.
#[derive(Debug, Default)]
struct Shape {
    nulls: usize,
    booleans: usize,
    integers: usize,
    numbers: usize,
    texts: usize,
    /// What all texts so far are; `None` once they differ.
    format: Option<Format>,
    objects: usize,
    members: Vec<(String, Shape)>,
    index: std::collections::HashMap<String, usize>,
    lists: usize,
    items: Option<Box<Shape>>,
    /// Too deep to look into.
    open: bool,
}

impl Shape {
    fn add(&mut self, value: &Value, depth: usize) {
        if depth >= MAX_DEPTH {
            self.open = true;
            return;
        }
        match value {
            Value::Null => self.nulls += 1,
            Value::Bool(_) => self.booleans += 1,
            Value::Number(number) if number.is_f64() => self.numbers += 1,
            Value::Number(_) => self.integers += 1,
            Value::String(text) => {
                let format = format_of(text);
                self.format =
                    if self.texts == 0 { format } else { self.format.filter(|known| Some(*known) == format) };
                self.texts += 1;
            }
            Value::Array(items) => {
                self.lists += 1;
                for item in items {
                    self.items.get_or_insert_default().add(item, depth + 1);
                }
            }
            Value::Object(members) => {
                self.objects += 1;
                for (name, value) in members {
                    if let Some((_, member)) =
                        self.index.get(name).and_then(|index| self.members.get_mut(*index))
                    {
                        member.add(value, depth + 1);
                    } else if self.members.len() < MAX_MEMBERS {
                        // An object with more members than this is a map: what follows its first entries says no more.
                        let mut member = Self::default();
                        member.add(value, depth + 1);
                        self.index.insert(name.clone(), self.members.len());
                        self.members.push((name.clone(), member));
                    }
                }
            }
        }
    }

    /// How many values there were.
    fn count(&self) -> usize {
        self.nulls
            + self.booleans
            + self.integers
            + self.numbers
            + self.texts
            + self.objects
            + self.lists
            + usize::from(self.open)
    }

    fn schema(&self) -> Value {
        let mut schema = Map::new();
        if self.open {
            return Value::Object(schema);
        }
        let types = [
            (self.texts, "string"),
            (self.numbers, "number"),
            (if self.numbers > 0 { 0 } else { self.integers }, "integer"),
            (self.booleans, "boolean"),
            (self.objects, "object"),
            (self.lists, "array"),
            (self.nulls, "null"),
        ];
        let types: Vec<&str> = types.iter().filter(|(count, _)| *count > 0).map(|(_, name)| *name).collect();
        match types[..] {
            // Nothing but null says nothing about what else there may be.
            [] | ["null"] => return Value::Object(schema),
            [kind] => schema.insert("type".to_owned(), kind.into()),
            _ => schema.insert("type".to_owned(), json!(types)),
        };
        if let Some(format) = self.format.filter(|_| self.texts > 0) {
            schema.insert("format".to_owned(), name_of(format).into());
        }
        if self.objects > 0 {
            let properties: Map<_, _> =
                self.members.iter().map(|(name, member)| (name.clone(), member.schema())).collect();
            let required = self.members.iter().filter(|(_, member)| member.count() == self.objects);
            let required: Vec<&str> = required.map(|(name, _)| name.as_str()).collect();
            schema.insert("properties".to_owned(), Value::Object(properties));
            if !required.is_empty() {
                schema.insert("required".to_owned(), json!(required));
            }
        }
        if let Some(items) = &self.items {
            schema.insert("items".to_owned(), items.schema());
        } else if self.lists > 0 {
            schema.insert("items".to_owned(), json!({}));
        }
        Value::Object(schema)
    }
}

/// What a text is, where its form leaves no doubt.
fn format_of(text: &str) -> Option<Format> {
    let candidates: &[Format] = match text.len() {
        36 if !text.contains(['@', ':']) => &[Format::Uuid],
        10 if text.starts_with(|c: char| c.is_ascii_digit()) => &[Format::Date],
        19..=35 if text.contains('T') => &[Format::DateTime],
        _ if text.contains("://") => &[Format::Uri],
        _ if text.contains('@') => &[Format::Email],
        _ => &[],
    };
    candidates.iter().copied().find(|format| format.matches(text))
}

fn name_of(format: Format) -> &'static str {
    match format {
        Format::Uuid => "uuid",
        Format::Date => "date",
        Format::DateTime => "date-time",
        Format::Uri => "uri",
        _ => "email",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::needless_pass_by_value, reason = "reads better in the table")]
    fn of(values: Value) -> Value {
        schema(&values.as_array().unwrap().iter().collect::<Vec<_>>())
    }

    #[test]
    fn types_and_members() {
        for (values, expected) in [
            (json!([]), json!({})),
            (json!([null]), json!({})),
            (json!([1, 2]), json!({"type": "integer"})),
            (json!([1, 2.5]), json!({"type": "number"})),
            (json!([1, null]), json!({"type": ["integer", "null"]})),
            (json!(["a", 1, true]), json!({"type": ["string", "integer", "boolean"]})),
            (json!([[]]), json!({"type": "array", "items": {}})),
            (json!([[1], ["a"], []]), json!({"type": "array", "items": {"type": ["string", "integer"]}})),
            (
                json!([{"id": 1, "name": "a"}, {"id": 2, "tags": [{"x": 1}, {"x": 2, "y": null}]}]),
                json!({"type": "object", "properties": {"id": {"type": "integer"}, "name": {"type": "string"},
                    "tags": {"type": "array", "items": {"type": "object", "properties": {"x": {"type": "integer"}, "y": {}},
                        "required": ["x"]}}}, "required": ["id"]}),
            ),
        ] {
            assert_eq!(of(values.clone()), expected, "{values}");
        }
    }

    #[test]
    fn formats_where_all_texts_agree() {
        for (texts, format) in [
            (json!(["2026-01-02T03:04:05Z", "2026-01-02T03:04:05.678+02:00"]), Some("date-time")),
            (json!(["2026-01-02"]), Some("date")),
            (json!(["2026-13-02"]), None),
            (json!(["0b2ff1b5-6fa3-4a3c-8f0e-3f5b5cf0c1de"]), Some("uuid")),
            (json!(["a@example.com"]), Some("email")),
            (json!(["https://example.com/a"]), Some("uri")),
            (json!(["2026-01-02", "soon"]), None),
            (json!(["soon", "2026-01-02"]), None),
        ] {
            assert_eq!(of(texts.clone()).get("format").and_then(Value::as_str), format, "{texts}");
        }
    }

    #[test]
    fn depth_and_width_are_limited() {
        let mut deep = json!(1);
        for _ in 0..1000 {
            deep = json!([deep]);
        }
        let mut inferred = &schema(&[&deep]);
        let mut depth = 0;
        while let Some(items) = inferred.get("items") {
            inferred = items;
            depth += 1;
        }
        assert_eq!(depth, MAX_DEPTH);
        let wide: Map<_, _> = (0..2000).map(|index| (format!("k{index}"), json!(index))).collect();
        assert_eq!(schema(&[&Value::Object(wide)])["properties"].as_object().unwrap().len(), MAX_MEMBERS);
    }
}
