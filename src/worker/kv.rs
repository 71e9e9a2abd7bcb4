//! Workers KV.

use std::cell::{Cell, RefCell};
use worker::{Env, KvStore};

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

/// Reads a value. `ttl` is how long, in seconds, the location may keep it; 30 is the least.
pub(super) async fn read(env: &Env, key: &str, ttl: u64, reads: &Reads) -> worker::Result<Option<Vec<u8>>> {
    reads.0.set(reads.0.get() + 1);
    Ok(store(env)?.get(key).cache_ttl(ttl).bytes().await?)
}
