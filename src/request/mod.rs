//! A request as custom mocks, templates, scripts and validation see it: without tokens and what else belongs to the
//! mock, its parts read when they are first asked for.

mod form;

pub use form::{FormField, form_fields};

use serde_json::Value;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::net::IpAddr;

/// Query parameters beyond this number are not looked at.
pub const MAX_QUERY_PARAMETERS: usize = 1000;
/// Bytes of a body that are read; of a longer one only this much is seen, and it counts as cut off.
pub const MAX_BODY_BYTES: usize = 1024 * 1024;

/// The parts of a request, as the runtime hands them over.
#[derive(Debug, Clone, Default)]
pub struct RequestParts<'a> {
    /// The method, in capitals.
    pub method: &'a str,
    /// The path behind the project part of a mock URL, as it was sent, e.g. `/pets/7`.
    pub path: &'a str,
    /// Path parameters, decoded.
    pub path_parameters: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// The query, without its question mark, as it was sent.
    pub query: &'a str,
    /// All headers, names in small letters.
    pub headers: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// Where the request comes from, as far as that is known.
    pub ip: Option<IpAddr>,
    /// The body, up to [`MAX_BODY_BYTES`].
    pub body: &'a [u8],
    /// Whether the body goes on behind `body`.
    pub body_is_cut: bool,
}

/// One request.
///
/// ```
/// use edgemock::request::{IncomingRequest, RequestParts};
/// let request = IncomingRequest::new(RequestParts {
///     method: "POST",
///     query: "page=2&apidogToken=secret&__seed=1",
///     headers: vec![("content-type".into(), "application/json".into()), ("cookie".into(), "a=1; b=2".into())],
///     body: br#"{"user": {"name": "Ada"}}"#,
///     ..RequestParts::default()
/// });
/// assert_eq!(request.query_value("page"), Some("2"));
/// assert_eq!(request.query_value("apidogToken"), None);
/// assert_eq!(request.cookie("b"), Some("2"));
/// assert_eq!(request.json().and_then(|body| body.pointer("/user/name")?.as_str()), Some("Ada"));
/// ```
#[derive(Debug)]
pub struct IncomingRequest<'a> {
    parts: RequestParts<'a>,
    query: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    cookies: OnceCell<Vec<(String, String)>>,
    json: OnceCell<Option<Value>>,
    form: OnceCell<Vec<FormField>>,
}

impl<'a> IncomingRequest<'a> {
    /// Takes the parts. What carries a token or is a wish is left out of query, headers and form.
    pub fn new(mut parts: RequestParts<'a>) -> Self {
        let query = form_urlencoded::parse(parts.query.as_bytes());
        let query = query.filter(|(name, _)| !is_ours(name)).take(MAX_QUERY_PARAMETERS).collect();
        parts.headers.retain(|(name, _)| !is_ours(name) && !name.starts_with("x-edgemock-"));
        Self { parts, query, cookies: OnceCell::new(), json: OnceCell::new(), form: OnceCell::new() }
    }

    /// The method, in capitals.
    pub fn method(&self) -> &str {
        self.parts.method
    }

    /// The path behind the project part of the URL, as it was sent.
    pub fn path(&self) -> &str {
        self.parts.path
    }

    /// The query as it was sent, what belongs to the mock included: for rules that look at its encoding. Never to be
    /// echoed.
    pub fn raw_query(&self) -> &str {
        self.parts.query
    }

    /// Path parameters, decoded, in the order of the path.
    pub fn path_parameters(&self) -> &[(Cow<'a, str>, Cow<'a, str>)] {
        &self.parts.path_parameters
    }

    /// A path parameter.
    pub fn path_value(&self, name: &str) -> Option<&str> {
        find(&self.parts.path_parameters, name)
    }

    /// Query parameters, decoded, in the order in which they were sent.
    pub fn query(&self) -> &[(Cow<'a, str>, Cow<'a, str>)] {
        &self.query
    }

    /// The first query parameter of a name.
    pub fn query_value(&self, name: &str) -> Option<&str> {
        find(&self.query, name)
    }

    /// Headers, names in small letters.
    pub fn headers(&self) -> &[(Cow<'a, str>, Cow<'a, str>)] {
        &self.parts.headers
    }

