//! Workers KV.

use futures_util::future::{Either, select};
use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::time::Duration;
use worker::{Delay, Env, KvStore};

/// The binding in `wrangler.toml`.
const BINDING: &str = "MOCKS";

thread_local! {
    /// Looking the binding up takes six calls into the runtime; it is the same for all requests of an isolate.
    static STORE: RefCell<Option<KvStore>> = const { RefCell::new(None) };
}

/// Counts the reads that a request waited for.
#[derive(Debug, Default)]
pub(super) struct Reads(Cell<u32>);

impl Reads {
    /// Counts one.
    pub(super) fn add(&self) {
        self.0.set(self.0.get() + 1);
    }

    pub(super) fn count(&self) -> u32 {
        self.0.get()
    }
}

/// The namespace.
pub(super) fn store(env: &Env) -> worker::Result<KvStore> {
    STORE.with_borrow_mut(|held| match held {
        Some(store) => Ok(store.clone()),
        None => Ok(held.insert(env.kv(BINDING)?).clone()),
    })
}

/// A read that takes longer than this has failed.
const READ_TIMEOUT: Duration = Duration::from_secs(10);

/// Reads a value. `ttl` is how long, in seconds, the location may keep it; 30 is the least.
pub(super) async fn read(env: &Env, key: &str, ttl: u64, reads: &Reads) -> worker::Result<Option<Vec<u8>>> {
    reads.add();
    let value = store(env)?.get(key).cache_ttl(ttl).bytes();
    match select(pin!(value), pin!(Delay::from(READ_TIMEOUT))).await {
        Either::Left((value, _)) => Ok(value?),
        Either::Right(((), _)) => Err(worker::Error::RustError("KV took too long".to_owned())),
    }
}
