//! The grammar of mock URLs (section 1.1 of Apidog's observed behaviour, see `COMPATIBILITY.md`).

use crate::error::MockError;
use std::borrow::Cow;

/// The longest path and query that is accepted, in bytes. The same as Cloudflare's own limit for URLs.
pub const MAX_URL_BYTES: usize = 16 * 1024;

/// A mock URL taken apart. Path and query stay as they were sent, percent-encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MockUrl<'a> {
    /// The project's id.
    pub project: u64,
    /// The branch; 0 is the main one. Newer projects have another number there for their main branch too.
    pub branch: u64,
    /// Which of the project's services (base URLs).
    pub service: Service,
    /// What the rest of the URL asks for.
    pub target: Target<'a>,
    /// The query without its question mark; empty when there is none.
    pub query: &'a str,
}

/// The third part of a mock URL's project segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Service {
    /// `default`.
    Default,
    /// One service by its number.
    Number(u64),
}

/// How a mock URL names an endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target<'a> {
    /// `/m1`: by method and path. The path starts with a slash, or is empty where the URL ends with the project.
    Path(&'a str),
    /// `/m2`: by the endpoint's id.
    Endpoint(u64),
}

impl<'a> MockUrl<'a> {
    /// Takes a path and query apart. `None` when they do not start like a mock URL: `/m1`, `/m2`, or the older
    /// `/mock` and `/mock2`.
    ///
    /// ```
    /// use edgemock::route::{MockUrl, Service, Target};
    /// let url = MockUrl::parse("/m1/2689726-0-default/pets/7?limit=3").unwrap()?;
    /// assert_eq!((url.project, url.branch, url.service), (2689726, 0, Service::Default));
    /// assert_eq!((url.target, url.query), (Target::Path("/pets/7"), "limit=3"));
    /// assert!(MockUrl::parse("/v1/projects").is_none());
    /// # Ok::<(), edgemock::error::MockError>(())
    /// ```
    ///
    /// # Errors
    /// [`MockError::UrlTooLong`] beyond [`MAX_URL_BYTES`]; [`MockError::MalformedUrl`] where the part behind `/m1` is
    /// no `{project}-{branch}-{service}`, or the part behind `/m2/…` is no number.
    pub fn parse(path_and_query: &'a str) -> Option<Result<Self, MockError>> {
        let (path, query) = path_and_query.split_once('?').unwrap_or((path_and_query, ""));
        let path = path.strip_prefix('/')?;
        let (shape, rest) = path.split_once('/').unwrap_or((path, ""));
        let by_id = match shape {
            "m1" | "mock" => false,
            "m2" | "mock2" => true,
            _ => return None,
        };
        if path_and_query.len() > MAX_URL_BYTES {
            return Some(Err(MockError::UrlTooLong { bytes: path_and_query.len(), limit: MAX_URL_BYTES }));
        }
        Some(parse_rest(rest, query, by_id).map_err(MockError::MalformedUrl))
    }
}

/// Reads what follows the first slash behind `/m1` and the like.
fn parse_rest<'a>(rest: &'a str, query: &'a str, by_id: bool) -> Result<MockUrl<'a>, &'static str> {
    let end = rest.find('/').unwrap_or(rest.len());
    let (project, tail) = rest.split_at(end);
    let mut parts = project.splitn(3, '-');
    let project = match parts.next() {
        None | Some("") => return Err("the project id is missing"),
        Some(text) => number(text).ok_or("the project id is not a number")?,
    };
    let branch = match parts.next() {
        None => 0,
        Some(text) => number(text).ok_or("the branch, behind the first hyphen, is not a number")?,
    };
    let service = match parts.next() {
        None | Some("default") => Service::Default,
        Some(text) => Service::Number(
            number(text).ok_or("the service, behind the second hyphen, is neither `default` nor a number")?,
        ),
    };
    let target = if by_id {
        // Clients append the endpoint's own path behind the id now and then; the id alone decides.
        let id = tail.split('/').nth(1).unwrap_or_default();
        Target::Endpoint(number(id).ok_or("the endpoint id, behind the project, is not a number")?)
    } else {
        Target::Path(tail)
    };
    Ok(MockUrl { project, branch, service, target, query })
}

/// A number of ASCII digits alone: no sign, no overflow.
fn number(text: &str) -> Option<u64> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

/// Decodes the percent escapes of one path segment. What is no escape (`%`, `%zz`) stays as it is, and so does a
/// segment whose escapes are no UTF-8: a mock has no reason to refuse them, and nothing here opens files.
pub(crate) fn decode_segment(raw: &str) -> Cow<'_, str> {
    if !raw.contains('%') {
        return Cow::Borrowed(raw);
    }
    let mut decoded = Vec::with_capacity(raw.len());
    let mut bytes = raw.as_bytes();
    while let Some((&first, rest)) = bytes.split_first() {
        bytes = rest;
        if let (b'%', [high, low, rest @ ..]) = (first, rest)
            && let (Some(high), Some(low)) = (hex(*high), hex(*low))
        {
            decoded.push(high << 4 | low);
            bytes = rest;
        } else {
            decoded.push(first);
        }
    }
    String::from_utf8(decoded).map_or(Cow::Borrowed(raw), Cow::Owned)
}

