//! Changes by hand: of endpoints, their responses, shared schemas. A change is made in the stored document, and what
//! depends on it is compiled again, so that what was made by hand and what was imported are the same.

use super::by_hand::Part;
use super::compile::compile;
use super::import::reading_options;
use super::store::{EndpointRow, Store, digest, refused};
use super::{Project, unreadable};
use crate::error::ManagementError;
use crate::import::{Document, ImportOptions, read, text};
use crate::manage::{
    EndpointEdit, KnownEndpoint, KnownResponse, empty_document, put_operation, put_schema, remove_operation,
    schemas,
};
use crate::model::{Method, Problem};
use crate::release::ProblemList;
use crate::schema::Source;
use crate::worker::js;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A stored document, read.
pub(super) struct Opened {
    number: u64,
    options: ImportOptions,
    reading: String,
    pub(super) document: Document,
}

/// Which endpoints a change of the document concerns.
#[derive(Clone, PartialEq, Eq)]
enum Concerned {
    /// One, with its id, or a new one; where it is after the change, if it still is.
    One { id: Option<u64>, after: Option<(Method, String)> },
    /// All that may use a shared schema of this name.
    Schema(String),
}

/// What a change by hand did.
pub(super) struct Edited {
    /// The endpoint that was made.
    pub(super) created: Option<u64>,
    pub(super) problems: Vec<Problem>,
}

impl Store {
    /// Reads a document again.
    pub(super) fn open_document(&self, number: u64) -> Result<Opened, ManagementError> {
        let reading = self.documents().map_err(unreadable)?.into_iter().find(|(known, _)| *known == number);
        let reading = reading.map(|(_, reading)| reading).unwrap_or_default();
        let options: ImportOptions = serde_json::from_str(&reading).unwrap_or_default();
        let parsed = text::parse(self.document_text(number).map_err(unreadable)?.as_bytes())?;
        let document = read(parsed.value, &options)?;
        Ok(Opened { number, options, reading, document })
    }

    /// An endpoint of any branch, with the document that it comes from.
    pub(super) fn endpoint(&self, id: u64) -> Result<(KnownEndpoint, u64), ManagementError> {
        let found =
            self.endpoints_of_all().map_err(unreadable)?.into_iter().find(|(endpoint, _)| endpoint.id == id);
        found.ok_or(ManagementError::UnknownEndpoint(id))
    }
}

impl Opened {
    /// Where an endpoint's operation stands.
    pub(super) fn pointer_of(&self, endpoint: &KnownEndpoint) -> Result<String, ManagementError> {
        pointer_in(&self.document, endpoint).ok_or(ManagementError::UnknownEndpoint(endpoint.id))
    }

    /// The branch that it was imported into.
    const fn branch(&self) -> u64 {
        self.options.target_branch_id
    }

    /// Whether the path of its server stands in front of its paths.
    pub(super) const fn prepends_base_path(&self) -> bool {
        self.options.prepend_base_path
    }

    /// A path as the document writes it: without the base path that is put in front of all of them.
    fn template<'p>(&self, path: &'p str) -> &'p str {
        let base = if self.options.prepend_base_path { &*self.document.server_base_path } else { "" };
        path.strip_prefix(base).filter(|rest| rest.starts_with('/')).unwrap_or(path)
    }

    /// The path that it is served under.
    fn served(&self, template: &str) -> String {
        let base = if self.options.prepend_base_path { &*self.document.server_base_path } else { "" };
        format!("{base}{template}")
    }
}

/// Where an endpoint's operation stands in a document.
fn pointer_in(document: &Document, endpoint: &KnownEndpoint) -> Option<String> {
    let mut operations = document.operations.iter();
    let found =
        operations.find(|operation| operation.method == endpoint.method && operation.path == endpoint.path);
    found.map(|operation| operation.pointer.clone())
}

impl Project {
    /// Makes an endpoint: in the newest document, or in a new one where there is none.
    pub(super) fn create_endpoint(
        &self,
        store: &Store,
        edit: &EndpointEdit,
    ) -> Result<Edited, ManagementError> {
        let (Some(method), Some(path)) = (edit.method, edit.path.as_deref()) else {
            return Err(ManagementError::invalid("/path", "is missing"));
        };
        let newest = store.documents_in_use().map_err(unreadable)?.last().copied();
        let opened = match newest {
            Some(number) => store.open_document(number)?,
            None => Opened {
                number: 0,
                options: ImportOptions { target_branch_id: store.branch, ..ImportOptions::default() },
                reading: reading_options(&ImportOptions::default(), store.branch),
                document: read(empty_document("Made by hand"), &ImportOptions::default())?,
            },
        };
        let template = opened.template(path).to_owned();
        let after = (method, opened.served(&template));
        let taken = store.endpoints().map_err(unreadable)?;
        if taken.iter().any(|(known, _)| (known.method, &known.path) == (after.0, &after.1)) {
            return Err(ManagementError::EndpointExists { method: method.as_str(), path: after.1 });
        }
        let concerned = Concerned::One { id: None, after: Some(after.clone()) };
        self.rewrite(store, opened, &concerned, |root| {
            let operation = edit.apply(&json!({"responses": {"200": {"description": "Success"}}}));
            let exists =
                || ManagementError::EndpointExists { method: method.as_str(), path: after.1.clone() };
            put_operation(root, None, (method, &template), operation).then_some(()).ok_or_else(exists)
        })
    }

