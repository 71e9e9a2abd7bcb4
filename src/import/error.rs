//! Why a document or an import request is refused, and where.

use std::fmt;

/// What kind of refusal it is; the management API chooses the HTTP status by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Over the size limit (413).
    TooLarge,
    /// Not readable as JSON or YAML: syntax, encoding, depth, an alias bomb, a number out of range.
    Malformed,
    /// Readable, but no OpenAPI or Swagger document of a supported version.
    Unsupported,
    /// The request around the document is wrong: a missing or mistyped field, a forbidden URL.
    Request,
}

/// Where the cause of a refusal stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Nowhere in particular.
    Whole,
    /// In the text; both count from 1, columns in characters.
    Text {
        /// The line.
        line: usize,
        /// The character in the line.
        column: usize,
    },
    /// In the parsed value: an RFC 6901 pointer.
    Pointer(String),
}

impl Place {
    /// The place of a byte of a text. A byte past the end gives the place right after the last character.
    pub(super) fn of_byte(text: &[u8], index: usize) -> Self {
        let before = text.get(..index).unwrap_or(text);
        let line_start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |newline| newline + 1);
        let line = before.split(|&byte| byte == b'\n').count();
        // Continuation bytes of UTF-8 are not characters of their own.
        let characters = before.iter().skip(line_start).filter(|&&byte| byte & 0xC0 != 0x80).count();
        Self::Text { line, column: characters + 1 }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => Ok(()),
            Self::Text { line, column } => write!(formatter, " (line {line}, column {column})"),
            Self::Pointer(pointer) if pointer.is_empty() => formatter.write_str(" (at the top)"),
            Self::Pointer(pointer) => write!(formatter, " (at {pointer})"),
        }
    }
}

/// A refused document or import request: what is wrong, where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}{place}")]
pub struct DocumentError {
    /// What kind of refusal it is.
    pub kind: Refusal,
    /// What is wrong and what to do, without the place.
    pub message: String,
    /// Where it is wrong.
    pub place: Place,
}

impl DocumentError {
    pub(super) fn malformed(message: impl Into<String>, place: Place) -> Self {
        Self { kind: Refusal::Malformed, message: message.into(), place }
    }

    pub(super) fn too_large(message: impl Into<String>) -> Self {
        Self { kind: Refusal::TooLarge, message: message.into(), place: Place::Whole }
    }

    pub(super) fn unsupported(message: impl Into<String>, pointer: &str) -> Self {
        Self {
            kind: Refusal::Unsupported,
            message: message.into(),
            place: Place::Pointer(pointer.to_owned()),
        }
    }

    pub(super) fn request(message: impl Into<String>, pointer: impl Into<String>) -> Self {
        Self { kind: Refusal::Request, message: message.into(), place: Place::Pointer(pointer.into()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_lines_and_characters_from_one() {
        let text = "a\nä€b\n".as_bytes();
        for (index, line, column) in
            [(0, 1, 1), (1, 1, 2), (2, 2, 1), (4, 2, 2), (7, 2, 3), (9, 3, 1), (99, 3, 1)]
        {
            assert_eq!(Place::of_byte(text, index), Place::Text { line, column }, "{index}");
        }
        assert_eq!(Place::of_byte(b"", 0), Place::Text { line: 1, column: 1 });
    }

    #[test]
    fn message_and_place_read_as_one_sentence() {
        let error = DocumentError::malformed("a comma is missing", Place::Text { line: 3, column: 9 });
        assert_eq!(error.to_string(), "a comma is missing (line 3, column 9)");
        assert_eq!(DocumentError::request("missing", "/input").to_string(), "missing (at /input)");
        assert_eq!(DocumentError::unsupported("no", "").to_string(), "no (at the top)");
        assert_eq!(DocumentError::too_large("big").to_string(), "big");
    }
}
