//! Errors of the mock plane, as the callers of mocks see them.
//!
//! # What an outsider may learn
//!
//! Nothing about a project that it may not call. An unknown project, a project whose cloud mock is off and a project
//! that wants a token give the same two answers to anybody without a fitting token: [`MockError::TokenMissing`] and
//! [`MockError::TokenWrong`], byte for byte. Only a caller with a fitting token is told that the mock is off, and only
//! a caller that was let in is told about paths, methods and neighbours.
//!
//! No error carries a token or a query string (which may hold one); what is echoed of a request is cut short and has
//! its control characters replaced.

use crate::script::FailureKind;
use std::fmt::Write as _;

/// Where the longest echoed piece of a request is cut, in characters.
const MAX_ECHO: usize = 200;

/// An error of the mock plane. `Display` is the message that the caller sees.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MockError {
    /// 400: the URL starts like a mock URL and goes on differently. Decided by its syntax alone, before any look-up,
    /// so that it says nothing about projects.
    #[error(
        "This is no mock URL: {0}. Mock URLs have the form /m1/{{projectId}}-0-default/{{path}} or \
         /m2/{{projectId}}-0-default/{{endpointId}}."
    )]
    MalformedUrl(&'static str),
    /// 414: the URL is longer than [`crate::route::MAX_URL_BYTES`].
    #[error(
        "The URL is too long: {bytes} bytes, at most {limit} are accepted. Send long values in the body."
    )]
    UrlTooLong {
        /// Length of path and query.
        bytes: usize,
        /// What is accepted.
        limit: usize,
    },
    /// 401: no token was sent and the mock is not open to everybody. Must stay the same for unknown projects, for
    /// projects that are off and for projects that want a token.
    #[error(
        "No token was sent, and there is no openly accessible mock at this URL. Either the project's mock requires a \
         token, or its cloud mock is switched off, or there is no such project. Send the token as the query parameter \
         apidogToken, as a header of that name, or as a form field of that name."
    )]
    TokenMissing,
    /// 403: a token was sent and does not fit. Must stay the same for unknown projects, for projects that are off and
    /// for projects that want another token. Never carries the token.
    #[error(
        "The token that was sent is not valid at this URL. It may be mistyped, replaced by a newer one or belong to \
         another project. The current one is in the project's mock settings."
    )]
    TokenWrong,
    /// 409: the cloud mock is switched off. Told only to callers whose token fits.
    #[error("The cloud mock of this project is switched off. Switch it on in the project's mock settings.")]
    CloudMockOff,
    /// 404: no endpoint has this path. Told only to callers that were let in.
    #[error("No endpoint matches {method} {path}.{}", suggestion(nearest.as_deref()))]
    UnknownPath {
        /// The method of the request.
        method: String,
        /// The path behind the project part, as it was sent, without the query.
        path: String,
        /// The most similar endpoint, e.g. `GET /pets/{id}`.
        nearest: Option<String>,
    },
    /// 404: no endpoint has the id that `/m2` or `apidogApiId` names.
    #[error("No endpoint of this project has the id {0}.")]
    UnknownEndpoint(u64),
    /// 400: a wish (`__code`, `Prefer: code=`) whose value cannot be read.
    #[error("The wish {name}={value} cannot be read: it has to be {expected}.")]
    MalformedWish {
        /// Its name, e.g. `code`.
        name: &'static str,
        /// The value that was sent.
        value: String,
        /// What would be a value.
        expected: &'static str,
    },
    /// 404: a response that the endpoint does not declare is wished for.
    #[error("No response of this endpoint fits {wish}. {}", choices("Responses", possible))]
    UnknownResponse {
        /// The wish, e.g. `code=404`.
        wish: String,
        /// What could be wished for.
        possible: String,
    },
    /// 404: an example that is not there is wished for.
    #[error("No example has the name {name}. {}", choices("Examples", possible))]
    UnknownExample {
        /// The wanted name.
        name: String,
        /// What could be wished for.
        possible: String,
    },
    /// 404: a custom mock that is not there is wished for.
    #[error("No custom mock of this endpoint is called {wish}. {}", choices("Custom mocks", possible))]
    UnknownMock {
        /// The wanted id or name.
        wish: String,
        /// What could be wished for.
        possible: String,
    },
    /// 500: a custom mock cannot answer this request, because of what its templates do with it. The message is for the
    /// owner, and shows nothing but the template's place.
    #[error("Custom mock {id} cannot answer this request: {message}")]
    CustomMock {
        /// Which one.
        id: u64,
        /// What went wrong.
        message: String,
    },
    /// 405: the path is known, the method is not. Carries `Allow`.
    #[error("{path} does not answer to {method}. It answers to {allow}.")]
    WrongMethod {
        /// The method of the request.
        method: String,
        /// The path behind the project part, as it was sent, without the query.
        path: String,
        /// The value of `Allow`, e.g. `GET, HEAD, OPTIONS`.
        allow: String,
    },
    /// 406: nothing that is declared fits `Accept`, and the caller insists on it.
    #[error(
        "This answer has no media type that the Accept header takes. {}",
        choices("Media types", possible)
    )]
    NotAcceptable {
        /// What is declared.
        possible: String,
    },
    /// 413: the request body is longer than a mock reads.
    #[error("The request body is too long: at most {limit} bytes are accepted.")]
    BodyTooLarge {
        /// What is accepted.
        limit: usize,
    },
    /// 429: the project's rate limit is reached. Told only to callers that were let in.
    #[error(
        "This mock answers {limit} requests in {period} seconds{}, and that many came. Try again in {retry_after} \
         seconds.",
        if *per_caller { " to one caller" } else { "" }
    )]
    TooManyRequests {
        /// How many requests are answered in a period.
        limit: u32,
        /// How long it is, in seconds.
        period: u32,
        /// Whether callers are counted one by one.
        per_caller: bool,
        /// How many seconds are left of it: the value of `Retry-After`.
        retry_after: String,
    },
    /// 500: the endpoint's mock script failed. Says how, not why: error text and logs are the owner's.
    #[error(
        "The mock script of this endpoint {}. Its owner sees the details in the script's test call, or by sending the \
         request with a management token.",
        .0.what()
    )]
    ScriptFailed(FailureKind),
    /// 503: the published copy could not be read. Says nothing of why: the details belong in the log.
    #[error("The mock could not be loaded just now. Try again in a few seconds.")]
    Unavailable,
    /// 500: a fault of the mock itself. Says nothing of why: the details belong in the log.
    #[error(
        "The mock could not answer because of a fault of its own. The owner of the deployment finds it in the log."
    )]
    Internal,
}

