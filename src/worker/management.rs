//! The management plane: who calls, which route, which object. The objects do the rest.
//!
//! Every request asks the account's object once, whether it may and whether its project is there; then, for what concerns
//! a project, the project's object.

use super::account::AUDIT_HEADER;
use super::{attempts, edge, log, reply};
use crate::auth::{Credential, identify};
use crate::error::ManagementError;
use crate::manage::{
    API_VERSIONS, Action, Authority, Route, VERSION_HEADERS, check_version, route, wants_job,
};
use serde_json::json;
use worker::js_sys::futures::JsFuture;
use worker::web_sys::{Headers, Request, RequestInit, Response, ResponseInit};
use worker::{Context, Env, Stub};

/// The header that tells a project's object its id.
pub(super) const PROJECT_HEADER: &str = "x-edgemock-project";
/// The header that tells an object under which origin it is called, for the URLs in its answers.
pub(super) const ORIGIN_HEADER: &str = "x-edgemock-origin";
/// The header that tells the account's object who calls: [`ADMIN_CREDENTIAL`] or the hash of an access token.
pub(super) const CREDENTIAL_HEADER: &str = "x-edgemock-credential";
/// The header in which a project's object tells the names of what was changed, see `project/subject.rs`.
pub(super) const SUBJECT_HEADER: &str = "x-edgemock-subject";
/// Who has the deployment's admin token. No hash looks like it.
pub(super) const ADMIN_CREDENTIAL: &str = "admin";

/// Where the OpenAPI document of this API lies among the static files.
const API_DOCUMENT: &str = "/v1/openapi.json";
/// The path that a project's object gives its public document at. No caller's request gets there: those begin with `/v1/`.
pub(super) const PUBLIC_DOCUMENT: &str = "/public-document";

/// The header that tells a project's object that an import is to be a job.
pub(super) const JOB_HEADER: &str = "x-edgemock-job";

/// The header of a conditional write (RFC 9110 section 13.1.1).
pub(super) const CONDITION_HEADER: &str = "If-Match";
/// The headers under which an object is told what the caller says of the body, see `check_body_headers`: by these
/// names, they mean nothing to the runtime.
pub(super) const BODY_TYPE_HEADER: &str = "x-edgemock-content-type";
/// See [`BODY_TYPE_HEADER`].
pub(super) const BODY_CODING_HEADER: &str = "x-edgemock-content-encoding";

/// Headers of a caller that objects are told, and by which names.
const FORWARDED: [(&str, &str); 3] = [
    (CONDITION_HEADER, CONDITION_HEADER),
    ("Content-Type", BODY_TYPE_HEADER),
    ("Content-Encoding", BODY_CODING_HEADER),
];

/// Answers a management request. `target` is its path and query.
pub(super) async fn serve(
    request: &Request,
    origin: &str,
    target: &str,
    env: &Env,
    context: &Context,
) -> worker::Result<Response> {
    match try_serve(request, origin, target, env, context).await {
        Ok(response) => Ok(response),
        Err(error) => reply::failure(&error),
    }
}

