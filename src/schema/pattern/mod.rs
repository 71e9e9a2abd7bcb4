//! `pattern`: regular expressions of ECMA-262 as JSON Schema uses them, found anywhere in the text, over code points.
//!
//! ```
//! use edgemock::generate::Rng;
//! use edgemock::schema::pattern::Pattern;
//!
//! let pattern = Pattern::parse(r"^[A-Z]{3}-\d{4}$")?;
//! assert_eq!(pattern.is_match("ABC-1234"), Some(true));
//! let mut text = String::new();
//! assert!(pattern.sample(&mut Rng::new(1), 0, None, &mut text));
//! assert_eq!(pattern.is_match(&text), Some(true));
//! # Ok::<(), edgemock::schema::pattern::PatternError>(())
//! ```

mod alphabet;
mod ast;
mod automaton;
mod class;
mod intersect;
mod lookahead;
mod matcher;
mod pad;
mod parse;
mod program;
mod sample;
mod walk;

use crate::generate::Rng;
pub use intersect::find;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What is wrong with a pattern.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}, at character {position} of the pattern")]
pub struct PatternError {
    /// Where, in code points from 0.
    pub position: usize,
    /// What, as half a sentence.
    pub message: String,
}

/// A regular expression that can be matched and sampled. Cheap to clone; stored as its source.
#[derive(Clone, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Pattern(Arc<Compiled>);

struct Compiled {
    source: String,
    parsed: parse::Parsed,
    program: program::Program,
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// When it is no regular expression of ECMA-262, nests too deep or is too long.
    pub fn parse(source: &str) -> Result<Self, PatternError> {
        let parsed = parse::parse(source)?;
        let program = program::compile(&parsed.root, parsed.groups, parsed.has_backreferences);
        Ok(Self(Arc::new(Compiled { source: source.to_owned(), parsed, program })))
    }

    /// The pattern as it was written.
    pub fn source(&self) -> &str {
        &self.0.source
    }

    /// Whether the pattern is found in the text; `None` when that takes more steps than the budget allows.
    pub fn is_match(&self, text: &str) -> Option<bool> {
        self.is_match_within(text, &mut matcher::Steps::for_text(text.len()))
    }

    fn is_match_within(&self, text: &str, steps: &mut matcher::Steps) -> Option<bool> {
        matcher::is_match(&self.0.program, &self.0.parsed.classes, text, steps)
    }

    /// The fewest code points a matching text can have, as far as lengths of parts tell; `usize::MAX` when nothing matches.
    pub fn min_length(&self) -> usize {
        self.0.parsed.root.min
    }

    /// The most code points a matching text can have; `None` when there is no limit.
    pub fn max_length(&self) -> Option<usize> {
        let root = &self.0.parsed.root;
        let bounded = root.is_anchored_at_start() && root.is_anchored_at_end();
        (bounded && root.max != ast::UNBOUNDED).then_some(root.max)
    }

    /// Appends a text that matches and has from `min_length` to `max_length` code points. False, and nothing appended,
    /// when none was found within a fixed number of attempts.
    ///
    /// The text is made of readable characters where the pattern allows; parts without limit have the length of words.
    pub fn sample(
        &self,
        rng: &mut Rng,
        min_length: usize,
        max_length: Option<usize>,
        out: &mut String,
    ) -> bool {
        sample::sample(self, rng, min_length, max_length, out)
    }
}

impl std::fmt::Debug for Pattern {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Pattern").field(&self.0.source).finish()
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.0.source == other.0.source
    }
}

impl Eq for Pattern {}

impl From<Pattern> for String {
    fn from(pattern: Pattern) -> Self {
        pattern.0.source.clone()
    }
}

impl TryFrom<String> for Pattern {
    type Error = PatternError;

    fn try_from(source: String) -> Result<Self, PatternError> {
        Self::parse(&source)
    }
}

#[cfg(test)]
mod tests;
