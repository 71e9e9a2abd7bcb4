//! Creating a project.

use super::object;
use crate::error::ManagementError;
use serde_json::Value;

/// The largest project id: 2^53-1, so that every JSON reader keeps it exactly.
pub const MAX_PROJECT_ID: u64 = (1 << 53) - 1;

/// The longest name of a project, in characters.
const MAX_NAME: usize = 100;

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
        let wrong_name = || {
            let message = format!("must be text of 1 to {MAX_NAME} characters on one line");
            ManagementError::invalid("/name", message)
        };
        let name = fields.get("name").and_then(Value::as_str).map(str::trim).ok_or_else(wrong_name)?;
        if name.is_empty() || name.chars().count() > MAX_NAME || name.chars().any(char::is_control) {
            return Err(wrong_name());
        }
        Ok(Self { id, name: name.to_owned() })
    }
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
            ("", "line 1 column 0"),
            ("{\n\"name\" 1}", "line 2 column 8"),
        ];
        for (body, part) in cases {
            let error = NewProject::parse(body.as_bytes()).unwrap_err();
            assert_eq!(error.status(), 422, "{body}");
            assert!(error.to_string().contains(part), "{body}: {error}");
        }
    }
}
