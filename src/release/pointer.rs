//! The one small value per project that is replaced on publishing.

use super::error::{ReadError, check_format};
use super::{FORMAT, PackRef};
use crate::auth::{Gate, TokenHash};
use crate::hex::hex;
use crate::model::{Access, MockSettings, RateLimit};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

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
    /// The pack with the route table of the main branch; `None` while nothing was imported.
    pub routes: Option<PackRef>,
    /// Those of the branches but for the main one, by the branch's id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub branches: BTreeMap<u64, PackRef>,
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
    /// The version of the document that everybody may read, as the main branch has it; left out where nobody may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_document: Option<String>,
    /// Bounds of an answer.
    pub limits: ServingLimits,
    /// How many requests are answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate_limit: Option<RateLimit>,
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
            branches: BTreeMap::new(),
            locale: settings.locale.clone(),
            time_zone: settings.time_zone.clone(),
            accept_language: settings.accept_language,
            example_first: settings.example_first,
            validate_requests: settings.request_validation,
            validate_security: settings.security_validation,
            public_document: None,
            limits: ServingLimits {
                max_bytes: settings.max_body_bytes as usize,
                max_depth: settings.max_body_depth,
            },
            rate_limit: settings.rate_limit,
        }
    }

    /// As KV holds it, with a checksum as its last member.
    pub fn encode(&self) -> String {
        // A struct of numbers and strings always serializes.
        let mut text = serde_json::to_string(self).unwrap_or_default();
        text.pop();
        let sum = sum(text.as_bytes());
        text + SUM + &sum + SUM_END
    }

    /// Reads what [`Self::encode`] wrote.
    ///
    /// # Errors
    /// [`ReadError`] for another format version or damaged text.
    pub fn decode(bytes: &[u8]) -> Result<Self, ReadError> {
        let damaged = |error: serde_json::Error| ReadError::damaged("pointer", error.to_string());
        let head: Head = serde_json::from_slice(bytes).map_err(damaged)?;
        let format = check_format(head.format);
        // Older ones may have no checksum; a newer one that has none is a damaged one of ours.
        if !matches!(format, Err(ReadError::Older(_))) && !is_whole(bytes) {
            return Err(ReadError::damaged("pointer", "its checksum does not fit"));
        }
        format?;
        serde_json::from_slice(bytes).map_err(damaged)
    }

    /// Who is let in.
    pub fn gate(&self) -> Gate<'_> {
        Gate { cloud_mock: self.cloud_mock, access: self.access, tokens: &self.tokens }
    }
}

/// What stands before the checksum, and behind it.
const SUM: &str = ",\"sum\":\"";
const SUM_END: &str = "\"}";
/// How long the checksum is, in hexadecimal digits.
const SUM_DIGITS: usize = 16;

/// The first bytes of the SHA-256 of all that stands before the checksum.
fn sum(bytes: &[u8]) -> String {
    hex(Sha256::digest(bytes).split_at(SUM_DIGITS / 2).0)
}

fn is_whole(bytes: &[u8]) -> bool {
    let length = SUM.len() + SUM_DIGITS + SUM_END.len();
    let parts = bytes.len().checked_sub(length).and_then(|at| bytes.split_at_checked(at));
    parts.is_some_and(|(content, tail)| [SUM, &sum(content), SUM_END].concat().as_bytes() == tail)
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
        // With a checksum of its own it is a newer one, without it has been damaged.
        assert!(matches!(Pointer::decode(newer.as_bytes()), Err(ReadError::Damaged { .. })));
        let content = newer.split(SUM).next().unwrap();
        let newer = [content, SUM, &sum(content.as_bytes()), SUM_END].concat();
        assert_eq!(Pointer::decode(newer.as_bytes()), Err(ReadError::Newer(200)));
        for position in 0..text.len() {
            for bit in 0..8 {
                let mut bytes = text.clone().into_bytes();
                bytes[position] ^= 1 << bit;
                let read = Pointer::decode(&bytes);
                assert!(
                    matches!(read, Err(ReadError::Damaged { .. } | ReadError::Older(_))),
                    "{position}: {read:?}"
                );
            }
        }
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
