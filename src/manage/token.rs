//! Creating and changing access tokens.

// JSON tells what is not sent from what is null: the outer `Option` is the former.
#![allow(clippy::option_option)]

use super::moment::end_of;
use super::{MAX_PROJECT_ID, Rights, name_in, object};
use crate::error::ManagementError;
use serde_json::{Map, Value};
use std::collections::HashSet;

/// The days for which a token can be valid. Any other end is a date.
pub const VALID_DAYS: [u64; 6] = [7, 30, 60, 90, 180, 365];

/// The name under which the deployment's own token appears.
pub const ADMIN_NAME: &str = "ADMIN_TOKEN";

/// A day in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// How many projects a token can be limited to.
const MAX_PROJECTS: usize = 1000;

const FIELDS: [&str; 5] = ["name", "validity", "expiresAt", "readOnly", "projects"];

/// The body of `POST /v1/access-tokens`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewToken {
    /// Display name.
    pub name: String,
    /// When it stops being valid, in milliseconds since 1970 UTC; `None` for never.
    pub expires: Option<i64>,
    /// What it may.
    pub rights: Rights,
}

/// The body of `PATCH /v1/access-tokens/{id}`: what is not in it stays as it is, the token itself in any case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TokenPatch {
    name: Option<String>,
    expires: Option<Option<i64>>,
    read_only: Option<bool>,
    projects: Option<Option<Vec<u64>>>,
}

impl NewToken {
    /// Reads the body. `now` is in milliseconds since 1970 UTC.
    ///
    /// ```
    /// use edgemock::manage::NewToken;
    /// let token = NewToken::parse(br#"{"name": "CI", "validity": 30, "projects": [7]}"#, 1000)?;
    /// assert_eq!(token.expires, Some(30 * 86_400_000 + 1000));
    /// assert!(token.rights.sees(7) && !token.rights.sees(8));
    /// # Ok::<(), edgemock::error::ManagementError>(())
    /// ```
    ///
    /// # Errors
    /// [`ManagementError`] with the pointer of the field that is wrong.
    pub fn parse(body: &[u8], now: i64) -> Result<Self, ManagementError> {
        let fields = object(body, &FIELDS)?;
        let name = token_name(fields.get("name"))?;
        let expires = expiry(&fields, now)?.ok_or_else(|| {
            let message = format!("is missing: send {}", validities());
            ManagementError::invalid("/validity", message)
        })?;
        let rights = Rights {
            read_only: read_only(&fields)?.unwrap_or_default(),
            projects: projects(&fields)?.unwrap_or_default(),
        };
        Ok(Self { name, expires, rights })
    }
}

impl TokenPatch {
    /// Reads the body. `now` is in milliseconds since 1970 UTC.
    ///
    /// # Errors
    /// [`ManagementError`] with the pointer of the field that is wrong.
    pub fn parse(body: &[u8], now: i64) -> Result<Self, ManagementError> {
        let fields = object(body, &FIELDS)?;
        Ok(Self {
            name: fields.get("name").map(|name| token_name(Some(name))).transpose()?,
            expires: expiry(&fields, now)?,
            read_only: read_only(&fields)?,
            projects: projects(&fields)?,
        })
    }

    /// The token after the change.
    ///
    /// ```
    /// use edgemock::manage::{NewToken, TokenPatch};
    /// let token = NewToken::parse(br#"{"name": "CI", "validity": "unlimited"}"#, 0)?;
    /// let renamed = TokenPatch::parse(br#"{"name": "Nightly"}"#, 0)?.apply(token.clone());
    /// assert_eq!(renamed, NewToken { name: "Nightly".into(), ..token });
    /// # Ok::<(), edgemock::error::ManagementError>(())
    /// ```
    #[must_use]
    pub fn apply(self, token: NewToken) -> NewToken {
        NewToken {
            name: self.name.unwrap_or(token.name),
            expires: self.expires.unwrap_or(token.expires),
            rights: Rights {
                read_only: self.read_only.unwrap_or(token.rights.read_only),
                projects: self.projects.unwrap_or(token.rights.projects),
            },
        }
    }
}

