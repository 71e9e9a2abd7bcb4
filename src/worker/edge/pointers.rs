//! The pointers of the projects that this isolate serves.
//!
//! How long a change can stay unseen: 30 s in KV's own cache at this location, and [`STALE_AFTER`] here, and a second
//! of answers that were made ahead. In between, a
//! request past [`FRESH_FOR`] is served with what is held while the pointer is read again behind its back.

use super::ahead;
use super::packs::{self, PackError};
use crate::error::MockError;
use crate::release::{Lru, Pointer, pointer_key};
use crate::worker::kv::{self, Reads};
use crate::worker::{clock, log, management};
use futures_util::FutureExt as _;
use futures_util::future::{Either, select};
use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::rc::Rc;
use std::time::Duration;
use worker::{Context, Delay, Env};

/// A pointer is taken as it is for this long, in milliseconds.
const FRESH_FOR: i64 = 10_000;
/// A pointer held for longer than this, in milliseconds, is read again before the request goes on.
const STALE_AFTER: i64 = 20_000;
/// That there is no such project is remembered for this long, in milliseconds.
const MISSING_FOR: i64 = 5_000;
/// After a failure, or while another request is at it, what is held is used for this long, in milliseconds.
const RETRY_AFTER: i64 = 5_000;
/// How long a request waits for a pointer that is read again, where an old one is there.
const PATIENCE: Duration = Duration::from_secs(1);
/// For this long, in milliseconds, an older release than the one that is held is one that KV has not forgotten yet.
/// Behind it, it is what there is: a project that was made anew counts from 1.
const NEVER_BACK: i64 = 60_000;
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
    /// The release before, as far as it had other routes: used where those of this one, or their records, cannot be had.
    before: Option<Rc<Pointer>>,
    /// When it was read.
    read_at: i64,
    /// No further attempt to read it again before this time.
    retry_at: Cell<i64>,
}

thread_local! {
    static HELD: RefCell<Lru<u64, Rc<Held>>> = RefCell::new(Lru::new(BUDGET));
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
    if !is_project {
        return read(env, project, Some(&held), reads).await.map_err(|error| unavailable(project, &error));
    }
    // Behind the request, so that it goes on whether the request waits for it or not.
    let reading = {
        let (env, held) = (env.clone(), Rc::clone(&held));
        async move {
            let outcome = read(&env, project, Some(&held), &Reads::default()).await;
            outcome
                .map_err(|error| log::failed("reading a pointer again; the old one is used", project, &error))
        }
    };
    let reading = reading.boxed_local().shared();
    context.wait_until(reading.clone().map(|_| ()));
    if age < STALE_AFTER {
        return Ok(held.known.clone());
    }
    reads.add();
    match select(reading, pin!(Delay::from(PATIENCE))).await {
        Either::Left((Ok(known), _)) => Ok(known),
        // Better an old answer than none, or one that comes late.
        _ => Ok(held.known.clone()),
    }
}

/// A project as it is now with the routes of the release before, where this isolate knows them. Who may call it, and how
/// often, is as it is now.
pub(super) fn with_routes_before(project: u64) -> Option<Rc<Pointer>> {
    let held = HELD.with_borrow_mut(|held| held.get(&project))?;
    let Known::Project(pointer) = &held.known else { return None };
    let before = held.before.as_ref().filter(|before| !has_same_routes(before, pointer))?;
    let (routes, branches) = (before.routes.clone(), before.branches.clone());
    Some(Rc::new(Pointer { routes, branches, ..Pointer::clone(pointer) }))
}

fn has_same_routes(one: &Pointer, other: &Pointer) -> bool {
    one.routes == other.routes && one.branches == other.branches
}

/// Drops what this isolate holds of a project, after a change that was made here.
pub(in crate::worker) fn forget(project: u64) {
    HELD.with_borrow_mut(|held| held.remove(&project));
    ahead::forget();
}

fn unavailable(project: u64, error: &worker::Error) -> MockError {
    log::failed("reading a pointer", project, error);
    MockError::Unavailable
}

/// Reads a pointer and keeps it.
async fn read(env: &Env, project: u64, before: Option<&Held>, reads: &Reads) -> worker::Result<Known> {
    let bytes = kv::read(env, &pointer_key(project), KV_TTL, reads).await?;
    let known = match bytes.as_deref().map(Pointer::decode) {
        None => Known::Missing,
        Some(Ok(pointer)) => Known::Project(Rc::new(pointer)),
        // The object knows which format is the right one: this version may be the one that is behind.
        Some(Err(error)) => {
            management::publish_again(env, project, false).await?;
            return Err(worker::Error::RustError(error.to_string()));
        }
    };
    let now = clock::now();
    if let (Some(before), Known::Project(new)) = (before, &known)
        && let Known::Project(old) = &before.known
        && new.release < old.release
        && now - before.read_at < NEVER_BACK
    {
        return Ok(before.known.clone());
    }
    let release_before = match (before, &known) {
        (Some(Held { known: Known::Project(old), .. }), Known::Project(new))
            if !has_same_routes(old, new) =>
        {
            // The old release is served until the new one's routes are here; or on, if they cannot be had.
            let changed = new.routes.as_ref().filter(|routes| old.routes.as_ref() != Some(routes));
            if let Some(changed) = changed
                && let Err(PackError::Unusable) = packs::routes(env, changed, reads).await
            {
                management::publish_again(env, project, true).await?;
            }
            old.routes.is_some().then(|| Rc::clone(old))
        }
        (Some(held), Known::Project(_)) => held.before.clone(),
        _ => None,
    };
    let held = Held { known: known.clone(), before: release_before, read_at: now, retry_at: Cell::new(0) };
    HELD.with_borrow_mut(|all| all.insert(project, Rc::new(held), ENTRY_BYTES));
    Ok(known)
}
