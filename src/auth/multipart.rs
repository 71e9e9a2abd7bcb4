//! As much of `multipart/form-data` (RFC 7578) as finding one short text field takes. It works on the bytes that are
//! there, so that the request body is read once and stays available, and a body that is cut off is no error.

/// Parts beyond this number are not looked at.
const MAX_PARTS: usize = 1000;

/// The longest value that is returned, in bytes.
const MAX_VALUE: usize = 1024;

/// The value of the first field with this name; `None` also where it is no UTF-8, too long, or its end is missing.
pub(super) fn field(body: &[u8], boundary: &str, wanted: &str) -> Option<String> {
    let delimiter = format!("--{boundary}");
    // The first delimiter stands at the very start or, behind a preamble, on a line of its own.
    let mut rest = match body.strip_prefix(delimiter.as_bytes()) {
        Some(rest) => rest,
        None => split(body, format!("\r\n{delimiter}").as_bytes())?.1,
    };
    let delimiter = format!("\r\n{delimiter}");
    for _ in 0..MAX_PARTS {
        let (part, behind) = split(rest, delimiter.as_bytes())?;
        let (head, value) = split(part, b"\r\n\r\n").unwrap_or((part, b""));
        if name(head).is_some_and(|name| name == wanted) && value.len() <= MAX_VALUE {
            return String::from_utf8(value.to_vec()).ok();
        }
        rest = behind;
    }
    None
}

/// The field name in the headers of a part.
fn name(head: &[u8]) -> Option<String> {
    let head = std::str::from_utf8(head).ok()?;
    let (_, value) = head
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("content-disposition"))?;
    let (_, parameters) = value.split_once(';')?;
    parameter(parameters, "name")
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
