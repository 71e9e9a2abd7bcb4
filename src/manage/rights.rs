//! What an access token may do.

use super::{Action, Authority, Route};
use crate::error::ManagementError;

/// The rights of an access token.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rights {
    /// Whether it may only read.
    pub read_only: bool,
    /// The projects it is limited to; `None` for all.
    pub projects: Option<Vec<u64>>,
}

impl Rights {
    /// Everything.
    pub const FULL: Self = Self { read_only: false, projects: None };

    /// Whether nothing is out of bounds.
    pub const fn is_full(&self) -> bool {
        !self.read_only && self.projects.is_none()
    }

    /// Whether a project is within the bounds. One that is not is to look as if it were not there.
    pub fn sees(&self, project: u64) -> bool {
        self.projects.as_ref().is_none_or(|projects| projects.contains(&project))
    }

    /// Whether a request is within the rights.
    ///
    /// ```
    /// use edgemock::manage::{Rights, route};
    /// let rights = Rights { read_only: true, projects: None };
    /// assert_eq!(rights.permit("GET", &route("GET", "/v1/projects/7")?), Ok(()));
    /// let refused = rights.permit("PATCH", &route("PATCH", "/v1/projects/7/mock-settings")?);
    /// assert_eq!(refused.unwrap_err().status(), 403);
    /// # Ok::<(), edgemock::error::ManagementError>(())
    /// ```
    ///
    /// # Errors
    /// [`ManagementError::Forbidden`], and [`ManagementError::UnknownProject`] for projects out of bounds.
    pub fn permit(&self, method: &str, route: &Route) -> Result<(), ManagementError> {
        let Route { action, project, .. } = *route;
        if project != 0 && !self.sees(project) {
            return Err(ManagementError::UnknownProject(project));
        }
        if self.is_full() || action.authority() == Authority::Public {
            return Ok(());
        }
        if matches!(
            action,
            Action::ListTokens
                | Action::CreateToken
                | Action::ReadToken
                | Action::ChangeToken
                | Action::DeleteToken
        ) {
            return Err(ManagementError::Forbidden("access tokens are managed with full rights only"));
        }
        if self.read_only && action.changes(method) {
            return Err(ManagementError::Forbidden("it may only read"));
        }
        // An id can be given to another project some time after its deletion; the limits are about this one.
        if self.projects.is_some()
            && matches!(action, Action::CreateProject | Action::DeleteProject | Action::RestoreProject)
        {
            return Err(ManagementError::Forbidden("it is limited to some projects"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::route;
    use super::*;

    #[test]
    fn rights_have_bounds() {
        let full = Rights::FULL;
        let reader = Rights { read_only: true, projects: None };
        let limited = Rights { read_only: false, projects: Some(vec![7]) };
        let narrow = Rights { read_only: true, projects: Some(vec![7]) };
        let nothing = Rights { read_only: false, projects: Some(vec![]) };
        let rights = [full, reader, limited, narrow, nothing];
        let cases = [
            ("GET", "me", [200, 200, 200, 200, 200]),
            ("GET", "projects", [200, 200, 200, 200, 200]),
            ("POST", "projects", [200, 403, 403, 403, 403]),
            ("GET", "projects/7", [200, 200, 200, 200, 404]),
            ("PATCH", "projects/7", [200, 403, 200, 403, 404]),
            ("DELETE", "projects/7", [200, 403, 403, 403, 404]),
            ("POST", "projects/7/restore", [200, 403, 403, 403, 404]),
            ("GET", "projects/8", [200, 200, 404, 404, 404]),
            ("DELETE", "projects/8", [200, 403, 404, 404, 404]),
            ("POST", "projects/7/import-openapi", [200, 403, 200, 403, 404]),
            ("POST", "projects/8/import-openapi", [200, 403, 404, 404, 404]),
            ("POST", "projects/7/endpoints/1/script/test", [200, 200, 200, 200, 404]),
            ("GET", "projects/7/mock-settings", [200, 200, 200, 200, 404]),
            ("GET", "access-tokens", [200, 403, 403, 403, 403]),
            ("POST", "access-tokens", [200, 403, 403, 403, 403]),
            ("GET", "access-tokens/1", [200, 403, 403, 403, 403]),
            ("PATCH", "access-tokens/1", [200, 403, 403, 403, 403]),
            ("DELETE", "access-tokens/1", [200, 403, 403, 403, 403]),
            ("GET", "audit", [200, 200, 200, 200, 200]),
        ];
        for (method, path, expected) in cases {
            let path = format!("/v1/{path}");
            let route = route(method, &path).unwrap();
            for (rights, expected) in rights.iter().zip(expected) {
                let status = rights.permit(method, &route).map_or_else(|error| error.status(), |()| 200);
                assert_eq!(status, expected, "{method} {path} with {rights:?}");
            }
        }
    }
}
