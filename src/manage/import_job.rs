//! An import as a job: how a client asks for one, and what it is told while the job runs.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::error::ManagementError;
use crate::respond::preferences;

/// How many jobs of a project may wait or run at a time.
pub const MAX_UNFINISHED_JOBS: u64 = 10;
/// How many finished jobs are remembered.
pub const FINISHED_JOBS_KEPT: u64 = 20;
/// For how long, in milliseconds, a finished job is remembered.
pub const FINISHED_JOBS_FOR: i64 = 7 * 24 * 60 * 60 * 1000;
/// How often a job is begun before it counts as failed: each time, the Worker ended in the middle of it.
pub const MAX_JOB_ATTEMPTS: u64 = 3;

/// Whether a `Prefer` header asks for a job (RFC 7240 section 4.1).
///
/// ```
/// use edgemock::manage::wants_job;
/// assert!(wants_job("wait=10, Respond-Async"));
/// assert!(!wants_job("code=200; note=\"respond-async\""));
/// ```
pub fn wants_job(prefer: &str) -> bool {
    preferences(prefer).any(|preference| {
        let name = preference.split('=').next().unwrap_or_default();
        name.trim().eq_ignore_ascii_case("respond-async")
    })
}

/// By which route a job came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum JobKind {
    /// `import-openapi`.
    Openapi,
    /// `import-postman-collection`.
    PostmanCollection,
}

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum JobState {
    /// Others come first.
    Waiting,
    /// It is being done.
    Running,
    /// The import is stored.
    Succeeded,
    /// Nothing was changed.
    Failed,
    /// Somebody stopped it; nothing was changed.
    Cancelled,
}

impl JobState {
    /// Whether nothing more happens to it.
    pub const fn is_finished(self) -> bool {
        !matches!(self, Self::Waiting | Self::Running)
    }
}

/// What a running job does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Phase {
    /// Fetches, reads and compares the document.
    Reading,
    /// Compiles operations, and samples the bodies of each.
    Compiling,
    /// Packs the compiled operations and stores all of it.
    Packing,
    /// Puts to KV what it lacks. The import is stored by then.
    Publishing,
}

/// How far a running job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The job.
    pub job: u64,
    /// What it does.
    pub phase: Phase,
    /// Operations that are compiled.
    pub done: usize,
    /// Operations of the document; 0 until it is read.
    pub total: usize,
}

/// A job, as it is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportJob {
    /// Its id.
    pub id: u64,
    /// By which route it came.
    pub kind: JobKind,
    /// Where it stands.
    pub state: JobState,
    /// When it came, was begun and finished, in milliseconds since 1970.
    pub created: i64,
    /// See `created`.
    pub started: Option<i64>,
    /// See `created`.
    pub finished: Option<i64>,
    /// How often it was begun.
    pub attempts: u64,
    /// Operations of its document, once it is finished.
    pub operations: u64,
    /// The release that it made, or found to be the same.
    pub release: Option<u64>,
    /// What the synchronous answer has under `data`, but for the release; or an error from [`stored_error`].
    pub outcome: Option<Value>,
}

impl ImportJob {
    /// The job as the API shows it. `progress` is that of the job which runs now, `published` the newest release in KV.
    pub fn shown(&self, project: u64, progress: Option<Progress>, published: u64) -> Value {
        let own = progress.filter(|progress| progress.job == self.id);
        // Stored, and on its way into KV: its answer waits for that, as the synchronous one does.
        let is_on_its_way = self.state == JobState::Succeeded && own.is_some();
        let state = if is_on_its_way { JobState::Running } else { self.state };
        let phase = own.filter(|_| state == JobState::Running).map(|progress| progress.phase);
        let operations = match own {
            Some(progress) => json!({"done": progress.done, "total": progress.total}),
            None => json!({"done": self.operations, "total": self.operations}),
        };
        let mut shown = json!({
            "id": self.id,
            "kind": self.kind,
            "state": state,
            "phase": phase,
            "operations": operations,
            "createdAt": self.created,
            "startedAt": self.started,
            "finishedAt": self.finished.filter(|_| state.is_finished()),
            "url": job_url(project, self.id),
        });
        let outcome = self.outcome.clone().filter(|_| state.is_finished());
        if let (Some(fields), Some(mut outcome)) = (shown.as_object_mut(), outcome) {
            let release = self.release.map(|id| json!({"id": id, "published": published >= id}));
            if let (Some(result), Some(release)) = (outcome.as_object_mut(), release) {
                result.insert("release".to_owned(), release);
            }
            let name = if state == JobState::Succeeded { "result" } else { "error" };
            fields.insert(name.to_owned(), outcome);
        }
        shown
    }
}

