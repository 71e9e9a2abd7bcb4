//! The pointers of the projects that this isolate serves.
//!
//! How long a change can stay unseen: 30 s in KV's own cache at this location, and [`STALE_AFTER`] here. In between, a
//! request past [`FRESH_FOR`] is served with what is held while the pointer is read again behind its back.

use super::packs;
use crate::error::MockError;
use crate::release::{Lru, Pointer, ReadError, pointer_key};
use crate::worker::kv::{self, Reads};
use crate::worker::{clock, management};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use worker::{Context, Env, console_error};

/// A pointer is taken as it is for this long, in milliseconds.
const FRESH_FOR: i64 = 10_000;
/// A pointer held for longer than this, in milliseconds, is read again before the request goes on.
const STALE_AFTER: i64 = 25_000;
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

struct Held {
    pointer: Option<Rc<Pointer>>,
    /// When it was read.
    read_at: i64,
    /// No further attempt to read it again before this time.
    retry_at: Cell<i64>,
}

thread_local! {
    static HELD: RefCell<Lru<u64, Rc<Held>>> = RefCell::new(Lru::new(BUDGET));
}

/// The pointer of a project; `None` when there is none.
///
/// # Errors
/// [`MockError::Unavailable`] when KV fails and nothing is held.
pub(super) async fn find(
    env: &Env,
    context: &Context,
    project: u64,
    reads: &Reads,
) -> Result<Option<Rc<Pointer>>, MockError> {
    let now = clock::now();
    let held = HELD.with_borrow_mut(|held| held.get(&project));
    let Some(held) = held else {
        return read(env, project, None, reads).await.map_err(|error| unavailable(project, &error));
    };
    let age = now - held.read_at;
    let fresh_for = if held.pointer.is_some() { FRESH_FOR } else { MISSING_FOR };
    if age < fresh_for || now < held.retry_at.get() {
        return Ok(held.pointer.clone());
    }
    held.retry_at.set(now + RETRY_AFTER);
    if held.pointer.is_some() && age < STALE_AFTER {
        let (env, behind) = (env.clone(), Rc::clone(&held));
        context.wait_until(async move {
            if let Err(error) = read(&env, project, Some(&behind), &Reads::default()).await {
                console_error!("project {project}: the pointer was not read again: {error}");
            }
        });
        return Ok(held.pointer.clone());
    }
    match read(env, project, Some(&held), reads).await {
        Ok(pointer) => Ok(pointer),
        // Better an old answer than none.
        Err(error) if held.pointer.is_some() => {
            console_error!("project {project}: an old pointer is used: {error}");
            Ok(held.pointer.clone())
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
async fn read(
    env: &Env,
    project: u64,
    before: Option<&Held>,
    reads: &Reads,
) -> worker::Result<Option<Rc<Pointer>>> {
    let bytes = kv::read(env, &pointer_key(project), KV_TTL, reads).await?;
    let pointer = match bytes.as_deref().map(Pointer::decode) {
        None => None,
        Some(Ok(pointer)) => Some(Rc::new(pointer)),
        Some(Err(error)) => {
            if !matches!(error, ReadError::Newer(_)) {
                management::publish_again(env, project, false).await?;
            }
            return Err(worker::Error::RustError(error.to_string()));
        }
    };
    // The old release is served until the new one's routes are here.
    let routes = |pointer: &Option<Rc<Pointer>>| pointer.as_ref().and_then(|pointer| pointer.routes.clone());
    let old = before.and_then(|before| routes(&before.pointer));
    if let (Some(_), Some(new)) = (&old, routes(&pointer))
        && old.as_ref() != Some(&new)
    {
        let loaded = packs::routes(env, &new, reads).await;
        loaded.map_err(|error| worker::Error::RustError(format!("its routes: {error:?}")))?;
    }
    let held = Held { pointer: pointer.clone(), read_at: clock::now(), retry_at: Cell::new(0) };
    HELD.with_borrow_mut(|all| all.insert(project, Rc::new(held), ENTRY_BYTES));
    Ok(pointer)
}
