//! Errors of the management plane, in the envelope that Apidog's clients read (section 10.5 of its observed
//! behaviour): `{"success": false, "errorCode": "422001", "errorMessage": "…"}`. The code starts with the HTTP status.

use crate::auth::AccessRefusal;
use crate::import::{DocumentError, Refusal};
use crate::manage::API_VERSIONS;

/// An error of the management plane. `Display` is the message that the caller sees.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ManagementError {
    /// 400: the client was written for a version of the API that there is not.
    #[error(
        "There is no version {version} of this API; there is {}. Send one of these in `X-Apidog-Api-Version`, or leave \
         the header out.",
        API_VERSIONS.join(", ")
    )]
    UnknownVersion {
        /// The version that was asked for.
        version: String,
    },
    /// 401, or 503 where the deployment has no admin token.
    #[error("{0}")]
    Refused(AccessRefusal),
    /// 403: the access token may not do this.
    #[error("The access token may not do this: {0}. GET /v1/me tells what it may.")]
    Forbidden(&'static str),
    /// 429: too many failed attempts from the caller's address.
    #[error(
        "Too many requests without a valid token came from your address. Try again in {retry_after} seconds, with the \
         right token."
    )]
    TooManyAttempts {
        /// How many seconds the address has to wait: the value of `Retry-After`.
        retry_after: String,
    },
    /// 404: no such route.
    #[error("There is no {method} {path}. The API starts at GET /v1/projects.")]
    UnknownRoute {
        /// The method of the request.
        method: String,
        /// Its path.
        path: String,
    },
    /// 405: the route has other methods.
    #[error("This route does not answer to {method}. It answers to {allow}.")]
    WrongMethod {
        /// The method of the request.
        method: String,
        /// The value of `Allow`.
        allow: String,
    },
    /// 404: no project has the id.
    #[error(
        "There is no project {0}. GET /v1/projects lists those there are, POST /v1/projects creates one."
    )]
    UnknownProject(u64),
    /// 404: the project was deleted and can be restored.
    #[error(
        "Project {project} was deleted. Until {until}, POST /v1/projects/{project}/restore brings it back as it was."
    )]
    DeletedProject {
        /// Its id.
        project: u64,
        /// Until when it can be restored.
        until: String,
    },
    /// 404: no access token has the id.
    #[error("There is no access token {0}. GET /v1/access-tokens lists those there are.")]
    UnknownToken(u64),
    /// 409: a deleted project has the id.
    #[error(
        "Project {project} was deleted and keeps its id until {until}. Restore it with POST \
         /v1/projects/{project}/restore, or leave `id` out to get an unused one. (at /id)"
    )]
    IdOfDeletedProject {
        /// Its id.
        project: u64,
        /// Until when it can be restored.
        until: String,
    },
    /// 409: the project is not deleted.
    #[error("Project {0} is not deleted: there is nothing to restore.")]
    NotDeleted(u64),
    /// 404: the project has no branch with the id.
    #[error(
        "This project has no branch {0}. GET /v1/projects/{{id}}/branches lists those there are; importing with \
         `targetBranchId` makes one."
    )]
    UnknownBranch(u64),
    /// 404: the project has no endpoint with the id.
    #[error("This project has no endpoint {0}. GET /v1/projects/{{id}}/endpoints lists those there are.")]
    UnknownEndpoint(u64),
    /// 404: the endpoint has no custom mock with the id.
    #[error("This endpoint has no custom mock {0}. GET …/custom-mocks lists those there are.")]
    UnknownMock(u64),
    /// 404: the endpoint has no response with the id.
    #[error("This endpoint has no response {0}. GET …/responses lists those there are.")]
    UnknownResponse(u64),
    /// 404: no document of the project has a shared schema of the name.
    #[error("This project has no schema {0}. GET …/schemas lists those there are.")]
    UnknownSchema(String),
    /// 409: another endpoint answers there.
    #[error(
        "There is an endpoint {method} {path} already: change that one, or choose another path or method. (at /path)"
    )]
    EndpointExists {
        /// Its method.
        method: &'static str,
        /// Its path.
        path: String,
    },
    /// 409: the endpoint has a response of this key.
    #[error(
        "This endpoint has a response {0} already: replace that one, or call this one `x-{0}:Name`. (at /key)"
    )]
    ResponseExists(String),
    /// 404: no release with the id is remembered.
    #[error("Release {0} is not there any more, or never was. GET …/releases lists those there are.")]
    UnknownRelease(u64),
    /// 404: no import job with the id is remembered.
    #[error("There is no import job {0}, or not any more. GET …/import-jobs lists those there are.")]
    UnknownJob(u64),
    /// 409: the import job has come to its end.
    #[error("Import job {0} is finished: there is nothing to cancel.")]
    JobFinished(u64),
    /// 429: too many import jobs wait.
    #[error(
        "{waiting} import jobs of this project are not finished yet: wait for one of them, or cancel it."
    )]
    TooManyJobs {
        /// How many there are.
        waiting: u64,
    },
    /// 404: the endpoint has no script.
    #[error("This endpoint has no script. PUT …/script gives it one.")]
    NoScript,
    /// 412: what was to be changed is not what the caller has seen.
    #[error(
        "Somebody changed this since you read it: nothing was changed now. Read it again, and send its `ETag` as \
         `If-Match`."
    )]
    Changed,
    /// 409: another project has the id.
    #[error("Project {0} exists already. Use it as it is, or leave `id` out to get an unused one. (at /id)")]
    ProjectExists(u64),
    /// 422: a field of the request is wrong.
    #[error("{message} (at {pointer})")]
    Invalid {
        /// What is wrong, and what to send.
        message: String,
        /// RFC 6901 pointer into the request body; `/` and the name for a part of the URL.
        pointer: String,
    },
    /// 422: the request body is no JSON.
    #[error("The request body is not readable as JSON: {0}.")]
    Malformed(String),
    /// 413 or 422: the document, or the import request around it, is refused.
    #[error("{0}")]
    Document(DocumentError),
    /// 422: the document could not be fetched from its address.
    #[error("The document could not be fetched: {0}. (at /input/url)")]
    Fetch(String),
    /// 413: the request body is too long.
    #[error("The request body is too long: at most {limit} bytes are accepted. Split the document.")]
    BodyTooLarge {
        /// What is accepted.
        limit: usize,
    },
    /// 415: the headers of the request say that its body is something else than JSON.
    #[error("{0}")]
    UnsupportedBody(String),
    /// 507: the project has no room for it.
    #[error("{0}")]
    NoRoom(String),
    /// 500: a fault of the Worker. Says nothing of why: the details belong in the log.
    #[error(
        "The request failed because of a fault of edgemock itself. Nothing was changed; the log says why."
    )]
    Internal,
}

