//! Shared schemas of a project file, and schemas as OpenAPI has them.

use serde_json::{Map, Value};
use std::collections::HashMap;

use super::value::{id, list, text};
use crate::import::converted::LeftBehind;
use crate::import::folder;
use crate::import::names::Names;
use crate::import::pointer::{Path, member};

/// Folders within folders, and schemas within schemas, further down than this are left out: what is made of them has to
/// stay within the depth that documents may have.
pub(super) const MAX_DEPTH: usize = 180;

/// The shared schemas.
#[derive(Debug, Default)]
pub(super) struct Schemas<'p> {
    /// Their names, by the reference that the project file has for them.
    names: HashMap<String, String>,
    shared: Vec<Shared<'p>>,
    taken: Names,
}

#[derive(Debug)]
struct Shared<'p> {
    name: String,
    folder: String,
    description: &'p str,
    schema: &'p Value,
}

impl<'p> Schemas<'p> {
    /// Finds the schemas of a folder and of those in it.
    pub(super) fn find(
        &mut self,
        container: &'p Value,
        folder: &[String],
        at: &Path<'_>,
        left: &mut LeftBehind,
    ) {
        let here = Path::Member(at, "items");
        let items = list(container, "items");
        if folder.len() >= MAX_DEPTH {
            left.add("schemas and folders nested too deep", items.len(), &here);
            return;
        }
        for (index, item) in items.iter().enumerate() {
            let here = Path::Item(&here, index);
            let name = text(item, "name");
            let Some(schema) = item.pointer("/schema/jsonSchema") else {
                let mut inner = folder.to_vec();
                inner.push(name.to_owned());
                self.find(item, &inner, &here, left);
                continue;
            };
            let name = self.taken.unused(if name.is_empty() { "Schema" } else { name });
            self.names.insert(id(item.get("id")), name.clone());
            let description = text(item, "description");
            self.shared.push(Shared { name, folder: folder::join(folder), description, schema });
        }
    }

    /// All of them, as `components.schemas`.
    pub(super) fn components(&self) -> Value {
        let made = self.shared.iter().map(|shared| {
            let mut schema = self.schema(shared.schema);
            if let Value::Object(members) = &mut schema {
                if !shared.folder.is_empty() {
                    members.entry("x-apidog-folder").or_insert_with(|| shared.folder.clone().into());
                }
                if !shared.description.is_empty() {
                    members.entry("description").or_insert_with(|| shared.description.into());
                }
            }
            (shared.name.clone(), schema)
        });
        made.collect()
    }

    /// A schema with references by name, and mock fields under their key in exports.
    pub(super) fn schema(&self, schema: &Value) -> Value {
        self.convert(schema, 0)
    }

    fn convert(&self, value: &Value, depth: usize) -> Value {
        match value {
            _ if depth >= MAX_DEPTH => Value::Bool(true),
            Value::Array(values) => values.iter().map(|value| self.convert(value, depth + 1)).collect(),
            Value::Object(members) => {
                let mut made = Map::new();
                for (key, value) in members {
                    if let Some(reference) = value
                        .as_str()
                        .filter(|_| key == "$ref")
                        .and_then(|reference| self.reference(reference))
                    {
                        made.insert(key.clone(), reference.into());
                    } else if let Some(mock) =
                        value.get("mock").filter(|mock| key == "mock" && mock.is_string())
                    {
                        made.insert("x-apidog-mock".to_owned(), mock.clone());
                    } else {
                        made.insert(key.clone(), self.convert(value, depth + 1));
                    }
                }
                Value::Object(made)
            }
            other => other.clone(),
        }
    }

    fn reference(&self, reference: &str) -> Option<String> {
        // Some exports have the bare number as the schema's id.
        let name = self.names.get(reference).or_else(|| self.names.get(reference.rsplit('/').next()?))?;
        Some(member("#/components/schemas", name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn schemas_refer_by_name() {
        let project = json!({"items": [
            {"name": "猫", "id": "#/definitions/7", "description": "a cat", "schema": {"jsonSchema": {"type": "object",
                "properties": {"name": {"type": "string", "mock": {"mock": "@cname"}}, "mother": {"$ref": "#/definitions/7"}}}}},
            {"name": "In/Out", "items": [{"name": "a/b", "id": 8, "schema": {"jsonSchema": {"$ref": "#/definitions/7"}}}]},
        ]});
        let mut schemas = Schemas::default();
        schemas.find(&project, &[], &Path::At("/s"), &mut LeftBehind::default());
        assert_eq!(
            schemas.components(),
            json!({
                "猫": {"type": "object", "description": "a cat", "properties": {
                    "name": {"type": "string", "x-apidog-mock": "@cname"}, "mother": {"$ref": "#/components/schemas/猫"}}},
                "a/b": {"$ref": "#/components/schemas/猫", "x-apidog-folder": "In\\/Out"},
            })
        );
        assert_eq!(schemas.schema(&json!({"$ref": "#/definitions/8"}))["$ref"], "#/components/schemas/a~1b");
        assert_eq!(schemas.schema(&json!({"$ref": "#/definitions/9"}))["$ref"], "#/definitions/9");
    }
}
