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

mod auth;
mod converted;
mod detect;
mod document;
mod embedded;
mod error;
mod faults;
pub mod folder;
mod infer;
mod input;
mod mock_extension;
mod names;
mod native;
mod operations;
mod options;
mod pointer;
mod postman;
mod problems;
mod reference;
mod responses;
mod schema_faults;
mod servers;
mod settings;
pub mod text;
mod url;

pub use document::{Document, DocumentKind, read};
pub use error::{DocumentError, Place, Refusal};
pub(crate) use faults::{Kind, Shape};
pub use input::{BasicAuth, ImportRequest, ImportSource};
pub use operations::MAX_OPERATIONS;
pub(crate) use operations::is_extension;
pub use options::{CaseCounters, Counters, IgnoredOption, ImportOptions, OverwriteBehavior};
pub(crate) use pointer::{Path, member, push_member, unescaped};
pub use problems::MAX_PROBLEMS;
pub(crate) use problems::Problems;
pub(crate) use reference::{Target, follow, reference_of, resolve, target};
pub use settings::SettingsFromFile;
pub use url::{MAX_URL_BYTES, check_import_url};
