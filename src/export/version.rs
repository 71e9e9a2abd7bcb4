//! The versions that documents are written in.

use serde_json::Value;

use crate::schema::Dialect;

/// A version of OpenAPI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OasVersion {
    /// Swagger 2.0.
    V2_0,
    /// OpenAPI 3.0.
    V3_0,
    /// OpenAPI 3.1.
    V3_1,
}

impl OasVersion {
    /// Reads `2.0`, `3.0` or `3.1`, with or without a patch number.
    ///
    /// ```
    /// use edgemock::export::OasVersion;
    /// assert_eq!(OasVersion::parse("3.0.3"), Some(OasVersion::V3_0));
    /// assert_eq!(OasVersion::parse("4.0"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('.');
        let version = match (parts.next()?, parts.next()?) {
            ("2", "0") => Self::V2_0,
            ("3", "0") => Self::V3_0,
            ("3", "1") => Self::V3_1,
            _ => return None,
        };
        parts
            .all(|patch| !patch.is_empty() && patch.bytes().all(|byte| byte.is_ascii_digit()))
            .then_some(version)
    }

    /// The version whose rules a document is read by. OpenAPI 3.2 counts as 3.1.
    pub(super) fn of(dialect: Dialect) -> Self {
        match dialect {
            Dialect::OpenApi20 => Self::V2_0,
            Dialect::OpenApi30 => Self::V3_0,
            _ => Self::V3_1,
        }
    }

    /// As documents that are converted say it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::V2_0 => "2.0",
            Self::V3_0 => "3.0.3",
            Self::V3_1 => "3.1.0",
        }
    }

    /// As sentences name it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::V2_0 => "Swagger 2.0",
            Self::V3_0 => "OpenAPI 3.0",
            Self::V3_1 => "OpenAPI 3.1",
        }
    }

    /// Where components of a kind stand.
    pub(super) fn section(self, kind: crate::import::Kind) -> Option<&'static [&'static str]> {
        use crate::import::Kind;
        Some(match (self, kind) {
            (Self::V2_0, Kind::Schema) => &["definitions"],
            (Self::V2_0, Kind::Parameter) => &["parameters"],
            (Self::V2_0, Kind::Response) => &["responses"],
            (Self::V2_0, _) => return None,
            (_, Kind::Schema) => &["components", "schemas"],
            (_, Kind::Parameter) => &["components", "parameters"],
            (_, Kind::Response) => &["components", "responses"],
            (_, Kind::Header) => &["components", "headers"],
            (_, Kind::RequestBody) => &["components", "requestBodies"],
            (_, Kind::Example) => &["components", "examples"],
            (_, Kind::Link) => &["components", "links"],
            (_, Kind::Callback) => &["components", "callbacks"],
            (Self::V3_1, Kind::PathItem) => &["components", "pathItems"],
            _ => return None,
        })
    }

    /// Whether a document says that it is of OpenAPI 3.2 or later.
    pub(super) fn is_newer(root: &Value) -> bool {
        let text = root.get("openapi").map(ToString::to_string);
        text.is_some_and(|text| {
            let text = text.trim_matches('"').trim().to_owned();
            text.starts_with("3.") && !text.starts_with("3.0") && !text.starts_with("3.1")
        })
    }
}
