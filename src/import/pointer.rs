//! Places in a document while walking it: links on the stack that become RFC 6901 text only where it is needed.

pub(crate) use crate::pointer::{member, push_member, unescaped};
use std::fmt::Write as _;

/// A place in a document.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Path<'p> {
    /// A place known by its pointer.
    At(&'p str),
    /// A member of an object.
    Member(&'p Path<'p>, &'p str),
    /// An item of a list.
    Item(&'p Path<'p>, usize),
}

impl Path<'_> {
    /// The RFC 6901 pointer.
    pub(crate) fn pointer(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, text: &mut String) {
        match self {
            Self::At(pointer) => text.push_str(pointer),
            Self::Member(parent, name) => {
                parent.write(text);
                push_member(text, name);
            }
            Self::Item(parent, index) => {
                parent.write(text);
                // Writing to a String cannot fail.
                let _ = write!(text, "/{index}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_members() {
        let root = Path::At("");
        assert_eq!(root.pointer(), "");
        let paths = Path::Member(&root, "paths");
        let path = Path::Member(&paths, "/a~b/{c}");
        assert_eq!(Path::Item(&path, 3).pointer(), "/paths/~1a~0b~1{c}/3");
    }
}