async fn try_serve(
    request: &Request,
    origin: &str,
    target: &str,
    env: &Env,
    context: &Context,
) -> Result<Response, ManagementError> {
    let path = target.split('?').next().unwrap_or_default();
    let method = request.method();
    let failed = |error: worker::Error| reply::internal("management", &error);
    let found = route(&method, path);
    match found {
        Ok(Route { action: Action::Versions, .. }) => {
            let versions: Vec<_> = API_VERSIONS.iter().map(|version| json!({"version": version})).collect();
            return reply::success(&json!(versions).into()).map_err(failed);
        }
        Ok(Route { action: Action::ReadApiDocument, .. }) => return api_document(env).await.map_err(failed),
        _ => {}
    }
    for name in VERSION_HEADERS {
        check_version(request.headers().get(name).ok().flatten().as_deref())?;
    }
    let authorization = request.headers().get("Authorization").ok().flatten();
    let credential = admit(request, env, authorization.as_deref()).await?;
    let account = account(env)?;
    let (action, project) = match (&found, credential) {
        (Ok(found), _) => (found.action, found.project),
        (Err(error), Credential::Admin { .. }) => return Err(error.clone()),
        // Who has no valid token is told that first, by the account's object.
        (Err(_), Credential::Token(_)) => (Action::ReadMe, 0),
    };
    let is_accounts = action.authority() == Authority::Account;
    let envelope = Envelope { credential: Some(credential), ..Envelope::default() };
    let admitted = if is_accounts {
        call(&account, request, target, envelope).await
    } else {
        ask(&account, &method, target, envelope).await
    };
    let admitted = admitted.map_err(failed)?;
    if let Credential::Token(hash) = credential {
        match admitted.status() {
            401 => {
                attempts::remember(&hash, false);
                attempts::failed(env, &attempts::address(request)).await?;
            }
            // It may not have come to the token.
            500.. => {}
            _ => attempts::remember(&hash, true),
        }
    }
    if is_accounts || admitted.status() != 200 {
        if action.changes(&method) && project != 0 {
            edge::forget(project);
        }
        return Ok(admitted);
    }
    let object = object(env, project).map_err(failed)?;
    let prefer = request.headers().get("Prefer").ok().flatten();
    let as_job = prefer.as_deref().is_some_and(wants_job);
    let envelope = Envelope { project, origin, as_job, ..Envelope::default() };
    let response = call(&object, request, target, envelope).await.and_then(without_subject);
    if let Some(entry) = admitted.headers().get(AUDIT_HEADER).ok().flatten() {
        let status = response.as_ref().map_or(500, |(response, _)| response.status());
        let subject = response.as_ref().map(|(_, subject)| subject.clone()).unwrap_or_default();
        context.wait_until(async move {
            let target = format!("/audit/{entry}/{status}?{subject}");
            if let Err(error) = ask(&account, "POST", &target, Envelope::default()).await {
                log::failed(
                    &format!("reporting the outcome {status} of audit entry {entry}"),
                    project,
                    &error,
                );
            }
        });
    }
    if action.changes(&method) {
        edge::forget(project);
    }
    response.map(|(response, _)| response).map_err(failed)
}

/// Takes the names of what was changed out of an object's answer: they are for the audit list.
fn without_subject(response: Response) -> worker::Result<(Response, String)> {
    let Some(subject) = response.headers().get(SUBJECT_HEADER)? else {
        return Ok((response, String::new()));
    };
    let headers = Headers::new_with_headers(&response.headers())?;
    headers.delete(SUBJECT_HEADER)?;
    let init = ResponseInit::new();
    init.set_status(response.status());
    init.set_headers_headers(&headers);
    let bare = Response::new_with_opt_readable_stream_and_init(response.body().as_ref(), &init)?;
    Ok((bare, subject))
}

/// The OpenAPI document of this API. It lies among the static files: in the Worker it would cost every start.
async fn api_document(env: &Env) -> worker::Result<Response> {
    let file = env.assets("ASSETS")?.fetch(format!("https://assets{API_DOCUMENT}"), None).await?;
    if file.status_code() != 200 {
        let message = format!("the static file {API_DOCUMENT} answers {}", file.status_code());
        return Err(worker::Error::RustError(message));
    }
    reply::public_json(&Response::from(file))
}

/// Checks what can be checked without asking anybody, and counts failures.
async fn admit(
    request: &Request,
    env: &Env,
    authorization: Option<&str>,
) -> Result<Credential, ManagementError> {
    let secret = env.secret("ADMIN_TOKEN").ok().map(|secret| secret.to_string());
    let address = attempts::address(request);
    match identify(secret.as_deref(), authorization) {
        Ok(credential) => attempts::check(&address, Some(&credential)).map(|()| credential),
        Err(refusal) => {
            if refusal.is_attempt() {
                attempts::check(&address, None)?;
                attempts::failed(env, &address).await?;
            }
            Err(refusal.into())
        }
    }
}

/// Whether a token that came with a mock request may manage the project. Guessing it is limited as anywhere else.
pub(super) async fn is_owner(request: &Request, env: &Env, token: &str, project: u64) -> bool {
    let authorization = format!("Bearer {token}");
    let Ok(credential) = admit(request, env, Some(&authorization)).await else { return false };
    let Credential::Token(hash) = credential else { return true };
    let Ok(account) = account(env) else { return false };
    let envelope = Envelope { credential: Some(credential), ..Envelope::default() };
    let target = format!("/v1/projects/{project}/endpoints");
    let status = ask(&account, "GET", &target, envelope).await.map_or(500, |admitted| admitted.status());
    if status == 401 {
        attempts::remember(&hash, false);
        let _ = attempts::failed(env, &attempts::address(request)).await;
    }
    status == 200
}

