//! The document that everybody may read, where the project allows it: see `worker/docs.rs`.

use super::{Call, Project, unreadable};
use crate::error::ManagementError;
use crate::export::{ExportRequest, Extensions, OasVersion, for_visitors};
use crate::model::Access;
use crate::worker::reply::Success;
use serde_json::Value;
use std::rc::Rc;

/// The longest document that is shown, in bytes: a browser has to read it at once.
const MAX_BYTES: usize = 8 * 1024 * 1024;

/// The document of a release, made when it was first asked for.
#[derive(Debug)]
pub(super) struct PublicDocument {
    release: u64,
    origin: String,
    text: Rc<str>,
}

impl Project {
    /// The document without what owners set, its servers being the mock. Only where the project allows it.
    pub(super) fn public_document(&self, call: &Call<'_>) -> Result<Success, ManagementError> {
        let store = self.store(call.project)?;
        let settings = store.settings().map_err(unreadable)?;
        if !settings.public_docs || store.is_closed().map_err(unreadable)? {
            return Err(ManagementError::UnknownProject(call.project));
        }
        let release = store.release().map_err(unreadable)?;
        let held = self.public.borrow().as_ref().and_then(|held| {
            (held.release == release && held.origin == call.origin).then(|| Rc::clone(&held.text))
        });
        let text = match held {
            Some(text) => text,
            None => self.make_public(call, release, settings.access == Access::Token)?,
        };
        Ok(Success { text: Some(("application/json", text.to_string())), ..Success::from(Value::Null) })
    }

    fn make_public(
        &self,
        call: &Call<'_>,
        release: u64,
        wants_token: bool,
    ) -> Result<Rc<str>, ManagementError> {
        let request = ExportRequest { extensions: Extensions::Remove, ..ExportRequest::default() };
        let mut document = self.assembled(call, &request)?.document;
        if document.get("swagger").is_some() {
            // Viewers know OpenAPI 3.
            let request = ExportRequest { version: Some(OasVersion::V3_0), ..request };
            document = self.assembled(call, &request)?.document;
        }
        for_visitors(&mut document, &format!("{}/m1/{}-0-default", call.origin, call.project), wants_token);
        let text = document.to_string();
        if text.len() > MAX_BYTES {
            let message =
                format!("The document has {} bytes; at most {MAX_BYTES} are shown here.", text.len());
            return Err(ManagementError::NoRoom(message));
        }
        let text: Rc<str> = text.into();
        let held = PublicDocument { release, origin: call.origin.to_owned(), text: Rc::clone(&text) };
        *self.public.borrow_mut() = Some(held);
        Ok(text)
    }
}
