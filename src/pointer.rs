//! The text of JSON pointers (RFC 6901).

/// Appends an object member to a pointer.
pub(crate) fn push_member(pointer: &mut String, name: &str) {
    pointer.push('/');
    for character in name.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// The name of an object member, as it stands in a pointer, without its escapes.
pub(crate) fn unescaped(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

/// The pointer of an object member.
pub(crate) fn member(pointer: &str, name: &str) -> String {
    let mut text = String::with_capacity(pointer.len() + name.len() + 1);
    text.push_str(pointer);
    push_member(&mut text, name);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_members() {
        assert_eq!(member("/x", "a/b"), "/x/a~1b");
        assert_eq!(member("", ""), "/");
        for name in ["", "a/b", "~", "~1", "/~0/"] {
            assert_eq!(unescaped(&member("", name)[1..]), name);
        }
    }
}