/// Asks a project's object to publish again, in the format of this version; `packs` where not only the pointer but
/// packs too are lost or damaged.
pub(super) async fn publish_again(env: &Env, project: u64, packs: bool) -> worker::Result<()> {
    tell_project(env, project, if packs { "/republish-packs" } else { "/republish" }).await?;
    log::told("published again", project);
    Ok(())
}

/// Tells a project's object what the account or the mock plane wants of it, see `project/internal.rs`.
///
/// # Errors
/// When it did not do it.
pub(super) async fn tell_project(env: &Env, project: u64, target: &str) -> worker::Result<()> {
    let envelope = Envelope { project, ..Envelope::default() };
    let response = ask(&object(env, project)?, "POST", target, envelope).await?;
    match response.status() {
        200..=299 => Ok(()),
        status => Err(worker::Error::RustError(format!("its object answered {status}"))),
    }
}

/// The document that a project shows to everybody; else the answer that says why there is none.
pub(super) async fn public_document(
    env: &Env,
    project: u64,
    origin: &str,
) -> worker::Result<Result<String, Response>> {
    let envelope = Envelope { project, origin, ..Envelope::default() };
    let response = ask(&object(env, project)?, "GET", PUBLIC_DOCUMENT, envelope).await?;
    if response.status() == 404 {
        return reply::not_found().map(Err);
    }
    if !response.ok() {
        return Ok(Err(response));
    }
    let text = JsFuture::from(response.text()?).await?;
    Ok(Ok(text.as_string().unwrap_or_default()))
}

fn account(env: &Env) -> Result<Stub, ManagementError> {
    let stub = env.durable_object("ACCOUNT").and_then(|namespace| namespace.get_by_name("account"));
    stub.map_err(|error| reply::internal("the account object", &error))
}

fn object(env: &Env, project: u64) -> worker::Result<Stub> {
    env.durable_object("PROJECT")?.get_by_name(&project.to_string())
}

/// What an object is told beside the request itself. All of it is the Worker's word: of a caller's headers, only
/// [`FORWARDED`] get through.
#[derive(Debug, Clone, Copy, Default)]
struct Envelope<'a> {
    /// Who calls; `None` for what nobody outside asks for.
    credential: Option<Credential>,
    project: u64,
    origin: &'a str,
    /// Whether the answer need not wait for the work.
    as_job: bool,
}

/// Hands a request on to an object: method, path and body as they are. The object finds the action by the same table.
async fn call(
    stub: &Stub,
    request: &Request,
    target: &str,
    envelope: Envelope<'_>,
) -> worker::Result<Response> {
    let init = RequestInit::new();
    init.set_method(&request.method());
    if let Some(body) = request.body() {
        init.set_body_opt_readable_stream(Some(&body));
    }
    let headers = Headers::new()?;
    for (name, forwarded) in FORWARDED {
        if let Some(value) = request.headers().get(name).ok().flatten() {
            headers.set(forwarded, &value)?;
        }
    }
    send(stub, &init, target, envelope, &headers).await
}

/// Sends a request without a body to an object.
async fn ask(stub: &Stub, method: &str, target: &str, envelope: Envelope<'_>) -> worker::Result<Response> {
    let init = RequestInit::new();
    init.set_method(method);
    send(stub, &init, target, envelope, &Headers::new()?).await
}

async fn send(
    stub: &Stub,
    init: &RequestInit,
    target: &str,
    envelope: Envelope<'_>,
    headers: &Headers,
) -> worker::Result<Response> {
    match envelope.credential {
        Some(Credential::Admin { .. }) => headers.set(CREDENTIAL_HEADER, ADMIN_CREDENTIAL)?,
        Some(Credential::Token(hash)) => headers.set(CREDENTIAL_HEADER, &hash.to_hex())?,
        None => {}
    }
    headers.set(PROJECT_HEADER, &envelope.project.to_string())?;
    headers.set(ORIGIN_HEADER, envelope.origin)?;
    if envelope.as_job {
        headers.set(JOB_HEADER, "1")?;
    }
    init.set_headers_headers(headers);
    // The host of an object's URL is never looked up.
    let request = Request::new_with_str_and_init(&format!("https://object{target}"), init)?;
    Ok(stub.fetch_with_request(request.into()).await?.into())
}
