//! The pointers of the projects that this isolate serves.
//!
//! How long a change can stay unseen: 30 s in KV's own cache at this location, and [`STALE_AFTER`] here. In between, a
//! request past [`FRESH_FOR`] is served with what is held while the pointer is read again behind its back.

use super::packs;
use crate::error::MockError;
use crate::release::{Lru, PackRef, Pointer, ReadError, pointer_key};
use crate::worker::kv::{self, Reads};
use crate::worker::{clock, management};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use worker::{Context, Env, console_error};

/// A pointer is taken as it is for this long, in milliseconds.
const FRESH_FOR: i64 = 10_000;
/// A pointer held for longer than this, in milliseconds, is read again before the request goes on.
const STALE_AFTER: i64 = 20_000;
/// That there is no such project is remembered for this long, in milliseconds.
const MISSING_FOR: i64 = 5_000;
/// After a failure, or while another request is at it, what is held is used for this long, in milliseconds.
const RETRY_AFTER: i64 = 5_000;
/// How long KV may keep a pointer at this location, in seconds: the least that it takes.
const KV_TTL: u64 = 30;
/// What one entry counts in the budget.
const ENTRY_BYTES: usize = 512;
/// Bytes for all entries: some 8,000 projects.
const BUDGET: usize = 4 * 1024 * 1024;

/// What is known of a project.
#[derive(Clone)]
pub(super) enum Known {
    /// Its pointer.
    Project(Rc<Pointer>),
    /// There is none, or it never published anything.
    Missing,
}

struct Held {
    known: Known,
    /// When it was read.
    read_at: i64,
    /// No further attempt to read it again before this time.
    retry_at: Cell<i64>,
}

thread_local! {
    static HELD: RefCell<Lru<u64, Rc<Held>>> = RefCell::new(Lru::new(BUDGET));
}

impl Known {
    fn routes(&self) -> Option<&PackRef> {
        match self {
            Self::Project(pointer) => pointer.routes.as_ref(),
            Self::Missing => None,
        }
    }
}

impl Held {
    /// Whether it is taken as it is.
    fn is_usable(&self, now: i64) -> bool {
        let fresh_for = match self.known {
            Known::Project(_) => FRESH_FOR,
            Known::Missing => MISSING_FOR,
        };
        now - self.read_at < fresh_for || now < self.retry_at.get()
    }
}

/// What this isolate knows of a project; `None` where it has to be read.
pub(super) fn held(project: u64) -> Option<Known> {
    let held = HELD.with_borrow_mut(|held| held.get(&project))?;
    held.is_usable(clock::now()).then(|| held.known.clone())
}

/// What is known of a project, read if need be.
///
/// # Errors
/// [`MockError::Unavailable`] when KV fails and nothing is held.
pub(super) async fn find(
    env: &Env,
    context: &Context,
    project: u64,
    reads: &Reads,
) -> Result<Known, MockError> {
    let now = clock::now();
    let held = HELD.with_borrow_mut(|held| held.get(&project));
    let Some(held) = held else {
        return read(env, project, None, reads).await.map_err(|error| unavailable(project, &error));
    };
    let age = now - held.read_at;
    if held.is_usable(now) {
        return Ok(held.known.clone());
    }
    held.retry_at.set(now + RETRY_AFTER);
    let is_project = matches!(held.known, Known::Project(_));
    if is_project && age < STALE_AFTER {
        let (env, behind) = (env.clone(), Rc::clone(&held));
        context.wait_until(async move {
            if let Err(error) = read(&env, project, Some(&behind), &Reads::default()).await {
                console_error!("project {project}: the pointer was not read again: {error}");
            }
        });
        return Ok(held.known.clone());
    }
    match read(env, project, Some(&held), reads).await {
        Ok(known) => Ok(known),
        // Better an old answer than none.
        Err(error) if is_project => {
            console_error!("project {project}: an old pointer is used: {error}");
            Ok(held.known.clone())
        }
        Err(error) => Err(unavailable(project, &error)),
    }
}

/// Drops what this isolate holds of a project, after a change that was made here.
pub(in crate::worker) fn forget(project: u64) {
    HELD.with_borrow_mut(|held| held.remove(&project));
}

fn unavailable(project: u64, error: &worker::Error) -> MockError {
    console_error!("project {project}: the pointer cannot be read: {error}");
    MockError::Unavailable
}

/// Reads a pointer and keeps it.
async fn read(env: &Env, project: u64, before: Option<&Held>, reads: &Reads) -> worker::Result<Known> {
    let bytes = kv::read(env, &pointer_key(project), KV_TTL, reads).await?;
    let known = match bytes.as_deref().map(Pointer::decode) {
        None => Known::Missing,
        Some(Ok(pointer)) => Known::Project(Rc::new(pointer)),
        Some(Err(error)) => {
            if !matches!(error, ReadError::Newer(_)) {
                management::publish_again(env, project, false).await?;
            }
            return Err(worker::Error::RustError(error.to_string()));
        }
    };
    // The old release is served until the new one's routes are here.
    if let (Some(old), Some(new)) = (before.and_then(|before| before.known.routes()), known.routes())
        && old != new
    {
        let loaded = packs::routes(env, new, reads).await;
        loaded.map_err(|error| worker::Error::RustError(format!("its routes: {error:?}")))?;
    }
    let held = Held { known: known.clone(), read_at: clock::now(), retry_at: Cell::new(0) };
    HELD.with_borrow_mut(|all| all.insert(project, Rc::new(held), ENTRY_BYTES));
    Ok(known)
}
