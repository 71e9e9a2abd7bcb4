//! What is wrong with an expression.

/// The longest piece of an expression that a message repeats, in characters.
const MAX_EXCERPT: usize = 120;

/// What is wrong with an expression.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{expression}`: {message}, at character {position}")]
pub struct ExpressionError {
    /// The expression, or its beginning where it is long.
    pub expression: String,
    /// Where, in characters of the whole text, from 0.
    pub position: usize,
    /// What, as half a sentence, with the nearest known name.
    pub message: String,
}

/// What is wrong, and at which byte.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) message: String,
}

impl Fault {
    pub(super) fn new(at: usize, message: impl Into<String>) -> Self {
        Self { at, message: message.into() }
    }

    /// A fault about an unknown name.
    pub(super) fn unknown(at: usize, message: &str, nearest: Option<&str>) -> Self {
        match nearest {
            Some(name) => Self::new(at, format!("{message}; did you mean `{name}`?")),
            None => Self::new(at, message),
        }
    }

    /// The error of an expression that starts at a byte of the text.
    pub(super) fn in_text(self, text: &str, start: usize) -> ExpressionError {
        let rest = text.get(start..).unwrap_or_default();
        let end = rest.find("}}").or_else(|| rest.find("%}")).map_or(rest.len(), |end| end + 2);
        let whole = rest.get(..end).unwrap_or(rest);
        let mut expression: String = whole.chars().take(MAX_EXCERPT).collect();
        if expression.len() < whole.len() {
            expression.push('…');
        }
        let position = text.char_indices().take_while(|(at, _)| *at < self.at).count();
        ExpressionError { expression, position, message: self.message }
    }
}
