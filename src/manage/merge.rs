//! What an import changes. An endpoint is the same endpoint when method and path are: it keeps its id, and its
//! responses keep theirs by their keys.

use crate::import::{Counters, ImportOptions, OverwriteBehavior, folder};
use crate::model::{Method, Operation};
use std::collections::{HashMap, HashSet};

/// An endpoint that the project has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownEndpoint {
    /// Its id.
    pub id: u64,
    /// The method.
    pub method: Method,
    /// The path template.
    pub path: String,
    /// Its folder.
    pub folder: String,
    /// Digest of the operation as its document has it.
    pub digest: String,
    /// Its responses.
    pub responses: Vec<KnownResponse>,
}

/// A response that has an id.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct KnownResponse {
    /// Its id.
    pub id: u64,
    /// Its key in the document's `responses`.
    pub key: String,
}

/// What becomes of one operation of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// A new endpoint.
    Created,
    /// The endpoint is replaced, and was different.
    Updated,
    /// The endpoint is replaced by the same.
    Unchanged,
    /// The endpoint stays as it was, whatever the document says.
    Kept,
}

/// One operation of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The endpoint's id.
    pub id: u64,
    /// Ids of its responses, in the operation's order.
    pub responses: Vec<KnownResponse>,
    /// What happens.
    pub change: Change,
    /// The folder that it is in afterwards.
    pub folder: String,
}

/// What an import changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// One for each operation, in order.
    pub entries: Vec<Entry>,
    /// Endpoints to remove.
    pub removed: Vec<u64>,
    /// The first id that was not given out.
    pub next_id: u64,
    /// The endpoint counters.
    pub counters: Counters,
}

