//! One request, answered out of what is at hand.

use super::pointers::Known;
use super::{packs, pointers};
use crate::auth::{Form, Gate, token_in_head};
use crate::dynamic::{Locale, Zone, locale};
use crate::error::MockError;
use crate::generate::{Context as Generation, RequestValues};
use crate::release::{Location, PackRef, Pointer, Record, RoutePack};
use crate::respond::{Answer, AnswerRequest, SEEDED_NOW, Wishes, answer};
use crate::route::{MockUrl, Reserved, Selection, Target};
use crate::worker::{clock, random};
use std::borrow::Cow;
use std::rc::Rc;
use worker::web_sys::Request;

/// An answer with the bytes of its body.
pub(super) struct Served {
    pub(super) answer: Answer,
    pub(super) body: Vec<u8>,
    /// How long the caller wants to wait for it, in milliseconds.
    pub(super) delay: u16,
}

/// What a request waits for.
pub(super) enum Need {
    /// The project's pointer.
    Pointer,
    /// The request's body, which may hold a token.
    Form(Form),
    /// The route table.
    Routes(PackRef),
    /// The endpoint's record.
    Record(PackRef, Location),
}

impl Need {
    /// How many kinds there are.
    pub(super) const KINDS: usize = 4;
}

/// Why an attempt ended without an answer.
pub(super) enum Stop {
    /// The error is the answer.
    Error(MockError),
    /// With this, the next attempt gets further.
    Need(Need),
}

impl From<MockError> for Stop {
    fn from(error: MockError) -> Self {
        Self::Error(error)
    }
}

/// What was loaded for a request. Caches may have no room for it, or drop it at any time.
#[derive(Default)]
pub(super) struct Loaded {
    pub(super) project: Option<Known>,
    /// Whether the body was searched for a token, and the token.
    pub(super) form_was_read: bool,
    pub(super) token: Option<String>,
    pub(super) routes: Option<Rc<RoutePack>>,
    pub(super) record: Option<Rc<Record>>,
}

/// One request.
pub(super) struct Exchange<'a> {
    pub(super) request: &'a Request,
    pub(super) method: &'a str,
    pub(super) origin: Option<&'a str>,
    /// The `Prefer` header; empty without one.
    prefer: &'a str,
}

impl<'a> Exchange<'a> {
    /// Takes what `js::describe` tells of the request, and gives the URL of it too.
    pub(super) fn new(request: &'a Request, description: &'a str) -> (Self, &'a str) {
        let (method, rest) = description.split_once('\n').unwrap_or_default();
        let (origin, rest) = rest.split_once('\n').unwrap_or_default();
        let (prefer, url) = rest.split_once('\n').unwrap_or_default();
        (Self { request, method, origin: Some(origin).filter(|origin| !origin.is_empty()), prefer }, url)
    }

    pub(super) fn header(&self, name: &str) -> Option<String> {
        self.request.headers().get(name).ok().flatten()
    }

    /// Answers with what was loaded and what the caches hold.
    pub(super) fn attempt(&self, url: &MockUrl<'_>, loaded: &mut Loaded) -> Result<Served, Stop> {
        let known = loaded.project.take().or_else(|| pointers::held(url.project));
        let known = known.ok_or(Stop::Need(Need::Pointer))?;
        loaded.project = Some(known.clone());
        let reserved = Reserved::read(url.query);
        let (api_id, response_id) = (reserved.api_id, reserved.response_id);
        let gate = match &known {
            Known::Project(pointer) => pointer.gate(),
            Known::Missing => Gate::UNKNOWN,
        };
        if !gate.is_open() {
            self.admit(&gate, reserved, loaded)?;
        }
        // Nobody is let in to what is missing.
        let Known::Project(pointer) = &known else { return Err(MockError::TokenWrong.into()) };
        let Some(pack) = &pointer.routes else { return Err(self.nothing_there(url, None).into()) };
        let held = loaded.routes.take().or_else(|| packs::held_routes(pack));
        let routes = held.ok_or_else(|| Stop::Need(Need::Routes(pack.clone())))?;
        let (index, params) = match routes.routes.select(self.method, url.target, api_id, url.query) {
            Selection::Found { index, params } => (index, params),
            Selection::Options { allow } => {
                return Ok(Served { answer: Answer::options(allow), body: Vec::new(), delay: 0 });
            }
            Selection::WrongMethod { allow } => {
                return Err(MockError::wrong_method(self.method, shown(url), allow.to_string()).into());
            }
            Selection::UnknownPath { nearest } => return Err(self.nothing_there(url, nearest).into()),
            Selection::UnknownEndpoint(id) => return Err(MockError::UnknownEndpoint(id).into()),
        };
        let Some((pack, location)) = routes.locate(index) else {
            worker::console_error!("project {}: no record for route {index}", url.project);
            return Err(MockError::Internal.into());
        };
        let Some(record) = loaded.record.take().or_else(|| packs::held_record(pack, location)) else {
            let need = Need::Record(pack.clone(), location);
            drop(params);
            loaded.routes = Some(routes);
            return Err(Stop::Need(need));
        };
        let (values, mut wishes) = read_query(&record, &params, url.query);
        wishes.take_header(self.prefer);
        Ok(self.generate(&record, pointer, response_id, &values, &wishes)?)
    }

