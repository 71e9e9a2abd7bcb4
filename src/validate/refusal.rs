//! What comes of a request that is not what its operation declares.

use super::violation::Violation;
use crate::release::Record;
use crate::respond::response_for;
use serde_json::json;
use std::fmt::Write as _;

/// The longest value of the header that names violations, in bytes.
const MAX_HEADER: usize = 1000;

/// A request that is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// 400, 401, 403, 413, 415 or 422.
    pub status: u16,
    /// What is wrong, in the order of parameters, then of the body. Never empty.
    pub violations: Vec<Violation>,
    /// How many violations at least are not listed.
    pub more: usize,
    /// The value of `WWW-Authenticate`, for 401.
    pub www_authenticate: Option<String>,
}

impl Refusal {
    /// What the status means, e.g. `Unprocessable Content` (RFC 9110, section 15.5).
    pub const fn title(&self) -> &'static str {
        match self.status {
            401 => "Unauthorized",
            403 => "Forbidden",
            413 => "Content Too Large",
            415 => "Unsupported Media Type",
            422 => "Unprocessable Content",
            _ => "Bad Request",
        }
    }

    /// The violations as one line of ASCII, for the header `x-edgemock-violations`: `query limit: must be at least 1,
    /// is 0; body /name: is missing`.
    pub fn header(&self) -> String {
        let mut line = String::new();
        for (at, violation) in self.violations.iter().enumerate() {
            let text = violation.to_string();
            // What a header cannot carry, and what separates its parts.
            let plain = |character: char| if matches!(character, ' '..='~') { character } else { '?' };
            let text: String = text.chars().map(plain).collect();
            if line.len() + text.len() + 30 > MAX_HEADER {
                let _ = write!(line, "; and {} more", self.violations.len() - at + self.more);
                return line;
            }
            if at > 0 {
                line.push_str("; ");
            }
            line.push_str(&text);
        }
        if self.more > 0 {
            let _ = write!(line, "; and {} more", self.more);
        }
        line
    }

    fn detail(&self) -> String {
        let count = self.violations.len() + self.more;
        let first = self.violations.first().map(ToString::to_string).unwrap_or_default();
        match count {
            0 | 1 => first,
            _ => format!("{first}; and {} more", count - 1),
        }
    }
}

/// The body of a refusal as `application/problem+json` (RFC 9457).
///
/// ```
/// use edgemock::validate::{Location, Refusal, Violation, problem_json};
/// let violation = Violation {
///     location: Location::Query,
///     name: Some("limit".into()),
///     pointer: None,
///     keyword: "minimum",
///     message: "must be at least 1, is 0".into(),
/// };
/// let refusal = Refusal { status: 422, violations: vec![violation], more: 0, www_authenticate: None };
/// assert_eq!(
///     problem_json(&refusal),
///     "{\"type\":\"about:blank\",\"title\":\"Unprocessable Content\",\"status\":422,\
///      \"detail\":\"query limit: must be at least 1, is 0\",\"violations\":[{\"location\":\"query\",\
///      \"name\":\"limit\",\"keyword\":\"minimum\",\"message\":\"must be at least 1, is 0\"}]}"
/// );
/// ```
pub fn problem_json(refusal: &Refusal) -> String {
    let mut problem = json!({
        "type": "about:blank",
        "title": refusal.title(),
        "status": refusal.status,
        "detail": refusal.detail(),
        "violations": refusal.violations,
    });
    if let (Some(problem), true) = (problem.as_object_mut(), refusal.more > 0) {
        problem.insert("more".to_owned(), refusal.more.into());
    }
    problem.to_string()
}

/// Which of the declared responses a refusal with this status is answered with: the one for the status, else the one for
/// `4XX`, else `default`; the index. `None` where the document declares none of them with a body, and where its
/// `default` is how it declares success.
pub fn declared_response(record: &Record, status: u16) -> Option<usize> {
    let index = response_for(&record.responses, status)?;
    let response = record.responses.get(index)?;
    (response.status >= 400 && !response.content.is_empty()).then_some(index)
}
