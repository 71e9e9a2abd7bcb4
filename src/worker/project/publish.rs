//! The outbox: what the database has and KV lacks is put there, packs first, then the pointer. Every step can be
//! repeated, and the database remembers which ones are done, so that it can go on after any failure.

use super::Project;
use super::jobs::LOOK_AGAIN;
use super::store::Store;
use crate::release::pointer_key;
use crate::worker::{clock, edge, kv, log};
use futures_util::future::{Either, join_all, select};
use std::pin::pin;
use std::time::Duration;
use worker::{Delay, Result};

/// When the first attempt after a failure is made, in milliseconds. The variable `KV_RETRY_MS` shortens it, for tests.
const FIRST_RETRY: i64 = 5_000;
/// Attempts are never further apart than so many times the first delay: five minutes.
const LAST_RETRY: i64 = 60;
/// A put that takes longer than this has failed.
const PUT_TIMEOUT: Duration = Duration::from_secs(20);
/// How many packs are put at a time. A Worker has six connections.
const AT_A_TIME: u64 = 5;
/// The least time between two puts of the pointer, in milliseconds: KV takes one a second.
const POINTER_GAP: i64 = 1_100;
/// Packs of old releases are deleted after this time, in milliseconds.
const UNUSED_FOR: i64 = 24 * 60 * 60 * 1000;
/// How many packs one alarm deletes.
const DELETES: u64 = 100;

impl Project {
    /// Brings KV up to date, deletes what nobody needs any more, and sets the alarm for what is left to do.
    pub(super) async fn publish(&self) -> Result<()> {
        let _turn = self.publishing.lock().await;
        let store = Store::open(&self.state, 0)?;
        let left = store.packs_left()?;
        let done = match self.put_all(&store).await {
            Ok(()) => self.delete_unused(&store).await,
            Err(error) => Err(error),
        };
        match &done {
            Ok(()) => store.set_failures(0)?,
            Err(error) => {
                log::failed("publishing, to be tried again", store.project, error);
                // While it gets further, however little each time, the next attempt need not be later and later.
                let further = store.packs_left()? < left;
                store.set_failures(if further { 1 } else { store.failures()?.saturating_add(1) })?;
            }
        }
        self.set_next_alarm(&store).await?;
        done
    }

    async fn put_all(&self, store: &Store) -> Result<()> {
        let namespace = kv::store(&self.env)?;
        loop {
            let keys = store.packs_to_put(AT_A_TIME)?;
            if !keys.is_empty() {
                let puts = keys.iter().map(|key| async {
                    let bytes = store.pack_bytes(key)?;
                    in_time(namespace.put_bytes(key, &bytes)?.execute()).await?;
                    store.pack_was_put(key)
                });
                join_all(puts).await.into_iter().collect::<Result<()>>()?;
                continue;
            }
            // Read anew after every wait: the newest release is published, and the ones before it need not be.
            let Some((release, pointer)) = store.newest_pointer()? else { return Ok(()) };
            if store.published()? >= release {
                return Ok(());
            }
            let wait = self.pointer_put_at.get() + POINTER_GAP - clock::now();
            if wait > 0 {
                Delay::from(Duration::from_millis(wait.unsigned_abs())).await;
                continue;
            }
            self.pointer_put_at.set(clock::now());
            let key = pointer_key(store.project);
            let closed = store.is_closed()?;
            if closed {
                in_time(namespace.delete(&key)).await?;
            } else {
                in_time(namespace.put_bytes(&key, pointer.as_bytes())?.execute()).await?;
            }
            // While it was put, the project may have been deleted or restored: that comes next.
            if store.is_closed()? == closed {
                store.set_published(release)?;
            }
            edge::forget(store.project);
        }
    }

    async fn delete_unused(&self, store: &Store) -> Result<()> {
        let namespace = kv::store(&self.env)?;
        for key in store.packs_to_delete(clock::now() - UNUSED_FOR, DELETES)? {
            in_time(namespace.delete(&key)).await?;
            store.pack_was_deleted(&key)?;
        }
        Ok(())
    }

    /// The alarm for what is left to do; none when nothing is.
    async fn set_next_alarm(&self, store: &Store) -> Result<()> {
        // The alarm goes first to jobs.
        if store.unfinished_jobs()? > 0 {
            return self.set_alarm_in(LOOK_AGAIN).await;
        }
        let failures = store.failures()?;
        if failures > 0 || store.is_behind()? {
            let first = self.first_retry();
            let delay = first << failures.saturating_sub(1).min(10);
            return self.set_alarm_in(delay.min(first * LAST_RETRY)).await;
        }
        match store.oldest_unused()? {
            Some(since) => self.set_alarm_in((since + UNUSED_FOR + 1 - clock::now()).max(1)).await,
            None => self.state.storage().delete_alarm().await,
        }
    }

    /// See [`FIRST_RETRY`].
    pub(super) fn first_retry(&self) -> i64 {
        let shortened = self.env.var("KV_RETRY_MS").ok().and_then(|value| value.to_string().parse().ok());
        shortened.unwrap_or(FIRST_RETRY).clamp(1, FIRST_RETRY)
    }

    /// Sets the alarm, `delay` milliseconds from now.
    pub(super) async fn set_alarm_in(&self, delay: i64) -> Result<()> {
        self.state.storage().set_alarm(delay).await
    }
}

/// A KV operation that has to end some time.
async fn in_time<E: Into<worker::Error>>(
    operation: impl Future<Output = std::result::Result<(), E>>,
) -> Result<()> {
    match select(pin!(operation), pin!(Delay::from(PUT_TIMEOUT))).await {
        Either::Left((result, _)) => result.map_err(Into::into),
        Either::Right(((), _)) => Err(worker::Error::RustError("KV took too long".to_owned())),
    }
}
