//! The audit list: who changed what, and when. It has names of tokens, never a token.
//!
//! Changes of the account itself are noted in the transaction that makes them. A change of a project is noted before the
//! project's object is asked, with the outcome still unknown; the Worker reports the outcome behind its answer. A report
//! that gets lost leaves the entry as it is. So no change that was acknowledged is missing, and an entry without outcome
//! says that the change may have been made.

use super::tokens::Caller;
use super::{Call, unreadable};
use crate::error::ManagementError;
use crate::manage::{AUDIT_LENGTH, Action, AuditQuery, MAX_PROJECT_ID, Route, shown_moment};
use crate::worker::clock;
use crate::worker::sql::{Database, Row, id, optional_id, optional_text};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fmt::Write as _;

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// It was let in; whether it was made is not known.
    Unknown = 0,
    /// It was made.
    Done = 1,
}

/// One change.
pub(super) struct Entry<'a> {
    token: Option<u64>,
    token_name: &'a str,
    action: Action,
    project: Option<u64>,
    endpoint: Option<u64>,
    item: Option<u64>,
    project_name: Option<&'a str>,
    /// Of the project or token that was changed.
    name: Option<&'a str>,
    outcome: Outcome,
}

impl<'a> Entry<'a> {
    /// What the caller does to what the route names.
    pub(super) fn of(caller: &'a Caller, route: &Route) -> Self {
        let present = |id: u64| (id != 0).then_some(id);
        Self {
            token: caller.id,
            token_name: &caller.name,
            action: route.action,
            project: present(route.project),
            endpoint: present(route.endpoint),
            item: present(route.item),
            project_name: None,
            name: None,
            outcome: Outcome::Done,
        }
    }

    /// What edgemock does by itself.
    pub(super) const fn of_nobody(action: Action, project: u64, name: &'a str) -> Self {
        Self {
            token: None,
            token_name: "",
            action,
            project: Some(project),
            endpoint: None,
            item: None,
            project_name: Some(name),
            name: Some(name),
            outcome: Outcome::Done,
        }
    }

    /// The same, where somebody else makes the change.
    pub(super) fn of_unknown_outcome(self) -> Self {
        Self { outcome: Outcome::Unknown, ..self }
    }

    /// The same for a project that got its id just now.
    pub(super) fn project(self, project: u64, name: &'a str) -> Self {
        Self { project: Some(project), project_name: Some(name), name: Some(name), ..self }
    }

    /// The same for what is in a project of this name.
    pub(super) fn in_project(self, name: &'a str) -> Self {
        Self { project_name: Some(name), ..self }
    }

    /// The same for a token.
    pub(super) fn token(self, token: u64, name: &'a str) -> Self {
        Self { item: Some(token), name: Some(name), ..self }
    }
}

/// Brings a list from before there were names of projects and endpoints up to date.
pub(super) fn add_columns(database: &Database) -> worker::Result<()> {
    let known = "SELECT 1 FROM sqlite_master WHERE name = 'audit' AND sql LIKE '%endpoint_name TEXT%'";
    if database.first(known, vec![])?.is_none() {
        database.run("ALTER TABLE audit ADD COLUMN project_name TEXT", vec![])?;
        database.run("ALTER TABLE audit ADD COLUMN endpoint_name TEXT", vec![])?;
    }
    Ok(())
}

/// Adds an entry, drops those that are too old, and gives the id.
pub(super) fn write(database: &Database, entry: &Entry<'_>) -> worker::Result<u64> {
    let action = serde_json::to_value(entry.action)?;
    let values = vec![
        clock::now().into(),
        optional_id(entry.token),
        entry.token_name.into(),
        action.as_str().unwrap_or_default().into(),
        optional_id(entry.project),
        optional_id(entry.endpoint),
        optional_id(entry.item),
        optional_text(entry.name),
        id(entry.outcome as u64),
        optional_text(entry.project_name),
    ];
    let sql = "INSERT INTO audit (time, token, token_name, action, project, endpoint, item, name, outcome, \
               project_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id";
    let written = database.first(sql, values)?.map_or(0, |row| row.id(0));
    let old = id(written.saturating_sub(AUDIT_LENGTH));
    database.run("DELETE FROM audit WHERE id <= ?", vec![old])?;
    Ok(written)
}

