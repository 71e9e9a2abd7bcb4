//! What the headers of a request say about its body.

use super::Action;
use crate::error::ManagementError;

/// Refuses bodies that their headers declare to be something else than JSON in UTF-8, as it is.
///
/// No type at all is fine, and so are `application/x-www-form-urlencoded` and `text/plain`: curl and `fetch` call bodies those, unless told
/// otherwise. Imports take documents in whatever clients call them.
///
/// ```
/// use edgemock::manage::{Action, check_body_headers};
/// let check = |content_type| check_body_headers(Action::CreateProject, "POST", Some(content_type), None);
/// assert_eq!(check("application/json; charset=utf-8"), Ok(()));
/// assert_eq!(check("application/xml").unwrap_err().status(), 415);
/// ```
///
/// # Errors
/// [`ManagementError::UnsupportedBody`].
pub fn check_body_headers(
    action: Action,
    method: &str,
    content_type: Option<&str>,
    content_encoding: Option<&str>,
) -> Result<(), ManagementError> {
    if matches!(method, "GET" | "DELETE") {
        return Ok(());
    }
    let shown = |text: &str| text.chars().filter(|c| !c.is_control()).take(60).collect::<String>();
    let coding = content_encoding.map(str::trim).unwrap_or_default();
    if !coding.is_empty() && !coding.eq_ignore_ascii_case("identity") {
        let message = format!("`Content-Encoding: {}` is not taken: send the body as it is.", shown(coding));
        return Err(ManagementError::UnsupportedBody(message));
    }
    if matches!(action, Action::Import | Action::ImportCollection) {
        return Ok(());
    }
    let mut parts = content_type.unwrap_or_default().split(';').map(str::trim);
    let media_type = parts.next().unwrap_or_default().to_ascii_lowercase();
    let is_json = media_type.ends_with("/json") || media_type.ends_with("+json");
    if !is_json && !matches!(&*media_type, "" | "application/x-www-form-urlencoded" | "text/plain") {
        let message = format!(
            "`Content-Type: {}` is not taken: send JSON as `Content-Type: application/json`.",
            shown(&media_type)
        );
        return Err(ManagementError::UnsupportedBody(message));
    }
    let charset = parts.find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches('"'))
    });
    match charset {
        Some(charset) if !["utf-8", "utf8", "us-ascii"].contains(&&*charset.to_ascii_lowercase()) => {
            let message = format!("The charset `{}` is not taken: send UTF-8.", shown(charset));
            Err(ManagementError::UnsupportedBody(message))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_and_codings() {
        let cases = [
            (None, None, true),
            (Some(""), Some(""), true),
            (Some("application/json"), Some("identity"), true),
            (Some("APPLICATION/JSON;charset=\"UTF-8\""), None, true),
            (Some("application/merge-patch+json"), None, true),
            (Some("application/x-www-form-urlencoded"), None, true),
            (Some("application/json; charset=utf-16"), None, false),
            (Some("application/json"), Some("gzip"), false),
            (Some("application/json"), Some("identity, br"), false),
            (Some("text/plain;charset=UTF-8"), None, true),
            (Some("application/jsonx"), None, false),
            (Some("multipart/form-data; boundary=x"), None, false),
            (Some("json"), None, false),
        ];
        for (content_type, coding, fine) in cases {
            let checked = check_body_headers(Action::CreateProject, "POST", content_type, coding);
            assert_eq!(checked.is_ok(), fine, "{content_type:?} {coding:?}");
        }
        assert!(check_body_headers(Action::Import, "POST", Some("text/yaml"), None).is_ok());
        assert!(check_body_headers(Action::Import, "POST", Some("text/yaml"), Some("gzip")).is_err());
        assert!(check_body_headers(Action::ReadProject, "GET", Some("text/html"), Some("br")).is_ok());
    }
}