/// The path of a job.
pub fn job_url(project: u64, job: u64) -> String {
    format!("/v1/projects/{project}/import-jobs/{job}")
}

/// An error as a job keeps it: the body of the synchronous answer, and its status.
pub fn stored_error(error: &ManagementError) -> Value {
    let mut body: Value = serde_json::from_str(&error.body()).unwrap_or_default();
    if let Some(fields) = body.as_object_mut() {
        fields.shift_remove("success");
        fields.insert("status".to_owned(), json!(error.status()));
    }
    body
}

/// The error of a job that was begun as often as it may be.
pub fn never_ended() -> ManagementError {
    ManagementError::NoRoom(format!(
        "The import was begun {MAX_JOB_ATTEMPTS} times and never came to its end; nothing was changed. The document may be \
         too large to be compiled here: split it."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(state: JobState) -> ImportJob {
        ImportJob {
            id: 7,
            kind: JobKind::Openapi,
            state,
            created: 1,
            started: Some(2),
            finished: Some(3),
            attempts: 1,
            operations: 9,
            release: Some(4),
            outcome: Some(json!({"counters": {}})),
        }
    }

    #[test]
    fn preferences_ask_for_jobs() {
        for asks in [
            "respond-async",
            " Respond-Async ",
            "wait=5,respond-async",
            "respond-async; x=1",
            "a=\"b,c\", respond-async",
        ] {
            assert!(wants_job(asks), "{asks}");
        }
        for other in ["", "respond", "note=respond-async", "a=\", respond-async\"", "return=minimal"] {
            assert!(!wants_job(other), "{other}");
        }
    }

    #[test]
    fn shown_as_far_as_it_is() {
        let mut running = job(JobState::Running);
        (running.finished, running.outcome, running.release) = (None, None, None);
        let progress = Progress { job: 7, phase: Phase::Compiling, done: 3, total: 9 };
        let shown = running.shown(5, Some(progress), 0);
        assert_eq!((&shown["state"], &shown["phase"]), (&json!("running"), &json!("compiling")));
        assert_eq!(shown["operations"], json!({"done": 3, "total": 9}));
        assert_eq!(shown["url"], "/v1/projects/5/import-jobs/7");
        assert!(shown.get("result").is_none() && shown.get("error").is_none());
        let other = running.shown(5, Some(Progress { job: 8, ..progress }), 0);
        assert_eq!((&other["state"], &other["phase"]), (&json!("running"), &Value::Null));
    }

    #[test]
    fn results_wait_for_the_first_attempt_to_publish() {
        let stored = job(JobState::Succeeded);
        let publishing = Progress { job: 7, phase: Phase::Publishing, done: 9, total: 9 };
        let shown = stored.shown(5, Some(publishing), 3);
        assert_eq!((&shown["state"], &shown["phase"]), (&json!("running"), &json!("publishing")));
        assert!(shown.get("result").is_none() && shown["finishedAt"].is_null());
        for (published, is_out) in [(3, false), (4, true), (5, true)] {
            let shown = stored.shown(5, None, published);
            assert_eq!(shown["result"], json!({"counters": {}, "release": {"id": 4, "published": is_out}}));
            assert_eq!(shown["finishedAt"], 3);
        }
    }

    #[test]
    fn errors_are_those_of_the_synchronous_answer() {
        let error = ManagementError::Fetch("no".into());
        let failed =
            ImportJob { release: None, outcome: Some(stored_error(&error)), ..job(JobState::Failed) };
        let shown = failed.shown(5, None, 0);
        assert_eq!(shown["error"]["errorCode"], "422005");
        assert_eq!(shown["error"]["status"], 422);
        assert_eq!(shown["error"]["errorMessage"], error.to_string());
    }
}
