//! The `Project` object: the authority on one project. Its database is the truth, KV is the published copy.

mod branches;
mod by_hand;
mod commit;
mod compile;
mod edit;
mod endpoint_mock;
mod endpoints;
mod export;
mod folders;
mod import;
mod import_plan;
mod internal;
mod jobs;
mod public_document;
mod publish;
mod releases;
mod store;
mod subject;
mod trial;

use super::body::read_up_to;
use super::management::{
    CONDITION_HEADER, JOB_HEADER, ORIGIN_HEADER, PROJECT_HEADER, PUBLIC_DOCUMENT, SUBJECT_HEADER,
};
use super::reply::Success;
use super::{js, log, random, reply, split_url};
use crate::error::ManagementError;
use crate::import::DocumentKind;
use crate::manage::{Action, MAX_ENDPOINT_MOCK, Progress, SettingsPatch, expect_version, route, version_of};
use crate::model::MockSettings;
use futures_util::lock::Mutex;
use public_document::PublicDocument;
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use store::Store;
use subject::Subject;
use worker::{DurableObject, Env, Request, Response, Result, State, durable_object};

/// How long the body of an import may be, in bytes: the largest document, with room for what JSON text adds to it.
const MAX_IMPORT_BODY: usize = 32 * 1024 * 1024;
/// How long the body of any other request may be, in bytes.
const MAX_BODY: usize = 64 * 1024;

/// One object a project; all changes to it go through here, one after the other.
#[durable_object(alarm)]
#[derive(Debug)]
pub struct Project {
    state: State,
    env: Env,
    /// Held by whoever writes to KV: a pointer must never overtake a newer one.
    publishing: Mutex<()>,
    /// When the pointer was put last: KV takes one write a second for each key.
    pointer_put_at: Cell<i64>,
    /// What the public page shows.
    public: RefCell<Option<PublicDocument>>,
    /// How far the job is that runs now.
    progress: Cell<Option<Progress>>,
}

impl DurableObject for Project {
    fn new(state: State, env: Env) -> Self {
        Self {
            state,
            env,
            publishing: Mutex::new(()),
            pointer_put_at: Cell::new(0),
            public: RefCell::new(None),
            progress: Cell::new(None),
        }
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        let header = |name: &str| request.headers().get(name).ok().flatten();
        let project = header(PROJECT_HEADER).and_then(|id| id.parse().ok()).unwrap_or_default();
        let origin = header(ORIGIN_HEADER).unwrap_or_default();
        let (url, condition) = (request.inner().url(), header(CONDITION_HEADER));
        let (path, query) = split_url(&url).1.split_once('?').unwrap_or((split_url(&url).1, ""));
        let call = Call {
            project,
            origin: &origin,
            path,
            query,
            condition: condition.as_deref(),
            as_job: header(JOB_HEADER).is_some(),
        };
        // What is changed has its name before the change, what is made after it.
        let method = request.inner().method();
        let changed = route(&method, call.path).ok().filter(|route| route.action.changes(&method));
        let subject = changed
            .as_ref()
            .map(|route| self.store(project).map(|store| Subject::of(&store, route)).unwrap_or_default());
        let done = self.answer(&call, request.inner()).await;
        let subject = subject.zip(changed).map(|(subject, route)| match &done {
            Ok(done) => subject.made(route.action, done).query(),
            Err(_) => subject.query(),
        });
        let response = reply::finish(done)?;
        if let Some(subject) = subject.filter(|subject| !subject.is_empty()) {
            response.headers().set(SUBJECT_HEADER, &subject)?;
        }
        Ok(response.into())
    }

    async fn alarm(&self) -> Result<Response> {
        let _ = self.renew(0).await;
        if let Err(error) = self.run_jobs().await {
            log::failed("running import jobs, to be tried again", None, &error);
        }
        // A failure has set the next alarm already.
        let _ = self.publish().await;
        Response::empty()
    }
}

/// A change that is stored, and whether it is published too.
struct Committed {
    release: u64,
    published: bool,
}

/// A request to the object.
struct Call<'r> {
    /// The project's id.
    project: u64,
    /// Under which origin the Worker was called.
    origin: &'r str,
    path: &'r str,
    query: &'r str,
    /// `If-Match`.
    condition: Option<&'r str>,
    /// Whether the answer need not wait for the work.
    as_job: bool,
}

