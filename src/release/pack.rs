//! Packing many small values into few large ones, so that an import costs tens of KV writes and not thousands.

use super::FORMAT;
use crate::hex::hex;
use crate::route::Route;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// A record pack is not closed before it has this many bytes, unless it is the last one.
const MIN_BYTES: usize = 128 * 1024;
/// A record pack takes no further record that would bring it over this many bytes.
const MAX_BYTES: usize = 512 * 1024;
/// Between the two, one endpoint in this many closes its pack. Which one depends on its id alone, so that a record
/// that changes its size moves the boundaries of its neighbours and not those of all packs behind it.
const CLOSES_ONE_IN: u64 = 4;
/// Bytes in front of the content: format version and kind.
pub(super) const HEADER_BYTES: usize = 2;

/// What a pack holds, told by its second byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Routes = b'r' as isize,
    Records = b'e' as isize,
}

/// One value to be put into KV.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// Its KV key, made from its content.
    pub key: String,
    /// The value.
    pub bytes: Vec<u8>,
}

/// The name of a pack, and how long it has to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackRef {
    /// Its KV key.
    pub key: Box<str>,
    /// Its length.
    pub bytes: u32,
}

/// Where an endpoint's record stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    /// Position in the list of record packs.
    pub pack: u32,
    /// Byte offset in the pack, its header included.
    pub offset: u32,
    /// Length in bytes.
    pub length: u32,
}

/// The content of a route pack as it is written; [`super::RoutePack`] is the same as it is read.
#[derive(Serialize)]
pub(super) struct RouteContent<'a> {
    pub(super) routes: &'a [Route],
    pub(super) locations: &'a [Location],
    pub(super) packs: &'a [PackRef],
}

/// Everything of a project that goes into KV, but for its pointer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// All packs, the route pack last.
    pub packs: Vec<Pack>,
    /// The route pack.
    pub routes: PackRef,
}

/// Collects the records of a project. The same records in the same order give the same packs.
///
/// ```
/// use edgemock::model::Method;
/// use edgemock::release::Assembler;
/// use edgemock::route::Route;
/// let mut assembler = Assembler::new(7);
/// assembler.push(Route { method: Method::Get, path: "/pets".into(), endpoint_id: 1 }, b"record");
/// let release = assembler.finish();
/// assert_eq!(release.packs.len(), 2);
/// assert!(release.routes.key.starts_with("pack:7:"));
/// ```
#[derive(Debug)]
pub struct Assembler {
    project: u64,
    routes: Vec<Route>,
    locations: Vec<Location>,
    packs: Vec<Pack>,
    open: Vec<u8>,
}

impl Assembler {
    /// Nothing yet.
    pub fn new(project: u64) -> Self {
        Self {
            project,
            routes: Vec::new(),
            locations: Vec::new(),
            packs: Vec::new(),
            open: header(Kind::Records),
        }
    }

    /// Adds an endpoint with its encoded record.
    pub fn push(&mut self, route: Route, record: &[u8]) {
        if self.open.len() > HEADER_BYTES && self.open.len() + record.len() > MAX_BYTES {
            self.close();
        }
        self.locations.push(Location {
            pack: self.packs.len() as u32,
            offset: self.open.len() as u32,
            length: record.len() as u32,
        });
        self.open.extend_from_slice(record);
        // Fibonacci hashing spreads ids, which are mostly consecutive.
        let spread = route.endpoint_id.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
        self.routes.push(route);
        if self.open.len() >= MAX_BYTES
            || (self.open.len() >= MIN_BYTES && spread.is_multiple_of(CLOSES_ONE_IN))
        {
            self.close();
        }
    }

    /// Closes the last pack and writes the route pack.
    pub fn finish(mut self) -> Release {
        if self.open.len() > HEADER_BYTES {
            self.close();
        }
        let packs: Vec<PackRef> = self.packs.iter().map(reference).collect();
        let content = RouteContent { routes: &self.routes, locations: &self.locations, packs: &packs };
        // Lists, numbers and strings always serialize, and a `Vec` takes any length.
        let bytes = postcard::to_extend(&content, header(Kind::Routes)).unwrap_or_default();
        let pack = named(self.project, bytes);
        let routes = reference(&pack);
        self.packs.push(pack);
        Release { packs: self.packs, routes }
    }

    fn close(&mut self) {
        let bytes = std::mem::replace(&mut self.open, header(Kind::Records));
        self.packs.push(named(self.project, bytes));
    }
}

fn header(kind: Kind) -> Vec<u8> {
    vec![FORMAT, kind as u8]
}

fn reference(pack: &Pack) -> PackRef {
    PackRef { key: pack.key.as_str().into(), bytes: pack.bytes.len() as u32 }
}

/// Names a pack by the first 128 bits of its SHA-256.
fn named(project: u64, bytes: Vec<u8>) -> Pack {
    let key = format!("pack:{project}:{}", name(&Sha256::digest(&bytes)));
    Pack { key, bytes }
}

fn name(digest: &[u8]) -> String {
    hex(digest.get(..16).unwrap_or(digest))
}

