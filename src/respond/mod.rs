//! Which answer: from an endpoint's record and a request to status, headers and body.

mod accept;
mod body;
mod choose;
mod headers;

pub use choose::{choose_media, choose_response};
pub use headers::{Preflight, error_headers, mock_headers};

use crate::generate::Context;
use crate::release::Record;
use std::borrow::Cow;

/// What the choice of an answer depends on.
#[derive(Debug, Clone, Copy, Default)]
pub struct AnswerRequest<'a> {
    /// Whether the method is HEAD: the same answer without its body.
    pub head: bool,
    /// The `Accept` header.
    pub accept: Option<&'a str>,
    /// `apidogResponseId`.
    pub response_id: Option<u64>,
}

/// An answer; its body is in the buffer that [`answer`] was given.
#[derive(Debug, Clone, PartialEq, Eq)]
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
}

impl Answer {
    /// An answer without body, such as 204 to OPTIONS.
    pub const fn empty(status: u16) -> Self {
        Self { status, content_type: None, headers: Vec::new(), has_body: false, valid: true }
    }

    /// 204 with `Allow`, for OPTIONS on a path that defines no operation for it.
    pub fn options(allow: crate::route::Methods) -> Self {
        Self { headers: vec![("Allow".to_owned(), allow.to_string())], ..Self::empty(204) }
    }
}

/// Answers a request from an endpoint's record. The body is appended to `out`, which the caller hands in so that it
/// can be reused.
pub fn answer(
    record: &Record,
    request: &AnswerRequest<'_>,
    context: &Context<'_>,
    out: &mut Vec<u8>,
) -> Answer {
    let Some((response, status)) = choose_response(&record.responses, request.response_id) else {
        return Answer::empty(200);
    };
    let mut answer = Answer::empty(status);
    headers::generate_declared(record, response, context, &mut answer);
    if matches!(status, 204 | 205 | 304) {
        return answer;
    }
    if let Some((media, content_type)) = choose_media(&response.content, request.accept) {
        answer.has_body = !request.head;
        let kind = body::Kind::of(&content_type);
        if answer.has_body {
            answer.valid &= body::write(&record.plan, media, kind, context, out);
        }
        answer.content_type = Some(kind.with_charset(content_type));
    }
    answer
}
