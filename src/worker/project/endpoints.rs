//! Endpoints, their responses and shared schemas, as the API shows and changes them.

use super::edit::{Edited, Opened};
use super::store::{ListedEndpoint, Store};
use super::{Call, Project, unreadable};
use crate::error::ManagementError;
use crate::manage::{
    Action, EndpointEdit, EndpointFilter, KnownEndpoint, Route, expect_version, new_response, references,
    response_object, schemas, shared_schema, version_of,
};
use crate::worker::reply::Success;
use serde_json::{Value, json};

impl Project {
    /// `GET …/endpoints`, the whole list or a page of what is searched for.
    pub(super) fn list_endpoints(&self, call: &Call<'_>) -> Result<Success, ManagementError> {
        let filter = EndpointFilter::parse(call.query)?;
        let store = self.store_of(call)?;
        let endpoints = store.list_endpoints().map_err(unreadable)?;
        let found: Vec<&ListedEndpoint> = endpoints
            .iter()
            .filter(|one| one.branch == store.branch)
            .filter(|one| filter.fits(one.id, &one.method, &one.path, &one.name, &one.folder))
            .collect();
        let shown: Value = filter.page(&found).iter().map(|endpoint| listed(call, endpoint)).collect();
        Ok(Success { meta: Some(filter.meta(found.len())), ..Success::from(shown) })
    }

    /// What can be done to endpoints, responses and shared schemas.
    pub(super) async fn endpoint_action(
        &self,
        call: &Call<'_>,
        route: &Route<'_>,
        body: &[u8],
    ) -> Result<Success, ManagementError> {
        let store = self.store_of(call)?;
        let endpoint = route.endpoint;
        // Nothing is waited for from here until the change is stored, so that no other one comes in between.
        if call.condition.is_some() {
            check_version(&store, call, route)?;
        }
        let mut key = None;
        let edited = match route.action {
            Action::CreateEndpoint => self.create_endpoint(&store, &EndpointEdit::parse(body, true)?)?,
            Action::ChangeEndpoint => {
                self.edit_endpoint(&store, endpoint, &EndpointEdit::parse(body, false)?)?
            }
            Action::DeleteEndpoint => self.delete_endpoint(&store, endpoint)?,
            Action::CreateResponse => {
                let (new, response) = new_response(body)?;
                let (known, _) = store.endpoint(endpoint)?;
                if known.responses.iter().any(|response| response.key == new) {
                    return Err(ManagementError::ResponseExists(new));
                }
                self.edit_response(&store, endpoint, key.insert(new), Some(response))?
            }
            Action::ReplaceResponse => {
                let response = response_object(body)?;
                let key = key.insert(response_key(&store, route)?);
                self.edit_response(&store, endpoint, key, Some(response))?
            }
            Action::DeleteResponse => {
                self.edit_response(&store, endpoint, &response_key(&store, route)?, None)?
            }
            Action::ReplaceSchema => {
                let schema = shared_schema(&route.name, body)?;
                self.edit_schema(&store, &route.name, Some(schema))?
            }
            Action::DeleteSchema => self.edit_schema(&store, &route.name, None)?,
            _ => {
                let data = read(&store, call, route)?;
                return Ok(Success { etag: version(route.action, &data), ..data.into() });
            }
        };
        let committed = self.publish_now(&store).await?;
        let created = edited.created.filter(|_| route.action == Action::CreateEndpoint);
        let mut data = match route.action {
            Action::DeleteEndpoint | Action::DeleteResponse | Action::DeleteSchema => json!({}),
            Action::ReplaceSchema => json!({"name": route.name}),
            _ => {
                let endpoint = created.unwrap_or(endpoint);
                read(&store, call, &Route { action: Action::ReadEndpoint, endpoint, ..route.clone() })?
            }
        };
        let etag = match (route.action, &key) {
            // The answer shows the whole endpoint, the version is that of what the request is about.
            (_, Some(key)) => {
                let responses = data["responses"].as_array();
                let found = responses.and_then(|all| all.iter().find(|one| one["key"] == **key));
                found.and_then(|response| version(Action::ReadResponse, response))
            }
            (Action::ReplaceSchema, _) => {
                let read = read(&store, call, &Route { action: Action::ReadSchema, ..route.clone() })?;
                version(Action::ReadSchema, &read)
            }
            (Action::CreateEndpoint | Action::ChangeEndpoint, _) => version(Action::ReadEndpoint, &data),
            _ => None,
        };
        let Edited { problems, .. } = edited;
        if let Some(fields) = data.as_object_mut() {
            fields.insert("problems".to_owned(), json!(problems));
            fields.insert("release".to_owned(), committed.shown());
        }
        let new = matches!(route.action, Action::CreateEndpoint | Action::CreateResponse);
        Ok(Success { status: if new { 201 } else { 200 }, etag, ..Success::from(data) })
    }
}

/// The version of what a route shows; lists have none.
fn version(action: Action, shown: &Value) -> Option<String> {
    match action {
        // Without its URLs: they depend on the host that the request came to.
        Action::ReadEndpoint => {
            let parts = ["id", "method", "path", "name", "folder", "operation", "responses", "mock"];
            Some(version_of(&parts.map(|part| &shown[part])))
        }
        Action::ReadResponse => Some(version_of(shown)),
        Action::ReadSchema => Some(version_of(&shown["schema"])),
        _ => None,
    }
}