impl Project {
    async fn answer(
        &self,
        call: &Call<'_>,
        request: &worker::web_sys::Request,
    ) -> std::result::Result<Success, ManagementError> {
        let project = call.project;
        if let Some(done) = self.internal(project, call.path).await {
            return done;
        }
        if call.path == PUBLIC_DOCUMENT {
            return self.public_document(call);
        }
        let route = route(&request.method(), call.path)?;
        reply::check_body(route.action, request)?;
        self.renew(project).await?;
        let limit = match route.action {
            Action::Import | Action::ImportCollection => MAX_IMPORT_BODY,
            action if action.changes_endpoint_mock() || action.edits_document() => 2 * MAX_ENDPOINT_MOCK,
            _ => MAX_BODY,
        };
        let body = read_up_to(request.body(), limit).await;
        let (body, more) = body.map_err(|error| reply::internal("reading the request body", &error))?;
        if more {
            return Err(ManagementError::BodyTooLarge { limit });
        }
        match route.action {
            Action::ReadSettings => Ok(shown(&self.store(project)?.settings().map_err(unreadable)?, None)),
            Action::ChangeSettings => self.change_settings(call, &body).await,
            Action::ListEndpoints => self.list_endpoints(call),
            Action::Import | Action::ImportCollection => {
                let collection = route.action == Action::ImportCollection;
                let kind = if collection { DocumentKind::Postman } else { DocumentKind::OpenApi };
                if call.as_job {
                    return self.add_import_job(project, &body, kind).await;
                }
                Ok(self.import_at_once(project, body, kind).await?.into())
            }
            Action::ListImportJobs => Ok(self.list_import_jobs(project).await?.into()),
            Action::ReadImportJob => self.import_job(project, route.item).await,
            Action::CancelImportJob => self.cancel_import_job(project, route.item).await,
            Action::Export => self.export(call, &body),
            Action::ListBranches => Ok(self.list_branches(call)?.into()),
            Action::DeleteBranch => Ok(self.delete_branch(project, route.item).await?.into()),
            Action::ListFolders => Ok(self.list_folders(project)?.into()),
            Action::ListReleases => Ok(self.list_releases(project)?.into()),
            Action::ReadRelease => Ok(self.read_release(project, route.item)?.into()),
            Action::RollBack => Ok(self.roll_back(call, route.item).await?.into()),
            Action::Sample => self.sample(call, &body),
            Action::PreviewCustomMock => self.preview_mock(&route, &body),
            Action::TestScript => self.test_script(route, &body).await,
            action if action.edits_document() => self.endpoint_action(call, &route, &body).await,
            _ => self.endpoint_mock(route, call.condition, &body).await,
        }
    }

    fn store(&self, project: u64) -> std::result::Result<Store, ManagementError> {
        Store::open(&self.state, project).map_err(|error| reply::internal("opening the database", &error))
    }

    async fn change_settings(
        &self,
        call: &Call<'_>,
        body: &[u8],
    ) -> std::result::Result<Success, ManagementError> {
        let patch = SettingsPatch::parse(body)?;
        let new_token = random::token().map_err(|error| reply::internal("making a token", &error))?;
        let store = self.store(call.project)?;
        // Nothing is waited for from here to the end of the transaction, so that no other change comes in between.
        expect_version(call.condition, Some(&version_of(&store.settings().map_err(unreadable)?)))?;
        let settings = js::transaction(&self.state, || {
            let before = store.settings()?;
            let settings = patch.clone().apply(&before, || new_token.clone());
            store.set_settings(&settings)?;
            // What names mean is part of the records.
            let names = |settings: &MockSettings| (settings.name_rules.clone(), settings.built_in_name_rules);
            let checked =
                |settings: &MockSettings| settings.request_validation || settings.security_validation;
            if names(&before) != names(&settings) {
                compile::recompile(&store)?;
            } else if checked(&before) != checked(&settings) {
                store.commit_records(false)?;
            } else {
                store.commit_release()?;
            }
            Ok(settings)
        });
        let settings = settings.map_err(store::refused)?;
        let committed = self.publish_now(&store).await?;
        Ok(shown(&settings, Some(&committed)))
    }

    /// Publishes and says where it stands. The change is stored whatever comes of it: the alarm goes on trying.
    async fn publish_now(&self, store: &Store) -> std::result::Result<Committed, ManagementError> {
        // Set before anything is waited for, so that it is stored together with the change.
        if store.is_behind().map_err(unreadable)? {
            let alarm = self.set_alarm_in(self.first_retry()).await;
            alarm.map_err(|error| reply::internal("setting the alarm", &error))?;
            let _ = self.publish().await;
        }
        let release = store.release().map_err(unreadable)?;
        Ok(Committed { release, published: !store.is_behind().map_err(unreadable)? })
    }
}

#[allow(clippy::needless_pass_by_value)] // For `map_err`.
fn unreadable(error: worker::Error) -> ManagementError {
    reply::internal("reading the database", &error)
}

/// Settings as the API shows them.
fn shown(settings: &MockSettings, committed: Option<&Committed>) -> Success {
    let etag = Some(version_of(settings));
    let mut shown = json!(settings);
    if let (Some(fields), Some(committed)) = (shown.as_object_mut(), committed) {
        fields.insert("release".to_owned(), committed.shown());
    }
    Success { etag, ..shown.into() }
}

impl Committed {
    fn shown(&self) -> Value {
        json!({"id": self.release, "published": self.published})
    }
}
