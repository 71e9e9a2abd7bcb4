//! One request, answered out of what is at hand.

use super::limits::Told;
use super::pointers::Known;
use super::{packs, pointers};
use crate::auth::{Form, Gate, token_in_form, token_in_head};
use crate::dynamic::{Locale, Zone, locale};
use crate::error::MockError;
use crate::generate::{Context as Generation, RequestValues};
use crate::model::RateLimit;
use crate::release::{Behaviour, Location, PackRef, Pointer, Record, RoutePack};
use crate::request::{IncomingRequest, RequestParts};
use crate::respond::{
    Answer, AnswerRequest, EXPLANATION_HEADER, ItemStream, Repeat, SEEDED_NOW, Wishes, answer,
};
use crate::route::{MockUrl, Reserved, Selection, Target};
use crate::script::ScriptInput;
use crate::validate::Scope;
use crate::worker::{clock, js, log, random};
use std::borrow::Cow;
use std::rc::Rc;
use worker::web_sys::Request;

/// An answer with the bytes of its body.
pub(super) struct Served {
    pub(super) answer: Answer,
    pub(super) body: Vec<u8>,
    /// What makes the body while it is sent, in place of `body`.
    pub(super) items: Option<ItemStream>,
    /// What the caller wishes to wait, in milliseconds; else as long as the answer says.
    pub(super) wished_delay: Option<u16>,
    /// The script that has to run before it is sent.
    pub(super) script: Option<PendingScript>,
}

/// A script that changes an answer before it is sent.
pub(super) struct PendingScript {
    /// What the sandbox takes.
    pub(super) input: String,
    /// Whether the method is HEAD.
    pub(super) head: bool,
    /// Whether the answer gets a tag.
    pub(super) seeded: bool,
}

impl Served {
    const fn of(answer: Answer) -> Self {
        Self { answer, body: Vec::new(), items: None, wished_delay: None, script: None }
    }

    /// Milliseconds to wait before it is sent.
    pub(super) fn delay(&self) -> u32 {
        self.wished_delay.map_or(self.answer.delay, u32::from)
    }
}

/// What a request waits for.
pub(super) enum Need {
    /// The project's pointer.
    Pointer,
    /// The request's body: it may hold a token, or custom mocks look into it.
    Body,
    /// The route table.
    Routes(PackRef),
    /// The endpoint's record.
    Record(PackRef, Location),
    /// A turn: the project limits how many requests it answers.
    Turn(RateLimit),
    /// Time: the answer has to be waited for.
    Time,
}

impl Need {
    /// How many kinds there are.
    pub(super) const KINDS: usize = 6;
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
    /// The body, as far as it was read, and whether there is more.
    pub(super) body: Option<(Vec<u8>, bool)>,
    /// Whether the answer may be waited for.
    pub(super) patient: bool,
    /// Whether the release before the newest one is asked.
    pub(super) went_back: bool,
    /// Whether the branch of the URL has nothing for the request, so that the main branch is asked.
    pub(super) left_branch: bool,
    /// The endpoint that was found, for counters.
    pub(super) endpoint: Option<u64>,
    /// What was asked for, where nothing but the description of the request decides about that, and nothing has to be done
    /// for each answer: see `ahead`.
    pub(super) repeatable: Option<Repeatable>,
    /// What the caller is told of the project's rate limit; `None` until the request was counted.
    pub(super) told: Option<Told>,
    pub(super) routes: Option<Rc<RoutePack>>,
    pub(super) record: Option<Rc<Record>>,
}

/// What a request asks of an endpoint, apart from the request.
pub(super) struct Repeatable {
    record: Rc<Record>,
    pointer: Rc<Pointer>,
    response_id: Option<u64>,
    values: RequestValues,
    wishes: Wishes,
}

