//! Creating, renaming and deleting projects.

use super::{name_in, object};
use crate::error::ManagementError;
use serde_json::Value;

/// The largest project id: 2^53-1, so that every JSON reader keeps it exactly.
pub const MAX_PROJECT_ID: u64 = (1 << 53) - 1;

/// How long a deleted project can be restored when the deployment does not say otherwise: a week, in seconds.
pub const GRACE_SECONDS: u64 = 7 * 24 * 60 * 60;

/// The longest time for which a deleted project can be restored: ten years, in seconds.
const MAX_GRACE_SECONDS: u64 = 10 * 366 * 24 * 60 * 60;

/// The body of `POST /v1/projects`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProject {
    /// The wanted id, e.g. the one that the project has at Apidog.
    pub id: Option<u64>,
    /// Display name.
    pub name: String,
}

impl NewProject {
    /// Reads the body.
    ///
    /// ```
    /// let project = edgemock::manage::NewProject::parse(br#"{"id": 2689726, "name": "Shop"}"#)?;
    /// assert_eq!((project.id, project.name.as_str()), (Some(2689726), "Shop"));
    /// # Ok::<(), edgemock::error::ManagementError>(())
    /// ```
    ///
    /// # Errors
    /// [`ManagementError`] with the pointer of the field that is wrong.
    pub fn parse(body: &[u8]) -> Result<Self, ManagementError> {
        let fields = object(body, &["id", "name"])?;
        let id = match fields.get("id") {
            None | Some(Value::Null) => None,
            Some(value) => {
                let id = value.as_u64().filter(|id| (1..=MAX_PROJECT_ID).contains(id));
                let message = "must be a whole number from 1 to 9007199254740991, or left out";
                Some(id.ok_or_else(|| ManagementError::invalid("/id", message))?)
            }
        };
        Ok(Self { id, name: name_in(fields.get("name"))? })
    }
}

/// The body of `PATCH /v1/projects/{id}`: the new name.
///
/// # Errors
/// [`ManagementError`] with the pointer of the field that is wrong.
pub fn new_name(body: &[u8]) -> Result<String, ManagementError> {
    name_in(object(body, &["name"])?.get("name"))
}

/// Whether `GET /v1/projects` is asked for the deleted projects, by its query.
///
/// ```
/// use edgemock::manage::lists_deleted;
/// assert_eq!((lists_deleted(""), lists_deleted("deleted=true")), (Ok(false), Ok(true)));
/// assert!(lists_deleted("deleted=1").is_err());
/// ```
///
/// # Errors
/// [`ManagementError`] for another value than `true` or `false`.
pub fn lists_deleted(query: &str) -> Result<bool, ManagementError> {
    let mut found = form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name == "deleted");
    match found.next().as_ref().map(|(_, value)| value.as_ref()) {
        None | Some("false") => Ok(false),
        Some("true") => Ok(true),
        Some(_) => Err(ManagementError::invalid("/deleted", "must be true or false")),
    }
}

/// For how many seconds a deleted project can be restored, by the deployment's variable `GRACE_SECONDS`. What is no whole
/// number counts as not said.
///
/// ```
/// use edgemock::manage::{GRACE_SECONDS, grace_seconds};
/// assert_eq!(grace_seconds(None), GRACE_SECONDS);
/// assert_eq!(grace_seconds(Some("60")), 60);
/// assert_eq!(grace_seconds(Some("a week")), GRACE_SECONDS);
/// ```
pub fn grace_seconds(variable: Option<&str>) -> u64 {
    let seconds = variable.and_then(|text| text.trim().parse().ok());
    seconds.unwrap_or(GRACE_SECONDS).min(MAX_GRACE_SECONDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_projects() {
        let read = |body: &str| NewProject::parse(body.as_bytes()).map(|project| project.id);
        assert_eq!(read(r#"{"name": " Shop "}"#), Ok(None));
        assert_eq!(read(r#"{"id": null, "name": "Shop"}"#), Ok(None));
        assert_eq!(read(r#"{"id": 1, "name": "店"}"#), Ok(Some(1)));
        let long = format!("{{\"name\": \"{}\"}}", "x".repeat(101));
        let cases = [
            (r#"{"id": 0, "name": "x"}"#, "(at /id)"),
            (r#"{"id": -1, "name": "x"}"#, "(at /id)"),
            (r#"{"id": 1.5, "name": "x"}"#, "(at /id)"),
            (r#"{"id": "1", "name": "x"}"#, "(at /id)"),
            (r#"{"id": 9007199254740992, "name": "x"}"#, "(at /id)"),
            (r#"{"id": 1}"#, "(at /name)"),
            (r#"{"name": ""}"#, "(at /name)"),
            (r#"{"name": "  "}"#, "(at /name)"),
            (r#"{"name": "a\nb"}"#, "(at /name)"),
            (r#"{"name": 5}"#, "(at /name)"),
            (&long, "(at /name)"),
            (r#"{"name": "x", "nmae": 1}"#, "(at /nmae)"),
            ("[]", "object"),
            ("", "line 1"),
            ("{\n\"name\" 1}", "line 2, column 8"),
            (r#"{"name": "x", "name": "x"}"#, "(at /name)"),
        ];
        for (body, part) in cases {
            let error = NewProject::parse(body.as_bytes()).unwrap_err();
            assert_eq!(error.status(), 422, "{body}");
            assert!(error.to_string().contains(part), "{body}: {error}");
        }
    }
}
