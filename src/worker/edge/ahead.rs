//! Answers made ahead: `../ahead.js` keeps them and says why. `entry.js` offers it under a global name.

use super::exchange::{Exchange, Repeatable, Served};
use super::response::{Reply, is_short, plain};
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

/// Bytes of texts after which no more are made.
const MOST_BYTES: usize = 32 * 1024;

/// Makes further answers to a request that was just served with a short one. What they are like decides about nothing but
/// how many there are: were the long ones dropped, callers would see fewer of them than the schema gives.
pub(super) fn make(
    exchange: &Exchange<'_>,
    again: &Repeatable,
    reply: &Reply<'_>,
    served: &Served,
    wanted: u32,
) -> Option<()> {
    if !is_short(&served.body) {
        return None;
    }
    let (head, _) = plain(served)?;
    let mut texts = String::new();
    for _ in 0..wanted {
        if texts.len() > MOST_BYTES {
            break;
        }
        let Ok(next) = exchange.repeat(again) else { break };
        let Some((own, text)) = plain(&next) else { break };
        if own != head || text.contains(SEPARATOR) {
            break;
        }
        if !texts.is_empty() {
            texts.push(SEPARATOR);
        }
        texts.push_str(text);
    }
    if !texts.is_empty() {
        keep(&texts, &reply.head(&served.answer).ok()?);
    }
    Some(())
}