    /// Changes an endpoint. It keeps its id, and its responses keep theirs by their keys.
    pub(super) fn edit_endpoint(
        &self,
        store: &Store,
        id: u64,
        edit: &EndpointEdit,
    ) -> Result<Edited, ManagementError> {
        let (endpoint, number) = store.endpoint(id)?;
        let opened = store.open_document(number)?;
        let pointer = opened.pointer_of(&endpoint)?;
        let method = edit.method.unwrap_or(endpoint.method);
        let template = opened.template(edit.path.as_deref().unwrap_or(&endpoint.path)).to_owned();
        let after = (method, opened.served(&template));
        let others = store.on(opened.branch()).endpoints().map_err(unreadable)?;
        let taken = |(known, _): &(KnownEndpoint, u64)| {
            known.id != id && (known.method, &known.path) == (after.0, &after.1)
        };
        let exists = || ManagementError::EndpointExists { method: method.as_str(), path: after.1.clone() };
        if others.iter().any(taken) {
            return Err(exists());
        }
        let stays = (method, &after.1) == (endpoint.method, &endpoint.path);
        let concerned = Concerned::One { id: Some(id), after: Some(after.clone()) };
        self.rewrite(store, opened, &concerned, |root| {
            let operation = edit.apply(root.pointer(&pointer).unwrap_or(&Value::Null));
            if stays {
                // In its place, which may be a shared path item.
                if let Some(slot) = root.pointer_mut(&pointer) {
                    *slot = operation;
                }
                return Ok(());
            }
            put_operation(root, Some(&pointer), (method, &template), operation)
                .then_some(())
                .ok_or_else(exists)
        })
    }

    /// Deletes an endpoint, with all that is set for it.
    pub(super) fn delete_endpoint(&self, store: &Store, id: u64) -> Result<Edited, ManagementError> {
        let (endpoint, number) = store.endpoint(id)?;
        let opened = store.open_document(number)?;
        let pointer = opened.pointer_of(&endpoint)?;
        self.rewrite(store, opened, &Concerned::One { id: Some(id), after: None }, |root| {
            remove_operation(root, &pointer);
            Ok(())
        })
    }

    /// Sets a response of an endpoint under its key in the document; removes it where `response` is `None`.
    pub(super) fn edit_response(
        &self,
        store: &Store,
        id: u64,
        key: &str,
        response: Option<Value>,
    ) -> Result<Edited, ManagementError> {
        let (endpoint, number) = store.endpoint(id)?;
        let opened = store.open_document(number)?;
        let pointer = opened.pointer_of(&endpoint)?;
        let after = (endpoint.method, endpoint.path.clone());
        self.rewrite(store, opened, &Concerned::One { id: Some(id), after: Some(after) }, |root| {
            let operation = root.pointer_mut(&pointer).and_then(Value::as_object_mut);
            let responses =
                operation.map(|operation| operation.entry("responses").or_insert_with(|| json!({})));
            let Some(responses) = responses.and_then(Value::as_object_mut) else {
                return Err(ManagementError::invalid(
                    "/response",
                    "this operation has no place for responses",
                ));
            };
            match response {
                Some(response) => drop(responses.insert(key.to_owned(), response)),
                None => drop(responses.shift_remove(key)),
            }
            Ok(())
        })
    }

    /// Sets or removes (`None`) a shared schema: in the document that has it, else in the newest.
    pub(super) fn edit_schema(
        &self,
        store: &Store,
        name: &str,
        schema: Option<Value>,
    ) -> Result<Edited, ManagementError> {
        let mut chosen = None;
        for number in store.documents_in_use().map_err(unreadable)?.into_iter().rev() {
            let opened = store.open_document(number)?;
            let has = schemas(&opened.document.root).is_some_and(|schemas| schemas.contains_key(name));
            if has || chosen.is_none() {
                chosen = Some((opened, has));
            }
            if has {
                break;
            }
        }
        let unknown =
            || ManagementError::UnknownSchema(name.chars().filter(|c| !c.is_control()).take(200).collect());
        let (opened, has) = chosen.ok_or_else(unknown)?;
        if schema.is_none() && !has {
            return Err(unknown());
        }
        self.rewrite(store, opened, &Concerned::Schema(name.to_owned()), |root| {
            put_schema(root, name, schema).then_some(()).ok_or_else(unknown)
        })
    }

