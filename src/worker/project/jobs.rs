//! Imports that are jobs: kept in the database until they are done, carried out one after the other by the object's alarm.
//! A job that the runtime ended in the middle is begun anew: until its last transaction it has changed nothing, and that
//! transaction finishes the job as well.

use super::import::{Pace, Stop};
use super::store::{Store, refused};
use super::{Project, unreadable};
use crate::error::ManagementError;
use crate::import::{DocumentKind, ImportRequest};
use crate::manage::{
    FINISHED_JOBS_FOR, FINISHED_JOBS_KEPT, ImportJob, JobKind, JobState, MAX_JOB_ATTEMPTS,
    MAX_UNFINISHED_JOBS, job_url, never_ended, stored_error,
};
use crate::worker::reply::Success;
use crate::worker::sql::{Row, id, optional_id};
use crate::worker::{clock, js, log, reply};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use worker::Result;

/// A row may take 2 MB.
const PART_BYTES: usize = 1_500_000;
/// How long after a job was begun the alarm looks whether it still runs, in milliseconds.
pub(super) const LOOK_AGAIN: i64 = 5_000;

pub(super) const TABLES: [&str; 2] = [
    "CREATE TABLE IF NOT EXISTS import_job (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, state TEXT NOT NULL, \
     created INTEGER NOT NULL, started INTEGER, finished INTEGER, attempts INTEGER NOT NULL, \
     operations INTEGER NOT NULL, release INTEGER, outcome TEXT)",
    // The requests of jobs that are not finished.
    "CREATE TABLE IF NOT EXISTS import_job_part (job INTEGER NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL, \
     PRIMARY KEY (job, part)) WITHOUT ROWID",
];

const COLUMNS: &str = "id, kind, state, created, started, finished, attempts, operations, release, outcome";
const UNFINISHED: &str = "state IN ('waiting', 'running')";

/// A word of an enumeration.
fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

fn parsed<T: DeserializeOwned>(word: String) -> Result<T> {
    Ok(serde_json::from_value(Value::String(word))?)
}

fn job_of(mut row: Row) -> Result<ImportJob> {
    let moment = |time: i64| (time != 0).then_some(time);
    let outcome = row.text(9);
    Ok(ImportJob {
        id: row.id(0),
        kind: parsed(row.text(1))?,
        state: parsed(row.text(2))?,
        created: row.integer(3),
        started: moment(row.integer(4)),
        finished: moment(row.integer(5)),
        attempts: row.id(6),
        operations: row.id(7),
        release: Some(row.id(8)).filter(|release| *release != 0),
        outcome: if outcome.is_empty() { None } else { Some(serde_json::from_str(&outcome)?) },
    })
}

impl Store {
    fn add_job(&self, kind: JobKind, body: &[u8]) -> Result<u64> {
        let job = self.next_job()?;
        let values = vec![id(job), word(&kind).into(), word(&JobState::Waiting).into(), clock::now().into()];
        let sql = "INSERT INTO import_job (id, kind, state, created, attempts, operations) VALUES (?, ?, ?, ?, 0, 0)";
        self.database.run(sql, values)?;
        for (part, bytes) in body.chunks(PART_BYTES).enumerate() {
            let sql = "INSERT INTO import_job_part (job, part, bytes) VALUES (?, ?, ?)";
            self.database.run(sql, vec![id(job), id(part as u64), bytes.to_vec().into()])?;
        }
        self.forget_jobs()?;
        Ok(job)
    }

    fn job_body(&self, job: u64) -> Result<Vec<u8>> {
        let mut body = Vec::new();
        let sql = "SELECT bytes FROM import_job_part WHERE job = ? ORDER BY part";
        self.database.each(sql, vec![id(job)], |mut row| {
            body.append(&mut row.bytes(0));
            Ok(())
        })?;
        Ok(body)
    }

    /// A job; `None` where it is not remembered.
    pub(super) fn job(&self, job: u64) -> Result<Option<ImportJob>> {
        let sql = format!("SELECT {COLUMNS} FROM import_job WHERE id = ?");
        self.database.first(&sql, vec![id(job)])?.map(job_of).transpose()
    }

