//! JSON as people and templates write it, read leniently and written as JSON proper.
//!
//! One pass over the text, on an explicit stack, straight into the output: members keep their order, and numbers and
//! escapes the way they are written.

use super::error::{Fault, RenderError, excerpt};
use std::fmt::Write as _;

/// How deep lists and objects nest.
const MAX_DEPTH: usize = 200;

/// Reads JSON leniently and writes it compactly.
///
/// Mended are: commas too many or missing, single quotes, keys without quotes, comments, members without a value
/// (`null`), `True`, `False`, `None`, `undefined`, `NaN`, `+1`, `.5`, `5.`, `0x1F`, line breaks and control characters
/// in strings, escapes that JSON does not have, a byte order mark.
///
/// ```
/// use edgemock::template::lenient_json;
/// let mended = lenient_json("{id: 12345678901234567890, 'tags': ['a' 'b',], // the end\n}", 1000);
/// assert_eq!(mended.as_deref(), Ok(r#"{"id":12345678901234567890,"tags":["a","b"]}"#));
/// assert!(lenient_json("{\"name\": Ada}", 1000).is_err());
/// ```
///
/// # Errors
/// When something else is wrong, or what is written has more than `max_bytes`; line and column are those of the text.
pub fn lenient_json(text: &str, max_bytes: usize) -> Result<String, RenderError> {
    mend(text, max_bytes)
        .map_err(|fault| RenderError::Json { excerpt: excerpt(text, fault.at), error: fault.in_text(text) })
}

pub(super) fn mend(text: &str, max_bytes: usize) -> Result<String, Fault> {
    let mut reader =
        Reader { text, at: 0, out: String::with_capacity(text.len().min(max_bytes)), open: Vec::new() };
    reader.document(max_bytes)?;
    Ok(reader.out)
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    out: String,
    open: Vec<Open>,
}

/// A list or object that is not yet closed.
struct Open {
    close: char,
    at: usize,
    is_empty: bool,
}

impl<'t> Reader<'t> {
    fn document(&mut self, max_bytes: usize) -> Result<(), Fault> {
        self.skip_blanks()?;
        if self.peek().is_none() {
            return Err(Fault::new(self.at, "the text is empty", "A JSON body holds a value."));
        }
        self.value()?;
        while let Some(open) = self.open.last() {
            let (close, at) = (open.close, open.at);
            self.skip_separators()?;
            match self.peek() {
                None => {
                    let bracket = if close == ']' { '[' } else { '{' };
                    return Err(Fault::new(
                        at,
                        format!("`{bracket}` is not closed"),
                        format!("Write `{close}` at its end."),
                    ));
                }
                Some(next) if next == close => {
                    self.at += 1;
                    self.out.push(close);
                    self.open.pop();
                }
                Some(next @ (']' | '}')) => {
                    return Err(Fault::new(self.at, format!("expected `{close}`, found `{next}`"), ""));
                }
                Some(_) => self.item(close)?,
            }
            if self.out.len() > max_bytes {
                return Err(Fault::new(self.at, format!("the body has more than {max_bytes} bytes"), ""));
            }
        }
        self.skip_blanks()?;
        while matches!(self.peek(), Some(',' | ';')) {
            self.at += 1;
            self.skip_blanks()?;
        }
        match self.peek() {
            Some(_) => Err(Fault::new(
                self.at,
                "there is text behind the JSON value",
                "A JSON body holds one value.",
            )),
            None if self.out.len() > max_bytes => {
                Err(Fault::new(self.at, format!("the body has more than {max_bytes} bytes"), ""))
            }
            None => Ok(()),
        }
    }

