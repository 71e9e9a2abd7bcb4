//! What owners set for single endpoints: custom mocks, scripts, default method.

use super::store::{Store, refused};
use super::{Project, unreadable};
use crate::error::ManagementError;
use crate::manage::{Action, EndpointMockChange, Route};
use crate::model::EndpointMock;
use crate::worker::js;
use crate::worker::reply::Success;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

impl Project {
    /// Reads or changes what is set for an endpoint. `condition` is the request's `If-Match`.
    pub(super) async fn endpoint_mock(
        &self,
        route: Route,
        condition: Option<&str>,
        body: &[u8],
    ) -> Result<Success, ManagementError> {
        let store = self.store(route.project)?;
        let endpoint = route.endpoint;
        if !store.has_endpoint(endpoint).map_err(unreadable)? {
            return Err(ManagementError::UnknownEndpoint(endpoint));
        }
        let before = store.endpoint_mock(endpoint).map_err(unreadable)?;
        let Some(change) = change(route, body)? else {
            return Ok(Success { etag: Some(etag(&before)), ..shown(route, &before)?.into() });
        };
        if condition.is_some_and(|condition| !names(condition, &etag(&before))) {
            return Err(ManagementError::Changed);
        }
        // Nothing is waited for from reading to writing, so that no other change comes in between.
        let first_id = store.next_id().map_err(unreadable)?;
        let mut next_id = first_id;
        let after = change.apply(&before, &mut || {
            next_id += 1;
            next_id - 1
        })?;
        if after != before {
            let write = || {
                store.set_next_id(next_id)?;
                store.set_endpoint_mock(endpoint, &after)?;
                store.commit_records(false)
            };
            js::transaction(&self.state, write).map_err(refused)?;
        }
        self.changed(&store, route, &before, &after).await
    }

    /// The answer to a change: what it made, with its release.
    async fn changed(
        &self,
        store: &Store,
        route: Route,
        before: &EndpointMock,
        after: &EndpointMock,
    ) -> Result<Success, ManagementError> {
        let committed = self.publish_now(store).await?;
        let added = || {
            after.custom_mocks.iter().find(|mock| !before.custom_mocks.iter().any(|old| old.id == mock.id))
        };
        let (status, data) = match route.action {
            Action::CreateCustomMock => (201, json!(added())),
            Action::DeleteCustomMock | Action::DeleteScript => (200, json!({})),
            _ => (200, shown(route, after)?),
        };
        let data = match data {
            Value::Object(mut fields) => {
                fields.insert("release".to_owned(), committed.shown());
                Value::Object(fields)
            }
            other => other,
        };
        Ok(Success { status, data, etag: Some(etag(after)) })
    }
}

/// The change that a request asks for; `None` where it only reads.
fn change(route: Route, body: &[u8]) -> Result<Option<EndpointMockChange>, ManagementError> {
    let id = route.item;
    Ok(Some(match route.action {
        Action::ChangeEndpointMock => EndpointMockChange::default_method(body)?,
        Action::CreateCustomMock => EndpointMockChange::add(body)?,
        Action::ReplaceCustomMocks => EndpointMockChange::replace_all(body)?,
        Action::ReplaceCustomMock => EndpointMockChange::replace(id, body)?,
        Action::ChangeCustomMock => EndpointMockChange::patch(id, body)?,
        Action::DeleteCustomMock => EndpointMockChange::Remove(id),
        Action::OrderCustomMocks => EndpointMockChange::order(body)?,
        Action::ReplaceScript => EndpointMockChange::script(body)?,
        Action::DeleteScript => EndpointMockChange::Script(None),
        _ => return Ok(None),
    }))
}

/// What a route shows of it.
fn shown(route: Route, mock: &EndpointMock) -> Result<Value, ManagementError> {
    Ok(match route.action {
        Action::ListCustomMocks | Action::ReplaceCustomMocks | Action::OrderCustomMocks => {
            json!(mock.custom_mocks)
        }
        Action::ReadCustomMock | Action::ReplaceCustomMock | Action::ChangeCustomMock => {
            let found = mock.custom_mocks.iter().find(|mock| mock.id == route.item);
            json!(found.ok_or(ManagementError::UnknownMock(route.item))?)
        }
        Action::ReadScript | Action::ReplaceScript => {
            json!(mock.script.as_ref().ok_or(ManagementError::NoScript)?)
        }
        _ => {
            json!({"defaultMethod": mock.default_method, "customMocks": mock.custom_mocks, "script": mock.script})
        }
    })
}

/// The version of what is set for an endpoint.
fn etag(mock: &EndpointMock) -> String {
    let text = serde_json::to_string(mock).unwrap_or_default();
    let mut etag = String::from("\"");
    for byte in Sha256::digest(text.as_bytes()).iter().take(12) {
        let _ = write!(etag, "{byte:02x}");
    }
    etag.push('"');
    etag
}

/// Whether `If-Match` names a version.
fn names(condition: &str, etag: &str) -> bool {
    condition.split(',').map(str::trim).any(|tag| tag == "*" || tag == etag)
}
