//! Answers made ahead: `../ahead.js` keeps them and says why. `entry.js` offers it under a global name.

use super::exchange::{Exchange, Repeatable, Served};
use super::response::{Reply, is_plain, is_short};
use crate::worker::random;
use wasm_bindgen::prelude::wasm_bindgen;
use worker::wasm_bindgen;
use worker::web_sys::{Request, ResponseInit};

/// Stands between texts that cross at once. JSON has no control character as it is.
const SEPARATOR: u8 = 0x1e;

#[wasm_bindgen]
extern "C" {
    /// Method, `Origin`, `Prefer` (each empty without one) and URL, each on a line.
    #[wasm_bindgen(js_namespace = edgemockAhead)]
    pub(super) fn describe(request: &Request) -> String;

    #[wasm_bindgen(js_namespace = edgemockAhead)]
    fn keep(texts: &[u8], is_ascii: bool, init: &ResponseInit);

    /// Drops all that was made ahead.
    #[wasm_bindgen(js_namespace = edgemockAhead)]
    pub(super) fn forget();
}

/// Bytes of texts after which no more are made.
const MOST_BYTES: usize = 32 * 1024;
/// Work after which no more are made, as [`Outcome::work`](crate::generate::Outcome) counts it: some milliseconds. Whoever makes
/// the answers of others has to stay within the processor time of one request, which is 10 ms on Cloudflare's free plan.
const MOST_WORK: usize = 4_000;

/// Makes further answers to a request that was just served with a short one. What they are like decides about nothing but
/// how many there are: were the long ones dropped, callers would see fewer of them than the schema gives.
pub(super) fn make(
    exchange: &Exchange<'_>,
    again: &Repeatable,
    reply: &Reply<'_>,
    served: &Served,
    wanted: u32,
) -> Option<()> {
    if !is_short(&served.body) || !is_plain(served) {
        return None;
    }
    let (repeat, mut context) = exchange.repeat(again)?;
    let (mut texts, mut work) = (Vec::new(), 0);
    for _ in 0..wanted {
        let end = texts.len();
        if end > MOST_BYTES || work > MOST_WORK {
            break;
        }
        if end > 0 {
            texts.push(SEPARATOR);
        }
        context.seed = random::seed();
        let made = repeat.write(&context, &mut texts);
        if made.valid != served.answer.valid {
            texts.truncate(end);
            break;
        }
        work += made.work;
    }
    let is_ascii = texts.is_ascii();
    if !texts.is_empty() && (is_ascii || std::str::from_utf8(&texts).is_ok()) {
        keep(&texts, is_ascii, &reply.head(&served.answer).ok()?);
    }
    Some(())
}