/// The second sentence of an unknown path.
fn suggestion(nearest: Option<&str>) -> String {
    nearest.map(|nearest| format!(" Did you mean {nearest}?")).unwrap_or_default()
}

/// The second sentence of a wish that cannot be had.
fn choices(what: &str, possible: &str) -> String {
    if possible.is_empty() { format!("{what}: none.") } else { format!("{what}: {possible}.") }
}

/// How many possible wishes a message lists.
const MAX_CHOICES: usize = 50;

/// A list for a message: each entry once, made safe.
fn list(entries: impl Iterator<Item = String>) -> String {
    let mut listed: Vec<String> = Vec::new();
    for entry in entries.map(|entry| echo(&entry)) {
        if listed.len() >= MAX_CHOICES {
            listed.push("…".to_owned());
            break;
        }
        if !listed.contains(&entry) {
            listed.push(entry);
        }
    }
    listed.join(", ")
}

impl MockError {
    /// A wish that cannot be read, with what is echoed made safe.
    pub fn malformed_wish(name: &'static str, value: &str, expected: &'static str) -> Self {
        Self::MalformedWish { name, value: echo(value), expected }
    }

    /// A response that is not there, with those that are.
    pub fn unknown_response(wish: &str, possible: impl Iterator<Item = String>) -> Self {
        Self::UnknownResponse { wish: echo(wish), possible: list(possible) }
    }

    /// An example that is not there, with those that are.
    pub fn unknown_example(name: &str, possible: impl Iterator<Item = String>) -> Self {
        Self::UnknownExample { name: echo(name), possible: list(possible) }
    }

