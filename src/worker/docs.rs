//! `/docs/{project}`: the document of a project that allows it, for everybody, with its mock to try.
//!
//! The page is the same for all projects: a script of the console's files, which reads the document beside it. Whether a
//! project has one is asked of its pointer, so that guessing wakes no object. A project without it and one that is not
//! there answer the same.

use super::{edge, management, reply};
use crate::manage::MAX_PROJECT_ID;
use std::cell::RefCell;
use std::rc::Rc;
use worker::web_sys::{Headers, Request, Response, ResponseInit};
use worker::{Context, Env};

const PAGE: &str = include_str!("docs.html");
/// Documents that an isolate holds, in bytes.
const HELD_BYTES: usize = 16 * 1024 * 1024;

struct Held {
    project: u64,
    release: u64,
    origin: String,
    text: Rc<str>,
}

thread_local! {
    /// What was read last, newest at the end.
    static HELD: RefCell<Vec<Held>> = const { RefCell::new(Vec::new()) };
}

/// Answers for `/docs/…`; `path` is what stands behind it.
pub(super) async fn serve(
    request: &Request,
    origin: &str,
    path: &str,
    env: &Env,
    context: &Context,
) -> worker::Result<Response> {
    let (project, rest) = path.split_once('/').unwrap_or((path, ""));
    let digits = !project.is_empty() && project.bytes().all(|byte| byte.is_ascii_digit());
    let project = project.parse().ok().filter(|id| digits && (1..=MAX_PROJECT_ID).contains(id));
    let (Some(project), "" | "openapi.json") = (project, rest) else { return reply::not_found() };
    if !matches!(&*request.method(), "GET" | "HEAD") {
        return reply::not_found();
    }
    let Some(release) = edge::public_release(env, context, project).await else { return reply::not_found() };
    if rest.is_empty() {
        return page(origin);
    }
    let tag = format!("W/\"{project}-{release}\"");
    let known = request.headers().get("If-None-Match").ok().flatten();
    if known.is_some_and(|known| known.contains(&tag)) {
        return send(304, None, &[("ETag", &tag), ("Cache-Control", "no-cache")]);
    }
    let held = HELD.with_borrow(|held| {
        let same = |held: &&Held| held.project == project && held.release == release && held.origin == origin;
        held.iter().find(same).map(|held| Rc::clone(&held.text))
    });
    let text = match held {
        Some(text) => text,
        None => match management::public_document(env, project, origin).await? {
            Ok(text) => keep(project, release, origin, &text),
            Err(refused) => return Ok(refused),
        },
    };
    send(
        200,
        Some(&text),
        &[("Content-Type", "application/json"), ("ETag", &tag), ("Cache-Control", "no-cache")],
    )
}

/// Keeps a document, and drops the oldest that there is no room for.
fn keep(project: u64, release: u64, origin: &str, text: &str) -> Rc<str> {
    let text: Rc<str> = text.into();
    HELD.with_borrow_mut(|held| {
        held.retain(|held| held.project != project || held.origin != origin);
        held.push(Held { project, release, origin: origin.to_owned(), text: Rc::clone(&text) });
        let mut bytes: usize = held.iter().map(|held| held.text.len()).sum();
        while bytes > HELD_BYTES && !held.is_empty() {
            bytes -= held.remove(0).text.len();
        }
    });
    text
}

/// The page. Scripts come from the console's files alone, by their path: `'self'` would let in what a mock answers.
fn page(origin: &str) -> worker::Result<Response> {
    let policy = format!(
        "default-src 'none'; script-src {origin}/console/assets/ {origin}/console/docs.js; \
         style-src {origin}/console/; img-src {origin}/console/ data:; font-src {origin}/console/; \
         connect-src {origin}/docs/ {origin}/m1/ {origin}/m2/; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'"
    );
    let headers = [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Cache-Control", "no-cache"),
        ("Content-Security-Policy", &*policy),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("X-Frame-Options", "DENY"),
    ];
    send(200, Some(PAGE), &headers)
}

fn send(status: u16, body: Option<&str>, extra: &[(&str, &str)]) -> worker::Result<Response> {
    let headers = Headers::new()?;
    headers.set("X-Content-Type-Options", "nosniff")?;
    headers.set("Referrer-Policy", "no-referrer")?;
    for (name, value) in extra {
        headers.set(name, value)?;
    }
    let init = ResponseInit::new();
    init.set_status(status);
    init.set_headers_headers(&headers);
    Ok(Response::new_with_opt_str_and_init(body, &init)?)
}