    /// An item of a list, or a member of an object.
    fn item(&mut self, close: char) -> Result<(), Fault> {
        if self.open.last_mut().is_some_and(|open| !std::mem::take(&mut open.is_empty)) {
            self.out.push(',');
        }
        if close == ']' {
            return self.value();
        }
        self.key()?;
        self.skip_blanks()?;
        if self.peek() != Some(':') {
            return Err(Fault::new(self.at, "expected `:` behind the name of a member", ""));
        }
        self.at += 1;
        self.out.push(':');
        self.skip_blanks()?;
        if matches!(self.peek(), Some(',' | '}')) {
            self.out.push_str("null");
            return Ok(());
        }
        self.value()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn value(&mut self) -> Result<(), Fault> {
        match self.peek() {
            Some(open @ ('[' | '{')) => {
                if self.open.len() >= MAX_DEPTH {
                    return Err(Fault::new(
                        self.at,
                        format!("lists and objects nest at most {MAX_DEPTH} deep"),
                        "",
                    ));
                }
                let close = if open == '[' { ']' } else { '}' };
                self.open.push(Open { close, at: self.at, is_empty: true });
                self.out.push(open);
                self.at += 1;
                Ok(())
            }
            Some(quote @ ('"' | '\'')) => self.string(quote),
            _ => self.word(),
        }
    }

    fn key(&mut self) -> Result<(), Fault> {
        if let Some(quote @ ('"' | '\'')) = self.peek() {
            return self.string(quote);
        }
        let word = self.take_word();
        if word.is_empty() {
            let found: String = self.rest().chars().take(1).collect();
            return Err(Fault::new(self.at, format!("expected the name of a member, found `{found}`"), ""));
        }
        self.out.push('"');
        self.out.push_str(word);
        self.out.push('"');
        Ok(())
    }

    /// Letters, digits and what stands in numbers.
    fn take_word(&mut self) -> &'t str {
        let rest = self.rest();
        let is_part = |next: char| next.is_alphanumeric() || matches!(next, '_' | '$' | '-' | '+' | '.');
        let length = rest.find(|next| !is_part(next)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn word(&mut self) -> Result<(), Fault> {
        let start = self.at;
        let word = self.take_word();
        let literal = match word {
            "" => {
                let found: String = self.rest().chars().take(1).collect();
                return Err(Fault::new(start, format!("expected a value, found `{found}`"), ""));
            }
            "true" | "True" | "TRUE" => "true",
            "false" | "False" | "FALSE" => "false",
            "null" | "None" | "NULL" | "Null" | "nil" | "undefined" | "NaN" | "nan" | "Infinity"
            | "-Infinity" | "+Infinity" => "null",
            _ => {
                let Some(number) = number(word) else {
                    let shown: String = word.chars().take(40).collect();
                    return Err(Fault::new(
                        start,
                        format!("`{shown}` is no JSON value"),
                        "A text stands in double quotes.",
                    ));
                };
                self.out.push_str(&number);
                return Ok(());
            }
        };
        self.out.push_str(literal);
        Ok(())
    }

    fn string(&mut self, quote: char) -> Result<(), Fault> {
        let start = self.at;
        self.at += 1;
        self.out.push('"');
        loop {
            let rest = self.rest();
            let plain = rest.find(|next: char| next == quote || matches!(next, '\\' | '"') || next < ' ');
            let Some(plain) = plain else {
                return Err(Fault::new(
                    start,
                    format!("a string that begins with {quote} has no end"),
                    "Write the quote at its end.",
                ));
            };
            self.out.push_str(rest.get(..plain).unwrap_or_default());
            self.at += plain;
            match self.peek() {
                Some(next) if next == quote => {
                    self.at += 1;
                    self.out.push('"');
                    return Ok(());
                }
                Some('\\') => self.escape(),
                Some('"') => {
                    self.out.push_str("\\\"");
                    self.at += 1;
                }
                Some(control) => {
                    push_escaped(&mut self.out, control);
                    self.at += control.len_utf8();
                }
                None => {}
            }
        }
    }

    /// A backslash and what belongs to it.
    fn escape(&mut self) {
        let rest = self.rest().get(1..).unwrap_or_default();
        let Some(next) = rest.chars().next() else {
            self.at += 1;
            return;
        };
        self.at += 1 + next.len_utf8();
        match next {
            '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' => {
                self.out.push('\\');
                self.out.push(next);
            }
            '\'' => self.out.push('\''),
            '0' => self.out.push_str("\\u0000"),
            'v' => self.out.push_str("\\u000b"),
            // A backslash at the end of a line goes on with the next.
            '\n' => {}
            '\r' => self.at += usize::from(rest.get(1..).is_some_and(|rest| rest.starts_with('\n'))),
            'x' => match hex(rest.get(1..3)) {
                Some(code) => {
                    push_unicode(&mut self.out, code);
                    self.at += 2;
                }
                None => self.out.push_str("\\\\x"),
            },
            'u' => self.unicode(rest),
            other => {
                self.out.push_str("\\\\");
                push_escaped(&mut self.out, other);
            }
        }
    }

    /// `\u1234`, also in pairs. Half a pair is no character.
    fn unicode(&mut self, rest: &str) {
        let Some(code) = hex(rest.get(1..5)) else {
            self.out.push_str("\\\\u");
            return;
        };
        self.at += 4;
        let second =
            rest.get(5..).and_then(|rest| rest.strip_prefix("\\u")).and_then(|rest| hex(rest.get(..4)));
        match (code, second) {
            (0xD800..=0xDBFF, Some(0xDC00..=0xDFFF)) => {
                self.out.push('\\');
                self.out.push_str(rest.get(..11).unwrap_or_default());
                self.at += 6;
            }
            (0xD800..=0xDFFF, _) => self.out.push_str("\\ufffd"),
            _ => {
                self.out.push('\\');
                self.out.push_str(rest.get(..5).unwrap_or_default());
            }
        }
    }

    fn skip_separators(&mut self) -> Result<(), Fault> {
        self.skip_blanks()?;
        while self.peek() == Some(',') {
            self.at += 1;
            self.skip_blanks()?;
        }
        Ok(())
    }

    /// White space and comments.
    fn skip_blanks(&mut self) -> Result<(), Fault> {
        loop {
            let rest = self.rest();
            let trimmed = rest.trim_start_matches(|next: char| next.is_whitespace() || next == '\u{feff}');
            self.at += rest.len() - trimmed.len();
            if trimmed.starts_with("//") {
                self.at += trimmed.find('\n').unwrap_or(trimmed.len());
            } else if trimmed.starts_with("/*") {
                let Some(end) = trimmed.get(2..).and_then(|rest| rest.find("*/")) else {
                    return Err(Fault::new(self.at, "a comment is not closed", "Write `*/` at its end."));
                };
                self.at += end + 4;
            } else {
                return Ok(());
            }
        }
    }
}

/// Appends a character of a string, escaped where JSON wants that.
pub(super) fn push_escaped(out: &mut String, next: char) {
    match next {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        _ if next < ' ' => push_unicode(out, u32::from(next)),
        _ => out.push(next),
    }
}

fn push_unicode(out: &mut String, code: u32) {
    // Writing to a string cannot fail.
    let _ = write!(out, "\\u{code:04x}");
}

fn hex(digits: Option<&str>) -> Option<u32> {
    let digits = digits.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
    u32::from_str_radix(digits, 16).ok()
}

/// A number as JSON writes it; its digits stay as they are.
fn number(word: &str) -> Option<String> {
    let (sign, digits) = match word.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", word.strip_prefix('+').unwrap_or(word)),
    };
    if let Some(hexadecimal) = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")) {
        let fits = hexadecimal.bytes().all(|digit| digit.is_ascii_hexdigit());
        let value = u128::from_str_radix(hexadecimal, 16).ok().filter(|_| fits)?;
        return Some(format!("{sign}{value}"));
    }
    let split = |text: &str, at: Option<usize>| match at {
        Some(at) => (text.get(..at).unwrap_or_default().to_owned(), text.get(at + 1..).map(str::to_owned)),
        None => (text.to_owned(), None),
    };
    let (mantissa, exponent) = split(digits, digits.find(['e', 'E']));
    let (whole, fraction) = split(&mantissa, mantissa.find('.'));
    let are_digits = |text: &str| text.bytes().all(|digit| digit.is_ascii_digit());
    let fraction_digits = fraction.as_deref().unwrap_or_default();
    if !are_digits(&whole) || !are_digits(fraction_digits) || (whole.is_empty() && fraction_digits.is_empty())
    {
        return None;
    }
    // 007 is no number: whoever writes it means a text.
    if whole.len() > 1 && whole.starts_with('0') {
        return None;
    }
    let exponent_fits = exponent.as_deref().is_none_or(|exponent| {
        let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        !digits.is_empty() && are_digits(digits)
    });
    if !exponent_fits {
        return None;
    }
    let whole = if whole.is_empty() { "0" } else { &whole };
    let point = if fraction.is_some() { "." } else { "" };
    let zero = if fraction.is_some() && fraction_digits.is_empty() { "0" } else { "" };
    let letter = if exponent.is_some() { if digits.contains('E') { "E" } else { "e" } } else { "" };
    Some(format!("{sign}{whole}{point}{fraction_digits}{zero}{letter}{}", exponent.unwrap_or_default()))
}