/// Takes the outcome of a change, `/audit/{entry}/{status}`: what was refused changed nothing and leaves the list, what
/// failed stays unknown. The query has the names of what was changed, see `project/subject.rs`.
pub(super) fn report(database: &Database, path: &str, query: &str) -> worker::Result<()> {
    let mut parts = path.strip_prefix("/audit/").unwrap_or_default().splitn(2, '/');
    let mut number = || parts.next().and_then(|text| text.parse::<u64>().ok());
    let (Some(entry), Some(status)) = (number(), number()) else {
        return Err(worker::Error::RustError(format!("no route {path}")));
    };
    if let 400..=499 = status {
        return database.run("DELETE FROM audit WHERE id = ? AND outcome = 0", vec![id(entry)]);
    }
    let outcome = if let 200..=299 = status { Outcome::Done } else { Outcome::Unknown };
    let subject: HashMap<_, _> = form_urlencoded::parse(query.as_bytes()).collect();
    let number = |name: &str| optional_id(subject.get(name).and_then(|text| text.parse().ok()));
    let text = |name: &str| optional_text(subject.get(name).map(AsRef::as_ref));
    let values = vec![
        id(outcome as u64),
        number("endpoint"),
        text("endpointName"),
        number("item"),
        text("name"),
        id(entry),
    ];
    let sql = "UPDATE audit SET outcome = ?, endpoint = coalesce(?, endpoint), endpoint_name = ?, \
               item = coalesce(?, item), name = coalesce(?, name) WHERE id = ?";
    database.run(sql, values)
}

/// A page of the list, newest first. A token that is limited to projects sees what was done to these.
pub(super) fn list(database: &Database, call: &Call<'_>) -> Result<Value, ManagementError> {
    let query = AuditQuery::parse(call.query)?;
    let mut sql =
        "SELECT id, time, token, token_name, action, project, endpoint, item, name, outcome, project_name, \
         endpoint_name FROM audit WHERE id < ?"
            .to_owned();
    let mut values = vec![id(query.before.unwrap_or(MAX_PROJECT_ID))];
    if let Some(project) = query.project {
        if !call.caller.rights.sees(project) {
            return Err(ManagementError::UnknownProject(project));
        }
        sql.push_str(" AND project = ?");
        values.push(id(project));
    } else if let Some(projects) = &call.caller.rights.projects {
        let projects = projects.iter().map(u64::to_string).collect::<Vec<_>>().join(",");
        let _ = write!(sql, " AND project IN ({projects})");
    }
    sql.push_str(" ORDER BY id DESC LIMIT ?");
    values.push(id(query.limit + 1));
    let mut rows = database.rows(&sql, values).map_err(unreadable)?;
    let more = rows.len() as u64 > query.limit;
    rows.truncate(query.limit as usize);
    let next = rows.last().filter(|_| more).map(|row| row.id(0));
    let entries: Vec<Value> = rows.into_iter().map(shown).collect();
    Ok(json!({"entries": entries, "next": next}))
}

fn shown(mut row: Row) -> Value {
    let some = |id: u64| (id != 0).then_some(id);
    let (token, project, endpoint, item) = (row.id(2), row.id(5), row.id(6), row.id(7));
    let named = |name: String| (!name.is_empty()).then_some(name);
    let (token_name, name) = (row.text(3), row.text(8));
    let (project_name, endpoint_name) = (named(row.text(10)), named(row.text(11)));
    let by = (!token_name.is_empty()).then(|| json!({"id": some(token), "name": token_name}));
    json!({
        "id": row.id(0),
        "at": shown_moment(row.integer(1)),
        "token": by,
        "action": row.text(4),
        "project": some(project),
        "projectName": project_name,
        "endpoint": some(endpoint),
        "endpointName": endpoint_name,
        "item": some(item),
        "name": named(name),
        "outcome": if row.integer(9) == Outcome::Done as i64 { "done" } else { "unknown" },
    })
}
