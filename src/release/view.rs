//! The edge side: published bytes to what answers requests. Whatever the bytes are, reading them ends in a value or an
//! error, and takes no more memory than their length explains.

use super::behaviour;
use super::error::{ReadError, check_format};
use super::pack::{HEADER_BYTES, Kind};
use super::{Location, PackRef, Record};
use crate::route::RouteTable;
use serde::Deserialize;

/// A route pack, decoded.
#[derive(Debug, Deserialize)]
pub struct RoutePack {
    /// All endpoints, ready to be searched.
    pub routes: RouteTable,
    locations: Vec<Location>,
    packs: Vec<PackRef>,
}

impl RoutePack {
    /// Reads a route pack that has to be `expected` bytes long.
    ///
    /// # Errors
    /// [`ReadError`] for another format version, and for bytes that are cut off or altered so that they do not fit.
    pub fn decode(bytes: &[u8], expected: usize) -> Result<Self, ReadError> {
        let what = "route pack";
        let content = content(bytes, expected, Kind::Routes, what)?;
        let pack: Self =
            postcard::from_bytes(content).map_err(|error| ReadError::damaged(what, error.to_string()))?;
        if pack.locations.len() != pack.routes.routes().len() {
            return Err(ReadError::damaged(what, "it does not locate every endpoint"));
        }
        Ok(pack)
    }

    /// Where the record of the route at this position stands.
    pub fn locate(&self, index: usize) -> Option<(&PackRef, Location)> {
        let location = *self.locations.get(index)?;
        Some((self.packs.get(location.pack as usize)?, location))
    }
}

/// Checks the length and the first two bytes of a pack.
fn content<'a>(
    bytes: &'a [u8],
    expected: usize,
    kind: Kind,
    what: &'static str,
) -> Result<&'a [u8], ReadError> {
    let [format, found, ..] = *bytes else { return Err(ReadError::damaged(what, "it is empty")) };
    check_format(u32::from(format))?;
    if found != kind as u8 {
        return Err(ReadError::damaged(what, "it is a pack of another kind"));
    }
    if bytes.len() != expected {
        return Err(ReadError::damaged(what, format!("{} bytes instead of {expected}", bytes.len())));
    }
    Ok(bytes.get(HEADER_BYTES..).unwrap_or_default())
}

/// The bytes of one record in its pack.
///
/// # Errors
/// [`ReadError`] where the pack has another format version or length than it has to, or ends before the record does.
pub fn slice_record<'a>(
    pack: &'a [u8],
    reference: &PackRef,
    location: Location,
) -> Result<&'a [u8], ReadError> {
    let what = "record pack";
    content(pack, reference.bytes as usize, Kind::Records, what)?;
    let (start, length) = (location.offset as usize, location.length as usize);
    start
        .checked_add(length)
        .and_then(|end| pack.get(start..end))
        .ok_or_else(|| ReadError::damaged(what, format!("no {length} bytes at {start}")))
}

/// Reads a record.
///
/// # Errors
/// [`ReadError::Damaged`] where the bytes are no record.
pub fn decode_record(bytes: &[u8]) -> Result<Record, ReadError> {
    let read = postcard::take_from_bytes::<Record>(bytes);
    let (mut record, tail) = read.map_err(|error| ReadError::damaged("record", error.to_string()))?;
    record.behaviour = behaviour::read(tail)?;
    Ok(record)
}