fn token_name(value: Option<&Value>) -> Result<String, ManagementError> {
    let name = name_in(value)?;
    if name.eq_ignore_ascii_case(ADMIN_NAME) {
        let message = "is the name of the deployment's own token in the audit list: choose another one";
        return Err(ManagementError::invalid("/name", message));
    }
    Ok(name)
}

/// The possible validities, for messages.
fn validities() -> String {
    let days = VALID_DAYS.map(|days| days.to_string()).join(", ");
    format!("{days} (days) or \"unlimited\", or a date as `expiresAt`")
}

/// `validity` or `expiresAt`: `None` where neither is sent, `Some(None)` for a token that is valid for ever.
fn expiry(fields: &Map<String, Value>, now: i64) -> Result<Option<Option<i64>>, ManagementError> {
    match (fields.get("validity"), fields.get("expiresAt")) {
        (None, None) => Ok(None),
        (Some(_), Some(_)) => Err(ManagementError::invalid(
            "/expiresAt",
            "cannot be combined with `validity`: send one of them",
        )),
        (Some(Value::String(text)), None) if text == "unlimited" => Ok(Some(None)),
        (Some(value), None) => {
            let days = value.as_u64().filter(|days| VALID_DAYS.contains(days));
            let wrong = || ManagementError::invalid("/validity", format!("must be {}", validities()));
            Ok(Some(Some(now + days.ok_or_else(wrong)? as i64 * DAY)))
        }
        (None, Some(Value::Null)) => Ok(Some(None)),
        (None, Some(value)) => {
            let end = value.as_str().and_then(end_of).ok_or_else(|| {
                let message = "must be a date such as \"2027-01-31\", valid until its end in UTC, a moment such as \
                               \"2027-01-31T12:00:00Z\", or null for unlimited";
                ManagementError::invalid("/expiresAt", message)
            })?;
            if end <= now {
                let message = "is over already: send a later one, or revoke the token with DELETE";
                return Err(ManagementError::invalid("/expiresAt", message));
            }
            Ok(Some(Some(end)))
        }
    }
}

fn read_only(fields: &Map<String, Value>) -> Result<Option<bool>, ManagementError> {
    match fields.get("readOnly") {
        None => Ok(None),
        Some(Value::Bool(value)) => Ok(Some(*value)),
        Some(_) => Err(ManagementError::invalid("/readOnly", "must be true or false")),
    }
}