    /// Checks the token, from wherever it was sent. The body is wanted only where it is a form and could hold one.
    fn admit(&self, gate: &Gate<'_>, reserved: Reserved<'_>, loaded: &Loaded) -> Result<(), Stop> {
        if let Some(token) = token_in_head(reserved.token, |name| self.header(name)) {
            return Ok(gate.admit(Some(&token))?);
        }
        if !loaded.form_was_read
            && let Some(form) = self.header("Content-Type").as_deref().and_then(Form::of_content_type)
        {
            return Err(Stop::Need(Need::Form(form)));
        }
        Ok(gate.admit(loaded.token.as_deref())?)
    }

    fn generate(
        &self,
        record: &Record,
        pointer: &Pointer,
        response_id: Option<u64>,
        values: &RequestValues,
        wishes: &Wishes,
    ) -> Result<Served, MockError> {
        // Asking the runtime for a header takes a while; most endpoints leave nothing to choose.
        let choice = record.responses.iter().any(|response| response.content.len() > 1);
        let accept = if choice { self.header("Accept") } else { None };
        let (head, seeded) = (self.method == "HEAD", wishes.seed.is_some());
        let request = AnswerRequest {
            // The tag of a seeded answer is made from its body.
            head: head && !seeded,
            accept: accept.as_deref(),
            response_id,
            wishes,
            example_first: pointer.example_first,
        };
        let generation = Generation {
            seed: wishes.seed.unwrap_or_else(random::seed),
            now: if seeded { SEEDED_NOW } else { clock::now() },
            locale: self.locale(pointer, wishes),
            zone: Zone::find(&pointer.time_zone).unwrap_or(Zone::UTC),
            request: Some(values),
            status: None,
            max_bytes: pointer.limits.max_bytes,
            max_depth: pointer.limits.max_depth,
        };
        let mut body = Vec::with_capacity(2048);
        let mut answer = answer(record, &request, &generation, &mut body)?;
        if seeded {
            let conditional = head || self.method == "GET";
            let if_none_match = if conditional { self.header("If-None-Match") } else { None };
            answer.identify(&body, if_none_match.as_deref());
            answer.has_body &= !head;
        }
        Ok(Served { answer, body, delay: wishes.delay.unwrap_or_default() })
    }

    /// The project's locale, or the one that the caller asks for.
    fn locale(&self, pointer: &Pointer, wishes: &Wishes) -> &'static Locale {
        if let Some(wish) = wishes.locale.as_deref() {
            return locale::find(wish);
        }
        let asked = pointer.accept_language.then(|| self.header("Accept-Language")).flatten();
        let asked = asked.as_deref().and_then(locale::of_accept_language);
        asked.unwrap_or_else(|| locale::find(&pointer.locale))
    }

    fn nothing_there(&self, url: &MockUrl<'_>, nearest: Option<String>) -> MockError {
        match url.target {
            Target::Endpoint(id) => MockError::UnknownEndpoint(id),
            Target::Path(path) => MockError::unknown_path(self.method, path, nearest),
        }
    }
}

/// What the request says about the body of its answer.
fn read_query(record: &Record, params: &[(&str, Cow<'_, str>)], query: &str) -> (RequestValues, Wishes) {
    let (mut values, mut wishes) = (RequestValues::default(), Wishes::default());
    let value =
        |name: &str| params.iter().find(|(known, _)| *known == name).map(|(_, value)| (**value).into());
    values.path = record.plan.path_parameters().map(value).collect();
    if !query.is_empty() {
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            values.take_query(&name, &value);
            wishes.take_query(&name, &value);
        }
    }
    (values, wishes)
}

/// What of a URL is shown in errors.
fn shown<'a>(url: &MockUrl<'a>) -> &'a str {
    match url.target {
        Target::Path(path) => path,
        Target::Endpoint(_) => "This endpoint",
    }
}
