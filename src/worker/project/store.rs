//! The tables of a project. Nothing here waits for anything: a caller's reads and writes are not interleaved with
//! those of other requests.

use super::branches::{self, Place};
use super::{by_hand, folders, jobs, releases};
use crate::error::ManagementError;
use crate::hex::hex;
use crate::manage::{KnownEndpoint, KnownResponse};
use crate::model::{EndpointMock, Method, MockSettings};
use crate::release::FORMAT;
use crate::worker::sql::{Database, id};
use crate::worker::{clock, log, reply};
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};
use std::collections::HashMap;
use worker::{Result, State};

/// A row may take 2 MB; text and packs are cut into parts of this many bytes.
pub(super) const PART_BYTES: usize = 1_500_000;

const TABLES: [&str; 9] = [
    "CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    // A document as it was sent, as JSON, with the options that decide how it is read.
    "CREATE TABLE IF NOT EXISTS document (id INTEGER PRIMARY KEY, digest TEXT NOT NULL, title TEXT NOT NULL, \
     options TEXT NOT NULL, created INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS document_part (document INTEGER NOT NULL, part INTEGER NOT NULL, \
     text TEXT NOT NULL, PRIMARY KEY (document, part)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS endpoint (id INTEGER PRIMARY KEY, document INTEGER NOT NULL, method TEXT NOT NULL, \
     path TEXT NOT NULL, name TEXT NOT NULL, folder TEXT NOT NULL, digest TEXT NOT NULL, responses TEXT NOT NULL, \
     record BLOB NOT NULL, request BLOB)",
    // What owners set for endpoints, as JSON. It stays when the endpoint is imported again.
    "CREATE TABLE IF NOT EXISTS endpoint_mock (endpoint INTEGER PRIMARY KEY, content TEXT NOT NULL)",
    // Of the main branch; those of others are in `branch_schema`, so that a version from before branches finds this as it left it.
    "CREATE TABLE IF NOT EXISTS shared_schema (name TEXT PRIMARY KEY, digest TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS release (id INTEGER PRIMARY KEY, created INTEGER NOT NULL, pointer TEXT NOT NULL)",
    // What is or will be in KV. `stored` says which: 0 to be put, 1 put, 2 being deleted.
    "CREATE TABLE IF NOT EXISTS pack (key TEXT PRIMARY KEY, stored INTEGER NOT NULL, unused_since INTEGER) \
     WITHOUT ROWID",
    // The content of packs that are to be put.
    "CREATE TABLE IF NOT EXISTS pack_part (key TEXT NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL, \
     PRIMARY KEY (key, part)) WITHOUT ROWID",
];

/// An endpoint as the API lists it.
pub(super) struct ListedEndpoint {
    pub(super) id: u64,
    pub(super) branch: u64,
    pub(super) method: String,
    pub(super) path: String,
    pub(super) name: String,
    pub(super) folder: String,
    pub(super) responses: Vec<KnownResponse>,
}

/// An endpoint to be written.
pub(super) struct EndpointRow<'a> {
    pub(super) id: u64,
    pub(super) document: u64,
    pub(super) method: Method,
    pub(super) path: &'a str,
    pub(super) name: &'a str,
    pub(super) folder: &'a str,
    pub(super) digest: &'a str,
    pub(super) responses: &'a [KnownResponse],
    pub(super) record: Vec<u8>,
    /// The encoded rules for its requests.
    pub(super) request: Vec<u8>,
}

/// The database of one project.
pub(super) struct Store {
    pub(super) project: u64,
    /// The branch that it is seen from; 0 is the main one.
    pub(super) branch: u64,
    pub(super) database: Database,
}

impl Store {
    /// Opens the database; the first time, makes its tables. `project` is 0 where the caller does not know it.
    pub(super) fn open(state: &State, project: u64) -> Result<Self> {
        let mut store = Self { project, branch: 0, database: Database::new(state) };
        let database = &store.database;
        if database.first("SELECT 1 FROM sqlite_master WHERE name = 'by_hand'", vec![])?.is_none() {
            for table in TABLES
                .iter()
                .chain(&releases::TABLES)
                .chain(&folders::TABLES)
                .chain(&jobs::TABLES)
                .chain(&by_hand::TABLES)
            {
                database.run(table, vec![])?;
            }
        }
        // Databases from before there were branches.
        if database.first("SELECT 1 FROM sqlite_master WHERE name = 'branch'", vec![])?.is_none() {
            for table in &branches::TABLES {
                database.run(table, vec![])?;
            }
        }
        // Databases from before there were rules for requests; the rules come with the next compilation.
        let known = "SELECT 1 FROM sqlite_master WHERE name = 'endpoint' AND sql LIKE '%request BLOB%'";
        if database.first(known, vec![])?.is_none() {
            database.run("ALTER TABLE endpoint ADD COLUMN request BLOB", vec![])?;
        }
        match store.meta::<u64>("project")? {
            Some(known) => store.project = known,
            None if project != 0 => store.set_meta("project", &project)?,
            None => {}
        }
        Ok(store)
    }

