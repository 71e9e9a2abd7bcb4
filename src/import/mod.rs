//! Documents in: JSON or YAML text → [`Document`], the operations of an OpenAPI or Swagger document with all its
//! faults listed.
//!
//! ```
//! use edgemock::import::{ImportOptions, read, text};
//!
//! let text = "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\npaths:\n  /pets:\n    get:\n      responses:\n        200:\n          description: All pets\n          content: {application/json: {schema: {$ref: '#/components/schemas/Pets'}}}\n";
//! let document = read(text::parse(text.as_bytes())?.value, &ImportOptions::default())?;
//! assert_eq!(document.operations[0].path, "/pets");
//! assert_eq!(document.operations[0].responses[0].status, 200);
//! assert!(document.problems[0].message.contains("leads nowhere"));
//! # Ok::<(), edgemock::import::DocumentError>(())
//! ```

mod detect;
mod document;
mod error;
mod faults;
pub mod folder;
mod input;
mod native;
mod operations;
mod options;
mod pointer;
mod problems;
mod reference;
mod responses;
mod schema_faults;
mod servers;
pub mod text;
mod url;

pub use document::{Document, read};
pub use error::{DocumentError, Place, Refusal};
pub(crate) use faults::{Kind, Shape};
pub use input::{BasicAuth, ImportRequest, ImportSource};
pub use operations::MAX_OPERATIONS;
pub(crate) use operations::is_extension;
pub use options::{Counters, ImportOptions, OverwriteBehavior};
pub(crate) use pointer::{Path, push_member};
pub use problems::MAX_PROBLEMS;
pub(crate) use problems::Problems;
pub(crate) use reference::{Target, reference_of, resolve, target};
pub use url::{MAX_URL_BYTES, check_import_url};
