//! Where in a JSON text one is, while it is written.

/// Where in a JSON text the next byte goes. Follows the lenient reader: single quotes and comments count.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Position {
    place: Place,
    escaped: bool,
    /// The byte before, outside of texts: what makes `/` and `*` a comment.
    before: u8,
}

/// What the next byte is part of.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Structure, numbers, words.
    #[default]
    Outside,
    /// A string in double quotes.
    Double,
    /// A string in single quotes.
    Single,
    /// A comment to the end of the line.
    LineComment,
    /// A comment to `*/`.
    BlockComment,
}

/// What a byte did to the structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// An object began.
    Open,
    /// An object ended.
    Close,
    /// Nothing of the kind.
    Inside,
}

impl Position {
    /// Goes past a byte.
    pub(super) fn take(&mut self, byte: u8) -> Step {
        let before = std::mem::replace(&mut self.before, byte);
        match self.place {
            Place::Double | Place::Single => {
                let quote = if self.place == Place::Double { b'"' } else { b'\'' };
                if self.escaped {
                    self.escaped = false;
                } else if byte == b'\\' {
                    self.escaped = true;
                } else if byte == quote {
                    self.place = Place::Outside;
                }
            }
            Place::LineComment if byte == b'\n' => self.place = Place::Outside,
            Place::BlockComment if before == b'*' && byte == b'/' => {
                self.place = Place::Outside;
                self.before = 0;
            }
            Place::LineComment | Place::BlockComment => {}
            Place::Outside => match byte {
                b'"' => self.place = Place::Double,
                b'\'' => self.place = Place::Single,
                b'/' if before == b'/' => self.place = Place::LineComment,
                b'*' if before == b'/' => {
                    self.place = Place::BlockComment;
                    self.before = 0;
                }
                b'{' => return Step::Open,
                b'}' => return Step::Close,
                _ => {}
            },
        }
        Step::Inside
    }

    /// What the next byte is part of.
    pub(super) fn place(self) -> Place {
        self.place
    }

    /// Whether the next byte is part of a string.
    pub(super) fn in_text(self) -> bool {
        matches!(self.place, Place::Double | Place::Single)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_strings_and_comments() {
        for (text, place) in [
            ("", Place::Outside),
            ("{\"a", Place::Double),
            ("{\"a\"", Place::Outside),
            ("{\"a\\\"", Place::Double),
            ("{\"a\\\\\"", Place::Outside),
            ("{'a\"", Place::Single),
            ("[1, // don't", Place::LineComment),
            ("[1, // don't\n", Place::Outside),
            ("/* it's */", Place::Outside),
            ("/*/", Place::BlockComment),
            ("\"http://", Place::Double),
        ] {
            let mut position = Position::default();
            for byte in text.bytes() {
                position.take(byte);
            }
            assert_eq!(position.place(), place, "{text}");
        }
    }
}
