//! JSON Schema in, generation plan out.
//!
//! ```
//! use edgemock::generate::{Context, generate};
//! use edgemock::schema::{Dialect, Direction, Limits, PlanBuilder, Source};
//!
//! let document = serde_json::json!({"components": {"schemas": {"Pet": {"type": "object",
//!     "required": ["id"], "properties": {"id": {"type": "integer", "minimum": 7, "maximum": 7}}}}}});
//! let source = Source::new(&document, Dialect::OpenApi31);
//! let mut builder = PlanBuilder::new(&source, Direction::Response, Limits::default());
//! let root = builder.root("/components/schemas/Pet");
//! let compiled = builder.finish();
//! assert!(compiled.problems.is_empty());
//! let mut body = Vec::new();
//! let outcome = generate(&compiled.plan, root, &Context::new(1), &mut body);
//! assert!(outcome.valid);
//! # assert!(!body.is_empty());
//! ```

mod build;
mod check;
mod copies;
mod decimal;
mod findings;
mod keywords;
mod literal;
mod lower;
mod merge;
mod name_words;
mod naming;
mod negate;
pub mod pattern;
mod plan;
mod resolve;
mod scenario;
mod shape_array;
mod shape_object;
mod shape_scalar;
mod source;
mod types;
mod vendor;
mod xml;

pub use build::{Compiled, Limits, PlanBuilder};
pub use check::{Lookup, Violation, check_all};
pub(crate) use copies::CheckCopies;
pub use decimal::Decimal;
pub(crate) use findings::{Finding, find_all};
pub use keywords::{
    ArrayRules, Bound, CombineRules, Contains, Discriminator, Hints, NumberRules, ObjectRules, Property,
    Schema, SchemaId, StringRules,
};
pub use literal::{Literal, equal};
pub use naming::Names;
pub(crate) use plan::{
    ArrayShape, Checks, Mock, Naming, Node, NodeId, NumberShape, ObjectShape, PlannedRoot, Shape, StringShape,
};
pub use plan::{Plan, Root};
pub use source::Source;
pub use types::TypeSet;
pub(crate) use vendor::written_out;
pub use xml::XmlNames;
pub(crate) use xml::{XmlForm, XmlNode, XmlView};

use crate::model::Problem;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Which rules a schema is read by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dialect {
    /// JSON Schema draft-04.
    Draft4,
    /// JSON Schema draft-06.
    Draft6,
    /// JSON Schema draft-07.
    Draft7,
    /// JSON Schema 2019-09.
    Draft201909,
    /// JSON Schema 2020-12.
    Draft202012,
    /// Swagger 2.0 schema objects.
    OpenApi20,
    /// OpenAPI 3.0 schema objects.
    OpenApi30,
    /// OpenAPI 3.1 and 3.2 schema objects: 2020-12 and a few more keywords.
    OpenApi31,
}

/// Which way a value travels: decides between `readOnly` and `writeOnly`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// Client to server: `readOnly` members are left out and not required.
    Request,
    /// Server to client: `writeOnly` members are left out and not required.
    Response,
}

impl Dialect {
    /// Its usual name, e.g. `OpenAPI 3.1`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft4 => "JSON Schema draft-04",
            Self::Draft6 => "JSON Schema draft-06",
            Self::Draft7 => "JSON Schema draft-07",
            Self::Draft201909 => "JSON Schema 2019-09",
            Self::Draft202012 => "JSON Schema 2020-12",
            Self::OpenApi20 => "Swagger 2.0",
            Self::OpenApi30 => "OpenAPI 3.0",
            Self::OpenApi31 => "OpenAPI 3.1",
        }
    }

    /// The dialect that a `$schema` names.
    ///
    /// ```
    /// use edgemock::schema::Dialect;
    /// assert_eq!(Dialect::from_uri("http://json-schema.org/draft-07/schema#"), Some(Dialect::Draft7));
    /// assert_eq!(Dialect::from_uri("https://example.com/own"), None);
    /// ```
    pub fn from_uri(uri: &str) -> Option<Self> {
        let drafts = [
            ("json-schema.org/draft-04/", Self::Draft4),
            ("json-schema.org/draft-06/", Self::Draft6),
            ("json-schema.org/draft-07/", Self::Draft7),
            ("json-schema.org/draft/2019-09/", Self::Draft201909),
            ("json-schema.org/draft/2020-12/", Self::Draft202012),
            ("spec.openapis.org/oas/3.1/", Self::OpenApi31),
        ];
        drafts.iter().find(|(name, _)| uri.contains(name)).map(|(_, dialect)| *dialect)
    }
}

/// Whether a value fits the schema at a pointer of the document.
///
/// # Errors
/// The first violation found: its pointer is that of the broken schema, its message says where in the value and why.
pub fn check(source: &Source<'_>, pointer: &str, direction: Direction, value: &Value) -> Result<(), Problem> {
    let Some(id) = source.at(pointer) else { return Ok(()) };
    check_all(source, &[id], direction, value).map_err(|violation| {
        let place = if violation.pointer.is_empty() { "the value".to_owned() } else { violation.pointer };
        Problem::warning(
            &*source.pointer(violation.schema),
            format!("{place} breaks `{}`", violation.keyword),
        )
    })
}
