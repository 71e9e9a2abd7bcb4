//! Documents out.

mod convert;
mod hoist;
mod request;
mod version;
mod walk;
mod yaml;

pub use request::{ExportFormat, ExportRequest, Extensions, FolderChoice, Scope};
pub use version::OasVersion;
pub use yaml::to_yaml;
