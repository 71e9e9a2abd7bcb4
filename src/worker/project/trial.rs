//! What is only tried: previews of custom mocks, samples of schemas. Nothing is written.

use super::store::Store;
use super::{Call, Project, unreadable};
use crate::error::{ManagementError, MockError};
use crate::generate::Context;
use crate::manage::{MockPreview, Route, SampleRequest};
use crate::release::{Behaviour, decode_record};
use crate::request::IncomingRequest;
use crate::respond::custom::CompiledMock;
use crate::respond::{AnswerRequest, SEEDED_NOW, Wishes, answer};
use crate::worker::reply::{self, Success};
use crate::worker::{clock, random};
use serde_json::{Value, json};

/// The longest body that a preview shows, in bytes.
const MAX_SHOWN: usize = 256 * 1024;

/// The seed of a trial, and its clock.
fn beginning(seed: Option<u64>) -> (u64, i64) {
    seed.map_or_else(|| (random::seed(), clock::now()), |seed| (seed, SEEDED_NOW))
}

impl Project {
    /// `POST …/custom-mocks/preview`: what a custom mock would answer, and whether its conditions hold.
    pub(super) fn preview_mock(&self, route: &Route<'_>, body: &[u8]) -> Result<Success, ManagementError> {
        let store = self.store(route.project)?;
        let (known, _) = store.endpoint(route.endpoint)?;
        let preview = MockPreview::parse(body, known.method.as_str())?;
        let mock = CompiledMock::new(&preview.mock);
        let mock = mock.map_err(|fault| {
            ManagementError::invalid(format!("/customMock{}", fault.pointer), fault.message)
        })?;
        let record = store.record(route.endpoint).map_err(unreadable)?;
        let mut record =
            decode_record(&record).map_err(|error| reply::internal("reading a record", &error))?;
        let incoming = IncomingRequest::new(preview.parts());
        let unmet = mock.first_unmet(&incoming);
        record.behaviour = Some(Box::new(Behaviour { mocks: vec![mock], ..Behaviour::default() }));
        let (seed, now) = beginning(preview.seed);
        let wishes = Wishes { mock: Some(preview.mock.id.to_string()), ..Wishes::default() };
        let request =
            AnswerRequest { incoming: Some(&incoming), wishes: &wishes, ..AnswerRequest::default() };
        let mut made = Vec::new();
        let answered = answer(&record, &request, &Context { now, ..Context::new(seed) }, &mut made);
        let mut shown = match answered {
            Ok(answer) => {
                let length = made.len();
                made.truncate(MAX_SHOWN);
                json!({
                    "status": answer.status,
                    "contentType": answer.content_type,
                    "headers": answer.headers,
                    "body": String::from_utf8_lossy(&made),
                    "length": length,
                    "delay": answer.delay,
                    "error": null,
                })
            }
            Err(MockError::CustomMock { message, .. }) => json!({"error": message}),
            Err(error) => json!({"error": error.to_string()}),
        };
        shown["fits"] = json!(unmet.is_none());
        shown["unmetCondition"] = json!(unmet);
        Ok(shown.into())
    }

    /// `POST …/sample`: values of a schema.
    pub(super) fn sample(&self, call: &Call<'_>, body: &[u8]) -> Result<Success, ManagementError> {
        let request = SampleRequest::parse(body)?;
        let store = self.store(call.project)?;
        let document = if request.has_references() { document_of(&store, request.endpoint)? } else { None };
        let settings = store.settings().map_err(unreadable)?;
        let (seed, now) = beginning(request.seed);
        Ok(request.make(document, &settings, seed, now)?.into())
    }
}

/// The document that an endpoint comes from; without one, the newest.
fn document_of(store: &Store, endpoint: Option<u64>) -> Result<Option<Value>, ManagementError> {
    let number = match endpoint {
        Some(endpoint) => Some(store.endpoint(endpoint)?.1),
        None => store.documents_in_use().map_err(unreadable)?.last().copied(),
    };
    number.map(|number| Ok(store.open_document(number)?.document.root)).transpose()
}
