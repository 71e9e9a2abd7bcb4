//! What owners set for single endpoints: custom mocks, scripts, default method.

use super::store::{Store, refused};
use super::{Project, unreadable};
use crate::error::ManagementError;
use crate::generate::Context;
use crate::manage::{Action, EndpointMockChange, Route, ScriptTest, expect_version, version_of};
use crate::model::EndpointMock;
use crate::release::decode_record;
use crate::request::IncomingRequest;
use crate::respond::{AnswerRequest, SEEDED_NOW, answer};
use crate::script::ScriptInput;
use crate::worker::reply::{self, Success};
use crate::worker::{clock, js, random, script};
use serde_json::{Value, json};

impl Project {
    /// Reads or changes what is set for an endpoint. `condition` is the request's `If-Match`.
    pub(super) async fn endpoint_mock(
        &self,
        route: Route<'_>,
        condition: Option<&str>,
        body: &[u8],
    ) -> Result<Success, ManagementError> {
        if route.action == Action::ReplaceScript
            && let EndpointMockChange::Script(Some(script)) = EndpointMockChange::script(body)?
        {
            let checked = script::check(&script.source).await;
            checked.map_err(|failure| ManagementError::invalid("/source", failure.to_string()))?;
        }
        let store = self.store(route.project)?;
        let endpoint = route.endpoint;
        if !store.has_endpoint(endpoint).map_err(unreadable)? {
            return Err(ManagementError::UnknownEndpoint(endpoint));
        }
        let before = store.endpoint_mock(endpoint).map_err(unreadable)?;
        let Some(change) = change(&route, body)? else {
            return Ok(Success { etag: Some(version_of(&before)), ..shown(&route, &before)?.into() });
        };
        expect_version(condition, Some(&version_of(&before)))?;
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
        self.changed(&store, &route, &before, &after).await
    }

    /// `POST …/script/test`: what the script would make of a request, without saving anything.
    pub(super) async fn test_script(
        &self,
        route: Route<'_>,
        body: &[u8],
    ) -> Result<Success, ManagementError> {
        let store = self.store(route.project)?;
        let (known, _) = store.endpoint(route.endpoint)?;
        let test = ScriptTest::parse(body, known.method.as_str())?;
        let saved =
            store.endpoint_mock(route.endpoint).map_err(unreadable)?.script.map(|script| script.source);
        let source = test.source.as_deref().or(saved.as_deref()).ok_or(ManagementError::NoScript)?;
        let record = store.record(route.endpoint).map_err(unreadable)?;
        let record = decode_record(&record).map_err(|error| reply::internal("reading a record", &error))?;
        let seed = test.seed.unwrap_or_else(random::seed);
        let now = if test.seed.is_some() { SEEDED_NOW } else { clock::now() };
        let incoming = IncomingRequest::new(test.parts());
        let mut made = Vec::new();
        let request = AnswerRequest { incoming: Some(&incoming), ..AnswerRequest::default() };
        let answer = answer(&record, &request, &Context { now, ..Context::new(seed) }, &mut made);
        let answer = answer.map_err(|error| reply::internal("making an answer", &error))?;
        let input = ScriptInput::new(source, &incoming, &answer, &made, seed, now).to_json();
        Ok(Success::from(match script::run(&input).await {
            Ok(output) => {
                let made = String::from_utf8_lossy(&made);
                json!({
                    "status": output.status,
                    "contentType": output.content_type,
                    "headers": output.headers,
                    "body": output.body.as_deref().unwrap_or(&made),
                    "delay": output.delay,
                    "logs": output.logs,
                    "error": null,
                })
            }
            Err(failure) => json!({"logs": failure.logs, "error": failure}),
        }))
    }

    /// The answer to a change: what it made, with its release.
    async fn changed(
        &self,
        store: &Store,
        route: &Route<'_>,
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
        Ok(Success { status, etag: Some(version_of(after)), ..data.into() })
    }
}

/// The change that a request asks for; `None` where it only reads.
fn change(route: &Route<'_>, body: &[u8]) -> Result<Option<EndpointMockChange>, ManagementError> {
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
fn shown(route: &Route<'_>, mock: &EndpointMock) -> Result<Value, ManagementError> {
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
