//! Importing a document: read, compare, compile, store, all or nothing.

use super::store::{EndpointRow, Store, digest, refused};
use super::{Project, unreadable};
use crate::error::ManagementError;
use crate::import::{
    Counters, Document, ImportOptions, ImportRequest, ImportSource, OverwriteBehavior, folder, read, text,
};
use crate::manage::{Change, KnownEndpoint, Merge, merge};
use crate::model::Problem;
use crate::release::{EndpointSource, FORMAT, ProblemList, compile_endpoint};
use crate::schema::{Dialect, Source};
use crate::worker::{clock, fetch, js};
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};

/// How long, in milliseconds, after a project was published again it is not published again for the same reason.
const REPEAT_AFTER: i64 = 60_000;

/// What an import writes.
struct Prepared {
    merge: Merge,
    /// The digest of each operation.
    digests: Vec<String>,
    /// The encoded record of each operation that is written.
    records: Vec<Option<Vec<u8>>>,
    /// Shared schemas that are new or different, with their digests.
    schemas: Vec<(String, String)>,
    /// Shared schemas to forget.
    schemas_removed: Vec<String>,
}

impl Project {
    /// Imports a document. Nothing is written before all of it is understood and compiled.
    pub(super) async fn import(&self, project: u64, body: Vec<u8>) -> Result<Value, ManagementError> {
        let request = ImportRequest::parse(&body)?;
        drop(body);
        let parsed = match request.source {
            ImportSource::Document(parsed) => parsed,
            ImportSource::Url { url, basic_auth } => {
                text::parse(&fetch::document(&url, basic_auth.as_ref()).await?)?
            }
        };
        // From here to the end of the transaction nothing is waited for, so that no other import comes in between.
        let options = request.options;
        let document = read(parsed.value, &options)?;
        let store = self.store(project)?;
        let known = store.endpoints().map_err(unreadable)?;
        let stored_text = document.root.to_string();
        let text_digest = digest(&stored_text);
        let reading = reading_options(&options);
        let same_document = store.document_with(&text_digest, &reading).map_err(unreadable)?;
        let mut problems = ProblemList::default();
        problems.extend(parsed.problems);
        problems.extend(document.problems.iter().cloned());
        let prepared = prepare(&store, &document, &known, &options, &mut problems);
        let mut prepared = prepared.map_err(unreadable)?;
        let counters = prepared.merge.counters;
        if !changes_nothing(&prepared, &known, same_document) {
            let records = std::mem::take(&mut prepared.records);
            let document_text = DocumentText { text: &stored_text, digest: &text_digest, reading: &reading };
            let mut records = Some(records);
            let write =
                || write(&store, &document, &document_text, &prepared, records.take().unwrap_or_default());
            js::transaction(&self.state, write).map_err(refused)?;
        }
        let committed = self.publish_now(&store).await?;
        let mut problems = problems.finish();
        if document.problems_omitted > 0 {
            let message =
                format!("{} more problems of the document are not listed", document.problems_omitted);
            problems.push(Problem::warning("", message));
        }
        Ok(json!({"counters": counters, "errors": [], "problems": problems, "release": committed.shown()}))
    }

    /// Publishes once more what KV has in another format, damaged, or not at all. Compiles everything again where the
    /// records are in another format, or `packs` are what is wrong. Not more often than once in a while: anybody's
    /// request can cause it.
    pub(super) async fn republish(&self, project: u64, packs: bool) -> Result<Value, ManagementError> {
        let store = self.store(project)?;
        let outdated = store.format().map_err(unreadable)? != FORMAT;
        let again = |store: &Store| {
            let due = store.repeated_at()? + REPEAT_AFTER <= clock::now();
            if !outdated && !due {
                return Ok(());
            }
            store.set_repeated_at(clock::now())?;
            store.set_published(0)?;
            if outdated || packs { recompile(store) } else { Ok(()) }
        };
        js::transaction(&self.state, || again(&store)).map_err(refused)?;
        let committed = self.publish_now(&store).await?;
        Ok(committed.shown())
    }
}

/// The text of a document as it is stored.
struct DocumentText<'a> {
    text: &'a str,
    digest: &'a str,
    reading: &'a str,
}

/// The options that decide how a document is read, as they are stored with it.
fn reading_options(options: &ImportOptions) -> String {
    json!({"prependBasePath": options.prepend_base_path}).to_string()
}

fn prepare(
    store: &Store,
    document: &Document,
    known: &[(KnownEndpoint, u64)],
    options: &ImportOptions,
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
    let mut merge = merge(&endpoints, &operations, options, store.next_id()?);
    count_folders(&mut merge.counters, &document.folders, &endpoints);
    let (schemas, schemas_removed) = compare_schemas(store, document, options, &mut merge.counters)?;
    let names = store.settings()?.names();
    let mut source = Source::new(&document.root, document.dialect);
    let mut records = Vec::with_capacity(document.operations.len());
    for (operation, entry) in document.operations.iter().zip(&merge.entries) {
        if entry.change == Change::Kept {
            records.push(None);
            continue;
        }
        let response_ids: Vec<u64> = entry.responses.iter().map(|response| response.id).collect();
        let endpoint = EndpointSource { id: entry.id, operation, response_ids: &response_ids, names: &names };
        let compiled = compile_endpoint(&mut source, &document.root, endpoint);
        problems.extend(compiled.problems);
        records.push(Some(compiled.record));
    }
    Ok(Prepared { merge, digests, records, schemas, schemas_removed })
}

