//! From what the database holds to a release: packs for KV, and the pointer to them. Nothing here waits for anything.

use super::store::{PART_BYTES, Store, branch_of, digest, method};
use crate::model::EndpointMock;
use crate::release::{Assembler, FORMAT, Pack, PackRef, Pointer, with_behaviour};
use crate::route::Route;
use crate::worker::clock;
use crate::worker::sql::id;
use std::collections::{BTreeMap, HashSet};
use worker::Result;

/// How many releases are remembered.
const RELEASES_KEPT: u64 = 20;

/// Under which key `meta` keeps the pack with a branch's routes.
pub(super) fn routes_key(branch: u64) -> String {
    if branch == 0 { "routes".to_owned() } else { format!("routes:{branch}") }
}

impl Store {
    /// Packs the records of all branches and makes a release of them. Packs that KV has already are put again only when asked to.
    pub(super) fn commit_records(&self, put_again: bool) -> Result<()> {
        let settings = self.settings()?;
        let checked = settings.request_validation || settings.security_validation;
        let places = self.places()?;
        let mut assemblers: BTreeMap<u64, Assembler> =
            self.branches()?.all().map(|branch| (branch, Assembler::new(self.project))).collect();
        let sql = "SELECT id, method, path, record, content, request, document FROM endpoint LEFT JOIN endpoint_mock \
                   ON endpoint = id ORDER BY id";
        self.database.each(sql, vec![], |mut row| {
            let Some(assembler) = assemblers.get_mut(&branch_of(&places, row.id(6))) else { return Ok(()) };
            let route =
                Route { method: method(&row.text(1))?, path: row.text(2).into(), endpoint_id: row.id(0) };
            let (record, content) = (row.bytes(3), row.text(4));
            let rules = if checked { row.bytes(5) } else { Vec::new() };
            let mock =
                if content.is_empty() { EndpointMock::default() } else { serde_json::from_str(&content)? };
            assembler.push(route, &with_behaviour(record, &mock, &rules));
            Ok(())
        })?;
        let mut known = HashSet::new();
        for mut row in self.database.rows("SELECT key, stored FROM pack", vec![])? {
            if row.integer(1) != 2 && !put_again {
                known.insert(row.text(0));
            }
        }
        let now = clock::now();
        let sql = "UPDATE pack SET unused_since = ? WHERE unused_since IS NULL";
        self.database.run(sql, vec![now.into()])?;
        for (branch, assembler) in assemblers {
            let release = assembler.finish();
            for pack in &release.packs {
                if known.contains(&pack.key) {
                    let sql = "UPDATE pack SET unused_since = NULL WHERE key = ?";
                    self.database.run(sql, vec![pack.key.as_str().into()])?;
                } else {
                    self.add_pack(pack)?;
                }
            }
            self.set_meta(&routes_key(branch), &release.routes)?;
        }
        self.set_meta("format", &FORMAT)?;
        self.commit_release()
    }

    fn add_pack(&self, pack: &Pack) -> Result<()> {
        let sql = "INSERT OR REPLACE INTO pack (key, stored, unused_since) VALUES (?, 0, NULL)";
        self.database.run(sql, vec![pack.key.as_str().into()])?;
        for (part, bytes) in pack.bytes.chunks(PART_BYTES).enumerate() {
            let values = vec![pack.key.as_str().into(), id(part as u64), bytes.to_vec().into()];
            self.database
                .run("INSERT OR REPLACE INTO pack_part (key, part, bytes) VALUES (?, ?, ?)", values)?;
        }
        Ok(())
    }

    /// Makes a release of the settings and packs as they are now, unless the newest one is the same.
    pub(super) fn commit_release(&self) -> Result<()> {
        self.set_meta("changes", &(self.changes()? + 1))?;
        let mut routes: BTreeMap<u64, PackRef> = BTreeMap::new();
        for branch in self.branches()?.all() {
            routes.extend(self.meta(&routes_key(branch))?.map(|pack| (branch, pack)));
        }
        let main = routes.remove(&0);
        let newest = self.newest_pointer()?;
        let release = newest.as_ref().map_or(0, |(release, _)| *release);
        let (settings, public) = (self.settings()?, self.public_version()?);
        let pointer = |release| {
            let pointer = Pointer::new(self.project, release, &settings, main.clone());
            Pointer { public_document: public.clone(), branches: routes.clone(), ..pointer }.encode()
        };
        let same = pointer(release);
        if newest.is_some_and(|(_, pointer)| pointer == same) {
            return Ok(());
        }
        let release = release + 1;
        let pointer = pointer(release);
        let sql = "INSERT INTO release (id, created, pointer) VALUES (?, ?, ?)";
        self.database.run(sql, vec![id(release), clock::now().into(), pointer.into()])?;
        let forgotten = id(release.saturating_sub(RELEASES_KEPT));
        self.database.run("DELETE FROM release WHERE id <= ?", vec![forgotten])?;
        self.remember_content(release)?;
        self.remove_unused_documents()
    }

    /// The version of what the public page shows, where there is one: another document is another release.
    fn public_version(&self) -> Result<Option<String>> {
        if !self.settings()?.public_docs {
            return Ok(None);
        }
        let documents = self.on(0).documents_in_use()?;
        let digests: Result<Vec<String>> =
            documents.into_iter().map(|document| self.document_digest(document)).collect();
        Ok(Some(digest(&digests?.join(" "))))
    }
}
