//! Which route of the management API a request names. The table is all there is: the Worker and the objects behind it
//! find a request's action by it.

use super::project::MAX_PROJECT_ID;
use crate::error::ManagementError;
use crate::route::decode_segment;
use std::borrow::Cow;

/// What a management request asks for. The table in this file says by which method and path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub enum Action {
    ReadApiDocument,
    Versions,
    ReadMe,
    ListTokens,
    CreateToken,
    ReadToken,
    ChangeToken,
    DeleteToken,
    ListAudit,
    ListProjects,
    CreateProject,
    ReadProject,
    RenameProject,
    DeleteProject,
    RestoreProject,
    /// Nobody asks for it: a deleted project's time is over.
    PurgeProject,
    ReadSettings,
    ChangeSettings,
    Import,
    ImportCollection,
    ListImportJobs,
    ReadImportJob,
    CancelImportJob,
    Export,
    ListBranches,
    DeleteBranch,
    Sample,
    ListFolders,
    ListEndpoints,
    CreateEndpoint,
    ReadEndpoint,
    ReadReferences,
    ChangeEndpoint,
    DeleteEndpoint,
    ListResponses,
    CreateResponse,
    ReadResponse,
    ReplaceResponse,
    DeleteResponse,
    ListSchemas,
    ReadSchema,
    ReplaceSchema,
    DeleteSchema,
    ReadEndpointMock,
    ChangeEndpointMock,
    ListCustomMocks,
    CreateCustomMock,
    PreviewCustomMock,
    ReplaceCustomMocks,
    ReadCustomMock,
    ReplaceCustomMock,
    ChangeCustomMock,
    DeleteCustomMock,
    OrderCustomMocks,
    ReadScript,
    ReplaceScript,
    DeleteScript,
    TestScript,
    ListReleases,
    ReadRelease,
    RollBack,
}

/// Who carries an action out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authority {
    /// Nobody needs to be asked; no token is wanted.
    Public,
    /// The account's object.
    Account,
    /// The project's object.
    Project,
}

impl Action {
    /// Who carries it out.
    pub const fn authority(self) -> Authority {
        match self {
            Self::ReadApiDocument | Self::Versions => Authority::Public,
            Self::ReadMe
            | Self::ListTokens
            | Self::CreateToken
            | Self::ReadToken
            | Self::ChangeToken
            | Self::DeleteToken
            | Self::ListAudit
            | Self::ListProjects
            | Self::CreateProject
            | Self::ReadProject
            | Self::RenameProject
            | Self::DeleteProject
            | Self::RestoreProject
            | Self::PurgeProject => Authority::Account,
            _ => Authority::Project,
        }
    }

    /// Whether it changes anything, by this method: read-only tokens may not, and the audit list tells of it. What is
    /// asked for with a body and changes nothing has to be named here.
    pub fn changes(self, method: &str) -> bool {
        let reads = matches!(self, Self::TestScript | Self::Export | Self::Sample | Self::PreviewCustomMock);
        method != "GET" && !reads
    }
}

impl Action {
    /// Whether it carries what an owner sets for an endpoint: bodies may be longer than others.
    pub const fn changes_endpoint_mock(self) -> bool {
        matches!(
            self,
            Self::CreateCustomMock
                | Self::PreviewCustomMock
                | Self::Sample
                | Self::ReplaceCustomMocks
                | Self::ReplaceCustomMock
                | Self::ChangeCustomMock
                | Self::ReplaceScript
                | Self::TestScript
        )
    }
}

impl Action {
    /// Whether it reads or changes the documents of a project.
    pub const fn edits_document(self) -> bool {
        matches!(
            self,
            Self::CreateEndpoint
                | Self::ReadEndpoint
                | Self::ReadReferences
                | Self::ChangeEndpoint
                | Self::DeleteEndpoint
                | Self::ListResponses
                | Self::CreateResponse
                | Self::ReadResponse
                | Self::ReplaceResponse
                | Self::DeleteResponse
                | Self::ListSchemas
                | Self::ReadSchema
                | Self::ReplaceSchema
                | Self::DeleteSchema
        )
    }
}