    pub(super) fn meta<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>> {
        let row = self.database.first("SELECT value FROM meta WHERE key = ?", vec![key.into()])?;
        Ok(row.map(|mut row| serde_json::from_str(&row.text(0))).transpose()?)
    }

    pub(super) fn set_meta(&self, key: &str, value: &impl serde::Serialize) -> Result<()> {
        let text = serde_json::to_string(value)?;
        self.database
            .run("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", vec![key.into(), text.into()])
    }

    pub(super) fn settings(&self) -> Result<MockSettings> {
        Ok(self.meta("settings")?.unwrap_or_default())
    }

    pub(super) fn set_settings(&self, settings: &MockSettings) -> Result<()> {
        self.set_meta("settings", settings)
    }

    /// The first id that was not given out.
    pub(super) fn next_id(&self) -> Result<u64> {
        Ok(self.meta("next_id")?.unwrap_or(1))
    }

    pub(super) fn set_next_id(&self, next_id: u64) -> Result<()> {
        self.set_meta("next_id", &next_id)
    }

    /// Counts the changes of what is published: who sees another number than before has been overtaken.
    pub(super) fn changes(&self) -> Result<u64> {
        Ok(self.meta("changes")?.unwrap_or_default())
    }

    /// An id for an import job.
    pub(super) fn next_job(&self) -> Result<u64> {
        let job = self.meta("next_job")?.unwrap_or(1);
        self.set_meta("next_job", &(job + 1))?;
        Ok(job)
    }

    /// The format that the records are in.
    pub(super) fn format(&self) -> Result<u8> {
        Ok(self.meta("format")?.unwrap_or(FORMAT))
    }

    // Endpoints

    /// The branch's endpoints with the document that each was last taken from.
    pub(super) fn endpoints(&self) -> Result<Vec<(KnownEndpoint, u64)>> {
        let places = self.places()?;
        let mut endpoints = self.endpoints_of_all()?;
        endpoints.retain(|(_, document)| branch_of(&places, *document) == self.branch);
        Ok(endpoints)
    }

    /// The endpoints of all branches with the document that each was last taken from.
    pub(super) fn endpoints_of_all(&self) -> Result<Vec<(KnownEndpoint, u64)>> {
        let sql = "SELECT id, document, method, path, folder, digest, responses FROM endpoint ORDER BY id";
        let mut endpoints = Vec::new();
        for mut row in self.database.rows(sql, vec![])? {
            let endpoint = KnownEndpoint {
                id: row.id(0),
                method: method(&row.text(2))?,
                path: row.text(3),
                folder: row.text(4),
                digest: row.text(5),
                responses: serde_json::from_str(&row.text(6))?,
            };
            endpoints.push((endpoint, row.id(1)));
        }
        Ok(endpoints)
    }

    /// Whether nothing was imported into any branch, or all of it is gone.
    pub(super) fn is_empty(&self) -> Result<bool> {
        Ok(self.database.first("SELECT 1 FROM endpoint LIMIT 1", vec![])?.is_none())
    }

    pub(super) fn has_endpoint(&self, endpoint: u64) -> Result<bool> {
        let sql = "SELECT 1 FROM endpoint WHERE id = ?";
        Ok(self.database.first(sql, vec![id(endpoint)])?.is_some())
    }

    /// What the owner set for an endpoint.
    pub(super) fn endpoint_mock(&self, endpoint: u64) -> Result<EndpointMock> {
        let sql = "SELECT content FROM endpoint_mock WHERE endpoint = ?";
        let row = self.database.first(sql, vec![id(endpoint)])?;
        Ok(row.map(|mut row| serde_json::from_str(&row.text(0))).transpose()?.unwrap_or_default())
    }

    pub(super) fn set_endpoint_mock(&self, endpoint: u64, mock: &EndpointMock) -> Result<()> {
        if *mock == EndpointMock::default() {
            let sql = "DELETE FROM endpoint_mock WHERE endpoint = ?";
            return self.database.run(sql, vec![id(endpoint)]);
        }
        let content = serde_json::to_string(mock)?;
        let sql = "INSERT OR REPLACE INTO endpoint_mock (endpoint, content) VALUES (?, ?)";
        self.database.run(sql, vec![id(endpoint), content.into()])
    }

