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
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MockSettings {
    /// Whether the cloud mock answers at all.
    pub cloud_mock: bool,
    /// Who may call it.
    pub access: Access,
    /// The token that callers send as `apidogToken`. The owner needs to read it back to hand it out, so the
    /// project's object keeps it in clear; what is published to KV is its SHA-256 only.
    pub token: Option<String>,
}
