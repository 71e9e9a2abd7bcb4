//! Vendor extensions of an export: added, kept or removed, and folders as tags.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::assemble::{ExportProject, MARK};
use super::request::{ExportRequest, Extensions};
use super::walk::{self, is_taken_over};
use crate::import::{Kind, Path, Problems, Target, folder, is_extension, target};
use crate::model::EndpointMock;
use crate::schema::written_out;

/// What the owner set for an endpoint, on its operation.
pub const MOCK: &str = "x-edgemock-mock";
/// The link to an endpoint's page, which ends in its id; clients read the id from it.
const RUN: &str = "x-run-in-apidog";

/// How many bytes of members are copied at most.
const MAX_COPIED: usize = 4 << 20;

/// Whether a name is an extension of Apidog or Apifox, or of edgemock for what Apidog has too.
fn is_vendor(name: &str) -> bool {
    ["x-apidog-", "x-apifox-", "x-run-in-"].iter().any(|prefix| name.starts_with(prefix)) || name == MOCK
}

/// Writes out what schemas take over by an extension, so that it is there without the extension as well.
fn write_out(document: &mut Value, problems: &mut Problems) {
    let mut found: Vec<String> = Vec::new();
    walk::document(document, &mut |kind, value, path| {
        let takes_over =
            |members: &serde_json::Map<String, Value>| members.keys().any(|name| is_taken_over(name));
        if kind == Kind::Schema && value.as_object().is_some_and(takes_over) {
            found.push(path.pointer());
        }
    });
    let (mut left, mut enough) = (MAX_COPIED, true);
    let mut copy = |value: &Value| {
        let rest = left.checked_sub(value.to_string().len());
        enough &= rest.is_some();
        left = rest?;
        Some(value.clone())
    };
    let root = &*document;
    let resolve = |reference: &str| match target(reference) {
        Target::Pointer(pointer) => root.pointer(&pointer),
        _ => None,
    };
    // All of it from the document as it is: what one schema takes over, another does not take over from it.
    let written: Vec<_> = found
        .into_iter()
        .filter_map(|pointer| {
            let members = root.pointer(&pointer)?.as_object()?;
            let written = written_out(members, &resolve, &mut copy)?;
            Some((pointer, written))
        })
        .collect();
    for (pointer, written) in written {
        if let Some(Value::Object(members)) = document.pointer_mut(&pointer) {
            members.insert("properties".to_owned(), Value::Object(written));
        }
    }
    if !enough {
        problems.warning(&Path::At(""), "schemas take over more from others than can be written out");
    }
}

/// Gives the document the extensions that a request asks for, and takes marks off.
pub(super) fn apply(
    document: &mut Value,
    project: &ExportProject,
    request: &ExportRequest,
    mocks: &HashMap<u64, EndpointMock>,
    folders: &HashMap<u64, String>,
    problems: &mut Problems,
) {
    if request.extensions == Extensions::Remove {
        write_out(document, problems);
    }
    walk::document(document, &mut |kind, value, _| {
        let Value::Object(members) = value else { return };
        if kind == Kind::Operation
            && let Some(id) = members.shift_remove(MARK).and_then(|id| id.as_u64())
        {
            if request.add_folders_to_tags
                && let Some(folder) = folders.get(&id).filter(|folder| !folder.is_empty())
            {
                let names = folder::split(folder);
                let tags = members.entry("tags").or_insert_with(|| json!([]));
                if let Value::Array(tags) = tags {
                    let path = json!(names.join("/"));
                    if !tags.contains(&path) {
                        tags.push(path);
                    }
                }
            }
            if request.extensions == Extensions::Add {
                add(members, id, project, mocks.get(&id), folders.get(&id));
            }
        }
        if request.extensions == Extensions::Remove && members.keys().any(|name| is_extension(name)) {
            members.retain(|name, _| !is_vendor(name));
        }
    });
    if request.extensions == Extensions::Remove {
        for tag in document.get_mut("tags").and_then(Value::as_array_mut).into_iter().flatten() {
            if let Value::Object(members) = tag {
                members.retain(|name, _| !is_vendor(name));
            }
        }
    }
}

fn add(
    members: &mut serde_json::Map<String, Value>,
    id: u64,
    project: &ExportProject,
    mock: Option<&EndpointMock>,
    folder: Option<&String>,
) {
    let has = |name: &str| {
        members.contains_key(&format!("x-apidog-{name}")) || members.contains_key(&format!("x-apifox-{name}"))
    };
    if !has("folder")
        && let Some(folder) = folder.filter(|folder| !folder.is_empty())
    {
        members.insert("x-apidog-folder".to_owned(), json!(folder));
    }
    let base = project.base_url.trim_end_matches('/');
    members.insert(RUN.to_owned(), json!(format!("{base}/web/project/{}/apis/api-{id}-run", project.id)));
    // What the document brought may have been changed since.
    members.shift_remove(MOCK);
    if let Some(mock) = mock.filter(|mock| **mock != EndpointMock::default())
        && let Ok(mock) = serde_json::to_value(mock)
    {
        members.insert(MOCK.to_owned(), mock);
    }
}
