//! The answer to a request that is not what its operation declares.

use super::{Answer, AnswerRequest, Wishes, answer};
use crate::generate::Context;
use crate::release::Record;
use crate::validate::{Refusal, declared_response, problem_json};

/// Answers a refused request: with the body that the document declares for the status, made as any other; where it
/// declares none, with `application/problem+json`. The header `x-edgemock-violations` says what is wrong either way.
/// The body is appended to `out`. Of the caller's wishes those about language, seed, delay and examples count.
pub fn refuse(
    record: &Record,
    request: &AnswerRequest<'_>,
    context: &Context<'_>,
    refusal: &Refusal,
    out: &mut Vec<u8>,
) -> Answer {
    let start = out.len();
    let mut refused = declared(record, request, context, refusal.status, out).unwrap_or_else(|| {
        out.truncate(start);
        let has_body = !request.head;
        if has_body {
            out.extend_from_slice(problem_json(refusal).as_bytes());
        }
        Answer {
            content_type: Some("application/problem+json".into()),
            has_body,
            ..Answer::empty(refusal.status)
        }
    });
    refused.headers.push(("x-edgemock-violations".to_owned(), refusal.header()));
    if let Some(challenges) = &refusal.www_authenticate {
        refused.headers.push(("WWW-Authenticate".to_owned(), challenges.clone()));
    }
    refused
}

/// The answer that the document declares for a status.
fn declared(
    record: &Record,
    request: &AnswerRequest<'_>,
    context: &Context<'_>,
    status: u16,
    out: &mut Vec<u8>,
) -> Option<Answer> {
    declared_response(record, status)?;
    let wishes = Wishes {
        code: Some(status),
        response: None,
        example: None,
        malformed: None,
        ..request.wishes.clone()
    };
    let request = AnswerRequest { response_id: None, wishes: &wishes, ..*request };
    answer(record, &request, context, out).ok()
}