    /// All jobs, newest first.
    fn jobs(&self) -> Result<Vec<ImportJob>> {
        let sql = format!("SELECT {COLUMNS} FROM import_job ORDER BY id DESC");
        self.database.rows(&sql, vec![])?.into_iter().map(job_of).collect()
    }

    /// How many jobs wait or run.
    pub(super) fn unfinished_jobs(&self) -> Result<u64> {
        let sql = format!("SELECT count(*) FROM import_job WHERE {UNFINISHED}");
        Ok(self.database.first(&sql, vec![])?.map_or(0, |row| row.id(0)))
    }

    /// The job to be carried out next.
    fn first_job(&self) -> Result<Option<ImportJob>> {
        let sql = format!("SELECT {COLUMNS} FROM import_job WHERE {UNFINISHED} ORDER BY id LIMIT 1");
        self.database.first(&sql, vec![])?.map(job_of).transpose()
    }

    fn begin_job(&self, job: u64) -> Result<()> {
        let sql = "UPDATE import_job SET state = ?, attempts = attempts + 1, started = coalesce(started, ?) WHERE id = ?";
        self.database.run(sql, vec![word(&JobState::Running).into(), clock::now().into(), id(job)])
    }

    /// Finishes a job and drops its request.
    pub(super) fn finish_job(
        &self,
        job: u64,
        state: JobState,
        outcome: Option<&Value>,
        (operations, release): (usize, Option<u64>),
    ) -> Result<()> {
        let sql = "UPDATE import_job SET state = ?, finished = ?, outcome = ?, operations = ?, release = ? WHERE id = ?";
        let outcome = outcome.map(Value::to_string).unwrap_or_default();
        let values = vec![
            word(&state).into(),
            clock::now().into(),
            outcome.into(),
            id(operations as u64),
            optional_id(release),
            id(job),
        ];
        self.database.run(sql, values)?;
        self.database.run("DELETE FROM import_job_part WHERE job = ?", vec![id(job)])
    }

    /// Forgets finished jobs that are old, and the oldest of too many.
    fn forget_jobs(&self) -> Result<()> {
        let sql = format!("DELETE FROM import_job WHERE NOT {UNFINISHED} AND finished < ?");
        self.database.run(&sql, vec![(clock::now() - FINISHED_JOBS_FOR).into()])?;
        let sql = format!(
            "DELETE FROM import_job WHERE NOT {UNFINISHED} AND id NOT IN (SELECT id FROM import_job WHERE NOT \
             {UNFINISHED} ORDER BY id DESC LIMIT ?)"
        );
        self.database.run(&sql, vec![id(FINISHED_JOBS_KEPT)])
    }
}

impl Project {
    /// `POST …/import-openapi` with `Prefer: respond-async`. A request that cannot be read is refused at once.
    pub(super) async fn add_import_job(
        &self,
        project: u64,
        body: &[u8],
        expected: DocumentKind,
    ) -> std::result::Result<Success, ManagementError> {
        ImportRequest::parse(body)?;
        let kind = match expected {
            DocumentKind::Postman => JobKind::PostmanCollection,
            _ => JobKind::Openapi,
        };
        let store = self.store(project)?;
        let waiting = store.unfinished_jobs().map_err(unreadable)?;
        if waiting >= MAX_UNFINISHED_JOBS {
            return Err(ManagementError::TooManyJobs { waiting });
        }
        let job = js::transaction(&self.state, || store.add_job(kind, body)).map_err(refused)?;
        self.set_alarm_in(0).await.map_err(|error| reply::internal("setting the alarm", &error))?;
        let mut headers =
            vec![("Location", job_url(project, job)), ("Preference-Applied", "respond-async".to_owned())];
        let shown = self.import_job(project, job).await?;
        headers.extend(shown.headers);
        Ok(Success { status: 202, headers, ..shown.data.into() })
    }

