//! Access tokens. Only their hashes are stored: nobody, whatever he reads here, gets a token out of it.

use super::audit::{self, Entry};
use super::{Account, Call, projects, unreadable, unwritable};
use crate::auth::{AccessRefusal, TokenHash, new_access_token, shown_prefix};
use crate::error::ManagementError;
use crate::manage::{ADMIN_NAME, NewToken, Rights, TokenPatch, expect_version, shown_moment, version_of};
use crate::worker::management::ADMIN_CREDENTIAL;
use crate::worker::reply::Success;
use crate::worker::sql::{Database, Row, id, optional_integer};
use crate::worker::{clock, js, random, reply};
use serde_json::{Value, json};

/// How many access tokens there can be.
const MAX_TOKENS: u64 = 1000;
/// `lastUsedAt` is exact to this, in milliseconds: a write for each request would be too much.
const LAST_USED_STEP: i64 = 60_000;

const COLUMNS: &str = "id, name, prefix, created, expires, last_used, read_only, projects";

/// An access token without the token; or, without an id, the deployment's own one.
#[derive(Debug)]
pub(super) struct Caller {
    pub(super) id: Option<u64>,
    pub(super) name: String,
    pub(super) rights: Rights,
    prefix: String,
    /// 0 where it is not known.
    created: i64,
    expires: Option<i64>,
    last_used: Option<i64>,
}

impl Caller {
    /// The holder of the deployment's own token.
    fn admin() -> Self {
        Self {
            id: None,
            name: ADMIN_NAME.to_owned(),
            rights: Rights::FULL,
            prefix: String::new(),
            created: 0,
            expires: None,
            last_used: None,
        }
    }

    /// Reads a row of [`COLUMNS`].
    fn read(mut row: Row) -> worker::Result<Self> {
        let projects = row.text(7);
        Ok(Self {
            id: Some(row.id(0)),
            name: row.text(1),
            prefix: row.text(2),
            created: row.integer(3),
            expires: Some(row.integer(4)).filter(|&time| time != 0),
            last_used: Some(row.integer(5)).filter(|&time| time != 0),
            rights: Rights {
                read_only: row.integer(6) != 0,
                projects: (!projects.is_empty()).then(|| serde_json::from_str(&projects)).transpose()?,
            },
        })
    }

    /// As the API shows it.
    pub(super) fn shown(&self) -> Value {
        let own = self.id.is_some();
        json!({
            "id": self.id,
            "name": self.name,
            "prefix": own.then_some(&self.prefix),
            "createdAt": own.then(|| shown_moment(self.created)),
            "expiresAt": self.expires.map(shown_moment),
            "lastUsedAt": self.last_used.map(shown_moment),
            "readOnly": self.rights.read_only,
            "projects": self.rights.projects,
            "fullRights": self.rights.is_full(),
        })
    }

    /// What it is like, whenever it was used.
    fn version(&self) -> String {
        let Rights { read_only, projects } = &self.rights;
        version_of(&(self.id, &self.name, self.expires, read_only, projects))
    }

    /// The answer that shows it.
    pub(super) fn success(&self) -> Success {
        Success { etag: Some(self.version()), ..self.shown().into() }
    }
}

/// Finds out who calls: [`ADMIN_CREDENTIAL`], which the Worker has checked, or the hash of an access token.
pub(super) fn identify(database: &Database, credential: &str) -> Result<Caller, ManagementError> {
    if credential == ADMIN_CREDENTIAL {
        return Ok(Caller::admin());
    }
    let sql = format!("SELECT {COLUMNS} FROM access_token WHERE hash = ?");
    let row = database.first(&sql, vec![credential.into()]).map_err(unreadable)?;
    let caller = Caller::read(row.ok_or(AccessRefusal::Unknown)?).map_err(unreadable)?;
    let now = clock::now();
    if let Some(expires) = caller.expires.filter(|&expires| expires <= now) {
        return Err(AccessRefusal::Expired(shown_moment(expires)).into());
    }
    if caller.last_used.is_none_or(|used| used + LAST_USED_STEP <= now) {
        let sql = "UPDATE access_token SET last_used = ? WHERE id = ?";
        database.run(sql, vec![now.into(), id(caller.id.unwrap_or_default())]).map_err(unwritable)?;
    }
    Ok(caller)
}

/// All tokens, in the order in which they were made.
pub(super) fn list(database: &Database) -> Result<Value, ManagementError> {
    let sql = format!("SELECT {COLUMNS} FROM access_token ORDER BY id");
    let rows = database.rows(&sql, vec![]).map_err(unreadable)?;
    let shown = rows.into_iter().map(|row| Caller::read(row).map(|token| token.shown()));
    shown.collect::<worker::Result<Value>>().map_err(unreadable)
}

/// One token.
pub(super) fn read(database: &Database, token: u64) -> Result<Caller, ManagementError> {
    let sql = format!("SELECT {COLUMNS} FROM access_token WHERE id = ?");
    let row = database.first(&sql, vec![id(token)]).map_err(unreadable)?;
    Caller::read(row.ok_or(ManagementError::UnknownToken(token))?).map_err(unreadable)
}

