//! From an answer to the runtime's response, with as few calls into the runtime as possible: each string that goes
//! there costs about as much as generating a small value.

use super::exchange::{Exchange, Served};
use super::{analytics, body};
use crate::error::MockError;
use crate::respond::{Answer, ItemStream, Preflight, error_headers, mock_headers};
use crate::worker::js;
use crate::worker::kv::Reads;
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::fmt::Write as _;
use worker::Env;
use worker::web_sys::{Headers, Response, ResponseInit};

/// Up to this many bytes, text costs less than bytes do.
const MAX_TEXT: usize = 2048;
/// How many prepared heads are kept.
const MAX_PREPARED: usize = 256;

thread_local! {
    /// Heads of answers, ready for the constructor of the response, by everything that they depend on. Headers with
    /// values of their own are not in them.
    static PREPARED: RefCell<HashMap<String, ResponseInit>> = RefCell::new(HashMap::new());
    static DEBUG: OnceCell<bool> = const { OnceCell::new() };
}

/// Whether it is known if answers tell what they cost.
pub(super) fn is_debug_known() -> bool {
    DEBUG.with(|debug| debug.get().is_some())
}

/// Whether answers tell what they cost.
fn tells_cost() -> bool {
    DEBUG.with(|debug| debug.get() == Some(&true))
}

/// Looks up whether answers tell what they cost.
pub(super) fn learn_debug(env: &Env) {
    DEBUG.with(|debug| {
        debug.get_or_init(|| env.var("DEBUG_HEADERS").is_ok_and(|value| value.to_string() == "1"));
    });
}

/// How a request is to be replied to.
pub(super) struct Reply<'a> {
    pub(super) origin: Option<&'a str>,
    pub(super) head: bool,
    pub(super) reads: &'a Reads,
}

impl<'a> Reply<'a> {
    pub(super) fn to(exchange: &Exchange<'a>, reads: &'a Reads) -> Self {
        Self { origin: exchange.origin, head: exchange.method == "HEAD", reads }
    }

    /// What the head of an answer depends on, but for headers with values of their own.
    fn head_key(&self, answer: &Answer) -> String {
        let mut key = self.key(answer.status, answer.content_type.as_deref().unwrap_or_default());
        key.push(if answer.valid { '+' } else { '-' });
        key.push(if answer.revalidated { '=' } else { '!' });
        for (name, _) in &answer.headers {
            key.push('\n');
            key.push_str(name);
        }
        key
    }

    /// The head of an answer, but for headers with values of their own.
    pub(super) fn head(&self, answer: &Answer) -> worker::Result<ResponseInit> {
        prepared(self.head_key(answer), answer.status, |visit| {
            if let Some(content_type) = answer.content_type.as_deref() {
                visit("Content-Type", content_type);
            }
            mock_headers(answer, self.origin, |name, value| {
                if !answer.headers.iter().any(|(own, _)| own == name) {
                    visit(name, value);
                }
            });
        })
    }

    pub(super) fn answer(
        &self,
        answer: &Answer,
        body: Vec<u8>,
        items: Option<ItemStream>,
    ) -> worker::Result<Response> {
        let init = self.head(answer)?;
        let mut lines = String::new();
        for (name, value) in &answer.headers {
            lines.extend([name, "\n", value, "\n"]);
        }
        let own = Some(lines.as_str()).filter(|lines| !lines.is_empty());
        if let Some(items) = items {
            return self.finish(js::respond_with_stream(&body::of_items(items), &init, own)?);
        }
        if answer.has_body && body.len() > body::MAX_WHOLE {
            return self.finish(js::respond_with_stream(&body::in_chunks(body), &init, own)?);
        }
        if is_short(&body)
            && let Some(text) = as_text(answer, &body)
        {
            return self.finish(js::respond_with_text(text, &init, own)?);
        }
        self.finish(js::respond(Some(&*body).filter(|_| answer.has_body), &init, own)?)
    }

