//! `$ref`s: where they lead inside the document. Nothing outside of it is ever fetched.

use std::borrow::Cow;

use serde_json::Value;

/// How many references may lead to one another; longer chains are cycles or nonsense.
const MAX_HOPS: usize = 64;

/// What a reference text points to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// A place in this document, as an RFC 6901 pointer.
    Pointer(String),
    /// A name given with `$anchor`.
    Anchor(String),
    /// Another document.
    External,
}

/// Reads the text of a `$ref`.
pub(crate) fn target(reference: &str) -> Target {
    match reference.strip_prefix('#') {
        None => Target::External,
        Some("") => Target::Pointer(String::new()),
        Some(fragment) if fragment.starts_with('/') => Target::Pointer(percent_decode(fragment).into_owned()),
        Some(name) => Target::Anchor(percent_decode(name).into_owned()),
    }
}

/// The value that a local reference leads to, and its pointer. Pointers with a bare `%` are met in the wild, so the
/// text counts as it stands when its decoded form leads nowhere.
pub(crate) fn resolve<'d>(root: &'d Value, reference: &str) -> Option<(String, &'d Value)> {
    let Target::Pointer(pointer) = target(reference) else { return None };
    if let Some(value) = root.pointer(&pointer) {
        return Some((pointer, value));
    }
    let raw = reference.get(1..)?;
    root.pointer(raw).map(|value| (raw.to_owned(), value))
}

/// The `$ref` of an object, if it has one that is text.
pub(crate) fn reference_of(value: &Value) -> Option<&str> {
    value.as_object()?.get("$ref")?.as_str()
}

/// Why a chain of references leads nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Broken {
    /// A reference in the chain has no target in this document.
    Dangling,
    /// The chain comes back to itself.
    Cyclic,
}

/// Follows references until a value that is none. `pointer` is where `value` stands.
pub(crate) fn follow<'d>(
    root: &'d Value,
    mut pointer: String,
    mut value: &'d Value,
) -> Result<(String, &'d Value), Broken> {
    for _ in 0..MAX_HOPS {
        let Some(reference) = reference_of(value) else { return Ok((pointer, value)) };
        (pointer, value) = resolve(root, reference).ok_or(Broken::Dangling)?;
    }
    Err(Broken::Cyclic)
}

fn percent_decode(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let pair = after.first().and_then(|high| hex(*high)).zip(after.get(1).and_then(|low| hex(*low)));
        if let (b'%', Some((high, low))) = (first, pair) {
            bytes.push(high << 4 | low);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|value| value as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn targets() {
        let pointer = |text: &str| Target::Pointer(text.to_owned());
        for (reference, expected) in [
            ("#", pointer("")),
            ("#/components/schemas/Pet", pointer("/components/schemas/Pet")),
            ("#/paths/~1pets~1%7Bid%7D", pointer("/paths/~1pets~1{id}")),
            ("#/a%zz%2", pointer("/a%zz%2")),
            ("#/a%FF", pointer("/a%FF")),
            ("#Pet", Target::Anchor("Pet".into())),
            ("", Target::External),
            ("Pet", Target::External),
            ("./other.yaml#/x", Target::External),
            ("https://example.com/a.json", Target::External),
        ] {
            assert_eq!(target(reference), expected, "{reference}");
        }
    }

    #[test]
    fn chains() {
        let root = json!({"a": {"$ref": "#/b"}, "b": {"$ref": "#/c%2Fd/0"}, "c/d": 1, "c%2Fd": [{"x": 1}],
            "loop": {"$ref": "#/pool"}, "pool": {"$ref": "#/loop"}, "none": {"$ref": "#/nowhere"},
            "odd": {"$ref": 5}, "out": {"$ref": "x.json#/a"}});
        let follow = |name: &str| follow(&root, format!("/{name}"), &root[name]).map(|(pointer, _)| pointer);
        assert_eq!(follow("a"), Ok("/c%2Fd/0".to_owned()));
        assert_eq!(follow("loop"), Err(Broken::Cyclic));
        assert_eq!(follow("none"), Err(Broken::Dangling));
        assert_eq!(follow("out"), Err(Broken::Dangling));
        assert_eq!(follow("odd"), Ok("/odd".to_owned()));
    }
}
