//! Which route of the management API a request names.

use super::project::MAX_PROJECT_ID;
use crate::error::ManagementError;

/// What a management request asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// `GET /v1/versions`; the only one without a token.
    Versions,
    /// `GET /v1/projects`
    ListProjects,
    /// `POST /v1/projects`
    CreateProject,
    /// `GET /v1/projects/{id}`
    ReadProject(u64),
    /// `GET /v1/projects/{id}/mock-settings`
    ReadSettings(u64),
    /// `PATCH /v1/projects/{id}/mock-settings`
    ChangeSettings(u64),
    /// `POST /v1/projects/{id}/import-openapi`
    Import(u64),
    /// `GET /v1/projects/{id}/endpoints`
    ListEndpoints(u64),
}

/// Makes the action of a project, for one method.
type MakeAction = fn(u64) -> Action;

/// Finds the route. A slash at the end is accepted.
///
/// ```
/// use edgemock::manage::{Action, route};
/// assert_eq!(route("PATCH", "/v1/projects/7/mock-settings"), Ok(Action::ChangeSettings(7)));
/// assert_eq!(route("PUT", "/v1/projects").unwrap_err().header(), Some(("Allow", "GET, POST")));
/// ```
///
/// # Errors
/// [`ManagementError`] for an unknown path, a method that the path does not have, and a project id that is none.
pub fn route(method: &str, path: &str) -> Result<Action, ManagementError> {
    let unknown = || {
        let safe = |text: &str| text.chars().filter(|c| !c.is_control()).take(200).collect();
        ManagementError::UnknownRoute { method: safe(method), path: safe(path) }
    };
    let rest = path.strip_prefix("/v1/").ok_or_else(unknown)?;
    let segments: Vec<&str> = rest.strip_suffix('/').unwrap_or(rest).split('/').collect();
    let (project, allow, actions): (_, _, &[(&str, MakeAction)]) = match segments[..] {
        ["versions"] => (None, "GET", &[("GET", |_| Action::Versions)]),
        ["projects"] => {
            let actions =
                &[("GET", (|_| Action::ListProjects) as MakeAction), ("POST", |_| Action::CreateProject)];
            (None, "GET, POST", actions)
        }
        ["projects", id] => (Some(id), "GET", &[("GET", Action::ReadProject)]),
        ["projects", id, "mock-settings"] => {
            let actions = &[("GET", Action::ReadSettings as MakeAction), ("PATCH", Action::ChangeSettings)];
            (Some(id), "GET, PATCH", actions)
        }
        ["projects", id, "import-openapi"] => (Some(id), "POST", &[("POST", Action::Import)]),
        ["projects", id, "endpoints"] => (Some(id), "GET", &[("GET", Action::ListEndpoints)]),
        _ => return Err(unknown()),
    };
    let Some((_, action)) = actions.iter().find(|(name, _)| *name == method) else {
        let method = method.chars().filter(|c| !c.is_control()).take(40).collect();
        return Err(ManagementError::WrongMethod { method, allow });
    };
    project.map_or(Ok(0), project_id).map(action)
}

/// The project id in a path.
fn project_id(text: &str) -> Result<u64, ManagementError> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let id = text.parse().ok().filter(|id| digits && (1..=MAX_PROJECT_ID).contains(id));
    id.ok_or_else(|| {
        ManagementError::invalid("/projectId", "the project id must be a whole number from 1 to 2^53-1")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_routes() {
        let cases = [
            ("GET", "/v1/versions", Action::Versions),
            ("GET", "/v1/projects", Action::ListProjects),
            ("GET", "/v1/projects/", Action::ListProjects),
            ("POST", "/v1/projects", Action::CreateProject),
            ("GET", "/v1/projects/9007199254740991", Action::ReadProject(9_007_199_254_740_991)),
            ("GET", "/v1/projects/7/mock-settings", Action::ReadSettings(7)),
            ("POST", "/v1/projects/7/import-openapi", Action::Import(7)),
            ("GET", "/v1/projects/7/endpoints", Action::ListEndpoints(7)),
        ];
        for (method, path, action) in cases {
            assert_eq!(route(method, path), Ok(action), "{method} {path}");
        }
    }

    #[test]
    fn refuses_the_rest() {
        let cases = [
            ("GET", "/v1", 404),
            ("GET", "/v1/", 404),
            ("GET", "/v1//projects", 404),
            ("GET", "/v2/projects", 404),
            ("GET", "/v1/projects/7/other", 404),
            ("GET", "/v1/projects/7/endpoints/1", 404),
            ("DELETE", "/v1/projects", 405),
            ("get", "/v1/projects", 405),
            ("GET", "/v1/projects/7/import-openapi", 405),
            ("GET", "/v1/projects/0", 422),
            ("GET", "/v1/projects/-1", 422),
            ("GET", "/v1/projects/+1", 422),
            ("GET", "/v1/projects/shop", 422),
            ("GET", "/v1/projects/9007199254740992", 422),
            ("GET", "/v1/projects/99999999999999999999999", 422),
        ];
        for (method, path, status) in cases {
            assert_eq!(route(method, path).map_err(|error| error.status()), Err(status), "{method} {path}");
        }
    }
}