    /// The endpoints of all branches.
    pub(super) fn list_endpoints(&self) -> Result<Vec<ListedEndpoint>> {
        let places = self.places()?;
        let sql = "SELECT id, method, path, name, folder, responses, document FROM endpoint ORDER BY id";
        let listed = self.database.rows(sql, vec![])?.into_iter().map(|mut row| {
            Ok(ListedEndpoint {
                id: row.id(0),
                branch: branch_of(&places, row.id(6)),
                method: row.text(1),
                path: row.text(2),
                name: row.text(3),
                folder: row.text(4),
                responses: serde_json::from_str(&row.text(5))?,
            })
        });
        listed.collect()
    }

    pub(super) fn write_endpoint(&self, row: EndpointRow<'_>) -> Result<()> {
        let values = vec![
            id(row.id),
            id(row.document),
            row.method.as_str().into(),
            row.path.into(),
            row.name.into(),
            row.folder.into(),
            row.digest.into(),
            serde_json::to_string(row.responses)?.into(),
            row.record.into(),
            row.request.into(),
        ];
        let sql = "INSERT OR REPLACE INTO endpoint (id, document, method, path, name, folder, digest, responses, \
                   record, request) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        self.database.run(sql, values)
    }

    /// The compiled record of an endpoint; empty where there is none.
    pub(super) fn record(&self, endpoint: u64) -> Result<Vec<u8>> {
        let row = self.database.first("SELECT record FROM endpoint WHERE id = ?", vec![id(endpoint)])?;
        Ok(row.map_or_else(Vec::new, |mut row| row.bytes(0)))
    }

    pub(super) fn write_record(&self, endpoint: u64, record: Vec<u8>, request: Vec<u8>) -> Result<()> {
        let values = vec![record.into(), request.into(), id(endpoint)];
        self.database.run("UPDATE endpoint SET record = ?, request = ? WHERE id = ?", values)
    }

    pub(super) fn remove_endpoint(&self, endpoint: u64) -> Result<()> {
        self.database.run("DELETE FROM endpoint_mock WHERE endpoint = ?", vec![id(endpoint)])?;
        self.forget_by_hand(&by_hand::Part::Operation(endpoint))?;
        self.database.run("DELETE FROM endpoint WHERE id = ?", vec![id(endpoint)])
    }

    // Documents

    /// The document with this digest that was read with these options.
    pub(super) fn document_with(&self, digest: &str, options: &str) -> Result<Option<u64>> {
        let sql = "SELECT id FROM document WHERE digest = ? AND options = ?";
        Ok(self.database.first(sql, vec![digest.into(), options.into()])?.map(|row| row.id(0)))
    }

    pub(super) fn add_document(&self, text: &str, digest: &str, title: &str, options: &str) -> Result<u64> {
        let next = self.database.first("SELECT coalesce(max(id), 0) + 1 FROM document", vec![])?;
        let document = next.map_or(1, |row| row.id(0));
        let values = vec![id(document), digest.into(), title.into(), options.into(), clock::now().into()];
        let sql = "INSERT INTO document (id, digest, title, options, created) VALUES (?, ?, ?, ?, ?)";
        self.database.run(sql, values)?;
        let mut rest = text;
        let mut part = 0;
        while !rest.is_empty() {
            let (head, tail) = rest.split_at(rest.floor_char_boundary(PART_BYTES));
            let sql = "INSERT INTO document_part (document, part, text) VALUES (?, ?, ?)";
            self.database.run(sql, vec![id(document), id(part), head.into()])?;
            rest = tail;
            part += 1;
        }
        Ok(document)
    }

    /// All documents with their options.
    pub(super) fn documents(&self) -> Result<Vec<(u64, String)>> {
        let rows = self.database.rows("SELECT id, options FROM document ORDER BY id", vec![])?;
        Ok(rows.into_iter().map(|mut row| (row.id(0), row.text(1))).collect())
    }

    /// The documents that the branch's endpoints come from, oldest first. Others are kept for older releases.
    pub(super) fn documents_in_use(&self) -> Result<Vec<u64>> {
        let places = self.places()?;
        let rows = self.database.rows("SELECT DISTINCT document FROM endpoint ORDER BY document", vec![])?;
        let numbers = rows.into_iter().map(|row| row.id(0));
        Ok(numbers.filter(|number| branch_of(&places, *number) == self.branch).collect())
    }

