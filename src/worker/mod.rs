//! The only code that touches the runtime (wasm32 only): entry points, KV, isolate caches, Durable Objects, clock and
//! randomness.
//!
//! | module | what it does |
//! | --- | --- |
//! | `edge` | the mock plane: a request to an answer, out of isolate caches and KV |
//! | `management` | the management plane: has the token checked, hands the request to an object |
//! | `attempts` | failed attempts to get in to the management plane |
//! | `account` | the `Account` object: projects, access tokens, the audit list |
//! | `project` | the `Project` object: documents, settings, publishing |
//! | `docs` | the public page of a project |
//! | `script` | the sandbox of mock scripts |
//! | `body`, `clock`, `fetch`, `js`, `kv`, `log`, `random`, `reply`, `sql` | adapters to the runtime |

// The macros of wasm-bindgen expand to unsafe glue. There is no other unsafe code.
#![allow(unsafe_code)]
// The macros of `worker` need public types in private modules.
#![allow(unreachable_pub)]

mod account;
mod attempts;
mod body;
mod clock;
mod docs;
mod edge;
mod fetch;
mod js;
mod kv;
mod log;
mod management;
mod project;
mod random;
mod reply;
mod script;
mod sql;

use wasm_bindgen::prelude::wasm_bindgen;
use worker::{Context, Env, event, web_sys};

/// Chains the two panic hooks: `worker`'s own one makes the runtime build a new instance after a panic, so it must not
/// be replaced.
#[event(start)]
fn start() {
    let rebuild_instance = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        console_error_panic_hook::hook(info);
        rebuild_instance(info);
    }));
}

/// Answers a mock request out of this isolate's caches, or not at all. `entry.js` calls it before [`fetch`]: without a
/// promise, a request costs half as much. `description` is what `ahead.js` says of it; `ahead` is how many further
/// answers to the same request are to be made.
#[wasm_bindgen(js_name = serveWarm)]
pub fn serve_warm(request: &web_sys::Request, description: &str, ahead: u32) -> Option<web_sys::Response> {
    edge::serve_warm(request, description, ahead)
}

#[event(fetch)]
async fn fetch(request: web_sys::Request, env: Env, context: Context) -> worker::Result<web_sys::Response> {
    if let Some(response) = edge::serve(&request, &env, &context).await {
        return response;
    }
    let url = request.url();
    let (origin, path_and_query) = split_url(&url);
    let path = path_and_query.split('?').next().unwrap_or_default();
    if path == "/v1" || path.starts_with("/v1/") {
        return management::serve(&request, origin, path_and_query, &env, &context).await;
    }
    if let Some(path) = path.strip_prefix("/docs/") {
        return docs::serve(&request, origin, path, &env, &context).await;
    }
    reply::not_found()
}

/// `https://host/path?query` to `https://host` and `/path?query`. By hand: the `url` crate is 170 KB, and what the
/// runtime hands over is normalized already.
fn split_url(url: &str) -> (&str, &str) {
    let url = url.split('#').next().unwrap_or_default();
    let host = url.find(':').map_or(0, |scheme| scheme + "://".len());
    let behind_host = url.get(host..).and_then(|rest| rest.find(['/', '?']));
    behind_host.and_then(|end| url.split_at_checked(host + end)).unwrap_or((url, "/"))
}
