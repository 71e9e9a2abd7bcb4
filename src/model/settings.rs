//! The mock settings of a project, as the management API shows them.

use super::RateLimit;
use crate::rules::{CustomRule, CustomRules};
use crate::schema::Names;
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
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own in the API")]
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
    /// Faker's name of the language of names, places and texts, e.g. `pt_BR`.
    pub locale: String,
    /// The time zone that moments are written in, by its IANA name.
    pub time_zone: String,
    /// Whether callers may ask for another language by `Accept-Language`.
    pub accept_language: bool,
    /// Whether the first example of a media type is sent where there is one that fits its schema, instead of a made-up
    /// body.
    pub example_first: bool,
    /// Whether requests are checked against the document, and refused where they do not fit.
    pub request_validation: bool,
    /// Whether the credentials that the document asks for have to be there, in form.
    pub security_validation: bool,
    /// Which expression makes the values of a property, by its name. They come before the built-in rules.
    pub name_rules: Vec<CustomRule>,
    /// Whether the built-in rules come after them.
    pub built_in_name_rules: bool,
    /// How many requests are answered; as many as come where nothing is set.
    pub rate_limit: Option<RateLimit>,
    /// Whether everybody may read the document, at `/docs/{project}`.
    pub public_docs: bool,
}

impl MockSettings {
    /// What `max_body_bytes` may be.
    pub const BODY_BYTES: std::ops::RangeInclusive<u32> = 1024..=4 * 1024 * 1024;
    /// What `max_body_depth` may be.
    pub const BODY_DEPTH: std::ops::RangeInclusive<u8> = 1..=14;
}

impl MockSettings {
    /// What names of properties mean in this project. Rules were checked when they were set; any that this version
    /// refuses are left out.
    pub fn names(&self) -> Names {
        let custom = CustomRules::new(&self.name_rules).unwrap_or_default();
        Names { custom, built_in: self.built_in_name_rules, ..Names::default() }
    }
}

impl Default for MockSettings {
    fn default() -> Self {
        Self {
            cloud_mock: false,
            access: Access::Public,
            token: None,
            max_body_bytes: 256 * 1024,
            max_body_depth: *Self::BODY_DEPTH.end(),
            locale: "en".to_owned(),
            time_zone: "UTC".to_owned(),
            accept_language: false,
            example_first: false,
            request_validation: false,
            security_validation: false,
            name_rules: Vec::new(),
            built_in_name_rules: true,
            rate_limit: None,
            public_docs: false,
        }
    }
}
