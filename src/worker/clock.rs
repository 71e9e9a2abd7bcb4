//! The clock. It stands still while code runs and moves on with every wait for the network.

/// Milliseconds since 1970 UTC.
pub(super) fn now() -> i64 {
    worker::js_sys::Date::now() as i64
}
