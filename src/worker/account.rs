//! The `Account` object: which projects there are.

use super::body::read_up_to;
use super::sql::{Database, Row, id};
use super::{clock, random, reply};
use crate::error::ManagementError;
use crate::manage::{Action, NewProject, Route, route};
use serde_json::{Value, json};
use worker::{DurableObject, Env, Request, Response, Result, State, durable_object};

/// How long the body of a request may be, in bytes.
const MAX_BODY: usize = 64 * 1024;
/// Generated ids have seven digits, as Apidog's have.
const GENERATED_IDS: std::ops::Range<u64> = 1_000_000..10_000_000;
/// How many taken ids are put up with in a row.
const MAX_ATTEMPTS: usize = 64;

/// There is one, and all changes to the list of projects go through it.
#[durable_object(fetch)]
#[derive(Debug)]
pub struct Account {
    state: State,
}

impl DurableObject for Account {
    fn new(state: State, _env: Env) -> Self {
        Self { state }
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        let (method, path) = (request.inner().method(), request.path());
        let result = match route(&method, &path) {
            Ok(Route { action: Action::ListProjects, .. }) => self.list(),
            Ok(Route { action: Action::CreateProject, .. }) => {
                let (body, more) = read_up_to(request.inner().body(), MAX_BODY).await?;
                if more { Err(ManagementError::BodyTooLarge { limit: MAX_BODY }) } else { self.create(&body) }
            }
            Ok(Route { action: Action::ReadProject, project, .. }) => self.read(project),
            _ => Err(reply::internal("account object", &format!("no route {path}"))),
        };
        reply::finish(result).map(Response::from)
    }
}

impl Account {
    fn database(&self) -> Result<Database> {
        let database = Database::new(&self.state);
        let table = "CREATE TABLE IF NOT EXISTS project (id INTEGER PRIMARY KEY, name TEXT NOT NULL, \
                     created INTEGER NOT NULL)";
        database.run(table, vec![])?;
        Ok(database)
    }

    fn list(&self) -> std::result::Result<Value, ManagementError> {
        let failed = |error| reply::internal("listing projects", &error);
        let rows = self
            .database()
            .and_then(|database| database.rows("SELECT id, name, created FROM project ORDER BY id", vec![]));
        Ok(rows.map_err(failed)?.into_iter().map(shown).collect())
    }

    fn read(&self, project: u64) -> std::result::Result<Value, ManagementError> {
        let sql = "SELECT id, name, created FROM project WHERE id = ?";
        let row = self.database().and_then(|database| database.first(sql, vec![id(project)]));
        let row = row.map_err(|error| reply::internal("reading a project", &error))?;
        row.map(shown).ok_or(ManagementError::UnknownProject(project))
    }

    fn create(&self, body: &[u8]) -> std::result::Result<Value, ManagementError> {
        let project = NewProject::parse(body)?;
        let failed = |error: worker::Error| reply::internal("creating a project", &error);
        let database = self.database().map_err(failed)?;
        let taken = |project: u64| {
            database.first("SELECT 1 FROM project WHERE id = ?", vec![id(project)]).map(|row| row.is_some())
        };
        let chosen = match project.id {
            Some(wanted) if taken(wanted).map_err(failed)? => {
                return Err(ManagementError::ProjectExists(wanted));
            }
            Some(wanted) => wanted,
            None => {
                let mut found = None;
                for _ in 0..MAX_ATTEMPTS {
                    let random =
                        random::secure().map_err(|error| reply::internal("creating a project", &error))?;
                    let candidate = GENERATED_IDS.start + random % (GENERATED_IDS.end - GENERATED_IDS.start);
                    if !taken(candidate).map_err(failed)? {
                        found = Some(candidate);
                        break;
                    }
                }
                let full = || {
                    ManagementError::NoRoom(
                        "No unused seven-digit id was found: send one as `id`.".to_owned(),
                    )
                };
                found.ok_or_else(full)?
            }
        };
        let values = vec![id(chosen), project.name.as_str().into(), clock::now().into()];
        database.run("INSERT INTO project (id, name, created) VALUES (?, ?, ?)", values).map_err(failed)?;
        Ok(json!({"id": chosen, "name": project.name}))
    }
}

fn shown(mut row: Row) -> Value {
    json!({"id": row.id(0), "name": row.text(1), "createdAt": row.integer(2)})
}
