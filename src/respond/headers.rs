//! Headers of answers: cross-origin access, caching, protection of other pages on the same origin, and the ones that
//! a document declares.
//!
//! Any page of any origin may call a mock, credentials included: a mock's only credential is its token, which no
//! browser adds on its own.

use super::Answer;
use super::body::base_of;
use super::usual_headers::{Told, usual};
use crate::error::MockError;
use crate::generate::{Context, generate, suggest};
use crate::release::{Record, RecordResponse};
use serde_json::Value;
use std::fmt::Write as _;

/// Response headers that scripts may read besides the CORS-safelisted ones. `*` does not count with credentials.
const EXPOSED: &str = "*, Allow, ETag, Link, Location, Retry-After, WWW-Authenticate, x-edgemock-warning";

/// The longest value of a generated header, in bytes.
const MAX_HEADER_VALUE: usize = 1024;

/// The longest list of requested headers that is echoed, in bytes.
const MAX_ECHOED_HEADERS: usize = 8 * 1024;

/// `Cache-Control` of answers: no cache may keep them, it would hand them to callers without a token.
const KEEP_NOT: &str = "no-store";

/// `Cache-Control` of answers with an `ETag`: a cache has to ask before every use, and the token is looked at then.
const ASK_FIRST: &str = "no-cache";

/// A header of every answer of the mock plane: JSON stays data, whatever is in it.
const NO_SNIFFING: (&str, &str) = ("X-Content-Type-Options", "nosniff");

/// Headers of answers that a browser may show as a page or put into one. What a project's owner uploads runs no script
/// with the rights of other pages on this origin. JSON is neither, and most answers are JSON: each header costs a
/// hundredth of what a small answer costs in all.
const OF_PAGES: [(&str, &str); 3] = [
    ("Content-Security-Policy", "sandbox; default-src 'none'"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
];

/// Whether browsers take a media type for JSON and nothing else. Stricter than what bodies are made by: XML is what ends in
/// `+xml`, whatever stands before it, and of several types in one header the last one counts.
fn stays_data(content_type: &str) -> bool {
    let base = base_of(content_type);
    let subtype = base.strip_prefix("application/").unwrap_or_default();
    let token = subtype.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-._".contains(&byte));
    token && (subtype == "json" || subtype.ends_with("+json")) && !content_type.contains(',')
}

/// Calls `visit` with every header of an answer but `Content-Type`. `origin` is the `Origin` header of the request.
/// A name may come several times (`Set-Cookie`): append, do not set.
pub fn mock_headers(answer: &Answer, origin: Option<&str>, mut visit: impl FnMut(&str, &str)) {
    cross_origin(origin, answer.revalidated, &mut visit);
    if answer.content_type.as_deref().map_or(answer.has_body, |content_type| !stays_data(content_type)) {
        for (name, value) in &OF_PAGES {
            visit(name, value);
        }
    }
    if origin.is_none() {
        // Only scripts of another origin are kept from reading headers.
    } else if answer.headers.is_empty() {
        visit("Access-Control-Expose-Headers", EXPOSED);
    } else {
        let names = answer.headers.iter().map(|(name, _)| name.as_str()).filter(|name| *name != "ETag");
        let exposed = std::iter::once(EXPOSED).chain(names).collect::<Vec<_>>().join(", ");
        visit("Access-Control-Expose-Headers", &exposed);
    }
    for (name, value) in &answer.headers {
        visit(name, value);
    }
    if !answer.valid {
        visit(
            "x-edgemock-warning",
            "closest answer: its schema cannot be satisfied, or not within the limits, or not by the example asked for",
        );
    }
}

/// The same for an error, `Content-Type` included.
pub fn error_headers(error: &MockError, origin: Option<&str>, mut visit: impl FnMut(&str, &str)) {
    visit("Content-Type", "application/json");
    cross_origin(origin, false, &mut visit);
    if origin.is_some() {
        visit("Access-Control-Expose-Headers", EXPOSED);
    }
    if let Some((name, value)) = error.header() {
        visit(name, value);
    }
}

fn cross_origin(origin: Option<&str>, revalidated: bool, visit: &mut impl FnMut(&str, &str)) {
    visit("Cache-Control", if revalidated { ASK_FIRST } else { KEEP_NOT });
    visit(NO_SNIFFING.0, NO_SNIFFING.1);
    visit("Access-Control-Allow-Origin", origin.unwrap_or("*"));
    // Without an origin too, where a cache may keep it: it must not hand this answer to a page.
    if revalidated || origin.is_some() {
        visit("Vary", "Origin, Accept, Accept-Language, Prefer");
    }
    if origin.is_some() {
        visit("Access-Control-Allow-Credentials", "true");
    }
}

/// A CORS preflight. It is answered with 204 before anything is looked up, for every path alike: a browser sends no
/// token with it, and the answer must not tell which projects exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preflight {
    origin: String,
    method: String,
    headers: Option<String>,
    private_network: bool,
}

