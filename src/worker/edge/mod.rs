//! The mock plane. It reads isolate caches and KV and nothing else: no object is woken by a mock request.
//!
//! A request is answered by [`Exchange::attempt`], which waits for nothing. What it misses is loaded and it starts
//! again. With warm caches the first attempt ends it, and the runtime's promises are not needed at all.

mod ahead;
mod analytics;
mod body;
mod exchange;
mod limits;
mod packs;
mod pointers;
mod response;

pub(super) use pointers::forget;

use super::body::read_up_to;
use super::kv::Reads;
use super::{log, management, script, split_url};
use crate::error::MockError;
use crate::request::MAX_BODY_BYTES;
use crate::respond::{Answer, Preflight};
use crate::route::MockUrl;
use crate::script::owner_header;
use exchange::{Exchange, Loaded, Need, PendingScript, Served, Stop};
use packs::PackError;
use pointers::Known;
use response::Reply;
use std::time::Duration;
use worker::web_sys::{Request, Response};
use worker::{Context, Delay, Env};

/// The header in which the owner of a script sends a management token to be told how it ran.
const OWNER_HEADER: &str = "x-edgemock-owner";
/// The header that tells.
const REPORT_HEADER: &str = "x-edgemock-script";

/// Answers a mock request out of what this isolate holds; `None` for requests of other kinds, and where something has
/// to be waited for.
pub(super) fn serve_warm(request: &Request, description: &str, ahead: u32) -> Option<Response> {
    if !response::is_debug_known() {
        return None;
    }
    let (exchange, url) = Exchange::new(request, description);
    let url = MockUrl::parse(split_url(url).1)?;
    if let Some(preflight) = Preflight::of(exchange.method, |name| exchange.header(name)) {
        return response::preflight(&preflight).ok();
    }
    let reads = Reads::default();
    let served = match url {
        Ok(url) => {
            let mut loaded = Loaded::default();
            let served = match exchange.attempt(&url, &mut loaded) {
                Err(Stop::Need(_)) => return None,
                Err(Stop::Error(error)) => Err(error),
                Ok(served) => Ok(served),
            };
            analytics::count(&exchange, url.project, &loaded, &served);
            if let (1.., Some(again), Ok(served)) = (ahead, &loaded.repeatable, &served) {
                ahead::make(&exchange, again, &Reply::to(&exchange, &reads), served, ahead);
            }
            served
        }
        Err(error) => Err(error),
    };
    reply(&exchange, &reads, "", served).ok()
}

/// Answers a mock request; `None` for requests of other kinds.
pub(super) async fn serve(
    request: &Request,
    env: &Env,
    context: &Context,
) -> Option<worker::Result<Response>> {
    let description = ahead::describe(request);
    let (exchange, url) = Exchange::new(request, &description);
    let url = MockUrl::parse(split_url(url).1)?;
    response::learn_debug(env);
    analytics::learn(env);
    if let Some(preflight) = Preflight::of(exchange.method, |name| exchange.header(name)) {
        return Some(response::preflight(&preflight));
    }
    let reads = Reads::default();
    let mut loaded = Loaded { patient: true, ..Loaded::default() };
    let mut served = match &url {
        Ok(url) => load_and_serve(&exchange, url, env, context, &reads, &mut loaded).await,
        Err(error) => Err(error.clone()),
    };
    if let Ok(url) = &url {
        analytics::count(&exchange, url.project, &loaded, &served);
    }
    let told = loaded.told.take().unwrap_or_default();
    let lines = match &mut served {
        Ok(served) => {
            told.add_to(&mut served.answer);
            String::new()
        }
        Err(_) => told.lines(),
    };
    if let Some(delay @ 1..) = served.as_ref().ok().map(Served::delay) {
        Delay::from(Duration::from_millis(u64::from(delay))).await;
    }
    Some(reply(&exchange, &reads, &lines, served))
}

/// The release of a project whose document everybody may read; `None` for all others, and where nothing can be read.
pub(super) async fn public_release(env: &Env, context: &Context, project: u64) -> Option<u64> {
    match pointers::find(env, context, project, &Reads::default()).await {
        Ok(pointers::Known::Project(pointer)) if pointer.public_document.is_some() => Some(pointer.release),
        _ => None,
    }
}

