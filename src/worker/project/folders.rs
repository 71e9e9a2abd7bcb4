//! Folders of a project: they have ids, so that an import can say into which one.

use super::store::Store;
use super::{Project, unreadable};
use crate::error::ManagementError;
use crate::import::folder;
use crate::worker::sql::id;
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};
use worker::Result;

pub(super) const TABLES: [&str; 1] =
    ["CREATE TABLE IF NOT EXISTS folder (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, path TEXT NOT NULL, \
     UNIQUE (kind, path))"];

/// What a folder holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Endpoint,
    Schema,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::Endpoint => "endpoint",
            Self::Schema => "schema",
        }
    }
}

impl Store {
    /// The ids of folders, by path.
    pub(super) fn folders(&self, kind: Kind) -> Result<HashMap<String, u64>> {
        let sql = "SELECT path, id FROM folder WHERE kind = ? ORDER BY id";
        let rows = self.database.rows(sql, vec![kind.name().into()])?;
        Ok(rows.into_iter().map(|mut row| (row.text(0), row.id(1))).collect())
    }

    pub(super) fn add_folder(&self, folder: u64, kind: Kind, path: &str) -> Result<()> {
        let sql = "INSERT OR IGNORE INTO folder (id, kind, path) VALUES (?, ?, ?)";
        self.database.run(sql, vec![id(folder), kind.name().into(), path.into()])
    }

    /// Forgets the folders that hold nothing any more in any branch.
    pub(super) fn remove_empty_folders(&self) -> Result<()> {
        let endpoints = self.endpoints_of_all()?;
        let used: HashSet<String> =
            folder::all(endpoints.iter().map(|(endpoint, _)| endpoint.folder.as_str())).into_iter().collect();
        for (path, folder) in self.folders(Kind::Endpoint)? {
            if !used.contains(&path) {
                self.database.run("DELETE FROM folder WHERE id = ?", vec![id(folder)])?;
            }
        }
        Ok(())
    }
}

impl Project {
    /// All folders of endpoints and of schemas.
    pub(super) fn list_folders(&self, project: u64) -> std::result::Result<Value, ManagementError> {
        let store = self.store(project)?;
        let mut shown = Vec::new();
        for kind in [Kind::Endpoint, Kind::Schema] {
            let mut folders: Vec<_> = store.folders(kind).map_err(unreadable)?.into_iter().collect();
            folders.sort();
            shown.extend(
                folders.into_iter().map(|(path, id)| json!({"id": id, "type": kind.name(), "path": path})),
            );
        }
        Ok(Value::Array(shown))
    }
}