    /// A custom mock that is not there, with those that are.
    pub fn unknown_mock(wish: &str, possible: impl Iterator<Item = String>) -> Self {
        Self::UnknownMock { wish: echo(wish), possible: list(possible) }
    }

    /// An `Accept` header that nothing fits, with the media types that are declared.
    pub fn not_acceptable(possible: impl Iterator<Item = String>) -> Self {
        Self::NotAcceptable { possible: list(possible) }
    }

    /// An unknown path, with what is echoed made safe.
    pub fn unknown_path(method: &str, path: &str, nearest: Option<String>) -> Self {
        Self::UnknownPath { method: echo(method), path: echo(path), nearest: nearest.map(|text| echo(&text)) }
    }

    /// A known path with another method, with what is echoed made safe.
    pub fn wrong_method(method: &str, path: &str, allow: String) -> Self {
        Self::WrongMethod { method: echo(method), path: echo(path), allow }
    }

    /// The HTTP status; `apidogError.code` in the body is the same number.
    pub const fn status(&self) -> u16 {
        match self {
            Self::MalformedUrl(_) | Self::MalformedWish { .. } => 400,
            Self::TokenMissing => 401,
            Self::TokenWrong => 403,
            Self::UnknownPath { .. }
            | Self::UnknownEndpoint(_)
            | Self::UnknownResponse { .. }
            | Self::UnknownExample { .. }
            | Self::UnknownMock { .. } => 404,
            Self::WrongMethod { .. } => 405,
            Self::NotAcceptable { .. } => 406,
            Self::CloudMockOff => 409,
            Self::BodyTooLarge { .. } => 413,
            Self::UrlTooLong { .. } => 414,
            Self::TooManyRequests { .. } => 429,
            Self::CustomMock { .. } | Self::Internal | Self::ScriptFailed(_) => 500,
            Self::Unavailable => 503,
        }
    }

    /// The header that the status calls for besides those of every answer.
    ///
    /// ```
    /// use edgemock::error::MockError;
    /// let error = MockError::wrong_method("PUT", "/pets", "GET, HEAD, OPTIONS".into());
    /// assert_eq!(error.header(), Some(("Allow", "GET, HEAD, OPTIONS")));
    /// ```
    pub fn header(&self) -> Option<(&'static str, &str)> {
        match self {
            // RFC 9110 section 15.5.2 wants a challenge with every 401. An unknown scheme opens no browser dialogue.
            Self::TokenMissing => Some(("WWW-Authenticate", "ApidogToken realm=\"mock\"")),
            Self::WrongMethod { allow, .. } => Some(("Allow", allow)),
            Self::TooManyRequests { retry_after, .. } => Some(("Retry-After", retry_after)),
            Self::Unavailable => Some(("Retry-After", "5")),
            _ => None,
        }
    }

    /// The body, of type `application/json`.
    ///
    /// ```
    /// use edgemock::error::MockError;
    /// let body = MockError::UnknownEndpoint(7).body();
    /// assert_eq!(body, r#"{"apidogError":{"code":404,"message":"No endpoint of this project has the id 7."}}"#);
    /// ```
    pub fn body(&self) -> String {
        let message = serde_json::Value::String(self.to_string());
        format!("{{\"apidogError\":{{\"code\":{},\"message\":{message}}}}}", self.status())
    }
}

