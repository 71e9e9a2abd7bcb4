//! What is wrong with a template, and where.

use std::fmt;

/// What is wrong with a template, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateError {
    /// What, as half a sentence.
    pub message: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What to do, as a sentence; empty where the message says it all.
    pub hint: String,
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {}", self.line, self.column, self.message)?;
        if self.hint.is_empty() { Ok(()) } else { write!(f, ". {}", self.hint) }
    }
}

impl std::error::Error for TemplateError {}

/// Why a template gave no body for a request.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// The template failed; the place is one in the template.
    #[error("the template failed at {0}")]
    Template(TemplateError),
    /// The template gave a text that is no JSON, not even read leniently; the place is one in that text.
    #[error("the template gave no JSON: its result, {error}, near `{excerpt}`")]
    Json {
        /// What, and where in the result.
        error: TemplateError,
        /// The result around that place.
        excerpt: String,
    },
}

/// What is wrong, and at which byte of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) message: String,
    pub(super) hint: String,
}

impl Fault {
    pub(super) fn new(at: usize, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { at, message: message.into(), hint: hint.into() }
    }

    /// A fault about a name that is not there: the nearest known one, or else all of them, are the hint.
    pub(super) fn unknown(at: usize, what: &str, name: &str, known: &[&str]) -> Self {
        let hint = match crate::dynamic::nearest(name, known.iter().copied()) {
            Some(near) => format!("Did you mean `{near}`?"),
            None => format!("There are: {}.", known.join(", ")),
        };
        Self::new(at, format!("there is no {what} `{name}`"), hint)
    }

    pub(super) fn in_text(self, text: &str) -> TemplateError {
        let (line, column) = place(text, self.at);
        TemplateError { message: self.message, line, column, hint: self.hint }
    }
}

/// Line and column of a byte.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..text.floor_char_boundary(at)).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    (line, before.get(line_start..).unwrap_or_default().chars().count() + 1)
}

/// The text around a byte, on one line.
pub(super) fn excerpt(text: &str, at: usize) -> String {
    let start = text.floor_char_boundary(at.saturating_sub(20));
    let around = text.get(start..).unwrap_or_default().chars().take(40);
    around.map(|next| if next.is_control() { ' ' } else { next }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters() {
        for (text, at, expected) in [
            ("", 0, (1, 1)),
            ("ab", 1, (1, 2)),
            ("ä\nöü", 3, (2, 1)),
            ("ä\nöü", 5, (2, 2)),
            ("ä\r\nx", 4, (2, 1)),
            ("ab", 99, (1, 3)),
            ("ä", 1, (1, 1)),
        ] {
            assert_eq!(place(text, at), expected, "{text:?} {at}");
        }
    }

    #[test]
    fn errors_read_well() {
        let error = Fault::unknown(3, "filter", "uper", &["upper", "lower"]).in_text("a\nb{{ x|uper }}");
        assert_eq!(error.to_string(), "line 2, column 2: there is no filter `uper`. Did you mean `upper`?");
        assert_eq!(Fault::new(0, "m", "").in_text("").to_string(), "line 1, column 1: m");
    }
}
