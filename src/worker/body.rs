//! Reading bodies with a limit, so that a long one does not fill the isolate's memory.

use worker::js_sys::futures::JsFuture;
use worker::js_sys::{Reflect, Uint8Array};
use worker::wasm_bindgen::{JsCast as _, JsValue};
use worker::web_sys::{ReadableStream, ReadableStreamDefaultReader};

/// Reads a body up to `limit` bytes; the rest is not fetched. The flag is true when there was more.
///
/// # Errors
/// What the runtime says, e.g. that the sender went away.
pub(super) async fn read_up_to(
    stream: Option<ReadableStream>,
    limit: usize,
) -> worker::Result<(Vec<u8>, bool)> {
    let mut bytes = Vec::new();
    let Some(stream) = stream else { return Ok((bytes, false)) };
    let reader = ReadableStreamDefaultReader::new(&stream)?;
    loop {
        let chunk: JsValue = JsFuture::from(reader.read()).await?;
        if Reflect::get(&chunk, &JsValue::from_str("done"))?.is_truthy() {
            return Ok((bytes, false));
        }
        let value = Reflect::get(&chunk, &JsValue::from_str("value"))?;
        let value = value.dyn_into::<Uint8Array>()?;
        let room = limit - bytes.len();
        let length = value.length() as usize;
        if length > room {
            bytes.extend_from_slice(&value.subarray(0, room as u32).to_vec());
            // The answer does not wait for the sender to take notice.
            let _ = reader.cancel();
            return Ok((bytes, true));
        }
        let start = bytes.len();
        bytes.resize(start + length, 0);
        if let Some(target) = bytes.get_mut(start..) {
            value.copy_to(target);
        }
    }
}