/// Checks the `If-Match` of a change.
fn check_version(store: &Store, call: &Call<'_>, route: &Route<'_>) -> Result<(), ManagementError> {
    let of = match route.action {
        Action::ChangeEndpoint | Action::DeleteEndpoint => Action::ReadEndpoint,
        Action::ReplaceResponse | Action::DeleteResponse => Action::ReadResponse,
        Action::ReplaceSchema | Action::DeleteSchema => Action::ReadSchema,
        _ => return Ok(()),
    };
    let current = match read(store, call, &Route { action: of, ..route.clone() }) {
        Ok(shown) => version(of, &shown),
        Err(ManagementError::UnknownSchema(_)) if route.action == Action::ReplaceSchema => None,
        Err(error) => return Err(error),
    };
    expect_version(call.condition, current.as_deref())
}

/// The key of the response that a route names by its id.
fn response_key(store: &Store, route: &Route<'_>) -> Result<String, ManagementError> {
    let (endpoint, _) = store.endpoint(route.endpoint)?;
    let found = endpoint.responses.into_iter().find(|response| response.id == route.item);
    found.map(|response| response.key).ok_or(ManagementError::UnknownResponse(route.item))
}

/// What is only read.
fn read(store: &Store, call: &Call<'_>, route: &Route<'_>) -> Result<Value, ManagementError> {
    if matches!(route.action, Action::ListSchemas | Action::ReadSchema) {
        return read_schemas(store, route);
    }
    let (endpoint, number) = store.endpoint(route.endpoint)?;
    let opened = store.open_document(number)?;
    let pointer = opened.pointer_of(&endpoint)?;
    let responses = responses(&opened, &endpoint, &pointer);
    match route.action {
        Action::ReadReferences => {
            let from = form_urlencoded::parse(call.query.as_bytes()).find(|(name, _)| name == "from");
            Ok(references(&opened.document.root, &pointer, from.as_ref().map(|(_, value)| &**value)))
        }
        Action::ListResponses => Ok(json!(responses)),
        Action::ReadResponse => {
            let found = responses.into_iter().find(|response| response["id"] == route.item);
            found.ok_or(ManagementError::UnknownResponse(route.item))
        }
        _ => {
            let rows = store.list_endpoints().map_err(unreadable)?;
            let row = rows.iter().find(|row| row.id == endpoint.id);
            let mut shown = row.map(|row| listed(call, row)).unwrap_or_default();
            let mock = store.endpoint_mock(endpoint.id).map_err(unreadable)?;
            if let Some(fields) = shown.as_object_mut() {
                fields.insert("format".to_owned(), json!(opened.document.dialect.name()));
                fields.insert("operation".to_owned(), json!(opened.document.root.pointer(&pointer)));
                fields.insert("responses".to_owned(), json!(responses));
                fields.insert("mock".to_owned(), json!(mock));
            }
            Ok(shown)
        }
    }
}

/// The responses of an endpoint, as its document has them.
fn responses(opened: &Opened, endpoint: &KnownEndpoint, pointer: &str) -> Vec<Value> {
    let operation = opened.document.operations.iter().find(|operation| operation.pointer == pointer);
    let specs = operation.into_iter().flat_map(|operation| &operation.responses);
    let shown = specs.filter_map(|spec| {
        let id = endpoint.responses.iter().find(|known| known.key == spec.key)?.id;
        let response = opened.document.root.pointer(&spec.pointer);
        Some(json!({"id": id, "key": spec.key, "status": spec.status, "name": spec.name, "response": response}))
    });
    shown.collect()
}

fn read_schemas(store: &Store, route: &Route<'_>) -> Result<Value, ManagementError> {
    let mut shown: Vec<Value> = Vec::new();
    for number in store.documents_in_use().map_err(unreadable)?.into_iter().rev() {
        let opened = store.open_document(number)?;
        for (name, schema) in schemas(&opened.document.root).into_iter().flatten() {
            if route.action == Action::ReadSchema && *name == *route.name {
                return Ok(json!({"name": name, "format": opened.document.dialect.name(), "schema": schema}));
            }
            if !shown.iter().any(|known| known["name"] == **name) {
                shown.push(json!({"name": name, "format": opened.document.dialect.name()}));
            }
        }
    }
    if route.action == Action::ReadSchema {
        return Err(ManagementError::UnknownSchema(
            route.name.chars().filter(|c| !c.is_control()).take(200).collect(),
        ));
    }
    Ok(json!(shown))
}

fn listed(call: &Call<'_>, endpoint: &ListedEndpoint) -> Value {
    let Call { origin, project, .. } = call;
    let ListedEndpoint { branch, path, .. } = endpoint;
    let by_path = path.starts_with('/').then(|| format!("{origin}/m1/{project}-{branch}-default{path}"));
    json!({
        "id": endpoint.id,
        "method": endpoint.method,
        "path": endpoint.path,
        "name": endpoint.name,
        "folder": endpoint.folder,
        "mockUrl": by_path,
        "mockUrlById": format!("{origin}/m2/{project}-{branch}-default/{}", endpoint.id),
        "branchId": branch,
        "responses": endpoint.responses,
    })
}
