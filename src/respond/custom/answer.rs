//! What a custom mock answers.

use super::{CompiledMock, MockText};
use crate::error::MockError;
use crate::generate::{Context, Rng};
use crate::model::MockBody;
use crate::release::Record;
use crate::request::IncomingRequest;
use crate::respond::body::{self, Kind};
use crate::respond::choose::{self, content_type};
use crate::respond::headers::{generate_declared, header_text};
use crate::respond::{Answer, AnswerRequest};
use std::borrow::Cow;

/// What headers and texts draw their values with: another stream than that of a made-up body.
const TEXT_STREAM: u64 = 0x6a09_e667_f3bc_c908;

/// Appends the body of a custom mock to `out`.
///
/// # Errors
/// A template that cannot be rendered for this request, and a body of a response that the endpoint has no longer.
pub(in crate::respond) fn answer(
    record: &Record,
    mock: &CompiledMock,
    incoming: &IncomingRequest<'_>,
    request: &AnswerRequest<'_>,
    context: &Context<'_>,
    out: &mut Vec<u8>,
) -> Result<Answer, MockError> {
    let mut rng = Rng::new(context.seed ^ TEXT_STREAM);
    let failed = |message: String| MockError::CustomMock { id: mock.id, message };
    let mut answer =
        Answer { delay: mock.response.delay, ..Answer::empty(mock.response.status.unwrap_or(200)) };
    let mut own_type = None;
    match &mock.response.body {
        MockBody::Empty => {}
        MockBody::Json { value, content_type } => {
            own_type = Some(content_type.as_deref().unwrap_or("application/json"));
            out.extend_from_slice(value.to_string().as_bytes());
        }
        MockBody::Text { text, content_type } => {
            own_type = Some(content_type.as_deref().unwrap_or("text/plain"));
            out.extend_from_slice(text.as_bytes());
        }
        MockBody::Template { content_type, .. } => {
            let media_type = content_type.as_deref().unwrap_or("application/json");
            own_type = Some(media_type);
            if let Some(text) = &mock.text {
                text.render_body(Kind::of(media_type) == Kind::Json, incoming, context, &mut rng, out)
                    .map_err(failed)?;
            }
        }
        MockBody::Generated { response, .. } => {
            let Some(choice) = choose::for_mock(record, response.as_deref(), request)? else {
                return Ok(answer);
            };
            answer.status = mock.response.status.unwrap_or(choice.status);
            let context = &Context { status: Some(answer.status), ..context.clone() };
            generate_declared(record, choice.response, context, &mut answer);
            let own = |name: &str| mock.headers.iter().any(|(own, _)| own.eq_ignore_ascii_case(name));
            answer.headers.retain(|(name, _)| !own(name));
            if let Some((media, content_type, _)) = choice.media.filter(|_| choose::has_body(answer.status)) {
                let kind = Kind::of(&content_type);
                let mut render = |text: &MockText| text.render(incoming, context, &mut rng);
                let mut failure = None;
                answer.valid &= body::write_edited(&record.plan, media, kind, context, out, |value| {
                    for field in &mock.fields {
                        if let Err(message) = field.set(value, &mut render) {
                            failure.get_or_insert(message);
                        }
                    }
                });
                if let Some(message) = failure {
                    return Err(failed(message));
                }
                answer.has_body = true;
                answer.content_type = Some(kind.with_charset(content_type));
            }
        }
    }
    if let Some(media_type) = own_type {
        answer.has_body = choose::has_body(answer.status);
        let shown = content_type(media_type);
        answer.content_type = answer.has_body.then(|| Kind::of(media_type).with_charset(shown));
    }
    if !answer.has_body {
        out.clear();
    }
    for (name, text) in &mock.headers {
        let value = header_text(&text.render(incoming, context, &mut rng).map_err(failed)?);
        if name.eq_ignore_ascii_case("content-type") {
            if answer.has_body {
                answer.content_type = Some(Cow::Owned(value));
            }
        } else {
            answer.headers.push((name.clone(), value));
        }
    }
    answer.has_body &= !request.head;
    Ok(answer)
}
