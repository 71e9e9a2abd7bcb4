//! The management API without its runtime: which route, what the request bodies mean, what an import changes.

mod brought_mock;
mod content;
mod document_edit;
mod endpoint_edit;
mod endpoint_filter;
mod endpoint_mock;
mod merge;
mod project;
mod route;
mod script_test;
mod settings;

pub use brought_mock::take_brought_mock;
pub use content::{Content, ContentEndpoint};
pub use document_edit::{empty_document, put_operation, put_schema, remove_operation, schemas};
pub use endpoint_edit::{EndpointEdit, new_response, response_object};
pub use endpoint_filter::EndpointFilter;
pub use endpoint_mock::{EndpointMockChange, MAX_ENDPOINT_MOCK, MAX_MOCKS, MAX_SCRIPT};
pub use merge::{Change, Entry, KnownEndpoint, KnownResponse, Merge, merge};
pub use project::{MAX_PROJECT_ID, NewProject};
pub use route::{Action, Authority, Route, route};
pub use script_test::ScriptTest;
pub use settings::{SettingsPatch, TOKEN_BYTES, token_from};

use crate::error::ManagementError;
use serde_json::{Map, Value};

/// The versions of the management API, the value of `X-Apidog-Api-Version`.
pub const API_VERSIONS: [&str; 1] = ["2024-03-28"];

/// Reads a request body.
fn json_body(body: &[u8]) -> Result<Value, ManagementError> {
    serde_json::from_slice(body).map_err(|error| ManagementError::Malformed(error.to_string()))
}

/// Reads a request body that has to be an object with no other fields than these.
fn object(body: &[u8], known: &[&str]) -> Result<Map<String, Value>, ManagementError> {
    let Value::Object(fields) = json_body(body)? else {
        return Err(ManagementError::invalid("/", "the request body must be a JSON object"));
    };
    if let Some(unknown) = fields.keys().find(|name| !known.contains(&name.as_str())) {
        let name: String = unknown.chars().filter(|c| !c.is_control()).take(60).collect();
        let message = format!("unknown field: send any of {}", known.join(", "));
        return Err(ManagementError::invalid(format!("/{name}"), message));
    }
    Ok(fields)
}
