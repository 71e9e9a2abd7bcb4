//! Conditional writes: what two editors can change has a version, and a change may ask for the one it was made from.

use crate::error::ManagementError;
use crate::hex::hex;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

/// Bytes of a SHA-256 that a version shows.
const VERSION_BYTES: usize = 12;

/// The version of something, as `ETag` has it: equal where the JSON of it is.
///
/// ```
/// use edgemock::manage::version_of;
/// assert_eq!(version_of(&[1, 2]), version_of(&vec![1, 2]));
/// assert_ne!(version_of(&[1, 2]), version_of(&[2, 1]));
/// assert_eq!(version_of("a").len(), 26);
/// ```
pub fn version_of<T: Serialize + ?Sized>(content: &T) -> String {
    let text = serde_json::to_string(content).unwrap_or_default();
    format!("\"{}\"", hex(Sha256::digest(text.as_bytes()).split_at(VERSION_BYTES).0))
}

/// Refuses a change whose `If-Match` (RFC 9110 section 13.1.1) names other versions than the `current` one; `None` where
/// there is nothing yet. Without the header, the last change wins.
///
/// A version that was made weak (`W/"…"`) counts as itself: networks mark it so when they compress an answer on its way.
///
/// ```
/// use edgemock::manage::expect_version;
/// assert_eq!(expect_version(None, Some("\"b\"")), Ok(()));
/// assert_eq!(expect_version(Some("\"a\", W/\"b\""), Some("\"b\"")), Ok(()));
/// assert_eq!(expect_version(Some("\"a\""), Some("\"b\"")).unwrap_err().status(), 412);
/// ```
///
/// # Errors
/// [`ManagementError::Changed`].
pub fn expect_version(condition: Option<&str>, current: Option<&str>) -> Result<(), ManagementError> {
    let Some(condition) = condition else { return Ok(()) };
    let strong = |tag: &str| tag.strip_prefix("W/").unwrap_or(tag).to_owned();
    let mut tags = condition.split(',').map(str::trim);
    if current.is_some_and(|current| tags.any(|tag| tag == "*" || strong(tag) == current)) {
        return Ok(());
    }
    Err(ManagementError::Changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_name_versions() {
        let now = Some("\"now\"");
        let cases = [
            (None, now, true),
            (None, None, true),
            (Some("*"), now, true),
            (Some("*"), None, false),
            (Some("\"now\""), now, true),
            (Some(" \"then\" ,\"now\" "), now, true),
            (Some("W/\"now\""), now, true),
            (Some("\"then\""), now, false),
            (Some("now"), now, false),
            (Some("\"NOW\""), now, false),
            (Some(""), now, false),
            (Some(",,"), now, false),
            (Some("\"now\""), None, false),
        ];
        for (condition, current, holds) in cases {
            assert_eq!(expect_version(condition, current).is_ok(), holds, "{condition:?} {current:?}");
        }
    }
}