/// What a request asks of an endpoint.
#[derive(Clone, Copy)]
struct Asked<'r> {
    record: &'r Rc<Record>,
    pointer: &'r Pointer,
    response_id: Option<u64>,
    values: &'r RequestValues,
    wishes: &'r Wishes,
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
        let known = loaded.project.clone().or_else(|| pointers::held(url.project));
        let known = known.ok_or(Stop::Need(Need::Pointer))?;
        loaded.project = Some(known.clone());
        let reserved = Reserved::read(url.query);
        let (api_id, response_id) = (reserved.api_id, reserved.response_id);
        let gate = match &known {
            Known::Project(pointer) => pointer.gate(),
            Known::Missing => Gate::UNKNOWN,
        };
        let by_url = gate.is_open() || reserved.token.as_deref().is_some_and(|token| !token.is_empty());
        if !gate.is_open() {
            self.admit(&gate, reserved, loaded)?;
        }
        // Nobody is let in to what is missing.
        let Known::Project(pointer) = &known else { return Err(MockError::TokenWrong.into()) };
        if let Some(limit) = pointer.rate_limit.filter(|_| loaded.told.is_none()) {
            return Err(Stop::Need(Need::Turn(limit)));
        }
        // A number that no branch has shows the main one: older URLs have any.
        let branch = pointer.branches.get(&url.branch).filter(|_| !loaded.left_branch);
        let Some(pack) = branch.or(pointer.routes.as_ref()) else {
            return Err(self.nothing_there(url, None).into());
        };
        let held = loaded.routes.take().or_else(|| packs::held_routes(pack));
        let routes = held.ok_or_else(|| Stop::Need(Need::Routes(pack.clone())))?;
        let selection = routes.routes.select(self.method, url.target, api_id, url.query);
        if branch.is_some() && !matches!(selection, Selection::Found { .. } | Selection::Options { .. }) {
            loaded.left_branch = true;
            return self.attempt(url, loaded);
        }
        let (index, params) = match selection {
            Selection::Found { index, params } => (index, params),
            Selection::Options { allow } => {
                return Ok(Served::of(Answer::options(allow)));
            }
            Selection::WrongMethod { allow } => {
                return Err(MockError::wrong_method(self.method, shown(url), allow.to_string()).into());
            }
            Selection::UnknownPath { nearest } => return Err(self.nothing_there(url, nearest).into()),
            Selection::UnknownEndpoint(id) => return Err(MockError::UnknownEndpoint(id).into()),
        };
        let Some((pack, location)) = routes.locate(index) else {
            log::failed("finding a record", url.project, &format!("none for route {index}"));
            return Err(MockError::Internal.into());
        };
        let Some(record) = loaded.record.take().or_else(|| packs::held_record(pack, location)) else {
            let need = Need::Record(pack.clone(), location);
            drop(params);
            loaded.routes = Some(routes);
            return Err(Stop::Need(need));
        };
        loaded.endpoint = Some(record.endpoint_id);
        let (values, mut wishes) = read_query(&record, &params, url.query);
        wishes.take_header(self.prefer);
        if let Some(need) = self.need(&record, &wishes, loaded) {
            drop(params);
            (loaded.routes, loaded.record) = (Some(routes), Some(record));
            return Err(Stop::Need(need));
        }
        let asked = Asked { record: &record, pointer, response_id, values: &values, wishes: &wishes };
        if record.behaviour.is_none() && wishes.mock.is_none() {
            let served = self.generate(&asked, None)?;
            let repeats = by_url
                && self.method == "GET"
                && !pointer.accept_language
                && !has_choice(&record)
                && wishes == Wishes::default();
            if repeats {
                let (record, pointer) = (Rc::clone(&record), Rc::clone(pointer));
                loaded.repeatable = Some(Repeatable { record, pointer, response_id, values, wishes });
            }
            return Ok(served);
        }
        let headers = js::headers(self.request);
        let incoming = IncomingRequest::new(self.parts(url, params, &headers, loaded));
        Ok(self.generate(&asked, Some(&incoming))?)
    }

    /// What makes further bodies of an answer, and what they depend on but for their seed; `None` where an answer is more
    /// than its body.
    pub(super) fn repeat<'r>(&self, again: &'r Repeatable) -> Option<(Repeat<'r>, Generation<'r>)> {
        let Repeatable { record, pointer, response_id, values, wishes } = again;
        let (response_id, example_first) = (*response_id, pointer.example_first);
        let request = AnswerRequest { response_id, wishes, example_first, ..AnswerRequest::default() };
        let repeat = Repeat::of(record, &request)?;
        let generation = self.generation(&Asked { record, pointer, response_id, values, wishes });
        Some((repeat, Generation { status: Some(repeat.status()), ..generation }))
    }

    /// What has to be there before the answer is worked out, so that it is worked out once.
    fn need(&self, record: &Record, wishes: &Wishes, loaded: &Loaded) -> Option<Need> {
        let behaviour = record.behaviour.as_deref();
        let waits = wishes.delay.is_some_and(|delay| delay > 0) || behaviour.is_some_and(Behaviour::waits);
        if waits && !loaded.patient {
            return Some(Need::Time);
        }
        let looks = loaded.body.is_none() && behaviour.is_some_and(Behaviour::wants_body);
        (looks && self.request.body().is_some()).then_some(Need::Body)
    }

    /// The request as custom mocks see it.
    fn parts<'p>(
        &self,
        url: &MockUrl<'p>,
        params: Vec<(&'p str, Cow<'p, str>)>,
        headers: &'p str,
        loaded: &'p Loaded,
    ) -> RequestParts<'p>
    where
        'a: 'p,
    {
        let mut lines = headers.split('\n');
        let mut pairs = Vec::new();
        while let (Some(name), Some(value)) = (lines.next(), lines.next()) {
            pairs.push((name.into(), value.into()));
        }
        // Set by Cloudflare, whatever the caller sends.
        let ip = self.header("CF-Connecting-IP").and_then(|address| address.parse().ok());
        let (body, body_is_cut) = loaded.body.as_ref().map_or((&[][..], false), |(body, more)| (body, *more));
        RequestParts {
            method: self.method,
            path: shown(url),
            path_parameters: params.into_iter().map(|(name, value)| (name.into(), value)).collect(),
            query: url.query,
            headers: pairs,
            ip,
            body,
            body_is_cut,
        }
    }

    /// Checks the token, from wherever it was sent. The body is wanted only where it is a form and could hold one.
    fn admit(&self, gate: &Gate<'_>, reserved: Reserved<'_>, loaded: &Loaded) -> Result<(), Stop> {
        if let Some(token) = token_in_head(reserved.token, |name| self.header(name)) {
            return Ok(gate.admit(Some(&token))?);
        }
        let form = self.header("Content-Type").as_deref().and_then(Form::of_content_type);
        let Some(form) = form else { return Ok(gate.admit(None)?) };
        let Some((body, _)) = &loaded.body else { return Err(Stop::Need(Need::Body)) };
        Ok(gate.admit(token_in_form(&form, body).as_deref())?)
    }

    /// What a body depends on besides its schema.
    fn generation<'r>(&self, asked: &Asked<'r>) -> Generation<'r> {
        let Asked { pointer, values, wishes, .. } = *asked;
        Generation {
            seed: wishes.seed.unwrap_or_else(random::seed),
            now: if wishes.seed.is_some() { SEEDED_NOW } else { clock::now() },
            locale: self.locale(pointer, wishes),
            zone: Zone::find(&pointer.time_zone).unwrap_or(Zone::UTC),
            request: Some(values),
            status: None,
            max_bytes: pointer.limits.max_bytes,
            max_depth: pointer.limits.max_depth,
            variant: wishes.variant,
        }
    }

    fn generate(
        &self,
        asked: &Asked<'_>,
        incoming: Option<&IncomingRequest<'_>>,
    ) -> Result<Served, MockError> {
        let Asked { record, pointer, response_id, wishes, .. } = *asked;
        // Asking the runtime for a header takes a while; most endpoints leave nothing to choose.
        let accept =
            if has_choice(record) || wishes.strict == Some(true) { self.header("Accept") } else { None };
        let (head, seeded) = (self.method == "HEAD", wishes.seed.is_some());
        let script = record.behaviour.as_deref().and_then(|behaviour| behaviour.script.as_deref());
        let request = AnswerRequest {
            // The tag of a seeded answer is made from its body, and scripts read it.
            head: head && !seeded && script.is_none(),
            accept: accept.as_deref(),
            response_id,
            wishes,
            example_first: pointer.example_first,
            incoming,
            // The tag of a seeded answer is made from its body; a script changes the body.
            streams: (!seeded || wishes.interval.is_some()) && script.is_none(),
            checked: Scope { requests: pointer.validate_requests, security: pointer.validate_security },
        };
        let generation = self.generation(asked);
        let mut body = Vec::new();
        let mut answer = answer(record, &request, &generation, &mut body)?;
        let mut pending = None;
        if let (Some(script), Some(incoming), true) = (script, incoming, answer.made_up) {
            let input = ScriptInput::new(script, incoming, &answer, &body, generation.seed, generation.now);
            pending = Some(PendingScript { input: input.to_json(), head, seeded });
        } else {
            self.finish(&mut answer, &body, seeded);
        }
        let generation = Generation { status: Some(answer.status), ..generation };
        let items = answer.streaming.take();
        let items = items.map(|streaming| ItemStream::new(Rc::clone(record), &streaming, &generation));
        Ok(Served { answer, body, items, wished_delay: wishes.delay, script: pending })
    }

    /// The last touch: a tag for what is the same every time, no body for HEAD.
    pub(super) fn finish(&self, answer: &mut Answer, body: &[u8], seeded: bool) {
        let head = self.method == "HEAD";
        let explanation = answer.explanation.take();
        if seeded && answer.streaming.is_none() {
            let conditional = head || self.method == "GET";
            let if_none_match = if conditional { self.header("If-None-Match") } else { None };
            answer.identify(body, if_none_match.as_deref());
        }
        answer.has_body &= !head;
        answer.headers.extend(explanation.map(|text| (EXPLANATION_HEADER.to_owned(), text)));
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

/// Whether a response can be had in several media types.
fn has_choice(record: &Record) -> bool {
    record.responses.iter().any(|response| response.content.len() > 1)
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
