//! Mock scripts: JavaScript that an owner attaches to an endpoint, and that changes a made-up answer before it is sent.
//!
//! Scripts run in a sandbox, which is part of the runtime (`worker/script`). Here is what goes in, [`ScriptInput`], and
//! what comes out: a [`ScriptOutput`], or a [`ScriptFailure`]. Nothing that comes out is trusted.

mod failure;
mod input;
mod output;

pub use failure::{FailureKind, ScriptFailure, check_source, read_check};
pub use input::ScriptInput;
pub(crate) use output::ascii;
pub use output::{ScriptOutput, owner_header, read_outcome};

use serde::{Deserialize, Serialize};

/// Bytes that a script may have.
pub const MAX_SOURCE: usize = 64 * 1024;
/// Bytes that a body which a script sets may have.
pub const MAX_BODY: usize = 1024 * 1024;
/// Milliseconds that a script may have an answer wait.
pub const MAX_DELAY: u32 = 60_000;
/// Headers of one answer.
pub const MAX_HEADERS: usize = 100;
/// Lines of a log.
const MAX_LOG_LINES: usize = 110;

/// A line that a script wrote with `console`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogLine {
    /// The method of `console`: `log`, `info`, `warn`, `error` or `debug`.
    pub level: String,
    /// The line.
    pub text: String,
}
