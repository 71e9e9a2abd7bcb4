//! From an answer to the runtime's response, with as few calls into the runtime as possible.

use crate::error::MockError;
use crate::respond::{Answer, Preflight, error_headers, mock_headers};
use crate::worker::kv::Reads;
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use worker::Env;
use worker::js_sys::Uint8Array;
use worker::web_sys::{Headers, Response, ResponseInit};

/// How many prepared heads are kept.
const MAX_PREPARED: usize = 64;

/// Everything that the head of a plain answer depends on: status, content type, origin.
type HeadKey = (u16, Option<Box<str>>, Option<Box<str>>);

thread_local! {
    /// Heads of answers without headers of their own, ready for the constructor of the response: setting a dozen
    /// headers takes longer than generating a small body.
    static PREPARED: RefCell<HashMap<HeadKey, ResponseInit>> = RefCell::new(HashMap::new());
    static DEBUG: OnceCell<bool> = const { OnceCell::new() };
}

/// How a request is to be replied to.
pub(super) struct Reply<'a> {
    pub(super) origin: Option<&'a str>,
    pub(super) head: bool,
    pub(super) reads: &'a Reads,
    pub(super) env: &'a Env,
}

impl Reply<'_> {
    pub(super) fn answer(&self, answer: &Answer, body: &[u8]) -> worker::Result<Response> {
        let init = self.init(answer)?;
        let response = if answer.has_body {
            let bytes = Uint8Array::from(body);
            Response::new_with_opt_js_u8_array_and_init(Some(&bytes), &init)?
        } else {
            Response::new_with_opt_str_and_init(None, &init)?
        };
        self.debug(&response)?;
        Ok(response)
    }

    pub(super) fn error(&self, error: &MockError) -> worker::Result<Response> {
        let headers = collect(|visit| error_headers(error, self.origin, visit))?;
        let body = error.body();
        let body = if self.head { None } else { Some(body.as_str()) };
        let response = Response::new_with_opt_str_and_init(body, &init(error.status(), &headers))?;
        self.debug(&response)?;
        Ok(response)
    }

    fn init(&self, answer: &Answer) -> worker::Result<ResponseInit> {
        if !answer.headers.is_empty() || !answer.valid {
            return self.build(answer);
        }
        let boxed = |text: &str| text.into();
        let key = (answer.status, answer.content_type.as_deref().map(boxed), self.origin.map(boxed));
        if let Some(init) = PREPARED.with_borrow(|prepared| prepared.get(&key).cloned()) {
            return Ok(init);
        }
        let init = self.build(answer)?;
        PREPARED.with_borrow_mut(|prepared| {
            if prepared.len() >= MAX_PREPARED {
                prepared.clear();
            }
            prepared.insert(key, init.clone());
        });
        Ok(init)
    }

    fn build(&self, answer: &Answer) -> worker::Result<ResponseInit> {
        let headers = collect(|visit| mock_headers(answer, self.origin, visit))?;
        if let Some(content_type) = &answer.content_type {
            headers.set("Content-Type", content_type)?;
        }
        Ok(init(answer.status, &headers))
    }

    /// With `DEBUG_HEADERS = "1"`, answers tell how many KV reads they waited for.
    fn debug(&self, response: &Response) -> worker::Result<()> {
        let debug = DEBUG.with(|debug| {
            *debug.get_or_init(|| self.env.var("DEBUG_HEADERS").is_ok_and(|value| value.to_string() == "1"))
        });
        if debug {
            response.headers().set("x-edgemock-kv-reads", &self.reads.count().to_string())?;
        }
        Ok(())
    }
}

/// The answer to a preflight.
pub(super) fn preflight(preflight: &Preflight) -> worker::Result<Response> {
    let headers = collect(|visit| preflight.headers(visit))?;
    Ok(Response::new_with_opt_str_and_init(None, &init(204, &headers))?)
}

/// Headers out of a visitor. One that the runtime refuses is left out.
fn collect(send: impl FnOnce(&mut dyn FnMut(&str, &str))) -> worker::Result<Headers> {
    let headers = Headers::new()?;
    send(&mut |name, value| {
        let _ = headers.append(name, value);
    });
    Ok(headers)
}

fn init(status: u16, headers: &Headers) -> ResponseInit {
    let init = ResponseInit::new();
    init.set_status(status);
    init.set_headers_headers(headers);
    init
}
