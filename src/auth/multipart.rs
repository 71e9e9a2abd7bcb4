//! The parts of a `multipart/form-data` body (RFC 7578). It works on the bytes that are there, so that the request body
//! is read once and stays available, and a body that is cut off is no error: the part without an end is left out.

/// Parts beyond this number are not looked at.
const MAX_PARTS: usize = 1000;

/// The longest value that is returned, in bytes.
const MAX_VALUE: usize = 1024;

/// One part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MultipartPart<'a> {
    /// The field's name.
    pub name: Option<String>,
    /// The file's name, where it is a file.
    pub file_name: Option<String>,
    /// The type that the part declares.
    pub content_type: Option<String>,
    /// Its content.
    pub value: &'a [u8],
}

/// Walks the parts of a body.
#[derive(Debug)]
pub struct MultipartParts<'a> {
    rest: Option<&'a [u8]>,
    delimiter: Vec<u8>,
    left: usize,
}

impl<'a> MultipartParts<'a> {
    /// The parts between delimiters of this boundary.
    pub fn new(body: &'a [u8], boundary: &str) -> Self {
        let delimiter = format!("\r\n--{boundary}").into_bytes();
        // The first delimiter stands at the very start or, behind a preamble, on a line of its own.
        let rest = match delimiter.get(2..).and_then(|first| body.strip_prefix(first)) {
            Some(rest) => Some(rest),
            None => split(body, &delimiter).map(|(_, rest)| rest),
        };
        Self { rest, delimiter, left: MAX_PARTS }
    }
}

impl<'a> Iterator for MultipartParts<'a> {
    type Item = MultipartPart<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        let (part, behind) = split(self.rest?, &self.delimiter)?;
        self.rest = Some(behind);
        let (head, value) = split(part, b"\r\n\r\n").unwrap_or((part, b""));
        let head = std::str::from_utf8(head).unwrap_or_default();
        let disposition = header(head, "content-disposition").and_then(|value| value.split_once(';'));
        let parameter = |name| disposition.and_then(|(_, parameters)| parameter(parameters, name));
        Some(MultipartPart {
            name: parameter("name"),
            file_name: parameter("filename"),
            content_type: header(head, "content-type").map(str::to_owned),
            value,
        })
    }
}

/// The value of the first field with this name; `None` also where it is no UTF-8, too long, or its end is missing.
pub(super) fn field(body: &[u8], boundary: &str, wanted: &str) -> Option<String> {
    let short = |part: &MultipartPart<'_>| part.value.len() <= MAX_VALUE;
    let mut parts = MultipartParts::new(body, boundary).filter(short);
    let part = parts.find(|part| part.name.as_deref() == Some(wanted))?;
    String::from_utf8(part.value.to_vec()).ok()
}

/// One of the headers of a part.
fn header<'a>(head: &'a str, wanted: &str) -> Option<&'a str> {
    let mut lines = head.lines().filter_map(|line| line.split_once(':'));
    lines.find(|(name, _)| name.trim().eq_ignore_ascii_case(wanted)).map(|(_, value)| value.trim())
}

/// One of the parameters `a=b; c="d"` of a header value, unquoted.
pub(super) fn parameter(parameters: &str, wanted: &str) -> Option<String> {
    let mut rest = parameters;
    loop {
        let (name, behind) = rest.split_once('=')?;
        let name = name.trim_matches(|c: char| c == ';' || c.is_ascii_whitespace());
        let (value, behind) = value(behind.trim_start());
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value);
        }
        rest = behind;
    }
}

/// A token or quoted string, and what follows it.
fn value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(';').unwrap_or(text.len());
        let (token, behind) = text.split_at(end);
        return (token.trim().to_owned(), behind);
    };
    let mut value = String::new();
    let mut characters = quoted.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => break,
            '\\' => value.extend(characters.next()),
            other => value.push(other),
        }
    }
    (value, characters.as_str())
}

/// What stands before and behind the first occurrence of `mark`.
fn split<'a>(bytes: &'a [u8], mark: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let first = *mark.first()?;
    let mut from = 0;
    loop {
        let offset = bytes.get(from..)?.iter().position(|&byte| byte == first)?;
        let at = from + offset;
        let behind = bytes.get(at..)?;
        if let Some(behind) = behind.strip_prefix(mark) {
            return Some((bytes.get(..at)?, behind));
        }
        from = at + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(headers: &str, value: &str) -> String {
        format!("--b\r\n{headers}\r\n\r\n{value}\r\n")
    }

    #[test]
    fn finds_fields() {
        let token = part("Content-Disposition: form-data; name=\"t\"", "secret");
        let other = part("Content-Disposition: form-data; name=\"a\"; filename=\"t\"", "x\r\n--c\r\n");
        let typed = part("content-type: text/plain\r\ncontent-disposition:form-data;name=t", "s2");
        let long = part("Content-Disposition: form-data; name=\"t\"", &"x".repeat(2000));
        let end = "--b--\r\n";
        let cases = [
            (format!("{token}{end}"), Some("secret")),
            (format!("{other}{token}{end}"), Some("secret")),
            (format!("{typed}{end}"), Some("s2")),
            (format!("preamble\r\n{token}{end}"), Some("secret")),
            (format!("{other}{end}"), None),
            (format!("{long}{end}"), None),
            (token.trim_end().to_owned(), None),
            (part("Content-Disposition: form-data; name=\"t\"", "") + end, Some("")),
            (part("no colon", "x") + end, None),
            (end.to_owned(), None),
            (String::new(), None),
            ("--b".repeat(5000), None),
        ];
        for (body, expected) in cases {
            assert_eq!(field(body.as_bytes(), "b", "t").as_deref(), expected, "{body:.80}");
        }
        let binary = b"--b\r\nContent-Disposition: form-data; name=\"t\"\r\n\r\n\xff\xfe\r\n--b--";
        assert_eq!(field(binary, "b", "t"), None);
    }

    #[test]
    fn reads_parameters() {
        let cases = [
            ("name=\"a\"; filename=\"b\"", Some("a")),
            (" filename=\"x; name=no\"; name=yes", Some("yes")),
            ("name=\"a\\\"b\"", Some("a\"b")),
            ("NAME = a ;x=y", Some("a")),
            ("filename=x", None),
            ("name", None),
            ("", None),
        ];
        for (parameters, expected) in cases {
            assert_eq!(parameter(parameters, "name").as_deref(), expected, "{parameters}");
        }
    }
}
