//! Documents out.

mod convert;
mod hoist;
mod version;
mod walk;

pub use version::OasVersion;
