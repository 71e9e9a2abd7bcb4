//! Branches of a project. Each has endpoints and schemas of its own; ids, folders, settings, tokens and the numbers of releases
//! are the project's. An endpoint is of the branch that its document was imported into, so nothing else has to know it.

use super::commit::routes_key;
use super::store::{Store, refused};
use super::{Call, Project, unreadable};
use crate::error::ManagementError;
use crate::import::ImportOptions;
use crate::manage::{Branches, ImportBranch};
use crate::worker::sql::id;
use crate::worker::{clock, js};
use serde_json::{Value, json};
use std::collections::HashMap;
use worker::Result;

/// Branches but for the main one, and what each knows of its shared schemas: their digests, to count what an import changed.
pub(super) const TABLES: [&str; 2] = [
    "CREATE TABLE IF NOT EXISTS branch (id INTEGER PRIMARY KEY, created INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS branch_schema (branch INTEGER NOT NULL, name TEXT NOT NULL, digest TEXT NOT NULL, \
     PRIMARY KEY (branch, name)) WITHOUT ROWID",
];

/// Where a document was imported into.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// 0 is the main branch.
    pub(super) branch: u64,
    /// 0 is the default module.
    pub(super) module: u64,
}

impl Store {
    /// The same database, seen from a branch.
    pub(super) fn on(&self, branch: u64) -> Self {
        Self { branch, project: self.project, database: self.database.clone() }
    }

    pub(super) fn branches(&self) -> Result<Branches> {
        let rows = self.database.rows("SELECT id FROM branch ORDER BY id", vec![])?;
        let others = rows.into_iter().map(|row| row.id(0)).collect();
        Ok(Branches { main: self.meta("main_branch")?, others })
    }

    /// Makes what an import goes into, as far as it is not there.
    pub(super) fn begin_branch(&self, branch: ImportBranch) -> Result<()> {
        match branch {
            ImportBranch::Known(_) => Ok(()),
            ImportBranch::MainNamed(name) => self.set_meta("main_branch", &name),
            ImportBranch::New(new) => {
                let sql = "INSERT OR IGNORE INTO branch (id, created) VALUES (?, ?)";
                self.database.run(sql, vec![id(new), clock::now().into()])
            }
        }
    }

    /// Where documents were imported into, by the number of the document.
    pub(super) fn places(&self) -> Result<HashMap<u64, Place>> {
        let place = |options: String| {
            let options: ImportOptions = serde_json::from_str(&options).unwrap_or_default();
            Place { branch: options.target_branch_id, module: options.module_id }
        };
        Ok(self.documents()?.into_iter().map(|(document, options)| (document, place(options))).collect())
    }

    /// Takes the branch out that this store is seen from, with all that is in it.
    fn remove_branch(&self) -> Result<()> {
        for (endpoint, _) in self.endpoints()? {
            self.remove_endpoint(endpoint.id)?;
        }
        for name in self.schemas()?.into_keys() {
            self.remove_schema(&name)?;
        }
        self.remove_empty_folders()?;
        self.database.run("DELETE FROM branch WHERE id = ?", vec![id(self.branch)])?;
        self.database.run("DELETE FROM meta WHERE key = ?", vec![routes_key(self.branch).into()])?;
        self.commit_records(false)
    }
}

impl Project {
    /// The project as the branch has it that a request names with `branchId`; without one, the main branch.
    pub(super) fn store_of(&self, call: &Call<'_>) -> std::result::Result<Store, ManagementError> {
        let store = self.store(call.project)?;
        let asked = form_urlencoded::parse(call.query.as_bytes()).find(|(name, _)| name == "branchId");
        let Some((_, asked)) = asked else { return Ok(store) };
        let wrong = || ManagementError::invalid("/branchId", "must be the id of a branch, in digits");
        let digits = !asked.is_empty() && asked.bytes().all(|byte| byte.is_ascii_digit());
        let asked = asked.parse().ok().filter(|_| digits).ok_or_else(wrong)?;
        let found = store.branches().map_err(unreadable)?.find(asked);
        Ok(store.on(found.ok_or(ManagementError::UnknownBranch(asked))?))
    }

    /// `GET …/branches`.
    pub(super) fn list_branches(&self, call: &Call<'_>) -> std::result::Result<Value, ManagementError> {
        let store = self.store(call.project)?;
        let branches = store.branches().map_err(unreadable)?;
        let endpoints = store.list_endpoints().map_err(unreadable)?;
        let shown = branches.all().map(|branch| {
            json!({
                "id": branch,
                "main": branch == 0,
                "alsoId": branches.main.filter(|_| branch == 0),
                "endpoints": endpoints.iter().filter(|endpoint| endpoint.branch == branch).count(),
                "mockUrl": format!("{}/m1/{}-{branch}-default", call.origin, call.project),
            })
        });
        Ok(shown.collect())
    }

    /// `DELETE …/branches/{id}`. Its mock URLs go on working: they show the main branch again.
    pub(super) async fn delete_branch(
        &self,
        project: u64,
        branch: u64,
    ) -> std::result::Result<Value, ManagementError> {
        let store = self.store(project)?;
        let found = store.branches().map_err(unreadable)?.find(branch);
        match found {
            None => return Err(ManagementError::UnknownBranch(branch)),
            Some(0) => {
                let message = "is the main branch, which stays: delete its endpoints, or the project";
                return Err(ManagementError::invalid("/id", message));
            }
            Some(_) => {}
        }
        js::transaction(&self.state, || store.on(branch).remove_branch()).map_err(refused)?;
        Ok(json!({"release": self.publish_now(&store).await?.shown()}))
    }
}
