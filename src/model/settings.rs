//! The mock settings of a project, as the management API shows them.

use serde::{Deserialize, Serialize};

/// Who may call the mock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Access {
    /// Anybody who knows the URL.
    #[default]
    Public,
    /// Only callers that send the project's token.
    Token,
}

/// Mock settings of one project. Off at first, as at Apidog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MockSettings {
    /// Whether the cloud mock answers at all.
    pub cloud_mock: bool,
    /// Who may call it.
    pub access: Access,
    /// The token that callers send as `apidogToken`. The owner needs to read it back to hand it out, so the
    /// project's object keeps it in clear; what is published to KV is its SHA-256 only.
    pub token: Option<String>,
    /// Bytes after which a body holds only what its schema demands.
    pub max_body_bytes: u32,
    /// Nesting after which a body holds only what its schema demands. Each schema has a depth of its own at which its
    /// typical body stays small; the lesser counts.
    pub max_body_depth: u8,
}

impl MockSettings {
    /// What `max_body_bytes` may be.
    pub const BODY_BYTES: std::ops::RangeInclusive<u32> = 1024..=4 * 1024 * 1024;
    /// What `max_body_depth` may be.
    pub const BODY_DEPTH: std::ops::RangeInclusive<u8> = 1..=14;
}

impl Default for MockSettings {
    fn default() -> Self {
        Self {
            cloud_mock: false,
            access: Access::Public,
            token: None,
            max_body_bytes: 256 * 1024,
            max_body_depth: *Self::BODY_DEPTH.end(),
        }
    }
}