impl Account {
    /// Makes a token. This answer is the only place where it ever appears.
    pub(super) fn create_token(
        &self,
        database: &Database,
        call: &Call<'_>,
    ) -> Result<Success, ManagementError> {
        let wanted = NewToken::parse(call.body, clock::now())?;
        self.expect_projects(database, &wanted.rights)?;
        let count = database.first("SELECT count(*) FROM access_token", vec![]).map_err(unreadable)?;
        if count.is_some_and(|row| row.id(0) >= MAX_TOKENS) {
            let message = format!("There are {MAX_TOKENS} access tokens: revoke some that nobody uses.");
            return Err(ManagementError::NoRoom(message));
        }
        let word = || random::secure().map_err(|error| reply::internal("making a token", &error));
        let token = new_access_token([word()?, word()?, word()?]);
        let made = js::transaction(&self.state, || {
            let values = vec![
                wanted.name.as_str().into(),
                TokenHash::of(&token).to_hex().into(),
                shown_prefix(&token).into(),
                clock::now().into(),
                optional_integer(wanted.expires),
                id(u64::from(wanted.rights.read_only)),
                project_list(&wanted.rights)?,
            ];
            let sql = "INSERT INTO access_token (name, hash, prefix, created, expires, read_only, projects) \
                       VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id";
            let made = database.first(sql, values)?.map_or(0, |row| row.id(0));
            audit::write(database, &Entry::of(call.caller, &call.route).token(made, &wanted.name))?;
            Ok(made)
        });
        let mut done = read(database, made.map_err(unwritable)?)?.success();
        if let Some(fields) = done.data.as_object_mut() {
            fields.insert("token".to_owned(), token.into());
        }
        Ok(Success { status: 201, ..done })
    }

    /// Changes name, end or rights. The token stays.
    pub(super) fn change_token(
        &self,
        database: &Database,
        call: &Call<'_>,
    ) -> Result<Success, ManagementError> {
        let token = call.route.item;
        let patch = TokenPatch::parse(call.body, clock::now())?;
        let before = read(database, token)?;
        expect_version(call.condition, Some(&before.version()))?;
        let before = NewToken { name: before.name, expires: before.expires, rights: before.rights };
        let after = patch.apply(before.clone());
        if after.rights.projects != before.rights.projects {
            self.expect_projects(database, &after.rights)?;
        }
        if after != before {
            let change = js::transaction(&self.state, || {
                let values = vec![
                    after.name.as_str().into(),
                    optional_integer(after.expires),
                    id(u64::from(after.rights.read_only)),
                    project_list(&after.rights)?,
                    id(token),
                ];
                let sql =
                    "UPDATE access_token SET name = ?, expires = ?, read_only = ?, projects = ? WHERE id = ?";
                database.run(sql, values)?;
                audit::write(database, &Entry::of(call.caller, &call.route).token(token, &after.name))
            });
            change.map_err(unwritable)?;
        }
        Ok(read(database, token)?.success())
    }

    /// Revokes a token: the next request with it is refused.
    pub(super) fn delete_token(
        &self,
        database: &Database,
        call: &Call<'_>,
    ) -> Result<Value, ManagementError> {
        let token = read(database, call.route.item)?;
        expect_version(call.condition, Some(&token.version()))?;
        let revoked = js::transaction(&self.state, || {
            database.run("DELETE FROM access_token WHERE id = ?", vec![id(call.route.item)])?;
            audit::write(database, &Entry::of(call.caller, &call.route).token(call.route.item, &token.name))
        });
        revoked.map_err(unwritable)?;
        Ok(json!({"id": token.id, "name": token.name}))
    }

    /// The projects that a token is to be limited to have to be there.
    fn expect_projects(&self, database: &Database, rights: &Rights) -> Result<(), ManagementError> {
        for (index, &project) in rights.projects.iter().flatten().enumerate() {
            if let Err(error) = projects::expect(database, project, self.grace()) {
                return Err(ManagementError::invalid(format!("/projects/{index}"), error.to_string()));
            }
        }
        Ok(())
    }
}

/// The value of the column `projects`.
fn project_list(rights: &Rights) -> worker::Result<worker::SqlStorageValue> {
    let list = rights.projects.as_ref().map(serde_json::to_string).transpose()?;
    Ok(list.map_or(worker::SqlStorageValue::Null, Into::into))
}

/// Takes a project that is gone out of the limits of all tokens: its id can be given to another one.
pub(super) fn forget_project(database: &Database, project: u64) -> worker::Result<()> {
    let sql = format!("SELECT {COLUMNS} FROM access_token WHERE projects IS NOT NULL");
    for row in database.rows(&sql, vec![])? {
        let mut token = Caller::read(row)?;
        if let Some(projects) = &mut token.rights.projects
            && projects.contains(&project)
        {
            projects.retain(|&other| other != project);
            let sql = "UPDATE access_token SET projects = ? WHERE id = ?";
            database.run(sql, vec![project_list(&token.rights)?, id(token.id.unwrap_or_default())])?;
        }
    }
    Ok(())
}
