//! Importing a document: read, compare, compile, store, all or nothing.

use super::compile::{compile, recompile};
use super::import_plan::{
    DocumentText, Prepared, Targets, changes_nothing, prepare, settings_of_file, write,
};
use super::store::{Store, digest, refused};
use super::{Project, unreadable};
use crate::error::ManagementError;
use crate::import::{
    CaseCounters, Document, DocumentKind, ImportOptions, ImportRequest, ImportSource, read, text,
};
use crate::manage::{Change, ImportBranch, JobState, Merge, Phase, Progress};
use crate::model::Problem;
use crate::release::{FORMAT, ProblemList};
use crate::schema::Source;
use crate::worker::{clock, fetch, js, log, random, reply};
use serde_json::{Value, json};
use std::time::Duration;
use worker::Delay;

/// How long, in milliseconds, after a project was published again it is not published again for the same reason.
const REPEAT_AFTER: i64 = 60_000;

/// Operations that are compiled before others get their turn.
const PIECE: usize = 8;
/// How often an import that takes turns with others is compared and compiled anew because they changed the project. Then it
/// lets nobody come in between.
const PATIENCE: usize = 2;

/// Why an import does not come to its end. Nothing was changed.
#[derive(Debug)]
pub(super) enum Stop {
    /// Somebody cancelled the job.
    Cancelled,
    /// It cannot be done.
    Failed(ManagementError),
}

impl<E: Into<ManagementError>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

/// How an import goes on: at once, or as a job, with pauses in which others get their turn and learn how far it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace<'p> {
    job: Option<(&'p Project, u64)>,
}

impl<'p> Pace<'p> {
    pub(super) const AT_ONCE: Self = Self { job: None };

    pub(super) const fn of_job(project: &'p Project, job: u64) -> Self {
        Self { job: Some((project, job)) }
    }

    /// Tells how far the job is, and lets others have their turn.
    async fn reached(self, phase: Phase, done: usize, total: usize) -> Result<(), Stop> {
        let Some((project, job)) = self.job else { return Ok(()) };
        self.tell(phase, done, total);
        Delay::from(Duration::ZERO).await;
        let stored = project.store(0)?.job(job).map_err(unreadable)?;
        if stored.is_none_or(|job| job.state.is_finished()) { Err(Stop::Cancelled) } else { Ok(()) }
    }

    fn tell(self, phase: Phase, done: usize, total: usize) {
        if let Some((project, job)) = self.job {
            project.progress.set(Some(Progress { job, phase, done, total }));
        }
    }
}

impl Project {
    /// `POST …/import-openapi`, with the answer when it is done.
    pub(super) async fn import_at_once(
        &self,
        project: u64,
        body: Vec<u8>,
        expected: DocumentKind,
    ) -> Result<Value, ManagementError> {
        match self.import(project, body, expected, &Pace::AT_ONCE).await {
            Ok(result) => Ok(result),
            Err(Stop::Failed(error)) => Err(error),
            Err(Stop::Cancelled) => Err(reply::internal("importing", &"cancelled, although it is no job")),
        }
    }