    /// The digest of a document's text.
    pub(super) fn document_digest(&self, document: u64) -> Result<String> {
        let row = self.database.first("SELECT digest FROM document WHERE id = ?", vec![id(document)])?;
        Ok(row.map_or_else(String::new, |mut row| row.text(0)))
    }

    /// Endpoints of a document belong to another one from now on.
    pub(super) fn move_endpoints(&self, from: u64, to: u64) -> Result<()> {
        self.database.run("UPDATE endpoint SET document = ? WHERE document = ?", vec![id(to), id(from)])
    }

    pub(super) fn document_text(&self, document: u64) -> Result<String> {
        let sql = "SELECT text FROM document_part WHERE document = ? ORDER BY part";
        let mut text = String::new();
        self.database.each(sql, vec![id(document)], |mut row| {
            text.push_str(&row.text(0));
            Ok(())
        })?;
        Ok(text)
    }

    /// Drops documents that no endpoint comes from any more, nor one of a release that is remembered.
    pub(super) fn remove_unused_documents(&self) -> Result<()> {
        let used = "(SELECT document FROM endpoint UNION SELECT document FROM content_document)";
        self.database.run(&format!("DELETE FROM document_part WHERE document NOT IN {used}"), vec![])?;
        self.database.run(&format!("DELETE FROM document WHERE id NOT IN {used}"), vec![])
    }

    // Shared schemas of the branch: known by their digests alone, to count what an import changed

    pub(super) fn schemas(&self) -> Result<HashMap<String, String>> {
        let rows = match self.branch {
            0 => self.database.rows("SELECT name, digest FROM shared_schema", vec![])?,
            branch => {
                let sql = "SELECT name, digest FROM branch_schema WHERE branch = ?";
                self.database.rows(sql, vec![id(branch)])?
            }
        };
        Ok(rows.into_iter().map(|mut row| (row.text(0), row.text(1))).collect())
    }

    pub(super) fn write_schema(&self, name: &str, digest: &str) -> Result<()> {
        if self.branch != 0 {
            let sql = "INSERT OR REPLACE INTO branch_schema (branch, name, digest) VALUES (?, ?, ?)";
            return self.database.run(sql, vec![id(self.branch), name.into(), digest.into()]);
        }
        let sql = "INSERT OR REPLACE INTO shared_schema (name, digest) VALUES (?, ?)";
        self.database.run(sql, vec![name.into(), digest.into()])
    }

    pub(super) fn remove_schema(&self, name: &str) -> Result<()> {
        self.forget_by_hand(&by_hand::Part::Schema(name.to_owned()))?;
        self.forget_schema(name)
    }

    /// As [`Self::remove_schema`], but what was changed by hand is remembered.
    pub(super) fn forget_schema(&self, name: &str) -> Result<()> {
        if self.branch != 0 {
            let sql = "DELETE FROM branch_schema WHERE branch = ? AND name = ?";
            return self.database.run(sql, vec![id(self.branch), name.into()]);
        }
        self.database.run("DELETE FROM shared_schema WHERE name = ?", vec![name.into()])
    }

    // Releases

    /// The newest release and its pointer.
    pub(super) fn newest_pointer(&self) -> Result<Option<(u64, String)>> {
        let row = self.database.first("SELECT id, pointer FROM release ORDER BY id DESC LIMIT 1", vec![])?;
        Ok(row.map(|mut row| (row.id(0), row.text(1))))
    }

    /// The number of the newest release; 0 before the first one.
    pub(super) fn release(&self) -> Result<u64> {
        Ok(self.newest_pointer()?.map_or(0, |(release, _)| release))
    }

    /// The newest release that KV has.
    pub(super) fn published(&self) -> Result<u64> {
        Ok(self.meta("published")?.unwrap_or_default())
    }

    pub(super) fn set_published(&self, release: u64) -> Result<()> {
        self.set_meta("published", &release)
    }

    /// Whether the project is deleted: then it is kept, and has no pointer.
    pub(super) fn is_closed(&self) -> Result<bool> {
        Ok(self.meta("closed")?.unwrap_or_default())
    }

    pub(super) fn set_closed(&self, closed: bool) -> Result<()> {
        self.set_meta("closed", &closed)
    }

    /// When the project was published again because of what the mock plane found in KV.
    pub(super) fn repeated_at(&self) -> Result<i64> {
        Ok(self.meta("repeated_at")?.unwrap_or_default())
    }

    pub(super) fn set_repeated_at(&self, time: i64) -> Result<()> {
        self.set_meta("repeated_at", &time)
    }

    /// Whether KV lacks anything of the newest release.
    pub(super) fn is_behind(&self) -> Result<bool> {
        Ok(self.published()? < self.release()?)
    }

