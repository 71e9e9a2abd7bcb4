//! Releases: which there were, what changed with each, and bringing an older one back.

use super::compile::recompile;
use super::store::{Store, branch_of, digest, refused};
use super::{Call, Project, unreadable};
use crate::error::ManagementError;
use crate::manage::{Content, ContentEndpoint};
use crate::release::Pointer;
use crate::worker::js;
use crate::worker::sql::id;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use worker::Result;

/// Of one table each row may take 2 MB.
const PART_BYTES: usize = 1_500_000;

/// The contents of the releases that are remembered, each once, and which release has which.
pub(super) const TABLES: [&str; 3] = [
    "CREATE TABLE IF NOT EXISTS release_content (release INTEGER PRIMARY KEY, digest TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS content_part (digest TEXT NOT NULL, part INTEGER NOT NULL, text TEXT NOT NULL, \
     PRIMARY KEY (digest, part)) WITHOUT ROWID",
    // Documents that a remembered content needs.
    "CREATE TABLE IF NOT EXISTS content_document (digest TEXT NOT NULL, document INTEGER NOT NULL, \
     PRIMARY KEY (digest, document)) WITHOUT ROWID",
];

impl Store {
    /// What the project holds now.
    fn content(&self) -> Result<Content> {
        let sql = "SELECT id, document, method, path, name, folder, digest, responses, content FROM endpoint \
                   LEFT JOIN endpoint_mock ON endpoint = id ORDER BY id";
        let mut endpoints = Vec::new();
        for mut row in self.database.rows(sql, vec![])? {
            let mock = row.text(8);
            endpoints.push(ContentEndpoint {
                id: row.id(0),
                document: row.id(1),
                method: super::store::method(&row.text(2))?,
                path: row.text(3),
                name: row.text(4),
                folder: row.text(5),
                digest: row.text(6),
                responses: serde_json::from_str(&row.text(7))?,
                mock: if mock.is_empty() { None } else { Some(serde_json::from_str(&mock)?) },
            });
        }
        let mut branch_schemas = BTreeMap::new();
        for branch in self.branches()?.others {
            branch_schemas.insert(branch, self.on(branch).schemas()?.into_iter().collect());
        }
        let schemas = self.on(0).schemas()?.into_iter().collect();
        Ok(Content { endpoints, schemas, branch_schemas })
    }

    /// Remembers what the project holds as the content of a release, and forgets what no remembered release has.
    pub(super) fn remember_content(&self, release: u64) -> Result<()> {
        let content = self.content()?;
        let text = serde_json::to_string(&content)?;
        let name = digest(&text);
        let sql = "INSERT OR REPLACE INTO release_content (release, digest) VALUES (?, ?)";
        self.database.run(sql, vec![id(release), name.as_str().into()])?;
        let known = "SELECT 1 FROM content_part WHERE digest = ?";
        if self.database.first(known, vec![name.as_str().into()])?.is_none() {
            let (mut rest, mut part) = (text.as_str(), 0);
            while !rest.is_empty() {
                let (head, tail) = rest.split_at(rest.floor_char_boundary(PART_BYTES));
                let sql = "INSERT INTO content_part (digest, part, text) VALUES (?, ?, ?)";
                self.database.run(sql, vec![name.as_str().into(), id(part), head.into()])?;
                (rest, part) = (tail, part + 1);
            }
            let documents: std::collections::BTreeSet<u64> =
                content.endpoints.iter().map(|endpoint| endpoint.document).collect();
            for document in documents {
                let sql = "INSERT OR IGNORE INTO content_document (digest, document) VALUES (?, ?)";
                self.database.run(sql, vec![name.as_str().into(), id(document)])?;
            }
        }
        for sql in [
            "DELETE FROM release_content WHERE release NOT IN (SELECT id FROM release)",
            "DELETE FROM content_part WHERE digest NOT IN (SELECT digest FROM release_content)",
            "DELETE FROM content_document WHERE digest NOT IN (SELECT digest FROM release_content)",
        ] {
            self.database.run(sql, vec![])?;
        }
        Ok(())
    }

    /// The content of a release; `None` where it is not remembered.
    fn content_of(&self, release: u64) -> Result<Option<Content>> {
        let sql = "SELECT text FROM content_part WHERE digest = \
                   (SELECT digest FROM release_content WHERE release = ?) ORDER BY part";
        let mut text = String::new();
        self.database.each(sql, vec![id(release)], |mut row| {
            text.push_str(&row.text(0));
            Ok(())
        })?;
        if text.is_empty() { Ok(None) } else { Ok(Some(serde_json::from_str(&text)?)) }
    }

    /// Releases, newest first: id, time, pointer.
    fn releases(&self) -> Result<Vec<(u64, i64, String)>> {
        let rows = self.database.rows("SELECT id, created, pointer FROM release ORDER BY id DESC", vec![])?;
        Ok(rows.into_iter().map(|mut row| (row.id(0), row.integer(1), row.text(2))).collect())
    }
}

