//! The management API without its runtime: which route, what the request bodies mean, what an import changes.

mod adopt;
mod audit;
mod body_headers;
mod branches;
mod brought_mock;
mod condition;
mod content;
mod custom_mock_body;
mod document_edit;
mod endpoint_edit;
mod endpoint_filter;
mod endpoint_mock;
mod fields;
mod import_job;
mod merge;
mod mock_preview;
mod moment;
mod project;
mod rate_limit;
mod references;
mod rights;
mod route;
mod sample;
mod script_test;
mod settings;
mod three_way;
mod token;
mod trial_request;
mod version;

pub use adopt::{adopt_components, keep_cases};
pub use audit::{AUDIT_LENGTH, AuditQuery};
pub use body_headers::check_body_headers;
pub use branches::{Branches, ImportBranch, MAX_BRANCHES};
pub use brought_mock::take_brought_mock;
pub use condition::{expect_version, version_of};
pub use content::{Content, ContentEndpoint};
pub use document_edit::{empty_document, put_operation, put_schema, remove_operation, schemas};
pub use endpoint_edit::{EndpointEdit, new_response, response_object, shared_schema};
pub use endpoint_filter::EndpointFilter;
pub use endpoint_mock::{EndpointMockChange, MAX_ENDPOINT_MOCK, MAX_MOCKS, MAX_SCRIPT};
pub use import_job::{
    FINISHED_JOBS_FOR, FINISHED_JOBS_KEPT, ImportJob, JobKind, JobState, MAX_JOB_ATTEMPTS,
    MAX_UNFINISHED_JOBS, Phase, Progress, job_url, never_ended, stored_error, wants_job,
};
pub use merge::{Change, Entry, KnownEndpoint, KnownResponse, Merge, merge};
pub use mock_preview::MockPreview;
pub use moment::shown_moment;
pub use project::{GRACE_SECONDS, MAX_PROJECT_ID, NewProject, grace_seconds, lists_deleted, new_name};
pub use references::references;
pub use rights::Rights;
pub use route::{Action, Authority, Route, route};
pub use sample::SampleRequest;
pub use script_test::ScriptTest;
pub use settings::{SettingsPatch, TOKEN_BYTES, token_from};
pub use three_way::three_way;
pub use token::{ADMIN_NAME, NewToken, TokenPatch, VALID_DAYS};
pub use version::{API_VERSIONS, VERSION_HEADERS, check_version};

use crate::error::ManagementError;
use fields::{json_body, object};
use serde_json::Value;

/// The longest name that somebody can give to something, in characters.
const MAX_NAME: usize = 100;

/// The name in a field `name`, without blanks around it.
fn name_in(value: Option<&Value>) -> Result<String, ManagementError> {
    let wrong = || {
        let message = format!("must be text of 1 to {MAX_NAME} characters on one line");
        ManagementError::invalid("/name", message)
    };
    let name = value.and_then(Value::as_str).ok_or_else(wrong)?;
    if name.trim().is_empty() || name.chars().count() > MAX_NAME || name.chars().any(char::is_control) {
        return Err(wrong());
    }
    Ok(name.trim().to_owned())
}
