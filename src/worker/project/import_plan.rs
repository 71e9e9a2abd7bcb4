//! What an import changes: found before anything is compiled, written after all of it is.

use super::by_hand::Part;
use super::compile::Encoded;
use super::folders::Kind;
use super::store::{EndpointRow, Store, digest};
use super::unreadable;
use crate::error::ManagementError;
use crate::import::{Counters, Document, ImportOptions, OverwriteBehavior, folder};
use crate::manage::{Change, KnownEndpoint, Merge, merge, schemas, take_brought_mock};
use crate::model::{EndpointMock, MockSettings};
use crate::release::ProblemList;
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// What an import writes.
pub(super) struct Prepared {
    pub(super) merge: Merge,
    /// The digest of each operation.
    digests: Vec<String>,
    /// Shared schemas that are new or different, with their digests.
    schemas: Vec<(String, String)>,
    /// Shared schemas to forget.
    schemas_removed: Vec<String>,
    /// What the document brings for endpoints that nobody has set anything for, by their id.
    mocks: Vec<(u64, EndpointMock)>,
    /// What the document itself says of parts into which changes by hand were merged.
    pub(super) bases: Vec<(Part, Value)>,
    /// Folders that there were not.
    folders: Vec<(u64, Kind, String)>,
    /// The settings that the file brings, where nobody has set any.
    pub(super) settings: Option<MockSettings>,
    /// Whether folders that hold nothing any more are forgotten.
    removes_folders: bool,
}

/// The folders that an import goes into; empty for the root.
pub(super) struct Targets {
    endpoints: String,
    schemas: String,
}

impl Targets {
    pub(super) fn find(store: &Store, options: &ImportOptions) -> Result<Self, ManagementError> {
        let find = |folder: u64, kind: Kind, field: &str| {
            if folder == 0 {
                return Ok(String::new());
            }
            let folders = store.folders(kind).map_err(unreadable)?;
            let path = folders.into_iter().find(|(_, id)| *id == folder).map(|(path, _)| path);
            path.ok_or_else(|| {
                let message = "no such folder: 0 is the root, GET /v1/projects/{id}/folders lists the others";
                ManagementError::invalid(format!("/options/{field}"), message)
            })
        };
        Ok(Self {
            endpoints: find(options.target_endpoint_folder_id, Kind::Endpoint, "targetEndpointFolderId")?,
            schemas: find(options.target_schema_folder_id, Kind::Schema, "targetSchemaFolderId")?,
        })
    }
}

/// The text of a document as it is stored.
pub(super) struct DocumentText<'a> {
    pub(super) text: &'a str,
    pub(super) digest: &'a str,
    pub(super) reading: &'a str,
}

/// The settings that a file brings, for a project in which nobody has set anything or imported anything yet.
pub(super) fn settings_of_file(
    store: &Store,
    document: &Document,
    known: &[(KnownEndpoint, u64)],
    new_token: String,
) -> worker::Result<Option<MockSettings>> {
    let Some(brought) = document.settings.clone().filter(|_| known.is_empty() && store.branch == 0) else {
        return Ok(None);
    };
    let before = store.settings()?;
    if before != MockSettings::default() {
        return Ok(None);
    }
    Ok(Some(brought.apply(&before, || new_token)).filter(|settings| *settings != before))
}

pub(super) fn prepare(
    store: &Store,
    document: &Document,
    known: &[(KnownEndpoint, u64)],
    options: &ImportOptions,
    targets: &Targets,
    settings: Option<MockSettings>,
    problems: &mut ProblemList,
) -> worker::Result<Prepared> {
    let digests: Vec<String> = document
        .operations
        .iter()
        .map(|operation| document.root.pointer(&operation.pointer).map(|value| digest(&value.to_string())))
        .map(Option::unwrap_or_default)
        .collect();
    let endpoints: Vec<KnownEndpoint> = known.iter().map(|(endpoint, _)| endpoint.clone()).collect();
    let operations: Vec<_> = document.operations.iter().zip(digests.iter().cloned()).collect();
    let mut merge = merge(&endpoints, &operations, options, &targets.endpoints, store.next_id()?);
    merge.counters.endpoint_failed += document.failed;
    // What stands in other modules is not what this document could lack.
    let places = store.places()?;
    let module = |document: &u64| places.get(document).map_or(0, |place| place.module);
    let elsewhere: HashSet<u64> = known
        .iter()
        .filter(|(_, document)| module(document) != options.module_id)
        .map(|(endpoint, _)| endpoint.id)
        .collect();
    merge.removed.retain(|endpoint| !elsewhere.contains(endpoint));
    let folders = new_folders(store, document, targets, &mut merge)?;
    let mut brought = Vec::new();
    for (index, mock) in &document.mocks {
        let (Some(entry), Some(operation)) = (merge.entries.get(*index), document.operations.get(*index))
        else {
            continue;
        };
        // What an owner set stays.
        if entry.change == Change::Kept || store.endpoint_mock(entry.id)? != EndpointMock::default() {
            continue;
        }
        let mut next_id = merge.next_id;
        let mut new_id = || {
            next_id += 1;
            next_id - 1
        };
        let mut found = Vec::new();
        let mock = take_brought_mock(mock, &operation.pointer, &mut new_id, &mut found);
        problems.extend(found);
        brought.push((entry.id, mock));
        merge.next_id = next_id;
    }
    let (schemas, schemas_removed) =
        compare_schemas(store, document, options, elsewhere.is_empty(), &mut merge.counters)?;
    let removes_folders = options.delete_unmatched_resources && !document.operations.is_empty();
    let mocks = brought;
    Ok(Prepared {
        merge,
        digests,
        schemas,
        schemas_removed,
        mocks,
        bases: Vec::new(),
        folders,
        settings,
        removes_folders,
    })
}