/// Ids of projects, sorted, each once; `Some(None)` for all projects.
fn projects(fields: &Map<String, Value>) -> Result<Option<Option<Vec<u64>>>, ManagementError> {
    let items = match fields.get("projects") {
        None => return Ok(None),
        Some(Value::Null) => return Ok(Some(None)),
        Some(Value::Array(items)) if (1..=MAX_PROJECTS).contains(&items.len()) => items,
        Some(_) => {
            let message = format!("must be a list of 1 to {MAX_PROJECTS} ids, or null for all projects");
            return Err(ManagementError::invalid("/projects", message));
        }
    };
    let mut seen = HashSet::new();
    let mut ids = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let wrong = |message: &str| ManagementError::invalid(format!("/projects/{index}"), message);
        let id = item.as_u64().filter(|id| (1..=MAX_PROJECT_ID).contains(id));
        let id = id.ok_or_else(|| wrong("must be the id of a project"))?;
        if !seen.insert(id) {
            return Err(wrong("is listed twice"));
        }
        ids.push(id);
    }
    Ok(Some(Some(ids)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_800_000_000_000;

    #[test]
    fn reads_validities() {
        let cases = [
            (r#""validity": 7"#, Some(NOW + 7 * DAY)),
            (r#""validity": 30"#, Some(NOW + 30 * DAY)),
            (r#""validity": 60"#, Some(NOW + 60 * DAY)),
            (r#""validity": 90"#, Some(NOW + 90 * DAY)),
            (r#""validity": 180"#, Some(NOW + 180 * DAY)),
            (r#""validity": 365"#, Some(NOW + 365 * DAY)),
            (r#""validity": "unlimited""#, None),
            (r#""expiresAt": null"#, None),
            (r#""expiresAt": "2027-01-15""#, Some(1_800_057_600_000)),
            (r#""expiresAt": "2027-01-15T08:00:00.001Z""#, Some(NOW + 1)),
            (r#""expiresAt": "9999-12-31""#, Some(253_402_300_800_000)),
        ];
        for (field, expires) in cases {
            let token = NewToken::parse(format!("{{\"name\": \"CI\", {field}}}").as_bytes(), NOW).unwrap();
            assert_eq!(token.expires, expires, "{field}");
            assert!(token.rights.is_full());
        }
    }

    #[test]
    fn wrong_fields_are_named() {
        let many: Vec<u64> = (1..=1001).collect();
        let many = format!("{{\"name\": \"x\", \"validity\": 7, \"projects\": {many:?}}}");
        let cases = [
            (r#"{"name": "x"}"#, "/validity"),
            (r#"{"validity": 7}"#, "/name"),
            (r#"{"name": "", "validity": 7}"#, "/name"),
            (r#"{"name": "admin_token", "validity": 7}"#, "/name"),
            (r#"{"name": "a\nb", "validity": 7}"#, "/name"),
            (r#"{"name": "x", "validity": 8}"#, "/validity"),
            (r#"{"name": "x", "validity": -7}"#, "/validity"),
            (r#"{"name": "x", "validity": 7.5}"#, "/validity"),
            (r#"{"name": "x", "validity": "7"}"#, "/validity"),
            (r#"{"name": "x", "validity": null}"#, "/validity"),
            (r#"{"name": "x", "validity": 18446744073709551616}"#, "/validity"),
            (r#"{"name": "x", "expiresAt": "2027-01-14"}"#, "/expiresAt"),
            (r#"{"name": "x", "expiresAt": "2027-01-15T08:00:00Z"}"#, "/expiresAt"),
            (r#"{"name": "x", "expiresAt": "soon"}"#, "/expiresAt"),
            (r#"{"name": "x", "expiresAt": 1900000000000}"#, "/expiresAt"),
            (r#"{"name": "x", "expiresAt": "2028-01-01", "validity": 7}"#, "/expiresAt"),
            (r#"{"name": "x", "validity": 7, "readOnly": "yes"}"#, "/readOnly"),
            (r#"{"name": "x", "validity": 7, "projects": []}"#, "/projects"),
            (r#"{"name": "x", "validity": 7, "projects": 7}"#, "/projects"),
            (r#"{"name": "x", "validity": 7, "projects": [0]}"#, "/projects/0"),
            (r#"{"name": "x", "validity": 7, "projects": [1, "2"]}"#, "/projects/1"),
            (r#"{"name": "x", "validity": 7, "projects": [1, 2, 1]}"#, "/projects/2"),
            (&many, "/projects"),
            (r#"{"name": "x", "validity": 7, "token": "mine"}"#, "/token"),
        ];
        for (body, pointer) in cases {
            let error = NewToken::parse(body.as_bytes(), NOW).unwrap_err();
            assert!(
                matches!(&error, ManagementError::Invalid { pointer: at, .. } if at == pointer),
                "{body}: {error:?}"
            );
        }
    }

    #[test]
    fn changes_only_what_is_sent() {
        let before = NewToken {
            name: "CI".into(),
            expires: Some(5),
            rights: Rights { read_only: true, projects: Some(vec![7]) },
        };
        let cases = [
            ("{}", before.clone()),
            (r#"{"name": " Nightly "}"#, NewToken { name: "Nightly".into(), ..before.clone() }),
            (r#"{"validity": 7}"#, NewToken { expires: Some(NOW + 7 * DAY), ..before.clone() }),
            (r#"{"expiresAt": null}"#, NewToken { expires: None, ..before.clone() }),
            (r#"{"readOnly": false, "projects": null}"#, NewToken { rights: Rights::FULL, ..before.clone() }),
        ];
        for (body, after) in cases {
            let patch = TokenPatch::parse(body.as_bytes(), NOW).unwrap();
            assert_eq!(patch.apply(before.clone()), after, "{body}");
        }
        assert!(TokenPatch::parse(br#"{"name": null}"#, NOW).is_err());
    }
}