impl From<AccessRefusal> for ManagementError {
    fn from(refusal: AccessRefusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<DocumentError> for ManagementError {
    fn from(error: DocumentError) -> Self {
        Self::Document(error)
    }
}

impl ManagementError {
    /// A wrong field.
    pub fn invalid(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self::Invalid { message: message.into(), pointer: pointer.into() }
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        match self {
            Self::Refused(refusal) => refusal.status(),
            Self::UnknownVersion { .. } => 400,
            Self::Forbidden(_) => 403,
            Self::UnknownRoute { .. }
            | Self::UnknownProject(_)
            | Self::DeletedProject { .. }
            | Self::UnknownToken(_)
            | Self::UnknownEndpoint(_)
            | Self::UnknownMock(_)
            | Self::UnknownRelease(_)
            | Self::UnknownResponse(_)
            | Self::UnknownSchema(_)
            | Self::UnknownJob(_)
            | Self::UnknownBranch(_)
            | Self::NoScript => 404,
            Self::Changed => 412,
            Self::WrongMethod { .. } => 405,
            Self::ProjectExists(_)
            | Self::IdOfDeletedProject { .. }
            | Self::NotDeleted(_)
            | Self::EndpointExists { .. }
            | Self::ResponseExists(_)
            | Self::JobFinished(_) => 409,
            Self::Document(error) if error.kind == Refusal::TooLarge => 413,
            Self::BodyTooLarge { .. } => 413,
            Self::UnsupportedBody(_) => 415,
            Self::Invalid { .. } | Self::Malformed(_) | Self::Document(_) | Self::Fetch(_) => 422,
            Self::TooManyAttempts { .. } | Self::TooManyJobs { .. } => 429,
            Self::Internal => 500,
            Self::NoRoom(_) => 507,
        }
    }

    /// Tells errors with the same status apart: the last three digits of `errorCode`.
    fn detail(&self) -> u16 {
        match self {
            Self::Refused(AccessRefusal::Expired(_))
            | Self::Malformed(_)
            | Self::UnknownProject(_)
            | Self::TooManyJobs { .. }
            | Self::IdOfDeletedProject { .. } => 2,
            Self::DeletedProject { .. } => 10,
            Self::UnknownToken(_) => 11,
            Self::UnknownBranch(_) => 13,
            // What Apidog answers to who is no maintainer of a project.
            Self::Forbidden(_) => 12,
            Self::Document(error) => match error.kind {
                Refusal::TooLarge => 2,
                Refusal::Request => 1,
                Refusal::Malformed => 3,
                Refusal::Unsupported => 4,
            },
            Self::Fetch(_) | Self::NoScript | Self::ResponseExists(_) => 5,
            Self::NotDeleted(_) | Self::UnknownEndpoint(_) => 3,
            Self::UnknownMock(_) | Self::EndpointExists { .. } => 4,
            Self::UnknownRelease(_) | Self::JobFinished(_) => 6,
            Self::UnknownResponse(_) => 7,
            Self::UnknownSchema(_) => 8,
            Self::UnknownJob(_) => 9,
            _ => 1,
        }
    }

    /// The header that the status calls for.
    pub fn header(&self) -> Option<(&'static str, &str)> {
        match self {
            Self::Refused(refusal) => Some(("WWW-Authenticate", refusal.challenge()?)),
            Self::WrongMethod { allow, .. } => Some(("Allow", allow)),
            Self::TooManyAttempts { retry_after } => Some(("Retry-After", retry_after)),
            Self::TooManyJobs { .. } => Some(("Retry-After", "5")),
            _ => None,
        }
    }

    /// The body, of type `application/json`.
    ///
    /// ```
    /// use edgemock::error::ManagementError;
    /// let error = ManagementError::invalid("/cloudMock", "must be true or false");
    /// assert_eq!(
    ///     error.body(),
    ///     r#"{"success":false,"errorCode":"422001","errorMessage":"must be true or false (at /cloudMock)"}"#
    /// );
    /// ```
    pub fn body(&self) -> String {
        let message = serde_json::Value::String(self.to_string());
        let (status, detail) = (self.status(), self.detail());
        format!("{{\"success\":false,\"errorCode\":\"{status}{detail:03}\",\"errorMessage\":{message}}}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Place;
    use serde_json::Value;

    #[test]
    fn bodies_are_the_envelope() {
        let document =
            |kind| DocumentError { kind, message: "no".into(), place: Place::Text { line: 2, column: 3 } };
        let cases = [
            (ManagementError::Refused(AccessRefusal::Wrong), "401001"),
            (ManagementError::Refused(AccessRefusal::NotConfigured), "503001"),
            (ManagementError::Refused(AccessRefusal::Expired("then".into())), "401002"),
            (ManagementError::UnknownVersion { version: "1999".into() }, "400001"),
            (ManagementError::Forbidden("no"), "403012"),
            (ManagementError::DeletedProject { project: 7, until: "then".into() }, "404010"),
            (ManagementError::UnknownToken(7), "404011"),
            (ManagementError::IdOfDeletedProject { project: 7, until: "then".into() }, "409002"),
            (ManagementError::NotDeleted(7), "409003"),
            (ManagementError::TooManyAttempts { retry_after: "9".into() }, "429001"),
            (ManagementError::UnknownRoute { method: "GET".into(), path: "/v1/\"".into() }, "404001"),
            (ManagementError::UnknownProject(7), "404002"),
            (ManagementError::UnknownBranch(7), "404013"),
            (ManagementError::UnknownEndpoint(7), "404003"),
            (ManagementError::UnknownMock(7), "404004"),
            (ManagementError::NoScript, "404005"),
            (ManagementError::UnknownRelease(7), "404006"),
            (ManagementError::UnknownResponse(7), "404007"),
            (ManagementError::UnknownSchema("Pet".into()), "404008"),
            (ManagementError::EndpointExists { method: "GET", path: "/".into() }, "409004"),
            (ManagementError::ResponseExists("200".into()), "409005"),
            (ManagementError::UnknownJob(7), "404009"),
            (ManagementError::JobFinished(7), "409006"),
            (ManagementError::TooManyJobs { waiting: 10 }, "429002"),
            (ManagementError::Changed, "412001"),
            (ManagementError::WrongMethod { method: "PUT".into(), allow: "GET".into() }, "405001"),
            (ManagementError::ProjectExists(7), "409001"),
            (ManagementError::BodyTooLarge { limit: 5 }, "413001"),
            (ManagementError::Document(document(Refusal::TooLarge)), "413002"),
            (ManagementError::UnsupportedBody("no".into()), "415001"),
            (ManagementError::invalid("/id", "no"), "422001"),
            (ManagementError::Malformed("no".into()), "422002"),
            (ManagementError::Document(document(Refusal::Malformed)), "422003"),
            (ManagementError::Document(document(Refusal::Unsupported)), "422004"),
            (ManagementError::Fetch("no".into()), "422005"),
            (ManagementError::Internal, "500001"),
            (ManagementError::NoRoom("full".into()), "507001"),
        ];
        for (error, code) in cases {
            let body: Value = serde_json::from_str(&error.body()).unwrap();
            assert_eq!(body["success"], false);
            assert_eq!(body["errorCode"], code, "{error:?}");
            assert_eq!(body["errorMessage"], error.to_string());
            assert!(code.starts_with(&error.status().to_string()));
        }
    }

    #[test]
    fn headers_follow_the_status() {
        let missing = ManagementError::Refused(AccessRefusal::Missing);
        assert!(missing.header().is_some_and(|(name, _)| name == "WWW-Authenticate"));
        assert_eq!(ManagementError::Refused(AccessRefusal::NotConfigured).header(), None);
        let method = ManagementError::WrongMethod { method: "PUT".into(), allow: "GET, PATCH".into() };
        assert_eq!(method.header(), Some(("Allow", "GET, PATCH")));
        let locked = ManagementError::TooManyAttempts { retry_after: "9".into() };
        assert_eq!(locked.header(), Some(("Retry-After", "9")));
    }
}
