//! Model → packs and pointer on the publish side; packs and pointer → views on the edge side.

mod record;
pub use record::{Record, RecordBody, RecordHeader, RecordResponse};
