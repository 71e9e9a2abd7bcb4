//! Which projects there are.

use super::audit::{self, Entry};
use super::removal::CLOSED_STATES;
use super::{Account, Call, unreadable, unwritable};
use crate::error::ManagementError;
use crate::manage::{NewProject, expect_version, lists_deleted, new_name, shown_moment, version_of};
use crate::worker::reply::Success;
use crate::worker::sql::{Database, Row, id};
use crate::worker::{clock, js, random, reply};
use serde_json::{Value, json};

/// Generated ids have seven digits, as Apidog's have.
const GENERATED_IDS: std::ops::Range<u64> = 1_000_000..10_000_000;
/// How many taken ids are put up with in a row.
const MAX_ATTEMPTS: usize = 64;

/// Projects with when each was deleted: 0 for one that is there.
fn query(condition: &str) -> String {
    format!(
        "SELECT id, name, created, coalesce(since, 0) FROM project LEFT JOIN removal ON project = id AND state IN \
         {CLOSED_STATES} WHERE {condition} ORDER BY id"
    )
}

/// All projects that the caller sees: those that are there, or those that are deleted and can be restored.
pub(super) fn list(database: &Database, call: &Call<'_>, grace: i64) -> Result<Value, ManagementError> {
    let deleted = lists_deleted(call.query)?;
    let condition = if deleted { "since IS NOT NULL" } else { "since IS NULL" };
    let rows = database.rows(&query(condition), vec![]).map_err(unreadable)?;
    let seen = rows.into_iter().filter(|row| call.caller.rights.sees(row.id(0)));
    Ok(seen.map(|row| shown(row, grace)).collect())
}

/// One project.
pub(super) fn read(database: &Database, project: u64, grace: i64) -> Result<Success, ManagementError> {
    expect(database, project, grace)?;
    let row = database.first(&query("id = ?"), vec![id(project)]).map_err(unreadable)?;
    let shown = row.map(|row| shown(row, grace)).ok_or(ManagementError::UnknownProject(project))?;
    Ok(Success { etag: Some(version_of(&shown)), ..shown.into() })
}

/// A project has to be there, as the caller has seen it.
pub(super) fn expect_seen(database: &Database, call: &Call<'_>, grace: i64) -> Result<(), ManagementError> {
    let current = read(database, call.route.project, grace)?;
    expect_version(call.condition, current.etag.as_deref())
}

/// A project has to be there, and not deleted.
pub(super) fn expect(database: &Database, project: u64, grace: i64) -> Result<(), ManagementError> {
    match deleted_since(database, project)? {
        None => Err(ManagementError::UnknownProject(project)),
        Some(0) => Ok(()),
        Some(since) => Err(ManagementError::DeletedProject { project, until: shown_moment(since + grace) }),
    }
}

/// When a project was deleted, 0 for one that is there; `None` where no project has the id.
pub(super) fn deleted_since(database: &Database, project: u64) -> Result<Option<i64>, ManagementError> {
    let row = database.first(&query("id = ?"), vec![id(project)]).map_err(unreadable)?;
    Ok(row.map(|row| row.integer(3)))
}

/// The name of a project.
pub(super) fn name(database: &Database, project: u64) -> Result<String, ManagementError> {
    let row =
        database.first("SELECT name FROM project WHERE id = ?", vec![id(project)]).map_err(unreadable)?;
    row.map(|mut row| row.text(0)).ok_or(ManagementError::UnknownProject(project))
}

impl Account {
    pub(super) fn create_project(
        &self,
        database: &Database,
        call: &Call<'_>,
    ) -> Result<Success, ManagementError> {
        let project = NewProject::parse(call.body)?;
        let chosen = match project.id {
            None => unused_id(database)?,
            Some(wanted) => match deleted_since(database, wanted)? {
                None => wanted,
                Some(0) => return Err(ManagementError::ProjectExists(wanted)),
                Some(since) => {
                    let until = shown_moment(since + self.grace());
                    return Err(ManagementError::IdOfDeletedProject { project: wanted, until });
                }
            },
        };
        let made = js::transaction(&self.state, || {
            let values = vec![id(chosen), project.name.as_str().into(), clock::now().into()];
            database.run("INSERT INTO project (id, name, created) VALUES (?, ?, ?)", values)?;
            audit::write(database, &Entry::of(call.caller, &call.route).project(chosen, &project.name))
        });
        made.map_err(unwritable)?;
        let etag = read(database, chosen, self.grace())?.etag;
        Ok(Success { etag, ..json!({"id": chosen, "name": project.name}).into() })
    }

    pub(super) fn rename_project(
        &self,
        database: &Database,
        call: &Call<'_>,
    ) -> Result<Success, ManagementError> {
        let project = call.route.project;
        expect(database, project, self.grace())?;
        let wanted = new_name(call.body)?;
        expect_seen(database, call, self.grace())?;
        if name(database, project)? != wanted {
            let renamed = js::transaction(&self.state, || {
                let values = vec![wanted.as_str().into(), id(project)];
                database.run("UPDATE project SET name = ? WHERE id = ?", values)?;
                audit::write(database, &Entry::of(call.caller, &call.route).project(project, &wanted))
            });
            renamed.map_err(unwritable)?;
        }
        read(database, project, self.grace())
    }
}

fn unused_id(database: &Database) -> Result<u64, ManagementError> {
    for _ in 0..MAX_ATTEMPTS {
        let random = random::secure().map_err(|error| reply::internal("creating a project", &error))?;
        let candidate = GENERATED_IDS.start + random % (GENERATED_IDS.end - GENERATED_IDS.start);
        if deleted_since(database, candidate)?.is_none() {
            return Ok(candidate);
        }
    }
    Err(ManagementError::NoRoom("No unused seven-digit id was found: send one as `id`.".to_owned()))
}

/// A row of [`query`] as the API shows it.
fn shown(mut row: Row, grace: i64) -> Value {
    let since = row.integer(3);
    let mut shown = json!({"id": row.id(0), "name": row.text(1), "createdAt": shown_moment(row.integer(2))});
    if since != 0
        && let Some(fields) = shown.as_object_mut()
    {
        fields.insert("deletedAt".to_owned(), shown_moment(since).into());
        fields.insert("restorableUntil".to_owned(), shown_moment(since + grace).into());
    }
    shown
}