    /// Changes a document, compiles what that concerns, and stores both, all or nothing. Nothing is waited for.
    fn rewrite(
        &self,
        store: &Store,
        opened: Opened,
        concerned: &Concerned,
        edit: impl FnOnce(&mut Value) -> Result<(), ManagementError>,
    ) -> Result<Edited, ManagementError> {
        let store = &store.on(opened.branch());
        let Opened { number, options, reading, document } = opened;
        let known = store.endpoints().map_err(unreadable)?;
        let base = match concerned {
            Concerned::One { id: Some(id), .. } => {
                let of_id = |(known, _): &&(KnownEndpoint, u64)| known.id == *id;
                let pointer =
                    known.iter().find(of_id).and_then(|(endpoint, _)| pointer_in(&document, endpoint));
                pointer.and_then(|pointer| document.root.pointer(&pointer))
            }
            Concerned::One { id: None, .. } => None,
            Concerned::Schema(name) => schemas(&document.root).and_then(|schemas| schemas.get(name)),
        };
        let base = base.cloned().unwrap_or_default();
        let mut root = document.root;
        let mut dropped: Vec<String> =
            schemas(&root).into_iter().flatten().map(|(name, _)| name.clone()).collect();
        edit(&mut root)?;
        dropped.retain(|name| !schemas(&root).is_some_and(|schemas| schemas.contains_key(name)));
        let document = read(root, &options)?;
        let names = store.settings().map_err(unreadable)?.names();
        let mut next_id = store.next_id().map_err(unreadable)?;
        let mut created = None;
        let mut source = Source::new(&document.root, document.dialect);
        let mut problems = ProblemList::default();
        let mut rows = Vec::new();
        for operation in &document.operations {
            let by_identity = |(known, from): &&(KnownEndpoint, u64)| {
                *from == number && (known.method, &known.path) == (operation.method, &operation.path)
            };
            let before = match concerned {
                Concerned::One { id, after: Some((method, path)) }
                    if (*method, path) == (operation.method, &operation.path) =>
                {
                    known.iter().find(|(endpoint, _)| Some(endpoint.id) == *id)
                }
                Concerned::One { .. } => continue,
                // What another document has taken over stays there.
                Concerned::Schema(_) => match known.iter().find(by_identity) {
                    Some(found) => Some(found),
                    None => continue,
                },
            };
            let mut new_id = || {
                next_id += 1;
                next_id - 1
            };
            let id = before.map_or_else(&mut new_id, |(endpoint, _)| endpoint.id);
            if before.is_none() {
                created = Some(id);
            }
            let responses: Vec<KnownResponse> = operation
                .responses
                .iter()
                .map(|response| {
                    let kept = before.and_then(|(known, _)| {
                        known.responses.iter().find(|known| known.key == response.key)
                    });
                    kept.cloned().unwrap_or_else(|| KnownResponse { id: new_id(), key: response.key.clone() })
                })
                .collect();
            let compiled = compile(&mut source, &document, operation, id, &responses, &names);
            let own =
                document.problems.iter().filter(|problem| problem.pointer.starts_with(&operation.pointer));
            problems.extend(own.cloned());
            problems.extend(compiled.problems);
            let shown = document.root.pointer(&operation.pointer).map(Value::to_string).unwrap_or_default();
            rows.push((operation, id, responses, compiled.stored, digest(&shown)));
        }
        let stored = document.root.to_string();
        let gone = match concerned {
            Concerned::One { id, after: None } => *id,
            _ => None,
        };
        let shared: BTreeMap<&String, String> = schemas(&document.root)
            .into_iter()
            .flatten()
            .map(|(name, schema)| (name, digest(&schema.to_string())))
            .collect();
        let mut rows = Some(rows);
        let write = || {
            let added = store.add_document(&stored, &digest(&stored), &document.title, &reading)?;
            store.move_endpoints(number, added)?;
            for (operation, id, responses, stored, digest) in rows.take().unwrap_or_default() {
                store.write_endpoint(EndpointRow {
                    id,
                    document: added,
                    method: operation.method,
                    path: &operation.path,
                    name: &operation.name,
                    folder: &operation.folder,
                    digest: &digest,
                    responses: &responses,
                    record: stored.record,
                    request: stored.request,
                })?;
            }
            if let Some(gone) = gone {
                store.remove_endpoint(gone)?;
            }
            for (name, digest) in &shared {
                store.write_schema(name, digest)?;
            }
            for name in &dropped {
                store.remove_schema(name)?;
            }
            let part = match concerned {
                Concerned::One { after: None, .. } => None,
                Concerned::One { id, .. } => id.or(created).map(Part::Operation),
                Concerned::Schema(name) if dropped.contains(name) => None,
                Concerned::Schema(name) => Some(Part::Schema(name.clone())),
            };
            part.map_or(Ok(()), |part| store.changed_by_hand(&part, &base))?;
            store.set_next_id(next_id)?;
            store.commit_records(false)?;
            store.remove_unused_documents()
        };
        js::transaction(&self.state, write).map_err(refused)?;
        Ok(Edited { created, problems: problems.finish() })
    }
}