/// Whether the project is, byte for byte, what the import would make of it.
fn changes_nothing(prepared: &Prepared, known: &[(KnownEndpoint, u64)], same: Option<u64>) -> bool {
    let merge = &prepared.merge;
    let documents: HashMap<u64, u64> =
        known.iter().map(|(endpoint, document)| (endpoint.id, *document)).collect();
    let untouched = |entry: &crate::manage::Entry| match entry.change {
        Change::Kept => true,
        Change::Unchanged => same.is_some() && documents.get(&entry.id).copied() == same,
        Change::Created | Change::Updated => false,
    };
    merge.removed.is_empty()
        && prepared.schemas.is_empty()
        && prepared.schemas_removed.is_empty()
        && merge.entries.iter().all(untouched)
}

/// Writes what was prepared.
fn write(
    store: &Store,
    document: &Document,
    text: &DocumentText<'_>,
    prepared: &Prepared,
    records: Vec<Option<Vec<u8>>>,
) -> worker::Result<()> {
    let number = store.add_document(text.text, text.digest, &document.title, text.reading)?;
    let entries = prepared.merge.entries.iter().zip(&document.operations).zip(&prepared.digests);
    for (((entry, operation), digest), record) in entries.zip(records) {
        let Some(record) = record else { continue };
        store.write_endpoint(EndpointRow {
            id: entry.id,
            document: number,
            method: operation.method,
            path: &operation.path,
            name: &operation.name,
            folder: &operation.folder,
            digest,
            responses: &entry.responses,
            record,
        })?;
    }
    for endpoint in &prepared.merge.removed {
        store.remove_endpoint(*endpoint)?;
    }
    for (name, digest) in &prepared.schemas {
        store.write_schema(name, digest)?;
    }
    for name in &prepared.schemas_removed {
        store.remove_schema(name)?;
    }
    store.set_next_id(prepared.merge.next_id)?;
    store.commit_records(false)?;
    // Also where the release stays the same.
    store.remove_unused_documents()
}

/// Compiles the endpoints of all documents again.
pub(super) fn recompile(store: &Store) -> worker::Result<()> {
    let names = store.settings()?.names();
    let known = store.endpoints()?;
    for (number, reading) in store.documents()? {
        let options: ImportOptions = serde_json::from_str(&reading)?;
        let failed = |error: crate::import::DocumentError| worker::Error::RustError(error.to_string());
        let parsed = text::parse(store.document_text(number)?.as_bytes()).map_err(failed)?;
        let document = read(parsed.value, &options).map_err(failed)?;
        let mut endpoints: HashMap<_, _> = HashMap::new();
        for (endpoint, from) in &known {
            if *from == number {
                endpoints.insert((endpoint.method, endpoint.path.as_str()), endpoint);
            }
        }
        let mut source = Source::new(&document.root, document.dialect);
        for operation in &document.operations {
            let Some(endpoint) = endpoints.get(&(operation.method, operation.path.as_str())) else {
                continue;
            };
            let id_of = |key: &str| endpoint.responses.iter().find(|known| known.key == key);
            let response_ids: Vec<u64> = operation
                .responses
                .iter()
                .map(|response| id_of(&response.key).map_or(0, |known| known.id))
                .collect();
            let endpoint =
                EndpointSource { id: endpoint.id, operation, response_ids: &response_ids, names: &names };
            let compiled = compile_endpoint(&mut source, &document.root, endpoint);
            store.write_record(endpoint.id, compiled.record)?;
        }
    }
    store.commit_records(true)
}

fn count_folders(counters: &mut Counters, folders: &[String], known: &[KnownEndpoint]) {
    let known: HashSet<String> =
        folder::all(known.iter().map(|endpoint| endpoint.folder.as_str())).into_iter().collect();
    for name in folders {
        if known.contains(name) {
            counters.endpoint_folder_ignored += 1;
        } else {
            counters.endpoint_folder_created += 1;
        }
    }
}

/// Shared schemas that are new or different, and those to forget. Endpoints keep to their own document's schemas;
/// this is for the counters.
#[allow(clippy::type_complexity)]
fn compare_schemas(
    store: &Store,
    document: &Document,
    options: &ImportOptions,
    counters: &mut Counters,
) -> worker::Result<(Vec<(String, String)>, Vec<String>)> {
    let mut known = store.schemas()?;
    let mut written = Vec::new();
    let schemas = match document.dialect {
        Dialect::OpenApi20 => document.root.pointer("/definitions"),
        _ => document.root.pointer("/components/schemas"),
    };
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
    let removed = if options.delete_unmatched_resources { known.into_keys().collect() } else { Vec::new() };
    Ok((written, removed))
}
