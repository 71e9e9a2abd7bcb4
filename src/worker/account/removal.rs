//! Deleting projects: their mock is closed at once, their data goes after a time of grace.
//!
//! What is wanted of a project is stored first, then its object is told. What fails is tried again by the alarm until
//! the object has done it. A row of `removal` is in one of these states:
//!
//! | state | the project | next |
//! | --- | --- | --- |
//! | closing | is deleted, its object has to be told | closed |
//! | closed | is deleted | purging when its time is over |
//! | opening | is restored, its object has to be told | no row |
//! | purging | is gone, its object has to be emptied | no row, no project |

use super::audit::{self, Entry};
use super::{Account, Call, projects, tokens, unreadable, unwritable};
use crate::error::ManagementError;
use crate::manage::{Action, grace_seconds, shown_moment};
use crate::worker::management::tell_project;
use crate::worker::reply::Success;
use crate::worker::sql::{Database, id};
use crate::worker::{clock, js, log, reply};
use serde_json::{Value, json};
use worker::Result;

const CLOSING: u64 = 0;
const CLOSED: u64 = 1;
const OPENING: u64 = 2;
const PURGING: u64 = 3;

/// The states in which a project counts as deleted, for SQL.
pub(super) const CLOSED_STATES: &str = "(0, 1, 3)";

/// How long after a failure it is tried again, in milliseconds.
const RETRY_AFTER: i64 = 10_000;

impl Account {
    /// How long a deleted project can be restored, in milliseconds.
    pub(super) fn grace(&self) -> i64 {
        let variable = self.env.var("GRACE_SECONDS").ok().map(|variable| variable.to_string());
        grace_seconds(variable.as_deref()) as i64 * 1000
    }

    pub(super) async fn delete_project(
        &self,
        database: &Database,
        call: &Call<'_>,
    ) -> std::result::Result<Value, ManagementError> {
        let project = call.route.project;
        projects::expect_seen(database, call, self.grace())?;
        let name = projects::name(database, project)?;
        let now = clock::now();
        let deleted = js::transaction(&self.state, || {
            // A project that is being opened has a row already.
            let sql = "INSERT OR REPLACE INTO removal (project, since, state) VALUES (?, ?, ?)";
            database.run(sql, vec![id(project), now.into(), id(CLOSING)])?;
            audit::write(database, &Entry::of(call.caller, &call.route).project(project, &name))
        });
        deleted.map_err(unwritable)?;
        self.settle_now().await?;
        Ok(json!({
            "id": project,
            "name": name,
            "deletedAt": shown_moment(now),
            "restorableUntil": shown_moment(now + self.grace()),
        }))
    }

    pub(super) async fn restore_project(
        &self,
        database: &Database,
        call: &Call<'_>,
    ) -> std::result::Result<Success, ManagementError> {
        let project = call.route.project;
        match projects::deleted_since(database, project)? {
            None => return Err(ManagementError::UnknownProject(project)),
            Some(0) => return Err(ManagementError::NotDeleted(project)),
            Some(_) => {}
        }
        let sql = "SELECT state, since FROM removal WHERE project = ?";
        let row = database.first(sql, vec![id(project)]).map_err(unreadable)?;
        let late =
            row.is_none_or(|row| row.id(0) == PURGING || row.integer(1) + self.grace() <= clock::now());
        if late {
            return Err(ManagementError::UnknownProject(project));
        }
        let name = projects::name(database, project)?;
        let restored = js::transaction(&self.state, || {
            let sql = "UPDATE removal SET state = ? WHERE project = ?";
            database.run(sql, vec![id(OPENING), id(project)])?;
            audit::write(database, &Entry::of(call.caller, &call.route).project(project, &name))
        });
        restored.map_err(unwritable)?;
        self.settle_now().await?;
        projects::read(database, project, self.grace())
    }

    /// Brings everything to where it is to be, after a change. The change is stored whatever comes of it: the alarm goes
    /// on trying.
    async fn settle_now(&self) -> std::result::Result<(), ManagementError> {
        // Set before anything else is waited for, so that it is stored together with the change.
        let alarm = self.state.storage().set_alarm(RETRY_AFTER).await;
        alarm.map_err(|error| reply::internal("setting the alarm", &error))?;
        if let Err(error) = self.settle().await {
            log::failed("settling deleted projects, to be tried again", None, &error);
        }
        Ok(())
    }

    /// Tells the objects what they do not know yet, empties those whose time is over, and sets the alarm for what is
    /// left to do.
    pub(super) async fn settle(&self) -> Result<()> {
        let _turn = self.settling.lock().await;
        let database = self.database()?;
        let over = clock::now() - self.grace();
        let sql = "UPDATE removal SET state = ? WHERE state IN (?, ?) AND since <= ?";
        database.run(sql, vec![id(PURGING), id(CLOSING), id(CLOSED), over.into()])?;
        let rows = database
            .rows("SELECT project, state FROM removal WHERE state <> ? ORDER BY since", vec![id(CLOSED)])?;
        for row in rows {
            let (project, state) = (row.id(0), row.id(1));
            let target = match state {
                OPENING => "/open",
                PURGING => "/purge",
                _ => "/close",
            };
            match tell_project(&self.env, project, target).await {
                Ok(()) => self.advance(&database, project, state)?,
                Err(error) => {
                    log::failed(&format!("telling a project {target}, to be tried again"), project, &error)
                }
            }
        }
        self.set_next_alarm(&database).await
    }

    /// The project's object has done what it had to do in a state.
    fn advance(&self, database: &Database, project: u64, state: u64) -> Result<()> {
        js::transaction(&self.state, || {
            // While the object was told, somebody may have wanted it otherwise: that comes next.
            let current = "SELECT 1 FROM removal WHERE project = ? AND state = ?";
            if database.first(current, vec![id(project), id(state)])?.is_none() {
                return Ok(());
            }
            if state == CLOSING {
                let sql = "UPDATE removal SET state = ? WHERE project = ?";
                return database.run(sql, vec![id(CLOSED), id(project)]);
            }
            database.run("DELETE FROM removal WHERE project = ?", vec![id(project)])?;
            if state == PURGING {
                let sql = "DELETE FROM project WHERE id = ? RETURNING name";
                let name =
                    database.first(sql, vec![id(project)])?.map_or_else(String::new, |mut row| row.text(0));
                tokens::forget_project(database, project)?;
                audit::write(database, &Entry::of_nobody(Action::PurgeProject, project, &name))?;
            }
            Ok(())
        })
    }

    async fn set_next_alarm(&self, database: &Database) -> Result<()> {
        let left = database.first("SELECT 1 FROM removal WHERE state <> ? LIMIT 1", vec![id(CLOSED)])?;
        if left.is_some() {
            return self.state.storage().set_alarm(RETRY_AFTER).await;
        }
        match database.first("SELECT min(since) FROM removal HAVING count(*) > 0", vec![])? {
            Some(row) => {
                let delay = row.integer(0) + self.grace() + 1 - clock::now();
                self.state.storage().set_alarm(delay.max(1)).await
            }
            None => self.state.storage().delete_alarm().await,
        }
    }
}