/// The value of a hexadecimal digit.
fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|value| value as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(url: &str) -> MockUrl<'_> {
        MockUrl::parse(url).unwrap().unwrap()
    }

    #[test]
    fn takes_urls_apart() {
        use Service::{Default, Number};
        use Target::{Endpoint, Path};
        let cases = [
            ("/m1/1-0-default/pets", 1, 0, Default, Path("/pets"), ""),
            (
                "/m1/2689726-1234567-default/pets/?a=b?c",
                2_689_726,
                1_234_567,
                Default,
                Path("/pets/"),
                "a=b?c",
            ),
            ("/m1/1-0-0/a%2Fb//c", 1, 0, Number(0), Path("/a%2Fb//c"), ""),
            ("/m1/1-0-7654321/", 1, 0, Number(7_654_321), Path("/"), ""),
            ("/m1/1-0-default", 1, 0, Default, Path(""), ""),
            ("/m1/1-0-default?x", 1, 0, Default, Path(""), "x"),
            ("/m1/1/pets", 1, 0, Default, Path("/pets"), ""),
            ("/m1/1-5/pets", 1, 5, Default, Path("/pets"), ""),
            ("/m2/1-0-default/42", 1, 0, Default, Endpoint(42), ""),
            ("/m2/1-0-default/42/", 1, 0, Default, Endpoint(42), ""),
            ("/m2/1-0-default/42/pets/7?apidogApiId=42", 1, 0, Default, Endpoint(42), "apidogApiId=42"),
            ("/mock/1/pets", 1, 0, Default, Path("/pets"), ""),
            ("/mock2/1/42", 1, 0, Default, Endpoint(42), ""),
        ];
        for (url, project, branch, service, target, query) in cases {
            assert_eq!(parsed(url), MockUrl { project, branch, service, target, query }, "{url}");
        }
    }

    #[test]
    fn leaves_other_urls_alone() {
        for url in ["/", "", "/v1/projects", "/m3/1-0-default/x", "/m10/1", "m1/1", "/console/m1/1-0-default"]
        {
            assert!(MockUrl::parse(url).is_none(), "{url}");
        }
    }

    #[test]
    fn refuses_what_is_malformed() {
        let cases = [
            ("/m1", "project id is missing"),
            ("/m1/", "project id is missing"),
            ("/m1/?apidogToken=x", "project id is missing"),
            ("/m1/shop-0-default/pets", "project id is not a number"),
            ("/m1/+1-0-default/pets", "project id is not a number"),
            ("/m1/99999999999999999999-0-default/pets", "project id is not a number"),
            ("/m1/1--default/pets", "branch"),
            ("/m1/1-main-default/pets", "branch"),
            ("/m1/1-0-/pets", "service"),
            ("/m1/1-0-Default/pets", "service"),
            ("/m1/1-0-default-x/pets", "service"),
            ("/m2/1-0-default", "endpoint id"),
            ("/m2/1-0-default/", "endpoint id"),
            ("/m2/1-0-default/pets", "endpoint id"),
            ("/m2/1-0-default/18446744073709551616", "endpoint id"),
        ];
        for (url, part) in cases {
            match MockUrl::parse(url) {
                Some(Err(MockError::MalformedUrl(reason))) => {
                    assert!(reason.contains(part), "{url}: {reason}");
                }
                other => panic!("{url}: {other:?}"),
            }
        }
    }

    #[test]
    fn refuses_long_urls() {
        let fits = format!("/m1/1-0-default/{}", "x".repeat(MAX_URL_BYTES - 16));
        assert!(MockUrl::parse(&fits).unwrap().is_ok());
        let long = format!("{fits}x");
        let refused = Some(Err(MockError::UrlTooLong { bytes: MAX_URL_BYTES + 1, limit: MAX_URL_BYTES }));
        assert_eq!(MockUrl::parse(&long), refused);
    }

    #[test]
    fn decodes_segments() {
        let cases = [
            ("plain", "plain"),
            ("a%20b", "a b"),
            ("a+b", "a+b"),
            ("a%2Fb%2fc", "a/b/c"),
            ("caf%C3%A9", "café"),
            ("100%", "100%"),
            ("%zz%4", "%zz%4"),
            ("%%41", "%A"),
            ("%FF", "%FF"),
            ("%7Bid%7D", "{id}"),
        ];
        for (raw, decoded) in cases {
            assert_eq!(decode_segment(raw), decoded, "{raw}");
        }
    }
}
