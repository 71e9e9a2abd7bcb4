//! JSON Schema in, generation plan out.
//!
//! ```
//! use edgemock::generate::{Context, generate};
//! use edgemock::schema::{Dialect, Direction, Limits, PlanBuilder, Source};
//!
//! let document = serde_json::json!({"components": {"schemas": {"Pet": {"type": "object",
//!     "required": ["id"], "properties": {"id": {"type": "integer", "minimum": 7, "maximum": 7}}}}}});
//! let mut source = Source::new(&document, Dialect::OpenApi31);
//! let mut builder = PlanBuilder::new(&mut source, Direction::Response, Limits::default());
//! let root = builder.root("/components/schemas/Pet");
//! let compiled = builder.finish();
//! assert!(compiled.problems.is_empty());
//! let mut body = Vec::new();
//! let outcome = generate(&compiled.plan, root, &Context::new(1), &mut body);
//! assert!(outcome.valid);
//! # assert!(!body.is_empty());
//! ```

pub mod pattern;
mod stub;
pub use stub::{Compiled, Limits, Plan, PlanBuilder, Root, Source, check};

use serde::{Deserialize, Serialize};

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// Client to server: `readOnly` members are left out and not required.
    Request,
    /// Server to client: `writeOnly` members are left out and not required.
    Response,
}
