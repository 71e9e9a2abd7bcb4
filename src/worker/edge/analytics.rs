//! Counters for each endpoint, through Analytics Engine where the deployment has the binding for it: a data point for each
//! request that reaches a project.

use super::exchange::{Exchange, Loaded, Served};
use super::pointers::Known;
use crate::error::MockError;
use crate::worker::js;
use std::cell::RefCell;
use worker::Env;
use worker::js_sys::Reflect;
use worker::wasm_bindgen::JsValue;

/// The binding in `wrangler.toml`.
const BINDING: &str = "COUNTERS";

thread_local! {
    /// `None` where there is none, or nobody has looked yet.
    static DATASET: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Looks the binding up.
pub(super) fn learn(env: &Env) {
    let dataset = Reflect::get(env, &JsValue::from_str(BINDING)).ok().filter(JsValue::is_object);
    DATASET.with_borrow_mut(|held| *held = dataset);
}

/// Whether requests are counted.
pub(super) fn is_counting() -> bool {
    DATASET.with_borrow(Option::is_some)
}

/// Writes the data point of a request: index project, blobs method and endpoint (empty where none was found), doubles
/// status and bytes of the body. Nothing of it is secret. Projects that there are not are not counted.
pub(super) fn count(
    exchange: &Exchange<'_>,
    project: u64,
    loaded: &Loaded,
    served: &Result<Served, MockError>,
) {
    DATASET.with_borrow(|dataset| {
        let (Some(dataset), Some(Known::Project(_))) = (dataset, &loaded.project) else { return };
        let (status, bytes) = match served {
            Ok(served) => (served.answer.status, served.body.len()),
            Err(error) => (error.status(), error.body().len()),
        };
        let endpoint = loaded.endpoint.map(|endpoint| endpoint.to_string()).unwrap_or_default();
        let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
        js::write_point(dataset, &project.to_string(), exchange.method, &endpoint, status, bytes);
    });
}
