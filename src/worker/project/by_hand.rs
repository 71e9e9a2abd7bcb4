//! What was changed by hand, and how it outlives an import that merges. Of each operation and shared schema that somebody
//! changed, the database keeps what the document said before: with that, a later import can tell both changes apart.

use super::edit::Opened;
use super::store::Store;
use super::unreadable;
use crate::error::ManagementError;
use crate::import::{Document, ImportOptions, OverwriteBehavior, member};
use crate::manage::{KnownEndpoint, adopt_components, keep_cases, schemas, three_way};
use crate::model::{Method, Problem};
use crate::release::ProblemList;
use crate::schema::Dialect;
use serde_json::Value;
use std::collections::HashMap;
use worker::Result;

pub(super) const TABLES: [&str; 1] = [
    // `kind` is `operation`, by the endpoint's id, or `schema`, by its name, with `@` and the branch where that is not the
    // main one; `base` is JSON, `null` for what was made by hand.
    "CREATE TABLE IF NOT EXISTS by_hand (kind TEXT NOT NULL, name TEXT NOT NULL, base TEXT NOT NULL, \
     PRIMARY KEY (kind, name)) WITHOUT ROWID",
];

/// Something that can be changed by hand.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Part {
    /// The operation of an endpoint.
    Operation(u64),
    /// A shared schema.
    Schema(String),
}

impl Part {
    /// Its kind and name in the table. Endpoints have ids that no other branch has.
    fn key(&self, branch: u64) -> (String, String) {
        match self {
            Self::Operation(endpoint) => ("operation".to_owned(), endpoint.to_string()),
            Self::Schema(name) => (schema_kind(branch), name.clone()),
        }
    }
}

/// The kind of the shared schemas of a branch.
fn schema_kind(branch: u64) -> String {
    if branch == 0 { "schema".to_owned() } else { format!("schema@{branch}") }
}

/// A document, with what was changed by hand merged into it.
pub(super) struct HandMerge {
    pub(super) root: Value,
    /// What the document itself says of the parts that were merged.
    pub(super) bases: Vec<(Part, Value)>,
}

impl Store {
    /// Remembers what a part was before it was changed by hand, unless that is known already.
    pub(super) fn changed_by_hand(&self, part: &Part, base: &Value) -> Result<()> {
        let (kind, name) = part.key(self.branch);
        let sql = "INSERT OR IGNORE INTO by_hand (kind, name, base) VALUES (?, ?, ?)";
        self.database.run(sql, vec![kind.into(), name.into(), base.to_string().into()])
    }

    /// A part is what its document says.
    pub(super) fn forget_by_hand(&self, part: &Part) -> Result<()> {
        let (kind, name) = part.key(self.branch);
        self.database.run("DELETE FROM by_hand WHERE kind = ? AND name = ?", vec![kind.into(), name.into()])
    }

    fn by_hand(&self) -> Result<HashMap<Part, Value>> {
        let rows = self.database.rows("SELECT kind, name, base FROM by_hand", vec![])?;
        let of_schemas = schema_kind(self.branch);
        let parts = rows.into_iter().filter_map(|mut row| {
            let (kind, name) = (row.text(0), row.text(1));
            let part = if kind == of_schemas {
                Part::Schema(name)
            } else {
                // The kind of another branch's schemas is none of these.
                Part::Operation(name.parse().ok().filter(|_| kind == "operation")?)
            };
            Some(serde_json::from_str(&row.text(2)).map(|base| (part, base)).map_err(Into::into))
        });
        parts.collect()
    }