impl Preflight {
    /// `None` when the request is no preflight: another method than OPTIONS, or without `Origin` or
    /// `Access-Control-Request-Method`. `header` looks one request header up by name.
    pub fn of(method: &str, mut header: impl FnMut(&str) -> Option<String>) -> Option<Self> {
        if method != "OPTIONS" {
            return None;
        }
        Some(Self {
            origin: header("Origin")?,
            method: header("Access-Control-Request-Method")?,
            headers: header("Access-Control-Request-Headers")
                .filter(|names| names.len() <= MAX_ECHOED_HEADERS),
            private_network: header("Access-Control-Request-Private-Network")
                .is_some_and(|value| value == "true"),
        })
    }

    /// Calls `visit` with every header of the answer, whose status is 204.
    pub fn headers(&self, mut visit: impl FnMut(&str, &str)) {
        visit("Cache-Control", KEEP_NOT);
        visit(NO_SNIFFING.0, NO_SNIFFING.1);
        visit("Access-Control-Allow-Origin", &self.origin);
        visit("Access-Control-Allow-Credentials", "true");
        visit("Access-Control-Allow-Methods", &self.method);
        if let Some(names) = self.headers.as_deref().filter(|names| !names.is_empty()) {
            visit("Access-Control-Allow-Headers", names);
        }
        if self.private_network {
            visit("Access-Control-Allow-Private-Network", "true");
        }
        visit("Access-Control-Max-Age", "86400");
        visit(
            "Vary",
            "Origin, Access-Control-Request-Method, Access-Control-Request-Headers, \
             Access-Control-Request-Private-Network",
        );
    }
}

/// Generates the declared headers of a response into the answer. `body` is its body where it is JSON: what headers tell
/// of it agrees with it.
pub(super) fn generate_declared(
    record: &Record,
    response: &RecordResponse,
    context: &Context<'_>,
    body: &[u8],
    answer: &mut Answer,
) {
    let told = Told { status: answer.status, path: &record.path, body };
    let mut json = Vec::new();
    for (index, header) in response.headers.iter().enumerate() {
        let Some(root) = header.root else { continue };
        json.clear();
        // Another seed than the body's, or a header would repeat its first value.
        let seed = context.seed ^ 0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(index as u64 + 1);
        let context = &Context { seed, variant: None, ..context.clone() };
        let usual = usual(&header.name, &told, context);
        let suggested = usual.is_some_and(|text| suggest(&record.plan, root, &text, context, &mut json));
        if !suggested {
            answer.valid &= generate(&record.plan, root, context, &mut json).valid;
        }
        let Ok(value) = serde_json::from_slice::<Value>(&json) else { continue };
        answer.headers.push((header.name.to_string(), header_value(&value)));
    }
}

/// Whether a document may declare a value for this header: not where the runtime, the body or the protection of other
/// pages decide it.
pub fn may_declare(name: &str) -> bool {
    const OURS: [&str; 34] = [
        "content-type",
        "content-length",
        "content-encoding",
        "content-range",
        "transfer-encoding",
        "connection",
        "keep-alive",
        "upgrade",
        "te",
        "trailer",
        "date",
        "server",
        "vary",
        "cache-control",
        "content-security-policy",
        "content-security-policy-report-only",
        "x-content-type-options",
        "referrer-policy",
        "cross-origin-resource-policy",
        "cross-origin-opener-policy",
        "cross-origin-embedder-policy",
        "strict-transport-security",
        "public-key-pins",
        "clear-site-data",
        "service-worker-allowed",
        "alt-svc",
        "nel",
        "report-to",
        "reporting-endpoints",
        "refresh",
        "www-authenticate",
        "x-edgemock-answer",
        "x-edgemock-warning",
        "http2-settings",
    ];
    const OUR_PREFIXES: [&str; 3] = ["access-control-", "proxy-", "cf-"];
    let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    if name.is_empty() || name.len() > 128 || !name.bytes().all(token) {
        return false;
    }
    let lower = name.to_ascii_lowercase();
    !OURS.contains(&&*lower) && !OUR_PREFIXES.iter().any(|prefix| lower.starts_with(prefix))
}

