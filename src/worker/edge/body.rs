//! Bodies that leave piece by piece: made while they are sent, or too large to be copied at once.

use crate::respond::ItemStream;
use crate::worker::js;
use worker::js_sys::Uint8Array;
use worker::wasm_bindgen::closure::Closure;
use worker::web_sys::ReadableStream;

/// Larger bodies are handed to the runtime in chunks: as one text they would be copied two or three times.
pub(super) const MAX_WHOLE: usize = 256 * 1024;
const CHUNK: usize = 64 * 1024;

/// A stream that makes one item for each pull.
pub(super) fn of_items(mut items: ItemStream) -> ReadableStream {
    let interval = items.interval();
    pulled(interval, move |chunk| items.next(chunk))
}

/// A stream of a body that is there already.
pub(super) fn in_chunks(body: Vec<u8>) -> ReadableStream {
    let mut at = 0;
    pulled(0, move |chunk| {
        let end = body.len().min(at + CHUNK);
        chunk.extend_from_slice(body.get(at..end).unwrap_or_default());
        at = end;
        !chunk.is_empty()
    })
}

/// A stream of what `next` appends until it says that there is no more. What it holds is dropped then, or when nobody
/// reads on: the closure itself lives until the runtime collects it.
fn pulled<F: FnMut(&mut Vec<u8>) -> bool + 'static>(interval: u32, next: F) -> ReadableStream {
    let mut source: Option<(F, Vec<u8>)> = Some((next, Vec::new()));
    let pull = Closure::<dyn FnMut(bool) -> Option<Uint8Array>>::new(move |cancelled: bool| {
        if let Some((next, chunk)) = source.as_mut().filter(|_| !cancelled) {
            chunk.clear();
            if next(chunk) {
                return Some(Uint8Array::from(&**chunk));
            }
        }
        source = None;
        None
    });
    js::stream(pull.into_js_value(), interval)
}
