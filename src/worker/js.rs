//! Parts of the runtime that `worker` has no binding for.

use wasm_bindgen::prelude::wasm_bindgen;
use worker::js_sys::Promise;
use worker::wasm_bindgen::JsValue;
use worker::web_sys::{ReadableStream, Request, Response, ResponseInit};
use worker::{State, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    type SyncStorage;

    /// <https://developers.cloudflare.com/durable-objects/api/sqlite-storage-api/#transactionsync>
    #[wasm_bindgen(method, catch, js_name = transactionSync)]
    fn transaction_sync(
        this: &SyncStorage,
        body: &mut dyn FnMut() -> Result<(), JsValue>,
    ) -> Result<(), JsValue>;

    #[wasm_bindgen(js_name = URL)]
    type JsUrl;

    #[wasm_bindgen(constructor, catch, js_class = "URL")]
    fn new(url: &str, base: &str) -> Result<JsUrl, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn href(this: &JsUrl) -> String;
}

// Every string and every object that crosses into the runtime costs about as much as generating a small value: what a
// mock request needs crosses at once.
#[wasm_bindgen(inline_js = r#"
export const headers = (request) => {
  let lines = "";
  for (const [name, value] of request.headers) lines += `${name}\n${value}\n`;
  return lines;
};
export const sha256 = (bytes) => crypto.subtle.digest("SHA-256", bytes);
export const writePoint = (dataset, project, method, endpoint, status, bytes) => {
  try { dataset.writeDataPoint({ indexes: [project], blobs: [method, endpoint], doubles: [status, bytes] }); } catch {}
};
export const stream = (next, interval) => {
  let begun = false;
  return new ReadableStream(
    {
      async pull(controller) {
        if (begun && interval > 0) await new Promise((resolve) => setTimeout(resolve, interval));
        begun = true;
        const chunk = next(false);
        if (chunk === undefined) controller.close();
        else controller.enqueue(chunk);
      },
      cancel() {
        next(true);
      },
    },
    { highWaterMark: 0 },
  );
};
export const respond = (body, init, headers) => {
  // A copy: until 2026 the runtime sent what stood in the buffer by then, and the memory of wasm is used again.
  const response = new Response(body instanceof Uint8Array ? body.slice() : body, init);
  if (headers !== undefined) {
    const parts = headers.split("\n");
    for (let at = 0; at + 1 < parts.length; at += 2) {
      try { response.headers.append(parts[at], parts[at + 1]); } catch {}
    }
  }
  return response;
};
"#)]
extern "C" {
    /// All headers, names in small letters: names and values in turn, each on a line.
    pub(super) fn headers(request: &Request) -> String;

    /// The SHA-256 of bytes, in an `ArrayBuffer`: the runtime's own is several times as fast as one in wasm.
    pub(super) fn sha256(bytes: &[u8]) -> Promise;

    /// Writes a data point of Analytics Engine. What it does not take is no matter of the caller's.
    #[wasm_bindgen(js_name = writePoint)]
    pub(super) fn write_point(
        dataset: &JsValue,
        project: &str,
        method: &str,
        endpoint: &str,
        status: u16,
        bytes: u32,
    );

    /// A stream of what `next` gives until it gives nothing, a chunk for each pull, `interval` milliseconds apart. Where
    /// nobody reads on, `next` is called with `true`.
    pub(super) fn stream(next: JsValue, interval: u32) -> ReadableStream;

    /// As [`respond`], with a stream as the body.
    #[wasm_bindgen(catch, js_name = respond)]
    pub(super) fn respond_with_stream(
        body: &ReadableStream,
        init: &ResponseInit,
        headers: Option<&str>,
    ) -> Result<Response, JsValue>;

    /// As [`respond`], with text as the body. Without a `Content-Type` of its own, the runtime calls it plain text.
    #[wasm_bindgen(catch, js_name = respond)]
    pub(super) fn respond_with_text(
        body: &str,
        init: &ResponseInit,
        headers: Option<&str>,
    ) -> Result<Response, JsValue>;

    /// `new Response(body, init)`, with further headers: names and values in turn, each on a line. Those that the
    /// runtime does not take are left out.
    #[wasm_bindgen(catch)]
    pub(super) fn respond(
        body: Option<&[u8]>,
        init: &ResponseInit,
        headers: Option<&str>,
    ) -> Result<Response, JsValue>;
}

/// Runs statements in one transaction: all of them take effect, or none when one fails.
///
/// # Errors
/// The first failure.
pub(super) fn transaction<T>(
    state: &State,
    mut body: impl FnMut() -> worker::Result<T>,
) -> worker::Result<T> {
    use worker::wasm_bindgen::JsCast as _;
    let storage: SyncStorage = state.as_raw().storage()?.unchecked_into();
    let mut outcome = None;
    let run = storage.transaction_sync(&mut || {
        let result = body();
        let failed = result.as_ref().err().map(|error| JsValue::from_str(&error.to_string()));
        outcome = Some(result);
        failed.map_or(Ok(()), Err)
    });
    match (outcome, run) {
        (Some(Err(error)), _) => Err(error),
        (_, Err(error)) => Err(error.into()),
        (Some(Ok(value)), Ok(())) => Ok(value),
        (None, Ok(())) => Err(worker::Error::RustError("the transaction did not run".to_owned())),
    }
}

/// An address as the runtime understands it, relative ones against a base.
pub(super) fn resolve_url(url: &str, base: &str) -> Option<String> {
    JsUrl::new(url, base).ok().map(|url| url.href())
}