/// One path, with what its methods do.
type Entry = (&'static str, &'static [(&'static str, Action)]);

/// All routes, without `/v1/`. `{project}`, `{endpoint}` and `{item}` are ids, `{name}` is any text.
const ROUTES: &[Entry] = &[
    ("openapi.json", &[("GET", Action::ReadApiDocument)]),
    ("versions", &[("GET", Action::Versions)]),
    ("me", &[("GET", Action::ReadMe)]),
    ("access-tokens", &[("GET", Action::ListTokens), ("POST", Action::CreateToken)]),
    (
        "access-tokens/{item}",
        &[("GET", Action::ReadToken), ("PATCH", Action::ChangeToken), ("DELETE", Action::DeleteToken)],
    ),
    ("audit", &[("GET", Action::ListAudit)]),
    ("projects", &[("GET", Action::ListProjects), ("POST", Action::CreateProject)]),
    (
        "projects/{project}",
        &[("GET", Action::ReadProject), ("PATCH", Action::RenameProject), ("DELETE", Action::DeleteProject)],
    ),
    ("projects/{project}/restore", &[("POST", Action::RestoreProject)]),
    ("projects/{project}/mock-settings", &[("GET", Action::ReadSettings), ("PATCH", Action::ChangeSettings)]),
    ("projects/{project}/import-openapi", &[("POST", Action::Import)]),
    ("projects/{project}/export-openapi", &[("POST", Action::Export)]),
    ("projects/{project}/branches", &[("GET", Action::ListBranches)]),
    ("projects/{project}/branches/{item}", &[("DELETE", Action::DeleteBranch)]),
    ("projects/{project}/sample", &[("POST", Action::Sample)]),
    ("projects/{project}/import-postman-collection", &[("POST", Action::ImportCollection)]),
    ("projects/{project}/import-jobs", &[("GET", Action::ListImportJobs)]),
    ("projects/{project}/import-jobs/{item}", &[("GET", Action::ReadImportJob)]),
    ("projects/{project}/import-jobs/{item}/cancel", &[("POST", Action::CancelImportJob)]),
    ("projects/{project}/folders", &[("GET", Action::ListFolders)]),
    ("projects/{project}/endpoints", &[("GET", Action::ListEndpoints), ("POST", Action::CreateEndpoint)]),
    (
        "projects/{project}/endpoints/{endpoint}",
        &[
            ("GET", Action::ReadEndpoint),
            ("PATCH", Action::ChangeEndpoint),
            ("DELETE", Action::DeleteEndpoint),
        ],
    ),
    ("projects/{project}/endpoints/{endpoint}/references", &[("GET", Action::ReadReferences)]),
    (
        "projects/{project}/endpoints/{endpoint}/responses",
        &[("GET", Action::ListResponses), ("POST", Action::CreateResponse)],
    ),
    (
        "projects/{project}/endpoints/{endpoint}/responses/{item}",
        &[
            ("GET", Action::ReadResponse),
            ("PUT", Action::ReplaceResponse),
            ("DELETE", Action::DeleteResponse),
        ],
    ),
    ("projects/{project}/schemas", &[("GET", Action::ListSchemas)]),
    (
        "projects/{project}/schemas/{name}",
        &[("GET", Action::ReadSchema), ("PUT", Action::ReplaceSchema), ("DELETE", Action::DeleteSchema)],
    ),
    (
        "projects/{project}/endpoints/{endpoint}/mock",
        &[("GET", Action::ReadEndpointMock), ("PATCH", Action::ChangeEndpointMock)],
    ),
    (
        "projects/{project}/endpoints/{endpoint}/custom-mocks",
        &[
            ("GET", Action::ListCustomMocks),
            ("POST", Action::CreateCustomMock),
            ("PUT", Action::ReplaceCustomMocks),
        ],
    ),
    ("projects/{project}/endpoints/{endpoint}/custom-mocks/order", &[("PUT", Action::OrderCustomMocks)]),
    ("projects/{project}/endpoints/{endpoint}/custom-mocks/preview", &[("POST", Action::PreviewCustomMock)]),
    (
        "projects/{project}/endpoints/{endpoint}/custom-mocks/{item}",
        &[
            ("GET", Action::ReadCustomMock),
            ("PUT", Action::ReplaceCustomMock),
            ("PATCH", Action::ChangeCustomMock),
            ("DELETE", Action::DeleteCustomMock),
        ],
    ),
    (
        "projects/{project}/endpoints/{endpoint}/script",
        &[("GET", Action::ReadScript), ("PUT", Action::ReplaceScript), ("DELETE", Action::DeleteScript)],
    ),
    ("projects/{project}/endpoints/{endpoint}/script/test", &[("POST", Action::TestScript)]),
    ("projects/{project}/releases", &[("GET", Action::ListReleases)]),
    ("projects/{project}/releases/{item}", &[("GET", Action::ReadRelease)]),
    ("projects/{project}/releases/{item}/roll-back", &[("POST", Action::RollBack)]),
];

/// What a request names. Ids that its path has not are 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route<'p> {
    /// What it asks for.
    pub action: Action,
    /// Of which project.
    pub project: u64,
    /// Of which endpoint.
    pub endpoint: u64,
    /// Of which custom mock, access token, or whatever else the path ends in.
    pub item: u64,
    /// Of which shared schema, decoded.
    pub name: Cow<'p, str>,
}

/// Finds the route. A slash at the end is accepted.
///
/// ```
/// use edgemock::manage::{Action, route};
/// let found = route("PATCH", "/v1/projects/7/mock-settings")?;
/// assert_eq!((found.action, found.project), (Action::ChangeSettings, 7));
/// assert_eq!(route("PUT", "/v1/projects").unwrap_err().header(), Some(("Allow", "GET, POST")));
/// # Ok::<(), edgemock::error::ManagementError>(())
/// ```
///
/// # Errors
/// [`ManagementError`] for an unknown path, a method that the path does not have, and an id that is none.
pub fn route<'p>(method: &str, path: &'p str) -> Result<Route<'p>, ManagementError> {
    let unknown = || {
        let safe = |text: &str| text.chars().filter(|c| !c.is_control()).take(200).collect();
        ManagementError::UnknownRoute { method: safe(method), path: safe(path) }
    };
    let rest = path.strip_prefix("/v1/").ok_or_else(unknown)?;
    let rest = rest.strip_suffix('/').unwrap_or(rest);
    let (template, actions) = ROUTES.iter().find(|(template, _)| fits(template, rest)).ok_or_else(unknown)?;
    let Some((_, action)) = actions.iter().find(|(name, _)| *name == method) else {
        let method = method.chars().filter(|c| !c.is_control()).take(40).collect();
        return Err(ManagementError::WrongMethod { method, allow: allow(actions) });
    };
    let mut route = Route { action: *action, project: 0, endpoint: 0, item: 0, name: Cow::Borrowed("") };
    for (name, segment) in template.split('/').zip(rest.split('/')) {
        match name {
            "{project}" => route.project = id("/projectId", "project", segment)?,
            "{endpoint}" => route.endpoint = id("/endpointId", "endpoint", segment)?,
            "{item}" => route.item = id("/id", "last", segment)?,
            "{name}" => route.name = decode_segment(segment),
            _ => {}
        }
    }
    Ok(route)
}

