//! Documents out: what a project has as one OpenAPI document, in any version, as JSON or YAML.
//!
//! ```
//! use edgemock::export::{ExportProject, ExportRequest, assemble};
//!
//! let request = ExportRequest::parse(br#"{"oasVersion": "3.1", "exportFormat": "YAML"}"#)?;
//! let project = ExportProject { name: "Shop".to_owned(), ..ExportProject::default() };
//! let exported = assemble(Vec::new(), &project, &request);
//! assert!(exported.text().starts_with("openapi: \"3.1.0\"\ninfo:\n  title: Shop\n"));
//! # Ok::<(), edgemock::error::ManagementError>(())
//! ```

mod assemble;
mod components;
mod convert;
mod extensions;
mod hoist;
mod merge;
mod request;
mod version;
mod visitors;
mod walk;
mod yaml;

pub use assemble::{ExportEndpoint, ExportPart, ExportProject, Exported, assemble};
pub use extensions::MOCK;
pub use request::{ExportFormat, ExportRequest, Extensions, FolderChoice, Scope};
pub use version::OasVersion;
pub use visitors::for_visitors;
pub use yaml::to_yaml;
