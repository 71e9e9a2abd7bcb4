//! Importing a document: read, compare, compile, store, all or nothing.

use super::folders::Kind;
use super::store::{EndpointRow, Store, digest, refused};
use super::{Project, unreadable};
use crate::error::ManagementError;
use crate::import::{
    CaseCounters, Counters, Document, DocumentKind, ImportOptions, ImportRequest, ImportSource,
    OverwriteBehavior, folder, read, text,
};
use crate::manage::{Change, KnownEndpoint, KnownResponse, Merge, merge, take_brought_mock};
use crate::model::{EndpointMock, MockSettings, Operation, Problem};
use crate::release::{EndpointSource, FORMAT, ProblemList, compile_endpoint};
use crate::schema::{Dialect, Names, Source};
use crate::validate::{RequestRules, compile_request};
use crate::worker::{clock, fetch, js, log, random, reply};
use serde_json::{Value, json};
use std::collections::HashMap;

/// How long, in milliseconds, after a project was published again it is not published again for the same reason.
const REPEAT_AFTER: i64 = 60_000;

/// What an import writes.
struct Prepared {
    merge: Merge,
    /// The digest of each operation.
    digests: Vec<String>,
    /// What is written of each operation.
    records: Vec<Option<Encoded>>,
    /// Shared schemas that are new or different, with their digests.
    schemas: Vec<(String, String)>,
    /// Shared schemas to forget.
    schemas_removed: Vec<String>,
    /// What the document brings for endpoints that nobody has set anything for, by their id.
    mocks: Vec<(u64, EndpointMock)>,
    /// Folders that there were not.
    folders: Vec<(u64, Kind, String)>,
    /// The settings that the file brings, where nobody has set any.
    settings: Option<MockSettings>,
    /// Whether folders that hold nothing any more are forgotten.
    removes_folders: bool,
}

impl Project {
    /// Imports a document. Nothing is written before all of it is understood and compiled. `expected` is what the route
    /// is named after: any kind of document is taken, the answer says what it was.
    pub(super) async fn import(
        &self,
        project: u64,
        body: Vec<u8>,
        expected: DocumentKind,
    ) -> Result<Value, ManagementError> {
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
        problems.extend(unexpected(&document, expected));
        problems.extend(parsed.problems);
        problems.extend(document.problems.iter().cloned());
        problems.extend(without_effect(&document, &options));
        let targets = Targets::find(&store, &options)?;
        let new_token = random::token().map_err(|error| reply::internal("making a token", &error))?;
        let settings = settings_of_file(&store, &document, &known, new_token).map_err(unreadable)?;
        let prepared = prepare(&store, &document, &known, &options, &targets, settings, &mut problems);
        let mut prepared = prepared.map_err(unreadable)?;
        let counters = prepared.merge.counters;
        let shown_counters = match expected {
            DocumentKind::Postman => counters.of_collection(count_cases(&document, &prepared.merge)),
            _ => json!(counters),
        };
        let errors = errors(&document);
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
        Ok(json!({
            "counters": shown_counters,
            "errors": errors,
            "problems": problems,
            "release": committed.shown(),
        }))
    }

    /// Compiles and publishes again what another version of edgemock has left, a newer one too: the format of records is
    /// not the one that this version reads. Whatever first comes to the object brings it about.
    pub(super) async fn renew(&self, project: u64) -> Result<(), ManagementError> {
        let store = self.store(project)?;
        if store.format().map_err(unreadable)? == FORMAT || store.release().map_err(unreadable)? == 0 {
            return Ok(());
        }
        js::transaction(&self.state, || recompile(&store)).map_err(refused)?;
        log::told("compiled again for this version", store.project);
        self.publish_now(&store).await?;
        Ok(())
    }