/// Whether the project is, byte for byte, what the import would make of it.
pub(super) fn changes_nothing(
    prepared: &Prepared,
    known: &[(KnownEndpoint, u64)],
    same: Option<u64>,
) -> bool {
    let merge = &prepared.merge;
    let documents: HashMap<u64, u64> =
        known.iter().map(|(endpoint, document)| (endpoint.id, *document)).collect();
    let untouched = |entry: &crate::manage::Entry| match entry.change {
        Change::Kept => true,
        Change::Unchanged => same.is_some() && documents.get(&entry.id).copied() == same,
        Change::Created | Change::Updated => false,
    };
    merge.removed.is_empty()
        && prepared.mocks.is_empty()
        && prepared.folders.is_empty()
        && prepared.settings.is_none()
        && prepared.schemas.is_empty()
        && prepared.schemas_removed.is_empty()
        && merge.entries.iter().all(untouched)
}

/// Writes what was prepared.
pub(super) fn write(
    store: &Store,
    document: &Document,
    text: &DocumentText<'_>,
    prepared: &Prepared,
    records: Vec<Option<Encoded>>,
) -> worker::Result<()> {
    if let Some(settings) = &prepared.settings {
        store.set_settings(settings)?;
    }
    let number = store.add_document(text.text, text.digest, &document.title, text.reading)?;
    let entries = prepared.merge.entries.iter().zip(&document.operations).zip(&prepared.digests);
    for (((entry, operation), digest), record) in entries.zip(records) {
        let Some(Encoded { record, request }) = record else { continue };
        store.forget_by_hand(&Part::Operation(entry.id))?;
        store.write_endpoint(EndpointRow {
            id: entry.id,
            document: number,
            method: operation.method,
            path: &operation.path,
            name: &operation.name,
            folder: &entry.folder,
            digest,
            responses: &entry.responses,
            record,
            request,
        })?;
    }
    for endpoint in &prepared.merge.removed {
        store.remove_endpoint(*endpoint)?;
    }
    for (name, digest) in &prepared.schemas {
        store.write_schema(name, digest)?;
        store.forget_by_hand(&Part::Schema(name.clone()))?;
    }
    for (part, base) in &prepared.bases {
        store.changed_by_hand(part, base)?;
    }
    for name in &prepared.schemas_removed {
        store.remove_schema(name)?;
    }
    for (endpoint, mock) in &prepared.mocks {
        store.set_endpoint_mock(*endpoint, mock)?;
    }
    for (id, kind, path) in &prepared.folders {
        store.add_folder(*id, *kind, path)?;
    }
    if prepared.removes_folders {
        store.remove_empty_folders()?;
    }
    store.set_next_id(prepared.merge.next_id)?;
    store.commit_records(false)?;
    // Also where the release stays the same.
    store.remove_unused_documents()
}

/// The folders that an import makes, with ids; counts those and the ones that there were.
fn new_folders(
    store: &Store,
    document: &Document,
    targets: &Targets,
    merge: &mut Merge,
) -> worker::Result<Vec<(u64, Kind, String)>> {
    let endpoints = folder::all(merge.entries.iter().map(|entry| entry.folder.as_str()));
    let schemas: Vec<String> =
        document.schema_folders.iter().map(|inner| folder::inside(&targets.schemas, inner)).collect();
    let schemas = folder::all(schemas.iter().map(String::as_str));
    let mut made = Vec::new();
    for (kind, folders) in [(Kind::Endpoint, endpoints), (Kind::Schema, schemas)] {
        let known = store.folders(kind)?;
        let (mut created, mut ignored) = (0, 0);
        for path in folders {
            if known.contains_key(&path) {
                ignored += 1;
            } else {
                created += 1;
                made.push((merge.next_id, kind, path));
                merge.next_id += 1;
            }
        }
        let counters = &mut merge.counters;
        match kind {
            Kind::Endpoint => {
                (counters.endpoint_folder_created, counters.endpoint_folder_ignored) = (created, ignored);
            }
            Kind::Schema => {
                (counters.schema_folder_created, counters.schema_folder_ignored) = (created, ignored);
            }
        }
    }
    Ok(made)
}

/// Shared schemas that are new or different, and those to forget. Endpoints keep to their own document's schemas;
/// this is for the counters. `alone` is whether nothing of the project stands in other modules, which share schemas.
#[allow(clippy::type_complexity)]
fn compare_schemas(
    store: &Store,
    document: &Document,
    options: &ImportOptions,
    alone: bool,
    counters: &mut Counters,
) -> worker::Result<(Vec<(String, String)>, Vec<String>)> {
    let mut known = store.schemas()?;
    let mut written = Vec::new();
    let schemas = schemas(&document.root);
    for name in &document.schema_names {
        let Some(schema) = schemas.and_then(|schemas| schemas.get(name)) else { continue };
        let digest = digest(&schema.to_string());
        match known.remove(name) {
            None => counters.schema_created += 1,
            Some(before)
                if before == digest
                    || options.schema_overwrite_behavior == OverwriteBehavior::KeepExisting =>
            {
                counters.schema_ignored += 1;
                continue;
            }
            Some(_) => counters.schema_updated += 1,
        }
        written.push((name.clone(), digest));
    }
    let clears = alone && options.delete_unmatched_resources && !document.operations.is_empty();
    let removed = if clears { known.into_keys().collect() } else { Vec::new() };
    Ok((written, removed))
}