    /// `GET …/import-jobs`.
    pub(super) async fn list_import_jobs(&self, project: u64) -> std::result::Result<Value, ManagementError> {
        let store = self.store(project)?;
        js::transaction(&self.state, || store.forget_jobs()).map_err(refused)?;
        self.wake_jobs(&store).await?;
        let published = store.published().map_err(unreadable)?;
        let jobs = store.jobs().map_err(unreadable)?;
        Ok(jobs.iter().map(|job| job.shown(project, self.progress.get(), published)).collect())
    }

    /// `GET …/import-jobs/{id}`.
    pub(super) async fn import_job(
        &self,
        project: u64,
        job: u64,
    ) -> std::result::Result<Success, ManagementError> {
        let store = self.store(project)?;
        self.wake_jobs(&store).await?;
        let found = store.job(job).map_err(unreadable)?.ok_or(ManagementError::UnknownJob(job))?;
        let published = store.published().map_err(unreadable)?;
        let shown = found.shown(project, self.progress.get(), published);
        let again =
            shown.get("result").is_none() && !matches!(found.state, JobState::Failed | JobState::Cancelled);
        let headers = if again { vec![("Retry-After", "1".to_owned())] } else { Vec::new() };
        Ok(Success { headers, ..shown.into() })
    }

    /// `POST …/import-jobs/{id}/cancel`.
    pub(super) async fn cancel_import_job(
        &self,
        project: u64,
        job: u64,
    ) -> std::result::Result<Success, ManagementError> {
        let store = self.store(project)?;
        let found = store.job(job).map_err(unreadable)?.ok_or(ManagementError::UnknownJob(job))?;
        if found.state.is_finished() {
            return Err(ManagementError::JobFinished(job));
        }
        let cancel = || store.finish_job(job, JobState::Cancelled, None, (0, None));
        js::transaction(&self.state, cancel).map_err(refused)?;
        self.import_job(project, job).await
    }

    /// The alarm of an object that was ended in the middle of a job may come late, or not at all.
    async fn wake_jobs(&self, store: &Store) -> std::result::Result<(), ManagementError> {
        if self.progress.get().is_none() && store.unfinished_jobs().map_err(unreadable)? > 0 {
            self.set_alarm_in(0).await.map_err(|error| reply::internal("setting the alarm", &error))?;
        }
        Ok(())
    }

    /// Carries out all jobs, in the order in which they came. Called by the alarm alone, which never runs twice at a time.
    pub(super) async fn run_jobs(&self) -> std::result::Result<(), ManagementError> {
        let store = self.store(0)?;
        while let Some(job) = store.first_job().map_err(unreadable)? {
            let done = self.run_job(&store, &job).await;
            self.progress.set(None);
            done?;
        }
        Ok(())
    }

    async fn run_job(&self, store: &Store, job: &ImportJob) -> std::result::Result<(), ManagementError> {
        let finish = |state: JobState, outcome: Option<&Value>| {
            js::transaction(&self.state, || store.finish_job(job.id, state, outcome, (0, None)))
                .map_err(refused)
        };
        if job.attempts >= MAX_JOB_ATTEMPTS {
            log::failed("importing, for the last time", store.project, &"the Worker ended each time");
            return finish(JobState::Failed, Some(&stored_error(&never_ended())));
        }
        js::transaction(&self.state, || store.begin_job(job.id)).map_err(refused)?;
        // Where this does not come to its end, the alarm finds the job as it is now.
        self.set_alarm_in(LOOK_AGAIN).await.map_err(|error| reply::internal("setting the alarm", &error))?;
        let expected = match job.kind {
            JobKind::Openapi => DocumentKind::OpenApi,
            JobKind::PostmanCollection => DocumentKind::Postman,
        };
        let body = store.job_body(job.id).map_err(unreadable)?;
        match self.import(store.project, body, expected, &Pace::of_job(self, job.id)).await {
            Ok(_) | Err(Stop::Cancelled) => Ok(()),
            // Stored already, and only publishing failed: the alarm goes on with that.
            Err(Stop::Failed(_))
                if store.job(job.id).map_err(unreadable)?.is_none_or(|job| job.state.is_finished()) =>
            {
                Ok(())
            }
            Err(Stop::Failed(error)) => finish(JobState::Failed, Some(&stored_error(&error))),
        }
    }
}