    /// Publishes once more what KV has in another format, damaged, or not at all. Compiles everything again where the
    /// records are in another format, or `packs` are what is wrong. Not more often than once in a while: anybody's
    /// request can cause it.
    pub(super) async fn republish(&self, project: u64, packs: bool) -> Result<Value, ManagementError> {
        let store = self.store(project)?;
        // A project that is gone has nothing to publish: a mock request may have come from what it left behind.
        if store.release().map_err(unreadable)? == 0 {
            return Ok(Value::Null);
        }
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

/// A compiled operation, as it is stored.
pub(super) struct Encoded {
    pub(super) record: Vec<u8>,
    /// The rules for its requests.
    pub(super) request: Vec<u8>,
}

/// Nothing for an operation that demands nothing.
fn encoded_rules(rules: &RequestRules) -> Vec<u8> {
    if rules.is_empty() { Vec::new() } else { rules.encode() }
}

/// A compiled operation, and what is wrong with it.
pub(super) struct Compiled {
    pub(super) stored: Encoded,
    pub(super) problems: Vec<Problem>,
}

/// Compiles one operation of a document. `responses` may be in any order.
pub(super) fn compile(
    source: &mut Source<'_>,
    document: &Document,
    operation: &Operation,
    id: u64,
    responses: &[KnownResponse],
    names: &Names,
) -> Compiled {
    let id_of = |key: &str| responses.iter().find(|known| known.key == key).map_or(0, |known| known.id);
    let response_ids: Vec<u64> = operation.responses.iter().map(|response| id_of(&response.key)).collect();
    let endpoint = EndpointSource { id, operation, response_ids: &response_ids, names };
    let compiled = compile_endpoint(source, &document.root, endpoint);
    let request = compile_request(source, &document.root, document.dialect, operation);
    let stored = Encoded { record: compiled.record, request: encoded_rules(&request.rules) };
    Compiled { stored, problems: [compiled.problems, request.problems].concat() }
}

/// The folders that an import goes into; empty for the root.
struct Targets {
    endpoints: String,
    schemas: String,
}

impl Targets {
    fn find(store: &Store, options: &ImportOptions) -> Result<Self, ManagementError> {
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

/// Says what kind of document it was where the route is for another kind.
fn unexpected(document: &Document, expected: DocumentKind) -> Option<Problem> {
    let message = match (expected, document.kind) {
        (DocumentKind::Postman, DocumentKind::OpenApi) => {
            "an OpenAPI document, no Postman collection: imported as what it is"
        }
        (DocumentKind::Postman, DocumentKind::Project) => {
            "a project file, no Postman collection: imported as what it is"
        }
        _ => return None,
    };
    Some(Problem::warning("", message))
}

/// Options that ask for what there is not.
fn without_effect(document: &Document, options: &ImportOptions) -> Option<Problem> {
    let servers = document.root.get("servers").and_then(Value::as_array).map_or(0, Vec::len);
    (options.import_servers_as_environments && servers > 0).then(|| {
        let message = format!(
            "`importServersAsEnvironments` has no effect, there are no environments: {servers} servers"
        );
        Problem::warning("/servers", message)
    })
}

/// What CI scripts look at: an import that took nothing, or not all, must not pass for a success.
fn errors(document: &Document) -> Vec<Value> {
    let mut errors = Vec::new();
    if document.operations.is_empty() && document.schema_names.is_empty() {
        let message = "nothing was imported: the document declares neither operations nor schemas";
        errors.push(json!({"message": message, "code": "NOTHING_IMPORTED"}));
    }
    if document.failed > 0 {
        let message = format!("{} endpoints could not be taken: `problems` says why", document.failed);
        errors.push(json!({"message": message, "code": "ENDPOINT_FAILED"}));
    }
    errors
}

/// The settings that a file brings, for a project in which nobody has set anything or imported anything yet.
fn settings_of_file(
    store: &Store,
    document: &Document,
    known: &[(KnownEndpoint, u64)],
    new_token: String,
) -> worker::Result<Option<MockSettings>> {
    let Some(brought) = document.settings.clone().filter(|_| known.is_empty()) else { return Ok(None) };
    let before = store.settings()?;
    if before != MockSettings::default() {
        return Ok(None);
    }
    Ok(Some(brought.apply(&before, || new_token)).filter(|settings| *settings != before))
}

/// Saved responses of a collection go with their endpoint.
fn count_cases(document: &Document, merge: &Merge) -> CaseCounters {
    let mut counters = CaseCounters::default();
    for (operation, entry) in document.operations.iter().zip(&merge.entries) {
        let media = operation.responses.iter().flat_map(|response| &response.content);
        let cases: u64 = media.map(|media| media.examples.len() as u64).sum();
        match entry.change {
            Change::Created => counters.endpoint_case_created += cases,
            Change::Updated => counters.endpoint_case_updated += cases,
            Change::Unchanged | Change::Kept => counters.endpoint_case_ignored += cases,
        }
    }
    counters
}

fn prepare(
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
    let (schemas, schemas_removed) = compare_schemas(store, document, options, &mut merge.counters)?;
    let names = settings.as_ref().unwrap_or(&store.settings()?).names();
    let mut source = Source::new(&document.root, document.dialect);
    let mut records = Vec::with_capacity(document.operations.len());
    for (operation, entry) in document.operations.iter().zip(&merge.entries) {
        if entry.change == Change::Kept {
            records.push(None);
            continue;
        }
        let compiled = compile(&mut source, document, operation, entry.id, &entry.responses, &names);
        problems.extend(compiled.problems);
        records.push(Some(compiled.stored));
    }
    let removes_folders = options.delete_unmatched_resources && !document.operations.is_empty();
    let mocks = brought;
    Ok(Prepared {
        merge,
        digests,
        records,
        schemas,
        schemas_removed,
        mocks,
        folders,
        settings,
        removes_folders,
    })
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
        && prepared.mocks.is_empty()
        && prepared.folders.is_empty()
        && prepared.settings.is_none()
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
    records: Vec<Option<Encoded>>,
) -> worker::Result<()> {
    if let Some(settings) = &prepared.settings {
        store.set_settings(settings)?;
    }
    let number = store.add_document(text.text, text.digest, &document.title, text.reading)?;
    let entries = prepared.merge.entries.iter().zip(&document.operations).zip(&prepared.digests);
    for (((entry, operation), digest), record) in entries.zip(records) {
        let Some(Encoded { record, request }) = record else { continue };
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
            let compiled =
                compile(&mut source, &document, operation, endpoint.id, &endpoint.responses, &names);
            store.write_record(endpoint.id, compiled.stored.record, compiled.stored.request)?;
        }
    }
    store.commit_records(true)
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
    let clears = options.delete_unmatched_resources && !document.operations.is_empty();
    let removed = if clears { known.into_keys().collect() } else { Vec::new() };
    Ok((written, removed))
}
