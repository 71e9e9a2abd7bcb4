//! Which answer: from an endpoint's record and a request to status, headers and body.

mod accept;
mod body;
mod choose;
pub mod custom;
mod etag;
mod explain;
mod headers;
mod refuse;
mod repeat;
mod usual_headers;
mod wish;

pub use body::is_xml;
pub use body::stream::{ItemStream, Streaming};
pub(crate) use body::{Kind, base_of};
pub use choose::{choose_media, choose_response};
pub(crate) use choose::{exact_status, response_for};
pub use explain::HEADER as EXPLANATION_HEADER;
pub use headers::{Preflight, error_headers, may_declare, mock_headers};
pub use refuse::refuse;
pub use repeat::Repeat;
pub(crate) use wish::preferences;
pub use wish::{SEEDED_NOW, Wishes};

use crate::error::MockError;
use crate::generate::Context;
use crate::release::Record;
use crate::request::IncomingRequest;
use crate::validate::Scope;
use explain::Reason;
use std::borrow::Cow;
use std::sync::LazyLock;

/// What the choice of an answer depends on.
#[derive(Debug, Clone, Copy)]
pub struct AnswerRequest<'a> {
    /// Whether the method is HEAD: the same answer without its body.
    pub head: bool,
    /// The `Accept` header.
    pub accept: Option<&'a str>,
    /// `apidogResponseId`.
    pub response_id: Option<u64>,
    /// What the caller wishes for.
    pub wishes: &'a Wishes,
    /// Whether the project wants examples before made-up bodies. The endpoint may say otherwise.
    pub example_first: bool,
    /// The request itself, for endpoints with custom mocks or rules: without it, none fits and nothing is checked.
    pub incoming: Option<&'a IncomingRequest<'a>>,
    /// Whether bodies of items may be left to the caller, to be sent while they are made: see [`Answer::streaming`].
    pub streams: bool,
    /// What of the request is checked.
    pub checked: Scope,
}

impl AnswerRequest<'_> {
    /// Whether the caller chose one of the declared answers: then the request's content does not matter.
    pub fn names_an_answer(&self, record: &Record) -> bool {
        let wishes = self.wishes;
        let by_id = |id| record.responses.iter().any(|response| response.id == id);
        let by_name = wishes.response.is_some() || wishes.code.is_some() || wishes.example.is_some();
        wishes.mock.is_none() && (by_name || self.response_id.is_some_and(by_id))
    }
}

impl Default for AnswerRequest<'_> {
    fn default() -> Self {
        static NONE: LazyLock<Wishes> = LazyLock::new(Wishes::default);
        Self {
            head: false,
            accept: None,
            response_id: None,
            wishes: &NONE,
            example_first: false,
            incoming: None,
            streams: false,
            checked: Scope::NOTHING,
        }
    }
}

/// An answer; its body is in the buffer that [`answer`] was given.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own of an answer")]
pub struct Answer {
    /// From 200 to 599.
    pub status: u16,
    /// `Content-Type`; `None` where no body belongs to the answer.
    pub content_type: Option<Cow<'static, str>>,
    /// Declared headers with generated values: valid names, printable ASCII values.
    pub headers: Vec<(String, String)>,
    /// Whether the answer has a body. False for HEAD, 204, 205, 304 and answers that declare none: the runtime wants
    /// a null body there, not an empty one.
    pub has_body: bool,
    /// False when body or headers do not satisfy their schemas.
    pub valid: bool,
    /// Whether caches may keep it if they ask before every use. It has an `ETag` then.
    pub revalidated: bool,
    /// Milliseconds to wait before it is sent, where the caller wishes nothing else.
    pub delay: u32,
    /// Whether the body was made up from a schema: then the endpoint's script runs.
    pub made_up: bool,
    /// The body is not in the buffer but to be made item by item, by an [`ItemStream`].
    pub streaming: Option<Streaming>,
    /// Why it is this one, where the caller asked: the value of [`EXPLANATION_HEADER`].
    pub explanation: Option<String>,
}