/// Compares the operations of a document, each with its digest, with the endpoints that the project has. New ids
/// start at `next_id`. `target` is the folder that the document goes into; empty for the root. Endpoints outside of it
/// are not what the document could lack.
///
/// A document without operations removes nothing: an export that failed must not empty a project.
pub fn merge(
    known: &[KnownEndpoint],
    operations: &[(&Operation, String)],
    options: &ImportOptions,
    target: &str,
    next_id: u64,
) -> Merge {
    let mut next_id = next_id;
    let mut new_id = || {
        next_id += 1;
        next_id - 1
    };
    let mut by_identity: HashMap<(Method, &str), &KnownEndpoint> = HashMap::new();
    for endpoint in known {
        by_identity.entry((endpoint.method, &endpoint.path)).or_insert(endpoint);
    }
    let mut matched = HashSet::new();
    let mut counters = Counters::default();
    let mut entries = Vec::with_capacity(operations.len());
    for (operation, digest) in operations {
        let identity = (operation.method, operation.path.as_str());
        // Of two operations with one identity (`prependBasePath` can make such) only the first one is the endpoint.
        let endpoint = by_identity.get(&identity).filter(|endpoint| matched.insert(endpoint.id));
        let behavior = options.endpoint_overwrite_behavior;
        let endpoint = endpoint.filter(|_| behavior != OverwriteBehavior::CreateNew);
        let folder = match endpoint {
            Some(endpoint) if !options.update_folder_of_changed_endpoint => endpoint.folder.clone(),
            _ => folder::inside(target, &operation.folder),
        };
        let change = match endpoint {
            None => Change::Created,
            Some(_) if behavior == OverwriteBehavior::KeepExisting => Change::Kept,
            Some(endpoint) if endpoint.digest == *digest && endpoint.folder == folder => Change::Unchanged,
            Some(_) => Change::Updated,
        };
        match change {
            Change::Created => counters.endpoint_created += 1,
            Change::Updated => counters.endpoint_updated += 1,
            Change::Unchanged | Change::Kept => counters.endpoint_ignored += 1,
        }
        let id = endpoint.map_or_else(&mut new_id, |endpoint| endpoint.id);
        let responses = operation.responses.iter().map(|response| {
            let known =
                endpoint.and_then(|known| known.responses.iter().find(|known| known.key == response.key));
            known.cloned().unwrap_or_else(|| KnownResponse { id: new_id(), key: response.key.clone() })
        });
        let responses = responses.collect();
        let folder = match endpoint {
            Some(endpoint) if change == Change::Kept => endpoint.folder.clone(),
            _ => folder,
        };
        entries.push(Entry { id, responses, change, folder });
    }
    let may_lose = options.delete_unmatched_resources && !operations.is_empty();
    let inside = |endpoint: &&KnownEndpoint| {
        let rest = endpoint.folder.strip_prefix(target);
        target.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let removed = known.iter().filter(|endpoint| may_lose && !matched.contains(&endpoint.id)).filter(inside);
    let removed = removed.map(|endpoint| endpoint.id).collect();
    Merge { entries, removed, next_id, counters }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ResponseSpec;

    fn operation(method: Method, path: &str, keys: &[&str]) -> Operation {
        let response = |key: &&str| ResponseSpec {
            key: (*key).to_owned(),
            status: 200,
            name: None,
            pointer: String::new(),
            headers: vec![],
            content: vec![],
        };
        Operation {
            method,
            path: path.to_owned(),
            name: String::new(),
            operation_id: None,
            pointer: String::new(),
            folder: String::new(),
            responses: keys.iter().map(response).collect(),
        }
    }

    fn known(id: u64, path: &str, digest: &str, responses: &[(u64, &str)]) -> KnownEndpoint {
        let response = |(id, key): &(u64, &str)| KnownResponse { id: *id, key: (*key).to_owned() };
        KnownEndpoint {
            id,
            method: Method::Get,
            path: path.to_owned(),
            folder: String::new(),
            digest: digest.to_owned(),
            responses: responses.iter().map(response).collect(),
        }
    }

    fn run(known: &[KnownEndpoint], operations: &[(Operation, &str)], options: &ImportOptions) -> Merge {
        let operations: Vec<_> = operations.iter().map(|(op, digest)| (op, (*digest).to_owned())).collect();
        merge(known, &operations, options, "", 100)
    }

    fn ids(merge: &Merge) -> Vec<(u64, Change, Vec<u64>)> {
        let ids = |entry: &Entry| entry.responses.iter().map(|response| response.id).collect();
        merge.entries.iter().map(|entry| (entry.id, entry.change, ids(entry))).collect()
    }

    #[test]
    fn ids_stay() {
        let stored = [known(1, "/a", "x", &[(2, "200"), (3, "404")]), known(4, "/b", "y", &[(5, "200")])];
        let operations = [
            (operation(Method::Get, "/new", &["200"]), "n"),
            (operation(Method::Get, "/b", &["200"]), "y"),
            (operation(Method::Get, "/a", &["404", "500"]), "changed"),
            (operation(Method::Post, "/a", &[]), "x"),
        ];
        let merge = run(&stored, &operations, &ImportOptions::default());
        let expected = [
            (100, Change::Created, vec![101]),
            (4, Change::Unchanged, vec![5]),
            (1, Change::Updated, vec![3, 102]),
            (103, Change::Created, vec![]),
        ];
        assert_eq!(ids(&merge), expected);
        assert_eq!((merge.next_id, merge.removed.len()), (104, 0));
        let counters = merge.counters;
        let counts = (counters.endpoint_created, counters.endpoint_updated, counters.endpoint_ignored);
        assert_eq!(counts, (2, 1, 1));
    }

    #[test]
    fn options_decide() {
        let stored = [known(1, "/a", "x", &[(2, "200")]), known(3, "/gone", "y", &[])];
        let operations = [(operation(Method::Get, "/a", &["200"]), "changed")];
        let with =
            |behavior| ImportOptions { endpoint_overwrite_behavior: behavior, ..ImportOptions::default() };
        let cases = [
            (with(OverwriteBehavior::OverwriteExisting), (1, Change::Updated, vec![2])),
            (with(OverwriteBehavior::AutoMerge), (1, Change::Updated, vec![2])),
            (with(OverwriteBehavior::KeepExisting), (1, Change::Kept, vec![2])),
            (with(OverwriteBehavior::CreateNew), (100, Change::Created, vec![101])),
        ];
        for (options, expected) in cases {
            assert_eq!(ids(&run(&stored, &operations, &options)), [expected], "{options:?}");
        }
        let options = ImportOptions { delete_unmatched_resources: true, ..ImportOptions::default() };
        assert_eq!(run(&stored, &operations, &options).removed, [3]);
    }

    #[test]
    fn folders_are_chosen_and_kept() {
        let mut stored =
            [known(1, "/a", "x", &[]), known(2, "/gone", "y", &[]), known(3, "/other", "z", &[])];
        for (endpoint, folder) in stored.iter_mut().zip(["Old", "Shop/Pets", "Shopping"]) {
            endpoint.folder = folder.to_owned();
        }
        let mut operations = vec![operation(Method::Get, "/a", &[]), operation(Method::Get, "/new", &[])];
        for operation in &mut operations {
            operation.folder = "Pets".to_owned();
        }
        let operations: Vec<_> = operations.iter().map(|operation| (operation, "x".to_owned())).collect();
        let folders = |options: &ImportOptions, target: &str| {
            let merge = merge(&stored, &operations, options, target, 100);
            let folders: Vec<_> =
                merge.entries.iter().map(|entry| (entry.folder.clone(), entry.change)).collect();
            (folders, merge.removed)
        };
        let entry = |folder: &str, change| (folder.to_owned(), change);
        let stays = ImportOptions { delete_unmatched_resources: true, ..ImportOptions::default() };
        let expected = vec![entry("Old", Change::Unchanged), entry("Pets", Change::Created)];
        assert_eq!(folders(&stays, ""), (expected, vec![2, 3]));
        let moves = ImportOptions { update_folder_of_changed_endpoint: true, ..stays.clone() };
        let expected = vec![entry("Shop/Pets", Change::Updated), entry("Shop/Pets", Change::Created)];
        assert_eq!(folders(&moves, "Shop"), (expected, vec![2]), "what is outside of the target stays");
        assert_eq!(merge(&stored, &[], &stays, "", 100).removed, [0; 0], "an empty document removes nothing");
    }

    #[test]
    fn one_identity_is_one_endpoint() {
        let stored = [known(1, "/a", "x", &[]), known(2, "/a", "x", &[])];
        let twice = [(operation(Method::Get, "/a", &[]), "x"), (operation(Method::Get, "/a", &[]), "x")];
        let merge = run(&stored, &twice, &ImportOptions::default());
        assert_eq!(ids(&merge), [(1, Change::Unchanged, vec![]), (100, Change::Created, vec![])]);
    }
}
