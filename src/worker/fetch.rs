//! Fetching a document from its address.

use super::body::read_up_to;
use super::js::resolve_url;
use super::log;
use crate::error::ManagementError;
use crate::import::text::MAX_BYTES;
use crate::import::{BasicAuth, check_import_url};
use worker::js_sys::futures::JsFuture;
use worker::wasm_bindgen::JsCast as _;
use worker::web_sys::{AbortSignal, Headers, RequestInit, RequestRedirect, Response, WorkerGlobalScope};

/// How many redirects are followed.
const MAX_REDIRECTS: usize = 5;
/// How long all of it may take, in milliseconds.
const TIMEOUT: u32 = 20_000;

/// Fetches a document. Every address on the way is checked, and credentials go to the origin that they were given for
/// and to no other one.
///
/// # Errors
/// [`ManagementError::Fetch`] with what is wrong.
pub(super) async fn document(url: &str, auth: Option<&BasicAuth>) -> Result<Vec<u8>, ManagementError> {
    let signal = AbortSignal::timeout_with_u32(TIMEOUT);
    let mut url = resolve(url, url)?;
    let home = origin(&url).to_owned();
    for _ in 0..=MAX_REDIRECTS {
        let auth = auth.filter(|_| origin(&url) == home);
        let response = get(&url, auth, &signal).await.map_err(|error| {
            // What went wrong inside is the runtime's business; it may name addresses.
            log::failed("fetching a document", None, &error);
            let why = if signal.aborted() { "took too long" } else { "did not answer" };
            ManagementError::Fetch(format!("the server at {} {why}", origin(&url)))
        })?;
        match response.status() {
            200..=299 => return read(&response, &url).await,
            301 | 302 | 303 | 307 | 308 => {
                let location = response.headers().get("Location").ok().flatten();
                let location = location.ok_or_else(|| failed(&url, "redirects to nowhere"))?;
                url = resolve(&location, &url)?;
            }
            status => return Err(failed(&url, &format!("answered {status}"))),
        }
    }
    Err(failed(&url, &format!("redirects for the {}th time", MAX_REDIRECTS + 1)))
}

fn failed(url: &str, why: &str) -> ManagementError {
    ManagementError::Fetch(format!("the server at {} {why}", origin(url)))
}

/// `https://host:port` of an address.
fn origin(url: &str) -> &str {
    let host = url.find("://").map_or(0, |scheme| scheme + 3);
    let end = url.get(host..).and_then(|rest| rest.find(['/', '?', '#'])).map(|end| host + end);
    url.get(..end.unwrap_or(url.len())).unwrap_or(url)
}

/// Checks an address as it is written and as the runtime understands it.
fn resolve(url: &str, base: &str) -> Result<String, ManagementError> {
    let resolved = resolve_url(url, base)
        .ok_or_else(|| ManagementError::Fetch("the address cannot be understood".to_owned()))?;
    check_import_url(&resolved).map_err(ManagementError::Fetch)?;
    Ok(resolved)
}

async fn get(url: &str, auth: Option<&BasicAuth>, signal: &AbortSignal) -> worker::Result<Response> {
    let scope: WorkerGlobalScope = worker::js_sys::global().unchecked_into();
    let headers = Headers::new()?;
    headers.set("Accept", "application/json, application/yaml, text/yaml, */*;q=0.5")?;
    headers.set("User-Agent", "edgemock")?;
    if let Some(auth) = auth {
        // `btoa` takes one character for each byte.
        let credentials = format!("{}:{}", auth.username, auth.password);
        let credentials: String = credentials.bytes().map(char::from).collect();
        headers.set("Authorization", &format!("Basic {}", scope.btoa(&credentials)?))?;
    }
    let init = RequestInit::new();
    init.set_headers_headers(&headers);
    init.set_redirect(RequestRedirect::Manual);
    init.set_signal(Some(signal));
    let response = JsFuture::from(scope.fetch_with_str_and_init(url, &init)).await?;
    Ok(response.dyn_into()?)
}

async fn read(response: &Response, url: &str) -> Result<Vec<u8>, ManagementError> {
    // One byte too many is enough for the reader of documents to refuse it.
    let (bytes, _) =
        read_up_to(response.body(), MAX_BYTES + 1).await.map_err(|_| failed(url, "broke off"))?;
    Ok(bytes)
}