/// Whether a path is one of a template: as many segments, the same but for the ids.
fn fits(template: &str, path: &str) -> bool {
    let mut segments = path.split('/');
    let same = template.split('/').all(|wanted| match segments.next() {
        Some(segment) if wanted.starts_with('{') => !segment.is_empty(),
        Some(segment) => segment == wanted,
        None => false,
    });
    same && segments.next().is_none()
}

/// The value of `Allow`.
fn allow(actions: &[(&'static str, Action)]) -> String {
    let methods: Vec<&str> = actions.iter().map(|(method, _)| *method).collect();
    methods.join(", ")
}

/// An id in a path.
fn id(pointer: &str, what: &str, text: &str) -> Result<u64, ManagementError> {
    // One way to write an id, so that one resource has one URL: no sign, no zero in front.
    let plain = !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
    let id = text.parse().ok().filter(|id| plain && (1..=MAX_PROJECT_ID).contains(id));
    id.ok_or_else(|| {
        let message = format!("the {what} id must be a whole number from 1 to 2^53-1, in digits alone");
        ManagementError::invalid(pointer, message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn finds_routes() {
        let cases = [
            ("GET", "/v1/openapi.json", Action::ReadApiDocument, (0, 0, 0)),
            ("GET", "/v1/versions", Action::Versions, (0, 0, 0)),
            ("GET", "/v1/me", Action::ReadMe, (0, 0, 0)),
            ("DELETE", "/v1/access-tokens/3", Action::DeleteToken, (0, 0, 3)),
            ("POST", "/v1/projects/7/restore", Action::RestoreProject, (7, 0, 0)),
            ("GET", "/v1/projects", Action::ListProjects, (0, 0, 0)),
            ("GET", "/v1/projects/", Action::ListProjects, (0, 0, 0)),
            ("POST", "/v1/projects", Action::CreateProject, (0, 0, 0)),
            ("GET", "/v1/projects/9007199254740991", Action::ReadProject, (9_007_199_254_740_991, 0, 0)),
            ("GET", "/v1/projects/7/mock-settings", Action::ReadSettings, (7, 0, 0)),
            ("POST", "/v1/projects/7/import-openapi", Action::Import, (7, 0, 0)),
            ("POST", "/v1/projects/7/import-jobs/3/cancel", Action::CancelImportJob, (7, 0, 3)),
            ("GET", "/v1/projects/7/endpoints", Action::ListEndpoints, (7, 0, 0)),
            ("PUT", "/v1/projects/7/endpoints/8/custom-mocks/order", Action::OrderCustomMocks, (7, 8, 0)),
            ("DELETE", "/v1/projects/7/endpoints/8/custom-mocks/9", Action::DeleteCustomMock, (7, 8, 9)),
        ];
        for (method, path, action, (project, endpoint, item)) in cases {
            let expected = Route { action, project, endpoint, item, name: Cow::Borrowed("") };
            assert_eq!(route(method, path), Ok(expected), "{method} {path}");
        }
    }

    #[test]
    fn names_are_decoded() {
        let found = route("GET", "/v1/projects/7/schemas/A%2FB%20%C3%A9").unwrap();
        assert_eq!(found.name, "A/B é");
    }

    #[test]
    fn refuses_the_rest() {
        let cases = [
            ("GET", "/v1", 404),
            ("GET", "/v1/", 404),
            ("GET", "/v1//projects", 404),
            ("GET", "/v1/projects//endpoints", 404),
            ("GET", "/v2/projects", 404),
            ("GET", "/v1/projects/7/other", 404),
            ("GET", "/v1/projects/7/endpoints/1/other", 404),
            ("DELETE", "/v1/projects", 405),
            ("get", "/v1/projects", 405),
            ("GET", "/v1/projects/7/import-openapi", 405),
            ("GET", "/v1/projects/7/endpoints/8/custom-mocks/order", 405),
            ("GET", "/v1/projects/0", 422),
            ("GET", "/v1/projects/-1", 422),
            ("GET", "/v1/projects/+1", 422),
            ("GET", "/v1/projects/007", 422),
            ("GET", "/v1/projects/shop", 422),
            ("GET", "/v1/projects/9007199254740992", 422),
            ("GET", "/v1/projects/99999999999999999999999", 422),
            ("GET", "/v1/projects/7/endpoints/x", 422),
            ("GET", "/v1/projects/7/endpoints/8/custom-mocks/x", 422),
        ];
        for (method, path, status) in cases {
            assert_eq!(route(method, path).map_err(|error| error.status()), Err(status), "{method} {path}");
        }
    }

    /// Path, method and operation of everything in the parts of the OpenAPI document of this API.
    fn documented() -> BTreeSet<(String, String, String)> {
        let parts = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/schemas/management")).unwrap();
        let mut found = BTreeSet::new();
        for part in parts {
            let part = part.unwrap().path();
            let read = crate::import::text::parse(&std::fs::read(&part).unwrap()).unwrap();
            assert!(read.problems.is_empty(), "{}: {:?}", part.display(), read.problems);
            for (path, item) in read.value["paths"].as_object().unwrap() {
                for (method, operation) in item.as_object().unwrap() {
                    let Some(action) = operation["operationId"].as_str() else { continue };
                    found.insert((path.clone(), method.to_ascii_uppercase(), action.to_owned()));
                }
            }
        }
        found
    }

    #[test]
    fn the_document_has_the_same_routes() {
        let mut table = BTreeSet::new();
        for (template, actions) in ROUTES {
            // What the table calls the last id, the document calls by what it is of.
            let verb = template.ends_with("roll-back") || template.ends_with("cancel");
            let of = match template.split('/').rev().nth(usize::from(verb) + 1) {
                Some("import-jobs") => "jobId",
                Some("access-tokens") => "tokenId",
                Some("branches") => "branchId",
                Some("responses") => "responseId",
                Some("custom-mocks") => "customMockId",
                _ => "releaseId",
            };
            let path = template.replace("{project}", "{projectId}").replace("{endpoint}", "{endpointId}");
            let path = format!("/v1/{}", path.replace("{item}", &format!("{{{of}}}")));
            for (method, action) in *actions {
                let action = serde_json::to_value(action).unwrap().as_str().unwrap().to_owned();
                table.insert((path.clone(), (*method).to_owned(), action));
            }
        }
        let documented = documented();
        let missing: Vec<_> = table.difference(&documented).collect();
        let unknown: Vec<_> = documented.difference(&table).collect();
        assert!(missing.is_empty(), "not in schemas/management: {missing:?}");
        assert!(unknown.is_empty(), "in schemas/management, but no route: {unknown:?}");
    }

    #[test]
    fn no_route_hides_another() {
        for (index, (template, actions)) in ROUTES.iter().enumerate() {
            let path = template.replace(['{', '}'], "").replace("project/", "1/");
            let sample: String = template
                .split('/')
                .map(|segment| if segment.starts_with('{') { "1" } else { segment })
                .collect::<Vec<_>>()
                .join("/");
            let first = ROUTES.iter().position(|(other, _)| fits(other, &sample));
            assert_eq!(first, Some(index), "{path}");
            assert!(!actions.is_empty());
        }
    }
}
