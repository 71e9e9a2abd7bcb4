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
    // No script runs on it: it was written for what is made of good requests.
    refused.made_up = false;
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
        mock: None,
        malformed: None,
        ..request.wishes.clone()
    };
    let request = AnswerRequest { response_id: None, wishes: &wishes, ..*request };
    answer(record, &request, context, out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{ImportOptions, read};
    use crate::release::{EndpointSource, compile_endpoint, decode_record};
    use crate::schema::{Names, Source};
    use crate::validate::{Location, Violation};
    use serde_json::{Value, json};

    fn record(responses: &Value) -> Record {
        let document = json!({"openapi": "3.1.0", "paths": {"/a": {"get": {"responses": responses}}}});
        let document = read(document, &ImportOptions::default()).unwrap();
        let mut source = Source::new(&document.root, document.dialect);
        let names = Names::default();
        let endpoint =
            EndpointSource { id: 1, operation: &document.operations[0], response_ids: &[], names: &names };
        decode_record(&compile_endpoint(&mut source, &document.root, endpoint).record).unwrap()
    }

    fn refusal(status: u16) -> Refusal {
        let violation = Violation {
            location: Location::Query,
            name: Some("limité".to_owned()),
            pointer: None,
            keyword: "required",
            message: "is missing".to_owned(),
        };
        let www_authenticate = (status == 401).then(|| "Bearer realm=\"mock\"".to_owned());
        Refusal { status, violations: vec![violation], more: 0, www_authenticate }
    }

    #[test]
    fn the_declared_error_comes_first() {
        let content = |code: u16| {
            json!({"content": {"application/json": {"schema": {"type": "object", "required": ["code"],
            "properties": {"code": {"const": code}}}}}})
        };
        let cases = [
            (json!({"200": {}, "422": content(1)}), 422, Some(1)),
            (json!({"200": {}, "4XX": content(2), "default": content(3)}), 422, Some(2)),
            (json!({"200": {}, "default": content(3)}), 422, Some(3)),
            (json!({"default": content(4)}), 422, None),
            (json!({"200": {}, "422": {"description": "no body"}}), 422, None),
            (json!({"200": {}, "400": content(5)}), 422, None),
            (json!({"200": {}, "401": content(6)}), 401, Some(6)),
        ];
        for (responses, status, code) in cases {
            let (record, mut out) = (record(&responses), b"before".to_vec());
            let answer =
                refuse(&record, &AnswerRequest::default(), &Context::new(1), &refusal(status), &mut out);
            let body: Value = serde_json::from_slice(&out[6..]).unwrap();
            assert_eq!(answer.status, status, "{responses}");
            let header = ("x-edgemock-violations".to_owned(), "query limit?: is missing".to_owned());
            assert!(answer.headers.contains(&header), "{:?}", answer.headers);
            assert_eq!(answer.headers.iter().any(|(name, _)| name == "WWW-Authenticate"), status == 401);
            if let Some(code) = code {
                assert_eq!(body["code"], code, "{responses}");
            } else {
                assert_eq!(answer.content_type.as_deref(), Some("application/problem+json"), "{responses}");
                assert_eq!(body["violations"][0]["name"], "limité");
            }
        }
    }
}