/// Whether a key names the content with this SHA-256: what KV gives under another key is damaged.
///
/// ```
/// use edgemock::release::{Assembler, is_named};
/// use sha2::{Digest as _, Sha256};
/// let release = Assembler::new(7).finish();
/// let pack = &release.packs[0];
/// assert!(is_named(&pack.key, &Sha256::digest(&pack.bytes)));
/// assert!(!is_named(&pack.key, &Sha256::digest(b"else")));
/// ```
pub fn is_named(key: &str, digest: &[u8]) -> bool {
    key.rsplit(':').next() == Some(&name(digest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Method;
    use crate::release::{ReadError, RoutePack, slice_record};
    use crate::route::{Selection, Target};
    use std::collections::HashSet;

    fn route(id: u64) -> Route {
        Route { method: Method::Get, path: format!("/items{id}/{{x}}").into(), endpoint_id: id }
    }

    fn release(sizes: &[usize]) -> Release {
        let mut assembler = Assembler::new(9);
        for (index, &size) in sizes.iter().enumerate() {
            assembler.push(route(index as u64 + 1), &vec![index as u8; size]);
        }
        assembler.finish()
    }

    #[test]
    fn every_record_is_found_again() {
        let sizes: Vec<usize> = (0..1000).map(|n| (n * 7919) % 20_000).collect();
        let release = release(&sizes);
        assert!((20..=80).contains(&release.packs.len()), "{}", release.packs.len());
        let (last, records) = release.packs.split_last().unwrap();
        let routes = RoutePack::decode(&last.bytes, release.routes.bytes as usize).unwrap();
        for pack in records {
            assert!(pack.bytes.len() <= MAX_BYTES);
        }
        for (index, &size) in sizes.iter().enumerate() {
            let path = format!("/items{}/1", index + 1);
            let found = routes.routes.select("GET", Target::Path(&path), None, "");
            assert!(matches!(found, Selection::Found { index: at, .. } if at == index), "{path}: {found:?}");
            let (pack, location) = routes.locate(index).unwrap();
            let pack_at = records.iter().find(|known| *known.key == *pack.key).unwrap();
            let record = slice_record(&pack_at.bytes, pack, location).unwrap();
            assert_eq!(record, vec![index as u8; size]);
        }
        assert!(routes.locate(1000).is_none());
    }

    #[test]
    fn packing_is_deterministic_and_local() {
        let sizes = vec![9_000; 1000];
        let before = release(&sizes);
        assert_eq!(before, release(&sizes));
        let mut changed = sizes;
        changed[300] += 1_000;
        let keys =
            |release: &Release| release.packs.iter().map(|pack| pack.key.clone()).collect::<HashSet<_>>();
        let after = release(&changed);
        let new = keys(&after).difference(&keys(&before)).count();
        assert!(new <= 6, "{new} of {} packs are new", after.packs.len());
    }

    #[test]
    fn odd_sizes() {
        assert_eq!(release(&[]).packs.len(), 1);
        assert_eq!(release(&[0]).packs.len(), 1);
        assert_eq!(release(&[3 * MAX_BYTES, 1, 3 * MAX_BYTES, 1]).packs.len(), 5);
        let empty = release(&[0, 5, 0]);
        let routes = RoutePack::decode(&empty.packs[1].bytes, empty.packs[1].bytes.len()).unwrap();
        let (pack, location) = routes.locate(2).unwrap();
        assert_eq!(slice_record(&empty.packs[0].bytes, pack, location), Ok(&[][..]));
    }

    #[test]
    fn damage_is_an_error() {
        let release = release(&[10, 20, 30]);
        let [records, routes] = &release.packs[..] else { panic!("two packs") };
        let full = routes.bytes.len();
        for end in 0..full {
            assert!(RoutePack::decode(&routes.bytes[..end], full).is_err(), "{end}");
            assert!(RoutePack::decode(&routes.bytes[..end], end).is_err(), "{end}");
        }
        for position in HEADER_BYTES..full {
            // Whatever a flipped byte makes of it: no panic, and no more memory than the bytes can describe.
            let mut bytes = routes.bytes.clone();
            bytes[position] ^= 0xFF;
            let _ = RoutePack::decode(&bytes, full);
        }
        let decoded = RoutePack::decode(&routes.bytes, full).unwrap();
        let (pack, location) = decoded.locate(2).unwrap();
        assert!(slice_record(&records.bytes[..40], pack, location).is_err());
        assert!(slice_record(&routes.bytes, pack, location).is_err());
        let beyond = Location { pack: 0, offset: u32::MAX, length: u32::MAX };
        assert!(slice_record(&records.bytes, pack, beyond).is_err());
        let mut newer = routes.bytes.clone();
        newer[0] = 200;
        assert_eq!(RoutePack::decode(&newer, full).unwrap_err(), ReadError::Newer(200));
        newer[0] = 0;
        assert_eq!(RoutePack::decode(&newer, full).unwrap_err(), ReadError::Older(0));
    }
}
