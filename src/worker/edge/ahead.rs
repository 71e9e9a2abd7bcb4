//! Answers made ahead: `../ahead.js` keeps them and says why. `entry.js` offers it under a global name.

use super::exchange::{Exchange, Loaded, Served};
use super::response::{Reply, plain};
use crate::route::MockUrl;
use wasm_bindgen::prelude::wasm_bindgen;
use worker::wasm_bindgen;
use worker::web_sys::{Request, ResponseInit};

/// Stands between texts that cross at once. No generated JSON has it as it is.
const SEPARATOR: char = '\u{1e}';

#[wasm_bindgen]
extern "C" {
    /// Method, `Origin`, `Prefer` (each empty without one) and URL, each on a line.
    #[wasm_bindgen(js_namespace = edgemockAhead)]
    pub(super) fn describe(request: &Request) -> String;

    #[wasm_bindgen(js_namespace = edgemockAhead)]
    fn keep(texts: &str, init: &ResponseInit);

    /// Drops all that was made ahead.
    #[wasm_bindgen(js_namespace = edgemockAhead)]
    pub(super) fn forget();
}

/// Makes further answers to a request that was just served, if all of them have one head. Nothing is kept where that
/// is not so.
pub(super) fn make(
    exchange: &Exchange<'_>,
    url: &MockUrl<'_>,
    reply: &Reply<'_>,
    served: &Served,
    wanted: u32,
) -> Option<()> {
    let (head, _) = plain(served)?;
    let mut texts = String::new();
    for _ in 0..wanted {
        let next = exchange.attempt(url, &mut Loaded::default()).ok()?;
        let (own, text) = plain(&next)?;
        if own != head || text.contains(SEPARATOR) {
            return None;
        }
        if !texts.is_empty() {
            texts.push(SEPARATOR);
        }
        texts.push_str(text);
    }
    keep(&texts, &reply.head(&served.answer).ok()?);
    Some(())
}