impl Answer {
    /// An answer without body, such as 204 to OPTIONS.
    pub const fn empty(status: u16) -> Self {
        Self {
            status,
            content_type: None,
            headers: Vec::new(),
            has_body: false,
            valid: true,
            revalidated: false,
            delay: 0,
            made_up: false,
            streaming: None,
            explanation: None,
        }
    }

    /// 204 with `Allow`, for OPTIONS on a path that defines no operation for it.
    pub fn options(allow: crate::route::Methods) -> Self {
        Self { headers: vec![("Allow".to_owned(), allow.to_string())], ..Self::empty(204) }
    }
}

/// Answers a request from an endpoint's record. The body is appended to `out`, which the caller hands in so that it
/// can be reused.
///
/// # Errors
/// [`MockError`] for wishes that cannot be had, which lists those that can, and for custom mocks that cannot answer.
pub fn answer(
    record: &Record,
    request: &AnswerRequest<'_>,
    context: &Context<'_>,
    out: &mut Vec<u8>,
) -> Result<Answer, MockError> {
    let behaviour = record.behaviour.as_deref();
    let mocks = behaviour.map_or(&[][..], |behaviour| &behaviour.mocks);
    let tried = !request.names_an_answer(record) && request.wishes.malformed.is_none();
    let explained = |reason: Reason<'_>| {
        let asked = request.wishes.mock.is_none() && tried;
        let mocks = if asked { mocks } else { &[] };
        request.wishes.explain.then(|| explain::explain(reason, mocks, request.incoming))
    };
    if let Some(incoming) = request.incoming.filter(|_| tried)
        && let Some(rules) = behaviour.and_then(|behaviour| behaviour.rules.as_ref())
        && let Err(refusal) = rules.check(incoming, request.checked)
    {
        let explanation = explained(Reason::Refused);
        return Ok(Answer { explanation, ..refuse(record, request, context, &refusal, out) });
    }
    if let Some(incoming) = request.incoming.filter(|_| tried)
        && let Some(mock) = custom::find(mocks, incoming, request.wishes.mock.as_deref())?
    {
        let explanation = explained(Reason::CustomMock(mock, request.wishes.mock.is_some()));
        return Ok(Answer { explanation, ..custom::answer(record, mock, incoming, request, context, out)? });
    }
    let Some(choice) = choose::choose(record, request)? else {
        let explanation = explained(Reason::Undeclared);
        return Ok(Answer { made_up: true, explanation, ..Answer::empty(200) });
    };
    let mut answer = Answer::empty(choice.status);
    let example = choice.media.as_ref().and_then(|(.., example)| *example);
    answer.explanation = explained(Reason::Declared(choice.response, example));
    answer.made_up = choice.media.as_ref().is_none_or(|(.., example)| example.is_none());
    let context = &Context { status: Some(choice.status), ..context.clone() };
    let (start, mut is_json) = (out.len(), false);
    if let Some((media, content_type, example)) = choice.media {
        answer.has_body = !request.head;
        let kind = body::Kind::of(&content_type);
        if answer.has_body {
            answer.valid &= match (example, Streaming::of(media, kind, request.wishes)) {
                (Some(example), _) => body::write_example(&record.plan, media, example, kind, context, out),
                (None, Some(streaming)) if request.streams => {
                    answer.streaming = Some(streaming);
                    true
                }
                (None, Some(streaming)) => streaming.write(&record.plan, context, out),
                (None, None) => body::write(&record.plan, media, kind, context, out),
            };
        }
        answer.content_type = Some(kind.with_charset(content_type));
        is_json = kind == body::Kind::Json;
    }
    let json = out.get(start..).filter(|_| is_json).unwrap_or_default();
    headers::generate_declared(record, choice.response, context, json, &mut answer);
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Method;
    use crate::release::{RecordBody, RecordHeader, RecordResponse};
    use crate::route::{Route, RouteTable, Selection, Target};
    use crate::schema::{Dialect, Direction, Limits, PlanBuilder, Source};

    fn record() -> Record {
        let document = serde_json::json!({"body": {"type": "object"}, "header": {"type": "integer"}});
        let source = Source::new(&document, Dialect::OpenApi31);
        let mut builder = PlanBuilder::new(&source, Direction::Response, Limits::default());
        let (body, header) = (builder.root("/body"), builder.root("/header"));
        let plan = builder.finish().plan;
        let media = |media_type: &str| RecordBody {
            media_type: media_type.into(),
            root: Some(body),
            examples: vec![],
        };
        let headers = [("X-Rate", Some(header)), ("X-Free", None), ("Content-Type", Some(header))];
        let response = |id, status, content: Vec<RecordBody>| RecordResponse {
            id,
            key: format!("{status}").into(),
            status,
            name: None,
            headers: headers
                .iter()
                .map(|(name, root)| RecordHeader {
                    name: (*name).into(),
                    root: root.filter(|_| may_declare(name)),
                })
                .collect(),
            content,
        };
        let both = vec![media("application/json"), media("application/xml")];
        let responses = vec![
            response(1, 200, both.clone()),
            response(2, 204, both.clone()),
            response(3, 404, vec![]),
            response(4, 103, both),
        ];
        Record { endpoint_id: 9, method: Method::Get, path: "/pets".into(), responses, plan, behaviour: None }
    }

    #[test]
    fn answers_from_a_record() {
        let record = record();
        let cases = [
            (AnswerRequest::default(), 200, Some("application/json"), true),
            (AnswerRequest { head: true, ..AnswerRequest::default() }, 200, Some("application/json"), false),
            (
                AnswerRequest { accept: Some("application/xml"), ..AnswerRequest::default() },
                200,
                Some("application/xml; charset=utf-8"),
                true,
            ),
            (AnswerRequest { response_id: Some(2), ..AnswerRequest::default() }, 204, None, false),
            (AnswerRequest { response_id: Some(3), ..AnswerRequest::default() }, 404, None, false),
            (
                AnswerRequest { response_id: Some(4), ..AnswerRequest::default() },
                200,
                Some("application/json"),
                true,
            ),
            (
                AnswerRequest { response_id: Some(5), ..AnswerRequest::default() },
                200,
                Some("application/json"),
                true,
            ),
        ];
        for (request, status, content_type, has_body) in cases {
            let mut out = Vec::new();
            let answer = answer(&record, &request, &Context::new(1), &mut out).unwrap();
            assert_eq!(answer.status, status, "{request:?}");
            assert_eq!(answer.content_type.as_deref(), content_type, "{request:?}");
            assert_eq!((answer.has_body, !out.is_empty()), (has_body, has_body), "{request:?}");
            let names: Vec<_> = answer.headers.iter().map(|(name, _)| name.as_str()).collect();
            assert_eq!(names, ["X-Rate"], "{request:?}");
        }
    }

    #[test]
    fn answers_repeat_with_their_seed() {
        let record = record();
        let run = |seed| {
            let mut out = Vec::new();
            (answer(&record, &AnswerRequest::default(), &Context::new(seed), &mut out).unwrap(), out)
        };
        assert_eq!(run(1), run(1));
    }

    #[test]
    fn an_endpoint_without_responses_answers() {
        let record = Record { responses: vec![], ..record() };
        let request = AnswerRequest::default();
        let made = answer(&record, &request, &Context::new(1), &mut Vec::new());
        assert_eq!(made, Ok(Answer { made_up: true, ..Answer::empty(200) }));
        let wishes = Wishes { code: Some(404), ..Wishes::default() };
        let refused =
            answer(&record, &AnswerRequest { wishes: &wishes, ..request }, &Context::new(1), &mut Vec::new());
        assert_eq!(
            refused.unwrap_err().to_string(),
            "No response of this endpoint fits code=404. Responses: none."
        );
    }

    #[test]
    fn options_name_the_methods() {
        let route = Route { method: Method::Get, path: "/a".into(), endpoint_id: 1 };
        let table = RouteTable::new(vec![route]);
        let Selection::Options { allow } = table.select("OPTIONS", Target::Path("/a"), None, "") else {
            panic!("no options")
        };
        let answer = Answer::options(allow);
        assert_eq!((answer.status, answer.has_body), (204, false));
        assert_eq!(answer.headers, [("Allow".to_owned(), "GET, OPTIONS, HEAD".to_owned())]);
    }
}
