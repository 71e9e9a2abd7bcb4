//! What a request of one operation is checked against, compiled: small enough to travel beside the operation's record.

use crate::release::ReadError;
use crate::schema::{Checks, SchemaId};
use serde::{Deserialize, Serialize};

/// Everything that an operation demands of its requests. Compiled by [`super::compile_request`], stored with
/// [`Self::encode`].
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct RequestRules {
    /// The path template, to find what of a path is which parameter.
    pub(super) path: Box<str>,
    pub(super) parameters: Vec<ParameterRule>,
    /// `None`: the operation declares no body, and says nothing about one that is sent.
    pub(super) body: Option<BodyRule>,
    pub(super) security: SecurityRules,
    /// Client errors that the operation declares by their very number.
    pub(super) declared: Vec<u16>,
    /// The schemas that all of these name.
    pub(super) checks: Checks,
}

/// Where a parameter is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Place {
    Path,
    Query,
    Header,
    Cookie,
}

/// One parameter.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct ParameterRule {
    pub(super) place: Place,
    pub(super) name: Box<str>,
    pub(super) required: bool,
    /// Whether nothing but the name may be sent.
    pub(super) allow_empty: bool,
    pub(super) reading: Reading,
    pub(super) schema: Option<SchemaId>,
}

/// How the text of a parameter becomes a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Reading {
    Styled(Styling),
    /// `content` with a JSON media type.
    Json,
    /// `content` with another media type.
    Text,
}

/// How arrays and objects are written as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Styling {
    pub(super) style: Style,
    pub(super) explode: bool,
    /// Styles of the items, of their items, and so on: Swagger 2.0 has a `collectionFormat` for each.
    pub(super) nested: Vec<Style>,
}

impl Styling {
    pub(super) fn new(style: Style, explode: bool) -> Self {
        Self { style, explode, nested: Vec::new() }
    }
}

/// OpenAPI's styles, and Swagger's collection formats under the same names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Style {
    Matrix,
    Label,
    /// Also `csv` of paths and headers.
    Simple,
    /// Also `csv`, and exploded `multi`.
    Form,
    /// Also `ssv`.
    SpaceDelimited,
    /// Also `pipes`.
    PipeDelimited,
    /// `tsv`.
    TabDelimited,
    DeepObject,
    /// As `form`, but without percent-encoding.
    Cookie,
}

/// What the body has to be.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct BodyRule {
    pub(super) required: bool,
    /// In document order.
    pub(super) media: Vec<MediaRule>,
}

/// One declared media type.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct MediaRule {
    /// In small letters, without parameters: `application/json`, `text/*`, `*/*`.
    pub(super) range: Box<str>,
    pub(super) schema: Option<SchemaId>,
    /// What is said of single form fields: `encoding`, or the `formData` parameters of Swagger 2.0.
    pub(super) fields: Vec<FieldRule>,
}

/// One form field.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct FieldRule {
    pub(super) name: Box<str>,
    pub(super) required: bool,
    pub(super) allow_empty: bool,
    /// `None`: as it comes, repeated fields being a list.
    pub(super) styling: Option<Styling>,
    /// Media types that a part of a multipart form may have; none: any.
    pub(super) media_types: Vec<Box<str>>,
    /// The schema of a `formData` parameter; the other fields are properties of the media type's schema.
    pub(super) schema: Option<SchemaId>,
}

/// Which credentials have to be there.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct SecurityRules {
    pub(super) schemes: Vec<Scheme>,
    /// One of them has to be met, with all of its schemes, by index. None: nothing is asked for.
    pub(super) alternatives: Vec<Vec<u16>>,
}

/// A security scheme, as far as a request shows whether it is met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Scheme {
    Key {
        place: Place,
        name: Box<str>,
    },
    Basic,
    Bearer,
    /// Another scheme of the `Authorization` header.
    Http(Box<str>),
    /// Nothing of it is in the request: client certificates, schemes that are not declared.
    Unseen,
}

impl RequestRules {
    /// As they are stored.
    pub fn encode(&self) -> Vec<u8> {
        // Lists, numbers and strings always serialize.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// Reads what [`Self::encode`] wrote.
    ///
    /// # Errors
    /// [`ReadError::Damaged`] where the bytes are no rules.
    pub fn decode(bytes: &[u8]) -> Result<Self, ReadError> {
        postcard::from_bytes(bytes).map_err(|error| ReadError::damaged("request rules", error.to_string()))
    }

    /// Whether nothing is demanded of requests, so that there is nothing to check.
    pub fn is_empty(&self) -> bool {
        self.parameters.is_empty() && self.body.is_none() && self.security.alternatives.is_empty()
    }
}