    /// A header; its name in any letter case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.parts.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| &**value)
    }

    /// Cookies in the order in which they were sent (RFC 6265 section 4.2.1), as they are written.
    pub fn cookies(&self) -> &[(String, String)] {
        self.cookies.get_or_init(|| {
            let sent = self.parts.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("cookie"));
            let pairs = sent.flat_map(|(_, value)| value.split(';')).filter_map(|pair| pair.split_once('='));
            let pairs =
                pairs.map(|(name, value)| (name.trim().to_owned(), unquoted(value.trim()).to_owned()));
            pairs.filter(|(name, _)| !name.is_empty() && !is_ours(name)).take(MAX_QUERY_PARAMETERS).collect()
        })
    }

    /// The first cookie of a name.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies().iter().find(|(known, _)| known == name).map(|(_, value)| &**value)
    }

    /// Where the request comes from.
    pub fn ip(&self) -> Option<IpAddr> {
        self.parts.ip
    }

    /// The `Content-Type` header without its parameters, in small letters; empty without one.
    pub fn media_type(&self) -> String {
        let header = self.header("content-type").unwrap_or_default();
        header.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }

    /// The body as it was sent, up to [`MAX_BODY_BYTES`]. A form may hold a token: not to be echoed without a look at
    /// [`Self::form`].
    pub fn body(&self) -> &[u8] {
        self.parts.body
    }

    /// Whether only the beginning of the body was read.
    pub fn body_is_cut(&self) -> bool {
        self.parts.body_is_cut
    }

    /// The body as text; what is no UTF-8 is replaced.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(self.parts.body)
    }

    /// The body as JSON, whatever its type; `None` where it is none, or not all of it was read.
    pub fn json(&self) -> Option<&Value> {
        let read = || serde_json::from_slice(self.parts.body).ok().filter(|_| !self.parts.body_is_cut);
        self.json.get_or_init(read).as_ref()
    }

    /// The fields of a form (urlencoded or multipart) in the order in which they were sent; none for other bodies.
    pub fn form(&self) -> &[FormField] {
        self.form.get_or_init(|| {
            let content_type = self.header("content-type").unwrap_or_default();
            let mut fields = form_fields(content_type, self.parts.body);
            fields.retain(|field| !is_ours(&field.name));
            fields
        })
    }

    /// The first text field of a form with a name.
    pub fn form_value(&self, name: &str) -> Option<&str> {
        let found = self.form().iter().find(|field| field.name == name && field.file_name.is_none());
        found.and_then(FormField::text)
    }
}

fn find<'v>(pairs: &'v [(Cow<'_, str>, Cow<'_, str>)], name: &str) -> Option<&'v str> {
    pairs.iter().find(|(known, _)| known == name).map(|(_, value)| &**value)
}

/// A cookie's value without the quotes around it.
fn unquoted(value: &str) -> &str {
    value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value)
}

/// Whether a parameter, header, cookie or field belongs to the mock and not to the mocked API.
pub(crate) fn is_ours(name: &str) -> bool {
    let reserved = |prefix: &str| {
        name.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
            && matches!(
                name.get(prefix.len()..).map(str::to_ascii_lowercase).as_deref(),
                Some("token" | "apiid" | "responseid")
            )
    };
    reserved("apidog") || reserved("apifox") || name.starts_with("__")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_the_mock_is_hidden() {
        for name in ["apidogToken", "ApifoxTOKEN", "apidogApiId", "apifoxResponseId", "__code"] {
            assert!(is_ours(name), "{name}");
        }
        for name in ["apidog", "apidogTokens", "token", "_code", "x-apidogToken", "äpidogToken", ""] {
            assert!(!is_ours(name), "{name}");
        }
        let request = IncomingRequest::new(RequestParts {
            headers: vec![
                ("apidogtoken".into(), "secret".into()),
                ("cookie".into(), "apidogToken=secret; a=\"b\";=x;c".into()),
                ("content-type".into(), "application/x-www-form-urlencoded".into()),
            ],
            body: b"apidogToken=secret&a=1",
            ..RequestParts::default()
        });
        assert_eq!(request.header("apidogToken"), None);
        assert_eq!(request.cookies(), [("a".to_owned(), "b".to_owned())]);
        assert_eq!(request.form_value("apidogToken"), None);
        assert_eq!(request.form_value("a"), Some("1"));
    }

    #[test]
    fn broken_bodies_are_no_json() {
        for (body, cut, json) in
            [("[1]", false, true), ("[1]", true, false), ("[1", false, false), ("", false, false)]
        {
            let parts = RequestParts { body: body.as_bytes(), body_is_cut: cut, ..RequestParts::default() };
            assert_eq!(IncomingRequest::new(parts).json().is_some(), json, "{body} {cut}");
        }
        let deep = "[".repeat(100_000);
        let parts = RequestParts { body: deep.as_bytes(), ..RequestParts::default() };
        assert_eq!(IncomingRequest::new(parts).json(), None);
    }
}
