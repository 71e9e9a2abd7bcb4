//! The version of the API that a client was written for.

use crate::error::ManagementError;

/// The versions of the management API, the values of `X-Apidog-Api-Version`.
pub const API_VERSIONS: [&str; 1] = ["2024-03-28"];

/// The headers that name a version.
pub const VERSION_HEADERS: [&str; 2] = ["X-Apidog-Api-Version", "X-Apifox-Api-Version"];

/// Checks the value of a version header. Apidog wants one; here a client that sends none gets the only version there is.
///
/// ```
/// use edgemock::manage::check_version;
/// assert_eq!(check_version(None), Ok(()));
/// assert_eq!(check_version(Some("2024-03-28")), Ok(()));
/// assert_eq!(check_version(Some("2023-06-01")).unwrap_err().status(), 400);
/// ```
///
/// # Errors
/// [`ManagementError::UnknownVersion`] for a version that is not known.
pub fn check_version(header: Option<&str>) -> Result<(), ManagementError> {
    match header.map(str::trim) {
        Some(version) if !API_VERSIONS.contains(&version) => Err(ManagementError::UnknownVersion {
            version: version.chars().filter(|c| !c.is_control()).take(40).collect(),
        }),
        _ => Ok(()),
    }
}
