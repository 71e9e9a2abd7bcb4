//! Finding the mock token in a request, and comparing it.
//!
//! Places in this order, the first token that is not empty counts: query, header, form body; each under `apidogToken`
//! and then `apifoxToken`.

use super::multipart;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::borrow::Cow;
use std::fmt;
use subtle::{Choice, ConstantTimeEq as _};

/// The names of the token, in the order in which they count.
const NAMES: [&str; 2] = ["apidogToken", "apifoxToken"];

/// The SHA-256 of a token: what is published and compared instead of the token.
#[derive(Clone, Copy, Eq, Serialize, Deserialize)]
pub struct TokenHash([u8; 32]);

/// In constant time, so that no comparison of hashes can be another one.
impl PartialEq for TokenHash {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl TokenHash {
    /// Hashes a token.
    pub fn of(token: &str) -> Self {
        Self(Sha256::digest(token.as_bytes()).into())
    }

    /// Whether the hash is one of `known`. Takes the same time whichever it is, and whether or not it is.
    ///
    /// ```
    /// use edgemock::auth::TokenHash;
    /// let known = [TokenHash::of("a"), TokenHash::of("b")];
    /// assert!(TokenHash::of("b").is_among(&known));
    /// assert!(!TokenHash::of("c").is_among(&known));
    /// ```
    pub fn is_among(&self, known: &[Self]) -> bool {
        known.iter().fold(Choice::from(0), |found, hash| found | hash.0.ct_eq(&self.0)).into()
    }

    /// The hash itself.
    pub(super) const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for TokenHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenHash(…)")
    }
}

/// The token in query or headers. `in_query` is what [`crate::route::Reserved`] found; `header` looks one header up by
/// name.
pub fn token_in_head(
    in_query: Option<Cow<'_, str>>,
    mut header: impl FnMut(&str) -> Option<String>,
) -> Option<Cow<'_, str>> {
    in_query.filter(|token| !token.is_empty()).or_else(|| {
        NAMES.iter().find_map(|name| header(name).filter(|token| !token.is_empty()).map(Cow::Owned))
    })
}

/// The kinds of request body that can carry a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// `application/x-www-form-urlencoded`.
    UrlEncoded,
    /// `multipart/form-data` with its boundary.
    Multipart(String),
}

impl Form {
    /// `None` for every other type of body, and for multipart without a usable boundary: such a body need not be read.
    ///
    /// ```
    /// use edgemock::auth::Form;
    /// let form = Form::of_content_type("multipart/form-data; boundary=\"a b\"");
    /// assert_eq!(form, Some(Form::Multipart("a b".into())));
    /// assert_eq!(Form::of_content_type("application/json"), None);
    /// ```
    pub fn of_content_type(content_type: &str) -> Option<Self> {
        let (kind, parameters) = content_type.split_once(';').unwrap_or((content_type, ""));
        let kind = kind.trim();
        if kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Some(Self::UrlEncoded);
        }
        if !kind.eq_ignore_ascii_case("multipart/form-data") {
            return None;
        }
        // RFC 2046 section 5.1.1: 1 to 70 characters.
        let boundary = multipart::parameter(parameters, "boundary")?;
        (1..=70).contains(&boundary.len()).then_some(Self::Multipart(boundary))
    }
}

/// The token in the body of a form.
pub fn token_in_form(form: &Form, body: &[u8]) -> Option<String> {
    NAMES.iter().find_map(|&name| match form {
        Form::UrlEncoded => form_urlencoded::parse(body)
            .find(|(n, value)| n == name && !value.is_empty())
            .map(|(_, value)| value.into_owned()),
        Form::Multipart(boundary) => multipart::field(body, boundary, name).filter(|token| !token.is_empty()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_in_query_then_headers() {
        type Case = (Option<&'static str>, &'static [(&'static str, &'static str)], Option<&'static str>);
        let cases: [Case; 7] = [
            (None, &[], None),
            (Some("q"), &[("apidogToken", "h")], Some("q")),
            (Some(""), &[("apidogToken", "h")], Some("h")),
            (None, &[("apifoxToken", "f"), ("apidogToken", "d")], Some("d")),
            (None, &[("apidogToken", ""), ("apifoxToken", "f")], Some("f")),
            (None, &[("apidogToken", "")], None),
            (None, &[("authorization", "Bearer x")], None),
        ];
        for (query, headers, expected) in cases {
            let header =
                |name: &str| headers.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned());
            let found = token_in_head(query.map(Cow::Borrowed), header);
            assert_eq!(found.as_deref(), expected, "{query:?} {headers:?}");
        }
    }

    #[test]
    fn knows_forms() {
        let cases = [
            ("application/x-www-form-urlencoded", Some(Form::UrlEncoded)),
            ("Application/X-WWW-Form-URLEncoded ; charset=UTF-8", Some(Form::UrlEncoded)),
            ("multipart/form-data; boundary=abc", Some(Form::Multipart("abc".into()))),
            (
                "multipart/form-data; charset=utf-8; Boundary=\"a;b\\\"c\"",
                Some(Form::Multipart("a;b\"c".into())),
            ),
            ("multipart/form-data", None),
            ("multipart/form-data; boundary=", None),
            ("multipart/mixed; boundary=abc", None),
            ("text/plain", None),
            ("", None),
        ];
        for (content_type, expected) in cases {
            assert_eq!(Form::of_content_type(content_type), expected, "{content_type}");
        }
        assert_eq!(Form::of_content_type(&format!("multipart/form-data; boundary={}", "x".repeat(71))), None);
    }

    #[test]
    fn finds_tokens_in_forms() {
        let cases: [(&str, Option<&str>); 6] = [
            ("a=1&apidogToken=x%2B", Some("x+")),
            ("apifoxToken=f&apidogToken=d", Some("d")),
            ("apidogToken=&apidogToken=y", Some("y")),
            ("apidogToken=", None),
            ("", None),
            ("\u{0}\u{fffd}%%%&&&", None),
        ];
        for (body, expected) in cases {
            assert_eq!(token_in_form(&Form::UrlEncoded, body.as_bytes()).as_deref(), expected, "{body}");
        }
        let body = b"--b\r\nContent-Disposition: form-data; name=\"apifoxToken\"\r\n\r\nsecret\r\n--b--\r\n";
        assert_eq!(token_in_form(&Form::Multipart("b".into()), body).as_deref(), Some("secret"));
    }

    #[test]
    fn debug_output_hides_the_hash() {
        assert_eq!(format!("{:?}", TokenHash::of("x")), "TokenHash(…)");
    }
}
