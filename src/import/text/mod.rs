//! Text in, [`Value`] out: JSON or YAML, with limits that hold for any input.

mod json;
mod scalar;
mod yaml;

use serde_json::Value;

use super::error::{DocumentError, Place};
use crate::model::Problem;

/// The largest document, in bytes.
pub const MAX_BYTES: usize = 25 * 1024 * 1024;
/// How deep lists and objects may nest.
pub const MAX_DEPTH: usize = 200;
/// How many values a document may hold, aliases expanded. Each takes about 100 bytes of the Worker's 128 MB; the
/// largest public API descriptions have some 300,000.
pub const MAX_VALUES: usize = 500_000;
/// How many bytes of text and keys YAML anchors and aliases may multiply out to.
pub const MAX_ALIAS_BYTES: usize = 16 * 1024 * 1024;
/// Text that starts like JSON but is not gets a second chance as YAML up to this size: the YAML scanner keeps all
/// tokens of a flow collection in memory.
const MAX_SECOND_CHANCE: usize = 2 * 1024 * 1024;
/// How many repeated keys are listed.
const MAX_PROBLEMS: usize = 100;

/// A document read from text.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// The document.
    pub value: Value,
    /// Keys that stand twice in one object: the last one wins, as in every JSON parser.
    pub problems: Vec<Problem>,
}

/// Reads JSON or YAML 1.2.
///
/// Text whose first character is `{` or `[` is read as JSON, and as YAML if that fails; everything else is YAML with
/// the core schema: `true` and `false` are the only booleans, timestamps and mapping keys are text, merge keys (`<<`)
/// and aliases are expanded within limits. A key that stands twice in one object is a [`Problem`], and its last value
/// wins. Whole numbers beyond 64 bits are kept as floating point numbers.
///
/// ```
/// use edgemock::import::text::parse;
///
/// let parsed = parse(b"responses:\n  200: {description: fine}\n")?;
/// assert_eq!(parsed.value["responses"]["200"]["description"], "fine");
/// let error = parse(b"{\"openapi\": \"3.1.0\", \"paths\": {").unwrap_err();
/// assert_eq!(error.to_string(), "the JSON ends before it is complete: send the whole document (line 1, column 32)");
/// # Ok::<(), edgemock::import::DocumentError>(())
/// ```
///
/// # Errors
/// Text that is too large, not UTF-8, neither JSON nor YAML, nested too deep, or expands to too much; with line and
/// column.
pub fn parse(bytes: &[u8]) -> Result<Parsed, DocumentError> {
    parse_nested(bytes, MAX_DEPTH)
}

/// [`parse`] with a depth limit of its own, for requests that wrap a document.
pub(super) fn parse_nested(bytes: &[u8], max_depth: usize) -> Result<Parsed, DocumentError> {
    let text = decode(bytes)?;
    let Some(first) = text.trim_start().chars().next() else {
        return Err(DocumentError::malformed(
            "the document is empty: send OpenAPI or Swagger as JSON or YAML",
            Place::Whole,
        ));
    };
    match first {
        '{' | '[' => match json::parse(text, max_depth) {
            Ok(parsed) => Ok(parsed),
            Err(failure) if failure.not_json && text.len() <= MAX_SECOND_CHANCE => {
                yaml::parse(text, max_depth).map_err(|_| failure.error)
            }
            Err(failure) => Err(failure.error),
        },
        '<' => Err(DocumentError::malformed(
            "this is an HTML or XML page: send the OpenAPI document itself, as JSON or YAML",
            Place::of_byte(text.as_bytes(), text.len() - text.trim_start().len()),
        )),
        _ => yaml::parse(text, max_depth),
    }
}

/// Reads JSON and nothing else, up to [`MAX_DEPTH`]; members that stand twice in their object are among the problems.
///
/// # Errors
/// Text that is not UTF-8, not JSON, or nested too deep; with line and column.
pub(crate) fn parse_json(bytes: &[u8]) -> Result<Parsed, DocumentError> {
    json::parse(decode(bytes)?, MAX_DEPTH).map_err(|failure| failure.error)
}

/// JSON that stands in a document as text, such as an example; `None` where it is none or nests deeper than this.
pub(super) fn embedded(text: &str, max_depth: usize) -> Option<Value> {
    json::parse(text, max_depth).ok().map(|parsed| parsed.value)
}

