//! The log of the runtime: a line of JSON for each thing that failed.

use crate::log::{Level, line};
use std::fmt::Display;
use worker::{console_error, console_log};

/// Something failed; `project` is which one it is about.
pub(super) fn failed(what: &str, project: impl Into<Option<u64>>, detail: &dyn Display) {
    console_error!("{}", line(Level::Error, what, project.into(), &detail.to_string()));
}

/// Something worth knowing happened.
pub(super) fn told(what: &str, project: impl Into<Option<u64>>) {
    console_log!("{}", line(Level::Info, what, project.into(), ""));
}
