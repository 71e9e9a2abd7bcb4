//! How scripts fail, and what of that is for whom.

use super::{LogLine, MAX_SOURCE};
use serde::{Deserialize, Serialize};
use std::fmt;

/// In which way a script failed: this much every caller is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FailureKind {
    /// It cannot be read.
    Syntax,
    /// It threw, or waits for ever.
    Error,
    /// Its budget of steps ended.
    Time,
    /// Its budget of memory ended.
    Memory,
    /// It called itself too deeply.
    Stack,
    /// What it made is no answer.
    Result,
    /// The sandbox broke.
    Crash,
}

impl FailureKind {
    /// What happened, behind "The mock script".
    pub const fn what(self) -> &'static str {
        match self {
            Self::Syntax => "has a syntax error",
            Self::Error => "threw an error",
            Self::Time => "ran for too long and was stopped",
            Self::Memory => "needed too much memory and was stopped",
            Self::Stack => "called itself too deeply and was stopped",
            Self::Result => "made an answer that cannot be sent",
            Self::Crash => "could not be run",
        }
    }
}

/// A failure, as the owner of the script sees it. Other callers see its kind only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ScriptFailure {
    /// In which way it failed.
    pub kind: FailureKind,
    /// What the engine said, e.g. `TypeError: cannot read property 'x' of null`.
    pub message: String,
    /// Where in the script, counted from 1, as far as that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Where in the line, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// What the script had logged until then.
    pub logs: Vec<LogLine>,
}

impl ScriptFailure {
    /// A failure without a place.
    pub fn new(kind: FailureKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), line: None, column: None, logs: Vec::new() }
    }
}

impl fmt::Display for ScriptFailure {
    /// One line, e.g. `line 3, column 7: TypeError: …`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.column) {
            (Some(line), Some(column)) => write!(f, "line {line}, column {column}: ")?,
            (Some(line), None) => write!(f, "line {line}: ")?,
            _ => {}
        }
        if self.message.is_empty() {
            write!(f, "the script {}", self.kind.what())
        } else {
            f.write_str(&self.message)
        }
    }
}

/// What of a source can be checked without an engine.
///
/// # Errors
/// A script that is too long, or holds a NUL character.
pub fn check_source(source: &str) -> Result<(), ScriptFailure> {
    if source.len() > MAX_SOURCE {
        let message = format!("the script has {} bytes, and at most {MAX_SOURCE} are accepted", source.len());
        return Err(ScriptFailure::new(FailureKind::Syntax, message));
    }
    match source.split_once('\0') {
        None => Ok(()),
        Some((before, _)) => Err(ScriptFailure {
            line: Some(before.matches('\n').count() as u32 + 1),
            ..ScriptFailure::new(FailureKind::Syntax, "the script holds a NUL character")
        }),
    }
}

/// Reads what the sandbox says of a source: `null`, or where it cannot be read.
///
/// # Errors
/// That place.
pub fn read_check(json: &str) -> Result<(), ScriptFailure> {
    if json == "null" { Ok(()) } else { super::read_outcome(json).map(|_| ()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_checked() {
        assert_eq!(check_source("$$.mockResponse.setCode(404)"), Ok(()));
        assert_eq!(
            check_source("a\nb\0").unwrap_err().to_string(),
            "line 2: the script holds a NUL character"
        );
        let long = check_source(&"x".repeat(MAX_SOURCE + 1)).unwrap_err();
        assert!(long.to_string().contains("65537 bytes"), "{long}");
    }

    #[test]
    fn checks_are_read() {
        assert_eq!(read_check("null"), Ok(()));
        let json =
            r#"{"ok":false,"kind":"syntax","message":"SyntaxError: no","line":1,"column":9,"logs":[]}"#;
        assert_eq!(read_check(json).unwrap_err().to_string(), "line 1, column 9: SyntaxError: no");
    }

    #[test]
    fn failures_without_a_message_say_what_happened() {
        let failure = ScriptFailure::new(FailureKind::Time, "");
        assert_eq!(failure.to_string(), "the script ran for too long and was stopped");
    }
}
