//! Reading the audit list.

use super::MAX_PROJECT_ID;
use crate::error::ManagementError;

/// How many changes the list goes back.
pub const AUDIT_LENGTH: u64 = 10_000;

/// How many entries an answer has when nobody says otherwise.
const DEFAULT_LIMIT: u64 = 50;
/// How many entries an answer has at most.
const MAX_LIMIT: u64 = 500;

/// The query of `GET /v1/audit`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuditQuery {
    /// Only changes of this project.
    pub project: Option<u64>,
    /// Only entries with smaller ids: the next page of a list that begins with the newest.
    pub before: Option<u64>,
    /// How many.
    pub limit: u64,
}

impl AuditQuery {
    /// Reads the query, without its question mark.
    ///
    /// ```
    /// use edgemock::manage::AuditQuery;
    /// let query = AuditQuery::parse("project=7&limit=10")?;
    /// assert_eq!((query.project, query.before, query.limit), (Some(7), None, 10));
    /// # Ok::<(), edgemock::error::ManagementError>(())
    /// ```
    ///
    /// # Errors
    /// [`ManagementError`] with the pointer of the parameter that is wrong.
    pub fn parse(query: &str) -> Result<Self, ManagementError> {
        let mut found = Self { project: None, before: None, limit: DEFAULT_LIMIT };
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let number = |most: u64| {
                let digits = value.bytes().all(|byte| byte.is_ascii_digit());
                let number = value.parse().ok().filter(|number| digits && (1..=most).contains(number));
                number.ok_or_else(|| {
                    let message = format!("must be a whole number from 1 to {most}");
                    ManagementError::invalid(format!("/{name}"), message)
                })
            };
            match name.as_ref() {
                "project" => found.project = Some(number(MAX_PROJECT_ID)?),
                "before" => found.before = Some(number(MAX_PROJECT_ID)?),
                "limit" => found.limit = number(MAX_LIMIT)?,
                // Apidog's clients send it everywhere.
                "locale" => {}
                unknown => {
                    let name: String = unknown.chars().filter(|c| !c.is_control()).take(60).collect();
                    let message = "unknown parameter: send any of project, before, limit";
                    return Err(ManagementError::invalid(format!("/{name}"), message));
                }
            }
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_queries() {
        let query = |project, before, limit| Ok(AuditQuery { project, before, limit });
        let cases = [
            ("", query(None, None, 50)),
            ("locale=en-US", query(None, None, 50)),
            ("project=7&before=12&limit=500", query(Some(7), Some(12), 500)),
            ("limit=0", Err("/limit")),
            ("limit=501", Err("/limit")),
            ("limit=", Err("/limit")),
            ("limit=+5", Err("/limit")),
            ("limit=%2B5", Err("/limit")),
            ("before=x", Err("/before")),
            ("project=9007199254740992", Err("/project")),
            ("project=99999999999999999999", Err("/project")),
            ("projekt=7", Err("/projekt")),
            ("%00%ff&&=", Err("/\u{fffd}")),
        ];
        for (text, expected) in cases {
            let found = AuditQuery::parse(text).map_err(|error| match error {
                ManagementError::Invalid { pointer, .. } => pointer,
                other => other.to_string(),
            });
            assert_eq!(found.as_ref().map_err(String::as_str), expected.as_ref().map_err(|at| *at), "{text}");
        }
    }
}