/// A piece of a request as it may appear in a message: short, on one line, and without characters that reorder or
/// hide the text around them.
fn echo(text: &str) -> String {
    let mut safe = String::with_capacity(text.len().min(MAX_ECHO));
    for character in text.chars().take(MAX_ECHO) {
        let hidden = character.is_control()
            || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
        if hidden {
            safe.push('\u{fffd}');
        } else {
            safe.push(character);
        }
    }
    if text.chars().nth(MAX_ECHO).is_some() {
        let _ = write!(safe, "… ({} bytes)", text.len());
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn all() -> Vec<(MockError, u16)> {
        vec![
            (MockError::MalformedUrl("the project id is missing"), 400),
            (MockError::UrlTooLong { bytes: 20_000, limit: 16_384 }, 414),
            (MockError::TokenMissing, 401),
            (MockError::TokenWrong, 403),
            (MockError::CloudMockOff, 409),
            (MockError::unknown_path("GET", "/pet", Some("GET /pets".into())), 404),
            (MockError::UnknownEndpoint(1), 404),
            (MockError::malformed_wish("code", "x", "a number"), 400),
            (MockError::unknown_response("code=418", ["200".to_owned()].into_iter()), 404),
            (MockError::unknown_example("cat", std::iter::empty()), 404),
            (MockError::unknown_mock("cat", std::iter::empty()), 404),
            (MockError::CustomMock { id: 3, message: "line 1".into() }, 500),
            (MockError::wrong_method("PUT", "/pets", "GET".into()), 405),
            (MockError::not_acceptable(["application/json".to_owned()].into_iter()), 406),
            (MockError::BodyTooLarge { limit: 10 }, 413),
            (
                MockError::TooManyRequests {
                    limit: 5,
                    period: 60,
                    per_caller: true,
                    retry_after: "7".into(),
                },
                429,
            ),
            (MockError::Unavailable, 503),
            (MockError::Internal, 500),
            (MockError::ScriptFailed(FailureKind::Time), 500),
        ]
    }

    #[test]
    fn bodies_are_json_with_code_and_message() {
        for (error, status) in all() {
            assert_eq!(error.status(), status, "{error:?}");
            let body: Value = serde_json::from_str(&error.body()).unwrap();
            assert_eq!(body["apidogError"]["code"], status);
            assert_eq!(body["apidogError"]["message"], error.to_string());
            assert_eq!(body.as_object().unwrap().len(), 1);
        }
    }

    #[test]
    fn messages_help() {
        let error = MockError::unknown_path("GET", "/pet", Some("GET /pets".into()));
        assert_eq!(error.to_string(), "No endpoint matches GET /pet. Did you mean GET /pets?");
        let error = MockError::unknown_path("GET", "/pet", None);
        assert_eq!(error.to_string(), "No endpoint matches GET /pet.");
        let error = MockError::wrong_method("PUT", "/pets", "GET, HEAD".into());
        assert_eq!(error.to_string(), "/pets does not answer to PUT. It answers to GET, HEAD.");
        let error = MockError::malformed_wish("code", "x", "a status from 200 to 599");
        assert_eq!(
            error.to_string(),
            "The wish code=x cannot be read: it has to be a status from 200 to 599."
        );
        let responses = ["200", "404", "200"].into_iter().map(str::to_owned);
        let error = MockError::unknown_response("code=418", responses);
        assert_eq!(error.to_string(), "No response of this endpoint fits code=418. Responses: 200, 404.");
        let error = MockError::unknown_example("cat", std::iter::empty());
        assert_eq!(error.to_string(), "No example has the name cat. Examples: none.");
        let many = MockError::unknown_example("cat", (0..1000).map(|number| number.to_string())).to_string();
        assert!(many.len() < 300 && many.ends_with(", 49, …."), "{many}");
        let message = MockError::TokenMissing.to_string();
        for part in ["requires a token", "switched off", "no such project", "query", "header", "form field"] {
            assert!(message.contains(part), "{part}");
        }
        assert!(MockError::MalformedUrl("x").to_string().contains("/m1/{projectId}-0-default/{path}"));
    }

    #[test]
    fn echoes_are_short_and_harmless() {
        let cases = [
            ("/pets", "/pets".to_owned()),
            ("/a\r\nb\u{202e}c\u{0}", "/a\u{fffd}\u{fffd}b\u{fffd}c\u{fffd}".to_owned()),
            (&"é".repeat(300), format!("{}… (600 bytes)", "é".repeat(200))),
            (&"x".repeat(200), "x".repeat(200)),
        ];
        for (given, expected) in cases {
            assert_eq!(echo(given), expected);
        }
        let body = MockError::unknown_path("GET", "/\"</script>\\", None).body();
        assert!(serde_json::from_str::<Value>(&body).is_ok(), "{body}");
    }
}
