//! The one small value per project that is replaced on publishing.

use super::error::{ReadError, check_format};
use super::{FORMAT, PackRef};
use crate::auth::{Gate, TokenHash};
use crate::model::{Access, MockSettings};
use serde::{Deserialize, Serialize};

/// The KV key of a project's pointer.
///
/// ```
/// assert_eq!(edgemock::release::pointer_key(2689726), "project:2689726");
/// ```
pub fn pointer_key(project: u64) -> String {
    format!("project:{project}")
}

/// What the mock plane knows of a project before it looks at a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "each is a setting of its own")]
pub struct Pointer {
    /// Format version, [`FORMAT`] in everything written here.
    pub format: u32,
    /// The project's id.
    pub project: u64,
    /// Counts up with every published change.
    pub release: u64,
    /// Whether the cloud mock answers at all.
    pub cloud_mock: bool,
    /// Who may call it.
    pub access: Access,
    /// Hashes of the valid tokens.
    pub tokens: Vec<TokenHash>,
    /// The pack with the route table; `None` while nothing was imported.
    pub routes: Option<PackRef>,
    /// Locale of generated values.
    pub locale: String,
    /// The time zone that moments are written in.
    pub time_zone: String,
    /// Whether `Accept-Language` chooses the locale.
    pub accept_language: bool,
    /// Whether examples come before made-up bodies.
    #[serde(default)]
    pub example_first: bool,
    /// Whether requests are checked against the document.
    #[serde(default)]
    pub validate_requests: bool,
    /// Whether the credentials that the document asks for have to be there.
    #[serde(default)]
    pub validate_security: bool,
    /// Whether everybody may read the document. Left out where not, as in pointers of older versions.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub public_docs: bool,
    /// Bounds of an answer.
    pub limits: ServingLimits,
}

/// Bounds of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ServingLimits {
    /// No body grows past this many bytes unless its schema demands it.
    pub max_bytes: usize,
    /// No body nests deeper than this unless its schema demands it.
    pub max_depth: u8,
}

impl Default for ServingLimits {
    fn default() -> Self {
        let settings = MockSettings::default();
        Self { max_bytes: settings.max_body_bytes as usize, max_depth: settings.max_body_depth }
    }
}

/// What is read first, so that a pointer of another version is told from a damaged one.
#[derive(Deserialize)]
struct Head {
    format: u32,
}

impl Pointer {
    /// The pointer of a project with these settings.
    pub fn new(project: u64, release: u64, settings: &MockSettings, routes: Option<PackRef>) -> Self {
        Self {
            format: u32::from(FORMAT),
            project,
            release,
            cloud_mock: settings.cloud_mock,
            access: settings.access,
            tokens: settings.token.as_deref().map(TokenHash::of).into_iter().collect(),
            routes,
            locale: settings.locale.clone(),
            time_zone: settings.time_zone.clone(),
            accept_language: settings.accept_language,
            example_first: settings.example_first,
            validate_requests: settings.request_validation,
            validate_security: settings.security_validation,
            public_docs: settings.public_docs,
            limits: ServingLimits {
                max_bytes: settings.max_body_bytes as usize,
                max_depth: settings.max_body_depth,
            },
        }
    }

    /// As KV holds it.
    pub fn encode(&self) -> String {
        // A struct of numbers and strings always serializes.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`Self::encode`] wrote.
    ///
    /// # Errors
    /// [`ReadError`] for another format version or damaged text.
    pub fn decode(bytes: &[u8]) -> Result<Self, ReadError> {
        let damaged = |error: serde_json::Error| ReadError::damaged("pointer", error.to_string());
        let head: Head = serde_json::from_slice(bytes).map_err(damaged)?;
        check_format(head.format)?;
        serde_json::from_slice(bytes).map_err(damaged)
    }

    /// Who is let in.
    pub fn gate(&self) -> Gate<'_> {
        Gate { cloud_mock: self.cloud_mock, access: self.access, tokens: &self.tokens }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointer() -> Pointer {
        let settings = MockSettings {
            cloud_mock: true,
            access: Access::Token,
            token: Some("s3cret-token".into()),
            ..MockSettings::default()
        };
        let routes = PackRef { key: "pack:7:00".into(), bytes: 12 };
        Pointer::new(7, 3, &settings, Some(routes))
    }

    #[test]
    fn round_trips_without_the_token() {
        let text = pointer().encode();
        assert!(!text.contains("s3cret"), "{text}");
        assert!(text.len() < 500, "{} bytes: {text}", text.len());
        let read = Pointer::decode(text.as_bytes()).unwrap();
        assert_eq!(read, pointer());
        assert_eq!(read.gate().admit(Some("s3cret-token")), Ok(()));
        assert!(read.gate().admit(Some("other")).is_err());
    }

    #[test]
    fn other_versions_and_damage_are_told_apart() {
        let text = pointer().encode();
        let current = format!("\"format\":{FORMAT}");
        let newer = text.replace(&current, "\"format\":200");
        assert_eq!(Pointer::decode(newer.as_bytes()), Err(ReadError::Newer(200)));
        assert_eq!(Pointer::decode(b"{\"format\":0,\"other\":[]}"), Err(ReadError::Older(0)));
        for end in 0..text.len() {
            let cut = Pointer::decode(&text.as_bytes()[..end]);
            assert!(matches!(cut, Err(ReadError::Damaged { what: "pointer", .. })), "{end}");
        }
        let bare = format!("{{{current}}}");
        for bytes in [&b""[..], b"null", b"[]", b"{}", b"{\"format\":-1}", bare.as_bytes(), b"\xff"] {
            assert!(matches!(Pointer::decode(bytes), Err(ReadError::Damaged { .. })), "{bytes:?}");
        }
    }
}
