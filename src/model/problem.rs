//! A fault found in a document: reported, never fatal on its own.

use serde::{Deserialize, Serialize};

/// How bad a fault is for the mock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Part of the document has no effect, or its answers cannot be valid.
    Error,
    /// Worked around; answers are valid.
    Warning,
}

/// One fault of a document, with its place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// RFC 6901 pointer into the document as it was sent, e.g. `/components/schemas/Pet/properties/age`.
    pub pointer: String,
    /// What is wrong, in one sentence that names the values, e.g. "`minimum` 5 exceeds `maximum` 3".
    pub message: String,
}

impl Problem {
    /// A fault that makes part of the document ineffective.
    pub fn error(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self { severity: Severity::Error, pointer: pointer.into(), message: message.into() }
    }

    /// A fault that was worked around.
    pub fn warning(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, pointer: pointer.into(), message: message.into() }
    }
}
