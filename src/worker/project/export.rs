//! The project as one OpenAPI document.

use super::folders::Kind;
use super::{Call, Project, unreadable};
use crate::error::ManagementError;
use crate::export::{ExportEndpoint, ExportPart, ExportProject, ExportRequest, Exported, assemble};
use crate::model::EndpointMock;
use crate::worker::reply::Success;
use serde_json::Value;

impl Project {
    /// `POST …/export-openapi`: the bare document, as Apidog answers it.
    pub(super) fn export(&self, call: &Call<'_>, body: &[u8]) -> Result<Success, ManagementError> {
        let request = ExportRequest::parse(body)?;
        let exported = self.assembled(call, &request)?;
        let text = Some((request.format.media_type(), exported.text()));
        Ok(Success { text, ..Success::from(Value::Null) })
    }

    /// All documents of the project as one.
    pub(super) fn assembled(
        &self,
        call: &Call<'_>,
        request: &ExportRequest,
    ) -> Result<Exported, ManagementError> {
        let mut store = self.store(call.project)?;
        let mut request = request.clone();
        let branches = store.branches().map_err(unreadable)?;
        if let Some(branch) = branches.find(request.branch_id) {
            store = store.on(branch);
            request.branch_id = 0;
        }
        let known = store.endpoints().map_err(unreadable)?;
        let mut numbers = store.documents_in_use().map_err(unreadable)?;
        let places = store.places().map_err(unreadable)?;
        let is_asked_for =
            |number: &u64| places.get(number).is_some_and(|place| place.module == request.module_id);
        if request.module_id != 0 && numbers.iter().any(is_asked_for) {
            numbers.retain(is_asked_for);
            request.module_id = 0;
        }
        let mut parts = Vec::new();
        for number in numbers.into_iter().rev() {
            let opened = store.open_document(number)?;
            let mut endpoints = Vec::new();
            for (endpoint, _) in known.iter().filter(|(_, from)| *from == number) {
                let mock = store.endpoint_mock(endpoint.id).map_err(unreadable)?;
                endpoints.push(ExportEndpoint {
                    id: endpoint.id,
                    method: endpoint.method,
                    path: endpoint.path.clone(),
                    mock: Some(mock).filter(|mock| *mock != EndpointMock::default()),
                });
            }
            let prepended = opened.prepends_base_path();
            parts.push(ExportPart { document: opened.document, prepended, endpoints });
        }
        let folders = store.folders(Kind::Endpoint).map_err(unreadable)?;
        let project = ExportProject {
            id: call.project,
            name: String::new(),
            base_url: call.origin.to_owned(),
            folders: folders.into_iter().map(|(path, id)| (id, path)).collect(),
        };
        Ok(assemble(parts, &project, &request))
    }
}
