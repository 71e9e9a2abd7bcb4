//! The sandbox of mock scripts: `script/sandbox.js`, which `entry.js` offers under a global name.

use super::log;
use crate::script::{FailureKind, ScriptFailure, ScriptOutput};
use crate::script::{check_source, read_check, read_outcome};
use wasm_bindgen::prelude::wasm_bindgen;
use worker::js_sys::Promise;
use worker::js_sys::futures::JsFuture;
use worker::wasm_bindgen;
use worker::wasm_bindgen::JsValue;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = edgemockScripts, js_name = run)]
    fn run_in_sandbox(input: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = edgemockScripts, js_name = check)]
    fn check_in_sandbox(source: &str) -> Result<Promise, JsValue>;
}

/// Runs a script: once, and without anything else meanwhile. `input` is the text of a [`crate::script::ScriptInput`].
///
/// # Errors
/// What the script did wrong, for its owner.
pub(super) async fn run(input: &str) -> Result<ScriptOutput, ScriptFailure> {
    read_outcome(&text_of(run_in_sandbox(input)).await?)
}

/// Whether a script can be read.
///
/// # Errors
/// Where it cannot.
pub(super) async fn check(source: &str) -> Result<(), ScriptFailure> {
    check_source(source)?;
    read_check(&text_of(check_in_sandbox(source)).await?)
}

async fn text_of(promise: Result<Promise, JsValue>) -> Result<String, ScriptFailure> {
    let outcome = match promise {
        Ok(promise) => JsFuture::from(promise).await,
        Err(error) => Err(error),
    };
    match outcome.as_ref().map(JsValue::as_string) {
        Ok(Some(text)) => Ok(text),
        other => {
            log::failed("running a script", None, &format!("the sandbox did not answer: {other:?}"));
            Err(ScriptFailure::new(FailureKind::Crash, "the sandbox could not be started"))
        }
    }
}
