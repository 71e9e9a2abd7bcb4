//! What a release is made of, so that two can be compared and an older one brought back.

use super::KnownResponse;
use crate::model::{EndpointMock, Method};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// How many endpoints a list of changes names.
const MAX_LISTED: usize = 200;

/// The content of a project at one release: everything but its settings.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Content {
    /// All endpoints, by id.
    pub endpoints: Vec<ContentEndpoint>,
    /// Shared schemas of the main branch: their digests by name.
    pub schemas: BTreeMap<String, String>,
    /// Those of the other branches, by the branch's id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub branch_schemas: BTreeMap<u64, BTreeMap<String, String>>,
}

/// One endpoint of a release.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct ContentEndpoint {
    pub id: u64,
    /// The stored document that it comes from.
    pub document: u64,
    pub method: Method,
    pub path: String,
    pub name: String,
    pub folder: String,
    /// Of the operation as its document has it.
    pub digest: String,
    pub responses: Vec<KnownResponse>,
    /// What the owner set for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mock: Option<EndpointMock>,
}

impl Content {
    /// The shared schemas of a branch; 0 is the main one.
    pub fn schemas_of(&self, branch: u64) -> impl Iterator<Item = (&String, &String)> {
        let schemas = if branch == 0 { Some(&self.schemas) } else { self.branch_schemas.get(&branch) };
        schemas.into_iter().flatten()
    }

    /// The digests of the shared schemas of all branches, by branch and name.
    fn all_schemas(&self) -> BTreeMap<(u64, &String), &String> {
        let branches = std::iter::once(0).chain(self.branch_schemas.keys().copied());
        let of_branch = |branch| self.schemas_of(branch).map(move |(name, digest)| ((branch, name), digest));
        branches.flat_map(of_branch).collect()
    }

    /// What changed on the way to this from an earlier one: endpoints that are new, gone or different, and those whose
    /// custom mocks, script or default method are.
    pub fn changes_since(&self, before: &Self) -> Value {
        let old: BTreeMap<u64, &ContentEndpoint> = before.endpoints.iter().map(|one| (one.id, one)).collect();
        let new: BTreeMap<u64, &ContentEndpoint> = self.endpoints.iter().map(|one| (one.id, one)).collect();
        let listed = |found: Vec<&ContentEndpoint>| {
            let shown = found.iter().take(MAX_LISTED);
            let shown: Vec<_> =
                shown.map(|one| json!({"id": one.id, "method": one.method, "path": one.path})).collect();
            json!({"count": found.len(), "endpoints": shown})
        };
        let added = new.values().filter(|one| !old.contains_key(&one.id)).copied().collect();
        let removed = old.values().filter(|one| !new.contains_key(&one.id)).copied().collect();
        let both = || new.values().filter_map(|one| Some((*one, *old.get(&one.id)?)));
        let same = |one: &ContentEndpoint, other: &ContentEndpoint| {
            let look = |of: &ContentEndpoint| {
                (of.digest.clone(), of.path.clone(), of.name.clone(), of.folder.clone())
            };
            look(one) == look(other) && one.document == other.document
        };
        let changed = both().filter(|(one, other)| !same(one, other)).map(|(one, _)| one).collect();
        let mocks = both().filter(|(one, other)| one.mock != other.mock).map(|(one, _)| one).collect();
        let (old, new) = (before.all_schemas(), self.all_schemas());
        let schemas = new.iter().filter(|(key, digest)| old.get(*key) != Some(*digest)).count()
            + old.keys().filter(|key| !new.contains_key(*key)).count();
        json!({
            "added": listed(added),
            "removed": listed(removed),
            "changed": listed(changed),
            "mocksChanged": listed(mocks),
            "schemasChanged": schemas,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn endpoint(id: u64, digest: &str) -> ContentEndpoint {
        ContentEndpoint {
            id,
            document: 1,
            method: Method::Get,
            path: format!("/{id}"),
            name: String::new(),
            folder: String::new(),
            digest: digest.to_owned(),
            responses: vec![],
            mock: None,
        }
    }

    #[test]
    fn changes_are_told() {
        let schemas =
            |pairs: &[(&str, &str)]| pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        let before = Content {
            endpoints: vec![endpoint(1, "a"), endpoint(2, "b"), endpoint(3, "c")],
            schemas: schemas(&[("A", "1"), ("B", "1")]),
            branch_schemas: BTreeMap::from([(7, schemas(&[("A", "1")]))]),
        };
        let mocked = ContentEndpoint { mock: Some(EndpointMock::default()), ..endpoint(3, "c") };
        let after = Content {
            endpoints: vec![endpoint(1, "x"), mocked, endpoint(4, "d")],
            schemas: schemas(&[("A", "2"), ("C", "1")]),
            branch_schemas: BTreeMap::from([(7, schemas(&[("A", "2")])), (8, schemas(&[("A", "1")]))]),
        };
        let changes = after.changes_since(&before);
        let ids = |kind: &str| -> Vec<u64> {
            let listed = changes[kind]["endpoints"].as_array().unwrap();
            listed.iter().map(|one| one["id"].as_u64().unwrap()).collect()
        };
        assert_eq!((ids("added"), ids("removed")), (vec![4], vec![2]));
        assert_eq!((ids("changed"), ids("mocksChanged")), (vec![1], vec![3]));
        assert_eq!(changes["schemasChanged"], 5);
        let none = after.changes_since(&after);
        assert!(
            none.to_string().matches("\"count\":0").count() == 4 && none["schemasChanged"] == 0,
            "{none}"
        );
    }
}
