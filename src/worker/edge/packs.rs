//! Packs and what was decoded from them. They never change, so they are held as long as there is room.

use crate::release::{Location, Lru, PackRef, Record, RoutePack, decode_record, is_named, slice_record};
use crate::worker::kv::{self, Reads};
use crate::worker::{js, log};
use std::cell::RefCell;
use std::rc::Rc;
use worker::Env;
use worker::js_sys::Uint8Array;
use worker::js_sys::futures::JsFuture;

/// How long KV may keep a pack at this location, in seconds.
const KV_TTL: u64 = 24 * 60 * 60;
/// The shortest time that KV takes, in seconds.
const KV_MIN_TTL: u64 = 30;
/// Bytes of packs that are kept as they are, for the records that nobody asked for yet.
const PACK_BUDGET: usize = 16 * 1024 * 1024;
/// Bytes of decoded records, and of route tables.
const DECODED_BUDGET: usize = 16 * 1024 * 1024;
/// How much larger something is in memory than encoded, estimated.
const GROWTH: usize = 4;

/// Where a record stands: key of its pack, and byte offset.
type RecordKey = (Box<str>, u32);

thread_local! {
    static PACKS: RefCell<Lru<Box<str>, Rc<Vec<u8>>>> = RefCell::new(Lru::new(PACK_BUDGET));
    static ROUTES: RefCell<Lru<Box<str>, Rc<RoutePack>>> = RefCell::new(Lru::new(DECODED_BUDGET));
    static RECORDS: RefCell<Lru<RecordKey, Rc<Record>>> = RefCell::new(Lru::new(DECODED_BUDGET));
}

/// Why there is nothing out of a pack.
#[derive(Debug)]
pub(super) enum PackError {
    /// KV did not answer.
    Unavailable,
    /// It is lost, damaged or in another format: the project's object has to publish it again.
    Unusable,
}

/// The route table in a pack, if this isolate holds it.
pub(super) fn held_routes(pack: &PackRef) -> Option<Rc<RoutePack>> {
    ROUTES.with_borrow_mut(|held| held.get(&pack.key))
}

/// A record in a pack, if this isolate holds it.
pub(super) fn held_record(pack: &PackRef, location: Location) -> Option<Rc<Record>> {
    let key = (pack.key.clone(), location.offset);
    RECORDS.with_borrow_mut(|held| held.get(&key))
}

/// The route table in a pack.
pub(super) async fn routes(env: &Env, pack: &PackRef, reads: &Reads) -> Result<Rc<RoutePack>, PackError> {
    if let Some(routes) = held_routes(pack) {
        return Ok(routes);
    }
    let bytes = load(env, pack, reads).await?;
    let routes = RoutePack::decode(&bytes, pack.bytes as usize).map_err(|error| unusable(pack, &error))?;
    let routes = Rc::new(routes);
    ROUTES.with_borrow_mut(|held| held.insert(pack.key.clone(), Rc::clone(&routes), bytes.len() * GROWTH));
    Ok(routes)
}

/// A record in a pack.
pub(super) async fn record(
    env: &Env,
    pack: &PackRef,
    location: Location,
    reads: &Reads,
) -> Result<Rc<Record>, PackError> {
    if let Some(record) = held_record(pack, location) {
        return Ok(record);
    }
    let held = PACKS.with_borrow_mut(|held| held.get(&pack.key));
    let bytes = if let Some(bytes) = held {
        bytes
    } else {
        let bytes = Rc::new(load(env, pack, reads).await?);
        PACKS.with_borrow_mut(|held| held.insert(pack.key.clone(), Rc::clone(&bytes), bytes.len()));
        bytes
    };
    let record = slice_record(&bytes, pack, location).and_then(decode_record);
    let record = Rc::new(record.map_err(|error| unusable(pack, &error))?);
    let cost = location.length as usize * GROWTH;
    let key = (pack.key.clone(), location.offset);
    RECORDS.with_borrow_mut(|held| held.insert(key, Rc::clone(&record), cost));
    Ok(record)
}

async fn load(env: &Env, pack: &PackRef, reads: &Reads) -> Result<Vec<u8>, PackError> {
    let mut found = "is not there";
    // A location keeps what is damaged, and the news that there is nothing, too: asked for a shorter time, it looks again.
    for ttl in [KV_TTL, KV_MIN_TTL] {
        match kv::read(env, &pack.key, ttl, reads).await {
            Ok(Some(bytes)) if is_whole(pack, &bytes).await => return Ok(bytes),
            Ok(Some(_)) => found = "is damaged: its content is not what its key names",
            Ok(None) => {}
            Err(error) => {
                log::failed("reading a pack", project(pack), &format!("{}: {error}", pack.key));
                return Err(PackError::Unavailable);
            }
        }
    }
    log::failed("reading a pack", project(pack), &format!("{} {found}", pack.key));
    Err(PackError::Unusable)
}

/// Whether bytes are those that the pack's key names.
async fn is_whole(pack: &PackRef, bytes: &[u8]) -> bool {
    let digest = JsFuture::from(js::sha256(bytes)).await;
    digest.is_ok_and(|digest| is_named(&pack.key, &Uint8Array::new(&digest).to_vec()))
}

/// The project that a pack is of.
fn project(pack: &PackRef) -> Option<u64> {
    pack.key.split(':').nth(1)?.parse().ok()
}

fn unusable(pack: &PackRef, error: &impl std::fmt::Display) -> PackError {
    log::failed("decoding a pack", project(pack), &format!("{}: {error}", pack.key));
    PackError::Unusable
}