    /// `lines` are further headers, as `js::respond` takes them.
    pub(super) fn error(&self, error: &MockError, lines: &str) -> worker::Result<Response> {
        let own = error.header();
        let init = prepared(self.key(error.status(), "error"), error.status(), |visit| {
            error_headers(error, self.origin, |name, value| {
                if own.is_none_or(|(own, _)| own != name) {
                    visit(name, value);
                }
            });
        })?;
        let body = error.body();
        let body = if self.head { None } else { Some(body.as_bytes()) };
        let own = own.map(|(name, value)| format!("{name}\n{value}")).unwrap_or_default();
        let separator = if own.is_empty() || lines.is_empty() { "" } else { "\n" };
        let own = [&*own, separator, lines].concat();
        self.finish(js::respond(body, &init, Some(&*own).filter(|own| !own.is_empty()))?)
    }

    /// What every head depends on.
    fn key(&self, status: u16, kind: &str) -> String {
        let mut key = String::with_capacity(128);
        let _ = write!(key, "{status}\n{kind}\n");
        match self.origin {
            Some(origin) => {
                key.push('=');
                key.push_str(origin);
                key.push('\n');
            }
            None => key.push('\n'),
        }
        key
    }

    /// With `DEBUG_HEADERS = "1"`, answers tell how many KV reads they waited for.
    fn finish(&self, response: Response) -> worker::Result<Response> {
        if tells_cost() {
            response.headers().set("x-edgemock-kv-reads", &self.reads.count().to_string())?;
        }
        Ok(response)
    }
}

/// Whether an answer is nothing but a head that many answers share, and a text; and nothing is done for each answer.
pub(super) fn is_plain(served: &Served) -> bool {
    let answer = &served.answer;
    let is_plain = served.items.is_none() && served.script.is_none() && answer.headers.is_empty();
    is_plain
        && served.delay() == 0
        && !tells_cost()
        && !analytics::is_counting()
        && as_text(answer, &served.body).is_some()
}

/// A body that is text. Without a content type, the runtime would make one up for text.
fn as_text<'b>(answer: &Answer, body: &'b [u8]) -> Option<&'b str> {
    std::str::from_utf8(body).ok().filter(|_| answer.has_body && answer.content_type.is_some())
}

/// Whether a body goes to the runtime as text: short ASCII, which then makes no buffer that has to be collected again. What
/// is not all ASCII takes six times as long as text.
pub(super) fn is_short(body: &[u8]) -> bool {
    body.len() <= MAX_TEXT && body.is_ascii()
}

/// The answer to a preflight.
pub(super) fn preflight(preflight: &Preflight) -> worker::Result<Response> {
    let init = init(204, |visit| preflight.headers(visit))?;
    Ok(Response::new_with_opt_str_and_init(None, &init)?)
}

/// The head that was prepared under a key; prepares it the first time.
fn prepared(
    key: String,
    status: u16,
    send: impl FnOnce(&mut dyn FnMut(&str, &str)),
) -> worker::Result<ResponseInit> {
    if let Some(init) = PREPARED.with_borrow(|prepared| prepared.get(&key).cloned()) {
        return Ok(init);
    }
    let init = init(status, send)?;
    PREPARED.with_borrow_mut(|prepared| {
        if prepared.len() >= MAX_PREPARED {
            prepared.clear();
        }
        prepared.insert(key, init.clone());
    });
    Ok(init)
}

fn init(status: u16, send: impl FnOnce(&mut dyn FnMut(&str, &str))) -> worker::Result<ResponseInit> {
    let headers = Headers::new()?;
    send(&mut |name, value| {
        // What the runtime does not take as a header is left out.
        let _ = headers.append(name, value);
    });
    let init = ResponseInit::new();
    init.set_status(status);
    init.set_headers_headers(&headers);
    Ok(init)
}
