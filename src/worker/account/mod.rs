//! The `Account` object: which projects there are, who may do what with them, and who did.
//!
//! Every management request asks it once. What concerns the account is done here, in the same call; what concerns a
//! project is admitted here, and done by the project's object. So a token that is revoked is refused from the next request
//! on, wherever it comes from.

mod audit;
mod projects;
mod removal;
mod tokens;

use super::body::read_up_to;
use super::management::{CONDITION_HEADER, CREDENTIAL_HEADER};
use super::reply::{self, Success};
use super::sql::Database;
use crate::error::ManagementError;
use crate::manage::{Action, Authority, Route, route};
use futures_util::lock::Mutex;
use std::cell::Cell;
use tokens::Caller;
use worker::{DurableObject, Env, Request, Response, Result, State, durable_object, web_sys};

/// How long the body of a request may be, in bytes.
const MAX_BODY: usize = 64 * 1024;

/// The header in which an admitted change gets the id of its entry in the audit list.
pub(super) const AUDIT_HEADER: &str = "x-edgemock-audit";

const TABLES: [&str; 5] = [
    "CREATE TABLE IF NOT EXISTS project (id INTEGER PRIMARY KEY, name TEXT NOT NULL, created INTEGER NOT NULL)",
    // Projects that are deleted and not gone yet, see `removal.rs`.
    "CREATE TABLE IF NOT EXISTS removal (project INTEGER PRIMARY KEY, since INTEGER NOT NULL, \
     state INTEGER NOT NULL)",
    // Ids are never given out twice: the audit list has them. `projects` is a JSON list.
    "CREATE TABLE IF NOT EXISTS access_token (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, \
     hash TEXT NOT NULL UNIQUE, prefix TEXT NOT NULL, created INTEGER NOT NULL, expires INTEGER, \
     last_used INTEGER, read_only INTEGER NOT NULL, projects TEXT)",
    "CREATE TABLE IF NOT EXISTS audit (id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, \
     token INTEGER, token_name TEXT NOT NULL, action TEXT NOT NULL, project INTEGER, endpoint INTEGER, \
     item INTEGER, name TEXT, outcome INTEGER NOT NULL, project_name TEXT, endpoint_name TEXT)",
    "CREATE INDEX IF NOT EXISTS audit_project ON audit (project, id)",
];

/// There is one, and all changes to projects and access tokens go through it.
#[durable_object(alarm)]
#[derive(Debug)]
pub struct Account {
    state: State,
    env: Env,
    /// Whether this instance has seen the tables.
    has_tables: Cell<bool>,
    /// Held by whoever brings projects to where they are to be, see `removal.rs`.
    settling: Mutex<()>,
}

/// A request that was let in.
struct Call<'a> {
    caller: &'a Caller,
    route: Route<'a>,
    body: &'a [u8],
    query: &'a str,
    /// `If-Match`.
    condition: Option<&'a str>,
}

impl DurableObject for Account {
    fn new(state: State, env: Env) -> Self {
        Self { state, env, has_tables: Cell::new(false), settling: Mutex::new(()) }
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        match self.answer(request.inner()).await {
            Ok(response) => Ok(response.into()),
            Err(error) => reply::failure(&error).map(Response::from),
        }
    }

    async fn alarm(&self) -> Result<Response> {
        self.settle().await?;
        Response::empty()
    }
}

impl Account {
    async fn answer(
        &self,
        request: &web_sys::Request,
    ) -> std::result::Result<web_sys::Response, ManagementError> {
        let failed = |error: worker::Error| reply::internal("account object", &error);
        let (method, url) = (request.method(), request.url());
        let target = super::split_url(&url).1;
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let database = self.database().map_err(failed)?;
        let Some(credential) = request.headers().get(CREDENTIAL_HEADER).ok().flatten() else {
            // Only the Worker itself asks without one.
            return audit::report(&database, path, query)
                .and_then(|()| reply::success(&no_data()))
                .map_err(failed);
        };
        let (body, more) = read_up_to(request.body(), MAX_BODY).await.map_err(failed)?;
        // From here on nothing is waited for until the change is stored: no revocation comes in between.
        let caller = tokens::identify(&database, &credential)?;
        let route = route(&method, path)?;
        caller.rights.permit(&method, &route)?;
        if more {
            return Err(ManagementError::BodyTooLarge { limit: MAX_BODY });
        }
        if route.action.authority() == Authority::Project {
            projects::expect(&database, route.project, self.grace())?;
            if !route.action.changes(&method) {
                return reply::success(&no_data()).map_err(failed);
            }
            let name = projects::name(&database, route.project)?;
            let entry = audit::Entry::of(&caller, &route).in_project(&name).of_unknown_outcome();
            let entry = audit::write(&database, &entry).map_err(failed)?;
            return reply::json(200, "{}", Some((AUDIT_HEADER, &entry.to_string()))).map_err(failed);
        }
        reply::check_body(route.action, request)?;
        let condition = request.headers().get(CONDITION_HEADER).ok().flatten();
        let call = Call { caller: &caller, route, body: &body, query, condition: condition.as_deref() };
        let done = self.perform(&database, &call).await?;
        reply::success(&done).map_err(failed)
    }

    async fn perform(
        &self,
        database: &Database,
        call: &Call<'_>,
    ) -> std::result::Result<Success, ManagementError> {
        match call.route.action {
            Action::ReadMe => Ok(call.caller.shown().into()),
            Action::ListTokens => tokens::list(database).map(Success::from),
            Action::CreateToken => self.create_token(database, call),
            Action::ReadToken => tokens::read(database, call.route.item).map(|token| token.success()),
            Action::ChangeToken => self.change_token(database, call),
            Action::DeleteToken => self.delete_token(database, call).map(Success::from),
            Action::ListAudit => audit::list(database, call).map(Success::from),
            Action::ListProjects => projects::list(database, call, self.grace()).map(Success::from),
            Action::ReadProject => projects::read(database, call.route.project, self.grace()),
            Action::CreateProject => self.create_project(database, call),
            Action::RenameProject => self.rename_project(database, call),
            Action::DeleteProject => self.delete_project(database, call).await.map(Success::from),
            Action::RestoreProject => self.restore_project(database, call).await,
            _ => Err(reply::internal("account object", &"an action of another object")),
        }
    }

    fn database(&self) -> Result<Database> {
        let database = Database::new(&self.state);
        if !self.has_tables.get() {
            for table in TABLES {
                database.run(table, vec![])?;
            }
            audit::add_columns(&database)?;
            self.has_tables.set(true);
        }
        Ok(database)
    }
}

fn no_data() -> Success {
    serde_json::Value::Null.into()
}

#[allow(clippy::needless_pass_by_value)] // For `map_err`.
fn unreadable(error: worker::Error) -> ManagementError {
    reply::internal("reading the account's database", &error)
}

/// A change that the database did not take.
#[allow(clippy::needless_pass_by_value)] // For `map_err`.
fn unwritable(error: worker::Error) -> ManagementError {
    reply::internal("writing to the account's database", &error)
}
