//! Answers of everything but the mock plane.

use super::log;
use super::management::{BODY_CODING_HEADER, BODY_TYPE_HEADER};
use crate::error::ManagementError;
use crate::manage::{Action, check_body_headers};
use serde_json::{Value, json};
use worker::web_sys::{Headers, Request, Response, ResponseInit};

/// Headers of every answer here: kept by no cache, a page of no kind, read by no other origin.
const PROTECTION: [(&str, &str); 5] = [
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// A JSON answer of the management plane.
pub(super) fn json(status: u16, body: &str, extra: Option<(&str, &str)>) -> worker::Result<Response> {
    send(status, "application/json", body, extra)
}

fn send(status: u16, media_type: &str, body: &str, extra: Option<(&str, &str)>) -> worker::Result<Response> {
    let headers = Headers::new()?;
    headers.set("Content-Type", media_type)?;
    for (name, value) in PROTECTION {
        headers.set(name, value)?;
    }
    if let Some((name, value)) = extra {
        headers.set(name, value)?;
    }
    let init = ResponseInit::new();
    init.set_status(status);
    init.set_headers_headers(&headers);
    Ok(Response::new_with_opt_str_and_init(Some(body), &init)?)
}

/// What a management request is answered with.
#[derive(Debug)]
pub(super) struct Success {
    /// 200, 201 or 202.
    pub(super) status: u16,
    /// What stands under `data`.
    pub(super) data: Value,
    /// The version of what was read or written, for `If-Match`.
    pub(super) etag: Option<String>,
    /// What stands under `meta`, beside `data`.
    pub(super) meta: Option<Value>,
    /// A text that is sent as it is instead of all that, with its media type: an exported document.
    pub(super) text: Option<(&'static str, String)>,
    /// Further headers.
    pub(super) headers: Vec<(&'static str, String)>,
}

impl From<Value> for Success {
    fn from(data: Value) -> Self {
        Self { status: 200, data, etag: None, meta: None, text: None, headers: Vec::new() }
    }
}

/// `{"success": true, "data": …}`.
pub(super) fn success(success: &Success) -> worker::Result<Response> {
    if let Some((media_type, text)) = &success.text {
        return send(success.status, media_type, text, None);
    }
    let mut body = json!({"success": true, "data": success.data});
    if let (Some(fields), Some(meta)) = (body.as_object_mut(), &success.meta) {
        fields.insert("meta".to_owned(), meta.clone());
    }
    let body = body.to_string();
    let response = json(success.status, &body, success.etag.as_deref().map(|etag| ("ETag", etag)))?;
    for (name, value) in &success.headers {
        response.headers().set(name, value)?;
    }
    Ok(response)
}

/// JSON that anybody may read, pages of other origins included, with the body of another answer.
pub(super) fn public_json(of: &Response) -> worker::Result<Response> {
    let headers = Headers::new()?;
    headers.set("Content-Type", "application/json")?;
    headers.set("Cache-Control", "public, max-age=300")?;
    headers.set("X-Content-Type-Options", "nosniff")?;
    headers.set("Access-Control-Allow-Origin", "*")?;
    let init = ResponseInit::new();
    init.set_headers_headers(&headers);
    Ok(Response::new_with_opt_readable_stream_and_init(of.body().as_ref(), &init)?)
}

/// Refuses a body that its headers declare to be something else than JSON.
pub(super) fn check_body(action: Action, request: &Request) -> Result<(), ManagementError> {
    let header = |name: &str| request.headers().get(name).ok().flatten();
    let (content_type, coding) = (header(BODY_TYPE_HEADER), header(BODY_CODING_HEADER));
    check_body_headers(action, &request.method(), content_type.as_deref(), coding.as_deref())
}

/// The error envelope.
pub(super) fn failure(error: &ManagementError) -> worker::Result<Response> {
    json(error.status(), &error.body(), error.header())
}

/// What the handler of a route ended with.
pub(super) fn finish<T: Into<Success>>(result: Result<T, ManagementError>) -> worker::Result<Response> {
    match result {
        Ok(done) => success(&done.into()),
        Err(error) => failure(&error),
    }
}

/// For paths of neither plane.
pub(super) fn not_found() -> worker::Result<Response> {
    let body = "Nothing is here. Mocks are under /m1/{projectId}-0-default/{path}, the management API is under /v1/.\n";
    let headers = Headers::new()?;
    headers.set("Content-Type", "text/plain; charset=utf-8")?;
    for (name, value) in PROTECTION {
        headers.set(name, value)?;
    }
    let init = ResponseInit::new();
    init.set_status(404);
    init.set_headers_headers(&headers);
    Ok(Response::new_with_opt_str_and_init(Some(body), &init)?)
}

/// A fault of our own: into the log with it, and a sober answer to the caller.
pub(super) fn internal(what: &str, error: &impl std::fmt::Display) -> ManagementError {
    log::failed(what, None, error);
    ManagementError::Internal
}
