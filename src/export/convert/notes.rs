//! What conversions have to say, and what they may spend.

use serde_json::Value;

use crate::export::version::OasVersion;
use crate::import::{Path, Problems};

/// How many values conversions may copy: `if` stands twice in what it becomes, and shared objects are written out.
const MAX_COPIED: usize = 200_000;

/// What a conversion could not express, and what it may still copy.
#[derive(Debug)]
pub(super) struct Notes<'p> {
    problems: &'p mut Problems,
    /// The version that is written.
    to: OasVersion,
    copies: usize,
}

impl<'p> Notes<'p> {
    pub(super) fn new(problems: &'p mut Problems, to: OasVersion) -> Self {
        Self { problems, to, copies: MAX_COPIED }
    }

    /// The name of the version that is written.
    pub(super) const fn version(&self) -> &'static str {
        self.to.name()
    }

    /// A member that the version does not have.
    pub(super) fn lost(&mut self, path: &Path<'_>, name: &str) {
        let message = format!("`{name}` cannot be expressed in {}: left out", self.to.name());
        self.problems.warning(&Path::Member(path, name), message);
    }

    /// Something else that does not come through unchanged. The sentence says what and what became of it.
    pub(super) fn note(&mut self, path: &Path<'_>, message: impl std::fmt::Display) {
        self.problems.warning(path, format!("{}: {message}", self.to.name()));
    }

    /// A copy, as long as there is room for it.
    pub(super) fn copy(&mut self, value: &Value) -> Option<Value> {
        let mut waiting = vec![value];
        while let Some(value) = waiting.pop() {
            self.copies = self.copies.checked_sub(1)?;
            match value {
                Value::Array(items) => waiting.extend(items),
                Value::Object(members) => waiting.extend(members.values()),
                _ => {}
            }
        }
        Some(value.clone())
    }
}