    /// Imports a document. Nothing is written before all of it is understood and compiled. `expected` is what the route
    /// is named after: any kind of document is taken, the answer says what it was.
    pub(super) async fn import(
        &self,
        project: u64,
        body: Vec<u8>,
        expected: DocumentKind,
        pace: &Pace<'_>,
    ) -> Result<Value, Stop> {
        pace.reached(Phase::Reading, 0, 0).await?;
        let request = ImportRequest::take(body)?;
        let parsed = match request.source {
            ImportSource::Document(parsed) => parsed,
            ImportSource::Url { url, basic_auth } => {
                text::parse(&fetch::document(&url, basic_auth.as_ref()).await?)?
            }
        };
        let options = request.options;
        let mut document = read(parsed.value, &options)?;
        let main = self.store(project)?;
        let total = document.operations.len();
        let job = pace.job;
        let mut original: Option<Value> = None;
        let mut round = 0;
        let result = loop {
            // Others may change the project while a job pauses: then what follows is done anew.
            let seen = main.changes().map_err(unreadable)?;
            let is_empty = main.is_empty().map_err(unreadable)?;
            let branch =
                main.branches().map_err(unreadable)?.for_import(options.target_branch_id, is_empty)?;
            let store = main.on(branch.id());
            let reading = reading_options(&options, store.branch);
            let pace = if round < PATIENCE { *pace } else { Pace::AT_ONCE };
            round += 1;
            let mut problems = ProblemList::default();
            problems.extend(unexpected(&document, expected));
            problems.extend(parsed.problems.iter().cloned());
            let known = store.endpoints().map_err(unreadable)?;
            let mut bases = Vec::new();
            if let Some(merged) =
                store.merge_by_hand(&document, original.as_ref(), &options, &mut problems)?
            {
                bases = merged.bases;
                let mut read = read(merged.root, &options)?;
                // What only the file has, and not the document that was made of it.
                (read.kind, read.failed) = (document.kind, document.failed);
                read.settings = document.settings.take();
                let before = std::mem::replace(&mut document, read);
                original.get_or_insert(before.root);
            }
            problems.extend(document.problems.iter().cloned());
            problems.extend(without_effect(&document, &options));
            problems.extend(made(branch));
            let stored_text = document.root.to_string();
            let text_digest = digest(&stored_text);
            let same_document = store.document_with(&text_digest, &reading).map_err(unreadable)?;
            let targets = Targets::find(&store, &options)?;
            let new_token = random::token().map_err(|error| reply::internal("making a token", &error))?;
            let settings = settings_of_file(&store, &document, &known, new_token).map_err(unreadable)?;
            let prepared = prepare(&store, &document, &known, &options, &targets, settings, &mut problems);
            let mut prepared = prepared.map_err(unreadable)?;
            prepared.bases = bases;
            let names = prepared.settings.as_ref().unwrap_or(&store.settings().map_err(unreadable)?).names();
            let mut records = Vec::with_capacity(total);
            let mut source = Source::new(&document.root, document.dialect);
            for (at, (operation, entry)) in
                document.operations.iter().zip(&prepared.merge.entries).enumerate()
            {
                if at % PIECE == 0 {
                    pace.reached(Phase::Compiling, at, total).await?;
                }
                if entry.change == Change::Kept {
                    records.push(None);
                    continue;
                }
                let compiled = compile(&mut source, &document, operation, entry.id, &entry.responses, &names);
                problems.extend(compiled.problems);
                records.push(Some(compiled.stored));
            }
            drop(source);
            pace.reached(Phase::Packing, total, total).await?;
            // From here to the end of the transaction nothing is waited for.
            if main.changes().map_err(unreadable)? != seen {
                continue;
            }
            let result = shown(&document, &prepared, expected, &options, store.branch, problems);
            let document_text = DocumentText { text: &stored_text, digest: &text_digest, reading: &reading };
            let unchanged = changes_nothing(&prepared, &known, same_document);
            let mut records = Some(records);
            let commit = || {
                if !unchanged {
                    let records = records.take().unwrap_or_default();
                    store.begin_branch(branch)?;
                    write(&store, &document, &document_text, &prepared, records)?;
                }
                match job {
                    Some((_, job)) => {
                        let end = (total, Some(store.release()?));
                        store.finish_job(job, JobState::Succeeded, Some(&result), end)
                    }
                    None => Ok(()),
                }
            };
            js::transaction(&self.state, commit).map_err(refused)?;
            break result;
        };
        pace.tell(Phase::Publishing, total, total);
        let committed = self.publish_now(&main).await?;
        let mut result = result;
        if let Some(fields) = result.as_object_mut() {
            fields.insert("release".to_owned(), committed.shown());
        }
        Ok(result)
    }

    /// Compiles and publishes again what another version of edgemock has left, a newer one too: the format of records is
    /// not the one that this version reads. Whatever first comes to the object brings it about.
    pub(super) async fn renew(&self, project: u64) -> Result<(), ManagementError> {
        let store = self.store(project)?;
        if store.format().map_err(unreadable)? == FORMAT || store.release().map_err(unreadable)? == 0 {
            return Ok(());
        }
        // The pointer too, even where it comes out the same: what KV has is of the other version.
        let again = || store.set_published(0).and_then(|()| recompile(&store));
        js::transaction(&self.state, again).map_err(refused)?;
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

/// The options that are stored with a document: how it is read, and which branch and module it was imported into, where
/// that is not the main or default one.
pub(super) fn reading_options(options: &ImportOptions, branch: u64) -> String {
    let mut stored = json!({"prependBasePath": options.prepend_base_path});
    for (name, id) in [("moduleId", options.module_id), ("targetBranchId", branch)] {
        if id != 0 {
            stored[name] = json!(id);
        }
    }
    stored.to_string()
}

/// What the answer says of an import, but for its release.
fn shown(
    document: &Document,
    prepared: &Prepared,
    expected: DocumentKind,
    options: &ImportOptions,
    branch: u64,
    problems: ProblemList,
) -> Value {
    let counters = prepared.merge.counters;
    let counters = match expected {
        DocumentKind::Postman => counters.of_collection(count_cases(document, &prepared.merge)),
        _ => json!(counters),
    };
    let mut problems = problems.finish();
    if document.problems_omitted > 0 {
        let message = format!("{} more problems of the document are not listed", document.problems_omitted);
        problems.push(Problem::warning("", message));
    }
    json!({
        "counters": counters,
        "errors": errors(document),
        "problems": problems,
        "ignored": options.ignored(),
        "branchId": branch,
    })
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

/// What callers have to know of a branch that an import makes.
fn made(branch: ImportBranch) -> Option<Problem> {
    let message = match branch {
        ImportBranch::Known(_) => return None,
        ImportBranch::MainNamed(id) => format!(
            "the first import names the main branch: it is `targetBranchId` {id} from now on, as well as 0"
        ),
        ImportBranch::New(id) => format!(
            "branch {id} is new: its mock URLs (…-{id}-…) show what is imported into it, and the main branch for the rest"
        ),
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