/// A value in the style `simple` (OpenAPI 3.1 section 4.8.21): items and members joined by commas. Bytes that headers
/// do not have are percent-encoded, line ends and other controls become spaces.
fn header_value(value: &Value) -> String {
    let mut text = String::new();
    match value {
        Value::Array(items) => items.iter().for_each(|item| append(&mut text, item)),
        Value::Object(members) => {
            for (name, value) in members {
                append(&mut text, &Value::String(name.clone()));
                append(&mut text, value);
            }
        }
        scalar => append(&mut text, scalar),
    }
    header_text(&text)
}

/// A text as the value of a header may be: printable ASCII, others percent-encoded, controls as spaces; cut where it
/// gets too long.
pub(super) fn header_text(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for byte in text.bytes() {
        if safe.len() + 3 > MAX_HEADER_VALUE {
            break;
        }
        match byte {
            b' '..=b'~' => safe.push(byte.into()),
            0x80.. => {
                let _ = write!(safe, "%{byte:02X}");
            }
            _ => safe.push(' '),
        }
    }
    safe.trim().to_owned()
}

fn append(text: &mut String, value: &Value) {
    if !text.is_empty() {
        text.push(',');
    }
    match value {
        Value::String(string) => text.push_str(string),
        Value::Null => {}
        other => text.push_str(&other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    type Headers = Vec<(String, String)>;

    fn collect(send: impl FnOnce(&mut dyn FnMut(&str, &str))) -> Headers {
        let mut headers = Headers::new();
        send(&mut |name, value| headers.push((name.to_owned(), value.to_owned())));
        headers
    }

    fn get<'h>(headers: &'h Headers, name: &str) -> Option<&'h str> {
        headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    #[test]
    fn every_answer_is_protected_and_open_to_all_origins() {
        let answer = Answer::empty(200);
        let error = MockError::TokenMissing;
        for origin in [None, Some("https://app.example")] {
            let cases = [
                collect(|visit| mock_headers(&answer, origin, visit)),
                collect(|visit| error_headers(&error, origin, visit)),
            ];
            for headers in cases {
                assert_eq!(get(&headers, "Cache-Control"), Some("no-store"));
                assert_eq!(get(&headers, "X-Content-Type-Options"), Some("nosniff"));
                assert_eq!(get(&headers, "Access-Control-Allow-Origin"), Some(origin.unwrap_or("*")));
                assert_eq!(get(&headers, "Access-Control-Allow-Credentials"), origin.map(|_| "true"));
                assert_eq!(
                    get(&headers, "Vary").is_some_and(|value| value.contains("Origin")),
                    origin.is_some()
                );
                assert_eq!(get(&headers, "Access-Control-Expose-Headers"), origin.map(|_| EXPOSED));
            }
        }
        let headers = collect(|visit| error_headers(&error, None, visit));
        assert_eq!(get(&headers, "Content-Type"), Some("application/json"));
        assert!(get(&headers, "WWW-Authenticate").is_some());
    }

    #[test]
    fn what_could_be_a_page_has_no_rights() {
        let cases = [
            (Some("application/json"), false),
            (Some("application/problem+json; charset=utf-8"), false),
            (None, false),
            (Some("text/html; charset=utf-8"), true),
            (Some("image/svg+xml"), true),
            (Some("application/xml"), true),
            (Some("text/plain"), true),
            (Some("application/octet-stream"), true),
        ];
        for (content_type, protected) in cases {
            let answer = Answer { content_type: content_type.map(Into::into), ..Answer::empty(200) };
            let headers = collect(|visit| mock_headers(&answer, None, visit));
            let policy = get(&headers, "Content-Security-Policy");
            assert_eq!(
                policy.is_some_and(|value| value.starts_with("sandbox")),
                protected,
                "{content_type:?}"
            );
            assert_eq!(get(&headers, "X-Content-Type-Options"), Some("nosniff"));
        }
    }

    #[test]
    fn declared_headers_are_sent_and_exposed() {
        let mut answer = Answer { headers: vec![("X-Rate".into(), "7".into())], ..Answer::empty(200) };
        let headers = collect(|visit| mock_headers(&answer, Some("https://app.example"), visit));
        assert_eq!(get(&headers, "X-Rate"), Some("7"));
        assert!(
            get(&headers, "Access-Control-Expose-Headers").is_some_and(|value| value.ends_with(", X-Rate"))
        );
        assert_eq!(get(&headers, "x-edgemock-warning"), None);
        assert_eq!(get(&headers, "Cache-Control"), Some("no-store"));
        (answer.valid, answer.revalidated) = (false, true);
        let headers = collect(|visit| mock_headers(&answer, None, visit));
        assert!(get(&headers, "x-edgemock-warning").is_some_and(|value| value.contains("closest")));
        assert_eq!(get(&headers, "Cache-Control"), Some("no-cache"));
        assert!(get(&headers, "Vary").is_some_and(|value| value.contains("Origin")));
    }

    #[test]
    fn preflights_get_what_they_ask_for() {
        let request = |pairs: &'static [(&str, &str)]| {
            move |name: &str| pairs.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned())
        };
        let full = request(&[
            ("Origin", "null"),
            ("Access-Control-Request-Method", "PATCH"),
            ("Access-Control-Request-Headers", "apidogtoken,content-type"),
            ("Access-Control-Request-Private-Network", "true"),
        ]);
        let headers = collect(|visit| Preflight::of("OPTIONS", full).unwrap().headers(visit));
        assert_eq!(get(&headers, "Access-Control-Allow-Origin"), Some("null"));
        assert_eq!(get(&headers, "Access-Control-Allow-Methods"), Some("PATCH"));
        assert_eq!(get(&headers, "Access-Control-Allow-Headers"), Some("apidogtoken,content-type"));
        assert_eq!(get(&headers, "Access-Control-Allow-Private-Network"), Some("true"));
        assert!(get(&headers, "Access-Control-Max-Age").is_some());
        assert_eq!(get(&headers, "Cache-Control"), Some("no-store"));
        let small = request(&[("Origin", "https://a.example"), ("Access-Control-Request-Method", "GET")]);
        let headers = collect(|visit| Preflight::of("OPTIONS", small).unwrap().headers(visit));
        assert_eq!(get(&headers, "Access-Control-Allow-Headers"), None);
        assert_eq!(get(&headers, "Access-Control-Allow-Private-Network"), None);
        assert_eq!(Preflight::of("GET", full), None);
        assert_eq!(Preflight::of("OPTIONS", request(&[("Origin", "https://a.example")])), None);
        assert_eq!(Preflight::of("OPTIONS", request(&[("Access-Control-Request-Method", "GET")])), None);
    }

    #[test]
    fn what_a_browser_could_take_for_a_page_has_no_rights() {
        let data = ["application/json", "application/json; charset=utf-8", "application/vnd.api+json"];
        let pages = [
            "text/html",
            "application/json+xml",
            "application/xhtml+xml",
            "image/svg+xml",
            "application/json, text/html",
            "application/json; a=b, text/html",
            "application/json text/html",
            "application/jsonp",
            "text/json",
            "text/html; +json",
            "application/",
            "json",
            "",
        ];
        for (content_types, expected) in [(&data[..], false), (&pages[..], true)] {
            for content_type in content_types {
                let answer = Answer { content_type: Some((*content_type).into()), ..Answer::empty(200) };
                let headers = collect(|visit| mock_headers(&answer, None, visit));
                assert_eq!(get(&headers, "Content-Security-Policy").is_some(), expected, "{content_type}");
                assert_eq!(get(&headers, "X-Content-Type-Options"), Some("nosniff"));
            }
        }
        // A body of no type is one of any type.
        let answer = Answer { has_body: true, ..Answer::empty(200) };
        let headers = collect(|visit| mock_headers(&answer, None, visit));
        assert!(get(&headers, "Content-Security-Policy").is_some());
    }

    #[test]
    fn documents_do_not_decide_everything() {
        for name in
            ["X-Rate-Limit", "Location", "Set-Cookie", "ETag", "Retry-After", "Link", "Content-Disposition"]
        {
            assert!(may_declare(name), "{name}");
        }
        let refused = [
            "",
            "Content-Type",
            "content-length",
            "Transfer-Encoding",
            "Cache-Control",
            "X Y",
            "a:b",
            "a\r\nb",
            "é",
            "Access-Control-Allow-Origin",
            "Proxy-Authenticate",
            "Clear-Site-Data",
            "Content-Security-Policy",
        ];
        for name in refused {
            assert!(!may_declare(name), "{name}");
        }
        assert!(!may_declare(&"x".repeat(129)));
    }

    #[test]
    fn header_values_are_header_text() {
        let cases = [
            (json!("plain"), "plain"),
            (json!("a\r\nSet-Cookie: x"), "a  Set-Cookie: x"),
            (json!(" tab\t\u{0} "), "tab"),
            (json!("é"), "%C3%A9"),
            (json!(7), "7"),
            (json!(true), "true"),
            (json!(null), ""),
            (json!(["a", 1]), "a,1"),
            (json!({"r": 1, "g": 2}), "r,1,g,2"),
        ];
        for (value, expected) in cases {
            assert_eq!(header_value(&value), expected, "{value}");
        }
        let long = header_value(&json!("é".repeat(2000)));
        assert!(
            long.len() <= MAX_HEADER_VALUE && long.ends_with(|c: char| c.is_ascii_hexdigit()),
            "{long:.20}"
        );
    }
}