/// `lines` are further headers for an error, as `js::respond` takes them.
fn reply(
    exchange: &Exchange<'_>,
    reads: &Reads,
    lines: &str,
    served: Result<Served, MockError>,
) -> worker::Result<Response> {
    let reply = Reply::to(exchange, reads);
    match served {
        Ok(Served { answer, body, items, .. }) => reply.answer(&answer, body, items),
        Err(error) => reply.error(&error, lines),
    }
}

async fn load_and_serve(
    exchange: &Exchange<'_>,
    url: &MockUrl<'_>,
    env: &Env,
    context: &Context,
    reads: &Reads,
    loaded: &mut Loaded,
) -> Result<Served, MockError> {
    // Every need comes once, routes and records once for each release: what was loaded stays in `loaded`.
    for _ in 0..=2 * Need::KINDS {
        let need = match exchange.attempt(url, loaded) {
            Ok(mut served) => {
                return match served.script.take() {
                    Some(script) => run_script(exchange, url.project, env, script, served).await,
                    None => Ok(served),
                };
            }
            // The newest release may have what the one before has not.
            Err(Stop::Error(_)) if loaded.went_back => return Err(MockError::Unavailable),
            Err(Stop::Error(error)) => return Err(error),
            Err(Stop::Need(need)) => need,
        };
        match need {
            Need::Pointer => {
                loaded.project = Some(pointers::find(env, context, url.project, reads).await?);
            }
            Need::Body => {
                // A body that cannot be read to its end is one that stops there.
                let body = read_up_to(exchange.request.body(), MAX_BODY_BYTES).await;
                loaded.body = Some(body.unwrap_or((Vec::new(), true)));
            }
            Need::Routes(pack) => match packs::routes(env, &pack, reads).await {
                Ok(routes) => loaded.routes = Some(routes),
                Err(error) => go_back(url.project, env, context, &error, loaded)?,
            },
            Need::Record(pack, location) => match packs::record(env, &pack, location, reads).await {
                Ok(record) => loaded.record = Some(record),
                Err(error) => go_back(url.project, env, context, &error, loaded)?,
            },
            Need::Turn(limit) => {
                // Set by Cloudflare, whatever the caller sends.
                let address = exchange.header("CF-Connecting-IP").unwrap_or_default();
                let (headers, outcome) = limits::take(env, url.project, &limit, &address).await;
                loaded.told = Some(headers);
                outcome?;
            }
            Need::Time => break,
        }
    }
    log::failed("answering a request", url.project, &"it did not get what it needs");
    Err(MockError::Internal)
}

/// Lets the endpoint's script change its answer. What went on in it is for the owner alone.
async fn run_script(
    exchange: &Exchange<'_>,
    project: u64,
    env: &Env,
    script: PendingScript,
    mut served: Served,
) -> Result<Served, MockError> {
    let outcome = script::run(&script.input).await;
    let token = exchange.header(OWNER_HEADER);
    let is_owner = match token.as_deref() {
        Some(token) => management::is_owner(exchange.request, env, token, project).await,
        None => false,
    };
    let report = is_owner.then(|| owner_header(outcome.as_ref()));
    let Served { answer, body, .. } = &mut served;
    match outcome {
        Ok(output) => {
            output.apply(answer, body, script.head);
            exchange.finish(answer, body, script.seeded);
        }
        Err(failure) => {
            let error = MockError::ScriptFailed(failure.kind);
            if report.is_none() {
                return Err(error);
            }
            // As the error is sent, with the report beside it.
            *answer =
                Answer { content_type: Some("application/json".into()), ..Answer::empty(error.status()) };
            answer.has_body = !script.head;
            *body = error.body().into_bytes();
        }
    }
    answer.headers.extend(report.map(|report| (REPORT_HEADER.to_owned(), report)));
    Ok(served)
}

/// Where routes or a record of the newest release cannot be had, the request goes on with the release before, if this
/// isolate knows it. What is lost or damaged is published again, behind the answer.
fn go_back(
    project: u64,
    env: &Env,
    context: &Context,
    error: &PackError,
    loaded: &mut Loaded,
) -> Result<(), MockError> {
    if matches!(error, PackError::Unusable) {
        let env = env.clone();
        context.wait_until(async move {
            if let Err(error) = management::publish_again(&env, project, true).await {
                log::failed("publishing again", project, &error);
            }
        });
    }
    if loaded.went_back {
        return Err(MockError::Unavailable);
    }
    let pointer = pointers::with_routes_before(project).ok_or(MockError::Unavailable)?;
    (loaded.project, loaded.went_back) = (Some(Known::Project(pointer)), true);
    (loaded.routes, loaded.record) = (None, None);
    Ok(())
}