    // Packs in KV

    /// The keys of all packs that KV may have.
    pub(super) fn all_packs(&self) -> Result<Vec<String>> {
        let rows = self.database.rows("SELECT key FROM pack", vec![])?;
        Ok(rows.into_iter().map(|mut row| row.text(0)).collect())
    }

    /// Packs of the newest release that KV lacks.
    pub(super) fn packs_to_put(&self, limit: u64) -> Result<Vec<String>> {
        let sql = "SELECT key FROM pack WHERE stored = 0 AND unused_since IS NULL ORDER BY key LIMIT ?";
        Ok(self.database.rows(sql, vec![id(limit)])?.into_iter().map(|mut row| row.text(0)).collect())
    }

    /// How many packs of the newest release KV lacks.
    pub(super) fn packs_left(&self) -> Result<u64> {
        let sql = "SELECT count(*) FROM pack WHERE stored = 0 AND unused_since IS NULL";
        Ok(self.database.first(sql, vec![])?.map_or(0, |row| row.id(0)))
    }

    pub(super) fn pack_bytes(&self, key: &str) -> Result<Vec<u8>> {
        let sql = "SELECT bytes FROM pack_part WHERE key = ? ORDER BY part";
        let mut bytes = Vec::new();
        self.database.each(sql, vec![key.into()], |mut row| {
            bytes.append(&mut row.bytes(0));
            Ok(())
        })?;
        Ok(bytes)
    }

    pub(super) fn pack_was_put(&self, key: &str) -> Result<()> {
        self.database.run("UPDATE pack SET stored = 1 WHERE key = ?", vec![key.into()])?;
        self.database.run("DELETE FROM pack_part WHERE key = ?", vec![key.into()])
    }

    /// Marks packs that are unused since before a time as being deleted, and gives their keys.
    pub(super) fn packs_to_delete(&self, before: i64, limit: u64) -> Result<Vec<String>> {
        let sql = "SELECT key FROM pack WHERE unused_since < ? ORDER BY unused_since LIMIT ?";
        let rows = self.database.rows(sql, vec![before.into(), id(limit)])?;
        let keys: Vec<String> = rows.into_iter().map(|mut row| row.text(0)).collect();
        for key in &keys {
            self.database.run("UPDATE pack SET stored = 2 WHERE key = ?", vec![key.as_str().into()])?;
            self.database.run("DELETE FROM pack_part WHERE key = ?", vec![key.as_str().into()])?;
        }
        Ok(keys)
    }

    pub(super) fn pack_was_deleted(&self, key: &str) -> Result<()> {
        // A release in between may have taken it up again: then it waits to be put.
        self.database.run("DELETE FROM pack WHERE key = ? AND stored = 2", vec![key.into()])
    }

    /// Since when the pack that is unused for longest is unused.
    pub(super) fn oldest_unused(&self) -> Result<Option<i64>> {
        let sql =
            "SELECT unused_since FROM pack WHERE unused_since IS NOT NULL ORDER BY unused_since LIMIT 1";
        Ok(self.database.first(sql, vec![])?.map(|row| row.integer(0)))
    }

    /// How often publishing failed in a row.
    pub(super) fn failures(&self) -> Result<u32> {
        Ok(self.meta("failures")?.unwrap_or_default())
    }

    pub(super) fn set_failures(&self, failures: u32) -> Result<()> {
        self.set_meta("failures", &failures)
    }
}

/// The branch that a document was imported into.
pub(super) fn branch_of(places: &HashMap<u64, Place>, document: u64) -> u64 {
    places.get(&document).map_or(0, |place| place.branch)
}

pub(super) fn method(text: &str) -> Result<Method> {
    Method::parse(text).ok_or_else(|| worker::Error::RustError(format!("method `{text}` in the database")))
}

/// The first 128 bits of the SHA-256 of a text, in hexadecimal.
pub(super) fn digest(text: &str) -> String {
    hex(Sha256::digest(text.as_bytes()).split_at(16).0)
}

/// A change that the database did not take.
#[allow(clippy::needless_pass_by_value)] // For `map_err`.
pub(super) fn refused(error: worker::Error) -> ManagementError {
    let text = error.to_string();
    if text.contains("SQLITE_FULL") || text.contains("SQLITE_TOOBIG") {
        log::failed("writing to the database", None, &text);
        let message =
            "The project has no room for this document, nothing was changed: shorten it, or split it.";
        return ManagementError::NoRoom(message.to_owned());
    }
    reply::internal("writing to the database", &error)
}
