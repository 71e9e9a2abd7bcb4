//! What KV holds of one endpoint: everything that is needed to answer it, compiled.

use super::Behaviour;
use crate::model::Method;
use crate::schema::{Plan, Root};
use serde::{Deserialize, Serialize};

/// The compiled plan of one operation.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Record {
    /// The endpoint's id, as `apidogApiId` and `/m2` name it.
    pub endpoint_id: u64,
    /// Its method.
    pub method: Method,
    /// Its path template.
    pub path: Box<str>,
    /// Declared answers in document order.
    pub responses: Vec<RecordResponse>,
    /// The schemas that all responses share.
    pub plan: Plan,
    /// What the owner set for the endpoint; stands behind the rest, see [`super::with_behaviour`].
    #[serde(skip)]
    pub behaviour: Option<Box<Behaviour>>,
}

/// One declared answer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RecordResponse {
    /// Stable id, as `apidogResponseId` names it.
    pub id: u64,
    /// The key in the document's `responses`: `200`, `2XX`, `default`, `x-200:Name`.
    pub key: Box<str>,
    /// The status it is served with.
    pub status: u16,
    /// Its display name.
    pub name: Option<Box<str>>,
    /// Declared response headers.
    pub headers: Vec<RecordHeader>,
    /// Declared media types. Empty: no body.
    pub content: Vec<RecordBody>,
}

/// A declared response header.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RecordHeader {
    /// Its name.
    pub name: Box<str>,
    /// What its value is generated from; headers without a schema are not sent.
    pub root: Option<Root>,
}

/// One media type of an answer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RecordBody {
    /// As the document writes it.
    pub media_type: Box<str>,
    /// What the body is generated from; `None` where the document gives no schema.
    pub root: Option<Root>,
    /// Examples in document order.
    pub examples: Vec<RecordExample>,
}

/// One example of a media type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordExample {
    /// The key in `examples`; `example` for the single form.
    pub name: Box<str>,
    /// The value as JSON text.
    pub value: Box<str>,
    /// Whether it fits its schema. Others are sent only to callers who ask for them by name.
    pub sound: bool,
}