/// UTF-8 text without its byte order mark.
fn decode(bytes: &[u8]) -> Result<&str, DocumentError> {
    if bytes.len() > MAX_BYTES {
        return Err(DocumentError::too_large(format!(
            "the document has {} bytes, {MAX_BYTES} are allowed: split it, or remove long descriptions",
            bytes.len()
        )));
    }
    let utf16 = match bytes {
        [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] => true,
        // Both formats start with an ASCII character, so a NUL in the first two bytes can only be half of one.
        [0, second, ..] => *second != 0,
        [first, 0, ..] => *first != 0,
        _ => false,
    };
    if utf16 {
        return Err(DocumentError::malformed(
            "the document is UTF-16 text: save it as UTF-8",
            Place::Text { line: 1, column: 1 },
        ));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let place = Place::of_byte(bytes, error.valid_up_to());
        DocumentError::malformed("the document is not valid UTF-8 from here on: save it as UTF-8", place)
    })?;
    // The YAML scanner would take a NUL for the end of the text.
    if let Some(index) = bytes.iter().position(|&byte| byte == 0) {
        let place = Place::of_byte(bytes, index);
        return Err(DocumentError::malformed("the document holds a NUL character: remove it", place));
    }
    Ok(text)
}

fn too_deep(max_depth: usize) -> String {
    format!("lists and objects are nested more than {max_depth} deep: flatten the document or use references")
}

fn too_many() -> String {
    format!("the document has more than {MAX_VALUES} values: split it")
}

fn repeated_key(pointer: String) -> Problem {
    Problem::warning(pointer, "this key stands more than once in its object; the last value is used")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Refusal;

    fn refused(bytes: &[u8]) -> (String, Place) {
        let error = parse(bytes).unwrap_err();
        (error.message, error.place)
    }

    #[test]
    fn encodings() {
        assert_eq!(parse(b"\xEF\xBB\xBF{\"a\": 1}").unwrap().value, serde_json::json!({"a": 1}));
        assert_eq!(parse("\u{FEFF}a: ä".as_bytes()).unwrap().value, serde_json::json!({"a": "ä"}));
        let at = |line, column| Place::Text { line, column };
        let utf16: Vec<u8> = "{\"a\": 1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf16_big: Vec<u8> = "openapi".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let cases: [(&[u8], &str, Place); 7] = [
            (&utf16, "UTF-16", at(1, 1)),
            (&utf16_big, "UTF-16", at(1, 1)),
            (b"\xFF\xFEa\0", "UTF-16", at(1, 1)),
            (b"a: b\nc: \xC3\x28", "not valid UTF-8", at(2, 4)),
            (b"a: b\nc: d\0e", "NUL", at(2, 5)),
            (b"  \n", "empty", Place::Whole),
            (b"\n<!DOCTYPE html>", "HTML", at(2, 1)),
        ];
        for (bytes, message, place) in cases {
            let (said, stands) = refused(bytes);
            assert!(said.contains(message), "{said}");
            assert_eq!(stands, place, "{said}");
        }
    }

    #[test]
    fn size_limit() {
        let error = parse(&vec![b' '; MAX_BYTES + 1]).unwrap_err();
        assert_eq!(error.kind, Refusal::TooLarge);
    }

    #[test]
    fn json_that_is_yaml_gets_a_second_chance() {
        assert_eq!(
            parse(b"{a: 'b', # why\n c: [1, 2,]}").unwrap().value,
            serde_json::json!({"a": "b", "c": [1, 2]})
        );
        // When both fail, the error speaks of the JSON.
        let (message, place) = refused(b"{\"a\": 1,\n \"b\" 2, \"c\": [}");
        assert_eq!(place, Place::Text { line: 2, column: 6 }, "{message}");
    }

    #[test]
    fn the_deepest_document_fits_a_small_stack() {
        let work = || {
            let open = "{\"a\":[".repeat(MAX_DEPTH / 2);
            let json = format!("{open}{}", "]}".repeat(MAX_DEPTH / 2));
            let yaml = format!("x: {}{}", "[".repeat(MAX_DEPTH - 1), "]".repeat(MAX_DEPTH - 1));
            parse(json.as_bytes()).is_ok() && parse(yaml.as_bytes()).is_ok()
        };
        // A Worker has 1 MB of stack, and needs the most of it for other things.
        let thread = std::thread::Builder::new().stack_size(512 * 1024).spawn(work).unwrap();
        assert!(thread.join().unwrap());
    }

    #[test]
    fn nothing_panics_on_odd_bytes() {
        for bytes in [
            &b"\0"[..],
            b"\0\0",
            b"\xEF\xBB",
            b"\xFE\xFF",
            b"[",
            b"{",
            b"\"",
            b"'",
            b"---",
            b"...",
            b"%",
            b"&",
            b"*",
            b"!",
            b"|",
            b">",
            b"? ? ?",
            b"- - -\t",
            b"@",
            b"`",
        ] {
            let _ = parse(bytes);
        }
    }
}