    /// Merges what was changed by hand into a document that is imported, as far as the options say. `None` where that changes
    /// nothing. `original` is the document as it came, where `document` is one that was merged before.
    pub(super) fn merge_by_hand(
        &self,
        document: &Document,
        original: Option<&Value>,
        options: &ImportOptions,
        problems: &mut ProblemList,
    ) -> std::result::Result<Option<HandMerge>, ManagementError> {
        let case_behavior = options.endpoint_case_overwrite_behavior;
        let merges_operations = options.endpoint_overwrite_behavior == OverwriteBehavior::AutoMerge;
        let replaces = matches!(
            options.endpoint_overwrite_behavior,
            OverwriteBehavior::AutoMerge | OverwriteBehavior::OverwriteExisting
        );
        let merges_schemas = options.schema_overwrite_behavior == OverwriteBehavior::AutoMerge;
        let keeps_schemas = options.schema_overwrite_behavior == OverwriteBehavior::KeepExisting;
        let keeps_cases = replaces && case_behavior != OverwriteBehavior::OverwriteExisting;
        let by_hand = self.by_hand().map_err(unreadable)?;
        if !keeps_cases && !keeps_schemas && (by_hand.is_empty() || !merges_operations && !merges_schemas) {
            return Ok(original.map(|original| HandMerge { root: original.clone(), bases: Vec::new() }));
        }
        let mut work = Work {
            root: original.unwrap_or(&document.root).clone(),
            bases: Vec::new(),
            dialect: document.dialect,
            problems,
        };
        let known = self.endpoints().map_err(unreadable)?;
        let mut pointers: HashMap<(Method, &str), &str> = HashMap::new();
        for operation in &document.operations {
            pointers.entry((operation.method, &operation.path)).or_insert(&operation.pointer);
        }
        for number in self.documents_in_use().map_err(unreadable)?.into_iter().rev() {
            let opened = self.open_document(number)?;
            for (endpoint, from) in &known {
                let Some(pointer) =
                    pointers.get(&(endpoint.method, &*endpoint.path)).filter(|_| *from == number)
                else {
                    continue;
                };
                let base = by_hand.get(&Part::Operation(endpoint.id)).filter(|_| merges_operations);
                let cases = keeps_cases.then_some(case_behavior);
                work.operation(&opened, endpoint, pointer, base, cases);
            }
            let names = schemas(&opened.document.root).into_iter().flatten().map(|(name, _)| name);
            for name in names {
                let base = by_hand.get(&Part::Schema(name.clone())).filter(|_| merges_schemas);
                work.schema(&opened, name, base, keeps_schemas);
            }
        }
        let Work { root, bases, .. } = work;
        Ok((root != document.root || !bases.is_empty()).then_some(HandMerge { root, bases }))
    }
}

/// A merge while it goes on.
struct Work<'p> {
    root: Value,
    bases: Vec<(Part, Value)>,
    dialect: Dialect,
    problems: &'p mut ProblemList,
}

impl Work<'_> {
    /// Whether parts of a stored document can go into this one: references look alike within one version.
    fn takes(&mut self, opened: &Opened, what: &str, pointer: &str) -> bool {
        let is_swagger = |dialect: Dialect| dialect == Dialect::OpenApi20;
        let same = is_swagger(opened.document.dialect) == is_swagger(self.dialect);
        if !same {
            let message = format!(
                "{what} was not merged with what is there: one document is of version 2.0 and the other is not"
            );
            self.problems.extend([Problem::warning(pointer, message)]);
        }
        same
    }

    fn operation(
        &mut self,
        opened: &Opened,
        endpoint: &KnownEndpoint,
        pointer: &str,
        base: Option<&Value>,
        cases: Option<OverwriteBehavior>,
    ) {
        let Ok(stored) = opened.pointer_of(endpoint) else { return };
        let Some(current) = opened.document.root.pointer(&stored) else { return };
        let wanted = base.is_some() || cases.is_some();
        if !wanted || self.root.pointer(pointer) == Some(current) {
            return;
        }
        if !self.takes(opened, "this operation", pointer) {
            return;
        }
        let Some(now) = self.root.pointer(pointer).cloned() else { return };
        let mut merged = now.clone();
        if let Some(base) = base {
            merged = three_way(Some(base), Some(current), Some(&now)).unwrap_or(merged);
            self.bases.push((Part::Operation(endpoint.id), now));
        }
        if let Some(behavior) = cases {
            keep_cases(&mut merged, current, behavior);
        }
        if let Some(slot) = self.root.pointer_mut(pointer) {
            *slot = merged;
        }
        adopt_components(&mut self.root, pointer, &opened.document.root);
    }

    fn schema(&mut self, opened: &Opened, name: &str, base: Option<&Value>, keeps: bool) {
        let current = schemas(&opened.document.root).and_then(|schemas| schemas.get(name));
        let now = schemas(&self.root).and_then(|schemas| schemas.get(name)).cloned();
        let (Some(current), Some(now)) = (current, now) else { return };
        let part = Part::Schema(name.to_owned());
        let done = self.bases.iter().any(|(known, _)| *known == part);
        if done || *current == now || base.is_none() && !keeps {
            return;
        }
        let parent = if self.dialect == Dialect::OpenApi20 { "/definitions" } else { "/components/schemas" };
        let pointer = member(parent, name);
        if !self.takes(opened, "this schema", &pointer) {
            return;
        }
        let merged = match base {
            Some(base) => three_way(Some(base), Some(current), Some(&now)),
            None => Some(current.clone()),
        };
        if let (Some(slot), Some(merged)) = (self.root.pointer_mut(&pointer), merged) {
            *slot = merged;
        }
        self.bases.push((part, now));
        adopt_components(&mut self.root, &pointer, &opened.document.root);
    }
}
