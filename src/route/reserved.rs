//! Query parameters that belong to the mock and not to the mocked API.

use std::borrow::Cow;

/// What the reserved query parameters say. Both spellings count (`apidog…`, `apifox…`), the first value that is not
/// empty wins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reserved<'a> {
    /// `apidogToken`.
    pub token: Option<Cow<'a, str>>,
    /// `apidogApiId`; anything but a number counts as not sent (front ends send `undefined`).
    pub api_id: Option<u64>,
    /// `apidogResponseId`; anything but a number counts as not sent.
    pub response_id: Option<u64>,
}

/// The reserved parameters.
#[derive(Clone, Copy)]
enum Name {
    Token,
    ApiId,
    ResponseId,
}

/// The reserved parameter that a name in its decoded form stands for.
fn reserved(name: &str) -> Option<Name> {
    match name.strip_prefix("apidog").or_else(|| name.strip_prefix("apifox"))? {
        "Token" => Some(Name::Token),
        "ApiId" => Some(Name::ApiId),
        "ResponseId" => Some(Name::ResponseId),
        _ => None,
    }
}

impl<'a> Reserved<'a> {
    /// Reads a query, given without its question mark.
    ///
    /// ```
    /// let reserved = edgemock::route::Reserved::read("page=2&apidogToken=se%63ret&apidogResponseId=7");
    /// assert_eq!(reserved.token.as_deref(), Some("secret"));
    /// assert_eq!((reserved.api_id, reserved.response_id), (None, Some(7)));
    /// ```
    pub fn read(query: &'a str) -> Self {
        let mut found = Self::default();
        if query.is_empty() {
            return found;
        }
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            if value.is_empty() {
                continue;
            }
            match reserved(&name) {
                Some(Name::Token) if found.token.is_none() => found.token = Some(value),
                Some(Name::ApiId) => found.api_id = found.api_id.or_else(|| value.parse().ok()),
                Some(Name::ResponseId) => {
                    found.response_id = found.response_id.or_else(|| value.parse().ok());
                }
                _ => {}
            }
        }
        found
    }
}

/// A query without its reserved parameters; the others stay as they were sent, in their order. For everything that
/// looks at the query after the caller was let in: what is not there cannot leak.
///
/// ```
/// use edgemock::route::strip_reserved;
/// assert_eq!(strip_reserved("a=1&apidogToken=x&b=%20"), "a=1&b=%20");
/// assert_eq!(strip_reserved("apifoxToken=x"), "");
/// ```
pub fn strip_reserved(query: &str) -> Cow<'_, str> {
    let belongs_to_mock =
        |pair: &str| form_urlencoded::parse(pair.as_bytes()).any(|(name, _)| reserved(&name).is_some());
    if !query.split('&').any(belongs_to_mock) {
        return Cow::Borrowed(query);
    }
    let kept: Vec<&str> = query.split('&').filter(|pair| !belongs_to_mock(pair)).collect();
    Cow::Owned(kept.join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_reserved_parameters() {
        type Case = (&'static str, Option<&'static str>, Option<u64>, Option<u64>);
        let cases: [Case; 13] = [
            ("", None, None, None),
            ("a=b", None, None, None),
            ("apidogToken=x", Some("x"), None, None),
            ("apifoxToken=x&apifoxApiId=1&apifoxResponseId=2", Some("x"), Some(1), Some(2)),
            ("apidogToken=&apifoxToken=y", Some("y"), None, None),
            ("apidogToken=x&apidogToken=y", Some("x"), None, None),
            ("apidog%54oken=x", Some("x"), None, None),
            ("apidogtoken=x", None, None, None),
            ("apidogToken", None, None, None),
            ("apidogToken=a+b%2B", Some("a b+"), None, None),
            ("apidogApiId=undefined", None, None, None),
            ("apidogApiId=undefined&apidogApiId=5", None, Some(5), None),
            ("apidogResponseId=99999999999999999999&&=&%", None, None, None),
        ];
        for (query, token, api_id, response_id) in cases {
            let expected = Reserved { token: token.map(Cow::Borrowed), api_id, response_id };
            assert_eq!(Reserved::read(query), expected, "{query}");
        }
    }

    #[test]
    fn strips_reserved_parameters() {
        let cases = [
            ("", ""),
            ("a=1&b=2", "a=1&b=2"),
            ("a=1&apidogApiId=2&apidogResponseId=3&apifoxToken=4", "a=1"),
            ("apidog%54oken=secret&x", "x"),
            ("apidogTokens=1", "apidogTokens=1"),
        ];
        for (query, stripped) in cases {
            assert_eq!(strip_reserved(query), stripped, "{query}");
        }
    }
}
