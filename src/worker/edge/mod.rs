//! The mock plane. It reads isolate caches and KV and nothing else: no object is woken by a mock request.

mod packs;
mod pointers;
mod response;

pub(super) use pointers::forget;

use super::body::read_up_to;
use super::kv::Reads;
use super::{clock, management, random};
use crate::auth::{Form, Gate, token_in_form, token_in_head};
use crate::error::MockError;
use crate::generate::Context as Generation;
use crate::respond::{Answer, AnswerRequest, Preflight, answer};
use crate::route::{MockUrl, Reserved, Selection, Target};
use packs::PackError;
use response::Reply;
use std::borrow::Cow;
use worker::web_sys::{Headers, Request, Response};
use worker::{Context, Env};

/// How much of a form is searched for a token, in bytes.
const MAX_FORM_BYTES: usize = 1024 * 1024;

/// Answers a request to a mock URL.
pub(super) async fn serve(
    request: &Request,
    url: Result<MockUrl<'_>, MockError>,
    env: &Env,
    context: &Context,
) -> worker::Result<Response> {
    let method = request.method();
    let headers = request.headers();
    let header = |name: &str| headers.get(name).ok().flatten();
    if let Some(preflight) = Preflight::of(&method, header) {
        return response::preflight(&preflight);
    }
    let origin = header("Origin");
    let reads = Reads::default();
    let reply = Reply { origin: origin.as_deref(), head: method == "HEAD", reads: &reads, env };
    let exchange = Exchange { request, method: &method, headers: &headers, env, context, reads: &reads };
    let served = match url {
        Ok(url) => exchange.serve(&url).await,
        Err(error) => Err(error),
    };
    match served {
        Ok(Served { answer, body }) => reply.answer(&answer, &body),
        Err(error) => reply.error(&error),
    }
}

/// An answer with the bytes of its body.
struct Served {
    answer: Answer,
    body: Vec<u8>,
}

/// One request and what it is answered from.
struct Exchange<'a> {
    request: &'a Request,
    method: &'a str,
    headers: &'a Headers,
    env: &'a Env,
    context: &'a Context,
    reads: &'a Reads,
}

impl Exchange<'_> {
    async fn serve(&self, url: &MockUrl<'_>) -> Result<Served, MockError> {
        let reserved = Reserved::read(url.query);
        let pointer = pointers::find(self.env, self.context, url.project, self.reads).await?;
        let gate = pointer.as_ref().map_or(Gate::UNKNOWN, |pointer| pointer.gate());
        if !gate.is_open() {
            let token = self.token(reserved.token).await;
            gate.admit(token.as_deref())?;
        }
        // Without a pointer nobody is let in.
        let pointer = pointer.ok_or(MockError::TokenWrong)?;
        let pack = match &pointer.routes {
            Some(pack) => self.check(url.project, packs::routes(self.env, pack, self.reads).await)?,
            None => return Err(self.nothing_there(url, None)),
        };
        let index = match pack.routes.select(self.method, url.target, reserved.api_id, url.query) {
            Selection::Found { index, .. } => index,
            Selection::Options { allow } => {
                return Ok(Served { answer: Answer::options(allow), body: Vec::new() });
            }
            Selection::WrongMethod { allow } => {
                return Err(MockError::wrong_method(self.method, shown(url), allow.to_string()));
            }
            Selection::UnknownPath { nearest } => return Err(self.nothing_there(url, nearest)),
            Selection::UnknownEndpoint(id) => return Err(MockError::UnknownEndpoint(id)),
        };
        let Some((record_pack, location)) = pack.locate(index) else {
            worker::console_error!("project {}: no record for route {index}", url.project);
            return Err(MockError::Internal);
        };
        let record = packs::record(self.env, record_pack, location, self.reads).await;
        let record = self.check(url.project, record)?;
        let accept = self.header("Accept");
        let request = AnswerRequest {
            head: self.method == "HEAD",
            accept: accept.as_deref(),
            response_id: reserved.response_id,
        };
        let generation = Generation {
            seed: random::seed(),
            now: clock::now(),
            locale: &pointer.locale,
            max_bytes: pointer.limits.max_bytes,
        };
        let mut body = Vec::with_capacity(1024);
        let answer = answer(&record, &request, &generation, &mut body);
        Ok(Served { answer, body })
    }

    /// Has packs that cannot be used published again, behind the answer that this request cannot give.
    fn check<T>(&self, project: u64, loaded: Result<T, PackError>) -> Result<T, MockError> {
        loaded.map_err(|error| {
            if matches!(error, PackError::Unusable) {
                let env = self.env.clone();
                self.context.wait_until(async move {
                    if let Err(error) = management::publish_again(&env, project, true).await {
                        worker::console_error!("project {project}: cannot be published again: {error}");
                    }
                });
            }
            MockError::Unavailable
        })
    }

    fn header(&self, name: &str) -> Option<String> {
        self.headers.get(name).ok().flatten()
    }

    /// The token, from wherever it was sent. The body is read only where it is a form and could hold it.
    async fn token<'t>(&self, in_query: Option<Cow<'t, str>>) -> Option<Cow<'t, str>> {
        if let Some(token) = token_in_head(in_query, |name| self.header(name)) {
            return Some(token);
        }
        let form = Form::of_content_type(&self.header("Content-Type")?)?;
        // A form that cannot be read to its end is one without a token.
        let (body, _) = read_up_to(self.request.body(), MAX_FORM_BYTES).await.ok()?;
        token_in_form(&form, &body).map(Cow::Owned)
    }

    fn nothing_there(&self, url: &MockUrl<'_>, nearest: Option<String>) -> MockError {
        match url.target {
            Target::Endpoint(id) => MockError::UnknownEndpoint(id),
            Target::Path(path) => MockError::unknown_path(self.method, path, nearest),
        }
    }
}

/// What of a URL is shown in errors.
fn shown<'a>(url: &MockUrl<'a>) -> &'a str {
    match url.target {
        Target::Path(path) => path,
        Target::Endpoint(_) => "This endpoint",
    }
}