impl Project {
    /// `GET …/releases`.
    pub(super) fn list_releases(&self, project: u64) -> std::result::Result<Value, ManagementError> {
        let store = self.store(project)?;
        let published = store.published().map_err(unreadable)?;
        let releases = store.releases().map_err(unreadable)?;
        let newest = releases.first().map_or(0, |(release, ..)| *release);
        let shown =
            releases.into_iter().map(|(release, created, _)| state(release, created, newest, published));
        Ok(shown.collect())
    }

    /// `GET …/releases/{id}`: with what changed since the one before.
    pub(super) fn read_release(
        &self,
        project: u64,
        release: u64,
    ) -> std::result::Result<Value, ManagementError> {
        let store = self.store(project)?;
        let published = store.published().map_err(unreadable)?;
        let releases = store.releases().map_err(unreadable)?;
        let newest = releases.first().map_or(0, |(release, ..)| *release);
        let (_, created, pointer) = releases
            .iter()
            .find(|(id, ..)| *id == release)
            .ok_or(ManagementError::UnknownRelease(release))?;
        let mut shown = state(release, *created, newest, published);
        let before = releases.iter().find(|(id, ..)| *id < release);
        let contents = store.content_of(release).and_then(|content| {
            let before = before.map(|(id, ..)| store.content_of(*id)).transpose()?.flatten();
            Ok((content, before.unwrap_or_default()))
        });
        let (content, earlier) = contents.map_err(unreadable)?;
        if let Some(fields) = shown.as_object_mut() {
            if let Some(content) = content {
                fields.insert("endpoints".to_owned(), json!(content.endpoints.len()));
                // What came before the first one that is remembered is not known.
                if before.is_some() || release == 1 {
                    fields.insert("changes".to_owned(), content.changes_since(&earlier));
                }
            }
            let settings = |text: &str| {
                let pointer = Pointer::decode(text.as_bytes()).ok();
                pointer.map(|pointer| Pointer {
                    release: 0,
                    routes: None,
                    branches: BTreeMap::new(),
                    ..pointer
                })
            };
            let changed = before.is_none_or(|(.., earlier)| settings(pointer) != settings(earlier));
            fields.insert("settingsChanged".to_owned(), json!(changed));
        }
        Ok(shown)
    }

    /// `POST …/releases/{id}/roll-back`: endpoints, custom mocks and scripts of one branch as they were at that release.
    /// Other branches stay as they are, so that nobody's work is lost for a fault in another one. Settings and
    /// tokens stay as they are: an old token must not open the mock again. What it makes is a release like any other, so
    /// that it can be undone the same way.
    pub(super) async fn roll_back(
        &self,
        call: &Call<'_>,
        release: u64,
    ) -> std::result::Result<Value, ManagementError> {
        let store = self.store_of(call)?;
        let content = store.content_of(release).map_err(unreadable)?;
        let content = content.ok_or(ManagementError::UnknownRelease(release))?;
        js::transaction(&self.state, || restore(&store, &content)).map_err(refused)?;
        let committed = self.publish_now(&store).await?;
        Ok(json!({"release": committed.shown()}))
    }
}

/// Puts the content of a release in the place of what the store's branch holds.
fn restore(store: &Store, content: &Content) -> Result<()> {
    for (endpoint, _) in store.endpoints()? {
        for sql in ["DELETE FROM endpoint WHERE id = ?", "DELETE FROM endpoint_mock WHERE endpoint = ?"] {
            store.database.run(sql, vec![id(endpoint.id)])?;
        }
    }
    for name in store.schemas()?.into_keys() {
        store.forget_schema(&name)?;
    }
    let places = store.places()?;
    let of_branch = content.endpoints.iter();
    for endpoint in of_branch.filter(|endpoint| branch_of(&places, endpoint.document) == store.branch) {
        store.write_endpoint(super::store::EndpointRow {
            id: endpoint.id,
            document: endpoint.document,
            method: endpoint.method,
            path: &endpoint.path,
            name: &endpoint.name,
            folder: &endpoint.folder,
            digest: &endpoint.digest,
            responses: &endpoint.responses,
            // Compiled from its document below.
            record: Vec::new(),
            request: Vec::new(),
        })?;
        if let Some(mock) = &endpoint.mock {
            store.set_endpoint_mock(endpoint.id, mock)?;
        }
    }
    for (name, digest) in content.schemas_of(store.branch) {
        store.write_schema(name, digest)?;
    }
    recompile(store)
}

fn state(release: u64, created: i64, newest: u64, published: u64) -> Value {
    let state = match release {
        _ if release == published => "published",
        _ if release > published => "waiting",
        _ => "superseded",
    };
    json!({"id": release, "createdAt": created, "current": release == newest, "state": state})
}
