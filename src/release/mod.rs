//! Model → packs and pointer on the publish side; packs and pointer → views on the edge side.
//!
//! What KV holds of a project:
//!
//! | key | value |
//! | --- | --- |
//! | `project:{id}` | the [`Pointer`], JSON: settings of the hot path, and the key of the route pack |
//! | `pack:{id}:{hash}` | a pack: format byte, kind byte, content |
//!
//! Packs never change: their key holds the hash of their content. The project's id is part of the key so that deleting
//! an unused pack of one project cannot take it from another one with the same document.

mod behaviour;
mod build;
mod error;
mod lru;
mod pack;
mod pointer;
mod record;
mod view;

pub use behaviour::{Behaviour, with_behaviour};
pub use build::{CompiledEndpoint, EndpointSource, MAX_RECORD_BYTES, ProblemList, compile_endpoint};
pub use error::ReadError;
pub use lru::Lru;
pub use pack::{Assembler, Location, Pack, PackRef, Release, is_named};
pub use pointer::{Pointer, ServingLimits, pointer_key};
pub use record::{Record, RecordBody, RecordExample, RecordHeader, RecordResponse};
pub use view::{RoutePack, decode_record, slice_record};

/// Version of everything that is published: pointer, packs, records. To be raised whenever one of them changes shape
/// (that includes [`crate::schema::Plan`]); projects are then published again by the first request that notices.
pub const FORMAT: u8 = 6;
