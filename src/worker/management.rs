//! The management plane: who may, which route, which object. The objects do the rest.

use super::{edge, reply};
use crate::auth::check_admin;
use crate::error::ManagementError;
use crate::manage::{API_VERSIONS, Action, Authority, Route, route};
use serde_json::json;
use worker::web_sys::{Headers, Request, RequestInit, Response};
use worker::{Env, Stub};

/// The header that tells a project's object its id.
pub(super) const PROJECT_HEADER: &str = "x-edgemock-project";
/// The header that tells an object under which origin it is called, for the URLs in its answers.
pub(super) const ORIGIN_HEADER: &str = "x-edgemock-origin";

/// The header of a conditional write (RFC 9110 section 13.1.1).
pub(super) const CONDITION_HEADER: &str = "If-Match";

/// Answers a management request. `target` is its path and query.
pub(super) async fn serve(
    request: &Request,
    origin: &str,
    target: &str,
    env: &Env,
) -> worker::Result<Response> {
    match try_serve(request, origin, target, env).await {
        Ok(response) => Ok(response),
        Err(error) => reply::failure(&error),
    }
}

async fn try_serve(
    request: &Request,
    origin: &str,
    target: &str,
    env: &Env,
) -> Result<Response, ManagementError> {
    let path = target.split('?').next().unwrap_or_default();
    let failed = |error: worker::Error| reply::internal("management", &error);
    let found = route(&request.method(), path);
    if let Ok(Route { action: Action::Versions, .. }) = found {
        let versions: Vec<_> = API_VERSIONS.iter().map(|version| json!({"version": version})).collect();
        return reply::success(&json!(versions).into()).map_err(failed);
    }
    let secret = env.secret("ADMIN_TOKEN").ok().map(|secret| secret.to_string());
    let authorization = request.headers().get("Authorization").ok().flatten();
    check_admin(secret.as_deref(), authorization.as_deref())?;
    let Route { action, project, .. } = found?;
    if action.authority() == Authority::Account {
        return call(&account(env)?, request, target, 0, origin).await.map_err(failed);
    }
    // A project's object is woken only for projects that there are.
    let known = ask(&account(env)?, "GET", &format!("/v1/projects/{project}"), 0).await.map_err(failed)?;
    if known.status() == 404 {
        return Err(ManagementError::UnknownProject(project));
    }
    let object = object(env, project).map_err(failed)?;
    let response = call(&object, request, target, project, origin).await.map_err(failed)?;
    if request.method() != "GET" {
        edge::forget(project);
    }
    Ok(response)
}

/// Whether a token is one that manages this deployment.
pub(super) async fn is_owner(env: &Env, token: &str) -> bool {
    let secret = env.secret("ADMIN_TOKEN").ok().map(|secret| secret.to_string());
    check_admin(secret.as_deref(), Some(&format!("Bearer {token}"))).is_ok()
}

/// Asks a project's object to publish again, in the format of this version; `packs` where not only the pointer but
/// packs too are lost or damaged.
pub(super) async fn publish_again(env: &Env, project: u64, packs: bool) -> worker::Result<()> {
    let target = if packs { "/republish-packs" } else { "/republish" };
    let response = ask(&object(env, project)?, "POST", target, project).await?;
    worker::console_log!("project {project}: published again, {}", response.status());
    Ok(())
}

fn account(env: &Env) -> Result<Stub, ManagementError> {
    let stub = env.durable_object("ACCOUNT").and_then(|namespace| namespace.get_by_name("account"));
    stub.map_err(|error| reply::internal("the account object", &error))
}

fn object(env: &Env, project: u64) -> worker::Result<Stub> {
    env.durable_object("PROJECT")?.get_by_name(&project.to_string())
}

/// Hands a request on to an object: method, path and body as they are. The object finds the action by the same table.
async fn call(
    stub: &Stub,
    request: &Request,
    target: &str,
    project: u64,
    origin: &str,
) -> worker::Result<Response> {
    let init = RequestInit::new();
    init.set_method(&request.method());
    if let Some(body) = request.body() {
        init.set_body_opt_readable_stream(Some(&body));
    }
    let condition = request.headers().get(CONDITION_HEADER).ok().flatten();
    send(stub, &init, target, project, origin, condition.as_deref()).await
}

/// Sends a request without a body to an object.
async fn ask(stub: &Stub, method: &str, target: &str, project: u64) -> worker::Result<Response> {
    let init = RequestInit::new();
    init.set_method(method);
    send(stub, &init, target, project, "", None).await
}

async fn send(
    stub: &Stub,
    init: &RequestInit,
    target: &str,
    project: u64,
    origin: &str,
    condition: Option<&str>,
) -> worker::Result<Response> {
    let headers = Headers::new()?;
    if let Some(condition) = condition {
        headers.set(CONDITION_HEADER, condition)?;
    }
    headers.set(PROJECT_HEADER, &project.to_string())?;
    headers.set(ORIGIN_HEADER, origin)?;
    init.set_headers_headers(&headers);
    // The host of an object's URL is never looked up.
    let request = Request::new_with_str_and_init(&format!("https://object{target}"), init)?;
    Ok(stub.fetch_with_request(request.into()).await?.into())
}