/// Whether a text is a JSON number, `true`, `false` or `null` as it stands.
pub(super) fn is_scalar(text: &str) -> bool {
    matches!(text, "true" | "false" | "null")
        || (!text.is_empty() && !text.starts_with('+') && number(text).as_deref() == Some(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mends() {
        for (text, expected) in [
            ("1", "1"),
            (" {\"a\" : [ 1 , 2.50, -0, 1E5 ] } ", r#"{"a":[1,2.50,-0,1E5]}"#),
            ("{\"a\":1,}", r#"{"a":1}"#),
            ("[,1,,2,]", "[1,2]"),
            // The sample of Apidog's documentation prints no comma between its first two items.
            ("[{\"a\":0} {\"a\":1}, {\"a\":2}]", r#"[{"a":0},{"a":1},{"a":2}]"#),
            ("{'a': 'it\\'s \"b\"'}", r#"{"a":"it's \"b\""}"#),
            ("{a: 1 b-c: 2 $d: 3 7: 4 ü: 5}", r#"{"a":1,"b-c":2,"$d":3,"7":4,"ü":5}"#),
            ("{/* a */\"a\": 1 // b\n}", r#"{"a":1}"#),
            ("[True, False, None, undefined, NaN, -Infinity]", "[true,false,null,null,null,null]"),
            ("[\"a\nb\tc\u{1}\"]", r#"["a\nb\tc\u0001"]"#),
            ("\u{feff}{}", "{}"),
            ("{\"a\": , \"b\":}", r#"{"a":null,"b":null}"#),
            ("123456789012345678901234567890.10", "123456789012345678901234567890.10"),
            ("[+1, .5, 5., -0x1F]", "[1,0.5,5.0,-31]"),
            (
                r#"["\d \x41 \v \u00e9 \ud83d\ude00 \ud83d \u12"]"#,
                r#"["\\d \u0041 \u000b \u00e9 \ud83d\ude00 \ufffd \\u12"]"#,
            ),
            ("[\"a\\\nb\"]", r#"["ab"]"#),
            ("{};", "{}"),
            ("'a'", "\"a\""),
        ] {
            let mended = lenient_json(text, 1000);
            assert_eq!(mended.as_deref(), Ok(expected), "{text}");
            assert!(serde_json::from_str::<serde_json::Value>(expected).is_ok(), "{expected}");
        }
    }

    #[test]
    fn what_cannot_be_mended_is_told() {
        for (text, line, column, message) in [
            ("", 1, 1, "the text is empty"),
            (" // a", 1, 6, "the text is empty"),
            ("{\n \"a\": Ada}", 2, 7, "`Ada` is no JSON value"),
            ("{\"a\": \"x\" \"y\"}", 1, 14, "expected `:` behind the name of a member"),
            ("[1", 1, 1, "`[` is not closed"),
            ("[1}", 1, 3, "expected `]`, found `}`"),
            ("{\"a\": \"b}", 1, 7, "a string that begins with \" has no end"),
            ("{} {}", 1, 4, "there is text behind the JSON value"),
            ("[007]", 1, 2, "`007` is no JSON value"),
            ("[1.2.3]", 1, 2, "`1.2.3` is no JSON value"),
            ("[1e]", 1, 2, "`1e` is no JSON value"),
            ("{:1}", 1, 2, "expected the name of a member, found `:`"),
            ("[:]", 1, 2, "expected a value, found `:`"),
            ("[1 /* ", 1, 4, "a comment is not closed"),
        ] {
            let Err(RenderError::Json { error, .. }) = lenient_json(text, 1000) else {
                panic!("{text} is mended")
            };
            assert_eq!((error.line, error.column, error.message.as_str()), (line, column, message), "{text}");
        }
    }

    #[test]
    fn limits() {
        let nested = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(lenient_json(&nested(MAX_DEPTH), 1000).is_ok());
        assert!(lenient_json(&nested(MAX_DEPTH + 1), 1000).is_err());
        assert!(lenient_json("[1,2,3]", 7).is_ok());
        assert!(lenient_json("[1,2,3]", 6).is_err());
        assert!(lenient_json("\"abc\"", 4).is_err());
        for text in ["[", "{", "\"", "\\", "/*", "//", "{\"a\":", "[{", ","] {
            assert!(lenient_json(&text.repeat(100_000), 1_000_000).is_err(), "{text}");
        }
    }

    #[test]
    fn scalars() {
        for text in ["1", "-1.5", "1e5", "true", "null"] {
            assert!(is_scalar(text), "{text}");
        }
        for text in ["", "+1", "01", "1.", ".5", "0x1", "a", "1 ", "True", "NaN", "-"] {
            assert!(!is_scalar(text), "{text}");
        }
    }
}
